import { describe, expect, test } from 'vitest'
import { paperFilm } from './film.ts'

const wordsOf = async (concept: string): Promise<readonly string[]> => {
  const { items } = await paperFilm(concept, { seconds: 12 })
  return items.flatMap(({ claim, words }) => [claim, ...words])
}

describe('a contract has words that exist:', () => {
  test.each([
    ['A boy watches a muddy football match in the rain.', /matchs/],
    ['A knight finds a dragon, but it is wounded.', /woundeds/],
    ['A girl drinks a bowl of warm milk.', /milks/],
    ['A girl sees fireflies in the dark.', /fireflie\b|a dark/],
    ['Sunlight looks white but it is made of many colours.', /white but/],
  ])('%s', async (concept, crude) => {
    for (const text of await wordsOf(concept)) expect(text).not.toMatch(crude)
  })

  test('places with a name are where the film is', async () => {
    const words = await wordsOf(
      'Three days in Portugal: the trams of Lisbon, the port cellars of Porto, the cliffs and beaches of the Algarve.',
    )
    expect(words).toContain('the film is in Lisbon')
    expect(words).toContain('the film is in the Algarve')
  })
})
