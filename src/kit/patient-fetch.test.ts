import { describe, expect, it } from 'vitest'
import {
  type LoopbackReply,
  type LoopbackServer,
  serverOfTest,
} from '../testing/loopback-server.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { patientFetch } from './patient-fetch.ts'
import { submission } from './submission.ts'

const serve = (reply: LoopbackReply): Promise<LoopbackServer> => serverOfTest(() => reply)

const send = (url: string, signal?: AbortSignal): Promise<Response> =>
  patientFetch(url, {
    method: 'POST',
    headers: new Headers({ 'content-type': 'application/json', 'x-key': 'k' }),
    body: '{"fox":"🦊"}',
    ...(signal ? { signal } : {}),
  })

describe('a patient fetch', () => {
  it('sends and brings what fetch sends and brings', async () => {
    const server = await serve({ status: 201, headers: { 'x-a': 'b' }, body: { snow: '❄️' } })
    const answer = await send(`${server.url}/path?and=query`)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('x-a')).toBe('b')
    expect(await answer.json()).toEqual({ snow: '❄️' })
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/path',
      headers: { 'x-key': 'k' },
      body: { fox: '🦊' },
    })
    expect((await patientFetch(new URL(server.url))).ok).toBe(true)
    expect(server.requests[1]).toMatchObject({ method: 'GET', body: null })
  })

  it('takes a status without a body, and leaves a redirect as it is', async () => {
    expect((await send((await serve({ status: 204, body: '' })).url)).status).toBe(204)
    const headers = { location: 'http://127.0.0.1:1/' }
    expect((await send((await serve({ status: 307, headers, body: '' })).url)).status).toBe(307)
  })

  it('fails as fetch does, so that what left and what did not are told apart', async () => {
    const server = await serve('drop')
    const watched = (): ReturnType<typeof submission> =>
      submission({ fetch: patientFetch, now: () => 0, leaveWithinMs: 1 })
    const dropped = watched()
    const post = { method: 'POST', body: '{}' }
    expect(await rejectionOf(dropped.fetch(server.url, post))).toBeInstanceOf(TypeError)
    expect(dropped.departure()).toBe('no-answer')
    await server.close()
    const closed = watched()
    expect(await rejectionOf(closed.fetch(server.url, post))).toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    })
    expect(closed.departure()).toBe('never-left')
  })

  it('ends with the reason of its signal: before, during, and behind the head', async () => {
    const reason = new Error('not wanted any more')
    const silent = await serve('silence')
    expect(await rejectionOf(send(silent.url, AbortSignal.abort(reason)))).toBe(reason)
    expect(silent.requests).toHaveLength(0)
    const stop = new AbortController()
    const work = rejectionOf(send(silent.url, stop.signal))
    await expect.poll(() => silent.requests.length).toBe(1)
    stop.abort(reason)
    expect(await work).toBe(reason)
    const later = new AbortController()
    const stalled = await send((await serve('stall')).url, later.signal)
    later.abort(reason)
    expect(await rejectionOf(stalled.json())).toBeInstanceOf(Error)
  })

  it('tells an answer that was torn off', async () => {
    const half = await send((await serve('half')).url)
    expect(await rejectionOf(half.json())).toBeInstanceOf(Error)
  })

  it('is not for requests that it could send only in part', async () => {
    const form = { method: 'POST', body: new FormData() }
    expect(await rejectionOf(patientFetch('http://127.0.0.1:1/', form))).toBeInstanceOf(TypeError)
    const request = new Request('http://127.0.0.1:1/')
    expect(await rejectionOf(patientFetch(request))).toBeInstanceOf(TypeError)
  })
})
