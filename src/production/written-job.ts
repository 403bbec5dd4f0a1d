import { z } from 'zod'
import { StudioError } from '../domain/errors.ts'
import { isVendorId } from '../kit/vendor-id.ts'

const idSchema = z.string().refine(isVendorId)
const jobSchema = z.object({ id: z.union([idSchema, z.int().min(0).transform(String)]) })

/**
 * The id of a job as a person writes it down. What else belongs to a job is its vendor's adapter's to say.
 *
 * @param written the id as the vendor shows it, or a job as JSON, of which only the id is read
 * @throws StudioError `bad-input` for what is no job
 */
export const jobIdFromText = (written: string): string => {
  const job = jobSchema.safeParse(
    written.trimStart().startsWith('{') ? parsed(written) : { id: written },
  )
  if (job.success) return job.data.id
  throw new StudioError({
    code: 'bad-input',
    message: `${JSON.stringify(written.slice(0, 60))} is no job. Write its id, or an object that has it, such as {"id":"…"}. Nothing was changed.`,
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
