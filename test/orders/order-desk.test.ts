import { describe, expect, test } from 'vitest'
import { parseUsd as usd } from '../../src/domain/money.ts'
import type { JobStatus } from '../../src/ports/paid-model.ts'
import { deskStage, type Script } from './desk-stage.ts'

describe('the paid-order protocol', () => {
  const stage = deskStage()
  const { vendor, request, pursue, clip, settled, held } = stage

  test('a delivered order is settled at its price and its bytes are in the vault', async () => {
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j1' } }],
      checks: [
        { state: 'running', progress: 0.5 },
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
    })
    expect((await pursue(model)).kind).toBe('running')
    expect(await held()).toBe(300_000)
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(await settled()).toBe(300_000)
    expect(await held()).toBe(0)
    expect((await pursue(model)).kind).toBe('delivered')
    expect(model.sent).toHaveLength(1)
  })

  test('an answer that was lost is looked for and adopted: the vendor is asked once', async () => {
    const model = vendor({
      starts: ['crash'],
      checks: [
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
      found: { jobs: [{ id: 'j7' }], complete: true },
    })
    await expect(pursue(model)).rejects.toThrow('the connection broke')
    expect(await held()).toBe(300_000)
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(model.sent).toHaveLength(1)
    expect(await settled()).toBe(300_000)
  })

  test('a job that is found before another could be missing from the list is said to be seen', async () => {
    const jobs = [{ id: 'j7' }]
    const model = {
      ...vendor({ starts: ['crash'], checks: [], found: { jobs, complete: true } }),
      absentAfterMs: 3_600_000,
    }
    await expect(pursue(model)).rejects.toThrow('the connection broke')
    expect(await pursue(model)).toMatchObject({
      ...{ kind: 'running', note: expect.stringMatching(/ lists one like it, which is taken/) },
    })
  })

  test('an order that provably never arrived is sent again under the same hold', async () => {
    const model = vendor({
      starts: ['crash', { kind: 'accepted', job: { id: 'j2' } }],
      checks: [
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
      found: { jobs: [], complete: true },
    })
    await expect(pursue(model)).rejects.toThrow()
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(model.sent).toHaveLength(2)
    expect(await settled()).toBe(300_000)
    // Nobody was asked by a stand-in, so there is nothing to be told.
    expect(await stage.story(request(model).key)).toEqual([])
  })

  test('when nobody can tell, the order is parked with its money held and is not sent again', async () => {
    const model = vendor({ starts: ['crash'], checks: [], found: { jobs: [], complete: false } })
    await expect(pursue(model)).rejects.toThrow()
    expect((await pursue(model)).kind).toBe('parked')
    expect((await pursue(model)).kind).toBe('parked')
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test('an older job of the same words is not adopted, and nothing is sent again beside it', async () => {
    const found = { jobs: [], earlier: [{ id: 'older' }], complete: true }
    const model = vendor({ starts: ['crash'], checks: [], found })
    await expect(pursue(model)).rejects.toThrow()
    expect(await pursue(model)).toMatchObject({
      kind: 'parked',
      order: { job: null },
      reason: expect.stringContaining('job older asks for the same, was made before it left'),
    })
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test('a clock that was set back since an order left proves nothing, and it is not sent again', async () => {
    const model = vendor({ starts: ['crash'], checks: [], found: { jobs: [], complete: true } })
    await expect(pursue(model)).rejects.toThrow()
    stage.aheadMs = { machine: -3_600_000, ledger: -3_600_000 }
    expect(await pursue(model)).toMatchObject({
      kind: 'parked',
      reason: expect.stringContaining('the clock here was set back since it left'),
    })
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test.each<[string, JobStatus, number, RegExp]>([
    [
      'cancelled with a bill is settled at it',
      { state: 'cancelled', bill: { units: { unit: 'second', quantity: 2 }, amount: usd('0.24') } },
      240_000,
      /cancelled the job$/,
    ],
    ['cancelled without one costs nothing', { state: 'cancelled' }, 0, /cancelled the job$/],
    [
      'refused and charged in full is settled at its quote',
      { state: 'refused', reason: 'not with us', bill: 'as-quoted' },
      300_000,
      /^not with us; what it was billed is not told, so that it counts as quoted$/,
    ],
    [
      'failed with a bill that pays us is settled at its quote',
      {
        ...{ state: 'failed', reason: 'it broke' },
        bill: { units: { unit: 'second', quantity: 5 }, amount: usd('-5') },
      },
      300_000,
      /^it broke; what it was billed is not told, so that it counts as quoted$/,
    ],
  ])('an order that was %s', async (_case, status, micros, reason) => {
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j11' } }],
      checks: [status],
    })
    expect(await pursue(model)).toMatchObject({ reason: expect.stringMatching(reason) })
    expect(await settled()).toBe(micros)
    expect(await held()).toBe(0)
  })

  test('a refusal before acceptance lets the money go, a vendor that is busy keeps it held', async () => {
    const never = vendor({
      starts: [{ kind: 'not-accepted', retry: 'never', reason: 'too long' }],
      checks: [],
    })
    expect((await pursue(never)).kind).toBe('failed')
    expect(await held()).toBe(0)
    const busy = vendor({
      starts: [{ kind: 'not-accepted', retry: 'later', reason: '429' }],
      checks: [],
    })
    const other = { ...request(busy), key: `${stage.run()}/p1/video/1A/2` }
    expect((await stage.desk().pursue(other, new AbortController().signal)).kind).toBe('later')
    expect(await held()).toBe(300_000)
  })

  test('an order past the cap is not sent', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j3' } }], checks: [] }, 17)
    const outcome = await pursue(model)
    expect(outcome.kind).toBe('no-money')
    expect(model.sent).toHaveLength(0)
    expect(await held()).toBe(0)
  })

  test('a paused run sends nothing more', async () => {
    await stage.pause()
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j4' } }], checks: [] })
    expect(await pursue(model)).toEqual({ kind: 'not-wanted', wanted: 'pause' })
    expect(model.sent).toHaveLength(0)
  })

  test('the same key with another request is an error', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j5' } }], checks: [] })
    await pursue(model)
    const changed = { ...request(model), identity: 'a river' }
    await expect(stage.desk().pursue(changed, new AbortController().signal)).rejects.toMatchObject({
      code: 'order-conflict',
    })
  })

  test('a vendor that asks to be left alone for ever is left alone for a day', async () => {
    const starts: Script['starts'] = [
      {
        kind: 'not-accepted',
        retry: 'later',
        reason: 'busy',
        retryAfterMs: Number.POSITIVE_INFINITY,
      },
    ]
    const model = vendor({ starts, checks: [] })
    expect(await pursue(model)).toMatchObject({ kind: 'later', waitMs: 86_400_000 })
  })

  test('eight callers at once send one order once', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j6' } }], checks: [] })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => pursue(model)))
    expect(outcomes.every(({ kind }) => kind === 'running')).toBe(true)
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test.each([
    ['the machine slept', { machine: 10_001, ledger: 10_001 }],
    ['the machine was frozen, its clock too', { machine: 0, ledger: 10_001 }],
    ['the ledger was told at once, the machine slept after', { machine: 10_001, ledger: 0 }],
    ['the clock was set back', { machine: -3_600_000, ledger: 0 }],
  ])('an order that took too long to be written down does not leave: %s', async (_, ahead) => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j8' } }], checks: [] })
    stage.meanwhile = () => {
      stage.aheadMs = ahead
    }
    expect((await pursue(model)).kind).toBe('later')
    expect(model.sent).toHaveLength(0)
    expect(await held()).toBe(300_000)
    stage.meanwhile = () => undefined
    stage.aheadMs = { machine: 0, ledger: 0 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(1)
  })

  test('an order that could still arrive is not missed yet, and then it is', async () => {
    const model = vendor({
      ...{ starts: ['crash', { kind: 'accepted', job: { id: 'j9' } }], checks: [] },
      ...{ found: { jobs: [], complete: true }, absentAfterMs: 60_000 },
    })
    await expect(pursue(model)).rejects.toThrow()
    stage.aheadMs = { machine: 60_000, ledger: 60_000 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(1)
    stage.aheadMs = { machine: 80_000, ledger: 80_000 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(2)
  })

  test.each([
    ['back', -3_600_000],
    ['ahead', 3_600_000],
  ])('an order is waited for as long as was said, though the clock is set %s', async (_, byMs) => {
    let looks = 0
    const check = async (): Promise<JobStatus> => {
      looks += 1
      stage.aheadMs = { machine: byMs * looks, ledger: 0 }
      return { state: 'running' }
    }
    const model = {
      ...vendor({ starts: [{ kind: 'accepted', job: { id: 'j10' } }], checks: [] }),
      check,
    }
    const signal = new AbortController().signal
    expect((await stage.desk().complete(request(model), 1500, signal)).kind).toBe('running')
    expect(looks).toBeGreaterThan(2)
  })
})

describe('the paid-order protocol at a vendor that is paid', () => {
  const stage = deskStage('emulated')
  const { vendor, request, pursue } = stage

  test('the story tells of an order that provably never arrived, once', async () => {
    const model = {
      ...vendor({
        ...{ starts: ['crash', { kind: 'accepted', job: { id: 'j2' } }], checks: [] },
        found: { jobs: [], complete: true },
      }),
      id: 'runway/gen4_turbo',
    }
    await expect(pursue(model)).rejects.toThrow()
    await pursue(model)
    await pursue(model)
    expect(model.sent).toHaveLength(2)
    expect(await stage.story(request(model).key)).toMatchObject([
      { event: 'note', body: { text: expect.stringContaining('did not arrive at runway') } },
    ])
  })
})
