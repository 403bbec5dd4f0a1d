import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Pen } from './thing.ts'

/** Paints a phone with a lit screen. */
export const phone = (pen: Pen, colour: Rgb | null): void => {
  // Straight sides: a soft outline through corners so near each other would swing out beyond them.
  pen.hard(
    colour ?? '#1d1f25',
    [
      -0.23, 0.05, -0.21, 0.01, -0.18, 0, 0.18, 0, 0.21, 0.01, 0.23, 0.05, 0.23, 0.95, 0.21, 0.99,
      0.18, 1, -0.18, 1, -0.21, 0.99, -0.23, 0.95,
    ],
    { shade: 0.5 },
  )
  pen.box('#9cc4ea', -0.19, 0.07, 0.19, 0.93, { shade: 0.3, glows: true, outline: false })
  for (const y of [0.72, 0.56, 0.4])
    pen.box('#eef6fc', -0.13, y, 0.08 + (y % 0.1), y + 0.06, {
      shade: 0,
      glows: true,
      outline: false,
      alpha: 0.8,
    })
  pen.glow('#a8ccf0', 0, 0.5, 0.9, 0.22)
}

/** Paints a laptop with a lit screen. */
export const laptop = (pen: Pen, colour: Rgb | null): void => {
  pen.hard(colour ?? '#7d838c', [-0.7, 0, 0.7, 0, 0.62, 0.1, -0.62, 0.1])
  pen.box('#30343b', -0.62, 0.1, 0.62, 1)
  pen.box('#a8cdee', -0.57, 0.16, 0.57, 0.95, { shade: 0.35, glows: true, outline: false })
  for (const y of [0.76, 0.62, 0.48, 0.34])
    pen.box('#f0f6fb', -0.46, y, 0.1 + Math.sin(y * 40) * 0.25, y + 0.06, {
      shade: 0,
      glows: true,
      outline: false,
      alpha: 0.75,
    })
  pen.glow('#a8ccf0', 0, 0.5, 1.3, 0.25)
}

/** Paints a camera. */
export const camera = (pen: Pen, colour: Rgb | null): void => {
  pen.box(colour ?? '#2b2c31', -0.66, 0.06, 0.66, 0.82)
  pen.box('#8d9197', -0.66, 0.64, 0.66, 0.82)
  pen.hard('#2b2c31', [-0.24, 0.82, 0.24, 0.82, 0.16, 0.98, -0.16, 0.98])
  pen.oval('#47494f', 0, 0.4, 0.34, 0.34)
  pen.oval('#101319', 0, 0.4, 0.25, 0.25)
  pen.oval('#4f6f9a', -0.06, 0.46, 0.1, 0.1, { outline: false })
}

/** Paints a key. */
export const key = (pen: Pen, colour: Rgb | null): void => {
  const brass = colour ?? readColour('#c49c4a')
  pen.line(brass, 0.1, [0, 0.02, 0, 0.62])
  pen.line(brass, 0.1, [0, 0.06, 0.2, 0.06])
  pen.line(brass, 0.09, [0, 0.22, 0.16, 0.22])
  pen.oval(brass, 0, 0.8, 0.22, 0.2)
  pen.oval('#4c3c20', 0, 0.82, 0.1, 0.09, { outline: false })
}

/** Paints a shoe. */
export const shoe = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c0483c')
  pen.soft(
    tone,
    [
      -0.95, 0.2, -0.98, 0.66, -0.86, 0.98, -0.5, 0.94, -0.3, 0.72, 0.2, 0.56, 0.7, 0.46, 1.02,
      0.34, 1.08, 0.18, 0, 0.14,
    ],
  )
  pen.soft('#f0ece2', [-1, 0.02, -1.02, 0.2, 0, 0.22, 1.08, 0.22, 1.12, 0.06, 0.9, 0, -0.8, 0])
  pen.soft(shift(tone, -0.35), [-0.84, 0.94, -0.52, 0.9, -0.42, 0.8, -0.78, 0.82])
  for (const x of [-0.32, -0.14, 0.04])
    pen.line('#f4f0e8', 0.05, [x - 0.03, 0.78 - (x + 0.32) * 0.5, x + 0.12, 0.6 - (x + 0.32) * 0.4])
  pen.soft('#f0ece2', [-0.5, 0.32, -0.1, 0.3, 0.24, 0.46, 0, 0.44], { outline: false, alpha: 0.85 })
}

/** Paints a wristwatch that goes. */
export const watch = (pen: Pen, colour: Rgb | null): void => {
  const strap = colour ?? readColour('#5a3c2a')
  pen.tube(strap, [0, 0, 0.16, 0, 0.2, 0.18, 0, 0.3, 0.2])
  pen.tube(strap, [0, 0.7, 0.2, 0, 0.8, 0.18, 0, 1, 0.15])
  pen.oval('#b8bcc2', 0, 0.5, 0.3, 0.3)
  pen.oval('#1c2230', 0, 0.5, 0.24, 0.24, { shade: 0.5 })
  for (let hour = 0; hour < 12; hour += 1)
    pen.oval(
      '#e8e4d8',
      Math.sin((hour / 6) * Math.PI) * 0.2,
      0.5 + Math.cos((hour / 6) * Math.PI) * 0.2,
      0.012,
      0.012,
      { shade: 0, outline: false },
    )
  const second = (pen.time / 60) * Math.PI * 2 * 5
  pen.line('#f0ece2', 0.022, [0, 0.5, -0.1, 0.58])
  pen.line('#f0ece2', 0.016, [0, 0.5, 0.08, 0.66])
  pen.line('#d0584a', 0.008, [0, 0.5, Math.sin(second) * 0.19, 0.5 + Math.cos(second) * 0.19])
  pen.line('#ffffff', 0.02, [-0.17, 0.6, -0.05, 0.69], 0.4)
}
