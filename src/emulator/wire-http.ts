import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import type { Json } from '../domain/json.ts'
import { readAtMost } from '../kit/read-at-most.ts'
import type { Misfortune } from './faults.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** A request as it came, with its bytes. */
export interface Received {
  /** The path is whole, from the address's root. */
  readonly request: WireRequest
  readonly bytes: Uint8Array
  /** What is wrong with the body, if anything. */
  readonly trouble: 'none' | 'not-json' | 'too-large'
}

const mostBytes = 100_000_000

/** Read a request. The body is parsed when it is said to be JSON. */
export const receive = async (incoming: IncomingMessage): Promise<Received> => {
  const bytes = await readAtMost(incoming, mostBytes)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')]),
  )
  const isForm = (headers['content-type'] ?? '').startsWith('multipart/')
  const read = isForm || bytes.length === 0 ? { body: null } : readJson(bytes)
  const tooLarge = bytes.length > mostBytes
  return {
    request: {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: read?.body ?? null,
    },
    bytes,
    trouble: tooLarge ? 'too-large' : read === null ? 'not-json' : 'none',
  }
}

const readJson = (bytes: Uint8Array): { readonly body: Json } | null => {
  try {
    return { body: JSON.parse(new TextDecoder().decode(bytes)) as Json }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** An answer on its way, and what goes wrong with it. */
export interface Sending {
  readonly reply: WireReply
  readonly misfortune: Misfortune
  /** The moment that the answer is dated, in milliseconds since 1970-01-01 UTC. */
  readonly dateMs: number
  /** Whether the client wants the headers alone. */
  readonly isHead: boolean
}

/** Send an answer. */
export const send = async (outgoing: ServerResponse, sending: Sending): Promise<void> => {
  const { reply, misfortune, dateMs, isHead } = sending
  const body = await bodyOf(reply, misfortune)
  outgoing.sendDate = false
  outgoing.setHeader('date', new Date(dateMs).toUTCString())
  for (const [name, value] of Object.entries(reply.headers ?? {})) outgoing.setHeader(name, value)
  outgoing.statusCode = reply.status
  if (reply.status === 204) {
    outgoing.end()
    return
  }
  outgoing.setHeader('content-type', mediaTypeOf(body.mediaType, misfortune))
  if (misfortune['endless-body'] && !isHead) {
    await pipeline(Readable.from(withoutEnd()), outgoing)
    return
  }
  if (misfortune['decompression-bomb']) outgoing.setHeader('content-encoding', 'gzip')
  const isPartial = Boolean(misfortune['partial-body'])
  outgoing.setHeader('content-length', isPartial ? body.bytes * 2 : body.bytes)
  if (isHead) outgoing.end()
  else if (isPartial) await sendAndHangUp(outgoing, await body.read())
  else if (body.file === null) outgoing.end(await body.read())
  else await pipeline(createReadStream(body.file), outgoing)
}

/** Bytes until the client hangs up. */
const withoutEnd = function* (): Generator<Uint8Array> {
  const block = new Uint8Array(1 << 20)
  for (;;) yield block
}

/** The bytes have left before the socket is destroyed: the client has them, and waits for more. */
const sendAndHangUp = (outgoing: ServerResponse, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    outgoing.write(bytes, () => {
      outgoing.destroy()
      resolve()
    })
  })

interface Body {
  readonly mediaType: string
  readonly bytes: number
  /** Sent as it lies on the disk; null for what `read` gives. */
  readonly file: string | null
  read(): Promise<Uint8Array>
}

const bodyOf = async (reply: WireReply, misfortune: Misfortune): Promise<Body> => {
  const page = misfortune['html-instead-of-json']
  if (page) return bytesBody(Buffer.from(htmlPage), 'text/html; charset=utf-8')
  const file = fileOf(reply.body)
  if (file === null) {
    return bytesBody(Buffer.from(JSON.stringify(reply.body)), 'application/json; charset=utf-8')
  }
  if (misfortune['truncated-clip']) {
    const whole = await readFile(file.file)
    return bytesBody(whole.subarray(0, Math.floor(whole.length / 2)), file.mediaType)
  }
  if (misfortune['decompression-bomb']) return bytesBody(bomb(), file.mediaType)
  return {
    mediaType: file.mediaType,
    bytes: (await stat(file.file)).size,
    file: file.file,
    read: () => readFile(file.file),
  }
}

/** Nothing but zeros, packed to a thousandth. */
const bomb = (): Uint8Array => gzipSync(new Uint8Array(256 << 20))

const bytesBody = (bytes: Uint8Array, mediaType: string): Body => ({
  mediaType,
  bytes: bytes.length,
  file: null,
  read: () => Promise.resolve(bytes),
})

const fileOf = (
  body: WireReply['body'],
): { readonly file: string; readonly mediaType: string } | null =>
  body !== null &&
  typeof body === 'object' &&
  'file' in body &&
  'mediaType' in body &&
  typeof body.file === 'string' &&
  typeof body.mediaType === 'string'
    ? { file: body.file, mediaType: body.mediaType }
    : null

const mediaTypeOf = (known: string, misfortune: Misfortune): string => {
  const wrong = misfortune['wrong-content-type']
  return wrong ? String(wrong.value ?? 'text/plain; charset=utf-8') : known
}

const htmlPage = `<!doctype html>
<html><head><title>Gateway</title></head>
<body><h1>We will be right back</h1></body></html>
`
