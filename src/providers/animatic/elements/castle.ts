import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** A castle seen from outside. */
export interface CastlePlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Middle of its gate, 0…1 of the frame's width. */
  readonly x: number
  /** Ground its walls stand on: 0…1 of the height at `x` 0…1 of the width. */
  readonly ground: (x: number, aspect: number) => number
  /** From the gate's foot to the tip of the tallest tower, in frame heights. */
  readonly size: number
  readonly distance: number
  readonly seed: number
}

interface Part {
  readonly kind: 'round' | 'square' | 'wall'
  /** Middle, width and height in castle heights. */
  readonly x: number
  readonly wide: number
  readonly tall: number
  readonly top: 'cone' | 'battlement' | 'gable'
  readonly windows: number
  /** 0 in front … 1 at the back, which is paler. */
  readonly back: number
}

const part = (
  kind: Part['kind'],
  [x, wide, tall]: readonly [number, number, number],
  top: Part['top'],
  [windows, back]: readonly [number, number],
): Part => ({ kind, x, wide, tall, top, windows, back })

/** Back to front. */
const parts: readonly Part[] = [
  part('round', [-0.4, 0.13, 0.7], 'cone', [2, 1]),
  part('round', [0.47, 0.12, 0.66], 'cone', [2, 1]),
  part('square', [0.27, 0.36, 0.44], 'gable', [3, 0.8]),
  part('square', [-0.04, 0.34, 0.66], 'battlement', [3, 0.6]),
  part('round', [0.13, 0.11, 0.78], 'cone', [3, 0.5]),
  part('round', [-0.22, 0.09, 0.72], 'cone', [2, 0.5]),
  part('wall', [-0.42, 0.62, 0.27], 'battlement', [0, 0.15]),
  part('wall', [0.42, 0.62, 0.27], 'battlement', [0, 0.15]),
  part('round', [-0.73, 0.17, 0.42], 'cone', [2, 0]),
  part('round', [0.73, 0.19, 0.46], 'battlement', [2, 0]),
  part('square', [0, 0.2, 0.34], 'battlement', [0, 0]),
  part('round', [-0.15, 0.14, 0.43], 'battlement', [2, 0]),
  part('round', [0.15, 0.14, 0.43], 'battlement', [2, 0]),
]

interface Tones {
  readonly lit: Rgb
  readonly dark: Rgb
  readonly roofLit: Rgb
  readonly roofDark: Rgb
  /** −1 lit from the left, 1 from the right. */
  readonly side: number
}

/** Keep, towers, curtain wall and gatehouse; windows shine and torches burn at the gate when it is dark. */
export const castleLayer = (plan: CastlePlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const size = plan.size * height
    for (const piece of parts) {
      const x = plan.x * width + piece.x * size
      const foot = plan.ground(x / width, width / height) * height + size * 0.012
      context.save()
      context.translate(x, foot)
      context.scale(size, size)
      paintPart(context, plan, piece, random)
      context.restore()
    }
    const foot = plan.ground(plan.x, width / height) * height + size * 0.012
    context.save()
    context.translate(plan.x * width, foot)
    context.scale(size, size)
    paintGate(context, plan.air)
    context.restore()
    if (plan.air.lamps > 0.25)
      for (const side of [-1, 1])
        glow(context, plan.x * width + side * size * 0.075, foot - size * 0.16, size * 0.16, 0.8)
  },
})

const tonesOf = ({ air, distance }: CastlePlan, { back }: Part): Tones => {
  const stone = rgb('#b8ab97')
  const slate = air.weather === 'snow' ? mix(rgb('#56617a'), [236, 241, 248], 0.75) : rgb('#56617a')
  const far = distance + back * 0.1
  const sun = air.luminary.clarity
  return {
    lit: inAir(air, stone, 0.62 + 0.34 * sun, far),
    dark: inAir(air, stone, 0.1 + 0.2 * (1 - sun), far),
    roofLit: inAir(air, slate, 0.8, far),
    roofDark: inAir(air, slate, 0.1, far),
    side: air.luminary.x < 0.5 ? -1 : 1,
  }
}

const paintPart = (context: Paint, plan: CastlePlan, piece: Part, random: Random): void => {
  const tones = tonesOf(plan, piece)
  const { kind, wide, tall, top } = piece
  const half = wide / 2
  context.fillStyle =
    kind === 'round' ? roundFace(context, tones, half) : flatFace(context, tones, tall)
  context.fillRect(-half, -tall, wide, tall + 0.06)
  paintStones(context, piece, tones, random)
  paintOpenings(context, plan.air, piece, random)
  if (top === 'cone') paintCone(context, piece, tones)
  else if (top === 'gable') paintGable(context, piece, tones)
  else paintBattlement(context, piece, tones)
}

type Face = ReturnType<Paint['createLinearGradient']>

const roundFace = (context: Paint, { lit, dark, side }: Tones, half: number): Face => {
  const face = context.createLinearGradient(-half * side, 0, half * side, 0)
  face.addColorStop(0, css(scaled(dark, 0.9)))
  face.addColorStop(0.45, css(mix(dark, lit, 0.45)))
  face.addColorStop(0.8, css(lit))
  face.addColorStop(1, css(mix(lit, dark, 0.4)))
  return face
}

const flatFace = (context: Paint, { lit, dark }: Tones, tall: number): Face => {
  const face = context.createLinearGradient(0, -tall, 0, 0.04)
  face.addColorStop(0, css(mix(dark, lit, 0.66)))
  face.addColorStop(1, css(mix(dark, lit, 0.34)))
  return face
}

const course = 0.021

const paintStones = (
  context: Paint,
  { wide, tall }: Part,
  { lit, dark }: Tones,
  random: Random,
): void => {
  for (let y = 0.04; y > -tall + course; y -= course) {
    for (let x = -wide / 2; x < wide / 2 - 0.02; x += between(random, 0.024, 0.05)) {
      if (random() < 0.55) continue
      context.fillStyle = css(random() < 0.5 ? lit : scaled(dark, 0.8), between(random, 0.06, 0.2))
      context.fillRect(x, y - course, between(random, 0.016, 0.034), course * 0.86)
    }
  }
  const foot = context.createLinearGradient(0, -Math.min(0.16, tall * 0.5), 0, 0.03)
  foot.addColorStop(0, css(scaled(dark, 0.6), 0))
  foot.addColorStop(1, css(scaled(dark, 0.6), 0.5))
  context.fillStyle = foot
  context.fillRect(-wide / 2, -tall, wide, tall + 0.06)
}

/** Slits and arched windows, one over the other in towers, side by side in halls. */
const paintOpenings = (
  context: Paint,
  air: Atmosphere,
  { kind, wide, tall, windows }: Part,
  random: Random,
): void => {
  for (let index = 0; index < windows; index += 1) {
    const upright = kind === 'round'
    const x = upright ? wide * 0.06 * (index % 2 === 0 ? 1 : -1) : (index - (windows - 1) / 2) * 0.1
    const y = upright ? -tall * (0.86 - index * 0.24) : -tall * 0.78
    const [half, high] = upright ? [0.009, 0.045] : [0.017, 0.06]
    const isLit = air.lamps > 0.2 && random() < 0.35 + air.lamps * 0.5
    context.fillStyle = isLit ? 'rgb(255, 208, 128)' : css(inAir(air, rgb('#2c2a30'), 0.2, 0.15))
    context.beginPath()
    context.moveTo(x - half, y + high)
    context.lineTo(x - half, y)
    context.quadraticCurveTo(x, y - half * 2.2, x + half, y)
    context.lineTo(x + half, y + high)
    context.fill()
    if (isLit) glow(context, x, y + high / 2, 0.07, air.lamps * 0.5)
  }
}

const paintCone = (
  context: Paint,
  { wide, tall }: Part,
  { roofLit, roofDark, side }: Tones,
): void => {
  const half = wide * 0.62
  const rise = wide * 1.75
  const face = context.createLinearGradient(-half * side, 0, half * side, 0)
  face.addColorStop(0, css(roofDark))
  face.addColorStop(0.55, css(mix(roofDark, roofLit, 0.45)))
  face.addColorStop(0.85, css(roofLit))
  face.addColorStop(1, css(mix(roofLit, roofDark, 0.35)))
  context.fillStyle = css(scaled(roofDark, 0.45), 0.5)
  context.fillRect(-wide / 2, -tall, wide, wide * 0.16)
  context.fillStyle = face
  context.beginPath()
  context.moveTo(-half, -tall + 0.004)
  context.quadraticCurveTo(-half * 0.38, -tall - rise * 0.45, 0, -tall - rise)
  context.quadraticCurveTo(half * 0.38, -tall - rise * 0.45, half, -tall + 0.004)
  context.quadraticCurveTo(0, -tall + wide * 0.14, -half, -tall + 0.004)
  context.fill()
}

const paintGable = (context: Paint, { wide, tall }: Part, { roofLit, roofDark }: Tones): void => {
  const face = context.createLinearGradient(0, -tall - 0.16, 0, -tall)
  face.addColorStop(0, css(roofLit))
  face.addColorStop(1, css(mix(roofDark, roofLit, 0.5)))
  context.fillStyle = face
  context.beginPath()
  context.moveTo(-wide * 0.53, -tall + 0.006)
  context.lineTo(-wide * 0.44, -tall - 0.16)
  context.lineTo(wide * 0.44, -tall - 0.16)
  context.lineTo(wide * 0.53, -tall + 0.006)
  context.fill()
}

const paintBattlement = (context: Paint, { kind, wide, tall }: Part, tones: Tones): void => {
  const half = wide / 2 + (kind === 'wall' ? 0 : 0.014)
  context.fillStyle = css(scaled(tones.dark, 0.5), 0.55)
  context.fillRect(-wide / 2, -tall, wide, 0.022)
  context.fillStyle =
    kind === 'round' ? roundFace(context, tones, half) : css(mix(tones.dark, tones.lit, 0.62))
  context.fillRect(-half, -tall - 0.03, half * 2, 0.034)
  const count = Math.max(3, Math.round((half * 2) / 0.042))
  const pitch = (half * 2) / (count - 0.45)
  for (let merlon = 0; merlon < count; merlon += 1)
    context.fillRect(-half + merlon * pitch, -tall - 0.056, pitch * 0.56, 0.028)
}

const paintGate = (context: Paint, air: Atmosphere): void => {
  const arch = (half: number, high: number): void => {
    context.beginPath()
    context.moveTo(-half, 0.01)
    context.lineTo(-half, -high * 0.62)
    context.quadraticCurveTo(-half * 0.9, -high * 0.95, 0, -high)
    context.quadraticCurveTo(half * 0.9, -high * 0.95, half, -high * 0.62)
    context.lineTo(half, 0.01)
    context.fill()
  }
  context.fillStyle = css(inAir(air, rgb('#8b7f6e'), 0.5, 0.12))
  arch(0.068, 0.22)
  context.fillStyle = css(
    mix(inAir(air, rgb('#1d1a1c'), 0.1, 0.1), [255, 170, 90], air.lamps * 0.25),
  )
  arch(0.054, 0.2)
  context.strokeStyle = css(inAir(air, rgb('#4a3c30'), 0.4, 0.1))
  context.lineWidth = 0.005
  context.beginPath()
  for (let bar = -3; bar <= 3; bar += 1) {
    context.moveTo(bar * 0.0145, -0.19 + Math.abs(bar) * 0.012)
    context.lineTo(bar * 0.0145, -0.105)
  }
  for (const y of [-0.165, -0.135]) {
    context.moveTo(-0.052, y)
    context.lineTo(0.052, y)
  }
  context.stroke()
}

const poles: readonly (readonly [x: number, up: number, long: number])[] = [
  [-0.04, 0.72, 0.15],
  [0.13, 0.97, 0.09],
  [-0.4, 0.92, 0.08],
  [-0.73, 0.71, 0.1],
  [0.73, 0.52, 0.13],
]

/** Banners over the towers and at the gate of a castle, that fly in the wind. */
export const bannersLayer = (plan: CastlePlan): StageLayer => {
  const { air, seed } = plan
  const cloths = [
    ['#a8322e', '#e2bd62'],
    ['#2f4f8c', '#e6dcc2'],
    ['#3c6b46', '#e2bd62'],
  ] as const
  const [field, charge] = (cloths[seed % cloths.length] ?? cloths[0]).map((hex) =>
    css(inAir(air, rgb(hex), 0.85, plan.distance)),
  ) as [string, string]
  const pole = css(inAir(air, rgb('#4a4038'), 0.4, plan.distance))
  return {
    depth: plan.depth,
    still: false,
    paint: (context, time, width, height) => {
      const size = plan.size * height
      for (const [x, up, long] of poles) {
        const px = plan.x * width + x * size
        const foot = plan.ground(px / width, width / height) * height
        context.save()
        context.translate(px, foot - up * size)
        context.scale(size, size)
        context.fillStyle = pole
        context.fillRect(-0.003, -0.1, 0.006, 0.13)
        paintFlag(context, { long, time: time * (1 + air.wind), seed: x * 9 }, [field, charge])
        context.restore()
      }
      context.save()
      context.translate(plan.x * width, plan.ground(plan.x, width / height) * height)
      context.scale(size, size)
      for (const side of [-1, 1]) paintHanging(context, side * 0.15, time, [field, charge])
      context.restore()
    },
  }
}

const paintFlag = (
  context: Paint,
  { long, time, seed }: { readonly long: number; readonly time: number; readonly seed: number },
  [field, charge]: readonly [string, string],
): void => {
  const wave = (share: number): number => Math.sin(share * 5 - time * 4 + seed) * 0.012 * share
  const strip = (from: number, to: number): void => {
    context.beginPath()
    for (let step = 0; step <= 8; step += 1)
      context.lineTo((step / 8) * long, -0.1 + from + wave(step / 8))
    for (let step = 8; step >= 0; step -= 1)
      context.lineTo((step / 8) * long * (step === 8 ? 0.94 : 1), -0.1 + to + wave(step / 8))
    context.fill()
  }
  context.fillStyle = field
  strip(0, 0.058)
  context.fillStyle = charge
  strip(0.022, 0.036)
}

const paintHanging = (
  context: Paint,
  x: number,
  time: number,
  [field, charge]: readonly [string, string],
): void => {
  const sway = Math.sin(time * 1.3 + x * 20) * 0.003
  const cloth = (half: number, top: number, low: number): void => {
    context.beginPath()
    context.moveTo(x - half, top)
    context.lineTo(x + half, top)
    context.lineTo(x + half + sway, low)
    context.lineTo(x + sway, low + half * 0.8)
    context.lineTo(x - half + sway, low)
    context.fill()
  }
  context.fillStyle = field
  cloth(0.026, -0.34, -0.17)
  context.fillStyle = charge
  cloth(0.009, -0.315, -0.2)
}
