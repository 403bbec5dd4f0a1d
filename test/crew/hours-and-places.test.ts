import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { linesOf, paperFilm } from './film.ts'

const seen = async (concept: string, seconds = 12): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds })
  const all = scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture }) => `${picture.place}, ${picture.timeOfDay}`)
  return [...new Set(all)]
}

describe('the hour is read', () => {
  test.each([
    ['A girl stands under the sunrise on a beach', 'beach, dawn'],
    ['At noon a man stands in a village', 'village, day'],
    ['A couple dances under string lights in a garden', 'garden, dusk'],
    ['A couple sits in a garden while fireworks light up the sky', 'garden, night'],
  ])('%s', async (concept, picture) => {
    expect(await seen(concept)).toEqual([picture])
  })
})

test('a ship that is repaired is not where that is done, and who looks out of its window is in it', async () => {
  const pictures = await seen(
    'An astronaut repairs her spaceship on a red planet and sees the Earth from the window',
  )
  expect(pictures).toEqual(['mars, night', 'spaceship cabin, night'])
})

test('a village by the sea is no sea', async () => {
  expect(await seen('A man sings in a village by the sea at night')).toEqual(['village, night'])
  expect(await seen('A fisherman in a fishing village mends his nets at night')).toEqual([
    'harbor, night',
  ])
})

test('who looks out of a window is in a room', async () => {
  const pictures = await seen('A woman looks out of the window at the rain')
  expect(pictures.every((picture) => picture.startsWith('living room'))).toBe(true)
})

describe('a time long gone has no cars', () => {
  test.each([
    'Legionaries march through the streets of Rome, 44 BC',
    'A man in a toga walks through a city',
    'A cowboy rides through a town in 1880',
  ])('%s', async (concept) => {
    const { scripts } = await paperFilm(concept, { seconds: 12 })
    expect(scripts.flatMap(shotsOf).every(({ picture }) => picture.avoid.includes('car'))).toBe(
      true,
    )
  })

  test('but for those the client names', async () => {
    const { items } = await paperFilm('A samurai drives a car through a city', { seconds: 12 })
    expect(items.some(({ kind }) => kind === 'must-not')).toBe(false)
  })
})

describe('an hour or a season that one sentence names', () => {
  const walk =
    'A girl and her dog walk through a forest. They meet a dragon at a castle. They dance in a garden at night.'

  test('is not there before it', async () => {
    const pictures = await seen(walk, 20)
    expect(pictures.filter((picture) => picture.endsWith('night'))).toEqual(['garden, night'])
    expect(pictures.length).toBeGreaterThan(2)
  })

  test('holds for what follows', async () => {
    const pictures = await seen(
      'A man leaves his house. He meets a woman in a park at night. They dance on a bridge.',
      20,
    )
    expect(pictures.slice(1)).toEqual(['park, night', 'bridge, night'])
    expect(pictures[0]).not.toContain('night')
  })

  test('holds for the whole film where the first sentence names it', async () => {
    const pictures = await seen(
      'At night a girl walks through a forest. She meets a fox at a castle.',
    )
    expect(pictures.every((picture) => picture.endsWith('night'))).toBe(true)
  })

  test('and so does a season', async () => {
    const pictures = await seen(
      'A girl walks through a forest. She meets a fox in a park in winter.',
    )
    expect(pictures.map((picture) => picture.split(',')[0])).toEqual(['forest', 'winter park'])
  })
})

test('the four seasons of a place are four', async () => {
  const pictures = await seen('The four seasons of a forest')
  const order = ['spring', 'summer', 'autumn', 'winter']
  const named = pictures.map((picture) => order.findIndex((season) => picture.startsWith(season)))
  expect(named.filter((at) => at >= 0)).toEqual(named.filter((at) => at >= 0).toSorted())
  expect(new Set(named.filter((at) => at >= 0)).size).toBeGreaterThan(1)
})

test('a scene that is joined of two plays each where it is told', async () => {
  const pictures = await seen(
    'A girl and her dog walk through a forest. They meet a dragon at a castle. They dance in a garden at night.',
  )
  expect(pictures.map((picture) => picture.split(',')[0])).toEqual(['forest', 'castle', 'garden'])
})

test('three, of whom one is a dragon, are not shown from the waist up', async () => {
  const { scripts } = await paperFilm('A girl and her dog talk with a dragon at a castle', {
    seconds: 20,
  })
  for (const { picture } of scripts.flatMap(shotsOf))
    if (picture.subjects.length > 2) expect(picture.framing).toMatch(/full|wide|establishing/)
})

test('whoever sleeps on a bed does so in a bedroom, be it an animal', async () => {
  const { scripts } = await paperFilm(
    'Mia finds a lost kitten under a bench in the rain. That night the kitten sleeps on her bed.',
    { seconds: 12 },
  )
  const asleep = scripts
    .flatMap(shotsOf)
    .filter(({ picture }) => picture.subjects.some(({ action }) => /sleeps/.test(action)))
  expect(asleep.length).toBeGreaterThan(0)
  for (const { picture } of asleep) expect(picture.place).toBe('bedroom')
})

describe('a place that sleeps is a still place at night:', () => {
  test.each([
    ['A lantern floats over the sleeping town.', 'night', 'floats over the town'],
    ['A child looks out over the sleeping city.', 'night', 'looks out over the city'],
    ['An owl flies over the sleeping houses.', 'night', 'flies over the houses'],
    ['The village is sleeping. A fox walks past.', 'night', 'walks past'],
    [
      'A fairy flies through the sleeping forest at dawn.',
      'dawn',
      'flies through the forest at dawn',
    ],
    [
      'A man walks past a sleeping dog on a street.',
      'morning',
      'walks past a sleeping dog on a street',
    ],
  ])('%s', async (concept, hour, deed) => {
    const film = await paperFilm(concept, { seconds: 12 })
    const pictures = film.scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .map(({ picture }) => picture)
    expect(pictures[0]?.timeOfDay).toBe(hour)
    expect(pictures.flatMap(({ subjects }) => subjects.map(({ action }) => action))).toContain(deed)
    expect(linesOf(film)[0]).toContain('sleeping')
  })
})
