import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import { taskWords } from '../domain/usual-questions.ts'
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
 * order under which the reply can be read, and the next attempt of the run asks again. After each reply that was cut off
 * the question has twice the room, and is held at it; one that was cut off at all that the model writes is not asked again
 * unless a person resumes the run.
 */
export const orderedCrew =
  (
    parts: SubjectDesk,
    model: LanguageModel,
    production: string,
    signal: () => AbortSignal,
  ): AskCrew =>
  async (subject, task) => {
    const orders = await parts.ledger.orders(production)
    const given = deliveredOrders(orders, requestOf(model, production, subject, task))
    let cuts = 0
    for (const order of given) {
      const said = understand(order, task)
      if (said.kind === 'usable') return said.reply
      if (said.isCutOff) cuts += 1
    }
    const ask = async (): Promise<Understood<ReturnType<typeof task.parse>>> => {
      const question = withRoom(task, cuts)
      const order = await orderNext(
        parts,
        requestOf(model, production, subject, question),
        signal(),
      )
      const said = understand(order, task)
      if (said.kind === 'usable' || !said.isCutOff) return said
      cuts += 1
      return { ...said, ...cutOff(order, model, question, withRoom(task, cuts)) }
    }
    const first = await ask()
    if (first.kind === 'usable') return first.reply
    if (first.isLast) throw first.error
    const second = await ask()
    if (second.kind === 'usable') return second.reply
    throw second.error
  }

/** How often the room is doubled at most: 64 times the least room is more than any model writes. */
const mostDoublings = 6

/** The question with twice the room for every reply to it that was cut off. */
const withRoom = <Reply>(task: CrewTask<Reply>, cuts: number): CrewTask<Reply> => ({
  ...task,
  maxTokens: task.maxTokens * 2 ** Math.min(cuts, mostDoublings),
})

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
    what: crewAnswer(task),
    patienceMs,
  }
}

/** What a question asks for, in words. */
export const crewAnswer = ({ role, task }: Pick<CrewQuestion, 'role' | 'task'>): string =>
  `answer of the ${role} (to ${taskWords(task)})`

type Understood<Reply> =
  | { readonly kind: 'usable'; readonly reply: Reply }
  | {
      readonly kind: 'unusable'
      readonly error: StudioError
      /** Whether it stops where its room ended. */
      readonly isCutOff: boolean
      /** Whether the same question would only be cut off again. */
      readonly isLast: boolean
    }

/** A reply that was cut off and is whole all the same is taken. */
const understand = <Reply>(order: Order, { parse }: CrewTask<Reply>): Understood<Reply> => {
  try {
    return { kind: 'usable', reply: parse(replyOf(order)) }
  } catch (error) {
    if (!isStudioError(error) || error.code !== 'reply-invalid') throw error
    return { kind: 'unusable', error, isCutOff: saidIn(order).isCutOff === true, isLast: false }
  }
}

/** What to say of a reply that was cut off, and whether the model has more room for it. */
const cutOff = (
  { key }: Order,
  model: LanguageModel,
  question: CrewQuestion,
  wider: CrewQuestion,
): { readonly error: StudioError; readonly isLast: boolean } => {
  const [room, next] = [question, wider].map((asked) => roomOf(model, asked))
  const isLast = room === next
  const remedy = isLast
    ? `${model.id} writes no longer answers: make the film shorter or with fewer scenes, or take another crew model (\`npx --no-install claude-studio config set crewModel VENDOR/MODEL\`) and resume the run.`
    : `Resume the run to ask again with room for ${next} tokens.`
  const error = new StudioError({
    code: 'reply-invalid',
    message: `The ${question.role} was asked to ${taskWords(question.task)}, and the reply was cut off at the ${room} tokens it had room for (order ${key}). It is paid, and kept with the order. ${remedy}`,
    retry: 'later',
  })
  return { error, isLast }
}

/** Tokens that an answer may have: what is asked for, as far as the model writes. */
const roomOf = (model: LanguageModel, question: CrewQuestion): number =>
  model.units(question).tokens?.output ?? question.maxTokens

const saidIn = ({ output }: Order): { readonly text?: string; readonly isCutOff?: boolean } =>
  (output as { readonly text?: string; readonly isCutOff?: boolean } | null) ?? {}

const replyOf = (order: Order): unknown => {
  try {
    return JSON.parse(saidIn(order).text ?? '')
  } catch (cause) {
    throw new StudioError({
      code: 'reply-invalid',
      message: `The reply of order ${order.key} is not JSON. It is kept with the order: \`npx --no-install claude-studio orders show ${order.key}\`. Resume the run to ask again.`,
      retry: 'later',
      cause,
    })
  }
}
