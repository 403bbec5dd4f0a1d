import { type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, cycle, isShut, paintEye } from './creature.ts'

/** A kangaroo: upright on its haunches and tail, or in one bound after another. */
export const paintKangaroo = (moment: CreatureMoment): void => {
  const share = cycle(moment.time, 0.8, moment.seed)
  const leap = moment.manner === 'goes' && share < 0.62 ? Math.sin((share / 0.62) * Math.PI) : 0
  const lean = moment.manner === 'goes' ? -0.42 + leap * 0.2 : Math.sin(moment.time * 0.8) * 0.01
  const pen = creaturePen({ ...moment, tipped: lean }, leap * 0.2)
  const { colour, accent } = moment
  const sway = Math.sin(moment.time * 1.6 + moment.seed) * 0.012 + leap * 0.16
  pen.tube(
    shift(colour, -0.1),
    [
      ...[-0.08, 0.3, 0.12, -0.32, 0.17 + sway * 0.3, 0.085],
      ...[-0.58, 0.07 + sway, 0.05, -0.84, 0.04 + sway * 1.8, 0.018],
    ],
    false,
  )
  paintHaunch(pen, shift(colour, -0.3), { leap, aside: 0.07 })
  paintArm(pen, shift(colour, -0.28), leap * 0.05 + 0.05)
  pen.soft(colour, [
    ...[-0.24, 0.3, -0.14, 0.5, 0.0, 0.66, 0.12, 0.72, 0.22, 0.64],
    ...[0.25, 0.44, 0.18, 0.24, 0.0, 0.15, -0.18, 0.18],
  ])
  pen.soft(accent, [0.2, 0.66, 0.25, 0.5, 0.22, 0.32, 0.12, 0.2, 0.1, 0.36, 0.14, 0.54], {
    shade: 0.6,
    outline: false,
    alpha: 0.9,
  })
  paintHaunch(pen, shift(colour, -0.05), { leap, aside: 0 })
  paintKangarooHead(pen, moment)
  paintArm(pen, shift(colour, -0.1), 0)
}

/** A great thigh, a shin folded under it and a long foot; stretched back in the bound. */
const paintHaunch = (
  pen: Pen,
  tone: Rgb,
  { leap, aside }: { readonly leap: number; readonly aside: number },
): void => {
  const [kneeX, heelX] = [0.15 + aside - leap * 0.1, -0.06 + aside - leap * 0.24]
  const heel = 0.06 - leap * 0.06
  pen.tube(
    tone,
    [
      ...[-0.08 + aside, 0.32, 0.17, kneeX - 0.03, 0.23, 0.11, kneeX - 0.04, 0.19, 0.07],
      ...[heelX + 0.03, 0.11 - leap * 0.05, 0.045, heelX, heel, 0.04],
    ],
    false,
  )
  pen.soft(tone, [
    ...[
      heelX - 0.05,
      heel + 0.02,
      heelX + 0.1,
      heel + 0.01,
      heelX + 0.3,
      heel - 0.02 - leap * 0.12,
    ],
    ...[heelX + 0.31, heel - 0.06 - leap * 0.12, heelX + 0.08, heel - 0.06],
  ])
}

const paintArm = (pen: Pen, tone: Rgb, aside: number): void => {
  const wave = Math.sin(pen.time * 1.7) * 0.012
  pen.tube(
    tone,
    [
      ...[0.14 + aside, 0.6, 0.055, 0.25 + aside, 0.5, 0.036],
      ...[0.33 + aside, 0.46 + wave, 0.027, 0.37 + aside, 0.42 + wave, 0.026],
    ],
    false,
  )
}

const paintKangarooHead = (pen: Pen, moment: CreatureMoment): void => {
  const { colour, accent, time, seed } = moment
  const ear = (x: number, tone: Rgb): void => {
    const twitch = Math.max(0, Math.sin(time * 1.3 + seed + x)) ** 16 * 0.03
    pen.soft(tone, [
      ...[x, 0.9, x - 0.09 - twitch, 1.05, x - 0.05 - twitch, 1.14, x + 0.03, 1.04, x + 0.06, 0.92],
    ])
  }
  ear(0.24, shift(colour, -0.28))
  pen.tube(colour, [0.08, 0.62, 0.12, 0.16, 0.76, 0.08, 0.2, 0.87, 0.075], false)
  pen.tube(colour, [0.18, 0.88, 0.085, 0.28, 0.865, 0.072, 0.4, 0.82, 0.048], false)
  pen.soft(accent, [0.28, 0.83, 0.38, 0.81, 0.42, 0.79, 0.3, 0.785], { outline: false, alpha: 0.8 })
  pen.oval(rgb(38, 30, 30), 0.435, 0.835, 0.022, 0.018, { outline: false })
  pen.line(shift(colour, -0.55), 0.008, [0.43, 0.8, 0.37, 0.795, 0.33, 0.805])
  paintEye(pen, [0.27, 0.89, 0.02], { shut: isShut(moment) })
  ear(0.16, shift(colour, -0.12))
}
