import { APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk'
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages'
import { submission } from '../../kit/submission.ts'
import { withoutKey } from '../../kit/without-key.ts'
import type { LanguageModel } from '../../ports/language-model.ts'
import type { Started } from '../../ports/paid-model.ts'
import { type AnthropicAccess, anthropicClient } from './anthropic-client.ts'
import { anthropicModel } from './models.ts'
import { questionMessage } from './question-message.ts'
import { readAnswer } from './read-answer.ts'
import { type Failure, readFailure } from './read-failure.ts'
import { mostUnits } from './token-bound.ts'

/** How a model of Anthropic's is asked. */
export interface AnthropicLanguageModelOptions extends AnthropicAccess {
  /** As in `anthropicModels`: `claude-sonnet-5-5`. */
  readonly model: string
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** Longest wait for the whole answer, in milliseconds. Default 10 minutes. */
  readonly timeoutMs?: number
}

/** Stills are read and packed first; a request that has not left after this long does not leave any more. */
const leaveWithinMs = 60_000

/**
 * A crew member that is one of Anthropic's models. One question is one request, whatever comes of it; the answer is there at
 * once or lost for good, for the vendor keeps no list of messages.
 *
 * @throws TypeError for a model that is not known here
 */
export const anthropicLanguageModel = (options: AnthropicLanguageModelOptions): LanguageModel => {
  const model = anthropicModel(options.model)
  const id = `anthropic/${model.model}`
  return {
    id,
    pollMs: 1000,
    units: (question) => mostUnits(model, question),
    start: async (question, _reference, signal) => {
      signal.throwIfAborted()
      const asked = `${id} was asked to ${question.task.replaceAll('-', ' ')}`
      const ready = await questionMessage(model, question)
      signal.throwIfAborted()
      if (ready.kind === 'unfit') {
        const { reason, trouble } = ready
        return {
          kind: 'not-accepted',
          retry: 'never',
          reason: `${asked}, but nothing was sent: ${reason}`,
          trouble,
        }
      }
      const answer = await send(options, ready.body, signal)
      const started =
        answer.kind === 'message'
          ? readAnswer(model, asked, answer.message)
          : readFailure({ ...answer, asked })
      return keyless(started, options.apiKey)
    },
    check: async () => ({ state: 'gone' }),
  }
}

type Answer =
  | { readonly kind: 'message'; readonly message: unknown }
  | ({ readonly kind: 'failure' } & Omit<Failure, 'asked'>)

const send = async (
  options: AnthropicLanguageModelOptions,
  body: MessageCreateParamsNonStreaming,
  signal: AbortSignal,
): Promise<Answer> => {
  const timeoutMs = options.timeoutMs ?? 600_000
  const sent = submission({ fetch: options.fetch, now: options.now, leaveWithinMs })
  const client = anthropicClient({ ...options, fetch: sent.fetch }, timeoutMs)
  // The SDK's own timeout ends with the answer's head; a body that never ends needs one too.
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const message = await client.messages.create(body, {
      signal: AbortSignal.any([signal, deadline]),
    })
    return { kind: 'message', message }
  } catch (error) {
    signal.throwIfAborted()
    const isAnswer = error instanceof APIError && error.status !== undefined
    return {
      kind: 'failure',
      error: deadline.aborted && !isAnswer ? new APIConnectionTimeoutError() : error,
      departure: sent.departure(),
    }
  }
}

/** The vendor's words are passed on to people; should they ever repeat the key, it stays here. */
const keyless = (started: Started, apiKey: string): Started =>
  'reason' in started ? { ...started, reason: withoutKey(started.reason, apiKey) } : started
