import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { css, mix, type Rgb, scaled } from '../drawing/colour.ts'
import { between, type Random } from '../drawing/random.ts'
import type { Paint } from '../stage-types.ts'

/** Kinds of trees and bushes. */
export type TreeKind = 'conifer' | 'broadleaf' | 'poplar' | 'palm' | 'bare' | 'bush' | 'blossom'

/** Colours of a tree in its light. */
export interface TreeTone {
  readonly dark: Rgb
  readonly lit: Rgb
  readonly trunk: Rgb
  /** −1 lit from the left … 1 from the right. */
  readonly side: number
  /** Whether snow lies on it. */
  readonly snow: boolean
}

/**
 * A tree of its own shape, standing on the middle of the canvas's lower edge.
 *
 * @param tall height in pixels
 */
export const treeSprite = (
  kind: TreeKind,
  tall: number,
  tone: TreeTone,
  random: Random,
): Canvas => {
  const size = Math.max(6, Math.ceil(tall))
  const canvas = createCanvas(Math.ceil(size * widths[kind]), size)
  const brush = canvas.getContext('2d')
  brush.translate(canvas.width / 2, size)
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  painters[kind](brush, size * 0.97, tone, random)
  return canvas
}

/** Widths of the canvases against the height: wider than any crown reaches. */
const widths: Readonly<Record<TreeKind, number>> = {
  conifer: 0.74,
  broadleaf: 1.8,
  poplar: 0.44,
  palm: 1.5,
  bare: 1.9,
  bush: 2.4,
  blossom: 1.8,
}

type TreePainter = (brush: Paint, tall: number, tone: TreeTone, random: Random) => void

const paintConifer: TreePainter = (brush, tall, tone, random) => {
  const spread = tall * between(random, 0.17, 0.24)
  const lean = between(random, -0.02, 0.02) * tall
  trunkLine(brush, tone.trunk, tall * 0.03, [0, 0, lean, -tall * 0.95])
  const tiers = Math.round(Math.min(30, 11 + tall / 14))
  for (let tier = 0; tier < tiers; tier += 1) {
    const share = (tier + 0.35) / tiers
    const y = -tall * (1 - share * 0.93)
    const reach = spread * share ** 0.8 * between(random, 0.7, 1.12)
    const droop = tall * (0.02 + share * 0.035) * between(random, 0.6, 1.5)
    const centre = lean * (1 - share)
    for (const side of [-1, 1]) {
      branch(brush, centre, y, side * reach * between(random, 0.82, 1.12), droop, tone, random)
    }
  }
  brush.strokeStyle = css(mix(tone.dark, tone.lit, 0.4))
  brush.lineWidth = Math.max(0.7, tall * 0.008)
  brush.beginPath()
  brush.moveTo(lean, -tall)
  brush.lineTo(lean, -tall * 0.9)
  brush.stroke()
}

const branch = (
  brush: Paint,
  x: number,
  y: number,
  reach: number,
  droop: number,
  tone: TreeTone,
  random: Random,
): void => {
  const facing = Math.sign(reach) === Math.sign(tone.side) ? 0.75 : 0.18
  const colour = mix(tone.dark, tone.lit, facing * between(random, 0.2, 1))
  const thick = Math.abs(reach) * 0.3 + droop * 0.7
  brush.fillStyle = css(mix(tone.dark, colour, 0.45))
  brush.beginPath()
  brush.moveTo(x - reach * 0.12, y - thick * 0.3)
  brush.quadraticCurveTo(x + reach * 0.55, y + droop * 0.1, x + reach, y + droop)
  const teeth = 5
  for (let tooth = 1; tooth <= teeth; tooth += 1) {
    const along = 1 - tooth / teeth
    const sag = y + droop * (0.5 + along * 0.5)
    brush.lineTo(
      x + reach * (along + 0.1),
      sag + thick * between(random, 0.35, 0.95) * (0.4 + along),
    )
    brush.lineTo(x + reach * along, sag + thick * 0.2)
  }
  brush.fill()
  brush.strokeStyle = css(tone.snow ? mix(colour, [238, 243, 252], 0.8) : colour, 0.85)
  brush.lineWidth = Math.max(0.6, thick * (tone.snow ? 0.3 : 0.16))
  brush.beginPath()
  brush.moveTo(x, y)
  brush.quadraticCurveTo(x + reach * 0.55, y + droop * 0.15, x + reach * 0.94, y + droop * 0.9)
  brush.stroke()
}

const trunkLine = (
  brush: Paint,
  colour: Rgb,
  thick: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void => {
  brush.fillStyle = css(colour)
  brush.beginPath()
  brush.moveTo(x0 - thick, y0)
  brush.quadraticCurveTo(x0 - thick * 0.35, (y0 + y1) / 2, x1 - thick * 0.18, y1)
  brush.lineTo(x1 + thick * 0.18, y1)
  brush.quadraticCurveTo(x0 + thick * 0.4, (y0 + y1) / 2, x0 + thick, y0)
  brush.fill()
}

interface Crown {
  readonly x: number
  readonly y: number
  readonly radius: number
}

const paintBroadleaf: TreePainter = (brush, tall, tone, random) => {
  const crowns: Crown[] = []
  limbs(
    brush,
    tone,
    random,
    {
      x: 0,
      y: 0,
      length: tall * 0.27,
      angle: between(random, -0.1, 0.1),
      thick: tall * 0.036,
      level: 0,
    },
    crowns,
  )
  leafClusters(brush, tall, crowns, tone, random)
}

interface Limb {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly angle: number
  readonly thick: number
  readonly level: number
}

const limbs = (brush: Paint, tone: TreeTone, random: Random, limb: Limb, crowns: Crown[]): void => {
  const x = limb.x + Math.sin(limb.angle) * limb.length
  const y = limb.y - Math.cos(limb.angle) * limb.length
  brush.strokeStyle = css(mix(tone.trunk, tone.lit, limb.level * 0.04))
  brush.lineWidth = Math.max(0.6, limb.thick * 1.5)
  brush.beginPath()
  brush.moveTo(limb.x, limb.y)
  brush.quadraticCurveTo(
    (limb.x + x) / 2 + between(random, -0.06, 0.06) * limb.length,
    (limb.y + y) / 2,
    x,
    y,
  )
  brush.stroke()
  if (limb.level >= 2) crowns.push({ x, y, radius: limb.length * between(random, 0.95, 1.45) })
  if (limb.level >= 4) return
  const children = limb.level === 0 ? 5 : 2 + Math.floor(random() * 2)
  for (let child = 0; child < children; child += 1) {
    const fan = children === 1 ? 0 : (child / (children - 1)) * 2 - 1
    limbs(
      brush,
      tone,
      random,
      {
        x,
        y,
        length:
          limb.length *
          (limb.level === 0 ? between(random, 0.75, 1.05) : between(random, 0.56, 0.74)),
        angle:
          limb.angle * 0.75 +
          fan * (limb.level === 0 ? between(random, 0.7, 1.15) : between(random, 0.45, 0.8)) +
          between(random, -0.15, 0.15),
        thick: limb.thick * 0.6,
        level: limb.level + 1,
      },
      crowns,
    )
  }
}

const leafClusters = (
  brush: Paint,
  tall: number,
  crowns: readonly Crown[],
  tone: TreeTone,
  random: Random,
): void => {
  const reach = brush.canvas.width / 2
  const sorted = crowns.map((crown) => within(crown, tall, reach)).toSorted((a, b) => b.y - a.y)
  const left = Math.min(...crowns.map(({ x }) => x))
  const spread = Math.max(1, Math.max(...crowns.map(({ x }) => x)) - left)
  for (const pass of [0, 1, 2]) {
    for (const crown of sorted) {
      const facing = (((crown.x - left) / spread) * 2 - 1) * Math.sign(tone.side || 1)
      const up = Math.min(1, Math.max(0, -crown.y / tall))
      const light = Math.min(1, Math.max(0, 0.16 + facing * 0.26 + up * 0.34 + pass * 0.14))
      const shift = pass * crown.radius * 0.2
      leaves(
        brush,
        {
          x: crown.x + shift * Math.sign(tone.side || 1) * 0.7,
          y: crown.y - shift,
          radius: crown.radius * (1 - pass * 0.2),
        },
        mix(tone.dark, tone.snow ? [232, 238, 248] : tone.lit, pass === 0 ? light * 0.3 : light),
        pass,
        random,
      )
    }
  }
}

/** A crown drawn in as far as its leaves need to stay on the canvas, so that no edge is straight. */
const within = ({ x, y, radius }: Crown, tall: number, reach: number): Crown => {
  const leaf = radius * 1.32
  const side = Math.max(0, reach - leaf)
  return { x: Math.max(-side, Math.min(side, x)), y: Math.max(leaf - tall, y), radius }
}

const leaves = (brush: Paint, crown: Crown, colour: Rgb, pass: number, random: Random): void => {
  const body = pass === 0
  // Large trees are seen near: their leaves stay small and become many.
  const leaf = body
    ? crown.radius * 0.36
    : Math.max(1.1, Math.min(crown.radius * 0.2, 2.6 + crown.radius * 0.05))
  const count = body ? 11 : Math.round(Math.min(34, 6 + (crown.radius / leaf) ** 2 * 0.42))
  for (let index = 0; index < count; index += 1) {
    const angle = random() * Math.PI * 2
    const out = Math.sqrt(random()) * crown.radius * (body ? 0.8 : 0.98)
    brush.fillStyle = css(scaled(colour, between(random, 0.8, 1.18)), body ? 1 : 0.8)
    brush.beginPath()
    brush.ellipse(
      crown.x + Math.cos(angle) * out,
      crown.y + Math.sin(angle) * out * 0.8,
      Math.max(0.5, leaf * between(random, 0.5, 1.2)),
      Math.max(0.4, leaf * between(random, 0.35, 0.8)),
      random() * 3,
      0,
      Math.PI * 2,
    )
    brush.fill()
  }
}

const paintPoplar: TreePainter = (brush, tall, tone, random) => {
  trunkLine(brush, tone.trunk, tall * 0.022, [0, 0, 0, -tall * 0.6])
  const crowns = Array.from({ length: 26 }, (_, index): Crown => {
    const share = index / 25
    const reach = tall * 0.1 * Math.sin(Math.PI * (0.12 + share * 0.82))
    return {
      x: between(random, -1, 1) * reach,
      y: -tall * (0.14 + share * 0.8),
      radius: reach * 0.75,
    }
  })
  leafClusters(brush, tall, crowns, tone, random)
}

const paintPalm: TreePainter = (brush, tall, tone, random) => {
  const lean = between(random, -0.22, 0.22) * tall
  const top = -tall * 0.74
  trunkLine(brush, tone.trunk, tall * 0.026, [0, 0, lean, top])
  for (let frond = 0; frond < 13; frond += 1) {
    const angle = (frond / 12) * Math.PI * 1.25 - Math.PI * 1.12 + between(random, -0.1, 0.1)
    const reach = tall * between(random, 0.3, 0.42)
    const colour = mix(tone.dark, tone.lit, random() * (Math.cos(angle) * tone.side > 0 ? 1 : 0.4))
    brush.strokeStyle = css(colour)
    const [tipX, tipY] = [
      lean + Math.cos(angle) * reach,
      top + Math.sin(angle) * reach * 0.55 + reach * 0.34,
    ]
    const [midX, midY] = [
      lean + Math.cos(angle) * reach * 0.55,
      top + Math.sin(angle) * reach * 0.6 - reach * 0.08,
    ]
    for (let leaf = 0; leaf <= 22; leaf += 1) {
      const t = leaf / 22
      const x = (1 - t) ** 2 * lean + 2 * t * (1 - t) * midX + t * t * tipX
      const y = (1 - t) ** 2 * top + 2 * t * (1 - t) * midY + t * t * tipY
      brush.lineWidth = Math.max(0.6, tall * 0.009 * (1 - t * 0.6))
      brush.beginPath()
      brush.moveTo(x, y)
      brush.lineTo(
        x + Math.cos(angle) * reach * 0.1,
        y + reach * 0.2 * Math.sin(Math.PI * (0.15 + t * 0.8)),
      )
      brush.stroke()
    }
  }
}

const paintBare: TreePainter = (brush, tall, tone, random) => {
  limbs(
    brush,
    { ...tone, lit: tone.trunk },
    random,
    {
      x: 0,
      y: 0,
      length: tall * 0.25,
      angle: between(random, -0.15, 0.15),
      thick: tall * 0.03,
      level: 0,
    },
    [],
  )
}

const paintBush: TreePainter = (brush, tall, tone, random) => {
  const crowns = Array.from({ length: 22 }, (): Crown => {
    const side = between(random, -0.78, 0.78)
    return {
      x: side * tall,
      y: -tall * between(random, 0.1, 0.72) * (1 - side * side * 0.8),
      radius: tall * between(random, 0.16, 0.28),
    }
  })
  leafClusters(brush, tall, crowns, tone, random)
}

const painters: Readonly<Record<TreeKind, TreePainter>> = {
  conifer: paintConifer,
  broadleaf: paintBroadleaf,
  blossom: paintBroadleaf,
  poplar: paintPoplar,
  palm: paintPalm,
  bare: paintBare,
  bush: paintBush,
}
