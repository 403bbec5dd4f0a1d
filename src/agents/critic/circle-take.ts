import { StudioError } from '../../domain/errors.ts'
import type { SlateId } from '../../domain/slate.ts'
import { canonicalJson, sha256 } from '../../kit/hash.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import type { TakesToCircle } from './circle-prompt.ts'
import { circlePrompt, circleReply } from './circle-prompt.ts'

const asked = { role: 'critic', task: 'circle-take' } as const

/**
 * Choose one take of a shot for the edit.
 *
 * @throws StudioError `footage-missing` when no take has footage; `reply-invalid`
 */
export const circleTake = async (
  ask: AskCrew,
  question: TakesToCircle,
): Promise<{ readonly slate: SlateId; readonly reasons: readonly string[] }> => {
  const { shot, reviews } = question
  const takes = question.takes.filter(({ footage }) => footage.kind === 'stored')
  if (takes.length === 0) {
    throw new StudioError({
      code: 'footage-missing',
      message: `No take of shot ${shot.id} has footage, so none can be circled. Order a retake.`,
    })
  }
  const task = crewTask({
    ...asked,
    input: {
      shot: shot.id,
      takes: takes.map(({ slate }) => {
        const review = reviews.find((candidate) => candidate.slate === slate)
        if (!review) return { slate, review: null }
        const { scores, passed, missing, violated } = review
        return { slate, review: { scores, passed, missing, violated } }
      }),
    },
    prompt: circlePrompt({ shot, takes, reviews }),
    images: [],
    schema: circleReply,
    maxTokens: 1000,
  })
  const pilot = takes[0]?.pilot ?? 'film'
  const version = sha256(canonicalJson(task.input)).slice(0, 8)
  return ask(
    `circle/${pilot}/${shot.id}/${version}`,
    madeInto(task, (reply) => {
      const circled = takes.find(({ slate }) => slate === reply.slate)
      if (!circled) throw invalidReply(asked, `"${reply.slate}" is not a take of shot ${shot.id}`)
      return { slate: circled.slate, reasons: reply.reasons }
    }),
  )
}
