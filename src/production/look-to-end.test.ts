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
    },
  })
  return { silences, fractions, waitedMs: nowMs }
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
  const resting = (waitMs: number): OrderOutcome => ({ kind: 'later', reason: 'it rests', waitMs })
  const long = await toldOf([resting(3_000_000), resting(2_970_000)])
  expect(long).toMatchObject({ silences: ['it rests'], waitedMs: 60_000 })
  expect((await toldOf([resting(3000)])).silences).toEqual([])
  expect((await toldOf([resting(3_700_000)])).waitedMs).toBe(0)
})
