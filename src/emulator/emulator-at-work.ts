import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Json } from '../domain/json.ts'
import type { ClipOrder } from '../ports/clip-maker.ts'
import type { Clock } from '../ports/clock.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts'
import type { FaultRule } from './faults.ts'
import type { Charge } from './ledger.ts'
import { emulatedVendors } from './vendors.ts'

/** An emulator in a test, with what it was asked to draw. */
export interface EmulatorAtWork extends Emulator {
  readonly folder: string
  readonly drawn: readonly ClipOrder[]
  /** A question or an order to the emulator itself: `control('charges')`, `control('faults', [])`. */
  control(what: string, body?: Json): Promise<Reply>
  /** Ends it and clears its folder away. */
  dispose(): Promise<void>
}

/** A reply of JSON. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: ReplyBody
}

/** What the tests look at in replies; each has some of it. */
export interface ReplyBody {
  readonly id: string
  readonly state: string
  readonly detail: string
  readonly error: string
  readonly output: readonly { readonly type: string; readonly url: string }[]
  readonly charges: readonly Charge[]
  readonly totalMicroUsd: number
  readonly jobs: readonly { readonly id: string; readonly fate: string }[]
  readonly rules: readonly FaultRule[]
  readonly baseUrls: Emulator['baseUrls']
}

/** A picture of one pixel. */
export const onePixel: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Start an emulator over a folder of its own, or over one that is given. Every clip it draws is the same small file. */
export const emulatorAtWork = async (
  clock: Clock,
  options: Partial<EmulatorOptions> = {},
): Promise<EmulatorAtWork> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'emulator-')))
  const drawn: ClipOrder[] = []
  const emulator = await startEmulator({
    port: 0,
    vendors: emulatedVendors,
    makeClip: async (order, path) => {
      drawn.push(order)
      await writeFile(path, await smallClip())
    },
    answerMessages: () => Promise.resolve({ status: 200, body: {} }),
    clock,
    newId: randomUUID,
    seed: 7,
    fetch: null,
    report: (error) => {
      throw error
    },
    ...options,
    folder,
  })
  return {
    ...emulator,
    folder,
    drawn,
    control: (what, body) =>
      ask(`${emulator.url}/_emulator/${what}`, body === undefined ? {} : { body }),
    dispose: async () => {
      await emulator.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ask with plain `fetch`, with a key; a body is posted. */
export const ask = async (
  url: string,
  { body, key = 'luma-api-test' }: { readonly body?: Json; readonly key?: string } = {},
): Promise<Reply> => {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    body: JSON.parse(text || '{}') as ReplyBody,
  }
}

const run = promisify(execFile)
let madeClip: Promise<Uint8Array> | null = null

/** A clip that was made by ffmpeg, once for a process. */
const smallClip = (): Promise<Uint8Array> => {
  madeClip ??= makeSmallClip()
  return madeClip
}

const makeSmallClip = async (): Promise<Uint8Array> => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-clip-'))
  const path = join(folder, 'clip.mp4')
  const picture = ['-f', 'lavfi', '-i', 'color=c=teal:s=64x36:d=0.2:r=10']
  await run('ffmpeg', ['-v', 'error', ...picture, '-pix_fmt', 'yuv420p', path])
  const bytes = await readFile(path)
  await rm(folder, { recursive: true, force: true })
  return bytes
}
