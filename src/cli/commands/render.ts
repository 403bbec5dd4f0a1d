import type { CandidateName } from '../../domain/cut.ts'
import { candidateNames } from '../../domain/cut.ts'
import { StudioError } from '../../domain/errors.ts'
import { goOnCommand, type Production } from '../../domain/production.ts'
import { refuseTestRun } from '../../production/provider-test.ts'
import { requireReturn } from '../../production/steer.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag } from '../context.ts'
import { followRun, requireFree } from '../follow-run.ts'
import { withStudioOfRun } from '../run-mode.ts'
import { findRun } from '../run-record.ts'

/** `render`: make one of the three cuts the master; without a candidate, cut and render anew from the circled takes. */
export const render: Command = (context, invocation) => {
  const candidate = chosenCandidate(textFlag(invocation.flags, 'candidate'))
  return withStudioOfRun(context, invocation, false, async (studio) => {
    const production = await findRun(studio, invocation.args[0] ?? '')
    refuseTestRun(production)
    const { id } = production
    await requireFree(studio, production)
    requireReturn(production, 'cut')
    if (candidate !== null && !(await studio.productions.document(id, 'cut', candidate))) {
      throw notCut(production, candidate)
    }
    return followRun(context, invocation, studio, id, (signal) =>
      candidate === null
        ? studio.driver.recut(id, signal)
        : studio.driver.renderCandidate(id, candidate, signal),
    )
  })
}

const chosenCandidate = (written: string | null): CandidateName | null => {
  if (written === null) return null
  const found = candidateNames.find((name) => name === written)
  if (found) return found
  throw new StudioError({
    code: 'bad-input',
    message: `There is no candidate "${written.slice(0, 40)}".${suggestion(written, candidateNames)}`,
  })
}

const notCut = (run: Production, candidate: CandidateName): StudioError =>
  new StudioError({
    code: 'not-found',
    message: `Run ${run.id} has no cut "${candidate}" yet. Let it reach its cuts first: ${goOnCommand(run)}`,
  })
