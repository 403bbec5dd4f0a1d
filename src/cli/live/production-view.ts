import type { ProductionEvent, Stage } from '../../domain/production.ts'
import { stages } from '../../domain/production.ts'
import type { Scores } from '../../domain/review.ts'
import type { MoneyTold } from '../../production/money.ts'
import { judgedScores } from '../../production/report.ts'

/** One take as the live view shows it. */
export interface TakeView {
  readonly slate: string
  readonly state: 'ordered' | 'delivered' | 'passed' | 'ng' | 'circled'
  /** 0…1. */
  readonly progress: number
  readonly scores: Scores | null
}

/** One pilot as the live view shows it. */
export interface PilotView {
  readonly id: string
  readonly name: string
  readonly tier: string
  readonly model: string
  readonly budgetUsd: number
  /** Empty until the critic has judged. */
  readonly outcome: string
  readonly reason: string
  readonly scores: Scores | null
  readonly scenes: number
  readonly shots: number
  readonly takes: readonly TakeView[]
}

/** A take whose order waits for a person. */
export interface WaitView {
  readonly slate: string
  /** Key of the order. */
  readonly order: string
}

/** A production as its events and progress tell it. */
export interface ProductionView {
  readonly title: string
  readonly contractItems: number
  /** The stage at work; null before the first. */
  readonly stage: Stage | null
  readonly done: readonly Stage[]
  readonly pilots: readonly PilotView[]
  /** Pilot that won; null before the verdict. */
  readonly winner: string | null
  /** As it stands now; null before anything is known of it. */
  readonly money: MoneyTold | null
  readonly observations: readonly string[]
  readonly notes: readonly string[]
  /** Takes whose orders wait for a person, the oldest first. */
  readonly waits: readonly WaitView[]
  readonly candidates: readonly string[]
  /** 0…1 of each render by name. */
  readonly renders: readonly { readonly name: string; readonly progress: number }[]
  /** Candidate that the last finished scene is of; null before the first. */
  readonly scenesOf: string | null
  /** Sequence number of the last event seen. */
  readonly lastSeq: number
}

/** Before anything has happened. */
export const emptyView: ProductionView = {
  title: '',
  contractItems: 0,
  stage: null,
  done: [],
  pilots: [],
  winner: null,
  money: null,
  observations: [],
  notes: [],
  waits: [],
  candidates: [],
  renders: [],
  scenesOf: null,
  lastSeq: 0,
}

/** The view after some more events. */
export const withEvents = (
  view: ProductionView,
  events: readonly ProductionEvent[],
): ProductionView => events.reduce(withEvent, view)

/** The view with the progress that was read last; subjects are `pilot/slate` and `render/candidate`. */
export const withProgress = (
  view: ProductionView,
  progress: readonly { readonly subject: string; readonly fraction: number }[],
): ProductionView => {
  const bySubject = new Map(progress.map(({ subject, fraction }) => [subject, fraction]))
  return {
    ...view,
    pilots: view.pilots.map((pilot) => ({
      ...pilot,
      takes: pilot.takes.map((take) =>
        take.state === 'ordered'
          ? {
              ...take,
              progress: Math.max(take.progress, bySubject.get(`${pilot.id}/${take.slate}`) ?? 0),
            }
          : take,
      ),
    })),
    renders: progress
      .filter(({ subject }) => subject.startsWith('render/'))
      .map(({ subject, fraction }) => ({
        name: subject.slice('render/'.length),
        progress: fraction,
      })),
  }
}

/** The view once orders, by their keys, do not wait for a person any more. */
export const withDecided = (
  view: ProductionView,
  decided: ReadonlySet<string>,
): ProductionView => ({ ...view, waits: view.waits.filter(({ order }) => !decided.has(order)) })

/** Share of the whole work that each stage is, from productions of 30 seconds with three pilots. */
const shareOfStage: Readonly<Record<Stage, number>> = {
  plan: 0.02,
  pilots: 0.3,
  shoot: 0.37,
  soundtrack: 0.05,
  cut: 0.02,
  render: 0.2,
  deliver: 0.03,
  learn: 0.01,
}

/** How much of the work is done, 0…1; a guess for people, from finished stages and the takes in hand. */
export const workDone = (view: ProductionView): number => {
  const finished = view.done.reduce((sum, stage) => sum + shareOfStage[stage], 0)
  if (view.stage === null || view.done.includes(view.stage)) return finished
  return Math.min(1, finished + shareOfStage[view.stage] * shareOfCurrent(view))
}

const shareOfCurrent = (view: ProductionView): number => {
  if (view.stage === 'render') return mean(view.renders.map(({ progress }) => progress))
  if (view.stage !== 'pilots' && view.stage !== 'shoot') return 0.5
  const working = view.pilots.filter(({ id }) => view.winner === null || id === view.winner)
  return mean(working.map((pilot) => shareOfTakes(pilot, view.stage === 'shoot')))
}

/** Shots that are not ordered yet count as nothing done; before the shoot only the test takes are wanted. */
const shareOfTakes = ({ takes, shots }: PilotView, isWholeFilm: boolean): number => {
  const wanted = Math.max(takes.length, isWholeFilm ? shots : 1)
  return takes.reduce((sum, { progress }) => sum + progress, 0) / wanted
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** A text field of an event; empty when it is not there. */
export const textOf = (body: ProductionEvent['body'], name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** A number field of an event; 0 when it is not there. */
export const numberOf = (body: ProductionEvent['body'], name: string): number => {
  const value = body[name]
  return typeof value === 'number' ? value : 0
}

/** The scores of an event; null when it has none. */
export const scoresOf = (body: ProductionEvent['body']): Scores | null => {
  const value = body['scores']
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return typeof (value as { readonly overall?: unknown }).overall === 'number'
    ? (value as unknown as Scores)
    : null
}

/** The scores of a `pilot-judged`; null for a pilot of which no take was judged. */
export const pilotScoresOf = (body: ProductionEvent['body']): Scores | null => {
  const scores = scoresOf(body)
  return scores && judgedScores(scores)
}

/** An observation in words, with the pilot it is about where the event says so. */
export const observationText = (body: ProductionEvent['body']): string => {
  const [pilot, text] = [textOf(body, 'pilot'), textOf(body, 'text')]
  return pilot === '' || text === '' ? text : `${pilot}: ${text}`
}

/** The objects of a list field of an event. */
export const listOf = (
  body: ProductionEvent['body'],
  name: string,
): readonly ProductionEvent['body'][] => {
  const value = body[name]
  return Array.isArray(value)
    ? value.filter(
        (item): item is ProductionEvent['body'] => typeof item === 'object' && item !== null,
      )
    : []
}

type Change = (view: ProductionView, body: ProductionEvent['body']) => Partial<ProductionView>

const withEvent = (
  view: ProductionView,
  { seq, event, body }: ProductionEvent,
): ProductionView => ({
  ...view,
  ...changes[event]?.(view, body),
  lastSeq: Math.max(view.lastSeq, seq),
})

const startStage: Change = (_, body) => {
  const stage = stages.find((name) => name === textOf(body, 'stage'))
  return stage ? { stage, done: stages.slice(0, stages.indexOf(stage)) } : {}
}

const countOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0

const writePlan: Change = (view, body) => ({
  pilots: listOf(body, 'pilots').map((pilot) => ({
    id: textOf(pilot, 'id'),
    name: textOf(pilot, 'name'),
    tier: textOf(pilot, 'tier'),
    model: textOf(pilot, 'model'),
    budgetUsd: numberOf(pilot, 'budgetUsd'),
    outcome: '',
    reason: '',
    scores: null,
    scenes: 0,
    shots: 0,
    takes: view.pilots.find(({ id }) => id === pilot['id'])?.takes ?? [],
  })),
})

const changePilot = (
  view: ProductionView,
  id: string,
  change: (pilot: PilotView) => Partial<PilotView>,
): Partial<ProductionView> => ({
  pilots: view.pilots.map((pilot) => (pilot.id === id ? { ...pilot, ...change(pilot) } : pilot)),
})

const changeTake = (
  view: ProductionView,
  body: ProductionEvent['body'],
  fields: Partial<TakeView>,
): Partial<ProductionView> =>
  changePilot(view, textOf(body, 'pilot'), ({ takes }) => {
    const slate = textOf(body, 'slate')
    const fresh: TakeView = { slate, state: 'ordered', progress: 0, scores: null }
    const known = takes.some((take) => take.slate === slate)
    return {
      takes: (known ? takes : [...takes, fresh]).map((take) =>
        take.slate === slate ? { ...take, ...fields } : take,
      ),
    }
  })

const append = (list: readonly string[], text: string): readonly string[] =>
  text === '' ? list : [...list, text]

const changes: Readonly<Record<string, Change>> = {
  'stage-started': startStage,
  'contract-written': (_, body) => ({ contractItems: countOf(body['items']) }),
  'plan-written': writePlan,
  'script-written': (view, body) => ({
    title: view.title || textOf(body, 'title'),
    ...changePilot(view, textOf(body, 'pilot'), () => ({
      scenes: countOf(body['scenes']),
      shots: countOf(body['shots']),
    })),
  }),
  'take-ordered': (view, body) => changeTake(view, body, { state: 'ordered' }),
  'take-delivered': (view, body) => changeTake(view, body, { state: 'delivered', progress: 1 }),
  'take-reviewed': (view, body) =>
    changeTake(view, body, {
      state: body['passed'] === true ? 'passed' : 'ng',
      progress: 1,
      scores: scoresOf(body),
    }),
  'take-parked': (view, body) => {
    const order = textOf(body, 'order')
    const others = withDecided(view, new Set([order])).waits
    return { waits: [...others, { slate: textOf(body, 'slate'), order }] }
  },
  'take-circled': (view, body) => changeTake(view, body, { state: 'circled', progress: 1 }),
  'pilot-judged': (view, body) =>
    changePilot(view, textOf(body, 'pilot'), () => ({
      outcome: textOf(body, 'outcome'),
      reason: textOf(body, 'reason'),
      scores: pilotScoresOf(body),
    })),
  'verdict-reached': (_, body) => ({ winner: textOf(body, 'winner') }),
  'observation-made': (view, body) => ({
    observations: append(view.observations, observationText(body)),
  }),
  'plan-shrunk': (view, body) => ({ notes: append(view.notes, textOf(body, 'text')) }),
  note: (view, body) => ({ notes: append(view.notes, textOf(body, 'text')) }),
  'shelf-offered': (view, body) => ({
    notes: append(view.notes, `The shelf has ${textOf(body, 'shot')}: ${textOf(body, 'command')}`),
  }),
  'cuts-made': (_, body) => ({
    candidates: (Array.isArray(body['candidates']) ? body['candidates'] : []).map((item) =>
      typeof item === 'string' ? item : String(Reflect.get(Object(item), 'candidate') ?? ''),
    ),
  }),
  'scene-rendered': (_, body) => ({ scenesOf: textOf(body, 'candidate') }),
  'production-wrapped': () => ({ stage: null, done: stages }),
}
