import { describe, expect, test } from 'vitest'
import type { Job } from '../../domain/order.ts'
import { handmadeFixtures } from '../../testing/handmade-fixtures.ts'
import { type LoopbackReply, serverOfTest } from '../../testing/loopback-server.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { runwayVideoModel } from './runway-video-model.ts'

const apiKey = 'key_of_a_test_0123456789'
const signal = new AbortController().signal

const fixture = handmadeFixtures(import.meta.dirname)

const modelAt = (baseUrl: string) =>
  runwayVideoModel({
    ...{ model: 'runway/gen4.5', apiKey, baseUrl, fetch, now: () => performance.now() },
  })

describe('a look at a task', () => {
  const job: Job = { id: '17f20503-6c24-4c16-946b-35dbbce2af2f', seconds: 5 }
  const looked = async (reply: LoopbackReply, at: Job = job) => {
    const server = await serverOfTest(() => reply)
    return modelAt(server.url).check(at, signal)
  }
  const bill = { units: { unit: 'second', quantity: 5 }, amount: 600_000 }
  const free = { units: { unit: 'second', quantity: 0 }, amount: 0 }

  test.each([
    ['pending', { state: 'queued' }],
    ['throttled', { state: 'queued' }],
    ['running', { state: 'running', progress: 0.42 }],
    [
      'succeeded',
      {
        state: 'done',
        outputs: [
          { kind: 'link', url: 'https://cdn.example/clip.mp4?_jwt=1', mediaType: 'video/mp4' },
        ],
        bill,
      },
    ],
    [
      'failed-safety',
      {
        state: 'refused',
        trouble: 'content-refused',
        reason:
          'Runway did not make the clip: SAFETY.INPUT.TEXT: Input text was rejected by content moderation.',
        bill,
      },
    ],
    [
      'failed-internal',
      {
        state: 'failed',
        reason:
          'Runway did not make the clip: INTERNAL.BAD_OUTPUT.CODE01: An unexpected error occurred.',
        bill: free,
      },
    ],
    ['cancelled', { state: 'cancelled' }],
  ])('that is %s', async (name, status) => {
    expect(await looked({ status: 200, body: await fixture(name) })).toEqual(status)
  })

  test('whose length was not written down is billed by its credits', async () => {
    const body = await fixture('succeeded')
    expect(await looked({ status: 200, body }, { id: 'abc' })).toMatchObject({ bill })
  })

  test.each([
    ['more than any clip costs', { credits: 9e15 }],
    ['less than nothing', { credits: -1 }],
    ['of another shape', 'five'],
  ])('whose cost is %s is there all the same, without a bill', async (_how, cost) => {
    const odd = { createdAt: 7, failure: {}, failureCode: null }
    const done = { ...((await fixture('succeeded')) as object), ...odd, cost }
    const status = await looked({ status: 200, body: done })
    expect(status).toMatchObject({ state: 'done', isBillUnreadable: true })
    expect(status).not.toHaveProperty('bill')
    const failed = { status: 'FAILED', ...odd, cost }
    expect(await looked({ status: 200, body: failed })).toMatchObject({
      ...{ state: 'failed', isBillUnreadable: true },
    })
  })

  test('refused for what is in it without a bill is taken to be charged', async () => {
    const body = { status: 'FAILED', failureCode: 'SAFETY.INPUT.IMAGE' }
    expect(await looked({ status: 200, body })).toMatchObject({
      ...{ state: 'refused', bill: { units: { quantity: 5 }, amount: null } },
    })
  })

  test('that Runway does not know is gone', async () => {
    expect(await looked({ status: 404, body: { error: 'Not found' } })).toEqual({ state: 'gone' })
    expect(await looked('drop', { id: '../v1/organization' })).toEqual({ state: 'gone' })
  })

  test.each([
    ['a page', { status: 200, body: '<html>maintenance</html>' }],
    ['a page instead of a task that is gone', { status: 404, body: '<html>nginx</html>' }],
    ['a state nobody knows', { status: 200, body: { id: 'a', status: 'DREAMING' } }],
    ['a page of 403', { status: 403, body: '<html>no</html>' }],
    ['success without footage', { status: 200, body: { id: 'a', status: 'SUCCEEDED' } }],
    ['a server error', { status: 500, body: { error: 'no' } }],
    ['too many questions', { status: 429, body: { error: 'slow' } }],
    ['nothing', 'drop' as const],
    ['null', { status: 200, body: null }],
  ] as readonly (readonly [string, LoopbackReply])[])(
    'answered with %s is asked again later',
    async (_case, reply) => {
      const error = await rejectionOf(looked(reply))
      expect(error).toMatchObject({ code: 'vendor-unavailable', retry: 'later' })
    },
  )

  test('with a key that is not valid says so', async () => {
    const error = await rejectionOf(looked({ status: 401, body: { error: apiKey } }))
    expect(error).toMatchObject({ code: 'vendor-key-refused', retry: 'never' })
    expect(String(error)).not.toContain(apiKey)
  })

  test('that is not wanted any more ends with its reason', async () => {
    const reason = new Error('not wanted')
    const server = await serverOfTest(() => 'silence')
    const looking = modelAt(server.url).check(job, AbortSignal.abort(reason))
    expect(await rejectionOf(looking)).toBe(reason)
  })
})
