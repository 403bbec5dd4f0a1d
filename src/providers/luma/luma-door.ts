import { StudioError } from '../../domain/errors.ts'
import { boundedFetch } from '../../kit/bounded-reply.ts'
import { submission } from '../../kit/submission.ts'
import type { Started } from '../../ports/paid-model.ts'
import { type Answer, inWords } from './answers.ts'
import { leaveWithinMs, usualPatienceMs } from './waits.ts'

/** How Luma is reached. */
export interface LumaDoor {
  /** Opens the Agents API when it begins with `luma-api-`, else the Dream Machine API. */
  readonly apiKey: string
  /** Address of the API that the key opens, path included; null for Luma's own. */
  readonly baseUrl: string | null
  readonly fetch: typeof globalThis.fetch
  /** Epoch milliseconds, by this machine's clock. */
  readonly now: () => number
  /** Longest wait for the answer to an order and to a question, body included, in milliseconds. Default: 60 s and 30 s. */
  readonly patienceMs?: { readonly order: number; readonly question: number }
}

/** Waits in milliseconds. The SDK's own is a minute (lumaai 1.19.1); the Agents API answers an order at once, and looks are cheap. */
export const patienceOf = ({ patienceMs }: LumaDoor): { order: number; question: number } =>
  patienceMs ?? usualPatienceMs

/** A generation is a few kilobytes, a page of fifty some hundred. */
const mostReplyBytes = 1_048_576

/** How an order is sent to one of the APIs, and what its answer means there. */
export interface Sending {
  /** Makes the one request through the `fetch` it is given. */
  send(fetch: typeof globalThis.fetch): Promise<Answer>
  meaning(answer: Answer): Started
}

/**
 * Send an order once. What has left is waited for even when nobody wants it any more: its answer holds the job that is paid for.
 *
 * @throws the reason of `signal`, when it was aborted before the order left
 */
export const sendOnce = async (
  door: LumaDoor,
  { send, meaning }: Sending,
  signal: AbortSignal,
): Promise<Started> => {
  const { order: waitMs } = patienceOf(door)
  const guard = submission({
    fetch: boundedFetch(door.fetch, mostReplyBytes),
    now: door.now,
    leaveWithinMs,
  })
  const once: typeof globalThis.fetch = async (input, init) => {
    signal.throwIfAborted()
    return await guard.fetch(input, within(init, waitMs))
  }
  let answer: Answer
  try {
    answer = await send(once)
  } catch (error) {
    const why = inWords(causeOf(error), door.apiKey)
    if (guard.departure() === 'never-left') {
      signal.throwIfAborted()
      const reason = `The order did not reach Luma: ${why}`
      return { kind: 'not-accepted', retry: 'later', reason }
    }
    const reason = `Luma gave no answer that can be read, and may have the order: ${why}`
    return { kind: 'unknown', reason }
  }
  return meaning(answer)
}

/**
 * Ask Luma something that costs nothing.
 *
 * @param send asks through the `fetch` it is given
 * @throws the reason of `signal`; StudioError `vendor-unavailable` (retry later) when no answer came
 */
export const ask = async (
  door: LumaDoor,
  signal: AbortSignal,
  send: (fetch: typeof globalThis.fetch) => Promise<Answer>,
): Promise<Answer> => {
  const bounded = boundedFetch(door.fetch, mostReplyBytes)
  const { question } = patienceOf(door)
  signal.throwIfAborted()
  try {
    return await send((input, init) => {
      const timed = within(init, question)
      return bounded(input, { ...timed, signal: AbortSignal.any([timed.signal, signal]) })
    })
  } catch (error) {
    signal.throwIfAborted()
    const why = inWords(causeOf(error), door.apiKey)
    throw new StudioError({
      code: 'vendor-unavailable',
      retry: 'later',
      message: `Luma could not be asked: ${why}`,
      cause: error,
    })
  }
}

const within = (
  init: RequestInit | undefined,
  waitMs: number,
): RequestInit & { signal: AbortSignal } => {
  const clock = AbortSignal.timeout(waitMs)
  return { ...init, signal: init?.signal ? AbortSignal.any([init.signal, clock]) : clock }
}

/** What lies at the bottom of an error: the SDK says "Connection error.", its cause says which. */
const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return causeOf(error.cause)
  if (error.name === 'TimeoutError') return 'it did not answer in time.'
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `${error.message || error.name}${code}`
}
