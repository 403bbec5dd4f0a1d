import type { ContractBrief, ContractReply } from '../../domain/crew-tasks.ts'
import type { ContractItem } from '../../domain/intent-contract.ts'
import type { AskCrew, CrewTask } from '../../ports/crew.ts'
import { crewTask } from '../crew-task.ts'
import { contractPrompt, contractReply } from './contract-prompt.ts'

const durationImportance = 3

/**
 * The client's concept as 8–20 atomic items, with ids in order and weights that sum to 1.
 *
 * @throws StudioError `reply-invalid`
 */
export const writeContract = async (
  ask: AskCrew,
  brief: ContractBrief,
): Promise<readonly ContractItem[]> => {
  const reply = await ask('contract', contractTask(brief))
  const wishes = [
    ...reply.items,
    {
      kind: 'duration' as const,
      claim: `the film lasts ${brief.seconds} seconds`,
      words: [],
      importance: durationImportance,
    },
  ]
  const weights = weightsOf(wishes.map(({ importance }) => importance))
  return wishes.map(({ kind, claim, words }, index) => ({
    id: `i${index + 1}`,
    kind,
    claim,
    words: [...new Set(words)],
    weight: weights[index] ?? 0,
  }))
}

/** What the producer is asked for a contract: the first question of a film. */
export const contractTask = (brief: ContractBrief): CrewTask<ContractReply> =>
  crewTask({
    role: 'producer',
    task: 'write-contract',
    input: brief,
    prompt: contractPrompt(brief),
    images: [],
    schema: contractReply,
    maxTokens: 4000,
  })

/** Weights in ten-thousandths, so that their sum is exactly one. */
const weightsOf = (importance: readonly number[]): readonly number[] => {
  const total = importance.reduce((sum, value) => sum + value, 0)
  const parts = importance.map((value) => Math.floor((value / total) * 10_000))
  let left = 10_000 - parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => {
    const extra = left > 0 ? 1 : 0
    left -= extra
    return (part + extra) / 10_000
  })
}
