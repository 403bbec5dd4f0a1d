import type { CameraMove, Framing } from '../../../domain/script.ts'

/** Something a place offers to look at, with words that can be said over it. */
export interface PlaceBeat {
  readonly title: string
  /** The vocabulary's place; null for the place the film is at. */
  readonly place: string | null
  readonly framing: Framing
  readonly camera: CameraMove
  /** Animal that is seen, with what it does. */
  readonly animal?: readonly [string, string, number]
  readonly object?: string
  readonly weather?: string
  /** Sentences that may follow each other, in order. */
  readonly lines: readonly string[]
}

/** A beat from its title, shot and lines. */
export const beat = (
  title: string,
  shot: readonly [string | null, Framing, CameraMove],
  lines: readonly string[],
  more: Partial<PlaceBeat> = {},
): PlaceBeat => ({ title, place: shot[0], framing: shot[1], camera: shot[2], lines, ...more })
