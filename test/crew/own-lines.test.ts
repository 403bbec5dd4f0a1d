import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { linesOf, paperFilm } from './film.ts'

const said = async (concept: string, seconds: number): Promise<string> =>
  linesOf(await paperFilm(concept, { seconds })).join(' ')

const first = async (concept: string, seconds = 20) =>
  (await paperFilm(concept, { seconds })).scripts[0]

describe('what we add to the words of a client', () => {
  test.each([
    ['A couple dances on a rooftop at night.', /couple|rooftop|dance|night|city/i],
    ['A lighthouse in a storm.', /lighthouse|storm|water|harbor/i],
    ['A lonely robot finds a flower in the desert.', /robot|desert|opened this morning/i],
    ['Mountains at sunrise.', /mountains|peaks|bird|stones/i],
    ['A street musician plays the violin in Paris.', /musician|Paris|strings|street/i],
  ])('names its place, its deed or whom it is about in every line: %s', async (concept, own) => {
    for (const seconds of [12, 20, 30]) {
      const lines = linesOf(await paperFilm(concept, { seconds }))
      expect(new Set(lines).size).toBe(lines.length)
      for (const line of lines) expect(line).toMatch(own)
    }
  })

  test('says of those named in one word what is said of one', async () => {
    const words = await said('A couple dances on a rooftop at night.', 30)
    expect(words).not.toMatch(/the woman|couple dance /i)
    expect(await said('Mountains at sunrise.', 20)).toMatch(/mountains (?:go on|will)/)
    expect(await said('A street musician plays the violin in Paris.', 30)).not.toMatch(
      /Paris (?:feel|go|keep) /,
    )
  })

  test('does not let fly whoever flies a kite, nor the sun set on a storm', async () => {
    expect(await said('Kids fly kites on the beach.', 12)).not.toContain('kids fly on')
    expect(await said('A lighthouse in a storm.', 30)).not.toMatch(/sun|light of the day/)
    expect(await said('The ocean at night.', 30)).not.toContain('night comes')
  })
})

test('a storm is not serene, and a farewell not merry', async () => {
  expect((await first('A lighthouse in a storm.'))?.musicMood).toBe('epic')
  expect((await first('Two friends say goodbye at the train station.'))?.musicMood).toBe(
    'melancholic',
  )
  expect((await first('A girl misses the bus.'))?.musicMood).not.toBe('melancholic')
})

test('a village kitchen is a kitchen, a forest path in the forest', async () => {
  const places = async (concept: string) => {
    const film = await paperFilm(concept, { seconds: 12 })
    return film.scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .map(({ picture }) => picture.place)
  }
  expect(new Set(await places('Grandma bakes bread in a village kitchen.'))).toEqual(
    new Set(['kitchen']),
  )
  expect((await places('A girl walks on a forest path.'))[0]).toBe('forest')
})

test('what is said of somebody who is not there is not done by whoever is', async () => {
  expect(await said('A girl misses her brother who has moved away.', 20)).toContain(
    'The girl misses her brother who has moved away.',
  )
  expect(await said('A girl misses her brother who has moved away.', 20)).not.toContain(
    'girl moves',
  )
})

test('whoever is called by a word of kin is told of by it', async () => {
  expect(await said('Grandma bakes bread in the kitchen.', 12)).toContain('Grandma bakes bread')
  expect(await said('The grandma bakes bread in the kitchen.', 12)).toContain(
    'The grandma bakes bread',
  )
})

test('who reads by the fireplace does so at night from the first picture to the last', async () => {
  const film = await paperFilm('An old man reads a book by the fireplace.', { seconds: 30 })
  const hours = film.scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture }) => picture.timeOfDay)
  expect(new Set(hours)).toEqual(new Set(['night']))
})
