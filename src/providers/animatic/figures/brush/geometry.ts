/** A place on the picture, pixels, y down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A place on a body: forward, up, to its own left; in body heights. */
export interface Local {
  readonly f: number
  readonly u: number
  readonly l: number
}

/** A place on a body. */
export const local = (f: number, u: number, l: number): Local => ({ f, u, l })

/** Sum of two places, the second times a factor. */
export const plus = (a: Local, b: Local, factor = 1): Local =>
  local(a.f + b.f * factor, a.u + b.u * factor, a.l + b.l * factor)

/** A place between two. */
export const between = (a: Local, b: Local, share: number): Local =>
  local(a.f + (b.f - a.f) * share, a.u + (b.u - a.u) * share, a.l + (b.l - a.l) * share)

const dot = (a: Local, b: Local): number => a.f * b.f + a.u * b.u + a.l * b.l

/** Length of a vector. */
const lengthOf = (a: Local): number => Math.sqrt(dot(a, a))

/** The vector at length 1; straight down for a vector of no length. */
export const unit = (a: Local): Local => {
  const size = lengthOf(a)
  return size < 1e-6 ? local(0, -1, 0) : local(a.f / size, a.u / size, a.l / size)
}

/** Keeps a number inside two bounds. */
export const clamp = (value: number, low = 0, high = 1): number =>
  Math.max(low, Math.min(high, value))

/** A number between two. */
export const blend = (from: number, to: number, share: number): number => from + (to - from) * share

/** Slow wandering in -1…1: three waves of unrelated lengths. */
export const wander = (time: number, seed: number): number =>
  (Math.sin(time * 0.9 + seed * 1.7) +
    Math.sin(time * 1.47 + seed * 3.1) * 0.6 +
    Math.sin(time * 0.53 + seed * 5.3) * 0.8) /
  2.4

/**
 * Middle joint of a limb of two bones.
 *
 * @param bones lengths of the upper and the lower bone
 * @param pole direction the joint bends towards
 * @returns the middle joint and the end, which stops short of a target out of reach
 */
export const bendLimb = (
  from: Local,
  target: Local,
  bones: { readonly upper: number; readonly lower: number; readonly pole: Local },
): { readonly middle: Local; readonly end: Local } => {
  const line = plus(target, from, -1)
  const axis = unit(line)
  const reach = clamp(
    lengthOf(line),
    Math.abs(bones.upper - bones.lower) + 0.01,
    (bones.upper + bones.lower) * 0.998,
  )
  const along = (bones.upper ** 2 - bones.lower ** 2 + reach ** 2) / (2 * reach)
  const aside = Math.sqrt(Math.max(0, bones.upper ** 2 - along ** 2))
  const across = unit(plus(bones.pole, axis, -dot(bones.pole, axis)))
  return {
    middle: plus(plus(from, axis, along), across, aside),
    end: plus(from, axis, reach),
  }
}
