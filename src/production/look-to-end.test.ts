import { expect, it } from 'vitest'
import type { Clock } from '../ports/clock.ts'
import { lookToEnd } from './look-to-end.ts'
import type { OrderOutcome } from './order-outcome.ts'

const seen = (note: string | null, progress: number | null = null): OrderOutcome => ({
  ...{ kind: 'running', note, progress },
  order: {} as never,
})

/** What is told of some looks, one after the other. */
const toldOf = async (looks: readonly OrderOutcome[]) => {
  const silences: string[] = []
  const delays: string[] = []
  const fractions: number[] = []
  let nowMs = 0
  const clock: Clock = {
    now: () => nowMs,
    elapsedMs: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms
    },
  }
  const left = [...looks]
  const delivered: OrderOutcome = { kind: 'delivered', order: {} as never }
  await lookToEnd(async () => left.shift() ?? delivered, clock, {
    ...{ pollMs: 5000, patienceMs: 3_600_000, signal: new AbortController().signal },
    told: {
      onProgress: async (fraction) => void fractions.push(fraction),
      onSilence: async (reason) => void silences.push(reason),
      onDelay: async (reason) => void delays.push(reason),
    },
  })
  return { silences, delays, fractions, waitedMs: nowMs }
}

it('a vendor that cannot be asked is told once, however long that lasts', async () => {
  const looks = [...Array<OrderOutcome>(9).fill(seen('it is away')), seen(null, 0.5)]
  expect(await toldOf([...looks, ...looks])).toMatchObject({
    silences: ['it is away'],
    fractions: [0.5, 0.5],
  })
})

it('a single look that shows nothing is not told', async () => {
  const looks = [seen('a hiccup'), seen(null), seen('a hiccup'), seen(null, 1)]
  expect(await toldOf(looks)).toMatchObject({ silences: [], fractions: [1] })
})

it('a rest is looked at again long before it is over, for a person may end it; one beyond all patience is not waited for', async () => {
  const resting = (waitMs: number): OrderOutcome => ({
    ...{ kind: 'later', why: 'resting', reason: 'it rests', waitMs },
  })
  const long = await toldOf([resting(3_000_000), resting(2_970_000)])
  expect(long).toMatchObject({ silences: [], delays: ['it rests'], waitedMs: 60_000 })
  expect((await toldOf([resting(3000)])).delays).toEqual([])
  expect((await toldOf([resting(3_700_000)])).waitedMs).toBe(0)
})

const turnedAway = (waitMs: number): OrderOutcome => ({
  ...{ kind: 'later', why: 'turned-away', reason: 'It is overloaded.', waitMs },
})

it('an order that is turned away again and again is told once, and sent ever more seldom', async () => {
  const told = await toldOf(Array<OrderOutcome>(6).fill(turnedAway(0)))
  expect(told).toMatchObject({ silences: [], delays: ['It is overloaded.'] })
  expect(told.waitedMs).toBe(10_000 + 20_000 + 4 * 30_000)
  expect((await toldOf([turnedAway(0)])).delays).toEqual([])
})

it('an order that is turned away for long is told at once, with when it is sent again', async () => {
  const { delays } = await toldOf([turnedAway(3_000_000)])
  expect(delays).toEqual(['It is overloaded; it is not sent again before 1970-01-01 00:50:00 UTC'])
})

it('a wait for a slot is not told, however often it is turned away before', async () => {
  const noSlot: OrderOutcome = {
    ...{ kind: 'later', why: 'not-asked', reason: 'all slots are taken', waitMs: 250 },
  }
  expect((await toldOf([turnedAway(0), ...Array<OrderOutcome>(9).fill(noSlot)])).delays).toEqual([])
})
