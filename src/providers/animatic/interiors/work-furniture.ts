import { type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { type Dice, makeDice } from '../figures/brush/dice.ts'
import { pendant, pictures, plant, screen, shadeLamp } from './decor.ts'
import { bench, board, counter, toolWall } from './fittings.ts'
import { ceilingPanels, sideWindow, wallClock, wallMap } from './fixtures.ts'
import { type Furniture, shelf } from './furnishing.ts'
import { bed, chair, type Spot, table } from './furniture.ts'
import { block, paintBlock, paintShade, type Room } from './room.ts'
import { vessel } from './shelves.ts'

/** A desk with a lit screen, a lamp and a chair before it. */
const workplace = (room: Room, { x, z }: Spot, lamps: boolean, dice: Dice): void => {
  const side = dice.roll() < 0.5 ? -1 : 1
  table(room, { x, z }, [1.5, 0.74, 0.75], readColour('#a38a6c'))
  paintBlock(room, block(x + side * 0.52, 0.06, z + 0.12, [0.4, 0.6, 0.55]), readColour('#8d9096'))
  screen(room, { x: x + side * 0.1, z: z + 0.4 }, 0.86, [0.62, 0.36], readColour('#8fb4d0'))
  paintBlock(room, block(x + side * 0.1, 0.74, z + 0.43, [0.06, 0.14, 0.05]), rgb(50, 52, 58))
  paintBlock(room, block(x + side * 0.1, 0.74, z + 0.12, [0.42, 0.025, 0.14]), rgb(64, 66, 72))
  shadeLamp(room, { x: x - side * 0.58, z: z + 0.45 }, 0.74, 0.32, lamps)
  for (let sheet = 0; sheet < 3; sheet += 1)
    paintBlock(
      room,
      block(
        x - side * dice.between(0.25, 0.45),
        0.74 + sheet * 0.014,
        z + 0.15,
        [0.24, 0.012, 0.2],
      ),
      readColour(dice.pick(['#f0ede4', '#dfe6ea', '#e9d9b4'])),
    )
  chair(room, { x: x - side * 0.06, z: z - 0.45 }, 'away', readColour('#3f4650'))
}

/** Furniture of an office. */
export const office: Furniture = {
  shows: ['office', 'desk', 'computer', 'lamp', 'plant'],
  wall: ({ room, seed, side, lamps, windowX }) => {
    const dice = makeDice(seed)
    const stock = dice.roll() < 0.5 ? 'books' : 'boxes'
    ceilingPanels(room, lamps, [-1.6, 1.6])
    shelf(room, -side * (room.halfWidth - 0.7), 1.15, stock, dice, [0, 1.9, 4], '#8c8478')
    // Seen close, a room shows no more of its wall than window and shelf.
    if (room.halfWidth > 3) {
      board(room, windowX - side * 2.15, [1.3, 0.85], 'white', dice)
      wallClock(room, windowX - side * 2.15, 2.25)
    }
    plant(room, { x: side * (room.halfWidth - 0.35), z: room.back - 0.5 }, 0, 1.3, dice)
    workplace(room, { x: -side * 0.7, z: room.back - 0.85 }, lamps, dice)
  },
  floor: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed + 4)
    workplace(room, { x: side * Math.min(1.7, room.halfWidth * 0.5), z: 0.9 }, lamps, dice)
    const x = -side * (room.halfWidth - 0.5)
    paintShade(room, block(x, 0, 0.8, [0.34, 0.3, 0.3]), 0, 0.4)
    paintBlock(room, block(x, 0, 0.8, [0.32, 0.4, 0.3]), rgb(74, 78, 84))
  },
}

/** Furniture of a classroom. */
export const classroom: Furniture = {
  shows: ['classroom', 'blackboard', 'desk', 'chair', 'map', 'clock', 'window'],
  wall: ({ room, seed, side, air, lamps }) => {
    const dice = makeDice(seed)
    const w = room.halfWidth
    ceilingPanels(room, lamps, [-1.7, 1.7])
    for (const z of [
      [1.35, room.back - 0.25],
      [-0.6, 1.0],
    ] as const)
      sideWindow(room, side, { z, y: [1.0, 2.5] }, air)
    board(room, -side * 0.3, [Math.min(3.2, w * 0.8), 1.2], 'chalk', dice)
    if (w > 3) board(room, side * (w - 0.75), [0.8, 0.9], 'pin', dice)
    // Seen close, a room shows no more of its wall than the board.
    if (w > 3) wallMap(room, -side * (w - 1.0), 1.6, 1.25)
    wallClock(room, -side * 0.3, 2.5)
    table(room, { x: -side * 1.2, z: room.back - 0.9 }, [1.4, 0.76, 0.6])
    vessel(
      room,
      { x: -side * 0.9, z: room.back - 0.7 },
      { y: 0.76, wide: 0.1, high: 0.09, colour: readColour('#a8443a'), neck: false },
    )
    for (let level = 0; level < 3; level += 1)
      paintBlock(
        room,
        block(-side * 1.6, 0.76 + level * 0.05, room.back - 0.7, [0.3, 0.045, 0.22]),
        readColour(dice.pick(['#8f4d42', '#3f6276', '#a67a3e'])),
      )
  },
  floor: ({ room, seed }) => {
    const dice = makeDice(seed + 2)
    for (const z of [1.35, 0.4])
      for (const x of [-3.1, -1.9, -0.65, 0.65, 1.9, 3.1]) {
        if (Math.abs(x) > room.halfWidth - 0.5) continue
        table(room, { x, z }, [0.75, 0.68, 0.45], readColour('#b08e62'))
        if (dice.roll() < 0.6)
          paintBlock(
            room,
            block(x + dice.between(-0.15, 0.15), 0.68, z + 0.12, [0.24, 0.03, 0.2]),
            readColour(dice.pick(['#c8c2b0', '#8f4d42', '#3f6276', '#d8b45c'])),
          )
        chair(room, { x, z: z - 0.42 }, 'away', readColour('#6a7a86'))
      }
  },
}

/** A ladder that leans on the back wall. */
const ladder = (room: Room, x: number): void => {
  const { at, brush, back, scale } = room
  const wood = brush.tone(readColour('#a9834f'))
  const [foot, top] = [back - 0.75, back - 0.06]
  const along = (dx: number, share: number) => at(x + dx, 2.5 * share, foot + (top - foot) * share)
  for (const dx of [-0.2, 0.2])
    brush.stroke([along(dx, 0), along(dx * 0.8, 1)], scale(back) * 0.055, wood)
  for (let rung = 1; rung < 9; rung += 1)
    brush.stroke([along(-0.19, rung / 9), along(0.19, rung / 9)], scale(back) * 0.035, wood)
}

/** Boards and pipes that lean in a corner. */
const lumber = (room: Room, x: number, side: number, dice: Dice): void => {
  const { at, brush, back, scale } = room
  for (let plank = 0; plank < 6; plank += 1) {
    const dx = plank * 0.13
    const high = dice.between(1.7, 2.5)
    brush.stroke(
      [at(x - side * dx, 0, back - 0.55), at(x - side * (dx - 0.14), high, back - 0.05)],
      scale(back) * dice.between(0.06, 0.1),
      brush.tone(readColour(dice.pick(['#b08a58', '#9a7444', '#c2a070', '#8a8f94']))),
    )
  }
}

/** A barrel with hoops. */
const barrel = (room: Room, { x, z }: Spot, tone: Rgb): void => {
  const { at, brush, scale } = room
  paintShade(room, block(x, 0, z - 0.2, [0.7, 0.4, 0.5]), 0, 0.5)
  const r = scale(z) * 0.28
  brush.tube(
    [
      { ...at(x, 0.86, z), r: r * 0.95 },
      { ...at(x, 0.45, z), r },
      { ...at(x, 0.02, z), r: r * 0.95 },
    ],
    tone,
    { start: 0.22, end: 0.16 },
  )
  for (const y of [0.28, 0.6])
    brush.stroke(
      [at(x - 0.275, y, z), at(x, y - 0.05, z), at(x + 0.275, y, z)],
      scale(z) * 0.04,
      brush.tone(shift(tone, -0.35)),
    )
}

/** Furniture of a workshop. */
export const workshop: Furniture = {
  shows: ['workshop', 'garage', 'workbench', 'tools', 'shelf', 'ladder', 'barrel'],
  wall: ({ room, seed, side, windowX, air }) => {
    const dice = makeDice(seed)
    const w = room.halfWidth
    sideWindow(room, -side, { z: [0.2, room.back - 0.5], y: [1.15, 2.35] }, air)
    for (const y of [room.height - 0.18, room.height - 0.5])
      paintBlock(room, block(0, y, room.back - 0.3, [w * 2, 0.06, 0.06]), rgb(96, 92, 86))
    toolWall(room, windowX - side * 2.1, Math.min(1.9, w), dice)
    shelf(room, side * (w - 0.6), 1.1, 'boxes', dice, [0, 2, 4], '#6a6258')
    ladder(room, windowX + side * 0.95)
    lumber(room, -side * (w - 0.2), -side, dice)
    bench(room, { x: -side * 0.7, z: room.back - 0.75 }, Math.min(2.8, w * 1.2), dice)
  },
  floor: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed + 6)
    const { at, brush, scale, halfWidth: w } = room
    for (let stain = 0; stain < 4; stain += 1) {
      const [x, z] = [dice.between(-w, w) * 0.8, dice.between(-0.8, 1.2)]
      const rx = scale(z) * dice.between(0.25, 0.5)
      brush.oval(at(x, 0, z), { rx, ry: rx * 0.22 }, rgb(58, 54, 50), {
        ...{ alpha: 0.35, outline: false, shade: 0 },
      })
    }
    pendant(room, { x: -side * 0.5, z: 1.3 }, 2.15, readColour('#4a5a52'), lamps)
    const crate = (dx: number, y: number, z: number, size: number, tone: string): void =>
      paintBlock(
        room,
        block(side * Math.min(dx, w * 0.84), y, z, [size, size * 0.85, size * 0.85]),
        readColour(tone),
      )
    crate(2.0, 0, 1.2, 0.55, '#9a7c54')
    crate(2.1, 0.47, 1.3, 0.4, '#8a6c48')
    barrel(room, { x: side * Math.min(2.75, w * 0.84), z: 0.9 }, readColour('#4f6f7c'))
    paintShade(room, block(-side * 2.2, 0, 0.8, [0.4, 0.4, 0.4]), 0, 0.45)
    for (const dx of [-0.14, 0.14])
      paintBlock(room, block(-side * 2.2 + dx, 0, 0.85, [0.05, 0.6, 0.05]), rgb(70, 62, 54))
    paintBlock(room, block(-side * 2.2, 0.58, 0.8, [0.4, 0.07, 0.34]), readColour('#a07848'))
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
