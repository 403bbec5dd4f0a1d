import { type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import type { Dice } from '../figures/brush/dice.ts'
import type { Point } from '../figures/brush/geometry.ts'
import type { Spot } from './furniture.ts'
import { block, paintBlock, paintShade, type Room } from './room.ts'

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
