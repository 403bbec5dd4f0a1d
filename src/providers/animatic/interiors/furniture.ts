import { css, type Rgb, readColour, rgb, shift } from '../figures/colour.ts'
import type { Dice } from '../figures/dice.ts'
import type { Point } from '../figures/geometry.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'

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

/** A chair; `facing` -1 looks left, 1 right, 0 to the viewer. */
export const chair = (room: Room, { x, z }: Spot, facing: number, colour: Rgb = wood): void => {
  paintShade(room, block(x, 0, z, [0.44, 0.45, 0.42]), 0, 0.35)
  const back = (): void => {
    const [dx, dz] = facing === 0 ? [0, 0.38] : [-facing * 0.2, 0]
    const size: readonly [number, number, number] =
      facing === 0 ? [0.42, 0.46, 0.04] : [0.04, 0.46, 0.4]
    paintBlock(room, block(x + dx, 0.46, z + dz, size), colour)
  }
  if (facing >= 0) back()
  for (const dz of [0.36, 0.02])
    for (const side of [-1, 1])
      paintBlock(room, block(x + side * 0.18, 0, z + dz, [0.04, 0.44, 0.04]), shift(colour, -0.3))
  paintBlock(room, block(x, 0.43, z, [0.44, 0.05, 0.42]), shift(colour, 0.05))
  if (facing < 0) back()
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

/** What stands on a shelf. */
export type Stock = 'books' | 'jars' | 'bottles' | 'boxes' | 'tools' | 'dishes' | 'goods'

const bookTones = [
  '#7c3a34',
  '#33506e',
  '#55704f',
  '#b58a4c',
  '#5c4a66',
  '#8c7a60',
  '#2f4a4a',
  '#a4574a',
] as const

/** A case of shelves against the back wall, or hung on it from `low` up. */
export const shelves = (
  room: Room,
  spot: Spot,
  request: {
    readonly wide: number
    readonly low: number
    readonly high: number
    readonly rows: number
    readonly stock: Stock
    readonly colour: Rgb
    readonly dice: Dice
  },
): void => {
  const { wide, low, high, rows, stock, colour, dice } = request
  const deep = 0.3
  const { x, z } = spot
  if (low < 0.2) paintShade(room, block(x, 0, z, [wide, 0.4, deep]), 0, 0.5)
  paintBlock(
    room,
    { x: [x - wide / 2, x + wide / 2], y: [low, high], z: [z + deep - 0.02, z + deep] },
    shift(colour, -0.5),
  )
  const rise = (high - low) / rows
  for (let row = 0; row < rows; row += 1) {
    const y = low + row * rise
    fillShelf(
      room,
      {
        left: x - wide / 2 + 0.05,
        right: x + wide / 2 - 0.05,
        y: y + 0.035,
        z: z + 0.08,
        high: rise * 0.86,
      },
      stock,
      dice,
    )
    paintBlock(
      room,
      { x: [x - wide / 2, x + wide / 2], y: [y, y + 0.035], z: [z, z + deep] },
      colour,
    )
  }
  paintBlock(
    room,
    { x: [x - wide / 2, x + wide / 2], y: [high, high + 0.04], z: [z, z + deep] },
    colour,
  )
  for (const side of [-1, 1])
    paintBlock(
      room,
      {
        x: [x + (side * wide) / 2 - 0.02, x + (side * wide) / 2 + 0.02],
        y: [low, high],
        z: [z, z + deep],
      },
      shift(colour, -0.05),
    )
}

interface Board {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly z: number
  readonly high: number
}

const fillShelf = (room: Room, board: Board, stock: Stock, dice: Dice): void => {
  let x = board.left
  while (x < board.right - 0.04) {
    if (dice.roll() < 0.1) {
      x += dice.between(0.06, 0.2)
      continue
    }
    x += stockItem(room, { ...board, left: x }, stock, dice)
  }
}

const stockItem = (room: Room, board: Board, stock: Stock, dice: Dice): number => {
  const tone = readColour(dice.pick(bookTones))
  if (stock === 'books') {
    const [wide, high] = [dice.between(0.025, 0.06), board.high * dice.between(0.62, 0.95)]
    paintBlock(
      room,
      block(board.left + wide / 2, board.y, board.z, [wide * 0.94, high, 0.16]),
      tone,
    )
    return wide
  }
  if (stock === 'boxes' || stock === 'goods') {
    const [wide, high] = [dice.between(0.12, 0.28), board.high * dice.between(0.4, 0.85)]
    paintBlock(
      room,
      block(board.left + wide / 2, board.y, board.z, [wide * 0.94, high, 0.18]),
      stock === 'boxes' ? readColour(dice.pick(['#b0936c', '#9a8466', '#8f8f92'])) : tone,
    )
    return wide + 0.02
  }
  const [wide, high] = [
    dice.between(0.07, 0.12),
    board.high * dice.between(0.45, stock === 'bottles' ? 0.9 : 0.65),
  ]
  const colours = {
    jars: ['#c9b48c', '#a8643f', '#7c8a5c'],
    bottles: ['#3f5c48', '#6b3a32', '#8fa9b8'],
    dishes: ['#dcd8cd', '#b8c4c8', '#c98f6c'],
    tools: ['#8a8f96', '#a8503c', '#44506a'],
  } as const
  vessel(
    room,
    { x: board.left + wide / 2, z: board.z },
    {
      y: board.y,
      wide,
      high,
      colour: readColour(dice.pick(colours[stock])),
      neck: stock === 'bottles',
    },
  )
  return wide + dice.between(0.015, 0.05)
}

/** A jar, bottle, pot or cup. */
export const vessel = (
  room: Room,
  { x, z }: Spot,
  look: {
    readonly y: number
    readonly wide: number
    readonly high: number
    readonly colour: Rgb
    readonly neck: boolean
  },
): void => {
  const { at, brush } = room
  const radius = (room.scale(z) * look.wide) / 2
  const slice = (share: number, grow: number): Point & { r: number } => ({
    ...at(x, look.y + look.high * share, z),
    r: radius * grow,
  })
  const body = look.neck
    ? [slice(0, 1), slice(0.5, 1), slice(0.66, 0.75), slice(0.76, 0.34), slice(1, 0.3)]
    : [slice(0, 0.86), slice(0.3, 1), slice(0.8, 0.98), slice(1, 0.8)]
  brush.tube(body, look.colour, { start: 0.12, end: 0.1 })
  if (brush.look !== 'motion')
    brush.stroke(
      [
        at(x - look.wide * 0.26, look.y + look.high * 0.2, z),
        at(x - look.wide * 0.26, look.y + look.high * 0.58, z),
      ],
      Math.max(0.6, radius * 0.16),
      rgb(255, 255, 255),
      0.4,
    )
}

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
