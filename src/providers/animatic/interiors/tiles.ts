import { css, type Rgb, rgb, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { paintBlock, paintSurface, type Room } from './room.ts'

/** Tiles on the walls of a room. */
export interface Tiles {
  readonly colour: Rgb
  /** Of the row at their upper edge. */
  readonly band: Rgb
  /** How far up they go, metres. */
  readonly to: number
  /** Of one, metres. */
  readonly size: number
}

/** Tiles on the back wall and the side walls, each a little other than its neighbours. */
export const wallTiles = (room: Room, tiles: Tiles): void => {
  tileBack(room, tiles)
  for (const side of [-1, 1]) tileSide(room, tiles, side)
}

const tileBack = (room: Room, { colour, band, to, size }: Tiles): void => {
  const { at, halfWidth: w, back, brush, scale } = room
  const dice = makeDice(71)
  for (let y = 0; y < to - 0.01; y += size)
    for (let x = -w; x < w; x += size) {
      const [right, high] = [Math.min(w, x + size), Math.min(to, y + size)]
      const tone = shift(colour, dice.between(-0.05, 0.05))
      paintSurface(
        room,
        [at(x, high, back), at(right, high, back), at(right, y, back), at(x, y, back)],
        shift(tone, 0.06),
        shift(tone, -0.03),
        brush.look === 'sketch' ? 0.5 : 1,
      )
    }
  const joint = brush.tone(shift(colour, -0.22))
  const thin = Math.max(0.6, scale(back) * 0.008)
  for (let y = size; y < to; y += size)
    brush.stroke([at(-w, y, back), at(w, y, back)], thin, joint, 0.6)
  for (let x = -w + size; x < w; x += size)
    brush.stroke([at(x, 0, back), at(x, to, back)], thin, joint, 0.45)
  paintBlock(room, { x: [-w, w], y: [to, to + size * 0.4], z: [back - 0.02, back] }, band)
}

const tileSide = (room: Room, { colour, band, to, size }: Tiles, side: number): void => {
  const { at, halfWidth, back, front, brush, scale } = room
  const x = side * halfWidth
  const tone = shift(colour, room.light.direction * side > 0 ? -0.26 : -0.1)
  const strip = (low: number, high: number, near: Rgb, far: Rgb): void =>
    paintSurface(
      room,
      [at(x, high, back), at(x, low, back), at(x, low, front), at(x, high, front)],
      near,
      far,
    )
  strip(0, to, tone, shift(tone, -0.25))
  const joint = brush.tone(shift(colour, -0.3))
  const thin = Math.max(0.6, scale(back) * 0.008)
  for (let y = size; y < to; y += size)
    brush.stroke([at(x, y, back), at(x, y, front)], thin, joint, 0.4)
  for (let z = back - size; z > front + size; z -= size)
    brush.stroke([at(x, 0, z), at(x, to, z)], thin, joint, 0.3)
  strip(to, to + size * 0.4, shift(band, -0.2), shift(band, -0.4))
}

/** The gleam of a lamp on a smooth floor, from far to near, metres. */
export const floorGleam = (room: Room, x: number, [near, far]: readonly [number, number]): void => {
  if (room.brush.look === 'sketch') return
  const { at, context } = room
  const [a, b] = [at(x, 0, far), at(x, 0, near)]
  const gradient = context.createLinearGradient(0, a.y, 0, b.y)
  const white = rgb(236, 240, 236)
  gradient.addColorStop(0, css(white, 0.26))
  gradient.addColorStop(1, css(white, 0))
  context.save()
  context.globalCompositeOperation = 'screen'
  context.fillStyle = gradient
  const points = [
    at(x - 0.35, 0, far),
    at(x + 0.35, 0, far),
    at(x + 0.6, 0, near),
    at(x - 0.6, 0, near),
  ]
  context.beginPath()
  for (const point of points) context.lineTo(point.x, point.y)
  context.fill()
  context.restore()
}
