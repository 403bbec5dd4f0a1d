import type { Light, Look } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import type { CutoutRequest } from './brush/cutout.ts'
import { clamp, type Point } from './brush/geometry.ts'
import type { Frame } from './framing.ts'
import type { NamedThing } from './things/things.ts'

/** One actor in one instant of a picture. */
export interface Performance {
  readonly actor: Actor
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly mood: string
  readonly time: number
  /** Length of the shot. */
  readonly seconds: number
  /** What this actor is to hold, null for nothing. */
  readonly held: NamedThing | null
  readonly indoors: boolean
  /** The picture is under water, or shows water from above it; null for dry land. */
  readonly water: 'under' | 'surface' | null
  /** The place in the order's own words, lower case. */
  readonly place: string
  /** Nobody else is near. */
  readonly alone: boolean
  /** A person is near. */
  readonly peopled: boolean
  /** Only the arms are drawn, once more over what several work at. */
  readonly handsOnly: boolean
  /** Share of the air's colour over the body. */
  readonly haze: number
  readonly cutout: (request: CutoutRequest) => void
  /** Told where something is that somebody's doing has far from the body, in the picture's pixels. */
  readonly mark?: ((thing: string, at: Point) => void) | undefined
}

/** How much air is between the viewer and a body. */
export const hazeAt = (frame: Frame, distance: number, indoors: boolean): number => {
  const size = frame.adult / frame.height
  const far = indoors ? 0 : size < 0.25 ? 0.14 : size < 0.5 ? 0.1 : 0.02
  return clamp(far + (1 - distance) * (indoors ? 0.3 : 0.7), 0, 0.7)
}

/** Whether somebody is in a bed: where sleep is found in a room. */
export const isAbed = ({ actor, indoors }: Pick<Performance, 'actor' | 'indoors'>): boolean =>
  actor.action.abed || (indoors && (actor.action.kind === 'sleep' || actor.action.kind === 'wake'))
