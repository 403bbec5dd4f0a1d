import { StudioError } from '../domain/errors.ts'
import {
  goOnCommand,
  type Production,
  remakeCommand,
  type Stage,
  stages,
} from '../domain/production.ts'

/** Where a stage is in the story, from 0. */
const placeOf = (stage: Stage): number => stages.indexOf(stage)

/** Stage that a run is put back to: to shoot again, or to cut anew. */
export type ReturnStage = 'shoot' | 'cut'

/** See that a run may be put back. @throws StudioError as {@link returnProblem} tells it */
export const requireReturn = (run: Production, to: ReturnStage): void => {
  const problem = returnProblem(run, to)
  if (problem) throw problem
}

/**
 * Why a run may not be put back; null when it may. One that was paused or cut off in the middle of its work goes on from there first, and one
 * that was held before it shot its film shoots that first: to put it back is to buy all that it has still to buy.
 *
 * @returns `run-paused`, `bad-input`
 */
export const returnProblem = (run: Production, to: ReturnStage): StudioError | null => {
  const { id, state, stage } = run
  if (state === 'paused' || state === 'running') {
    const how = state === 'paused' ? 'is paused' : 'was interrupted'
    return new StudioError({
      code: 'run-paused',
      message: `Run ${id} ${how} in the stage ${stage}. Nothing was changed or spent. Let it come to its end first, then ask again: ${goOnCommand(run)}`,
      retry: 'later',
    })
  }
  const isAtGate = state === 'waiting-for-approval'
  const needed = to === 'cut' ? 'soundtrack' : state === 'stopped' || isAtGate ? 'shoot' : 'pilots'
  if (placeOf(stage) > placeOf(needed)) return null
  if (isAtGate) {
    const behind = stages[placeOf(stage) - 1] ?? stage
    return new StudioError({
      code: 'bad-input',
      message: `Run ${id} waits for your approval at the gate behind the stage ${behind}. Nothing was changed or spent. Let it past the gate first: ${goOnCommand(run)}`,
    })
  }
  return new StudioError({
    code: 'bad-input',
    message: `Run ${id} has not come to the end of the stage ${needed} yet. Nothing was changed or spent. Go on with it first: ${goOnCommand(run)}`,
  })
}

/** Whether a run goes on behind the stage that shoots the film: what is missing then is not shot any more. */
export const isPastShooting = ({ stage }: Production): boolean => placeOf(stage) > placeOf('shoot')

/**
 * See that the stage to stop after is still to come.
 *
 * @param until null for no stage
 * @throws StudioError `bad-input` naming the stages that are
 */
export const requireAhead = (run: Production, until: Stage | null): void => {
  if (until === null || placeOf(until) >= placeOf(run.stage)) return
  const ahead = stages.slice(placeOf(run.stage)).join(', ')
  throw new StudioError({
    code: 'bad-input',
    message: `Run ${run.id} is past the stage ${until} already. Nothing was spent. Still ahead: ${ahead}. Name one of them with --until, or leave --until away to go on to the end.`,
  })
}

/**
 * See that a run is at the stage that shoots the film: what its film is made without is decided there.
 *
 * @throws StudioError `bad-input`
 */
export const requireShooting = (run: Production): void => {
  const problem = shootingProblem(run)
  if (problem) throw problem
}

/** Why nothing is left out of a run's film at this time, as {@link requireShooting} throws it; null when something may be. */
export const shootingProblem = (run: Production): StudioError | null => {
  if (run.stage === 'shoot' && run.state !== 'waiting-for-approval') return null
  if (run.state === 'wrapped') return nothingToLeaveOut(run)
  const when = isPastShooting(run)
    ? 'is past it: each of its shots has footage'
    : 'is not there yet'
  return new StudioError({
    code: 'bad-input',
    message: `Shots are left out of a film in the stage shoot, and run ${run.id} ${when}. Nothing was changed. It stands at ${run.stage}; go on with it: ${goOnCommand(run)}`,
  })
}

const nothingToLeaveOut = (run: Production): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Run ${run.id} is wrapped: each of its shots has footage, and there is nothing to go on with. Nothing was changed. To shoot one of them otherwise: \`npx --no-install claude-studio retake ${run.id} SHOT --prompt "…"\`; to make the film anew: \`${remakeCommand(run)}\``,
  })
