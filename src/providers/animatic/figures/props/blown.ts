import type { Brush } from '../brush/brush.ts'
import { type Rgb, readColour } from '../brush/colour.ts'
import { local, type Point, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { blownAt } from '../poses/breath-poses.ts'
import { counter } from './counter.ts'
import type { Reach } from './prop-reach.ts'

/** What somebody blows at. */
export type Blown = 'candles' | 'dandelion' | 'bubbles'

const kinds: readonly (readonly [Blown, RegExp])[] = [
  ['candles', /\bblow[a-z]* [a-z ]*\b(?:candles?|cakes?)\b/u],
  ['dandelion', /\bblow[a-z]* [a-z ]*\bdandelions?\b/u],
  ['bubbles', /\bblow[a-z]* [a-z ]*\bbubbles?\b/u],
]

/** What somebody blows at, by what is said of them; null for nothing that is drawn. */
export const blownIn = (action: string): Blown | null =>
  kinds.find(([, pattern]) => pattern.test(action))?.[0] ?? null

/** What a breath goes to: candles on a cake, a dandelion or bubbles in the air. */
export const blownPieces = (reach: Reach): Piece[] => {
  const { blown } = reach.request
  return blown ? painters[blown](reach) : []
}

const flames = 5

const candles = (reach: Reach): Piece[] => {
  const { brush, view, time } = reach.body
  const on = (top: number): void => {
    const at = (f: number, u: number, l: number): Point => view.at(local(f, top + u, l))
    const r = view.scale
    const tier = (low: number, high: number, wide: number, colour: string): void => {
      brush.tube(
        [
          { ...at(0.31, low, 0), r: r * wide },
          { ...at(0.31, high, 0), r: r * wide },
        ],
        readColour(colour),
        { start: 0.1, end: 0.02 },
      )
      brush.oval(at(0.31, high, 0), { rx: r * wide, ry: r * wide * 0.26 }, readColour('#f6e7e2'))
    }
    brush.oval(at(0.31, 0.008, 0), { rx: r * 0.16, ry: r * 0.04 }, readColour('#e6e2d8'))
    tier(0.01, 0.11, 0.125, '#d98aa0')
    for (let one = 0; one < flames; one += 1) {
      const l = (one / (flames - 1) - 0.5) * 0.17
      const f = 0.31 + (one % 2 ? 0.03 : -0.025)
      brush.stroke(
        [at(f, 0.112, l), at(f, 0.165, l)],
        Math.max(1.5, r * 0.013),
        brush.tone(readColour(one % 2 ? '#6fa8d8' : '#f0d060')),
      )
      const out = time - blownAt - one * 0.14
      if (out < 0) {
        const lean = Math.max(0, Math.min(1, (time - blownAt + 0.35) / 0.35)) * 0.03
        const sway = Math.sin(time * 9 + one * 2) * 0.003
        brush.shape(
          [
            at(f - 0.006, 0.168, l - 0.009),
            at(f + lean, 0.21, l + sway),
            at(f + 0.006, 0.168, l + 0.009),
          ],
          readColour('#ffd27a'),
          { glows: true, outline: false },
        )
        brush.glow({
          at: at(f, 0.185, l),
          radius: r * 0.11,
          colour: readColour('#ffb84a'),
          strength: 0.3,
        })
      } else if (out < 1.6)
        brush.stroke(
          [0, 1, 2, 3].map((step) =>
            at(
              f + 0.02 * step * out,
              0.172 + step * 0.02 * (0.6 + out),
              l + Math.sin(step * 2 + time * 3) * 0.008,
            ),
          ),
          Math.max(0.8, r * 0.007),
          readColour('#d8d8dc'),
          0.5 * (1 - out / 1.6),
        )
    }
  }
  return counter(reach, on)
}

/** How far before the lips something is held, body heights. */
const dandelion = (reach: Reach): Piece[] => {
  const { brush, view, skeleton, time } = reach.body
  const hand = skeleton.rightArm.end
  const head = plus(hand, local(0.03, 0.085, 0.01))
  const gone = Math.max(0, time - blownAt)
  const left = Math.max(0.25, 1 - gone * 0.8)
  const paint = (): void => {
    const at = view.at(head)
    const r = view.scale * 0.035
    brush.stroke(
      [view.at(plus(hand, local(0.02, -0.05, 0))), at],
      Math.max(1, view.scale * 0.006),
      brush.tone(readColour('#7a9a4a')),
    )
    const down = readColour('#f0f0ec')
    brush.oval(at, { rx: r * left, ry: r * left }, down, {
      alpha: 0.45,
      outline: false,
      shade: 0.2,
    })
    for (let seed = 0; seed < 14; seed += 1) {
      const angle = (seed / 14) * Math.PI * 2
      if (seed / 14 < left)
        brush.stroke(
          [at, { x: at.x + Math.cos(angle) * r, y: at.y + Math.sin(angle) * r }],
          Math.max(0.8, view.scale * 0.003),
          down,
          0.8,
        )
      const flown = gone - seed * 0.06
      if (flown <= 0 || flown > 3) continue
      const place = view.at(
        plus(
          head,
          local(
            0.24 * flown,
            0.05 * flown + 0.02 * Math.sin(flown * 3 + seed),
            ((seed % 5) - 2) * 0.03 * flown,
          ),
        ),
      )
      const size = view.scale * 0.012
      brush.stroke(
        [place, { x: place.x, y: place.y + size * 1.4 }],
        Math.max(0.8, view.scale * 0.003),
        down,
        0.9,
      )
      brush.oval(place, { rx: size, ry: size * 0.5 }, down, {
        alpha: 0.75,
        outline: false,
        shade: 0,
      })
    }
  }
  return [{ near: view.near(hand) + 0.03, paint }]
}

const bubbles = (reach: Reach): Piece[] => {
  const { brush, view, skeleton, time } = reach.body
  const hand = skeleton.rightArm.end
  const loop = plus(hand, local(0.03, 0.06, 0.01))
  const paint = (): void => {
    const colour = readColour('#4a90c8')
    const at = view.at(loop)
    brush.stroke(
      [view.at(plus(hand, local(0.01, -0.04, 0))), at],
      Math.max(1.2, view.scale * 0.008),
      brush.tone(colour),
    )
    ring(
      brush,
      { x: at.x, y: at.y - view.scale * 0.02 },
      view.scale * 0.02,
      Math.max(1, view.scale * 0.006),
      colour,
    )
    for (let one = 0; one < 12; one += 1) {
      const born = 0.5 + one * 0.28
      const age = time - born
      if (age < 0) continue
      const place = view.at(
        plus(
          loop,
          local(
            0.05 + 0.22 * age * (0.7 + (one % 4) * 0.15),
            0.03 + 0.06 * age + 0.02 * Math.sin(age * 2 + one),
            ((one % 5) - 2) * 0.04 * age,
          ),
        ),
      )
      const size = view.scale * (0.02 + ((one * 3) % 5) * 0.007)
      brush.oval(place, { rx: size, ry: size }, readColour('#e4f4fb'), { alpha: 0.45, shade: 0.3 })
      ring(brush, place, size, Math.max(0.8, size * 0.14), readColour('#8fb8e0'))
      brush.oval(
        { x: place.x - size * 0.35, y: place.y - size * 0.35 },
        { rx: size * 0.25, ry: size * 0.2 },
        readColour('#ffffff'),
        { alpha: 0.9, outline: false, shade: 0 },
      )
    }
  }
  return [{ near: view.near(hand) + 0.03, paint }]
}

/** A thin circle. */
const ring = (brush: Brush, at: Point, r: number, wide: number, colour: Rgb): void =>
  brush.stroke(
    Array.from({ length: 13 }, (_, step) => ({
      x: at.x + Math.sin((step / 12) * Math.PI * 2) * r,
      y: at.y + Math.cos((step / 12) * Math.PI * 2) * r,
    })),
    wide,
    brush.tone(colour),
    0.85,
  )

const painters: Readonly<Record<Blown, (reach: Reach) => Piece[]>> = { candles, dandelion, bubbles }
