import { mix, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import type { Point } from '../figures/brush/geometry.ts'
import { accents, type Furniture } from './furnishing.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import { floorGleam } from './tiles.ts'

/** Where the platform ends, and how far below it the track lies, metres. */
const platformEdge = 1.7
const trackLow = 0.85

const lamp = readColour('#fbf6e4')
const concrete = readColour('#5c5a56')
const iron = readColour('#7c7468')

/** A flat strip along the platform, at one height. */
const strip = (room: Room, y: number, [near, far]: readonly [number, number], tone: Rgb): void => {
  const { at, halfWidth: w } = room
  const wide = w * 1.8
  paintSurface(
    room,
    [at(-wide, y, far), at(wide, y, far), at(wide, y, near), at(-wide, y, near)],
    shift(tone, -0.12),
    tone,
  )
}

/** The vault that comes down behind the track, in bands of light. */
const vault = (room: Room): void => {
  const { at, halfWidth: w, back, height } = room
  const low = height - 1.25
  const steps = 7
  const point = (share: number): readonly [number, number] => {
    const angle = (share * Math.PI) / 2
    return [low + (height - low) * Math.sin(angle), back - 2.6 * (1 - Math.cos(angle))]
  }
  for (let step = 0; step < steps; step += 1) {
    const [y0, z0] = point(step / steps)
    const [y1, z1] = point((step + 1) / steps)
    const tone = shift(readColour('#b9b5a8'), 0.05 - step * 0.07)
    paintSurface(
      room,
      [at(-w, y1, z1), at(w, y1, z1), at(w, y0, z0), at(-w, y0, z0)],
      shift(tone, -0.07),
      tone,
    )
  }
  for (let x = -w + 0.6; x < w; x += 1.9) {
    const rib = Array.from({ length: steps + 1 }, (_, step): Point => {
      const [y, z] = point(step / steps)
      return at(x, y, z)
    })
    room.brush.stroke(rib, room.scale(back) * 0.1, room.brush.tone(readColour('#8d897e')), 0.8)
  }
}

/** The dark into which the track goes, in the wall at one side. */
const tunnelMouth = (room: Room, side: number): void => {
  const { at, halfWidth, back, brush } = room
  const x = side * (halfWidth - 0.01)
  const [near, far] = [platformEdge + 0.1, back - 0.15]
  const middle = (near + far) / 2
  const arch = (grown: number): Point[] => [
    at(x, -trackLow, far + grown),
    ...Array.from({ length: 13 }, (_, step) => {
      const angle = (step / 12) * Math.PI
      return at(
        x,
        1.35 + (1.35 + grown) * Math.sin(angle),
        middle + ((far - near) / 2 + grown) * Math.cos(angle),
      )
    }),
    at(x, -trackLow, near - grown),
  ]
  brush.block(arch(0.22), readColour('#77736a'), { shade: 0.4 })
  brush.block(arch(0), rgb(12, 12, 16), { shade: 0 })
  for (const z of [near + 0.5, far - 0.5])
    paintGlow(room.context, at(x, 0.9, z), room.scale(z) * 0.3, readColour('#6aa8ff'), 0.3)
}

/** The bed of the track between platform and wall, its sleepers and rails. */
const track = (room: Room): void => {
  const { at, halfWidth: w, back, brush, scale } = room
  const low = -trackLow
  strip(room, low, [platformEdge, back], concrete)
  paintSurface(
    room,
    [at(-w, 0, back), at(w, 0, back), at(w, low, back), at(-w, low, back)],
    shift(concrete, -0.25),
    shift(concrete, -0.5),
  )
  for (let x = -w - 1; x < w + 1; x += 0.62)
    paintSurface(
      room,
      [
        at(x, low + 0.02, back - 0.3),
        at(x + 0.26, low + 0.02, back - 0.3),
        at(x + 0.26, low + 0.02, back - 2.2),
        at(x, low + 0.02, back - 2.2),
      ],
      shift(concrete, -0.45),
    )
  for (const z of [back - 0.55, back - 1.95]) {
    const [left, right] = [-w * 1.4, w * 1.4]
    brush.stroke(
      [at(left, low + 0.12, z), at(right, low + 0.12, z)],
      scale(z) * 0.13,
      brush.tone(shift(iron, -0.4)),
    )
    brush.stroke(
      [at(left, low + 0.17, z), at(right, low + 0.17, z)],
      scale(z) * 0.045,
      brush.tone(shift(iron, 0.5)),
    )
  }
}

/** Signs and posters on the wall behind the track, none with a word on it. */
const hoardings = (room: Room, seed: number): void => {
  const { at, halfWidth: w, back, brush, scale } = room
  const dice = makeDice(seed)
  const z = back - 0.05
  const line = readColour(dice.pick(['#b8443a', '#2f5f9c', '#3f7a52', '#b5822e']))
  // Metres, not shares of the wall: seen close, fewer of them are seen and none hides another.
  for (const [index, x] of [-5.9, -3.9, -1.85, 0.25, 2.3, 4.35, 5.9].entries()) {
    if (Math.abs(x) > w - 0.75) continue
    if (index % 3 === 1) {
      paintBlock(room, block(x, 1.4, z - 0.02, [1.7, 0.46, 0.04]), readColour('#f0ede4'))
      paintBlock(room, block(x, 1.55, z - 0.04, [1.7, 0.16, 0.03]), line)
      continue
    }
    const wide = 1.2
    paintBlock(room, block(x, 0.72, z, [wide, 1.55, 0.04]), readColour('#55585c'))
    const [top, low] = [readColour(dice.pick(accents)), readColour(dice.pick(accents))]
    const [left, right] = [x - wide / 2 + 0.06, x + wide / 2 - 0.06]
    paintSurface(
      room,
      [at(left, 2.2, z), at(right, 2.2, z), at(right, 0.78, z), at(left, 0.78, z)],
      shift(top, 0.4),
      shift(low, 0.1),
    )
    brush.oval(
      at(x + dice.between(-0.2, 0.2), dice.between(1.3, 1.7), z - 0.01),
      { rx: scale(z) * 0.3, ry: scale(z) * 0.3 },
      mix(top, readColour('#f4e6c4'), 0.6),
      { outline: false },
    )
  }
}

/** A row of lights along the platform, with their gleam in the floor. */
const lights = (room: Room, z: number): void => {
  const { at, halfWidth: w, height, brush, context, scale } = room
  const y = height - 0.5
  for (let x = -w; x < w; x += 1.7) {
    paintBlock(room, block(x + 0.6, y, z, [1.3, 0.09, 0.2]), rgb(66, 68, 70))
    brush.stroke([at(x, y, z), at(x + 1.2, y, z)], scale(z) * 0.08, lamp)
    if (brush.look !== 'sketch')
      paintGlow(context, at(x + 0.6, y, z), scale(z) * 1.25, readColour('#ffeec4'), 0.22)
  }
}

const pillar = (room: Room, x: number): void => {
  const { at, height } = room
  const z = platformEdge - 0.8
  paintShade(room, block(x, 0, z - 0.2, [0.6, 0.3, 0.5]), 0, 0.5)
  const half = (
    from: number,
    to: number,
    [low, high]: readonly [number, number],
    tone: Rgb,
  ): void =>
    paintSurface(
      room,
      [at(x + from, high, z), at(x + from, low, z), at(x + to, low, z), at(x + to, high, z)],
      shift(tone, -0.4),
      shift(tone, 0.14),
    )
  const part = (low: number, high: number, radius: number, tone: Rgb): void => {
    const ridge = radius * -0.35 * Math.sign(room.light.direction || 1)
    half(-radius, ridge + 0.01, [low, high], tone)
    half(radius, ridge - 0.01, [low, high], tone)
  }
  part(0, height, 0.19, readColour('#a9a79c'))
  part(0, 0.28, 0.22, rgb(70, 72, 74))
  for (const y of [1.02, 2.45]) part(y, y + 0.13, 0.196, readColour('#2f6a7c'))
}

const bench = (room: Room, x: number): void => {
  const wood = readColour('#8a5f3c')
  const z = 0.75
  paintShade(room, block(x, 0, z, [1.9, 0.45, 0.5]), 0, 0.45)
  for (const dx of [-0.75, 0.75])
    paintBlock(room, block(x + dx, 0, z + 0.05, [0.08, 0.45, 0.4]), rgb(52, 54, 58))
  for (const [y, dz] of [
    [0.9, 0.42],
    [0.68, 0.4],
  ] as const)
    paintBlock(room, block(x, y - 0.1, z + dz, [1.8, 0.15, 0.05]), wood)
  for (const dz of [0.28, 0.14, 0])
    paintBlock(room, block(x, 0.44, z + dz, [1.8, 0.045, 0.11]), shift(wood, 0.06))
}

/** Furniture of an underground station: a platform, and the track between it and a tiled wall. */
export const underground: Furniture = {
  shows: [
    ...['subway station', 'metro station', 'tube station', 'station', 'subway', 'metro'],
    ...['platform', 'rails', 'tunnel', 'tiles', 'bench', 'lamp'],
  ],
  wall: ({ room, seed }) => {
    vault(room)
    hoardings(room, seed)
    track(room)
    for (const side of [-1, 1]) tunnelMouth(room, side)
    lights(room, room.back - 2.4)
  },
  floor: ({ room, side }) => {
    const { at, halfWidth: w, front } = room
    const stone = readColour('#8b8a86')
    strip(room, 0, [front, platformEdge], stone)
    for (let x = -w * 1.4; x < w * 1.4; x += 0.9)
      room.brush.stroke(
        [at(x, 0, platformEdge), at(x, 0, front)],
        Math.max(0.6, room.scale(0) * 0.01),
        room.brush.tone(shift(stone, -0.25)),
        0.5,
      )
    for (let x = -w; x < w; x += 1.7) floorGleam(room, x + 0.6, [-2.4, platformEdge - 0.1])
    strip(room, 0.004, [platformEdge - 0.8, platformEdge - 0.4], readColour('#d8b23e'))
    strip(room, 0.004, [platformEdge - 0.16, platformEdge], readColour('#d9d6cc'))
    paintSurface(
      room,
      [
        at(-w * 1.8, 0, platformEdge),
        at(w * 1.8, 0, platformEdge),
        at(w * 1.8, -0.1, platformEdge),
        at(-w * 1.8, -0.1, platformEdge),
      ],
      rgb(46, 46, 48),
    )
    for (const x of [-2.9, 2.9]) pillar(room, x)
    bench(room, side * Math.min(1.7, w * 0.5))
  },
}
