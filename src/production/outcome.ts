import type { ErrorCode } from '../domain/errors.ts'
import { isStudioError, type StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import type { WorkflowContext } from '../ports/workflow.ts'

/** An expected failure as a value: an error class does not survive the engine's journal. A type, not an interface, so that it is JSON. */
export type Failure = {
  readonly kind: 'failed'
  readonly code: ErrorCode
  readonly message: string
  readonly retry: 'later' | 'never'
}

/** Why work stopped without having failed. */
export type Halt = {
  readonly kind: 'halted'
  /** `parked`: a person decides about an order first; `late`: an order is at its vendor for longer than anybody waits. */
  readonly why: 'pause' | 'cancel' | 'deleted' | 'parked' | 'late'
  readonly reason: string
}

/** How a step or a piece of the story ended. */
export type Outcome<Value> = { readonly kind: 'ok'; readonly value: Value } | Failure | Halt

/** Done, with nothing to hand on. */
export const done: Outcome<null> = { kind: 'ok', value: null }

/** Success with a value. */
export const ok = <Value>(value: Value): Outcome<Value> => ({ kind: 'ok', value })

/** Stopped before the end, for a reason that is no failure. */
export const halted = (why: Halt['why'], reason: string): Halt => ({ kind: 'halted', why, reason })

/** Run a step whose expected failures come back as values; anything else is a bug and is thrown. */
export const stepOutcome = <Value extends Json>(
  context: WorkflowContext,
  name: string,
  run: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  context.step<Outcome<Value>>(name, async () => {
    try {
      return await run()
    } catch (error) {
      if (isStudioError(error)) return failureOf(error)
      if (error instanceof Error && error.name === 'AbortError') {
        return halted('pause', `paused during "${name}"`)
      }
      throw error
    }
  })

/** Errors that say the work stopped, not that it failed. */
const halts: Readonly<Partial<Record<ErrorCode, Halt['why']>>> = {
  'run-deleted': 'deleted',
  'run-paused': 'pause',
  'run-cancelled': 'cancel',
  'order-parked': 'parked',
  'order-late': 'late',
}

const failureOf = (error: StudioError): Failure | Halt => {
  const why = halts[error.code]
  return why
    ? halted(why, error.message)
    : { kind: 'failed', code: error.code, message: error.message, retry: error.retry }
}

/** The first outcome that is not `ok`, the gravest first: failure, then halt; else done. */
export const worstOf = (outcomes: readonly Outcome<unknown>[]): Outcome<null> => {
  const failure = outcomes.find((outcome) => outcome.kind === 'failed')
  if (failure?.kind === 'failed') return failure
  const halt = outcomes.find((outcome) => outcome.kind === 'halted')
  return halt?.kind === 'halted' ? halt : done
}

/** A reason that may be a whole sentence, as a part of another: without the full stops and blanks that it ends in. */
export const asPart = (reason: string): string => reason.replace(/[.\s]+$/, '')
