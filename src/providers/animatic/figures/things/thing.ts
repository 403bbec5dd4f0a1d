import type { Brush, Finish } from '../brush/brush.ts'
import { type Rgb, readColour, rgb } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { Appearance } from '../people/appearance.ts'

/** How a thing stands on its way. */
export interface Road {
  /** How far its wheels have rolled, heights of the thing. */
  readonly rolled: number
  /** Lights are mirrored by the ground. */
  readonly wet: boolean
  /** How far it is above where it stood, heights of the thing; null when it does not rise. */
  readonly aloft: number | null
  /** Who sits at its wheel; null when nobody is seen. */
  readonly driver: Appearance | null
}

/** A pen for one thing: its own coordinates, 1 is its height, y up from where it stands, x from its middle. */
export interface Pen {
  readonly brush: Brush
  /** Pixels of the thing's height. */
  readonly size: number
  readonly time: number
  readonly road: Road
  /** Where a place of its own is on the picture. */
  readonly place: (x: number, y: number) => Point
  /** A soft closed outline: x, y, x, y, … */
  readonly soft: (colour: string | Rgb, points: readonly number[], finish?: Finish) => void
  /** A closed outline with straight sides. */
  readonly hard: (colour: string | Rgb, points: readonly number[], finish?: Finish) => void
  readonly oval: (
    colour: string | Rgb,
    x: number,
    y: number,
    rx: number,
    ry: number,
    finish?: Finish,
  ) => void
  readonly box: (
    colour: string | Rgb,
    left: number,
    low: number,
    right: number,
    high: number,
    finish?: Finish,
  ) => void
  /** A round body: x, y, radius, … */
  readonly tube: (colour: string | Rgb, slices: readonly number[], flat?: boolean) => void
  readonly line: (
    colour: string | Rgb,
    width: number,
    points: readonly number[],
    alpha?: number,
  ) => void
  /** Light that spreads from a place. */
  readonly glow: (colour: string, x: number, y: number, radius: number, strength: number) => void
}

const colourOf = (colour: string | Rgb): Rgb =>
  typeof colour === 'string' ? readColour(colour) : colour

/** A pen at a place of the picture, where the thing stands, turned by an angle (radians). */
export const makePen = (
  brush: Brush,
  at: Point,
  size: number,
  time: number,
  turn = 0,
  road: Road = { rolled: 0, wet: false, aloft: null, driver: null },
): Pen => {
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)]
  const place = (x: number, y: number): Point => ({
    x: at.x + (x * cosine + y * sine) * size,
    y: at.y + (x * sine - y * cosine) * size,
  })
  const pairs = (points: readonly number[]): Point[] => {
    const list: Point[] = []
    for (let index = 0; index + 1 < points.length; index += 2)
      list.push(place(points[index] ?? 0, points[index + 1] ?? 0))
    return list
  }
  const hard: Pen['hard'] = (colour, points, finish) =>
    brush.block(pairs(points), colourOf(colour), finish)
  return {
    brush,
    size,
    time,
    road,
    place,
    hard,
    soft: (colour, points, finish) => brush.shape(pairs(points), colourOf(colour), finish),
    oval: (colour, x, y, rx, ry, finish) =>
      brush.oval(place(x, y), { rx: rx * size, ry: ry * size, turn }, colourOf(colour), finish),
    box: (colour, left, low, right, high, finish) =>
      hard(colour, [left, low, right, low, right, high, left, high], finish),
    tube: (colour, slices, flat = true) => {
      const list = []
      for (let index = 0; index + 2 < slices.length; index += 3)
        list.push({
          ...place(slices[index] ?? 0, slices[index + 1] ?? 0),
          r: (slices[index + 2] ?? 0) * size,
        })
      brush.tube(list, colourOf(colour), flat ? { start: 0.12, end: 0.12 } : {})
    },
    line: (colour, width, points, alpha = 1) =>
      brush.stroke(pairs(points), Math.max(0.6, width * size), brush.tone(colourOf(colour)), alpha),
    glow: (colour, x, y, radius, strength) => {
      if (brush.look === 'sketch') return
      brush.glow({ at: place(x, y), radius: radius * size, colour: readColour(colour), strength })
    },
  }
}

/** Something that can be drawn by itself. */
export interface Thing {
  readonly name: string
  readonly pattern: RegExp
  /** Real height, metres. */
  readonly metres: number
  /** Width against height. */
  readonly wide: number
  /** Stands on the ground, on a table, or floats. */
  readonly place: 'ground' | 'table' | 'air'
  /** Can be carried in a hand; by its top, its middle or its foot. */
  readonly hold: 'top' | 'middle' | 'foot' | null
  readonly moves: boolean
  /** Can go through the picture by itself. */
  readonly travels: boolean
  /** Somebody can be seen at its wheel. */
  readonly driven: boolean
  /** People wear it: of somebody dressed in it, it is no thing of its own. */
  readonly worn: boolean
  /** Can rise from the ground by itself. */
  readonly rises: boolean
  readonly paint: (pen: Pen, colour: Rgb | null) => void
}

/** A thing with the usual answers filled in. */
export const thing = (
  name: string,
  pattern: RegExp,
  metres: number,
  rest: Partial<Thing> & Pick<Thing, 'paint'>,
): Thing => ({
  name,
  pattern,
  metres,
  wide: 1,
  place: 'ground',
  hold: null,
  moves: false,
  travels: false,
  rises: false,
  driven: false,
  worn: false,
  ...rest,
})

/** White of porcelain and paper. */
export const porcelain: Rgb = rgb(232, 227, 216)
