import { z } from 'zod'
import { type ClipLimits, clipsText } from '../domain/clip-seconds.ts'
import { StudioError } from '../domain/errors.ts'
import type { Job } from '../domain/order.ts'
import { isVendorId } from '../kit/vendor-id.ts'

const idSchema = z.string().refine(isVendorId)
const jobSchema = z
  .record(idSchema, z.union([idSchema, z.number()]))
  .and(z.object({ id: z.union([idSchema, z.int().min(0)]) }))

/**
 * A job as a person writes it down.
 *
 * @param written the job's id as the vendor shows it, or the whole job as JSON
 * @param known the job that the order had; what an id alone does not tell is taken from it
 * @param model who is said to have the job, and the clips that it makes
 * @throws StudioError `bad-input` for what is no job, or one with a length that the model does not make
 */
export const jobFromText = (
  written: string,
  known: Job | null,
  model: { readonly id: string; readonly limits: ClipLimits },
): Job => {
  const job = jobSchema.safeParse(
    written.trimStart().startsWith('{') ? parsed(written) : { ...known, id: written },
  )
  if (!job.success) {
    throw notTaken(
      `${JSON.stringify(written.slice(0, 60))} is no job. Write its id, or an object of short texts and numbers such as {"id":"…"}.`,
    )
  }
  const seconds = job.data['seconds']
  if (seconds === undefined || isMade(model.limits, seconds)) return job.data
  throw notTaken(`A job of ${model.id} makes ${clipText(model.limits)}, not ${seconds} seconds.`)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isMade = ({ seconds, maxSeconds }: ClipLimits, told: string | number): boolean =>
  typeof told === 'number' &&
  (seconds?.includes(told) ?? (told > 0 && told <= (maxSeconds ?? Number.POSITIVE_INFINITY)))

const clipText = ({ seconds, maxSeconds }: ClipLimits): string => {
  if (seconds) return `clips of ${clipsText(seconds)}`
  return maxSeconds === null ? 'clips of some length' : `clips of at most ${maxSeconds} s`
}

const notTaken = (what: string): StudioError =>
  new StudioError({ code: 'bad-input', message: `${what} Nothing was changed.` })
