import { StudioError } from '../domain/errors.ts'
import { readAtMost } from './read-at-most.ts'

/**
 * A `fetch` whose replies are read whole before they are handed on, and only up to a size: the SDKs of vendors read what
 * comes without a limit, and stop their clock at the first header. Through this one a deadline covers the body too, and a
 * reply that breaks off counts as none. Redirects are not followed: a reply of 3xx comes back as it is, for the request and
 * its key are meant for one host.
 *
 * @param mostBytes largest body that is taken, counted after decompression
 * @throws StudioError `reply-invalid` from the returned `fetch`, for a larger one
 */
export const boundedFetch =
  (fetch: typeof globalThis.fetch, mostBytes: number): typeof globalThis.fetch =>
  async (input, init) => {
    const reply = await fetch(input, { ...init, redirect: 'manual' })
    const body = reply.body === null ? null : await readAtMost(reply.body, mostBytes)
    if (body !== null && body.length > mostBytes) {
      const { origin, pathname } = new URL(input instanceof Request ? input.url : input)
      throw new StudioError({
        code: 'reply-invalid',
        message: `${origin}${pathname} answered with more than ${mostBytes} bytes; it was not read further.`,
      })
    }
    const headers = new Headers(reply.headers)
    // The body is plain by now, and may have another length.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name)
    const { status, statusText } = reply
    return new Response(isBodiless(status) ? null : body?.slice(), { status, statusText, headers })
  }

/** Statuses that a reply with a body cannot be made of. @see Fetch standard, null body status */
const isBodiless = (status: number): boolean => [101, 103, 204, 205, 304].includes(status)
