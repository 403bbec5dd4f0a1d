import type { Framing } from '../../../domain/script.ts'
import type { Atmosphere } from '../drawing/atmosphere.ts'
import type { StageLayer, Track } from '../stage-types.ts'
import type { Place } from '../vocabulary.ts'
import type { SkyWonder } from '../weather/sky-wonders.ts'

/** What an outdoor place is built from. */
export interface WorldPlan {
  readonly place: Place
  readonly air: Atmosphere
  /** Layout of the place; the same in every shot of it. */
  readonly seed: number
  /** Small things that may differ from shot to shot. */
  readonly shotSeed: number
  readonly framing: Framing
  /** Whether somebody is to stand in it. */
  readonly peopled: boolean
  /** Whether those who are in it are on the water or in it. */
  readonly afloat: boolean
  /** Whether something drives through the picture, from side to side. */
  readonly crossed: boolean
  /** Whether a train is in the picture that the shot itself asks for. */
  readonly railed: boolean
  /** Whether a thing seen from near is what the picture is about. */
  readonly closeOnThing: boolean
  /** What is to be seen in the sky. */
  readonly wonders: readonly SkyWonder[]
  /** Words for what must not be seen, lower case. */
  readonly avoid: readonly string[]
}

/** An outdoor place as planes, back to front, framed wide. */
export interface World {
  readonly layers: readonly StageLayer[]
  /** Air and light of its own, where they are not those that were asked for, as on another planet. */
  readonly air?: Atmosphere
  /** The point a closer framing closes in on, 0…1 of the frame's height. */
  readonly focus: number
  /** 0…1 of the frame's height: where the ground begins that bears feet, when water lies beyond; absent for anywhere. */
  readonly landFrom?: number
  /** Where trains run, framed wide; absent for nowhere. */
  readonly track?: Track
  /** Where who stays stands, 0…1 across a frame of this aspect, such as a pavement; null or absent for anywhere. */
  readonly standAt?: (aspect: number) => number | null
}

/** Builds one kind of place. */
export type WorldPainter = (plan: WorldPlan) => World
