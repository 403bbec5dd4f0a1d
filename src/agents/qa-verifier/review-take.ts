import type { ReviewQuestion } from '../../domain/crew-tasks.ts'
import type { Review } from '../../domain/review.ts'
import { overallScore } from '../../domain/review.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { crewTask } from '../crew-task.ts'
import type { TakeToReview } from './review-prompt.ts'
import { reviewPrompt, reviewReply } from './review-prompt.ts'

/** A take that shows less of its part of the contract than this does not pass, whatever it looks like. */
const leastIntent = 60

/**
 * The crew's judgement of one take. A take passes when its overall score reaches the threshold, its intent score is
 * at least 60, nothing forbidden is seen and no technical finding fails it.
 *
 * @throws StudioError `reply-invalid`
 */
export const reviewTake = async (ask: AskCrew, question: TakeToReview): Promise<Review> => {
  const { take, items, technical, threshold } = question
  const reply = await ask(
    `review/${take.pilot}/${take.slate}`,
    crewTask({
      role: 'qa-verifier',
      task: 'review-take',
      input: inputOf(question),
      prompt: reviewPrompt(question),
      images: question.stills,
      schema: reviewReply,
      maxTokens: 2000,
    }),
  )
  const judged = {
    visual: tenth(reply.visual),
    style: tenth(reply.style),
    technical: tenth(Math.min(100, Math.max(0, technical.score))),
    narrative: tenth(reply.narrative),
  }
  const scores = { ...judged, overall: overallScore(judged), intent: tenth(reply.intent) }
  const known = new Set(items.map(({ id }) => id))
  const isSound = technical.findings.every(({ severity }) => severity !== 'fail')
  return {
    schema: 'review@1',
    slate: take.slate,
    pilot: take.pilot,
    scores,
    passed:
      isSound &&
      reply.violated.length === 0 &&
      scores.overall >= threshold &&
      scores.intent >= leastIntent,
    findings: technical.findings,
    covered: [...new Set(reply.covered)].filter((id) => known.has(id)),
    missing: reply.missing,
    violated: reply.violated,
    notes: reply.notes,
    reviewer: reply.reviewer,
  }
}

const tenth = (score: number): number => Math.round(score * 10) / 10

/** Only what a judge needs, so that a question stays small. */
const inputOf = ({
  take,
  shot,
  scene,
  items,
  technical,
  threshold,
}: TakeToReview): ReviewQuestion => ({
  slate: take.slate,
  depicted: take.depicted,
  wanted: take.wanted,
  available: take.footage.kind === 'stored' ? take.footage.available.length : 0,
  picture: shot.picture,
  overlays: shot.overlays.map(({ text }) => text),
  narration: scene.narration.map(({ text }) => text),
  covers: scene.covers,
  items,
  technical,
  threshold,
})
