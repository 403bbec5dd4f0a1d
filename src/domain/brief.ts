import type { Funds, Usd } from './money.ts'
import type { Tier } from './tier.ts'
import type { Rate } from './time.ts'

/** Picture formats a film can have. */
export const aspects = ['16:9', '9:16', '1:1'] as const

/** One of {@link aspects}. */
export type Aspect = (typeof aspects)[number]

/** What is heard: nothing, music only, voice only, or both. */
export type AudioChoice = 'none' | 'music' | 'voice' | 'full'

/** Captions drawn into the picture, kept as SRT and VTT files beside it, or none at all. */
export type CaptionChoice = 'burn' | 'sidecar' | 'none'

/** Points where a person may be asked before the production goes on. */
export type Gate = 'plan' | 'pilots' | 'final'

/** A picture's size in pixels; both even. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A file the client handed in, already checked and stored in the vault. */
export interface SeedAsset {
  readonly kind: 'image' | 'video' | 'audio' | 'text'
  /** SHA-256 of the stored bytes, hex. */
  readonly hash: string
  readonly name: string
  readonly role: string
  readonly note: string
}

/** The client's request, complete: every default is written in when the run is made. */
export interface Brief {
  readonly schema: 'brief@1'
  /** The concept in the client's words, 1–20 000 characters. */
  readonly concept: string
  readonly budget: Usd
  readonly funds: Funds
  /** Wanted length of the film in seconds, 5–600. */
  readonly seconds: number
  readonly aspect: Aspect
  readonly size: PictureSize
  readonly rate: Rate
  /** A tier the client insists on; null lets the producer choose. */
  readonly tier: Tier | null
  /** Competing pilots, 1–4; null lets the producer choose. */
  readonly pilots: number | null
  /** Takes of each shot, 1–5; null lets the plan choose. */
  readonly takes: number | null
  /** Vendor of the footage, a catalogue id such as `animatic`. */
  readonly provider: string
  readonly audio: AudioChoice
  /** Voice name; null for the vendor's default. */
  readonly voice: string | null
  /** Hash of a music file of the client's in the vault; null for composed music. */
  readonly musicHash: string | null
  /** BCP 47 tag of the narration, such as `en`. */
  readonly language: string
  readonly captions: CaptionChoice
  readonly seeds: readonly SeedAsset[]
  /** Same brief, seed and settings give the same raw frames. 0…2^31-1. */
  readonly randomSeed: number
  readonly gates: readonly Gate[]
}
