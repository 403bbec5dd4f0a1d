import { vendorOf } from '../domain/catalogue-model.ts'
import type { Usd } from '../domain/money.ts'
import { type Charge, type Order, ownCost } from '../domain/order.ts'
import { isSameJob } from '../domain/order-machine.ts'
import { orderedPrompt } from '../domain/salvage.ts'
import type { FoundClip } from '../domain/shelf.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import { estimatedCost, type JobCost } from './clip-cost.ts'
import type { Floor } from './floor.ts'
import { clearRemoved } from './remove.ts'
import { readDocument } from './rows.ts'
import { takeOrderKey } from './shot-order.ts'
import { conform, deliverySaid } from './take.ts'
import { type TakeRequest, takeRow } from './take-work.ts'
import { whenFree } from './when-free.ts'

/** Where footage that was brought home is, in words. */
export interface Home {
  readonly isShelved: boolean
  /** Whether it was not at home before. */
  readonly isNew: boolean
  readonly note: string
}

/**
 * Give what an order delivered its place: it is a take of its shot; where its run is deleted, or went on without it, a clip on
 * the shelf. Safe to call again.
 */
export const bringHome = async (floor: Floor, order: Order): Promise<Home | null> => {
  const { production } = order
  const removal = await floor.productions.removal(production)
  if (removal && !removal.isShelved) {
    await clearRemoved(floor, production)
    return null
  }
  if (removal) return shelveOrder(floor, order, 'salvage')
  const home = await whenFree(floor, production, () => becomeTake(floor, order))
  if (home !== 'busy') return home
  return { ...inTake, note: `run ${production} is being worked on and takes it in itself` }
}

const becomeTake = async (floor: Floor, order: Order): Promise<Home> => {
  const { production } = order
  const call = await calledFor(floor, order)
  if (!call) return shelveOrder(floor, order, 'adopted-late')
  await conform({ ...floor, signal: () => neverAborted }, call)
  const take = await takeRow(floor, call)
  // The run has gone on without it: its take says that there is no footage.
  if (take?.footage.kind !== 'stored') return shelveOrder(floor, order, 'adopted-late')
  const { pilot, slate } = call
  const next = (await isInFilm(floor, call))
    ? `; to cut it in: npx --no-install claude-studio takes circle ${production} ${pilot}/${slate}, then render ${production}`
    : ''
  return { ...inTake, note: `take ${pilot}/${slate} of run ${production}${next}` }
}

/** An order is asked about only while it has no take with footage. */
const inTake = { isShelved: false, isNew: true } as const

/** Whether a take came in for a film that is finished and could show it. */
const isInFilm = async (
  { productions }: Floor,
  { production, pilot }: TakeRequest,
): Promise<boolean> => {
  const run = await productions.get(production)
  if (run?.state !== 'wrapped') return false
  const { winner } = await readDocument(productions, production, 'verdict')
  return winner === pilot
}

const calledFor = async (floor: Floor, { key, production }: Order): Promise<TakeRequest | null> => {
  const calls = await floor.productions.documents(production, 'call-sheet')
  const requests = calls.map(({ body }) => body as unknown as TakeRequest)
  return requests.find(({ pilot, slate }) => takeOrderKey(production, pilot, slate) === key) ?? null
}

/**
 * Put what an order delivered on the shelf.
 *
 * @throws TypeError for an order that was not delivered
 */
export const shelveOrder = async (
  floor: Floor,
  order: Order,
  source: FoundClip['source'],
): Promise<Home> => {
  const { model, funds, key: orderKey, production, outputHash, job } = order
  if (outputHash === null) throw new TypeError(`Order ${orderKey} has no footage to shelve`)
  return putOnShelf(floor, {
    ...{ source, vendor: vendorOf(model), funds, model },
    // What was delivered at once has no job; the order itself tells it from others.
    job: job ?? { order: orderKey },
    prompt: orderedPrompt(order) ?? '',
    madeAt: order.submittedAt,
    billed: ownCost(order),
    hash: outputHash,
    ...deliverySaid(order),
    ...{ orderKey, production },
  })
}

/** Measure a stored clip and put it on the shelf. */
export const putOnShelf = async (
  floor: Floor,
  clip: Omit<FoundClip, 'seconds' | 'size'>,
): Promise<Home> => {
  const { video, seconds } = await floor.media.probe(await floor.vault.path(clip.hash))
  const size = video && { width: video.width, height: video.height }
  const isNew = await floor.shelf.keep({ ...clip, seconds, size })
  const clips = await floor.shelf.clips()
  const shelved = clips.find((one) =>
    isNew
      ? one.originalHash === clip.hash
      : one.vendor === clip.vendor && one.funds === clip.funds && isSameJob(one.job, clip.job),
  )
  const id = shelved?.id ?? ''
  const run = clip.production === null ? null : await floor.productions.get(clip.production)
  const next =
    clip.source === 'adopted-late' ? (run?.isTest ? showHint(id) : castHint(id, clip)) : ''
  return { isShelved: true, isNew, note: `${id} on the shelf${isNew ? '' : ' already'}${next}` }
}

/** A test has no film that a clip could be cut into. */
const showHint = (id: string): string =>
  `; its file: npx --no-install claude-studio shelf show ${id}`

const castHint = (id: string, { production, orderKey }: Omit<FoundClip, 'seconds' | 'size'>) => {
  const shot = orderKey?.split('/')[3] ?? 'SHOT'
  return `, for run ${production} was over; to cut it in: npx --no-install claude-studio shelf cast ${id} --run ${production} --shot ${shot}`
}

/** The cost of a job that no order of ours has paid. */
export const costOfJob = (
  { prices, catalogue }: Pick<Floor, 'prices' | 'catalogue'>,
  model: string | null,
  told: { readonly billed: Usd | null; readonly bill: Charge | undefined },
  seconds: number | null,
): JobCost => {
  if (told.billed !== null) return { cost: told.billed, isEstimated: false }
  if (model !== null && told.bill && told.bill !== 'as-quoted') {
    const billed = prices.billed(model, told.bill)
    if (billed !== null) return { cost: billed, isEstimated: told.bill.amount === null }
  }
  return estimatedCost(catalogue, { model, seconds })
}
