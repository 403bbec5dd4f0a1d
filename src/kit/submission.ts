/** What became of the paid request of a submission, as far as the wire shows. */
export type Departure =
  /** Nothing left: no connection, or it was too late to send. The vendor cannot have it. */
  | 'never-left'
  /** It may have reached the vendor, and no answer came back. */
  | 'no-answer'
  /** The vendor answered, with whatever status. */
  | 'answered'

/** Sends one paid request, once. */
export interface Submission {
  /** Given to the vendor's SDK in place of `fetch`. */
  readonly fetch: typeof globalThis.fetch
  /** What became of the paid request. Before it was sent: `never-left`. */
  departure(): Departure
}

/** How a {@link submission} is set up. */
export interface SubmissionOptions {
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** The request is sent within this many milliseconds from here on, or not at all. */
  readonly leaveWithinMs: number
  /** Tells the request that is paid for from uploads and questions. Default: every POST. */
  readonly isPaid?: (url: URL, method: string) => boolean
}

/** A request that was held back; nothing of it left. */
class HeldBack extends Error {
  override readonly name = 'HeldBack'
}

/**
 * A `fetch` for one submission that lets its paid request out once, whatever the SDK around it means to repeat (facts:
 * `retry.maxRetries: 0` is ignored by some), and not at all when it comes too late: whoever takes the order over counts on that.
 *
 * @throws from the returned `fetch`, for a second paid request and for one that is late
 */
export const submission = (options: SubmissionOptions): Submission => {
  const begunAt = options.now()
  const isPaid = options.isPaid ?? ((_url, method) => method === 'POST')
  let departure: Departure = 'never-left'
  let isUsed = false

  const hold = (): void => {
    if (isUsed) throw new HeldBack('This order was sent already; it is not sent twice.')
    const age = options.now() - begunAt
    // A clock that was set back says nothing of how long it took.
    if (age > options.leaveWithinMs || age < 0) {
      throw new HeldBack('It took too long until the order could be sent; nothing was sent.')
    }
  }

  const guarded: typeof globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : null
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase()
    if (!isPaid(new URL(request?.url ?? String(input)), method)) return options.fetch(input, init)
    hold()
    init?.signal?.throwIfAborted()
    isUsed = true
    departure = 'no-answer'
    try {
      const answer = await options.fetch(input, init)
      departure = 'answered'
      return answer
    } catch (error) {
      if (isBeforeFirstByte(error)) departure = 'never-left'
      throw error
    }
  }
  return { fetch: guarded, departure: () => departure }
}

/** A request that reached nobody, in words of ours: nothing of it left. */
export class NobodyReached extends Error {
  override readonly name = 'NobodyReached'
}

/** Calls of the system that come before a connection stands: looking a host up, taking a port of ours, connecting (Node 24). */
const callsBefore: ReadonlySet<string> = new Set(['getaddrinfo', 'bind', 'connect'])

/** Failures of connecting in time and of TLS's handshake, which name no call: no byte of a request was written (Node 24, undici). */
const handshakeCodes: ReadonlySet<string> = new Set([
  ...['UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** What undici, which has no code for it, says of a port that the Fetch standard keeps for other protocols (Node 24). */
export const badPort = 'bad port'

/**
 * Whether a failure shows that no byte of a request was written. The code alone does not: a host can become unreachable, as
 * `read EHOSTUNREACH`, when the request is with the vendor; only the call that failed tells.
 */
export const isBeforeFirstByte = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every(isBeforeFirstByte)
  }
  if (error instanceof NobodyReached || error.message === badPort) return true
  if ('syscall' in error) return callsBefore.has(String(error.syscall))
  if ('code' in error && handshakeCodes.has(String(error.code))) return true
  return error.cause !== undefined && isBeforeFirstByte(error.cause)
}
