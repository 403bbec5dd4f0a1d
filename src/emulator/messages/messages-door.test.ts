import { Anthropic, APIError } from '@anthropic-ai/sdk'
import { jsonSchemaOutputFormat } from '@anthropic-ai/sdk/helpers/json-schema'
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages'
import { describe, expect, it } from 'vitest'
import { serverOfTest } from '../../testing/loopback-server.ts'
import { pngHead } from '../../testing/picture-head.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { chargeOf } from './message-reply.ts'
import type { AskedFacts } from './message-text.ts'
import { type MessagesDoorOptions, messagesDoor } from './messages-door.ts'

const clientOf = async (options: Partial<MessagesDoorOptions> = {}): Promise<Anthropic> => {
  const server = await serverOfTest(messagesDoor({ answer: async () => '{"ok":true}', ...options }))
  return new Anthropic({ apiKey: 'sk-ant-test', baseURL: server.url, maxRetries: 0 })
}

const message = (
  more: Partial<MessageCreateParamsNonStreaming> = {},
): MessageCreateParamsNonStreaming => ({
  model: 'claude-sonnet-5-5',
  max_tokens: 1000,
  thinking: { type: 'between_tools' },
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello there, emulator.' }] }],
  ...more,
})

const asking = (...texts: readonly string[]): MessageCreateParamsNonStreaming['messages'] => [
  { role: 'user', content: texts.map((text) => ({ type: 'text', text })) },
]

const errorOf = async (work: Promise<unknown>): Promise<APIError> => {
  const error = await rejectionOf(work)
  if (!(error instanceof APIError)) throw error
  return error
}

describe('a message of the messages door, asked by the SDK of the vendor', () => {
  it('answers the facts of the question, the last block that is nothing else', async () => {
    const asked: AskedFacts[] = []
    const client = await clientOf({
      answer: async (facts) => {
        asked.push(facts)
        return '{"scenes":3}'
      },
    })
    const { content, stop_reason, usage } = await client.messages.create(
      message({
        messages: asking(
          '<facts task="first">{}</facts>',
          '<facts task="write-plan">{"concept":"<facts task=\\"no\\">{}<\\/facts>"}</facts>',
          'Words <facts task="no">{}</facts>',
          '<facts task="broken">{</facts>',
        ),
      }),
    )
    expect(asked).toEqual([
      { task: 'write-plan', input: { concept: '<facts task="no">{}</facts>' } },
    ])
    expect(content).toEqual([{ type: 'text', text: '{"scenes":3}', citations: null }])
    expect(stop_reason).toBe('end_turn')
    expect(usage).toMatchObject({ output_tokens: 3, cache_creation_input_tokens: 0 })
    expect(usage.input_tokens).toBeGreaterThan(30)
  })

  it('without facts answers what the schema allows, and plain words without a schema', async () => {
    const client = await clientOf()
    const format = jsonSchemaOutputFormat({
      type: 'object',
      properties: { name: { type: 'string' }, count: { type: 'integer', minimum: 2 } },
      required: ['name', 'count'],
    })
    const parsed = await client.messages.parse(message({ output_config: { format } }))
    expect(parsed.parsed_output).toEqual({
      name: 'The emulator answers in plain words.',
      count: 2,
    })
    const plain = await client.messages.create(
      message({ messages: [{ role: 'user', content: 'Hi' }] }),
    )
    expect(plain.content[0]).toMatchObject({
      type: 'text',
      text: 'The emulator answers in plain words.',
    })
  })

  it('begins with a thought where the model thinks, and is billed for it', async () => {
    const client = await clientOf()
    const { thinking: _thinking, ...bare } = message()
    for (const model of ['claude-opus-5-5', 'claude-haiku-5-5']) {
      const { content, usage } = await client.messages.create({ ...bare, model })
      expect(content.map(({ type }) => type)).toEqual(['thinking', 'text'])
      expect(usage.output_tokens_details?.thinking_tokens).toBe(200)
      expect(usage.output_tokens).toBeGreaterThan(200)
    }
    const { content } = await client.messages.create({ ...bare, model: 'claude-haiku-4-5' })
    expect(content.map(({ type }) => type)).toEqual(['text'])
  })

  it('longer than was paid for is cut there', async () => {
    const client = await clientOf({ answer: async () => 'x'.repeat(1000) })
    const facts = asking('<facts task="write-plan">{}</facts>')
    const cut = await client.messages.create(message({ max_tokens: 100, messages: facts }))
    expect(cut).toMatchObject({ stop_reason: 'max_tokens', usage: { output_tokens: 100 } })
    expect(cut.content[0]).toMatchObject({ text: 'x'.repeat(400) })
  })

  it('goes wrong where it is told to', async () => {
    const ways = ['refuse', 'truncate', 'unparseable', 'overload', null] as const
    let turn = 0
    const client = await clientOf({ misbehave: () => ways[turn++] ?? null })
    const ask = (): ReturnType<typeof client.messages.create> =>
      client.messages.create(message({ messages: asking('<facts task="write-plan">{}</facts>') }))
    expect(await ask()).toMatchObject({
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'general_harms' },
      content: [],
    })
    expect(await ask()).toMatchObject({ stop_reason: 'max_tokens', content: [{ text: '{"ok":' }] })
    expect(await ask()).toMatchObject({ content: [{ text: expect.stringContaining('Gladly') }] })
    expect(await errorOf(ask())).toMatchObject({ status: 529, type: 'overloaded_error' })
    expect(await ask()).toMatchObject({ content: [{ text: '{"ok":true}' }] })
  })
})

describe('what the messages door turns away', () => {
  const cases: readonly [string, object, string][] = [
    ['temperature', { temperature: 0.5 }, 'temperature: Extra inputs are not permitted'],
    ['top_p', { top_p: 0.5 }, 'top_p: Extra inputs are not permitted'],
    ['a field nobody knows', { colour: 'red' }, 'colour: Extra inputs are not permitted'],
    ['tools', { tools: [] }, 'tools: not served by the emulator'],
    ['a message without a text', { messages: asking('') }, 'text content blocks must be non-empty'],
    ['no messages', { messages: [] }, 'messages: at least one message is required'],
    ['no length', { max_tokens: undefined }, 'max_tokens: Field required'],
    ['too much length', { max_tokens: 128_001 }, 'max_tokens: 128001 > 128000'],
    ['too long a prompt', { messages: asking('x'.repeat(4_100_000)) }, 'prompt is too long'],
    ['thinking that is off', { thinking: { type: 'disabled' } }, '"thinking.type.disabled" is not'],
    [
      'much effort without thought',
      { output_config: { effort: 'max' } },
      'thinking.type.between_tools is not supported at effort max',
    ],
    [
      'effort where there is none',
      { model: 'claude-haiku-4-5', thinking: undefined, output_config: { effort: 'low' } },
      'does not support the effort parameter',
    ],
    ['an open object', { output_config: schema({ type: 'object' }) }, 'additionalProperties'],
    [
      'a bound on a text',
      { output_config: schema(closed({ name: { type: 'string', minLength: 3 } })) },
      "output_config.format.schema.name: For 'string' type, property 'minLength'",
    ],
    [
      'a picture that is too large',
      { messages: [{ role: 'user', content: [picture(pngHead(8001, 1))] }] },
      'image dimensions exceed',
    ],
    [
      'a picture that is none',
      { messages: [{ role: 'user', content: [picture(Buffer.from('no'))] }] },
      'Could not process image',
    ],
  ]

  it.each(cases)('is %s', async (_name, more, words) => {
    const client = await clientOf()
    const body = { ...message(), ...more } as MessageCreateParamsNonStreaming
    const error = await errorOf(client.messages.create(body, { timeout: 60_000 }))
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error' })
    expect(error.apiMessage).toContain(words)
    expect(error.requestID).toMatch(/^req_/)
    expect(error.error).toMatchObject({ type: 'error', request_id: error.requestID })
  })

  it('is a model that it does not have', async () => {
    const client = await clientOf()
    const error = await errorOf(client.messages.create(message({ model: 'claude-2' })))
    expect(error).toMatchObject({ status: 404, type: 'not_found_error' })
  })

  it('is who has no key; both ways to send one are taken', async () => {
    const door = messagesDoor({ answer: async () => '{}' })
    const get = { method: 'GET', path: '/v1/models', query: new URLSearchParams(), body: null }
    const version = { 'anthropic-version': '2026-10-21' }
    expect(await door({ ...get, headers: version })).toMatchObject({ status: 401 })
    expect(await door({ ...get, headers: { 'x-api-key': 'k' } })).toMatchObject({ status: 400 })
    for (const key of [{ 'x-api-key': 'k' }, { authorization: 'Bearer k' }]) {
      expect(await door({ ...get, headers: { ...version, ...key } })).toMatchObject({ status: 200 })
    }
  })
})

describe('what else the messages door has', () => {
  it('counts tokens as it bills them', async () => {
    const client = await clientOf()
    const { max_tokens: _length, ...counted } = message()
    const { input_tokens } = await client.messages.countTokens(counted)
    const { usage } = await client.messages.create(message())
    expect(input_tokens).toBe(usage.input_tokens)
    expect(input_tokens).toBe(6)
  })

  it('counts a picture by its patches', async () => {
    const client = await clientOf()
    const content = [picture(pngHead(280, 140)), { type: 'text', text: 'four' } as const]
    const counted = { model: 'claude-opus-5', messages: [{ role: 'user', content } as const] }
    expect((await client.messages.countTokens(counted)).input_tokens).toBe(10 * 5 + 1)
  })

  it('lists its models page by page, those that are ending among them', async () => {
    const client = await clientOf()
    const ids: string[] = []
    for await (const { id } of client.models.list({ limit: 3 })) ids.push(id)
    expect(ids).toHaveLength(7)
    expect(new Set(ids).size).toBe(7)
    const deprecated = await client.models.list({ lifecycle: ['deprecated'] })
    expect(deprecated.data.map(({ id }) => id)).toEqual(['claude-sonnet-4-5'])
    const one = await client.models.retrieve('claude-opus-5-5')
    expect(one.capabilities?.thinking.types.disabled.supported).toBe(false)
    expect(await errorOf(client.models.retrieve('claude-2'))).toMatchObject({ status: 404 })
  })

  it('says what a reply costs, and that an error costs nothing', async () => {
    const door = messagesDoor({ answer: async () => '{}' })
    const request = {
      method: 'POST',
      path: '/v1/messages',
      query: new URLSearchParams(),
      headers: { 'x-api-key': 'k', 'anthropic-version': '2026-10-21' },
    }
    const body = {
      model: 'claude-opus-5',
      max_tokens: 10,
      messages: [{ role: 'user', content: 'Hi' }],
    }
    const thought = { ...body, max_tokens: 1000 }
    expect(chargeOf(await door({ ...request, body: thought }))).toEqual({
      model: 'claude-opus-5',
      inputTokens: 1,
      outputTokens: 209,
    })
    expect(chargeOf(await door({ ...request, body: { ...body, top_k: 1 } }))).toBeNull()
  })
})

function schema(part: object): object {
  return { format: { type: 'json_schema', schema: part } }
}

function closed(properties: object): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

function picture(bytes: Buffer): {
  type: 'image'
  source: { type: 'base64'; media_type: 'image/png'; data: string }
} {
  const data = bytes.toString('base64')
  return { type: 'image', source: { type: 'base64', media_type: 'image/png', data } }
}
