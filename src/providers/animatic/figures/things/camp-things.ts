import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Pen } from './thing.ts'

/** Paints a tent. */
export const tent = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b0763c')
  pen.hard(shift(tone, -0.22), [0, 1, 0.55, 0.95, 1.25, 0.04, 0.75, 0])
  pen.hard(tone, [0, 1, -0.78, 0, 0.75, 0])
  const lit = pen.brush.light.level < 0.5
  pen.hard(lit ? '#ffd08a' : '#3c2c22', [0, 0.8, -0.24, 0, 0.24, 0], { glows: lit, shade: 0.5 })
  pen.hard(shift(tone, 0.12), [0, 0.8, -0.24, 0, -0.36, 0.02, -0.06, 0.84])
  if (lit) pen.glow('#ffc070', 0, 0.3, 1.2, 0.35)
  pen.line('#cfc8b8', 0.012, [-0.5, 0.36, -1.05, 0])
}

/** Paints a camp fire with sparks. */
export const campfire = (pen: Pen): void => {
  const flicker = 1 + Math.sin(pen.time * 9.1) * 0.1 + Math.sin(pen.time * 14.3) * 0.07
  pen.glow('#ff9a48', 0, 0.5, 4.2 * flicker, 0.42)
  for (const [from, to] of [
    [-0.5, 0.45],
    [0.52, -0.4],
    [-0.3, 0.2],
  ] as const)
    pen.tube('#5c3d2a', [from, 0.06, 0.075, to, 0.2, 0.065], false)
  for (const [x, high, tone] of [
    [-0.2, 0.62, '#ff7830'],
    [0.2, 0.56, '#ff8236'],
    [0, 0.95, '#ffa040'],
    [0.04, 0.58, '#ffd878'],
    [-0.03, 0.32, '#fff4c8'],
  ] as const) {
    const tall = high * (1 + Math.sin(pen.time * 8 + x * 30) * 0.14)
    const lean = Math.sin(pen.time * 6 + x * 17) * 0.07
    const w = 0.22 * (high + 0.2)
    pen.soft(
      tone,
      [
        x - w,
        0.16,
        x - w * 0.95,
        0.12 + tall * 0.38,
        x - w * 0.2 + lean,
        0.12 + tall * 0.72,
        x + lean,
        0.12 + tall,
        x + w * 0.5,
        0.12 + tall * 0.55,
        x + w,
        0.12 + tall * 0.3,
        x + w * 0.9,
        0.14,
      ],
      { shade: 0, glows: true, outline: false, alpha: 0.92 },
    )
  }
  for (let spark = 0; spark < 7; spark += 1) {
    const rise = (pen.time * 0.5 + spark * 0.143) % 1
    pen.oval(
      '#ffc468',
      Math.sin(spark * 2.4 + pen.time * 2) * 0.3,
      0.5 + rise * 1.5,
      0.018 * (1 - rise),
      0.018 * (1 - rise),
      { shade: 0, glows: true, outline: false },
    )
  }
  for (const x of [-0.62, -0.36, 0, 0.36, 0.62]) pen.oval('#7d7872', x, 0.05, 0.14, 0.09)
}

/** Paints a tree. */
export const tree = (pen: Pen, colour: Rgb | null): void => {
  const leaf = colour ?? readColour('#55784a')
  const sway = Math.sin(pen.time * 0.9) * 0.008
  pen.tube('#5f4634', [0, 0, 0.06, 0.01, 0.3, 0.042, 0, 0.56, 0.03])
  for (const [x, y, r, tone] of [
    [-0.2, 0.56, 0.19, -0.2],
    [0.2, 0.58, 0.19, -0.12],
    [0, 0.52, 0.18, -0.25],
    [-0.12, 0.74, 0.19, 0],
    [0.14, 0.76, 0.18, 0.06],
    [0, 0.86, 0.15, 0.12],
  ] as const) {
    const bumps = Array.from({ length: 11 }, (_, step) => {
      const angle = (step / 11) * Math.PI * 2
      const radius = r * (1 + Math.sin(step * 2.6 + x * 20) * 0.1)
      return [x + sway * y * 4 + Math.sin(angle) * radius, y + Math.cos(angle) * radius * 0.9]
    }).flat()
    pen.soft(shift(leaf, tone), bumps)
  }
}

/** Paints a bench. */
export const bench = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#84603f')
  for (const x of [-0.82, 0.82]) {
    pen.line('#34343a', 0.06, [x, 0, x, 0.5])
    pen.line('#34343a', 0.06, [x - 0.02, 0.5, x - 0.06, 1])
  }
  for (const y of [0.66, 0.8, 0.94]) pen.box(wood, -0.98, y, 0.98, y + 0.1)
  pen.hard(shift(wood, 0.12), [-1, 0.5, 1, 0.5, 1.04, 0.42, -1.04, 0.42])
  pen.box(wood, -1.04, 0.36, 1.04, 0.42)
}

/** Paints a street lamp. */
export const streetLamp = (pen: Pen): void => {
  pen.box('#34343c', -0.03, 0, 0.03, 0.06)
  pen.line('#34343c', 0.018, [0, 0.03, 0, 0.9])
  pen.hard('#ffe2a4', [-0.045, 0.88, 0.045, 0.88, 0.06, 0.97, -0.06, 0.97], {
    glows: true,
    shade: 0.2,
  })
  pen.hard('#34343c', [-0.075, 0.97, 0.075, 0.97, 0, 1])
  if (pen.brush.light.level < 0.65) pen.glow('#ffd488', 0, 0.92, 0.5, 0.6)
}
