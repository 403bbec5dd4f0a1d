import { describe, expect, test } from 'vitest'
import { handmadeFixtures } from '../../testing/handmade-fixtures.ts'
import { type LoopbackReply, serverOfTest } from '../../testing/loopback-server.ts'
import { rejectionOf } from '../../testing/rejection.ts'
import { runwayAccount } from './runway-account.ts'

const apiKey = 'key_of_a_test_0123456789'
const signal = new AbortController().signal

const fixture = handmadeFixtures(import.meta.dirname)

const accountThatAnswers = async (reply: LoopbackReply) => {
  const server = await serverOfTest(() => reply)
  return { server, account: runwayAccount({ apiKey, baseUrl: server.url, fetch }) }
}

describe('the standing of an account', () => {
  test('is its money, how many clips it may have open at once, and its limits in words', async () => {
    const body = await fixture('organization')
    const { server, account } = await accountThatAnswers({ status: 200, body })
    expect(await account.standing(signal)).toEqual({
      balance: 84_000_000,
      slots: {
        ...{ 'runway/gen4.5': 2, 'runway/gen4_turbo': 1 },
        ...{ 'runway/veo3.1_fast': 2, 'runway/gen4_image': 3 },
      },
      facts: [
        { name: 'credits', value: '8 400' },
        { name: 'credits bought in a month', value: '10 000 at most' },
        { model: 'runway/gen4.5', name: 'gen4.5', value: '2 at once, 12 of 200 today' },
        { model: 'runway/gen4_turbo', name: 'gen4_turbo', value: '1 at once, 0 of 1 000 today' },
        { model: 'runway/veo3.1', name: 'veo3.1', value: 'any number at once, 0 today' },
        { model: 'runway/veo3.1_fast', name: 'veo3.1_fast', value: '2 at once, 0 of 100 today' },
      ],
    })
    expect(server.requests).toMatchObject([{ method: 'GET', target: '/v1/organization' }])
  })

  test('may be below zero', async () => {
    const body = { creditBalance: -25, tier: { models: {} } }
    const { account } = await accountThatAnswers({ status: 200, body })
    expect(await account.standing(signal)).toMatchObject({
      ...{ balance: -250_000, facts: [{ name: 'credits', value: '-25' }] },
    })
  })

  test.each([
    ['a key that is not valid', 401, 'vendor-key-refused', 'never'],
    ['no permission', 403, 'vendor-no-permission', 'never'],
    ['a server error', 500, 'vendor-unavailable', 'later'],
  ])('is not known after %s', async (_case, status, code, retry) => {
    const { account, server } = await accountThatAnswers({ status, body: { error: apiKey } })
    const error = await rejectionOf(account.standing(signal))
    expect(error).toMatchObject({ code, retry })
    expect(String(error)).not.toContain(apiKey)
    expect(String(error)).toContain(new URL(server.url).host)
    expect(server.requests).toHaveLength(1)
  })

  test('is not read out of a page', async () => {
    const { account } = await accountThatAnswers({ status: 200, body: '<html>hello</html>' })
    expect(await rejectionOf(account.standing(signal))).toMatchObject({
      code: 'vendor-unavailable',
    })
  })
})

describe('a job of an account', () => {
  test('is told with what it was billed', async () => {
    const body = { ...Object(await fixture('succeeded')), id: 'abc' }
    const { account } = await accountThatAnswers({ status: 200, body })
    expect(await account.job('abc', signal)).toEqual({
      job: { id: 'abc' },
      ...{ model: null, prompt: null, createdAt: '2026-11-30T10:00:00.000Z', billed: 600_000 },
      seconds: null,
      status: {
        state: 'done',
        outputs: [
          {
            kind: 'link',
            url: 'https://cdn.example/clip.mp4?_jwt=1',
            mediaType: 'video/mp4',
          },
        ],
      },
    })
  })

  test('that still runs has no bill', async () => {
    const body = { ...Object(await fixture('running')), id: 'abc' }
    const { account } = await accountThatAnswers({ status: 200, body })
    expect(await account.job('abc', signal)).toMatchObject({ billed: null })
  })

  test('is not told from an answer about another one', async () => {
    const body = { ...Object(await fixture('succeeded')), id: 'another' }
    const { account } = await accountThatAnswers({ status: 200, body })
    expect(await rejectionOf(account.job('abc', signal))).toMatchObject({
      code: 'vendor-unavailable',
    })
  })

  test('that Runway does not know is none', async () => {
    const { account } = await accountThatAnswers({ status: 404, body: { error: 'Not found' } })
    expect(await account.job('abc', signal)).toBeNull()
  })
})

describe('drift', () => {
  test('there is none between the table, the installed SDK and an account with all models', async () => {
    const body = await fixture('organization')
    const { account } = await accountThatAnswers({ status: 200, body })
    expect(await account.drift(signal)).toEqual([])
  })

  test('is told when the account does not name a model', async () => {
    const body = { creditBalance: 1, tier: { models: { 'gen4.5': {} } } }
    const { account } = await accountThatAnswers({ status: 200, body })
    expect((await account.drift(signal)).map((line) => /runway\/\S+(?=;)/.exec(line)?.[0])).toEqual(
      ['runway/gen4_turbo', 'runway/veo3.1', 'runway/veo3.1_fast'],
    )
  })
})
