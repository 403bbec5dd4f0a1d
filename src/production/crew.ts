import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import type { AskCrew, CrewTask } from '../ports/crew.ts'
import type { CrewQuestion, LanguageModel } from '../ports/language-model.ts'
import {
  deliveredOrders,
  orderNext,
  type SubjectDesk,
  type SubjectRequest,
} from './subject-order.ts'

/** Longest wait for one answer of the crew. */
const patienceMs = 10 * 60_000

/**
 * The crew of a production: every question is a paid order under its subject, so it is asked and paid once. A reply that
 * was given is taken as it is, also when a later version of the studio words the question otherwise. When no reply
 * can be used, the crew is asked, and once more if that reply cannot be used either; after that the error names the
 * order under which the reply can be read, and the next attempt of the run asks again.
 */
export const orderedCrew =
  (
    parts: SubjectDesk,
    model: LanguageModel,
    production: string,
    signal: () => AbortSignal,
  ): AskCrew =>
  async (subject, task) => {
    const request = requestOf(model, production, subject, task)
    const orders = await parts.ledger.orders(production)
    for (const order of deliveredOrders(orders, request)) {
      const given = understand(order, task)
      if (given.kind === 'usable') return given.reply
    }
    const first = understand(await orderNext(parts, request, signal()), task)
    if (first.kind === 'usable') return first.reply
    const second = understand(await orderNext(parts, request, signal()), task)
    if (second.kind === 'usable') return second.reply
    throw second.error
  }

const requestOf = <Reply>(
  model: LanguageModel,
  production: string,
  subject: string,
  task: CrewTask<Reply>,
): SubjectRequest<CrewQuestion> => {
  const { parse, ...question } = task
  const { images, ...identity } = question
  return {
    subject: `${production}/crew/llm/${subject}`,
    production,
    port: 'llm',
    model,
    request: question,
    identity: { ...identity, images: images.length },
    useBond: true,
    what: `answer of the ${task.role} to ${task.task.replaceAll('-', ' ')}`,
    patienceMs,
  }
}

type Understood<Reply> =
  | { readonly kind: 'usable'; readonly reply: Reply }
  | { readonly kind: 'unusable'; readonly error: StudioError }

const understand = <Reply>(order: Order, { parse }: CrewTask<Reply>): Understood<Reply> => {
  try {
    return { kind: 'usable', reply: parse(replyOf(order)) }
  } catch (error) {
    if (isStudioError(error) && error.code === 'reply-invalid') return { kind: 'unusable', error }
    throw error
  }
}

const replyOf = ({ key, output }: Order): unknown => {
  const said = output as { readonly text?: string } | null
  try {
    return JSON.parse(said?.text ?? '')
  } catch (cause) {
    throw new StudioError({
      code: 'reply-invalid',
      message: `The reply of order ${key} is not JSON. It is kept with the order. Resume the run to ask again.`,
      retry: 'later',
      cause,
    })
  }
}
