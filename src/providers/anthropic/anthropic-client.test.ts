import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { patientFetch } from '../../kit/patient-fetch.ts'
import { serverOfTest } from '../../testing/loopback-server.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { sampleQuestion } from '../../testing/sample-question.ts'
import { anthropicAccount } from './anthropic-account.ts'
import { anthropicLanguageModel } from './anthropic-language-model.ts'

const signal = new AbortController().signal
const apiKey = 'sk-ant-test'

/** A server that answers JSON of spaces, for ever. */
const endless = async (): Promise<string> => {
  const listener: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const spaces = ' '.repeat(1_000_000)
    const more = (): void => {
      if (response.destroyed) return
      if (response.write(spaces)) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that leads whoever comes to another one. */
const leading = async () => {
  const elsewhere = await serverOfTest(() => ({ status: 200, body: { data: [], has_more: false } }))
  const server = await serverOfTest(({ target }) => ({
    status: 307,
    headers: { location: `${elsewhere.url}${target}` },
  }))
  return { url: server.url, elsewhere }
}

const startAt = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  const now = (): number => performance.now()
  const options = { model: 'claude-sonnet-5-5', apiKey, baseUrl, fetch, now, timeoutMs: 20_000 }
  return anthropicLanguageModel(options).start(sampleQuestion(), 'r/1', signal)
}

describe.each([
  ['Node', globalThis.fetch],
  ['the studio', patientFetch],
])('over the fetch of %s', (_whose, fetch) => {
  it('an answer without an end is left, and may have been paid for', async () => {
    const started = await startAt(await endless(), fetch)
    expect(started).toMatchObject({ kind: 'unknown' })
    expect('reason' in started && started.reason).toContain('it was not read further')
  })

  it('a list of models without an end is left', async () => {
    const account = anthropicAccount({ apiKey, baseUrl: await endless(), fetch })
    expect(await rejectionOf(account.standing(signal))).toMatchObject({
      code: 'vendor-unavailable',
      message: expect.stringContaining('it was not read further'),
    })
  })

  it('nobody is followed elsewhere, where neither question nor key are meant to go', async () => {
    const { url, elsewhere } = await leading()
    expect((await startAt(url, fetch)).kind).toBe('unknown')
    const account = anthropicAccount({ apiKey, baseUrl: url, fetch })
    expect(await rejectionOf(account.standing(signal))).toMatchObject({
      code: 'vendor-unavailable',
      message: expect.stringContaining('307'),
    })
    expect(elsewhere.requests).toEqual([])
  })
})
