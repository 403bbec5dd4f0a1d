import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CrewTask } from '../../src/ports/crew.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { Started } from '../../src/ports/paid-model.ts'
import { runTo, type StageModels, type StoryStage, storyStage } from '../support/story-stage.ts'

const broken: Started = { kind: 'not-accepted', retry: 'never', reason: 'the program is missing' }

describe('an order that was closed and not bought', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const keys = async (id: string, port: string): Promise<readonly string[]> =>
    (await stage.floor.ledger.orders(id))
      .filter((order) => order.port === port)
      .map(({ key, state }) => `${key.slice(id.length + 1)} ${state}`)

  test('a voice that failed once reads the cue again when the run is resumed', async () => {
    await stage.create('voice')
    const speech = { ...stage.models.speech, start: async () => broken }
    const failed = await runTo(await stage.driver({ models: { speech } }), 'voice')
    expect(failed).toMatchObject({ state: 'failed', stage: 'soundtrack' })
    expect(failed.reason).toContain('the program is missing')
    expect((await runTo(await stage.driver(), 'voice')).state).toBe('wrapped')
    const orders = await keys('voice', 'speech')
    expect(orders.slice(0, 2)).toEqual(['film/speech/1.1/1 failed', 'film/speech/1.1/2 delivered'])
  })

  test('music that failed once is composed again when the run is resumed', async () => {
    await stage.create('music')
    const music = { ...stage.models.music, start: async () => broken }
    const failed = await runTo(await stage.driver({ models: { music } }), 'music')
    expect(failed).toMatchObject({ state: 'failed', stage: 'soundtrack' })
    expect((await runTo(await stage.driver(), 'music')).state).toBe('wrapped')
    expect(await keys('music', 'music')).toEqual([
      'film/music/bed/1 failed',
      'film/music/bed/2 delivered',
    ])
  })

  test.each<readonly [string, Started]>([
    ['refused', { kind: 'refused', reason: 'not in this tone' }],
    ['failed', broken],
  ])(
    'a crew member that %s an answer is asked again when the run is resumed',
    async (state, answer) => {
      const id = `crew-${state}`
      await stage.create(id)
      const crew: LanguageModel = { ...stage.models.crew, start: async () => answer }
      expect((await runTo(await stage.driver({ models: { crew } }), id)).state).toBe('failed')
      expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
      expect((await keys(id, 'llm')).slice(0, 2)).toEqual([
        `crew/llm/contract/1 ${state}`,
        'crew/llm/contract/2 delivered',
      ])
    },
  )

  test('two invalid replies are read again, then the crew is asked for a third', async () => {
    await stage.create('nonsense')
    const nonsense: Started = { kind: 'delivered', output: { kind: 'text', text: '{}' } }
    const crew: LanguageModel = { ...stage.models.crew, start: async () => nonsense }
    const failed = await runTo(await stage.driver({ models: { crew } }), 'nonsense')
    expect(failed.reason).toContain('gave a reply that cannot be used')
    expect((await runTo(await stage.driver(), 'nonsense')).state).toBe('wrapped')
    const contracts = (await keys('nonsense', 'llm')).filter((key) => key.includes('contract'))
    expect(contracts).toEqual([
      'crew/llm/contract/1 delivered',
      'crew/llm/contract/2 delivered',
      'crew/llm/contract/3 delivered',
    ])
  })

  test('a reply that reads well and cannot be used is asked for again too', async () => {
    await stage.create('no-model')
    const crew: LanguageModel = {
      ...stage.models.crew,
      start: async (question, reference, signal) => {
        const started = await stage.models.crew.start(question, reference, signal)
        if (question.task !== 'write-plan' || started.kind !== 'delivered') return started
        if (started.output.kind !== 'text') return started
        const text = started.output.text.replaceAll('animatic/', 'nobody/')
        return { kind: 'delivered', output: { kind: 'text', text } }
      },
    }
    const failed = await runTo(await stage.driver({ models: { crew } }), 'no-model')
    expect(failed.reason).toContain('gave a reply that cannot be used')
    expect((await runTo(await stage.driver(), 'no-model')).state).toBe('wrapped')
  })

  describe('a reply that is cut off where its room ends', () => {
    /** A crew whose plans need so much room, and which writes so much at most. */
    const wordyCrew = (needed: number, most: number): LanguageModel => ({
      ...stage.models.crew,
      units: ({ maxTokens }) => {
        const tokens = { input: 0, output: Math.min(most, maxTokens) }
        const cached = { cacheWrite: 0, cacheWriteHour: 0, cacheRead: 0 }
        return { unit: 'token', quantity: tokens.output, tokens: { ...tokens, ...cached } }
      },
      start: async (question, reference, signal) => {
        const started = await stage.models.crew.start(question, reference, signal)
        const isShort = Math.min(most, question.maxTokens) < needed
        if (question.task !== 'write-plan' || !isShort) return started
        return { kind: 'delivered', output: { kind: 'text', text: '{"pilots":[', isCutOff: true } }
      },
    })
    const plans = async (id: string): Promise<readonly (readonly [string, number])[]> =>
      (await stage.floor.ledger.orders(id))
        .filter(({ key }) => key.includes('/llm/plan/'))
        .map(({ key, request }) => [
          key.slice(id.length + 1),
          (request as { readonly maxTokens: number }).maxTokens,
        ])

    test('is asked for again with twice the room', async () => {
      await stage.create('wordy')
      const crew = wordyCrew(8_000, 64_000)
      expect((await runTo(await stage.driver({ models: { crew } }), 'wordy')).state).toBe('wrapped')
      expect(await plans('wordy')).toEqual([
        ['crew/llm/plan/1', 4_000],
        ['crew/llm/plan/2', 8_000],
      ])
    })

    test('is told to be that, and has more room each time the run is resumed', async () => {
      await stage.create('wordier')
      const models = { crew: wordyCrew(16_000, 64_000) }
      const failed = await runTo(await stage.driver({ models }), 'wordier')
      expect(failed.reason).toContain(
        'cut off at the 8000 tokens it had room for (order wordier/crew/llm/plan/2). It is paid, and kept with the order. Resume the run to ask again with room for 16000 tokens.',
      )
      expect((await runTo(await stage.driver({ models }), 'wordier')).state).toBe('wrapped')
      expect((await plans('wordier')).at(-1)).toEqual(['crew/llm/plan/3', 16_000])
    })

    test('is not asked for again at once when the model writes no more', async () => {
      await stage.create('wordiest')
      const models = { crew: wordyCrew(16_000, 6_000) }
      const failed = await runTo(await stage.driver({ models }), 'wordiest')
      expect(failed.reason).toContain('cut off at the 6000 tokens')
      expect(failed.reason).toMatch(/writes no longer answers: .*config set crewModel/)
      expect(await plans('wordiest')).toHaveLength(2)
      await runTo(await stage.driver({ models }), 'wordiest')
      expect(await plans('wordiest')).toHaveLength(3)
    })
  })

  describe('when a later version of the studio words the question otherwise', () => {
    const question = (prompt: string): CrewTask<string> => ({
      role: 'producer',
      task: 'write-contract',
      input: null,
      prompt,
      images: [],
      replySchema: null,
      maxTokens: 10,
      parse: String,
    })
    const crewThat = (start: LanguageModel['start']): LanguageModel => ({
      ...stage.models.crew,
      start,
    })
    const says = (text: string): LanguageModel =>
      crewThat(async () => ({ kind: 'delivered', output: { kind: 'text', text } }))
    const ask = (id: string, crew: LanguageModel, prompt: string): Promise<string> =>
      stage.manned({ models: { crew } }).crew(id)('contract', question(prompt))

    test('a reply that was given is used as it is', async () => {
      await stage.create('given')
      expect(await ask('given', says('"first"'), 'What is wanted?')).toBe('first')
      expect(await ask('given', says('"second"'), 'What is wanted, please?')).toBe('first')
    })

    test('a question that was refused is asked anew', async () => {
      await stage.create('refused')
      const refuses = crewThat(async () => ({ kind: 'refused', reason: 'too short' }))
      await expect(ask('refused', refuses, 'What?')).rejects.toMatchObject({
        ...{ code: 'vendor-refused', retry: 'later' },
      })
      expect(await ask('refused', says('"yes"'), 'What is wanted?')).toBe('yes')
      expect(await keys('refused', 'llm')).toEqual([
        'crew/llm/contract/1 refused',
        'crew/llm/contract/2 delivered',
      ])
    })

    test('a question that was lost on its way is closed unsent, and asked anew', async () => {
      await stage.create('lost')
      const dies = crewThat(() => Promise.reject(new Error('the process died')))
      await expect(ask('lost', dies, 'What?')).rejects.toThrow('the process died')
      expect(await keys('lost', 'llm')).toEqual(['crew/llm/contract/1 submitting'])
      expect(await ask('lost', says('"yes"'), 'What is wanted?')).toBe('yes')
      expect(await keys('lost', 'llm')).toEqual([
        'crew/llm/contract/1 failed',
        'crew/llm/contract/2 delivered',
      ])
    })
  })

  test('an order that waits for a person makes the run wait, not fail', async () => {
    await stage.create('parked')
    const dying = { ...stage.models.speech, start: () => Promise.reject(new Error('died')) }
    const first = runTo(await stage.driver({ models: { speech: dying } }), 'parked')
    await expect(first).rejects.toThrow('died')
    const blind = { ...stage.models.speech, find: async () => ({ jobs: [], complete: false }) }
    const second = await runTo(await stage.driver({ models: { speech: blind } }), 'parked')
    expect(second).toMatchObject({ state: 'waiting-for-order' })
    expect(second.reason).toContain('film/speech/1.1/1')
  })

  test('sound that no money is left for is said to be that', async () => {
    await stage.create('poor')
    const dear: StageModels['music'] = {
      ...stage.models.music,
      id: 'animatic/feature',
      units: () => ({ unit: 'second', quantity: 100_000 }),
    }
    const run = await runTo(await stage.driver({ models: { music: dear } }), 'poor')
    expect(run).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/^No music/),
    })
  })
})
