import { join } from 'node:path'
import type { Gate } from '../domain/brief.ts'
import { candidateNames } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { type Production, type Stage, stages } from '../domain/production.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { layOutCandidates } from './delivery.ts'
import { areCutsCurrent } from './edit.ts'
import type { Floor } from './floor.ts'
import { nextPurchase } from './next-purchase.ts'
import { done, type Outcome, stepOutcome } from './outcome.ts'
import { knownRun } from './rows.ts'

/** The stage that each gate stands behind. */
const stageOfGate: Readonly<Record<Gate, Stage>> = {
  plan: 'plan',
  pilots: 'pilots',
  final: 'render',
}

const noteOf = (gate: Gate): string => `approved/${gate}`

/** The gate of the brief behind a stage that nobody has answered; null where the run may go on. */
export const closedGate = async (floor: Floor, id: string, stage: Stage): Promise<Gate | null> => {
  const { gates } = await floor.productions.brief(id)
  const gate = gates.find((one) => stageOfGate[one] === stage)
  if (gate === undefined) return null
  return (await floor.productions.document(id, 'note', noteOf(gate))) === null ? gate : null
}

/** Write down that a person lets the run past gates: it is never asked again for them. */
export const approve = async (
  { productions }: Pick<Floor, 'productions'>,
  id: string,
  gates: readonly Gate[],
): Promise<void> => {
  for (const gate of gates) await productions.putDocument(id, 'note', noteOf(gate), true, false)
}

/**
 * Let a run past the gate that it waits at; nothing when it waits at none. Cuts that were made before takes were marked are
 * not what the person approves.
 *
 * @throws StudioError `bad-input`
 */
export const openGate = async (floor: Floor, { id, state, stage }: Production): Promise<void> => {
  if (state !== 'waiting-for-approval') return
  const behind = stages[stages.indexOf(stage) - 1]
  const gate = behind && (await closedGate(floor, id, behind))
  if (gate === 'final' && !(await areCutsCurrent(floor.productions, id))) {
    throw new StudioError({
      code: 'bad-input',
      message: `Takes were marked after the cuts of run ${id} were made; they are not in them yet, and the film was not delivered. Cut and render anew, then approve: \`npx --no-install claude-studio render ${id}\``,
    })
  }
  if (gate) await approve(floor, id, [gate])
}

/** What a run waits for at a gate, and what is bought next, with its price, in words. */
export const gateReason = async (floor: Floor, id: string, gate: Gate): Promise<string> => {
  const next = async (stage: Stage): Promise<string> =>
    (await nextPurchase(floor, { id, stage })).text
  switch (gate) {
    case 'plan':
      return `Waits for your approval of the plan. Bought next: ${await next('pilots')}.`
    case 'pilots':
      return `Waits for your approval of the pilots. Bought next: ${await next('shoot')}.`
    case 'final':
      return `Waits for your approval of the cuts: look at ${candidateNames.join(', ')} in ${await candidatesFolder(floor, id)}. Bought next: nothing ($0.00); the film is delivered.`
  }
}

const candidatesFolder = async ({ productions }: Floor, id: string): Promise<string> =>
  join((await knownRun(productions, id)).outputDir, 'candidates')

/** Before a person is asked for approval of the cuts they are laid where people look; else they come with the film. */
export const showCuts = (
  floor: Floor,
  context: WorkflowContext,
  id: string,
): Promise<Outcome<null>> =>
  stepOutcome(context, 'cuts to look at', async () => {
    if ((await closedGate(floor, id, 'render')) !== null) await layOutCandidates(floor, id)
    return done
  })
