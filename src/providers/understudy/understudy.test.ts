import { describe, expect, test } from 'vitest'
import type { CrewQuestion } from '../../ports/language-model.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { understudy } from './understudy.ts'

const question: CrewQuestion = {
  role: 'producer',
  task: 'write-contract',
  input: { concept: 'A fox drinks from a river at dawn.', seconds: 20, language: 'en' },
  prompt: 'Write the contract.',
  images: [],
  replySchema: {},
  maxTokens: 4000,
}

paidModelContract<CrewQuestion>('the understudy', async () => ({
  model: () => understudy(),
  request: question,
  impossible: { ...question, task: 'write-poem' },
  long: null,
  references: 'joins',
  judge: async (output, { maxTokens }) => {
    if (output.kind !== 'text') throw new Error(`text was expected, not ${output.kind}`)
    expect(JSON.parse(output.text).items.length).toBeGreaterThan(0)
    expect(output.text.length / 4).toBeLessThanOrEqual(maxTokens)
  },
  dispose: async () => undefined,
}))

const ask = (asked: CrewQuestion): ReturnType<ReturnType<typeof understudy>['start']> =>
  understudy().start(asked, 'reference', new AbortController().signal)

describe('the understudy', () => {
  test('answers at once, in JSON, and always the same', async () => {
    const first = await ask(question)
    expect(first).toEqual(await ask(question))
    if (first.kind !== 'delivered' || first.output.kind !== 'text') throw new Error('no text')
    expect(JSON.parse(first.output.text).items.length).toBeGreaterThanOrEqual(7)
  })

  test('answers from the input alone, whatever the prompt says', async () => {
    expect(await ask({ ...question, prompt: 'Say something else.' })).toEqual(await ask(question))
  })

  test('refuses a task it has no rules for', async () => {
    const answer = await ask({ ...question, task: 'write-poem' })
    expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('write-poem') })
  })

  test('refuses an input that is not as agreed, and names the field', async () => {
    const answer = await ask({ ...question, input: { concept: 7 } })
    expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('concept') })
  })

  test('counts tokens, so that it goes through the ledger like any vendor', () => {
    expect(understudy().units(question)).toEqual({ unit: 'token', quantity: 4005 })
  })

  test('keeps no jobs', async () => {
    expect(await understudy().check({}, new AbortController().signal)).toEqual({ state: 'gone' })
  })
})
