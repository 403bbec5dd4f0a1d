import { isStudioError } from '../domain/errors.ts'
import { type Funds, sumUsd } from '../domain/money.ts'
import type { Job, Order } from '../domain/order.ts'
import { isSameJob } from '../domain/order-machine.ts'
import { clockSlackMs, matchJobs, mayHaveJob } from '../domain/salvage.ts'
import type { Downloads } from '../ports/downloads.ts'
import type { AccountJob, VendorAccount } from '../ports/vendor-account.ts'
import type { Floor } from './floor.ts'
import { keysMissing } from './keys-missing.ts'
import { salvageJob } from './salvage-by-id.ts'
import {
  adopt,
  type Errand,
  fetchOrdered,
  reportLost,
  rescueFound,
  rescueGivenUp,
  rescueStray,
} from './salvage-jobs.ts'
import {
  isRescued,
  type SalvagedAccount,
  type SalvageLine,
  type SalvageReport,
} from './salvage-report.ts'

/** A vendor that clips are bought from. */
export interface ClipVendor {
  readonly vendor: string
  /** @throws StudioError `vendor-key-missing`, `bad-input` where it may not be reached */
  open(): VendorAccount
}

/** What salvage works with. */
export interface SalvageParts {
  readonly floor: Floor
  readonly downloads: Downloads
  readonly vendors: readonly ClipVendor[]
  /** Whose money was spent at these accounts. */
  readonly funds: Funds
}

/** What is to be salvaged. */
export interface SalvageWish {
  /** Only this vendor; null for all. */
  readonly vendor: string | null
  /** Jobs of nobody's since then, ISO 8601, UTC. Orders of ours are looked after whatever their age. */
  readonly sinceIso: string
  /** Only this job of the vendor that is named, by the vendor's id, whatever its age; null for all. */
  readonly job: string | null
  /** Change nothing; say what would be done. */
  readonly isDryRun: boolean
}

/**
 * Bring home what was paid for and never collected: give lost orders the jobs that came of them, fetch what orders have at
 * their vendors, and put the rest of what the accounts hold on the cutting-room shelf, with what orders that were given up have
 * had made. Spends nothing; safe to do again.
 *
 * @throws StudioError when a vendor that is named cannot be asked; `vendor-key-missing` where none can for want of keys; as `salvageJob` for a job that is named; as the vault when
 *   footage cannot be stored
 */
export const salvage = async (
  parts: SalvageParts,
  wish: SalvageWish,
  signal: AbortSignal,
): Promise<SalvageReport> => {
  const accounts: SalvagedAccount[] = []
  const lines: SalvageLine[] = []
  for (const one of parts.vendors) {
    if (wish.vendor !== null && one.vendor !== wish.vendor) continue
    if (wish.job !== null) {
      accounts.push({ vendor: one.vendor, state: 'asked', note: '' })
      lines.push(await salvageJob(await errandTo(parts, one, wish, signal), one.open(), wish.job))
      continue
    }
    const sinceIso = await listedSince(parts, one.vendor, wish)
    const seen = await askAccount(one, { ...wish, sinceIso }, signal)
    accounts.push(seen.account)
    if (seen.account.state === 'no-key' || seen.account.state === 'not-asked') continue
    lines.push(...(await salvageAccount(parts, wish, seen, signal)))
  }
  if (accounts.length > 0 && accounts.every(({ state }) => state === 'no-key')) {
    throw keysMissing(accounts.map(({ note }) => note))
  }
  const rescued = lines.filter(isRescued)
  return {
    ...{ accounts, lines, isDryRun: wish.isDryRun, clips: rescued.length },
    rescued: sumUsd(...rescued.flatMap(({ cost }) => cost ?? [])),
  }
}

const errandTo = async (
  parts: SalvageParts,
  { vendor }: Pick<ClipVendor, 'vendor'>,
  { isDryRun }: SalvageWish,
  signal: AbortSignal,
): Promise<Errand> => {
  const { floor, funds } = parts
  const orders = await floor.shelf.awaited({ vendor, funds })
  return {
    ...{ ...parts, vendor, isDryRun, signal },
    busy: await floor.productions.directed([...new Set(orders.map((order) => order.production))]),
    nowMs: await floor.ledger.now(),
  }
}

/** As far back as was asked for, or as the oldest order whose job is not known. */
const listedSince = async (
  { floor, funds }: SalvageParts,
  vendor: string,
  { sinceIso }: SalvageWish,
): Promise<string> => {
  const orders = await floor.shelf.awaited({ vendor, funds })
  const left = orders.filter(mayHaveJob).flatMap(({ submittedAt }) => submittedAt ?? [])
  const oldest = Math.min(...left.map((at) => Date.parse(at) - clockSlackMs), Date.parse(sinceIso))
  return new Date(oldest).toISOString()
}

interface Seen {
  readonly account: SalvagedAccount
  readonly jobs: readonly AccountJob[]
  /** How far the vendor's clock is ahead of ours, in milliseconds; 0 where it is not known. */
  readonly aheadMs: number
}

const askAccount = async (
  { vendor, open }: ClipVendor,
  wish: SalvageWish,
  signal: AbortSignal,
): Promise<Seen> => {
  try {
    const account = open()
    if (!account.jobs) {
      const note = `${vendor} has no list of jobs; only jobs that orders of yours are known to have can be brought home`
      return { account: { vendor, state: 'asked', note }, jobs: [], aheadMs: 0 }
    }
    const { jobs, complete, aheadMs } = await account.jobs(wish.sinceIso, signal)
    const note = complete ? '' : 'its list may not be whole'
    return { account: { vendor, state: 'listed', note }, jobs, aheadMs: aheadMs ?? 0 }
  } catch (error) {
    if (!isStudioError(error) || wish.vendor !== null) throw error
    const state = error.code === 'vendor-key-missing' ? 'no-key' : 'not-asked'
    return { account: { vendor, state, note: error.message }, jobs: [], aheadMs: 0 }
  }
}

/** The list was read before our tables: whose job is in it has its order in them. */
const salvageAccount = async (
  parts: SalvageParts,
  wish: SalvageWish,
  { account, jobs, aheadMs }: Seen,
  signal: AbortSignal,
): Promise<readonly SalvageLine[]> => {
  const { floor, funds } = parts
  const { sinceIso } = wish
  const whose = { vendor: account.vendor, funds }
  const orders = await floor.shelf.awaited(whose)
  const strays = await floor.shelf.strays(whose)
  const unknown = await floor.shelf.unknownJobs(
    whose,
    jobs.map(({ job }) => job),
  )
  const free = jobs.filter(
    ({ job }) => includes(unknown, job) && !strays.some((stray) => isSameJob(stray.job, job)),
  )
  const lost = orders.filter(mayHaveJob)
  const adoptions = matchJobs(lost, free, aheadMs)
  const adopted = adoptions.map(({ order }) => order)
  const taken = adoptions.map(({ found }) => found)
  const givenUp = (await floor.shelf.givenUp(whose)).filter((order) =>
    isWorthALook(order, sinceIso),
  )
  const errand = await errandTo(parts, account, wish, signal)
  const isListed = account.state === 'listed'
  const works = [
    ...adoptions.map(
      ({ order, found }) =>
        () =>
          adopt(errand, order, found.job),
    ),
    ...orders
      .filter((order) => !lost.includes(order))
      .map((order) => () => fetchOrdered(errand, order)),
    ...lost
      .filter((order) => !adopted.includes(order))
      .map((order) => () => reportLost(errand, order, isListed)),
    ...strays.map((stray) => () => rescueStray(errand, stray)),
    ...givenUp.map((order) => () => rescueGivenUp(errand, order)),
    ...free
      .filter((job) => !taken.includes(job) && isSince(job, sinceIso))
      .map((job) => () => rescueFound(errand, job)),
  ]
  const lines: SalvageLine[] = []
  for (const work of works) {
    if (signal.aborted) break
    const line = await work()
    if (line) lines.push(line)
  }
  return lines
}

const isSince = ({ createdAt }: AccountJob, sinceIso: string): boolean =>
  createdAt === null || Date.parse(createdAt) >= Date.parse(sinceIso)

/** Whose vendor said that it failed is asked again for a while; whom a person gave up, without its vendor's word, always. */
const isWorthALook = ({ state, submittedAt }: Order, sinceIso: string): boolean =>
  state === 'written-off' || Date.parse(submittedAt ?? '') >= Date.parse(sinceIso)

const includes = (jobs: readonly Job[], job: Job): boolean =>
  jobs.some((one) => isSameJob(one, job))
