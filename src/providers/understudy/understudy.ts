import type { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import type { CrewQuestion, LanguageModel } from '../../ports/language-model.ts'
import type { Started } from '../../ports/paid-model.ts'
import { writeContract } from './contract/write-contract.ts'
import {
  circleDoor,
  contractDoor,
  cutDoor,
  planDoor,
  reviewDoor,
  revisionDoor,
  scriptDoor,
  verdictDoor,
} from './door.ts'
import { cutFilm } from './judging/cut-film.ts'
import { circleTake, judgePilots } from './judging/judge.ts'
import { reviewTake } from './judging/review-take.ts'
import { reviseShot } from './story/revise-shot.ts'
import { writePlan } from './story/write-plan.ts'
import { writeScript } from './story/write-script.ts'

/** Characters of a prompt that count as one token: the rough rule for English text. */
const charactersPerToken = 4

/**
 * The offline crew member: answers every task of the crew by rules, from the question's `input` alone, at once and
 * always the same. A task it does not know and an input it cannot read are refused with the reason.
 */
export const understudy = (): LanguageModel => ({
  id: 'understudy/rules',
  pollMs: 1000,
  units: (question) => ({
    unit: 'token',
    quantity: Math.ceil(question.prompt.length / charactersPerToken) + question.maxTokens,
  }),
  start: async (question, _reference, signal) => {
    signal.throwIfAborted()
    return answer(question)
  },
  check: async () => ({ state: 'gone' }),
  /** Nothing is answered outside the asking process: an answer that was lost was never given. */
  find: async () => ({ jobs: [], complete: true }),
})

type Answer =
  | { readonly kind: 'reply'; readonly reply: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string }

type Skill = (input: Json) => Answer

const skill =
  <Question>(door: z.ZodType<Question>, work: (question: Question) => unknown): Skill =>
  (input) => {
    const question = door.safeParse(input)
    if (question.success) return { kind: 'reply', reply: work(question.data) }
    const [issue] = question.error.issues
    return { kind: 'unreadable', reason: `${issue?.path.join('.')}: ${issue?.message}` }
  }

const skills: ReadonlyMap<string, Skill> = new Map([
  ['write-contract', skill(contractDoor, writeContract)],
  ['write-plan', skill(planDoor, writePlan)],
  ['write-script', skill(scriptDoor, writeScript)],
  ['revise-shot', skill(revisionDoor, reviseShot)],
  ['review-take', skill(reviewDoor, reviewTake)],
  ['circle-take', skill(circleDoor, circleTake)],
  ['judge-pilots', skill(verdictDoor, judgePilots)],
  ['cut-candidates', skill(cutDoor, cutFilm)],
])

/** The tasks that the offline crew has rules for. */
export const understudyTasks: ReadonlySet<string> = new Set(skills.keys())

const answer = (question: CrewQuestion): Started => {
  const work = skills.get(question.task)
  if (!work) {
    return { kind: 'refused', reason: `the offline crew has no rules for "${question.task}"` }
  }
  const read = work(question.input)
  return read.kind === 'unreadable'
    ? {
        kind: 'refused',
        reason: `the input of "${question.task}" is not as agreed: ${read.reason}`,
      }
    : { kind: 'delivered', output: { kind: 'text', text: JSON.stringify(read.reply) } }
}
