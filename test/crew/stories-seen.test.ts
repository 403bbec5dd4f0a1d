import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { paperFilm } from './film.ts'

/** Concepts and what is seen of each. */
const stories = JSON.parse(
  readFileSync(new URL('stories-seen.json', import.meta.url), 'utf8'),
) as Record<string, readonly string[]>

/** What is seen in a film of three short scenes: where, when and who does what, each once, in order. */
const seenIn = async (concept: string): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds: 15 })
  const seen = scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture: { place, timeOfDay, subjects } }) => {
      const deeds = subjects.map(({ what, action }) => `${what} ${action}`.trim()).join(' + ')
      return { hour: timeOfDay, told: `${place}: ${deeds}` }
    })
  return seen
    .filter(({ told }, index) => told !== seen[index - 1]?.told)
    .map(({ hour, told }) => told.replace(':', `, ${hour}:`))
}

test.each(Object.entries(stories))('%s', async (concept, seen) => {
  expect(await seenIn(concept)).toEqual(seen)
})

test('whom a story is about is in most of its shots, at the weather it names, under no other sky', async () => {
  const { scripts } = await paperFilm(
    'A young woman repairs a bicycle in her workshop. Rain falls outside.',
  )
  for (const script of scripts) {
    const shots = shotsOf(script)
    const withHer = shots.filter(({ picture }) => picture.subjects.length > 0)
    expect(withHer.length / shots.length).toBeGreaterThanOrEqual(0.6)
    expect(new Set(shots.map(({ picture }) => picture.weather))).toEqual(new Set(['rain']))
    expect(shots.map(({ picture }) => picture.timeOfDay)).not.toContain('golden hour')
    const said = script.scenes.flatMap(({ narration }) => narration.map(({ text }) => text))
    expect(said.join(' ')).not.toMatch(/honey|sun|stars|shadows/)
  }
})
