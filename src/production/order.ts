import { rm } from 'node:fs/promises'
import type { PriceBook } from '../budget/price-book.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import { isOfAccount, type Job, type Order, type OrderPort } from '../domain/order.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import { isUnreadableAnswer } from '../kit/unreadable-answer.ts'
import type { Clock } from '../ports/clock.ts'
import type { HoldAnswer, LedgerStore, OrderChain, OrderDraft } from '../ports/ledger-store.ts'
import type { FoundJobs, PaidModel } from '../ports/paid-model.ts'
import type { UnwrittenAnswers } from '../ports/unwritten-answers.ts'
import { type CollectParts, collectDelivery, orderedSeconds } from './collect.ts'
import { lookToEnd, type ToldWhileWaiting } from './look-to-end.ts'
import type { Moved, OrderAsks, OrderEffect, Tale, Unreachable, Unreadable } from './order-asks.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { pursueOrder } from './order-protocol.ts'
import { type Story, sayAbsent, sightOf } from './order-search.ts'
import { isLateEnough, mayStillLeave } from './order-timing.ts'
import { answerPatienceMs, isAway, whileAway, writeAnswer } from './write-answer.ts'

/** One paid request as the story asks for it. */
export interface OrderRequest<Request> {
  /** `lineage/pilot/port/subject/attempt`. */
  readonly key: string
  readonly production: string
  readonly port: OrderPort
  readonly model: PaidModel<Request>
  readonly request: Request
  /** What the request's hash is made of: the request without paths of this machine. */
  readonly identity: Json
  /**
   * Hash an order was written down with, to carry it on as it stands though it would be asked otherwise today.
   * Default: the hash of `model` and `identity`.
   */
  readonly writtenAs?: string
  /** Whether the completion bond may pay. */
  readonly useBond: boolean
  /** The continuity chain it is a link of. Default: it stands alone. */
  readonly chain?: OrderChain
}

/** Hash of a request: the same for the same question to the same model, on any machine. */
export const requestHash = (model: string, identity: Json): string =>
  sha256(canonicalJson({ model, identity }))

/** What of a model is needed to learn what came of an order. */
export type AskedModel = Pick<
  PaidModel<never>,
  'id' | 'account' | 'check' | 'find' | 'absentAfterMs'
>

/** What the desk works with. */
export interface OrderDeskParts extends CollectParts {
  readonly ledger: LedgerStore
  /** Where a vendor's answer goes that the ledger cannot be told. */
  readonly unwritten: UnwrittenAnswers
  /** Where it is told that an order did not arrive. */
  readonly productions: Story
  readonly prices: PriceBook
  readonly clock: Clock
  /** Times how long an order takes to leave: the clock of this machine, whatever the waits are measured by. */
  readonly watch: Pick<Clock, 'now'>
  /** Orders that may be open at once on the account of a model. */
  readonly slots: (model: CatalogueModel) => number
}

/** Carries paid requests through the protocol: nothing is sent without a hold, nothing is paid twice, nothing delivered is lost. */
export interface OrderDesk {
  /** Move an order on as far as it goes without waiting; safe to call again at any time, from any machine. */
  pursue<Request>(request: OrderRequest<Request>, signal: AbortSignal): Promise<OrderOutcome>
  /**
   * See how an order stands that may be at its vendor, and write down what came of it. Sends nothing.
   *
   * @param looksForParked whether a parked order is looked for once more. Default false
   */
  follow(
    order: Order,
    model: AskedModel,
    signal: AbortSignal,
    looksForParked?: boolean,
  ): Promise<OrderOutcome>
  /**
   * Follow until the order is closed or parked, for at most `patienceMs`; then `running`.
   *
   * @param told as for {@link OrderDesk.complete}
   */
  followToEnd(
    order: Order,
    model: AskedModel & Pick<PaidModel<never>, 'pollMs'>,
    patienceMs: number,
    signal: AbortSignal,
    told?: ToldWhileWaiting,
  ): Promise<OrderOutcome>
  /**
   * Hold the money of an order once more, so that it may be sent though nobody can tell of its last submission.
   *
   * @param account mark of the account that it is to leave for; undefined for who needs none
   */
  holdAgain(order: Order, useBond: boolean, account: string | undefined): Promise<HoldAnswer>
  /**
   * Pursue until the order is closed, parked or cannot go on, for at most `patienceMs`; then `running` or `later`.
   *
   * @param told whom to tell of the waiting. Default: nobody
   */
  complete<Request>(
    request: OrderRequest<Request>,
    patienceMs: number,
    signal: AbortSignal,
    told?: ToldWhileWaiting,
  ): Promise<OrderOutcome>
}

/**
 * How long a job may be done and show nothing, or its vendor answer with nothing that can be read, before a person is asked, in
 * milliseconds. Chosen by this project.
 */
const senselessForMs = 10 * 60_000

/** The order desk over a ledger, a vault and the price book. */
export const orderDesk = (parts: OrderDeskParts): OrderDesk => {
  const desk: OrderDesk = {
    pursue: (request, signal) => drive(errandOf(parts, request, signal), termsOf(parts, request)),
    follow: (order, model, signal, looksForParked = false) => {
      const errand: Errand = {
        ...{ parts, key: order.key, production: order.production, model, signal },
        useBond: false,
        row: async () => orderOf(parts, order.key),
        begunAt: null,
        send: async () => {
          throw new TypeError(`Order ${order.key} is only followed`)
        },
      }
      const terms = { ...termsOf(parts, { key: order.key, model }), maySend: false, looksForParked }
      return drive(errand, terms)
    },
    followToEnd: (order, model, patienceMs, signal, told = {}) => {
      const look = () => desk.follow(order, model, signal)
      return lookToEnd(look, parts.clock, { pollMs: model.pollMs, patienceMs, signal, told })
    },
    holdAgain: ({ key, model, submissions }, useBond, account) => {
      const { ledger, prices, slots } = parts
      return ledger.holdAgain(key, submissions, slots(prices.model(model)), useBond, account)
    },
    complete: (request, patienceMs, signal, told = {}) => {
      const { pollMs } = request.model
      const look = () => desk.pursue(request, signal)
      return lookToEnd(look, parts.clock, { pollMs, patienceMs, signal, told })
    },
  }
  return desk
}

/** An order, and everything it takes to carry it on. */
interface Errand {
  readonly parts: OrderDeskParts
  readonly key: string
  readonly production: string
  readonly model: AskedModel
  readonly signal: AbortSignal
  readonly useBond: boolean
  readonly row: () => Promise<Order>
  readonly send: () => Promise<OrderAsks['start']>
  /** When its leaving was written down, by this machine's clock and by the ledger's, in milliseconds since 1970-01-01 UTC. */
  begunAt: { readonly machineMs: number; readonly ledgerMs: number } | null
}

const errandOf = <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  signal: AbortSignal,
): Errand => ({
  ...{ parts, key: request.key, production: request.production },
  ...{ model: request.model, signal, useBond: request.useBond },
  row: () => parts.ledger.draft(draftOf(parts, request)),
  // A submission that has begun is not interrupted by a pause: its job must be written down.
  send: () => request.model.start(request.request, request.key, neverAborted),
  begunAt: null,
})

const termsOf = (
  { prices }: OrderDeskParts,
  { key, model }: { readonly key: string; readonly model: AskedModel },
): Parameters<typeof pursueOrder>[0] => ({
  ...{ key, model: model.id, maySend: true, looksForParked: false },
  billed: (bill) => prices.billed(model.id, bill),
})

const draftOf = <Request>(
  { prices }: OrderDeskParts,
  { key, production, port, model, request, identity, writtenAs, chain }: OrderRequest<Request>,
): OrderDraft => ({
  ...{ key, production, port, model: model.id, request: identity, chain: chain ?? null },
  requestHash: writtenAs ?? requestHash(model.id, identity),
  funds: prices.model(model.id).funds,
  quoted: prices.price(model.id, model.units(request)),
})

/** An order that is known to exist. */
const orderOf = async ({ ledger }: OrderDeskParts, key: string): Promise<Order> => {
  const order = await ledger.order(key)
  if (order) return order
  throw new StudioError({ code: 'internal', message: `Order ${key} vanished from the ledger.` })
}

const drive = (errand: Errand, terms: Parameters<typeof pursueOrder>[0]): Promise<OrderOutcome> =>
  carryOut(errand, pursueOrder(terms))

/** Do what a tale of the protocol asks, one thing after the other, and hand it the answers. */
const carryOut = async <Result>(errand: Errand, tale: Tale<Result>): Promise<Result> => {
  for (let step = tale.next(); ; ) {
    if (step.done) return step.value
    step = tale.next(await answer(errand, step.value))
  }
}

const answer = async (errand: Errand, effect: OrderEffect): Promise<unknown> => {
  const { parts, key, signal } = errand
  switch (effect.ask) {
    case 'row':
      return errand.row()
    case 'hold':
      return holdFor(errand, effect.again)
    case 'advance':
      return advance(errand, effect)
    case 'begin':
      return begin(errand)
    case 'start':
      return start(errand)
    case 'find':
      return find(errand)
    case 'check':
      return check(errand, effect.job)
    case 'collect':
      return collectDelivery(
        parts,
        { output: effect.output, seconds: orderedSeconds((await errand.row()).request) },
        signal,
      )
    case 'is-stopping':
      return signal.aborted
    case 'alone':
      return parts.ledger.asSubmitter(key, () => carryOut<Moved>(errand, effect.work()))
  }
}

const holdFor = (
  { parts: { ledger, prices, slots: slotsOf }, key, model, useBond }: Errand,
  again: number | null,
): Promise<OrderAsks['hold']> => {
  const slots = slotsOf(prices.orderable(model.id))
  return again === null
    ? ledger.hold(key, slots, useBond, model.account)
    : ledger.holdAgain(key, again, slots, useBond, model.account)
}

const advance = async (
  { parts, key, production, model, signal }: Errand,
  { event, fields, spent }: Extract<OrderEffect, { ask: 'advance' }>,
): Promise<Order> => {
  const news = { key, production, model: model.id, event, fields }
  const order = await writeAnswer(parts, news, signal)
  if (event.kind === 'proved-absent' && order.state === 'held') {
    await sayAbsent(parts.productions, order, event)
  }
  if (spent !== null) await rm(spent, { force: true })
  return order
}

const begin = async (errand: Errand): Promise<OrderAsks['begin']> => {
  const machineMs = errand.parts.watch.now()
  const order = await errand.parts.ledger.begin(errand.key, errand.model.account ?? null)
  if (order) errand.begunAt = { machineMs, ledgerMs: Date.parse(leftIso(order)) }
  return order
}

/** Instant a request may have left at the earliest. */
const leftIso = ({ submittedAt, createdAt }: Order): string => submittedAt ?? createdAt

/** The last moment before it leaves: what was asleep since it was written down does not leave any more. */
const start = async ({ parts, key, begunAt, send }: Errand): Promise<OrderAsks['start']> => {
  if (!begunAt) throw new TypeError(`Order ${key} was not begun`)
  // It is written down as leaving: a database that is away now must not make nobody know whether it left.
  const nowMs = await whileAway(parts.clock, () => parts.ledger.now(), {
    ...{ signal: neverAborted, patienceMs: answerPatienceMs },
  }).catch((error: unknown) => {
    if (isAway(error)) return null
    throw error
  })
  if (nowMs === null) {
    const reason = 'the database went away before it was sent'
    return { kind: 'not-accepted', retry: 'later', reason }
  }
  const ledgerMs = nowMs - begunAt.ledgerMs
  // Read last: nothing comes between it and the request.
  const machineMs = parts.watch.now() - begunAt.machineMs
  if (mayStillLeave({ machineMs, ledgerMs })) return send()
  const reason = 'writing it down took so long that it was not sent'
  return { kind: 'not-accepted', retry: 'later', reason }
}

/**
 * What is done and shows nothing yet is asked again for a while, from when it was first seen so. What another account does not know
 * says nothing.
 */
const check = async (errand: Errand, job: Job): Promise<OrderAsks['check']> => {
  const { parts, key, model, signal } = errand
  const status = await reached(errand, () => model.check(job, signal))
  const isEmpty = status.state === 'done' && status.outputs.length === 0
  if (status.state !== 'gone' && !isEmpty) return status
  const order = await orderOf(parts, key)
  if (status.state === 'gone') {
    return isOfAccount(order, model.account) ? status : { state: 'of-another-account' }
  }
  if (order.state !== 'ready') return status
  const seenForMs = (await parts.ledger.now()) - Date.parse(order.updatedAt)
  if (seenForMs >= senselessForMs) return status
  const reason = `${model.id} says that it is done, and shows nothing yet`
  return { state: 'unreachable', reason }
}

const find = async (errand: Errand): Promise<OrderAsks['find']> => {
  const { parts, key, model, signal } = errand
  const { find: search, absentAfterMs } = model
  if (!search) return null
  const order = await orderOf(parts, key)
  const sinceIso = leftIso(order)
  // Asked before the search: what the vendor shows afterwards is at least as late.
  const nowMs = await parts.ledger.now()
  const waitedMs = nowMs - Date.parse(sinceIso)
  const nowIso = new Date(nowMs).toISOString()
  const answer = await reached(errand, () =>
    search({ reference: key, sinceIso, nowIso, request: order.request }, signal),
  )
  if ('state' in answer && answer.state === 'unreachable') return answer
  const found = 'state' in answer ? illegible : answer
  const listed = [...found.jobs, ...(found.earlier ?? [])]
  const seen = {
    ...sightOf(found, await parts.ledger.unexplained(key, listed)),
    isLateEnough: isLateEnough(waitedMs, absentAfterMs),
  }
  const doubt = doubtOf(order, model, waitedMs)
  return doubt === null ? seen : { ...seen, complete: false, doubt }
}

/** Why a list that is whole proves nothing of an order all the same; null when it does. */
const doubtOf = (order: Order, model: AskedModel, waitedMs: number): string | null => {
  if (!isOfAccount(order, model.account)) {
    return 'another key was asked, or another address, than it was sent with'
  }
  const leftMs = Date.parse(leftIso(order))
  // A row that was written after it left is dated after it, unless the clock was set back: by then it may be right again.
  const isSetBack = waitedMs < 0 || Date.parse(order.updatedAt) < leftMs - 1000
  return isSetBack
    ? 'the clock here was set back since it left, so that no list proves anything'
    : null
}

/** A list that nothing can be learned from. */
const illegible: FoundJobs = { jobs: [], complete: false, doubt: 'its list cannot be read' }

/** What a vendor says, or word that it could not be asked, or that it says nothing that can be read for too long. */
const reached = async <Answer>(
  { parts: { ledger }, key }: Errand,
  question: () => Promise<Answer>,
): Promise<Answer | Unreachable | Unreadable> => {
  try {
    const answer = await question()
    // What it says is not lost with a database that is away now.
    await ledger.endUnreadable(key).catch((error: unknown) => {
      if (!isAway(error)) throw error
    })
    return answer
  } catch (error) {
    if (!(isStudioError(error) && error.code === 'vendor-unavailable')) throw error
    const reason = error.message
    if (!isUnreadableAnswer(error)) return { state: 'unreachable', reason }
    const nowMs = await ledger.now()
    const isTooLong = nowMs - (await ledger.unreadableSince(key, nowMs)) >= senselessForMs
    if (isTooLong) await ledger.endUnreadable(key)
    return { state: isTooLong ? 'unreadable' : 'unreachable', reason }
  }
}
