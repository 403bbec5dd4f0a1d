import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import type { NamedThing } from '../things/things.ts'

/** A place in metres from the floor under the middle of the work: x to the right of the picture, y up. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What a painter of work has before it. */
export interface WorkKit {
  /** A pen in metres; its zero is on the floor under the middle of the work. */
  readonly pen: Pen
  /** Height of the top that is worked at, metres. */
  readonly top: number
  readonly left: Spot
  readonly right: Spot
  /** The side of the picture that the worker is turned to. */
  readonly way: 1 | -1
  /** What is worked on, as far as the words name a thing; null for what they do not. */
  readonly thing: NamedThing | null
  readonly verb: string
  /** The words after the verb. */
  readonly on: string
  readonly indoors: boolean
  /** The room in the order's own words, lower case. */
  readonly place: string
  /** How many work at it. */
  readonly workers: number
  /** Paints a thing standing at a spot, so many metres high. */
  readonly stand: (name: string, at: Spot, metres: number, colour?: Rgb | null) => void
}

/** Wood of benches and tools. */
export const oak: Rgb = readColour('#8a6242')
/** Bare metal. */
export const steel: Rgb = readColour('#9aa1a8')
/** Wet clay. */
export const clay: Rgb = readColour('#a9694a')

/** How much lower on the picture than its back a table's front edge is, metres, and the middle where work lies. */
const band = { back: 0.02, front: -0.09 } as const

/** The height on the picture of the middle of a top, metres. */
export const levelOf = ({ top }: WorkKit): number => top - 0.045

/** A table or a bench seen from its front, four legs under it. */
export const table = (kit: WorkKit, half: number, colour: Rgb = oak): void => {
  const { pen } = kit
  const [back, front] = [kit.top + band.back, kit.top + band.front]
  for (const side of [-1, 1]) {
    const x = side * (half - 0.09)
    pen.box(shift(colour, -0.35), x * 0.94 - 0.03, -0.02, x * 0.94 + 0.03, front)
    pen.box(shift(colour, -0.25), x - 0.04, -0.1, x + 0.04, front)
  }
  slab(kit, half, colour, { back, front })
}

const slab = (
  { pen }: WorkKit,
  half: number,
  colour: Rgb,
  { back, front }: { readonly back: number; readonly front: number },
): void => {
  pen.hard(
    shift(colour, 0.14),
    [-half * 0.96, back, half * 0.96, back, half, front, -half, front],
    {
      shade: 0.4,
    },
  )
  pen.box(shift(colour, -0.14), -half, front - 0.05, half, front)
}

/** A counter or a stove: a top with a closed front. */
export const counter = (kit: WorkKit, half: number, colour: Rgb, topColour: Rgb): void => {
  const front = kit.top + band.front
  kit.pen.box(colour, -half + 0.02, -0.1, half - 0.02, front - 0.02)
  slab(kit, half, topColour, { back: kit.top + band.back, front })
}

/** Steam that rises from what is hot. */
export const steam = ({ pen }: WorkKit, at: Spot, strength = 0.3): void => {
  for (const [x, phase] of [
    [-0.05, 0],
    [0.03, 2],
    [0.08, 4],
  ] as const) {
    const lift = (pen.time * 0.12 + phase * 0.13) % 0.12
    const sway = (step: number): number => Math.sin(pen.time * 1.3 + phase + step) * 0.018
    pen.line(
      '#f2f2f0',
      0.012,
      [0, 1, 2, 3].flatMap((step) => [at.x + x + sway(step), at.y + lift + step * 0.07]),
      strength * (1 - lift * 4),
    )
  }
}
