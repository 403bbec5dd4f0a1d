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
import { jobText } from '../domain/salvage.ts'
import { longestRestMs } from '../kit/retry-after.ts'
import type { HoldAnswer, OrderFields } from '../ports/ledger-store.ts'
import type { Delivery, JobStatus } from '../ports/paid-model.ts'
import { amountOf, countedAsQuoted } from './charge.ts'
import type { Collected, Moved, OrderAsks, OrderEffect, Tale } from './order-asks.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { tooEarlyText } from './order-search.ts'
import { asPart } from './outcome.ts'

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
  if (!terms.maySend)
    return { kind: 'later', why: 'not-asked', reason: 'it was not sent', waitMs: 0 }
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
      return {
        ...{ kind: 'later', why: 'not-asked', waitMs: slotWaitMs },
        reason: `all slots of ${terms.model} are taken`,
      }
    case 'resting':
      return { kind: 'later', why: 'resting', reason: answer.reason, waitMs: answer.waitMs }
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
    return { kind: 'later', why: 'not-asked', reason: 'the studio is pausing', waitMs: 0 }
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
  if (retry === 'later') return { kind: 'later', why: 'turned-away', reason, waitMs }
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
  const why = `${asPart(order.reason)}; ${terms.model}`
  const event = judgeSearch(
    order,
    { found, complete, isLateEnough },
    {
      absent: `${why} lists all it was asked for, and not this`,
      untold: `${why} does not list it, but ${doubt}`,
    },
  )
  if (event === null) return waiting(order, tooEarlyText(terms.model, found))
  return yield* movedOrParked(order, event)
}

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
    default:
      return yield* advance({
        ...{ kind: 'cannot-tell', seenIn: order.state },
        reason: lossOf(terms.model, order.job, status),
      })
  }
}

type Loss = Extract<OrderAsks['check'], { state: 'of-another-account' | 'gone' | 'unreadable' }>

/** Why nobody can tell of a job. */
const lossOf = (model: string, job: Job, loss: Loss): string => {
  switch (loss.state) {
    case 'of-another-account':
      return `${model} was asked with another key, or at another address, than the order was sent with, and does not know job ${jobText(job)}; put the first back and have it asked again`
    case 'gone':
      return `${model} no longer knows job ${jobText(job)}`
    case 'unreadable':
      return `${model} answers for 10 minutes already and tells nothing that can be read (${asPart(loss.reason)}); see on its site what became of the job, and have it asked again once it tells, or with a newer studio that knows the answer`
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
  const billed = amountOf(done.bill, order.quoted, terms.billed)
  const { submissions: submission, job } = order
  let { output } = done
  for (let tries = 1; ; tries += 1) {
    const collected = yield* ask({ ask: 'collect', output })
    if (collected.state === 'unreachable') return waiting(order, collected.reason)
    if (collected.state === 'stored') {
      const { fields, spent } = collected
      return yield* settle({ kind: 'delivered', submission, job }, billed, { fields, spent })
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
  return yield* settle(answer, amountOf(charge, zeroUsd, terms.billed), { fields: {}, spent: null })
}

/** Write down how an order ended, and what it cost. @param billed null for what was quoted, as an assumption */
function* settle(
  answer: Extract<OrderAnswer, { kind: 'delivered' | 'refused' | 'failed' }>,
  billed: Usd | null,
  { fields, spent }: Pick<Extract<Collected, { state: 'stored' }>, 'fields' | 'spent'>,
): Tale<Moved> {
  if (billed !== null) return yield* advance(answer, { ...fields, billed }, spent)
  const told = answer.reason ? `${asPart(answer.reason)}; ` : ''
  const assumed = { ...answer, isBillUnknown: true, reason: `${told}${countedAsQuoted}` }
  return yield* advance(assumed, fields, spent)
}
