import { type Rgb, readColour, rgb, shift } from '../figures/colour.ts'
import { type Dice, makeDice } from '../figures/dice.ts'
import { bench, board, cooker, counter, door, fireplace, fridge, toolWall } from './fittings.ts'
import {
  bed,
  chair,
  pendant,
  pictures,
  plant,
  rug,
  type Stock,
  screen,
  shadeLamp,
  shelves,
  sofa,
  table,
  vessel,
} from './furniture.ts'
import { block, paintBlock, paintSurface, type Room } from './room.ts'
import type { RoomKind } from './room-kinds.ts'

/** What furniture is chosen and placed by. */
export interface Furnishing {
  readonly room: Room
  readonly seed: number
  readonly lamps: boolean
  /** -1 leaves the left free for people, 1 the right. */
  readonly side: number
  /** Middle of the window, metres. */
  readonly windowX: number
}

/** Furniture of one kind of room in two planes. */
export interface Furniture {
  /** Against the back wall. */
  readonly wall: (furnishing: Furnishing) => void
  /** On the floor between the wall and the people. */
  readonly floor: (furnishing: Furnishing) => void
  /** Words for what the two paint. */
  readonly shows: readonly string[]
}

const accents = ['#8f4d42', '#3f6276', '#5f7358', '#a67a3e', '#6a5474', '#4f6f70'] as const

const accent = (seed: number): Rgb => readColour(makeDice(seed ^ 0x9d).pick(accents))

const shelf = (
  room: Room,
  x: number,
  wide: number,
  stock: Stock,
  dice: Dice,
  span: readonly [number, number, number] = [0, 2.1, 5],
  colour = '#7a5a40',
): void =>
  shelves(
    room,
    { x, z: room.back - 0.32 },
    { wide, low: span[0], high: span[1], rows: span[2], stock, colour: readColour(colour), dice },
  )

const kitchen: Furniture = {
  shows: ['kitchen', 'table', 'stove', 'shelf'],
  wall: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed)
    const { back, halfWidth: w } = room
    const z = back - 0.62
    const cupboard = readColour(dice.pick(['#7c8f86', '#8a7a66', '#5f7488', '#c2b8a4']))
    fridge(room, { x: side * (w - 0.42), z }, readColour('#c4c8ca'))
    const left = side < 0 ? -w + 0.85 : -w + 0.05
    const right = side < 0 ? w - 0.05 : w - 0.85
    counter(room, { x: (left + right) / 2, z }, right - left, cupboard, readColour('#6a5646'))
    cooker(room, { x: side * (w - 1.55), z }, lamps)
    shelf(room, -side * (w - 0.75), 1.1, 'dishes', dice, [1.5, 2.15, 2])
    for (const x of [-0.7, -0.55, 0.62])
      vessel(
        room,
        { x: x - side * 0.4, z: back - 0.3 },
        {
          y: 0.93,
          wide: 0.12,
          high: dice.between(0.14, 0.26),
          colour: readColour(dice.pick(['#b8864c', '#8a9aa0', '#a0503c'])),
          neck: false,
        },
      )
    plant(room, { x: -side * 0.15, z: back - 0.25 }, 0.93, 0.34, dice)
  },
  floor: ({ room, side, lamps, seed }) => {
    const x = -side * Math.min(1.5, room.halfWidth * 0.5)
    table(room, { x, z: 0.7 }, [1.4, 0.76, 0.75])
    chair(room, { x: x - side * 0.95, z: 0.85 }, side, readColour('#6f5038'))
    vessel(
      room,
      { x: x + 0.3, z: 1.0 },
      { y: 0.76, wide: 0.28, high: 0.1, colour: readColour('#d4cfc2'), neck: false },
    )
    vessel(
      room,
      { x: x - 0.25, z: 1.1 },
      { y: 0.76, wide: 0.11, high: 0.26, colour: readColour('#5c7c8c'), neck: true },
    )
    pendant(room, { x, z: 1.0 }, 1.95, accent(seed), lamps)
  },
}

const livingRoom: Furniture = {
  shows: ['living room', 'sofa', 'lamp', 'bookshelf', 'rug', 'plant'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    const x = -side * (room.halfWidth - 0.75)
    if (dice.roll() < 0.5) fireplace(room, x, readColour('#9a8a78'))
    else shelf(room, x, 1.2, 'books', dice)
    pictures(
      room,
      [
        { x: windowX + side * 1.6, y: 1.45, wide: 0.55, high: 0.7 },
        { x: windowX + side * 2.3, y: 1.6, wide: 0.42, high: 0.42 },
      ],
      dice,
    )
  },
  floor: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed + 3)
    rug(room, { x: 0, z: -0.6 }, [2.6, 1.9], accent(seed + 1))
    sofa(
      room,
      { x: side * Math.min(1.25, room.halfWidth * 0.45), z: 1.15 },
      Math.min(2.1, room.halfWidth * 1.1),
      accent(seed),
    )
    shadeLamp(room, { x: side * Math.min(2.5, room.halfWidth * 0.92), z: 1.3 }, 0, 1.4, lamps)
    plant(room, { x: -side * (room.halfWidth - 0.35), z: 1.2 }, 0, 1.1, dice)
    table(room, { x: side * 0.7, z: 0.35 }, [0.9, 0.4, 0.5])
    paintBlock(room, block(side * 0.8, 0.4, 0.5, [0.26, 0.04, 0.18]), accent(seed + 5))
  },
}

const bedroom: Furniture = {
  shows: ['bedroom', 'bed', 'lamp', 'picture'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    pictures(room, [{ x: windowX - side * 1.7, y: 1.5, wide: 0.6, high: 0.45 }], dice)
    const x = side * (room.halfWidth - 0.6)
    paintBlock(room, block(x, 0, room.back - 0.55, [1.05, 2.1, 0.55]), readColour('#86664a'))
    for (const dx of [-0.26, 0.26])
      paintBlock(
        room,
        block(x + dx, 0.1, room.back - 0.57, [0.48, 1.9, 0.02]),
        readColour('#927052'),
      )
  },
  floor: ({ room, seed, side, lamps }) => {
    rug(room, { x: side * 0.4, z: -0.4 }, [1.7, 1.1], accent(seed + 2))
    bed(
      room,
      { x: -side * Math.min(0.9, room.halfWidth * 0.3), z: 0.75 },
      [2.05, 1.45],
      accent(seed),
    )
    const x = -Math.min(room.halfWidth - 0.25, Math.min(0.9, room.halfWidth * 0.3) * side + 1.35)
    paintBlock(room, block(x, 0, 1.7, [0.42, 0.52, 0.4]), readColour('#86664a'))
    shadeLamp(room, { x, z: 1.85 }, 0.52, 0.26, lamps)
  },
}

const office: Furniture = {
  shows: ['office', 'desk', 'computer', 'lamp', 'plant'],
  wall: ({ room, seed, side }) => {
    const dice = makeDice(seed)
    shelf(
      room,
      -side * (room.halfWidth - 0.7),
      1.15,
      dice.roll() < 0.5 ? 'books' : 'boxes',
      dice,
      [0, 1.9, 4],
      '#8c8478',
    )
    plant(room, { x: side * (room.halfWidth - 0.35), z: room.back - 0.5 }, 0, 1.3, dice)
  },
  floor: ({ room, side, lamps }) => {
    const x = side * Math.min(1.5, room.halfWidth * 0.55)
    table(room, { x, z: 1.0 }, [1.6, 0.74, 0.75], readColour('#a38a6c'))
    screen(room, { x: x + 0.1, z: 1.35 }, 0.86, [0.62, 0.36], readColour('#8fb4d0'))
    paintBlock(room, block(x + 0.1, 0.74, 1.38, [0.06, 0.14, 0.05]), rgb(50, 52, 58))
    shadeLamp(room, { x: x - 0.6, z: 1.4 }, 0.74, 0.34, lamps)
    chair(room, { x: x - 0.1, z: 0.55 }, 0, readColour('#3f4650'))
  },
}

const cafe: Furniture = {
  shows: ['cafe', 'restaurant', 'table', 'counter', 'lamp', 'bottle'],
  wall: ({ room, seed, side }) => {
    const dice = makeDice(seed)
    const x = -side * (room.halfWidth - 1.0)
    shelf(room, x, 1.8, 'bottles', dice, [1.35, 2.4, 3], '#4a3426')
    counter(room, { x, z: room.back - 1.15 }, 1.9, readColour('#4f382a'), readColour('#9a7a58'))
    paintBlock(
      room,
      block(x + 0.4, 0.93, room.back - 0.95, [0.5, 0.4, 0.35]),
      readColour('#a4a8ac'),
    )
    for (const dx of [-0.6, -0.45, -0.3])
      vessel(
        room,
        { x: x + dx, z: room.back - 0.95 },
        { y: 0.93, wide: 0.1, high: 0.1, colour: readColour('#e4e0d6'), neck: false },
      )
  },
  floor: ({ room, side, lamps, seed }) => {
    for (const [x, z] of [
      [side * Math.min(2.2, room.halfWidth * 0.75), 1.3],
      [side * 0.5, 1.7],
    ] as const) {
      chair(room, { x: x - 0.55, z: z + 0.05 }, 1, readColour('#5c402c'))
      table(room, { x, z }, [0.72, 0.74, 0.6], readColour('#7f5a3c'))
      chair(room, { x: x + 0.55, z: z + 0.05 }, -1, readColour('#5c402c'))
      vessel(
        room,
        { x: x + 0.12, z: z + 0.25 },
        { y: 0.74, wide: 0.09, high: 0.09, colour: readColour('#e6e2d8'), neck: false },
      )
      pendant(room, { x, z: z + 0.2 }, 2.1, accent(seed), lamps)
    }
  },
}

const classroom: Furniture = {
  shows: ['classroom', 'blackboard', 'desk', 'chair'],
  wall: ({ room, seed, side }) => {
    const dice = makeDice(seed)
    board(room, -side * 0.3, [Math.min(3.2, room.halfWidth * 1.2), 1.2], 'chalk', dice)
    board(room, side * (room.halfWidth - 0.5), [0.8, 0.9], 'pin', dice)
    table(room, { x: -side * 1.2, z: room.back - 0.9 }, [1.4, 0.76, 0.6])
    vessel(
      room,
      { x: -side * 0.9, z: room.back - 0.7 },
      { y: 0.76, wide: 0.1, high: 0.09, colour: readColour('#a8443a'), neck: false },
    )
  },
  floor: ({ room }) => {
    for (const x of [-2.1, -0.75, 0.75, 2.1]) {
      if (Math.abs(x) > room.halfWidth) continue
      table(room, { x, z: 0.75 }, [0.75, 0.68, 0.45], readColour('#b08e62'))
      chair(room, { x, z: 0.3 }, 0, readColour('#6a7a86'))
    }
  },
}

const workshop: Furniture = {
  shows: ['workshop', 'garage', 'workbench', 'tools', 'shelf'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    toolWall(room, windowX - side * 2.1, Math.min(1.9, room.halfWidth), dice)
    shelf(room, side * (room.halfWidth - 0.6), 1.1, 'boxes', dice, [0, 2, 4], '#6a6258')
    bench(room, { x: -side * 0.7, z: room.back - 0.75 }, Math.min(2.8, room.halfWidth * 1.2), dice)
  },
  floor: ({ room, side, lamps }) => {
    pendant(room, { x: -side * 0.5, z: 1.3 }, 2.15, readColour('#4a5a52'), lamps)
    paintBlock(
      room,
      block(side * Math.min(2, room.halfWidth * 0.8), 0, 1.2, [0.55, 0.5, 0.45]),
      readColour('#9a7c54'),
    )
    paintBlock(
      room,
      block(side * Math.min(2.1, room.halfWidth * 0.84), 0.5, 1.3, [0.4, 0.3, 0.35]),
      readColour('#8a6c48'),
    )
  },
}

const laboratory: Furniture = {
  shows: ['laboratory', 'lab', 'screen', 'bottle', 'shelf'],
  wall: ({ room, seed, side }) => {
    const dice = makeDice(seed)
    shelf(room, -side * (room.halfWidth - 0.8), 1.3, 'jars', dice, [1.3, 2.2, 3], '#9aa4aa')
    counter(
      room,
      { x: 0, z: room.back - 0.6 },
      room.halfWidth * 1.9,
      readColour('#a8b4ba'),
      readColour('#4c565e'),
    )
    screen(room, { x: side * 1.5, z: room.back - 0.35 }, 1.0, [0.75, 0.45], readColour('#5cc0c8'))
    for (const [x, colour] of [
      [-0.9, '#4fa8a0'],
      [-0.7, '#b0643f'],
      [-0.48, '#6a7fc0'],
      [0.3, '#9cb86a'],
    ] as const)
      vessel(
        room,
        { x: x * side, z: room.back - 0.4 },
        { y: 0.93, wide: 0.13, high: 0.24, colour: readColour(colour), neck: true },
      )
  },
  floor: ({ room, side }) => {
    const x = side * Math.min(1.5, room.halfWidth * 0.6)
    counter(room, { x, z: 0.9 }, 1.5, readColour('#c2cace'), readColour('#586068'))
    vessel(
      room,
      { x: x - 0.3, z: 1.1 },
      { y: 0.93, wide: 0.16, high: 0.22, colour: readColour('#5ab0b8'), neck: true },
    )
    vessel(
      room,
      { x: x + 0.05, z: 1.15 },
      { y: 0.93, wide: 0.1, high: 0.18, colour: readColour('#c9784a'), neck: false },
    )
    paintBlock(room, block(x + 0.42, 0.93, 1.1, [0.3, 0.34, 0.3]), readColour('#d4d8d8'))
  },
}

const studio: Furniture = {
  shows: ['studio', 'painting', 'easel', 'stool'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    pictures(
      room,
      [
        { x: windowX - side * 2.0, y: 1.2, wide: 0.8, high: 1.0 },
        { x: windowX - side * 2.9, y: 1.5, wide: 0.5, high: 0.6 },
        { x: windowX + side * 2.1, y: 1.3, wide: 0.9, high: 0.7 },
      ],
      dice,
    )
    for (const [dx, high] of [
      [0, 0.9],
      [0.3, 0.7],
    ] as const)
      paintBlock(
        room,
        block(-side * (room.halfWidth - 0.5 - dx), 0, room.back - 0.14 - dx * 0.2, [
          0.7,
          high,
          0.05,
        ]),
        readColour(dice.pick(['#c9bda8', '#8a9aa8', '#b07a5c'])),
      )
  },
  floor: ({ room, side, seed }) => {
    const dice = makeDice(seed + 1)
    const x = side * Math.min(2.2, room.halfWidth * 0.8)
    table(room, { x, z: 1.2 }, [1.1, 0.8, 0.6], readColour('#9a7c58'))
    for (const dx of [-0.35, -0.18, 0.05, 0.3])
      vessel(
        room,
        { x: x + dx, z: 1.4 },
        {
          y: 0.8,
          wide: 0.09,
          high: dice.between(0.1, 0.18),
          colour: readColour(dice.pick(['#b0483c', '#3f6a94', '#c8a03c', '#5a8a64'])),
          neck: false,
        },
      )
    plant(room, { x: -side * (room.halfWidth - 0.3), z: 1.5 }, 0, 1.4, dice)
  },
}

const curtainRed = readColour('#7c2430')

const theatre: Furniture = {
  shows: ['stage', 'theatre', 'curtain', 'spotlight'],
  wall: ({ room }) => {
    const { at, brush, halfWidth: w, height: h, back } = room
    const folds = Math.round(w * 5)
    for (let fold = 0; fold < folds; fold += 1) {
      const x = -w + (fold / folds) * w * 2
      const wide = (w * 2) / folds
      const quad = (from: number, to: number, tone: Rgb, edge: Rgb): void =>
        paintSurface(
          room,
          [
            at(x + wide * from, h, back - 0.02),
            at(x + wide * from, 0, back - 0.02),
            at(x + wide * to, 0, back - 0.02),
            at(x + wide * to, h, back - 0.02),
          ],
          tone,
          edge,
        )
      quad(0, 0.5, shift(curtainRed, -0.35), shift(curtainRed, 0.12))
      quad(0.5, 1.02, shift(curtainRed, 0.12), shift(curtainRed, -0.4))
    }
    brush.stroke(
      [at(-w, 0.1, back - 0.03), at(w, 0.1, back - 0.03)],
      room.scale(back) * 0.05,
      brush.tone(readColour('#b8923f')),
      0.8,
    )
  },
  floor: ({ room }) => {
    const { at, brush, halfWidth: w, height: h } = room
    for (const side of [-1, 1]) {
      for (const [share, tone] of [
        [0, -0.1],
        [0.16, -0.3],
        [0.32, 0.02],
        [0.48, -0.35],
      ] as const) {
        const x = side * (w * 1.05 - share * 0.9)
        brush.tube(
          [
            { ...at(x, h, 1), r: room.scale(1) * 0.16 },
            { ...at(x, h * 0.5, 1), r: room.scale(1) * 0.15 },
            { ...at(x, 0, 1), r: room.scale(1) * 0.2 },
          ],
          shift(curtainRed, tone),
          { start: 0, end: 0.1 },
        )
      }
    }
  },
}

const hallway: Furniture = {
  shows: ['hallway', 'door', 'lamp', 'picture', 'rug'],
  wall: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed)
    door(room, side * 0.6, readColour(dice.pick(['#6e4c38', '#4f6070', '#7a6a52'])))
    pictures(
      room,
      [
        { x: -side * 0.9, y: 1.4, wide: 0.5, high: 0.65 },
        { x: -side * 1.7, y: 1.5, wide: 0.4, high: 0.4 },
      ],
      dice,
    )
    pendant(room, { x: 0, z: room.back - 0.8 }, 2.2, readColour('#b89a5c'), lamps)
  },
  floor: ({ room, seed, side, lamps }) => {
    rug(room, { x: 0, z: -1.2 }, [1.5, 3.4], accent(seed))
    const x = -side * (room.halfWidth - 0.35)
    paintBlock(room, block(x, 0, 1.2, [0.5, 0.8, 0.9]), readColour('#7c5c40'))
    shadeLamp(room, { x, z: 1.5 }, 0.8, 0.3, lamps)
  },
}

const library: Furniture = {
  shows: ['library', 'books', 'bookshelf', 'table', 'lamp'],
  wall: ({ room, seed, windowX }) => {
    const dice = makeDice(seed)
    const w = room.halfWidth
    for (let x = -w + 0.6; x <= w - 0.5; x += 1.15) {
      if (Math.abs(x - windowX) < 1.1) continue
      shelf(room, x, 1.1, 'books', dice, [0, 2.9, 7], '#5f4029')
    }
  },
  floor: ({ room, side, lamps, seed }) => {
    const x = side * Math.min(1.3, room.halfWidth * 0.5)
    table(room, { x, z: 1.0 }, [1.8, 0.76, 0.8], readColour('#6e4a30'))
    shadeLamp(room, { x: x + 0.5, z: 1.3 }, 0.76, 0.3, lamps)
    const dice = makeDice(seed)
    for (let level = 0; level < 4; level += 1)
      paintBlock(
        room,
        block(x - 0.4 + dice.between(-0.03, 0.03), 0.76 + level * 0.05, 1.2, [0.3, 0.05, 0.22]),
        readColour(dice.pick(accents)),
      )
    chair(room, { x: x - 0.2, z: 0.5 }, 0, readColour('#5a3e2a'))
  },
}

const shop: Furniture = {
  shows: ['shop', 'store', 'shelf', 'counter'],
  wall: ({ room, seed, windowX }) => {
    const dice = makeDice(seed)
    for (let x = -room.halfWidth + 0.7; x < room.halfWidth - 0.4; x += 1.3) {
      if (Math.abs(x - windowX) > 1.4)
        shelf(room, x, 1.2, dice.pick(['goods', 'boxes', 'jars']), dice, [0, 2.2, 5], '#a08c70')
    }
  },
  floor: ({ room, side, lamps, seed }) => {
    const x = side * Math.min(1.7, room.halfWidth * 0.6)
    counter(room, { x, z: 1.0 }, 1.7, accent(seed), readColour('#a58a66'))
    paintBlock(room, block(x + 0.4, 0.93, 1.2, [0.36, 0.26, 0.3]), rgb(52, 54, 60))
    pendant(room, { x, z: 1.2 }, 2.1, readColour('#3f4a52'), lamps)
  },
}

const hospital: Furniture = {
  shows: ['hospital', 'bed', 'screen', 'curtain'],
  wall: ({ room, side }) => {
    screen(room, { x: -side * 1.4, z: room.back - 0.2 }, 1.45, [0.5, 0.36], readColour('#58c090'))
    paintBlock(
      room,
      block(-side * 0.9, 1.1, room.back - 0.06, [2.2, 0.12, 0.06]),
      readColour('#d8dcd8'),
    )
  },
  floor: ({ room, side, lamps }) => {
    bed(
      room,
      { x: -side * Math.min(1.0, room.halfWidth * 0.35), z: 0.9 },
      [2.0, 0.95],
      readColour('#9fc0c4'),
      readColour('#b8bec2'),
    )
    const x = side * Math.min(1.6, room.halfWidth * 0.7)
    chair(room, { x, z: 1.2 }, -side, readColour('#6a8a8e'))
    const { at, brush } = room
    brush.stroke(
      [at(-side * 2.1, 0, 1.6), at(-side * 2.1, 1.9, 1.6)],
      room.scale(1.6) * 0.025,
      brush.tone(readColour('#b4babe')),
    )
    brush.oval(
      at(-side * 2.05, 1.72, 1.6),
      { rx: room.scale(1.6) * 0.07, ry: room.scale(1.6) * 0.13 },
      readColour('#dfe8ea'),
      { alpha: 0.85 },
    )
    if (lamps) shadeLamp(room, { x: side * 0.9, z: 1.9 }, 0.6, 0.3, true)
  },
}

const carriage: Furniture = {
  shows: ['train', 'seat', 'window'],
  wall: ({ room }) => {
    const rail = readColour('#b0a48c')
    paintBlock(room, block(0, 2.12, room.back - 0.4, [room.halfWidth * 2, 0.04, 0.4]), rail)
    paintBlock(room, block(-0.9, 2.16, room.back - 0.35, [0.7, 0.26, 0.28]), readColour('#7a4a3a'))
    paintBlock(room, block(1.3, 2.16, room.back - 0.35, [0.5, 0.32, 0.28]), readColour('#44566a'))
  },
  floor: ({ room, seed }) => {
    const { at, brush } = room
    const cloth = accent(seed)
    const w = Math.min(3, room.halfWidth)
    for (const side of [-1, 1]) {
      const x = side * w * 0.72
      paintBlock(room, block(x, 0, 0.9, [0.62, 0.42, 0.9]), shift(cloth, -0.3))
      paintBlock(room, block(x, 0.42, 0.9, [0.62, 0.12, 0.9]), cloth)
      const back = x + side * 0.34
      brush.shape(
        [
          at(back - 0.1, 0.5, 0.9),
          at(back - 0.1, 1.2, 0.9),
          at(back - 0.04, 1.32, 0.9),
          at(back + 0.1, 1.32, 0.9),
          at(back + 0.14, 0.5, 0.9),
        ],
        shift(cloth, 0.05),
      )
    }
    table(room, { x: 0, z: room.back - 0.7 }, [0.8, 0.72, 0.6], readColour('#8c7a66'))
  },
}

const cabin: Furniture = {
  shows: ['spaceship', 'console', 'screen', 'stars'],
  wall: ({ room }) => {
    const panel = readColour('#727e88')
    for (const x of [-1, 1]) {
      paintBlock(
        room,
        block(x * (room.halfWidth - 0.35), 0, room.back - 0.3, [0.6, room.height, 0.3]),
        panel,
      )
      for (const y of [0.5, 1.0, 1.5, 2.0])
        screen(
          room,
          { x: x * (room.halfWidth - 0.35), z: room.back - 0.34 },
          y,
          [0.4, 0.24],
          readColour(y === 1 ? '#d08a4c' : '#4ca8c4'),
        )
    }
  },
  floor: ({ room }) => {
    const desk = readColour('#5a6670')
    const wide = Math.min(3.4, room.halfWidth * 1.3)
    paintBlock(room, block(0, 0, 1.5, [wide, 0.75, 0.6]), desk)
    paintBlock(room, block(0, 0.75, 1.75, [wide * 0.9, 0.2, 0.3]), shift(desk, 0.1))
    for (const x of [-0.36, -0.12, 0.12, 0.36])
      screen(
        room,
        { x: x * wide, z: 1.72 },
        0.78,
        [wide * 0.18, 0.2],
        readColour(x > 0.2 ? '#e0a050' : '#54b8d8'),
      )
  },
}

/** The furniture of every kind of room. */
export const furniture: Readonly<Record<RoomKind, Furniture>> = {
  kitchen,
  'living room': livingRoom,
  bedroom,
  office,
  cafe,
  classroom,
  workshop,
  laboratory,
  studio,
  stage: theatre,
  hallway,
  library,
  shop,
  'hospital room': hospital,
  train: carriage,
  spaceship: cabin,
}
