import type { Canvas } from '@napi-rs/canvas'
import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { margin, release } from '../drawing/raster.ts'
import { leafIn } from '../drawing/seasons.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { type TreeKind, type TreeTone, treeSprite } from './tree-sprite.ts'

/** A stand of trees along a line of ground. */
export interface StandPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly kinds: readonly TreeKind[]
  /** Trees per frame width. */
  readonly density: number
  /** Shortest and tallest, as shares of the frame's height. */
  readonly tall: readonly [number, number]
  /** Where they stand: ground height 0…1 at `x` 0…1 of the width, in a frame of this aspect; NaN where nothing grows. */
  readonly ground: (x: number, aspect: number) => number
  readonly distance: number
  readonly seed: number
  /** How much of the key light they take, 0…1. Default 0.75. */
  readonly lit?: number
}

const leafColours: Readonly<Record<TreeKind, string>> = {
  conifer: '#3f5e45',
  broadleaf: '#6a8a3c',
  poplar: '#5c7d3c',
  palm: '#5f8a48',
  bare: '#5a4c40',
  bush: '#5b7a3a',
  blossom: '#e6a9bb',
}

/** Colours of a kind of tree in this air. */
const treeTone = (
  { air, distance, lit = 0.75 }: StandPlan,
  kind: TreeKind,
  tree: number,
): TreeTone => {
  const isEvergreen = kind === 'conifer' || kind === 'palm' || kind === 'bare'
  const leaf: Rgb = leafIn(isEvergreen ? null : air.season, leafColours[kind], tree)
  const backlit = air.luminary.height < 0.3 && air.luminary.clarity > 0.4 ? 0.7 : 1
  return {
    dark: inAir(air, leaf, 0.04, distance),
    lit: inAir(air, leaf, (0.35 + lit * 0.9) * backlit, distance),
    trunk: inAir(air, rgb('#54443a'), 0.25, distance),
    side: air.luminary.x < 0.5 ? -1 : 1,
    snow: air.weather === 'snow',
  }
}

/** Trees bloom in spring alone, and those that shed their leaves are bare in winter. */
const kindIn = ({ season }: Atmosphere, kind: TreeKind): TreeKind => {
  if (season === 'winter' && /^(?:broadleaf|poplar|blossom)$/.test(kind)) return 'bare'
  return kind === 'blossom' && season !== 'spring' ? 'broadleaf' : kind
}

/** Trees of many shapes, drawn once: the far ones first. */
export const standLayer = (plan: StandPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => paintStand(context, plan, width, height),
})

const variants = ({ tall, kinds }: StandPlan): number =>
  tall[1] > 0.25 || kinds.length > 1 ? 3 : 5

const paintStand = (context: Paint, plan: StandPlan, width: number, height: number): void => {
  const random = randomFrom(plan.seed)
  const scale = Math.max(1, context.getTransform().a)
  const [short, tall] = plan.tall
  const sprites: readonly Canvas[] = plan.kinds.flatMap((asked, row) => {
    const kind = kindIn(plan.air, asked)
    return Array.from({ length: variants(plan) }, (_, index) =>
      treeSprite(kind, tall * height * scale, treeTone(plan, kind, row + index), random),
    )
  })
  const count = Math.round(plan.density * (1 + 2 * margin))
  for (let index = 0; index < count; index += 1) {
    const x = -margin + ((index + between(random, -0.45, 0.45)) / count) * (1 + 2 * margin)
    const sprite = sprites[Math.floor(random() * sprites.length)] as Canvas
    const size = between(random, short, tall) / tall / scale
    const ground = plan.ground(x, width / height)
    if (Number.isNaN(ground)) continue
    const [wide, high] = [sprite.width * size, sprite.height * size]
    paintShadow(context, plan, { x: x * width, y: ground * height, wide, high })
    const flip = random() < 0.5 && plan.kinds[0] !== 'palm' ? 1 : -1
    context.save()
    context.translate(x * width, ground * height)
    if (flip < 0 && plan.kinds[0] === 'bare') context.scale(-1, 1)
    context.drawImage(sprite, -wide / 2, -high, wide, high * 1.01)
    context.restore()
  }
  for (const sprite of sprites) release(sprite)
}

/** The shadow a tree throws away from the sun, long when the sun is low. */
const paintShadow = (
  context: Paint,
  { air, distance, depth }: StandPlan,
  tree: { readonly x: number; readonly y: number; readonly wide: number; readonly high: number },
): void => {
  if (depth < 0.5) return
  const low = 1 - Math.max(0, Math.min(1, air.luminary.height))
  const away = air.luminary.x < 0.5 ? 1 : -1
  const reach = tree.wide * 0.65 * (0.28 + low * 0.5 * air.luminary.clarity)
  const strength =
    (0.16 + 0.2 * air.luminary.clarity) * (1 - distance) * Math.min(1, 0.35 + air.level)
  const x = tree.x + away * reach * 0.55 * air.luminary.clarity
  context.save()
  context.translate(x, tree.y)
  context.scale(1, 0.13)
  const shadow = context.createRadialGradient(0, 0, 0, 0, 0, reach)
  shadow.addColorStop(0, css(scaled(air.shadow, 0.35), strength))
  shadow.addColorStop(0.6, css(scaled(air.shadow, 0.35), strength * 0.6))
  shadow.addColorStop(1, css(air.shadow, 0))
  context.fillStyle = shadow
  context.fillRect(-reach, -reach, reach * 2, reach * 2)
  context.restore()
}
