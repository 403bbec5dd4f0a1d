import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam, steamOver } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const teapot = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#6f93a0')
  pen.tube(tone, [0.36, 0.26, 0.15, 0.62, 0.42, 0.09, 0.78, 0.72, 0.055], false)
  pen.oval(shift(tone, -0.45), 0.79, 0.75, 0.05, 0.025, { outline: false })
  pen.line(shift(tone, -0.14), 0.085, [-0.4, 0.64, -0.74, 0.72, -0.84, 0.42, -0.46, 0.2])
  pen.soft(tone, [
    ...[-0.28, 0.02, -0.5, 0.18, -0.57, 0.4, -0.44, 0.64, 0, 0.76],
    ...[0.44, 0.64, 0.57, 0.4, 0.5, 0.18, 0.28, 0.02, 0, 0],
  ])
  pen.soft(shift(tone, 0.1), [-0.3, 0.7, -0.2, 0.82, 0, 0.86, 0.2, 0.82, 0.3, 0.7, 0, 0.66])
  pen.oval(shift(tone, 0.05), 0, 0.92, 0.08, 0.075)
  pen.line(shift(tone, 0.35), 0.02, [-0.53, 0.36, -0.2, 0.29, 0.2, 0.29, 0.53, 0.36], 0.8)
  gleam(pen, [-0.36, 0.58, -0.43, 0.4, -0.36, 0.2])
  steamOver(pen, 0.8, 0.82, 0.2)
}

const pan = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f4247')
  pen.tube('#3a2a22', [0.5, 0.5, 0.1, 1.1, 0.66, 0.1, 1.95, 0.84, 0.13], false)
  pen.hard(tone, [-1.66, 0.6, -1.4, 0.06, -1.2, 0, 0.2, 0, 0.4, 0.06, 0.66, 0.6])
  pen.oval(shift(tone, 0.3), -0.5, 0.62, 1.17, 0.27)
  pen.oval(shift(tone, -0.25), -0.5, 0.61, 1.08, 0.22, { outline: false })
  pen.soft('#f2eee2', [
    ...[-1.1, 0.6, -0.95, 0.72, -0.6, 0.7, -0.3, 0.76, 0.05, 0.68],
    ...[0.12, 0.56, -0.3, 0.5, -0.8, 0.5],
  ])
  pen.oval('#eeb12f', -0.5, 0.65, 0.22, 0.1)
  gleam(pen, [-0.58, 0.69, -0.46, 0.7], 0.7)
  steamOver(pen, 0.7, -0.5)
}

const pot = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b04a3a')
  for (const side of [-1, 1])
    pen.line('#34322f', 0.07, [
      side * 0.5,
      0.56,
      side * 0.7,
      0.56,
      side * 0.7,
      0.42,
      side * 0.5,
      0.42,
    ])
  pen.tube(tone, [0, 0.02, 0.5, 0, 0.3, 0.55, 0, 0.66, 0.55])
  pen.oval(shift(tone, -0.3), 0, 0.66, 0.57, 0.08)
  pen.soft(shift(tone, 0.1), [-0.57, 0.67, -0.4, 0.8, 0, 0.86, 0.4, 0.8, 0.57, 0.67, 0, 0.6])
  pen.oval('#34322f', 0, 0.92, 0.09, 0.07)
  gleam(pen, [-0.42, 0.54, -0.42, 0.14])
  steamOver(pen, 0.84, 0.3, 0.6)
}

const knife = (pen: Pen, colour: Rgb | null): void => {
  const handle = colour ?? readColour('#4a3022')
  pen.hard('#c3cad2', [-2.7, 0.2, -0.1, 0.14, 0.5, 0.2, 0.5, 0.86, -1.3, 0.82, -2.2, 0.56])
  pen.hard('#e6ebf0', [-2.7, 0.2, -0.1, 0.14, 0.5, 0.2, 0.5, 0.3, -0.4, 0.3, -2.3, 0.34], {
    outline: false,
  })
  pen.box('#8f969e', 0.44, 0.24, 0.66, 0.88)
  pen.tube(handle, [0.62, 0.6, 0.26, 1.5, 0.62, 0.24, 2.5, 0.54, 0.3], false)
  for (const x of [0.95, 1.55, 2.15]) pen.oval('#d3c9a8', x, 0.6, 0.07, 0.07, { outline: false })
  gleam(pen, [-2.1, 0.48, 0.3, 0.66], 0.5, 0.05)
}

const bowl = (pen: Pen, tone: Rgb, broth: string): void => {
  pen.box(shift(tone, -0.2), -0.3, 0, 0.3, 0.1)
  pen.soft(tone, [-0.34, 0.05, -0.7, 0.3, -0.86, 0.7, 0, 0.72, 0.86, 0.7, 0.7, 0.3, 0.34, 0.05])
  pen.oval(shift(tone, 0.16), 0, 0.7, 0.87, 0.16)
  pen.oval(broth, 0, 0.69, 0.78, 0.125, { outline: false })
  pen.line(shift(tone, -0.3), 0.025, [-0.78, 0.5, -0.4, 0.4, 0.4, 0.4, 0.78, 0.5], 0.6)
  gleam(pen, [-0.66, 0.56, -0.54, 0.3])
}

const noodles = (pen: Pen, colour: Rgb | null): void => {
  bowl(pen, colour ?? readColour('#8c3330'), '#b5772f')
  for (let strand = 0; strand < 6; strand += 1) {
    const x = -0.56 + strand * 0.13
    pen.line('#edd493', 0.042, [x - 0.1, 0.7, x + 0.02, 0.79 + (strand % 2) * 0.04, x + 0.2, 0.68])
  }
  pen.oval('#f6f0e2', 0.36, 0.74, 0.18, 0.1)
  pen.oval('#eda42e', 0.36, 0.745, 0.09, 0.05, { outline: false })
  for (const x of [0.02, 0.12, -0.52]) pen.oval('#5f9546', x, 0.74, 0.06, 0.035)
  for (const lift of [0, 0.06])
    pen.line('#5b3524', 0.035, [-0.62, 0.74 + lift, 0.1, 0.86 + lift, 0.96, 1 + lift * 1.2])
  steamOver(pen, 0.85)
}

const soup = (pen: Pen, colour: Rgb | null): void => {
  bowl(pen, colour ?? porcelain, '#d17a2c')
  pen.line('#f5ead2', 0.035, [-0.34, 0.7, -0.1, 0.74, 0.1, 0.67, 0.3, 0.71])
  for (const [x, y] of [
    [-0.2, 0.65],
    [0.16, 0.75],
    [0.4, 0.68],
  ] as const)
    pen.oval('#5f9546', x, y, 0.05, 0.03)
  pen.line('#aeb4bc', 0.055, [0.38, 0.72, 0.74, 0.86, 1.02, 1])
  steamOver(pen, 0.78)
}

const kettle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#a6adb6')
  pen.tube(tone, [0.26, 0.4, 0.1, 0.48, 0.56, 0.07, 0.56, 0.66, 0.05], false)
  pen.line('#2d2b2c', 0.07, arc([0, 0.66], [0.34, 0.3], [-0.25, 0.25]))
  pen.soft(tone, [-0.46, 0.02, -0.44, 0.3, -0.28, 0.62, 0, 0.68, 0.28, 0.62, 0.44, 0.3, 0.46, 0.02])
  pen.oval(shift(tone, 0.15), 0, 0.66, 0.22, 0.05)
  pen.oval('#2d2b2c', 0, 0.72, 0.06, 0.05)
  gleam(pen, [-0.3, 0.5, -0.38, 0.24, -0.38, 0.1])
  steamOver(pen, 0.7, 0.6, 0.25)
}

/** What is cooked and served with. */
export const kitchenThings: readonly Thing[] = [
  thing('teapot', /\b(?:tea ?pots?|tea set)\b/u, 0.2, {
    ...{ paint: teapot, place: 'table', hold: 'foot', moves: true, wide: 1.7 },
  }),
  thing('kettle', /\bkettles?\b/u, 0.26, {
    ...{ paint: kettle, place: 'table', hold: 'top', moves: true, wide: 1.1 },
  }),
  thing('pan', /\b(?:(?:frying |cast[- ]iron |sauce)?pans?|skillets?|woks?)\b/u, 0.11, {
    ...{ paint: pan, place: 'table', hold: 'middle', moves: true, wide: 3.7 },
  }),
  thing(
    'pot',
    /(?<!\b(?:flower|plant|clay) ?)\b(?:cooking pots?|pots?|saucepans?|cauldrons?|casseroles?|stockpots?)\b/u,
    0.24,
    { paint: pot, place: 'table', hold: 'foot', moves: true, wide: 1.4 },
  ),
  thing('knife', /\b(?:knife|knives)\b/u, 0.055, {
    ...{ paint: knife, place: 'table', hold: 'middle', wide: 5.4 },
  }),
  thing('noodles', /\b(?:noodles?|ramen|pho|udon)\b/u, 0.14, {
    ...{ paint: noodles, place: 'table', hold: 'foot', moves: true, wide: 1.8 },
  }),
  thing('soup', /\b(?:soups?|stews?|broth|bowls?|porridge|cereal)\b/u, 0.13, {
    ...{ paint: soup, place: 'table', hold: 'foot', moves: true, wide: 1.8 },
  }),
]
