import type { Actor, Unplaced } from './actor.ts'
import { creatures } from './animals/creatures.ts'
import { isQuadruped } from './animals/species.ts'
import { shoulderOf } from './company.ts'
import type { Frame } from './framing.ts'

/** Where somebody is who lies beside others, or on somebody's bed. */
export interface BedPlace {
  /** How many lie nearer to the viewer. */
  readonly row: number
}

const restful = ['sleep', 'lie', 'wake', 'sit', 'gaze', 'stand', 'jump', 'eat']
const besideSomebody =
  /\b(?:beside|next to|close to|near|with|at the feet of|against|by) (?:her|him|them|the (?:[a-z]+ )?(?:girl|boy|child|woman|man))\b|\bcurl(?:s|ed|ing)? up\b/u
const onTheFloor = /\b(?:floor|rug|carpet|ground|basket|mat|under)\b/u

/** Whether somebody is in bed or lies on the ground. */
const isResting = ({ kind, action }: Unplaced): boolean =>
  kind === 'person' && (action.abed || ['sleep', 'lie', 'wake'].includes(action.kind))

/** Whether an animal is on the bed of somebody who is in one. */
const isOnBed = (actor: Unplaced): boolean => {
  const { kind, action, actionText } = actor
  if (kind !== 'animal' || !isLittle(actor) || !restful.includes(action.kind)) return false
  return action.abed || (besideSomebody.test(actionText) && !onTheFloor.test(actionText))
}

const isLittle = ({ species, ...goer }: Unplaced): boolean =>
  species !== null &&
  (isQuadruped(species) ? shoulderOf({ species, ...goer }) : creatures[species].metres / 1.7) < 0.5

/** A group in which some share a bed or lie beside each other. */
export interface Bedfellows {
  /** Who lies nearest to the viewer; the others take their place from this one. */
  readonly host: Unplaced
  readonly rest: readonly Unplaced[]
}

/** Who of a group lies beside whom; null when nobody lies or one does alone. */
export const bedfellowsOf = (actors: readonly Unplaced[]): Bedfellows | null => {
  const resting = actors.filter(isResting)
  // Who lies flat is before who sits up, and hides less.
  const host = resting.find(liesFlat) ?? resting[0]
  if (!host) return null
  const onBed = host.action.abed || host.action.kind === 'sleep' ? actors.filter(isOnBed) : []
  const rest = [...resting.filter((one) => one !== host), ...onBed]
  return rest.length > 0 ? { host, rest } : null
}

const liesFlat = ({ action }: Unplaced): boolean => ['sleep', 'lie'].includes(action.kind)

/** Puts those beside one who has a place: heads the same way, each behind the one before; animals on top. */
export const placeBeside = (host: Actor, rest: readonly Unplaced[]): readonly Actor[] => {
  // Who lies has the head where the yaw points to, who sits up the feet.
  const headTo = (Math.sign(host.yaw) || 1) * (liesFlat(host) ? 1 : -1)
  let row = 0
  return rest.map((one): Actor => {
    const placed = { ...one, x: host.x, distance: host.distance }
    if (one.kind === 'animal')
      return {
        ...placed,
        action: { ...one.action, abed: true },
        aside: -headTo * (liesFlat(host) ? 0.16 : 0.46) * host.appearance.height,
        yaw: headTo,
        bed: { row: 0 },
      }
    row += 1
    const alike = liesFlat(one) === liesFlat(host)
    const aside = alike ? 0 : headTo * headboard
    return {
      ...placed,
      action: { ...one.action, seated: false },
      aside: aside + headTo * row * shiftOfRow,
      yaw: alike ? host.yaw : -host.yaw,
      bed: { row },
    }
  })
}

/** From the middle of one who lies to the hips of one who sits up in the same bed, adult heights. */
const headboard = 0.3

/** Rows lie a little aslant, so that all heads are seen, adult heights. */
const shiftOfRow = 0.05

/** How much higher on the picture each row is than the one before it, adult heights. */
const rowHigh = 0.17

/** Where the floor or ground is under somebody in a bed or on the ground, pixels: no face is where captions are. */
export const floorUnder = (frame: Frame, y: number, bed: BedPlace | null): number =>
  Math.min(y, frame.height * 0.84) - (bed?.row ?? 0) * rowHigh * frame.adult
