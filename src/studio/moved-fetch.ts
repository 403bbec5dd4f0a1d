import { badPort, isBeforeFirstByte, NobodyReached } from '../kit/submission.ts'

/** An address that the environment gives to a vendor. */
export interface MovedAddress {
  readonly variable: string
  readonly url: string
}

/**
 * A vendor's `fetch` that says which variable of the environment led a request to where nobody can be reached.
 *
 * @param moved where the environment leads this vendor; null where it does not. Others may be led to the same place
 */
export const movedFetch = (
  fetch: typeof globalThis.fetch,
  moved: MovedAddress | null,
): typeof globalThis.fetch => {
  if (moved === null) return fetch
  const { variable, url } = moved
  return async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      const { origin, host } = new URL(input instanceof Request ? input.url : input)
      if (new URL(url).origin !== origin || !isBeforeFirstByte(error)) throw error
      throw new TypeError('fetch failed', { cause: explained(error, variable, host) })
    }
  }
}

/** What adapters tell of a failure is what lies at the bottom of it. */
const explained = (error: unknown, variable: string, host: string): NobodyReached => {
  const message = bottomOf(error)
  return new NobodyReached(
    message === badPort
      ? `${variable} leads to ${host}, a port that requests over HTTP may not go to (${message}). Give it another port, or unset ${variable}`
      : `${variable} leads to ${host}, where nobody can be reached (${message}). Start what is to answer there, correct ${variable}, or unset it`,
  )
}

const bottomOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return bottomOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : bottomOf(error.cause)
}
