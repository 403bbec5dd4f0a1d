import type { Actor, Unplaced } from '../actor.ts'
import { workplaces } from './work-words.ts'

/** Somebody's share in work that is done together. */
export interface Sharing {
  readonly workers: number
  /** Height of the top that all work at, adult heights. */
  readonly high: number
  /** It is drawn with this one; the hands of the others are drawn once more over it. */
  readonly paints: boolean
}

/** Who of a group does one work together, by their places in the list; nobody for fewer than two. */
export const sharedWork = (actors: readonly Unplaced[]): readonly number[] => {
  const first = actors.find(({ action }) => action.work)?.action.work
  if (!first) return []
  const workers = actors.flatMap(({ action, kind }, index) =>
    kind === 'person' && action.work?.name === first.name ? [index] : [],
  )
  return workers.length > 1 && workers.length < 4 ? workers : []
}

/** From one worker to the next, adult heights, and how far they turn to each other. */
const sitting = { apart: 0.62, turn: 0.85 } as const
const standing = { apart: 0.54, turn: 0.6 } as const

/** Those who work together stand or sit round what they work at, all others beside them. */
export const workTogether = (
  actors: readonly Unplaced[],
  workers: readonly number[],
  tight: boolean,
): Actor[] => {
  const hands = workers.flatMap((index) => actors[index] ?? [])
  const others = actors.filter((actor) => !hands.includes(actor))
  const mean = hands.reduce((sum, { appearance }) => sum + appearance.height, 0) / hands.length
  const beside = others.map((actor, index): Actor => {
    const side = index % 2 === 0 ? 1 : -1
    return { ...actor, x: 0.5 + side * (tight ? 0.38 : 0.26), yaw: side * -0.6, distance: 0.94 }
  })
  return [...beside, ...hands.map((actor, place) => atPlace(actor, place, hands.length, mean))]
}

const atPlace = (actor: Unplaced, place: number, workers: number, mean: number): Actor => {
  const high = actor.action.work ? workplaces[actor.action.work.name].high : 0
  const { apart, turn } = actor.action.seated ? sitting : standing
  const offset = place - (workers - 1) / 2
  return {
    ...actor,
    x: 0.5,
    aside: offset * apart * (workers > 2 ? 0.8 : 1),
    yaw: offset === 0 ? 0.1 : -Math.sign(offset) * turn,
    sharing: { workers, high: high * mean, paints: place === workers - 1 },
  }
}
