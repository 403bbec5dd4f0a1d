import { describe, expect, it } from 'vitest'
import type { Json } from '../../domain/json.ts'
import { patientFetch } from '../../kit/patient-fetch.ts'
import type { LanguageModel } from '../../ports/language-model.ts'
import type { Started } from '../../ports/paid-model.ts'
import { serverOfTest } from '../../testing/loopback-server.ts'
import { sampleQuestion } from '../../testing/sample-question.ts'
import { anthropicLanguageModel } from './anthropic-language-model.ts'

const apiKey = 'sk-ant-test-0123456789'
const signal = new AbortController().signal

const modelAt = ({
  baseUrl,
  fetch,
  timeoutMs = 60_000,
}: {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly timeoutMs?: number
}): LanguageModel =>
  anthropicLanguageModel({
    model: 'claude-sonnet-5-5',
    apiKey,
    baseUrl,
    fetch,
    now: () => performance.now(),
    timeoutMs,
  })

const errorBody = (type: string, message: string, details?: Json): Json => ({
  type: 'error',
  error: { type, message, ...(details === undefined ? {} : { details }) },
  request_id: 'req_1',
})

describe.each([
  ['Node', globalThis.fetch],
  ['the studio', patientFetch],
])('what the vendor says no with, over the fetch of %s', (_whose, fetch) => {
  const cases: readonly [string, number, Json, Partial<Started>][] = [
    [
      'a bad request',
      400,
      errorBody('invalid_request_error', 'max_tokens: Field required'),
      { trouble: 'request-refused' },
    ],
    [
      'a long prompt',
      400,
      errorBody('invalid_request_error', 'prompt is too long: 9 tokens > 8 maximum'),
      { trouble: 'prompt-too-long' },
    ],
    [
      'a large picture',
      400,
      errorBody('invalid_request_error', 'no', {
        error_code: 'image_dimensions_too_large',
        max_side_length_pixels: 8000,
        paths: [],
      }),
      { trouble: 'image-too-large' },
    ],
    [
      'a limit of one’s own',
      400,
      errorBody('invalid_request_error', 'You have reached your specified API usage limits.'),
      { trouble: 'vendor-no-credit' },
    ],
    [
      'a wrong key',
      401,
      errorBody('authentication_error', `invalid key ${apiKey}`),
      { trouble: 'vendor-key-refused' },
    ],
    [
      'no money',
      402,
      errorBody('billing_error', 'Check your payment details'),
      { trouble: 'vendor-no-credit' },
    ],
    [
      'no permission',
      403,
      errorBody('permission_error', 'Your key may not use this model'),
      { trouble: 'vendor-no-permission' },
    ],
    [
      'a wrong place',
      403,
      errorBody('forbidden', 'Request not allowed'),
      { trouble: 'vendor-region' },
    ],
    [
      'a retired model',
      404,
      errorBody('not_found_error', 'model: claude-sonnet-5-5'),
      { trouble: 'model-retired' },
    ],
    [
      'a large request',
      413,
      errorBody('request_too_large', 'Request exceeds the maximum size'),
      { trouble: 'prompt-too-long' },
    ],
    [
      'what cannot be processed',
      422,
      errorBody('invalid_request_error', 'no'),
      { trouble: 'request-refused' },
    ],
    [
      'a month that is spent',
      429,
      errorBody('rate_limit_error', 'no', { error_code: 'enforced_spend_limit_reached' }),
      { trouble: 'vendor-no-credit' },
    ],
  ]

  it.each(cases)(
    '%s is never sent again, and a person is told what to do',
    async (_name, status, body, expected) => {
      const server = await serverOfTest(() => ({
        status,
        headers: { 'request-id': 'req_1' },
        body,
      }))
      const started = await modelAt({ baseUrl: server.url, fetch }).start(
        sampleQuestion(),
        'r/1',
        signal,
      )
      expect(started).toMatchObject({ kind: 'not-accepted', retry: 'never', ...expected })
      if (started.kind !== 'not-accepted') return
      expect(started.reason).toContain(`answered ${status}`)
      expect(started.reason).toContain('req_1')
      expect(started.reason).not.toContain(apiKey)
      expect(server.requests).toHaveLength(1)
    },
  )

  it('its words are cut to 300 characters', async () => {
    const body = errorBody('invalid_request_error', 'x'.repeat(5000))
    const server = await serverOfTest(() => ({ status: 400, body }))
    const started = await modelAt({ baseUrl: server.url, fetch }).start(
      sampleQuestion(),
      'r/1',
      signal,
    )
    if (started.kind !== 'not-accepted') throw new Error(started.kind)
    expect(started.reason.length).toBeLessThan(600)
  })

  it.each([
    ['a rate limit', 429, 'rate_limit_error', { 'retry-after': '7' }, 7000],
    ['a rate limit without end', 429, 'rate_limit_error', { 'retry-after': '1e20' }, 86_400_000],
    [
      'a rate limit until a time',
      429,
      'rate_limit_error',
      { 'retry-after': 'Mon, 30 Nov 2026 10:00:30 GMT', date: 'Mon, 30 Nov 2026 10:00:00 GMT' },
      30_000,
    ],
    ['a conflict', 409, 'conflict_error', {}, undefined],
    ['overload', 529, 'overloaded_error', {}, undefined],
  ])('%s is for later', async (_name, status, type, headers, retryAfterMs) => {
    const server = await serverOfTest(() => ({
      status,
      headers: headers as Record<string, string>,
      body: errorBody(type, 'busy'),
    }))
    const started = await modelAt({ baseUrl: server.url, fetch }).start(
      sampleQuestion(),
      'r/1',
      signal,
    )
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'later' })
    if (started.kind === 'not-accepted') expect(started.retryAfterMs).toBe(retryAfterMs)
    expect(server.requests).toHaveLength(1)
  })

  it.each([500, 502, 503, 504, 408, 499])(
    'a %i may have been worked on, and is not sent twice',
    async (status) => {
      const server = await serverOfTest(() => ({
        status,
        body: errorBody('api_error', 'Internal server error'),
      }))
      const started = await modelAt({ baseUrl: server.url, fetch }).start(
        sampleQuestion(),
        'r/1',
        signal,
      )
      expect(started.kind).toBe('unknown')
      expect(server.requests).toHaveLength(1)
    },
  )

  it.each([307, 400, 401, 402, 403, 404, 409, 413, 422, 429, 529])(
    'a %i that is not in the vendor’s own words may hide an answer that was worked on',
    async (status) => {
      const bodies = ['<html>no</html>', undefined, {}, { message: 'Too Many Requests' }]
      for (const body of [...bodies, { error: { message: 'prompt is too long' } }]) {
        const headers = { 'retry-after': '7' }
        const server = await serverOfTest(() => ({ status, headers, body }))
        const model = modelAt({ baseUrl: server.url, fetch })
        const started = await model.start(sampleQuestion(), 'r/1', signal)
        expect(started.kind).toBe('unknown')
        expect(server.requests).toHaveLength(1)
      }
    },
  )

  it.each(['drop', 'half'] as const)(
    'a socket torn down (%s) may have cost the answer, and nothing is sent twice',
    async (how) => {
      const server = await serverOfTest(() => how)
      const started = await modelAt({ baseUrl: server.url, fetch }).start(
        sampleQuestion(),
        'r/1',
        signal,
      )
      expect(started.kind).toBe('unknown')
      expect(server.requests).toHaveLength(1)
    },
  )

  it.each(['silence', 'stall'] as const)(
    '%s until the time is up may have cost the answer, and nothing is sent twice',
    async (how) => {
      const server = await serverOfTest(() => how)
      const model = modelAt({ baseUrl: server.url, fetch, timeoutMs: 500 })
      const started = await model.start(sampleQuestion(), 'r/1', signal)
      expect(started).toMatchObject({ kind: 'unknown' })
      if (started.kind === 'unknown') expect(started.reason).toContain('timed out')
      expect(server.requests).toHaveLength(1)
    },
  )

  it('no connection at all means that nothing was bought', async () => {
    const server = await serverOfTest(() => 'drop')
    await server.close()
    const started = await modelAt({ baseUrl: server.url, fetch }).start(
      sampleQuestion(),
      'r/1',
      signal,
    )
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'later' })
    if (started.kind === 'not-accepted') expect(started.reason).toContain('ECONNREFUSED')
  })
})
