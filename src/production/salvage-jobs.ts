import { rm } from 'node:fs/promises'
import { type ErrorCode, isStudioError } from '../domain/errors.ts'
import { exactUsd, type Funds, subtractUsd, type Usd } from '../domain/money.ts'
import { isOfAccount, type Job, type Order, ownCost } from '../domain/order.ts'
import { isSameJob } from '../domain/order-machine.ts'
import { isOnItsWay, jobText, orderedPrompt } from '../domain/salvage.ts'
import { type FoundClip, takeOfOrder } from '../domain/shelf.ts'
import type { Downloads } from '../ports/downloads.ts'
import type { Delivery, JobStatus } from '../ports/paid-model.ts'
import type { StrayJob } from '../ports/shelf-store.ts'
import type { AccountJob } from '../ports/vendor-account.ts'
import { closeOrdersWhenFree } from './close-orders.ts'
import { collectDelivery, orderedSeconds } from './collect.ts'
import type { Floor } from './floor.ts'
import { settleTest } from './late-tests.ts'
import { noticeLostAnswer } from './lost-answers.ts'
import { bringHome, costOfJob, putOnShelf } from './salvage-home.ts'
import type { SalvageDeed, SalvageLine } from './salvage-report.ts'

/** What salvage at one account works with. */
export interface Errand {
  readonly floor: Floor
  readonly downloads: Downloads
  readonly vendor: string
  readonly funds: Funds
  readonly isDryRun: boolean
  /** Runs that a process works on now: it looks after their orders itself. */
  readonly busy: ReadonlySet<string>
  /** The store's time, epoch milliseconds. */
  readonly nowMs: number
  readonly signal: AbortSignal
}

/** Give an order whose answer was lost the job that came of it, and bring its footage home. */
export const adopt = (errand: Errand, order: Order, job: Job): Promise<SalvageLine> =>
  toldOf(orderLine(errand, { ...order, job }), async (line) => {
    const { floor, isDryRun, busy, nowMs } = errand
    if (isOnItsWay(order, nowMs))
      return { ...line, deed: 'waiting', note: 'it was ordered just now' }
    if (busy.has(order.production)) return { ...line, ...ofBusyRun(order) }
    if (isDryRun) {
      const note = `order ${order.key}, whose answer was lost, would get it`
      return { ...line, deed: 'adopted', note, cost: order.quoted }
    }
    const noticed = await noticeLostAnswer(floor.ledger, order)
    if (noticed.state === 'submitting') {
      return { ...line, deed: 'waiting', note: 'it is being ordered at this moment' }
    }
    const adopted = await floor.ledger.advance(order.key, { kind: 'job-found', job })
    if (!isSameJob(adopted.job, job)) return { ...line, note: 'another order has it by now' }
    return fetched(errand, adopted, 'adopted')
  })

const ofBusyRun = ({ production }: Order): Pick<SalvageLine, 'deed' | 'note'> => ({
  deed: 'waiting',
  note: `run ${production} is being worked on and brings it home itself`,
})

/** Bring home what an order with a job has at its vendor, or has had delivered without a place for it. */
export const fetchOrdered = (errand: Errand, order: Order): Promise<SalvageLine> =>
  toldOf(orderLine(errand, order), async (line) =>
    errand.busy.has(order.production)
      ? { ...line, ...ofBusyRun(order) }
      : fetched(errand, order, 'delivered'),
  )

const fetched = async (errand: Errand, order: Order, deed: SalvageDeed): Promise<SalvageLine> => {
  const { floor, isDryRun, signal } = errand
  const line = orderLine(errand, order)
  if (order.state === 'delivered') return atHome(errand, order, deed)
  if (order.job === null) throw new TypeError(`Order ${order.key} has no job to ask about`)
  const model = floor.videoModel(order.model)
  const status = await model.check(order.job, signal)
  if (status.state === 'gone' && !isOfAccount(order, model.account))
    return { ...line, note: anotherAccount }
  const open = whyNotDone(status)
  if (open && (isDryRun || status.state === 'queued' || status.state === 'running')) {
    return { ...line, ...open }
  }
  if (isDryRun) return { ...line, deed, note: 'it would be fetched', cost: order.quoted }
  // The vendor forgets jobs; a person has decided to wait for this one, and that stays so.
  if (status.state === 'gone' && order.state === 'parked')
    return { ...line, note: open?.note ?? '' }
  if (order.state === 'parked') {
    await floor.ledger.advance(order.key, { kind: 'job-found', job: order.job })
  }
  const outcome = await floor.desk.follow(order, model, signal)
  if (outcome.kind === 'delivered') return atHome(errand, outcome.order, deed)
  const note = 'reason' in outcome ? outcome.reason : 'it did not come in; salvage again later'
  return { ...line, note }
}

const anotherAccount =
  'the vendor was asked with another key, or at another address, than its order was sent with, and does not know it; put the first back and salvage again'

/** What is said of a job without footage; null for one that is done. */
const whyNotDone = (status: JobStatus): Pick<SalvageLine, 'deed' | 'note'> | null => {
  switch (status.state) {
    case 'queued':
    case 'running':
      return { deed: 'waiting', note: 'the vendor is still making it' }
    case 'refused':
    case 'failed':
      return { deed: 'left', note: `${status.state}: ${status.reason}` }
    case 'cancelled':
    case 'gone':
      return {
        deed: 'left',
        note: status.state === 'gone' ? 'the vendor does not know it any more' : 'cancelled',
      }
    case 'done':
      return null
  }
}

const atHome = async (errand: Errand, order: Order, deed: SalvageDeed): Promise<SalvageLine> => {
  const line = { ...orderLine(errand, order), cost: ownCost(order) }
  if (errand.isDryRun) return { ...line, deed, note: 'it is delivered and would get its place' }
  const home = await bringHome(errand.floor, order)
  if (!home) return { ...line, note: 'its run was deleted with its footage' }
  await settleTest(errand.floor, { id: order.production })
  return { ...line, deed: home.isNew ? deed : 'left', note: home.note }
}

/** Say of an order whose answer was lost that no job of it was seen. What a deleted run left open is closed where it can be. */
export const reportLost = (errand: Errand, order: Order, isListed: boolean): Promise<SalvageLine> =>
  toldOf(orderLine(errand, order), async (line) => {
    const { floor, isDryRun, busy, nowMs } = errand
    const { key, production } = order
    if (isOnItsWay(order, nowMs))
      return { ...line, deed: 'waiting', note: 'it was ordered just now' }
    if (busy.has(production)) return { ...line, ...ofBusyRun(order) }
    if (!isDryRun && (await floor.productions.removal(production))) {
      await closeOrdersWhenFree(floor, production)
      const now = await floor.ledger.order(key)
      if (now?.state === 'failed') return { ...line, note: 'it was never made; its hold is let go' }
    }
    const where = isListed
      ? 'is not among the jobs listed'
      : `${errand.vendor} has no list to look in`
    return {
      ...line,
      note: `order ${key}: its answer was lost, and ${isListed ? 'it ' : ''}${where}`,
    }
  })

/** Bring home a second job that an order had beside its own. */
export const rescueStray = async (errand: Errand, stray: StrayJob): Promise<SalvageLine> => {
  const { floor, signal } = errand
  const order = await floor.ledger.order(stray.orderKey)
  const prompt = (order && orderedPrompt(order)) ?? ''
  const { model, job, foundAt: madeAt, orderKey } = stray
  const basics = lineOf(errand, { job, at: madeAt, prompt })
  return toldOf(basics, async (line) => {
    const status = await floor.videoModel(model).check(job, signal)
    const production = order?.production ?? null
    const clip = { source: 'stray', model, job, prompt, madeAt, orderKey, production } as const
    const seconds = order && orderedSeconds(order.request)
    const told = { status, billed: null, seconds, quoted: order?.quoted ?? null }
    return rescued(errand, { ...line, run: production }, clip, told)
  })
}

/**
 * Bring home the clip of an order that was written off or failed, where its vendor has made it all the same. The order stays
 * closed: its clip goes to the shelf.
 *
 * @returns null where there is nothing to say that its order does not say
 */
export const rescueGivenUp = async (errand: Errand, order: Order): Promise<SalvageLine | null> => {
  const { job, model, key: orderKey, production, submittedAt: madeAt, state } = order
  if (job === null) throw new TypeError(`Order ${orderKey} has no job to ask about`)
  const prompt = orderedPrompt(order) ?? ''
  const line = await toldOf(orderLine(errand, order), async (basics) => {
    const maker = errand.floor.videoModel(model)
    const status = await maker.check(job, errand.signal)
    if (status.state === 'gone' && !isOfAccount(order, maker.account)) {
      return { ...basics, note: 'it was ordered with another key, which may know it' }
    }
    const clip = { source: 'salvage', model, job, prompt, madeAt, orderKey, production } as const
    const seconds = orderedSeconds(order.request)
    const told = { status, seconds, billed: settledOf(order, status), quoted: order.quoted }
    return rescued(errand, basics, clip, told)
  })
  const isNews = state === 'written-off' || line.deed !== 'left'
  if (!isNews) return null
  return { ...line, note: `its order is ${state}${unbookedText(order, line)}; ${line.note}` }
}

/** What a clip cost beyond what its order was closed with: the books keep what was said of the order then. */
const unbookedText = ({ billed }: Order, { cost, isEstimated }: SalvageLine): string =>
  cost === null || isEstimated || cost <= billed
    ? ''
    : `, and ${exactUsd(subtractUsd(cost, billed))} of what its vendor billed are in no book of this studio, for ${exactUsd(billed)} were said when it was closed`

/** What an order settled for its job, where the vendor does not tell it; null where it settled nothing, or several jobs at once. */
const settledOf = ({ billed, submissions }: Order, status: JobStatus): Usd | null => {
  const isTold = status.state === 'done' && status.bill && status.bill !== 'as-quoted'
  return isTold || billed === 0 || submissions > 1 ? null : billed
}

/** Put a job that no order of ours explains on the shelf. */
export const rescueFound = (errand: Errand, found: AccountJob): Promise<SalvageLine> => {
  const { model, job, createdAt: madeAt } = found
  const prompt = found.prompt ?? ''
  const unordered = { orderKey: null, production: null }
  const clip = { source: 'salvage', model, job, prompt, madeAt, ...unordered } as const
  return toldOf(lineOf(errand, { job, at: madeAt, prompt }), (line) =>
    rescued(errand, line, clip, { ...found, quoted: null }),
  )
}

type Provenance = Pick<
  FoundClip,
  'source' | 'model' | 'job' | 'prompt' | 'madeAt' | 'orderKey' | 'production'
>

/** What is known of a job; `quoted` is the quote of an order that asked for the same, null for none. */
interface Told extends Pick<AccountJob, 'status' | 'billed' | 'seconds'> {
  readonly quoted: Usd | null
}

const rescued = async (
  errand: Errand,
  line: SalvageLine,
  clip: Provenance,
  told: Told,
): Promise<SalvageLine> => {
  const { floor, vendor, funds, isDryRun } = errand
  const { status, billed, quoted } = told
  if (status.state !== 'done') return { ...line, ...whyNotDone(status) }
  const output = status.outputs.find(isClip)
  if (!output) return { ...line, note: status.outputs.length > 0 ? 'it is no clip' : showsNothing }
  const priced = (seconds: number | null) => {
    const price = costOfJob(floor, clip.model, { billed, bill: status.bill }, seconds)
    return price.cost === null ? { cost: quoted, isEstimated: quoted !== null } : price
  }
  if (isDryRun) {
    return { ...line, deed: 'shelved', note: 'it would be shelved', ...priced(told.seconds) }
  }
  const collected = await collectDelivery(
    { ...floor, downloads: errand.downloads },
    { output, seconds: told.seconds },
    errand.signal,
  )
  if (collected.state !== 'stored') return { ...line, note: collected.reason }
  const hash = collected.fields.outputHash ?? ''
  const { seconds } = await floor.media.probe(await floor.vault.path(hash))
  const price = priced(seconds)
  const said = { depicted: output.depicted ?? [], leaderFrames: output.leaderFrames ?? 0 }
  const { note, isNew } = await putOnShelf(floor, {
    ...{ ...clip, ...said, vendor, funds, hash },
    billed: price.isEstimated ? null : price.cost,
  })
  if (collected.spent !== null) await rm(collected.spent, { force: true })
  return isNew ? { ...line, deed: 'shelved', note, ...price } : { ...line, note }
}

const showsNothing = 'the vendor says that it is done, and shows nothing; salvage again later'

const isClip = (output: Delivery): boolean =>
  output.kind !== 'text' && output.mediaType.startsWith('video/')

const lineOf = (
  { vendor }: Errand,
  { job, at, prompt }: { readonly job: Job | null } & Pick<SalvageLine, 'at' | 'prompt'>,
): SalvageLine => ({
  ...{ vendor, job: jobText(job), at, prompt, deed: 'left', note: '' },
  ...{ cost: null, isEstimated: false, run: null, slate: null },
})

const orderLine = (errand: Errand, order: Order): SalvageLine => ({
  ...lineOf(errand, {
    job: order.job,
    at: order.submittedAt ?? order.createdAt,
    prompt: orderedPrompt(order) ?? '',
  }),
  run: order.production,
  slate: takeOfOrder(order.key).slate,
})

/** Troubles that are one job's or one vendor's: they are told on its line, and the others go on. */
const ofOneJob: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'vendor-unavailable',
  'vendor-key-missing',
  'vendor-key-refused',
  'vendor-no-permission',
  'vendor-region',
  'not-available',
  'not-found',
  'model-retired',
  'download-refused',
  'media-unsafe',
  'media-failed',
  'footage-missing',
])

const toldOf = async (
  line: SalvageLine,
  work: (line: SalvageLine) => Promise<SalvageLine>,
): Promise<SalvageLine> => {
  try {
    return await work(line)
  } catch (error) {
    if (!(isStudioError(error) && ofOneJob.has(error.code))) throw error
    return { ...line, note: error.message }
  }
}
