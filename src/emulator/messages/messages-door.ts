import type { Json } from '../../domain/json.ts'
import { pictureSize } from '../../kit/picture-size.ts'
import type { WireReply, WireRequest } from '../wire.ts'
import { errorReply, type Rejection, rejected } from './door-error.ts'
import { type EmulatedModel, emulatedModels } from './emulated-models.ts'
import { formatProblem } from './format-check.ts'
import { messageReply, type Said } from './message-reply.ts'
import { type AskedFacts, factsOf, inputTokens, picturesIn } from './message-text.ts'
import { modelInfo, modelPage } from './model-pages.ts'
import {
  type CountRequest,
  type MessageRequest,
  readCountRequest,
  readMessageRequest,
} from './request-shape.ts'
import { sampleOf } from './schema-sample.ts'

/** What can go wrong with an answer that was paid for or turned away. */
export type Misbehavior = 'refuse' | 'truncate' | 'overload' | 'unparseable'

/** What the door works with. */
export interface MessagesDoorOptions {
  /** Answers a question of the studio's with JSON text; null leaves it to the plainest reply that its schema allows. */
  readonly answer: (question: AskedFacts) => Promise<string | null>
  /** Whether a request is to go wrong, and how; null for an answer as it should be. Default: never. */
  readonly misbehave?: (request: WireRequest) => Misbehavior | null
}

/**
 * Anthropic's Messages API as the studio uses it: `POST /v1/messages`, `POST /v1/messages/count_tokens`, `GET /v1/models` and
 * `GET /v1/models/{id}`. Requests are checked against the SDK's types and the models' own rules; a question of the studio's is
 * answered from its facts, anything else by the plainest reply that its schema allows. What is billed stands in the reply's `usage`.
 */
export const messagesDoor = (
  options: MessagesDoorOptions,
): ((request: WireRequest) => Promise<WireReply>) => {
  let served = 0
  return async (request) => {
    served += 1
    const number = String(served).padStart(6, '0')
    const requestId = `req_emulated_${number}`
    const outcome = await serve(options, request, `msg_emulated_${number}`)
    return outcome.kind === 'rejected'
      ? errorReply(outcome, requestId)
      : { status: 200, headers: { 'request-id': requestId }, body: outcome.body }
  }
}

type Outcome =
  | { readonly kind: 'served'; readonly body: Json }
  | ({ readonly kind: 'rejected' } & Rejection)

const serve = async (
  options: MessagesDoorOptions,
  request: WireRequest,
  messageId: string,
): Promise<Outcome> => {
  const refusal = gateProblem(request)
  if (refusal) return refusal
  switch (`${request.method} ${request.path}`) {
    case 'POST /v1/messages':
      return serveMessage(options, request, messageId)
    case 'POST /v1/messages/count_tokens':
      return serveCount(request)
    case 'GET /v1/models':
      return { kind: 'served', body: modelPage(request.query) }
    default:
      return serveModel(request)
  }
}

/** The 1.x SDKs send a key as Bearer, older ones as `x-api-key` (facts sheet, 2026-11-23). */
const gateProblem = ({ headers }: WireRequest): Outcome | null => {
  if (!headers['x-api-key'] && !/^Bearer \S/.test(headers['authorization'] ?? '')) {
    return rejected('authentication_error', 'x-api-key or authorization header is required')
  }
  return headers['anthropic-version']
    ? null
    : rejected('invalid_request_error', 'anthropic-version: header is required')
}

const serveModel = ({ method, path }: WireRequest): Outcome => {
  const model = emulatedModels.find(({ id }) => path === `/v1/models/${id}`)
  return method === 'GET' && model
    ? { kind: 'served', body: modelInfo(model) }
    : rejected('not_found_error', `${method} ${path}: Not found`)
}

const serveCount = ({ body }: WireRequest): Outcome => {
  const read = readCountRequest(body)
  if (read.kind === 'rejected') return read
  const found = modelFor(read.request)
  if (found.kind === 'rejected') return found
  return (
    requestProblem(found.model, read.request) ?? {
      kind: 'served',
      body: { input_tokens: inputTokens(read.request) },
    }
  )
}

const serveMessage = async (
  options: MessagesDoorOptions,
  wire: WireRequest,
  messageId: string,
): Promise<Outcome> => {
  const read = readMessageRequest(wire.body)
  if (read.kind === 'rejected') return read
  const { request } = read
  const found = modelFor(request)
  if (found.kind === 'rejected') return found
  const problem = requestProblem(found.model, request) ?? lengthProblem(found.model, request)
  if (problem) return problem
  const how = options.misbehave?.(wire) ?? null
  if (how === 'overload') return rejected('overloaded_error', 'Overloaded')
  const said = await saidTo(options, request, how)
  return { kind: 'served', body: messageReply(found.model, request, said, messageId) }
}

const saidTo = async (
  { answer }: MessagesDoorOptions,
  request: MessageRequest,
  how: Misbehavior | null,
): Promise<Said> => {
  if (how === 'refuse') return { kind: 'refusal' }
  if (how === 'unparseable') return { kind: 'text', text: 'Gladly! Here is what you asked for:' }
  const facts = factsOf(request)
  const schema = request.output_config?.format?.schema
  const plain = schema ? JSON.stringify(sampleOf(schema)) : 'The emulator answers in plain words.'
  const text = (facts ? await answer(facts) : null) ?? plain
  return { kind: how === 'truncate' ? 'truncated' : 'text', text }
}

const modelFor = ({
  model,
}: CountRequest):
  | { readonly kind: 'model'; readonly model: EmulatedModel }
  | ({ readonly kind: 'rejected' } & Rejection) => {
  const found = emulatedModels.find(({ id }) => id === model)
  return found ? { kind: 'model', model: found } : rejected('not_found_error', `model: ${model}`)
}

/** What the model does not take of a request that is well formed. */
const requestProblem = (
  model: EmulatedModel,
  request: CountRequest,
): ({ readonly kind: 'rejected' } & Rejection) | null => {
  const { thinking, output_config: output } = request
  if (thinking && !model.thinkingWords.includes(thinking.type)) {
    return rejected(
      'invalid_request_error',
      `"thinking.type.${thinking.type}" is not supported for this model.`,
    )
  }
  if (output?.effort && !model.hasEffort) {
    return rejected('invalid_request_error', 'This model does not support the effort parameter.')
  }
  const isThoughtless = thinking?.type === 'disabled' || thinking?.type === 'between_tools'
  if (isThoughtless && (output?.effort === 'xhigh' || output?.effort === 'max')) {
    return rejected(
      'invalid_request_error',
      `thinking.type.${thinking.type} is not supported at effort ${output.effort}.`,
    )
  }
  const problem = output?.format
    ? formatProblem(output.format.schema, 'output_config.format.schema')
    : null
  return problem ? rejected('invalid_request_error', problem) : pictureProblem(request)
}

/** Longest side of a picture; among more than 20 a smaller one. platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30 */
const longestSide = (pictures: number): number => (pictures > 20 ? 2_000 : 8_000)

const pictureProblem = ({
  messages,
}: CountRequest): ({ readonly kind: 'rejected' } & Rejection) | null => {
  const pictures = messages.flatMap(({ content }) => picturesIn(content))
  const longest = longestSide(pictures.length)
  for (const data of pictures) {
    const size = pictureSize(Buffer.from(data, 'base64'))
    if (!size) return rejected('invalid_request_error', 'Could not process image')
    if (Math.max(size.width, size.height) > longest) {
      return rejected(
        'invalid_request_error',
        `image dimensions exceed max allowed size: ${longest} pixels`,
        { error_code: 'image_dimensions_too_large', max_side_length_pixels: longest, paths: [] },
      )
    }
  }
  return null
}

const lengthProblem = (
  model: EmulatedModel,
  request: MessageRequest,
): ({ readonly kind: 'rejected' } & Rejection) | null => {
  if (request.max_tokens > model.maxOutputTokens) {
    return rejected(
      'invalid_request_error',
      `max_tokens: ${request.max_tokens} > ${model.maxOutputTokens}, which is the maximum allowed number of output tokens for ${model.id}`,
    )
  }
  const tokens = inputTokens(request)
  return tokens > model.maxInputTokens
    ? rejected(
        'invalid_request_error',
        `prompt is too long: ${tokens} tokens > ${model.maxInputTokens} maximum`,
      )
    : null
}
