import type { Framing } from '../../../domain/script.ts'
import type { Actor } from './actor.ts'
import { creatures } from './animals/creatures.ts'
import { isFlight } from './animals/flight.ts'
import { isCreature } from './animals/species.ts'
import { shoulderOf } from './company.ts'

/** Lower than this at the shoulder an animal is little, metres. */
const littleMetres = 0.45

const adultMetres = 1.7

/** Whether an animal is so small that beside trees and houses nothing would be seen of it. */
const isLittle = (actor: Actor): boolean => {
  const { kind, species, actionText } = actor
  if (kind !== 'animal' || species === null || isFlight(actionText)) return false
  if (isCreature(species))
    return creatures[species].home === 'land' && creatures[species].metres < littleMetres
  return shoulderOf(actor) * adultMetres < littleMetres
}

/** Whether little animals are all that a picture is about: it is then taken from near the ground. */
export const isAboutLittle = (actors: readonly Actor[]): boolean =>
  actors.length > 0 && actors.every(isLittle)

/** A little animal is not made large beside far things: the camera goes nearer to it, unless it is to show the place. */
export const framingForLittle = (framing: Framing, actors: readonly Actor[]): Framing =>
  framing === 'wide' && isAboutLittle(actors) ? 'full' : framing
