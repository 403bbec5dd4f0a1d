import { describe, expect, it } from 'vitest'
import { messagesDoor } from '../../emulator/messages/messages-door.ts'
import { type LoopbackServer, serverOfTest } from '../../testing/loopback-server.ts'
import { codeOf, rejectionOf } from '../../testing/rejection.ts'
import { anthropicAccount } from './anthropic-account.ts'
import { anthropicModels } from './models.ts'

const signal = new AbortController().signal
const door = messagesDoor({ answer: async () => '{}' })

const apiKey = 'sk-ant-test'
const accountAt = ({ url }: LoopbackServer): ReturnType<typeof anthropicAccount> =>
  anthropicAccount({ apiKey, baseUrl: url, fetch: globalThis.fetch })

describe('an account at Anthropic', () => {
  it('stands well when its models are listed, and tells no money', async () => {
    const server = await serverOfTest(door)
    expect(await accountAt(server).standing(signal)).toEqual({
      balance: null,
      slots: {},
      facts: [{ name: 'models', value: '7' }],
    })
  })

  it('keeps no jobs', async () => {
    const account = accountAt(await serverOfTest(door))
    expect(await account.job('msg_1', signal)).toBeNull()
    expect(account.jobs).toBeUndefined()
  })

  it('has not drifted from our list at the messages door', async () => {
    expect(await accountAt(await serverOfTest(door)).drift(signal)).toEqual([])
  })

  it('shows every page of its list, and what of ours is gone, ending or different there', async () => {
    const listed = anthropicModels.map(({ model, maxInputTokens, maxOutputTokens }) => ({
      type: 'model',
      id: model === 'claude-haiku-4-5' ? 'claude-haiku-4-5-20251001' : model,
      lifecycle: model === 'claude-opus-5' ? 'deprecated' : 'active',
      retires_at: model === 'claude-opus-5' ? '2027-07-24T00:00:00Z' : null,
      max_tokens: model === 'claude-fable-5-1' ? 256_000 : maxOutputTokens,
      max_input_tokens: maxInputTokens,
      capabilities: {
        image_input: { supported: true },
        structured_outputs: { supported: model !== 'claude-opus-5-5' },
        thinking: {
          types: {
            adaptive: { supported: true },
            disabled: { supported: model !== 'claude-haiku-5-5' },
            between_tools: { supported: true },
          },
        },
      },
    }))
    const pages = [listed.slice(1, 3), listed.slice(3)]
    const server = await serverOfTest(({ query }) => {
      const isSecond = query.get('after_id') !== null
      const data = pages[isSecond ? 1 : 0] ?? []
      const last_id = data.at(-1)?.id
      return { status: 200, body: { data, has_more: !isSecond, first_id: data[0]?.id, last_id } }
    })
    expect(await accountAt(server).drift(signal)).toEqual([
      "claude-sonnet-5-5 is not in the vendor's list of models",
      'claude-opus-5-5 no longer answers by a schema',
      'claude-haiku-5-5 no longer takes thinking "disabled"',
      'claude-fable-5-1: the longest answer is 256000 tokens at the vendor, 128000 here',
      'claude-opus-5 is deprecated, until 2027-07-24',
    ])
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    [401, 'authentication_error', 'vendor-key-refused'],
    [402, 'billing_error', 'vendor-no-credit'],
    [403, 'permission_error', 'vendor-no-permission'],
    [429, 'rate_limit_error', 'vendor-unavailable'],
    [500, 'api_error', 'vendor-unavailable'],
  ])('that answers %i says so, asked once', async (status, type, code) => {
    const body = { type: 'error', error: { type, message: 'no' }, request_id: 'req_1' }
    const server = await serverOfTest(() => ({ status, body }))
    expect(await codeOf(accountAt(server).standing(signal))).toBe(code)
    expect(server.requests).toHaveLength(1)
  })

  it.each(['drop', { status: 200, body: { data: [{ nothing: true }], has_more: false } }] as const)(
    'that gives no sensible answer is unavailable: %j',
    async (reply) => {
      const server = await serverOfTest(() => reply)
      expect(await codeOf(accountAt(server).drift(signal))).toBe('vendor-unavailable')
    },
  )

  it('never tells the key', async () => {
    const error = { type: 'authentication_error', message: `Unknown key ${apiKey}` }
    const server = await serverOfTest(() => ({ status: 401, body: { type: 'error', error } }))
    const told = String(await rejectionOf(accountAt(server).standing(signal)))
    expect(told).toContain('Unknown key [key]')
    expect(told).not.toContain(apiKey)
  })

  it('that is no longer asked ends with the reason', async () => {
    const server = await serverOfTest(() => 'silence')
    const reason = new Error('not wanted any more')
    const asked = accountAt(server).standing(AbortSignal.abort(reason))
    expect(await rejectionOf(asked)).toBe(reason)
  })
})
