import type { CutProposal } from '../../domain/crew-tasks.ts'
import type { Cut, UnplacedEvent } from '../../domain/cut.ts'
import { layEvents } from '../../domain/cut.ts'
import { StudioError } from '../../domain/errors.ts'
import type { Overlay, Script, Shot, Transition } from '../../domain/script.ts'
import type { Take } from '../../domain/take.ts'
import type { FrameCount, Rate } from '../../domain/time.ts'
import { frames, framesPerSecond } from '../../domain/time.ts'
import { fitLengths } from '../fit-lengths.ts'

/** Shots are not cut shorter than this many frames where there is more footage. */
const leastEvent = 12

/** What a cut is fitted to. */
export interface CutFrame {
  readonly script: Script
  readonly rate: Rate
  readonly total: FrameCount
  readonly sceneMinimum: ReadonlyMap<number, FrameCount>
}

/** A proposed event with its take and its place in the script. */
export interface ProposedEvent {
  readonly shot: Shot
  readonly scene: number
  readonly take: Take
  readonly available: number
  readonly wish: CutProposal['events'][number]
}

/**
 * A proposal made into a cut: lengths fitted to the footage, to what the voice needs and to the film's exact length;
 * transitions shortened to the handles that exist, or made cuts.
 *
 * @throws StudioError `footage-missing` when the takes are too short for the film
 */
export const fitCut = (
  proposal: CutProposal,
  events: readonly ProposedEvent[],
  frame: CutFrame,
): Cut => {
  const wished = events.map((event, index) => transitionInto(events[index - 1], event))
  const plain = events.map((): Transition => ({ kind: 'cut', length: frames(0) }))
  const [transitions, lengths] = [wished, plain]
    .map((joins) => [joins, fitScenes(events, joins, frame)] as const)
    .find(([, fitted]) => fitted !== null) ?? [plain, null]
  if (!lengths) throw tooShort(events, frame)
  const unplaced = events.map((event, index): UnplacedEvent => {
    const length = lengths[index] ?? 0
    const handle = transitions[index + 1]?.length ?? 0
    const start = Math.min(event.wish.start, event.available - length - handle)
    const transition = transitions[index] ?? { kind: 'cut', length: frames(0) }
    return {
      shot: event.shot.id,
      slate: event.take.slate,
      pilot: event.take.pilot,
      source: { start: frames(start), length: frames(length) },
      transition,
      overlays: overlaysFor(event, events, frame.script, length),
      reason: `${event.wish.reason.replace(/[.\s]+$/, '')}; ${asCut(event, start, length, frame)}.`,
    }
  })
  const last = unplaced.at(-1)?.source.length ?? 0
  return {
    schema: 'cut@1',
    candidate: proposal.candidate,
    pilot: frame.script.pilot,
    rate: frame.rate,
    events: layEvents(unplaced),
    fadeOut: frames(Math.min(proposal.fadeOut, Math.floor(last / 2))),
    reason: proposal.reason,
  }
}

/** How a take is really used, once everything is fitted: where it is entered, and how much of it stands. */
const asCut = (
  { shot }: ProposedEvent,
  start: number,
  length: number,
  { rate }: CutFrame,
): string => {
  const seconds = (count: number): string => (count / framesPerSecond(rate)).toFixed(1)
  const more = length - shot.length
  const held = more > 0 ? `held ${seconds(more)} s longer` : `cut ${seconds(-more)} s tighter`
  return [
    start === 0 ? 'from its first frame' : `entered ${seconds(start)} s in`,
    Number(seconds(Math.abs(more))) === 0 ? 'as long as scripted' : `${held} than scripted`,
  ].join(', ')
}

const transitionInto = (before: ProposedEvent | undefined, event: ProposedEvent): Transition => {
  const { kind, length } = event.wish.transition
  const cut: Transition = { kind: 'cut', length: frames(0) }
  if (kind === 'cut' || length === 0) return cut
  const halfOfOwn = Math.floor(Math.min(event.available, event.shot.length) / 2)
  if (!before) {
    return kind === 'fade' ? { kind, length: frames(Math.min(length, halfOfOwn)) } : cut
  }
  const handle = before.available - Math.min(leastEvent, before.available)
  const fitted = Math.min(length, halfOfOwn, handle, Math.floor(before.shot.length / 2))
  return fitted > 0 ? { kind, length: frames(fitted) } : cut
}

/** Lengths of all events: first of the scenes, then of the events within each. */
const fitScenes = (
  events: readonly ProposedEvent[],
  transitions: readonly Transition[],
  frame: CutFrame,
): readonly number[] | null => {
  const parts = events.map((event, index) => {
    const most = event.available - (transitions[index + 1]?.length ?? 0)
    const floor = Math.max(leastEvent, transitions[index]?.length ?? 0)
    return { scene: event.scene, wanted: event.wish.length, least: Math.min(floor, most), most }
  })
  const scenes = [...Map.groupBy(parts, ({ scene }) => scene)]
  const total = (list: typeof parts, pick: (part: (typeof parts)[number]) => number): number =>
    list.reduce((sum, part) => sum + pick(part), 0)
  const lengths = fitLengths(
    scenes.map(([scene, list]) => {
      const least = Math.max(
        total(list, (part) => part.least),
        frame.sceneMinimum.get(scene) ?? 0,
      )
      return {
        wanted: total(list, (part) => part.wanted),
        least,
        most: total(list, (part) => part.most),
      }
    }),
    frame.total,
  )
  if (
    !lengths ||
    scenes.some(([, list], index) => (lengths[index] ?? 0) > total(list, (part) => part.most))
  ) {
    return null
  }
  const fitted = scenes.map(([, list], index) => fitLengths(list, lengths[index] ?? 0))
  return fitted.every((list) => list !== null) ? fitted.flat() : null
}

/** The shot's own overlays, and those of shots of its scene that have no footage, kept inside the event. */
const overlaysFor = (
  event: ProposedEvent,
  events: readonly ProposedEvent[],
  script: Script,
  length: number,
): readonly Overlay[] => {
  const inCut = new Set(events.map(({ shot }) => shot.id))
  const isFirst = events.find(({ scene }) => scene === event.scene) === event
  const orphans = isFirst
    ? (script.scenes.find(({ number }) => number === event.scene)?.shots ?? [])
        .filter(({ id }) => !inCut.has(id))
        .flatMap(({ overlays }) => overlays)
    : []
  return [...event.shot.overlays, ...orphans].flatMap((overlay) => {
    const kept = Math.min(overlay.length, length)
    return kept > 0
      ? [
          {
            ...overlay,
            start: frames(Math.min(overlay.start, length - kept)),
            length: frames(kept),
          },
        ]
      : []
  })
}

const tooShort = (events: readonly ProposedEvent[], frame: CutFrame): StudioError => {
  const available = events.reduce((sum, event) => sum + event.available, 0)
  const voice = [...frame.sceneMinimum.values()].reduce<number>((sum, need) => sum + need, 0)
  const scenes = [...frame.sceneMinimum].flatMap(([scene, need]) => {
    const has = events
      .filter((event) => event.scene === scene)
      .reduce((sum, event) => sum + event.available, 0)
    return has < need ? [`scene ${scene} has ${has} frames and its voice needs ${need}`] : []
  })
  return new StudioError({
    code: 'footage-missing',
    message: `The takes cannot make a film of ${frame.total} frames: they have ${available} in all, the voice needs ${voice}${scenes.length > 0 ? `; ${scenes.join('; ')}` : ''}. Order retakes, or shorten the narration.`,
  })
}
