import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { vendors as catalogueVendors } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import { StudioError } from '../domain/errors.ts'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { type FaultRule, faultRules } from '../emulator/faults.ts'
import { messagesDoor } from '../emulator/messages/messages-door.ts'
import type { SettingsChange } from '../emulator/settings.ts'
import { type EmulatedVendor, emulatedVendors } from '../emulator/vendors.ts'
import { systemClock } from '../engine/system-clock.ts'
import { emulatedClips } from '../media/emulated-clip.ts'
import { ffmpegTools } from '../media/run-ffmpeg.ts'
import type { ClipMaker } from '../ports/clip-maker.ts'
import { drawingRoom } from '../providers/animatic/drawing-room.ts'
import { clipDrawer } from './emulated-clips.ts'
import { emulatedCrew } from './emulated-crew.ts'

/** What an emulator is to be. */
export interface EmulatorRequest {
  /** Absolute path. */
  readonly home: string
  /** Absolute path of the folder with the accounts; null for `emulator` in the home. */
  readonly folder: string | null
  /** 0 for any that is free. */
  readonly port: number
  /** The vendors that are served; null for all. */
  readonly vendors: readonly EmulatedVendor[] | null
  /** Fault rules from the start. */
  readonly faults: readonly FaultRule[]
  /** Changes of the vendors' pace, slots and funds. */
  readonly changes: readonly SettingsChange[]
  /** Where the rates of fault rules are drawn from. */
  readonly seed: number
  /** Where the programs are, and how many clips are drawn at once. */
  readonly tools: Pick<Settings, 'ffmpegPath' | 'ffprobePath' | 'drawingThreads'>
  /** For tests: small clips of words and shapes, made at once. */
  readonly quick: boolean
  /** Told what went wrong in the emulator itself. */
  readonly report: (error: unknown) => void
}

/** An emulator that runs. */
export interface OpenEmulator {
  /** `http://127.0.0.1:4711` */
  readonly url: string
  /** Absolute path of the folder with the accounts. */
  readonly folder: string
  /** What each served vendor's SDK is given as base URL, by the variable that the studio reads it from. */
  readonly baseUrls: { readonly [variable: string]: string }
  /** Ends it, every connection and the clips that are being made. */
  close(): Promise<void>
}

/**
 * Start an emulator of vendors, whose clips are drawn by this studio and whose answers are the offline crew's.
 *
 * @throws StudioError `bad-input` when the port is taken; `disk-full`, `not-writable`
 */
export const emulatorFor = async (request: EmulatorRequest): Promise<OpenEmulator> => {
  const { home, tools, quick } = request
  const folder = request.folder ?? join(home, 'emulator')
  const vendors = request.vendors ?? emulatedVendors
  const closing = new AbortController()
  const { signal } = closing
  const draw = quick
    ? null
    : clipDrawer({
        ffmpegPath: tools.ffmpegPath,
        room: drawingRoom(tools.drawingThreads),
        signal,
      })
  const making = new Set<Promise<void>>()
  const make = emulatedClips({ tools: ffmpegTools(tools), draw, quick, signal })
  const makeClip: ClipMaker = async (order, path) => {
    const work = make(order, path)
    making.add(work)
    try {
      await work
    } finally {
      making.delete(work)
    }
  }
  const emulator = await startEmulator({
    ...{ port: request.port, vendors, folder, seed: request.seed },
    makeClip,
    answerMessages: messagesDoor({ answer: emulatedCrew() }),
    clock: systemClock,
    newId: randomUUID,
    settings: request.changes,
    faults: request.faults,
    fetch: null,
    report: (error) => {
      // Whoever waited for a clip when the emulator was closed is not there any more to hear of it.
      if (!signal.aborted) request.report(error)
    },
  })
  return {
    url: emulator.url,
    folder,
    baseUrls: baseUrlsByVariable(emulator, vendors),
    close: async () => {
      const closed = emulator.close()
      closing.abort(new Error('The emulator was closed'))
      await Promise.allSettled(making)
      await closed
    },
  }
}

/** The catalogue's vendor of an emulated one, and the name of the surface that it plays. */
const surfaces: Readonly<Record<EmulatedVendor, readonly [vendor: string, surface: string]>> = {
  luma: ['luma', 'agents'],
  'luma-legacy': ['luma', 'legacy'],
  runway: ['runway', ''],
  anthropic: ['anthropic', ''],
}

const baseUrlsByVariable = (
  { baseUrls }: Emulator,
  vendors: readonly EmulatedVendor[],
): OpenEmulator['baseUrls'] =>
  Object.fromEntries(
    vendors.map((vendor) => {
      const [id, name] = surfaces[vendor]
      const variable = catalogueVendors
        .find((each) => each.id === id)
        ?.surfaces.find((surface) => surface.name === name)?.baseUrlVariable
      if (!variable) throw new TypeError(`No variable moves ${vendor} to another address`)
      return [variable, baseUrls[vendor]]
    }),
  )

/** An emulator as a person asks for it. */
export interface EmulatorWishes {
  readonly port: number
  /** Names as they were written; empty for all. */
  readonly vendors: readonly string[]
  /** Absolute path; null for the default. */
  readonly folder: string | null
  /** What a file of fault rules says; null for no file. */
  readonly faults: { readonly file: string; readonly content: unknown } | null
  readonly report: (error: unknown) => void
}

/**
 * Start the emulator that a person asks for.
 *
 * @throws StudioError `bad-input` for a vendor that is not emulated, rules that make no sense, or a port that is taken;
 *   `disk-full`, `not-writable`
 */
export const openEmulator = (
  settings: Settings,
  { port, vendors, folder, faults, report }: EmulatorWishes,
): Promise<OpenEmulator> =>
  emulatorFor({
    ...{ home: settings.home, tools: settings, port, folder, report },
    vendors: vendors.length === 0 ? null : [...new Set(vendors.map(vendorNamed))],
    faults: faults === null ? [] : rulesIn(faults),
    ...{ changes: [], seed: 1, quick: false },
  })

const vendorNamed = (written: string): EmulatedVendor => {
  const found = emulatedVendors.find((vendor) => vendor === written.trim().toLowerCase())
  if (found) return found
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not emulated. There are ${emulatedVendors.join(', ')}.`,
  })
}

const rulesIn = ({
  file,
  content,
}: NonNullable<EmulatorWishes['faults']>): readonly FaultRule[] => {
  const read = faultRules.safeParse(content)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new StudioError({
    code: 'bad-input',
    message: `The fault rules in ${file} cannot be used: ${where}${issue?.message}. docs/emulator.md lists the faults and what a rule may say.`,
  })
}
