import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { boundedFetch } from './bounded-reply.ts'

const served = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return `http://127.0.0.1:${address.port}/door?key=secret`
}

test('a small reply comes through with its status, headers and body', async () => {
  const url = await served((_request, response) => {
    response.writeHead(418, { 'x-request-id': 'r1', 'content-type': 'application/json' })
    response.end('{"tea":true}')
  })
  const reply = await boundedFetch(fetch, 100)(url)
  expect(reply.status).toBe(418)
  expect(reply.headers.get('x-request-id')).toBe('r1')
  expect(await reply.json()).toEqual({ tea: true })
})

test('a reply without a body comes through', async () => {
  const url = await served((_request, response) => response.writeHead(204).end())
  const reply = await boundedFetch(fetch, 100)(url)
  expect([reply.status, await reply.text()]).toEqual([204, ''])
})

test('a reply that never ends is left, and its address is told without its query', async () => {
  const url = await served((_request, response) => {
    const more = (): void => {
      if (response.write('x'.repeat(1000))) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
  const reading = boundedFetch(fetch, 5000)(url)
  await expect(reading).rejects.toMatchObject({ code: 'reply-invalid' })
  await expect(reading).rejects.not.toThrow(/secret/)
})

test('a packed reply is counted as it unpacks', async () => {
  const url = await served((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(10_000)))
  })
  expect(await (await boundedFetch(fetch, 10_000)(url)).text()).toHaveLength(10_000)
  await expect(boundedFetch(fetch, 9999)(url)).rejects.toMatchObject({ code: 'reply-invalid' })
})

test('a body that stalls is given up when the caller says so', async () => {
  const url = await served((_request, response) => {
    response.writeHead(200).write('{')
  })
  const stop = new AbortController()
  const reading = boundedFetch(fetch, 100)(url, { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(reading).rejects.toThrow('enough')
})

test('a redirect is handed on and not followed', async () => {
  let asked = 0
  const url = await served((_request, response) => {
    asked += 1
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect((await boundedFetch(fetch, 100)(url, { method: 'POST', body: '{}' })).status).toBe(307)
  expect(asked).toBe(1)
})
