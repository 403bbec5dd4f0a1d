import type { Framing } from '../../../domain/script.ts'
import { creatures } from './animals/creatures.ts'
import { gaitOf, quadrupedSpeed } from './animals/quadruped-frame.ts'
import { quadrupedLook } from './animals/quadruped-looks.ts'
import { isQuadruped, type Species } from './animals/species.ts'
import type { Appearance } from './people/appearance.ts'
import type { Action, ActionKind } from './poses/actions.ts'
import { climbing, running, speedOf, walking } from './poses/gait.ts'
import { riddenOn } from './things/ridden.ts'

/** How somebody goes who does not go alone. */
export interface Company {
  /** Where all of them go: −1 to the left, 1 to the right. */
  readonly way: -1 | 1
  /** How far before the middle of all, adult heights. */
  readonly lead: number
  /** The speed of all, adult heights a second. */
  readonly pace: number
  /** They come up to each other and stop, instead of going through the picture. */
  readonly meets: boolean
  /** Seconds by which this one's step is behind. */
  readonly beat: number
}

/** Somebody of whom is asked how they go. */
export interface Goer {
  readonly kind: 'person' | 'animal'
  readonly action: Action
  readonly actionText: string
  readonly appearance: Appearance
  readonly species: Species | null
  readonly words: string
  readonly seed: number
}

/** Movements that take a person through the picture. */
export const goers: readonly ActionKind[] = [
  'walk',
  'run',
  'push',
  'carry',
  'ride',
  'ski',
  'ascend',
]

const adultMetres = 1.7
const meeting =
  /\b(?:meet(?:s|ing)?|each other|one another|approach(?:es|ing)?|towards? (?:him|her|them))\b/u
const chasing = /\b(?:chas(?:es?|ing)|runs? after|running after|pursu(?:es?|ing)|hunts?)\b/u

/** Speed at which a person's planted feet do not slide, body heights a second. */
export const personSpeed = (kind: ActionKind): number => {
  if (kind === 'run') return speedOf(running)
  if (kind === 'ascend') return speedOf(climbing)
  return kind === 'ride' || kind === 'ski' ? 1.3 : speedOf(walking) * (kind === 'push' ? 0.7 : 1)
}

/** Whether it is in the air or the water, where nobody keeps up. */
const swims = ({ species }: Goer): boolean =>
  species !== null && !isQuadruped(species) && creatures[species].home !== 'land'

const goes = (one: Goer): boolean =>
  one.kind === 'person'
    ? goers.includes(one.action.kind)
    : !swims(one) && gaitOf(one.action.kind) !== null

/**
 * How people and animals go who go together: all the same way at one speed, side by side or the chased before the
 * chaser; null for each when fewer than two go.
 */
export const companyOf = (
  actors: readonly Goer[],
  framing: Framing,
  toTheLeft: boolean,
): readonly (Company | null)[] => {
  const alone = actors.map(() => null)
  const moving = actors.filter(goes)
  if (moving.length === 0 || actors.some(swims)) return alone
  const joins = actors.filter((one) => goes(one) || one.actionText === '')
  if (joins.length < 2) return alone
  const chase = actors.some(({ actionText }) => chasing.test(actionText))
  const pace = Math.min(...moving.map(ownPace))
  const meets = !chase && moving.length > 1 && actors.some((one) => meeting.test(one.actionText))
  const order = [...joins].toSorted((a, b) => rank(a) - rank(b))
  const spaces = order.map((one) => spaceOf(one, framing, chase))
  const wish = spaces.reduce((sum, space) => sum + space, 0)
  // A herd that would go beyond the picture walks closer together.
  const whole = chase ? wish : Math.min(wish, mostAcross[framing] ?? wish)
  const gaps = spaces.map((space) => (space * whole) / wish)
  return actors.map((one) => {
    const place = order.indexOf(one)
    if (place < 0) return null
    const behind = gaps.slice(0, place).reduce((sum, gap) => sum + gap, 0) + (gaps[place] ?? 0) / 2
    const lead = behind - whole / 2
    const way = meets ? (lead < 0 ? 1 : -1) : toTheLeft ? -1 : 1
    return { way, pace, meets, lead: meets ? -Math.abs(lead) : lead, beat: place * 0.43 }
  })
}

/** The most room for all of a company, adult heights. */
const mostAcross: Partial<Record<Framing, number>> = { establishing: 9, wide: 4.6, full: 3.6 }

/** Chasers come last, animals go before people. */
const rank = (one: Goer): number =>
  (chasing.test(one.actionText) ? -2 : 0) + (one.kind === 'animal' ? 1 : 0)

const ownPace = (one: Goer): number => {
  if (one.kind === 'person') return personSpeed(one.action.kind) * one.appearance.height
  if (one.species !== null && !isQuadruped(one.species)) {
    const { metres, pace } = creatures[one.species]
    return Math.max(0.12, (metres * pace) / adultMetres)
  }
  const way = gaitOf(one.action.kind) ?? 'walk'
  return Math.max(0.3, quadrupedSpeed(way) * shoulderOf(one))
}

/** Height of an animal's shoulders, adult heights; 0 for people and for animals without four legs. */
export const shoulderOf = ({ species, words, seed }: Goer): number =>
  isQuadruped(species) ? quadrupedLook(species, words, seed).metres / adultMetres : 0

/** Height of somebody from the ground up, adult heights; 0 for whom no room need be made. */
export const heightOf = ({ species, words, seed }: Goer): number => {
  if (!isQuadruped(species)) return 0
  const { metres, neck, lift, skull, wings } = quadrupedLook(species, words, seed)
  if (metres < 1.79) return 0
  const head = 0.85 + Math.sin(lift) * neck + skull * 2
  return (Math.max(head, wings ? 2.1 : 0) * metres) / adultMetres
}

/** The length of the picture one takes up, adult heights. */
const spaceOf = (one: Goer, framing: Framing, chase: boolean): number => {
  const tight = framing === 'medium' || framing === 'close-up' || framing === 'insert'
  const own = one.action.kind === 'ride' ? riddenOn(one.actionText).long : 0.4
  const body = one.kind === 'person' ? own : 0.16 + shoulderOf(one) * 1.7
  if (tight) return framing === 'medium' ? Math.max(0.42, Math.min(0.62, body)) : 0.26
  return body + (chase ? (framing === 'full' ? 0.35 : 0.9) : 0)
}
