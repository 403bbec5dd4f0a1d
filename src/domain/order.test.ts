import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrderEvent, OrderState } from './order.ts'
import { advanceOrder, isOrderClosed, orderStates } from './order.ts'

const job = { id: 'job-1' }
const reason = 'for a reason'

const events: readonly OrderEvent[] = [
  { kind: 'hold-granted' },
  { kind: 'submission-started' },
  { kind: 'accepted', job },
  { kind: 'not-accepted', retry: 'later', reason },
  { kind: 'not-accepted', retry: 'never', reason },
  { kind: 'answer-lost', reason },
  { kind: 'job-found', job },
  { kind: 'proved-absent' },
  { kind: 'cannot-tell', reason },
  { kind: 'delivered' },
  { kind: 'refused', reason },
  { kind: 'failed', reason },
  { kind: 'adopted-by-person', job },
  { kind: 'resubmitted-by-person' },
  { kind: 'written-off-by-person', reason },
]

/** The order after each event that could happen, from its draft on. */
const live = (told: readonly OrderEvent[]) => {
  const path: { from: OrderState; event: OrderEvent; to: OrderState; hold: string }[] = []
  let state: OrderState = 'drafted'
  for (const event of told) {
    try {
      const next = advanceOrder(state, event)
      path.push({ from: state, event, to: next.state, hold: next.hold })
      state = next.state
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError)
    }
  }
  return { state, path }
}

const stories = fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 60 })

test('whatever happens to an order, its hold is settled or released exactly once, when it closes', () => {
  fc.assert(
    fc.property(stories, (told) => {
      const { state, path } = live(told)
      const ends = path.filter(({ hold }) => hold === 'settle' || hold === 'release')
      expect(ends).toHaveLength(isOrderClosed(state) ? 1 : 0)
      if (ends.length > 0) expect(ends[0]).toBe(path.at(-1))
    }),
    { numRuns: 2000 },
  )
})

test('nothing is sent without a hold, and a request leaves only from "held"', () => {
  fc.assert(
    fc.property(stories, (told) => {
      const { path } = live(told)
      for (const step of path) {
        if (step.to === 'submitting') expect(step.from).toBe('held')
      }
      const sent = path.findIndex(({ to }) => to === 'submitting')
      const held = path.findIndex(({ event }) => event.kind === 'hold-granted')
      if (sent >= 0) expect(held >= 0 && held < sent).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('after a lost answer nothing is sent again until the vendor or a person has said so', () => {
  fc.assert(
    fc.property(stories, (told) => {
      let doubtful = false
      for (const { event, to } of live(told).path) {
        if (event.kind === 'answer-lost') doubtful = true
        if (event.kind === 'proved-absent' || event.kind === 'resubmitted-by-person') {
          doubtful = false
        }
        if (to === 'submitting') expect(doubtful).toBe(false)
      }
    }),
    { numRuns: 2000 },
  )
})

test('money is let go unbilled only where the vendor was never asked or said no', () => {
  const released = orderStates.flatMap((state) =>
    events
      .filter((event) => stepsFrom(state, event).some(({ hold }) => hold === 'release'))
      .map((event) => [state, event.kind, 'retry' in event ? event.retry : '']),
  )
  expect(released).toEqual([
    ['held', 'failed', ''],
    ['submitting', 'not-accepted', 'never'],
  ])
})

const stepsFrom = (state: OrderState, event: OrderEvent) => {
  try {
    return [advanceOrder(state, event)]
  } catch {
    return []
  }
}

test('a closed order meets nothing more', () => {
  for (const state of orderStates.filter(isOrderClosed)) {
    for (const event of events) expect(() => advanceOrder(state, event)).toThrow(TypeError)
  }
})

test('every open order has a way to its end', () => {
  for (const state of orderStates.filter((each) => !isOrderClosed(each))) {
    const reached = new Set<OrderState>([state])
    for (const from of reached) {
      for (const event of events) {
        for (const next of stepsFrom(from, event)) reached.add(next.state)
      }
    }
    expect([...reached].some(isOrderClosed), state).toBe(true)
  }
})
