/** A clip that a job of an emulated vendor is to deliver. */
export interface ClipOrder {
  /** The emulated vendor whose job it is: `runway`, `luma`, … */
  readonly vendor: string
  readonly model: string
  readonly prompt: string
  readonly seconds: number
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
  /** The seed of the request; null where it names none. */
  readonly seed: number | null
  /** Orders of the same words that the account had before: without a seed a model makes another picture each time. */
  readonly attempt: number
  /** Bytes of a PNG, JPEG or WebP file to start from; null to start freely. */
  readonly firstFrame: Uint8Array | null
  /** Bytes of a PNG, JPEG or WebP file to end on. */
  readonly lastFrame: Uint8Array | null
  /** A finished clip on this machine whose last frame is the first of this one. */
  readonly continues: string | null
  /** A finished clip on this machine whose first frame is the last of this one. */
  readonly leadsTo: string | null
}

/**
 * Makes a clip: an MP4 file of the order's length and size.
 *
 * @param path where the file is wanted; its folder exists and is free for passing files
 */
export type ClipMaker = (order: ClipOrder, path: string) => Promise<void>
