import { z } from 'zod'
import { StudioError, type VendorTrouble } from '../../domain/errors.ts'
import { zeroUsd } from '../../domain/money.ts'
import type { Bill } from '../../domain/order.ts'
import { unreadableAnswer } from '../../kit/unreadable-answer.ts'
import { isVendorId } from '../../kit/vendor-id.ts'
import { withoutKey } from '../../kit/without-key.ts'
import type { JobStatus, Started } from '../../ports/paid-model.ts'

/** An answer of Luma's, whole. */
export interface Answer {
  readonly status: number
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown
  /** How long it asks to be left alone; null where it does not. */
  readonly retryAfterMs: number | null
}

/** A generation as either API tells it. */
export interface Generation {
  readonly id: string
  /** `ray-3.2`, …; null where it is not told. */
  readonly vendorModel: string | null
  readonly resolution: string | null
  /** Length that was ordered; null where it is not told. */
  readonly seconds: number | null
  readonly prompt: string | null
  /** ISO 8601, UTC. */
  readonly createdAt: string | null
  /** Null for a state that is not known. */
  readonly status: JobStatus | null
}

/** The id of a generation; another could not be asked for again. */
export const idSchema: z.ZodString = z.string().refine(isVendorId)

/** A text that the footage does not depend on: one of another shape is as good as none. */
export const textSchema: z.ZodType<string | null | undefined> = z.string().nullish().catch(null)

const acceptedSchema = z.object({ id: idSchema })

/** States that either API tells of a generation. @see docs.agents.lumalabs.ai, types of lumaai 1.19.1; read 2026-11-30 */
const stateSchema = z.enum(['queued', 'processing', 'dreaming', 'completed', 'failed'])

const statedSchema = acceptedSchema.extend({ state: stateSchema })

/**
 * What an answer to an order means, at either API. The documented status is 201; another good one is a yes only with a state of
 * a generation, for it may be a gateway's. Where there is no telling, an id in it is kept in the reason: the Agents API has no
 * list in which a person could find it again.
 */
export const startedBy = (answer: Answer, api: 'agents' | 'legacy', apiKey: string): Started => {
  const { status } = answer
  if (status < 200 || status > 299) return withToldId(declinedBy(answer, apiKey), answer, apiKey)
  const body = typeof answer.body === 'string' ? jsonOf(answer.body) : answer.body
  const isUsual = status === 200 || status === 201
  const accepted = (isUsual ? acceptedSchema : statedSchema).safeParse(body)
  if (accepted.success) return { kind: 'accepted', job: { id: accepted.data.id, api } }
  const reason = isUsual
    ? `Luma answered ${status}, that it has the order, without an id of the generation that can be asked for.`
    : toldBy(answer, apiKey)
  return withToldId({ kind: 'unknown', reason }, { ...answer, body }, apiKey)
}

const toldIdSchema = z.union([z.string().min(1), z.number()]).transform(String)

/** What may be the id of a generation, in an answer of another shape than it should have. */
const strangeSchema = z
  .object({
    id: toldIdSchema.nullish().catch(null),
    generation_id: toldIdSchema.nullish().catch(null),
    generation: z.object({ id: toldIdSchema }).nullish().catch(null),
    data: z.object({ id: toldIdSchema }).nullish().catch(null),
  })
  .transform((told) => told.id ?? told.generation_id ?? told.generation?.id ?? told.data?.id)

/** What became of an order that nobody can tell, with the id that its answer names. */
const withToldId = (started: Started, { body }: Answer, apiKey: string): Started => {
  const { data: id } = strangeSchema.safeParse(body)
  if (started.kind !== 'unknown' || !id) return started
  const told = `The answer names the id ${inWords(id, apiKey)}: if that is the generation at Luma, the order can be given it.`
  return { kind: 'unknown', reason: `${started.reason.replace(/\.$/, '')}. ${told}` }
}

/**
 * What an answer to an order means that did not take it. Luma's error page calls 502 and 503 worth a retry and does not say
 * that nothing was made (docs.agents.lumalabs.ai/guides/error-handling, read 2026-11-30), so they leave it open like every 5xx.
 * So does a page of a gateway, whatever its status: it may stand in for the answer to an order that was taken. A gateway's 429
 * mostly comes before Luma has the order, which nothing in it shows.
 */
export const declinedBy = (answer: Answer, apiKey: string): Started => {
  const reason = toldBy(answer, apiKey)
  if (!isOwn(answer)) return { kind: 'unknown', reason }
  if (answer.status === 429) return laterBy(answer, reason)
  const trouble = troubleOf(answer)
  if (trouble === null) return { kind: 'unknown', reason }
  if (trouble === 'content-refused') return { kind: 'refused', reason, trouble }
  return { kind: 'not-accepted', retry: 'never', reason, trouble }
}

/**
 * The error for a question that got no useful answer.
 *
 * @param asked what was asked for, as `generation 123`
 */
export const unanswered = (asked: string, answer: Answer, apiKey: string): StudioError => {
  // A key that is refused is one for a person, whoever refuses it; what else a gateway says is of the moment.
  const isTold = isOwn(answer) || answer.status === 401
  const trouble = isTold ? troubleOf(answer) : null
  return new StudioError({
    code: trouble ?? 'vendor-unavailable',
    retry: trouble ? 'never' : 'later',
    message: `Luma was asked for ${asked}. ${toldBy(answer, apiKey)}`,
  })
}

/** The error for an answer that has another shape than it should. @param asked as in {@link unanswered} */
export const unreadable = (asked: string): StudioError =>
  unreadableAnswer(`Luma was asked for ${asked}; what it answered cannot be read.`)

/** See that an answer is about the generation that was asked for. @throws StudioError as {@link unreadable} */
export const requireSame = (asked: string, told: string): void => {
  if (told === asked) return
  throw unreadableAnswer(
    `Luma was asked for generation ${asked}, and answered about another one, ${inWords(told, '')}.`,
  )
}

/** How a generation stands. @throws StudioError as {@link unreadable} */
export const knownStatus = ({ id, status }: Generation): JobStatus => {
  if (status) return status
  throw unreadableAnswer(`Luma tells a state of generation ${id} that is not known.`)
}

/** Failed and moderated generations are refunded: docs.lumalabs.ai/docs/faq, docs.agents.lumalabs.ai/guides/videos/generation, 2026-06-11. */
export const nothingBilled: Bill = { units: { unit: 'second', quantity: 0 }, amount: zeroUsd }

/** Words of the vendor's, fit for a reason: in one line, without the key, 300 characters at most. */
export const inWords = (text: string, apiKey: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return withoutKey(line, apiKey).slice(0, 300)
}

/** JSON of a text; undefined when it is none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** An instant of Luma's as ISO 8601, UTC; null when there is none. One without a zone is meant as UTC. */
export const instantOf = (text: string | null | undefined): string | null => {
  if (!text) return null
  const millis = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(millis) ? null : new Date(millis).toISOString()
}

const laterBy = ({ retryAfterMs }: Answer, reason: string): Started => ({
  ...{ kind: 'not-accepted', retry: 'later', reason },
  ...(retryAfterMs === null ? {} : { retryAfterMs }),
})

const errorSchema = z.object({
  detail: z
    .union([
      z.string(),
      z.array(z.object({ msg: z.string().nullish() })),
      z.object({ message: z.string().nullish() }),
    ])
    .nullish(),
  message: z.string().nullish(),
  error: z.union([z.string(), z.object({ message: z.string().nullish() })]).nullish(),
})

type ErrorReply = z.infer<typeof errorSchema>

/** What an error reply says; empty when it says nothing that is known. */
const detailOf = ({ body }: Answer): string => {
  const parsed = errorSchema.safeParse(body)
  if (!parsed.success) return ''
  const { message, error } = parsed.data
  const other = message ?? (typeof error === 'string' ? error : error?.message) ?? ''
  return ownWords(parsed.data) || other
}

const ownWords = ({ detail }: ErrorReply): string => {
  if (typeof detail === 'string') return detail
  if (Array.isArray(detail)) return detail.flatMap(({ msg }) => msg ?? []).join('; ')
  return detail?.message ?? ''
}

/**
 * Whether an error reply is Luma's own JSON, which has a `detail` at both APIs (docs.agents.lumalabs.ai/guides/error-handling,
 * docs.lumalabs.ai/docs/errors, read 2026-11-30), and not a gateway's page, or its JSON: that has a `message`.
 */
const isOwn = ({ body }: Answer): boolean => {
  const parsed = errorSchema.safeParse(body)
  return parsed.success && ownWords(parsed.data) !== ''
}

/** Whether Luma itself says that it knows no such thing: a gateway's 404 says nothing of it. */
export const isGone = (answer: Answer): boolean => answer.status === 404 && isOwn(answer)

const toldBy = (answer: Answer, apiKey: string): string => {
  const detail = detailOf(answer) || 'nothing that can be read'
  return inWords(`Luma answered ${answer.status}: ${detail}`, apiKey)
}

/** Statuses that say no for certain, before anything was made; null for all others. @see docs.agents.lumalabs.ai/guides/error-handling, read 2026-11-30 */
const troubleOf = (answer: Answer): VendorTrouble | null => {
  const detail = detailOf(answer)
  switch (answer.status) {
    case 401:
      return 'vendor-key-refused'
    case 402:
      return 'vendor-no-credit'
    case 403:
      return /\b(?:region|country|territory|location)\b/i.test(detail)
        ? 'vendor-region'
        : (requestTrouble(detail) ?? 'vendor-no-permission')
    case 413:
      return 'image-too-large'
    case 404:
    case 400:
    case 422:
      return requestTrouble(detail) ?? 'request-refused'
    default:
      return null
  }
}

/** Troubles that only the words tell apart. @see docs.lumalabs.ai/docs/errors, read 2026-11-30 */
const wordings: readonly (readonly [RegExp, VendorTrouble])[] = [
  // "failed to moderate image" says that the picture could not be looked at.
  [/(?<!failed to )moderat|blacklist|content (?:polic|guideline)/i, 'content-refused'],
  [/prompt.*too long|should have at most \d+ characters/i, 'prompt-too-long'],
  [/(?:insufficient|not enough|no) (?:credit|fund|balance)/i, 'vendor-no-credit'],
  [/(?:image|frame|media).*(?:too large|exceeds)/i, 'image-too-large'],
  [
    /model.*(?:retired|deprecated|no longer|not found|not available|unknown|does not exist)/i,
    'model-retired',
  ],
]

const requestTrouble = (detail: string): VendorTrouble | null =>
  wordings.find(([wording]) => wording.test(detail))?.[1] ?? null

/** Whether a reason for a failure means that the content was not wanted. */
export const isModeration = (reason: string): boolean =>
  requestTrouble(reason) === 'content-refused'
