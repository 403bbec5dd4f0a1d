import { z } from 'zod'
import type { VerdictReply } from '../../domain/crew-tasks.ts'
import type { ContractItem } from '../../domain/intent-contract.ts'
import type { Usd } from '../../domain/money.ts'
import { formatUsd } from '../../domain/money.ts'
import type { Pilot, Plan } from '../../domain/plan.ts'
import type { Scores } from '../../domain/review.ts'

/** How one pilot's test went. */
export interface PilotNumbers {
  readonly pilot: Pilot
  /** Mean over its test scenes. */
  readonly scores: Scores
  readonly spent: Usd
  /** Takes that passed review, and takes shot. */
  readonly passed: number
  readonly shot: number
}

/** What the critic reads to decide between pilots. */
export interface PilotsToJudge {
  readonly plan: Plan
  readonly results: readonly PilotNumbers[]
  readonly items: readonly ContractItem[]
}

const words = z.string().trim().min(1).max(300)

/** The verdict as a reply. */
export const verdictReply: z.ZodType<VerdictReply> = z.strictObject({
  winner: z.string(),
  reasons: z
    .array(z.strictObject({ pilot: z.string(), reason: words }))
    .min(1)
    .max(4),
  observations: z
    .array(
      z.strictObject({
        pilot: z.string(),
        subject: words,
        text: words,
        evidence: words,
      }),
    )
    .max(16),
  adjustments: z.array(words).max(6),
})

/** The critic's instruction for the verdict. */
export const verdictPrompt = ({ plan, results, items }: PilotsToJudge): string =>
  `You are the critic of a film studio. ${results.length} pilots shot the same test scene(s) ${plan.testScenes.join(' and ')}. Decide which of them makes the film with the money that is left.

Fidelity to the intent contract counts most, then the overall score; between pilots within two points of each other the cheaper film wins. Give a reason for each pilot, observations that rest on the numbers (name the number as evidence), and adjustments: words for the prompts of the remaining scenes, only where a score calls for them.

${results
  .map(
    ({ pilot, scores, spent, passed, shot }) =>
      `- ${pilot.id} "${pilot.name}" (${pilot.model}, ${pilot.pace}): intent ${scores.intent}, overall ${scores.overall}, visual ${scores.visual}, style ${scores.style}, technical ${scores.technical}, narrative ${scores.narrative}; ${passed} of ${shot} takes passed; spent ${formatUsd(spent)}, film as written ${formatUsd(pilot.filmQuote)}`,
  )
  .join('\n')}

Intent contract:
${items.map(({ id, kind, claim }) => `- ${id} ${kind}: ${claim.replace(/\s+/g, ' ')}`).join('\n')}`
