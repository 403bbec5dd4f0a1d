import type { Json } from '../domain/json.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import { slots } from '../kit/slots.ts'
import type { Clock } from '../ports/clock.ts'
import { isPoorKey } from './account-keys.ts'
import { clipLinkPath } from './clip-link.ts'
import type { Clips } from './clips.ts'
import type { Call } from './door.ts'
import type { ClipPlan, EmulatedJob, Fate } from './emulated-job.ts'
import type { JobFiles } from './job-files.ts'
import { balanceAfter, type Charge, chargesOf } from './ledger.ts'
import { type Standing, standingsOf } from './life.ts'
import { type Obstacle, obstacleTo } from './obstacle.ts'
import type { SettingsBoard, VendorSettings } from './settings.ts'
import type { EmulatedVendor } from './vendors.ts'

/** What the emulator is made of, handed to its parts. */
export interface Studio {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly sleep: Clock['sleep']
  /** A new UUID. */
  readonly newId: () => string
  readonly jobs: JobFiles
  readonly clips: Clips
  readonly settings: SettingsBoard
  /** The emulator's own address, without a slash at its end. */
  readonly origin: () => string
  /** Fetches pictures that requests name by their address; null when nothing is to be fetched. */
  readonly fetch: typeof globalThis.fetch | null
}

/** A request that passed a door's checks. */
export interface NewOrder {
  /** The vendor's name for it; a new UUID when there is none. */
  readonly id?: string
  readonly model: string
  /** What the ledger knows the prompt by. */
  readonly prompt: string
  readonly request: Json
  readonly clip: ClipPlan | null
  readonly microUsd: number
  readonly credits: number | null
  /** How a job ends that is refused for its content. */
  readonly moderated: Fate
  /** How a job ends that the vendor fails with. */
  readonly failed: Fate
}

/** What came of an order. */
export type Acceptance = { readonly kind: 'accepted'; readonly job: EmulatedJob } | Obstacle

/** One vendor's account: what its door does with jobs and money. */
export interface Desk {
  readonly studio: Studio
  settings(): VendorSettings
  /** Take an order. It is on the disk and in the ledger when this resolves. */
  accept(order: NewOrder, call: Call): Promise<Acceptance>
  /** Null for what was removed or never was. */
  standing(id: string): Promise<Standing | null>
  /** All jobs, removed ones included, the oldest first; whether their clips are drawn is not looked at. */
  standings(): Promise<readonly Standing[]>
  remove(job: EmulatedJob): Promise<void>
  charges(): Promise<readonly Charge[]>
  /** What is left of the money of the account that a key is of, in micro-dollars. */
  balance(key: string): Promise<number>
  /** A fresh address of a finished job's clip, which is made if it is not there; what a fault says in its place. */
  link(job: EmulatedJob, call: Call): Promise<string>
}

/** How a vendor treats orders beyond its slots. */
export interface DeskRules {
  readonly vendor: EmulatedVendor
  /** `wait`: taken and throttled. `refuse`: not taken. */
  readonly beyondSlots: 'wait' | 'refuse'
}

/** The desk of one vendor. */
export const deskOf = (studio: Studio, { vendor, beyondSlots }: DeskRules): Desk => {
  const oneAtATime = slots(1)
  const settings = (): VendorSettings => studio.settings.of(vendor)

  const standings = async (): Promise<readonly Standing[]> => {
    const limit = beyondSlots === 'wait' ? settings().slots : null
    return standingsOf(await studio.jobs.all(vendor), limit, studio.now())
  }
  const charges = async (): Promise<readonly Charge[]> => chargesOf(await standings(), studio.now())

  const accept = async (order: NewOrder, call: Call): Promise<Acceptance> => {
    const before = await standings()
    const now = studio.now()
    const inTheWay = obstacleTo({
      model: order.model,
      microUsd: order.microUsd * priceFactor(call),
      standings: before,
      settings: settings(),
      beyondSlots,
      now,
    })
    if (inTheWay !== null) return inTheWay
    const id = order.id ?? studio.newId()
    const place = { vendor, id, now, sequence: before.length, settings: settings() }
    const job = newJob(order, call, place)
    await studio.jobs.save(job)
    return { kind: 'accepted', job }
  }

  return {
    studio,
    settings,
    accept: (order, call) => oneAtATime.run(() => accept(order, call)),
    standings,
    standing: async (id) => {
      const found = (await standings()).find(({ job }) => job.id === id)
      return found === undefined || found.stage.kind === 'removed' ? null : drawn(studio, found)
    },
    remove: (job) => studio.jobs.remove(job, studio.now()),
    charges,
    balance: async (key) =>
      isPoorKey(key) ? 0 : balanceAfter(settings().fundsMicroUsd, await charges()),
    link: async (job, { misfortune }) => {
      await studio.clips.fileOf(job)
      const other = misfortune['file-link']
      if (other) return String(other.value ?? 'file:///etc/hosts')
      const expiresAt = studio.now() + settings().linkLifeMs
      const nonce = studio.newId().slice(0, 8)
      return `${studio.origin()}${clipLinkPath({ vendor, job: job.id, expiresAt }, nonce)}`
    },
  }
}

/** How long who asks for a finished job waits for its clip, before he is told that the job still runs. */
const patienceMs = 10_000

/** A job is done when its clip is drawn; it is drawn while the job runs, when somebody looks. */
const drawn = async (studio: Studio, standing: Standing): Promise<Standing> => {
  const { job, stage } = standing
  if (job.clip === null || job.fate.kind !== 'succeeds') return standing
  if (stage.kind === 'running') studio.clips.begin(job)
  if (stage.kind !== 'ended') return standing
  const isEnough = new AbortController()
  const tooLong = studio.sleep(patienceMs, isEnough.signal).then(
    () => false,
    () => false,
  )
  try {
    const isDrawn = await Promise.race([studio.clips.fileOf(job).then(() => true), tooLong])
    return isDrawn ? standing : { ...standing, stage: { kind: 'running', progress: 0.99 } }
  } finally {
    isEnough.abort()
  }
}

/** How many times the list price an order costs. */
const priceFactor = ({ misfortune }: Call): number => Number(misfortune['price-change']?.value ?? 1)

const newJob = (
  order: NewOrder,
  call: Call,
  at: {
    readonly vendor: EmulatedVendor
    readonly id: string
    readonly now: number
    readonly sequence: number
    readonly settings: VendorSettings
  },
): EmulatedJob => {
  const { misfortune, key } = call
  const factor = priceFactor(call)
  const late = misfortune['billed-late']
  return {
    schema: 'emulated-job@1',
    vendor: at.vendor,
    id: at.id,
    model: order.model,
    acceptedAt: at.now,
    sequence: at.sequence,
    pace: { queuedMs: at.settings.queuedMs, runMs: at.settings.runMs },
    request: withoutPictures(order.request),
    clip: order.clip,
    fate: fateOf(order, misfortune),
    charge: {
      microUsd: Math.round(order.microUsd * factor),
      credits: order.credits === null ? null : Math.round(order.credits * factor),
      promptHash: sha256(order.prompt),
      key: `…${key.slice(-4)}`,
      billedAt: at.now + (late?.delayMs ?? 0),
      isLate: late !== undefined,
    },
    removed: null,
  }
}

const fateOf = ({ moderated, failed }: NewOrder, misfortune: Call['misfortune']): Fate => {
  const rule = misfortune.moderation ?? misfortune['job-failure']
  if (rule === undefined) return { kind: 'succeeds' }
  const fate = misfortune.moderation ? moderated : failed
  return fate.kind === 'fails' && rule.value !== undefined
    ? { ...fate, code: String(rule.value) }
    : fate
}

/** Longest text of a request that is written down as it is: longer than any prompt. */
const longestText = 20_000

const withoutPictures = (value: Json): Json => {
  if (typeof value === 'string' && value.length > longestText) {
    return `sha256:${sha256(value)} (${value.length} characters)`
  }
  return value === null || typeof value !== 'object'
    ? value
    : (JSON.parse(canonicalJson(value), (_key, inner: Json) =>
        typeof inner === 'string' ? withoutPictures(inner) : inner,
      ) as Json)
}
