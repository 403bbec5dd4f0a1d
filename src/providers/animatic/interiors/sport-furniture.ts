import { mix, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { ceilingPanels, sideWindow } from './fixtures.ts'
import type { Furniture } from './furnishing.ts'
import { block, paintBlock, paintShade, paintSurface, type Room } from './room.ts'

const steel = readColour('#8e979e')

const punchBag = (room: Room, x: number, z: number): void => {
  const { at, brush } = room
  brush.stroke([at(x, room.height, z), at(x, 1.95, z)], room.scale(z) * 0.03, brush.tone(steel))
  const r = room.scale(z) * 0.2
  brush.tube(
    [
      { ...at(x, 1.95, z), r: r * 0.92 },
      { ...at(x, 1.4, z), r },
      { ...at(x, 0.75, z), r },
    ],
    readColour('#7c2c2a'),
    { start: 0.25, end: 0.3 },
  )
  paintShade(room, block(x, 0, z - 0.15, [0.6, 0.2, 0.4]), 0, 0.4)
}

/** A rack of dumb-bells against the wall. */
const dumbbells = (room: Room, x: number): void => {
  const z = room.back - 0.6
  const { at, brush } = room
  paintShade(room, block(x, 0, z, [2.2, 0.8, 0.5]), 0, 0.45)
  for (const side of [-1, 1])
    paintBlock(room, block(x + side * 1.05, 0, z, [0.08, 1.0, 0.45]), rgb(50, 54, 60))
  for (const y of [0.3, 0.66, 0.98]) {
    paintBlock(room, block(x, y, z, [2.1, 0.05, 0.42]), rgb(62, 66, 72))
    for (let bell = 0; bell < 6; bell += 1) {
      const left = x - 0.85 + bell * 0.34
      const size = room.scale(z) * (0.06 + (bell % 3) * 0.012)
      for (const dx of [-0.08, 0.08])
        brush.oval(at(left + dx, y + 0.14, z - 0.02), { rx: size * 0.8, ry: size }, rgb(38, 40, 46))
      brush.stroke(
        [at(left - 0.08, y + 0.14, z - 0.02), at(left + 0.08, y + 0.14, z - 0.02)],
        size * 0.6,
        brush.tone(steel),
      )
    }
  }
}

const wallBars = (room: Room, x: number): void => {
  const wood = readColour('#b98d58')
  const z = room.back - 0.14
  for (const side of [-1, 1])
    paintBlock(room, block(x + side * 0.55, 0, z, [0.08, 2.5, 0.12]), wood)
  for (let bar = 0; bar < 11; bar += 1)
    paintBlock(room, block(x, 0.2 + bar * 0.22, z - 0.02, [1.1, 0.045, 0.05]), shift(wood, 0.1))
}

/** Tall mirrors on the back wall, in which the windows' light lies aslant. */
const mirrors = (room: Room, x: number, wide: number): void => {
  const { at, back } = room
  const z = back - 0.03
  const glass = mix(readColour('#9fb0ba'), readColour(room.light.ambient), 0.4)
  const [left, right, low, high] = [x - wide / 2, x + wide / 2, 0.3, 2.35]
  const part = (from: number, to: number, lean: number, tones: readonly [Rgb, Rgb], alpha = 1) =>
    paintSurface(
      room,
      [
        at(left + (from + lean) * wide, high, z),
        at(left + (to + lean) * wide, high, z),
        at(left + to * wide, low, z),
        at(left + from * wide, low, z),
      ],
      tones[0],
      tones[1],
      alpha,
    )
  part(0, 1, 0, [shift(glass, 0.3), shift(glass, -0.2)])
  for (const from of [0.06, 0.4, 0.68])
    part(from, from + 0.1, 0.14, [rgb(246, 250, 252), shift(glass, 0.2)], 0.28)
  for (const x0 of [left, x - wide / 6, x + wide / 6, right])
    paintBlock(room, block(x0, low, z - 0.01, [0.03, high - low, 0.02]), rgb(104, 110, 116))
}

/** A treadmill seen from its side. */
const treadmill = (room: Room, x: number, z: number, side: number): void => {
  const { at, brush, scale } = room
  const frame = rgb(52, 56, 62)
  paintShade(room, block(x, 0, z, [1.7, 0.3, 0.6]), 0, 0.5)
  paintBlock(room, block(x, 0.04, z, [1.6, 0.14, 0.6]), frame)
  paintBlock(room, block(x - side * 0.05, 0.18, z + 0.06, [1.3, 0.02, 0.48]), rgb(30, 32, 36))
  for (const dz of [0.56, 0.02]) {
    const bar = (points: readonly (readonly [number, number])[]): void =>
      brush.stroke(
        points.map(([dx, y]) => at(x + side * dx, y, z + dz)),
        scale(z) * 0.055,
        brush.tone(steel),
      )
    bar([
      [0.7, 0.15],
      [0.62, 1.15],
      [0.3, 1.05],
    ])
  }
  paintBlock(room, block(x + side * 0.62, 1.12, z, [0.14, 0.24, 0.6]), frame)
}

/** Furniture of a gym. */
export const gym: Furniture = {
  shows: ['gym', 'punching bag', 'weights', 'mat', 'mirror', 'treadmill'],
  wall: ({ room, side, windowX, air }) => {
    ceilingPanels(room, true, [-2.2, 0, 2.2])
    for (const z of [
      [1.9, room.back - 0.3],
      [-0.2, 1.5],
    ] as const)
      sideWindow(room, side, { z, y: [1.3, 2.9] }, air)
    mirrors(room, -side * (room.halfWidth - 1.5), 2.5)
    wallBars(room, windowX - side * 1.75)
    dumbbells(room, -side * (room.halfWidth - 1.5))
  },
  floor: ({ room, side }) => {
    const { at } = room
    const mat = readColour('#2f5f8c')
    const x = side * Math.min(2.0, room.halfWidth * 0.6)
    paintSurface(
      room,
      [
        at(x - 0.9, 0.02, 2.0),
        at(x + 0.9, 0.02, 2.0),
        at(x + 0.9, 0.02, 0.5),
        at(x - 0.9, 0.02, 0.5),
      ],
      mat,
      shift(mat, -0.2),
    )
    treadmill(room, -side * Math.min(2.6, room.halfWidth * 0.6), 0.9, side)
    punchBag(room, side * Math.min(2.5, room.halfWidth * 0.82), 1.3)
    punchBag(room, -side * Math.min(1.4, room.halfWidth * 0.42), 1.9)
  },
}

const ropes: readonly (readonly [y: number, colour: Rgb])[] = [
  [0.5, readColour('#e8e4d8')],
  [0.85, readColour('#b83a34')],
  [1.2, readColour('#34589c')],
]

/** A boxing ring before the dark hall, its crowd behind the ropes. */
export const boxingRing: Furniture = {
  shows: ['boxing ring', 'ring', 'ropes', 'crowd', 'spotlight'],
  wall: ({ room, seed }) => {
    const dice = makeDice(seed)
    const { at, brush } = room
    for (let row = 3; row >= 0; row -= 1) {
      for (let x = -room.halfWidth; x < room.halfWidth; x += 0.42) {
        const px = x + dice.between(-0.1, 0.1)
        const y = 0.35 + row * 0.42 + dice.between(-0.05, 0.05)
        const z = room.back - 0.6 + row * 0.14
        const tone = shift(
          readColour(dice.pick(['#4a4450', '#3c4456', '#54483e', '#46404c'])),
          -0.25 - 0.12 * row,
        )
        const size = room.scale(z)
        brush.oval(at(px, y, z), { rx: size * 0.2, ry: size * 0.3 }, tone, { outline: false })
        brush.oval(at(px, y + 0.4, z), { rx: size * 0.1, ry: size * 0.13 }, shift(tone, 0.12), {
          outline: false,
        })
      }
    }
  },
  floor: ({ room }) => {
    const { at, brush, front } = room
    const w = Math.min(2.7, room.halfWidth * 0.86)
    const z = 1.5
    const canvas = readColour('#b9bcc2')
    paintSurface(
      room,
      [
        at(-w - 0.4, 0, z + 0.4),
        at(w + 0.4, 0, z + 0.4),
        at(w * 1.7, 0, front),
        at(-w * 1.7, 0, front),
      ],
      canvas,
      shift(canvas, -0.22),
    )
    for (const [side, colour] of [
      [-1, '#b83a34'],
      [1, '#34589c'],
    ] as const) {
      paintBlock(room, block(side * w, 0, z, [0.16, 1.42, 0.16]), rgb(58, 60, 66))
      paintBlock(room, block(side * w, 0.42, z - 0.06, [0.26, 0.9, 0.1]), readColour(colour))
    }
    for (const [y, colour] of ropes) {
      const rope = brush.tone(colour)
      brush.stroke([at(-w, y, z), at(0, y - 0.02, z), at(w, y, z)], room.scale(z) * 0.045, rope)
      for (const side of [-1, 1])
        brush.stroke(
          [at(side * w, y, z), at(side * w * 1.5, y, front * 0.55)],
          room.scale(0) * 0.045,
          rope,
        )
    }
  },
}
