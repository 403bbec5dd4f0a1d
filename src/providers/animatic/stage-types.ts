/** A 2D context of the canvas that frames are drawn on. */
export type Paint = import('@napi-rs/canvas').SKRSContext2D

/** How a picture is drawn, by the animatic model's tier. */
export type Look = 'sketch' | 'motion' | 'painted' | 'feature'

/** The light all things in a picture share. */
export interface Light {
  /** CSS colour of the key light: sun, moon or lamp. */
  readonly key: string
  /** CSS colour that fills what the key does not reach. */
  readonly ambient: string
  /** CSS colour of cast and form shadows. */
  readonly shadow: string
  /** Where the key comes from: −1 left … 1 right. */
  readonly direction: number
  /** 0 night … 1 noon. */
  readonly level: number
  /** Whether the key stands behind the subjects, so that they are seen against it. */
  readonly backlit: boolean
}

/** Where a cached sprite goes: shift in fractions of the frame's width and height, opacity 0…1. */
export interface SpriteMotion {
  readonly x: number
  readonly y: number
  readonly opacity: number
}

/** One plane of a picture, painted from back to front. */
export interface StageLayer {
  /** 0 is infinitely far, 1 the figure plane, more than 1 the foreground. The camera moves near planes more. */
  readonly depth: number
  /**
   * Paint the plane. The frame is the rectangle from (0, 0) to (width, height); paint up to 20 % of the frame's size
   * beyond each edge as well, for the camera's moves. `time` is seconds from the start of the shot, 0 when `still`.
   */
  readonly paint: (context: Paint, time: number, width: number, height: number) => void
  /** Painted once and moved as a sprite; what it paints must then not depend on time. */
  readonly still: boolean
  /** For a still layer: how its sprite drifts with time. Absent for none. */
  readonly motion?: (time: number) => SpriteMotion
  /** Word for the living things or vehicles it shows, which a shot may ask to leave out. Absent for none. */
  readonly shows?: 'birds' | 'fish' | 'cars' | 'boats'
}

/** Rails through a place, and how large a train is on them. */
export interface Track {
  readonly depth: number
  /** 0…1 of the height: where its wheels stand. */
  readonly foot: number
  /** Its height, share of the frame's. */
  readonly tall: number
}

/** A place, ready to be painted. */
export interface Stage {
  /** Back to front. */
  readonly layers: readonly StageLayer[]
  readonly light: Light
  /** 0…1 of the frame's height: where the feet of figures at depth 1 stand. More than 1 when the framing cuts them off. */
  readonly ground: number
  /** 0…1 of the height: the farthest that feet can stand, where water lies beyond; absent for anywhere. */
  readonly land?: number
  /** Where who stays stands, 0…1 across a frame of this aspect (width by height); null or absent for anywhere. */
  readonly standAt?: (aspect: number) => number | null
  /** Where trains run; null or absent for nowhere. */
  readonly track?: Track | null
  /** Words of the vocabulary that the layers really show, lower case. */
  readonly depicted: readonly string[]
}
