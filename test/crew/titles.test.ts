import { describe, expect, test } from 'vitest'
import { paperFilm } from './film.ts'

describe('a title is a name, somebody in particular, what the story turns on or where it plays:', () => {
  test.each([
    ['A woman and a man walk on a beach.', 'On the Beach'],
    ['A girl helps her mother bake a cake.', 'The Cake'],
    ['A lazy man looks at his phone. The phone rings.', 'The Phone'],
    ['Two friends argue: Sara, a young woman, and Ben, an old man.', 'Sara and Ben'],
    ['Recipe: fluffy pancakes. A woman mixes flour and flips a pancake.', 'Fluffy Pancakes'],
    ['A surfer waits at dawn on a beach.', 'The Surfer'],
    ['A lost puppy in the rain. Ben finds it.', 'Ben and the Lost Puppy'],
    ['A fox and a crow argue over a piece of cheese', 'The Fox and the Crow'],
    ['A boy misses a shot and scores in the final', 'The Final'],
    ['A woman wakes in an old house. A pale hand reaches out.', 'In the Old House'],
    ['A couple dances in the rain', 'In the Rain'],
    ['A girl and her dog walk through a forest. They meet a dragon.', 'The Girl and the Dog'],
    ['A woman dances.', 'The Dance'],
  ])('%s', async (concept, title) => {
    expect((await paperFilm(concept, { seconds: 12 })).scripts[0]?.title).toBe(title)
  })

  test('and ends with a phrase', async () => {
    const titleOf = async (concept: string, language: string): Promise<string | undefined> =>
      (await paperFilm(concept, { seconds: 12, language })).scripts[0]?.title
    expect(
      await titleOf('Ein Werbespot für ein Fahrrad: Eine Frau fährt durch die Stadt.', 'de'),
    ).toBe('Eine Frau fährt durch die Stadt')
    expect(
      await titleOf('A slow look at the long empty beaches of northern Norway in winter', 'en'),
    ).toBe('Slow Look at the Long Empty Beaches')
  })
})

describe('no title ends on a word that promises another:', () => {
  test.each([
    'A quiet beach at sunrise with no people and no boats, only waves and clouds.',
    'How to repot a houseplant: take the plant out of the old pot, put fresh soil into a bigger pot, set the plant in, and water it well.',
    'How to make tea: pour the water into the warm pot of your grandmother, let it steep for four minutes, pour and enjoy.',
  ])('%s', async (concept) => {
    const [script] = (await paperFilm(concept, { seconds: 12 })).scripts
    const titles = [script?.title, ...(script?.scenes.map(({ title }) => title) ?? [])]
    for (const title of titles)
      expect(title).not.toMatch(/\b(?:an?|the|of|in|into|with|to|for|and|or|your)$/i)
  })
})
