import type { PaidModel } from './paid-model.ts'

/** One sentence to be spoken; delivered as a WAV file. */
export interface SpeechOrder {
  readonly text: string
  /** BCP 47 tag. */
  readonly language: string
  /** Vendor's voice name; null for its default for the language. */
  readonly voice: string | null
  /** 1 is the voice's normal speed. */
  readonly tempo: number
}

/** Speaks. */
export interface SpeechModel extends PaidModel<SpeechOrder> {
  /** Whether the model can read this language aloud. */
  speaks(language: string): boolean
}
