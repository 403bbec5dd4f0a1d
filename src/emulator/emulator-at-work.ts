import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Json } from '../domain/json.ts'
import type { ClipOrder } from '../ports/clip-maker.ts'
import type { Clock } from '../ports/clock.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts'
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

/** A reply of JSON, its fields open to be looked at. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly body: any
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
      await copyFile(await smallClip(), path)
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
    body: text === '' ? null : JSON.parse(text),
  }
}

const run = promisify(execFile)
let madeClip: Promise<string> | null = null

/** The path of a clip that was made by ffmpeg, once for a process. */
const smallClip = (): Promise<string> => {
  madeClip ??= makeSmallClip()
  return madeClip
}

const makeSmallClip = async (): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), 'emulator-clip-')), 'clip.mp4')
  const picture = ['-f', 'lavfi', '-i', 'color=c=teal:s=64x36:d=0.2:r=10']
  await run('ffmpeg', ['-v', 'error', ...picture, '-pix_fmt', 'yuv420p', path])
  return path
}
