import { APIError } from '@anthropic-ai/sdk'
import { z } from 'zod'
import { retryAfterMs } from '../../kit/retry-after.ts'
import type { Departure } from '../../kit/submission.ts'
import type { Started } from '../../ports/paid-model.ts'
import { troubleOf } from './trouble.ts'

/** A question that was not answered by a message. */
export interface Failure {
  readonly error: unknown
  /** What became of the request on the wire. */
  readonly departure: Departure
  /** Who was asked what, for the reason. */
  readonly asked: string
}

/**
 * What a failure means for the order.
 *
 * - 4xx: the request was turned away before it was worked on (platform.claude.com/docs/en/api/errors, read 2026-11-30), but for 408
 *   and 499, which tell of time that ran out.
 * - 529 `overloaded_error`: the vendor was busy and turned the request away (learn.microsoft.com, Dev Proxy, "Anthropic 529", read
 *   2026-11-30); bills are by the usage of a message, and there is none.
 * - only in the vendor's own JSON: a gateway's page may stand in for an answer that was worked on. A gateway's 429 mostly comes
 *   before the vendor has the request, which nothing in it shows.
 * - everything else, 500, 502, 503 and 504 among it: it may have been worked on.
 */
export const readFailure = ({ error, departure, asked }: Failure): Started => {
  if (error instanceof APIError && typeof error.status === 'number') {
    return readStatus(error, error.status, asked)
  }
  const words = shortened(causesOf(error))
  return departure === 'never-left'
    ? {
        kind: 'not-accepted',
        retry: 'later',
        reason: `${asked}, but the request did not leave: ${words}`,
      }
    : { kind: 'unknown', reason: `${asked}, and no answer came back: ${words}` }
}

/** The vendor's words, with status and request id: `429 rate_limit_error (request req_1): …`. */
export const vendorWords = (error: APIError): string => {
  const id = error.requestID ? ` (request ${error.requestID})` : ''
  const type = error.type ? ` ${error.type}` : ''
  return `${error.status}${type}${id}: ${shortened(error.apiMessage ?? error.message)}`
}

/** Turned away and worth another try when waited. A conflict is of the moment: the errors page says to try again. */
const laterStatuses: ReadonlySet<number> = new Set([409, 429, 529])
const openStatuses: ReadonlySet<number> = new Set([408, 499])

const readStatus = (error: APIError, status: number, asked: string): Started => {
  const answered = `${asked} and answered ${vendorWords(error)}`
  const isTurnedAway = status < 500 && !openStatuses.has(status)
  const isOverloaded = status === 529 && error.type === 'overloaded_error'
  if (!isOwn(error) || (!isTurnedAway && !isOverloaded)) {
    return { kind: 'unknown', reason: `${answered}. It may have been worked on and billed.` }
  }
  const trouble = troubleOf(error)
  if (laterStatuses.has(status) && trouble === null) {
    const restMs = retryAfterMs((name) => error.headers?.get(name))
    return {
      kind: 'not-accepted',
      retry: 'later',
      reason: answered,
      ...(restMs === null ? {} : { retryAfterMs: restMs }),
    }
  }
  return {
    kind: 'not-accepted',
    retry: 'never',
    reason: answered,
    trouble: trouble ?? 'request-refused',
  }
}

/** The vendor's shape of an error. @see platform.claude.com/docs/en/api/errors, read 2026-11-30 */
const ownError = z.object({
  type: z.literal('error'),
  error: z.object({ type: z.string(), message: z.string() }),
})

const isOwn = (error: APIError): boolean => ownError.safeParse(error.error).success

/** Longest piece of somebody else's words in a reason. */
const mostWords = 300

const shortened = (words: string): string =>
  words.length > mostWords ? `${words.slice(0, mostWords)}…` : words

/** What lies behind an error, too: `Connection error. ← fetch failed ← connect ECONNREFUSED 127.0.0.1:1` */
export const causesOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} ← ${causesOf(error.cause)}`
}
