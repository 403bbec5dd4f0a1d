import { describe, expect, it } from 'vitest'
import { StudioError } from '../domain/errors.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { interruptible } from './interruptible.ts'

const terminal = () => {
  const listeners = new Set<() => void>()
  const deaths: number[] = []
  return {
    deaths,
    listeners,
    interrupt: () => {
      for (const listener of listeners) listener()
    },
    context: {
      onInterrupt: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      die: (exitCode: number) => {
        deaths.push(exitCode)
      },
    },
  }
}

/** Work that ends with the reason it was stopped for. */
const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

describe('work that can be interrupted', () => {
  it('brings what it made, and hears no Ctrl-C after that', async () => {
    const { context, listeners } = terminal()
    expect(await interruptible(context, async () => 'made')).toBe('made')
    expect(listeners.size).toBe(0)
  })

  it('is stopped by a Ctrl-C, as a pause and not as a fault of the studio', async () => {
    const { context, interrupt, deaths } = terminal()
    const stopped = interruptible(context, untilStopped)
    interrupt()
    expect(await rejectionOf(stopped)).toMatchObject({ code: 'run-paused', retry: 'later' })
    expect(deaths).toEqual([])
  })

  it('is ended at once by a second Ctrl-C', async () => {
    const { context, interrupt, deaths } = terminal()
    const stopped = interruptible(context, untilStopped)
    interrupt()
    interrupt()
    expect(deaths).toEqual([130])
    await rejectionOf(stopped)
  })

  it('keeps the error that it ended with of its own accord', async () => {
    const { context, interrupt } = terminal()
    const own = new StudioError({ code: 'not-found', message: 'There is no scene 3.' })
    const failed = interruptible(context, async () => {
      interrupt()
      throw own
    })
    expect(await rejectionOf(failed)).toBe(own)
  })
})
