import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import { dotsIn, groundIn } from '../drawing/seasons.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Blades and flowers that sway before the eye. */
export interface GrassPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Where blades root, 0…1 of the frame's height: from, to. */
  readonly roots: readonly [number, number]
  /** Tallest blade as a share of the frame's height. */
  readonly tall: number
  readonly blades: number
  readonly colour: Rgb
  /** Colours of flowers; none for an empty list. */
  readonly flowers: readonly string[]
  readonly seed: number
}

interface Blade {
  readonly x: number
  readonly root: number
  readonly tall: number
  readonly lean: number
  readonly phase: number
  readonly tone: number
  readonly flower: number
}

const tones = 6

/** Grass that bends in gusts running across the frame. */
export const grassLayer = (asked: GrassPlan): StageLayer => {
  const { season, weather } = asked.air
  const grown = {
    ...asked,
    colour: groundIn(season, asked.colour),
    flowers: dotsIn(season, asked.flowers),
  }
  const plan = weather === 'snow' ? frozen(grown) : grown
  const random = randomFrom(plan.seed)
  const blades = Array.from({ length: plan.blades }, (): Blade => {
    const near = random()
    return {
      x: between(random, -margin, 1 + margin),
      root: plan.roots[0] + (plan.roots[1] - plan.roots[0]) * near,
      tall: plan.tall * between(random, 0.35, 1) * (0.55 + near * 0.45),
      lean: between(random, -0.35, 0.35),
      phase: random() * 6.3,
      tone: Math.floor(random() * tones),
      flower:
        plan.flowers.length > 0 && random() < 0.24
          ? Math.floor(random() * plan.flowers.length)
          : -1,
    }
  }).toSorted((a, b) => a.tone - b.tone)
  const dark = inAir(plan.air, plan.colour, 0.1, 0)
  const lit = inAir(plan.air, mix(plan.colour, rgb('#d8cf7a'), 0.22), 0.95, 0.02)
  const colours = Array.from({ length: tones }, (_, tone) =>
    css(mix(dark, lit, (tone / (tones - 1)) ** 1.4)),
  )
  const petals = plan.flowers.map((hex) => css(inAir(plan.air, rgb(hex), 0.95, 0.02)))
  const flowering = blades.filter(({ flower }) => flower >= 0)
  return {
    depth: plan.depth,
    still: false,
    paint: (context, time, width, height) => {
      for (const [tone, colour] of colours.entries()) {
        context.fillStyle = colour
        context.beginPath()
        for (const blade of blades) {
          if (blade.tone === tone)
            addBlade(context, blade, bend(plan.air, blade, time), width, height)
        }
        context.fill()
      }
      for (const blade of flowering) {
        context.fillStyle = petals[blade.flower] ?? '#ffffff'
        addFlower(context, blade, bend(plan.air, blade, time), width, height)
      }
    },
  }
}

/** Under snow nothing flowers, and what looks out of it is pale and sparse. */
const frozen = (plan: GrassPlan): GrassPlan => ({
  ...plan,
  blades: Math.round(plan.blades * 0.4),
  colour: mix(plan.colour, [214, 218, 222], 0.55),
  flowers: [],
})

const bend = (air: Atmosphere, blade: Blade, time: number): number => {
  const gust =
    Math.sin(blade.x * 5 - time * 1.9) * 0.5 +
    Math.sin(blade.x * 11 - time * 3.1 + blade.phase) * 0.3
  return blade.lean + (0.12 + air.wind * 0.32) * (gust + 0.35) * 0.8
}

const addBlade = (
  context: Paint,
  blade: Blade,
  swing: number,
  width: number,
  height: number,
): void => {
  const x = blade.x * width
  const y = blade.root * height
  const tall = blade.tall * height
  const thick = Math.max(0.5, tall * 0.035)
  const tip = x + swing * tall
  const top = y - tall * (1 - Math.abs(swing) * 0.18)
  context.moveTo(x - thick, y)
  context.quadraticCurveTo(x - thick * 0.4, y - tall * 0.55, tip, top)
  context.quadraticCurveTo(x + thick * 0.9, y - tall * 0.5, x + thick, y)
}

const addFlower = (
  context: Paint,
  blade: Blade,
  swing: number,
  width: number,
  height: number,
): void => {
  const tall = blade.tall * height
  const size = Math.max(0.8, height * 0.0062 * (0.5 + blade.tall * 6))
  const x = blade.x * width + swing * tall
  const y = blade.root * height - tall * (1 - Math.abs(swing) * 0.18)
  context.beginPath()
  for (let petal = 0; petal < 5; petal += 1) {
    const angle = (petal / 5) * Math.PI * 2 + blade.phase
    const [px, py] = [x + Math.cos(angle) * size * 0.6, y + Math.sin(angle) * size * 0.45]
    context.moveTo(px + size * 0.5, py)
    context.ellipse(px, py, size * 0.5, size * 0.4, angle, 0, Math.PI * 2)
  }
  context.fill()
}
