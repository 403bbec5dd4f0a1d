import { rm } from 'node:fs/promises'
import type { PriceBook } from '../budget/price-book.ts'
import { StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import type { Funds, Usd } from '../domain/money.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Bill, Order, OrderEvent, OrderPort } from '../domain/order.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import type { Clock } from '../ports/clock.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { HoldAnswer, LedgerStore } from '../ports/ledger-store.ts'
import type { Delivery, PaidModel } from '../ports/paid-model.ts'

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

/** How an order stands after it was pursued. */
export type OrderOutcome =
  | { readonly kind: 'delivered'; readonly order: Order }
  | { readonly kind: 'running'; readonly order: Order; readonly progress: number | null }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'refused' | 'failed'; readonly order: Order; readonly reason: string }
  | { readonly kind: 'parked'; readonly order: Order; readonly reason: string }
  | {
      readonly kind: 'no-money'
      readonly answer: Extract<HoldAnswer, { kind: 'refused' | 'blocked-by-overrun' }>
    }
  | { readonly kind: 'not-wanted'; readonly wanted: 'pause' | 'cancel' | 'deleted' }

/** Carries paid requests through the protocol: nothing is sent without a hold, nothing is paid twice, nothing delivered is lost. */
export interface OrderDesk {
  /** Move an order on as far as it goes without waiting; safe to call again at any time, from any machine. */
  pursue<Request>(request: OrderRequest<Request>, signal: AbortSignal): Promise<OrderOutcome>
  /** Pursue until the order is closed, parked or cannot go on, for at most `patienceMs`; then `running`. */
  complete<Request>(
    request: OrderRequest<Request>,
    patienceMs: number,
    signal: AbortSignal,
    onProgress?: (fraction: number) => Promise<void>,
  ): Promise<OrderOutcome>
}

/** What the desk works with. */
export interface OrderDeskParts {
  readonly ledger: LedgerStore
  readonly vault: FootageVault
  readonly prices: PriceBook
  readonly clock: Clock
}

const extensions: { readonly [mediaType: string]: string } = {
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A submission that has begun is not interrupted by a pause: its job must be written down. */
const uninterrupted = new AbortController().signal

/** The order desk over a ledger, a vault and the price book. */
export const orderDesk = (parts: OrderDeskParts): OrderDesk => {
  const desk: OrderDesk = {
    pursue: (request, signal) => pursue(parts, request, signal),
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

type Moved = OrderOutcome | { readonly kind: 'moved'; readonly order: Order }

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
  switch (order.state) {
    // Held already, the answer renews the slot, unless the run was told to stop meanwhile.
    case 'drafted':
    case 'held': {
      const held = await askForHold(parts, request, order)
      return held.kind === 'moved' && held.order.state === 'held'
        ? submit(parts, request, signal)
        : held
    }
    case 'submitting':
      return noticeLostAnswer(parts, request)
    case 'unknown':
      return reconcile(parts, request, order, signal)
    case 'accepted':
      return look(parts, request, order, signal)
    case 'delivered':
      return { kind: 'delivered', order }
    case 'refused':
    case 'failed':
      return { kind: order.state, order, reason: order.reason }
    case 'written-off':
      return { kind: 'failed', order, reason: order.reason }
    case 'parked':
      return { kind: 'parked', order, reason: order.reason }
  }
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
        return deliver(parts, request, started.output, started.bill)
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

const orderOf = async ({ ledger }: OrderDeskParts, key: string): Promise<Order> => {
  const order = await ledger.order(key)
  if (order) return order
  throw new StudioError({ code: 'internal', message: `Order ${key} vanished from the ledger.` })
}

const moved = async (
  { ledger }: OrderDeskParts,
  key: string,
  event: OrderEvent,
  billed?: Usd,
): Promise<Moved> => ({
  kind: 'moved',
  order: await ledger.advance(key, event, billed === undefined ? {} : { billed }),
})

/** We hold the submitter's lock and the row says `submitting`: whoever was sending is gone, and so is the answer. */
const noticeLostAnswer = <Request>(
  parts: OrderDeskParts,
  { key }: OrderRequest<Request>,
): Promise<Moved> =>
  parts.ledger.asSubmitter(key, async () => {
    const current = await orderOf(parts, key)
    if (current.state !== 'submitting') return { kind: 'moved', order: current }
    const reason = 'the studio stopped between sending the order and writing down the answer'
    return moved(parts, key, { kind: 'answer-lost', reason })
  })

const reconcile = async <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  const { key, model } = request
  if (!model.find) {
    return moved(parts, key, {
      kind: 'cannot-tell',
      reason: `${order.reason}; ${model.id} has no list of jobs to look in`,
    })
  }
  const { jobs, complete } = await model.find(order.createdAt, key, signal)
  const [job] = jobs
  if (job) return moved(parts, key, { kind: 'job-found', job })
  if (complete) return moved(parts, key, { kind: 'proved-absent' })
  return moved(parts, key, {
    kind: 'cannot-tell',
    reason: `${order.reason}; ${model.id} does not list it, but its list may not be whole`,
  })
}

const look = async <Request>(
  parts: OrderDeskParts,
  request: OrderRequest<Request>,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  if (!order.job) {
    throw new StudioError({
      code: 'internal',
      message: `Order ${order.key} is accepted without a job.`,
    })
  }
  const status = await request.model.check(order.job, signal)
  switch (status.state) {
    case 'queued':
      return { kind: 'running', order, progress: null }
    case 'running':
      return { kind: 'running', order, progress: status.progress ?? null }
    case 'done': {
      const [output] = status.outputs
      if (output) return deliver(parts, request, output, status.bill)
      return fail(
        parts,
        request,
        `${request.model.id} says done but delivered nothing`,
        status.bill,
      )
    }
    case 'refused':
      return refuse(parts, request, status.reason, status.bill)
    case 'failed':
      return fail(parts, request, status.reason, status.bill)
    case 'cancelled':
      return fail(parts, request, `${request.model.id} cancelled the job`, undefined)
    case 'gone':
      return moved(parts, request.key, {
        kind: 'cannot-tell',
        reason: `${request.model.id} no longer knows job ${JSON.stringify(order.job)}`,
      })
  }
}

const refuse = <Request>(
  parts: OrderDeskParts,
  { key, model }: OrderRequest<Request>,
  reason: string,
  bill: Bill | undefined,
): Promise<Moved> => moved(parts, key, { kind: 'refused', reason }, billedOf(parts, model.id, bill))

const fail = <Request>(
  parts: OrderDeskParts,
  { key, model }: OrderRequest<Request>,
  reason: string,
  bill: Bill | undefined,
): Promise<Moved> => moved(parts, key, { kind: 'failed', reason }, billedOf(parts, model.id, bill))

const billedOf = (parts: OrderDeskParts, model: string, bill: Bill | undefined): Usd =>
  bill ? parts.prices.billed(model, bill) : zeroUsd

/** Footage first, then the row: the order is `delivered` only when its bytes are safe. */
const deliver = async <Request>(
  parts: OrderDeskParts,
  ordered: OrderRequest<Request>,
  output: Delivery,
  bill: Bill | undefined,
): Promise<Moved> => {
  const { key, model, request } = ordered
  const billed = bill ? parts.prices.billed(model.id, bill) : quoteOf(parts, model, request)
  const event = { kind: 'delivered' } as const
  if (output.kind === 'text') {
    const fields = { outputHash: sha256(output.text), output: { text: output.text }, billed }
    return { kind: 'moved', order: await parts.ledger.advance(key, event, fields) }
  }
  const extension = extensions[output.mediaType]
  if (!extension) {
    const reason = `${model.id} delivered ${output.mediaType}, which no film is made of`
    return fail(parts, ordered, reason, bill)
  }
  const said = { depicted: output.depicted ?? [], leaderFrames: output.leaderFrames ?? 0 }
  const outputHash = await parts.vault.put(output.path, extension)
  const order = await parts.ledger.advance(key, event, { outputHash, output: said, billed })
  await rm(output.path, { force: true })
  return { kind: 'moved', order }
}
