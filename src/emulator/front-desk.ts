import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../ports/clock.ts'
import { clipsPath, readClipLink } from './clip-link.ts'
import { type Controlled, control, controlPath } from './control.ts'
import { type Door, json } from './door.ts'
import { afterFaults, faultRefusal, type Outcome, visit } from './serve.ts'
import { uploadsPath } from './uploads.ts'
import { vendorPrefix } from './vendors.ts'
import type { WireReply, WireRequest } from './wire.ts'
import { type Received, receive, send } from './wire-http.ts'

/** What the front desk sends requests on to. */
export interface FrontDesk extends Controlled {
  readonly doors: readonly Door[]
  readonly clock: Clock
  readonly report: (error: unknown) => void
}

/** Takes every request of the server and brings it to its door, the clips, the uploads or the control desk. */
export const frontDesk =
  (parts: FrontDesk) =>
  (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    void attend(parts, incoming, outgoing).catch((error: unknown) => {
      // A client that hung up is no failure of ours.
      if (incoming.socket.destroyed || outgoing.destroyed) return
      parts.report(error)
      const text = error instanceof Error ? error.message : String(error)
      if (outgoing.headersSent) outgoing.destroy()
      else {
        outgoing.writeHead(500, { 'content-type': 'application/json' })
        outgoing.end(JSON.stringify({ error: `The emulator failed: ${text}` }))
      }
    })
  }

const attend = async (
  parts: FrontDesk,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const received = await receive(incoming)
  const outcome = await outcomeOf(parts, received)
  if (outcome.kind === 'silence') return
  if (outcome.kind === 'dropped') {
    incoming.socket.destroy()
    return
  }
  const { reply, misfortune, skewMs } = outcome
  if (misfortune.slow) await parts.clock.sleep(misfortune.slow.delayMs ?? 0, gone.signal)
  await send(outgoing, {
    reply,
    misfortune,
    dateMs: parts.clock.now() + skewMs,
    isHead: received.request.method === 'HEAD',
  })
}

const outcomeOf = async (parts: FrontDesk, received: Received): Promise<Outcome> => {
  const { request, trouble } = received
  if (!isLocal(request)) return plain(json(403, { error: 'The emulator serves 127.0.0.1 only' }))
  if (isBelow(request.path, controlPath)) {
    return plain(
      trouble === 'none'
        ? await control(parts, request)
        : json(400, { error: 'The body is not valid JSON.' }),
    )
  }
  if (request.path.startsWith(clipsPath)) return download(parts, request)
  if (request.path.startsWith(uploadsPath)) return plain(await upload(parts, received))
  for (const door of parts.doors) {
    const prefix = vendorPrefix[door.vendor]
    if (!isBelow(request.path, prefix)) continue
    const below = { ...request, path: request.path.slice(prefix.length) }
    return visit({ door, faults: parts.faults, request: below, trouble })
  }
  return plain(json(404, { error: `The emulator serves nothing at ${request.path}` }))
}

const plain = (reply: WireReply): Outcome => ({ kind: 'reply', reply, misfortune: {}, skewMs: 0 })

const isBelow = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(`${prefix}/`)

/** A page of the web that was led here by a name of its own is turned away. */
const isLocal = ({ headers }: WireRequest): boolean =>
  ['127.0.0.1', 'localhost'].includes((headers['host'] ?? '').replace(/:\d+$/, ''))

const download = async (parts: FrontDesk, request: WireRequest): Promise<Outcome> => {
  const link = readClipLink(request.path)
  if (link === null) return plain(json(404, { error: 'No such clip' }))
  const misfortune = parts.faults.draw(link.vendor, 'download')
  return afterFaults(misfortune, async () => {
    const fault = faultRefusal(misfortune)
    if (fault !== null) {
      const { refusal, retryAfterSeconds = 0 } = fault
      return { ...refusedDownload(refusal), headers: { 'retry-after': String(retryAfterSeconds) } }
    }
    if (!['GET', 'HEAD'].includes(request.method)) return json(405, { error: 'Only GET' })
    if (parts.clock.now() >= link.expiresAt) return json(403, { error: 'Request has expired' })
    const standing = await parts.desks[link.vendor].standing(link.job)
    if (standing === null) return json(404, { error: 'No such clip' })
    const redirect = misfortune['redirect-to-private']
    if (redirect) {
      const location = String(redirect.value ?? 'https://10.0.0.1/clip.mp4')
      return { ...json(302, {}), headers: { location } }
    }
    const file = await parts.studio.clips.fileOf(standing.job)
    return { status: 200, body: { file, mediaType: 'video/mp4' } }
  })
}

const refusedDownload = (refusal: {
  readonly kind: string
  readonly status?: number
}): WireReply => {
  const statuses: Readonly<Record<string, number>> = { unauthorized: 401, 'rate-limited': 429 }
  return json(refusal.status ?? statuses[refusal.kind] ?? 403, { error: refusal.kind })
}

const upload = async ({ uploads }: FrontDesk, { request, bytes }: Received): Promise<WireReply> => {
  const type = request.headers['content-type'] ?? ''
  if (request.method !== 'POST' || !type.startsWith('multipart/form-data')) {
    return json(400, { error: 'An upload is a form, posted' })
  }
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData()
  const isTaken = await uploads.receive(request.path.slice(uploadsPath.length), form)
  return isTaken ? { status: 204, body: null } : json(403, { error: 'No such upload' })
}
