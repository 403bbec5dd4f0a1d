import { css, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { plant, screen } from './decor.ts'
import { accent, type Furniture } from './furnishing.ts'
import { block, paintBlock, paintGlow, paintShade, paintSurface, type Room } from './room.ts'
import type { RoomLight } from './room-light.ts'

const steel = readColour('#aab2b8')

/** Doors, a handrail and lights of a corridor in a public building. */
export const corridor: Furniture = {
  shows: ['corridor', 'hallway', 'hospital', 'doors', 'lamp'],
  wall: ({ room, seed }) => {
    const { at, halfWidth: w, back, height, context, brush } = room
    const paint = readColour(makeDice(seed).pick(['#7fa0a4', '#8c9ab0', '#98a88c']))
    const panel = (
      x: number,
      z: number,
      deep: number,
      span: readonly [number, number],
      tone: typeof paint,
    ): void =>
      paintSurface(
        room,
        [at(x, span[1], z + deep), at(x, span[1], z), at(x, span[0], z), at(x, span[0], z + deep)],
        tone,
        shift(tone, -0.12),
      )
    for (const side of [-1, 1]) {
      const x = side * (w - 0.01)
      panel(x, -1.6, back + 1.6, [0.82, 0.96], shift(steel, 0.05))
      for (let z = back - 1.4; z > -1; z -= 2.2) {
        panel(x, z - 0.1, 1.2, [0, 2.2], shift(paint, -0.35))
        panel(x, z, 1.0, [0, 2.1], paint)
        panel(x, z + 0.36, 0.28, [1.35, 1.85], readColour('#cfe0e4'))
      }
    }
    for (const x of [-0.52, 0.52]) {
      paintBlock(room, block(x, 0, back - 0.04, [0.98, 2.15, 0.04]), shift(paint, 0.1))
      paintBlock(room, block(x, 1.25, back - 0.06, [0.4, 0.6, 0.02]), readColour('#d8e6ea'))
    }
    paintBlock(room, block(0, 2.32, back - 0.1, [0.7, 0.22, 0.06]), readColour('#2f8a58'))
    for (let z = back - 0.8; z > -1.2; z -= 1.7) {
      const lamp = readColour('#f6fbff')
      paintSurface(
        room,
        [
          at(-0.55, height - 0.01, z + 0.5),
          at(0.55, height - 0.01, z + 0.5),
          at(0.55, height - 0.01, z),
          at(-0.55, height - 0.01, z),
        ],
        lamp,
      )
      if (brush.look !== 'sketch')
        paintGlow(context, at(0, height - 0.05, z), room.scale(z) * 1.1, lamp, 0.32)
    }
  },
  floor: ({ room, side }) => {
    const x = side * (room.halfWidth - 0.42)
    const seat = readColour('#5f7f8c')
    for (const z of [3.2, 2.55, 1.9]) {
      paintShade(room, block(x, 0, z, [0.5, 0.4, 0.5]), 0, 0.35)
      paintBlock(room, block(x, 0.12, z + 0.1, [0.08, 0.3, 0.3]), rgb(70, 74, 80))
      paintBlock(room, block(x, 0.42, z, [0.46, 0.07, 0.5]), seat)
      paintBlock(room, block(x + side * 0.2, 0.5, z, [0.07, 0.5, 0.5]), seat)
    }
  },
}

const seatRow = (room: Room, z: number, cloth: ReturnType<typeof readColour>): void => {
  for (const side of [-1, 1]) {
    for (const seat of [2, 1, 0]) {
      const x = side * (0.62 + seat * 0.5)
      if (Math.abs(x) > room.halfWidth - 0.15) continue
      paintBlock(room, block(x, 0, z, [0.44, 0.36, 0.5]), rgb(56, 60, 68))
      paintBlock(room, block(x, 0.45, z + 0.36, [0.46, 0.78, 0.12]), cloth)
      paintBlock(room, block(x, 1.02, z + 0.33, [0.3, 0.17, 0.04]), readColour('#e8e4da'))
      paintBlock(room, block(x, 0.36, z, [0.46, 0.12, 0.46]), shift(cloth, -0.05))
      paintBlock(room, block(x - side * 0.25, 0.5, z + 0.05, [0.06, 0.14, 0.4]), rgb(72, 76, 84))
    }
  }
}

/** A cabin window in the side wall, with the sky beyond. */
const porthole = (room: Room, side: number, z: number, air: RoomLight): void => {
  const { at, brush, halfWidth, context, scale } = room
  const x = side * (halfWidth - 0.01)
  const ring = (grown: number): readonly { readonly x: number; readonly y: number }[] =>
    Array.from({ length: 16 }, (_, step) => {
      const angle = (step / 16) * Math.PI * 2
      return at(x, 1.22 + Math.sin(angle) * (0.23 + grown), z + Math.cos(angle) * (0.17 + grown))
    })
  brush.shape(ring(0.05), readColour('#c2c6ca'))
  brush.shape(ring(0), air.skyLow, { glows: true, shade: 0.1 })
  if (air.sun > 0.15 && brush.look !== 'sketch')
    paintGlow(context, at(x, 1.22, z), scale(z) * 0.7, air.sunColour, 0.35 * air.sun)
}

/** Furniture of an aeroplane's cabin. */
export const aeroplane: Furniture = {
  shows: ['airplane', 'plane', 'cabin', 'seat', 'window'],
  wall: ({ room, air }) => {
    const { halfWidth: w, back, height, at } = room
    const bin = readColour('#d8dade')
    for (let z = back - 0.6; z > -2.2; z -= 0.82)
      for (const side of [-1, 1]) porthole(room, side, z, air)
    for (const side of [-1, 1])
      for (let z = back - 1.6; z > -2.4; z -= 1.6) {
        paintBlock(room, block(side * (w - 0.36), 1.72, z, [0.72, 0.44, 1.56]), bin)
        paintBlock(
          room,
          block(side * (w - 0.74), 1.86, z + 0.7, [0.02, 0.05, 0.2]),
          shift(bin, -0.4),
        )
      }
    paintBlock(room, block(0, 0, back - 0.06, [0.9, 2.0, 0.05]), readColour('#8f99a6'))
    paintSurface(
      room,
      [
        at(-0.28, height - 0.01, back),
        at(0.28, height - 0.01, back),
        at(0.28, height - 0.01, -1.6),
        at(-0.28, height - 0.01, -1.6),
      ],
      readColour('#f4f8ff'),
    )
  },
  floor: ({ room, seed }) => {
    const cloth = accent(seed)
    for (let z = room.back - 1.1; z > 0.3; z -= 0.85) seatRow(room, z, cloth)
  },
}

/** Furniture of an airport's hall. */
export const airport: Furniture = {
  shows: ['airport', 'terminal', 'seats', 'screen', 'window', 'airplane'],
  wall: ({ room, side }) => {
    const { halfWidth: w, height } = room
    const board = readColour('#3f74a8')
    for (const dx of [0, 1.15])
      screen(
        room,
        { x: -side * (w - 1.1 - dx), z: room.back - 0.8 },
        height - 1.25,
        [1.05, 0.62],
        board,
      )
    if (w > 2.8)
      paintBlock(
        room,
        block(side * (w - 1.2), height - 0.95, room.back - 0.8, [1.6, 0.34, 0.06]),
        readColour('#d8a62c'),
      )
  },
  floor: ({ room, seed, side }) => {
    const cloth = readColour('#3c4652')
    for (const row of [2.2, 1.1]) {
      for (let seat = 0; seat < 4; seat += 1) {
        const x = side * (room.halfWidth - 0.6 - seat * 0.62)
        paintShade(room, block(x, 0, row, [0.56, 0.3, 0.5]), 0, 0.3)
        paintBlock(room, block(x, 0.18, row + 0.2, [0.5, 0.06, 0.1]), steel)
        paintBlock(room, block(x, 0.4, row + 0.4, [0.56, 0.48, 0.08]), cloth)
        paintBlock(room, block(x, 0.38, row, [0.56, 0.08, 0.48]), shift(cloth, 0.08))
      }
    }
    plant(room, { x: -side * (room.halfWidth - 0.4), z: 1.6 }, 0, 1.3, makeDice(seed))
  },
}

/** The apron before an airport's windows, an aeroplane standing on it. */
export const paintApron = (
  context: Room['context'],
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  air: RoomLight,
): void => {
  const { x, y, width, height } = area
  const dark = air.sun < 0.13
  const tone = (colour: string, amount = 0): string =>
    css(shift(readColour(colour), (dark ? -0.62 : air.sun < 0.2 ? -0.35 : 0) + amount))
  context.fillStyle = tone('#8f949a')
  context.fillRect(x, y + height * 0.66, width, height * 0.34)
  context.fillStyle = tone('#6f7a70')
  context.fillRect(x, y + height * 0.62, width, height * 0.045)
  context.save()
  context.translate(x + width * 0.5, y + height * 0.72)
  context.scale(height * 1.05, height * 1.05)
  context.fillStyle = tone('#eceff2')
  context.beginPath()
  context.moveTo(-0.92, -0.12)
  context.quadraticCurveTo(-0.86, -0.27, -0.6, -0.27)
  context.lineTo(0.62, -0.27)
  context.lineTo(0.98, -0.22)
  context.quadraticCurveTo(0.7, -0.08, 0.5, -0.06)
  context.lineTo(-0.75, -0.06)
  context.quadraticCurveTo(-0.9, -0.07, -0.92, -0.12)
  context.fill()
  context.fillStyle = tone('#2f5f9c')
  context.beginPath()
  context.moveTo(0.6, -0.26)
  context.lineTo(0.84, -0.58)
  context.lineTo(0.96, -0.58)
  context.lineTo(0.9, -0.23)
  context.fill()
  context.fillStyle = tone('#b4bac0')
  context.beginPath()
  context.moveTo(-0.16, -0.12)
  context.lineTo(0.3, 0.05)
  context.lineTo(0.4, 0.05)
  context.lineTo(0.16, -0.13)
  context.fill()
  context.fillStyle = dark ? '#ffd98c' : tone('#46586c')
  for (let window = 0; window < 22; window += 1)
    context.fillRect(-0.62 + window * 0.052, -0.21, 0.022, 0.032)
  context.fillStyle = tone('#2c3038')
  for (const wheel of [-0.6, 0.02, 0.12]) {
    context.beginPath()
    context.rect(wheel - 0.008, -0.08, 0.016, 0.1)
    context.arc(wheel, 0.02, 0.035, 0, Math.PI * 2)
    context.fill()
  }
  context.restore()
}
