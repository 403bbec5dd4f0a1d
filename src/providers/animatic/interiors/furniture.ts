import { type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import { block, paintBlock, paintShade, paintSurface, type Room } from './room.ts'

/** A piece of furniture's middle and near side, metres. */
export interface Spot {
  readonly x: number
  readonly z: number
}

const wood = readColour('#8a6244')

/** A table on four legs. */
export const table = (
  room: Room,
  { x, z }: Spot,
  size: readonly [number, number, number],
  colour: Rgb = wood,
): void => {
  const [wide, high, deep] = size
  paintShade(room, block(x, 0, z, [wide, high, deep]), 0, 0.4)
  const leg = (dx: number, dz: number): void =>
    paintBlock(room, block(x + dx, 0, z + dz, [0.06, high - 0.04, 0.06]), shift(colour, -0.25))
  for (const dz of [deep - 0.08, 0.02])
    for (const side of [-1, 1]) leg(side * (wide / 2 - 0.07), dz)
  paintBlock(room, block(x, high - 0.05, z, [wide, 0.05, deep]), colour)
}

/** A chair; who sits on it looks left (-1), right (1) or away from the viewer. */
export const chair = (
  room: Room,
  { x, z }: Spot,
  facing: number | 'away',
  colour: Rgb = wood,
): void => {
  paintShade(room, block(x, 0, z, [0.44, 0.45, 0.42]), 0, 0.35)
  const back = (): void => {
    const [dx, size] =
      facing === 'away'
        ? [0, [0.42, 0.46, 0.04] as const]
        : [-facing * 0.2, [0.04, 0.46, 0.4] as const]
    paintBlock(room, block(x + dx, 0.46, z, size), colour)
  }
  const isBehind = facing !== 'away' && facing > 0
  if (isBehind) back()
  for (const dz of [0.36, 0.02])
    for (const side of [-1, 1])
      paintBlock(room, block(x + side * 0.18, 0, z + dz, [0.04, 0.44, 0.04]), shift(colour, -0.3))
  paintBlock(room, block(x, 0.43, z, [0.44, 0.05, 0.42]), shift(colour, 0.05))
  if (!isBehind) back()
}

/** A sofa with cushions. */
export const sofa = (room: Room, { x, z }: Spot, wide: number, colour: Rgb): void => {
  const { at, brush } = room
  paintShade(room, block(x, 0, z, [wide, 0.4, 0.85]), 0, 0.55)
  const soft = (
    left: number,
    right: number,
    low: number,
    high: number,
    near: number,
    tone: Rgb,
    round = 0.09,
  ): void => {
    const r = round
    brush.shape(
      [
        at(left, low, near),
        at(left - r * 0.12, (low + high) / 2, near),
        at(left + r * 0.5, high - r * 0.2, near),
        at(left + r * 1.6, high, near),
        at((left + right) / 2, high + r * 0.12, near),
        at(right - r * 1.6, high, near),
        at(right - r * 0.5, high - r * 0.2, near),
        at(right + r * 0.12, (low + high) / 2, near),
        at(right, low, near),
        at((left + right) / 2, low - r * 0.05, near),
      ],
      tone,
      { shade: 0.8 },
    )
  }
  const [left, right] = [x - wide / 2, x + wide / 2]
  soft(left + 0.06, right - 0.06, 0.2, 0.86, z + 0.62, shift(colour, -0.1))
  const cushions = Math.max(1, Math.round(wide / 0.72))
  const each = (wide - 0.34) / cushions
  for (let index = 0; index < cushions; index += 1) {
    const from = left + 0.17 + index * each
    soft(from + 0.01, from + each - 0.01, 0.42, 0.8, z + 0.48, shift(colour, 0.03), 0.12)
  }
  for (let index = 0; index < cushions; index += 1) {
    const from = left + 0.17 + index * each
    soft(from + 0.01, from + each - 0.01, 0.26, 0.46, z + 0.04, shift(colour, 0.08), 0.07)
  }
  soft(left, right, 0.08, 0.28, z, shift(colour, -0.14), 0.04)
  soft(left - 0.02, left + 0.2, 0.1, 0.6, z - 0.01, shift(colour, 0.02), 0.09)
  soft(right - 0.2, right + 0.02, 0.1, 0.6, z - 0.01, shift(colour, -0.06), 0.09)
}

/** A bed seen from its side or foot, with pillow and blanket. */
export const bed = (
  room: Room,
  { x, z }: Spot,
  size: readonly [number, number],
  blanket: Rgb,
  frame: Rgb = wood,
): void => {
  const [wide, deep] = size
  const { at, brush } = room
  paintShade(room, block(x, 0, z, [wide, 0.4, deep]), 0, 0.55)
  paintBlock(room, block(x - wide / 2 - 0.03, 0, z, [0.07, 1.02, deep]), frame)
  paintBlock(room, block(x, 0.12, z, [wide, 0.2, deep]), shift(frame, -0.12))
  paintBlock(room, block(x, 0.3, z + 0.02, [wide - 0.04, 0.2, deep - 0.04]), readColour('#e2ddd2'))
  const left = x - wide / 2 + 0.55
  paintSurface(
    room,
    [
      at(left, 0.535, z + deep),
      at(x + wide / 2, 0.535, z + deep),
      at(x + wide / 2, 0.535, z),
      at(left, 0.535, z),
    ],
    shift(blanket, 0.06),
    shift(blanket, 0.2),
  )
  brush.shape(
    [
      at(left, 0.53, z),
      at(x, 0.545, z),
      at(x + wide / 2 + 0.02, 0.53, z),
      at(x + wide / 2 + 0.02, 0.2, z),
      at(x + wide * 0.2, 0.23, z),
      at(x, 0.19, z),
      at(left + 0.1, 0.23, z),
      at(left, 0.2, z),
    ],
    blanket,
  )
  for (const dz of [deep * 0.62, deep * 0.18]) {
    const px = x - wide / 2 + 0.3
    brush.shape(
      [
        at(px - 0.22, 0.5, z + dz),
        at(px - 0.2, 0.66, z + dz),
        at(px, 0.68, z + dz),
        at(px + 0.22, 0.62, z + dz),
        at(px + 0.25, 0.52, z + dz),
        at(px, 0.49, z + dz),
      ],
      readColour('#f0ece4'),
    )
  }
}
