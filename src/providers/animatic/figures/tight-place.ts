import { isFlight } from './animals/flight.ts'
import { canSit } from './animals/quadruped-frame.ts'
import type { QuadrupedLook } from './animals/quadruped-looks.ts'
import type { Point } from './brush/geometry.ts'
import { captionTop } from './framing.ts'
import type { Performance } from './performance.ts'

/** Whether an animal lies. */
export const isLying = ({ kind }: Performance['actor']['action']): boolean =>
  kind === 'sleep' || kind === 'lie'

/** Whether an animal with wings is on them. */
export const isAloft = ({ actor }: Performance, build: QuadrupedLook): boolean =>
  build.wings && isFlight(actor.actionText)

/** Whether its head is out of a picture that shows people to the waist. */
export const isGreat = ({ metres }: QuadrupedLook): boolean => metres > 0.95

/** Where the skull of an animal is over and before where it stands, heights of its shoulders. */
const headOver = (
  { chest, lift, neck, length, crouch }: QuadrupedLook,
  seated: boolean,
): { readonly headUp: number; readonly headOn: number } => {
  const raised = lift + (seated ? 0.4 : 0)
  const withers = seated ? 0.16 : length / 2 - 0.04
  return {
    headUp: 1 - crouch - chest * 0.75 + 0.03 + Math.sin(raised) * neck,
    headOn: withers + 0.02 + Math.cos(raised) * neck,
  }
}

const isSeated = ({ kind }: Performance['actor']['action'], build: QuadrupedLook): boolean =>
  kind === 'sit' && canSit(build)

/** Where the feet go so that the head of an animal shown close is in the upper half. */
export const tightPlace = (
  performance: Performance,
  build: QuadrupedLook,
  scale: number,
): Point => {
  const { actor, frame, alone, peopled } = performance
  if (alone) return aloneAt(performance, build, scale)
  const face = Math.sign(actor.yaw || 1)
  const { headUp, headOn } = headOver(build, isSeated(actor.action, build))
  const x = actor.x * frame.width - face * headOn * scale * 0.84
  if (isLying(actor.action))
    return {
      x: x + face * scale * build.length * 0.2,
      y: frame.height * (isGreat(build) ? 0.96 : captionTop),
    }
  if (isGreat(build)) return { x, y: frame.height * 0.42 + headUp * scale }
  // Its feet are out of the picture as people's are, or it would stand in the air before them.
  const least = frame.height * (peopled ? 1.03 : captionTop)
  return { x, y: Math.max(least, Math.min(frame.ground, frame.height * 0.52 + headUp * scale)) }
}

/** Alone it is in the middle: whole where it fits, else its head a little before it, the nose in the picture. */
const aloneAt = (performance: Performance, build: QuadrupedLook, scale: number): Point => {
  const { actor, frame } = performance
  const face = Math.sign(actor.yaw || 1)
  if (isLying(actor.action))
    return {
      x: frame.width * 0.5 - face * scale * (build.curls ? 0.06 : build.length * 0.3),
      y: frame.height * 0.78,
    }
  const seated = isSeated(actor.action, build)
  const { headUp, headOn } = headOver(build, seated)
  const feet = frame.height * 0.4 + headUp * scale
  if (feet < frame.height * 0.96 && !isAloft(performance, build)) {
    const before = headOn + build.muzzle + build.skull * 0.5
    const behind = seated ? 0.5 : build.length / 2 + 0.15
    return {
      x: frame.width * 0.5 - (face * scale * 0.84 * (before - behind)) / 2,
      y: Math.max(feet, frame.height * 0.88),
    }
  }
  const ahead = Math.min(
    frame.width * 0.06,
    frame.width * 0.42 - (build.muzzle + build.skull * 0.55) * scale * 0.84,
  )
  return {
    x: frame.width * 0.5 + face * (ahead - headOn * scale * 0.84),
    y: Math.max(build.crouch > 0 ? frame.height * 0.84 : 0, feet),
  }
}
