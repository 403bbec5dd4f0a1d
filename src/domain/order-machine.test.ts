import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderStates } from './order.ts'
import {
  advanceOrder,
  isOrderClosed,
  isSameJob,
  judgeSearch,
  type OrderEvent,
  type OrderPosition,
  type OrderStep,
  type Search,
} from './order-machine.ts'

const job = { id: 'job-1' }
const reason = 'for a reason'
const first = { submission: 1 }

const events: readonly OrderEvent[] = [
  { kind: 'hold-granted' },
  { kind: 'submission-started' },
  { kind: 'accepted', ...first, job },
  { kind: 'accepted', submission: 2, job: { id: 'job-2' } },
  { kind: 'not-accepted', ...first, retry: 'later', reason },
  { kind: 'not-accepted', ...first, retry: 'never', reason },
  { kind: 'not-accepted', ...first, retry: 'after-action', reason },
  { kind: 'not-accepted', submission: 2, retry: 'never', reason },
  { kind: 'answer-lost', ...first, reason },
  { kind: 'answer-lost', submission: 2, reason },
  { kind: 'job-found', job },
  { kind: 'proved-absent', ...first, reason },
  { kind: 'proved-absent', submission: 2, reason },
  { kind: 'hold-granted-again' },
  { kind: 'cannot-tell', seenIn: 'unknown', reason },
  { kind: 'cannot-tell', seenIn: 'accepted', reason },
  { kind: 'cannot-tell', seenIn: 'ready', reason },
  { kind: 'finished' },
  { kind: 'let-go', reason },
  { kind: 'delivered', ...first, job: null },
  { kind: 'delivered', ...first, job },
  { kind: 'delivered', submission: 2, job: null },
  { kind: 'delivered', ...first, job: null, isBillUnknown: true },
  { kind: 'refused', ...first, job: null, reason },
  { kind: 'refused', ...first, job: null, reason, isBillUnknown: true },
  { kind: 'failed', ...first, job, reason },
  { kind: 'failed', submission: 2, job: { id: 'job-2' }, reason },
  { kind: 'adopted-by-person', job },
  { kind: 'written-off-by-person', reason },
  { kind: 'written-off-by-person', reason, isUnknown: true },
]

const draft: OrderPosition = { state: 'drafted', submissions: 0, doubtful: 0, job: null }

interface Told {
  readonly from: OrderPosition
  readonly event: OrderEvent
  readonly step: OrderStep
  /** Worst cases that are held after the step. */
  readonly held: number
}

/** The order after each event that could happen, from its draft on. */
const live = (told: readonly OrderEvent[]): readonly Told[] => {
  const path: Told[] = []
  let position = draft
  let held = 0
  for (const event of told) {
    const [step] = stepsFrom(position, event)
    if (!step) continue
    if (step.hold === 'add') held += 1
    if (step.hold === 'settle' || step.hold === 'release') held = 0
    path.push({ from: position, event, step, held })
    position = step
  }
  return path
}

const stepsFrom = (position: OrderPosition, event: OrderEvent): readonly OrderStep[] => {
  try {
    return [advanceOrder(position, event)]
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return []
  }
}

const stories = fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 60 })
const always = (claim: (path: readonly Told[]) => void): void =>
  fc.assert(
    fc.property(stories, (told) => claim(live(told))),
    { numRuns: 3000 },
  )

test('every submission has its worst case held from before it leaves until the order closes', () => {
  always((path) => {
    for (const { step, held } of path) {
      const isOpen = !isOrderClosed(step.state)
      if (isOpen) expect(held).toBeGreaterThanOrEqual(step.doubtful)
      if (step.state === 'held') expect(held).toBeGreaterThanOrEqual(step.doubtful + 1)
    }
  })
})

test('a hold is settled or released once, when the order closes or goes back to its draft', () => {
  always((path) => {
    for (const { from, step } of path) {
      const ends = step.hold === 'settle' || step.hold === 'release'
      const closes = isOrderClosed(step.state) && !isOrderClosed(from.state)
      const isGivenBack = step.state === 'drafted' && from.state !== 'drafted'
      expect(ends).toBe(closes || isGivenBack)
    }
  })
})

test('a request leaves only from "held"', () => {
  always((path) => {
    for (const { from, step } of path) {
      if (step.submissions > from.submissions) expect(from.state).toBe('held')
    }
  })
})

test('after a lost answer nothing is sent again unless it is proved absent or its money is held twice', () => {
  always((path) => {
    let isDoubtful = false
    for (const { from, event, step } of path) {
      if (event.kind === 'answer-lost' && step.state === 'unknown') isDoubtful = true
      if (step.state === 'held' && event.kind !== 'let-go') isDoubtful = false
      if (step.submissions > from.submissions) expect(isDoubtful).toBe(false)
    }
  })
})

test('money is let go unbilled only while the vendor can bill none of it', () => {
  always((path) => {
    for (const { step } of path) if (step.hold === 'release') expect(step.doubtful).toBe(0)
  })
})

test('an order that closes counts every other submission that may be billed', () => {
  always((path) => {
    for (const { from, event, step } of path) {
      if (step.hold !== 'settle' || event.kind === 'written-off-by-person') continue
      const isOutcome = ['delivered', 'refused', 'failed'].includes(event.kind)
      const others = isOutcome ? from.doubtful - 1 : step.doubtful
      const own = 'isBillUnknown' in event && event.isBillUnknown ? 1 : 0
      expect(step.assumed).toBe(Math.max(0, others) + own)
    }
  })
})

test('an order that is given up blindly counts every submission that may be billed', () => {
  always((path) => {
    for (const { from, event, step } of path) {
      if (event.kind !== 'written-off-by-person') continue
      expect(step.assumed).toBe(event.isUnknown ? from.doubtful : 0)
    }
  })
})

test('jobs are the same by the vendor’s id, whatever else is kept with it; without one by all of them', () => {
  expect(isSameJob({ id: 'a' }, { api: 'legacy', id: 'a' })).toBe(true)
  expect(isSameJob({ id: 'a', seconds: 5 }, { id: 'b', seconds: 5 })).toBe(false)
  expect(isSameJob({ order: 'k', part: 1 }, { part: 1, order: 'k' })).toBe(true)
  expect(isSameJob({ order: 'k' }, { order: 'l' })).toBe(false)
  expect([isSameJob(null, null), isSameJob(null, { id: 'a' })]).toEqual([true, false])
})

test('a job is never changed for another: a second one is a stray', () => {
  always((path) => {
    for (const { from, event, step } of path) {
      if (event.kind !== 'accepted' || from.job === null) continue
      expect(step.job).toEqual(from.job)
      expect(step.stray === null).toBe(event.job['id'] === from.job['id'])
    }
  })
})

test('a parked order keeps the job it had as a stray when another takes its place', () => {
  const parked = { state: 'parked', submissions: 1, doubtful: 1, job } as const
  const other = { id: 'job-3' }
  expect(advanceOrder(parked, { kind: 'hold-granted-again' })).toMatchObject({
    job: null,
    stray: job,
  })
  for (const kind of ['adopted-by-person', 'job-found'] as const) {
    expect(advanceOrder(parked, { kind, job: other })).toMatchObject({ job: other, stray: job })
    expect(advanceOrder(parked, { kind, job })).toMatchObject({ job, stray: null })
  }
})

test('a delivery that comes after a person had it sent again is that of its job', () => {
  const held = { state: 'held', submissions: 2, doubtful: 2, job: null } as const
  const step = advanceOrder(held, { kind: 'delivered', submission: 1, job })
  expect(step).toMatchObject({ state: 'delivered', job, assumed: 1 })
})

test('what is proved absent is the last submission: those that a person had sent again stay in doubt', () => {
  const parked = { state: 'parked', submissions: 2, doubtful: 2, job: null } as const
  const step = advanceOrder(parked, { kind: 'proved-absent', submission: 2, reason })
  expect(step).toMatchObject({ state: 'held', hold: 'keep', doubtful: 1 })
})

test('a closed order stays as it is', () => {
  always((path) => {
    for (const { from, step } of path) {
      if (!isOrderClosed(from.state)) continue
      expect({ ...step, stray: null }).toEqual({ ...from, hold: 'none', assumed: 0, stray: null })
    }
  })
})

/** Every position that can follow from one; beyond the third submission they are alike. */
const reachable = (start: OrderPosition): readonly OrderPosition[] => {
  const reached = new Map<string, OrderPosition>()
  const open = [start]
  for (const from of open) {
    for (const { state, submissions, doubtful, job: own } of nextSteps(from)) {
      const to = { state, submissions, doubtful, job: own }
      const name = JSON.stringify([state, Math.min(submissions, 3), Math.min(doubtful, 3), own])
      if (!reached.has(name)) open.push(to)
      reached.set(name, to)
    }
  }
  return [...reached.values()]
}

const nextSteps = (from: OrderPosition): readonly OrderStep[] =>
  from.submissions > 3 ? [] : events.flatMap((event) => stepsFrom(from, event))

test('every open order has a way to its end', () => {
  for (const state of orderStates.filter((each) => !isOrderClosed(each))) {
    const sent = state === 'drafted' || state === 'held' ? 0 : 1
    const own = state === 'accepted' || state === 'ready' ? job : null
    const ends = reachable({ state, submissions: sent, doubtful: sent, job: own })
    expect(
      ends.some((each) => isOrderClosed(each.state)),
      state,
    ).toBe(true)
  }
})

const reasons = { absent: 'it is not there', untold: 'nobody can tell' }

test('a search proves absence only when the list is whole and enough time has passed', () => {
  const lost = { state: 'unknown', submissions: 1 } as const
  const search = { found: null, complete: true, isLateEnough: true }
  const judged = (change: Partial<Search>) => judgeSearch(lost, { ...search, ...change }, reasons)
  expect(judged({})).toEqual({ kind: 'proved-absent', submission: 1, reason: reasons.absent })
  expect(judged({ isLateEnough: false })).toBeNull()
  expect(judged({ complete: false })).toMatchObject({ kind: 'cannot-tell', reason: reasons.untold })
})

test('what a search finds is taken once the order’s own job would be listed, for it may be that of another like it', () => {
  const lost = { state: 'unknown', submissions: 1 } as const
  const search = { found: job, complete: false, isLateEnough: true }
  expect(judgeSearch(lost, search, reasons)).toEqual({ kind: 'job-found', job })
  expect(judgeSearch(lost, { ...search, isLateEnough: false }, reasons)).toBeNull()
})
