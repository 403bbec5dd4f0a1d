import LumaAI from 'lumaai'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rejectionOf } from '../../testing/rejection.ts'
import { type VirtualClock, virtualClock } from '../../testing/virtual-clock.ts'
import { type EmulatorAtWork, emulatorAtWork, onePixel } from '../emulator-at-work.ts'

let clock: VirtualClock
let emulator: EmulatorAtWork
let luma: LumaAI
beforeEach(async () => {
  clock = virtualClock('by-hand')
  emulator = await emulatorAtWork(clock, {
    fetch: () => Promise.resolve(new Response(new Uint8Array(onePixel))),
  })
  luma = clientWith('a-key')
})
afterEach(() => emulator.dispose())

const clientWith = (authToken: string): LumaAI =>
  new LumaAI({ authToken, baseURL: emulator.baseUrls['luma-legacy'], maxRetries: 0 })

type Body = LumaAI.Generations.VideoCreateParams
const order = (more: Partial<Body> = {}): Body => ({
  model: 'ray-2',
  prompt: 'A tiger in snow',
  aspect_ratio: '9:16',
  duration: '5s',
  resolution: '540p',
  ...more,
})

describe('the Dream Machine API', () => {
  it('carries a generation from queued over dreaming to a clip that can be downloaded', async () => {
    const created = await luma.generations.video.create(
      order({ callback_url: 'https://a.test/hook?run=12C-3' }),
    )
    expect(created).toMatchObject({ state: 'queued', model: 'ray-2', assets: null })
    await clock.advance(2000)
    expect((await luma.generations.get(String(created.id))).state).toBe('dreaming')
    await clock.advance(3000)
    const done = await luma.generations.get(String(created.id))
    expect(done).toMatchObject({
      state: 'completed',
      request: {
        prompt: 'A tiger in snow',
        callback_url: 'https://a.test/hook?run=12C-3',
        generation_type: 'video',
      },
    })
    const clip = await fetch(String(done.assets?.video))
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    expect(Buffer.from(await clip.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp')
    expect(emulator.drawn).toMatchObject([{ seconds: 5, width: 540, height: 960 }])
  })

  it('lists generations, the newest first, a page at a time', async () => {
    for (const prompt of ['first', 'second', 'third']) {
      await luma.generations.create(order({ prompt }))
    }
    const page = await luma.generations.list({ limit: 2, offset: 0 })
    expect(page).toMatchObject({ has_more: true, count: 2, limit: 2, offset: 0 })
    expect(
      page.generations.map(({ request }) => request && 'prompt' in request && request.prompt),
    ).toEqual(['third', 'second'])
    const rest = await luma.generations.list({ limit: 2, offset: 2 })
    expect(rest).toMatchObject({ has_more: false, count: 1 })
  })

  it('shows a job in the list only once the list caught up', async () => {
    await emulator.control('faults', [{ fault: 'list-lag', delayMs: 60_000 }])
    await luma.generations.create(order())
    expect((await luma.generations.list()).generations).toHaveLength(0)
    await clock.advance(60_000)
    expect((await luma.generations.list()).generations).toHaveLength(1)
  })

  it('forgets a generation that is deleted, and keeps its bill', async () => {
    const { id } = await luma.generations.create(order())
    await clock.advance(5000)
    await luma.generations.delete(String(id))
    expect(await rejectionOf(luma.generations.get(String(id)))).toBeInstanceOf(LumaAI.NotFoundError)
    expect((await luma.generations.list()).generations).toEqual([])
    expect((await emulator.control('charges')).body.charges).toMatchObject([
      { job: id, isRefunded: false },
    ])
  })

  it('tells the balance in cents, which shrinks by what is billed', async () => {
    await emulator.control('settings', { vendor: 'luma-legacy', fundsMicroUsd: 10_000_000 })
    await luma.generations.create(order())
    expect(await luma.credits.get()).toEqual({ credit_balance: 960 })
  })

  it('starts from a picture, and goes on from a finished generation', async () => {
    const first = await luma.generations.create(
      order({ keyframes: { frame0: { type: 'image', url: 'https://a.test/start.png' } } }),
    )
    await clock.advance(5000)
    const second = await luma.generations.create(
      order({ keyframes: { frame0: { type: 'generation', id: String(first.id) } } }),
    )
    await clock.advance(5000)
    await luma.generations.get(String(second.id))
    expect(Buffer.from(emulator.drawn[0]?.firstFrame ?? [])).toEqual(onePixel)
    expect(emulator.drawn[1]?.continues).toContain(`${first.id}.mp4`)
  })

  it('takes every ratio and model that the SDK knows', async () => {
    // A literal that the SDK gains or loses is an error of the compiler here.
    const ratios: Record<NonNullable<Body['aspect_ratio']>, true> = {
      '1:1': true,
      '16:9': true,
      '9:16': true,
      '4:3': true,
      '3:4': true,
      '21:9': true,
      '9:21': true,
    }
    const models: Record<Body['model'], true> = { 'ray-2': true, 'ray-flash-2': true }
    for (const aspect_ratio of Object.keys(ratios)) {
      await luma.generations.create(order({ aspect_ratio } as Partial<Body>))
    }
    for (const model of Object.keys(models)) {
      await luma.generations.create(order({ model } as Partial<Body>))
    }
  })

  it.each<[string, object, string]>([
    ['an unknown field', { seed: 3 }, 'Unrecognized key'],
    ['a duration the SDK lets through', { duration: '10s' }, 'duration'],
    ['a ratio it does not make', { aspect_ratio: '2:1' }, 'aspect_ratio'],
    ['the newer model', { model: 'ray-3.2' }, 'model'],
    ['a prompt of two letters', { prompt: 'ab' }, 'Prompt is too short'],
    [
      'a loop to an end frame',
      { loop: true, keyframes: { frame1: { type: 'image', url: 'https://a.test/a.png' } } },
      'Loop is not supported',
    ],
  ])('refuses %s and bills nothing', async (_what, more, words) => {
    const error = await rejectionOf(luma.generations.create(order(more)))
    expect(error).toBeInstanceOf(LumaAI.BadRequestError)
    expect(String(error)).toContain(words)
    expect((await emulator.control('charges')).body.charges).toEqual([])
  })

  it('does not know a generation of somebody else', async () => {
    const keyframes = { frame0: { type: 'generation' as const, id: 'none' } }
    const error = await rejectionOf(luma.generations.create(order({ keyframes })))
    expect(error).toBeInstanceOf(LumaAI.NotFoundError)
  })

  it('refuses a bad key and an empty account in its own words', async () => {
    const refused = await rejectionOf(clientWith('bad-key').credits.get())
    expect(refused).toBeInstanceOf(LumaAI.AuthenticationError)
    const poor = await rejectionOf(clientWith('poor-key').generations.create(order()))
    expect(poor).toMatchObject({ status: 402, error: { detail: 'Insufficient credits' } })
    expect(await clientWith('poor-key').credits.get()).toEqual({ credit_balance: 0 })
    expect((await luma.credits.get()).credit_balance).toBeGreaterThan(0)
  })
})
