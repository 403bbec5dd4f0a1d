import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StudioError } from '../domain/errors.ts'
import { errnoOf } from '../kit/file-error.ts'
import { makeFolder } from '../kit/files.ts'
import type { ClipMaker } from '../ports/clip-maker.ts'
import type { Clock } from '../ports/clock.ts'
import { type AnswerMessages, anthropicDoor } from './anthropic/anthropic-door.ts'
import { clipFiles } from './clips.ts'
import type { Controlled } from './control.ts'
import { type Desk, deskOf, type Studio } from './desk.ts'
import type { Door } from './door.ts'
import { type FaultRule, faultBox } from './faults.ts'
import { frontDesk } from './front-desk.ts'
import { jobFiles } from './job-files.ts'
import { lumaDoor } from './luma/luma-door.ts'
import { lumaLegacyDoor } from './luma-legacy/luma-legacy-door.ts'
import { runwayDoor } from './runway/runway-door.ts'
import { type SettingsChange, settingsBoard } from './settings.ts'
import { type Uploads, uploadFiles } from './uploads.ts'
import { type EmulatedVendor, vendorPrefix } from './vendors.ts'

/** How an emulator is set up. */
export interface EmulatorOptions {
  /** 0 for any that is free. */
  readonly port: number
  /** The vendors that are served; the others are not found. */
  readonly vendors: readonly EmulatedVendor[]
  /**
   * Where the accounts are kept: jobs, charges, uploads and clips. Several emulators over one folder serve the same
   * accounts, and one that was killed is taken up where it was. It need not exist.
   */
  readonly folder: string
  readonly makeClip: ClipMaker
  /** Answers the Messages API; null where `anthropic` is not served. */
  readonly answerMessages: AnswerMessages | null
  readonly clock: Clock
  /** A new UUID. */
  readonly newId: () => string
  /** Where the rates of fault rules are drawn from. */
  readonly seed: number
  /** Changes of the default settings. */
  readonly settings?: readonly SettingsChange[]
  /** Fault rules from the start. */
  readonly faults?: readonly FaultRule[]
  /** Fetches pictures that requests name by their address; null when nothing is to be fetched. */
  readonly fetch: typeof globalThis.fetch | null
  /** Told what went wrong in the emulator itself; the client got a 500. */
  readonly report: (error: unknown) => void
}

/** A running emulator. */
export interface Emulator {
  /** `http://127.0.0.1:4711` */
  readonly url: string
  /** What each vendor's SDK is given as base URL. */
  readonly baseUrls: Readonly<Record<EmulatedVendor, string>>
  /** Ends it, and every connection with it. A second call does nothing. */
  close(): Promise<void>
}

/**
 * Start an emulator of the vendors' APIs on 127.0.0.1. State is files; nothing depends on timers.
 *
 * @throws StudioError `bad-input` when the port is taken; `disk-full`, `not-writable`
 * @throws TypeError when `anthropic` is served and nobody answers
 */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  if (options.vendors.includes('anthropic') && options.answerMessages === null) {
    throw new TypeError('The emulator cannot serve anthropic without answerMessages')
  }
  await makeFolder(options.folder)
  const address: { url: string } = { url: '' }
  const server = createServer()
  const parts = partsOf(options, () => address.url)
  server.on(
    'request',
    frontDesk({
      ...parts,
      doors: doorsOf(options, parts.desks, parts.uploads),
      clock: options.clock,
      report: options.report,
    }),
  )
  address.url = `http://127.0.0.1:${await listen(server, options.port)}`
  return { url: address.url, baseUrls: parts.baseUrls(), close: () => close(server) }
}

const partsOf = (options: EmulatorOptions, origin: () => string): Controlled => {
  const { folder, newId } = options
  const now = (): number => options.clock.now()
  const jobs = jobFiles(folder)
  const settings = settingsBoard(options.settings ?? [])
  const studio: Studio = {
    now,
    sleep: (ms, signal) => options.clock.sleep(ms, signal),
    newId,
    jobs,
    clips: clipFiles(folder, jobs, options.makeClip),
    settings,
    origin,
    fetch: options.fetch,
  }
  return {
    studio,
    settings,
    desks: {
      luma: deskOf(studio, { vendor: 'luma', beyondSlots: 'refuse' }),
      'luma-legacy': deskOf(studio, { vendor: 'luma-legacy', beyondSlots: 'refuse' }),
      runway: deskOf(studio, { vendor: 'runway', beyondSlots: 'wait' }),
      anthropic: deskOf(studio, { vendor: 'anthropic', beyondSlots: 'refuse' }),
    },
    uploads: uploadFiles({ folder, now, newId, origin }),
    faults: faultBox(options.seed, options.faults ?? []),
    baseUrls: () => baseUrlsAt(origin()),
  }
}

const baseUrlsAt = (url: string): Readonly<Record<EmulatedVendor, string>> => ({
  luma: `${url}${vendorPrefix.luma}`,
  'luma-legacy': `${url}${vendorPrefix['luma-legacy']}`,
  runway: `${url}${vendorPrefix.runway}`,
  anthropic: `${url}${vendorPrefix.anthropic}`,
})

const doorsOf = (
  { vendors, answerMessages }: EmulatorOptions,
  desks: Readonly<Record<EmulatedVendor, Desk>>,
  uploads: Uploads,
): readonly Door[] => {
  const doors = [
    lumaDoor(desks.luma),
    lumaLegacyDoor(desks['luma-legacy']),
    runwayDoor(desks.runway, uploads),
    ...(answerMessages === null ? [] : [anthropicDoor(desks.anthropic, answerMessages)]),
  ]
  return doors.filter(({ vendor }) => vendors.includes(vendor))
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(port, error)))
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const listenError = (port: number, error: Error): Error =>
  ['EADDRINUSE', 'EACCES'].includes(errnoOf(error))
    ? new StudioError({
        code: 'bad-input',
        message: `The emulator cannot listen on port ${port} of 127.0.0.1 (${errnoOf(error)}). Choose another, or 0 for any that is free.`,
        cause: error,
      })
    : error

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!server.listening) return resolve()
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
