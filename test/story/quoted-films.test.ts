import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatUsd, zeroUsd } from '../../src/domain/money.ts'
import { type QuoteParts, quoteBrief } from '../../src/production/quote.ts'
import { readDocument } from '../../src/production/rows.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

test('the film of a pilot costs what the quote says, because its script is written', async () => {
  const id = 'two-ways'
  await stage.create(id, { pilots: 2 })
  const { productions } = stage.floor
  const runCrew = { model: stage.models.crew.id, price: () => zeroUsd }
  const pace: QuoteParts['pace'] = ({ limits }) => ({ slots: limits.slots, measure: null })
  const parts = { ...stage.floor, crewModel: stage.models.crew, runCrew, pace }
  const quote = await quoteBrief(await productions.brief(id), stage.folder, parts)
  expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
  const { pilots } = await readDocument(productions, id, 'plan')
  expect(pilots).toHaveLength(2)
  for (const { id: pilot, filmQuote } of pilots) {
    const line = quote.plan.find((text) => text.startsWith(`${pilot} `))
    expect(line).toContain(`Film as written ${formatUsd(filmQuote)}.`)
  }
})
