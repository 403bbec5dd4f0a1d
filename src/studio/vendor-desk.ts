import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunMode } from '../catalogue.ts'
import { catalogue, catalogueFor, vendors } from '../catalogue.ts'
import { noKeys } from '../config/key-ring.ts'
import type { Settings } from '../config/settings.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Units } from '../domain/order.ts'
import { writeWhole } from '../kit/files.ts'
import { withinTime } from '../kit/within-time.ts'
import { mediaTool } from '../media/media-tool.ts'
import { ffmpegTools } from '../media/run-ffmpeg.ts'
import type { CrewQuestion, LanguageModel } from '../ports/language-model.ts'
import type { MediaTool } from '../ports/media-tool.ts'
import type { DeliveryBody, PaidModel, Started } from '../ports/paid-model.ts'
import type { AccountJob, VendorAccount } from '../ports/vendor-account.ts'
import type { ShotOrder, VideoModel } from '../ports/video-model.ts'
import { longestDownloadMs, mostBytesOf } from '../production/collect.ts'
import { asPart } from '../production/outcome.ts'
import { troubleRemedy, type VendorContact } from '../production/trouble-remedy.ts'
import { safeDownloads } from '../vault/safe-download.ts'
import { accountIn, contactOf, openNetwork } from './network.ts'
import type { StudioAccess } from './studio.ts'
import { openVendors, type VendorSources, type Vendors } from './vendors.ts'

/** A request as it would leave, without what it is signed with. */
export interface RehearsedRequest {
  readonly method: string
  readonly url: string
  /** Text of the body; long texts in it, such as pictures, are cut. Empty for none. */
  readonly body: string
}

/** What sending an order would do. */
export type Rehearsal = { readonly units: Units } & (
  | { readonly kind: 'sends'; readonly requests: readonly RehearsedRequest[] }
  /** The adapter would not send it. */
  | { readonly kind: 'declines'; readonly reason: string }
)

/** A job that an account holds, as the vendor tells it. */
export type VendorJob = AccountJob

/** Which file of a job is fetched, and where it goes. */
export interface DeskDownload {
  /** A vendor, or a model in its place: see {@link Vendors.account}. */
  readonly account: string
  /** The vendor's id of the job. */
  readonly job: string
  /** Which of the job's files, from 0. */
  readonly output: number
  /** Absolute path. */
  readonly target: string
}

/** A studio that only looks at vendors: no database, no engine, no home; nothing is ordered. */
export interface VendorDesk extends Pick<Vendors, 'catalogue' | 'account'> {
  readonly mode: Exclude<RunMode, 'offline'>
  readonly media: Pick<MediaTool, 'inspectUpload'>
  videoModel(id: string): VideoModel
  languageModel(id: string): LanguageModel
  /**
   * Fetch what a finished job delivered: whole, looked into, or not at all. A link that does not work is asked for anew.
   *
   * @throws StudioError `not-found`, `not-available` for a job that is not done; as {@link VendorAccount}; as `Downloads`;
   *   `media-unsafe`, `not-writable`, `disk-full`
   */
  download(wanted: DeskDownload, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Marks of a vendor's accounts that orders leave for as the keys and addresses are set: the real one, and the emulator's. */
export const accountsAtHand = (settings: Settings, vendor: string): ReadonlySet<string> => {
  const named = catalogueFor('live').filter((model) => model.vendor === vendor)
  const ids = [vendor, ...named.map(({ id }) => id)]
  const modes = ['live', 'emulated'] as const
  return new Set(modes.flatMap((mode) => ids.flatMap((id) => accountIn(settings, mode)(id) ?? [])))
}

/** Longest wait for one answer of a vendor to a question, in milliseconds. Chosen by this project. */
const questionMs = 60_000

/** How often a file is fetched, by a fresh link each time. */
const downloadTries = 3

/**
 * Open a desk that looks at vendors: at the emulator's, or at the real ones.
 *
 * @throws StudioError `bad-input` when the environment leads an emulated desk off this machine
 */
export const openVendorDesk = async (
  settings: Settings,
  { mode, timeoutMs }: StudioAccess,
): Promise<VendorDesk> => {
  const network = await openNetwork(settings, mode)
  if (network === null || mode === 'offline') {
    throw new TypeError('A desk for vendors is live or emulated')
  }
  const { vendors: opened } = network
  const media = mediaTool(ffmpegTools(settings))
  const downloads = safeDownloads({ allowLoopback: mode === 'emulated' })
  const account = (vendorOrModel: string): VendorAccount =>
    patient(opened.account(vendorOrModel), timeoutMs ?? questionMs)
  const fetchTo = (target: string, link: Link, signal: AbortSignal): Promise<void> => {
    const { mediaType, url, loopbackOrigin } = link
    const limits = {
      mediaType,
      mostBytes: mostBytesOf(link.seconds),
      timeoutMs: timeoutMs ?? longestDownloadMs,
      ...(loopbackOrigin === undefined ? {} : { loopbackOrigin }),
    }
    return writeWhole(
      target,
      async (path) => rename(await downloads.fetch(url, dirname(path), limits, signal), path),
      (path) => media.inspectDelivery(path),
    )
  }
  return {
    ...{ mode, media, catalogue: opened.catalogue, account },
    videoModel: (id) => opened.videoModel(id),
    languageModel: (id) => opened.languageModel(id),
    download: async (wanted, signal) => {
      for (let tries = 1; ; tries += 1) {
        const link = await linkOf(account(wanted.account), wanted, signal)
        try {
          return await fetchTo(wanted.target, link, signal)
        } catch (error) {
          if (tries === downloadTries || !isWorthAnother(error)) throw unusable(wanted, error)
        }
      }
    },
    close: () => network.close(),
  }
}

/** An account that is given up when it does not answer in time. */
const patient = (account: VendorAccount, patienceMs: number): VendorAccount => {
  const { vendor, jobs } = account
  const within = <Result>(
    signal: AbortSignal,
    ask: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> => withinTime(vendor, patienceMs, signal, ask)
  return {
    vendor,
    standing: (signal) => within(signal, (either) => account.standing(either)),
    job: (id, signal) => within(signal, (either) => account.job(id, either)),
    drift: (signal) => within(signal, (either) => account.drift(either)),
    ...(jobs
      ? { jobs: (sinceIso, signal) => within(signal, (either) => jobs(sinceIso, either)) }
      : {}),
  }
}

/** What is wrong with a file, with the job that it is of. */
const unusable = ({ account, job }: DeskDownload, error: unknown): unknown =>
  isStudioError(error) && error.code === 'media-unsafe'
    ? new StudioError({
        code: 'media-unsafe',
        message: `What ${account} delivered of job ${job} cannot be used: ${asPart(error.message)}. Nothing was written.`,
        cause: error,
      })
    : error

/** A link to a file, and the length that was ordered, in seconds; null where the vendor does not say. */
type Link = Extract<DeliveryBody, { kind: 'link' }> & Pick<AccountJob, 'seconds'>

const isWorthAnother = (error: unknown): boolean =>
  isStudioError(error) && error.code === 'vendor-unavailable'

/** A fresh link to a file of a job: vendors mint one at every look. */
const linkOf = async (
  account: VendorAccount,
  { job: id, output }: DeskDownload,
  signal: AbortSignal,
): Promise<Link> => {
  const { vendor } = account
  const job = await account.job(id, signal)
  if (job === null) throw unknownJob(vendor, id)
  const { status } = job
  if (status.state !== 'done') {
    throw new StudioError({
      code: 'not-available',
      message: `Job ${id} of ${vendor} is ${status.state}: there is nothing to download${status.state === 'queued' || status.state === 'running' ? ' yet' : ''}.`,
      retry: status.state === 'queued' || status.state === 'running' ? 'later' : 'never',
    })
  }
  const made = status.outputs[output]
  if (made?.kind === 'link') return { ...made, seconds: job.seconds }
  throw new StudioError({
    code: 'not-available',
    message: `Job ${id} of ${vendor} is done and has no file to download.`,
  })
}

/** The error for a job that a vendor does not know. */
export const unknownJob = (vendor: string, id: string): StudioError =>
  new StudioError({
    code: 'not-found',
    message: `${vendor} knows no job "${id}" of this account. It may be another account's, or be deleted.`,
  })

/**
 * What an order would send to its vendor. The adapter makes its request as it does live, and nobody is asked: no key is
 * read, and what would leave ends here.
 *
 * @throws StudioError `bad-input` when the environment would send the key to a host that may not have it
 */
export const rehearseOrder = async (
  settings: Settings,
  model: string,
  order: RehearsedOrder,
): Promise<Rehearsal> => {
  const requests: RehearsedRequest[] = []
  const opened = await openVendors(rehearsalSources(settings, model, requests))
  const { signal } = new AbortController()
  const [units, started] =
    order.kind === 'clip'
      ? await sent(opened.videoModel(model), order.shot, signal)
      : await sent(opened.languageModel(model), order.question, signal)
  if (requests.length > 0) return { kind: 'sends', units, requests }
  return { kind: 'declines', units, reason: reasonOf(started, contactOf('live', noKeys)(model)) }
}

const sent = async <Request>(
  model: PaidModel<Request>,
  request: Request,
  signal: AbortSignal,
): Promise<readonly [Units, Started]> => [
  model.units(request),
  await model.start(request, 'rehearsal', signal),
]

/** What is rehearsed. */
export type RehearsedOrder =
  | { readonly kind: 'clip'; readonly shot: ShotOrder }
  | { readonly kind: 'answer'; readonly question: CrewQuestion }

const reasonOf = (started: Started, contact: VendorContact): string => {
  if (!('reason' in started)) return 'The adapter sent nothing.'
  const trouble = 'trouble' in started ? started.trouble : undefined
  if (!trouble) return started.reason
  return `${asPart(started.reason)}. ${troubleRemedy(trouble, contact, 'unsent')}`
}

/** The vendor as it is live, with a key that opens nothing and a way out that leads nowhere. */
const rehearsalSources = (
  { baseUrls, trustedHosts }: Settings,
  model: string,
  requests: RehearsedRequest[],
): VendorSources => {
  const row = catalogue.find(({ id }) => id === model)
  const vendor = vendors.find(({ id }) => id === row?.vendor)
  const surface = vendor?.surfaces.find(({ name }) => name === (row?.surface ?? ''))
  const key = `${surface?.keyPrefix ?? ''}rehearsal`
  const names = vendor?.keyNames ?? []
  const value = (name: string): string | null => (names.includes(name) ? key : null)
  return {
    ...{ mode: 'live', baseUrls, movedBy: [], trustedHosts, pollMs: null },
    keys: { names, value, source: () => null, hasKeychain: () => false },
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const body = await request.text()
      requests.push({ method: request.method, url: request.url, body: shortened(body) })
      throw new TypeError('Nothing is sent in a rehearsal.')
    },
  }
}

/** Longest text of a body that is shown whole, in characters: what is longer than any prompt is a picture. */
const longestText = 10_000

const shortened = (body: string): string => {
  if (body === '') return ''
  return JSON.stringify(JSON.parse(body), (_name, value: unknown) =>
    typeof value === 'string' && value.length > longestText
      ? `${value.slice(0, 60)}… (${value.length} characters)`
      : value,
  )
}
