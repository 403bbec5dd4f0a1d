import type { FrameCount } from './time.ts'

/** A narration cue with its sound and its exact place, counted in frames from the start of its scene. */
export interface VoicedCue {
  /** Id of the narration cue, `3.1`. */
  readonly id: string
  readonly scene: number
  readonly text: string
  readonly speaker: string | null
  /** SHA-256 of the WAV in the vault (48 kHz, mono, 16 bit); null when the voice cannot read it and it is shown instead. */
  readonly hash: string | null
  /** Length of the sound in samples at 48 kHz; 0 when it is only shown. */
  readonly samples: number
  readonly start: FrameCount
  readonly length: FrameCount
}

/** Voice and music of a film before they are mixed. */
export interface Soundtrack {
  readonly schema: 'soundtrack@1'
  readonly cues: readonly VoicedCue[]
  /** Mood and seed that the music bed is composed from; null for no music. */
  readonly music: { readonly mood: string; readonly seed: number; readonly hash: string } | null
  /** What the client should know, such as a language that is shown and not spoken. */
  readonly notes: readonly string[]
}
