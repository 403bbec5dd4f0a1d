import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Plants with broad leaves, such as grow in a jungle. */
export interface BroadLeavesPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Where they root, 0…1 of the frame's height: from, to. */
  readonly roots: readonly [number, number]
  /** Longest leaf in frame heights. */
  readonly tall: number
  readonly clumps: number
  readonly colour: Rgb
  /** Half the width that is left free in the middle, 0…1 of the frame's width. */
  readonly clearing: number
  readonly distance: number
  readonly seed: number
}

interface Leaf {
  readonly x: number
  readonly y: number
  readonly long: number
  readonly wide: number
  readonly angle: number
  readonly droop: number
  readonly tone: number
  readonly phase: number
}

/** Broad leaves with a rib, in clumps, that nod in the air. */
export const broadLeavesLayer = (plan: BroadLeavesPlan): StageLayer => {
  const leaves = leavesOf(plan, randomFrom(plan.seed))
  const dark = inAir(plan.air, scaled(plan.colour, 0.62), 0.06, plan.distance)
  const lit = inAir(plan.air, mix(plan.colour, rgb('#cfd86a'), 0.22), 0.95, plan.distance)
  const nods = plan.depth > 0.9
  return {
    depth: plan.depth,
    still: !nods,
    paint: (context, time, width, height) => {
      for (const leaf of leaves) {
        context.save()
        context.translate(leaf.x * width, leaf.y * height)
        const nod = nods ? Math.sin(time * 1.1 + leaf.phase) * 0.025 * (0.4 + plan.air.wind) : 0
        context.rotate(leaf.angle + nod)
        const size = leaf.long * height
        context.scale(size * Math.sign(leaf.angle || 1), size)
        paintLeaf(context, leaf, mix(dark, lit, leaf.tone), dark)
        context.restore()
      }
    },
  }
}

const leavesOf = (plan: BroadLeavesPlan, random: Random): readonly Leaf[] =>
  Array.from({ length: plan.clumps }, (_, clump) => {
    const near = random()
    const x = -margin + ((clump + between(random, 0.1, 0.9)) / plan.clumps) * (1 + 2 * margin)
    const y = plan.roots[0] + (plan.roots[1] - plan.roots[0]) * near
    const tall = plan.tall * between(random, 0.6, 1) * (0.6 + near * 0.4)
    const slim = between(random, 0.1, 0.2)
    const leaves = Array.from(
      { length: 5 + Math.floor(random() * 4) },
      (): Leaf => ({
        ...{ x: x + between(random, -0.01, 0.01), y },
        long: tall * between(random, 0.65, 1),
        wide: slim * between(random, 0.8, 1.15),
        angle: between(random, -1.15, 1.15),
        droop: between(random, 0.1, 0.4),
        tone: between(random, 0.12, 0.9),
        phase: random() * 6.3,
      }),
    )
    return Math.abs(x - 0.5) < plan.clearing
      ? []
      : leaves.toSorted((a, b) => Math.abs(b.angle) - Math.abs(a.angle))
  })
    .flat()
    .toSorted((a, b) => a.y - b.y)

const ribs = 9

/** A leaf from (0, 0) upward, bent to the right. */
const paintLeaf = (context: Paint, leaf: Leaf, colour: Rgb, dark: Rgb): void => {
  const spine = (share: number): readonly [number, number] => [
    leaf.droop * share * share * 0.7,
    -share + leaf.droop * share ** 3 * 0.55,
  ]
  const half = (share: number): number => leaf.wide * Math.sin(Math.PI * share ** 0.75) ** 0.8
  const side = (way: -1 | 1, tone: Rgb): void => {
    context.fillStyle = css(tone)
    context.beginPath()
    context.moveTo(0, 0)
    for (let step = 1; step <= ribs; step += 1) {
      const [x, y] = spine(step / ribs)
      context.lineTo(x + way * half(step / ribs), y + half(step / ribs) * 0.25)
    }
    for (let step = ribs; step >= 0; step -= 1) context.lineTo(...spine(step / ribs))
    context.fill()
  }
  side(-1, mix(colour, dark, 0.12))
  side(1, mix(colour, dark, 0.5))
  context.strokeStyle = css(mix(colour, [228, 236, 170], 0.35), 0.75)
  context.lineWidth = 0.014
  context.beginPath()
  context.moveTo(0, 0.12)
  for (let step = 0; step <= ribs; step += 1) context.lineTo(...spine(step / ribs))
  context.stroke()
}

/** Lianas that hang from above in loops and ends. */
export const lianasLayer = (
  plan: Pick<BroadLeavesPlan, 'air' | 'depth' | 'distance' | 'seed'> & {
    readonly count: number
    /** Thickness in frame heights. */
    readonly thick: number
  },
): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const bark = inAir(plan.air, rgb('#5c5234'), 0.35, plan.distance)
    const leaf = inAir(plan.air, rgb('#55803a'), 0.6, plan.distance)
    context.lineCap = 'round'
    for (let index = 0; index < plan.count; index += 1) {
      const x = between(random, -0.1, 1.1)
      const loops = random() < 0.5
      const away = between(random, 0.08, 0.3) * (random() < 0.5 ? -1 : 1)
      const edge = Math.min(1, 0.45 + Math.abs(x - 0.5) * 1.2)
      const sag = between(random, 0.2, 0.62) * edge
      const at = (share: number): readonly [number, number] =>
        loops
          ? [(x + away * share) * width, (-0.12 + sag * 4 * share * (1 - share)) * height]
          : [
              (x + Math.sin(share * 4 + index) * 0.006) * width,
              (-0.12 + (sag + 0.12) * share) * height,
            ]
      context.strokeStyle = css(bark)
      context.lineWidth = Math.max(0.8, plan.thick * between(random, 0.5, 1.1) * height)
      context.beginPath()
      for (let step = 0; step <= 24; step += 1) context.lineTo(...at(step / 24))
      context.stroke()
      context.fillStyle = css(leaf, 0.9)
      for (let sprig = 0; sprig < 14; sprig += 1) {
        const [px, py] = at(random())
        const size = plan.thick * height * between(random, 1, 2.4)
        context.beginPath()
        context.ellipse(px + size * 0.6, py, size, size * 0.42, between(random, 0.2, 2.6), 0, 7)
        context.fill()
      }
    }
  },
})
