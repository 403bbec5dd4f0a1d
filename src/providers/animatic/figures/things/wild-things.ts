import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const petals = ['#d9788c', '#e6bd58', '#f1ece2', '#a98cc8', '#e59a70'] as const

/** Flowers that grow: stems of many heights with leaves, heads turned to the light, bending in the wind. */
const flowersThatGrow = (pen: Pen, colour: Rgb | null): void => {
  const dice = makeDice(4711)
  const stems = Array.from({ length: 26 }, () => ({
    x: dice.between(-1.3, 1.3),
    tall: dice.between(0.45, 1),
    lean: dice.between(-0.08, 0.08),
    phase: dice.between(0, 6),
    tone: colour ?? readColour(dice.pick(petals)),
    size: dice.between(0.05, 0.085),
    tip: dice.between(0.35, 0.75),
  })).toSorted((a, b) => b.tall - a.tall)
  for (const stem of stems) {
    const wind = Math.sin(pen.time * 1.3 + stem.x * 1.6 + stem.phase * 0.2) * 0.03
    const x = stem.x + stem.lean + wind
    const green = shift(readColour('#587a45'), stem.tall * 0.2 - 0.2)
    pen.line(green, 0.014, [stem.x, -0.02, stem.x + stem.lean * 0.3, stem.tall * 0.5, x, stem.tall])
    for (const side of [-1, 1])
      pen.soft(
        green,
        [
          ...[stem.x, stem.tall * (0.28 + side * 0.06)],
          ...[stem.x + side * 0.07, stem.tall * (0.42 + side * 0.06)],
          ...[stem.x + side * 0.13 + wind, stem.tall * (0.5 + side * 0.06)],
          ...[stem.x + side * 0.05, stem.tall * (0.36 + side * 0.06)],
        ],
        { outline: false },
      )
    paintHead(pen, x, stem)
  }
}

const paintHead = (
  pen: Pen,
  x: number,
  stem: { readonly tall: number; readonly size: number; readonly tone: Rgb; readonly tip: number },
): void => {
  const { tall, size, tone, tip } = stem
  const count = 9
  for (const ring of [1, 0.68])
    for (let petal = 0; petal < count; petal += 1) {
      const angle = (petal / count) * Math.PI * 2 + ring
      pen.oval(
        shift(tone, (ring < 1 ? 0.1 : -0.08) + Math.cos(angle) * 0.08),
        x + Math.sin(angle) * size * ring,
        tall + Math.cos(angle) * size * ring * tip,
        size * 0.42,
        size * 0.36 * tip,
        { outline: false },
      )
    }
  pen.oval('#d8a83c', x, tall + size * 0.08, size * 0.36, size * 0.32 * tip, { outline: false })
}

/** What stands where flowers are asked for outdoors. */
export const flowerStand: Thing = thing('flower', /\bflowers?\b/u, 0.5, {
  paint: flowersThatGrow,
  moves: true,
  wide: 2.7,
})
