import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Json } from '../../domain/json.ts'
import { shotId, slateId } from '../../domain/slate.ts'
import { frames } from '../../domain/time.ts'
import type { ShotOrder, VideoModel } from '../../ports/video-model.ts'
import { handmadeFixtures } from '../../testing/handmade-fixtures.ts'
import {
  type LoopbackReply,
  type LoopbackRequest,
  type LoopbackServer,
  loopbackServer,
  serverOfTest,
} from '../../testing/loopback-server.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { runwayModels } from './models.ts'
import { runwayVideoModel } from './runway-video-model.ts'

const apiKey = 'key_of_a_test_0123456789'
const signal = new AbortController().signal
const now = (): number => performance.now()

const fixture = handmadeFixtures(import.meta.dirname)

const modelAt = (
  url: string,
  model: Parameters<typeof runwayVideoModel>[0]['model'] = 'runway/gen4.5',
): VideoModel => runwayVideoModel({ model, apiKey, baseUrl: url, fetch, now })

/** An account as Runway would keep it, as far as a film needs it. */
const account = (): ((request: LoopbackRequest, url: string) => LoopbackReply) => {
  const tasks = new Map<string, { looks: number; prompt: string; seconds: number }>()
  const told = (id: string, url: string): LoopbackReply => {
    const task = tasks.get(id)
    if (!task) return { status: 404, body: { error: 'Task not found' } }
    task.looks += 1
    const common = { id, createdAt: '2026-11-30T10:00:00.000Z' }
    const estimatedCost = { credits: task.seconds * 12 }
    const body = (fields: { readonly [name: string]: Json }): LoopbackReply => ({
      ...{ status: 200, body: { ...common, ...fields } },
    })
    if (task.looks === 1) return body({ status: 'PENDING', estimatedCost })
    if (task.looks === 2 || task.prompt.includes('long')) {
      return body({ status: 'RUNNING', progress: 0.5, estimatedCost })
    }
    if (task.prompt.includes('forbidden')) {
      const failure = { failure: 'The text was moderated', failureCode: 'SAFETY.INPUT.TEXT' }
      return body({ status: 'FAILED', ...failure, cost: estimatedCost })
    }
    const output = [`${url}/clips/${task.seconds}`]
    return body({ status: 'SUCCEEDED', output, cost: estimatedCost })
  }
  return ({ method, path, body }, url) => {
    if (method === 'POST') {
      const id = crypto.randomUUID()
      const { promptText, duration } = body as { promptText: string; duration: number }
      tasks.set(id, { looks: 0, prompt: promptText, seconds: duration })
      return { status: 200, body: { id, estimatedCost: { credits: duration * 12 } } }
    }
    const id = path.replace('/v1/tasks/', '')
    if (method !== 'DELETE') return told(id, url)
    // "will not be able to be fetched again": @runwayml/sdk 4.20.1
    tasks.delete(id)
    return { status: 204 }
  }
}

paidModelContract<ShotOrder>('Runway', async () => {
  const open = account()
  const server: LoopbackServer = await loopbackServer((request) => open(request, server.url))
  return {
    model: () => modelAt(server.url),
    request: sampleShotOrder({ slate: slateId(shotId(1, 0), 1) }),
    impossible: sampleShotOrder({ prompt: 'something forbidden' }),
    long: sampleShotOrder({ prompt: 'a long wait' }),
    references: 'ignores',
    judge: async (output, { length, rate }) => {
      if (output.kind !== 'link') throw new Error(`a link was expected, not ${output.kind}`)
      expect(output).toMatchObject({
        mediaType: 'video/mp4',
        url: expect.stringContaining('/clips/'),
      })
      expect(output.leaderFrames ?? 0).toBe(0)
      const seconds = Number(output.url.split('/').at(-1))
      expect(seconds * rate.numerator).toBeGreaterThanOrEqual(length * rate.denominator)
    },
    dispose: () => server.close(),
  }
})

describe('an order', () => {
  const sent = async (
    model: Parameters<typeof runwayVideoModel>[0]['model'],
    changes: Partial<ShotOrder>,
  ): Promise<LoopbackRequest | undefined> => {
    const body = await fixture('created')
    const server = await serverOfTest(() => ({ status: 200, body }))
    const started = await modelAt(server.url, model).start(sampleShotOrder(changes), 'r', signal)
    expect(started).toMatchObject({ kind: 'accepted' })
    expect(server.requests).toHaveLength(1)
    return server.requests[0]
  }

  test('of words goes to text-to-video with what it asks, and the job knows its clip', async () => {
    const request = await sent('runway/gen4.5', { length: frames(49) })
    expect(request).toMatchObject({
      ...{ method: 'POST', target: '/v1/text_to_video' },
      headers: { authorization: `Bearer ${apiKey}`, 'x-runway-version': '2024-11-06' },
    })
    expect(request?.body).toEqual({
      ...{ model: 'gen4.5', promptText: 'A lake at sunset', ratio: '1280:720' },
      ...{ duration: 3, seed: 7 },
    })
  })

  test('leaves a job of the task and the seconds asked for', async () => {
    const body = await fixture('created')
    const server = await serverOfTest(() => ({ status: 200, body }))
    expect(await modelAt(server.url).start(sampleShotOrder(), 'r', signal)).toEqual({
      kind: 'accepted',
      job: { id: '17f20503-6c24-4c16-946b-35dbbce2af2f', seconds: 4 },
    })
  })

  test.each(
    Object.values(runwayModels).flatMap((model) => [
      ...(model.textRatios.length > 0 ? [{ ...model, from: 'words', isFramed: false }] : []),
      { ...model, from: 'a frame', isFramed: true },
    ]),
  )(
    'of $name from $from says "audio: false" where the model makes sound, and nothing of it elsewhere',
    async ({ id, name, hasSound, isFramed }) => {
      const request = await sent(id, isFramed ? { firstFrame: await picture(12) } : {})
      expect(request?.target).toBe(isFramed ? '/v1/image_to_video' : '/v1/text_to_video')
      expect(request?.body).toMatchObject({ model: name })
      expect((request?.body as { audio?: Json } | undefined)?.audio).toBe(
        hasSound ? false : undefined,
      )
    },
  )

  test('with frames goes to image-to-video with the frames inside it', async () => {
    const first = await picture(12)
    const last = await picture(15)
    const request = await sent('runway/veo3.1_fast', { firstFrame: first, lastFrame: last })
    expect(request?.target).toBe('/v1/image_to_video')
    expect((request?.body as { promptImage: Json } | undefined)?.promptImage).toEqual([
      { position: 'first', uri: `data:image/png;base64,${await inBase64(first.path)}` },
      { position: 'last', uri: `data:image/png;base64,${await inBase64(last.path)}` },
    ])
  })
})

const inBase64 = async (path: string): Promise<string> => (await readFile(path)).toString('base64')

const picture = async (bytes: number, head = [0x89, 0x50, 0x4e, 0x47]) => {
  const folder = await mkdtemp(join(tmpdir(), 'runway-frame-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'frame')
  await writeFile(path, Buffer.concat([Buffer.from(head), Buffer.alloc(bytes)]))
  return { path, hash: 'k' }
}

describe('a frame too large for the request', () => {
  const uploads = async (upload: (url: string) => LoopbackReply) => {
    const body = await fixture('created')
    const server: LoopbackServer = await serverOfTest(({ path }) => {
      if (path === '/v1/uploads') return upload(server.url)
      if (path === '/expired') return { status: 403, body: '<Error>Policy expired</Error>' }
      return path === '/storage' ? { status: 204 } : { status: 200, body }
    })
    const asked = sampleShotOrder({ firstFrame: await picture(3_800_000) })
    return { server, started: await modelAt(server.url).start(asked, 'r', signal) }
  }
  const form = (uploadUrl: string, runwayUri = 'runway://frame'): LoopbackReply => ({
    ...{ status: 200, body: { uploadUrl, runwayUri, fields: { policy: 'p' } } },
  })

  test('is uploaded without the key, and named in the order', async () => {
    const { server, started } = await uploads((url) => form(`${url}/storage`))
    expect(started.kind).toBe('accepted')
    expect(server.requests.map(({ target }) => target)).toEqual([
      ...['/v1/uploads', '/storage', '/v1/image_to_video'],
    ])
    expect(server.requests[1]?.headers['authorization']).toBeUndefined()
    expect(server.requests[2]?.body).toMatchObject({
      promptImage: [{ position: 'first', uri: 'runway://frame' }],
    })
  })

  test.each([
    ['fails', (): LoopbackReply => ({ status: 500, body: { error: 'no' } }), 'later'],
    ['breaks off', (): LoopbackReply => 'drop', 'later'],
    ['finds its form run out', (url: string) => form(`${url}/expired`), 'later'],
    ['is answered with nonsense', (): LoopbackReply => ({ status: 200, body: [] }), 'later'],
    ['gets no address', (url: string) => form(`${url}/storage`, 'https://elsewhere'), 'later'],
    ['is sent to an unsafe place', () => form('http://storage.example/form'), 'later'],
    [
      'is refused for the key',
      (): LoopbackReply => ({ status: 401, body: { error: 'key' } }),
      'never',
    ],
  ])('whose upload %s is not ordered', async (_case, upload, retry) => {
    const { server, started } = await uploads(upload)
    expect(started).toMatchObject({ kind: 'not-accepted', retry })
    expect(server.requests.filter(({ path }) => path.includes('_to_video'))).toEqual([])
  })
})

test('a frame is sent to no place in the clear, whatever Runway names', async () => {
  const asked: string[] = []
  const watched: typeof fetch = async (input) => {
    asked.push(String(input))
    return Response.json({ uploadUrl: 'http://storage.example/form', fields: {}, runwayUri: 'r' })
  }
  const model = runwayVideoModel({
    ...{ model: 'runway/gen4.5', apiKey, baseUrl: null, fetch: watched, now },
  })
  const frame = await picture(3_800_000)
  const started = await model.start(sampleShotOrder({ firstFrame: frame }), 'r', signal)
  expect(started).toMatchObject({ kind: 'not-accepted', retry: 'later' })
  expect(asked).toEqual(['https://api.dev.runwayml.com/v1/uploads'])
})

describe('nothing is sent', () => {
  test.each([
    ['for a prompt over the limit', { prompt: 'x'.repeat(1001) }, 'prompt-too-long'],
    ['for a shot longer than the longest clip', { length: frames(300) }, 'request-refused'],
    [
      'for a frame that is not there',
      { firstFrame: { path: '/no/such', hash: 'k' } },
      'request-refused',
    ],
  ])('%s', async (_case, changes, trouble) => {
    const server = await serverOfTest(() => 'drop')
    const started = await modelAt(server.url).start(sampleShotOrder(changes), 'r', signal)
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'never', trouble })
    expect(server.requests).toEqual([])
  })

  test('for a frame that is neither PNG nor JPEG', async () => {
    const server = await serverOfTest(() => 'drop')
    const asked = sampleShotOrder({ firstFrame: await picture(20, [0x47, 0x49, 0x46, 0x38]) })
    const started = await modelAt(server.url).start(asked, 'r', signal)
    expect(started).toMatchObject({ kind: 'not-accepted', trouble: 'request-refused' })
    expect(server.requests).toEqual([])
  })

  test('by gen4_turbo without a frame to start from', async () => {
    const server = await serverOfTest(() => 'drop')
    const started = await modelAt(server.url, 'runway/gen4_turbo').start(
      sampleShotOrder(),
      'r',
      signal,
    )
    expect(started).toMatchObject({ kind: 'not-accepted', trouble: 'request-refused' })
    expect(server.requests).toEqual([])
  })
})

describe('an order that may have left', () => {
  test('but found no server is not accepted, and may be sent later', async () => {
    const server = await loopbackServer(() => 'drop')
    await server.close()
    const started = await modelAt(server.url).start(sampleShotOrder(), 'r', signal)
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'later' })
    if (started.kind === 'not-accepted') expect(started.reason).toContain('ECONNREFUSED')
  })

  test.each([
    ['an answer', { status: 200, body: { id: 'task-1' } }, 'accepted'],
    ['none', 'drop' as const, 'unknown'],
  ] as readonly (readonly [string, LoopbackReply, string])[])(
    'is not called back once it is out: with %s, it counts all the same',
    async (_case, reply, kind) => {
      const stop = new AbortController()
      const server = await serverOfTest(() => {
        stop.abort()
        return reply
      })
      const started = await modelAt(server.url).start(sampleShotOrder(), 'r', stop.signal)
      expect(started.kind).toBe(kind)
    },
  )

  test('but is not wanted any more when its frame is up does not leave', async () => {
    const stop = new AbortController()
    const reason = new Error('not wanted')
    const server: LoopbackServer = await serverOfTest(({ path }) => {
      if (path === '/storage') stop.abort(reason)
      const form = { uploadUrl: `${server.url}/storage`, fields: {}, runwayUri: 'runway://f' }
      return path === '/storage' ? { status: 204 } : { status: 200, body: form }
    })
    const asked = sampleShotOrder({ firstFrame: await picture(3_800_000) })
    const starting = modelAt(server.url).start(asked, 'r', stop.signal)
    expect(await rejectionOf(starting)).toBe(reason)
    expect(server.requests.map(({ target }) => target)).toEqual(['/v1/uploads', '/storage'])
  })

  test('and is not answered in time is unknown, sent once', async () => {
    const server = await serverOfTest(() => 'silence')
    let hasLeft = (): void => undefined
    const left = new Promise<void>((resolve) => {
      hasLeft = resolve
    })
    const leaving: typeof fetch = (input, init) => {
      hasLeft()
      return fetch(input, init)
    }
    const options = { model: 'runway/gen4.5', apiKey, baseUrl: server.url, now } as const
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const starting = runwayVideoModel({ ...options, fetch: leaving }).start(
      sampleShotOrder(),
      'r',
      signal,
    )
    await left
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await starting).toMatchObject({ kind: 'unknown' })
  })

  test('too late, after whoever takes over has looked for it, does not leave', async () => {
    const server = await serverOfTest(() => 'drop')
    let clock = 0
    const options = { model: 'runway/gen4.5', apiKey, baseUrl: server.url, fetch } as const
    const slow = runwayVideoModel({ ...options, now: () => (clock += 200_000) })
    expect(await slow.start(sampleShotOrder(), 'r', signal)).toMatchObject({
      ...{ kind: 'not-accepted', retry: 'later' },
    })
    expect(server.requests).toEqual([])
  })
})

describe('to cancel', () => {
  const cancelled = async (name: string): Promise<readonly string[]> => {
    const body = { ...Object(await fixture(name)), id: 'abc' }
    const server = await serverOfTest(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { status: 200, body },
    )
    await modelAt(server.url).cancel?.({ id: 'abc' }, signal)
    return server.requests.map(({ method }) => method)
  }

  test.each(['pending', 'throttled', 'running'])('what is %s takes it away', async (name) => {
    expect(await cancelled(name)).toEqual(['GET', 'DELETE'])
  })

  test.each(['succeeded', 'failed-safety', 'cancelled'])(
    'what has %s deletes nothing',
    async (name) => {
      expect(await cancelled(name)).toEqual(['GET'])
    },
  )
})
