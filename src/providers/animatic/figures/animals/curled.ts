import type { Slice } from '../brush/brush.ts'
import { type Rgb, shift } from '../brush/colour.ts'
import { local } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { type Frame, slice } from './quadruped-frame.ts'
import { markTube } from './tube-marks.ts'

/** A round body with the tail laid about it and the forepaws under the chin: all of who lies curled up but the head. */
export const curledPieces = (frame: Frame): Piece[] => [
  { near: 0, paint: () => paintRound(frame) },
  { near: 0.1, paint: () => paintPaws(frame) },
  { near: 0.24, paint: () => paintTailAbout(frame) },
]

const at = (frame: Frame, f: number, u: number, radius: number): Slice =>
  slice(frame, local(f, u, 0), radius)

const paintRound = (frame: Frame): void => {
  const { moment } = frame
  const { look, brush, time, seed } = moment
  const breath = Math.sin(time * 1.9 + seed) * 0.008
  const body = [
    at(frame, -0.48, 0.2, 0.17),
    at(frame, -0.34, 0.29, 0.27),
    at(frame, -0.1, 0.35 + breath, 0.34 + breath),
    at(frame, 0.14, 0.32 + breath, 0.3 + breath),
    at(frame, 0.34, 0.23, 0.2),
  ]
  brush.tube(body, look.coat)
  markTube(brush, body, { ...look, colour: look.marked, seed })
  const haunch = at(frame, -0.26, 0.2, 0.22)
  brush.oval(haunch, { rx: haunch.r, ry: haunch.r * 0.86 }, shift(look.coat, 0.05))
}

const paintPaws = (frame: Frame): void => {
  const { brush, look } = frame.moment
  const tone = look.socks ?? shift(look.points ?? look.coat, -0.06)
  const paw = (f: number, colour: Rgb): void =>
    brush.tube([at(frame, f - 0.26, 0.1, 0.09), at(frame, f, 0.06, 0.06)], colour)
  paw(0.64, shift(tone, -0.2))
  paw(0.56, tone)
}

const furred: ReadonlySet<string> = new Set(['brush', 'plume', 'bushy'])

const paintTailAbout = (frame: Frame): void => {
  const { brush, look, time, seed } = frame.moment
  const thick = furred.has(look.tail) ? 0.1 : 0.055
  const stir = Math.max(0, Math.sin(time * 0.9 + seed)) * 0.015
  const tail = [
    at(frame, -0.56, 0.22, thick * 0.8),
    at(frame, -0.55, 0.1, thick),
    at(frame, -0.34, thick * 0.7, thick * 1.1),
    at(frame, -0.05, thick * 0.5, thick * 1.1),
    at(frame, 0.2, thick * 0.6 + stir, thick),
    at(frame, 0.36, thick + stir * 2, thick * 0.5),
  ]
  brush.tube(tail, shift(look.coat, -0.12))
  markTube(brush, tail, {
    marks: look.marks === 'stripes' ? 'rings' : 'none',
    colour: look.marked,
    seed,
  })
}
