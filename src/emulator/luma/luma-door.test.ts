import { describe, expect, it } from 'vitest'
import { emulatorByHand } from '../../../test/support/emulator-by-hand.ts'
import type { Json } from '../../domain/json.ts'
import { ask, onePixel, type Reply } from '../emulator-at-work.ts'

const at = emulatorByHand()

const order = (video: Json = {}, more: { readonly [field: string]: Json } = {}): Json => ({
  model: 'ray-3.2',
  type: 'video',
  prompt: 'A harbour at dawn',
  aspect_ratio: '16:9',
  video,
  ...more,
})
const create = (body: Json = order(), key = 'luma-api-test'): Promise<Reply> =>
  ask(`${at.emulator.baseUrls.luma}/generations`, { body, key })
const picture = { data: onePixel.toString('base64'), media_type: 'image/png' }
const get = (id: string): Promise<Reply> => ask(`${at.emulator.baseUrls.luma}/generations/${id}`)

describe('the Luma Agents API', () => {
  it('carries a generation from queued over processing to a clip that can be downloaded', async () => {
    const created = await create(order({ duration: '10s', resolution: '1080p' }))
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      state: 'queued',
      type: 'video',
      model: 'ray-3.2',
      created_at: '2026-01-01T00:00:00.000Z',
      output: [],
      failure_code: null,
      failure_reason: null,
    })
    await at.clock.advance(2000)
    expect((await get(created.body.id)).body.state).toBe('processing')
    await at.clock.advance(3000)
    const done = await get(created.body.id)
    expect(done.body).toMatchObject({ state: 'completed', output: [{ type: 'video' }] })
    const clip = await fetch(done.body.output[0]?.url ?? '')
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    const bytes = Buffer.from(await clip.arrayBuffer())
    expect(clip.headers.get('content-length')).toBe(String(bytes.length))
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp')
    expect(at.emulator.drawn).toMatchObject([
      { vendor: 'luma', prompt: 'A harbour at dawn', seconds: 10, width: 1920, height: 1080 },
    ])
  })

  it('draws a clip once, however often it is asked for', async () => {
    const { body } = await create()
    await at.clock.advance(5000)
    const [left, right] = await Promise.all([get(body.id), get(body.id)])
    await fetch(left.body.output[0]?.url ?? '')
    await fetch(right.body.output[0]?.url ?? '')
    expect(at.emulator.drawn).toHaveLength(1)
  })

  it('refuses an address after an hour, and gives a fresh one to who asks again', async () => {
    const { body } = await create()
    await at.clock.advance(5000)
    const first = (await get(body.id)).body.output[0]?.url ?? ''
    await at.clock.advance(3_600_000)
    expect((await fetch(first)).status).toBe(403)
    const second = (await get(body.id)).body.output[0]?.url ?? ''
    expect(second).not.toBe(first)
    expect((await fetch(second)).status).toBe(200)
  })

  it('bills by duration and resolution', async () => {
    await create(order({ duration: '5s', resolution: '720p' }))
    await create(order({ duration: '10s', resolution: '1080p' }))
    await create(order({ hdr: true, exr_export: true }))
    const { body } = await at.emulator.control('charges?vendor=luma')
    expect(body.charges.map(({ microUsd }) => microUsd)).toEqual([300_000, 3_600_000, 900_000])
    expect(body.totalMicroUsd).toBe(4_800_000)
    expect(body.charges[0]).toMatchObject({ model: 'ray-3.2', key: '…test', isRefunded: false })
  })

  it('has no list', async () => {
    expect((await ask(`${at.emulator.baseUrls.luma}/generations`)).status).toBe(404)
  })

  it('tells the version and echoes the request id', async () => {
    const answer = await fetch(`${at.emulator.baseUrls.luma}/generations/none`, {
      headers: { authorization: 'Bearer k', 'x-request-id': 'mine' },
    })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('x-request-id')).toBe('mine')
    expect(answer.headers.get('x-api-version')).toBe('2026-04-01')
    expect(await answer.json()).toEqual({ detail: 'Generation not found' })
  })

  it('starts from a picture in the request', async () => {
    const start_frame = { data: onePixel.toString('base64'), media_type: 'image/png' }
    const { body } = await create(order({ start_frame }))
    await at.clock.advance(5000)
    await get(body.id)
    expect(Buffer.from(at.emulator.drawn[0]?.firstFrame ?? [])).toEqual(onePixel)
  })

  it('starts and ends at the outermost of the pictures that are pinned along ten seconds', async () => {
    const tail = Buffer.concat([onePixel, Buffer.from('tail')])
    const { body } = await create(
      order({
        duration: '10s',
        keyframes: [{ ...picture, data: tail.toString('base64') }, picture, picture],
        keyframe_indexes: [240, 0, 100],
      }),
    )
    await at.clock.advance(5000)
    await get(body.id)
    expect(Buffer.from(at.emulator.drawn[0]?.firstFrame ?? [])).toEqual(onePixel)
    expect(Buffer.from(at.emulator.drawn[0]?.lastFrame ?? [])).toEqual(tail)
  })

  it('goes on from a finished generation, whose clip the maker is given', async () => {
    const first = (await create()).body.id
    expect((await create(order({ start_frame: { generation_id: first } }))).status).toBe(422)
    await at.clock.advance(5000)
    const second = (await create(order({ start_frame: { generation_id: first } }))).body.id
    await at.clock.advance(5000)
    await get(second)
    expect(at.emulator.drawn.at(-1)?.continues).toBe(
      `${at.emulator.folder}/clips/luma/${first}.mp4`,
    )
  })

  it('refuses more than ten generations at once', async () => {
    for (let count = 0; count < 10; count += 1) expect((await create()).status).toBe(201)
    const refused = await create()
    expect(refused).toMatchObject({ status: 429, body: { detail: 'Too many concurrent jobs' } })
    expect(refused.headers.get('retry-after')).toBe('60')
    await at.clock.advance(5000)
    expect((await create()).status).toBe(201)
  })

  it('takes so many orders a minute, when it is told to count', async () => {
    await at.emulator.control('settings', { vendor: 'luma', ordersPerMinute: 1 })
    expect((await create()).status).toBe(201)
    await at.clock.advance(20_000)
    const refused = await create()
    expect(refused).toMatchObject({ status: 429, body: { detail: 'Rate limit exceeded' } })
    expect(refused.headers.get('retry-after')).toBe('40')
    await at.clock.advance(40_000)
    expect((await create()).status).toBe(201)
  })

  it.each<[string, Json, number, string]>([
    ['an unknown field', order({}, { seed: 1 }), 400, 'Unrecognized key: "seed"'],
    ['an unknown field of the video', order({ fps: 24 }), 400, 'video: Unrecognized key: "fps"'],
    ['a duration it does not make', order({ duration: '7s' }), 400, 'video.duration: '],
    ['a ratio it does not make', order({}, { aspect_ratio: '2:1' }), 400, 'aspect_ratio: '],
    ['another model', order({}, { model: 'ray-2' }), 400, 'Unknown model'],
    ['an image', order({}, { type: 'image' }), 400, "type 'video' only"],
    ['an empty prompt', order({}, { prompt: '' }), 400, 'Prompt must be between 1 and 6000'],
    [
      'a prompt beyond the limit',
      order({}, { prompt: 'x'.repeat(6001) }),
      400,
      'Prompt must be between 1 and 6000',
    ],
    ['a loop of 10 s', order({ loop: true, duration: '10s' }), 422, 'video.loop'],
    ['hdr at 540p', order({ hdr: true, resolution: '540p' }), 422, 'video.hdr'],
    ['a start frame of 10 s', order({ duration: '10s', start_frame: picture }), 422, 'start_frame'],
    [
      'a picture without its place',
      order({ keyframes: [picture, picture], keyframe_indexes: [0] }),
      422,
      'same length',
    ],
    ['a place without its picture', order({ keyframe_indexes: [0] }), 422, 'same length'],
    [
      'two pictures at one place',
      order({ keyframes: [picture, picture], keyframe_indexes: [7, 7] }),
      422,
      'unique',
    ],
    [
      'a picture behind the end',
      order({ keyframes: [picture], keyframe_indexes: [121] }),
      422,
      'at most 120',
    ],
    [
      'a picture before the start',
      order({ keyframes: [picture], keyframe_indexes: [-1] }),
      400,
      'video.keyframe_indexes.0: ',
    ],
    [
      'pictures along the clip with a start frame',
      order({ keyframes: [picture], keyframe_indexes: [9], start_frame: picture }),
      422,
      'start_frame',
    ],
    [
      'a keyframe that is no picture',
      order({ keyframes: [{ ...picture, data: 'AAAA' }], keyframe_indexes: [0] }),
      422,
      'video.keyframes.0: content-type is not an image',
    ],
    [
      'a reference to two things',
      order({ start_frame: { url: 'https://a.test/b.png', generation_id: 'x' } }),
      400,
      'exactly one of',
    ],
    ['data without a type', order({ start_frame: { data: 'AAAA' } }), 400, "'media_type'"],
    [
      'data that is no base64',
      order({ start_frame: { data: 'no!', media_type: 'image/png' } }),
      422,
      'invalid base64',
    ],
    [
      'data that is no picture',
      order({ start_frame: { data: 'AAAA', media_type: 'image/png' } }),
      422,
      'not an image',
    ],
    [
      'an unknown generation',
      order({ end_frame: { generation_id: 'none' } }),
      404,
      'generation not found',
    ],
    [
      'an address it cannot reach',
      order({ start_frame: { url: 'https://a.test/b.png' } }),
      422,
      'failed to fetch URL',
    ],
  ])('refuses %s and bills nothing', async (_what, body, status, words) => {
    const refused = await create(body)
    expect(refused.status).toBe(status)
    expect(refused.body.detail).toContain(words)
    expect((await at.emulator.control('charges')).body.charges).toEqual([])
  })

  it.each([
    ['', 401],
    ['bad-key', 401],
    ['poor-key', 402],
    ['luma-api-bad-key', 401],
    ['luma-api-poor-key', 402],
  ])('the key "%s" gets a %i', async (key, status) => {
    expect((await create(order(), key)).status).toBe(status)
  })

  it('an account whose funds are used up gets a 402', async () => {
    await at.emulator.control('settings', { vendor: 'luma', fundsMicroUsd: 500_000 })
    expect((await create()).status).toBe(201)
    expect((await create()).status).toBe(402)
  })
})
