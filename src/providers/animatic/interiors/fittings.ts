import { mix, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import type { Dice } from '../figures/brush/dice.ts'
import type { Spot } from './furniture.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import { vessel } from './shelves.ts'

/** A row of cupboards with a worktop. */
export const counter = (room: Room, { x, z }: Spot, wide: number, colour: Rgb, top: Rgb): void => {
  paintShade(room, block(x, 0, z, [wide, 0.9, 0.6]), 0, 0.5)
  paintBlock(room, block(x, 0.08, z + 0.03, [wide, 0.8, 0.57]), colour)
  paintBlock(room, block(x, 0, z + 0.08, [wide, 0.08, 0.5]), shift(colour, -0.6))
  const doors = Math.max(2, Math.round(wide / 0.55))
  const each = wide / doors
  for (let door = 0; door < doors; door += 1) {
    const left = x - wide / 2 + door * each
    paintBlock(
      room,
      { x: [left + 0.03, left + each - 0.03], y: [0.12, 0.84], z: [z + 0.015, z + 0.03] },
      shift(colour, 0.07),
    )
    paintBlock(
      room,
      { x: [left + each / 2 - 0.07, left + each / 2 + 0.07], y: [0.78, 0.795], z: [z, z + 0.015] },
      readColour('#b8b4ab'),
    )
  }
  paintBlock(room, block(x, 0.88, z - 0.02, [wide + 0.04, 0.05, 0.62]), top)
}

/** A cooker with an oven window and a hood above. */
export const cooker = (room: Room, { x, z }: Spot, lit: boolean): void => {
  const steel = readColour('#aeb3b8')
  paintBlock(room, block(x, 0.06, z - 0.01, [0.62, 0.86, 0.6]), steel)
  paintBlock(
    room,
    { x: [x - 0.24, x + 0.24], y: [0.24, 0.6], z: [z - 0.03, z - 0.01] },
    lit ? rgb(120, 66, 34) : rgb(40, 40, 46),
  )
  for (const offset of [-0.2, -0.07, 0.07, 0.2])
    room.brush.oval(
      room.at(x + offset, 0.8, z - 0.02),
      { rx: room.scale(z) * 0.025, ry: room.scale(z) * 0.025 },
      rgb(50, 50, 56),
    )
  paintBlock(room, block(x, 0.92, z, [0.62, 0.03, 0.58]), rgb(44, 44, 50))
  vessel(
    room,
    { x: x - 0.13, z: z + 0.2 },
    { y: 0.95, wide: 0.26, high: 0.17, colour: readColour('#a04f3c'), neck: false },
  )
  paintBlock(room, block(x, 1.72, z + 0.15, [0.6, 0.1, 0.45]), steel)
  paintBlock(room, block(x, 1.82, z + 0.3, [0.26, room.height - 1.82, 0.25]), shift(steel, -0.1))
}

/** A tall fridge. */
export const fridge = (room: Room, { x, z }: Spot, colour: Rgb): void => {
  paintShade(room, block(x, 0, z, [0.72, 1.9, 0.66]), 0, 0.5)
  paintBlock(room, block(x, 0.03, z, [0.72, 1.85, 0.66]), colour)
  paintBlock(
    room,
    { x: [x - 0.35, x + 0.35], y: [1.24, 1.255], z: [z - 0.012, z] },
    shift(colour, -0.5),
  )
  for (const y of [0.85, 1.4])
    paintBlock(
      room,
      { x: [x + 0.26, x + 0.29], y: [y, y + 0.28], z: [z - 0.04, z - 0.01] },
      readColour('#8c9096'),
    )
}

/** A blackboard, whiteboard or pinboard with marks on it. */
export const board = (
  room: Room,
  x: number,
  size: readonly [number, number],
  kind: 'chalk' | 'white' | 'pin',
  dice: Dice,
): void => {
  const [wide, high] = size
  const z = room.back - 0.04
  const low = 0.95
  const tones = {
    chalk: readColour('#2f4a41'),
    white: readColour('#eef0ee'),
    pin: readColour('#b08a5c'),
  }
  paintBlock(
    room,
    block(x, low - 0.05, z, [wide + 0.1, high + 0.1, 0.04]),
    readColour(kind === 'white' ? '#a9adb2' : '#7a5a3c'),
  )
  const { at, brush } = room
  const tone = tones[kind]
  paintSurface(
    room,
    [
      at(x - wide / 2, low + high, z),
      at(x + wide / 2, low + high, z),
      at(x + wide / 2, low, z),
      at(x - wide / 2, low, z),
    ],
    tone,
    shift(tone, -0.12),
  )
  for (let mark = 0; mark < 9; mark += 1) {
    const left = x - wide * 0.44 + (mark % 3) * wide * 0.31
    const y = low + high * (0.78 - Math.floor(mark / 3) * 0.27)
    if (kind === 'pin') {
      paintBlock(
        room,
        block(left + 0.12, y - 0.16, z - 0.01, [
          dice.between(0.16, 0.3),
          dice.between(0.16, 0.24),
          0.005,
        ]),
        readColour(dice.pick(['#e8e2d2', '#d8c48c', '#b8c8d4', '#d9a79c'])),
      )
      continue
    }
    const points = Array.from({ length: 7 }, (_, step) =>
      at(left + step * wide * 0.036, y + dice.between(-0.045, 0.045), z),
    )
    brush.stroke(
      points,
      Math.max(0.6, room.scale(z) * 0.013),
      kind === 'chalk'
        ? rgb(226, 230, 222)
        : readColour(dice.pick(['#3c5a8c', '#a0443c', '#3a4048'])),
      0.65,
    )
  }
}

/** A door in the back wall. */
export const door = (room: Room, x: number, colour: Rgb): void => {
  const z = room.back - 0.05
  paintBlock(room, block(x, 0, z, [1.02, 2.12, 0.05]), mix(colour, rgb(240, 236, 226), 0.5))
  paintBlock(room, block(x, 0, z - 0.02, [0.86, 2.04, 0.03]), colour)
  for (const [y, high] of [
    [0.2, 0.75],
    [1.08, 0.8],
  ] as const)
    paintBlock(room, block(x, y, z - 0.03, [0.6, high, 0.01]), shift(colour, -0.1))
  room.brush.oval(
    room.at(x + 0.34, 1.0, z - 0.05),
    { rx: room.scale(z) * 0.03, ry: room.scale(z) * 0.03 },
    readColour('#c9a85c'),
  )
}

/** A fireplace; the fire itself is painted apart, as it moves. */
export const fireplace = (room: Room, x: number, stone: Rgb): void => {
  const z = room.back - 0.35
  paintBlock(room, block(x, 0, z, [1.5, 1.15, 0.35]), stone)
  paintBlock(room, { x: [x - 0.46, x + 0.46], y: [0.06, 0.78], z: [z - 0.005, z] }, rgb(24, 18, 18))
  paintBlock(room, block(x, 1.15, z - 0.06, [1.7, 0.08, 0.4]), readColour('#6e4c36'))
  paintBlock(room, block(x, 1.23, z + 0.1, [1.15, room.height - 1.23, 0.25]), shift(stone, -0.06))
}

/** The fire in a fireplace. */
export const hearthFire = (room: Room, x: number): void => {
  const { at, context, time, brush } = room
  const z = room.back - 0.36
  const flicker = 1 + Math.sin(time * 9) * 0.08 + Math.sin(time * 15.7) * 0.05
  for (const [offset, high, colour] of [
    [-0.16, 0.34, '#ff8a3c'],
    [0.15, 0.3, '#ff7a30'],
    [0, 0.48, '#ffb04a'],
    [0.02, 0.28, '#ffe08a'],
  ] as const) {
    const tall = high * flicker * (1 + Math.sin(time * 7 + offset * 20) * 0.12)
    brush.shape(
      [
        at(x + offset - 0.11, 0.1, z),
        at(x + offset - 0.1, 0.1 + tall * 0.4, z),
        at(x + offset + Math.sin(time * 6 + offset * 9) * 0.04, 0.1 + tall, z),
        at(x + offset + 0.1, 0.1 + tall * 0.38, z),
        at(x + offset + 0.11, 0.1, z),
      ],
      readColour(colour),
      { shade: 0, glows: true, outline: false, alpha: 0.92 },
    )
  }
  paintGlow(context, at(x, 0.35, z), room.scale(z) * 2.4, readColour('#ff9a4c'), 0.4 * flicker)
}

/** A torch in its bracket, burning. */
export const wallTorch = (room: Room, [x, y, z]: readonly [number, number, number]): void => {
  const { at, brush, time, scale } = room
  const px = scale(z)
  brush.stroke([at(x, y - 0.5, z), at(x, y, z)], px * 0.07, brush.tone(readColour('#4a3524')))
  brush.stroke([at(x - 0.09, y, z), at(x + 0.09, y, z)], px * 0.07, brush.tone(rgb(44, 40, 40)))
  const flicker = 1 + Math.sin(time * 9 + x * 3 + z) * 0.1 + Math.sin(time * 15.7 + z) * 0.06
  for (const [wide, high, colour] of [
    [0.11, 0.42, '#ff8a3c'],
    [0.075, 0.3, '#ffb04a'],
    [0.04, 0.17, '#ffe9a8'],
  ] as const)
    brush.shape(
      [
        at(x - wide, y + 0.04, z),
        at(x - wide * 0.9, y + high * 0.4, z),
        at(x + Math.sin(time * 6 + z) * 0.03, y + high * flicker, z),
        at(x + wide * 0.9, y + high * 0.38, z),
        at(x + wide, y + 0.04, z),
      ],
      readColour(colour),
      { shade: 0, glows: true, outline: false, alpha: 0.92 },
    )
}

/** A bench with a vice, or a plain working bench. */
export const bench = (room: Room, { x, z }: Spot, wide: number, dice: Dice): void => {
  const oak = readColour('#93704c')
  paintShade(room, block(x, 0, z, [wide, 0.88, 0.65]), 0, 0.5)
  for (const side of [-1, 1])
    paintBlock(
      room,
      block(x + side * (wide / 2 - 0.1), 0, z + 0.05, [0.12, 0.82, 0.5]),
      shift(oak, -0.25),
    )
  paintBlock(room, block(x, 0.24, z + 0.1, [wide - 0.3, 0.05, 0.45]), shift(oak, -0.2))
  paintBlock(room, block(x, 0.82, z, [wide, 0.08, 0.65]), oak)
  for (let item = 0; item < 4; item += 1) {
    const left = x - wide * 0.4 + (item * wide) / 4.4
    if (item % 2 === 0)
      paintBlock(
        room,
        block(left, 0.9, z + 0.2, [dice.between(0.14, 0.3), dice.between(0.08, 0.2), 0.2]),
        readColour(dice.pick(['#a8483c', '#44607c', '#6b6f74', '#b08a4c'])),
      )
    else
      vessel(
        room,
        { x: left, z: z + 0.25 },
        { y: 0.9, wide: 0.1, high: 0.15, colour: readColour('#8a8f96'), neck: false },
      )
  }
}

/** Hand tools on a board on the wall. */
export const toolWall = (room: Room, x: number, wide: number, dice: Dice): void => {
  const z = room.back - 0.05
  paintBlock(room, block(x, 1.15, z, [wide, 1.05, 0.03]), readColour('#7d684e'))
  const { at, brush } = room
  for (let index = 0; index < Math.round(wide / 0.16); index += 1) {
    const left = x - wide / 2 + 0.12 + index * 0.16
    const high = dice.between(0.2, 0.42)
    const top = 2.08 - (index % 2) * 0.46
    const px = room.scale(z)
    brush.stroke(
      [at(left, top, z), at(left, top - high, z)],
      px * 0.022,
      brush.tone(readColour(dice.pick(['#8a5a38', '#a8443a', '#3f4a56', '#b88a3c']))),
    )
    brush.stroke(
      [at(left - 0.045, top, z), at(left + 0.045, top - 0.01, z)],
      px * 0.035,
      brush.tone(readColour('#9aa0a6')),
    )
  }
}
