import type { PictureSize } from './brief.ts'

/** The shapes of pictures that a video model makes, as `width:height` in pixels or in parts. */
export interface PictureShapes {
  /** From words alone; none where it needs a first frame. */
  readonly words: readonly string[]
  /** From a first frame. */
  readonly frame: readonly string[]
  /** Aspects that it is not asked for at all: too much of its pictures would be cut away. */
  readonly refused: readonly string[]
}

/** Even sides cannot meet every aspect exactly, nor do vendors': one pixel in fifty is let pass. */
const tolerance = 0.02

/** Whether a picture has a shape. */
export const hasShape = (size: PictureSize, shape: string): boolean =>
  Math.abs(size.width / size.height / ratioOf(shape) - 1) <= tolerance

/** The shape of a list that is nearest to a picture's, by how much must be cut away; null for an empty list. */
export const nearestShape = (shapes: readonly string[], size: PictureSize): string | null => {
  const cut = (shape: string): number =>
    Math.abs(Math.log(ratioOf(shape) / (size.width / size.height)))
  return shapes.toSorted((one, other) => cut(one) - cut(other))[0] ?? null
}

const ratioOf = (shape: string): number => {
  const [width = 1, height = 1] = shape.split(':').map(Number)
  return width / height
}

const names = ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', '9:21'] as const

/** Shapes in the words of film: `16:9 or 9:16`. */
export const shapesText = (shapes: readonly string[]): string =>
  [...new Set(shapes.map(nameOf))].join(', ').replace(/, (?=[^,]+$)/, ' or ')

const nameOf = (shape: string): string => {
  const [width = 1, height = 1] = shape.split(':').map(Number)
  return names.find((name) => hasShape({ width, height }, name)) ?? shape
}
