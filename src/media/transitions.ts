import type { PictureSize } from '../domain/brief.ts'
import { unreachable } from '../domain/errors.ts'
import type { Transition, TransitionKind } from '../domain/script.ts'
import { type FrameCount, type Rate, secondsFromFrames } from '../domain/time.ts'

/** Two labelled streams, each of exactly the transition's length, and the label their join gets. */
export interface TransitionLabels {
  /** Outgoing picture, without brackets; null at the head of a film, where black goes out. */
  readonly outgoing: string | null
  readonly incoming: string
  readonly joined: string
}

/** Frames of the outgoing take that a transition shows: a fade leaves it at the middle, in black. */
export const outgoingFrames = (transition: Transition): number =>
  transition.kind === 'fade' ? Math.floor(transition.length / 2) : transition.length

/** First frame of the incoming take that a transition shows, from the start of its event. */
export const incomingStart = (transition: Transition, isFirst: boolean): number =>
  transition.kind === 'fade' && !isFirst ? Math.floor(transition.length / 2) : 0

/**
 * Filters that turn the two streams of a transition into one of its length, as lines of a filter graph.
 * Frame 0 of a dissolve is the outgoing picture, frame n of t is mixed n/t; edges and slides move the same way.
 * A wipe to the left is an edge that runs from right to left.
 */
export const transitionFilters = (
  transition: Transition,
  labels: TransitionLabels,
  size: PictureSize,
  rate: Rate,
): readonly string[] => {
  if (transition.kind === 'fade') return fadeFilters(transition.length, labels)
  const black = `${labels.joined}black`
  const source =
    labels.outgoing === null
      ? [
          `color=c=black:s=${size.width}x${size.height}:r=${rate.numerator}/${rate.denominator},format=yuv420p,settb=${rate.denominator}/${rate.numerator},trim=end_frame=${transition.length},setpts=N,setsar=1[${black}]`,
        ]
      : []
  const seconds = secondsFromFrames(transition.length, rate).toFixed(6)
  const outgoing = labels.outgoing ?? black
  return [
    ...source,
    `[${outgoing}][${labels.incoming}]xfade=transition=${xfadeName(transition.kind)}:duration=${seconds}:offset=0,format=yuv420p[${labels.joined}]`,
  ]
}

/** Through black: the outgoing picture goes down in the first half, the incoming comes up in the second. */
const fadeFilters = (length: FrameCount, labels: TransitionLabels): readonly string[] => {
  if (labels.outgoing === null) {
    return [`[${labels.incoming}]fade=t=in:start_frame=0:nb_frames=${length}[${labels.joined}]`]
  }
  const half = Math.floor(length / 2)
  const up = `[${labels.incoming}]fade=t=in:start_frame=0:nb_frames=${length - half}`
  if (half === 0) return [`[${labels.outgoing}]nullsink`, `${up}[${labels.joined}]`]
  return [
    `[${labels.outgoing}]fade=t=out:start_frame=0:nb_frames=${half}[${labels.joined}down]`,
    `${up}[${labels.joined}up]`,
    `[${labels.joined}down][${labels.joined}up]concat=n=2:v=1:a=0[${labels.joined}]`,
  ]
}

const xfadeName = (kind: Exclude<TransitionKind, 'fade'>): string => {
  switch (kind) {
    case 'cut':
    case 'dissolve':
      return 'fade'
    case 'wipe-left':
      return 'wipeleft'
    case 'wipe-right':
      return 'wiperight'
    case 'slide-left':
      return 'slideleft'
    case 'slide-right':
      return 'slideright'
    default:
      return unreachable(kind)
  }
}
