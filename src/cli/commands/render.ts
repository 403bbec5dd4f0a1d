import type { CandidateName } from '../../domain/cut.ts'
import { candidateNames } from '../../domain/cut.ts'
import { StudioError } from '../../domain/errors.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag, withExecutingStudio } from '../context.ts'
import { followRun } from '../follow-run.ts'
import { findRun } from '../run-record.ts'

/** `render`: make one of the three cuts the master. */
export const render: Command = (context, invocation) => {
  const candidate = chosenCandidate(textFlag(invocation.flags, 'candidate'))
  return withExecutingStudio(context, async (studio) => {
    const { id } = await findRun(studio, invocation.args[0] ?? '')
    return followRun(context, invocation, studio, id, (signal) =>
      studio.driver.renderCandidate(id, candidate, signal),
    )
  })
}

const chosenCandidate = (written: string | null): CandidateName => {
  const found = candidateNames.find((name) => name === written)
  if (found) return found
  const problem =
    written === null
      ? 'Say which cut becomes the master.'
      : `There is no candidate "${written.slice(0, 40)}".${suggestion(written, candidateNames)}`
  throw new StudioError({
    code: 'bad-input',
    message: `${problem} Use --candidate ${candidateNames.join(', --candidate ')}.`,
  })
}
