import { describe, expect, test } from 'vitest'
import {
  declinedBy,
  instantOf,
  inWords,
  isModeration,
  jsonOf,
  startedBy,
  unanswered,
} from './answers.ts'

const key = 'luma-api-secret'
const answer = (status: number, body: unknown = undefined, retryAfterMs: number | null = null) => ({
  status,
  body,
  retryAfterMs,
})

describe('an answer to an order that may have taken it', () => {
  const started = (status: number, body: unknown) => startedBy(answer(status, body), 'agents', key)
  const accepted = { kind: 'accepted', job: { id: 'g1', api: 'agents' } }

  test.each([
    [201, { id: 'g1', state: 'queued' }],
    [200, { id: 'g1' }],
    [201, { id: 'g1', state: 'on its way' }],
    [202, { id: 'g1', state: 'queued', model: null }],
    [203, { id: 'g1', state: 'processing' }],
    [200, '{"id":"g1","state":"queued"}'],
  ])('%i %j is a yes', (status, body) => {
    expect(started(status, body)).toEqual(accepted)
  })

  test.each([
    [202, { id: 'g1' }],
    [202, { id: 'g1', state: 'accepted' }],
    [201, { generation: { id: 'g1' } }],
    [200, { data: { id: 'g1', state: 'queued' } }],
    [500, { detail: 'Upstream', generation_id: 'g1' }],
  ])('%i %j leaves it open, and its id is kept for a person', (status, body) => {
    expect(started(status, body)).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(/^Luma answered \d+\b.*\. The answer names the id g1: /),
    })
  })

  test('an id that cannot be asked for is told all the same, and none is not', () => {
    expect(started(201, { id: 'a/b' })).toMatchObject({
      reason: expect.stringContaining('names the id a/b:'),
    })
    expect(started(201, { state: 'queued' })).toEqual({
      kind: 'unknown',
      reason:
        'Luma answered 201, that it has the order, without an id of the generation that can be asked for.',
    })
    expect(started(204, undefined).kind).toBe('unknown')
  })
})

describe('an answer that did not take the order', () => {
  test.each([
    [400, { detail: 'Invalid aspect ratio' }, 'request-refused'],
    [400, { detail: 'Prompt is too long, maximum length is 5000 characters' }, 'prompt-too-long'],
    [400, { detail: 'Insufficient credits' }, 'vendor-no-credit'],
    [401, { detail: 'Invalid API key' }, 'vendor-key-refused'],
    [402, { detail: 'Insufficient balance' }, 'vendor-no-credit'],
    [403, { detail: 'Client suspended' }, 'vendor-no-permission'],
    [403, { detail: 'Not available in your region' }, 'vendor-region'],
    [404, { detail: 'Model ray-3.2 not found' }, 'model-retired'],
    [413, { detail: 'Image exceeds 50 MB' }, 'image-too-large'],
    [422, { detail: 'loop is not valid with 10s' }, 'request-refused'],
    [
      422,
      { detail: [{ loc: ['body', 'prompt'], msg: 'String should have at most 6000 characters' }] },
      'prompt-too-long',
    ],
    [422, { detail: { message: 'image is too large' } }, 'image-too-large'],
    [422, { detail: 'this model is deprecated' }, 'model-retired'],
  ])('%i %j is not accepted and told as %s', (status, body, trouble) => {
    expect(declinedBy(answer(status, body), key)).toMatchObject({
      kind: 'not-accepted',
      retry: 'never',
      trouble,
    })
  })

  test.each(['Prompt moderation failed', 'contains blacklisted words'])(
    '"%s" is refused for its content',
    (detail) => {
      expect(declinedBy(answer(422, { detail }), key)).toEqual({
        kind: 'refused',
        trouble: 'content-refused',
        reason: `Luma answered 422: ${detail}`,
      })
    },
  )

  test.each([30_000, 0, null])('429 that asks for a rest of %j ms is for later', (restMs) => {
    const started = declinedBy(answer(429, { detail: 'Rate limit exceeded' }, restMs), key)
    expect(started).toEqual({
      kind: 'not-accepted',
      retry: 'later',
      reason: 'Luma answered 429: Rate limit exceeded',
      ...(restMs === null ? {} : { retryAfterMs: restMs }),
    })
  })

  test.each([500, 502, 503, 504, 307, 408, 409])('%i leaves open what became of it', (status) => {
    expect(declinedBy(answer(status, { detail: 'Upstream' }), key).kind).toBe('unknown')
  })

  test.each([400, 401, 402, 403, 404, 413, 422, 429])(
    '%i that is not in Luma’s own words leaves open what became of it',
    (status) => {
      const others = ['<html>', undefined, {}, { message: 'Too Many Requests' }, { detail: '' }]
      for (const body of [...others, { error: { message: 'moderation' } }]) {
        expect(declinedBy(answer(status, body, 7000), key).kind).toBe('unknown')
      }
    },
  )

  test('its words are at most 300 characters in one line and never hold the key', () => {
    const started = declinedBy(answer(401, { detail: `no\n ${key} ${'x'.repeat(999)}` }), key)
    if (started.kind !== 'not-accepted') throw new TypeError(started.kind)
    expect(started.reason).toHaveLength(300)
    expect(started.reason).toContain('no [key] xxx')
  })
})

test('a question that was not answered is for later, unless a person must act', () => {
  expect(unanswered('generation 1', answer(503), key)).toMatchObject({
    code: 'vendor-unavailable',
    retry: 'later',
    message: expect.stringContaining('generation 1'),
  })
  expect(unanswered('its credits', answer(401), key)).toMatchObject({
    code: 'vendor-key-refused',
    retry: 'never',
  })
})

test('a failure for moderation is told from a picture that could not be moderated', () => {
  expect(isModeration('400: prompt not allowed because advanced moderation failed')).toBe(true)
  expect(isModeration('Frame moderation failed')).toBe(true)
  expect(isModeration('400: failed to moderate image')).toBe(false)
})

test('an instant without a zone is UTC, and no instant is none', () => {
  expect(instantOf('2026-11-30T10:00:00.144179Z')).toBe('2026-11-30T10:00:00.144Z')
  expect(instantOf('2026-11-30T10:00:00')).toBe('2026-11-30T10:00:00.000Z')
  expect(instantOf('2026-11-30T12:00:00+02:00')).toBe('2026-11-30T10:00:00.000Z')
  expect(instantOf('yesterday')).toBeNull()
  expect(instantOf(null)).toBeNull()
})

test('what is no JSON is nothing, and an empty key hides nothing', () => {
  expect(jsonOf('<html>')).toBeUndefined()
  expect(inWords('a  b', '')).toBe('a b')
})
