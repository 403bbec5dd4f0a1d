import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'

/** Silence after which the system asks whether the other side is still there, so that nobody between forgets the connection. */
const keepAliveMs = 30_000

/**
 * A `fetch` for answers that take long: it waits until its `signal` ends it. Node's own gives up after 300 seconds without
 * the head of an answer (`UND_ERR_HEADERS_TIMEOUT`, measured with Node 24.21, 2026-11-30), and a model that writes for six
 * minutes is paid all the same.
 * Redirects are not followed: a key goes to no other host than it was sent to.
 *
 * Takes an address as text or `URL`, and a body of text or bytes.
 *
 * @throws what the connection failed with, as `cause` of a TypeError, as Node's own does; the signal's reason when aborted
 */
export const patientFetch: typeof globalThis.fetch = async (input, init) => {
  if (input instanceof Request) throw new TypeError('An address is wanted, not a Request')
  const url = new URL(input)
  const body = bodyOf(init?.body)
  const signal = init?.signal ?? undefined
  signal?.throwIfAborted()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = Object.fromEntries(new Headers(init?.headers))
  return new Promise((resolve, reject) => {
    // A connection of its own: one that was kept may be closed by the other side just as the request leaves.
    const options = { method: init?.method ?? 'GET', headers, agent: false } as const
    const sent = send(url, { ...options, ...(signal ? { signal } : {}) })
    sent.on('socket', (socket) => socket.setKeepAlive(true, keepAliveMs))
    sent.on('response', (answer) => resolve(responseOf(answer)))
    sent.on('error', (cause) => {
      reject(signal?.aborted ? signal.reason : new TypeError('fetch failed', { cause }))
    })
    sent.end(body)
  })
}

const bodyOf = (body: unknown): string | Uint8Array | undefined => {
  if (body === null || body === undefined) return undefined
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new TypeError('A body of text or bytes is wanted')
}

/** Statuses that have no body. Fetch standard, "null body status" */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

const responseOf = (answer: IncomingMessage): Response => {
  const status = answer.statusCode ?? 0
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const isEmpty = bodiless.has(status)
  if (isEmpty) answer.resume()
  const body = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
  return new Response(body, { status, statusText: answer.statusMessage ?? '', headers })
}
