import { afterEach, beforeEach } from 'vitest'
import { type EmulatorAtWork, emulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import { type VirtualClock, virtualClock } from '../../src/testing/virtual-clock.ts'

/** An emulator whose time passes only when a test says so. */
export interface EmulatorByHand {
  readonly clock: VirtualClock
  readonly emulator: EmulatorAtWork
}

/** Start a new emulator before each test of the file, and end it after. Read its fields within tests only. */
export const emulatorByHand = (): EmulatorByHand => {
  const at: { -readonly [Field in keyof EmulatorByHand]?: EmulatorByHand[Field] } = {}
  beforeEach(async () => {
    at.clock = virtualClock('by-hand')
    at.emulator = await emulatorAtWork(at.clock)
  })
  afterEach(() => at.emulator?.dispose())
  return at as EmulatorByHand
}
