import type { CandidateName } from '../../domain/cut.ts'
import { candidateNames } from '../../domain/cut.ts'
import { StudioError } from '../../domain/errors.ts'
import { goOnCommand, type Production } from '../../domain/production.ts'
import { shotsOf } from '../../domain/script.ts'
import { asksForCuts } from '../../production/edit.ts'
import { filmScript } from '../../production/film-script.ts'
import { readDocument } from '../../production/rows.ts'
import { requireReturn } from '../../production/steer.ts'
import { answerText, approveMore } from '../approve-more.ts'
import { declined } from '../approve-spending.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag } from '../context.ts'
import { followRun, requireFree } from '../follow-run.ts'
import { type RunAtHand, withFilmAtHand } from '../run-at-hand.ts'
import type { Answer } from '../yes-or-no.ts'

/** `render`: make one of the three cuts the master; without a candidate, cut and render anew from the circled takes. */
export const render: Command = (context, invocation) => {
  const candidate = chosenCandidate(textFlag(invocation.flags, 'candidate'))
  return withFilmAtHand(context, invocation, async (at) => {
    const { studio, run } = at
    const { id } = run
    await requireFree(studio, run)
    requireReturn(run, 'cut')
    if (candidate !== null && !(await studio.productions.document(id, 'cut', candidate))) {
      throw notCut(run, candidate)
    }
    const answer = await approveCuts(at)
    if (answer !== 'yes') return declined(context, answer, 'Nothing was changed.')
    return followRun(at, (signal) =>
      candidate === null
        ? studio.driver.recut(id, signal)
        : studio.driver.renderCandidate(id, candidate, signal),
    )
  })
}

/** A film that is cut anew asks the crew, which is paid; one whose cuts stand costs nothing, and nobody is asked. */
const approveCuts = async (at: RunAtHand): Promise<Answer> => {
  const { context, studio, run } = at
  if (studio.mode === 'offline' || !(await asksForCuts(studio, run.id))) return 'yes'
  return approveMore(at, async (desk) => {
    const { winner } = await readDocument(desk.productions, run.id, 'verdict')
    const shots = shotsOf(await filmScript(desk.productions, run.id, winner)).length
    const price = answerText(context, desk, 'cut-candidates', shots)
    return { text: `no footage; three cuts by the crew, ${price}`, buys: 'crew' }
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
