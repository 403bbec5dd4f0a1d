import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A request as a loopback vendor got it. */
export interface Arrived {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: NodeJS.Dict<string | string[]>
  /** Parsed JSON; null for no body. */
  readonly body: unknown
}

/** What a loopback vendor does with a request: answer it, close the connection on it, or leave it waiting. */
export type LoopbackReply =
  | {
      readonly status: number
      readonly headers?: { readonly [name: string]: string }
      /** A string is sent as it is, everything else as JSON. */
      readonly body?: unknown
    }
  | 'drop'
  | 'wait'

/** A vendor of a test's own on this machine. */
export interface LoopbackVendor {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string
  /** Every request so far, in order. */
  readonly arrived: readonly Arrived[]
  close(): Promise<void>
}

/** Open a vendor on a free port of this machine. Close it when the test ends. */
export const loopbackVendor = async (
  answer: (request: Arrived) => LoopbackReply,
): Promise<LoopbackVendor> => {
  const arrived: Arrived[] = []
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const { method = '', url: path = '', headers } = request
      const got: Arrived = { method, path, headers, body: text === '' ? null : JSON.parse(text) }
      arrived.push(got)
      give(answer(got), response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrived,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const give = (reply: LoopbackReply, response: ServerResponse): void => {
  if (reply === 'wait') return
  if (reply === 'drop') {
    response.destroy()
    return
  }
  const { status, headers, body } = reply
  const isText = typeof body === 'string'
  const type = { 'content-type': isText ? 'text/html' : 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(isText || body === undefined ? body : JSON.stringify(body))
}

const readAll = async (request: IncomingMessage): Promise<string> => {
  const blocks: Buffer[] = []
  for await (const block of request) blocks.push(block as Buffer)
  return Buffer.concat(blocks).toString('utf8')
}
