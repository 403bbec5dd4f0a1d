import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import type { Charge, Job, Units } from '../domain/order.ts'
import type { Delivery, JobStatus, LostOrder, PaidModel, Started } from '../ports/paid-model.ts'
import { rejectionOf } from './rejection.ts'

/** What the suite needs of an adapter that money is spent through. */
export interface PaidModelHarness<Request> {
  /** A model as a new process would make it, over the account that all models of this harness share. */
  model(): PaidModel<Request>
  /** A small order that is delivered. */
  readonly request: Request
  /** An order that the vendor will not carry out, for what it asks. */
  readonly impossible: Request
  /** An order that takes long enough to be interrupted; null where every answer is there at once. */
  readonly long: Request | null
  /**
   * What the vendor does with a reference that it has seen: `joins` it to the first order, or `ignores` it and works again.
   * The order protocol sends a reference again only after `find` has shown that there is nothing.
   */
  readonly references: 'joins' | 'ignores'
  /** See that a delivery is what was declared and ordered: its type, its length. Throws when it is not. */
  judge(output: Delivery, request: Request): Promise<void>
  dispose(): Promise<void>
}

const signal = new AbortController().signal
const unheard = 'contract/p1/never/ordered/1'

/** An order as its row has it; the vendors of this suite are found by reference. */
const lost = (reference: string): LostOrder => ({
  reference,
  sinceIso: '1970-01-01T00:00:00.000Z',
  request: null,
})

/**
 * What every adapter of a paid port promises: video, speech, music and language models alike. Call it in the adapter's test.
 *
 * @param name adapter's name for the report
 * @param makeHarness called before each test: an account of its own
 */
export const paidModelContract = <Request>(
  name: string,
  makeHarness: () => Promise<PaidModelHarness<Request>>,
): void => {
  describe(`${name} keeps the contract of a paid model`, () => {
    let harness: PaidModelHarness<Request>
    beforeEach(async () => {
      harness = await makeHarness()
    })
    afterEach(() => harness.dispose())
    const current = (): PaidModelHarness<Request> => harness

    describe('units', () => unitTests(current))
    describe('deliveries', () => deliveryTests(current))
    describe('references', () => referenceTests(current))
    describe('jobs', () => jobTests(current))
    describe('what cannot be', () => refusalTests(current))
    describe('interruption', () => abortTests(current))
  })
}

type Current<Request> = () => PaidModelHarness<Request>

const unitTests = <Request>(current: Current<Request>): void => {
  it('are known before the order, the same each time, and more than nothing', () => {
    const { model, request } = current()
    const units = model().units(request)
    expect(units.quantity).toBeGreaterThan(0)
    expect(Number.isFinite(units.quantity)).toBe(true)
    expect(model().units(structuredClone(request))).toEqual(units)
  })

  it('of the bill are of the same kind and never more than were quoted', async () => {
    const { model, request } = current()
    const quoted = model().units(request)
    const { bill } = await completed(model(), request, 'contract/p1/bill/1A/1')
    expectWithin(bill, quoted)
  })

  it('of an order that is not carried out are never more than were quoted either', async () => {
    const { model, impossible } = current()
    const quoted = model().units(impossible)
    expectWithin((await declined(model(), impossible)).bill, quoted)
  })
}

const deliveryTests = <Request>(current: Current<Request>): void => {
  it('are there, of the type declared and as long as ordered', async () => {
    const { model, request, judge } = current()
    const { outputs } = await completed(model(), request, 'contract/p1/delivery/1A/1')
    expect(outputs.length).toBeGreaterThan(0)
    for (const output of outputs) await judge(output, request)
  })

  it('are told by a name and a rhythm that an order desk can work with', () => {
    const { id, pollMs } = current().model()
    expect(id).toMatch(/^[a-z0-9-]+\/\S+$/)
    expect(pollMs).toBeGreaterThan(0)
  })
}

const referenceTests = <Request>(current: Current<Request>): void => {
  it('sent twice, the second time by another process, are one order with one answer', async () => {
    const { model, request, references } = current()
    if (references === 'ignores') return
    const reference = 'contract/p1/twice/1A/1'
    const maker = model()
    const first = await maker.start(request, reference, signal)
    expect(await maker.start(request, reference, signal)).toEqual(first)
    expect(await model().start(structuredClone(request), reference, signal)).toEqual(first)
    const held = await model().find?.(lost(reference), signal)
    expect(held?.jobs ?? []).toHaveLength(first.kind === 'accepted' ? 1 : 0)
  })

  it('of their own are orders of their own', async () => {
    const { model, request } = current()
    const first = await model().start(request, 'contract/p1/own/1A/1', signal)
    const other = await model().start(request, 'contract/p1/own/1A/2', signal)
    expect(other.kind).toBe(first.kind)
    if (first.kind === 'accepted') expect(other).not.toEqual(first)
  })

  it('find the job they were sent with and nothing else', async () => {
    const { model, request } = current()
    const reference = 'contract/p1/find/1A/1'
    const find = model().find
    if (!find) return
    const before = await find(lost(unheard), signal)
    expect(before.jobs).toEqual([])
    const started = await model().start(request, reference, signal)
    await model().start(request, 'contract/p1/find/1A/2', signal)
    const found = await find(lost(reference), signal)
    if (started.kind === 'accepted' && found.complete) expect(found.jobs).toEqual([started.job])
    // What was delivered at once left no job behind: the answer is all there ever was.
    if (started.kind === 'delivered') expect(found.jobs).toEqual([])
  })
}

const jobTests = <Request>(current: Current<Request>): void => {
  it('are JSON, and a copy of one is carried through by another process', async () => {
    const { model, request, judge } = current()
    const started = await model().start(request, 'contract/p1/copy/1A/1', signal)
    if (started.kind !== 'accepted') return expect(started.kind).toBe('delivered')
    const job = JSON.parse(JSON.stringify(structuredClone(started.job))) as Job
    expect(job).toEqual(started.job)
    for (const value of Object.values(job)) expect(['string', 'number']).toContain(typeof value)
    const status = await settled(model(), job)
    if (status.state !== 'done') throw new Error(`not done: ${JSON.stringify(status)}`)
    for (const output of status.outputs) await judge(output, request)
  })

  it('are told whole by their id and what was asked for', async () => {
    const { model, request } = current()
    const started = await model().start(request, 'contract/p1/by-id/1A/1', signal)
    if (started.kind !== 'accepted') return expect(started.kind).toBe('delivered')
    const id = String(started.job['id'])
    const asked = JSON.parse(JSON.stringify(request)) as Json
    expect(model().jobWithId?.(id, asked) ?? { id }).toEqual(started.job)
  })

  it('that are done stay done, however often they are looked at', async () => {
    const { model, request } = current()
    const started = await model().start(request, 'contract/p1/again/1A/1', signal)
    if (started.kind !== 'accepted') return expect(started.kind).toBe('delivered')
    const first = await settled(model(), started.job)
    expect(await settled(model(), started.job)).toEqual(first)
    expect(first.state).toBe('done')
  })

  it('that nobody ordered are gone', async () => {
    const { model } = current()
    expect(await model().check({ id: 'nobody-ordered-this' }, signal)).toEqual({ state: 'gone' })
  })

  it('that were cancelled are never delivered', async () => {
    const { model, request, long } = current()
    const maker = model()
    const { cancel } = maker
    if (!cancel) return
    const started = await maker.start(long ?? request, 'contract/p1/cancel/1A/1', signal)
    if (started.kind !== 'accepted') return
    await cancel(started.job, signal)
    await cancel(started.job, signal)
    // Some vendors forget what was cancelled.
    expect(['cancelled', 'gone']).toContain((await settled(model(), started.job)).state)
  })
}

const refusalTests = <Request>(current: Current<Request>): void => {
  it('is answered with a value that says why, and not with an exception', async () => {
    const { model, impossible } = current()
    const { reason } = await declined(model(), impossible)
    expect(reason.length).toBeGreaterThan(10)
  })

  it('is answered the same when it is asked for again', async () => {
    const { model, impossible } = current()
    expect(await declined(model(), impossible)).toEqual(await declined(model(), impossible))
  })
}

const abortTests = <Request>(current: Current<Request>): void => {
  it('before the order leaves ends with its own reason, and nothing was ordered', async () => {
    const { model, request } = current()
    const reason = new Error('not wanted any more')
    const work = model().start(request, unheard, AbortSignal.abort(reason))
    expect(await rejectionOf(work)).toBe(reason)
    const held = await model().find?.(lost(unheard), signal)
    expect(held?.jobs ?? []).toEqual([])
  })

  it('of a long order ends the work or leaves a job; the same order goes on afterwards', async () => {
    const { model, long, request, judge } = current()
    if (long === null) return
    const stop = new AbortController()
    const reason = new Error('not wanted any more')
    const work = model().start(long, 'contract/p1/long/1A/1', stop.signal)
    setTimeout(() => stop.abort(reason), 50)
    const ended = await work.then(
      ({ kind }) => kind,
      (error: unknown) => error,
    )
    expect([reason, 'accepted']).toContain(ended)
    const { outputs } = await completed(model(), request, 'contract/p1/long/1A/2')
    for (const output of outputs) await judge(output, request)
  })
}

const expectWithin = (bill: Charge | undefined, quoted: Units): void => {
  if (bill === undefined || bill === 'as-quoted') return
  expect(bill.units.unit).toBe(quoted.unit)
  expect(bill.units.quantity).toBeGreaterThanOrEqual(0)
  expect(bill.units.quantity).toBeLessThanOrEqual(quoted.quantity)
}

interface Completed {
  readonly outputs: readonly Delivery[]
  readonly bill: Charge | undefined
}

const completed = async <Request>(
  model: PaidModel<Request>,
  request: Request,
  reference: string,
): Promise<Completed> => {
  const started = await model.start(request, reference, signal)
  if (started.kind === 'delivered') return { outputs: [started.output], bill: started.bill }
  if (started.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(started)}`)
  const status = await settled(model, started.job)
  if (status.state !== 'done') throw new Error(`not done: ${JSON.stringify(status)}`)
  return { outputs: status.outputs, bill: status.bill }
}

interface Declined {
  readonly reason: string
  readonly bill: Charge | undefined
}

const declined = async <Request>(
  model: PaidModel<Request>,
  request: Request,
): Promise<Declined> => {
  const started: Started = await model.start(request, 'contract/p1/impossible/1A/1', signal)
  if (started.kind === 'refused') return { reason: started.reason, bill: started.bill }
  if (started.kind === 'not-accepted') {
    expect(started.retry, 'what cannot be will not be later').toBe('never')
    return { reason: started.reason, bill: undefined }
  }
  if (started.kind !== 'accepted') throw new Error(`not declined: ${JSON.stringify(started)}`)
  const status = await settled(model, started.job)
  if (status.state !== 'refused') throw new Error(`not refused: ${JSON.stringify(status)}`)
  return { reason: status.reason, bill: status.bill }
}

type Settled = Exclude<JobStatus, { readonly state: 'queued' | 'running' }>

/** Look at a job until it is neither queued nor running. */
const settled = async <Request>(model: PaidModel<Request>, job: Job): Promise<Settled> => {
  for (;;) {
    const status = await model.check(job, signal)
    if (status.state !== 'queued' && status.state !== 'running') return status
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
