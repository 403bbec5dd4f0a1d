import type { RunwayML } from '@runwayml/sdk'
import { StudioError } from '../../domain/errors.ts'

/** How Runway is reached. */
export interface RunwayAccess {
  /** `RUNWAYML_API_SECRET`; goes to {@link runwayUrl} or `baseUrl` and nowhere else, and is never told. */
  readonly apiKey: string
  /** Another host than Runway's own, for tests and emulation; null for Runway itself. */
  readonly baseUrl: string | null
  readonly fetch: typeof globalThis.fetch
}

/** Runway's own host. */
const runwayUrl = 'https://api.dev.runwayml.com' // @runwayml/sdk 4.20.1, 2026-09-23

/** Largest reply that is read; a task is a few hundred bytes, an account a few thousand. Chosen by this project. */
export const mostReplyBytes = 1_048_576

/** Longest wait for the answer to a question, its body included, in milliseconds. Chosen by this project. */
const questionTimeoutMs = 30_000

/**
 * The official client over a `fetch` of ours. It never repeats a request, writes no log and takes neither key nor host from
 * the environment. The library is loaded when first needed.
 */
export const runwayClient = async (access: RunwayAccess): Promise<RunwayML> => {
  const { RunwayML } = await import('@runwayml/sdk')
  const baseURL = access.baseUrl ?? runwayUrl
  return new RunwayML({
    ...{ apiKey: access.apiKey, baseURL, fetch: toTrustedHosts(access.fetch, new URL(baseURL)) },
    ...{ maxRetries: 0, timeout: questionTimeoutMs, logLevel: 'off' },
  })
}

/** A frame that is uploaded goes where Runway says: to a host of the open net over TLS, and without our key. */
const toTrustedHosts =
  (fetch: typeof globalThis.fetch, home: URL): typeof globalThis.fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin === home.origin) return fetch(input, init)
    const isSafe = url.protocol === 'https:' || (isLoopback(home) && isLoopback(url))
    if (isSafe && !new Headers(init?.headers).has('authorization')) return fetch(input, init)
    throw new StudioError({
      code: 'vendor-unavailable',
      message: `Runway named ${url.origin} to upload a frame to, which is no safe place; nothing was sent there.`,
      retry: 'later',
    })
  }

const isLoopback = ({ hostname }: URL): boolean =>
  ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
