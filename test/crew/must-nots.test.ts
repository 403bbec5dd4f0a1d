import { describe, expect, test } from 'vitest'
import { isScriptsFault } from '../../src/agents/critic/worth-retake.ts'
import { shotsOf } from '../../src/domain/script.ts'
import type { PaperFilm } from './film.ts'
import { paperFilm } from './film.ts'

const picturesOf = ({ scripts }: PaperFilm) =>
  scripts.flatMap(shotsOf).map(({ picture }) => picture)

const bansOf = ({ items }: PaperFilm): readonly string[] =>
  items.filter(({ kind }) => kind === 'must-not').map(({ claim }) => claim)

describe('rain that is ruled out never falls:', () => {
  test.each([
    'It must never rain.',
    'It must not rain.',
    'Never any rain.',
    'It never rains.',
    'Without rain.',
    'No rain.',
  ])('%s', async (words) => {
    const film = await paperFilm(`A woman walks through a city. ${words}`)
    expect(bansOf(film)).toEqual(['no rain in the film'])
    expect(film.items.some(({ claim }) => /weather/.test(claim))).toBe(false)
    expect(new Set(picturesOf(film).map(({ weather }) => weather))).toEqual(new Set(['clear']))
  })
})

describe('people who are ruled out:', () => {
  test('men are no boys, girls and women', async () => {
    const film = await paperFilm('A girl and a woman play in a park. No men.')
    const people = new Set(
      picturesOf(film).flatMap(({ subjects }) => subjects.map(({ what }) => what)),
    )
    expect(people).toEqual(new Set(['girl', 'woman']))
    expect(film.items.find(({ kind }) => kind === 'must-not')?.words).toEqual(['man'])
  })

  test('people in the background are not the ones the film is about', async () => {
    const film = await paperFilm('A woman dances on a beach, no people in the background')
    expect(film.scripts[0]?.cast).toHaveLength(1)
  })
})

describe('what follows a negation is wanted:', () => {
  test.each([
    [
      'A quiet beach at sunrise with no people and no boats, only gulls and gentle waves.',
      ['no people in the film', 'no boats in the film'],
      'bird',
    ],
    ['No people, just a dog running on a beach.', ['no people in the film'], 'dog'],
    [
      'A forest. No people or music but a deer.',
      ['no people in the film', 'no music in the film'],
      'deer',
    ],
    ['An empty harbour, no people, gulls cry over the boats.', ['no people in the film'], 'bird'],
  ])('%s', async (concept, bans, seen) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(bansOf(film)).toEqual(bans)
    expect(film.items.some(({ words }) => words.join().includes(seen))).toBe(true)
    const all = picturesOf(film).flatMap(({ subjects }) => subjects.map(({ what }) => what))
    expect(all).toContain(seen)
  })

  test.each([
    'A boy runs through the rain without stopping.',
    'A woman leaves the house without a word.',
    'A train passes without slowing.',
  ])('how something is done rules nothing out: %s', async (concept) => {
    expect(bansOf(await paperFilm(concept))).toEqual([])
  })

  test('a thing made by its -ing can be ruled out', async () => {
    expect(bansOf(await paperFilm('A room without paintings. A cat sleeps.'))).toHaveLength(1)
  })
})

test.each([
  ['A girl plays guitar on a stage. No night.', 'night'],
  ['An astronaut floats in space. No night.', 'night'],
  ['A dog walks by the sea for a whole day. No dusk, no sunset.', 'dusk'],
])('the plan has another hour where one is ruled out: %s', async (concept, hour) => {
  const film = await paperFilm(concept, { seconds: 60 })
  expect(picturesOf(film).map(({ timeOfDay }) => timeOfDay)).not.toContain(hour)
})

test('no take is bought for what the script itself orders', async () => {
  const [picture] = picturesOf(await paperFilm('A dog runs at night'))
  if (!picture) throw new Error('the film has a shot')
  expect(isScriptsFault(picture, ['night'])).toBe(true)
  expect(isScriptsFault(picture, ['car'])).toBe(false)
  expect(isScriptsFault(picture, [])).toBe(false)
})

describe('a list of what is not wanted ends where a person would end it:', () => {
  test.each([
    // Each has its own "no": what has none is wanted.
    ['A bridge. No people, no cars, rain, dusk', ['people', 'cars'], 'rain', 'dusk'],
    ['A bridge. No people, no cars. Rain, dusk.', ['people', 'cars'], 'rain', 'dusk'],
    ['A bridge, no cars, no rain, night.', ['cars', 'rain'], 'clear', 'night'],
    // A weather behind other things is wanted, unless "or" joins it to them.
    ['A bridge, no people, fog.', ['people'], 'fog', 'morning'],
    ['A bridge. No people, cars or rain.', ['people', 'cars', 'rain'], 'clear', 'morning'],
    ['A bridge. No rain, snow, fog.', ['rain', 'snow', 'fog'], 'clear', 'morning'],
    ['A bridge. No people, cars, animals.', ['people', 'cars', 'animals'], 'clear', 'morning'],
  ])('%s', async (concept, bans, weather, time) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(bansOf(film)).toEqual(bans.map((ban) => `no ${ban} in the film`))
    expect(picturesOf(film)[0]).toMatchObject({ weather, timeOfDay: time })
  })
})
