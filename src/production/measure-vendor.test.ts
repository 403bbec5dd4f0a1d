import { expect, test } from 'vitest'
import type { PriceBook } from '../budget/price-book.ts'
import { microUsd, zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { VendorMeasure } from '../domain/vendor-measure.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { VideoModel } from '../ports/video-model.ts'
import { sampleShotOrder } from '../testing/sample-shot-order.ts'
import { type VirtualClock, virtualClock } from '../testing/virtual-clock.ts'
import { type Measured, type MeasureParts, measureVendor } from './measure-vendor.ts'
import type { OrderDesk, OrderRequest } from './order.ts'
import type { OrderOutcome } from './order-outcome.ts'

/** A vendor with limits, as the desk meets it. */
interface Vendor {
  readonly slots: number
  readonly perMinute: number
  /** How long a job waits and then runs, in milliseconds. */
  readonly queueMs: number
  readonly runMs: number
  /** Orders that the cap pays for. */
  readonly paid: number
  /** Until when it has asked to be left alone, and when a person ends that, in milliseconds from the first order on. */
  readonly rest: { readonly untilMs: number; readonly endedAtMs: number }
}

const noRest = { untilMs: 0, endedAtMs: 0 }

const roomy: Vendor = {
  slots: 99,
  perMinute: 99,
  queueMs: 20_000,
  runMs: 600_000,
  paid: 99,
  rest: noRest,
}

const deskOf = (vendor: Vendor, clock: VirtualClock): OrderDesk => {
  const acceptedAt = new Map<string, number>()
  const isDone = (at: number): boolean => clock.now() - at >= vendor.queueMs + vendor.runMs
  const beganAt = clock.now()
  const { untilMs, endedAtMs } = vendor.rest
  const send = (key: string): OrderOutcome | null => {
    const passedMs = clock.now() - beganAt
    if (passedMs < Math.min(untilMs, endedAtMs))
      return { kind: 'later', why: 'resting', reason: 'it rests', waitMs: untilMs - passedMs }
    const all = [...acceptedAt.values()]
    const inMinute = all.filter((at) => clock.now() - at < 60_000).length
    if (all.length >= vendor.paid) {
      const answer = { kind: 'refused', scope: 'production', cap: zeroUsd, available: zeroUsd }
      return { kind: 'no-money', answer: { ...answer, kind: 'refused', scope: 'production' } }
    }
    const isFull = all.filter((at) => !isDone(at)).length >= vendor.slots
    if (isFull || inMinute >= vendor.perMinute)
      return { kind: 'later', why: 'turned-away', reason: '429', waitMs: 10_000 }
    acceptedAt.set(key, clock.now())
    return null
  }
  const pursue = async <Request>({ key, model }: OrderRequest<Request>): Promise<OrderOutcome> => {
    const refused = acceptedAt.has(key) ? null : send(key)
    if (refused) return refused
    const { state } = await model.check({ id: key }, new AbortController().signal)
    const order = { key } as Order
    return state === 'done'
      ? { kind: 'delivered', order }
      : { kind: 'running', order, progress: null, note: null }
  }
  const check: VideoModel['check'] = async ({ id }) => {
    const age = clock.now() - (acceptedAt.get(String(id)) ?? 0)
    if (age < vendor.queueMs) return { state: 'queued' }
    return age < vendor.queueMs + vendor.runMs
      ? { state: 'running' }
      : { state: 'done', outputs: [] }
  }
  return { pursue, check } as unknown as OrderDesk
}

const measured = async (
  vendor: Partial<Vendor>,
  mostAtOnce = 12,
  told: number | null = null,
): Promise<Kept> => {
  const clock = virtualClock()
  const beganAtMs = clock.elapsedMs()
  // As of a machine, whose clock tells parts of milliseconds.
  const machine = { ...clock, elapsedMs: () => clock.elapsedMs() * 1.00001 }
  const kept: Omit<VendorMeasure, 'measuredAt'>[] = []
  const endings: unknown[] = []
  const desk = deskOf({ ...roomy, ...vendor }, clock)
  const { check } = desk as unknown as Pick<VideoModel, 'check'>
  const parts: MeasureParts = {
    ...{ clock: machine, desk },
    contact: () => ({ site: null, lookAt: '', hasList: false, keyRemedy: null }),
    productions: {
      create: async () => null,
      putDocument: async () => null,
      asDirector: (_id: string, run: () => Promise<unknown>) => run(),
      update: async (_id: string, fields: unknown) => void endings.push(fields),
    } as unknown as ProductionStore,
    ledger: { order: async () => null, advance: async (key) => ({ key }) as Order },
    prices: { model: () => ({ vendor: 'luma', funds: 'real' }) } as unknown as PriceBook,
    videoModel: (id) => ({ id, pollMs: 5000, check }) as unknown as VideoModel,
    languageModel: () => {
      throw new TypeError('Nobody is asked')
    },
    measures: {
      ...{ all: async () => [], told: async () => [], keepTold: async () => undefined },
      keep: async (measure) => void kept.push(measure),
    },
  }
  const shot = sampleShotOrder()
  const result = await measureVendor(
    parts,
    {
      ...{ id: 'm', model: 'luma/ray-3.2', outputDir: '/m', budget: microUsd(1), shot },
      ...{ mostAtOnce, told },
    },
    { timeoutMs: null, signal: new AbortController().signal, onStep: () => undefined },
  )
  return { ...result, kept, endings, tookMs: clock.elapsedMs() - beganAtMs }
}

interface Kept extends Measured {
  readonly kept: readonly object[]
  readonly endings: readonly unknown[]
  readonly tookMs: number
}

test('a vendor that takes no more until a job has ended has so many slots', async () => {
  const { kept, open, endings } = await measured({ slots: 3 })
  expect(kept).toEqual([
    expect.objectContaining({ slots: 3, isLimit: true, perMinute: null, clips: 3, hour: 0 }),
  ])
  expect([open, endings]).toEqual([0, [expect.objectContaining({ state: 'wrapped' })]])
})

test('a vendor that takes one more while all are open limits the orders of a minute', async () => {
  const { kept } = await measured({ perMinute: 4 }, 6)
  expect(kept).toEqual([expect.objectContaining({ slots: 6, isLimit: false, perMinute: 4 })])
})

test('no more is bought than the cap pays for, and what was seen is a least number', async () => {
  const { kept, ended } = await measured({ paid: 2 })
  expect(kept).toEqual([expect.objectContaining({ slots: 2, isLimit: false, clips: 2 })])
  expect(ended).toBe('the cap pays for no more')
})

test('how long a job waits is counted until work on it is seen', async () => {
  const { measure } = await measured({ slots: 2 })
  expect(measure?.queueMs).toBeGreaterThanOrEqual(20_000)
  expect(measure?.queueMs).toBeLessThanOrEqual(30_000)
})

test('a vendor that takes nothing leaves no measure', async () => {
  expect(await measured({ slots: 0 })).toMatchObject({ measure: null, kept: [], ended: '429' })
})

test('of a vendor that tells its slots no more are bought, and how long clips wait and are made is measured', async () => {
  const { kept, ended } = await measured({ slots: 99 }, 12, 3)
  expect(kept).toEqual([expect.objectContaining({ slots: 3, isLimit: true, clips: 3 })])
  expect(ended).toBe('the vendor says itself that it takes 3 at once')
  const [{ queueMs, makeMs }] = kept as unknown as [VendorMeasure]
  expect(queueMs).toBeGreaterThanOrEqual(20_000)
  expect(queueMs).toBeLessThanOrEqual(30_000)
  expect(makeMs).toBeGreaterThanOrEqual(590_000)
  expect(makeMs).toBeLessThanOrEqual(610_000)
  expect([queueMs, makeMs].every(Number.isInteger)).toBe(true)
})

test('fewer than a vendor tells are tried where that is asked for, and may not be all', async () => {
  const { kept } = await measured({ slots: 99 }, 2, 3)
  expect(kept).toEqual([expect.objectContaining({ slots: 2, isLimit: false, clips: 2 })])
})

test('a rest that a person ends meanwhile is waited for no longer', async () => {
  const rest = { untilMs: 86_400_000, endedAtMs: 60_000 }
  const { kept, tookMs } = await measured({ rest, slots: 2, runMs: 30_000 })
  expect(kept).toEqual([expect.objectContaining({ slots: 2, isLimit: true })])
  expect(tookMs).toBeLessThan(3_600_000)
})
