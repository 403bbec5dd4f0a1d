import { css, readColour, rgb } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { plant } from './decor.ts'
import { hearthFire, wallTorch } from './fittings.ts'
import { hasHearth } from './home-furniture.ts'
import { paintGlow, type Room } from './room.ts'
import type { RoomKind } from './room-kinds.ts'
import type { RoomLight } from './room-light.ts'

/** What the air of a room is painted by. */
export interface AirRequest {
  readonly kind: RoomKind
  readonly air: RoomLight
  readonly seed: number
  readonly side: number
}

const lampGlow = readColour('#ffb866')

/** The light of lamps, the fire in the hearth and dust in the light. */
export const paintAir = (room: Room, request: AirRequest): void => {
  const { kind, air, seed, side } = request
  if (kind === 'living room' && hasHearth(seed)) hearthFire(room, -side * (room.halfWidth - 0.75))
  if (kind === 'castle hall') for (const spot of torchSpots(room)) wallTorch(room, spot)
  if (room.brush.look !== 'sketch') {
    if (air.lamps) paintLamps(room, request)
    if (air.sun > 0.3) paintDust(room, request)
  }
}

/** Before the pillars, on their inner side. */
const torchSpots = (room: Room): readonly (readonly [number, number, number])[] =>
  [4.1, 1.9].flatMap((z) =>
    [-1, 1].map((side) => [side * (room.halfWidth - 1.15), 2.15, z] as const),
  )

const lampPlaces: Readonly<
  Record<RoomKind, (room: Room, side: number) => readonly (readonly [number, number, number])[]>
> = {
  kitchen: (room, side) => [[-side * Math.min(1.5, room.halfWidth * 0.5), 1.95, 1.0]],
  'living room': (room, side) => [[side * Math.min(2.5, room.halfWidth * 0.92), 1.47, 1.3]],
  bedroom: (room, side) => [
    [
      -Math.min(room.halfWidth - 0.25, Math.min(0.9, room.halfWidth * 0.3) * side + 1.35),
      0.85,
      1.85,
    ],
  ],
  office: (room, side) => [[side * Math.min(1.5, room.halfWidth * 0.55) - 0.6, 1.15, 1.4]],
  cafe: (room, side) => [
    [side * Math.min(2.2, room.halfWidth * 0.75), 2.1, 1.5],
    [side * 0.5, 2.1, 1.9],
  ],
  classroom: (room) => [
    [-1.2, room.height, 1],
    [1.2, room.height, 1],
  ],
  workshop: (_, side) => [[-side * 0.5, 2.15, 1.3]],
  laboratory: (room) => [
    [-1, room.height, 1],
    [1, room.height, 1],
  ],
  studio: (room) => [[0, room.height, 1]],
  stage: (room) => [[0, room.height, 0.4]],
  hallway: (room, side) => [
    [0, 2.2, room.back - 0.8],
    [-side * (room.halfWidth - 0.35), 1.16, 1.5],
  ],
  library: (room, side) => [[side * Math.min(1.3, room.halfWidth * 0.5) + 0.5, 1.12, 1.3]],
  shop: (room, side) => [[side * Math.min(1.7, room.halfWidth * 0.6), 2.1, 1.2]],
  'hospital room': (_, side) => [[side * 0.9, 0.96, 1.9]],
  train: (room) => [[0, 2.26, room.back - 0.2]],
  spaceship: (room) => [[0, room.height, 1.2]],
  'castle hall': (room) => torchSpots(room),
  church: (room) => [[0, 1.9, room.back - 1]],
  restaurant: (_, side) => [[-side * 0.9, 2.3, 2.2]],
  gym: (room) => [[0, room.height, 1]],
  'boxing ring': (room) => [[0, room.height, 0.4]],
  corridor: () => [],
  airplane: () => [],
  bathroom: (room, side) => [[-side * (room.halfWidth - 0.75), 2.12, room.back - 0.2]],
  'underground station': () => [],
  supermarket: () => [],
  airport: (room) => [
    [-1.6, room.height, 1.5],
    [1.6, room.height, 1.5],
  ],
}

const paintLamps = (room: Room, { kind, air, side }: AirRequest): void => {
  const dark = 1 - air.light.level
  for (const [x, y, z] of lampPlaces[kind](room, side)) {
    const at = room.at(x, y, z)
    const flicker = 1 + Math.sin(room.time * 1.7 + x) * 0.012
    if (kind === 'stage' || kind === 'boxing ring') {
      paintSpot(room)
      continue
    }
    const cold = kind === 'spaceship' || kind === 'laboratory' || kind === 'hospital room'
    const colour = cold ? readColour('#bfe0ff') : lampGlow
    paintGlow(room.context, at, room.scale(z) * 0.5, readColour('#fff2d4'), 0.5 * flicker)
    paintGlow(room.context, at, room.scale(z) * 3.2, colour, (0.18 + dark * 0.52) * flicker)
  }
}

const paintSpot = (room: Room): void => {
  const { context, at, height } = room
  context.save()
  context.globalCompositeOperation = 'screen'
  for (const [x, target] of [
    [-1.6, -0.2],
    [1.6, 0.2],
  ] as const) {
    const from = at(x, height + 0.6, 0)
    for (const half of [0.45, 0.7, 0.9, 1.1]) {
      const [left, right] = [at(target - half, 0, 0), at(target + half, 0, 0)]
      const beam = context.createLinearGradient(from.x, from.y, (left.x + right.x) / 2, left.y)
      beam.addColorStop(0, 'rgba(255,236,200,0.13)')
      beam.addColorStop(1, 'rgba(255,226,176,0.012)')
      context.fillStyle = beam
      context.beginPath()
      context.moveTo(from.x - half * 6, from.y)
      context.lineTo(from.x + half * 6, from.y)
      context.lineTo(right.x, right.y)
      context.lineTo(left.x, left.y)
      context.closePath()
      context.fill()
    }
  }
  const centre = at(0, 0, 0)
  context.translate(centre.x, centre.y)
  context.scale(1, 0.22)
  const radius = room.scale(0) * 1.5
  const pool = context.createRadialGradient(0, 0, 0, 0, 0, radius)
  pool.addColorStop(0, 'rgba(255,232,190,0.5)')
  pool.addColorStop(0.7, 'rgba(255,226,176,0.22)')
  pool.addColorStop(1, 'rgba(255,226,176,0)')
  context.fillStyle = pool
  context.fillRect(-radius, -radius, radius * 2, radius * 2)
  context.restore()
}

const paintDust = (room: Room, { air, seed }: AirRequest): void => {
  const { context, width, pixelsHigh, time } = room
  const dice = makeDice(seed ^ 0xd057)
  context.save()
  context.globalCompositeOperation = 'screen'
  for (let index = 0; index < 38; index += 1) {
    const [x, y, speed, phase] = [
      dice.roll(),
      dice.roll(),
      dice.between(0.004, 0.016),
      dice.roll() * 6,
    ]
    const px = ((x + time * speed + Math.sin(time * 0.4 + phase) * 0.012) % 1) * width
    const py = ((((y - time * speed * 0.6) % 1) + 1) % 1) * pixelsHigh * 0.85
    context.fillStyle = css(
      air.sunColour,
      (0.12 + 0.2 * Math.abs(Math.sin(time * 0.6 + phase))) * air.sun,
    )
    const size = (pixelsHigh / 720) * dice.between(1, 2.6)
    context.beginPath()
    context.arc(px, py, size, 0, Math.PI * 2)
    context.fill()
  }
  context.restore()
}

/** Something dark and near at the edge of the picture, which gives depth when the camera moves. */
export const paintForeground = (room: Room, { kind, air, seed, side }: AirRequest): void => {
  const { context, width, pixelsHigh: height } = room
  if (kind === 'stage' || kind === 'spaceship' || kind === 'hospital room') return
  const dark = readColour(air.light.shadow)
  if (
    kind === 'living room' ||
    kind === 'bedroom' ||
    kind === 'office' ||
    kind === 'cafe' ||
    kind === 'restaurant' ||
    kind === 'library'
  ) {
    const dice = makeDice(seed + 17)
    context.save()
    context.globalAlpha = 0.94
    const shade = { ...room, light: { ...air.light, level: air.light.level * 0.35 } }
    plant(
      shade,
      { x: side * (width / room.scale(-1.4)) * 0.5, z: -1.4 },
      room.eye - (height / room.scale(-1.4)) * 0.62,
      0.9,
      dice,
    )
    context.restore()
  }
  const edge = side < 0 ? width * -0.2 : width * 1.2
  const gradient = context.createLinearGradient(edge, 0, edge - side * width * 0.42, 0)
  gradient.addColorStop(0, css(dark, 0.6))
  gradient.addColorStop(1, css(rgb(dark.r, dark.g, dark.b), 0))
  context.fillStyle = gradient
  context.fillRect(-width * 0.2, -height * 0.2, width * 1.4, height * 1.4)
}
