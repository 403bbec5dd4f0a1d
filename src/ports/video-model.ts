import type { PictureSize } from '../domain/brief.ts'
import type { Job } from '../domain/order.ts'
import type { CastMember, Picture } from '../domain/script.ts'
import type { SlateId } from '../domain/slate.ts'
import type { FrameCount, Rate } from '../domain/time.ts'
import type { PaidModel } from './paid-model.ts'

/** A still by its bytes: a PNG or JPEG file on this machine. */
export interface Keyframe {
  /** Absolute path. */
  readonly path: string
  /** SHA-256 of the bytes, hex; what the request's hash is made from. */
  readonly hash: string
  /** The job whose clip it is a frame of, for vendors that go on from a clip of their own; absent where it is not known. */
  readonly ofJob?: {
    /** `vendor/model` that made the clip. */
    readonly model: string
    readonly job: Job
    /** Whether it is the very last frame of the clip as the vendor has it; false when the cut ends before. */
    readonly isLastFrame: boolean
  }
}

/** One shot as ordered from a video model. */
export interface ShotOrder {
  /** The whole instruction in words; all that most vendors read. */
  readonly prompt: string
  /** The same, taken apart, for models that draw from structure. */
  readonly picture: Picture
  /** Cast members that are seen. */
  readonly cast: readonly CastMember[]
  /** Frames wanted, handles included. */
  readonly length: FrameCount
  readonly rate: Rate
  readonly size: PictureSize
  /** Frame to start from; null to start freely. */
  readonly firstFrame: Keyframe | null
  /** Frame to end on; null to end freely. A model that cannot end on a frame refuses one. */
  readonly lastFrame: Keyframe | null
  /** 0…2^31-1. */
  readonly seed: number
  /** Label to put at the head of a test take, as leader frames that are no part of the shot; null for none. */
  readonly slate: SlateId | null
}

/** Makes moving pictures. */
export type VideoModel = PaidModel<ShotOrder>
