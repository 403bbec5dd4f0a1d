import { Worker } from 'node:worker_threads'
import type { DrawReport, DrawTask } from './draw-worker.ts'
import type { DrawResult } from './job-folder.ts'

/** How a drawing stands. */
export type DrawingState =
  | { readonly state: 'waiting' }
  | { readonly state: 'drawing'; readonly progress: number }
  | { readonly state: 'failed'; readonly reason: string }

/** Draws clips in threads, some at a time, in the order they come. */
export interface DrawingRoom {
  /** Take a clip up unless it is in hand. When `signal` aborts, its thread and encoder end. A newer signal takes the place of an older one. */
  readonly draw: (
    id: string,
    task: DrawTask,
    signal: AbortSignal,
    finish: (result: DrawResult) => Promise<void>,
  ) => void
  /** State of a clip that is in hand or failed here; null when this room knows nothing of it. */
  readonly state: (id: string) => DrawingState | null
  /** Stop a clip. */
  readonly stop: (id: string) => void
}

interface Clip {
  readonly id: string
  readonly task: DrawTask
  readonly finish: (result: DrawResult) => Promise<void>
  signal: AbortSignal
  unlisten: () => void
  worker: Worker | null
  isSettingUp: boolean
  state: DrawingState
}

const newClip = (
  id: string,
  task: DrawTask,
  signal: AbortSignal,
  finish: Clip['finish'],
): Clip => ({
  ...{ id, task, finish, signal },
  unlisten: () => undefined,
  worker: null,
  isSettingUp: false,
  state: { state: 'waiting' },
})

/** Setting up takes the most memory: one picture at a time. */
const hasRoom = (clips: readonly Clip[], workers: number): boolean =>
  clips.filter(({ state }) => state.state === 'drawing').length < workers &&
  !clips.some(({ isSettingUp }) => isSettingUp)

/** A drawing room with room for `workers` clips at a time. */
export const drawingRoom = (workers: number): DrawingRoom => {
  const clips = new Map<string, Clip>()

  const forget = (clip: Clip): void => {
    clip.unlisten()
    if (clips.get(clip.id) === clip) clips.delete(clip.id)
    startNext()
  }
  const fail = (clip: Clip, reason: string): void => {
    clip.unlisten()
    clip.worker = null
    clip.isSettingUp = false
    clip.state = { state: 'failed', reason }
    startNext()
  }
  const stop = (id: string): void => {
    const clip = clips.get(id)
    if (!clip) return
    clips.delete(id)
    clip.unlisten()
    clip.worker?.postMessage('stop')
    startNext()
  }
  const watch = (clip: Clip, signal: AbortSignal): void => {
    clip.unlisten()
    const onAbort = (): void => stop(clip.id)
    signal.addEventListener('abort', onAbort, { once: true })
    clip.signal = signal
    clip.unlisten = () => signal.removeEventListener('abort', onAbort)
  }
  const startNext = (): void => {
    const all = [...clips.values()]
    const next = all.find(({ state }) => state.state === 'waiting')
    if (next && hasRoom(all, workers)) begin(next)
  }
  const begin = (clip: Clip): void => {
    clip.state = { state: 'drawing', progress: 0 }
    clip.isSettingUp = true
    const worker = new Worker(workerFile, { workerData: clip.task, resourceLimits: heap })
    clip.worker = worker
    worker.unref()
    worker.on('message', (report: DrawReport) => {
      if (report.kind === 'progress') clip.state = { state: 'drawing', progress: report.fraction }
      else if (report.kind === 'ready') {
        clip.isSettingUp = false
        startNext()
      } else if (report.kind === 'failed') fail(clip, report.reason)
      else {
        clip.finish(report).then(
          () => forget(clip),
          (error: unknown) => fail(clip, String(error)),
        )
      }
    })
    worker.on('error', (error) => fail(clip, String(error)))
    startNext()
  }
  return {
    draw: (id, task, signal, finish) => {
      if (signal.aborted) return
      const known = clips.get(id)
      if (known && known.state.state !== 'failed') {
        watch(known, signal)
        return
      }
      const clip = newClip(id, task, signal, finish)
      clips.set(id, clip)
      watch(clip, signal)
      startNext()
    },
    state: (id) => clips.get(id)?.state ?? null,
    stop,
  }
}

// Pictures live outside the heap; a small one keeps the collector, and with it what it frees, in step.
const heap = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 } as const

// The compiled package holds .js files, the working tree .ts files.
const workerFile = new URL(
  `./draw-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`,
  import.meta.url,
)
