import { z } from 'zod'
import { StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import { taskWords } from '../domain/usual-questions.ts'
import type { CrewTask } from '../ports/crew.ts'
import type { CrewRole } from '../ports/language-model.ts'

/** What an agent says to make a task. */
export interface CrewTaskParts<Reply> {
  readonly role: CrewRole
  readonly task: string
  /** The facts as structure; must survive JSON. */
  readonly input: unknown
  readonly prompt: string
  readonly images: readonly string[]
  readonly schema: z.ZodType<Reply>
  readonly maxTokens: number
}

/** A task for the crew whose reply is checked against one schema. A reply may be JSON text or what it parses to. */
export const crewTask = <Reply>(parts: CrewTaskParts<Reply>): CrewTask<Reply> => ({
  role: parts.role,
  task: parts.task,
  input: JSON.parse(JSON.stringify(parts.input)) as Json,
  prompt: parts.prompt,
  images: parts.images,
  replySchema: z.toJSONSchema(parts.schema) as Json,
  maxTokens: parts.maxTokens,
  parse: (reply) => {
    const result = parts.schema.safeParse(fromText(reply, parts))
    if (result.success) return result.data
    const [issue] = result.error.issues
    throw invalidReply(parts, `${issue?.path.join('.') || 'reply'}: ${issue?.message ?? 'invalid'}`)
  },
})

/**
 * The same question, answered only by a reply that something can be made of.
 *
 * @param make what the reply is made into; throws `reply-invalid` for one it cannot use, which is then asked for again
 */
export const madeInto = <Reply, Made>(
  task: CrewTask<Reply>,
  make: (reply: Reply) => Made,
): CrewTask<Made> => ({ ...task, parse: (reply) => make(task.parse(reply)) })

/** The error for a reply that cannot be used: who was asked what, and what is wrong with the answer. */
export const invalidReply = (
  asked: { readonly role: CrewRole; readonly task: string },
  problem: string,
  cause?: unknown,
): StudioError =>
  new StudioError({
    code: 'reply-invalid',
    message: `The ${asked.role} was asked to ${taskWords(asked.task)} and gave a reply that cannot be used (${problem}). The answer is paid for, and nothing else was bought; resume the run to ask again.`,
    retry: 'later',
    ...(cause === undefined ? {} : { cause }),
  })

/** Text from outside as a block of a prompt that it cannot close itself: data, never instructions. */
export const dataBlock = (name: string, text: string): string =>
  `<${name}>\n${text.replace(/<(\/?)(\w)/g, '‹$1$2')}\n</${name}>`

const fromText = (
  reply: unknown,
  asked: { readonly role: CrewRole; readonly task: string },
): unknown => {
  if (typeof reply !== 'string') return reply
  try {
    return JSON.parse(reply)
  } catch (cause) {
    throw invalidReply(asked, 'it is not JSON', cause)
  }
}
