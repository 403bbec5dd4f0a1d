import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Json } from '../../domain/json.ts'
import type { Units } from '../../domain/order.ts'
import { type Misbehavior, messagesDoor } from '../../emulator/messages/messages-door.ts'
import type { WireRequest } from '../../emulator/wire.ts'
import type { CrewQuestion, LanguageModel } from '../../ports/language-model.ts'
import type { Started } from '../../ports/paid-model.ts'
import {
  type LoopbackReply,
  type LoopbackServer,
  loopbackServer,
} from '../../testing/loopback-server.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { pngHead } from '../../testing/picture-head.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { sampleQuestion } from '../../testing/sample-question.ts'
import { anthropicLanguageModel } from './anthropic-language-model.ts'
import { anthropicModels } from './models.ts'

const apiKey = 'sk-ant-test-0123456789'
const signal = new AbortController().signal

const modelAt = ({
  baseUrl,
  model = 'claude-sonnet-5-5',
}: {
  readonly baseUrl: string
  readonly model?: string
}): LanguageModel =>
  anthropicLanguageModel({
    model,
    apiKey,
    baseUrl,
    fetch: globalThis.fetch,
    now: () => performance.now(),
  })

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

const serve = async (
  answer: (request: WireRequest) => LoopbackReply | Promise<LoopbackReply>,
): Promise<LoopbackServer> => {
  const server = await loopbackServer(answer)
  open.push(server)
  return server
}

const withDoor = (
  misbehave: (request: WireRequest) => Misbehavior | null = () => null,
): Promise<LoopbackServer> =>
  serve(messagesDoor({ answer: async (asked) => JSON.stringify(asked), misbehave }))

const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'anthropic-'))
  open.push({ close: () => rm(path, { recursive: true, force: true }) })
  return path
}

const still = async (width: number, height: number): Promise<string> => {
  const path = join(await folder(), 'still.png')
  await writeFile(path, pngHead(width, height))
  return path
}

const billedUnits = (started: Started): Units => {
  const bill = 'bill' in started ? started.bill : undefined
  if (bill === undefined || bill === 'as-quoted') throw new Error(JSON.stringify(started))
  return bill.units
}

const textOf = (started: Started): string => {
  if (started.kind !== 'delivered' || started.output.kind !== 'text') {
    throw new Error(`no text: ${JSON.stringify(started)}`)
  }
  return started.output.text
}

/** Bytes of every string of a body, as many tokens as there could ever be. */
const textBytes = (body: Json): number => {
  if (typeof body === 'string') return Buffer.byteLength(body)
  if (typeof body !== 'object' || body === null) return 0
  const parts = Object.values(body) as readonly Json[]
  return parts.reduce((sum: number, part) => sum + textBytes(part), 0)
}

paidModelContract<CrewQuestion>('Anthropic at the messages door', async () => {
  const server = await withDoor()
  const tooLarge = await still(9000, 100)
  return {
    model: () => modelAt({ baseUrl: server.url }),
    request: sampleQuestion(),
    impossible: sampleQuestion({ images: [tooLarge] }),
    long: null,
    references: 'ignores',
    judge: async (output) => {
      if (output.kind !== 'text') throw new Error(`text was expected, not ${output.kind}`)
      expect(JSON.parse(output.text)).toEqual({ task: 'write-plan', input: sampleQuestion().input })
    },
    dispose: async () => {
      for (const each of open.splice(0)) await each.close()
    },
  }
})

describe('a question to a model of Anthropic', () => {
  it('goes out once, as the vendor takes it: pictures first, the prompt, then the facts', async () => {
    const server = await withDoor()
    const images = [await still(640, 360)]
    const started = await modelAt({ baseUrl: server.url }).start(
      sampleQuestion({ images }),
      'r/1',
      signal,
    )
    expect(JSON.parse(textOf(started))).toEqual({
      task: 'write-plan',
      input: sampleQuestion().input,
    })
    expect(server.requests).toHaveLength(1)
    const [request] = server.requests
    expect(request?.path).toBe('/v1/messages')
    expect(request?.headers['x-stainless-retry-count']).toBe('0')
    const sent = request?.body as { messages: { content: { type: string; text?: string }[] }[] }
    const content = sent.messages[0]?.content ?? []
    expect(content.map(({ type }) => type)).toEqual(['image', 'text', 'text'])
    expect(content[1]?.text).toBe(sampleQuestion().prompt)
    expect(content[2]?.text).toMatch(/^<facts task="write-plan">\{.*\}<\/facts>$/)
    expect(content[2]?.text?.match(/<\/facts>/g)).toHaveLength(1)
  })

  it.each(anthropicModels.map(({ model }) => model))(
    'is taken by the door of %s',
    async (model) => {
      const server = await withDoor()
      const maker = modelAt({ baseUrl: server.url, model })
      const started = await maker.start(sampleQuestion(), 'r/1', signal)
      expect(JSON.parse(textOf(started))).toHaveProperty('task', 'write-plan')
      const billed = billedUnits(started)
      const quoted = maker.units(sampleQuestion())
      expect(billed.quantity).toBeLessThanOrEqual(quoted.quantity)
      expect(billed.tokens?.output).toBeLessThanOrEqual(quoted.tokens?.output ?? 0)
    },
  )

  it('leaves thinking its own room where it cannot be turned off', () => {
    const output = (model: string): number | undefined =>
      modelAt({ baseUrl: 'http://127.0.0.1:1', model }).units(sampleQuestion()).tokens?.output
    expect(output('claude-sonnet-5-5')).toBe(4000)
    expect(output('claude-opus-5-5')).toBe(20_000)
    expect(
      modelAt({ baseUrl: 'http://127.0.0.1:1', model: 'claude-haiku-4-5' }).units(
        sampleQuestion({ maxTokens: 1_000_000 }),
      ).tokens?.output,
    ).toBe(64_000)
  })

  it.each([
    ['English', 'The quick brown fox jumps over the lazy dog. '.repeat(2000)],
    ['figures', '[1,2,3,0.125,{"a":-7}]'.repeat(2000)],
    ['Chinese', '一只狐狸穿过雪地。'.repeat(4000)],
    ['Arabic', 'ثعلب يعبر الثلج. '.repeat(4000)],
    ['emoji', '🦊❄️👩‍🚀'.repeat(4000)],
  ])('is quoted at no less than a token for each byte of %s', async (_name, prompt) => {
    const server = await serve(({ body }) => ({
      status: 200,
      body: {
        id: 'msg_1',
        stop_reason: 'end_turn',
        content: [{ type: 'text', text: '{}' }],
        usage: { input_tokens: textBytes(body), output_tokens: 4000 },
      },
    }))
    const model = modelAt({ baseUrl: server.url })
    const started = await model.start(sampleQuestion({ prompt }), 'r/1', signal)
    const quoted = model.units(sampleQuestion({ prompt }))
    const billed = billedUnits(started)
    expect(billed.tokens?.input).toBeGreaterThan(Buffer.byteLength(prompt))
    expect(billed.tokens?.input).toBeLessThanOrEqual(quoted.tokens?.input ?? 0)
    expect(billed.quantity).toBeLessThanOrEqual(quoted.quantity)
  })

  it('may be answered at length in one piece', async () => {
    const server = await withDoor()
    const model = modelAt({ baseUrl: server.url, model: 'claude-opus-5-5' })
    // The SDK wants such lengths streamed where no time is given; ours is.
    const long = sampleQuestion({ maxTokens: 32_000 })
    expect((await model.start(long, 'r/1', signal)).kind).toBe('delivered')
    expect(server.requests[0]?.body).toMatchObject({ max_tokens: 48_000 })
  })

  it('that is refused is a refusal with its bill', async () => {
    const server = await withDoor(() => 'refuse')
    const started = await modelAt({ baseUrl: server.url }).start(sampleQuestion(), 'r/1', signal)
    expect(started).toMatchObject({ kind: 'refused', trouble: 'content-refused' })
    if (started.kind !== 'refused') return
    expect(started.reason).toContain('general_harms')
    expect(billedUnits(started).tokens?.input).toBeGreaterThan(0)
  })

  it('whose answer is cut off, or no JSON, is delivered as it came with word of the cut, and paid', async () => {
    const ways: Misbehavior[] = ['truncate', 'unparseable']
    const server = await withDoor(() => ways.shift() ?? null)
    const model = modelAt({ baseUrl: server.url })
    const cut = await model.start(sampleQuestion(), 'r/1', signal)
    expect(() => JSON.parse(textOf(cut))).toThrow()
    expect(cut).toMatchObject({
      output: { isCutOff: true },
      bill: { units: { tokens: { output: 4000 } } },
    })
    const odd = await model.start(sampleQuestion(), 'r/2', signal)
    expect(textOf(odd)).toContain('Gladly')
    expect(odd).not.toHaveProperty('output.isCutOff')
  })

  it.each([
    ['missing', undefined],
    ['absurd', { input_tokens: 12, output_tokens: 9_007_199_254_740_991 }],
  ])('is delivered where word of what it used is %s', async (_how, usage) => {
    const server = await serve(() => ({
      status: 200,
      body: {
        ...{ id: 7, stop_reason: 'end_turn', stop_details: 'none' },
        content: [
          { type: 'thinking', text: { of: 'another shape' } },
          { type: 'text', text: '{"a":1}' },
        ],
        ...(usage && { usage }),
      },
    }))
    const started = await modelAt({ baseUrl: server.url }).start(sampleQuestion(), 'r/1', signal)
    expect(textOf(started)).toBe('{"a":1}')
    expect(started).toMatchObject({ bill: 'as-quoted' })
  })

  it('that nothing can be made of in a 200 may have been billed', async () => {
    const server = await serve(() => ({ status: 200, body: { hello: 'you' } }))
    const started = await modelAt({ baseUrl: server.url }).start(sampleQuestion(), 'r/1', signal)
    expect(started.kind).toBe('unknown')
  })
})

it('a question that is given up while it is out ends with the reason', async () => {
  const stop = new AbortController()
  const reason = new Error('not wanted any more')
  const server = await serve(() => {
    stop.abort(reason)
    return 'silence'
  })
  const work = modelAt({ baseUrl: server.url }).start(sampleQuestion(), 'r/1', stop.signal)
  expect(await rejectionOf(work)).toBe(reason)
})

it('a model that is not known is a mistake of the caller', () => {
  expect(() => modelAt({ baseUrl: 'http://127.0.0.1:1', model: 'gpt-9' })).toThrow(TypeError)
})
