import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import type { PaperFilm } from './film.ts'
import { paperFilm } from './film.ts'

/** Who does what where in the first script, as `woman: bakes a cake @ kitchen`. */
const deedsOf = ({ scripts }: PaperFilm): readonly string[] => [
  ...new Set(
    scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .flatMap(({ picture }) =>
        picture.subjects.map(({ what, action }) => `${what}: ${action} @ ${picture.place}`),
      ),
  ),
]

describe('every step of the client’s story is seen:', () => {
  test.each([
    [
      'A mother and her daughter bake a cake in the kitchen and a girl climbs a tree in the garden',
      [
        'woman: bakes a cake in the kitchen @ kitchen',
        'girl: bakes a cake in the kitchen @ kitchen',
        'girl: climbs a tree in the garden @ garden',
      ],
    ],
    [
      'Two brothers argue in a garage, one storms out, the other sits down and cries.',
      ['man: leaves @ workshop', 'man: sits down @ workshop', 'man: cries @ workshop'],
    ],
    [
      'A surfer waits for the perfect wave at dawn and rides it',
      ['person: rides the perfect wave @ beach'],
    ],
    [
      'A barista makes coffee in a cafe and serves it to an old man by the window',
      [
        'person: brews coffee in a cafe @ cafe',
        'person: serves the coffee to an old man by the window @ cafe',
        'man: sits @ cafe',
      ],
    ],
    [
      'A thief runs over the rooftops and the detective catches him',
      ['person: runs over the rooftops @ rooftop', 'person: catches him @ rooftop'],
    ],
    [
      'A girl finds a lost dog in the rain and leads it home',
      ['girl: finds a lost dog in the rain @ park', 'girl: walks home @ park', 'dog: walks @ park'],
    ],
    ['A chef cooks noodles in a kitchen', ['person: cooks noodles in a kitchen @ kitchen']],
    ['A Roman legion marches to the fortress', ['man: walks to the fortress @ castle']],
    [
      'Mia cries on a bench. Tom apologises.',
      ['woman: cries on a bench @ park', 'man: talks @ park'],
    ],
  ])('%s', async (concept, wanted) => {
    const deeds = deedsOf(await paperFilm(concept))
    for (const deed of wanted) expect(deeds).toContain(deed)
  })
})

test('three children are three', async () => {
  const { scripts } = await paperFilm('Three children play with a ball in the park')
  expect(scripts[0]?.cast).toHaveLength(3)
  const most = Math.max(...scripts.flatMap(shotsOf).map(({ picture }) => picture.subjects.length))
  expect(most).toBe(3)
})

test('a grandfather and his granddaughter are both seen in an Arabic concept, and he is old', async () => {
  const { scripts } = await paperFilm('رجل عجوز مع حفيدته في شوارع باريس', { language: 'ar' })
  expect(scripts[0]?.cast.map(({ look }) => look).join('; ')).toMatch(
    /man, about 70.*; girl, child/,
  )
  expect(scripts.flatMap(shotsOf)[0]?.picture.place).toBe('old town')
})

describe('weather', () => {
  test('is at the window of a room, too', async () => {
    const { scripts } = await paperFilm('A woman reads in the living room while it rains')
    for (const { picture } of scripts.flatMap(shotsOf)) expect(picture.weather).toBe('rain')
  })

  test.each(['A cat walks in the rain', 'A cat with a red umbrella'])(
    'takes an animal of the house outdoors: %s',
    async (concept) => {
      const { scripts } = await paperFilm(concept)
      expect(scripts.flatMap(shotsOf)[0]?.picture.place).toBe('city street')
    },
  )
})

test('things keep their colour and what they are made of', async () => {
  const { scripts, items } = await paperFilm(
    'A young woman on a red bicycle stops at a blue door and takes a steel bottle from a box',
    { seconds: 15 },
  )
  const things = new Set(scripts.flatMap(shotsOf).flatMap(({ picture }) => picture.objects))
  expect(things).toContain('red bicycle')
  expect(things).toContain('blue door')
  expect(things).toContain('steel bottle')
  expect(items.map(({ claim }) => claim)).toContain('the bicycle is red')
})
