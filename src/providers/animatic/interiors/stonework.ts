import { mix, type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import type { Point } from '../figures/brush/geometry.ts'
import type { Spot } from './furniture.ts'
import { type Corners, paintGlow, paintSurface, type Room } from './room.ts'
import type { RoomLight } from './room-light.ts'

/** Courses of stone on the back wall and both side walls. */
export const stoneCourses = (room: Room, colour: Rgb, seed: number): void => {
  const { at, halfWidth: w, height, back, front } = room
  const dice = makeDice(seed)
  const tall = 0.42
  const stone = (corners: Corners): void => {
    if (dice.roll() < 0.45) return
    const tone = shift(colour, dice.between(-0.2, 0.14))
    paintSurface(room, corners, tone, tone, 0.32)
  }
  for (let row = 0; row * tall < height; row += 1) {
    const [low, high] = [row * tall + 0.02, Math.min(height, (row + 1) * tall)]
    for (let x = -w + (row % 2) * -0.4; x < w; x += 0.8) {
      const [left, right] = [Math.max(-w, x), Math.min(w, x + 0.77)]
      if (right > left)
        stone([
          at(left, high, back),
          at(right, high, back),
          at(right, low, back),
          at(left, low, back),
        ])
    }
    for (let z = back - (row % 2) * 0.4; z > Math.max(front, -1.6); z -= 0.8)
      for (const x of [-w, w])
        stone([at(x, high, z), at(x, high, z - 0.77), at(x, low, z - 0.77), at(x, low, z)])
  }
}

/** A round pillar from the floor to the roof, with base and capital. */
export const pillar = (
  room: Room,
  { x, z }: Spot,
  size: { readonly radius: number; readonly high: number },
  colour: Rgb,
): void => {
  const { at, brush, scale } = room
  const ring = (y: number, radius: number, high: number): void =>
    brush.block(
      [
        at(x - radius, y + high, z),
        at(x + radius, y + high, z),
        at(x + radius, y, z),
        at(x - radius, y, z),
      ],
      shift(colour, 0.1),
    )
  const r = size.radius * scale(z)
  brush.tube(
    [
      { ...at(x, size.high, z), r },
      { ...at(x, size.high / 2, z), r },
      { ...at(x, 0.24, z), r },
    ],
    colour,
    { start: 0, end: 0 },
  )
  ring(0, size.radius * 1.35, 0.22)
  ring(0.22, size.radius * 1.18, 0.1)
  ring(size.high - 0.3, size.radius * 1.2, 0.1)
  ring(size.high - 0.2, size.radius * 1.45, 0.2)
}

/** Points of a pointed arch between two feet, from the left foot up and down to the right one. */
const pointed = (place: (across: number, up: number) => Point): readonly Point[] =>
  [
    [0, 0],
    [0, 0.68],
    [0.08, 0.8],
    [0.24, 0.91],
    [0.5, 1],
    [0.76, 0.91],
    [0.92, 0.8],
    [1, 0.68],
    [1, 0],
  ].map(([across = 0, up = 0]) => place(across, up))

/** A tall pointed window: `wall` back, or the side wall at −1 or 1; its middle along the wall, metres. */
export interface Lancet {
  readonly wall: 'back' | -1 | 1
  readonly along: number
  readonly wide: number
  readonly low: number
  readonly high: number
  /** Panes of coloured glass. */
  readonly stained: boolean
}

const glass = ['#b8433a', '#3a63a8', '#d8a83a', '#3f8458', '#7c4a90'] as const

/** Paints a tall pointed window with the light behind it. */
export const lancet = (room: Room, window: Lancet, air: RoomLight, seed: number): void => {
  const { at, back, halfWidth, brush, context } = room
  const place = (grown: number) => {
    const wide = window.wide + grown * 2
    return (across: number, up: number): Point => {
      const along = window.along + (across - 0.5) * wide
      const y = window.low - grown + (window.high - window.low + grown * 2) * up
      return window.wall === 'back'
        ? at(along, y, back - 0.01)
        : at(window.wall * (halfWidth - 0.01), y, along)
    }
  }
  brush.block(pointed(place(0.14)), mix(air.skyLow, readColour('#6a6258'), 0.8))
  const night = air.sun < 0.13
  brush.block(pointed(place(0)), shift(mix(air.skyLow, air.skyTop, 0.35), night ? -0.55 : 0), {
    glows: true,
    shade: 0.15,
  })
  const inside = place(0)
  if (window.stained) paintPanes(room, inside, air, seed)
  const z = window.wall === 'back' ? back : window.along
  const lead = brush.tone(readColour('#3c362f'))
  const thick = Math.max(0.7, room.scale(z) * 0.028)
  brush.stroke([inside(0.5, 0), inside(0.5, 0.97)], thick, lead)
  for (const up of [0.22, 0.44, 0.66])
    brush.stroke([inside(0, up), inside(1, up)], thick * 0.8, lead)
  if (air.sun > 0.15 && brush.look !== 'sketch')
    paintGlow(
      context,
      inside(0.5, 0.55),
      room.scale(z) * (window.high - window.low) * 0.75,
      air.sunColour,
      0.42 * air.sun,
    )
}

const paintPanes = (
  room: Room,
  inside: (across: number, up: number) => Point,
  air: RoomLight,
  seed: number,
): void => {
  const dice = makeDice(seed)
  const bright = air.sun > 0.13 ? 0.25 : -0.5
  for (let row = 0; row < 9; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      const [low, high] = [row * 0.11, (row + 1) * 0.11 - 0.012]
      const narrow = Math.max(0, high - 0.66) * 1.25
      const left = Math.max(narrow, column / 4 + 0.02)
      const right = Math.min(1 - narrow, (column + 1) / 4 - 0.02)
      const colour = shift(readColour(dice.pick(glass)), bright)
      if (right <= left) continue
      room.brush.block(
        [inside(left, high), inside(right, high), inside(right, low), inside(left, low)],
        colour,
        { glows: true, shade: 0.1, alpha: 0.82, outline: false },
      )
    }
  }
}

/** A runner of cloth that lies from the back of a room to the viewer. */
export const runner = (room: Room, half: number, far: number, colour: Rgb): void => {
  const { at, front } = room
  const strip = (reach: number, tone: Rgb): void =>
    paintSurface(
      room,
      [at(-reach, 0, far), at(reach, 0, far), at(reach, 0, front), at(-reach, 0, front)],
      tone,
      shift(tone, -0.25),
    )
  strip(half, readColour('#b8923f'))
  strip(half - 0.07, colour)
}

/** A hanging banner on the back wall, or on a pillar before it. */
export const hanging = (
  room: Room,
  { x, z }: Spot,
  size: { readonly wide: number; readonly low: number; readonly high: number },
  [field, charge]: readonly [Rgb, Rgb],
): void => {
  const { at, brush } = room
  const cloth = (half: number, low: number, high: number, colour: Rgb): void =>
    brush.block(
      [
        at(x - half, high, z),
        at(x + half, high, z),
        at(x + half, low + half * 0.5, z),
        at(x, low, z),
        at(x - half, low + half * 0.5, z),
      ],
      colour,
    )
  brush.stroke(
    [at(x - size.wide * 0.6, size.high, z), at(x + size.wide * 0.6, size.high, z)],
    room.scale(z) * 0.05,
    brush.tone(readColour('#a8843c')),
  )
  cloth(size.wide / 2, size.low, size.high, field)
  cloth(size.wide * 0.36, size.low + 0.16, size.high - 0.12, shift(field, -0.12))
  cloth(size.wide * 0.15, size.low + 0.5, size.high - 0.5, charge)
}
