import type { PriceBook } from '../budget/price-book.ts'
import type { Brief } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import type { Usd } from '../domain/money.ts'
import {
  goOnCommand,
  isTestOpen,
  type Production,
  type ProductionState,
} from '../domain/production.ts'
import { secondsFromFrames } from '../domain/time.ts'
import type { CrewQuestion, LanguageModel } from '../ports/language-model.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { ShotOrder, VideoModel } from '../ports/video-model.ts'
import type { OrderDesk, OrderRequest } from './order.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { shotIdentity } from './shot-order.ts'

/** One order outside of any film, in a run of its own. */
interface TestRun {
  /** Id of the run. */
  readonly id: string
  /** `vendor/model`. */
  readonly model: string
  /** Absolute folder that the run is listed with. */
  readonly outputDir: string
  /** Cap of the run. */
  readonly budget: Usd
}

/** A clip to test a model with. */
export interface ClipTest extends TestRun {
  readonly shot: ShotOrder
}

/** A question to test a model with. */
export interface AnswerTest extends TestRun {
  readonly question: CrewQuestion
}

/** How long an order is waited for. */
export interface Waiting {
  /** Milliseconds; null to wait until it is done. */
  readonly timeoutMs: number | null
  /** Aborting it stops waiting, never the job. */
  readonly signal: AbortSignal
  /** Told how far the work is, 0…1, after each look. */
  readonly onProgress: (fraction: number) => void
  /** Told why the order does not leave yet: slots that are taken, a vendor that asks for a rest. */
  readonly onDelay: (reason: string) => void
  /** Told why nothing is known of the order for now: its vendor cannot be reached, or not be understood. */
  readonly onSilence: (reason: string) => void
}

/** Single orders outside of any film: they take the way of every order, with its ledger, caps and records. */
export interface TestBench {
  /** Worst case of a clip or a question. @throws StudioError `not-found`, `model-retired` */
  price(test: Pick<ClipTest, 'model' | 'shot'> | Pick<AnswerTest, 'model' | 'question'>): Usd
  /** Order a clip in a run of its own, and wait. @throws StudioError `already-exists`; as the model's making */
  testClip(test: ClipTest, waiting: Waiting): Promise<OrderOutcome>
  /** Ask a question in a run of its own, and wait for the answer. @throws StudioError as `testClip` */
  testAnswer(test: AnswerTest, waiting: Waiting): Promise<OrderOutcome>
}

/** What the test bench works with. */
export interface RigParts {
  readonly productions: ProductionStore
  readonly ledger: Pick<LedgerStore, 'order' | 'advance'>
  readonly desk: OrderDesk
  readonly prices: PriceBook
  readonly videoModel: (id: string) => VideoModel
  readonly languageModel: (id: string) => LanguageModel
}

/** The test bench over an order desk. */
export const testBench = (parts: RigParts): TestBench => ({
  price: (test) => {
    const { model } = test
    parts.prices.orderable(model)
    const units =
      'shot' in test
        ? parts.videoModel(model).units(test.shot)
        : parts.languageModel(model).units(test.question)
    return parts.prices.price(model, units)
  },
  testClip: (test, waiting) =>
    runTest(parts, { ...test, brief: clipBrief(parts, test) }, waiting, clipOrder(parts, test, 1)),
  testAnswer: (test, waiting) => {
    const { images, ...asked } = test.question
    const brief = testBrief(parts, test, asked.prompt)
    return runTest(parts, { ...test, brief }, waiting, {
      ...{ key: orderKey(test.id, 'llm', 1), production: test.id, port: 'llm' },
      ...{ model: parts.languageModel(test.model), request: test.question, useBond: false },
      identity: { ...asked, images: images.length },
    })
  },
})

const orderKey = (run: string, port: 'video' | 'llm', attempt: number): string =>
  `${run}/rig/${port}/test/${attempt}`

/** The order of a test clip by its number, from 1. */
export const clipOrder = (
  { videoModel }: Pick<RigParts, 'videoModel'>,
  { id, model, shot }: Pick<ClipTest, 'id' | 'model' | 'shot'>,
  attempt: number,
): OrderRequest<ShotOrder> => ({
  ...{ key: orderKey(id, 'video', attempt), production: id, port: 'video' },
  ...{ model: videoModel(model), request: shot, identity: shotIdentity(shot), useBond: false },
})

/** The paper of a run that makes clips of one model and no film. */
export const clipBrief = (parts: Pick<RigParts, 'prices'>, test: ClipTest): Brief => {
  const { shot } = test
  const { width, height } = shot.size
  return {
    ...testBrief(parts, test, shot.prompt),
    ...{ size: shot.size, rate: shot.rate, randomSeed: shot.seed },
    aspect: width === height ? '1:1' : width > height ? '16:9' : '9:16',
    seconds: Math.max(1, Math.round(secondsFromFrames(shot.length, shot.rate))),
  }
}

const testBrief = (
  { prices }: Pick<RigParts, 'prices'>,
  { model, budget }: TestRun,
  prompt: string,
): Brief => ({
  ...{ schema: 'brief@1', concept: `Test of ${model}: ${prompt}`, budget, seconds: 1 },
  ...{ funds: prices.model(model).funds, provider: prices.model(model).vendor },
  ...{
    aspect: '16:9',
    size: { width: 1280, height: 720 },
    rate: { numerator: 24, denominator: 1 },
  },
  ...{ tier: null, pilots: 1, takes: 1, audio: 'none', voice: null, musicHash: null },
  ...{ language: 'en', captions: 'none', seeds: [], randomSeed: 0, gates: [] },
})

/** Make the run of a test: it is directed while `work` lasts, and ends as that says. */
export const inTestRun = async <Result>(
  { productions }: Pick<RigParts, 'productions'>,
  { id, brief, outputDir }: Pick<ClipTest, 'id' | 'outputDir'> & { readonly brief: Brief },
  work: () => Promise<{ readonly ending: TestEnding; readonly result: Result }>,
): Promise<Result> => {
  await productions.create({ id, brief, outputDir, until: null, isTest: true })
  return productions.asDirector(id, async () => {
    const { ending, result } = await work()
    await productions.update(id, ending)
    return result
  })
}

/** How the run of a test is left. */
export interface TestEnding {
  readonly state: ProductionState
  readonly reason: string
}

/** @throws StudioError `bad-input` for a run of the rig, which has no film to go on with, naming what helps instead */
export const refuseTestRun = (run: Pick<Production, 'id' | 'state' | 'isTest'>): void => {
  if (!run.isTest) return
  const next = isTestOpen(run.state)
    ? 'Ask its vendor what became of its order'
    : 'See what became of its money'
  throw new StudioError({
    code: 'bad-input',
    message: `Run ${run.id} is a test of a provider and has no film to go on with. ${next}: \`${goOnCommand(run)}\`.`,
  })
}

const runTest = <Request>(
  parts: RigParts,
  run: TestRun & { readonly brief: Brief },
  waiting: Waiting,
  order: OrderRequest<Request>,
): Promise<OrderOutcome> =>
  inTestRun(parts, run, async () => {
    const result = await pursued(parts, waiting, order)
    await letGoUnsent(parts, order.key)
    return { result, ending: endingOf(result) }
  })

/** Pursue an order to its end or to that of the wait; what does not leave at once is told. */
const pursued = async <Request>(
  { desk }: RigParts,
  { timeoutMs, signal, onProgress, onDelay, onSilence }: Waiting,
  order: OrderRequest<Request>,
): Promise<OrderOutcome> => {
  const first = await desk.pursue(order, signal)
  if (first.kind === 'later') onDelay(first.reason)
  else if (first.kind !== 'running') return first
  const patienceMs = timeoutMs ?? Number.POSITIVE_INFINITY
  return desk.complete(order, patienceMs, signal, {
    onProgress: async (fraction) => onProgress(fraction),
    onSilence: async (reason) => onSilence(reason),
    onDelay: async (reason) => {
      if (first.kind !== 'later' || first.why === 'not-asked') onDelay(reason)
    },
  })
}

/** An order that did not leave holds money for nobody. */
export const letGoUnsent = async (
  { ledger }: Pick<RigParts, 'ledger'>,
  key: string,
): Promise<void> => {
  const order = await ledger.order(key)
  if (order?.state !== 'held') return
  await ledger.advance(key, { kind: 'let-go', reason: 'the test ended before it was sent' })
}

const endingOf = (outcome: OrderOutcome): TestEnding => {
  switch (outcome.kind) {
    case 'delivered':
      return { state: 'wrapped', reason: '' }
    case 'running':
      return { state: 'waiting-for-vendor', reason: outcome.note ?? 'it is still being made' }
    case 'parked':
      return { state: 'waiting-for-order', reason: outcome.reason }
    case 'no-money':
      return { state: 'failed', reason: 'a cap stood in the way' }
    case 'not-wanted':
      return { state: 'failed', reason: `it was to ${outcome.wanted}` }
    default:
      return { state: 'failed', reason: outcome.reason }
  }
}
