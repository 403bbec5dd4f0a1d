import type {
  ContentBlockParam,
  MessageCreateParamsNonStreaming,
  ThinkingConfigParam,
} from '@anthropic-ai/sdk/resources/messages/messages'
import type { CrewQuestion } from '../../ports/language-model.ts'
import type { AnthropicModel, ThinkingRule } from './models.ts'
import { factsText, type ReplyFormat, replyFormat, systemText } from './question-text.ts'
import { type ReadyStill, stillBlock, type Unfit } from './still-block.ts'
import { answerTokens } from './token-bound.ts'

/** Most bytes of a request. platform.claude.com/docs/en/api/errors, request size limits, read 2026-11-30 */
const mostRequestBytes = 32_000_000

/** A question as the Messages API takes it, or why it cannot be sent. Pictures stand first: the vision page advises it. */
export const questionMessage = async (
  model: AnthropicModel,
  question: CrewQuestion,
): Promise<
  { readonly kind: 'message'; readonly body: MessageCreateParamsNonStreaming } | Unfit
> => {
  const format = formatOf(question)
  if (format.kind === 'unfit') return format
  const stills = await stillBlocks(model, question.images)
  if ('kind' in stills) return stills
  const content: ContentBlockParam[] = [
    ...stills.map(({ block }) => block),
    { type: 'text', text: question.prompt },
    { type: 'text', text: factsText(question) },
  ]
  const body: MessageCreateParamsNonStreaming = {
    model: model.model,
    max_tokens: answerTokens(model, question),
    system: systemText(question),
    messages: [{ role: 'user', content }],
    output_config: {
      ...(model.effort === null ? {} : { effort: model.effort }),
      format: format.format,
    },
    ...thinkingOf(model.thinking),
  }
  return Buffer.byteLength(JSON.stringify(body)) > mostRequestBytes
    ? {
        kind: 'unfit',
        trouble: stills.length > 0 ? 'image-too-large' : 'prompt-too-long',
        reason: `the question is larger than a request may be (${mostRequestBytes} bytes)`,
      }
    : { kind: 'message', body }
}

const thinkingOf = (rule: ThinkingRule): { readonly thinking?: ThinkingConfigParam } => {
  if (rule.kind === 'always') return { thinking: { type: 'adaptive' } }
  return rule.kind === 'off-by' ? { thinking: { type: rule.word } } : {}
}

const formatOf = ({
  replySchema,
}: CrewQuestion): { readonly kind: 'format'; readonly format: ReplyFormat } | Unfit => {
  try {
    return { kind: 'format', format: replyFormat(replySchema) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      kind: 'unfit',
      trouble: 'request-refused',
      reason: `the reply's schema is not one that can be asked for (${reason})`,
    }
  }
}

const stillBlocks = async (
  model: AnthropicModel,
  paths: readonly string[],
): Promise<readonly ReadyStill[] | Unfit> => {
  if (paths.length > model.mostImages) {
    const reason = `${paths.length} pictures are more than the ${model.mostImages} that it looks at`
    return { kind: 'unfit', trouble: 'request-refused', reason }
  }
  const stills: ReadyStill[] = []
  // One by one: a failing one ends it, and no more than needed is in memory.
  for (const path of paths) {
    const still = await stillBlock(path, paths.length)
    if (still.kind === 'unfit') return still
    stills.push(still)
  }
  return stills
}
