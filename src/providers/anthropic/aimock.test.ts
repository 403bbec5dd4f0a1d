import { LLMock } from '@copilotkit/aimock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Started } from '../../ports/paid-model.ts'
import { sampleQuestion } from '../../testing/sample-question.ts'
import { anthropicLanguageModel } from './anthropic-language-model.ts'

/** A second opinion on the vendor's side, by people who check theirs against the vendor's own every day. */
describe('the adapter of Anthropic at the emulator of others', () => {
  const reply = JSON.stringify({ scenes: 3, reasons: ['The fox needs the snow.'] })
  let mock: LLMock

  beforeEach(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    await mock.start()
  })
  afterEach(() => mock.stop())

  const ask = (): Promise<Started> =>
    anthropicLanguageModel({
      model: 'claude-sonnet-5-5',
      apiKey: 'sk-ant-test',
      baseUrl: mock.url,
      fetch: globalThis.fetch,
      now: () => performance.now(),
      timeoutMs: 60_000,
    }).start(sampleQuestion(), 'r/1', new AbortController().signal)

  it('is given its answer and the bill', async () => {
    mock.onMessage(/Plan the film/, {
      content: reply,
      usage: { input_tokens: 321, output_tokens: 45 },
    })
    expect(await ask()).toMatchObject({
      kind: 'delivered',
      output: { kind: 'text', text: reply },
      bill: { units: { unit: 'token', quantity: 366, tokens: { input: 321, output: 45 } } },
    })
    expect(mock.getRequests()).toHaveLength(1)
  })

  it('takes a refusal for a refusal', async () => {
    mock.onMessage(/Plan the film/, { content: 'I cannot.', finishReason: 'refusal' })
    expect(await ask()).toMatchObject({ kind: 'refused', trouble: 'content-refused' })
  })

  it.each([
    [429, 'rate_limit_error', { kind: 'not-accepted', retry: 'later' }],
    [401, 'authentication_error', { kind: 'not-accepted', trouble: 'vendor-key-refused' }],
    [529, 'overloaded_error', { kind: 'not-accepted', retry: 'later' }],
    [500, 'api_error', { kind: 'unknown' }],
  ])('reads its error %i, and sends once', async (status, type, expected) => {
    mock.nextRequestError(status, { message: 'no', type })
    mock.onMessage(/Plan the film/, { content: reply })
    expect(await ask()).toMatchObject(expected)
    expect(mock.getRequests()).toHaveLength(1)
  })

  it.each([
    ['disconnectRate', { kind: 'unknown' }],
    ['malformedRate', { kind: 'unknown' }],
    ['dropRate', { kind: 'unknown' }],
    // Its 429 is in another vendor's shape, as a gateway's is: without `type: 'error'`.
    ['rateLimitRate', { kind: 'unknown' }],
  ] as const)('stands its chaos (%s), and sends once', async (chaos, expected) => {
    mock.onMessage(/Plan the film/, { content: reply })
    mock.setChaos({ [chaos]: 1 })
    expect(await ask()).toMatchObject(expected)
    expect(mock.getRequests()).toHaveLength(1)
  })
})
