import { type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { type Dice, makeDice } from '../figures/brush/dice.ts'
import { ceilingPanels } from './fixtures.ts'
import type { Furniture } from './furnishing.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import { floorGleam } from './tiles.ts'

const goods = [
  ...['#c8442f', '#e0a32e', '#3f7f56', '#2f69a0', '#e8dcc0', '#8a4f78', '#d8742f'],
  ...['#5fa0b4', '#b8c24a', '#f0ece0'],
] as const
const steel = readColour('#c4c8ca')

/** How far the shelves stand from the middle, and how high they are, metres. */
const aisle = 2.75
const shelfHigh = 2.05

/** A long shelf beside the aisle, boards full of packets in the colours of their makers. */
const longShelf = (room: Room, side: number, dice: Dice): void => {
  const { at, back, front } = room
  const x = side * aisle
  const near = front + 1.1
  const face = (
    [z0, z1]: readonly [number, number],
    [y0, y1]: readonly [number, number],
    tone: Rgb,
    inset = 0,
  ): void =>
    paintSurface(
      room,
      [
        at(x + side * inset, y1, z1),
        at(x + side * inset, y1, z0),
        at(x + side * inset, y0, z0),
        at(x + side * inset, y0, z1),
      ],
      shift(tone, -0.06),
      shift(tone, 0.04),
    )
  face([near, back], [0, shelfHigh], rgb(92, 92, 92), 0.3)
  const rows = 5
  const rise = (shelfHigh - 0.15) / rows
  for (let row = 0; row < rows; row += 1) {
    const y = 0.15 + row * rise
    for (let z = back; z > near; ) {
      const tone = readColour(dice.pick(goods))
      const wide = dice.between(0.1, 0.2)
      const many = 2 + Math.floor(dice.roll() * 4)
      const high = rise * dice.between(0.55, 0.86)
      for (let packet = 0; packet < many && z > near; packet += 1) {
        const shade = shift(tone, dice.between(-0.1, 0.06))
        face([z - wide * 0.92, z], [y + 0.03, y + 0.03 + high], shade, 0.08)
        face(
          [z - wide * 0.74, z - wide * 0.2],
          [y + high * 0.35, y + high * 0.7],
          shift(shade, 0.45),
          0.075,
        )
        z -= wide
      }
    }
    face([near, back], [y - 0.035, y + 0.03], readColour('#e4e2da'))
  }
  face([near, back], [shelfHigh - 0.03, shelfHigh + 0.05], steel)
  face([near, back], [0, 0.13], rgb(70, 72, 76))
}

/** Cold cabinets with lit glass doors across the end of the aisle. */
const coldWall = (room: Room, dice: Dice): void => {
  const { back, halfWidth: w, at, context, brush, scale } = room
  const z = back - 0.5
  paintBlock(room, block(0, 0, z, [w * 2, 2.2, 0.5]), rgb(74, 80, 86))
  for (let x = -w + 0.55; x < w - 0.3; x += 0.95) {
    paintBlock(room, block(x, 0.22, z - 0.02, [0.86, 1.75, 0.02]), readColour('#e9f3f4'))
    for (const y of [0.3, 0.72, 1.14, 1.56])
      for (let item = 0; item < 5; item += 1)
        paintBlock(
          room,
          block(x - 0.32 + item * 0.16, y, z - 0.03, [0.13, dice.between(0.18, 0.3), 0.01]),
          readColour(dice.pick(goods)),
        )
    paintBlock(room, block(x + 0.36, 0.8, z - 0.06, [0.03, 0.5, 0.02]), steel)
    if (brush.look !== 'sketch')
      paintGlow(context, at(x, 1.1, z), scale(z) * 1.1, readColour('#dff4ff'), 0.3)
  }
  paintBlock(room, block(0, 2.2, z - 0.04, [w * 2, 0.4, 0.06]), readColour('#2f7a52'))
}

/** A board without words that hangs over the aisle. */
const sign = (room: Room, x: number, z: number, tone: Rgb): void => {
  const { at, brush, height, scale } = room
  for (const dx of [-0.4, 0.4])
    brush.stroke(
      [at(x + dx, height, z), at(x + dx, 2.75, z)],
      Math.max(0.6, scale(z) * 0.012),
      rgb(110, 112, 116),
    )
  paintBlock(room, block(x, 2.4, z, [1.05, 0.36, 0.04]), tone)
  paintBlock(room, block(x, 2.47, z - 0.01, [0.8, 0.06, 0.01]), shift(tone, 0.6))
}

/** Furniture of a supermarket: an aisle between long shelves. */
export const supermarket: Furniture = {
  shows: ['supermarket', 'shop', 'store', 'aisle', 'shelf', 'shelves', 'supermarket aisle'],
  wall: ({ room, seed }) => {
    const dice = makeDice(seed)
    ceilingPanels(room, true, [-1.7, 0, 1.7])
    coldWall(room, dice)
    for (const side of [-1, 1]) longShelf(room, side, dice)
    sign(room, -1.5, 5, readColour('#c8442f'))
    sign(room, 1.5, 3, readColour('#2f69a0'))
  },
  floor: ({ room, seed, side }) => {
    const dice = makeDice(seed + 9)
    for (const x of [-1.7, 0, 1.7]) floorGleam(room, x, [-1.8, room.back - 1.5])
    // A pile of crates with fruit, on the side that people leave free.
    const x = side * 1.75
    paintShade(room, block(x, 0, 2.1, [1.0, 0.5, 0.7]), 0, 0.5)
    paintBlock(room, block(x, 0, 2.1, [0.98, 0.56, 0.7]), readColour('#a47a4c'))
    for (const y of [0.18, 0.38])
      paintBlock(room, block(x, y, 2.08, [0.98, 0.03, 0.02]), readColour('#6e4e2e'))
    const { at, brush, scale } = room
    for (let fruit = 0; fruit < 26; fruit += 1) {
      const z = 2.7 - (fruit % 4) * 0.16
      const r = scale(z) * 0.06
      brush.oval(
        at(x - 0.4 + dice.roll() * 0.8, 0.6 + dice.roll() * 0.06, z),
        { rx: r, ry: r },
        readColour(dice.pick(['#d98a2c', '#c8442f', '#b8c24a'])),
      )
    }
  },
}
