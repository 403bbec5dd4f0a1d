import { isStudioError, StudioError } from '../../domain/errors.ts'
import type { Json } from '../../domain/json.ts'
import type { Job } from '../../domain/order.ts'
import { clockSlackMs, isMadeSince, lookBackMs } from '../../domain/salvage.ts'
import type { FoundJobs, JobStatus, LostOrder, Started } from '../../ports/paid-model.ts'
import type { VideoModel } from '../../ports/video-model.ts'
import { agentsApi } from './agents-api.ts'
import { type Generation, knownStatus } from './answers.ts'
import { billedSeconds, type Clip, clipFor, type Impossible } from './clip.ts'
import { type DreamMachineApi, dreamMachineApi } from './dream-machine-api.ts'
import { type Ahead, middleOf } from './list-since.ts'
import { type LumaDoor, patienceOf } from './luma-door.ts'
import { type LumaModel, lumaApiOf, lumaModelOf, lumaModels, modelBehind } from './models.ts'
import { leaveWithinMs, listLagMs } from './waits.ts'

/** How a model of Luma's is set up. */
export interface LumaVideoOptions extends LumaDoor {
  /** Id of the table: `luma/ray-3.2`, `luma/ray-2-1080p`. */
  readonly model: string
}

/** Looks every 2 to 5 seconds are what the Agents API's documentation asks for: docs.agents.lumalabs.ai, read 2026-09-02. */
const pollMs = 5000

/**
 * A video model of Luma's, over the API that its key opens.
 *
 * Luma reads no seed and sends no bill: a clip is booked as quoted (one that another model made, at the price of that one), and
 * one that was not made costs nothing. A lost order is
 * found again over the Dream Machine API, which lists what an account made. The Agents API has no list and no place for our
 * order key: there a lost order can only be looked for by a person.
 *
 * A Dream Machine model takes no pictures: a shot that goes on from another goes on from that clip as Luma has it, see
 * {@link dreamMachineApi}.
 *
 * @throws TypeError for a model that is not in the table
 */
export const lumaVideoModel = (options: LumaVideoOptions): VideoModel => {
  const model = lumaModelOf(options.model)
  const { look, start, find } = doorsOf(model, options)
  return {
    id: model.id,
    pollMs,
    units: (order) => billedSeconds(model, order),
    start: async (order, reference, signal) => {
      signal.throwIfAborted()
      const problem = keyProblem(model, options.apiKey)
      const clip = problem ?? clipFor(model, order)
      if ('trouble' in clip) return declined(clip)
      const started = await start(clip, reference, signal)
      return 'kind' in started ? started : declined(started)
    },
    check: (job, signal) =>
      asUnavailable(async () => {
        const generation = await look(String(job['id']), signal)
        return generation === null ? { state: 'gone' } : pricedStatus(model, generation)
      }),
    jobWithId: (id) => ({ id, api: model.api }),
    ...(find ? { find, absentAfterMs: leaveWithinMs + patienceOf(options).order + listLagMs } : {}),
  }
}

/**
 * How a generation stands. One that a person has adopted may be of another model than was ordered: it is booked at the price of
 * its own, where Luma tells model and length.
 */
const pricedStatus = (model: LumaModel, generation: Generation): JobStatus => {
  const status = knownStatus(generation)
  const own = modelBehind(model.api, generation)
  const length = own?.lengths.find(({ seconds }) => seconds === generation.seconds)
  if (status.state !== 'done' || own === null || own.id === model.id || !length) return status
  const units = { unit: 'second', quantity: length.seconds } as const
  return { ...status, bill: { units, amount: length.price } }
}

interface Doors {
  start(clip: Clip, reference: string, signal: AbortSignal): Promise<Started | Impossible>
  look(id: string, signal: AbortSignal): Promise<Generation | null>
  readonly find: ((order: LostOrder, signal: AbortSignal) => Promise<FoundJobs>) | null
}

const doorsOf = (model: LumaModel, options: LumaDoor): Doors => {
  if (model.api === 'agents') return { ...agentsApi(options), find: null }
  const api = dreamMachineApi(options)
  return {
    start: (clip, _reference, signal) => api.start(clip, signal),
    look: api.look,
    find: (order, signal) =>
      asUnavailable(() => findLost({ api, model, now: options.now }, order, signal)),
  }
}

/** A key opens one API only, and each model is behind one. */
const keyProblem = (model: LumaModel, apiKey: string): Impossible | null => {
  if (lumaApiOf(apiKey) === model.api) return null
  const wanted =
    model.api === 'agents'
      ? 'a key of the Luma Agents API, which begins with luma-api-'
      : 'a key of the Dream Machine API, which does not begin with luma-api-'
  return { trouble: 'vendor-key-refused', reason: `${model.id} needs ${wanted}. Nothing was sent.` }
}

const declined = ({ trouble, reason }: Impossible): Started => ({
  kind: 'not-accepted',
  retry: 'never',
  reason,
  trouble,
})

/** The port knows one failure of a question. What a person must see to is in its message. */
const asUnavailable = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work()
  } catch (error) {
    if (!isStudioError(error) || error.code === 'vendor-unavailable') throw error
    const { message } = error
    throw new StudioError({ code: 'vendor-unavailable', retry: 'later', message, cause: error })
  }
}

interface Place {
  readonly api: DreamMachineApi
  readonly model: LumaModel
  readonly now: () => number
}

/**
 * Jobs that could be a lost order: made since, with its prompt, by its model. Length and picture format are not compared,
 * for a job that is overlooked is paid for twice. One that was made before is another's, or a clock was wrong when the order
 * left: it is told beside them. The list proves an order absent only where Luma's clock and the order's agree.
 */
const findLost = async (
  { api, model, now }: Place,
  { sinceIso, nowIso, request }: LostOrder,
  signal: AbortSignal,
): Promise<FoundJobs> => {
  const prompt = promptOf(request)
  // Without its prompt there is nothing to tell an order by.
  if (prompt === null) return { jobs: [], complete: false }
  const leftMs = Date.parse(sinceIso)
  // The order's clock is the store's, which may be another machine's.
  const offsetMs = nowIso === undefined ? 0 : Date.parse(nowIso) - now()
  const orderNow = (): number => now() + offsetMs
  const sinceMs = Math.min(leftMs, orderNow()) - lookBackMs
  const { generations, complete, ahead } = await api.listSince({ sinceMs, now: orderNow }, signal)
  const isOurs = (made: Generation): boolean =>
    made.prompt !== null &&
    inOneLine(made.prompt) === inOneLine(prompt) &&
    !isAnother(made.vendorModel, model.vendorModel, vendorModels) &&
    !isAnother(made.resolution, model.resolution, resolutions)
  const aheadMs = ahead ? middleOf(ahead) : 0
  const awayMs = (made: Generation): number => Math.abs((madeMs(made) ?? 0) - leftMs - aheadMs)
  const isSince = (made: Generation): boolean => isMadeSince(madeMs(made), leftMs, aheadMs)
  const ours = generations.filter(isOurs).toSorted((a, b) => awayMs(a) - awayMs(b))
  const jobsOf = (some: readonly Generation[]): readonly Job[] =>
    some.map(({ id }) => ({ id, api: 'legacy' }))
  const seen = {
    jobs: jobsOf(ours.filter(isSince)),
    earlier: jobsOf(ours.filter((made) => !isSince(made))),
  }
  const doubt = doubtOf(nowIso === undefined ? null : ahead)
  if (doubt !== null) return { ...seen, complete: false, doubt }
  // A generation that does not tell its prompt may be the one.
  return { ...seen, complete: complete && generations.every((made) => made.prompt !== null) }
}

const madeMs = ({ createdAt }: Generation): number | null =>
  createdAt === null ? null : Date.parse(createdAt)

/** Why a list proves nothing, by how far Luma's clock is ahead; null when it may. */
const doubtOf = (ahead: Ahead | null): string | null => {
  if (ahead === null) {
    return 'its list does not tell what time it is there, so that it proves nothing'
  }
  if (ahead.least >= -clockSlackMs && ahead.most <= clockSlackMs) return null
  const middle = middleOf(ahead)
  const minutes = Math.max(1, Math.round(Math.abs(middle) / 60_000))
  const length = minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `its clock is ${length} ${middle < 0 ? 'behind' : 'ahead of'} ours, so that its list proves nothing`
}

const vendorModels: ReadonlySet<string> = new Set(lumaModels.map((model) => model.vendorModel))
const resolutions: ReadonlySet<string> = new Set([
  ...lumaModels.map((model) => model.resolution),
  '4k',
])

/** Whether something is known to be another than ours. A name that is not known may be ours by another spelling. */
const isAnother = (told: string | null, ours: string, known: ReadonlySet<string>): boolean =>
  told !== null && told !== ours && known.has(told)

const promptOf = (request: Json): string | null => {
  if (request === null || typeof request !== 'object' || !('prompt' in request)) return null
  return typeof request['prompt'] === 'string' ? request['prompt'] : null
}

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
