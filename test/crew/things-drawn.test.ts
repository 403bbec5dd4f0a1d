import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { thingNamed } from '../../src/providers/animatic/figures/things/things.ts'
import { objectLines } from '../../src/providers/understudy/lines/object-lines.ts'
import { wornProducts } from '../../src/providers/understudy/words/made-things.ts'
import { objects } from '../../src/providers/understudy/words/vocabulary.ts'
import { linesOf, paperFilm } from './film.ts'

const ordered = [...objects.words, ...wornProducts.words]

test('every thing that the crew orders is drawn, each as a thing of its own', () => {
  const drawn = ordered.map((word) => [word, thingNamed(word)?.thing.name] as const)
  expect(drawn.filter(([, name]) => name === undefined)).toEqual([])
  const shared = drawn.filter(
    ([, name], index) => drawn.findIndex(([, other]) => other === name) !== index,
  )
  expect(shared).toEqual([])
})

test.each([
  ['An advert for a handmade leather backpack', 'leather backpack'],
  ['An advert for black leather boots', 'black leather shoe'],
  ['A 20 second commercial for Lumo wireless headphones', 'headphones'],
  ['An ad for rose gold sunglasses', 'rose gold sunglasses'],
  ['A commercial for a stainless steel water bottle', 'stainless steel water bottle'],
])(
  'what an advert sells is in its pictures, as the client describes it: %s',
  async (concept, word) => {
    const film = await paperFilm(concept, { seconds: 20 })
    const pictures = film.scripts.slice(0, 1).flatMap(shotsOf)
    expect(pictures.filter(({ picture }) => picture.objects.includes(word)).length).toBeGreaterThan(
      1,
    )
  },
)

test.each([
  ['A girl finds an old music box in the attic', 'music box'],
  ['Children build a snowman', 'snowman'],
  ['Ein Junge spielt Geige im Schnee', 'violin'],
  ['A man bakes a pizza', 'pizza'],
])('a thing of a story is in its pictures: %s', async (concept, word) => {
  const film = await paperFilm(concept, { seconds: 20 })
  expect(
    film.scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .flatMap(({ picture }) => picture.objects),
  ).toContain(word)
})

test('what somebody wears in a story is no thing of its own', async () => {
  const film = await paperFilm('A woman in a red hat buys a pumpkin at the market', { seconds: 20 })
  const shown = film.scripts.flatMap(shotsOf).flatMap(({ picture }) => picture.objects)
  expect(shown).toContain('pumpkin')
  expect(shown.join(' ')).not.toContain('hat')
})

test('a thing seen close has a line of its own', async () => {
  const film = await paperFilm('Children build a snowman', { seconds: 20 })
  expect(linesOf(film)).toContain(objectLines('snowman')[0])
})
