import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../../test/support/at-terminal.ts'
import { fakeOrder, fakeProduction, fakeTake } from '../../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../../test/support/fox-film.ts'
import { parseUsd, zeroUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import type { Production } from '../../domain/production.ts'
import { frames } from '../../domain/time.ts'

describe('the next command of a run that failed', () => {
  const at = atTerminal()
  const next = async (fields: Partial<Production>, order: Partial<Order>): Promise<string> => {
    const state = 'failed' as const
    at.fake.productions.set('fox', fakeProduction('fox', { state, funds: 'real', ...fields }))
    at.fake.takes.splice(0, at.fake.takes.length, fakeTake('p1', '1A-1', 'ng'))
    const { orderKey } = fakeTake('p1', '1A-1', 'ng')
    at.fake.orders.splice(0, 1, fakeOrder(orderKey, { state: 'refused', ...order }))
    const { out } = await at.run('runs', 'watch', 'fox')
    return /next +npx --no-install claude-studio (.*)/.exec(out)?.[1] ?? ''
  }
  beforeEach(() => wrapFox(at.fake, foxBrief))

  it('asks otherwise for what a vendor refuses to make, where going on would be refused again', async () => {
    const barred = { stage: 'shoot' } as const
    expect(await next(barred, { trouble: 'content-refused' })).toBe('retake fox 1A --prompt "…"')
    expect(await next(barred, { trouble: 'image-too-large' })).toBe('retake fox 1A --tier TIER')
    const tests = { stage: 'pilots' } as const
    expect(await next(tests, { trouble: 'content-refused' })).toBe('produce "…" --from fox --live')
  })

  it('stands on a line of its own, as each that the reason names', async () => {
    const state = 'waiting-for-order' as const
    const reason =
      'Everything else is finished; order fox/p1/video/1A/1 waits for you: the line went dead. Look at it: `studio show`. Look for it in the list. Decide: `studio resolve` to send it again (it may be paid twice). Or cut around it: `studio continue`.'
    at.fake.productions.set('fox', fakeProduction('fox', { state, reason, stage: 'shoot' }))
    at.fake.orders.splice(0, 1, fakeOrder('fox/p1/video/1A/1'))
    const { out } = await at.run('runs', 'watch', 'fox')
    expect(out.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/waits for you: the line went dead\.$/),
      '  Look at it: `studio show`. Look for it in the list.',
      '  Decide: `studio resolve` to send it again (it may be paid twice).',
      '  Or cut around it: `studio continue`.',
    ])
  })

  it('resumes a run that waited for orders which are all decided', async () => {
    const waiting = { state: 'waiting-for-order', reason: 'order 1A waits for you' } as const
    expect(await next(waiting, { state: 'parked' })).toBe('orders list fox')
    expect(await next(waiting, { state: 'failed', held: zeroUsd })).toBe('runs resume fox')
    const { out } = await at.run('runs', 'watch', 'fox')
    expect(out).toContain('every order that it waited for is decided')
    expect(out).not.toMatch(/waits for you|Waiting for a person|orders list/)
  })

  it('raises the budget first, to what is enough, where a bill went over its hold', async () => {
    Object.assign(at.fake.kept, { overrunOpen: parseUsd('0.2') })
    const script = at.fake.documents.get('fox/script/p1') as { scenes: { shots: object[] }[] }
    const shots = [{ ...script.scenes[0]?.shots[0], length: frames(48) }]
    const scenes = [{ ...script.scenes[0], shots }]
    at.fake.documents.set('fox/script/p1', { ...script, scenes })
    const raise = 'budget fox --raise-to 5.01, then npx --no-install claude-studio runs resume fox'
    expect(await next({ stage: 'shoot' }, {})).toBe(raise)
    expect(await next({ stage: 'render' }, {})).toBe('runs resume fox')
  })

  it('is not what is shown already', async () => {
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'wrapped', stage: 'learn' }))
    expect((await at.run('runs', 'watch', 'fox')).out).toContain('runs show fox')
    expect((await at.run('runs', 'show', 'fox')).out).not.toContain('runs show fox')
  })

  it('goes on after anything else', async () => {
    expect(await next({ stage: 'shoot' }, { trouble: 'vendor-no-credit' })).toBe('runs resume fox')
    expect(await next({ stage: 'shoot' }, {})).toBe('runs resume fox')
    expect(await next({ stage: 'render' }, { trouble: 'content-refused' })).toBe('runs resume fox')
  })

  it('makes the film of a cancelled run anew with the money that it had', async () => {
    const cancelled = (funds: Production['funds']): void =>
      void at.fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled', funds }))
    for (const [funds, command] of [
      ['real', 'produce --from fox --live\n'],
      ['emulated', 'produce --from fox --emulated\n'],
      ['simulated', 'produce --from fox\n'],
    ] as const) {
      cancelled(funds)
      expect((await at.run('runs', 'continue', 'fox')).err).toContain(command)
    }
  })
})
