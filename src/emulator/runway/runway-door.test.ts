import RunwayML, { toFile } from '@runwayml/sdk'
import { beforeEach, describe, expect, it } from 'vitest'
import { emulatorByHand } from '../../../test/support/emulator-by-hand.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { ask, onePixel } from '../emulator-at-work.ts'

const at = emulatorByHand()
let runway: RunwayML
beforeEach(() => {
  runway = clientWith('key_test')
})

const clientWith = (apiKey: string): RunwayML =>
  new RunwayML({ apiKey, baseURL: at.emulator.baseUrls.runway, maxRetries: 0 })

type TextBody = RunwayML.TextToVideoCreateParams
type ImageBody = RunwayML.ImageToVideoCreateParams
const words: TextBody = {
  model: 'gen4.5',
  promptText: 'A lighthouse in a storm',
  duration: 5,
  ratio: '1280:720',
}
const dataUri = `data:image/png;base64,${onePixel.toString('base64')}`
const picture: ImageBody = { ...words, model: 'gen4.5', ratio: '1280:720', promptImage: dataUri }

const startTask = async (): Promise<string> => (await runway.textToVideo.create(words)).id
const task = (id: string): Promise<RunwayML.TaskRetrieveResponse> =>
  Promise.resolve(runway.tasks.retrieve(id))

describe('the Runway API', () => {
  it('carries a task from PENDING over RUNNING to a clip that can be downloaded', async () => {
    const created = await runway.textToVideo.create(words)
    expect(created.estimatedCost.credits).toBe(60)
    expect(await task(created.id)).toEqual({
      id: created.id,
      status: 'PENDING',
      createdAt: '2026-01-01T00:00:00.000Z',
      estimatedCost: { credits: 60 },
    })
    await at.clock.advance(3000)
    expect(await task(created.id)).toMatchObject({ status: 'RUNNING', progress: 0.5 })
    await at.clock.advance(2000)
    const done = await task(created.id)
    expect(done).toMatchObject({ status: 'SUCCEEDED', cost: { credits: 60 } })
    const [url = ''] = done.status === 'SUCCEEDED' ? done.output : []
    const clip = await fetch(url)
    expect(Buffer.from(await clip.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp')
    expect(at.emulator.drawn).toMatchObject([{ seconds: 5, width: 1280, height: 720, seed: null }])
  })

  it('gives an address for a day and a fresh one after it', async () => {
    const id = await startTask()
    await at.clock.advance(5000)
    const first = await task(id)
    const [old = ''] = first.status === 'SUCCEEDED' ? first.output : []
    await at.clock.advance(24 * 3_600_000)
    expect((await fetch(old)).status).toBe(403)
    const again = await task(id)
    const [fresh = ''] = again.status === 'SUCCEEDED' ? again.output : []
    expect((await fetch(fresh)).status).toBe(200)
  })

  it('throttles what is beyond the slots of the model, and takes it up as they come free', async () => {
    const ids = [await startTask(), await startTask(), await startTask(), await startTask()]
    const states = async (): Promise<readonly string[]> =>
      Promise.all(ids.map(async (id) => (await task(id)).status))
    expect(await states()).toEqual(['PENDING', 'PENDING', 'PENDING', 'THROTTLED'])
    await at.clock.advance(5000)
    expect(await states()).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'PENDING'])
  })

  it('counts the slots of each model by itself', async () => {
    for (let count = 0; count < 3; count += 1) await startTask()
    const { id } = await runway.imageToVideo.create({
      model: 'gen4_turbo',
      promptImage: dataUri,
      ratio: '1280:720',
    })
    expect((await task(id)).status).toBe('PENDING')
  })

  it('a task that is cancelled before its work begins costs nothing and is gone', async () => {
    const id = await startTask()
    await runway.tasks.delete(id)
    expect(await rejectionOf(task(id))).toBeInstanceOf(RunwayML.NotFoundError)
    expect((await at.emulator.control('charges')).body.charges).toMatchObject([
      { isRefunded: true },
    ])
  })

  it('tells credits, limits and use of the account', async () => {
    await at.emulator.control('settings', { vendor: 'runway', fundsMicroUsd: 1_000_000 })
    await startTask()
    const account = await runway.organization.retrieve()
    expect(account.creditBalance).toBe(40)
    expect(account.tier.models['gen4.5']).toEqual({
      maxConcurrentGenerations: 3,
      maxDailyGenerations: 1000,
    })
    expect(account.usage.models['gen4.5']).toEqual({ dailyGenerations: 1 })
    const use = await runway.organization.retrieveUsage({
      startDate: '2026-01-01',
      beforeDate: '2026-01-02',
    })
    expect(use).toEqual({
      models: ['gen4.5'],
      results: [{ date: '2026-01-01', usedCredits: [{ model: 'gen4.5', amount: 60 }] }],
    })
    const error = await rejectionOf(runway.textToVideo.create(words))
    expect(error).toBeInstanceOf(RunwayML.BadRequestError)
    expect(error).toMatchObject({ error: { error: expect.stringContaining('enough credits') } })
  })

  it('takes no more than a day’s tasks', async () => {
    await at.emulator.control('settings', { vendor: 'runway', dailyJobs: 1 })
    await startTask()
    expect(await rejectionOf(startTask())).toMatchObject({
      status: 429,
      error: { error: 'Your daily task limit has been reached.' },
    })
    await at.clock.advance(24 * 3_600_000)
    await startTask()
  })

  it('starts from an uploaded picture', async () => {
    const { uri } = await runway.uploads.createEphemeral({
      file: await toFile(onePixel, 'start.png', { type: 'image/png' }),
    })
    expect(uri).toMatch(/^runway:\/\//)
    const { id } = await runway.imageToVideo.create({
      ...picture,
      promptImage: [{ position: 'first', uri }],
    })
    await at.clock.advance(5000)
    await task(id)
    expect(Buffer.from(at.emulator.drawn[0]?.firstFrame ?? [])).toEqual(onePixel)
  })

  it('an upload is gone after a day', async () => {
    const file = await toFile(onePixel, 'start.png', { type: 'image/png' })
    const { uri } = await runway.uploads.createEphemeral({ file })
    await at.clock.advance(24 * 3_600_000)
    const error = await rejectionOf(
      Promise.resolve(runway.imageToVideo.create({ ...picture, promptImage: uri })),
    )
    expect(String(error)).toContain('Failed to fetch asset')
  })

  it('Veo takes a first and a last frame', async () => {
    const { id } = await runway.imageToVideo.create({
      ...{ model: 'veo3.1', ratio: '1920:1080', duration: 4 },
      promptImage: [
        { position: 'first', uri: dataUri },
        { position: 'last', uri: dataUri },
      ],
    })
    await at.clock.advance(5000)
    await task(id)
    expect(at.emulator.drawn[0]?.lastFrame).not.toBeNull()
  })

  it.each<['veo3.1' | 'veo3.1_fast', boolean | undefined, number]>([
    ['veo3.1', false, 80],
    ['veo3.1', true, 160],
    ['veo3.1', undefined, 160],
    ['veo3.1_fast', false, 40],
    ['veo3.1_fast', true, 60],
    ['veo3.1_fast', undefined, 60],
  ])(
    '4 s of %s with audio %s are billed %i credits, from words and from a picture',
    async (model, audio, credits) => {
      const sound = audio === undefined ? {} : { audio }
      const clip = { promptText: 'Rain', ratio: '1280:720', duration: 4, ...sound } as const
      const created = [
        await runway.textToVideo.create({ ...clip, model }),
        await runway.imageToVideo.create({ ...clip, model, promptImage: dataUri }),
      ]
      await at.clock.advance(5000)
      for (const { id, estimatedCost } of created) {
        expect(estimatedCost).toEqual({ credits })
        expect(await task(id)).toMatchObject({ status: 'SUCCEEDED', cost: { credits } })
      }
    },
  )

  it('takes every ratio that the SDK knows for a model', async () => {
    // A literal that the SDK gains or loses is an error of the compiler here.
    const gen4: Record<RunwayML.ImageToVideoCreateParams.Gen4_5['ratio'], true> = {
      '1280:720': true,
      '720:1280': true,
      '1104:832': true,
      '960:960': true,
      '832:1104': true,
      '1584:672': true,
    }
    const veo: Record<RunwayML.TextToVideoCreateParams.Veo3_1['ratio'], true> = {
      '1280:720': true,
      '720:1280': true,
      '1080:1920': true,
      '1920:1080': true,
    }
    for (const ratio of Object.keys(gen4)) {
      await runway.imageToVideo.create({ ...picture, ratio } as ImageBody)
    }
    for (const ratio of Object.keys(veo)) {
      await runway.textToVideo.create({ model: 'veo3.1', promptText: 'Rain', ratio } as TextBody)
    }
  })

  it('knows every model of the SDK, played or not', async () => {
    const models: Record<RunwayML.ImageToVideoCreateParams['model'], 'played' | 'unplayed'> = {
      'gen4.5': 'played',
      gen4_turbo: 'played',
      'veo3.1': 'played',
      'veo3.1_fast': 'played',
      hailuo3: 'unplayed',
      h3_max: 'unplayed',
      happyhorse_1_0: 'unplayed',
      seedance2: 'unplayed',
      seedance2_fast: 'unplayed',
      seedance2_mini: 'unplayed',
      seedance2_5: 'unplayed',
      gemini_omni_flash: 'unplayed',
      'gemini_omni_flash_1.1': 'unplayed',
      grok_imagine_1_5: 'unplayed',
      wan3: 'unplayed',
      wan3_prime: 'unplayed',
    }
    for (const [model, play] of Object.entries(models)) {
      const body = {
        model,
        promptImage: dataUri,
        promptText: 'Rain',
        ratio: '1280:720',
        duration: 4,
      }
      const started = Promise.resolve(runway.imageToVideo.create(body as ImageBody))
      if (play === 'played') await started
      else expect(String(await rejectionOf(started))).toContain(`does not play ${model}`)
    }
  })

  it.each<[string, object, string]>([
    ['an unknown field', { fps: 24 }, 'Unrecognized key'],
    ['a ratio the model does not make', { ratio: '1920:1080' }, 'ratio'],
    ['a ratio that only pictures may have', { ratio: '960:960' }, 'ratio'],
    ['a duration beyond the model', { duration: 11 }, 'duration'],
    ['a fraction of a second', { duration: 4.5 }, 'duration'],
    ['a missing duration', { duration: undefined }, 'duration'],
    ['a prompt beyond the limit', { promptText: 'x'.repeat(1001) }, 'promptText'],
    ['a model of the types that is not played', { model: 'wan3' }, 'does not play wan3'],
    ['a model that nobody has', { model: 'gen9' }, 'model'],
  ])('refuses %s and bills nothing', async (_what, more, part) => {
    const body = { ...words, ...more } as TextBody
    const error = await rejectionOf(Promise.resolve(runway.textToVideo.create(body)))
    expect(error).toBeInstanceOf(RunwayML.BadRequestError)
    expect(JSON.stringify(error)).toContain('Validation of body failed')
    expect(JSON.stringify(error)).toContain(part)
    expect((await at.emulator.control('charges')).body.charges).toEqual([])
  })

  it.each<[string, object, string]>([
    ['no picture', { promptImage: undefined }, 'promptImage'],
    ['a picture without TLS', { promptImage: 'http://a.test/a.png' }, 'Only HTTPS'],
    ['what is no picture', { promptImage: 'data:image/png;base64,AAAA' }, 'Unsupported asset'],
    ['a last frame alone', { promptImage: [{ position: 'last', uri: dataUri }] }, 'promptImage'],
    ['a data URI beyond 5 MB', { promptImage: `${dataUri}${'A'.repeat(5 << 20)}` }, 'exceeds'],
  ])('refuses %s as the start of a clip', async (_what, more, part) => {
    const body = { ...picture, ...more } as ImageBody
    const error = await rejectionOf(Promise.resolve(runway.imageToVideo.create(body)))
    expect(error).toBeInstanceOf(RunwayML.BadRequestError)
    expect(JSON.stringify(error)).toContain(part)
  })

  it('wants the version header, and has no list of tasks', async () => {
    const url = `${at.emulator.baseUrls.runway}/v1/organization`
    expect(await ask(url)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('X-Runway-Version') },
    })
    const list = await rejectionOf(Promise.resolve(runway.get('/v1/tasks')))
    expect(list).toBeInstanceOf(RunwayML.NotFoundError)
  })

  it('refuses a bad key', async () => {
    expect((await clientWith('poor-key').organization.retrieve()).creditBalance).toBe(0)
    const error = await rejectionOf(Promise.resolve(clientWith('bad-key').organization.retrieve()))
    expect(error).toBeInstanceOf(RunwayML.AuthenticationError)
  })
})
