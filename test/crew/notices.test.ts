import { expect, test } from 'vitest'
import { linesOf, paperFilm } from './film.ts'

test.each([
  [
    "Wedding invitation for Clara and James, Saturday 14 June 2025 at 3 pm, St. Mary's Church, Oxford. A couple dances in a garden.",
    'Clara and James',
    "Clara and James, Saturday 14 June 2025 at 3 pm, St Mary's Church, Oxford.",
  ],
  [
    'Save the date: The Summer Concert, 3 May at 8 pm, Hyde Park. A band plays.',
    'The Summer Concert',
    'The Summer Concert, 3 May at 8 pm, Hyde Park.',
  ],
  [
    "You are invited to Anna's birthday party on Saturday 14 June at 3 pm in Oxford. Children dance.",
    "Anna's Birthday Party",
    'birthday party on Saturday 14 June at 3 pm in Oxford.',
  ],
])(
  'an invitation says and shows when and where, word for word: %s',
  async (concept, title, words) => {
    for (const seconds of [12, 30]) {
      const film = await paperFilm(concept, { seconds })
      expect(film.scripts[0]?.title).toBe(title)
      expect(linesOf(film).at(-1)).toContain(words)
      const cards = film.scripts[0]?.scenes.flatMap(({ shots }) =>
        shots.flatMap(({ overlays }) => overlays.map(({ text }) => text)),
      )
      expect(cards?.at(-1)).toContain(words)
      const item = film.items.find(({ claim }) => claim.includes(words))
      expect(film.scripts[0]?.scenes.flatMap(({ covers }) => covers)).toContain(item?.id)
    }
  },
)

test('an invitation that somebody gets is a story', async () => {
  const film = await paperFilm('A girl opens an invitation and smiles.', { seconds: 12 })
  expect(linesOf(film)[0]).toMatch(/^The girl opens an invitation/)
})
