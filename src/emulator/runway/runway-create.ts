import type { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import type { Desk, NewOrder } from '../desk.ts'
import { type Call, json } from '../door.ts'
import {
  type PictureTrouble,
  pictureFromDataUri,
  pictureFromUrl,
  type SentPicture,
} from '../pictures.ts'
import type { Uploads } from '../uploads.ts'
import type { WireReply } from '../wire.ts'
import { microUsdPerCredit, runwayCredits } from './runway-prices.ts'
import { refuseRunway, runwayError, runwayIssue, runwayIssues } from './runway-replies.ts'
import { type RunwayRequest, unplayedModels } from './runway-request.ts'

/** What a task is made with. */
export interface RunwayParts {
  readonly desk: Desk
  readonly uploads: Uploads
}

/** The answer to a request for a task. */
export const createRunwayTask = async (
  parts: RunwayParts,
  schema: z.ZodType<RunwayRequest>,
  call: Call,
): Promise<WireReply> => {
  const unplayed = unplayedModel(call.request.body)
  if (unplayed !== null) return runwayIssue('model', `The emulator does not play ${unplayed}.`)
  const read = schema.safeParse(call.request.body)
  if (!read.success) return runwayIssues(read.error)
  const frames = await framesOf(parts, read.data)
  if (frames.kind === 'unusable') return runwayIssue('promptImage', frames.message)

  const accepted = await parts.desk.accept(orderOf(read.data, frames, call.request.body), call)
  switch (accepted.kind) {
    case 'no-credit':
      return refuseRunway({ kind: 'no-credit' })
    case 'day-limit':
      return runwayError(429, 'Your daily task limit has been reached.')
    case 'all-busy':
    case 'too-often':
      return refuseRunway({ kind: 'rate-limited' })
    case 'accepted': {
      const { id, charge } = accepted.job
      return json(200, { id, estimatedCost: { credits: charge.credits ?? 0 } })
    }
  }
}

interface Frames {
  readonly kind: 'frames'
  readonly first: string | null
  readonly last: string | null
}

const orderOf = (request: RunwayRequest, { first, last }: Frames, body: Json): NewOrder => {
  const prompt = request.promptText ?? ''
  const [width = 0, height = 0] = request.ratio.split(':').map(Number)
  const credits = runwayCredits(request.model, request.duration, request.audio ?? false)
  return {
    model: request.model,
    prompt,
    request: body,
    clip: {
      prompt,
      seconds: request.duration,
      width,
      height,
      seed: request.seed ?? null,
      firstFrame: first,
      lastFrame: last,
      continues: null,
      leadsTo: null,
    },
    microUsd: credits * microUsdPerCredit,
    credits,
    moderated: {
      kind: 'fails',
      code: 'SAFETY.INPUT.TEXT',
      reason: 'Your content did not pass the content moderation policy.',
      isRefunded: false, // docs.dev.runwayml.com/api-details/moderation "same credit cost", read 2026-11-30
    },
    failed: {
      kind: 'fails',
      code: 'INTERNAL.BAD_OUTPUT.CODE01',
      reason: 'The generation was rejected for its quality.',
      isRefunded: true, // help.runwayml.com article 32880432736659 "credits will be returned", read 2026-11-30
    },
  }
}

const unplayedModel = (body: Json): string | null =>
  body !== null &&
  typeof body === 'object' &&
  'model' in body &&
  typeof body['model'] === 'string' &&
  unplayedModels.has(body['model'])
    ? body['model']
    : null

const framesOf = async (
  parts: RunwayParts,
  request: RunwayRequest,
): Promise<Frames | { readonly kind: 'unusable'; readonly message: string }> => {
  const images = request.promptImage ?? []
  const placed = typeof images === 'string' ? [{ uri: images, position: 'first' as const }] : images
  const kept: { first: string | null; last: string | null } = { first: null, last: null }
  for (const { uri, position } of placed) {
    const sent = await pictureAt(parts, uri)
    if (sent.kind === 'unusable')
      return { kind: 'unusable', message: inWords(sent.why, sent.status) }
    kept[position] = await parts.desk.studio.clips.keepFrame(sent.bytes)
  }
  return { kind: 'frames', ...kept }
}

const mostDataUriCharacters = 5 * 1024 * 1024 // @runwayml/sdk 4.20.1 "up to 5MB", read 2026-11-30
/** The emulator's own bound for what is not in the request itself. */
const mostBytes = 50_000_000

const pictureAt = async ({ desk, uploads }: RunwayParts, uri: string): Promise<SentPicture> => {
  if (uri.startsWith('data:')) {
    return uri.length > mostDataUriCharacters
      ? { kind: 'unusable', why: 'too-large' }
      : pictureFromDataUri(uri, mostBytes)
  }
  if (uri.startsWith('runway://')) return uploads.picture(uri.slice('runway://'.length), mostBytes)
  return pictureFromUrl(uri, mostBytes, desk.studio.fetch)
}

/** The vendor's words, docs.dev.runwayml.com/errors/troubleshooting, read 2026-11-30. */
const inWords = (why: PictureTrouble, status: number | undefined): string => {
  switch (why) {
    case 'bad-base64':
      return 'Invalid data URI.'
    case 'not-an-image':
      return 'Unsupported asset type.'
    case 'too-large':
      return 'Asset size exceeds the limit.'
    case 'bad-url':
      return 'Only HTTPS URLs are allowed.'
    case 'unreachable':
      return status === undefined
        ? 'Failed to fetch asset. The URL may be incorrect or the server hosting the asset may be down.'
        : `Failed to fetch asset. Received HTTP response code "${status}".`
  }
}
