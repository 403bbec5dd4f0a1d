import { z } from 'zod'
import type { Started } from '../../ports/paid-model.ts'
import { billOf } from './bill.ts'
import type { AnthropicModel } from './models.ts'

/** Its text is what was paid for: what else an answer has may be of another shape, and is then left out. */
const messageReply = z.object({
  id: z.string().catch('without an id'),
  stop_reason: z.string().nullish().catch(null),
  stop_details: z
    .object({ category: z.string().nullish(), explanation: z.string().nullish() })
    .nullish()
    .catch(null),
  content: z.array(z.object({ type: z.string(), text: z.string().nullish().catch(null) })),
  usage: z.unknown().optional(),
})

/**
 * What a 200 means. A refusal is billed for what was read and written until then (platform.claude.com, Handle streaming
 * refusals, read 2026-11-30). An answer that was cut off at `max_tokens` is delivered as far as it goes, with
 * word of it: it is kept where it can be read, and asked for again with more room. Blocks are taken by their type, for thinking may stand first.
 *
 * @param asked who was asked what, for the reason
 */
export const readAnswer = (model: AnthropicModel, asked: string, message: unknown): Started => {
  const reply = messageReply.safeParse(message)
  if (!reply.success) {
    const [issue] = reply.error.issues
    return {
      kind: 'unknown',
      reason: `${asked} and answered 200 with something that is no message (${issue?.path.join('.') || 'body'}: ${issue?.message}); it may have been billed`,
    }
  }
  const { id, stop_reason, stop_details, content, usage } = reply.data
  const bill = billOf(model, usage) ?? 'as-quoted'
  if (stop_reason === 'refusal') {
    const why = [stop_details?.category, stop_details?.explanation].filter(Boolean).join(': ')
    return {
      kind: 'refused',
      reason: `${asked} and was refused by the vendor's safeguards (${why || 'no reason given'}; message ${id}). Word the concept otherwise, or ask another model.`,
      trouble: 'content-refused',
      bill,
    }
  }
  const text = content.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('')
  const isCutOff = stop_reason === 'max_tokens'
  return {
    kind: 'delivered',
    output: { kind: 'text', text, ...(isCutOff ? { isCutOff } : {}) },
    bill,
  }
}
