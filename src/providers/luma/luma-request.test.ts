import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { frames } from '../../domain/time.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Keyframe, ShotOrder } from '../../ports/video-model.ts'
import { serverOfTest } from '../../testing/loopback-server.ts'
import { codeOf } from '../../testing/rejection.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { lumaVideoModel } from './luma-video-model.ts'
import type { LumaApiName } from './models.ts'

const keys = { agents: 'luma-api-test', legacy: 'luma-test' } as const
const modelIds = { agents: 'luma/ray-3.2', legacy: 'luma/ray-2' } as const
const signal = new AbortController().signal
const reference = 'films/p1/video/1A/1'

describe('what is sent', () => {
  const sentTo = async (api: LumaApiName, order: ShotOrder, model: string = modelIds[api]) => {
    const vendor = await serverOfTest(() => ({ status: 201, body: { id: 'g1' } }))
    const options = { apiKey: keys[api], baseUrl: vendor.url, fetch, now: Date.now }
    const started = await lumaVideoModel({ ...options, model }).start(order, reference, signal)
    return { started, request: vendor.requests[0], count: vendor.requests.length }
  }

  test('to the Agents API is one generation with our reference as its request id', async () => {
    const { started, request } = await sentTo('agents', sampleShotOrder(), 'luma/ray-3.2-1080p')
    expect(started).toEqual({ kind: 'accepted', job: { id: 'g1', api: 'agents' } })
    expect(request).toMatchObject({ method: 'POST', target: '/generations' })
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${keys.agents}`,
      'x-request-id': sha256(reference).slice(0, 32),
    })
    expect(request?.body).toEqual({
      model: 'ray-3.2',
      type: 'video',
      prompt: 'A lake at sunset',
      aspect_ratio: '16:9',
      video: { resolution: '1080p', duration: '5s' },
    })
  })

  test('to the Dream Machine API is one generation', async () => {
    const order = sampleShotOrder({ size: { width: 720, height: 1280 }, length: frames(200) })
    const { started, request } = await sentTo('legacy', order, 'luma/ray-flash-2-540p')
    expect(started).toEqual({ kind: 'accepted', job: { id: 'g1', api: 'legacy' } })
    expect(request).toMatchObject({ method: 'POST', target: '/generations/video' })
    expect(request?.headers['authorization']).toBe(`Bearer ${keys.legacy}`)
    expect(request?.body).toEqual({
      model: 'ray-flash-2',
      prompt: 'A lake at sunset',
      aspect_ratio: '9:16',
      resolution: '540p',
      duration: '9s',
    })
  })

  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const inline = { data: png.toString('base64'), media_type: 'image/png' }
  const stillOf = async (bytes: Uint8Array, changes: Partial<Keyframe> = {}): Promise<Keyframe> => {
    const folder = await mkdtemp(join(tmpdir(), 'luma-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'still.png')
    await writeFile(path, bytes)
    return { path, hash: sha256(bytes), ...changes }
  }
  const ofJob = (api: LumaApiName, isLastFrame: boolean): Partial<Keyframe> => ({
    ofJob: { model: modelIds[api], job: { id: 'g7', api }, isLastFrame },
  })
  const videoSent = async (order: ShotOrder): Promise<unknown> => {
    const { request } = await sentTo('agents', order)
    return (request?.body as { readonly video: unknown } | undefined)?.video
  }

  test('starts five seconds from the picture itself', async () => {
    expect(await videoSent(sampleShotOrder({ firstFrame: await stillOf(png) }))).toEqual({
      resolution: '720p',
      duration: '5s',
      start_frame: inline,
    })
  })

  test('goes on from a generation by its id when the picture is its very last frame', async () => {
    const firstFrame = await stillOf(png, ofJob('agents', true))
    expect(await videoSent(sampleShotOrder({ firstFrame }))).toMatchObject({
      start_frame: { generation_id: 'g7' },
    })
  })

  test.each([
    ['the cut ended before the clip did', ofJob('agents', false)],
    ['the clip is of the other API', ofJob('legacy', true)],
    [
      'the clip is another vendor’s',
      { ofJob: { model: 'runway/gen4', job: { id: 'r1' }, isLastFrame: true } },
    ],
  ])('sends the picture when %s', async (_why, changes) => {
    const firstFrame = await stillOf(png, changes)
    expect(await videoSent(sampleShotOrder({ firstFrame }))).toMatchObject({ start_frame: inline })
  })

  test('pins the picture at the head of ten seconds, which take no start frame', async () => {
    const firstFrame = await stillOf(png, ofJob('agents', true))
    expect(await videoSent(sampleShotOrder({ firstFrame, length: frames(200) }))).toEqual({
      resolution: '720p',
      duration: '10s',
      keyframes: [inline],
      keyframe_indexes: [0],
    })
  })

  test('pins the end frame where the order ends', async () => {
    const still = await stillOf(png)
    const order = {
      ...sampleShotOrder({ firstFrame: still, length: frames(97) }),
      lastFrame: still,
    }
    expect(await videoSent(order)).toMatchObject({
      keyframes: [inline, inline],
      keyframe_indexes: [0, 96],
    })
    expect(await videoSent({ ...order, firstFrame: null })).toMatchObject({
      keyframes: [inline],
      keyframe_indexes: [96],
    })
  })

  test('is a JPEG where the picture is one, and nothing where it is neither', async () => {
    const jpeg = Buffer.from('ffd8ffe0', 'hex')
    expect(await videoSent(sampleShotOrder({ firstFrame: await stillOf(jpeg) }))).toMatchObject({
      start_frame: { media_type: 'image/jpeg' },
    })
    const { started, count } = await sentTo(
      'agents',
      sampleShotOrder({ firstFrame: await stillOf(Buffer.from('GIF89a')) }),
    )
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'never' })
    expect(count).toBe(0)
  })

  test('is nothing when the picture is not there', async () => {
    const firstFrame = { path: '/nowhere/still.png', hash: 'abcd' }
    const work = sentTo('agents', sampleShotOrder({ firstFrame }))
    expect(await codeOf(work)).toBe('footage-missing')
  })

  test('to the Dream Machine API goes on from the end of a clip of its own, though the cut ended before', async () => {
    const firstFrame = await stillOf(png, ofJob('legacy', false))
    const { request } = await sentTo('legacy', sampleShotOrder({ firstFrame }))
    expect(request?.body).toMatchObject({
      keyframes: { frame0: { type: 'generation', id: 'g7' } },
    })
  })

  test.each(['legacy', 'agents'] as const)(
    'goes on from a clip whose job was written down by its id alone (%s)',
    async (api) => {
      const behind = { model: modelIds[api], job: { id: 'g7' }, isLastFrame: true }
      const firstFrame = await stillOf(png, { ofJob: behind })
      const { request } = await sentTo(api, sampleShotOrder({ firstFrame }))
      expect(JSON.stringify(request?.body)).toMatch(/"(generation_)?id":"g7"/)
      const other = api === 'agents' ? 'legacy' : 'agents'
      const elsewhere = await sentTo(other, sampleShotOrder({ firstFrame }))
      expect(JSON.stringify(elsewhere.request?.body ?? null)).not.toContain('g7')
    },
  )

  test('to the Dream Machine API is nothing for a picture that is of no clip of its own', async () => {
    for (const changes of [{}, ofJob('agents', true)]) {
      const firstFrame = await stillOf(png, changes)
      const { started, count } = await sentTo('legacy', sampleShotOrder({ firstFrame }))
      expect(started).toMatchObject({
        kind: 'not-accepted',
        retry: 'never',
        trouble: 'request-refused',
        reason: expect.stringContaining('takes no pictures'),
      })
      expect(count).toBe(0)
    }
  })
})
