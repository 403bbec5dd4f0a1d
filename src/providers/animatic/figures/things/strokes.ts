import type { Rgb } from '../brush/colour.ts'
import type { Pen } from './thing.ts'

const turn = Math.PI * 2

/** Points of an oval or a part of it, clockwise from its top: x, y, x, y, …; angles in turns. */
export const arc = (
  middle: readonly [x: number, y: number],
  radii: readonly [rx: number, ry: number],
  [from, to]: readonly [from: number, to: number] = [0, 1],
): number[] => {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) * 20))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (from + ((to - from) * step) / steps) * turn
    return [middle[0] + Math.sin(angle) * radii[0], middle[1] + Math.cos(angle) * radii[1]]
  }).flat()
}

/** A gleam along a surface that shines. */
export const gleam = (pen: Pen, points: readonly number[], alpha = 0.4, width = 0.03): void =>
  pen.line('#ffffff', width, points, alpha)

/** Stitches along a seam. */
export const seam = (
  pen: Pen,
  colour: Rgb,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  width = 0.009,
): void => {
  const count = Math.max(3, Math.round(Math.hypot(x1 - x0, y1 - y0) / 0.05))
  for (let stitch = 0; stitch < count; stitch += 1) {
    const [from, to] = [stitch / count, (stitch + 0.55) / count]
    pen.line(
      colour,
      width,
      [x0 + (x1 - x0) * from, y0 + (y1 - y0) * from, x0 + (x1 - x0) * to, y0 + (y1 - y0) * to],
      0.85,
    )
  }
}

/** Steam over something hot. */
export const steamOver = (pen: Pen, y: number, x = 0, wide = 1): void => {
  for (const side of [-1, 0, 1]) {
    const rise = (pen.time * 0.3 + side * 0.31 + 1) % 1
    const sway = Math.sin(pen.time * 1.4 + side * 2) * 0.08
    const at = x + side * 0.3 * wide
    pen.line(
      '#f4f1ea',
      0.05,
      [at, y + rise * 0.2, at + sway, y + 0.3 + rise * 0.4, at - sway, y + 0.6 + rise * 0.6],
      0.28 * (1 - rise),
    )
  }
}
