import { readColour, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import type { Furnishing, Furniture } from './furnishing.ts'
import { block, paintBlock, paintGlow, paintShade, type Room } from './room.ts'
import { hanging, type Lancet, lancet, pillar, runner, stoneCourses } from './stonework.ts'

const stone = readColour('#9a8f80')
const gold = readColour('#c79f48')

/** Rows of pillars with windows between them, far ones first. */
const nave = (
  { room, air, seed }: Furnishing,
  bays: readonly number[],
  pillars: {
    readonly inset: number
    readonly radius: number
    readonly colour: ReturnType<typeof readColour>
  },
  window: Pick<Lancet, 'low' | 'high' | 'wide' | 'stained'>,
): void => {
  for (const [index, z] of bays.entries()) {
    for (const side of [-1, 1] as const)
      lancet(room, { ...window, wall: side, along: z + 0.95 }, air, seed + index * 2 + side)
    for (const side of [-1, 1])
      pillar(
        room,
        { x: side * (room.halfWidth - pillars.inset), z },
        { radius: pillars.radius, high: room.height },
        pillars.colour,
      )
  }
}

const paintBeams = (room: Room): void => {
  const wood = readColour('#4a3626')
  for (let z = room.back - 0.4; z > -0.8; z -= 1.3)
    paintBlock(room, block(0, room.height - 0.34, z, [room.halfWidth * 2, 0.34, 0.28]), wood)
}

const throne = (room: Room): void => {
  const { at, brush } = room
  const z = room.back - 1.5
  for (const [step, wide] of [
    [0, 3.6],
    [1, 2.9],
    [2, 2.2],
  ] as const)
    paintBlock(
      room,
      block(0, step * 0.16, z - 0.75 + step * 0.3, [wide, 0.16, 2.2 - step * 0.3]),
      shift(stone, 0.04 * step),
    )
  const seat = z + 0.25
  const wood = readColour('#5c3b22')
  const cloth = readColour('#8c2630')
  paintBlock(room, block(0, 0.48, seat + 0.4, [0.98, 1.75, 0.1]), wood)
  paintBlock(room, block(0, 0.98, seat + 0.38, [0.68, 1.05, 0.03]), cloth)
  brush.block(
    [at(-0.55, 2.23, seat + 0.4), at(0, 2.75, seat + 0.4), at(0.55, 2.23, seat + 0.4)],
    gold,
  )
  for (const x of [-0.5, 0.5]) {
    paintBlock(room, block(x, 0.48, seat + 0.36, [0.1, 1.95, 0.1]), gold)
    brush.oval(
      at(x, 2.5, seat + 0.36),
      { rx: room.scale(seat) * 0.09, ry: room.scale(seat) * 0.09 },
      gold,
    )
    paintBlock(room, block(x, 0.48, seat - 0.15, [0.16, 0.62, 0.5]), wood)
  }
  paintBlock(room, block(0, 0.48, seat - 0.15, [0.86, 0.36, 0.5]), wood)
  paintBlock(room, block(0, 0.84, seat - 0.15, [0.84, 0.1, 0.5]), cloth)
}

/** Furniture of a castle's hall. */
export const castleHall: Furniture = {
  shows: ['castle', 'hall', 'throne', 'banner', 'pillars', 'torches'],
  wall: (furnishing) => {
    const { room, seed, air } = furnishing
    stoneCourses(room, stone, seed)
    paintBeams(room)
    for (const x of [-2.3, 2.3])
      lancet(
        room,
        { wall: 'back', along: x, wide: 0.95, low: 1.7, high: room.height - 0.7, stained: false },
        air,
        seed,
      )
    const field = readColour(makeDice(seed).pick(['#8c2630', '#2c4478', '#35583c']))
    hanging(room, { x: 0, z: room.back - 0.05 }, { wide: 1.5, low: 2.5, high: room.height - 0.5 }, [
      field,
      gold,
    ])
    for (const x of [-3.9, 3.9])
      hanging(room, { x, z: room.back - 0.05 }, { wide: 0.9, low: 1.9, high: room.height - 0.8 }, [
        shift(field, -0.1),
        gold,
      ])
    runner(room, 0.85, room.back - 2.2, readColour('#8c2630'))
    throne(room)
    nave(
      furnishing,
      [4.4, 2.2],
      { inset: 0.75, radius: 0.3, colour: shift(stone, 0.06) },
      { wide: 0.85, low: 1.7, high: room.height - 0.9, stained: false },
    )
  },
  floor: ({ room }) => {
    const { halfWidth: w } = room
    for (const side of [-1, 1])
      pillar(
        room,
        { x: side * (w - 0.75), z: 0.3 },
        { radius: 0.32, high: room.height },
        shift(stone, 0.02),
      )
  },
}

/** Furniture of a church. */
export const church: Furniture = {
  shows: ['church', 'altar', 'pews', 'candle', 'pillars', 'stained glass'],
  wall: (furnishing) => {
    const { room, seed, air } = furnishing
    const pale = readColour('#cfc4b0')
    stoneCourses(room, pale, seed)
    paintVault(room)
    for (const [x, low] of [
      [-1.75, 2.6],
      [0, 2.2],
      [1.75, 2.6],
    ] as const)
      lancet(
        room,
        {
          wall: 'back',
          along: x,
          wide: 1.15,
          low,
          high: room.height - 1.1 + (x === 0 ? 0.5 : 0),
          stained: true,
        },
        air,
        seed + Math.round(x * 7),
      )
    runner(room, 0.75, room.back - 2.4, readColour('#7c2a30'))
    altar(room)
    nave(
      furnishing,
      [6.2, 4.2, 2.2],
      { inset: 0.9, radius: 0.28, colour: pale },
      { wide: 0.9, low: 1.9, high: room.height - 1.6, stained: true },
    )
  },
  floor: ({ room }) => {
    const wood = readColour('#6e4a2c')
    for (let z = 4.6; z > 0.3; z -= 0.95) {
      for (const side of [-1, 1]) {
        const x = side * 2.35
        paintShade(room, block(x, 0, z, [2.3, 0.4, 0.45]), 0, 0.35)
        paintBlock(room, block(x, 0.4, z + 0.02, [2.3, 0.06, 0.42]), shift(wood, 0.1))
        paintBlock(room, block(x, 0.44, z, [2.3, 0.46, 0.05]), wood)
        paintBlock(room, block(x - side * 1.15, 0, z, [0.08, 1.0, 0.48]), shift(wood, -0.1))
      }
    }
  },
}

const altar = (room: Room): void => {
  const { at, brush, context } = room
  const z = room.back - 1.4
  const marble = readColour('#d8d0c0')
  for (const [step, wide] of [
    [0, 4.4],
    [1, 3.6],
  ] as const)
    paintBlock(
      room,
      block(0, step * 0.16, z - 0.7 + step * 0.35, [wide, 0.16, 2 - step * 0.35]),
      marble,
    )
  paintBlock(room, block(0, 0.32, z + 0.2, [1.9, 0.95, 0.6]), readColour('#e8e2d4'))
  paintBlock(room, block(0, 1.27, z + 0.16, [2.1, 0.06, 0.68]), readColour('#f4efe4'))
  paintBlock(room, block(0, 1.33, z + 0.5, [0.08, 0.95, 0.05]), gold)
  paintBlock(room, block(0, 1.95, z + 0.5, [0.46, 0.08, 0.05]), gold)
  for (const x of [-0.8, -0.55, 0.55, 0.8]) {
    paintBlock(room, block(x, 1.33, z + 0.4, [0.06, 0.34, 0.06]), readColour('#f4ecd8'))
    brush.oval(
      at(x, 1.74, z + 0.4),
      { rx: room.scale(z) * 0.03, ry: room.scale(z) * 0.07 },
      readColour('#ffdc8c'),
      { glows: true, shade: 0, outline: false },
    )
    if (brush.look !== 'sketch')
      paintGlow(context, at(x, 1.74, z + 0.4), room.scale(z) * 0.5, readColour('#ffc878'), 0.5)
  }
}

/** Ribs that spring from the pillars and meet over the aisle. */
const paintVault = (room: Room): void => {
  const { at, brush, halfWidth: w, height } = room
  const rib = brush.tone(readColour('#b8ab94'))
  for (const z of [8, 6.2, 4.2, 2.2, 0.2]) {
    if (z > room.back) continue
    const points = Array.from({ length: 9 }, (_, step) => {
      const x = -1 + step / 4
      return at(x * (w - 0.6), height - 1.3 * Math.abs(x) ** 1.6, z)
    })
    brush.stroke(points, room.scale(z) * 0.16, rib, 0.85)
  }
}
