import { mix, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { plant, rug } from './decor.ts'
import { accent, type Furniture } from './furnishing.ts'
import type { Spot } from './furniture.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import { vessel } from './shelves.ts'

const enamel = readColour('#e6e6e0')
const chrome = readColour('#b4bcc2')

/** A bath on feet, its rim rolled outward, with a tap at its end. */
const bath = (room: Room, { x, z }: Spot, wide: number, end: number): void => {
  const { at, brush, scale } = room
  paintShade(room, block(x, 0, z, [wide, 0.5, 0.75]), 0, 0.6)
  const px = scale(z)
  for (const side of [-1, 1])
    brush.tube(
      [
        { ...at(x + side * wide * 0.34, 0.2, z), r: px * 0.06 },
        { ...at(x + side * wide * 0.37, 0.02, z), r: px * 0.03 },
      ],
      readColour('#b39a5e'),
    )
  const rim = (grown: number, drop: number): { x: number; y: number }[] =>
    Array.from({ length: 24 }, (_, step) => {
      const angle = (step / 24) * Math.PI * 2
      return at(
        x + Math.cos(angle) * (wide / 2 + grown),
        0.62 - drop,
        z + 0.38 + Math.sin(angle) * (0.38 + grown),
      )
    })
  brush.shape(
    [
      at(x - wide / 2 - 0.03, 0.6, z + 0.3),
      at(x - wide * 0.45, 0.3, z + 0.1),
      at(x - wide * 0.32, 0.12, z),
      at(x, 0.09, z),
      at(x + wide * 0.32, 0.12, z),
      at(x + wide * 0.45, 0.3, z + 0.1),
      at(x + wide / 2 + 0.03, 0.6, z + 0.3),
      at(x + wide * 0.3, 0.6, z),
      at(x - wide * 0.3, 0.6, z),
    ],
    enamel,
  )
  brush.shape(rim(0.04, 0), shift(enamel, 0.14), { shade: 0.3 })
  brush.shape(rim(-0.05, 0.02), shift(enamel, -0.3), { shade: 0.5, outline: false })
  brush.shape(rim(-0.09, 0.1), readColour('#a9ccd2'), { shade: 0.3, outline: false })
  const tap = x + end * (wide / 2 - 0.12)
  brush.stroke(
    [at(tap, 0.62, z + 0.62), at(tap, 0.95, z + 0.62), at(tap - end * 0.18, 0.93, z + 0.62)],
    px * 0.035,
    brush.tone(chrome),
  )
}

/** A basin on a cupboard, its tap, and a mirror above in which the room's light lies. */
const washstand = (room: Room, x: number, cupboard: Rgb, lit: boolean): void => {
  const { at, brush, back, scale, context } = room
  const z = back - 0.5
  const px = scale(z)
  paintShade(room, block(x, 0, z, [1.0, 0.8, 0.45]), 0, 0.5)
  paintBlock(room, block(x, 0.12, z, [0.96, 0.64, 0.45]), cupboard)
  for (const dx of [-0.24, 0.24]) {
    paintBlock(room, block(x + dx, 0.17, z - 0.015, [0.43, 0.54, 0.015]), shift(cupboard, 0.08))
    paintBlock(room, block(x + dx * 0.3, 0.5, z - 0.03, [0.02, 0.12, 0.015]), chrome)
  }
  paintBlock(room, block(x, 0.76, z - 0.03, [1.06, 0.06, 0.5]), shift(enamel, 0.05))
  brush.oval(at(x, 0.835, z + 0.2), { rx: px * 0.27, ry: px * 0.05 }, shift(enamel, 0.12))
  brush.oval(at(x, 0.84, z + 0.2), { rx: px * 0.22, ry: px * 0.03 }, shift(enamel, -0.25), {
    outline: false,
  })
  brush.stroke(
    [at(x, 0.83, z + 0.38), at(x, 1.02, z + 0.38), at(x, 1.0, z + 0.22)],
    px * 0.03,
    brush.tone(chrome),
  )
  for (const [dx, high, colour] of [
    [-0.4, 0.16, '#7fa6a0'],
    [-0.32, 0.11, '#d8b88a'],
    [0.38, 0.13, '#c8ccd0'],
  ] as const)
    vessel(
      room,
      { x: x + dx, z: z + 0.25 },
      { y: 0.82, wide: 0.08, high, colour: readColour(colour), neck: dx < 0.3 },
    )
  paintMirror(room, x)
  if (!lit || brush.look === 'sketch') return
  paintGlow(context, at(x, 2.12, back - 0.1), scale(back) * 1.3, readColour('#ffe2b0'), 0.4)
}

const paintMirror = (room: Room, x: number): void => {
  const { at, brush, back } = room
  const z = back - 0.04
  paintBlock(room, block(x, 1.16, z, [0.92, 0.86, 0.04]), readColour('#8a7152'))
  const glass = mix(rgb(176, 198, 206), readColour(room.light.ambient), 0.35)
  const [left, right, low, high] = [x - 0.42, x + 0.42, 1.2, 1.98]
  paintSurface(
    room,
    [at(left, high, z), at(right, high, z), at(right, low, z), at(left, low, z)],
    shift(glass, 0.25),
    shift(glass, -0.25),
  )
  // Slanting light tells glass from a picture.
  for (const [from, to] of [
    [0.1, 0.28],
    [0.34, 0.4],
  ] as const)
    paintSurface(
      room,
      [
        at(left + (from + 0.3) * 0.84, high, z),
        at(left + (to + 0.3) * 0.84, high, z),
        at(left + to * 0.84, low, z),
        at(left + from * 0.84, low, z),
      ],
      rgb(244, 250, 252),
      shift(glass, 0.3),
      0.3,
    )
  paintBlock(room, block(x, 2.1, z - 0.06, [0.6, 0.07, 0.1]), chrome)
  brush.stroke(
    [at(x - 0.27, 2.1, z - 0.07), at(x + 0.27, 2.1, z - 0.07)],
    room.scale(z) * 0.03,
    readColour('#fff0cc'),
  )
}

/** A towel over a rail, its hem in another colour. */
const towel = (room: Room, x: number, y: number, colour: Rgb): void => {
  const { at, brush, back, scale } = room
  const z = back - 0.09
  brush.stroke([at(x - 0.34, y, z), at(x + 0.34, y, z)], scale(z) * 0.028, brush.tone(chrome))
  brush.shape(
    [
      at(x - 0.25, y + 0.02, z - 0.02),
      at(x + 0.25, y + 0.02, z - 0.02),
      at(x + 0.265, y - 0.4, z - 0.02),
      at(x + 0.25, y - 0.74, z - 0.02),
      at(x, y - 0.75, z - 0.02),
      at(x - 0.25, y - 0.74, z - 0.02),
      at(x - 0.265, y - 0.4, z - 0.02),
    ],
    colour,
  )
  for (const drop of [0.58, 0.64])
    brush.stroke(
      [at(x - 0.26, y - drop, z - 0.03), at(x + 0.26, y - drop, z - 0.03)],
      scale(z) * 0.025,
      brush.tone(shift(colour, 0.5)),
      0.8,
    )
  for (const dx of [-0.1, 0.07])
    brush.stroke(
      [at(x + dx, y - 0.02, z - 0.03), at(x + dx * 1.2, y - 0.72, z - 0.03)],
      scale(z) * 0.02,
      brush.tone(shift(colour, -0.3)),
      0.4,
    )
}

/** Furniture of a bathroom. */
export const bathroom: Furniture = {
  shows: ['bathroom', 'bath', 'bathtub', 'basin', 'sink', 'mirror', 'towel', 'tiles'],
  wall: ({ room, seed, side, lamps, windowX }) => {
    const dice = makeDice(seed)
    const x = -side * (room.halfWidth - 0.75)
    washstand(room, x, readColour(dice.pick(['#6f7f7a', '#8a6c4e', '#5f7488'])), lamps)
    if (room.halfWidth > 1.8) towel(room, x + side * 0.85, 1.5, accent(seed))
    shower(room, side * (room.halfWidth - 0.3), side)
    plant(room, { x: windowX + side * 0.2, z: room.back - 0.12 }, 1.2, 0.3, dice)
  },
  floor: ({ room, seed, side }) => {
    const x = side * (room.halfWidth - 1.0)
    bath(room, { x, z: room.back - 1.15 }, 1.75, side)
    rug(room, { x: x - side * 0.3, z: 0.1 }, [1.15, 0.62], accent(seed + 1))
    stool(room, x - side * 1.25, seed)
  },
}

/** A pipe up the wall that ends in a shower's head. */
const shower = (room: Room, x: number, side: number): void => {
  const { at, brush, back, scale } = room
  const z = back - 0.08
  const px = scale(z)
  const end = x - side * 0.28
  brush.stroke(
    [at(x, 0.9, z), at(x, 2.02, z), at(x - side * 0.08, 2.12, z - 0.1), at(end, 2.1, z - 0.3)],
    px * 0.03,
    brush.tone(chrome),
  )
  brush.oval(at(end, 2.07, z - 0.3), { rx: px * 0.13, ry: px * 0.035 }, chrome)
  for (const dx of [-0.09, 0.09])
    paintBlock(room, block(x + dx, 1.02, z, [0.07, 0.07, 0.06]), chrome)
}

/** A stool with folded towels. */
const stool = (room: Room, x: number, seed: number): void => {
  const wood = readColour('#96714c')
  const z = room.back - 1.0
  paintShade(room, block(x, 0, z, [0.36, 0.4, 0.34]), 0, 0.4)
  for (const dz of [0.28, 0.02])
    for (const dx of [-0.14, 0.14])
      paintBlock(room, block(x + dx, 0, z + dz, [0.04, 0.42, 0.04]), shift(wood, -0.25))
  paintBlock(room, block(x, 0.42, z, [0.38, 0.04, 0.34]), wood)
  for (const [level, colour] of [accent(seed + 2), enamel, accent(seed)].entries())
    paintBlock(room, block(x, 0.46 + level * 0.07, z + 0.03, [0.3, 0.062, 0.26]), colour)
}
