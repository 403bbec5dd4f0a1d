import { beforeEach } from 'vitest'
import { zeroUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import type { Production } from '../../src/domain/production.ts'
import { type AtTerminal, atTerminal } from './at-terminal.ts'
import { fakeOrder, fakeProduction } from './fake-rows.ts'
import { foxBrief, wrapFox } from './fox-film.ts'

/** Key of the order of run `fox` that waits for a person. */
export const parkedKey = 'fox/p1/video/12C/3'

/** Its orders: one that waits for a person, one that is delivered, one that is being made. */
export const foxOrders = (): readonly Order[] => [
  fakeOrder(parkedKey),
  fakeOrder('fox/p1/video/1A/1', { state: 'delivered', held: zeroUsd }),
  fakeOrder('fox/p1/video/1B/1', { state: 'accepted', job: { id: 'j1' }, reason: '' }),
]

/** A terminal in front of a studio whose run `fox` waits for orders, before each test of the describe block that this is called in. */
export const atFoxOrders = (
  orders: () => readonly Order[],
): {
  readonly at: AtTerminal
  readonly run: AtTerminal['run']
  /** Have the run stand so. */
  readonly leave: (state: Production['state'], stage?: Production['stage']) => void
  /** Give its film these shots, none of which has footage. */
  readonly filmOf: (...shots: readonly string[]) => void
} => {
  const at = atTerminal()
  const leave = (state: Production['state'], stage: Production['stage'] = 'shoot'): void =>
    void at.fake.productions.set('fox', fakeProduction('fox', { state, stage }))
  const filmOf = (...shots: readonly string[]): void => {
    const standing = at.fake.productions.get('fox')
    wrapFox(at.fake, foxBrief)
    if (standing) at.fake.productions.set('fox', standing)
    at.fake.takes.splice(0)
    const script = at.fake.documents.get('fox/script/p1') as { scenes: object[] }
    const scene = { ...script.scenes[0], shots: shots.map((id) => ({ id, overlays: [] })) }
    at.fake.documents.set('fox/script/p1', { ...script, scenes: [scene] })
  }
  beforeEach(() => {
    at.fake.briefs.set('fox', foxBrief)
    leave('waiting-for-order')
    at.fake.orders.push(...orders())
  })
  return { at, run: at.run, leave, filmOf }
}
