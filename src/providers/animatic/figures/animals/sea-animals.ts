import { type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, isShut, paintEye } from './creature.ts'

/** The middle of a body that bends up and down with its tail: ahead, up. */
const bend = (x: number, beat: number): number => {
  const behind = Math.max(0, 0.1 - x)
  return beat * behind * behind * 0.55
}

interface Hull {
  /** Along it from tail to snout: ahead, up, radius. */
  readonly slices: readonly (readonly [number, number, number])[]
  readonly colour: Rgb
  readonly beat: number
}

const paintHull = (pen: Pen, { slices, colour, beat }: Hull): void =>
  pen.tube(
    colour,
    slices.flatMap(([x, y, r]) => [x, y + bend(x, beat), r]),
    false,
  )

/** The flat tail of a whale or dolphin, seen from the side: two blades that tip with the stroke. */
const paintFlukes = (
  pen: Pen,
  [x, y, size]: readonly [number, number, number],
  beat: number,
  colour: Rgb,
): void => {
  const tip = beat * 0.5
  for (const [tone, rise] of [
    [-0.25, 0.34],
    [0, -0.1],
  ] as const)
    pen.soft(shift(colour, tone), [
      ...[x + size * 0.25, y + size * 0.05, x - size * 0.2, y + size * (rise + 0.24 + tip)],
      ...[
        x - size * 0.95,
        y + size * (rise + 0.3 + tip),
        x - size * 0.55,
        y + size * (rise * 0.3 + tip * 0.6),
      ],
      ...[x + size * 0.1, y - size * 0.12],
    ])
}

/** A whale: vast, grooved below the jaw, slow in its stroke. */
export const paintWhale = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const beat = Math.sin(time * 1.5 + seed)
  paintFlukes(pen, [-0.46, bend(-0.46, beat), 0.15], beat * 0.6, shift(colour, -0.05))
  pen.soft(shift(colour, -0.3), [0.16, -0.06, 0.06, -0.2, -0.06, -0.23, 0.04, -0.07])
  pen.soft(shift(colour, -0.12), [-0.16, 0.1, -0.2, 0.17, -0.26, 0.16, -0.26, 0.07])
  paintHull(pen, {
    slices: [
      [-0.5, 0, 0.018],
      [-0.38, 0, 0.04],
      [-0.2, 0, 0.095],
      [0.0, 0, 0.135],
      [0.2, 0.005, 0.145],
      [0.36, 0.0, 0.115],
      [0.46, -0.015, 0.06],
    ],
    ...{ colour, beat },
  })
  pen.soft(
    accent,
    [
      0.49, -0.03, 0.36, -0.045, 0.16, -0.06, -0.06, -0.085, -0.16, -0.09, 0.02, -0.128, 0.2,
      -0.138, 0.38, -0.1,
    ],
    { outline: false, shade: 0.7 },
  )
  for (const drop of [0.0, 0.02, 0.04])
    pen.line(
      shift(accent, -0.3),
      0.004,
      [0.44 - drop, -0.055 - drop * 0.9, 0.2, -0.08 - drop, -0.04, -0.097 - drop * 0.5],
      0.6,
    )
  pen.line(shift(colour, -0.5), 0.007, [0.5, -0.025, 0.36, -0.03, 0.25, -0.055, 0.2, -0.05], 0.8)
  paintEye(pen, [0.235, -0.015, 0.0115], { shut: isShut(moment), white: 1.4 })
  const stroke = Math.sin(time * 1.1 + seed) * 0.04
  pen.soft(shift(colour, -0.12), [
    0.16,
    -0.07,
    0.12,
    -0.17 + stroke,
    -0.02,
    -0.24 + stroke,
    -0.03,
    -0.2 + stroke,
    0.05,
    -0.08,
  ])
}

/** A dolphin: a beak that smiles, a sickle on its back. */
export const paintDolphin = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const beat = Math.sin(time * 5.2 + seed)
  paintFlukes(pen, [-0.42, bend(-0.42, beat), 0.15], beat * 0.7, shift(colour, -0.05))
  pen.soft(shift(colour, -0.3), [0.16, -0.06, 0.1, -0.18, 0.02, -0.22, 0.06, -0.07])
  pen.soft(shift(colour, -0.1), [0.08, 0.1, -0.02, 0.25, -0.1, 0.28, -0.08, 0.18, -0.1, 0.09])
  pen.soft(
    shift(colour, -0.04),
    [0.32, 0.0, 0.44, 0.005, 0.52, -0.014, 0.5, -0.04, 0.4, -0.05, 0.3, -0.05],
  )
  paintHull(pen, {
    slices: [
      [-0.46, 0, 0.02],
      [-0.3, 0, 0.055],
      [-0.1, 0.005, 0.11],
      [0.1, 0.01, 0.125],
      [0.24, 0.01, 0.105],
      [0.34, -0.005, 0.062],
    ],
    ...{ colour, beat },
  })
  pen.soft(
    accent,
    [
      0.44,
      -0.045,
      0.3,
      -0.05,
      0.08,
      -0.055,
      -0.16,
      -0.05 + bend(-0.16, beat),
      -0.04,
      -0.098,
      0.12,
      -0.115,
      0.28,
      -0.085,
    ],
    { outline: false, shade: 0.6 },
  )
  pen.line(shift(colour, -0.5), 0.008, [0.51, -0.028, 0.4, -0.03, 0.31, -0.02], 0.8)
  paintEye(pen, [0.285, 0.012, 0.015], { shut: isShut(moment), white: 1.35 })
  const stroke = Math.sin(time * 2.2) * 0.03
  pen.soft(shift(colour, -0.12), [
    0.17,
    -0.06,
    0.12,
    -0.17 + stroke,
    0.02,
    -0.22 + stroke,
    0.04,
    -0.13 + stroke,
    0.07,
    -0.07,
  ])
}

/** A shark: gills, the fin that is seen first, a tail that beats from side to side. */
export const paintShark = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const beat = Math.sin(time * 3.2 + seed)
  // Sideways strokes shorten the tail as it is seen from the side.
  const far = 0.9 + beat * 0.1
  pen.soft(shift(colour, -0.08), [
    -0.4,
    0.0,
    -0.5 * far,
    0.12,
    -0.58 * far,
    0.24,
    -0.53 * far,
    0.06,
    -0.47,
    0.0,
    -0.54 * far,
    -0.13,
    -0.44,
    -0.04,
  ])
  pen.soft(shift(colour, -0.32), [0.14, -0.06, 0.02, -0.2, -0.06, -0.21, 0.02, -0.06])
  pen.soft(shift(colour, -0.08), [0.1, 0.09, 0.0, 0.25, -0.05, 0.26, -0.06, 0.09])
  pen.soft(shift(colour, -0.1), [-0.26, 0.05, -0.32, 0.1, -0.34, 0.04])
  paintHull(pen, {
    slices: [
      [-0.46, 0, 0.022],
      [-0.3, 0, 0.05],
      [-0.1, 0, 0.098],
      [0.12, 0, 0.118],
      [0.3, 0.0, 0.094],
      [0.44, -0.004, 0.042],
      [0.49, -0.006, 0.018],
    ],
    ...{ colour, beat: 0 },
  })
  pen.soft(
    accent,
    [
      0.47, -0.025, 0.32, -0.03, 0.1, -0.045, -0.2, -0.035, -0.36, -0.02, -0.2, -0.06, 0.1, -0.112,
      0.3, -0.09,
    ],
    { outline: false, shade: 0.6 },
  )
  for (const x of [0.16, 0.19, 0.22])
    pen.line(shift(colour, -0.45), 0.007, [x, 0.04, x - 0.012, 0.0, x - 0.004, -0.04], 0.8)
  pen.soft(rgb(60, 34, 36), [0.44, -0.035, 0.36, -0.04, 0.29, -0.06, 0.37, -0.062], {
    outline: false,
    shade: 0,
  })
  for (const x of [0.41, 0.38, 0.35, 0.325])
    pen.hard(rgb(246, 244, 238), [x - 0.011, -0.038, x + 0.011, -0.038, x, -0.053], {
      shade: 0,
      outline: false,
    })
  paintEye(pen, [0.35, 0.02, 0.013], { shut: false })
  pen.soft(shift(colour, -0.14), [0.16, -0.06, 0.06, -0.2, -0.06, -0.25, -0.01, -0.14, 0.04, -0.06])
}

/** An octopus: eight arms that curl on their own. */
export const paintOctopus = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed, manner } = moment
  const afloat = manner === 'swims'
  const lift = afloat ? 0 : 0.42
  const pulse = Math.sin(time * 1.8 + seed) * 0.02
  const arm = (index: number, tone: number): void => {
    const side = (index - 3.5) / 3.5
    const joints: number[] = []
    for (let joint = 0; joint <= 7; joint += 1) {
      const share = joint / 7
      const curl = Math.sin(time * 2 + index * 1.3 - share * 4) * 0.07 * share
      const x = side * (0.13 + share * (afloat ? 0.22 : 0.36)) + curl
      const fall = afloat
        ? share * 0.52
        : Math.sin(share * 1.57) * 0.4 - Math.max(0, share - 0.8) * 0.3
      joints.push(
        x,
        Math.max(afloat ? -9 : 0.02, lift - 0.04 - fall - Math.abs(curl) * 0.2),
        0.062 * (1 - share * 0.85),
      )
    }
    pen.tube(shift(colour, tone), joints, false)
    for (let cup = 6; cup < joints.length - 3; cup += 3)
      pen.oval(accent, joints[cup] ?? 0, (joints[cup + 1] ?? 0) - 0.01, 0.014, 0.012, {
        outline: false,
        shade: 0.3,
      })
  }
  for (const index of [0, 7, 2, 5]) arm(index, -0.28)
  for (const index of [1, 6, 3, 4]) arm(index, -0.06)
  pen.soft(colour, [
    -0.2,
    lift + 0.02,
    -0.25,
    lift + 0.24,
    -0.18,
    lift + 0.44 + pulse,
    0.0,
    lift + 0.52 + pulse,
    0.18,
    lift + 0.44 + pulse,
    0.25,
    lift + 0.24,
    0.2,
    lift + 0.02,
    0,
    lift - 0.07,
  ])
  for (const [x, y, size] of [
    [-0.1, 0.38, 0.04],
    [0.07, 0.42, 0.03],
    [-0.15, 0.27, 0.028],
    [0.15, 0.33, 0.025],
  ] as const)
    pen.oval(shift(colour, 0.2), x, lift + y, size, size * 0.8, {
      outline: false,
      alpha: 0.5,
      shade: 0.3,
    })
  for (const x of [-0.07, 0.13])
    paintEye(pen, [x, lift + 0.1, 0.036], { shut: isShut(moment), white: 1.75 })
  pen.line(shift(colour, -0.5), 0.014, [-0.02, lift - 0.005, 0.03, lift - 0.02, 0.08, lift - 0.005])
}

/** A jellyfish: a clear bell that opens and closes, with threads that trail. */
export const paintJellyfish = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const pulse = Math.sin(time * 2.2 + seed)
  const wide = 0.34 + pulse * 0.04
  const tall = 0.34 - pulse * 0.035
  for (let thread = 0; thread < 9; thread += 1) {
    const x = ((thread - 4) / 4.4) * wide
    const points = Array.from({ length: 7 }, (_, joint) => {
      const share = joint / 6
      return [
        x * (1 - share * 0.25) + Math.sin(time * 1.9 + thread - share * 4) * 0.06 * share,
        0.04 - share * (0.6 + (thread % 3) * 0.12),
      ]
    }).flat()
    pen.line(shift(colour, 0.1), 0.014, points, 0.6)
  }
  for (const x of [-0.12, 0, 0.12]) {
    const frill = Array.from({ length: 6 }, (_, joint) => {
      const share = joint / 5
      return [
        x + Math.sin(time * 2.1 + joint * 1.1 + x * 9) * 0.045,
        0.04 - share * 0.42,
        0.05 * (1 - share * 0.7),
      ]
    }).flat()
    pen.tube(accent, frill, false)
  }
  pen.soft(
    colour,
    [
      -wide,
      0.02,
      -wide * 0.9,
      tall * 0.6,
      -wide * 0.45,
      tall,
      wide * 0.45,
      tall,
      wide * 0.9,
      tall * 0.6,
      wide,
      0.02,
      wide * 0.5,
      -0.03,
      0,
      0.01,
      -wide * 0.5,
      -0.03,
    ],
    { alpha: 0.82 },
  )
  pen.soft(
    shift(colour, 0.4),
    [-wide * 0.6, tall * 0.5, -wide * 0.3, tall * 0.86, 0, tall * 0.9, -wide * 0.2, tall * 0.6],
    { alpha: 0.5, outline: false, shade: 0 },
  )
  for (const x of [-0.16, 0, 0.16])
    pen.oval(accent, x, tall * 0.42, 0.06, 0.045, { alpha: 0.6, outline: false })
  pen.glow('#bfe6ff', 0, 0.1, 0.7, 0.14)
}
