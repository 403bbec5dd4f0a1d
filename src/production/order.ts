import type { Json } from '../domain/json.ts'
import type { Funds, Usd } from '../domain/money.ts'
import type { Order, OrderPort } from '../domain/order.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { PaidModel } from '../ports/paid-model.ts'
import type { AskedModel, Moved, OrderDeskParts, OrderOutcome, Sent } from './sent-order.ts'
import { deliver, moved, orderOf, refuse, standing } from './sent-order.ts'

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
}

/** Hash of a request: the same for the same question to the same model, on any machine. */
export const requestHash = (model: string, identity: Json): string =>
  sha256(canonicalJson({ model, identity }))

/** Carries paid requests through the protocol: nothing is sent without a hold, nothing is paid twice, nothing delivered is lost. */
export interface OrderDesk {
  /** Move an order on as far as it goes without waiting; safe to call again at any time, from any machine. */
  pursue<Request>(request: OrderRequest<Request>, signal: AbortSignal): Promise<OrderOutcome>
  /** See how an order stands that may be at its vendor, and write down what came of it. Sends nothing. */
  follow(order: Order, model: AskedModel, signal: AbortSignal): Promise<OrderOutcome>
  /** Pursue until the order is closed, parked or cannot go on, for at most `patienceMs`; then `running`. */
  complete<Request>(
    request: OrderRequest<Request>,
    patienceMs: number,
    signal: AbortSignal,
    onProgress?: (fraction: number) => Promise<void>,
  ): Promise<OrderOutcome>
}

/** A submission that has begun is not interrupted by a pause: its job must be written down. */
const uninterrupted = new AbortController().signal

/** The order desk over a ledger, a vault and the price book. */
export const orderDesk = (parts: OrderDeskParts): OrderDesk => {
  const desk: OrderDesk = {
    pursue: (request, signal) => pursue(parts, request, signal),
    follow: (order, model, signal) => follow(parts, { key: order.key, model }, order, signal),
    complete: async (request, patienceMs, signal, onProgress) => {
      const until = parts.clock.now() + patienceMs
      for (;;) {
        const outcome = await desk.pursue(request, signal)
        if (outcome.kind !== 'running' && outcome.kind !== 'later') return outcome
        if (outcome.kind === 'running' && outcome.progress !== null) {
          await onProgress?.(outcome.progress)
        }
        if (signal.aborted || parts.clock.now() >= until) return outcome
        await parts.clock.sleep(request.model.pollMs)
      }
    },
  }
  return desk
}

const pursue = async <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  signal: AbortSignal,
): Promise<OrderOutcome> => {
  let order = await parts.ledger.draft(draftOf(parts, request))
  for (;;) {
    const next = await moveOn(parts, request, order, signal)
    if (next.kind !== 'moved') return next
    order = next.order
  }
}

const follow = async (
  parts: OrderDeskParts,
  sent: Sent,
  known: Order,
  signal: AbortSignal,
): Promise<OrderOutcome> => {
  let order = known
  for (;;) {
    if (order.state === 'drafted' || order.state === 'held') {
      return { kind: 'later', reason: 'it was not sent' }
    }
    const next = await standing(parts, sent, order, signal)
    if (next.kind !== 'moved') return next
    order = next.order
  }
}

const draftOf = <Request>(
  parts: OrderDeskParts,
  { key, production, port, model, request, identity, writtenAs }: OrderRequest<Request>,
): Parameters<LedgerStore['draft']>[0] => ({
  key,
  production,
  port,
  model: model.id,
  requestHash: writtenAs ?? requestHash(model.id, identity),
  funds: fundsOf(parts, model.id),
  quoted: quoteOf(parts, model, request),
})

const fundsOf = (parts: OrderDeskParts, model: string): Funds => parts.prices.model(model).funds

const quoteOf = <Request>(
  parts: OrderDeskParts,
  model: PaidModel<Request>,
  request: Request,
): Usd => parts.prices.price(model.id, model.units(request))

const moveOn = async <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  if (order.state !== 'drafted' && order.state !== 'held') {
    return standing(parts, request, order, signal)
  }
  // Held already, the answer renews the slot, unless the run was told to stop meanwhile.
  const held = await askForHold(parts, request, order)
  return held.kind === 'moved' && held.order.state === 'held'
    ? submit(parts, request, signal)
    : held
}

const askForHold = async <Request>(
  { ledger, prices }: OrderDeskParts,
  request: OrderRequest<Request>,
  order: Order,
): Promise<Moved> => {
  const { slots } = prices.model(request.model.id).limits
  const answer = await ledger.hold(order.key, slots, request.useBond)
  switch (answer.kind) {
    case 'granted':
      return { kind: 'moved', order: answer.order }
    case 'no-slot':
      return { kind: 'later', reason: `all ${slots} slots of ${request.model.id} are taken` }
    case 'not-wanted':
      return { kind: 'not-wanted', wanted: answer.wanted }
    default:
      return { kind: 'no-money', answer }
  }
}

const submit = async <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  signal: AbortSignal,
): Promise<Moved> =>
  parts.ledger.asSubmitter(request.key, async () => {
    const current = await orderOf(parts, request.key)
    if (current.state !== 'held') return { kind: 'moved', order: current }
    if (signal.aborted) return { kind: 'later', reason: 'the studio is pausing' }
    await parts.ledger.advance(request.key, { kind: 'submission-started' })
    const started = await request.model.start(request.request, request.key, uninterrupted)
    switch (started.kind) {
      case 'accepted':
        return moved(parts, request.key, { kind: 'accepted', job: started.job })
      case 'delivered':
        return deliver(parts, request, {
          output: started.output,
          bill: started.bill,
          quoted: current.quoted,
        })
      case 'refused':
        return refuse(parts, request, started.reason, started.bill)
      case 'unknown':
        return moved(parts, request.key, { kind: 'answer-lost', reason: started.reason })
      case 'not-accepted': {
        const { retry, reason } = started
        const order = await parts.ledger.advance(request.key, {
          kind: 'not-accepted',
          retry,
          reason,
        })
        return retry === 'later' ? { kind: 'later', reason } : { kind: 'failed', order, reason }
      }
    }
  })
