import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StudioError } from '../../src/domain/errors.ts'
import { continuityChains, type Script } from '../../src/domain/script.ts'
import type { Delivery, PaidModel } from '../../src/ports/paid-model.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a job that takes longer than anybody wants to wait', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  /** A vendor that makes one shot slowly, until it is told otherwise. */
  const slowOn = (shot: string) => {
    const sent: string[] = []
    const made = new Map<string, Delivery>()
    const vendor = { isSlow: true, sent }
    const model: VideoModel = {
      ...stage.models.video,
      start: async (request, reference, signal) => {
        sent.push(reference)
        const started = await stage.models.video.start(request, reference, signal)
        if (!reference.includes(`/${shot}/`) || started.kind !== 'delivered') return started
        made.set(reference, started.output)
        return { kind: 'accepted', job: { id: reference } }
      },
      check: async (job) => {
        const output = made.get(String(job['id']))
        if (!output || vendor.isSlow) return { state: 'running', progress: 0.1 }
        return { state: 'done', outputs: [output] }
      },
    }
    return { vendor, model }
  }
  const takesOf = (id: string) => stage.floor.productions.takes(id)
  const chainsOf = async (id: string) => {
    const script = await stage.floor.productions.document(id, 'script', 'p1')
    return continuityChains(script as unknown as Script).map(({ scenes }) =>
      scenes.flatMap((number) =>
        (script as unknown as Script).scenes
          .filter((scene) => scene.number === number)
          .flatMap(({ shots }) => shots.map(({ id: shot }) => shot)),
      ),
    )
  }

  test('stays on order, is looked at again by resuming, and is never sent twice', async () => {
    const { vendor, model } = slowOn('1A')
    await stage.create('slow', { seconds: 20, takes: 1 })
    const hurried = await stage.driver({ models: { video: model }, timeoutMs: 1 })
    const run = await runTo(hurried, 'slow')
    expect(run).toMatchObject({ state: 'waiting-for-vendor', stage: 'shoot' })
    expect(run.reason).toMatch(/^1 shot is still being made at its vendor after the 0\.001 s/)
    expect(run.reason).toContain('slow/p1/video/1A/1 (animatic/')
    expect(run.reason).toContain('Nothing is lost')
    expect(run.reason).toMatch(/Come back in some minutes: `.*runs resume slow`/)
    expect(run.reason).not.toContain('waits for you')
    expect((await takesOf('slow')).map(({ shot }) => shot)).not.toContain('1A')
    vendor.isSlow = false
    const patient = await stage.driver({ models: { video: model } })
    expect((await runTo(patient, 'slow')).state).toBe('wrapped')
    expect(new Set(vendor.sent).size).toBe(vendor.sent.length)
  })

  test('at a vendor that cannot be asked is told of once, and goes on when it can', async () => {
    const { vendor, model } = slowOn('1A')
    vendor.isSlow = false
    let misses = 0
    const check: VideoModel['check'] = async (job, signal) => {
      misses += 1
      if (misses < 5) {
        const message = 'The line is dead.'
        throw new StudioError({ code: 'vendor-unavailable', message, retry: 'later' })
      }
      return model.check(job, signal)
    }
    await stage.create('silent', { seconds: 20, takes: 1 })
    const driver = await stage.driver({ models: { video: { ...model, check, pollMs: 1 } } })
    expect((await runTo(driver, 'silent')).state).toBe('wrapped')
    const notes = (await stage.floor.productions.events('silent', 0))
      .filter(({ event }) => event === 'note')
      .map(({ body }) => String(body['text']))
    expect(notes.filter((text) => text.includes('is dead'))).toEqual([
      'Take 1A-1 of p1 waits: The line is dead.',
    ])
  })

  test('is told beside an order that waits for a person, who is needed first', async () => {
    const wish = { seconds: 30, takes: 1 }
    await stage.create('plain', wish)
    await runTo(await stage.driver(), 'plain')
    const [first, second] = (await chainsOf('plain')).map(([shot]) => shot ?? '')
    expect(second).toBeDefined()
    const { model } = slowOn(first ?? '')
    const start: VideoModel['start'] = (order, reference, signal) =>
      reference.includes(`/${second}/`)
        ? Promise.resolve({ kind: 'unknown', reason: 'the line went dead' })
        : model.start(order, reference, signal)
    const find: VideoModel['find'] = async () => ({ jobs: [], complete: false })
    await stage.create('both', wish)
    const driver = await stage.driver({
      models: { video: { ...model, start, find } },
      timeoutMs: 1,
    })
    const run = await runTo(driver, 'both')
    expect(run).toMatchObject({ state: 'waiting-for-order', stage: 'shoot' })
    expect(run.reason).toContain(`order both/p1/video/${second}/1 (animatic/painted`)
    expect(run.reason).toContain(`Besides, 1 shot is still being made at its vendor`)
    expect(run.reason).toContain(`both/p1/video/${first}/1`)
    expect(run.reason).not.toContain('Everything else is finished;')
  })

  test('makes the shots wait that go on from it, and changes nothing of the film; other chains are shot', async () => {
    const wish = { seconds: 30, takes: 1 }
    await stage.create('patient', wish)
    await runTo(await stage.driver(), 'patient')
    const chains = await chainsOf('patient')
    const [first, middle, next] = chains.find((shots) => shots.length > 2) ?? []
    expect(next).toBeDefined()
    const { vendor, model } = slowOn(middle ?? '')
    await stage.create('hurried', wish)
    const late = await runTo(
      await stage.driver({ models: { video: model }, timeoutMs: 1 }),
      'hurried',
    )
    const chain: readonly string[] = chains.find((shots) => next && shots.includes(next)) ?? []
    const behind = chain.length - chain.indexOf(middle ?? '') - 1
    expect(late.reason).toContain(
      `; ${behind === 1 ? '1 shot waits' : `${behind} shots wait`} behind it, to go on from it. Nothing`,
    )
    const shot = (await takesOf('hurried')).map((take) => take.shot)
    expect(shot).toContain(first)
    expect(shot).not.toContain(next)
    expect(vendor.sent.join()).not.toContain(`/${next}/`)
    const others = chains.filter((shots) => middle && !shots.includes(middle)).flat()
    expect(shot).toEqual(expect.arrayContaining(others))
    vendor.isSlow = false
    await runTo(await stage.driver({ models: { video: model } }), 'hurried')
    const alike = async (id: string) =>
      (await takesOf(id))
        .map(({ slate, model: by, continuesFrom }) => `${slate} ${by} from ${continuesFrom}`)
        .toSorted()
    expect(await alike('hurried')).toEqual(await alike('patient'))
  })

  test.each(['speech', 'music'] as const)(
    'of %s makes the run wait for its vendor, not fail',
    async (kind) => {
      const model: PaidModel<never> = stage.models[kind]
      const made = new Map<string, Delivery>()
      let isSlow = true
      const slow: PaidModel<never> = {
        ...model,
        start: async (request, reference, signal) => {
          const started = await model.start(request, reference, signal)
          if (started.kind !== 'delivered') return started
          made.set(reference, started.output)
          return { kind: 'accepted', job: { id: reference } }
        },
        check: async (job) => {
          const output = made.get(String(job['id']))
          if (!output || isSlow) return { state: 'running' }
          return { state: 'done', outputs: [output] }
        },
      }
      const id = `late-${kind}`
      const driver = await stage.driver({ models: { [kind]: slow } })
      await stage.create(id, { seconds: 10, takes: 1, audio: 'full' })
      const run = await runTo(driver, id)
      expect(run).toMatchObject({ state: 'waiting-for-vendor' })
      expect(run.reason).toMatch(new RegExp(`order ${id}/.* is at .* runs resume ${id}`))
      const sent = made.size
      isSlow = false
      expect((await runTo(driver, id)).state).toBe('wrapped')
      expect(new Set(made.keys()).size).toBeGreaterThanOrEqual(sent)
    },
  )
})
