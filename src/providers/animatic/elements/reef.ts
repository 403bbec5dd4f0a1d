import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { between, oneOf, type Random, randomFrom } from '../drawing/random.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Colours of water seen from within. */
export interface Depths {
  readonly light: Rgb
  readonly middle: Rgb
  readonly deep: Rgb
}

/** Open water, bright above and dark below. */
export const watersLayer = (water: Depths, seed: number): StageLayer => ({
  depth: 0.02,
  still: true,
  paint: (context, _time, width, height) => {
    const cloud = fractal(noiseFrom(seed), 4)
    shade(context, band(width, -height * margin, height * (1 + margin)), 0.5, (x, y, out) => {
      const [u, v] = [x / height, y / height]
      const share = clamp(v * 0.95 + 0.05 + cloud(u * 1.3, v * 2) * 0.08)
      const top = mix(water.light, water.middle, smoothstep(0, 0.42, share))
      const colour = mix(top, water.deep, smoothstep(0.3, 1, share))
      const sun = Math.exp(-((u - width / height / 2) ** 2 * 1.7 + (v + 0.1) ** 2 * 6)) * 120
      out[0] = colour[0] + sun * 0.7
      out[1] = colour[1] + sun
      out[2] = colour[2] + sun * 0.95
    })
  },
})

const corals = ['#d8607a', '#e08a4c', '#b06ac0', '#d8b04c', '#5fa88c', '#c8587a']

/** Rock and coral on the sea bed. */
export const reefLayer = (
  water: Depths,
  place: {
    readonly depth: number
    readonly foot: number
    readonly tall: number
    readonly haze: number
  },
  seed: number,
): StageLayer => ({
  depth: place.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const line = fractal(noiseFrom(seed), 4)
    const murk = (colour: Rgb): Rgb =>
      mix(scaled(colour, 0.75), mix(water.middle, water.deep, 0.5), place.haze)
    const floor = (x: number): number =>
      (place.foot - Math.max(-0.3, line((x / height) * 1.6, 2)) * place.tall * 0.5) * height
    const rock = murk(rgb('#3c5058'))
    const tint = context.createLinearGradient(
      0,
      (place.foot - place.tall) * height,
      0,
      height * 1.1,
    )
    tint.addColorStop(0, css(mix(rock, water.light, 0.16)))
    tint.addColorStop(1, css(scaled(rock, 0.4)))
    for (let growth = 0; growth < 42; growth += 1) {
      const x = between(random, -margin, 1 + margin) * width
      const clear = Math.min(1, 0.35 + Math.abs(x / width - 0.5) * 1.6)
      const tall = place.tall * between(random, 0.3, 0.9) * height * clear
      const colour = murk(rgb(oneOf(random, corals)))
      if (random() < 0.55)
        paintBranchCoral(
          context,
          colour,
          { x, y: floor(x) + 4, length: tall * 0.42, angle: between(random, -0.2, 0.2) },
          random,
          0,
        )
      else paintFan(context, colour, x, floor(x) + 4, tall * 0.55, random)
    }
    context.fillStyle = tint
    context.beginPath()
    context.moveTo(-margin * width, height * (1 + margin))
    for (let x = -margin * width; x <= width * (1 + margin); x += 4) context.lineTo(x, floor(x))
    context.lineTo(width * (1 + margin), height * (1 + margin))
    context.fill()
  },
})

interface Twig {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly angle: number
}

const paintBranchCoral = (
  context: Paint,
  colour: Rgb,
  twig: Twig,
  random: Random,
  level: number,
): void => {
  const x = twig.x + Math.sin(twig.angle) * twig.length
  const y = twig.y - Math.cos(twig.angle) * twig.length
  context.strokeStyle = css(scaled(colour, 0.7 + level * 0.16))
  context.lineWidth = Math.max(1, twig.length * 0.26)
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(twig.x, twig.y)
  context.lineTo(x, y)
  context.stroke()
  if (level >= 3) return
  for (const side of [-1, 0, 1]) {
    if (side === 0 && random() < 0.4) continue
    paintBranchCoral(
      context,
      colour,
      {
        x,
        y,
        length: twig.length * between(random, 0.55, 0.75),
        angle: twig.angle + side * between(random, 0.35, 0.7),
      },
      random,
      level + 1,
    )
  }
}

const paintFan = (
  context: Paint,
  colour: Rgb,
  x: number,
  y: number,
  radius: number,
  random: Random,
): void => {
  for (let lobe = 0; lobe < 9; lobe += 1) {
    const angle = Math.PI * (1.08 + (lobe / 8) * 0.84)
    const reach = radius * between(random, 0.5, 0.9)
    context.fillStyle = css(scaled(colour, 0.6 + lobe * 0.06))
    context.beginPath()
    context.ellipse(
      x + Math.cos(angle) * reach * 0.8,
      y + Math.sin(angle) * reach * 0.7,
      radius * 0.3,
      radius * 0.24,
      angle,
      0,
      Math.PI * 2,
    )
    context.fill()
  }
}

/** Shoals that swim and turn together, and bubbles that rise. */
export const shoalLayer = (water: Depths, seed: number): StageLayer => {
  const random = randomFrom(seed)
  const shoals = [0, 1, 2].map((shoal) => ({
    y: between(random, 0.22, 0.62),
    start: between(random, 0.1, 0.9),
    heading: random() < 0.5 ? -1 : 1,
    speed: between(random, 0.025, 0.05),
    colour: css(
      mix(rgb(oneOf(random, ['#f2c45c', '#c8d8e8', '#f08a5c'])), water.middle, 0.15 + shoal * 0.24),
    ),
    size: 0.017 - shoal * 0.0035,
    fish: Array.from({ length: 22 }, () => ({
      x: (random() + random() - 1) * 0.16,
      y: (random() + random() - 1) * 0.075,
      phase: random() * 6.3,
    })),
  }))
  const bubbles = Array.from({ length: 34 }, () => ({
    x: random(),
    phase: random(),
    size: between(random, 0.0018, 0.006),
    speed: between(random, 0.06, 0.13),
  }))
  return {
    depth: 0.7,
    still: false,
    shows: 'fish',
    paint: (context, time, width, height) => {
      for (const shoal of shoals) {
        context.fillStyle = shoal.colour
        for (const fish of shoal.fish) {
          const x =
            ((((shoal.start + shoal.heading * shoal.speed * time + fish.x) % 1.4) + 1.4) % 1.4) -
            0.2
          const y = shoal.y + fish.y + Math.sin(time * 0.8 + fish.x * 20) * 0.012
          paintFish(
            context,
            x * width,
            y * height,
            shoal.size * height * shoal.heading,
            Math.sin(time * 9 + fish.phase),
          )
        }
      }
      for (const bubble of bubbles) {
        const rise = (bubble.phase + time * bubble.speed) % 1
        const x = bubble.x * width + Math.sin(time * 2 + bubble.phase * 40) * height * 0.006
        context.strokeStyle = `rgba(225, 248, 255, ${(0.6 * (1 - rise)).toFixed(3)})`
        context.lineWidth = Math.max(0.6, height * 0.0012)
        context.beginPath()
        context.arc(
          x,
          (1.05 - rise * 1.1) * height,
          bubble.size * height * (0.7 + rise * 0.6),
          0,
          Math.PI * 2,
        )
        context.stroke()
      }
    },
  }
}

const paintFish = (context: Paint, x: number, y: number, size: number, beat: number): void => {
  context.beginPath()
  context.moveTo(x + size, y)
  context.quadraticCurveTo(x + size * 0.2, y - Math.abs(size) * 0.42, x - size * 0.62, y)
  context.lineTo(x - size * 1.06, y - Math.abs(size) * 0.28 + beat * size * 0.12)
  context.lineTo(x - size * 1.02, y + Math.abs(size) * 0.28 + beat * size * 0.12)
  context.lineTo(x - size * 0.62, y)
  context.quadraticCurveTo(x + size * 0.2, y + Math.abs(size) * 0.42, x + size, y)
  context.fill()
}
