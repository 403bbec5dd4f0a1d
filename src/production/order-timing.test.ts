import { expect, test } from 'vitest'
import { isLateEnough, mayStillLeave } from './order-timing.ts'

test('an order leaves within ten seconds of being written down, by the machine’s clock and by the ledger’s', () => {
  const allowed = (machineMs: number, ledgerMs: number) => mayStillLeave({ machineMs, ledgerMs })
  expect([allowed(0, 0), allowed(9_999, 20), allowed(10_000, 10_000)]).toEqual([true, true, true])
  expect([allowed(10_001, 20), allowed(3_600_000, 3_600_000)]).toEqual([false, false])
})

test('a machine that was frozen, and its clock with it, does not send: the ledger knows better', () => {
  expect(mayStillLeave({ machineMs: 5, ledgerMs: 10_001 })).toBe(false)
})

test('a clock that was set back proves nothing', () => {
  expect(mayStillLeave({ machineMs: -1, ledgerMs: 5 })).toBe(false)
  expect(mayStillLeave({ machineMs: 5, ledgerMs: -1 })).toBe(false)
})

test('an order is missed once it could have left at the last moment and the model’s own time has passed', () => {
  expect(isLateEnough(10_000 + 59_999, 60_000)).toBe(false)
  expect(isLateEnough(10_000 + 60_000, 60_000)).toBe(true)
})

test('what works in a process of ours is missed at once', () => {
  expect(isLateEnough(0, undefined)).toBe(true)
})
