import type { ErrorCode } from '../domain/errors.ts'
import type { ProductionState } from '../domain/production.ts'

/** What the program's exit code says; the same in every command. */
export const exitCodes = {
  /** Wrapped, or the command did what was asked. */
  done: 0,
  failed: 1,
  badInput: 2,
  paused: 3,
  /** A parked order or a gate waits for a person, or a vendor still makes what the run no longer waits for. */
  waiting: 4,
  /** A question before something is bought or changed was answered by anything but yes. */
  declined: 5,
  /** Ended by Ctrl-C at a question, or by a second one during work. */
  killed: 130,
} as const

const badInput: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-input',
  'brief-invalid',
  'budget-too-small',
  // As an error and not as the state of a run: what was asked for was refused, and nothing was bought.
  'cap-reached',
  'overrun',
  'not-found',
  'already-exists',
  'unknown-reference',
  'media-unsafe',
  'not-available',
  'model-retired',
  'not-writable',
])

/** Exit code for an error that reached the top. */
export const exitCodeOfError = (code: ErrorCode): number => {
  if (badInput.has(code)) return exitCodes.badInput
  if (code === 'run-paused') return exitCodes.paused
  return code === 'order-parked' || code === 'order-late' ? exitCodes.waiting : exitCodes.failed
}

const byState: Readonly<Record<ProductionState, number>> = {
  running: exitCodes.failed,
  wrapped: exitCodes.done,
  stopped: exitCodes.done,
  paused: exitCodes.paused,
  'waiting-for-order': exitCodes.waiting,
  'waiting-for-vendor': exitCodes.waiting,
  'waiting-for-approval': exitCodes.waiting,
  failed: exitCodes.failed,
  cancelled: exitCodes.failed,
}

/** Exit code for the state in which a production was left. */
export const exitCodeOfState = (state: ProductionState): number => byState[state]
