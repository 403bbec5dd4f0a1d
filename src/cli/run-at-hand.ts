import type { Production } from '../domain/production.ts'
import { refuseTestRun } from '../production/provider-test.ts'
import type { ExecutingStudio } from '../studio/studio.ts'
import type { CliContext, Invocation } from './context.ts'
import { withStudioOfRun } from './run-mode.ts'
import { findRun } from './run-record.ts'

/** A run that a command works on, and what it takes to show it, to ask about it and to move it. */
export interface RunAtHand<Part = ExecutingStudio> {
  readonly context: CliContext
  readonly invocation: Invocation
  readonly studio: Part
  readonly run: Production
}

/**
 * Use the run that the first argument names, which is a film and no test of a provider, in the mode of its own money.
 *
 * @throws StudioError as `withStudioOfRun`; `bad-input` for a test
 */
export const withFilmAtHand = (
  context: CliContext,
  invocation: Invocation,
  use: (at: RunAtHand) => Promise<number>,
): Promise<number> =>
  withStudioOfRun(context, invocation, async (studio) => {
    const run = await findRun(studio, invocation.args[0] ?? '')
    refuseTestRun(run)
    return use({ context, invocation, studio, run })
  })
