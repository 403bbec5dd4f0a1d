import type { PaidModel } from './paid-model.ts'

/** A music bed to be composed; delivered as a WAV file, 48 kHz stereo. */
export interface MusicOrder {
  /** `calm`, `tense`, `joyful`, `melancholy`, `epic`, `mysterious`, `playful`, `neutral`, or words like them. */
  readonly mood: string
  readonly seconds: number
  readonly seed: number
}

/** Composes. */
export type MusicModel = PaidModel<MusicOrder>
