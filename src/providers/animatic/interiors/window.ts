import { css, mix, type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import type { Point } from '../figures/brush/geometry.ts'
import type { Paint } from '../stage-types.ts'
import { paintPassingLand } from './passing-land.ts'
import { block, type Corners, paintBlock, paintGlow, type Room } from './room.ts'
import type { RoomLight } from './room-light.ts'
import { paintApron } from './travel-furniture.ts'

/** A window in the back wall, metres. */
export interface Window {
  readonly x: number
  readonly low: number
  readonly width: number
  readonly height: number
  readonly panes: readonly [number, number]
  readonly view: 'garden' | 'city' | 'stars' | 'passing' | 'apron'
  readonly curtains: Rgb | null
}

const corners = (room: Room, pane: Window): Corners => {
  const { at, back } = room
  const [left, right] = [pane.x - pane.width / 2, pane.x + pane.width / 2]
  const high = pane.low + pane.height
  return [
    at(left, high, back),
    at(right, high, back),
    at(right, pane.low, back),
    at(left, pane.low, back),
  ]
}

const clip = (context: Paint, points: readonly Point[]): void => {
  context.beginPath()
  for (const [index, point] of points.entries()) {
    if (index === 0) context.moveTo(point.x, point.y)
    else context.lineTo(point.x, point.y)
  }
  context.closePath()
  context.clip()
}

/** Paints a window: sky, what stands outside, frame, sill and curtains. */
export const paintWindow = (room: Room, pane: Window, air: RoomLight, seed: number): void => {
  paintOutlook(room, pane, air, seed)
  paintWindowFrame(room, pane, air)
}

/** The frame of a window with its sill and curtains, and the light about it. */
export const paintWindowFrame = (room: Room, pane: Window, air: RoomLight): void => {
  paintFrame(room, pane)
  if (pane.curtains) paintCurtains(room, pane, pane.curtains)
  if (air.sun > 0.2 && room.brush.look !== 'sketch') {
    const { context, at, back } = room
    const middle = at(pane.x, pane.low + pane.height / 2, back)
    paintGlow(
      context,
      middle,
      room.scale(back) * Math.max(pane.width, pane.height) * 1.15,
      air.sunColour,
      0.3 * air.sun,
    )
  }
}

/** What is seen through a window, without its frame. */
export const paintOutlook = (room: Room, pane: Window, air: RoomLight, seed: number): void => {
  const { context, brush } = room
  const quad = corners(room, pane)
  context.save()
  clip(context, quad)
  const [topLeft, , lowRight] = quad
  const gradient = context.createLinearGradient(0, topLeft.y, 0, lowRight.y)
  const paper = readColour('#f3ece0')
  const sky = (colour: Rgb): Rgb => (brush.look === 'sketch' ? mix(colour, paper, 0.45) : colour)
  gradient.addColorStop(0, css(sky(pane.view === 'stars' ? readColour('#05070f') : air.skyTop)))
  gradient.addColorStop(1, css(sky(pane.view === 'stars' ? readColour('#141a33') : air.skyLow)))
  context.fillStyle = gradient
  context.fillRect(topLeft.x, topLeft.y, lowRight.x - topLeft.x, lowRight.y - topLeft.y)
  paintView(room, pane, air, seed)
  context.restore()
}

const paintView = (room: Room, pane: Window, air: RoomLight, seed: number): void => {
  const { context } = room
  const [topLeft, , lowRight] = corners(room, pane)
  const size = { width: lowRight.x - topLeft.x, height: lowRight.y - topLeft.y }
  const view: View = {
    context,
    topLeft,
    ...size,
    air,
    seed,
  }
  if (pane.view === 'stars') paintStars(context, view, seed)
  else if (pane.view === 'city') paintTowers(view)
  else if (pane.view === 'passing') paintPassing(room, view, pane)
  else if (pane.view === 'apron') paintApron(context, { ...topLeft, ...size }, air)
  else paintHills(view)
}

interface View {
  readonly context: Paint
  readonly topLeft: Point
  readonly width: number
  readonly height: number
  readonly air: RoomLight
  readonly seed: number
}

const night = readColour('#0a0e20')

/** How much of the night lies over what is outside, 0…1. */
const darkness = (air: RoomLight): number => {
  if (air.sun < 0.13) return 0.7
  return air.sun < 0.2 ? 0.4 : 0
}

const paintTowers = ({ context, topLeft, width, height, air, seed }: View): void => {
  const dice = makeDice(seed ^ 0x77)
  const far = mix(mix(air.skyLow, readColour('#4a5a6c'), 0.5), night, darkness(air) * 0.85)
  for (let x = 0; x < width; ) {
    const wide = width * dice.between(0.06, 0.14)
    const tall = height * dice.between(0.25, 0.7)
    const top = topLeft.y + height - tall
    context.fillStyle = css(shift(far, dice.between(-0.2, 0.1)))
    context.fillRect(topLeft.x + x, top, wide + 1, tall)
    if (air.lamps)
      litWindows(context, { x: topLeft.x + x, y: top, width: wide, height: tall }, dice.roll)
    x += wide
  }
}

const paintPassing = (room: Room, view: View, { x, width }: Window): void => {
  const { air, seed } = view
  const far = mix(air.skyLow, readColour('#5a6f7c'), 0.55)
  const near = mix(readColour('#5f7a48'), air.skyLow, 0.12)
  const inHour = (tone: Rgb): Rgb => mix(tone, night, darkness(air))
  paintPassingLand({
    ...view,
    ...{ left: x - width / 2, metre: room.scale(room.back), time: room.time, seed: seed % 50 },
    land: [inHour(far), inHour(near)],
  })
}

const paintHills = ({ context, topLeft, width, height, air, seed }: View): void => {
  const far = mix(mix(air.skyLow, readColour('#4a5a6c'), 0.5), readColour('#3f5a44'), 0.5)
  const low = topLeft.y + height
  for (const [rise, tone, size] of [
    [0.5, 0.1, 0.16],
    [0.34, -0.22, 0.12],
  ] as const) {
    context.fillStyle = css(shift(mix(far, night, darkness(air)), tone))
    context.beginPath()
    context.moveTo(topLeft.x, low)
    for (let step = 0; step <= 40; step += 1) {
      const x = step / 40
      const bump =
        (0.6 + 0.4 * Math.sin(x * 8 + seed)) * size + Math.sin(x * 23 + seed * 2) * size * 0.14
      context.lineTo(topLeft.x + width * x, low - height * (rise - 0.12 + bump))
    }
    context.lineTo(topLeft.x + width, low)
    context.fill()
  }
}

const paintStars = (
  context: Paint,
  area: { topLeft: Point; width: number; height: number },
  seed: number,
): void => {
  const dice = makeDice(seed)
  for (let index = 0; index < 90; index += 1) {
    context.fillStyle = `rgba(230,236,255,${dice.between(0.25, 0.95).toFixed(2)})`
    const size = dice.between(0.4, 1.5) * (area.height / 160)
    context.fillRect(
      area.topLeft.x + dice.roll() * area.width,
      area.topLeft.y + dice.roll() * area.height,
      size,
      size,
    )
  }
  const [x, y, radius] = [
    area.topLeft.x + area.width * 0.68,
    area.topLeft.y + area.height * 0.95,
    area.height * 0.55,
  ]
  const planet = context.createRadialGradient(
    x - radius * 0.4,
    y - radius * 0.5,
    radius * 0.1,
    x,
    y,
    radius,
  )
  planet.addColorStop(0, '#9cc6e8')
  planet.addColorStop(0.6, '#35679c')
  planet.addColorStop(1, '#0c1830')
  context.fillStyle = planet
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
}

const litWindows = (
  context: Paint,
  area: { x: number; y: number; width: number; height: number },
  roll: () => number,
): void => {
  const step = Math.max(3, area.width / 4)
  for (let x = step * 0.4; x < area.width - step * 0.4; x += step) {
    for (let y = step * 0.6; y < area.height; y += step * 1.3) {
      if (roll() < 0.55) continue
      context.fillStyle = `rgba(255,${(200 + roll() * 30).toFixed(0)},140,${(0.4 + roll() * 0.5).toFixed(2)})`
      context.fillRect(area.x + x, area.y + y, step * 0.45, step * 0.6)
    }
  }
}

const paintFrame = (room: Room, pane: Window): void => {
  const { back } = room
  const wood = readColour('#d9d2c4')
  const bar = (x: number, y: number, w: number, h: number): void =>
    paintBlock(room, block(x, y, back - 0.06, [w, h, 0.06]), wood)
  const [columns, rows] = pane.panes
  const thick = 0.05
  const left = pane.x - pane.width / 2
  for (let column = 0; column <= columns; column += 1)
    bar(
      left + (pane.width * column) / columns,
      pane.low,
      column === 0 || column === columns ? thick * 1.5 : thick * 0.7,
      pane.height,
    )
  for (let row = 0; row <= rows; row += 1)
    bar(
      pane.x,
      pane.low + (pane.height * row) / rows - thick / 2,
      pane.width,
      row === 0 || row === rows ? thick * 1.3 : thick * 0.7,
    )
  paintBlock(
    room,
    block(pane.x, pane.low - 0.09, back - 0.2, [pane.width + 0.24, 0.06, 0.2]),
    shift(wood, -0.05),
  )
}

const paintCurtains = (room: Room, pane: Window, colour: Rgb): void => {
  const { at, back, brush } = room
  const z = back - 0.16
  const high = pane.low + pane.height + 0.2
  const low = Math.max(0.08, pane.low - 0.7)
  for (const side of [-1, 1]) {
    const outer = pane.x + side * (pane.width / 2 + 0.32)
    const inner = pane.x + side * (pane.width / 2 - 0.12)
    brush.block(
      [
        at(outer, high, z),
        at(inner, high, z),
        at(inner + side * 0.1, (high + low) / 2, z),
        at(inner, low, z),
        at(outer + side * 0.04, low, z),
      ],
      colour,
    )
    for (const share of [0.2, 0.4, 0.6, 0.8]) {
      const x = outer + (inner - outer) * share
      brush.stroke(
        [at(x, high, z), at(x + side * 0.02, (high + low) / 2, z), at(x, low, z)],
        room.scale(z) * 0.03,
        shift(brush.tone(colour), share === 0.4 ? 0.14 : -0.26),
        0.4,
      )
    }
  }
  brush.stroke(
    [
      at(pane.x - pane.width / 2 - 0.45, high + 0.03, z),
      at(pane.x + pane.width / 2 + 0.45, high + 0.03, z),
    ],
    room.scale(z) * 0.035,
    brush.tone(readColour('#5a4a3c')),
  )
}

/** The light that falls in: a bright patch on the floor and shafts through the air. */
export const paintShafts = (room: Room, pane: Window, air: RoomLight): void => {
  if (air.sun < 0.08 || pane.view === 'stars' || room.brush.look === 'sketch') return
  const { context, at, back } = room
  const drift = -Math.sign(air.light.direction || 1)
  const breathe = 1 + Math.sin(room.time * 0.35) * 0.06
  context.save()
  context.globalCompositeOperation = 'screen'
  const [columns] = pane.panes
  for (let column = 0; column < columns; column += 1) {
    const left = pane.x - pane.width / 2 + (pane.width * column) / columns + 0.05
    const right = left + pane.width / columns - 0.1
    const high = pane.low + pane.height
    const [a, b] = [at(left, high, back), at(right, high, back)]
    const [c, d] = [at(right + drift * 1.5, 0, back - 2.1), at(left + drift * 1.5, 0, back - 2.1)]
    const gradient = context.createLinearGradient((a.x + b.x) / 2, a.y, (c.x + d.x) / 2, c.y)
    gradient.addColorStop(0, css(air.sunColour, 0.2 * air.sun * breathe))
    gradient.addColorStop(1, css(air.sunColour, 0.02))
    context.fillStyle = gradient
    poly(context, [a, b, at(right, pane.low, back), c, d, at(left, pane.low, back)])
    const patch: Corners = [
      at(left + drift * 0.75, 0, back - 0.9),
      at(right + drift * 0.75, 0, back - 0.9),
      at(right + drift * 1.6, 0, back - 2.3),
      at(left + drift * 1.6, 0, back - 2.3),
    ]
    context.fillStyle = css(air.sunColour, 0.3 * air.sun * breathe)
    poly(context, patch)
  }
  context.restore()
}

const poly = (context: Paint, points: readonly Point[]): void => {
  context.beginPath()
  for (const [index, point] of points.entries()) {
    if (index === 0) context.moveTo(point.x, point.y)
    else context.lineTo(point.x, point.y)
  }
  context.closePath()
  context.fill()
}

/** Drops that run down the glass, or flakes that fall behind it. */
export const paintGlass = (room: Room, pane: Window, air: RoomLight, seed: number): void => {
  if (!air.rain && !air.snow) return
  const { context, time } = room
  const quad = corners(room, pane)
  const [topLeft, , lowRight] = quad
  const [width, height] = [lowRight.x - topLeft.x, lowRight.y - topLeft.y]
  const dice = makeDice(seed ^ 0x2a1)
  context.save()
  clip(context, quad)
  for (let index = 0; index < 60; index += 1) {
    const [x, start, speed] = [dice.roll(), dice.roll(), dice.between(0.1, 0.45)]
    if (air.snow) {
      const y = (start + time * speed * 0.3) % 1
      context.fillStyle = 'rgba(245,248,255,0.85)'
      const size = (height / 90) * (0.6 + speed * 2)
      context.fillRect(
        topLeft.x + (x + Math.sin(time * 0.8 + index) * 0.02) * width,
        topLeft.y + y * height,
        size,
        size,
      )
      continue
    }
    const slip =
      (start + Math.max(0, Math.sin(time * speed * 2 + index)) * 0.05 + time * speed * 0.35) % 1.1
    const gradient = context.createLinearGradient(
      0,
      topLeft.y + (slip - 0.16) * height,
      0,
      topLeft.y + slip * height,
    )
    gradient.addColorStop(0, 'rgba(225,235,250,0)')
    gradient.addColorStop(1, 'rgba(225,235,250,0.55)')
    context.fillStyle = gradient
    context.fillRect(
      topLeft.x + x * width,
      topLeft.y + (slip - 0.16) * height,
      Math.max(0.8, height / 170),
      height * 0.16,
    )
  }
  context.restore()
}
