import type { Brush, Slice } from '../brush/brush.ts'
import { type Local, local } from '../brush/geometry.ts'
import type { Projection } from '../people/skeleton.ts'
import type { ActionKind } from '../poses/actions.ts'
import type { QuadrupedLook } from './quadruped-looks.ts'

/** How a four-legged animal holds itself in one instant. */
export interface QuadrupedStance {
  readonly look: QuadrupedLook
  readonly action: ActionKind
  /** How it gets along; null when it stays. */
  readonly way: Way | null
  /** It is on the wing. */
  readonly aloft: boolean
  /** Seconds of its own step. */
  readonly time: number
  readonly seed: number
}

/** A four-legged animal in one instant, to be painted. */
export interface QuadrupedMoment extends QuadrupedStance {
  readonly brush: Brush
  /** One body height is the height of the shoulders. */
  readonly view: Projection
}

interface Gait {
  readonly seconds: number
  readonly step: number
  readonly lift: number
  readonly stance: number
  /** Left hind, left fore, right hind, right fore. */
  readonly phases: readonly [number, number, number, number]
  readonly bounce: number
}

/** Walking. */
const walk: Gait = {
  seconds: 1.15,
  step: 0.5,
  lift: 0.13,
  stance: 0.62,
  phases: [0, 0.25, 0.5, 0.75],
  bounce: 0.012,
}
/** Galloping. */
const gallop: Gait = {
  seconds: 0.58,
  step: 0.72,
  lift: 0.3,
  stance: 0.34,
  phases: [0, 0.42, 0.12, 0.55],
  bounce: 0.07,
}

/** Trotting: the legs go in crossed pairs. */
const trot: Gait = {
  seconds: 0.6,
  step: 0.5,
  lift: 0.15,
  stance: 0.52,
  phases: [0, 0.5, 0.5, 0],
  bounce: 0.025,
}

/** A way an animal gets along. */
export type Way = 'walk' | 'trot' | 'run'

/** The gait of a way. */
export const gaits: Readonly<Record<Way, Gait>> = { walk, trot, run: gallop }

/** The way whose own speed is nearest to a speed asked for, shoulder heights a second. */
export const wayAt = (speed: number): Way => (speed < 1.05 ? 'walk' : speed < 2.6 ? 'trot' : 'run')

/** How an animal gets along, null when it stays. */
export const gaitOf = (action: ActionKind): 'walk' | 'run' | null => {
  if (action === 'run' || action === 'jump' || action === 'ball') return 'run'
  return action === 'walk' || action === 'push' || action === 'ride' || action === 'carry'
    ? 'walk'
    : null
}

/** Shoulder heights a second. */
export const quadrupedSpeed = (way: Way): number => {
  const gait = gaits[way]
  return gait.step / (gait.stance * gait.seconds)
}

/** Where a foot is, forward of its place at rest and above the ground. */
export const footOf = (
  gait: Gait | null,
  phase: number,
): { readonly f: number; readonly u: number } => {
  if (!gait) return { f: 0, u: 0 }
  const share = phase - Math.floor(phase)
  if (share < gait.stance) return { f: gait.step / 2 - (share / gait.stance) * gait.step, u: 0 }
  const along = (share - gait.stance) / (1 - gait.stance)
  const eased = along * along * (3 - 2 * along)
  return { f: -gait.step / 2 + eased * gait.step, u: Math.sin(Math.PI * along) * gait.lift }
}

/** Where the trunk of an animal is in one instant. */
export interface Frame<Moment extends QuadrupedStance = QuadrupedMoment> {
  readonly moment: Moment
  readonly rump: Local
  readonly withers: Local
  readonly sits: boolean
  readonly lies: boolean
  readonly flies: boolean
}

/** Where rump and shoulders are: they rise and fall with the gait, sink to sit and to lie. */
export const poseQuadruped = <Moment extends QuadrupedStance>(
  moment: Moment,
  gait: Gait | null,
  phase: number,
): Frame<Moment> => {
  const { look, time, seed } = moment
  const flies = moment.aloft
  const sits = moment.action === 'sit' && !flies && canSit(look)
  const lies = (moment.action === 'sleep' || moment.action === 'lie') && !flies
  const runs = gait === gallop
  const breath = Math.sin(time * 1.9 + seed) * 0.006
  const bounce = gait ? Math.sin(phase * Math.PI * (runs ? 2 : 4)) * gait.bounce : breath
  const pitch = runs ? Math.cos(phase * Math.PI * 2) * 0.07 : 0
  const back = 1 - look.crouch - look.chest * 0.75
  if (flies) return { ...{ moment, sits, lies, flies }, ...onTheWing(moment, back) }
  const low = look.chest * 0.9 + breath
  // Curled up, the chin comes down on the paws.
  if (lies && look.curls) {
    const withers = local(0.3 - look.neck, 0.23, 0)
    return { ...{ moment, sits, lies, flies }, rump: local(-0.4, 0.2, 0), withers }
  }
  if (sits) {
    // The haunches are on the ground and the back is steep, over straight forelegs.
    return {
      ...{ moment, sits, lies, flies },
      rump: local(-0.2, Math.max(look.belly, 0.2), 0),
      withers: local(0.16, back + 0.02 + breath, 0),
    }
  }
  const rump = lies ? low : back - 0.01 + bounce - pitch
  const withers = lies ? low + 0.04 : back + bounce + pitch
  return {
    moment,
    sits,
    lies,
    flies,
    rump: local(-look.length / 2, rump, 0),
    withers: local(look.length / 2 - 0.12, withers, 0),
  }
}

/** Hoofed animals and giants rest on their feet. */
export const canSit = ({ snout, pillars }: QuadrupedLook): boolean => snout !== 'muzzle' && !pillars

/** In the air the trunk rises with the stroke of the wings, the shoulders higher than the rump. */
const onTheWing = (
  { look, time, seed }: QuadrupedStance,
  back: number,
): Pick<Frame, 'rump' | 'withers'> => {
  const rise = -Math.sin(time * 4.4 + seed - 0.7) * 0.05
  return {
    rump: local(-look.length / 2, back - 0.06 + rise * 0.7, 0),
    withers: local(look.length / 2 - 0.12, back + 0.08 + rise, 0),
  }
}

/** A slice of a limb on the picture. */
export const slice = (frame: Frame, place: Local, radius: number): Slice => ({
  ...frame.moment.view.at(place),
  r: radius * frame.moment.view.scale,
})
