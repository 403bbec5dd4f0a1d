import { StudioError, type VendorTrouble } from '../domain/errors.ts'
import { exactUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isOrderClosed } from '../domain/order-machine.ts'
import type { HoldAnswer, LedgerStore } from '../ports/ledger-store.ts'
import type { Started } from '../ports/paid-model.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { billText } from './bill-text.ts'
import type { OrderDesk, OrderRequest } from './order.ts'
import { requestHash } from './order.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { asPart } from './outcome.ts'
import { decideText } from './parked-text.ts'
import { besidesNoMoney, capRemedy } from './reserved-text.ts'
import { toldOfWait } from './told-of-wait.ts'
import { type Contact, crewRemedy, filmRemedy } from './trouble-remedy.ts'

/** What orders of one subject are made with. */
export interface SubjectDesk {
  readonly desk: OrderDesk
  readonly ledger: Pick<LedgerStore, 'orders' | 'reservedBeside'>
  /** Where it is told that an order waits. */
  readonly productions: Pick<ProductionStore, 'get' | 'addEvent'>
  readonly contact: Contact
  /** Longest wait that a person allows for one job, in milliseconds; null for as long as the request says. */
  readonly timeoutMs: number | null
}

/** Something to be ordered, whatever number of attempts it takes. */
export interface SubjectRequest<Request>
  extends Omit<OrderRequest<Request>, 'key' | 'identity' | 'writtenAs'> {
  /** `lineage/pilot/port/subject`: the order's key without its attempt. */
  readonly subject: string
  readonly identity: NonNullable<OrderRequest<Request>['identity']>
  /** What is ordered, in words: `sound for cue 1.1`. */
  readonly what: string
  /** Longest wait, in milliseconds, where nobody says another. */
  readonly patienceMs: number
}

/**
 * Every delivered order of a subject, newest first; one with the very request that is asked today stands before all.
 *
 * @param subject `lineage/pilot/port/subject`
 */
export const deliveredOrders = <Request>(
  orders: readonly Order[],
  request: SubjectRequest<Request>,
): readonly Order[] => {
  const hash = hashOf(request)
  return attemptsOf(orders, request.subject)
    .filter(({ state }) => state === 'delivered')
    .toReversed()
    .toSorted((a, b) => Number(b.requestHash === hash) - Number(a.requestHash === hash))
}

/**
 * Order a subject and wait for its delivery. What was delivered before is taken as it is, even when a later version of
 * the studio would ask for it otherwise: it is paid. An order that is still open is carried on. One that was closed
 * without a delivery stays in the books, and the next attempt is ordered.
 *
 * @throws StudioError `order-parked`, `order-late` when it is still at its vendor, `cap-reached`, `overrun`, `vendor-refused`, `vendor-failed`, `vendor-unavailable`,
 *   `run-paused`, `run-cancelled`, `run-deleted`
 */
export const orderOnce = async <Request>(
  parts: SubjectDesk,
  request: SubjectRequest<Request>,
  signal: AbortSignal,
): Promise<Order> => {
  const orders = await parts.ledger.orders(request.production)
  const [delivered] = deliveredOrders(orders, request)
  return delivered ?? orderNext(parts, request, signal)
}

/**
 * Carry the open order of a subject on, or order its next attempt; what was delivered before is not asked about.
 *
 * @throws StudioError as {@link orderOnce}
 */
export const orderNext = async <Request>(
  { desk, ledger, productions, contact, timeoutMs }: SubjectDesk,
  request: SubjectRequest<Request>,
  signal: AbortSignal,
): Promise<Order> => {
  const { subject, what, patienceMs: usual, ...order } = request
  const patienceMs = timeoutMs ?? usual
  const told = toldOfWait({ productions }, request.production, {
    subject: subject.slice(request.production.length + 1),
    what: `The ${what}`,
  })
  const besides = async (outcome: OrderOutcome): Promise<string> =>
    outcome.kind === 'no-money' ? besidesNoMoney(ledger, request.production, outcome.answer) : ''
  const known = attemptsOf(await ledger.orders(request.production), subject)
  const hash = hashOf(request)
  for (const { key, requestHash: writtenAs } of known.filter(isUnderWay(hash))) {
    const isSame = writtenAs === hash
    const asWritten = isSame ? order : { ...order, model: mute(order.model), writtenAs }
    const outcome = await desk.complete({ ...asWritten, key }, patienceMs, signal, told)
    const isOver = outcome.kind === 'failed' || outcome.kind === 'refused'
    if (isSame || !isOver)
      return deliveredBy(outcome, {
        ...{ what, signal, contact, production: request.production },
        besides: await besides(outcome),
      })
  }
  const attempt = Math.max(0, ...known.map(({ key }) => attemptIn(key))) + 1
  const key = `${subject}/${attempt}`
  const outcome = await desk.complete({ ...order, key }, patienceMs, signal, told)
  return deliveredBy(outcome, {
    ...{ what, signal, contact, production: request.production },
    besides: await besides(outcome),
  })
}

const hashOf = <Request>({ model, identity }: SubjectRequest<Request>): string =>
  requestHash(model.id, identity)

const attemptsOf = (orders: readonly Order[], subject: string): readonly Order[] =>
  orders
    .filter(({ key }) => key.startsWith(`${subject}/`) && attemptIn(key) > 0)
    .filter(({ key }) => key === `${subject}/${attemptIn(key)}`)
    .toSorted((a, b) => attemptIn(a.key) - attemptIn(b.key))

const attemptIn = (key: string): number => Number(/\/(\d+)$/.exec(key)?.[1] ?? 0)

/** Orders that may still come to something: a draft of another request never left and holds nothing. */
const isUnderWay =
  (hash: string) =>
  (order: Order): boolean =>
    !isOrderClosed(order.state) && (order.state !== 'drafted' || order.requestHash === hash)

/** The same model, to look after an order that was written by an earlier version: it finds and checks, and sends nothing. */
const mute = <Model extends OrderRequest<never>['model']>(model: Model): Model => ({
  ...model,
  start: async (): Promise<Started> => ({
    kind: 'not-accepted',
    retry: 'never',
    reason: 'it was never sent, and this version of the studio asks otherwise',
  }),
})

/** The error for an order that is at its vendor longer than anybody wanted to wait: the run waits for it, and nothing failed. */
const stillMade = (
  { key, model }: Order,
  { what, production, reason }: { readonly [part in 'what' | 'production' | 'reason']: string },
): StudioError =>
  new StudioError({
    ...{ code: 'order-late', retry: 'later' },
    message: `No ${what} yet: order ${key} is at ${model} (${asPart(reason)}). Nothing is lost and nothing is sent again. Come back in some minutes: \`npx --no-install claude-studio runs resume ${production}\` brings it home and goes on.`,
  })

/**
 * The delivered order of an outcome; anything else in words.
 *
 * @throws StudioError as {@link orderOnce}
 */
const deliveredBy = (
  outcome: OrderOutcome,
  {
    what,
    signal,
    contact,
    production,
    besides,
  }: {
    readonly what: string
    readonly signal: AbortSignal
    readonly contact: Contact
    readonly production: string
    /** What is said behind a cap that stands in the way; of an overrun, whose bill it was. */
    readonly besides: string
  },
): Order => {
  switch (outcome.kind) {
    case 'delivered':
      return outcome.order
    case 'parked':
      throw new StudioError({
        code: 'order-parked',
        message: `No ${what} yet: order ${outcome.order.key} waits for a person (${asPart(outcome.reason)}). ${decideText([outcome.order], contact)}`,
        retry: 'later',
      })
    case 'stopped':
      throw new StudioError({
        ...{ code: outcome.trouble, retry: 'later' },
        message: `No ${what} was ordered from ${outcome.order.model}: ${asPart(outcome.reason)}. ${remedyOf(outcome.order, outcome.trouble, contact)}`,
      })
    case 'no-money':
      throw noMoney(outcome.answer, { what, production, besides })
    case 'not-wanted': {
      const codes = {
        pause: 'run-paused',
        cancel: 'run-cancelled',
        deleted: 'run-deleted',
      } as const
      throw new StudioError({
        code: codes[outcome.wanted],
        message: `No ${what} was ordered: the run is ${outcome.wanted === 'deleted' ? 'deleted' : `to ${outcome.wanted}`}.`,
        retry: 'later',
      })
    }
    case 'running':
    case 'later': {
      const reason =
        outcome.kind === 'later' ? outcome.reason : (outcome.note ?? 'it is still being made')
      // Whoever stops waiting because the work is to stop has not failed.
      if (signal.aborted) {
        throw new StudioError({
          ...{ code: 'run-paused', retry: 'later' },
          message: `No ${what} yet: ${asPart(reason)}.`,
        })
      }
      throw outcome.kind === 'running'
        ? stillMade(outcome.order, { what, production, reason })
        : new StudioError({
            code: 'vendor-unavailable',
            message: `No ${what} yet: ${asPart(reason)}. Resume the run to go on with the same order.`,
            retry: 'later',
          })
    }
    case 'refused':
    case 'failed':
      throw notMade(outcome, what, contact)
  }
}

const notMade = (
  { kind, order, reason }: Extract<OrderOutcome, { kind: 'refused' | 'failed' }>,
  what: string,
  contact: Contact,
): StudioError => {
  const { key, model, trouble } = order
  const remedy = trouble ? remedyOf(order, trouble, contact) : 'Resume the run to order it again.'
  return new StudioError({
    code: kind === 'refused' ? 'vendor-refused' : 'vendor-failed',
    message: `No ${what}: order ${key} to ${model} ${kind === 'refused' ? 'was refused' : 'failed'} (${asPart(reason)}). ${billText(order)} ${remedy}`,
    retry: 'later',
  })
}

const remedyOf = (
  { port, model, production, funds }: Order,
  trouble: VendorTrouble,
  contact: Contact,
): string =>
  (port === 'llm' ? crewRemedy : filmRemedy)(trouble, contact(model), { id: production, funds })

const noMoney = (
  answer: Extract<HoldAnswer, { kind: 'refused' | 'blocked-by-overrun' }>,
  {
    what,
    production,
    besides,
  }: { readonly what: string; readonly production: string; readonly besides: string },
): StudioError => {
  const raise = `\`npx --no-install claude-studio budget ${production} --raise-to USD\``
  return answer.kind === 'blocked-by-overrun'
    ? new StudioError({
        code: 'overrun',
        message: `No ${what} was ordered: ${besides}, and nothing more is bought until you raise the budget: ${raise}, then resume.`,
      })
    : new StudioError({
        code: 'cap-reached',
        message: `No ${what} was ordered: ${exactUsd(answer.available)} are left ${answer.scope === 'production' ? 'of the budget' : `under the ${answer.scope}'s cap`} of ${exactUsd(answer.cap)}. ${answer.scope === 'production' ? `Raise the budget: ${raise}` : capRemedy(answer.scope)}, and resume.${besides}`,
      })
}
