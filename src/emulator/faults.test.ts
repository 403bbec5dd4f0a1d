import RunwayML from '@runwayml/sdk'
import LumaAI from 'lumaai'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { type VirtualClock, virtualClock } from '../testing/virtual-clock.ts'
import { ask, type EmulatorAtWork, emulatorAtWork } from './emulator-at-work.ts'
import type { Charge } from './ledger.ts'

let clock: VirtualClock
let emulator: EmulatorAtWork
let runway: RunwayML
let legacy: LumaAI
beforeEach(async () => {
  clock = virtualClock('by-hand')
  emulator = await emulatorAtWork(clock)
  const { baseUrls } = emulator
  runway = new RunwayML({ apiKey: 'key', baseURL: baseUrls.runway, maxRetries: 0, logLevel: 'off' })
  legacy = new LumaAI({ authToken: 'key', baseURL: baseUrls['luma-legacy'], maxRetries: 0 })
})
afterEach(() => emulator.dispose())

const faults = async (...rules: readonly Json[]): Promise<void> => {
  expect((await emulator.control('faults', rules)).status).toBe(200)
}
const start = (client: RunwayML = runway): Promise<{ readonly id: string }> =>
  Promise.resolve(
    client.textToVideo.create({
      model: 'gen4.5',
      promptText: 'A gate',
      duration: 2,
      ratio: '1280:720',
    }),
  )
const task = (id: string): Promise<RunwayML.TaskRetrieveResponse> =>
  Promise.resolve(runway.tasks.retrieve(id))
const charges = async (): Promise<readonly Charge[]> =>
  (await emulator.control('charges')).body.charges
const clipOf = async (id: string): Promise<string> => {
  const found = await task(id)
  return (found.status === 'SUCCEEDED' && found.output[0]) || 'no clip'
}

describe('faults before a job is made', () => {
  it('rate-limited: 429 with Retry-After, and nothing is made', async () => {
    await faults({ fault: 'rate-limited', operation: 'create', retryAfterSeconds: 12, times: 1 })
    const error = await rejectionOf(start())
    expect(error).toBeInstanceOf(RunwayML.RateLimitError)
    expect(error instanceof RunwayML.APIError && error.headers?.get('retry-after')).toBe('12')
    expect(await charges()).toEqual([])
    await start()
  })

  it.each([500, 502, 503])('server-error %i: nothing is made', async (value) => {
    await faults({ fault: 'server-error', operation: 'create', value, times: 1 })
    expect(await rejectionOf(start())).toMatchObject({ status: value })
    expect(await charges()).toEqual([])
  })

  it('drop-before-accept: a lost connection, and nothing is made', async () => {
    await faults({ fault: 'drop-before-accept', operation: 'create', times: 1 })
    expect(await rejectionOf(start())).toBeInstanceOf(RunwayML.APIConnectionError)
    expect(await charges()).toEqual([])
  })

  it('unauthorized, forbidden and no-credit: refused in the vendor’s own words', async () => {
    await faults(
      { fault: 'unauthorized', times: 1 },
      { fault: 'forbidden', vendor: 'luma-legacy', times: 1 },
      { fault: 'no-credit', vendor: 'runway' },
    )
    expect(await rejectionOf(start())).toBeInstanceOf(RunwayML.AuthenticationError)
    expect(await rejectionOf(legacy.credits.get())).toBeInstanceOf(LumaAI.PermissionDeniedError)
    expect(await rejectionOf(start())).toMatchObject({
      status: 400,
      error: { error: 'You do not have enough credits to run this task.' },
    })
    expect(await charges()).toEqual([])
  })
})

describe('faults after a job is made', () => {
  it('accept-then-drop: a lost connection, one job and one charge', async () => {
    await faults({ fault: 'accept-then-drop', operation: 'create', times: 1 })
    expect(await rejectionOf(start())).toBeInstanceOf(RunwayML.APIConnectionError)
    expect(await charges()).toMatchObject([{ vendor: 'runway', model: 'gen4.5', credits: 24 }])
    expect((await emulator.control('jobs')).body.jobs).toHaveLength(1)
  })

  it('accept-then-drop: a client that repeats by itself is charged for each', async () => {
    await faults({ fault: 'accept-then-drop', operation: 'create', times: 1 })
    await start(runway.withOptions({ maxRetries: 1 }))
    expect(await charges()).toHaveLength(2)
  })

  it('hung: the job is made and no answer comes', async () => {
    await faults({ fault: 'hung', operation: 'create', times: 1 })
    const error = await rejectionOf(start(runway.withOptions({ timeout: 300 })))
    expect(error).toBeInstanceOf(RunwayML.APIConnectionTimeoutError)
    expect(await charges()).toHaveLength(1)
  })

  it('slow: the answer comes late by the clock', async () => {
    await faults({ fault: 'slow', operation: 'create', delayMs: 30_000, times: 1 })
    let isAnswered = false
    const started = start().then(() => {
      isAnswered = true
    })
    while ((await charges()).length === 0) await clock.advance(0)
    expect(isAnswered).toBe(false)
    for (let turn = 0; turn < 100 && !isAnswered; turn += 1) {
      await clock.advance(30_000)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await started
  })

  it('billed-late: the charge shows up after the job', async () => {
    await faults({ fault: 'billed-late', delayMs: 60_000 })
    await start()
    expect(await charges()).toEqual([])
    await clock.advance(60_000)
    expect(await charges()).toMatchObject([{ credits: 24, isLate: true }])
  })

  it('moderation: the task fails, and Runway keeps the money', async () => {
    await faults({ fault: 'moderation', times: 1 })
    const { id } = await start()
    await clock.advance(5000)
    expect(await task(id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'SAFETY.INPUT.TEXT',
      cost: { credits: 24 },
    })
    expect(await charges()).toMatchObject([{ isRefunded: false }])
  })

  it('moderation: the generation fails, and Luma gives the money back', async () => {
    await faults({ fault: 'moderation', times: 1 })
    const { id } = await legacy.generations.create({ model: 'ray-2', prompt: 'A gate' })
    expect(await charges()).toMatchObject([{ isRefunded: false }])
    await clock.advance(5000)
    expect(await legacy.generations.get(String(id))).toMatchObject({
      state: 'failed',
      failure_reason: 'Advanced prompt moderation failed',
      assets: null,
    })
    expect(await charges()).toMatchObject([{ isRefunded: true }])
  })

  it('moderation and job-failure: with the code that the rule names', async () => {
    await faults({ fault: 'moderation', times: 1, value: 'SAFETY.OUTPUT.VIDEO' })
    const { id } = await start()
    await clock.advance(5000)
    expect(await task(id)).toMatchObject({ failureCode: 'SAFETY.OUTPUT.VIDEO' })
  })

  it('job-failure: the task fails and costs nothing', async () => {
    await faults({ fault: 'job-failure', times: 1 })
    const { id } = await start()
    await clock.advance(5000)
    expect(await task(id)).toMatchObject({
      status: 'FAILED',
      failureCode: expect.stringMatching(/^INTERNAL/),
      cost: { credits: 0 },
    })
    expect((await runway.organization.retrieve()).creditBalance).toBe(100_000)
  })

  it('price-change: what is ordered costs as many times as much', async () => {
    await faults({ fault: 'price-change', vendor: 'runway', value: 1.5 })
    await start()
    expect(await charges()).toMatchObject([{ credits: 36, microUsd: 360_000 }])
  })
})

describe('faults of an answer', () => {
  it('partial-body: the connection ends before what was promised', async () => {
    const { id } = await start()
    await clock.advance(5000)
    await faults({ fault: 'partial-body', times: 1, operation: 'get' })
    expect(await rejectionOf(task(id))).toBeInstanceOf(Error)
    const url = await clipOf(id)
    await faults({ fault: 'partial-body', operation: 'download' })
    const clip = await fetch(url)
    expect(clip.status).toBe(200)
    expect(await rejectionOf(clip.arrayBuffer())).toBeInstanceOf(TypeError)
  })

  it('wrong-content-type: JSON that is not called JSON', async () => {
    const { id } = await start()
    await faults({ fault: 'wrong-content-type', times: 1 })
    expect(await task(id)).toBeTypeOf('string')
    await clock.advance(5000)
    await faults({ fault: 'wrong-content-type', operation: 'download', value: 'image/gif' })
    expect((await fetch(await clipOf(id))).headers.get('content-type')).toBe('image/gif')
  })

  it('truncated-clip: a whole answer with half a clip', async () => {
    const { id } = await start()
    await clock.advance(5000)
    const url = await clipOf(id)
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer())
    await faults({ fault: 'truncated-clip' })
    const half = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(half).toEqual(whole.subarray(0, Math.floor(whole.length / 2)))
  })

  it('html-instead-of-json: a page of a gateway', async () => {
    const { id } = await start()
    await faults(
      { fault: 'html-instead-of-json', times: 1 },
      { fault: 'html-instead-of-json', value: 502 },
    )
    expect(String(await task(id))).toContain('<!doctype html>')
    expect(await rejectionOf(task(id))).toMatchObject({ status: 502 })
  })

  it('unknown-enum: a state that the SDK does not know', async () => {
    const { id } = await start()
    await faults({ fault: 'unknown-enum', value: 'PONDERING', times: 1 })
    expect((await task(id)).status).toBe('PONDERING')
    expect((await task(id)).status).toBe('PENDING')
  })

  it('clock-skew: dates and timestamps of another time', async () => {
    await faults({ fault: 'clock-skew', delayMs: -3_600_000 })
    const { id } = await start()
    const { data, response } = await runway.tasks.retrieve(id).withResponse()
    expect(data.createdAt).toBe('2025-12-31T23:00:00.000Z')
    expect(response.headers.get('date')).toBe('Wed, 31 Dec 2025 23:00:00 GMT')
  })

  it('a download can be refused', async () => {
    const { id } = await start()
    await clock.advance(5000)
    const url = await clipOf(id)
    await faults({ fault: 'server-error', operation: 'download', value: 503, times: 1 })
    expect((await fetch(url)).status).toBe(503)
    expect((await fetch(url)).status).toBe(200)
  })
})

describe('fault rules', () => {
  it('happen to the vendor and operation they name, and only so often', async () => {
    await faults({ fault: 'rate-limited', vendor: 'luma-legacy', operation: 'balance', times: 2 })
    await start()
    expect(await rejectionOf(legacy.credits.get())).toBeInstanceOf(LumaAI.RateLimitError)
    expect((await emulator.control('faults')).body.rules).toMatchObject([{ times: 1 }])
    expect(await rejectionOf(legacy.credits.get())).toBeInstanceOf(LumaAI.RateLimitError)
    await legacy.credits.get()
    expect((await emulator.control('faults')).body.rules).toEqual([])
  })

  it('that decide an answer are a script: one a request, in their order', async () => {
    await faults(
      { fault: 'moderation', times: 1 },
      { fault: 'server-error', value: 503, operation: 'create', times: 1 },
      { fault: 'accept-then-drop', operation: 'create', times: 1 },
    )
    expect(await rejectionOf(start())).toMatchObject({ status: 503 })
    expect(await charges()).toEqual([])
    expect(await rejectionOf(start())).toBeInstanceOf(RunwayML.APIConnectionError)
    expect((await emulator.control('jobs')).body.jobs).toMatchObject([{ fate: 'fails' }])
    await start()
    expect((await emulator.control('jobs')).body.jobs).toHaveLength(2)
  })

  it('by rate come as the seed says, about as often as asked for', async () => {
    const drawn = async (seed: number): Promise<string> => {
      const rules = [{ fault: 'server-error', rate: 0.3 }] as const
      const other = await emulatorAtWork(clock, { seed, faults: rules })
      const url = `${other.baseUrls['luma-legacy']}/credits`
      let pattern = ''
      for (let turn = 0; turn < 100; turn += 1)
        pattern += (await ask(url)).status === 500 ? 'x' : '.'
      await other.dispose()
      return pattern
    }
    const first = await drawn(1)
    expect(await drawn(1)).toBe(first)
    expect(await drawn(2)).not.toBe(first)
    expect(first.replaceAll('.', '').length).toBeGreaterThan(15)
    expect(first.replaceAll('.', '').length).toBeLessThan(45)
  })

  it.each<[string, Json, string]>([
    ['an unknown fault', [{ fault: 'earthquake' }], 'Invalid option'],
    ['an unknown field', [{ fault: 'hung', chance: 1 }], 'Unrecognized key'],
    [
      'a fault where it cannot happen',
      [{ fault: 'moderation', operation: 'get' }],
      'cannot happen',
    ],
    ['a delay that is missing', [{ fault: 'slow' }], 'slow needs delayMs'],
    ['a price without a factor', [{ fault: 'price-change' }], 'price-change needs a value'],
    ['what is no list', { fault: 'hung' }, 'expected array'],
  ])('refuse %s', async (_what, rules, words) => {
    const refused = await emulator.control('faults', rules)
    expect(refused.status).toBe(400)
    expect(refused.body.error).toContain(words)
  })
})
