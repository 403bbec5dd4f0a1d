import { type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { pendant, screen, shadeLamp } from './decor.ts'
import { counter } from './fittings.ts'
import { accent, accents, type Furniture, shelf } from './furnishing.ts'
import { chair, table } from './furniture.ts'
import { block, paintBlock, paintSurface } from './room.ts'
import { vessel } from './shelves.ts'

/** Furniture of a café. */
export const cafe: Furniture = {
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

const curtainRed = readColour('#7c2430')

/** Furniture of a stage. */
export const theatre: Furniture = {
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

/** Furniture of a library. */
export const library: Furniture = {
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
    chair(room, { x: x - 0.2, z: 0.5 }, 'away', readColour('#5a3e2a'))
  },
}

/** Furniture of a shop. */
export const shop: Furniture = {
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

/** Furniture of a spaceship’s cabin. */
export const cabin: Furniture = {
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
