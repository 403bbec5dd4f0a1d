import { describe, expect, test } from 'vitest'
import {
  type LoopbackReply,
  type LoopbackRequest,
  serverOfTest,
} from '../../testing/loopback-server.ts'
import { codeOf } from '../../testing/rejection.ts'
import agentsCompleted from './__fixtures__/agents-completed.handmade.json' with { type: 'json' }
import legacyCompleted from './__fixtures__/dream-machine-completed.handmade.json' with {
  type: 'json',
}
import legacyModerated from './__fixtures__/dream-machine-moderated.handmade.json' with {
  type: 'json',
}
import { lumaAccount } from './luma-account.ts'
import { installedSdkTypes, sdkDrift } from './sdk-drift.ts'

const signal = new AbortController().signal

const accountAt = async (apiKey: string, answer: (request: LoopbackRequest) => LoopbackReply) => {
  const vendor = await serverOfTest(answer)
  const account = lumaAccount({ apiKey, baseUrl: vendor.url, fetch, now: Date.now })
  return { account, requests: vendor.requests }
}
const [agents, legacy] = ['luma-api-test', 'luma-test']

describe('an account at the Dream Machine API', () => {
  test('tells its credits in dollars', async () => {
    const { account, requests } = await accountAt(legacy, () => ({
      status: 200,
      body: { credit_balance: 1234.5 },
    }))
    expect(await account.standing(signal)).toEqual({
      balance: 12_345_000,
      slots: {},
      facts: [{ name: 'API', value: 'Dream Machine' }],
    })
    expect(requests.map(({ method, target }) => [method, target])).toEqual([['GET', '/credits']])
  })

  test('tells what it made, with prompt, model, time and link', async () => {
    const { account } = await accountAt(legacy, () => ({
      status: 200,
      headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
      body: {
        generations: [legacyCompleted, { ...legacyModerated, id: 'g2' }],
        has_more: false,
      },
    }))
    const listed = await account.jobs?.('2026-11-01T00:00:00Z', signal)
    expect(Math.abs((listed?.aheadMs ?? 0) + 3_600_000)).toBeLessThan(60_000)
    expect(listed).toEqual({
      complete: true,
      aheadMs: expect.any(Number),
      jobs: [
        {
          job: { id: legacyCompleted.id, api: 'legacy' },
          model: 'luma/ray-2',
          prompt: 'A lake at sunset',
          createdAt: '2026-11-30T10:00:00.144Z',
          seconds: 5,
          status: {
            state: 'done',
            outputs: [
              {
                kind: 'link',
                url: 'https://storage.example.com/5f3b1c1e.mp4',
                mediaType: 'video/mp4',
              },
            ],
          },
          billed: null,
        },
        expect.objectContaining({ job: { id: 'g2', api: 'legacy' } }),
      ],
    })
  })

  test('leaves out what is in a state that is not known, and says that the list is not whole', async () => {
    const odd = { ...legacyCompleted, id: 'odd', state: 'pondering' }
    const { account } = await accountAt(legacy, () => ({
      status: 200,
      body: { generations: [legacyCompleted, odd], has_more: false },
    }))
    const listed = await account.jobs?.('2026-11-01T00:00:00Z', signal)
    expect(listed?.jobs).toHaveLength(1)
    expect(listed?.complete).toBe(false)
  })

  test.each(['../v1', 'x'.repeat(201), 'a\u0000'])(
    'leaves out what has the id %j, and says that the list is not whole',
    async (id) => {
      const { account } = await accountAt(legacy, () => ({
        status: 200,
        body: { generations: [legacyCompleted, { ...legacyCompleted, id }], has_more: false },
      }))
      const listed = await account.jobs?.('2026-11-01T00:00:00Z', signal)
      expect(listed?.jobs).toHaveLength(1)
      expect(listed?.complete).toBe(false)
    },
  )

  test('does not know a job that is not there', async () => {
    const { account } = await accountAt(legacy, () => ({
      status: 404,
      body: { detail: 'Generation not found' },
    }))
    expect(await account.job('nothing', signal)).toBeNull()
  })
})

describe('an account at the Agents API', () => {
  test('tells a good key by a generation that nobody has, and spends nothing', async () => {
    const { account, requests } = await accountAt(agents, () => ({
      status: 404,
      body: { detail: 'Generation not found' },
    }))
    expect(await account.standing(signal)).toEqual({
      balance: null,
      slots: {},
      facts: [{ name: 'API', value: 'Luma Agents' }],
    })
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
    expect(account.jobs).toBeUndefined()
  })

  test('tells one generation by its id, without a model: its resolution is not told', async () => {
    const { account } = await accountAt(agents, () => ({ status: 200, body: agentsCompleted }))
    expect(await account.job(agentsCompleted.id, signal)).toMatchObject({
      job: { id: agentsCompleted.id, api: 'agents' },
      model: null,
      prompt: null,
      createdAt: '2026-11-30T10:00:00.250Z',
      status: { state: 'done' },
    })
  })
})

test.each([
  [401, 'vendor-key-refused'],
  [403, 'vendor-no-permission'],
  [500, 'vendor-unavailable'],
])('an account that is answered with %i says %s', async (status, code) => {
  for (const key of [agents, legacy]) {
    const { account } = await accountAt(key, () => ({ status, body: { detail: 'no' } }))
    expect(await codeOf(account.standing(signal))).toBe(code)
    expect(await codeOf(account.job('g1', signal))).toBe(code)
  }
})

test.each([403, 404])('a page of %i from a gateway is for later', async (status) => {
  for (const key of [agents, legacy]) {
    const { account } = await accountAt(key, () => ({ status, body: '<html>no</html>' }))
    expect(await codeOf(account.job('g1', signal))).toBe('vendor-unavailable')
  }
})

describe('drift', () => {
  test('there is none between our table and the SDK that is installed', async () => {
    const { account } = await accountAt(legacy, () => 'drop')
    expect(await account.drift(signal)).toEqual([])
  })

  test('a model and a length that came or went are told', async () => {
    const types = (await installedSdkTypes())
      .replaceAll("'ray-flash-2'", "'ray-4'")
      .replaceAll("'9s'", "'12s'")
    expect(sdkDrift(types)).toEqual([
      'We order with model "ray-flash-2", which the types of lumaai do not know.',
      'The types of lumaai know model "ray-4", which no model of ours has.',
      'We order with duration "9s", which the types of lumaai do not know.',
      'The types of lumaai know duration "12s", which no model of ours has.',
    ])
  })

  test('types that cannot be read are told', () => {
    expect(sdkDrift('export {}')).toHaveLength(1)
  })
})
