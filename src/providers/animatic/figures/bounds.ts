import type { CutoutRequest } from './brush/cutout.ts'
import type { Projection, Skeleton } from './people/skeleton.ts'
import { isAbed, type Performance } from './performance.ts'
import type { ActionKind } from './poses/actions.ts'
import { hugsTree } from './props/hugged-tree.ts'

/** How far what is worn, held or sat on reaches beyond the joints, body heights. */
const reachOf: Partial<Record<ActionKind, number>> = {
  ride: 0.42,
  row: 0.8,
  piano: 0.5,
  type: 0.36,
  write: 0.36,
  eat: 0.36,
  paint: 0.5,
  guitar: 0.42,
  violin: 0.36,
  carry: 0.3,
  knock: 0.75,
  climb: 1.2,
  ball: 1.5,
  fish: 0.85,
  surf: 0.6,
  water: 0.5,
  dig: 0.45,
  push: 1.05,
  ski: 0.5,
  kite: 1.15,
  release: 1.15,
  sweep: 0.5,
  chop: 0.5,
  hew: 0.6,
  wash: 0.5,
  wipe: 0.5,
  blow: 0.8,
  'blow-candles': 0.5,
  knit: 0.3,
  sew: 0.3,
  throw: 1.3,
  // A car under its open bonnet is long.
  work: 2.7,
}

/** The part of the picture a body can cover, with what it holds and sits on, pixels. */
export const boundsOf = (
  performance: Performance,
  view: Projection,
  skeleton: Skeleton,
): CutoutRequest['box'] => {
  const { actor, frame, held, indoors } = performance
  const { leftArm, rightArm, leftLeg, rightLeg, headCentre } = skeleton
  const limbs = [leftArm, rightArm, leftLeg, rightLeg]
  const joints = [...limbs.flatMap(({ top, middle, end }) => [top, middle, end]), headCentre]
  if (
    actor.action.kind === 'kite' ||
    isAbed(performance) ||
    actor.action.kind === 'lie' ||
    actor.action.kind === 'sleep'
  )
    return wholeFrame(frame)
  const points = joints.map(view.at)
  const sitting = actor.action.seated ? (indoors ? 0.2 : 0.42) : 0
  const holding = held
    ? Math.max(0.2, (held.thing.metres / 1.7) * Math.max(1.3, held.thing.wide))
    : 0
  const umbrella = held?.thing.name === 'umbrella' ? 0.5 : 0
  const pad =
    view.scale *
    Math.max(
      0.17,
      umbrella,
      reachOf[actor.action.kind] ?? 0,
      hugsTree(actor.actionText) ? 1.1 : 0,
      sitting,
      holding,
    )
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return {
    left: Math.max(-frame.width * 0.2, Math.min(...xs) - pad),
    right: Math.min(frame.width * 1.2, Math.max(...xs) + pad),
    top: Math.max(-frame.height * 0.2, Math.min(...ys) - pad),
    bottom: Math.min(frame.height * 1.2, Math.max(...ys) + pad),
  }
}

const wholeFrame = ({ width, height }: Performance['frame']): CutoutRequest['box'] => ({
  ...{ left: -width * 0.2, right: width * 1.2 },
  ...{ top: -height * 0.2, bottom: height * 1.2 },
})
