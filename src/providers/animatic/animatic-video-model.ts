import type { Job, Units } from '../../domain/order.ts'
import { framesPerSecond } from '../../domain/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { JobStatus, Started } from '../../ports/paid-model.ts'
import type { ShotOrder, VideoModel } from '../../ports/video-model.ts'
import { randomFrom, seedOf } from './drawing/random.ts'
import { type DrawingRoom, drawingRoom } from './drawing-room.ts'
import { type DrawJob, type DrawResult, type JobFolder, jobFolder } from './job-folder.ts'
import type { Weaknesses } from './reading.ts'
import type { Look } from './stage-types.ts'

/** The models of the animatic vendor: pencil stills, flat graphics, painted pictures, and painted ones with lens and light. */
export const animaticModels = [
  'animatic/sketch',
  'animatic/motion',
  'animatic/painted',
  'animatic/feature',
] as const

/** One of {@link animaticModels}. */
export type AnimaticModelId = (typeof animaticModels)[number]

/** How an animatic model is set up. */
export interface AnimaticOptions {
  readonly model: AnimaticModelId
  /** Where jobs and finished clips lie; shared by all models and processes of a home. */
  readonly folder: string
  readonly ffmpegPath: string
  /** Default: none. */
  readonly weaknesses?: Partial<Weaknesses>
  /** Where clips are drawn; models that share a room share its threads. Default: a room of its own for two clips. */
  readonly room?: DrawingRoom
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, 'now'>
}

const looks: Readonly<Record<AnimaticModelId, Look>> = {
  'animatic/sketch': 'sketch',
  'animatic/motion': 'motion',
  'animatic/painted': 'painted',
  'animatic/feature': 'feature',
}

const flawless: Weaknesses = { adherence: 1, drift: 0, latencyMs: 0, refusalRate: 0 }

/**
 * A video model that draws what an order says, on this machine, as an asynchronous vendor with jobs on disk:
 * `start` takes an order in and begins, `check` tells how it stands and takes drawing up again after a restart.
 * The same order gives the same frames.
 */
export const animaticVideoModel = (options: AnimaticOptions): VideoModel => {
  const jobs = jobFolder(options.folder)
  const room = options.room ?? drawingRoom(2)
  const weaknesses: Weaknesses = { ...flawless, ...options.weaknesses }
  const now = (): number => options.clock?.now() ?? Date.now()

  const shop: Shop = { jobs, room, now, take: taker(options.model, options.ffmpegPath, jobs, room) }

  return {
    id: options.model,
    pollMs: 150,
    units: secondsOf,
    start: async (order, reference, signal) => {
      signal.throwIfAborted()
      const problem = problemOf(order)
      if (problem) return { kind: 'refused', reason: problem } satisfies Started
      const id = jobs.idOf(options.model, reference)
      const job = await jobs.save({
        ...{ schema: 'animatic-job@1', id, model: options.model, reference },
        ...{ acceptedAt: now(), order, weaknesses },
      })
      if (!isRefused(job) && (await jobs.result(id)) === null) shop.take(job, signal)
      return { kind: 'accepted', job: { id } }
    },
    check: async (job, signal) => {
      const known = await jobs.load(String(job['id']))
      if (!known || known.model !== options.model) return { state: 'gone' }
      return standingOf(shop, known, signal)
    },
    find: async ({ sinceIso, reference }) => {
      const since = Date.parse(sinceIso)
      const held = await jobs.list()
      const ours = held.filter(
        (job) =>
          job.model === options.model && job.reference === reference && !(job.acceptedAt < since),
      )
      return { jobs: ours.map(({ id }): Job => ({ id })), complete: true }
    },
    cancel: async (job) => {
      const id = String(job['id'])
      room.stop(id)
      if (await jobs.load(id)) await jobs.cancel(id)
    },
  }
}

const taker =
  (model: AnimaticModelId, ffmpegPath: string, jobs: JobFolder, room: DrawingRoom): Shop['take'] =>
  (job, signal) => {
    const output = jobs.draftPath(job.id)
    const drawing = { order: job.order, look: looks[model], weaknesses: job.weaknesses }
    room.draw(job.id, { drawing, ffmpegPath, output }, signal, ({ depicted, leaderFrames }) =>
      jobs.publish(job.id, output, { depicted, leaderFrames }),
    )
  }

/** What a model keeps at hand to answer for its jobs. */
interface Shop {
  readonly jobs: JobFolder
  readonly room: DrawingRoom
  readonly now: () => number
  readonly take: (job: DrawJob, signal: AbortSignal) => void
}

const standingOf = async (shop: Shop, job: DrawJob, signal: AbortSignal): Promise<JobStatus> => {
  if (await shop.jobs.isCancelled(job.id)) return { state: 'cancelled' }
  const isEarly = shop.now() - job.acceptedAt < job.weaknesses.latencyMs
  if (isRefused(job)) return isEarly ? { state: 'queued' } : refusal(job)
  const result = await shop.jobs.result(job.id)
  if (result) return isEarly ? { state: 'running', progress: 1 } : delivery(job, result)
  const state = shop.room.state(job.id)
  if (state?.state === 'failed') {
    const reason = `${job.model} could not draw ${job.reference}: ${state.reason}`
    return { state: 'failed', reason, bill: nothing }
  }
  shop.take(job, signal)
  if (state?.state !== 'drawing') return { state: 'queued' }
  return { state: 'running', progress: state.progress }
}

const delivery = (job: DrawJob, result: DrawResult & { readonly path: string }): JobStatus => {
  const { path, depicted, leaderFrames } = result
  const output = { kind: 'file', path, mediaType: 'video/mp4', depicted, leaderFrames } as const
  return { state: 'done', outputs: [output], bill: { units: secondsOf(job.order), amount: null } }
}

const nothing = { units: { unit: 'second', quantity: 0 }, amount: null } as const

/** Seconds of the shot, rounded up to a thousandth; a slate at the head is not billed. */
const secondsOf = (order: ShotOrder): Units => ({
  unit: 'second',
  quantity: Math.ceil((order.length / framesPerSecond(order.rate)) * 1000 - 1e-6) / 1000,
})

const problemOf = ({ size, length, lastFrame }: ShotOrder): string | null => {
  if (lastFrame !== null) return 'Animatic models cannot end a shot on a given frame.'
  if (size.width % 2 !== 0 || size.height % 2 !== 0 || size.width < 16 || size.height < 16) {
    return `Pictures of ${size.width}x${size.height} cannot be drawn: both sides must be even and at least 16.`
  }
  if (size.width * size.height > 4096 * 2304) {
    return `Pictures of ${size.width}x${size.height} are larger than 4096x2304, the largest this model draws.`
  }
  return length < 1 ? 'A shot needs at least one frame.' : null
}

const isRefused = (job: DrawJob): boolean =>
  randomFrom(seedOf(job.reference, 'refusal'))() < job.weaknesses.refusalRate

const refusal = (job: DrawJob): JobStatus => ({
  state: 'refused',
  reason: `${job.model} declined this order: its refusal rate is set to ${job.weaknesses.refusalRate}.`,
  bill: nothing,
})
