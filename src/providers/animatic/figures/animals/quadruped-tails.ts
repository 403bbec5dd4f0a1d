import type { Slice } from '../brush/brush.ts'
import { type Rgb, shift } from '../brush/colour.ts'
import { local, plus } from '../brush/geometry.ts'
import { paintPlates } from './quadruped-back.ts'
import { type Frame, slice, type Way } from './quadruped-frame.ts'
import type { QuadrupedLook } from './quadruped-looks.ts'
import { markTube, tubePlaces } from './tube-marks.ts'

/** A place behind the rump with the tail's thickness there: forward, up, radius. */
type Knot = readonly [number, number, number]

/** The tail of an animal. */
export const paintTail = (frame: Frame, way: Way | null): void => {
  const { look, brush, seed } = frame.moment
  const tail = placed(frame, knotsOf(frame, way))
  if (look.back === 'plates') paintPlates(frame, tailPlates(tail), [0.2, 0.92])
  brush.tube(tail, tailColour(look), isThick(look) ? { start: 0.3 } : {})
  if (look.marks === 'stripes' || look.marks === 'spots')
    markTube(brush, tail, {
      marks: look.marks === 'stripes' ? 'rings' : 'spots',
      colour: look.marked,
      seed,
    })
  if (look.tail === 'brush' && look.bib) paintTip(frame, tail)
  if (look.tail === 'spade') paintSpade(frame, tail)
}

const tailColour = (look: QuadrupedLook): Rgb => {
  const own = look.tail === 'hair' ? look.mane : look.tail === 'whip' ? look.points : null
  return own ?? shift(look.coat, isThick(look) ? -0.04 : -0.1)
}

/** The pale end of a brush. */
const paintTip = (frame: Frame, tail: readonly Slice[]): void => {
  const { brush, look } = frame.moment
  const at = tubePlaces(tail)
  brush.tube([at(0.82, 0), at(0.91, 0), at(1, 0)], look.under, { outline: false, start: 0.7 })
}

/** Tails that stay where they are when the animal lies down; the others sink to the ground behind it. */
const carried: ReadonlySet<QuadrupedLook['tail']> = new Set(['fluff', 'curl', 'stub'])

const isThick = ({ tail }: QuadrupedLook): boolean => tail === 'trail' || tail === 'spade'

/** Thick tails go on where the back ends; the row of plates grows on their upper side. */
const tailPlates = (tail: readonly Slice[]): readonly Slice[] =>
  tail[0] && tail[1] && tail[0].x < tail[1].x ? tail : tail.toReversed()

const placed = (frame: Frame, knots: readonly Knot[]): Slice[] => {
  const { look, time, seed } = frame.moment
  const plumed = look.tail === 'plume'
  const wag = Math.sin(time * (plumed ? 7 : 2.1) + seed) * (plumed ? 0.07 : 0.05)
  const root = plus(frame.rump, local(-0.1, look.belly * 0.55, 0))
  const drops = frame.lies && !carried.has(look.tail)
  const lies = drops || ((isThick(look) || look.tail === 'whip') && !frame.flies)
  return knots.map(([f, u, radius]) => {
    const [back, up] = drops ? [f - Math.abs(u) * 0.7, -Math.abs(u)] : [f, u]
    const place = plus(root, local(back, up, wag * Math.abs(f + u) * 2))
    return slice(frame, lies ? { ...place, u: Math.max(radius, place.u) } : place, radius)
  })
}

type ThinTail = Exclude<QuadrupedLook['tail'], 'trail' | 'spade'>

/** How a tail moves: its wag to the side, and how far it streams behind who runs. */
interface Stir {
  readonly wag: number
  readonly streams: number
}

const knotsOf = (frame: Frame, way: Way | null): readonly Knot[] => {
  const { look, time, seed } = frame.moment
  const plumed = look.tail === 'plume'
  const wag = Math.sin(time * (plumed ? 7 : 2.1) + seed) * (plumed ? 0.07 : 0.05)
  const { tail } = look
  if (tail === 'trail' || tail === 'spade') return thick(frame, wag, way)
  const stir = { wag, streams: way === 'run' ? 0.2 : 0 }
  return { ...commonTails(stir), ...rareTails(stir) }[tail]
}

const commonTails = ({
  wag,
  streams,
}: Stir): Readonly<Record<Exclude<ThinTail, RareTail>, readonly Knot[]>> => ({
  plume: [
    [0.05, 0, 0.055],
    [-0.12, 0.1, 0.06],
    [-0.22, 0.26, 0.065],
    [-0.2, 0.4 + wag, 0.02],
  ],
  bushy: [
    [0.05, 0, 0.05],
    [-0.16, -0.1 + streams * 0.4, 0.075],
    [-0.34, -0.24 + streams, 0.1],
    [-0.5, -0.3 + streams * 1.5, 0.03],
  ],
  brush: [
    [0.06, -0.06, 0.06],
    [-0.12, -0.13 + streams * 0.4, 0.09],
    [-0.34, -0.28 + streams, 0.145],
    [-0.6, -0.4 + streams * 1.6 + wag * 0.5, 0.15],
    [-0.82, -0.42 + streams * 2 + wag, 0.09],
    [-0.96, -0.4 + streams * 2.2 + wag, 0.025],
  ],
  thin: [
    [0.05, -0.02, 0.045],
    [-0.2, 0.0, 0.035],
    [-0.36, 0.16 + wag, 0.032],
    [-0.34, 0.36 + wag, 0.025],
  ],
  hair: [
    [0.06, 0, 0.045],
    [-0.08, -0.06 + streams * 0.3, 0.06],
    [-0.14 - streams, -0.3 + streams * 0.6, 0.07],
    [-0.12 - streams * 1.6, -0.58 + streams, 0.02],
  ],
  rope: [
    [0.05, -0.02, 0.04],
    [-0.1, -0.08 + streams, 0.028],
    [-0.15, -0.34 + streams * 1.6, 0.024],
    [-0.13 + wag * 0.4, -0.5 + streams * 2, 0.05],
    [-0.13 + wag * 0.4, -0.6 + streams * 2, 0.012],
  ],
  stub: [
    [0.05, -0.02, 0.06],
    [-0.07, 0.01, 0.05],
  ],
})

type RareTail = 'curl' | 'whip' | 'fluff' | 'arched'

const rareTails = ({ wag, streams }: Stir): Readonly<Record<RareTail, readonly Knot[]>> => ({
  curl: [
    [0.04, 0, 0.035],
    [-0.06, 0.04, 0.03],
    [-0.13, 0.12 + wag * 0.3, 0.026],
    [-0.07, 0.17 + wag * 0.3, 0.024],
    [-0.04, 0.1 + wag * 0.3, 0.02],
    [-0.11, 0.06 + wag * 0.3, 0.012],
  ],
  whip: [
    [0.05, -0.18, 0.06],
    [-0.22, -0.42 + streams, 0.045],
    [-0.55, -0.62 + streams * 2, 0.035],
    [-0.9, -0.56 + streams * 2 + wag, 0.026],
    [-1.2, -0.42 + streams * 2 + wag * 2, 0.01],
  ],
  fluff: [
    [0.04, -0.16, 0.07],
    [-0.16, -0.02, 0.13],
    [-0.36 - streams, 0.22 - streams, 0.19],
    [-0.42 - streams * 2, 0.5 - streams * 1.6, 0.2],
    [-0.34 - streams * 3, 0.76 - streams * 2.2 + wag * 0.5, 0.15],
    [-0.2 - streams * 4, 0.84 - streams * 2.4 + wag, 0.05],
  ],
  arched: [
    [0.06, -0.05, 0.05],
    [-0.24, -0.02, 0.04],
    [-0.52, 0.18, 0.036],
    [-0.58, 0.52 + wag, 0.034],
    [-0.36, 0.7 + wag, 0.032],
    [-0.2, 0.56 + wag, 0.024],
  ],
})

/** A tail that goes on from the back, to the ground; in the air it streams and waves. */
const thick = (frame: Frame, wag: number, way: Way | null): readonly Knot[] => {
  const { look, time } = frame.moment
  const long = look.tail === 'spade' ? 1.15 : 1
  const carried = frame.flies ? 1 : way === null ? 0 : 0.35
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((share): Knot => {
    const sunk = -look.belly * 0.5 - (1 - carried) * 0.5 * Math.sin(share * 1.5)
    const sway = Math.sin(time * 2.6 - share * 4) * 0.09 * share * carried
    const rise = (1 - carried) * Math.max(0, share - 0.7) * 0.35
    return [
      0.14 - share * 1.45 * long,
      sunk + sway + rise + wag * share,
      Math.max(0.016, look.belly * 0.66 * (1 - share) ** 1.25),
    ]
  })
}

const paintSpade = (frame: Frame, tail: readonly Slice[]): void => {
  const { look, brush, view } = frame.moment
  const at = tubePlaces(tail)
  const [before, tip] = [at(0.86, 0), at(1, 0)]
  const size = Math.hypot(tip.x - before.x, tip.y - before.y) || 1
  const reach = 0.17 * view.scale
  const [dx, dy] = [((tip.x - before.x) / size) * reach, ((tip.y - before.y) / size) * reach]
  const corner = (along: number, across: number): { x: number; y: number } => ({
    x: tip.x + dx * along - dy * across,
    y: tip.y + dy * along + dx * across,
  })
  brush.block(
    [corner(-0.2, 0), corner(-0.35, 0.72), corner(1.25, 0), corner(-0.35, -0.72)],
    look.marked,
  )
}
