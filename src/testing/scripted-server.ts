import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Json } from '../domain/json.ts'

/** A request that a {@link ScriptedServer} got. */
export interface ServedRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/** What a {@link ScriptedServer} does with a request: answer, break the connection, or say nothing for ever. */
export type ServedReply =
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      /** JSON, or a text that is sent as HTML. */
      readonly body?: Json
    }
  | 'drop'
  | 'silence'

/** A server of a test's own on 127.0.0.1. */
export interface ScriptedServer {
  /** Without a slash at the end. */
  readonly url: string
  /** All it got, in order. */
  readonly requests: readonly ServedRequest[]
  close(): Promise<void>
}

/** Start a server that answers by a function and writes down what it got. */
export const scriptedServer = async (
  answer: (request: ServedRequest) => ServedReply,
): Promise<ScriptedServer> => {
  const requests: ServedRequest[] = []
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming)
    requests.push(request)
    reply(response, answer(request))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('A port was expected')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The same, closed when the test is over that asks for it. */
export const serverOfTest = async (
  answer: (request: ServedRequest) => ServedReply,
): Promise<ScriptedServer> => {
  const server = await scriptedServer(answer)
  onTestFinished(() => server.close())
  return server
}

const read = async (incoming: IncomingMessage): Promise<ServedRequest> => {
  const blocks: Buffer[] = []
  for await (const block of incoming) blocks.push(block as Buffer)
  const { method = '', url = '', headers } = incoming
  return { method, path: url, headers, body: Buffer.concat(blocks).toString('utf8') }
}

const reply = (response: ServerResponse, served: ServedReply): void => {
  if (served === 'silence') return
  if (served === 'drop') {
    response.destroy()
    return
  }
  const isPage = typeof served.body === 'string'
  const type = isPage ? 'text/html' : 'application/json'
  response.writeHead(served.status, { 'content-type': type, ...served.headers })
  if (served.body === undefined) response.end()
  else response.end(isPage ? served.body : JSON.stringify(served.body))
}
