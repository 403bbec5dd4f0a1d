import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import type { Light, Look, Track } from '../stage-types.ts'

/** Who and what is to be seen in a shot. */
export interface FigureRequest {
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly objects: readonly string[]
  readonly framing: Framing
  readonly mood: string
  readonly light: Light
  /** 0…1 of the height: where feet stand. */
  readonly ground: number
  /** 0…1 of the height: the farthest that feet can stand. Default 0, anywhere. */
  readonly land?: number
  /** Rails of the place, behind who stands there; null or absent for none. */
  readonly track?: Track | null
  /** Where who stays stands, 0…1 across the picture; null or absent for anywhere. */
  readonly standAt?: number | null
  readonly seed: number
  readonly look: Look
  readonly place: string
  /** In a room, not under the sky. */
  readonly indoors: boolean
  /** It rains. */
  readonly wet: boolean
  /** Length of the shot. */
  readonly seconds: number
  /** Where vehicles that go are bound for, -1 left, 1 right. */
  readonly heading: -1 | 1
  /** Width over height of the picture; default 16:9. */
  readonly aspect?: number
}
