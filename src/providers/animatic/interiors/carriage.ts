import { type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import { accent, type Furniture } from './furnishing.ts'
import { table } from './furniture.ts'
import { block, paintBlock, paintGlow, paintShade, type Room } from './room.ts'

const brass = readColour('#b39a5e')
const linen = readColour('#e6e0d2')

/** A bench along one wall: seats side by side, their backs and a white cloth where heads lean. */
const seats = (room: Room, side: number, cloth: Rgb): void => {
  const { halfWidth: w, back } = room
  const [near, deep] = [0.35, 0.72]
  paintShade(room, block(side * (w - 0.4), 0, near, [0.9, 0.4, back - near]), 0, 0.5)
  for (let z = back - deep; z > near - deep / 2; z -= deep) {
    paintBlock(room, block(side * (w - 0.36), 0.02, z, [0.6, 0.3, deep - 0.02]), shift(cloth, -0.5))
    paintBlock(
      room,
      block(side * (w - 0.1), 0.3, z, [0.18, 0.95, deep - 0.03]),
      shift(cloth, -0.06),
    )
    paintBlock(room, block(side * (w - 0.22), 0.98, z + 0.1, [0.05, 0.24, deep - 0.22]), linen)
    paintBlock(room, block(side * (w - 0.4), 0.3, z, [0.66, 0.15, deep - 0.03]), cloth)
  }
  paintBlock(room, block(side * (w - 0.36), 0.6, near - 0.36, [0.56, 0.06, 0.07]), rgb(60, 44, 36))
}

/** A rack of bars over a bench, with what travels in it. */
const rack = (room: Room, side: number, bags: readonly (readonly [number, string])[]): void => {
  const { at, brush, halfWidth: w, back, scale } = room
  for (const [z, colour] of bags)
    paintBlock(room, block(side * (w - 0.26), 1.86, z, [0.4, 0.3, 0.5]), readColour(colour))
  for (const reach of [0.06, 0.26, 0.48])
    brush.stroke(
      [at(side * (w - reach), 1.84, back), at(side * (w - reach), 1.84, 0)],
      scale(1) * 0.025,
      brush.tone(brass),
    )
}

/** Furniture of a railway carriage: two benches that face each other beside the windows. */
export const carriage: Furniture = {
  shows: ['train', 'carriage', 'compartment', 'seat', 'seats', 'window', 'table', 'suitcase'],
  wall: ({ room, lamps }) => {
    const { at, brush, back, halfWidth: w, scale, context } = room
    paintBlock(room, block(0, 2.08, back - 0.1, [w * 2, 0.07, 0.1]), readColour('#7c5c40'))
    for (const x of [-0.5, 0.5]) {
      const spot = at(x * w * 0.64, 2.26, back - 0.12)
      brush.oval(spot, { rx: scale(back) * 0.1, ry: scale(back) * 0.07 }, linen, {
        glows: lamps,
        shade: lamps ? 0.1 : 0.8,
      })
      if (lamps && brush.look !== 'sketch')
        paintGlow(context, spot, scale(back) * 1.1, readColour('#ffd79a'), 0.4)
    }
    rack(room, -1, [
      [1.3, '#7a4a3a'],
      [0.5, '#5f6a4c'],
    ])
    rack(room, 1, [[0.9, '#44566a']])
  },
  floor: ({ room, seed }) => {
    const cloth = accent(seed)
    for (const side of [-1, 1]) seats(room, side, cloth)
    table(room, { x: 0, z: room.back - 0.62 }, [0.95, 0.72, 0.6], readColour('#8c7a66'))
  },
}
