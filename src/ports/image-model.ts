import type { PictureSize } from '../domain/brief.ts'
import type { CastMember, Picture } from '../domain/script.ts'
import type { PaidModel } from './paid-model.ts'

/** A still as ordered from an image model: a keyframe or a storyboard panel. */
export interface StillOrder {
  readonly prompt: string
  readonly picture: Picture
  readonly cast: readonly CastMember[]
  readonly size: PictureSize
  readonly seed: number
}

/** Makes stills. */
export type ImageModel = PaidModel<StillOrder>
