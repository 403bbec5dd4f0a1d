import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { makeFolder } from '../../kit/files.ts'
import type { MusicModel, MusicOrder } from '../../ports/music-model.ts'
import { localTrouble } from './local-trouble.ts'
import type { MusicTask } from './music-worker.ts'

/**
 * Composes and plays music beds on this machine: sustained chords, plucked notes, bass, a melody and soft drums,
 * chosen by mood. The same order gives the same bytes. 48 kHz stereo WAV of exactly the seconds asked for.
 *
 * @param options.folder where deliveries are put; made when it does not exist
 */
export const scratchMusicModel = (options: { readonly folder: string }): MusicModel => ({
  id: 'scratch/music',
  pollMs: 1_000,
  units: ({ seconds }) => ({ unit: 'second', quantity: Math.ceil(seconds) }),
  /** Nothing is made outside the asking process: an answer that was lost was never paid and does not exist. */
  find: async () => ({ jobs: [], complete: true }),
  start: async (order, reference, signal) => {
    if (!(order.seconds > 0 && order.seconds <= longestSeconds)) {
      return {
        kind: 'not-accepted',
        retry: 'never',
        reason: `Music of ${order.seconds} s was asked for; scratch/music plays up to ${longestSeconds} s.`,
      }
    }
    try {
      const path = await playFile(options.folder, order, reference, signal)
      return {
        kind: 'delivered',
        output: { kind: 'file', path, mediaType: 'audio/wav' },
        bill: { units: { unit: 'second', quantity: Math.ceil(order.seconds) }, amount: null },
      }
    } catch (error) {
      signal.throwIfAborted()
      return localTrouble(options.folder, error)
    }
  },
  // Everything is delivered at once, so no job can be waiting.
  check: async () => ({ state: 'gone' }),
})

const longestSeconds = 1_200

const playFile = async (
  folder: string,
  order: MusicOrder,
  reference: string,
  signal: AbortSignal,
): Promise<string> => {
  signal.throwIfAborted()
  await makeFolder(folder)
  const name = createHash('sha256')
    .update(JSON.stringify([reference, order.mood, order.seconds, order.seed]))
    .digest('hex')
    .slice(0, 32)
  const path = join(folder, `music-${name}.wav`)
  const unfinished = `${path}.partial`
  try {
    const { mood, seconds, seed } = order
    // The folder took a moment: a signal that came meanwhile would not be heard by the thread.
    signal.throwIfAborted()
    await inThread({ mood, seconds, seed, path: unfinished }, signal)
    await rename(unfinished, path)
    return path
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** A ten-minute bed takes long enough to hold up everything else, so it is played in a thread of its own. */
const inThread = (task: MusicTask, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = new URL(`./music-worker${extname(import.meta.url)}`, import.meta.url)
    const worker = new Worker(script, { workerData: task })
    const stop = (): void => {
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve()
      else reject(new Error(`The thread that plays music ended with code ${code}`))
    })
  })
