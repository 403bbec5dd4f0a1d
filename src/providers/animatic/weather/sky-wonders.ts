import type { Atmosphere } from '../drawing/atmosphere.ts'
import { css, type Rgb } from '../drawing/colour.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import { clamp } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { auroraLayer } from './aurora.ts'
import { firefliesLayer } from './fireflies.ts'
import { lightningLayer } from './precipitation.ts'

/** What is seen in the sky now and then. */
export type SkyWonder =
  | 'northern lights'
  | 'rainbow'
  | 'shooting star'
  | 'fireworks'
  | 'lightning'
  | 'fireflies'

const words: readonly (readonly [SkyWonder, RegExp])[] = [
  ['northern lights', /\b(?:northern lights|southern lights|polar lights|aurora(?: borealis)?)\b/u],
  ['rainbow', /\brainbows?\b(?! (?:coloured|colored|flag|fish|trout|hair|scarf|jumper|dress))/u],
  ['shooting star', /\b(?:shooting stars?|falling stars?|meteors?|meteor showers?|comets?)\b/u],
  ['fireworks', /\bfire ?works?\b/u],
  ['fireflies', /\b(?:fire ?fl(?:y|ies)|glow ?worms?|lightning bugs?)\b/u],
  ['lightning', /\b(?:lightnings?|thunderbolts?|bolts? of lightning)\b/u],
]

/** The wonder that words name; null for none. */
export const wonderMeant = (text: string): SkyWonder | null =>
  words.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0] ?? null

/** Layers of the far sky, behind everything that stands on the ground; fireflies are near, before all of it. */
export const wonderLayers = (
  wonders: readonly SkyWonder[],
  air: Atmosphere,
  seed: number,
): readonly StageLayer[] => wonders.map((wonder) => layerOf[wonder](air, seed))

/** A long light with a tail that runs down the sky, every other second one. */
const shootingStarLayer = (air: Atmosphere, seed: number): StageLayer => {
  const random = randomFrom(seed + 71)
  const stars = Array.from({ length: 16 }, (_, index) => ({
    at: index * 1.7 + between(random, 0, 0.7),
    x: between(random, 0.25, 0.95),
    y: between(random, 0.04, 0.2),
    long: between(random, 0.2, 0.34),
    lasts: between(random, 0.8, 1.2),
  }))
  const bright = 1 - air.level * 0.6
  return {
    depth: 0.04,
    still: false,
    paint: (context, time, width, height) => {
      context.globalCompositeOperation = 'screen'
      context.lineCap = 'round'
      for (const star of stars) {
        const share = (time - star.at) / star.lasts
        if (share < 0 || share > 1) continue
        const alpha = Math.sin(share * Math.PI) * bright
        const [x, y] = [(star.x - share * 0.3) * width, (star.y + share * 0.16) * height]
        const [backX, backY] = [x + star.long * height * 0.88, y - star.long * height * 0.3]
        const tail = context.createLinearGradient(x, y, backX, backY)
        tail.addColorStop(0, `rgba(255, 255, 255, ${alpha.toFixed(3)})`)
        tail.addColorStop(0.2, `rgba(200, 220, 255, ${(alpha * 0.6).toFixed(3)})`)
        tail.addColorStop(1, 'rgba(160, 190, 255, 0)')
        context.strokeStyle = tail
        context.lineWidth = Math.max(1.2, height * 0.005)
        context.beginPath()
        context.moveTo(x, y)
        context.lineTo(backX, backY)
        context.stroke()
        spot(context, [255, 255, 255], alpha, [x, y, height * 0.018])
      }
      context.globalCompositeOperation = 'source-over'
    },
  }
}

/** A soft round light: middle and radius, pixels. */
const spot = (
  context: Paint,
  colour: Rgb,
  alpha: number,
  [x, y, radius]: readonly [number, number, number],
): void => {
  const light = context.createRadialGradient(x, y, 0, x, y, radius)
  light.addColorStop(0, css(colour, clamp(alpha)))
  light.addColorStop(1, css(colour, 0))
  context.fillStyle = light
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

const sparks: readonly Rgb[] = [
  [255, 96, 92],
  [255, 206, 96],
  [110, 214, 255],
  [164, 255, 150],
  [240, 130, 255],
  [255, 250, 236],
]

/** Rockets that climb and burst into balls of falling sparks, one or two at a time. */
const fireworksLayer = (air: Atmosphere, seed: number): StageLayer => {
  const random = randomFrom(seed + 72)
  const bursts = Array.from({ length: 34 }, (_, index) => ({
    at: index * 0.62 - 0.9 + between(random, 0, 0.4),
    x: between(random, 0.14, 0.86),
    y: between(random, 0.1, 0.32),
    size: between(random, 0.12, 0.22),
    colour: oneOf(random, sparks),
    second: oneOf(random, sparks),
    spread: Array.from({ length: 58 }, () => [random() * Math.PI * 2, random() ** 0.6] as const),
  }))
  const bright = 1 - air.level * 0.45
  return {
    depth: 0.05,
    still: false,
    paint: (context, time, width, height) => {
      context.globalCompositeOperation = 'screen'
      context.lineCap = 'round'
      for (const burst of bursts) {
        const age = time - burst.at
        if (age < -0.5 || age > 1.9) continue
        if (age < 0) paintRise(context, burst, { age, width, height })
        else paintBurst(context, burst, { age, bright, width, height })
      }
      context.globalCompositeOperation = 'source-over'
    },
  }
}

interface Burst {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: Rgb
  readonly second: Rgb
  /** Where to and how far each spark flies: angle, 0…1. */
  readonly spread: readonly (readonly [number, number])[]
}

const paintRise = (
  context: Paint,
  { x, y }: Burst,
  { age, width, height }: { readonly age: number; readonly width: number; readonly height: number },
): void => {
  const up = y - age * 0.7
  context.strokeStyle = 'rgba(255, 220, 160, 0.7)'
  context.lineWidth = Math.max(1, height * 0.003)
  context.beginPath()
  context.moveTo(x * width, up * height)
  context.lineTo(x * width, (up + 0.05) * height)
  context.stroke()
}

const paintBurst = (
  context: Paint,
  burst: Burst,
  {
    age,
    bright,
    width,
    height,
  }: {
    readonly age: number
    readonly bright: number
    readonly width: number
    readonly height: number
  },
): void => {
  const grown = 1 - Math.exp(-age * 3.2)
  const fade = clamp(1 - age / 1.9) * bright
  const [x, y, reach] = [burst.x * width, burst.y * height, burst.size * height]
  if (age < 0.35) spot(context, burst.colour, (0.35 - age) * 2 * bright, [x, y, reach * 2.2])
  context.lineWidth = Math.max(1, height * 0.004)
  burst.spread.forEach(([angle, far], index) => {
    const at = (share: number): readonly [number, number] => [
      x + Math.cos(angle) * far * reach * share,
      y + Math.sin(angle) * far * reach * share + age * age * height * 0.035,
    ]
    const twinkle = age > 0.9 ? 0.6 + 0.4 * Math.sin(age * 30 + index * 2) : 1
    context.strokeStyle = css(index % 4 === 0 ? burst.second : burst.colour, fade * twinkle)
    context.beginPath()
    context.moveTo(...at(grown * 0.84))
    context.lineTo(...at(grown))
    context.stroke()
  })
}

const bow: readonly Rgb[] = [
  [236, 72, 66],
  [248, 150, 58],
  [250, 226, 88],
  [104, 204, 106],
  [78, 162, 236],
  [120, 96, 214],
]

/** A wide bow on the side away from the sun. */
const rainbowLayer = (air: Atmosphere): StageLayer => {
  const strength = 0.2 + 0.34 * air.level
  const middle = air.luminary.x > 0.5 ? 0.4 : 0.6
  return {
    depth: 0.065,
    still: true,
    paint: (context, _time, width, height) => {
      const outer = Math.min(height * 0.62, width * 0.5)
      const wide = outer * 0.018
      context.globalCompositeOperation = 'screen'
      bow.forEach((colour, index) => {
        const radius = outer - index * wide
        const fade = context.createLinearGradient(0, height * 0.66 - outer, 0, height * 0.66)
        fade.addColorStop(0, css(colour, strength))
        fade.addColorStop(0.75, css(colour, strength * 0.8))
        fade.addColorStop(1, css(colour, strength * 0.25))
        context.strokeStyle = fade
        context.lineWidth = wide * 1.35
        context.beginPath()
        context.arc(middle * width, height * 0.66, radius, Math.PI, 0)
        context.stroke()
      })
      context.globalCompositeOperation = 'source-over'
    },
  }
}

const layerOf: Readonly<Record<SkyWonder, (air: Atmosphere, seed: number) => StageLayer>> = {
  'northern lights': auroraLayer,
  rainbow: rainbowLayer,
  'shooting star': shootingStarLayer,
  fireworks: fireworksLayer,
  lightning: (_air, seed) => lightningLayer(seed),
  fireflies: firefliesLayer,
}
