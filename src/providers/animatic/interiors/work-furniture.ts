import { readColour, rgb } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { pendant, pictures, plant, screen, shadeLamp } from './decor.ts'
import { bench, board, counter, toolWall } from './fittings.ts'
import { type Furniture, shelf } from './furnishing.ts'
import { bed, chair, table } from './furniture.ts'
import { block, paintBlock } from './room.ts'
import { vessel } from './shelves.ts'

/** Furniture of an office. */
export const office: Furniture = {
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

/** Furniture of a classroom. */
export const classroom: Furniture = {
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

/** Furniture of a workshop. */
export const workshop: Furniture = {
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

/** Furniture of a laboratory. */
export const laboratory: Furniture = {
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

/** Furniture of a studio. */
export const studio: Furniture = {
  shows: ['studio', 'painting', 'table', 'plant'],
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

/** Furniture of a hospital room. */
export const hospital: Furniture = {
  shows: ['hospital', 'bed', 'screen', 'curtain'],
  wall: ({ room, side }) => {
    screen(room, { x: -side * 1.4, z: room.back - 0.2 }, 1.45, [0.5, 0.36], readColour('#58c090'))
    paintBlock(
      room,
      block(-side * 0.9, 1.1, room.back - 0.06, [2.2, 0.12, 0.06]),
      readColour('#d8dcd8'),
    )
  },
  floor: ({ room, side, lamps, taken }) => {
    if (!taken.includes('bed'))
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
