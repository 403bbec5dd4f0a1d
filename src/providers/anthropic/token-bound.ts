import type { TokenCounts, Units } from '../../domain/order.ts'
import type { CrewQuestion } from '../../ports/language-model.ts'
import type { AnthropicModel } from './models.ts'
import { factsText, replyFormat, systemText } from './question-text.ts'

/** Edge of a patch of a picture that costs one token. platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30 */
const patchEdge = 28

/**
 * Tokens around what we send: 77 were measured around one picture (huggingface.co/datasets/JOHNISKING/image-token-cost, read
 * 2026-11-30); the words with which the vendor explains a reply format are not published, so there is room for many.
 */
const frameTokens = 1_000

/** Most tokens that an answer may have, thinking included: what is sent as `max_tokens`. */
export const answerTokens = (model: AnthropicModel, { maxTokens }: CrewQuestion): number => {
  const room = model.thinking.kind === 'always' ? model.thinking.roomTokens : 0
  return Math.min(maxTokens + room, model.maxOutputTokens)
}

/**
 * What a question can be billed at most. The vendor does not publish its tokenizer, and the count differs by model, so each
 * byte of UTF-8 counts as one token: a tokenizer that works on bytes never makes more, whatever the language; English has about
 * a quarter of it. A picture counts as if it filled the model's largest square. Nothing is sent with cache marks, so all of
 * it is plain input.
 */
export const mostUnits = (model: AnthropicModel, question: CrewQuestion): Units => {
  const input =
    frameTokens +
    [systemText(question), question.prompt, factsText(question), schemaText(question)]
      .map((text) => Buffer.byteLength(text, 'utf8'))
      .reduce((sum, bytes) => sum + bytes, 0) +
    question.images.length * Math.ceil(model.imageEdge / patchEdge) ** 2
  return unitsOf({
    input,
    output: answerTokens(model, question),
    cacheWrite: 0,
    cacheWriteHour: 0,
    cacheRead: 0,
  })
}

/** Token counts as units of an order. */
export const unitsOf = (tokens: TokenCounts): Units => ({
  unit: 'token',
  quantity: Object.values(tokens).reduce((sum: number, count: number) => sum + count, 0),
  tokens,
})

/** A schema that the vendor cannot take is never sent; it has a length all the same. */
const schemaText = ({ replySchema }: CrewQuestion): string => {
  const raw = JSON.stringify(replySchema)
  try {
    const sent = JSON.stringify(replyFormat(replySchema))
    return sent.length > raw.length ? sent : raw
  } catch {
    return raw
  }
}
