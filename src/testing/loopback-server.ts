import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Json } from '../domain/json.ts'

/** A request as it came over the wire. */
export interface LoopbackRequest {
  readonly method: string
  /** Path and query as they were written. */
  readonly target: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** Parsed where it says that it is JSON, else its text; null for none. */
  readonly body: Json
}

/** What comes back: an answer, or nothing, by a socket that is torn down or one that stays silent. */
export type LoopbackReply =
  | {
      readonly status: number
      readonly headers?: { readonly [name: string]: string }
      /** Sent as it is, as a page, when it is text, else as JSON. */
      readonly body?: unknown
    }
  | 'drop'
  | 'silence'
  /** A good head and half a body: then the socket is torn down, or stays silent. */
  | 'half'
  | 'stall'

/** A server of a test's own on 127.0.0.1. */
export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly url: string
  /** All that came, in order. */
  readonly requests: readonly LoopbackRequest[]
  close(): Promise<void>
}

/** Serve on a free port of 127.0.0.1 until it is closed. */
export const loopbackServer = async (
  answer: (request: LoopbackRequest) => LoopbackReply | Promise<LoopbackReply>,
): Promise<LoopbackServer> => {
  const requests: LoopbackRequest[] = []
  const server = createServer((incoming, response) => {
    void readRequest(incoming)
      .then((request) => {
        requests.push(request)
        return answer(request)
      })
      .then((reply) => send(reply, response))
      .catch((error: unknown) => {
        send({ status: 599, body: String(error) }, response)
      })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The same, closed when the test is over that asks for it. */
export const serverOfTest = async (
  answer: (request: LoopbackRequest) => LoopbackReply | Promise<LoopbackReply>,
): Promise<LoopbackServer> => {
  const server = await loopbackServer(answer)
  onTestFinished(() => server.close())
  return server
}

const readRequest = async (incoming: IncomingMessage): Promise<LoopbackRequest> => {
  const blocks: Buffer[] = []
  for await (const block of incoming) blocks.push(block as Buffer)
  const text = Buffer.concat(blocks).toString('utf8')
  const target = incoming.url ?? '/'
  const [path = '', query = ''] = target.split('?', 2)
  const isJson = incoming.headers['content-type']?.includes('json') ?? false
  return {
    ...{ method: incoming.method ?? 'GET', target, path, query: new URLSearchParams(query) },
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: text === '' ? null : isJson ? (JSON.parse(text) as Json) : text,
  }
}

const send = (reply: LoopbackReply, response: ServerResponse): void => {
  if (reply === 'silence') return
  if (reply === 'drop') {
    response.socket?.destroy()
    return
  }
  if (reply === 'half' || reply === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"id":', () => reply === 'half' && response.socket?.destroy())
    return
  }
  const isText = typeof reply.body === 'string'
  const type = isText ? 'text/html' : 'application/json'
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers })
  if (reply.body === undefined) response.end()
  else response.end(isText ? reply.body : JSON.stringify(reply.body))
}
