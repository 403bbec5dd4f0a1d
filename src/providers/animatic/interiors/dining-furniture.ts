import { readColour, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { pictures } from './decor.ts'
import type { Furniture } from './furnishing.ts'
import { chair, type Spot } from './furniture.ts'
import { block, paintBlock, paintGlow, paintShade, type Room } from './room.ts'

const linen = readColour('#eee6d8')

/** A round table under a cloth, laid for two, with a candle. */
const laidTable = (room: Room, { x, z }: Spot, lit: boolean): void => {
  const { at, brush, scale, context } = room
  const [half, high] = [0.48, 0.76]
  paintShade(room, block(x, 0, z - 0.3, [1.2, 0.6, 0.7]), 0, 0.5)
  brush.shape(
    [
      at(x - half, high, z),
      at(x - half * 0.98, high * 0.55, z),
      at(x - half * 1.06, 0.16, z),
      at(x - half * 0.5, 0.1, z),
      at(x, 0.14, z),
      at(x + half * 0.5, 0.1, z),
      at(x + half * 1.06, 0.16, z),
      at(x + half * 0.98, high * 0.55, z),
      at(x + half, high, z),
    ],
    shift(linen, -0.12),
  )
  for (const fold of [-0.6, -0.2, 0.25, 0.62])
    brush.stroke(
      [at(x + fold * half, high - 0.06, z), at(x + fold * half * 1.12, 0.14, z)],
      scale(z) * 0.025,
      brush.tone(shift(linen, -0.34)),
      0.4,
    )
  brush.oval(at(x, high, z), { rx: scale(z) * half, ry: scale(z) * 0.11 }, linen)
  for (const side of [-1, 1]) {
    brush.oval(
      at(x + side * 0.24, high + 0.015, z),
      { rx: scale(z) * 0.13, ry: scale(z) * 0.032 },
      readColour('#fbf8f2'),
    )
    wineGlass(room, x + side * 0.36, high + 0.02, z)
  }
  paintBlock(room, block(x, high, z, [0.035, 0.2, 0.035]), readColour('#f2e8cf'))
  brush.oval(
    at(x, high + 0.25, z),
    { rx: scale(z) * 0.018, ry: scale(z) * 0.045 },
    readColour('#ffd98a'),
    { glows: true, shade: 0, outline: false },
  )
  if (brush.look !== 'sketch')
    paintGlow(
      context,
      at(x, high + 0.25, z),
      scale(z) * 0.75,
      readColour('#ffb866'),
      lit ? 0.6 : 0.3,
    )
}

const wineGlass = (room: Room, x: number, y: number, z: number): void => {
  const { at, brush, scale } = room
  const px = scale(z)
  brush.stroke(
    [at(x, y, z), at(x, y + 0.11, z)],
    px * 0.012,
    brush.tone(readColour('#d8dee0')),
    0.8,
  )
  brush.oval(at(x, y + 0.16, z), { rx: px * 0.042, ry: px * 0.06 }, readColour('#d8dee0'), {
    alpha: 0.5,
  })
  brush.oval(at(x, y + 0.145, z), { rx: px * 0.036, ry: px * 0.034 }, readColour('#7c2434'))
}

/** A ring of candles that hangs from the ceiling. */
const chandelier = (room: Room, x: number, z: number): void => {
  const { at, brush, scale, height, context } = room
  const y = height - 0.85
  const brass = brush.tone(readColour('#b08a3c'))
  brush.stroke([at(x, height, z), at(x, y, z)], scale(z) * 0.02, brass)
  for (const dx of [-0.5, -0.25, 0, 0.25, 0.5]) {
    const tip = at(x + dx, y + 0.06 + Math.abs(dx) * 0.1, z)
    brush.stroke([at(x, y - 0.12, z), at(x + dx * 0.7, y - 0.14, z), tip], scale(z) * 0.02, brass)
    brush.oval(
      { x: tip.x, y: tip.y - scale(z) * 0.05 },
      { rx: scale(z) * 0.03, ry: scale(z) * 0.055 },
      readColour('#ffe6b0'),
      { glows: true, shade: 0, outline: false },
    )
  }
  if (brush.look !== 'sketch')
    paintGlow(context, at(x, y, z), scale(z) * 1.7, readColour('#ffc878'), 0.5)
}

/** Furniture of a restaurant. */
export const restaurant: Furniture = {
  shows: ['restaurant', 'table', 'candle', 'wine', 'chandelier', 'chair'],
  wall: ({ room, seed, side, windowX }) => {
    pictures(
      room,
      [
        { x: windowX - side * 2.4, y: 1.45, wide: 0.95, high: 0.75 },
        { x: windowX - side * 3.7, y: 1.55, wide: 0.6, high: 0.55 },
      ],
      makeDice(seed),
    )
    chandelier(room, -side * 0.9, 2.2)
  },
  floor: ({ room, side, lamps }) => {
    const wood = readColour('#4a2e20')
    const w = room.halfWidth
    for (const [x, z] of [
      [-side * Math.min(2.7, w * 0.72), 2.6],
      [side * Math.min(1.0, w * 0.28), 2.5],
      [side * Math.min(2.7, w * 0.78), 1.5],
    ] as const) {
      chair(room, { x: x - 0.72, z: z - 0.1 }, 1, wood)
      chair(room, { x: x + 0.72, z: z - 0.1 }, -1, wood)
      laidTable(room, { x, z }, lamps)
    }
  },
}
