import type { VerdictReply } from '../../domain/crew-tasks.ts'
import { StudioError } from '../../domain/errors.ts'
import type { PilotResult, Verdict } from '../../domain/verdict.ts'
import { canonicalJson, sha256 } from '../../kit/hash.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import type { PilotNumbers, PilotsToJudge } from './verdict-prompt.ts'
import { verdictPrompt, verdictReply } from './verdict-prompt.ts'

const asked = { role: 'critic', task: 'judge-pilots' } as const

/** Under this technical score a test without any passed take shows nothing that can be judged. */
const leastTechnical = 50

/**
 * Decide between the pilots by their tests.
 *
 * @throws StudioError `vendor-failed` when no pilot shot anything; `reply-invalid`
 */
export const judgePilots = async (ask: AskCrew, question: PilotsToJudge): Promise<Verdict> => {
  const { results } = question
  const able = ableOf(results)
  const task = crewTask({
    ...asked,
    input: {
      testScenes: question.plan.testScenes,
      results: results.map(({ pilot, ...numbers }) => ({
        ...numbers,
        id: pilot.id,
        name: pilot.name,
        model: pilot.model,
        pace: pilot.pace,
        filmQuote: pilot.filmQuote,
        isAble: able.has(pilot.id),
      })),
    },
    prompt: verdictPrompt(question),
    images: [],
    schema: verdictReply,
    maxTokens: 3000,
  })
  return ask(
    `verdict/${sha256(canonicalJson(task.input)).slice(0, 8)}`,
    madeInto(task, (reply) => verdictOf(reply, results, able)),
  )
}

const verdictOf = (
  reply: VerdictReply,
  results: readonly PilotNumbers[],
  able: ReadonlySet<string>,
): Verdict => {
  if (!able.has(reply.winner)) {
    throw invalidReply(asked, `"${reply.winner}" cannot win: it is no pilot that could shoot`)
  }
  const reasonOf = new Map(reply.reasons.map(({ pilot, reason }) => [pilot, reason]))
  const ids = new Set(results.map(({ pilot }) => pilot.id))
  return {
    schema: 'verdict@1',
    winner: reply.winner,
    results: results.map(
      ({ pilot, scores, spent }): PilotResult => ({
        pilot: pilot.id,
        scores,
        spent,
        outcome: outcomeOf(pilot.id, reply.winner, able),
        reason: reasonOf.get(pilot.id) ?? 'Stopped in favour of the winner.',
      }),
    ),
    observations: reply.observations.filter(({ pilot }) => ids.has(pilot)),
    adjustments: reply.adjustments,
  }
}

const outcomeOf = (
  pilot: string,
  winner: string,
  able: ReadonlySet<string>,
): PilotResult['outcome'] => {
  if (pilot === winner) return 'wins'
  return able.has(pilot) ? 'stopped' : 'could-not-shoot'
}

/** Pilots that may win: those with a usable test, or, when none has, those with any footage at all. */
const ableOf = (results: readonly PilotNumbers[]): ReadonlySet<string> => {
  const withFootage = results.filter(({ shot }) => shot > 0)
  const usable = withFootage.filter(
    ({ passed, scores }) => passed > 0 || scores.technical >= leastTechnical,
  )
  const able = usable.length > 0 ? usable : withFootage
  if (able.length === 0) {
    throw new StudioError({
      code: 'vendor-failed',
      message: `None of the ${results.length} pilots brought home a take of its test scenes, so there is nothing to judge. See the orders of the run for the vendors' reasons, then resume.`,
      retry: 'later',
    })
  }
  return new Set(able.map(({ pilot }) => pilot.id))
}
