import { expect, test } from 'vitest'
import type { PaperFilm } from './film.ts'
import { paperFilm } from './film.ts'

const said = ({ scripts }: PaperFilm): string =>
  scripts[0]?.scenes.flatMap(({ narration }) => narration.map(({ text }) => text)).join(' ') ?? ''

test.each([
  ['An advert for AquaPure, a steel water bottle', 'AquaPure'],
  ['An ad for Adidas running shoes', 'Adidas'],
  ['A commercial for Our Daily Bread', 'Our Daily Bread'],
  ['A promo for our new Anker phone', 'Anker'],
])('“%s” sells %s, letter by letter', async (concept, brand) => {
  const film = await paperFilm(concept)
  expect(film.scripts[0]?.title).toBe(brand)
  expect(said(film)).toContain(`${brand}.`)
  expect(film.items.map(({ claim }) => claim)).toContain(`${brand} is named`)
})

test('what the client claims of the product is said and asked for', async () => {
  const film = await paperFilm(
    'An advert for AquaPure, a steel bottle that keeps water cold for 24 hours, with hikers.',
  )
  expect(said(film)).toContain('keeps water cold for 24 hours.')
  const item = film.items.find(({ words }) => words.includes('keeps water cold for 24 hours'))
  const covered = film.scripts[0]?.scenes.flatMap(({ covers }) => covers)
  expect(covered).toContain(item?.id)
})

test('no line of an advert is the second half of one that was left out', async () => {
  for (const seconds of [10, 20, 30]) {
    const film = await paperFilm('An advert for Zip, a phone. People use it in a park.', {
      seconds,
    })
    expect(said(film)).not.toMatch(/(?:^|[.!?] )And for/)
  }
})
