import { z } from 'zod'
import type { CircleReply } from '../../domain/crew-tasks.ts'
import type { Review } from '../../domain/review.ts'
import type { Shot } from '../../domain/script.ts'
import type { Take } from '../../domain/take.ts'
import { dataBlock } from '../crew-task.ts'

/** The takes of one shot, to choose from. */
export interface TakesToCircle {
  readonly shot: Shot
  readonly takes: readonly Take[]
  readonly reviews: readonly Review[]
}

/** The choice as a reply. */
export const circleReply: z.ZodType<CircleReply> = z.strictObject({
  slate: z.string(),
  reasons: z.array(z.string().trim().min(1).max(240)).min(1).max(6),
})

/** The critic's instruction for choosing a take. */
export const circlePrompt = ({ shot, takes, reviews }: TakesToCircle): string =>
  `You are the critic of a film studio. Choose the take of shot ${shot.id} that goes into the edit, and say why in plain sentences. Fidelity to the intent contract counts most, then the overall score. A take that did not pass is chosen only when none did.

${dataBlock('shot', shot.prompt)}
Takes:
${takes
  .map((take) => {
    const review = reviews.find(({ slate }) => slate === take.slate)
    if (!review) return `- ${take.slate}: not reviewed`
    const { scores, passed, missing, notes } = review
    return `- ${take.slate}: ${passed ? 'passed' : 'not passed'}, intent ${scores.intent}, overall ${scores.overall}; missing: ${missing.join(', ') || 'nothing'}; ${notes.join(' ')}`
  })
  .join('\n')}`
