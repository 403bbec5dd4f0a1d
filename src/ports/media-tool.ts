import type { Aspect, CaptionChoice, PictureSize } from '../domain/brief.ts'
import type { Cut } from '../domain/cut.ts'
import type { Finding } from '../domain/review.ts'
import type { CameraMove } from '../domain/script.ts'
import type { FrameCount, Rate } from '../domain/time.ts'

/** What a media file holds. */
export interface MediaFacts {
  readonly video: {
    readonly width: number
    readonly height: number
    readonly rate: Rate
    readonly frames: FrameCount
    readonly codec: string
  } | null
  readonly audio: {
    readonly sampleRateHz: number
    readonly channels: number
    readonly seconds: number
    readonly codec: string
  } | null
  readonly seconds: number
  readonly bytes: number
}

/** What technical review needs to know of the plan, so that what was meant is not a defect. */
export interface PlannedTake {
  readonly camera: CameraMove
  /** Whether anything in the shot is meant to move: people, weather, water. */
  readonly hasMotion: boolean
  readonly timeOfDay: string
  readonly length: FrameCount
  readonly rate: Rate
  readonly size: PictureSize
}

/** Result of technical review. */
export interface TechnicalReview {
  /** 0…100. */
  readonly score: number
  readonly findings: readonly Finding[]
  /** Mean luminance 0…255, saturation 0…180, motion 0…100, blur and others by name, for judges and the report. */
  readonly measures: { readonly [name: string]: number }
}

/** A voice clip at its place in the film. */
export interface PlacedVoice {
  readonly path: string
  readonly start: FrameCount
}

/** A caption at its place in the film. */
export interface PlacedCaption {
  readonly text: string
  readonly speaker: string | null
  readonly start: FrameCount
  readonly length: FrameCount
}

/** Everything a film is rendered from. */
export interface FilmOrder {
  readonly cut: Cut
  /** Conformed picture of each event, in the order of `cut.events`; absolute paths. */
  readonly footage: readonly string[]
  readonly size: PictureSize
  readonly aspect: Aspect
  readonly voices: readonly PlacedVoice[]
  /** Music file; looped or cut to the film with a fade at the end. Null for none. */
  readonly music: string | null
  readonly captions: readonly PlacedCaption[]
  readonly captionChoice: CaptionChoice
  /** Metadata tags for the file: `title`, `comment`, … */
  readonly tags: { readonly [name: string]: string }
}

/** What came out of a render, measured on the finished file. */
export interface RenderedFilm {
  readonly frames: FrameCount
  readonly loudnessLufs: number | null
  readonly truePeakDbtp: number | null
}

/** Work on pictures and sound. Every output file appears under its name only when it is whole and checked. */
export interface MediaTool {
  /**
   * See that the programs are there and can do what films need.
   *
   * @throws StudioError `tool-missing` with the set-up command
   */
  ready(): Promise<void>
  /** @throws StudioError `media-unsafe`, `media-failed` */
  probe(path: string, signal?: AbortSignal): Promise<MediaFacts>
  /**
   * Check a file that somebody handed in, by magic bytes, a forced demuxer and limits.
   *
   * @throws StudioError `media-unsafe` for playlists, disguised text, corrupt or oversized media
   */
  inspectUpload(path: string): Promise<{ readonly kind: 'image' | 'video' | 'audio' | 'text' }>
  /**
   * Check a file that a vendor delivered, in the same way.
   *
   * @throws StudioError `media-unsafe`, whose message says in one line what is wrong with it, as a part of a sentence that begins
   *   with `it`, and does not name the file, which is not kept
   */
  inspectDelivery(path: string): Promise<void>
  /**
   * Make a vendor's clip fit the film: size, rate, pixel format, closed 1 s GOP, leader dropped.
   *
   * @returns frames of the conformed file
   */
  conformTake(
    order: {
      readonly input: string
      readonly output: string
      readonly size: PictureSize
      readonly rate: Rate
      readonly leaderFrames: number
      /** Frames to keep at most. */
      readonly length: FrameCount
    },
    signal?: AbortSignal,
  ): Promise<FrameCount>
  reviewTake(path: string, planned: PlannedTake, signal?: AbortSignal): Promise<TechnicalReview>
  /** One frame as a PNG. */
  still(input: string, frame: FrameCount, output: string, signal?: AbortSignal): Promise<void>
  renderFilm(
    order: FilmOrder,
    output: string,
    onProgress: (fraction: number) => void,
    signal?: AbortSignal,
  ): Promise<RenderedFilm>
  /** Join finished scenes by packet copy, in the order given. With `music`, one bed lies under the whole. */
  combine(
    inputs: readonly string[],
    output: string,
    music: string | null,
    signal?: AbortSignal,
  ): Promise<MediaFacts>
  captionFiles(
    captions: readonly PlacedCaption[],
    rate: Rate,
    srtOutput: string,
    vttOutput: string,
  ): Promise<void>
  /** One frame as a JPEG, at most `width` pixels wide, never enlarged. */
  poster(still: {
    readonly film: string
    readonly frame: FrameCount
    readonly width: number
    readonly output: string
  }): Promise<void>
  /** A sheet of stills with labels, one per event. */
  contactSheet(
    film: string,
    cells: readonly { readonly frame: FrameCount; readonly label: string }[],
    rate: Rate,
    output: string,
  ): Promise<void>
}
