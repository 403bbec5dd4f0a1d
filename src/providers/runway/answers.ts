import { z } from 'zod'
import { StudioError, type VendorTrouble } from '../../domain/errors.ts'
import { retryAfterMs } from '../../kit/retry-after.ts'
import type { Departure } from '../../kit/submission.ts'
import { withoutKey } from '../../kit/without-key.ts'
import type { Started } from '../../ports/paid-model.ts'

/** An answer of Runway that is no success, or what stood in the way of one. */
export interface Answer {
  /** HTTP status; null where no answer came. */
  readonly status: number | null
  /** What came back, in words for people: status, the vendor's own words, its id for the request. */
  readonly words: string
  /** The vendor's own words alone, to read the meaning from. */
  readonly said: string
  /**
   * Whether it is Runway's own JSON, with "an error member" (docs.dev.runwayml.com/errors/errors, read 2026-11-30), and not a
   * page of some gateway before it, or its JSON: those have a `message`.
   */
  readonly isOwn: boolean
  /** How long it asks to be left alone; null where it does not. */
  readonly retryAfterMs: number | null
}

/** Longest quotation of a vendor, in characters. Chosen by this project. */
const mostWords = 300

const body = z.object({
  error: z.union([z.string(), z.object({ message: z.string().nullish() })]).nullish(),
  message: z.string().nullish(),
  issues: z
    .array(
      z.object({
        message: z.string().nullish(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
      }),
    )
    .nullish(),
})

const sdkError = z.object({
  status: z.number().nullish(),
  error: z.unknown(),
  headers: z.instanceof(Headers).nullish(),
})

/** Headers that name a request, by which the vendor finds it: its own, its gateway's, its network's. */
const requestIds = ['x-request-id', 'apigw-requestid', 'cf-ray'] as const

/** A vendor's words on one line, not too long, and without the key should they repeat it. */
export const quoted = (words: string, apiKey: string): string => {
  const line = words
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const safe = withoutKey(line, apiKey)
  return safe.length > mostWords ? `${safe.slice(0, mostWords - 1)}…` : safe
}

/** A reply that was not understood, as {@link quoted} words. */
export const shown = (reply: unknown, apiKey: string): string =>
  quoted(typeof reply === 'string' ? reply : (JSON.stringify(reply) ?? 'nothing'), apiKey)

/** A reply as JSON, though it came under the media type of a text: what was paid for is not lost over a header. */
export const jsonOf = (reply: unknown): unknown => {
  if (typeof reply !== 'string') return reply
  try {
    return JSON.parse(reply)
  } catch {
    return reply
  }
}

/** Read what the SDK threw. */
export const answerOf = (error: unknown, apiKey: string): Answer => {
  const { status, error: told, headers } = sdkError.safeParse(error).data ?? {}
  if (typeof status !== 'number') {
    const words = quoted(lastCause(error), apiKey)
    return { status: null, words, said: words, isOwn: false, retryAfterMs: null }
  }
  const own = body.safeParse(told)
  const said = quoted(own.success ? ownWords(own.data) : messageOf(error), apiKey)
  const id = quoted(requestIds.map((name) => headers?.get(name)).find(Boolean) ?? '', apiKey)
  return {
    status,
    said,
    words: `status ${status}${said === '' ? '' : `, "${said}"`}${id === '' ? '' : ` (request ${id})`}`,
    isOwn: own.success && errorOf(own.data) !== '',
    retryAfterMs: headers ? retryAfterMs((name) => headers.get(name)) : null,
  }
}

const errorOf = ({ error }: z.infer<typeof body>): string =>
  (typeof error === 'string' ? error : error?.message) ?? ''

const ownWords = (told: z.infer<typeof body>): string => {
  const { message, issues } = told
  const general = errorOf(told) || (message ?? '')
  const single = (issues ?? []).map((issue) =>
    [issue.path?.join('.'), issue.message].filter(Boolean).join(': '),
  )
  return [general, ...single].filter(Boolean).join('; ')
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** What was at the bottom of it: `connect ECONNREFUSED 127.0.0.1:80` and not `Connection error.` */
const lastCause = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError) return lastCause(error.errors[0])
  return error.cause === undefined ? error.message : lastCause(error.cause)
}

const noCredit = /\b(not|in)\b.{0,20}\b(enough|sufficient)\b.{0,30}credit|insufficient credit/i
const moderated = /moderat|\bsafety\b|content polic|usage polic|not allowed by our/i
const gone = /\bmodel\b.{0,60}(no longer|retired|deprecated|discontinued|sunset)/i
const unheard = /\bmodel\b.{0,60}(not available|unavailable|not exist|not found)/i

/** What a refusal of the client's side means for a person; null for the statuses that are no refusal. */
const troubleOf = ({ status, said }: Answer): VendorTrouble | null => {
  switch (status) {
    case 401:
      return 'vendor-key-refused'
    case 402:
      return 'vendor-no-credit'
    case 403:
      if (gone.test(said)) return 'model-retired'
      return /region|country|countries|location/i.test(said)
        ? 'vendor-region'
        : 'vendor-no-permission'
    case 404:
    case 410:
      return 'model-retired'
    case 413:
      return 'image-too-large'
    case 429:
      return /\bdaily\b|\bday\b/i.test(said) ? 'vendor-day-limit' : null
    default:
      return troubleOfRequest(status, said)
  }
}

/** Refusals that may stand for something else than the request: the vendor, or a gateway, may have it all the same. */
const ambiguous: readonly number[] = [408, 409, 425, 499]

const troubleOfRequest = (status: number | null, said: string): VendorTrouble | null => {
  if (status === null || status < 400 || status > 499 || ambiguous.includes(status)) return null
  if (noCredit.test(said)) return 'vendor-no-credit'
  if (moderated.test(said)) return 'content-refused'
  if (gone.test(said) || unheard.test(said)) return 'model-retired'
  if (/promptImage.{0,60}(too large|exceed|size)/i.test(said)) return 'image-too-large'
  if (/promptText.{0,60}(too long|at most|exceed|<=)/i.test(said)) return 'prompt-too-long'
  return 'request-refused'
}

/**
 * What came of a create that did not succeed. Only what Runway itself says no to is not accepted; a gateway's page of whatever
 * status, or a lost answer, may hide a job. A gateway's 429 mostly comes before Runway has the order, which nothing in it shows.
 *
 * @param asked what was asked for, in words that follow `Runway was asked for`
 * @see docs.dev.runwayml.com/errors/errors, read 2026-11-30: 503 is "shedding load"
 */
export const startedOf = (answer: Answer, departure: Departure, asked: string): Started => {
  const reason = reasonOf(answer, departure, asked)
  if (departure !== 'never-left' && !answer.isOwn) return { kind: 'unknown', reason }
  const trouble = departure === 'never-left' ? troubleOfUpload(answer) : troubleOf(answer)
  if (trouble === 'content-refused') return { kind: 'refused', reason, trouble }
  const isForNow = answer.status === 429 || answer.status === 503
  if (isForNow || (trouble === null && departure === 'never-left')) {
    return {
      ...{ kind: 'not-accepted', retry: 'later', reason },
      ...(trouble === null ? {} : { trouble }),
      ...(answer.retryAfterMs === null ? {} : { retryAfterMs: answer.retryAfterMs }),
    }
  }
  if (trouble !== null) return { kind: 'not-accepted', retry: 'never', reason, trouble }
  return { kind: 'unknown', reason }
}

/** An answer before the order left is one to the upload of a frame; the form for it may have run out, and is asked for again. */
const troubleOfUpload = (answer: Answer): VendorTrouble | null =>
  [401, 402, 413].includes(answer.status ?? 0) ? troubleOf(answer) : null

const reasonOf = ({ status, words }: Answer, departure: Departure, asked: string): string => {
  const came = status === null ? `${silences[departure]}: ${words}` : `It answered: ${words}.`
  return `Runway was asked for ${asked}. ${came}`
}

const silences: Readonly<Record<Departure, string>> = {
  'never-left': 'Nothing was sent',
  'no-answer': 'No answer came',
  answered: 'Its answer could not be read',
}

/** A question that was not answered, as the studio's error: the trouble where a person must act, else `vendor-unavailable`. */
export const unanswered = (
  error: unknown,
  asked: string,
  access: { readonly apiKey: string; readonly baseUrl: string | null },
): StudioError => {
  const answer = answerOf(error, access.apiKey)
  // A key that is refused is one for a person, whoever refuses it; what else a gateway says is of the moment.
  const isTold = answer.status === 401 || (answer.isOwn && [402, 403].includes(answer.status ?? 0))
  const trouble = isTold ? troubleOf(answer) : null
  const came =
    answer.status === null ? `No answer came: ${answer.words}.` : `It answered: ${answer.words}.`
  const host = access.baseUrl === null ? 'Runway' : `Runway at ${new URL(access.baseUrl).host}`
  return new StudioError({
    code: trouble ?? 'vendor-unavailable',
    message: `${host} was asked ${asked}. ${came}`,
    retry: trouble === null ? 'later' : 'never',
    cause: error,
  })
}
