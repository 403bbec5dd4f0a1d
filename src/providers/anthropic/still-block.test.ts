import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Started } from '../../ports/paid-model.ts'
import { type LoopbackServer, loopbackServer } from '../../testing/loopback-server.ts'
import { jpegHead, pngHead } from '../../testing/picture-head.ts'
import { sampleQuestion } from '../../testing/sample-question.ts'
import { anthropicLanguageModel } from './anthropic-language-model.ts'

const signal = new AbortController().signal
let folder: string
let server: LoopbackServer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anthropic-'))
  const usage = { input_tokens: 1, output_tokens: 1 }
  server = await loopbackServer(() => ({
    status: 200,
    body: { id: 'msg_1', stop_reason: 'end_turn', content: [{ type: 'text', text: '{}' }], usage },
  }))
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const still = async (bytes: Buffer | string, name = 'still'): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

const ask = (
  more: Parameters<typeof sampleQuestion>[0],
  now: () => number = () => performance.now(),
): Promise<Started> =>
  anthropicLanguageModel({
    model: 'claude-sonnet-5-5',
    apiKey: 'sk-ant-test',
    baseUrl: server.url,
    fetch: globalThis.fetch,
    now,
  }).start(sampleQuestion(more), 'r/1', signal)

describe('what is not sent at all', () => {
  it('are pictures that are no pictures, not there, or too many', async () => {
    const notes = await still('not a picture')
    const many = Array.from({ length: 601 }, () => notes)
    for (const images of [[notes], [`${notes}.gone`], many]) {
      expect(await ask({ images })).toMatchObject({
        kind: 'not-accepted',
        retry: 'never',
        trouble: 'request-refused',
      })
    }
    expect(server.requests).toHaveLength(0)
  })

  it('are pictures with a side over 8000 pixels, or over 2000 among more than 20', async () => {
    const large = await still(pngHead(8001, 10), 'large')
    const middling = await still(jpegHead(10, 2001), 'middling')
    const tooLarge = { kind: 'not-accepted', retry: 'never', trouble: 'image-too-large' }
    expect(await ask({ images: [large] })).toMatchObject(tooLarge)
    const many = Array.from({ length: 21 }, () => middling)
    expect(await ask({ images: many })).toMatchObject(tooLarge)
    expect(server.requests).toHaveLength(0)
    expect(await ask({ images: [middling] })).toMatchObject({ kind: 'delivered' })
    expect(JSON.stringify(server.requests[0]?.body)).toContain('"media_type":"image/jpeg"')
  })

  it('are pictures of more bytes than the vendor takes', async () => {
    const heavy = await still(Buffer.concat([pngHead(10, 10), Buffer.alloc(5_000_000)]))
    expect(await ask({ images: [heavy] })).toMatchObject({ trouble: 'image-too-large' })
    const half = await still(Buffer.concat([pngHead(10, 10), Buffer.alloc(3_000_000)]))
    const nine = Array.from({ length: 9 }, () => half)
    expect(await ask({ images: nine })).toMatchObject({ trouble: 'image-too-large' })
    expect(server.requests).toHaveLength(0)
  })

  it('is a question whose reply has no shape', async () => {
    expect(await ask({ replySchema: {} })).toMatchObject({
      kind: 'not-accepted',
      retry: 'never',
      trouble: 'request-refused',
    })
    expect(server.requests).toHaveLength(0)
  })

  it('is a question that took too long to get ready', async () => {
    let time = 0
    const late = (): number => {
      time += 61_000
      return time
    }
    expect(await ask({}, late)).toMatchObject({ kind: 'not-accepted', retry: 'later' })
    expect(server.requests).toHaveLength(0)
  })
})
