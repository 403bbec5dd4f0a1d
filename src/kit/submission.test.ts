import { describe, expect, it, onTestFinished } from 'vitest'
import { type LoopbackReply, loopbackServer } from '../testing/loopback-server.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { type SubmissionOptions, submission } from './submission.ts'

const serve = async (reply: LoopbackReply, arrived: () => void = () => undefined) => {
  const server = await loopbackServer(() => {
    arrived()
    return reply
  })
  onTestFinished(() => server.close())
  return server
}
const guard = (changes: Partial<SubmissionOptions> = {}) =>
  submission({ fetch, now: () => 0, leaveWithinMs: 1000, ...changes })

/** How some SDKs send, whatever they are told of retries: three times, until an answer is good. */
const stubborn = async (
  send: typeof fetch,
  url: string,
  patience: () => AbortSignal,
): Promise<Response> => {
  let last: unknown
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const answer = await send(url, { method: 'POST', body: '{}', signal: patience() })
      if (answer.ok) return answer
      last = new Error(`status ${answer.status}`)
    } catch (error) {
      last = error
    }
  }
  throw last
}

describe('a submission', () => {
  it.each<[string, LoopbackReply, string]>([
    ['a 500', { status: 500, body: {} }, 'answered'],
    ['a 429', { status: 429, headers: { 'retry-after': '0' }, body: {} }, 'answered'],
    ['a dropped socket', 'drop', 'no-answer'],
    ['a client timeout', 'silence', 'no-answer'],
  ])('leaves once on %s, however often the SDK around it tries', async (_, reply, departure) => {
    // A client loses its patience when the request has arrived, however long that took.
    const patience = new AbortController()
    const server = await serve(reply, () => {
      if (reply === 'silence') patience.abort(new DOMException('too long', 'TimeoutError'))
    })
    const sent = guard()
    const signals = [patience.signal]
    const next = (): AbortSignal => signals.shift() ?? new AbortController().signal
    expect(await rejectionOf(stubborn(sent.fetch, server.url, next))).toMatchObject({
      message: expect.stringContaining('not sent twice'),
    })
    expect(server.requests).toHaveLength(1)
    expect(sent.departure()).toBe(departure)
  })

  it('lets questions and uploads through as often as they are asked', async () => {
    const server = await serve({ status: 200, body: {} })
    const sent = guard({
      isPaid: ({ pathname }, method) => method === 'POST' && pathname === '/pay',
    })
    for (const [path, method] of [
      ['/upload', 'POST'],
      ['/upload', 'POST'],
      ['/pay', 'GET'],
      ['/pay', 'POST'],
      ['/pay', 'GET'],
    ] as const) {
      expect((await sent.fetch(new Request(`${server.url}${path}`, { method }))).ok).toBe(true)
    }
    expect(server.requests).toHaveLength(5)
    expect(await rejectionOf(sent.fetch(`${server.url}/pay`, { method: 'post' }))).toBeInstanceOf(
      Error,
    )
    expect(server.requests).toHaveLength(5)
  })

  it.each([1001, -1])('does not leave when the clock says %i ms have passed', async (later) => {
    const server = await serve({ status: 200, body: {} })
    let now = 0
    const sent = guard({ now: () => now })
    now = later
    expect(await rejectionOf(sent.fetch(server.url, { method: 'POST' }))).toMatchObject({
      message: expect.stringContaining('nothing was sent'),
    })
    expect(server.requests).toHaveLength(0)
    expect(sent.departure()).toBe('never-left')
  })

  it('that was given up before does not leave', async () => {
    const server = await serve({ status: 200, body: {} })
    const sent = guard()
    const signal = AbortSignal.abort(new Error('not wanted'))
    expect(await rejectionOf(sent.fetch(server.url, { method: 'POST', signal }))).toMatchObject({
      message: 'not wanted',
    })
    expect(sent.departure()).toBe('never-left')
    expect(server.requests).toHaveLength(0)
  })

  const failing = (syscall: string, code: string): Error =>
    Object.assign(new Error(`${syscall} ${code} 192.0.2.1:443`), { syscall, code })
  const bothFailed = new AggregateError([
    failing('connect', 'ENETUNREACH'),
    failing('connect', 'ECONNREFUSED'),
  ])

  it.each<[string, Error, string]>([
    ['looking it up', failing('getaddrinfo', 'ENOTFOUND'), 'never-left'],
    ['connecting', failing('connect', 'EHOSTUNREACH'), 'never-left'],
    ['connecting in each way', bothFailed, 'never-left'],
    ['reading the answer', failing('read', 'EHOSTUNREACH'), 'no-answer'],
    ['reading from a net that is gone', failing('read', 'ENETUNREACH'), 'no-answer'],
    ['writing', failing('write', 'EADDRNOTAVAIL'), 'no-answer'],
    ['nobody knows what', Object.assign(new Error('x'), { code: 'EHOSTUNREACH' }), 'no-answer'],
    ['everything and nothing', new AggregateError([]), 'no-answer'],
  ])(
    'whose host cannot be reached while %s is told by the call that failed',
    async (_, cause, departure) => {
      const sent = guard({
        fetch: async () => {
          throw new TypeError('fetch failed', { cause })
        },
      })
      await rejectionOf(sent.fetch('http://127.0.0.1:2999', { method: 'POST' }))
      expect(sent.departure()).toBe(departure)
    },
  )
})
