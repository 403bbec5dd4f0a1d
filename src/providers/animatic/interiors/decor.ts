import { css, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import type { Dice } from '../figures/brush/dice.ts'
import type { Spot } from './furniture.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import { vessel } from './shelves.ts'

/** A lamp that hangs from the ceiling; its light is painted apart. */
export const pendant = (room: Room, { x, z }: Spot, y: number, colour: Rgb, lit: boolean): void => {
  const { at, brush } = room
  brush.stroke(
    [at(x, room.height, z), at(x, y + 0.24, z)],
    Math.max(0.7, room.scale(z) * 0.012),
    brush.tone(rgb(40, 36, 38)),
  )
  const wide = 0.24
  brush.shape(
    [
      at(x - 0.05, y + 0.26, z),
      at(x + 0.05, y + 0.26, z),
      at(x + wide * 0.8, y + 0.1, z),
      at(x + wide, y, z),
      at(x, y - 0.015, z),
      at(x - wide, y, z),
      at(x - wide * 0.8, y + 0.1, z),
    ],
    colour,
  )
  brush.oval(
    at(x, y, z),
    { rx: room.scale(z) * 0.17, ry: room.scale(z) * 0.035 },
    lit ? readColour('#fff0c8') : readColour('#c8c0b0'),
    { shade: 0, glows: lit, outline: false },
  )
}

/** A lamp on a stand or a table. */
export const shadeLamp = (
  room: Room,
  { x, z }: Spot,
  y: number,
  high: number,
  lit: boolean,
): void => {
  const { at, brush } = room
  brush.stroke(
    [at(x, y, z), at(x, y + high, z)],
    Math.max(0.8, room.scale(z) * 0.025),
    brush.tone(rgb(92, 76, 60)),
  )
  brush.oval(
    at(x, y + 0.015, z),
    { rx: room.scale(z) * 0.11, ry: room.scale(z) * 0.026 },
    rgb(92, 76, 60),
  )
  const shade = readColour(lit ? '#ffdf9e' : '#d8cdb6')
  brush.shape(
    [
      at(x - 0.11, y + high + 0.2, z),
      at(x + 0.11, y + high + 0.2, z),
      at(x + 0.19, y + high - 0.06, z),
      at(x, y + high - 0.075, z),
      at(x - 0.19, y + high - 0.06, z),
    ],
    shade,
    { shade: lit ? 0.2 : 0.8, glows: lit },
  )
}

/** Leaves in a pot. */
export const plant = (room: Room, { x, z }: Spot, y: number, high: number, dice: Dice): void => {
  const { at, brush } = room
  if (y < 0.1) paintShade(room, block(x, 0, z, [0.3, 0.3, 0.3]), 0, 0.4)
  const green = readColour('#4a7350')
  for (let index = 0; index < 13; index += 1) {
    const angle = dice.between(-1.25, 1.25)
    const reach = high * dice.between(0.5, 0.8)
    const root = at(x, y + high * 0.3, z)
    const tip = at(x + Math.sin(angle) * reach * 0.7, y + high * 0.3 + Math.cos(angle) * reach, z)
    const bow = at(
      x + Math.sin(angle) * reach * 0.28,
      y + high * 0.3 + Math.cos(angle) * reach * 0.62,
      z,
    )
    const r = room.scale(z) * high * 0.065
    brush.tube(
      [
        { ...root, r: r * 0.2 },
        { ...bow, r },
        { ...tip, r: r * 0.1 },
      ],
      shift(green, dice.between(-0.25, 0.18)),
      { outline: index % 3 === 0 },
    )
  }
  vessel(
    room,
    { x, z },
    {
      y,
      wide: high * 0.38,
      high: high * 0.34,
      colour: readColour(dice.pick(['#a5694b', '#c9c1b2', '#51606b'])),
      neck: false,
    },
  )
}

/** Framed pictures on the back wall. */
export const pictures = (
  room: Room,
  spots: readonly {
    readonly x: number
    readonly y: number
    readonly wide: number
    readonly high: number
  }[],
  dice: Dice,
): void => {
  const z = room.back - 0.03
  for (const { x, y, wide, high } of spots) {
    paintBlock(
      room,
      block(x, y, z, [wide, high, 0.03]),
      readColour(dice.pick(['#4a3a2e', '#2f2d30', '#b39a6c'])),
    )
    const { at } = room
    const [top, low] = [
      readColour(dice.pick(['#9fb6c4', '#d8b48c', '#8a98b8', '#c9a3a0'])),
      readColour(dice.pick(['#5c7a6a', '#6e5a78', '#a8754e', '#41586e'])),
    ]
    const edge = 0.05
    paintSurface(
      room,
      [
        at(x - wide / 2 + edge, y + high - edge, z),
        at(x + wide / 2 - edge, y + high - edge, z),
        at(x + wide / 2 - edge, y + edge, z),
        at(x - wide / 2 + edge, y + edge, z),
      ],
      top,
      low,
    )
  }
}

/** A rug on the floor. */
export const rug = (
  room: Room,
  { x, z }: Spot,
  size: readonly [number, number],
  colour: Rgb,
): void => {
  const { at } = room
  const [wide, deep] = size
  const quad = (inset: number, from: Rgb, to: Rgb): void =>
    paintSurface(
      room,
      [
        at(x - wide / 2 + inset, 0, z + deep - inset),
        at(x + wide / 2 - inset, 0, z + deep - inset),
        at(x + wide / 2 - inset, 0, z + inset),
        at(x - wide / 2 + inset, 0, z + inset),
      ],
      from,
      to,
    )
  quad(0, shift(colour, -0.2), shift(colour, -0.3))
  quad(0.1, shift(colour, 0.08), shift(colour, -0.08))
  quad(0.2, colour, shift(colour, -0.16))
}

/** A screen that shines. */
export const screen = (
  room: Room,
  { x, z }: Spot,
  y: number,
  size: readonly [number, number],
  glow: Rgb,
): void => {
  const [wide, high] = size
  const { at, context } = room
  paintBlock(room, block(x, y, z, [wide, high, 0.04]), rgb(38, 40, 46))
  const gradient = context.createLinearGradient(0, at(x, y + high, z).y, 0, at(x, y, z).y)
  gradient.addColorStop(0, css(shift(glow, 0.25)))
  gradient.addColorStop(1, css(shift(glow, -0.25)))
  context.fillStyle = gradient
  const [a, b] = [at(x - wide / 2 + 0.02, y + high - 0.02, z), at(x + wide / 2 - 0.02, y + 0.03, z)]
  context.fillRect(a.x, a.y, b.x - a.x, b.y - a.y)
  context.fillStyle = css(shift(glow, 0.6), 0.5)
  for (let line = 0; line < 5; line += 1)
    context.fillRect(
      a.x + (b.x - a.x) * 0.1,
      a.y + (b.y - a.y) * (0.16 + line * 0.15),
      (b.x - a.x) * (0.3 + ((line * 37) % 5) * 0.1),
      Math.max(0.6, (b.y - a.y) * 0.045),
    )
  paintGlow(context, at(x, y + high / 2, z), room.scale(z) * wide * 1.2, glow, 0.22)
}
