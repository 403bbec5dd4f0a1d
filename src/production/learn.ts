import type { Observation } from '../domain/verdict.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import type { Floor } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done, stepOutcome } from './outcome.ts'
import { asJson, readDocument } from './rows.ts'

/** Write the observations of the critic and of the reviews down as rows, with their evidence, for later learning. */
export const learnStage = (
  floor: Floor,
  context: WorkflowContext,
  production: string,
): Promise<Outcome<null>> =>
  stepOutcome(context, 'observations', async () => {
    const { observations } = await readDocument(floor.productions, production, 'verdict')
    const all = [...observations, ...(await shootingObservations(floor, production))]
    for (const [index, observation] of all.entries()) {
      const body = asJson({ schema: 'observation@1', ...observation })
      await floor.productions.putDocument(production, 'observation', `o${index + 1}`, body, true)
    }
    return done
  })

/** What the shoot itself showed: what each model left out, and how often its takes passed. */
const shootingObservations = async (
  floor: Floor,
  production: string,
): Promise<readonly Observation[]> => {
  const reviews = await floor.productions.reviews(production)
  const takes = await floor.productions.takes(production)
  const models = [...new Set(takes.map(({ model }) => model))]
  return models.map((model) => {
    const own = takes.filter((take) => take.model === model)
    const judged = reviews.filter((review) =>
      own.some(({ pilot, slate }) => pilot === review.pilot && slate === review.slate),
    )
    const passed = judged.filter(({ passed: isPassed }) => isPassed).length
    const missing = [...new Set(judged.flatMap((review) => review.missing))]
    const left = missing.length > 0 ? ` It left out: ${missing.slice(0, 8).join(', ')}.` : ''
    return {
      pilot: own[0]?.pilot ?? '',
      subject: model,
      text: `${passed} of ${judged.length} takes of ${model} passed review.${left}`,
      evidence: judged.map(({ slate, scores }) => `${slate} ${scores.overall}`).join(', '),
    }
  })
}
