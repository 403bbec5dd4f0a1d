import { css, mix, type Rgb, readColour, rgb, shift } from '../figures/brush/colour.ts'
import type { Point } from '../figures/brush/geometry.ts'
import { type Corners, paintGlow, paintSurface, type Room } from './room.ts'
import type { RoomLight } from './room-light.ts'

/** Lights let into the ceiling, in rows that go away from the viewer. */
export const ceilingPanels = (room: Room, lit: boolean, columns: readonly number[]): void => {
  const { at, back, height, brush, context, scale } = room
  const tone = lit ? readColour('#fbf6e6') : readColour('#d6d4cc')
  const y = height - 0.01
  for (let z = back - 0.7; z > -0.9; z -= 1.5)
    for (const x of columns) {
      const corners: Corners = [
        at(x - 0.42, y, z + 0.62),
        at(x + 0.42, y, z + 0.62),
        at(x + 0.42, y, z),
        at(x - 0.42, y, z),
      ]
      paintSurface(room, corners, tone, shift(tone, -0.04))
      if (lit && brush.look !== 'sketch')
        paintGlow(context, at(x, y, z + 0.3), scale(z) * 0.9, tone, 0.26)
    }
}

/** A window in a side wall, seen aslant, and the light it lets in on the floor. */
export const sideWindow = (
  room: Room,
  side: number,
  span: { readonly z: readonly [number, number]; readonly y: readonly [number, number] },
  air: RoomLight,
): void => {
  const { at, halfWidth, context, brush, scale } = room
  const x = side * (halfWidth - 0.01)
  const [near, far] = span.z
  const [low, high] = span.y
  const quad = (grown: number): readonly Point[] => [
    at(x, high + grown, far + grown),
    at(x, high + grown, near - grown),
    at(x, low - grown, near - grown),
    at(x, low - grown, far + grown),
  ]
  const frame = readColour('#d9d2c4')
  brush.block(quad(0.07), frame, { shade: 0.3 })
  const [a, b, c, d] = quad(0) as unknown as Corners
  const sky = context.createLinearGradient(0, b.y, 0, c.y)
  sky.addColorStop(0, css(air.skyTop))
  sky.addColorStop(1, css(mix(air.skyLow, rgb(250, 250, 246), air.sun * 0.5)))
  context.fillStyle = sky
  context.beginPath()
  for (const point of [a, b, c, d]) context.lineTo(point.x, point.y)
  context.fill()
  const bar = (from: Point, to: Point): void =>
    brush.stroke([from, to], Math.max(0.8, scale(near) * 0.04), brush.tone(frame))
  for (const share of [1 / 3, 2 / 3]) {
    const z = near + (far - near) * share
    bar(at(x, low, z), at(x, high, z))
  }
  bar(at(x, low + (high - low) * 0.62, near), at(x, low + (high - low) * 0.62, far))
  if (air.sun < 0.2 || brush.look === 'sketch') return
  paintGlow(
    context,
    at(x, (low + high) / 2, (near + far) / 2),
    scale(near) * 1.6,
    air.sunColour,
    0.3 * air.sun,
  )
  sunOnFloor(room, side, span.z, air)
}

const sunOnFloor = (
  { at, halfWidth, context }: Room,
  side: number,
  [near, far]: readonly [number, number],
  air: RoomLight,
): void => {
  context.save()
  context.globalCompositeOperation = 'screen'
  context.fillStyle = css(air.sunColour, 0.22 * air.sun)
  const step = (far - near) / 3
  for (let pane = 0; pane < 3; pane += 1) {
    const [from, to] = [near + pane * step + 0.06, near + (pane + 1) * step - 0.06]
    const [inner, outer] = [side * (halfWidth - 2.3), side * (halfWidth - 0.7)]
    context.beginPath()
    for (const [x, z] of [
      [outer, to],
      [inner, to - 0.5],
      [inner, from - 0.5],
      [outer, from],
    ] as const) {
      const point = at(x, 0, z)
      context.lineTo(point.x, point.y)
    }
    context.fill()
  }
  context.restore()
}

/** A clock on the back wall. */
export const wallClock = (room: Room, x: number, y: number): void => {
  const { at, brush, back, scale } = room
  const z = back - 0.04
  const middle = at(x, y, z)
  const r = scale(z) * 0.17
  brush.oval(middle, { rx: r * 1.16, ry: r * 1.16 }, rgb(52, 54, 60))
  brush.oval(middle, { rx: r, ry: r }, readColour('#f2efe6'), { outline: false, shade: 0.2 })
  const hand = (angle: number, long: number): void =>
    brush.stroke(
      [
        middle,
        { x: middle.x + Math.sin(angle) * r * long, y: middle.y - Math.cos(angle) * r * long },
      ],
      Math.max(0.8, r * 0.12),
      rgb(40, 42, 48),
    )
  hand(5.2, 0.55)
  hand(0.9, 0.8)
}

/** A map of lands without a name on the back wall, size in metres. */
export const wallMap = (room: Room, x: number, y: number, wide: number): void => {
  const { at, back, brush, scale } = room
  const z = back - 0.04
  const high = wide * 0.62
  const flat = (left: number, low: number, right: number, top: number, tone: Rgb): void =>
    paintSurface(
      room,
      [
        at(x + left * wide, y + top * high, z),
        at(x + right * wide, y + top * high, z),
        at(x + right * wide, y + low * high, z),
        at(x + left * wide, y + low * high, z),
      ],
      tone,
      shift(tone, -0.1),
    )
  flat(-0.52, -0.54, 0.52, 0.54, readColour('#e4dcc6'))
  flat(-0.49, -0.5, 0.49, 0.5, readColour('#9dbfce'))
  const px = scale(z) * wide
  for (const [dx, dy, rx, ry, tone] of [
    [-0.28, 0.2, 0.13, 0.14, '#b8b878'],
    [-0.2, -0.16, 0.07, 0.17, '#a5b476'],
    [0.06, -0.06, 0.1, 0.18, '#cdb271'],
    [0.05, 0.24, 0.09, 0.08, '#c2a882'],
    [0.26, 0.18, 0.16, 0.14, '#b3ba80'],
    [0.36, -0.24, 0.08, 0.06, '#c9a06c'],
  ] as const)
    brush.oval(
      at(x + dx * wide, y + dy * high, z),
      { rx: px * rx, ry: px * ry * 0.62 },
      readColour(tone),
      {
        outline: false,
        shade: 0.2,
      },
    )
}
