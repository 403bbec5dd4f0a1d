import type { CandidateName } from './cut.ts'
import type { FrameCount, Rate } from './time.ts'

/** What a rendered film measures. */
export interface Master {
  readonly schema: 'master@1'
  readonly candidate: CandidateName
  /** Hash of everything it was rendered from: cut, footage, sound, captions. Another basis means another film. */
  readonly basis: string
  /** SHA-256 of the file, hex. */
  readonly hash: string
  readonly frames: FrameCount
  readonly rate: Rate
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** Integrated loudness in LUFS; null without sound. */
  readonly loudnessLufs: number | null
  /** True peak in dBTP; null without sound. */
  readonly truePeakDbtp: number | null
}

/** One finished file of a production, by its path relative to the production's folder. */
export interface Deliverable {
  readonly kind:
    | 'master'
    | 'candidate'
    | 'scene'
    | 'captions-srt'
    | 'captions-vtt'
    | 'poster'
    | 'contact-sheet'
    | 'report-json'
    | 'report-html'
  readonly path: string
  readonly hash: string
  readonly bytes: number
}
