import { describe, expect, test } from 'vitest'
import { handmadeFixtures } from '../../testing/handmade-fixtures.ts'
import { type LoopbackReply, serverOfTest } from '../../testing/loopback-server.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { runwayVideoModel } from './runway-video-model.ts'

const apiKey = 'key_of_a_test_0123456789'
const signal = new AbortController().signal

const fixture = handmadeFixtures(import.meta.dirname)

const modelAt = (baseUrl: string) =>
  runwayVideoModel({
    ...{ model: 'runway/gen4.5', apiKey, baseUrl, fetch, now: () => performance.now() },
  })

describe('an answer to an order', () => {
  const answered = async (reply: LoopbackReply) => {
    const server = await serverOfTest(() => reply)
    const started = await modelAt(server.url).start(sampleShotOrder(), 'r', signal)
    expect(server.requests, 'sent once').toHaveLength(1)
    return started
  }
  const said = (status: number, error: string, headers = {}): LoopbackReply => ({
    ...{ status, headers, body: { error } },
  })
  const never = { kind: 'not-accepted', retry: 'never' }
  const later = { kind: 'not-accepted', retry: 'later' }
  const page = '<html><h1>Bad gateway</h1></html>'

  test.each([
    [
      'no credit',
      said(400, 'You do not have enough credits to run this task.'),
      { ...never, trouble: 'vendor-no-credit' },
    ],
    [
      'payment required',
      said(402, 'Insufficient credits'),
      { ...never, trouble: 'vendor-no-credit' },
    ],
    [
      'moderation',
      said(400, 'The prompt was rejected by content moderation'),
      { kind: 'refused', trouble: 'content-refused' },
    ],
    [
      'a key that is not valid',
      said(401, 'Unauthorized'),
      { ...never, trouble: 'vendor-key-refused' },
    ],
    ['no permission', said(403, 'Forbidden'), { ...never, trouble: 'vendor-no-permission' }],
    [
      'a wrong region',
      said(403, 'Not available in your country'),
      { ...never, trouble: 'vendor-region' },
    ],
    [
      'a model that is gone',
      said(403, 'Model gen4.5 is no longer available'),
      { ...never, trouble: 'model-retired' },
    ],
    ['an end point that is gone', said(404, 'Not found'), { ...never, trouble: 'model-retired' }],
    ['gone for good', said(410, 'Gone'), { ...never, trouble: 'model-retired' }],
    ['too large', said(413, 'Payload too large'), { ...never, trouble: 'image-too-large' }],
    [
      'too many requests',
      said(429, 'Slow down', { 'retry-after': '7' }),
      { ...later, retryAfterMs: 7000 },
    ],
    [
      'the daily limit',
      said(429, 'Your daily task limit has been reached.'),
      { ...later, trouble: 'vendor-day-limit' },
    ],
    [
      'load shedding',
      said(503, 'Overloaded', { 'retry-after': '2' }),
      { ...later, retryAfterMs: 2000 },
    ],
    ['a gateway that gave up', { status: 503, body: page }, { kind: 'unknown' }],
    ['a server error', said(500, 'Internal error'), { kind: 'unknown' }],
    ['a bad gateway', { status: 502, body: page }, { kind: 'unknown' }],
    ['a gateway that waited too long', said(504, 'Timeout'), { kind: 'unknown' }],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, { kind: 'unknown' }],
    ['a conflict', said(409, 'Conflict'), { kind: 'unknown' }],
    ['a request that took too long', said(408, 'Request timeout'), { kind: 'unknown' }],
    ['a dropped connection', 'drop' as const, { kind: 'unknown' }],
    ['success without a task', { status: 200, body: {} }, { kind: 'unknown' }],
    ['success with a page', { status: 200, body: page }, { kind: 'unknown' }],
    [
      'success that is no JSON',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":' },
      { kind: 'unknown' },
    ],
    [
      'success without an end',
      { status: 200, body: { id: 'x'.repeat(2_000_000) } },
      { kind: 'unknown' },
    ],
  ] as readonly (readonly [string, LoopbackReply, object])[])(
    '%s is read as what it is, and sent no second time',
    async (_case, reply, expected) => {
      expect(await answered(reply)).toMatchObject(expected)
    },
  )

  test.each([400, 401, 402, 403, 404, 410, 413, 422, 429])(
    'of %i that is not in Runway’s own words leaves open what became of the order',
    async (status) => {
      const headers = { 'retry-after': '7' }
      for (const body of [page, undefined, {}, { message: 'Too Many Requests' }, { error: '' }]) {
        expect(await answered({ status, headers, body })).toMatchObject({ kind: 'unknown' })
      }
    },
  )

  test('that is a task under a wrong media type is a task', async () => {
    const body = JSON.stringify(await fixture('created'))
    expect(await answered({ status: 200, body })).toMatchObject({ kind: 'accepted' })
  })

  test('that a model is not for this account is one of permission', async () => {
    const started = await answered(said(403, 'Model variant is not available'))
    expect(started).toMatchObject({ ...never, trouble: 'vendor-no-permission' })
  })

  test('of a request that is not valid says what was wrong with it', async () => {
    const reply = {
      status: 400,
      headers: { 'x-request-id': 'req-1' },
      body: await fixture('invalid-request'),
    }
    const started = await answered(reply)
    expect(started).toMatchObject({ ...never, trouble: 'request-refused' })
    if (started.kind !== 'not-accepted') return
    expect(started.reason).toContain('a clip of gen4.5, 4 s at 1280:720')
    expect(started.reason).toContain(
      'status 400, "Validation of body failed; ratio: Invalid enum value"',
    )
    expect(started.reason).toContain('(request req-1)')
  })

  test('is quoted at no great length, and never with the key', async () => {
    const started = await answered(said(400, `Bearer ${apiKey} ${'x'.repeat(5000)}`))
    if (started.kind !== 'not-accepted') throw new Error(started.kind)
    expect(started.reason.length).toBeLessThan(500)
    expect(started.reason).not.toContain(apiKey)
  })

  test('that says a date to come back at is measured by its own clock', async () => {
    const headers = {
      date: 'Mon, 30 Nov 2026 10:00:00 GMT',
      'retry-after': 'Mon, 30 Nov 2026 10:01:30 GMT',
    }
    expect(await answered(said(429, 'Slow', headers))).toMatchObject({ retryAfterMs: 90_000 })
  })
})
