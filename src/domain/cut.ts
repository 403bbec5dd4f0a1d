import { StudioError } from './errors.ts'
import type { Overlay, Transition } from './script.ts'
import type { ShotId, SlateId } from './slate.ts'
import type { Take } from './take.ts'
import type { FrameCount, FrameRange, Rate } from './time.ts'
import { containsRange, frames, rangeEnd } from './time.ts'

/** The three versions the editor always offers. */
export const candidateNames = ['safe', 'balanced', 'creative'] as const

/** One of {@link candidateNames}. */
export type CandidateName = (typeof candidateNames)[number]

/**
 * One line of the edit. Record ranges of a cut follow each other without gap or overlap. A transition lies at the
 * start of the event it leads into: for its length the outgoing take runs on past its source range, into its handle.
 */
export interface CutEvent {
  readonly shot: ShotId
  readonly slate: SlateId
  readonly pilot: string
  /** What part of the take is used. */
  readonly source: FrameRange
  /** Where it lies in the film; the same length as `source`. */
  readonly record: FrameRange
  readonly transition: Transition
  readonly overlays: readonly Overlay[]
  /** Why this take and these points. */
  readonly reason: string
}

/** A version of the edit. */
export interface Cut {
  readonly schema: 'cut@1'
  readonly candidate: CandidateName
  readonly pilot: string
  readonly rate: Rate
  readonly events: readonly CutEvent[]
  /** Fade to black at the end, within the last event. */
  readonly fadeOut: FrameCount
  readonly reason: string
}

/** An event before it has its place in the film. */
export type UnplacedEvent = Omit<CutEvent, 'record'>

/** Put events one behind the other from frame 0. */
export const layEvents = (events: readonly UnplacedEvent[]): readonly CutEvent[] => {
  let at = 0
  return events.map((event) => {
    const record: FrameRange = { start: frames(at), length: event.source.length }
    at += event.source.length
    return { ...event, record }
  })
}

/** Length of the film a cut makes. */
export const cutLength = (cut: Pick<Cut, 'events'>): FrameCount => {
  const last = cut.events.at(-1)
  return last ? rangeEnd(last.record) : frames(0)
}

/**
 * Check a cut against the footage that exists.
 *
 * @param takes the takes of the cut by `pilot/slate`
 * @throws StudioError `footage-missing` when an event or a transition needs frames that do not exist;
 *   `internal` when the events do not tile the film
 */
export const checkCut = (cut: Cut, takes: ReadonlyMap<string, Take>): void => {
  let at = 0
  cut.events.forEach((event, index) => {
    if (event.record.start !== at || event.record.length !== event.source.length) {
      throw new StudioError({
        code: 'internal',
        message: `Cut "${cut.candidate}": event ${index + 1} (${event.slate}) does not start where the one before it ends.`,
      })
    }
    at += event.record.length
    const following = cut.events[index + 1]
    const handle = following?.transition.length ?? 0
    if (event.transition.length > event.record.length) {
      throw new StudioError({
        code: 'internal',
        message: `Cut "${cut.candidate}": the ${event.transition.kind} into ${event.slate} is longer than the event.`,
      })
    }
    checkFootage(cut, event, handle, takes.get(takeKey(event)))
  })
}

/** The key of a take among all pilots of a production. */
export const takeKey = (take: { readonly pilot: string; readonly slate: SlateId }): string =>
  `${take.pilot}/${take.slate}`

const checkFootage = (cut: Cut, event: CutEvent, handle: number, take: Take | undefined): void => {
  const needed: FrameRange = {
    start: event.source.start,
    length: frames(event.source.length + handle),
  }
  if (take?.footage.kind === 'stored' && containsRange(take.footage.available, needed)) return
  const has =
    take?.footage.kind === 'stored'
      ? `has ${take.footage.available.length} frames`
      : 'has no footage'
  throw new StudioError({
    code: 'footage-missing',
    message: `Cut "${cut.candidate}" needs frames ${needed.start}–${rangeEnd(needed)} of ${event.slate}, which ${has}.`,
  })
}
