import { describe, expect, it } from 'vitest'
import { submission } from '../kit/submission.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { movedFetch } from './moved-fetch.ts'

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:2999'), {
  syscall: 'connect',
  code: 'ECONNREFUSED',
})
const failing =
  (cause: Error): typeof globalThis.fetch =>
  async () => {
    throw new TypeError('fetch failed', { cause })
  }
const moved = { variable: 'A_BASE_URL', url: 'http://127.0.0.1:2999/v1' }
const movedToBadPort = { variable: 'B_BASE_URL', url: 'http://127.0.0.1:9' }

/** What lies at the bottom of a request's failure. */
const reasonAt = async (
  fetch: typeof globalThis.fetch,
  url: string,
  address = moved,
): Promise<string> => {
  const { cause } = (await rejectionOf(movedFetch(fetch, address)(url))) as Error
  return (cause as Error).message
}

describe('a request to where the environment leads', () => {
  it('that reaches nobody names the variable, the place and what to do', async () => {
    expect(await reasonAt(failing(refused), 'http://127.0.0.1:2999/v1/x')).toBe(
      'A_BASE_URL leads to 127.0.0.1:2999, where nobody can be reached (connect ECONNREFUSED 127.0.0.1:2999). Start what is to answer there, correct A_BASE_URL, or unset it',
    )
  })

  it('at a port that is kept for other protocols says so', async () => {
    expect(await reasonAt(globalThis.fetch, 'http://127.0.0.1:9/v1', movedToBadPort)).toBe(
      'B_BASE_URL leads to 127.0.0.1:9, a port that requests over HTTP may not go to (bad port). Give it another port, or unset B_BASE_URL',
    )
  })

  it('names the variable of the vendor that was asked, though others lead to the same place', async () => {
    const other = { ...moved, variable: 'C_BASE_URL', url: 'http://127.0.0.1:2999' }
    const url = 'http://127.0.0.1:2999/v1/x'
    expect(await reasonAt(failing(refused), url)).toContain('A_BASE_URL leads to')
    expect(await reasonAt(failing(refused), url, other)).toContain('C_BASE_URL leads to')
    const { cause } = (await rejectionOf(movedFetch(failing(refused), null)(url))) as Error
    expect(cause).toBe(refused)
  })

  it('that reaches nobody has not left, so it may be sent again', async () => {
    for (const fetch of [movedFetch(globalThis.fetch, movedToBadPort), globalThis.fetch]) {
      const sent = submission({ fetch, now: () => 0, leaveWithinMs: 1000 })
      await rejectionOf(sent.fetch('http://127.0.0.1:9/v1', { method: 'POST' }))
      expect(sent.departure()).toBe('never-left')
    }
  })

  it('that broke off later, or went elsewhere, is told as it was', async () => {
    const reset = Object.assign(new Error('read ECONNRESET'), {
      syscall: 'read',
      code: 'ECONNRESET',
    })
    expect(await reasonAt(failing(reset), 'http://127.0.0.1:2999/v1')).toBe('read ECONNRESET')
    expect(await reasonAt(failing(refused), 'http://127.0.0.1:3000/v1')).toBe(refused.message)
  })
})
