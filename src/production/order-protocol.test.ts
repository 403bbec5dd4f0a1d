import { expect, test } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Bill, Order } from '../domain/order.ts'
import type { JobStatus, Started } from '../ports/paid-model.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { type OrderEffect, pursueOrder, type Tale } from './order-protocol.ts'

const held = fakeOrder('fox/crew/llm/plan', { port: 'llm', state: 'held', reason: '' })

/** What the protocol writes down of an answer, and how the order stands then. */
const answeredWith = (started: Started) => played({ row: held, started })

/** As {@link answeredWith}, of a look at its job. */
const seenAs = (status: JobStatus) => {
  const row: Order = { ...held, state: 'accepted', job: { id: 'j1' } }
  return played({ row, status })
}

const played = ({
  row,
  started,
  status,
}: {
  readonly row: Order
  readonly started?: Started
  readonly status?: JobStatus
}) => {
  const written: Extract<OrderEffect, { ask: 'advance' }>[] = []
  const answer = (effect: OrderEffect): unknown => {
    switch (effect.ask) {
      case 'row':
        return row
      case 'hold':
        return { kind: 'granted', order: held }
      case 'alone':
        return carriedOut(effect.work())
      case 'is-stopping':
        return false
      case 'begin':
        return { ...held, state: 'submitting' } satisfies Order
      case 'start':
        return started
      case 'check':
        return status
      case 'collect':
        return { state: 'stored', fields: { outputHash: 'a1' }, spent: null }
      case 'advance': {
        written.push(effect)
        const { kind } = effect.event
        const state = kind === 'refused' || kind === 'failed' ? kind : 'delivered'
        return { ...held, state } satisfies Order
      }
      default:
        throw new TypeError(`"${effect.ask}" is not asked here`)
    }
  }
  const carriedOut = <Result>(tale: Tale<Result>): Result => {
    for (let step = tale.next(); ; step = tale.next(answer(step.value))) {
      if (step.done) return step.value
    }
  }
  const terms = {
    ...{ key: held.key, model: 'vendor/model', maySend: true, looksForParked: false },
    billed: ({ amount }: Bill) => amount,
  }
  const outcome: OrderOutcome = carriedOut(pursueOrder(terms))
  return { outcome, written: written[0] }
}

const unpriced: Bill = { units: { unit: 'token', quantity: -1 }, amount: null }
const output = { kind: 'text', text: 'a plan' } as const

test.each([
  ['that cannot be priced', unpriced],
  ['that cannot be read', 'as-quoted'],
] as const)('an answer with a bill %s is kept, counts as quoted and says so', (_how, bill) => {
  const { outcome, written } = answeredWith({ kind: 'delivered', output, bill })
  expect(outcome.kind).toBe('delivered')
  expect(written).toMatchObject({
    event: {
      kind: 'delivered',
      reason: expect.stringContaining('counts as quoted'),
      isBillUnknown: true,
    },
    fields: { outputHash: 'a1' },
  })
})

test('a refusal with a bill that cannot be read counts as quoted, and says both', () => {
  const reason = 'it may not be shown.'
  expect(answeredWith({ kind: 'refused', reason, bill: 'as-quoted' }).written).toMatchObject({
    event: {
      isBillUnknown: true,
      reason: expect.stringMatching(/^it may not be shown; .* counts as quoted/),
    },
  })
  expect(answeredWith({ kind: 'refused', reason }).written).toMatchObject({
    ...{ event: { reason }, fields: { billed: zeroUsd } },
  })
})

test.each([
  ['refused and charged in full', { state: 'refused', reason: 'not with us', bill: 'as-quoted' }],
  [
    'failed with a bill of nothing known',
    { state: 'failed', reason: 'not with us', bill: unpriced },
  ],
] as const)('an order that was %s counts as quoted', (_how, status) => {
  expect(seenAs(status).written?.event).toMatchObject({
    ...{ kind: status.state, isBillUnknown: true },
    reason: 'not with us; what it was billed is not told, so that it counts as quoted',
  })
})

test('a vendor that asks to be left alone for ever is left alone for a day', () => {
  const retryAfterMs = Number.POSITIVE_INFINITY
  const busy = { kind: 'not-accepted', retry: 'later', reason: 'busy', retryAfterMs } as const
  const { outcome, written } = answeredWith(busy)
  expect(outcome).toMatchObject({ kind: 'later', waitMs: 86_400_000 })
  expect(written).toMatchObject({ fields: { restMs: 86_400_000 } })
})
