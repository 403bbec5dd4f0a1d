import { isAccountTrouble } from '../domain/errors.ts'
import type { Usd } from '../domain/money.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Bill, Charge, Job, Order } from '../domain/order.ts'
import {
  answerNeverWritten,
  judgeSearch,
  lostAnswerPolicy,
  type OrderAnswer,
  type OrderEvent,
} from '../domain/order-machine.ts'
import type { HoldAnswer, OrderFields } from '../ports/ledger-store.ts'
import type { Delivery, FoundJobs, JobStatus, Started } from '../ports/paid-model.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { asPart } from './outcome.ts'
import { settlementOf } from './settlement.ts'

/** The vendor could not be asked. Nothing follows from that: it is asked again later. */
export interface Unreachable {
  readonly state: 'unreachable'
  readonly reason: string
}

/** What became of fetching a delivery. */
export type Collected =
  /** `spent` is a file of the vendor's that may go once the row says that it is stored. */
  | { readonly state: 'stored'; readonly fields: OrderFields; readonly spent: string | null }
  /** It came, and it is not what was ordered: cut off, damaged, of another kind. */
  | { readonly state: 'unreadable'; readonly reason: string }
  | Unreachable

/** What the protocol asks of the world, one thing at a time, and what it is answered. */
export interface OrderAsks {
  /** The order's row; written down first where it is new. */
  readonly row: Order
  /** Money for one submission; `again` beside what is held for a submission whose answer was lost. */
  readonly hold: HoldAnswer
  readonly advance: Order
  /** Commit that the request is about to leave; null when the order is not held any more. */
  readonly begin: Order | null
  /** Let it leave, unless the commit took so long that it must not: then it is not accepted, for now. */
  readonly start: Started
  /** A job that is done and shows nothing is told so at first and after a while; between it is unreachable. */
  readonly check:
    | JobStatus
    | Unreachable
    /** The account that was asked does not know it, and is not the one that the order was sent to. */
    | { readonly state: 'of-another-account' }
  /** Jobs that no other order has; null where the vendor cannot be searched. */
  readonly find: (FoundJobs & { readonly isLateEnough: boolean }) | Unreachable | null
  readonly collect: Collected
  /** Whether this process is to stop sending. */
  readonly 'is-stopping': boolean
  /** Do it as the only one over all machines that sends this order. */
  readonly alone: Moved
}

/** One ask of the protocol. */
export type OrderEffect =
  | { readonly ask: 'row' | 'begin' | 'start' | 'find' | 'is-stopping' }
  /** `again`: number of the submission whose answer was lost; null for the first. */
  | { readonly ask: 'hold'; readonly again: number | null }
  | {
      readonly ask: 'advance'
      readonly event: OrderEvent
      readonly fields: OrderFields
      /** File to delete afterwards. */
      readonly spent: string | null
    }
  | { readonly ask: 'check'; readonly job: Job }
  | { readonly ask: 'collect'; readonly output: Delivery }
  | { readonly ask: 'alone'; readonly work: () => Tale<Moved> }

/** The protocol at work: yields what it asks, is given the answer, returns how the order stands. */
export type Tale<Result> = Generator<OrderEffect, Result, unknown>

/** An outcome, or word that the order is in another state now. */
export type Moved = OrderOutcome | { readonly kind: 'moved'; readonly order: Order }

/** What the protocol knows of an order besides its row. */
export interface OrderTerms {
  readonly key: string
  /** `vendor/model`. */
  readonly model: string
  /** Whether the order may be sent; else it is only followed. */
  readonly maySend: boolean
  /** Whether a parked order is looked for once more. */
  readonly looksForParked: boolean
  /** What a bill comes to; null for one that cannot be read. Never throws: an answer is there that is not written down yet. */
  readonly billed: (bill: Bill) => Usd | null
}

/** Longest that a vendor is left alone, in milliseconds, whatever it asks for: daily limits are over after that. Chosen by this project. */
const longestRestMs = 86_400_000

/** How long until a slot is asked for again: it costs no vendor anything. Chosen by this project. */
const slotWaitMs = 250

/** How often a delivery that cannot be read is fetched, by a fresh link each time, before a person is asked. */
const collectTries = 3

/**
 * The paid-order protocol, without any doing of its own: which question comes after which answer. The order desk carries it out
 * over the ledger and the vendor; the simulation carries it out over models of both, with crashes between any two asks.
 *
 * @returns how the order stands, once it cannot go on without waiting
 */
export function* pursueOrder(terms: OrderTerms): Tale<OrderOutcome> {
  let order = yield* ask({ ask: 'row' })
  // A parked order is looked for once: what is parked again on this way stays so.
  for (let looks = terms.looksForParked; ; looks &&= order.state !== 'parked') {
    const next: Moved = yield* moveOn({ ...terms, looksForParked: looks }, order)
    if (next.kind !== 'moved') return next
    order = next.order
  }
}

function* ask<const Effect extends OrderEffect>(effect: Effect): Tale<OrderAsks[Effect['ask']]> {
  return (yield effect) as OrderAsks[Effect['ask']]
}

function* advance(
  event: OrderEvent,
  fields: OrderFields = {},
  spent: string | null = null,
): Tale<Moved> {
  const order = yield* ask({ ask: 'advance', event, fields, spent })
  return { kind: 'moved', order }
}

function* moveOn(terms: OrderTerms, order: Order): Tale<Moved> {
  switch (order.state) {
    case 'drafted':
    case 'held':
      return yield* sendWithMoney(terms)
    case 'submitting':
      return yield* ask({ ask: 'alone', work: noticeLostAnswer })
    case 'unknown':
      return yield* reconcile(terms, order)
    case 'accepted':
    case 'ready':
      return yield* look(terms, order)
    case 'parked':
      if (!terms.looksForParked) return { kind: 'parked', order, reason: order.reason }
      // One whose job is known is looked at again: what could not be fetched may be there by now.
      return order.job
        ? yield* advance({ kind: 'job-found', job: order.job })
        : yield* reconcile(terms, order)
    default:
      return closedOutcome(order)
  }
}

const closedOutcome = (order: Order): OrderOutcome => {
  if (order.state === 'delivered') return { kind: 'delivered', order }
  const kind = order.state === 'refused' ? 'refused' : 'failed'
  return { kind, order, reason: order.reason }
}

function* sendWithMoney(terms: OrderTerms): Tale<Moved> {
  if (!terms.maySend) return { kind: 'later', reason: 'it was not sent', waitMs: 0 }
  // Held already, the answer renews the slot, unless the run was told to stop meanwhile.
  const answer = yield* ask({ ask: 'hold', again: null })
  if (answer.kind !== 'granted') return withoutMoney(terms, answer)
  if (answer.order.state !== 'held') return { kind: 'moved', order: answer.order }
  return yield* ask({ ask: 'alone', work: () => send(terms) })
}

const withoutMoney = (
  terms: OrderTerms,
  answer: Exclude<HoldAnswer, { kind: 'granted' }>,
): OrderOutcome => {
  switch (answer.kind) {
    case 'no-slot':
      return { kind: 'later', reason: `all slots of ${terms.model} are taken`, waitMs: slotWaitMs }
    case 'resting':
      return { kind: 'later', reason: answer.reason, waitMs: answer.waitMs }
    case 'not-wanted':
      return { kind: 'not-wanted', wanted: answer.wanted }
    default:
      return { kind: 'no-money', answer }
  }
}

/** As the only sender: write down that it leaves, let it leave, write down what came of it. */
function* send(terms: OrderTerms): Tale<Moved> {
  const current = yield* ask({ ask: 'row' })
  if (current.state !== 'held') return { kind: 'moved', order: current }
  if (yield* ask({ ask: 'is-stopping' })) {
    return { kind: 'later', reason: 'the studio is pausing', waitMs: 0 }
  }
  const order = yield* ask({ ask: 'begin' })
  if (order === null) return { kind: 'moved', order: yield* ask({ ask: 'row' }) }
  const submission = order.submissions
  const started = yield* ask({ ask: 'start' })
  switch (started.kind) {
    case 'accepted':
      return yield* advance({ kind: 'accepted', submission, job: started.job })
    case 'delivered':
      return yield* collect(terms, order, started)
    case 'refused': {
      const { kind, reason, trouble } = started
      const answer = { kind, submission, job: null, reason, ...named(trouble) }
      return yield* close(terms, answer, started.bill)
    }
    case 'unknown':
      return yield* advance({ kind: 'answer-lost', submission, reason: started.reason })
    case 'not-accepted': {
      const { reason, trouble } = started
      const retry = trouble && isAccountTrouble(trouble) ? 'after-action' : started.retry
      const answer = { kind: 'not-accepted', submission, retry, reason, ...named(trouble) } as const
      return yield* notAccepted(answer, Math.min(started.retryAfterMs ?? 0, longestRestMs))
    }
  }
}

const named = <Trouble>(trouble: Trouble | undefined): { trouble?: Trouble } =>
  trouble === undefined ? {} : { trouble }

function* notAccepted(
  answer: Extract<OrderAnswer, { kind: 'not-accepted' }>,
  waitMs: number,
): Tale<Moved> {
  const fields = waitMs > 0 ? { restMs: waitMs } : {}
  const order = yield* ask({ ask: 'advance', event: answer, fields, spent: null })
  const { reason, retry, trouble } = answer
  if (retry === 'after-action' && trouble) return { kind: 'stopped', order, reason, trouble }
  if (retry === 'later') return { kind: 'later', reason, waitMs }
  return { kind: 'moved', order }
}

/** Whoever was sending is gone, for we have its lock, and its answer with it. */
function* noticeLostAnswer(): Tale<Moved> {
  const current = yield* ask({ ask: 'row' })
  if (current.state !== 'submitting') return { kind: 'moved', order: current }
  return yield* advance(answerNeverWritten(current.submissions))
}

function* reconcile(terms: OrderTerms, order: Order): Tale<Moved> {
  const search = yield* ask({ ask: 'find' })
  if (search === null) return yield* withoutSearch(terms, order)
  if ('state' in search) return waiting(order, search.reason)
  const [found = null] = search.jobs
  const { complete, isLateEnough, doubt = 'its list may not be whole' } = search
  const why = `${asPart(order.reason)}; ${terms.model} does not list it, but ${doubt}`
  const event = judgeSearch(order, { found, complete, isLateEnough }, why)
  if (event === null) return waiting(order, tooEarly(terms.model, found))
  return yield* movedOrParked(order, event)
}

const tooEarly = (model: string, found: Job | null): string =>
  found === null
    ? `${model} does not list it yet`
    : `${model} lists one like it, which is taken for it once its own could not be missing from the list any more`

/** An order that is parked already and stays so is left as it is. */
function* movedOrParked(order: Order, event: OrderEvent): Tale<Moved> {
  if (event.kind === 'cannot-tell' && order.state === 'parked') {
    return { kind: 'parked', order, reason: order.reason }
  }
  return yield* advance(event)
}

const waiting = (order: Order, note: string): OrderOutcome => ({
  ...{ kind: 'running', order, progress: null, note },
})

function* withoutSearch(terms: OrderTerms, order: Order): Tale<Moved> {
  const isFirstLoss = order.doubtful < 2 && order.state === 'unknown'
  if (terms.maySend && isFirstLoss && lostAnswerPolicy(order.port) === 'send-once-more') {
    const answer = yield* ask({ ask: 'hold', again: order.submissions })
    if (answer.kind === 'granted') return { kind: 'moved', order: answer.order }
    if (answer.kind === 'no-slot' || answer.kind === 'resting' || answer.kind === 'not-wanted') {
      return withoutMoney(terms, answer)
    }
    const reason = `${asPart(order.reason)}; sending it once more would need its money a second time, which is not there`
    return yield* advance({ kind: 'cannot-tell', seenIn: order.state, reason })
  }
  const reason = `${asPart(order.reason)}; ${terms.model} has no list of jobs to look in`
  return yield* movedOrParked(order, { kind: 'cannot-tell', seenIn: order.state, reason })
}

function* look(terms: OrderTerms, order: Order): Tale<Moved> {
  if (!order.job) throw new TypeError(`Order ${order.key} is ${order.state} without a job`)
  const status = yield* ask({ ask: 'check', job: order.job })
  switch (status.state) {
    case 'unreachable':
      return waiting(order, status.reason)
    case 'queued':
      return { kind: 'running', order, progress: null, note: null }
    case 'running':
      return { kind: 'running', order, progress: status.progress ?? null, note: null }
    case 'done':
      return yield* takeHome(terms, order, status)
    case 'refused':
    case 'failed': {
      const { state: kind, reason, trouble } = status
      const { submissions: submission, job } = order
      return yield* close(terms, { kind, submission, job, reason, ...named(trouble) }, status.bill)
    }
    case 'cancelled':
      return yield* failed(terms, order, `${terms.model} cancelled the job`, status.bill)
    case 'of-another-account':
      return yield* advance({
        kind: 'cannot-tell',
        seenIn: order.state,
        reason: `${terms.model} was asked with another key, or at another address, than the order was sent with, and does not know job ${JSON.stringify(order.job)}; put the first back and resume the run`,
      })
    case 'gone':
      return yield* advance({
        kind: 'cannot-tell',
        seenIn: order.state,
        reason: `${terms.model} no longer knows job ${JSON.stringify(order.job)}`,
      })
  }
}

type DoneStatus = Extract<JobStatus, { state: 'done' }>

/** The vendor is done: its slot is free from now on, and the footage is fetched. */
function* takeHome(terms: OrderTerms, order: Order, done: DoneStatus): Tale<Moved> {
  if (order.state === 'accepted') yield* advance({ kind: 'finished' })
  const [output] = done.outputs
  if (!output) {
    const reason = `${terms.model} says that it is done, and shows nothing`
    // Who asks says it once more only after a while: the clip may come yet, and may be there for a person to see.
    if (order.state === 'accepted') return waiting(order, `${reason} yet`)
    return yield* advance({ kind: 'cannot-tell', seenIn: 'ready', reason })
  }
  return yield* collect(terms, order, { ...done, output })
}

/** Footage first, then the row: an order is `delivered` only when its bytes are safe. */
function* collect(
  terms: OrderTerms,
  order: Order,
  done: { readonly output: Delivery; readonly bill?: Charge },
): Tale<Moved> {
  const settled = settlementOf(terms.billed, done.bill, order.quoted)
  const { submissions: submission, job } = order
  let { output } = done
  for (let tries = 1; ; tries += 1) {
    const collected = yield* ask({ ask: 'collect', output })
    if (collected.state === 'unreachable') return waiting(order, collected.reason)
    if (collected.state === 'stored') {
      const answer = { kind: 'delivered', submission, job, ...settled.said } as const
      const { fields, spent } = collected
      return yield* advance(answer, { ...fields, ...settled.fields }, spent)
    }
    const { reason } = collected
    if (output.kind !== 'link' || job === null) {
      return yield* failed(terms, order, reason, done.bill)
    }
    if (tries === collectTries) {
      const why = `${terms.model} has made it, but what it delivers cannot be used and was not kept (${asPart(reason)})`
      return yield* advance({ kind: 'cannot-tell', seenIn: 'ready', reason: why })
    }
    const fresh = yield* ask({ ask: 'check', job })
    if (fresh.state !== 'done' || !fresh.outputs[0]) return waiting(order, reason)
    output = fresh.outputs[0]
  }
}

function* failed(
  terms: OrderTerms,
  order: Order,
  reason: string,
  charge: Charge | undefined,
): Tale<Moved> {
  const { submissions: submission, job } = order
  return yield* close(terms, { kind: 'failed', submission, job, reason }, charge)
}

function* close(
  terms: OrderTerms,
  answer: Extract<OrderAnswer, { kind: 'refused' | 'failed' }>,
  charge: Charge | undefined,
): Tale<Moved> {
  const { said, fields } = settlementOf(terms.billed, charge, zeroUsd)
  const reason = said.reason ? `${asPart(answer.reason)}; ${said.reason}` : answer.reason
  return yield* advance({ ...answer, ...said, reason }, fields)
}
