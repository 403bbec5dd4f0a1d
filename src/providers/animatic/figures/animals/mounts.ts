import type { CastMember, Subject } from '../../../../domain/script.ts'
import { hashText } from '../brush/dice.ts'
import { isQuadruped, type Quadruped, type Species, speciesOf } from './species.ts'

/** The animal somebody rides. */
export interface Mount {
  readonly species: Quadruped
  /** All words that tell what it looks like. */
  readonly words: string
  /** What the shot calls it, and its name; empty for the unnamed. */
  readonly what: string
  readonly name: string
  readonly seed: number
}

/** A rider among the subjects of a shot, with what is ridden. */
export interface Riding {
  readonly rider: Subject
  readonly mount: Mount
  /** The subject that is the mount, null when only the rider's action names it. */
  readonly ridden: Subject | null
}

const rides =
  /\b(?:rid(?:es?|ing)|fl(?:y|ies|ying) on|gallop(?:s|ing)?|trot(?:s|ting)?|on horseback|mounted|canters?)\b/u
const wheels =
  /\b(?:bicycles?|bikes?|cycles?|cycling|motor ?cycles?|scooters?|bus|train|tram|waves?)\b/u
const carriers: readonly Species[] = [
  ...['horse', 'deer', 'bear', 'cow', 'lion', 'wolf'],
  ...['unicorn', 'donkey', 'zebra', 'camel', 'elephant', 'tiger', 'dragon', 'dinosaur'],
] as const

/** Who rides on which animal in a shot; null when nobody does. */
export const ridingIn = (
  subjects: readonly Subject[],
  cast: readonly CastMember[],
): Riding | null => {
  const rider = subjects.find(
    ({ what, action }) =>
      speciesOf(what) === null &&
      rides.test(action.toLowerCase()) &&
      !wheels.test(action.toLowerCase()),
  )
  if (!rider) return null
  const ridden = subjects.find(({ what }) => carriesRiders(speciesOf(what))) ?? null
  const action = rider.action.toLowerCase().replace('on horseback', 'horse')
  const species = speciesOf(ridden?.what ?? action)
  if (!isQuadruped(species) || !carriesRiders(species)) return null
  const member = cast.find(({ id }) => ridden !== null && id === ridden.castId)
  const what = ridden?.what.toLowerCase() ?? species
  const words = ridden ? `${what} ${member?.look ?? ''} ${ridden.look}` : action
  const identity = member ? `${member.id} ${member.name}` : what
  const mount = {
    ...{ species, words, what, name: member?.name ?? '', seed: hashText(identity) % 97 },
  }
  return { rider, mount, ridden }
}

const carriesRiders = (species: Species | null): boolean =>
  species !== null && carriers.includes(species)
