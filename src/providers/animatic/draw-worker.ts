import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { encodeArguments } from './encode-arguments.ts'
import { type ShotDrawing, shotFrames } from './shot-frames.ts'

/** What a drawing thread is handed. */
export interface DrawTask {
  readonly drawing: ShotDrawing
  readonly ffmpegPath: string
  /** Where the clip is written; the caller gives it its final name. */
  readonly output: string
}

/** What a drawing thread says. `done` comes once, after the encoder ended well. */
export type DrawReport =
  /** The picture is set up; from here on it is only moved. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly depicted: readonly string[]; readonly leaderFrames: number }
  | { readonly kind: 'failed'; readonly reason: string }

const port = parentPort

const say = (report: DrawReport): void => port?.postMessage(report)

/** Draws every frame and pipes it to the encoder, waiting whenever the encoder is behind. */
const drawClip = async (task: DrawTask, stop: AbortSignal): Promise<void> => {
  const frames = await shotFrames(task.drawing)
  say({ kind: 'ready' })
  const { width, height } = task.drawing.order.size
  const encoder = encoderOf(task, stop)
  const buffers = [Buffer.alloc(width * height * 4), Buffer.alloc(width * height * 4)] as const
  let written: Promise<void> = Promise.resolve()
  for (let index = 0; index < frames.count; index += 1) {
    const buffer = buffers[index % 2 === 0 ? 0 : 1]
    frames.drawInto(index, buffer)
    await written
    stop.throwIfAborted()
    written = encoder.write(buffer)
    if (index % 6 === 0) say({ kind: 'progress', fraction: index / frames.count })
  }
  await written
  await encoder.finish()
  say({ kind: 'done', depicted: frames.depicted, leaderFrames: frames.leaderFrames })
}

interface Encoder {
  readonly write: (frame: Buffer) => Promise<void>
  /** Rejects with the encoder's own last words unless it ended with 0. */
  readonly finish: () => Promise<void>
}

const encoderOf = (task: DrawTask, stop: AbortSignal): Encoder => {
  const child = spawn(task.ffmpegPath, encodeArguments(task.drawing.order, task.output), {
    // In a group of its own: a Ctrl-C on the terminal is for us to answer, not for it.
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
    signal: stop,
    killSignal: 'SIGKILL',
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${task.ffmpegPath} ended with ${code}: ${words.trim()}`)),
    )
  })
  // Whoever writes or finishes hears of a failure; unheard in between it must not end the process.
  ended.catch(() => undefined)
  child.stdin.on('error', () => undefined)
  const failed = ended.then(() => {
    throw new Error(`${task.ffmpegPath} stopped reading before the last frame: ${words.trim()}`)
  })
  failed.catch(() => undefined)
  return {
    write: (frame) =>
      Promise.race([
        failed,
        new Promise<void>((resolve) => child.stdin.write(frame, (error) => error ?? resolve())),
      ]),
    finish: () => {
      child.stdin.end()
      return ended
    },
  }
}

if (port) {
  const stopper = new AbortController()
  port.on('message', () => stopper.abort())
  drawClip(workerData as DrawTask, stopper.signal)
    .catch(async (error: unknown) => {
      await rm((workerData as DrawTask).output, { force: true })
      say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    })
    .finally(() => port.close())
}
