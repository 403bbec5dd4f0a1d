import { writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import Anthropic from '@anthropic-ai/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, rejectionOf } from '../testing/rejection.ts'
import { type VirtualClock, virtualClock } from '../testing/virtual-clock.ts'
import type { AnswerMessages } from './anthropic/anthropic-door.ts'
import { ask, type EmulatorAtWork, emulatorAtWork } from './emulator-at-work.ts'
import type { FaultName } from './faults.ts'

let clock: VirtualClock
const open: EmulatorAtWork[] = []
beforeEach(() => {
  clock = virtualClock('by-hand')
})
afterEach(async () => {
  for (const emulator of open.splice(0)) await emulator.dispose()
})

const begin = async (
  options: Parameters<typeof emulatorAtWork>[1] = {},
): Promise<EmulatorAtWork> => {
  const emulator = await emulatorAtWork(clock, options)
  open.push(emulator)
  return emulator
}
const order = { model: 'ray-3.2', type: 'video', prompt: 'A mill', video: { duration: '5s' } }
const create = async (emulator: EmulatorAtWork): Promise<string> =>
  (await ask(`${emulator.baseUrls.luma}/generations`, { body: order })).body.id
const stateOf = async (emulator: EmulatorAtWork, id: string): Promise<string> =>
  (await ask(`${emulator.baseUrls.luma}/generations/${id}`)).body.state

describe('the accounts in the folder', () => {
  it('outlive the emulator: another over the same folder takes the jobs up', async () => {
    const first = await begin()
    const id = await create(first)
    await first.close()
    await clock.advance(2000)
    const second = await begin({ folder: first.folder })
    expect(await stateOf(second, id)).toBe('processing')
    await clock.advance(3000)
    expect(await stateOf(second, id)).toBe('completed')
    expect((await second.control('charges')).body.charges).toMatchObject([{ job: id }])
  })

  it('are the same for two emulators at once', async () => {
    const left = await begin()
    const right = await begin({ folder: left.folder })
    const id = await create(left)
    expect(await stateOf(right, id)).toBe('queued')
    await create(right)
    await clock.advance(5000)
    expect(await stateOf(right, id)).toBe('completed')
    expect((await left.control('charges')).body.charges).toHaveLength(2)
    const url = (await ask(`${left.baseUrls.luma}/generations/${id}`)).body.output[0]?.url ?? ''
    const atRight = url.replace(left.url, right.url)
    expect((await fetch(atRight)).status).toBe(200)
  })

  it('are as new after a reset, and faults are over', async () => {
    const emulator = await begin({ faults: [{ fault: 'rate-limited', operation: 'get' }] })
    const id = await create(emulator)
    expect((await emulator.control('reset', {})).status).toBe(200)
    expect((await emulator.control('charges')).body).toEqual({ charges: [], totalMicroUsd: 0 })
    expect((await emulator.control('jobs')).body).toEqual({ jobs: [] })
    expect(await ask(`${emulator.baseUrls.luma}/generations/${id}`)).toMatchObject({ status: 404 })
  })
})

describe('the emulator', () => {
  it('keeps the pace it is given, also while it runs', async () => {
    const emulator = await begin({ settings: [{ vendor: 'luma', queuedMs: 0, runMs: 0 }] })
    const created = await ask(`${emulator.baseUrls.luma}/generations`, { body: order })
    expect(created.body.state).toBe('queued')
    expect(await stateOf(emulator, created.body.id)).toBe('completed')
    await emulator.control('settings', { vendor: 'luma', queuedMs: 50, runMs: 50 })
    const id = await create(emulator)
    expect(await stateOf(emulator, id)).toBe('queued')
    await clock.advance(100)
    expect(await stateOf(emulator, id)).toBe('completed')
  })

  it('serves only the vendors it is told to', async () => {
    const emulator = await begin({ vendors: ['runway'] })
    const answer = await ask(`${emulator.baseUrls.luma}/generations`, { body: order })
    expect(answer.status).toBe(404)
  })

  it('tells where each vendor is served', async () => {
    const emulator = await begin()
    const answer = await ask(`${emulator.url}/_emulator`)
    expect(answer.body.baseUrls).toEqual({
      luma: `${emulator.url}/luma/v1`,
      'luma-legacy': `${emulator.url}/luma-legacy/dream-machine/v1`,
      runway: `${emulator.url}/runway`,
      anthropic: `${emulator.url}/anthropic`,
    })
  })

  it('says which port is taken', async () => {
    const { url } = await begin()
    expect(await codeOf(begin({ port: Number(new URL(url).port) }))).toBe('bad-input')
  })

  it('turns away who came by another name than that of this machine', async () => {
    const { url } = await begin()
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${url}/_emulator/charges`, { headers: { host: 'films.test' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('answers what is no JSON as the vendor does', async () => {
    const emulator = await begin()
    const answer = await fetch(`${emulator.baseUrls.luma}/generations`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: '{"model":',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ detail: 'The body is not valid JSON.' })
  })

  it('says that a job still runs while its clip takes long to draw', async () => {
    let finish: () => void = () => undefined
    const emulator = await begin({
      makeClip: (_order, path) =>
        new Promise((resolve) => {
          finish = () => resolve(writeFile(path, 'a clip'))
        }),
    })
    const id = await create(emulator)
    await clock.advance(5000)
    let state = ''
    const asked = stateOf(emulator, id).then((found) => {
      state = found
    })
    while (state === '') {
      await clock.advance(10_000)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await asked
    expect(state).toBe('processing')
    finish()
    expect(await stateOf(emulator, id)).toBe('completed')
  })

  it('says what went wrong when a clip cannot be drawn, and draws it when it can', async () => {
    const reported: unknown[] = []
    let isBroken = true
    const emulator = await begin({
      report: (error) => reported.push(error),
      makeClip: async (_order, path) => {
        if (isBroken) throw new Error('no ink')
        await writeFile(path, 'a clip')
      },
    })
    const id = await create(emulator)
    await clock.advance(5000)
    const broken = await ask(`${emulator.baseUrls.luma}/generations/${id}`)
    expect(broken).toMatchObject({ status: 500, body: { error: 'The emulator failed: no ink' } })
    expect(reported).toHaveLength(1)
    isBroken = false
    expect(await stateOf(emulator, id)).toBe('completed')
  })

  it('tells who draws how often the same words were ordered before', async () => {
    const emulator = await begin({ settings: [{ vendor: 'luma', queuedMs: 0, runMs: 0 }] })
    for (const prompt of ['a fox', 'a fox', 'an owl', 'a fox']) {
      const answer = await ask(`${emulator.baseUrls.luma}/generations`, {
        body: { ...order, prompt },
      })
      await stateOf(emulator, answer.body.id)
    }
    expect(emulator.drawn.map(({ prompt, attempt }) => [prompt, attempt])).toEqual([
      ...[
        ['a fox', 0],
        ['a fox', 1],
        ['an owl', 0],
        ['a fox', 2],
      ],
    ])
  })
})

describe('the Messages API', () => {
  const answer: AnswerMessages = ({ path, body }) =>
    Promise.resolve({
      status: 200,
      body: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'claude-sonnet-5-5',
        content: [{ type: 'text', text: `${path} ${JSON.stringify(body).length > 10}` }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 1000, output_tokens: 100 },
      },
    })
  const ask1 = (client: Anthropic): Promise<Anthropic.Message> =>
    Promise.resolve(
      client.messages.create({
        model: 'claude-sonnet-5-5',
        max_tokens: 100,
        messages: [{ role: 'user', content: 'Write a scene' }],
      }),
    )
  const clientOf = (emulator: EmulatorAtWork, apiKey = 'key'): Anthropic =>
    new Anthropic({ apiKey, baseURL: emulator.baseUrls.anthropic, maxRetries: 0, logLevel: 'off' })

  it('is answered by whoever was handed in, and billed by its tokens', async () => {
    const emulator = await begin({ answerMessages: answer })
    const message = await ask1(clientOf(emulator))
    expect(message.content).toMatchObject([{ text: '/v1/messages true' }])
    expect((await emulator.control('charges')).body.charges).toMatchObject([
      { vendor: 'anthropic', job: message.id, model: 'claude-sonnet-5-5', microUsd: 3000 },
    ])
  })

  it('has the faults of all vendors', async () => {
    const emulator = await begin({
      answerMessages: answer,
      faults: [
        { fault: 'server-error', value: 529, times: 1 },
        { fault: 'moderation', times: 1 },
        { fault: 'accept-then-drop', times: 1 },
      ],
    })
    const client = clientOf(emulator)
    expect(await rejectionOf(ask1(client))).toMatchObject({ status: 529 })
    expect(await rejectionOf(ask1(client))).toBeInstanceOf(Anthropic.APIConnectionError)
    expect((await emulator.control('charges')).body.charges).toHaveLength(1)
    expect(await rejectionOf(ask1(clientOf(emulator, 'bad-key')))).toBeInstanceOf(
      Anthropic.AuthenticationError,
    )
  })

  it('is refused, cut short, garbled or ends in an unheard way', async () => {
    const once = (fault: FaultName) => ({ fault, times: 1 })
    const emulator = await begin({ answerMessages: answer })
    const client = clientOf(emulator)
    const under = async (fault: FaultName): Promise<Anthropic.Message> => {
      await emulator.control('faults', [once(fault)])
      return ask1(client)
    }
    expect(await under('moderation')).toMatchObject({ stop_reason: 'refusal', content: [] })
    expect(await under('truncated-text')).toMatchObject({
      stop_reason: 'max_tokens',
      content: [{ text: '/v1/mess' }],
    })
    expect(await under('unparseable-text')).toMatchObject({
      stop_reason: 'end_turn',
      content: [{ text: 'Gladly! Here is what you asked for:' }],
    })
    expect(await under('unknown-enum')).toMatchObject({ stop_reason: 'rebalanced' })
    expect((await emulator.control('charges')).body.charges).toHaveLength(4)
  })

  it('is not served without anybody to answer', async () => {
    expect(await rejectionOf(begin({ answerMessages: null }))).toBeInstanceOf(TypeError)
  })
})
