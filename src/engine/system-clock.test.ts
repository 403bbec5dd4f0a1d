import { expect, it } from 'vitest'
import { systemClock } from './system-clock.ts'

it('a sleep of a month does not end at once, and ends with the reason of its signal', async () => {
  const stop = new AbortController()
  const asleep = systemClock.sleep(31 * 86_400_000, stop.signal)
  const first = await Promise.race([
    asleep.then(() => 'woke'),
    systemClock.sleep(30).then(() => 'asleep'),
  ])
  expect(first).toBe('asleep')
  const reason = new Error('the client called')
  stop.abort(reason)
  await expect(asleep).rejects.toBe(reason)
})

it('sleeps at least as long as it was told', async () => {
  const began = systemClock.now()
  await systemClock.sleep(20)
  // Timers are kept in whole milliseconds and may be one early against the wall clock.
  expect(systemClock.now() - began).toBeGreaterThanOrEqual(19)
})
