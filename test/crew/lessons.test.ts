import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { factsAbout } from '../../src/providers/understudy/story/facts.ts'
import { paperFilm } from './film.ts'

const topics = [
  'How photosynthesis works',
  'Explain the water cycle',
  'Why do we have seasons? An explainer about the seasons.',
  'An explainer about the phases of the moon',
  'How a volcano works',
  'How pollination works',
  'How recycling works',
  'How electricity works',
  'How the heart works',
  'How digestion works',
  'How sleep works',
  'How the internet works',
  'How gravity works',
]

test.each(topics)('“%s” is explained by what is true of it', async (concept) => {
  const known = new Set(factsAbout(concept).map(({ line }) => line))
  const { scripts, items } = await paperFilm(concept)
  const [script] = scripts
  if (!script) throw new Error('There is no script.')
  const said = script.scenes.flatMap(({ narration }) => narration.map(({ text }) => text))
  expect(said.filter((text) => known.has(text)).length).toBeGreaterThanOrEqual(3)
  const covered = new Set(script.scenes.flatMap(({ covers }) => covers))
  for (const { id, claim } of items) if (/explains/.test(claim)) expect(covered).toContain(id)
  expect(new Set(shotsOf(script).map(({ picture }) => picture.place)).size).toBeGreaterThan(1)
})

test('facts can be said in one breath', () => {
  for (const { line } of topics.flatMap(factsAbout)) expect(line.length).toBeLessThanOrEqual(84)
})

test('of a topic nobody knows nothing is promised, and that it is explained stays missing', async () => {
  const { scripts, items } = await paperFilm('An explainer about how blockchain consensus works')
  const said = scripts.flatMap(({ scenes }) =>
    scenes.flatMap(({ narration }) => narration.map(({ text }) => text)),
  )
  expect(said.join(' ')).not.toMatch(/step|whole idea|now you know|at work/i)
  const item = items.find(({ claim }) => claim.startsWith('the film explains'))
  const covered = scripts.flatMap(({ scenes }) => scenes.flatMap(({ covers }) => covers))
  expect(item).toBeDefined()
  expect(covered).not.toContain(item?.id)
})
