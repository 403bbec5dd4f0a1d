import { isStudioError, StudioError } from '../domain/errors.ts'
import type { AskCrew, CrewTask } from '../ports/crew.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { OrderDesk, OrderOutcome } from './order.ts'

/** Longest wait for one answer of the crew. */
const patienceMs = 10 * 60_000

/**
 * The crew of a production: every question is a paid order under its subject, so it is asked and paid once. An answer that
 * does not parse is asked for once more; after that the error keeps the order key under which the reply can be read.
 */
export const orderedCrew =
  (desk: OrderDesk, model: LanguageModel, production: string, signal: () => AbortSignal): AskCrew =>
  async (subject, task) => {
    const first = await answer(desk, model, production, subject, 1, task, signal())
    try {
      return first.parse()
    } catch (error) {
      if (!isStudioError(error) || error.code !== 'reply-invalid') throw error
      const second = await answer(desk, model, production, subject, 2, task, signal())
      return second.parse()
    }
  }

const answer = async <Reply>(
  desk: OrderDesk,
  model: LanguageModel,
  production: string,
  subject: string,
  attempt: number,
  task: CrewTask<Reply>,
  signal: AbortSignal,
): Promise<{ readonly parse: () => Reply }> => {
  const { parse, ...question } = task
  const key = `${production}/crew/llm/${subject}/${attempt}`
  const { images, ...identity } = question
  const outcome = await desk.complete(
    {
      key,
      production,
      port: 'llm',
      model,
      request: question,
      identity: { ...identity, images: images.length },
      useBond: true,
    },
    patienceMs,
    signal,
  )
  const text = replyText(outcome, task.role, key)
  return { parse: () => parse(parseJson(text, key)) }
}

const replyText = (outcome: OrderOutcome, role: string, key: string): string => {
  if (outcome.kind === 'delivered') {
    const { output } = outcome.order
    const said = output as { readonly text?: string } | null
    if (typeof said?.text === 'string') return said.text
  }
  if (outcome.kind === 'not-wanted') {
    throw new StudioError({
      code: outcome.wanted === 'deleted' ? 'run-deleted' : 'run-paused',
      message: `The ${role} was not asked: the run is to ${outcome.wanted}.`,
      retry: 'later',
    })
  }
  if (outcome.kind === 'no-money') {
    throw new StudioError({
      code: 'cap-reached',
      message: `No money is left to ask the ${role} (order ${key}). Raise the budget or the cap and resume.`,
    })
  }
  const reason = 'reason' in outcome ? outcome.reason : outcome.kind
  throw new StudioError({
    code: outcome.kind === 'parked' ? 'order-parked' : 'vendor-failed',
    message: `The ${role} gave no answer (order ${key}): ${reason}.`,
    retry: 'later',
  })
}

const parseJson = (text: string, key: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new StudioError({
      code: 'reply-invalid',
      message: `The reply of order ${key} is not JSON. It is kept with the order.`,
      cause,
    })
  }
}
