import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { type Pen, porcelain } from './thing.ts'

const steam = (pen: Pen, x: number, y: number): void => {
  for (const side of [-1, 1]) {
    const rise = (pen.time * 0.35 + side * 0.25 + 1) % 1
    const sway = Math.sin(pen.time * 1.6 + side) * 0.09
    pen.line(
      '#f4f1ea',
      0.05,
      [
        x + side * 0.12,
        y + rise * 0.1,
        x + side * 0.08 + sway,
        y + 0.25 + rise * 0.2,
        x + side * 0.14 - sway,
        y + 0.5 + rise * 0.35,
      ],
      0.3 * (1 - rise),
    )
  }
}

/** Paints a cup that steams. */
export const cup = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? porcelain
  pen.line(shift(tone, -0.12), 0.1, [0.36, 0.78, 0.62, 0.72, 0.6, 0.42, 0.34, 0.32])
  pen.tube(tone, [0, 0.02, 0.3, 0, 0.2, 0.38, 0, 0.9, 0.44])
  pen.oval(shift(tone, 0.12), 0, 0.92, 0.43, 0.1)
  pen.oval('#4a2c1c', 0, 0.91, 0.37, 0.075, { outline: false })
  steam(pen, 0, 0.95)
}

const flame = (pen: Pen, x: number, y: number, high: number): void => {
  const lick = 1 + Math.sin(pen.time * 11 + x * 9) * 0.1 + Math.sin(pen.time * 17) * 0.06
  const lean = Math.sin(pen.time * 5.3 + x * 7) * high * 0.1
  pen.glow('#ffb45c', x, y + high * 0.5, high * 5, 0.42 * lick)
  pen.soft(
    '#ff9c3c',
    [
      x - high * 0.2,
      y + high * 0.15,
      x - high * 0.18,
      y + high * 0.45,
      x + lean,
      y + high * lick,
      x + high * 0.19,
      y + high * 0.42,
      x + high * 0.2,
      y + high * 0.15,
      x,
      y,
    ],
    { shade: 0, glows: true, outline: false },
  )
  pen.soft(
    '#fff0b0',
    [
      x - high * 0.1,
      y + high * 0.12,
      x - high * 0.08,
      y + high * 0.3,
      x + lean * 0.5,
      y + high * 0.62 * lick,
      x + high * 0.1,
      y + high * 0.28,
      x,
      y + high * 0.05,
    ],
    { shade: 0, glows: true, outline: false },
  )
}

/** Paints a coffee machine: a cup under its spout, a button that glows. */
export const coffeeMachine = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3d4148')
  pen.box(shift(tone, -0.15), -0.4, 0, 0.4, 0.1)
  pen.box(shift(tone, 0.12), -0.3, 0.1, 0.3, 0.125, { outline: false })
  pen.box(shift(tone, -0.3), -0.32, 0.1, 0.32, 0.62)
  pen.soft(
    tone,
    [-0.4, 0.6, -0.4, 0.6, -0.4, 0.94, -0.34, 1, 0.34, 1, 0.4, 0.94, 0.4, 0.6, 0.4, 0.6],
  )
  pen.box('#b9bdc4', -0.4, 0.58, 0.4, 0.63)
  pen.box('#8f949c', -0.1, 0.5, 0.1, 0.59)
  pen.line('#c9ced6', 0.02, [-0.32, 0.94, 0.1, 0.94], 0.6)
  pen.oval('#b9bdc4', 0.26, 0.8, 0.075, 0.075)
  pen.oval('#ffd27c', 0.26, 0.8, 0.045, 0.045, { glows: true, shade: 0, outline: false })
  pen.line('#4a2c1c', 0.022, [0, 0.5, 0, 0.36])
  pen.tube(porcelain, [0, 0.13, 0.1, 0, 0.2, 0.125, 0, 0.37, 0.14])
  pen.line(shift(porcelain, -0.12), 0.03, [0.12, 0.33, 0.2, 0.3, 0.19, 0.21, 0.11, 0.18])
  pen.oval('#4a2c1c', 0, 0.37, 0.12, 0.022, { outline: false })
  steam(pen, 0, 0.4)
}

/** Paints a flacon. */
export const perfume = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#d9a878')
  pen.box(tone, -0.34, 0, 0.34, 0.62, { alpha: 0.92 })
  pen.box(shift(tone, 0.4), -0.28, 0.06, 0.28, 0.5, { outline: false, alpha: 0.6 })
  pen.box('#b8a06c', -0.12, 0.62, 0.12, 0.7)
  pen.box('#34302e', -0.17, 0.7, 0.17, 0.98)
  pen.line('#ffffff', 0.03, [-0.27, 0.55, -0.27, 0.1], 0.5)
}

/** Paints a lantern. */
export const lantern = (pen: Pen, colour: Rgb | null): void => {
  const frame = colour ?? readColour('#3c3632')
  pen.line(frame, 0.04, [-0.2, 0.74, -0.16, 0.98, 0.16, 0.98, 0.2, 0.74])
  pen.box('#f4c878', -0.22, 0.14, 0.22, 0.66, { glows: true, shade: 0.25 })
  flame(pen, 0, 0.2, 0.32)
  pen.hard(frame, [-0.28, 0.66, 0.28, 0.66, 0.14, 0.82, -0.14, 0.82])
  pen.box(frame, -0.28, 0, 0.28, 0.14)
  for (const x of [-0.22, 0, 0.22]) pen.line(frame, 0.03, [x, 0.14, x, 0.66])
}

/** Paints a candle. */
export const candle = (pen: Pen): void => {
  pen.oval('#8a7250', 0, 0.05, 0.34, 0.07)
  pen.tube('#efe6d0', [0, 0.05, 0.14, 0, 0.66, 0.13])
  flame(pen, 0, 0.68, 0.3)
}

/** Paints a table lamp. */
export const lamp = (pen: Pen, colour: Rgb | null): void => {
  const foot = colour ?? readColour('#6b5844')
  pen.oval(foot, 0, 0.03, 0.2, 0.04)
  pen.line(foot, 0.05, [0, 0.04, 0, 0.62])
  pen.glow('#ffcb80', 0, 0.72, 1.6, 0.34)
  pen.hard('#ffdf9e', [-0.16, 1, 0.16, 1, 0.3, 0.56, -0.3, 0.56], { glows: true, shade: 0.25 })
}

/** Paints a cake with candles. */
export const cake = (pen: Pen, colour: Rgb | null): void => {
  const icing = colour ?? readColour('#e8b8bc')
  pen.oval(porcelain, 0, 0.05, 0.72, 0.08)
  pen.tube('#c8935c', [0, 0.08, 0.56, 0, 0.46, 0.56])
  pen.tube(icing, [0, 0.4, 0.57, 0, 0.52, 0.57])
  pen.oval(shift(icing, 0.2), 0, 0.55, 0.56, 0.1)
  for (const x of [-0.4, -0.15, 0.1, 0.36]) pen.oval(icing, x, 0.38, 0.09, 0.1, { outline: false })
  for (const x of [-0.28, 0, 0.28]) {
    pen.line('#6f97c0', 0.05, [x, 0.55, x, 0.76])
    flame(pen, x, 0.77, 0.16)
  }
}

/** Paints a gift with a ribbon. */
export const gift = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#a8423e')
  pen.box(tone, -0.5, 0, 0.5, 0.66)
  pen.box(shift(tone, 0.08), -0.55, 0.62, 0.55, 0.8)
  pen.box('#e0c07c', -0.08, 0, 0.08, 0.8)
  pen.soft('#e0c07c', [0, 0.8, -0.3, 0.84, -0.34, 1.02, -0.1, 0.98])
  pen.soft('#e0c07c', [0, 0.8, 0.3, 0.84, 0.34, 1.02, 0.1, 0.98])
}

/** Paints a clock that goes. */
export const clock = (pen: Pen, colour: Rgb | null): void => {
  pen.oval(colour ?? '#6e4f38', 0, 0.5, 0.5, 0.5)
  pen.oval(porcelain, 0, 0.5, 0.42, 0.42, { shade: 0.4 })
  for (let hour = 0; hour < 12; hour += 1) {
    const angle = (hour / 12) * Math.PI * 2
    pen.line('#3a3330', 0.02, [
      Math.sin(angle) * 0.34,
      0.5 + Math.cos(angle) * 0.34,
      Math.sin(angle) * 0.39,
      0.5 + Math.cos(angle) * 0.39,
    ])
  }
  const hand = (turn: number, long: number, width: number): void =>
    pen.line('#2c2724', width, [0, 0.5, Math.sin(turn) * long, 0.5 + Math.cos(turn) * long])
  hand(1.0 + pen.time * 0.002, 0.22, 0.035)
  hand(-0.5 + pen.time * 0.02, 0.32, 0.025)
  hand((Math.floor(pen.time) / 60) * Math.PI * 2, 0.35, 0.01)
}
