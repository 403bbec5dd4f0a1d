import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Json } from '../domain/json.ts'
import { errnoOf, fileReason } from '../kit/file-error.ts'
import { makeFolder, syncFolder, writeWhole } from '../kit/files.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import type { KeptAnswer, UnwrittenAnswer, UnwrittenAnswers } from '../ports/unwritten-answers.ts'

/**
 * Answers in files of a home, one each, in its folder `unwritten-answers`. They may hold what a language model wrote: the
 * user's alone, mode 0600.
 *
 * @param home absolute path; exists
 */
export const unwrittenAnswersIn = (home: string): UnwrittenAnswers => {
  const folder = join(home, 'unwritten-answers')
  const placeOf = (answer: UnwrittenAnswer): string => join(folder, `${nameOf(answer)}.json`)
  return {
    keep: async (answer) => {
      await makeFolder(folder, 0o700)
      await syncFolder(home)
      const place = placeOf(answer)
      const text = `${JSON.stringify({ schema: schemaName, ...answer }, null, 2)}\n`
      await writeWhole(place, (path) => writeFile(path, text, { mode: 0o600 }))
      return place
    },
    drop: (answer) => rm(placeOf(answer), { force: true }),
    all: async () => {
      let names: readonly string[]
      try {
        names = await readdir(folder)
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return []
        return [{ kind: 'unreadable', place: folder, reason: fileReason(error) }]
      }
      const files = names.filter((name) => name.endsWith('.json')).toSorted()
      const found = await Promise.all(files.map((name) => readKept(join(folder, name))))
      return found.filter((one) => one !== null)
    },
  }
}

/** Two answers to one order, as of two processes, lie side by side. */
const nameOf = ({ key, event }: UnwrittenAnswer): string =>
  sha256(canonicalJson({ key, event: { ...event } as { readonly [name: string]: Json } })).slice(
    0,
    32,
  )

const schemaName = 'unwritten-answer@1'

const job = z.record(z.string(), z.union([z.string(), z.number()]))
const submission = z.int().min(1)
const reason = z.string()
const isBillUnknown = z.boolean().optional()
/** Words for troubles come and go with versions; the ledger keeps them as text. */
const trouble = z.string().optional()

/** As `OrderAnswer` of the domain. */
const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), submission, job }),
  z.strictObject({
    ...{ kind: z.literal('not-accepted'), submission, reason, trouble },
    retry: z.enum(['later', 'never', 'after-action']),
  }),
  z.strictObject({ kind: z.literal('answer-lost'), submission, reason }),
  z.strictObject({
    ...{ kind: z.literal('delivered'), submission, job: job.nullable() },
    ...{ reason: reason.optional(), isBillUnknown },
  }),
  z.strictObject({
    ...{ kind: z.enum(['refused', 'failed']), submission, job: job.nullable(), reason, trouble },
    isBillUnknown,
  }),
])

const keptAnswer = z.strictObject({
  schema: z.literal(schemaName),
  key: z.string().min(1),
  event,
  fields: z.strictObject({
    outputHash: z.string().optional(),
    output: z.json().optional(),
    billed: z.int().min(0).optional(),
    restMs: z.number().min(0).optional(),
  }),
})

/** Null when whoever kept it has forgotten it meanwhile. */
const readKept = async (place: string): Promise<KeptAnswer | null> => {
  try {
    const { schema, ...answer } = keptAnswer.parse(JSON.parse(await readFile(place, 'utf8')))
    return { kind: 'read', place, answer: answer as UnwrittenAnswer }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    return { kind: 'unreadable', place, reason: whyUnreadable(error) }
  }
}

const whyUnreadable = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll(/\s+/g, ' ')
  return error instanceof Error ? error.message : String(error)
}
