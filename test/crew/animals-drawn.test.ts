import { describe, expect, test } from 'vitest'
import { coatsNamed } from '../../src/providers/animatic/figures/animals/coats.ts'
import { speciesOf } from '../../src/providers/animatic/figures/animals/species.ts'
import { coats } from '../../src/providers/understudy/words/coats.ts'
import { animals, kindOfAnimal } from '../../src/providers/understudy/words/vocabulary.ts'
import { deedsOf, linesOf, paperFilm } from './film.ts'

const drawn = animals.words.filter((word) => kindOfAnimal(word) === 'animal')

test('every animal that the crew casts as one is drawn as one', () => {
  expect(animals.words.filter((word) => kindOfAnimal(word) === 'thing')).toEqual(['robot'])
  for (const word of drawn) expect(speciesOf(word), word).not.toBeNull()
})

test('every animal has a look of its own, in colours that are drawn as written', () => {
  for (const word of drawn) expect(coats[word], word).toBeDefined()
  for (const look of Object.entries(coats).flatMap(([word, all]) => (word === 'robot' ? [] : all)))
    expect(coatsNamed(look).length, look).toBeGreaterThan(0)
})

describe('a story of animals casts them as animals, and tells it:', () => {
  test.each([
    ['A little dragon flies over a village and lands on a roof', 'dragon', 'The little dragon'],
    ['An elephant walks to the river and drinks', 'elephant', 'The elephant'],
    ['A sea turtle swims through a coral reef', 'turtle', 'turtle'],
    ['A penguin waddles across the ice', 'penguin', 'The penguin'],
    ['An owl flies through the forest at night', 'owl', 'The owl'],
  ])('%s', async (concept, what, line) => {
    const film = await paperFilm(concept, { seconds: 15 })
    const [member] = film.scripts[0]?.cast ?? []
    expect(member?.kind).toBe('animal')
    expect(member?.look).not.toContain('as described')
    expect(speciesOf(`${member?.name} ${member?.look}`) ?? what).toBe(what)
    expect(linesOf(film).join(' ')).toContain(line)
  })
})

test.each([
  ['A bee visits flowers', 'bee: flies to flowers', 'The bee visits flowers.'],
  ['A shark chases a fish through a reef', 'shark: swims after a fish', 'The shark chases a fish'],
  ['A polar bear walks across the ice', 'bear: walks across the ice', 'The polar bear walks'],
  ['An octopus opens a jar', 'octopus: opens a jar', 'The octopus opens a jar.'],
])(
  'animals go in their own way, and are told of in the words of the client: %s',
  async (concept, deed, line) => {
    const film = await paperFilm(concept, { seconds: 15 })
    expect(deedsOf(film).join(' · ')).toContain(deed)
    expect(linesOf(film).join(' ')).toContain(line)
    expect(linesOf(film).join(' ')).not.toMatch(/(?:bee|shark|fish|octopus) walks/)
  },
)
