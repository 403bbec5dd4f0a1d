import { describe, expect, test } from 'vitest'
import { frames } from '../../domain/time.ts'
import { isUnreadableAnswer } from '../../kit/unreadable-answer.ts'
import type { ShotOrder, VideoModel } from '../../ports/video-model.ts'
import { type LoopbackReply, loopbackServer, serverOfTest } from '../../testing/loopback-server.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { codeOf, rejectionOf } from '../../testing/rejection.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import agentsCompleted from './__fixtures__/agents-completed.handmade.json' with { type: 'json' }
import agentsFailed from './__fixtures__/agents-failed.handmade.json' with { type: 'json' }
import agentsModerated from './__fixtures__/agents-moderated.handmade.json' with { type: 'json' }
import agentsProcessing from './__fixtures__/agents-processing.handmade.json' with { type: 'json' }
import agentsQueued from './__fixtures__/agents-queued.handmade.json' with { type: 'json' }
import legacyCompleted from './__fixtures__/dream-machine-completed.handmade.json' with {
  type: 'json',
}
import legacyDreaming from './__fixtures__/dream-machine-dreaming.handmade.json' with {
  type: 'json',
}
import legacyFailed from './__fixtures__/dream-machine-failed.handmade.json' with { type: 'json' }
import legacyModerated from './__fixtures__/dream-machine-moderated.handmade.json' with {
  type: 'json',
}
import legacyQueued from './__fixtures__/dream-machine-queued.handmade.json' with { type: 'json' }
import { lumaVideoModel } from './luma-video-model.ts'
import type { LumaApiName } from './models.ts'

const keys = { agents: 'luma-api-test', legacy: 'luma-test' } as const
const modelIds = { agents: 'luma/ray-3.2', legacy: 'luma/ray-2' } as const
const apis: readonly LumaApiName[] = ['agents', 'legacy']
const signal = new AbortController().signal
const reference = 'films/p1/video/1A/1'

const modelAt = (api: LumaApiName, baseUrl: string, model: string = modelIds[api]): VideoModel =>
  lumaVideoModel({ model, apiKey: keys[api], baseUrl, fetch, now: Date.now })

/** A model over a vendor that gives one answer to everything. */
const answering = async (api: LumaApiName, reply: LoopbackReply) => {
  const vendor = await serverOfTest(() => reply)
  return { vendor, model: modelAt(api, vendor.url) }
}

const queued = { agents: agentsQueued, legacy: legacyQueued }
const jobs = {
  agents: { id: agentsQueued.id, api: 'agents' },
  legacy: { id: legacyQueued.id, api: 'legacy' },
}

/** A vendor as Luma is: takes every order, and has each done at the third look. */
const workingVendor = async (api: LumaApiName) => {
  const looks = new Map<string, number>()
  const stateOf = (id: string): object => {
    const seen = (looks.get(id) ?? 0) + 1
    looks.set(id, seen)
    const steps =
      api === 'agents'
        ? [agentsQueued, agentsProcessing, agentsCompleted]
        : [legacyQueued, legacyDreaming, legacyCompleted]
    return { ...steps[Math.min(seen, 3) - 1], id }
  }
  return loopbackServer(({ method, path }) => {
    if (method === 'POST') {
      const id = `g${looks.size + 1}`
      looks.set(id, 0)
      return { status: 201, body: { ...queued[api], id } }
    }
    const id = path.split('/').at(-1) ?? ''
    return looks.has(id)
      ? { status: 200, body: stateOf(id) }
      : { status: 404, body: { detail: 'Generation not found' } }
  })
}

for (const api of apis) {
  paidModelContract<ShotOrder>(`Luma (${api})`, async () => {
    const vendor = await workingVendor(api)
    return {
      model: () => modelAt(api, vendor.url),
      request: sampleShotOrder(),
      impossible: sampleShotOrder({ length: frames(9999) }),
      long: null,
      references: 'ignores',
      judge: async (output) => {
        expect(output).toMatchObject({ kind: 'link', mediaType: 'video/mp4' })
        expect(output.kind === 'link' && new URL(output.url).protocol).toBe('https:')
      },
      dispose: vendor.close,
    }
  })
}

describe.each(apis)('an order over the %s API', (api) => {
  test.each([
    ['500', { status: 500, body: { detail: 'Internal Server Error' } }, 'unknown'],
    ['503', { status: 503, body: { detail: 'Image ingestion unavailable' } }, 'unknown'],
    ['429', { status: 429, body: { detail: 'Too many concurrent jobs' } }, 'not-accepted'],
    ['a page of 403', { status: 403, body: '<html>no</html>' }, 'unknown'],
    ['a page of 429', { status: 429, body: '<html>slow</html>' }, 'unknown'],
    ['307', { status: 307, headers: { location: '/elsewhere' } }, 'unknown'],
    ['402', { status: 402, body: { detail: 'Insufficient balance' } }, 'not-accepted'],
    ['HTML', { status: 200, body: '<html>hello</html>' }, 'unknown'],
    ['an answer without an id', { status: 201, body: { state: 'queued' } }, 'unknown'],
    ['an id of no job', { status: 201, body: { id: '../v1' } }, 'unknown'],
    ['an id without end', { status: 201, body: { id: 'x'.repeat(201) } }, 'unknown'],
    ['an id that cannot be stored', { status: 201, body: { id: 'a\u0000' } }, 'unknown'],
    ['more than a megabyte', { status: 201, body: { id: 'x'.repeat(1_100_000) } }, 'unknown'],
    ['a closed connection', 'drop', 'unknown'],
  ] as const)('is sent once, whatever comes back: %s', async (_name, reply, kind) => {
    const { vendor, model } = await answering(api, reply)
    expect((await model.start(sampleShotOrder(), reference, signal)).kind).toBe(kind)
    expect(vendor.requests).toHaveLength(1)
  })

  test('is sent once and left open when no answer comes in time', async () => {
    const vendor = await serverOfTest(() => 'silence')
    const model = lumaVideoModel({
      ...{ model: modelIds[api], apiKey: keys[api], baseUrl: vendor.url, fetch, now: Date.now },
      patienceMs: { order: 1500, question: 1500 },
    })
    expect(await model.start(sampleShotOrder(), reference, signal)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('did not answer in time'),
    })
    expect(vendor.requests).toHaveLength(1)
    expect(await codeOf(model.check(jobs[api], signal))).toBe('vendor-unavailable')
  })

  test('that reached nobody is for later', async () => {
    const vendor = await loopbackServer(() => 'drop')
    await vendor.close()
    expect(
      await modelAt(api, vendor.url).start(sampleShotOrder(), reference, signal),
    ).toMatchObject({
      kind: 'not-accepted',
      retry: 'later',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test.each([
    ['12', 12_000],
    ['1e20', 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
  ])('says how long Luma asks to be left alone: %s', async (said, retryAfterMs) => {
    const headers = { 'retry-after': said, date: 'Mon, 30 Nov 2026 10:00:00 GMT' }
    const body = { detail: 'Rate limit exceeded' }
    const { model } = await answering(api, { status: 429, headers, body })
    expect(await model.start(sampleShotOrder(), reference, signal)).toMatchObject({
      ...{ retry: 'later', retryAfterMs },
    })
  })

  test('is waited for when nobody wants it any more, for it may be paid for', async () => {
    const stop = new AbortController()
    const vendor = await serverOfTest(() => {
      stop.abort()
      return { status: 201, body: queued[api] }
    })
    expect(await modelAt(api, vendor.url).start(sampleShotOrder(), reference, stop.signal)).toEqual(
      {
        kind: 'accepted',
        job: jobs[api],
      },
    )
  })

  test('is not sent with the key of the other API', async () => {
    const vendor = await serverOfTest(() => ({ status: 500 }))
    const other = api === 'agents' ? 'legacy' : 'agents'
    const model = lumaVideoModel({
      ...{ model: modelIds[api], apiKey: keys[other], baseUrl: vendor.url, fetch, now: Date.now },
    })
    expect(await model.start(sampleShotOrder(), reference, signal)).toMatchObject({
      kind: 'not-accepted',
      retry: 'never',
      trouble: 'vendor-key-refused',
    })
    expect(vendor.requests).toEqual([])
  })

  test('never tells the key', async () => {
    const { model } = await answering(api, {
      status: 401,
      body: { detail: `Unknown key ${keys[api]}` },
    })
    expect(JSON.stringify(await model.start(sampleShotOrder(), reference, signal))).not.toContain(
      keys[api],
    )
    const error = await rejectionOf(model.check(jobs[api], signal))
    expect(String(error)).not.toContain(keys[api])
  })
})

describe('a look at a job', () => {
  const looked = async (api: LumaApiName, body: unknown, status = 200) => {
    const { model } = await answering(api, { status, body })
    return model.check(jobs[api], signal)
  }
  const link = (url: string) => ({ kind: 'link', url, mediaType: 'video/mp4' })
  const free = { units: { unit: 'second', quantity: 0 }, amount: 0 }

  test('tells the states of the Agents API', async () => {
    expect(await looked('agents', agentsQueued)).toEqual({ state: 'queued' })
    expect(await looked('agents', agentsProcessing)).toEqual({ state: 'running' })
    expect(await looked('agents', agentsCompleted)).toEqual({
      state: 'done',
      outputs: [link('https://storage.example.com/182bd5e5.mp4?signature=1')],
    })
    expect(await looked('agents', agentsModerated)).toMatchObject({
      ...{ state: 'refused', trouble: 'content-refused', bill: free },
    })
    expect(await looked('agents', agentsFailed)).toMatchObject({ state: 'failed', bill: free })
  })

  test.each([
    ['image_too_large', { state: 'refused', trouble: 'image-too-large' }],
    ['corrupt_input', { state: 'refused', trouble: 'request-refused' }],
    ['budget_exhausted', { state: 'failed', trouble: 'vendor-no-credit' }],
    ['rate_limited', { state: 'failed' }],
    [null, { state: 'failed' }],
  ])('tells the failure %s of the Agents API', async (failure_code, expected) => {
    expect(await looked('agents', { ...agentsFailed, failure_code })).toMatchObject(expected)
  })

  test('tells the states of the Dream Machine API', async () => {
    expect(await looked('legacy', legacyQueued)).toEqual({ state: 'queued' })
    expect(await looked('legacy', legacyDreaming)).toEqual({ state: 'running' })
    expect(await looked('legacy', legacyCompleted)).toEqual({
      state: 'done',
      outputs: [link('https://storage.example.com/5f3b1c1e.mp4')],
    })
    expect(await looked('legacy', legacyModerated)).toMatchObject({
      ...{ state: 'refused', trouble: 'content-refused', bill: free },
    })
    expect(await looked('legacy', legacyFailed)).toMatchObject({ state: 'failed', bill: free })
  })

  test.each(apis)(
    'over the %s API tells what is completed and has no video as done with nothing',
    async (api) => {
      for (const body of [
        { ...queued[api], state: 'completed' },
        { ...queued[api], state: 'completed', assets: { video: null }, output: [] },
      ]) {
        expect(await looked(api, body)).toEqual({ state: 'done', outputs: [] })
      }
    },
  )

  test.each(apis)(
    'over the %s API tells a clip that is done, whatever stands beside it',
    async (api) => {
      const odd = { model: 7, created_at: {}, failure_reason: [], failure_code: 0 }
      const done = { agents: agentsCompleted, legacy: legacyCompleted }[api]
      const request = api === 'legacy' ? { request: 'none' } : {}
      expect(await looked(api, { ...done, ...odd, ...request })).toMatchObject({
        ...{ state: 'done', outputs: [{ kind: 'link' }] },
      })
    },
  )

  test.each(apis)('over the %s API that gives no sense is for later', async (api) => {
    const later = { code: 'vendor-unavailable', retry: 'later' }
    const senseless: readonly (readonly [unknown, number])[] = [
      [{ ...queued[api], state: 'pondering' }, 200],
      ['<html>maintenance</html>', 200],
      [[], 200],
      [{ detail: 'Upstream' }, 502],
      [{ detail: 'Slow down' }, 429],
      [{ detail: 'Invalid key' }, 401],
      // Only Luma itself can say that a generation is gone, and not a gateway before it.
      ['<html>not found</html>', 404],
      [{ message: 'Not Found' }, 404],
    ]
    for (const [body, status] of senseless) {
      await expect(looked(api, body, status)).rejects.toMatchObject(later)
    }
  })

  const completed = { agents: agentsCompleted, legacy: legacyCompleted }

  test.each(apis)(
    'over the %s API that is answered with another one is asked again, and nothing of that one is used or told',
    async (api) => {
      for (const id of ['another', undefined]) {
        const error = await rejectionOf(looked(api, { ...completed[api], id }))
        expect(isUnreadableAnswer(error)).toBe(true)
        expect(String(error)).not.toContain('storage.example.com')
      }
    },
  )

  test.each(apis)(
    'over the %s API is read though what it does not depend on is odd',
    async (api) => {
      const odd = {
        created_at: 5,
        model: ['ray'],
        failure_reason: {},
        failure_code: 7,
        request: 'x',
      }
      expect(await looked(api, { ...completed[api], ...odd })).toMatchObject({
        ...{ state: 'done', outputs: [expect.objectContaining({ kind: 'link' })] },
      })
    },
  )

  test.each(apis)('over the %s API ends with the reason it was stopped for', async (api) => {
    const stop = new AbortController()
    const reason = new Error('not wanted any more')
    const vendor = await serverOfTest(() => {
      stop.abort(reason)
      return 'silence'
    })
    const work = modelAt(api, vendor.url).check(jobs[api], stop.signal)
    expect(await rejectionOf(work)).toBe(reason)
  })

  test('books a generation of another model at the price of its own, where model and length are told', async () => {
    const stateOf = async (model: string, body: object) => {
      const vendor = await serverOfTest(() => ({ status: 200, body }))
      return modelAt('legacy', vendor.url, model).check(jobs.legacy, signal)
    }
    const told = {
      ...{ ...legacyCompleted, id: jobs.legacy.id, model: 'ray-2' },
      request: { ...legacyCompleted.request, model: 'ray-2', resolution: '540p', duration: '9s' },
    }
    expect(await stateOf('luma/ray-2-1080p', told)).toMatchObject({
      ...{ state: 'done', bill: { amount: 720_000, units: { unit: 'second', quantity: 9 } } },
    })
    expect(await stateOf('luma/ray-2-540p', told)).not.toHaveProperty('bill')
    const untold = { ...told, request: { ...told.request, duration: null } }
    expect(await stateOf('luma/ray-2-1080p', untold)).not.toHaveProperty('bill')
  })

  test('asks for an id as one part of the path', async () => {
    for (const api of apis) {
      const body = { detail: 'Generation not found' }
      const { vendor, model } = await answering(api, { status: 404, body })
      expect(await model.check({ id: '../credits?x', api }, signal)).toEqual({ state: 'gone' })
      expect(vendor.requests[0]?.target).toBe('/generations/..%2Fcredits%3Fx')
    }
  })
})
