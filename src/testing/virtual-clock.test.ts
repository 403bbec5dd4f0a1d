import { expect, it } from 'vitest'
import { virtualClock } from './virtual-clock.ts'

it('a jumping clock wakes sleepers in the order of their times, at their times', async () => {
  const clock = virtualClock('jump', 1000)
  const woken: string[] = []
  const sleeper = async (name: string, naps: readonly number[]): Promise<void> => {
    for (const ms of naps) {
      await clock.sleep(ms)
      woken.push(`${name} at ${clock.now()}`)
    }
  }
  await Promise.all([sleeper('slow', [50]), sleeper('fast', [20, 20, 20])])
  expect(woken).toEqual(['fast at 1020', 'fast at 1040', 'slow at 1050', 'fast at 1060'])
})

it('a clock moved by hand wakes only who is due', async () => {
  const clock = virtualClock('by-hand', 0)
  const woken: number[] = []
  for (const ms of [10, 30])
    clock.sleep(ms).then(
      () => woken.push(ms),
      () => undefined,
    )
  await clock.advance(20)
  expect({ woken, now: clock.now() }).toEqual({ woken: [10], now: 20 })
  await clock.advance(10)
  expect({ woken, now: clock.now() }).toEqual({ woken: [10, 30], now: 30 })
})

it('an aborted sleep rejects with the reason and wakes nobody later', async () => {
  const clock = virtualClock('by-hand', 0)
  const stop = new AbortController()
  const asleep = clock.sleep(10, stop.signal)
  stop.abort(new Error('cut'))
  await expect(asleep).rejects.toThrow('cut')
  await clock.advance(20)
  await expect(clock.sleep(1, stop.signal)).rejects.toThrow('cut')
})
