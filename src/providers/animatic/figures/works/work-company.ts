import type { Actor, Unplaced } from '../actor.ts'
import { type WorkName, workplaces } from './work-words.ts'

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

/** Those who work together stand or sit round what they work at, all others beside them. */
export const workTogether = (
  actors: readonly Unplaced[],
  workers: readonly number[],
  tight: boolean,
): Actor[] => {
  const hands = workers.flatMap((index) => actors[index] ?? [])
  const others = actors.filter((actor) => !hands.includes(actor))
  const mean = hands.reduce((sum, { appearance }) => sum + appearance.height, 0) / hands.length
  const name = hands[0]?.action.work?.name ?? 'mending'
  const beside = others.map((actor, index): Actor => {
    const side = index % 2 === 0 ? 1 : -1
    return { ...actor, x: 0.5 + side * (tight ? 0.38 : 0.26), yaw: side * -0.6, distance: 0.94 }
  })
  return [
    ...beside,
    ...hands.map((actor, place) => atPlace(actor, place, { workers: hands.length, mean, name })),
  ]
}

/** What several work at, and how tall they are, adult heights. */
interface Shared {
  readonly workers: number
  readonly mean: number
  readonly name: WorkName
}

const atPlace = (actor: Unplaced, place: number, shared: Shared): Actor => {
  const { workers, name } = shared
  const { high, together } = workplaces[name]
  const offset = place - (workers - 1) / 2
  return {
    ...actor,
    x: 0.5,
    aside: offset * (workers > 2 ? together.three : together.two),
    yaw: offset === 0 ? 0.1 : -Math.sign(offset) * together.turn,
    sharing: { workers, high: high * shared.mean, paints: place === workers - 1 },
  }
}
