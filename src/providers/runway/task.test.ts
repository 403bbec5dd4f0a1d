import { describe, expect, test } from 'vitest'
import type { Job } from '../../domain/order.ts'
import { isUnreadableAnswer } from '../../kit/unreadable-answer.ts'
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
    ['cancelled', { state: 'cancelled', bill: free }],
  ])('that is %s', async (name, status) => {
    expect(await looked({ status: 200, body: await fixture(name) })).toEqual(status)
  })

  test('whose length was not written down is billed by its credits', async () => {
    const body = await fixture('succeeded')
    expect(await looked({ status: 200, body }, { id: String(job['id']) })).toMatchObject({ bill })
  })

  test('refused for what is in it without a bill counts as quoted, whatever its job tells', async () => {
    const body = { ...Object(await fixture('failed-safety')), cost: undefined }
    for (const at of [job, { id: job['id'] ?? '' }]) {
      expect(await looked({ status: 200, body }, at)).toMatchObject({
        ...{ state: 'refused', bill: 'as-quoted' },
      })
    }
  })

  test.each([-5, '60', 1_000_001, Number.NaN, null, {}])(
    'that is done has its footage, though it tells a bill of %j credits: that counts as quoted',
    async (credits) => {
      const body = { ...Object(await fixture('succeeded')), cost: { credits } }
      expect(await looked({ status: 200, body })).toMatchObject({
        ...{ state: 'done', outputs: [expect.objectContaining({ kind: 'link' })] },
        bill: 'as-quoted',
      })
    },
  )

  test.each([
    ['failed-internal', 'failed'],
    ['cancelled', 'cancelled'],
  ])('that is %s with a bill that cannot be meant counts as quoted', async (name, state) => {
    const body = { ...Object(await fixture(name)), cost: 'a lot' }
    expect(await looked({ status: 200, body })).toMatchObject({ state, bill: 'as-quoted' })
  })

  test('that is done without a bill is billed as the order is priced', async () => {
    const body = { ...Object(await fixture('succeeded')), cost: null }
    expect(await looked({ status: 200, body })).not.toHaveProperty('bill')
  })

  test('that was cancelled when it was at work is charged what Runway says', async () => {
    const body = { ...Object(await fixture('cancelled')), cost: { credits: 24 } }
    expect(await looked({ status: 200, body })).toEqual({
      state: 'cancelled',
      bill: { units: { unit: 'second', quantity: 5 }, amount: 240_000 },
    })
  })

  test('that was cancelled without a bill counts as quoted: nothing proves that it was not at work', async () => {
    const body = { ...Object(await fixture('cancelled')), cost: undefined }
    expect(await looked({ status: 200, body })).toEqual({ state: 'cancelled', bill: 'as-quoted' })
  })

  test.each([-5, 0, 1000, 2.5])(
    'whose job says %f seconds is billed by its credits',
    async (seconds) => {
      const body = await fixture('succeeded')
      expect(await looked({ status: 200, body }, { ...job, seconds })).toMatchObject({ bill })
    },
  )

  test('answered with another task is asked again, and nothing of that one is used or told', async () => {
    const body = { ...Object(await fixture('succeeded')), id: 'another' }
    const error = await rejectionOf(looked({ status: 200, body }))
    expect(isUnreadableAnswer(error)).toBe(true)
    expect(String(error)).toContain('about another one, another.')
    expect(String(error)).not.toContain('clip.mp4')
  })

  test('that Runway does not know is gone', async () => {
    expect(await looked({ status: 404, body: { error: 'Not found' } })).toEqual({ state: 'gone' })
    expect(await looked('drop', { id: '../v1/organization' })).toEqual({ state: 'gone' })
  })

  test.each([
    ['a page', { status: 200, body: '<html>maintenance</html>' }],
    ['a page instead of a task that is gone', { status: 404, body: '<html>nginx</html>' }],
    ['a state nobody knows', { status: 200, body: { id: job['id'], status: 'DREAMING' } }],
    ['a task without its id', { status: 200, body: { status: 'PENDING' } }],
    ['a page of 403', { status: 403, body: '<html>no</html>' }],
    ['success without footage', { status: 200, body: { id: job['id'], status: 'SUCCEEDED' } }],
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
