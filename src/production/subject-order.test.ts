import { describe, expect, it } from 'vitest'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { understudy } from '../providers/understudy/understudy.ts'
import { sampleQuestion } from '../testing/sample-question.ts'
import { crewAnswer } from './crew.ts'
import type { OrderDesk } from './order.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { ok, stepOutcome } from './outcome.ts'
import { orderNext, type SubjectDesk } from './subject-order.ts'

const orderedBy = async (
  outcome: OrderOutcome,
  orders: readonly Order[] = [],
  {
    timeoutMs = null,
    waits = [],
    delays = [],
    productions = { get: async () => null, addEvent: async () => undefined },
  }: {
    timeoutMs?: number | null
    waits?: number[]
    delays?: readonly string[]
    productions?: SubjectDesk['productions']
  } = {},
) => {
  const complete: OrderDesk['complete'] = async (_request, patienceMs, _signal, told) => {
    waits.push(patienceMs)
    for (const reason of delays) await told?.onDelay?.(reason)
    return outcome
  }
  const parts: SubjectDesk = {
    desk: { complete } as unknown as SubjectDesk['desk'],
    timeoutMs,
    productions,
    ledger: { orders: async () => orders, reservedBeside: async () => [] },
    contact: () => ({ site: null, lookAt: '', hasList: false, keyRemedy: null }),
  }
  const request = {
    ...{ subject: 'fox/crew/llm/contract', production: 'fox', port: 'llm' as const, patienceMs: 1 },
    ...{ model: understudy(), request: sampleQuestion(), identity: {}, useBond: true },
    what: crewAnswer({ role: 'qa-verifier', task: 'review-take' }),
  }
  return ok((await orderNext(parts, request, new AbortController().signal)).key)
}

const refusedBy = (outcome: OrderOutcome, orders?: readonly Order[]): Promise<string> =>
  orderedBy(outcome, orders).then(
    () => 'delivered',
    (error: Error) => error.message,
  )

const noMoney = (scope: 'production' | 'day'): OrderOutcome => ({
  kind: 'no-money',
  answer: { kind: 'refused', scope, cap: parseUsd(5), available: parseUsd('0.1') },
})

describe('a question of the crew that is at its vendor when nobody waits any longer', () => {
  it('is late and not failed: the run waits for it', async () => {
    const order = fakeOrder('fox/crew/llm/contract/1', { state: 'accepted' })
    const said = await stepOutcome(
      { step: (_name: string, work: () => unknown) => work() } as unknown as WorkflowContext,
      'contract',
      () => orderedBy({ kind: 'running', order, progress: null, note: null }),
    )
    expect(said).toMatchObject({
      ...{ kind: 'halted', why: 'late' },
      reason: expect.stringMatching(
        /^No answer of the .* yet: order fox\S+ is at .* runs resume fox`/,
      ),
    })
  })
})

describe('a question of the crew', () => {
  it('that its vendor turns away tells why it waits, once an attempt of the run', async () => {
    const events: (readonly unknown[])[] = []
    const productions: SubjectDesk['productions'] = {
      get: async () => fakeProduction('fox', { attempt: 2 }),
      addEvent: async (...event) => void events.push(event),
    }
    const order = fakeOrder('fox/crew/llm/contract/1', { state: 'delivered' })
    const delays = ['529 overloaded_error: Overloaded.']
    await orderedBy({ kind: 'delivered', order }, [], { productions, delays })
    const text =
      'The answer of the qa-verifier (to review a take) waits: 529 overloaded_error: Overloaded.'
    expect(events).toEqual([['fox', 'delayed/crew/llm/contract/2', 'note', { text }]])
  })

  it('is waited for as long as a person allows, else as long as is usual', async () => {
    const order = fakeOrder('fox/crew/llm/contract/1', { state: 'delivered' })
    const waits: number[] = []
    await orderedBy({ kind: 'delivered', order }, [], { waits })
    await orderedBy({ kind: 'delivered', order }, [], { waits, timeoutMs: 30_000 })
    expect(waits).toEqual([1, 30_000])
  })
})

describe('a question of the crew for which there is no money', () => {
  it('names the command of the cap that stands in the way', async () => {
    const day = await refusedBy(noMoney('day'))
    expect(day).toContain('config set dayCapUsd USD')
    expect(day).not.toContain('budget')
    const own = await refusedBy(noMoney('production'))
    expect(own).toContain('budget fox --raise-to USD')
    expect(own).not.toContain('CapUsd')
  })

  it('names the order whose bill went over, with what was quoted and billed', async () => {
    const overrun = parseUsd('1.68')
    const dear = fakeOrder('fox/p1/video/1A/1', { billed: parseUsd('1.98'), held: zeroUsd })
    const outcome = { kind: 'no-money', answer: { kind: 'blocked-by-overrun', overrun } } as const
    expect(await refusedBy(outcome, [dear])).toContain(
      'order fox/p1/video/1A/1 to animatic/painted was quoted at $0.30 and billed $1.98, $1.68 over',
    )
    expect(await refusedBy(outcome)).toMatch(/a bill went \$1\.68 over.*budget fox --raise-to/)
  })

  it('that is refused says what that cost, and what answers it instead', async () => {
    const trouble = 'content-refused'
    const order = fakeOrder('fox/crew/llm/review/1A-1/1', {
      ...{ port: 'llm', model: 'anthropic/claude-sonnet-5-5', trouble, billed: parseUsd('0.02') },
    })
    const said = await refusedBy({ kind: 'refused', order, reason: 'It will not look at this.' })
    expect(said).toBe(
      'No answer of the qa-verifier (to review a take): order fox/crew/llm/review/1A-1/1 to anthropic/claude-sonnet-5-5 was refused (It will not look at this). It was billed $0.02 all the same. It would be turned away again. Take another crew model (`npx --no-install claude-studio config set crewModel VENDOR/MODEL`), then resume the run.',
    )
  })

  it('names the run in what else can be done', async () => {
    const order = fakeOrder('fox/crew/llm/contract/1')
    const trouble = 'vendor-region'
    const said = await refusedBy({ kind: 'stopped', order, reason: 'not here', trouble })
    expect(said).toContain('produce --from fox --provider')
    const real = { ...order, funds: 'real' } as const
    const live = await refusedBy({ kind: 'stopped', order: real, reason: 'not here', trouble })
    expect(live).toContain('produce --from fox --live --provider')
  })
})
