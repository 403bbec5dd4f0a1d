import { describe, expect, test } from 'vitest'
import { StudioError } from '../../src/domain/errors.ts'
import { unreadableAnswer } from '../../src/kit/unreadable-answer.ts'
import type { JobStatus } from '../../src/ports/paid-model.ts'
import type { OrderOutcome } from '../../src/production/order-outcome.ts'
import { deskStage } from './desk-stage.ts'

describe('a vendor that tells nothing of an order', () => {
  const stage = deskStage()
  const { vendor, pursue, clip, settled, held } = stage
  const { signal } = new AbortController()

  test('what is said to be done and is not there yet is waited for, and comes home', async () => {
    const empty: JobStatus = { state: 'done', outputs: [] }
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j8' } }],
      checks: [
        ...[empty, empty, empty],
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
    })
    for (let look = 0; look < 3; look += 1) {
      expect(await pursue(model)).toMatchObject({
        kind: 'running',
        note: 'animatic/painted says that it is done, and shows nothing yet',
      })
      expect(await held()).toBe(300_000)
    }
    expect((await pursue(model)).kind).toBe('delivered')
    expect(await settled()).toBe(300_000)
  })

  test('what is said to be done and never comes is parked with its money held, for it may be there', async () => {
    const empty: JobStatus = { state: 'done', outputs: [] }
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j9' } }],
      checks: [empty, empty, empty, empty],
    })
    expect((await pursue(model)).kind).toBe('running')
    stage.aheadMs = { machine: 5 * 60_000, ledger: 5 * 60_000 }
    expect((await pursue(model)).kind).toBe('running')
    stage.aheadMs = { machine: 11 * 60_000, ledger: 11 * 60_000 }
    expect(await pursue(model)).toMatchObject({
      kind: 'parked',
      reason: 'animatic/painted says that it is done, and shows nothing',
    })
    expect(await held()).toBe(300_000)
    expect(model.sent).toHaveLength(1)
  })

  test('a vendor whose answers cannot be read is asked for ten minutes, then a person is', async () => {
    const senseless = unreadableAnswer('It tells the state PONDERING.')
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j20' } }],
      checks: [...Array<StudioError>(4).fill(senseless), { state: 'running' }],
    })
    const at = (minutes: number): Promise<OrderOutcome> => {
      stage.aheadMs = { machine: minutes * 60_000, ledger: minutes * 60_000 }
      return pursue(model)
    }
    const waits = { kind: 'running', note: 'It tells the state PONDERING.' }
    // Since it was accepted does not count, only since nothing can be read.
    expect(await at(60)).toMatchObject(waits)
    expect(await at(69)).toMatchObject(waits)
    expect(await at(71)).toMatchObject({
      kind: 'parked',
      reason: expect.stringContaining(
        'answers for 10 minutes already and tells nothing that can be read (It tells the state PONDERING)',
      ),
    })
    expect(await held()).toBe(300_000)
    expect(model.sent).toHaveLength(1)
  })

  test('what is asked by a process of its own each time is counted all the same', async () => {
    const senseless = unreadableAnswer('It tells the state PONDERING.')
    const { sent, ...model } = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j22' } }],
      checks: [senseless, { state: 'running' }, senseless, senseless],
    })
    const askedAt = async (minutes: number): Promise<string> => {
      stage.aheadMs = { machine: minutes * 60_000, ledger: minutes * 60_000 }
      const { kind } = await stage.newDesk().pursue(stage.request(model), signal)
      return kind
    }
    expect(await askedAt(0)).toBe('running')
    expect(await askedAt(9)).toBe('running')
    // Something was read in between.
    expect(await askedAt(12)).toBe('running')
    expect(await askedAt(23)).toBe('parked')
    expect(await held()).toBe(300_000)
    expect(sent).toHaveLength(1)
  })

  test('a vendor that says something in between, or cannot be reached, is asked on', async () => {
    const senseless = unreadableAnswer('It tells the state PONDERING.')
    const away = new StudioError({ code: 'vendor-unavailable', message: 'away', retry: 'later' })
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j21' } }],
      checks: [senseless, { state: 'running' }, senseless, away],
    })
    for (const minutes of [0, 9, 11, 60]) {
      stage.aheadMs = { machine: minutes * 60_000, ledger: minutes * 60_000 }
      expect((await pursue(model)).kind).toBe('running')
    }
  })

  test('a list that cannot be read for ten minutes proves nothing, and the order is parked', async () => {
    const model = vendor({ starts: [{ kind: 'unknown', reason: 'no answer' }], checks: [] })
    const lost = {
      ...model,
      absentAfterMs: 1,
      find: async () => {
        throw unreadableAnswer('Its list cannot be read.')
      },
    }
    expect(await pursue(lost)).toMatchObject({ kind: 'running', note: 'Its list cannot be read.' })
    stage.aheadMs = { machine: 11 * 60_000, ledger: 11 * 60_000 }
    expect(await pursue(lost)).toMatchObject({
      kind: 'parked',
      reason: 'no answer; animatic/painted does not list it, but its list cannot be read',
    })
    expect(model.sent).toHaveLength(1)
  })
})
