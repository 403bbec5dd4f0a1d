import { rm } from 'node:fs/promises'
import type { PriceBook } from '../budget/price-book.ts'
import { StudioError } from '../domain/errors.ts'
import type { Usd } from '../domain/money.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Bill, Order, OrderEvent } from '../domain/order.ts'
import { sha256 } from '../kit/hash.ts'
import type { Clock } from '../ports/clock.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { HoldAnswer, LedgerStore } from '../ports/ledger-store.ts'
import type { Delivery, PaidModel } from '../ports/paid-model.ts'
import { asPart } from './outcome.ts'

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

/** An outcome, or word that the order is in another state now. */
export type Moved = OrderOutcome | { readonly kind: 'moved'; readonly order: Order }

/** What of a model is needed to learn what came of an order. */
export type AskedModel = Pick<PaidModel<never>, 'id' | 'check' | 'find'>

/** An order that was sent, and whom to ask about it. */
export interface Sent {
  readonly key: string
  readonly model: AskedModel
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

/** How an order that has left stands, after one look. */
export const standing = async (
  parts: OrderDeskParts,
  sent: Sent,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  switch (order.state) {
    case 'drafted':
    case 'held':
      throw new TypeError(`Order ${order.key} has not left yet`)
    case 'submitting':
      return noticeLostAnswer(parts, sent)
    case 'unknown':
      return reconcile(parts, sent, order, signal)
    case 'accepted':
      return look(parts, sent, order, signal)
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

/** An order that is known to exist. */
export const orderOf = async ({ ledger }: OrderDeskParts, key: string): Promise<Order> => {
  const order = await ledger.order(key)
  if (order) return order
  throw new StudioError({ code: 'internal', message: `Order ${key} vanished from the ledger.` })
}

/** Move an order on, and say so. */
export const moved = async (
  { ledger }: OrderDeskParts,
  key: string,
  event: OrderEvent,
  billed?: Usd,
): Promise<Moved> => ({
  kind: 'moved',
  order: await ledger.advance(key, event, billed === undefined ? {} : { billed }),
})

/** We hold the submitter's lock and the row says `submitting`: whoever was sending is gone, and so is the answer. */
const noticeLostAnswer = (parts: OrderDeskParts, { key }: Sent): Promise<Moved> =>
  parts.ledger.asSubmitter(key, async () => {
    const current = await orderOf(parts, key)
    if (current.state !== 'submitting') return { kind: 'moved', order: current }
    const reason = 'the studio stopped between sending the order and writing down the answer'
    return moved(parts, key, { kind: 'answer-lost', reason })
  })

const reconcile = async (
  parts: OrderDeskParts,
  { key, model }: Sent,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  if (!model.find) {
    return moved(parts, key, {
      kind: 'cannot-tell',
      reason: `${asPart(order.reason)}; ${model.id} has no list of jobs to look in`,
    })
  }
  const { jobs, complete } = await model.find(
    { reference: key, sinceIso: order.createdAt, request: null },
    signal,
  )
  const [job] = jobs
  if (job) return moved(parts, key, { kind: 'job-found', job })
  if (complete) return moved(parts, key, { kind: 'proved-absent' })
  return moved(parts, key, {
    kind: 'cannot-tell',
    reason: `${asPart(order.reason)}; ${model.id} does not list it, but its list may not be whole`,
  })
}

const look = async (
  parts: OrderDeskParts,
  sent: Sent,
  order: Order,
  signal: AbortSignal,
): Promise<Moved> => {
  if (!order.job) {
    throw new StudioError({
      code: 'internal',
      message: `Order ${order.key} is accepted without a job.`,
    })
  }
  const status = await sent.model.check(order.job, signal)
  switch (status.state) {
    case 'queued':
      return { kind: 'running', order, progress: null }
    case 'running':
      return { kind: 'running', order, progress: status.progress ?? null }
    case 'done': {
      const [output] = status.outputs
      if (output) return deliver(parts, sent, { output, bill: status.bill, quoted: order.quoted })
      return fail(parts, sent, `${sent.model.id} says done but delivered nothing`, status.bill)
    }
    case 'refused':
      return refuse(parts, sent, status.reason, status.bill)
    case 'failed':
      return fail(parts, sent, status.reason, status.bill)
    case 'cancelled':
      return fail(parts, sent, `${sent.model.id} cancelled the job`, undefined)
    case 'gone':
      return moved(parts, sent.key, {
        kind: 'cannot-tell',
        reason: `${sent.model.id} no longer knows job ${JSON.stringify(order.job)}`,
      })
  }
}

/** Write down that the vendor declined. */
export const refuse = (
  parts: OrderDeskParts,
  { key, model }: Sent,
  reason: string,
  bill: Bill | undefined,
): Promise<Moved> => moved(parts, key, { kind: 'refused', reason }, billedOf(parts, model.id, bill))

const fail = (
  parts: OrderDeskParts,
  { key, model }: Sent,
  reason: string,
  bill: Bill | undefined,
): Promise<Moved> => moved(parts, key, { kind: 'failed', reason }, billedOf(parts, model.id, bill))

const billedOf = (parts: OrderDeskParts, model: string, bill: Bill | undefined): Usd =>
  bill ? parts.prices.billed(model, bill) : zeroUsd

/** Footage first, then the row: the order is `delivered` only when its bytes are safe. */
export const deliver = async (
  parts: OrderDeskParts,
  sent: Sent,
  {
    output,
    bill,
    quoted,
  }: {
    readonly output: Delivery
    readonly bill: Bill | undefined
    /** What is paid when the vendor sends no bill. */
    readonly quoted: Usd
  },
): Promise<Moved> => {
  const { key, model } = sent
  const billed = bill ? parts.prices.billed(model.id, bill) : quoted
  const event = { kind: 'delivered' } as const
  if (output.kind === 'text') {
    const fields = { outputHash: sha256(output.text), output: { text: output.text }, billed }
    return { kind: 'moved', order: await parts.ledger.advance(key, event, fields) }
  }
  if (output.kind === 'link') throw new TypeError(`No links are fetched yet: ${output.mediaType}`)
  const extension = extensions[output.mediaType]
  if (!extension) {
    const reason = `${model.id} delivered ${output.mediaType}, which no film is made of`
    return fail(parts, sent, reason, bill)
  }
  const said = { depicted: output.depicted ?? [], leaderFrames: output.leaderFrames ?? 0 }
  const outputHash = await parts.vault.put(output.path, extension)
  const order = await parts.ledger.advance(key, event, { outputHash, output: said, billed })
  await rm(output.path, { force: true })
  return { kind: 'moved', order }
}
