import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { readOrder } from '../../src/providers/animatic/reading.ts'
import { paperFilm } from './film.ts'

/** Place, hour and weather of the pictures of the first script, each once, in order. */
const picturesOf = async (concept: string, seconds = 24): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds })
  const all = scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture }) => `${picture.place}, ${picture.weather}`)
  return all.filter((one, index) => one !== all[index - 1])
}

const seasons =
  'In spring a man plants a tree. In summer he rests in its shade. In autumn he rakes leaves. In winter he reads by the fire while snow falls outside.'

test('each season has its own sentence, and snow falls in winter alone', async () => {
  const pictures = await picturesOf(seasons, 40)
  const of = (season: string): readonly string[] =>
    pictures.filter((picture) => picture.startsWith(season))
  expect(of('spring')).not.toEqual([])
  expect(of('summer')).not.toEqual([])
  expect(of('autumn')).not.toEqual([])
  expect(
    pictures.filter((picture) => /^(?:spring|summer|autumn)/.test(picture)).join(),
  ).not.toMatch(/snow/)
  expect(pictures.at(-1)).toBe('living room, snow')
})

test('seasons are asked for', async () => {
  const { items } = await paperFilm(seasons)
  const claims = items.map(({ claim }) => claim)
  for (const season of ['spring', 'summer', 'autumn', 'winter'])
    expect(claims).toContain(`it is ${season}`)
})

test('the weather of one listed scene is not that of the others', async () => {
  const pictures = await picturesOf(
    'Scene 1 - forest, morning: a girl walks. Scene 2 - Interior, evening: she reads. Scene 3 - sea, storm: a ship sails. Scene 4 - harbor: she waves.',
  )
  expect(pictures).toEqual(['forest, clear', 'living room, clear', 'ocean, storm', 'harbor, clear'])
})

test('the weather of the first sentence is the whole film’s', async () => {
  const pictures = await picturesOf('A man walks in the rain through a city. He meets a dog.', 12)
  expect(new Set(pictures)).toEqual(new Set(['city street, rain']))
})

test('rain that begins later does not fall before', async () => {
  const pictures = await picturesOf(
    'A woman walks through a park. Suddenly it starts to rain. She opens an umbrella.',
    12,
  )
  expect(pictures).toEqual(['park, clear', 'park, rain'])
})

test('a puddle is no weather', async () => {
  const pictures = await picturesOf('A girl jumps over a puddle in a park', 12)
  expect(new Set(pictures)).toEqual(new Set(['park, clear']))
})

test('who sits by the fire sits in a room, unless out in the woods', async () => {
  expect(await picturesOf('A man reads by the fire', 12)).toEqual(['living room, clear'])
  expect(await picturesOf('A man sits by the fire in a forest', 12)).toEqual(['forest, clear'])
})

test('a season is said to be seen only where something grows', () => {
  const words = (place: string): readonly string[] =>
    readOrder(
      {
        seed: 1,
        cast: [],
        picture: {
          ...{ place, timeOfDay: 'day', weather: 'clear', mood: 'warm', subjects: [], objects: [] },
          ...{ camera: 'static', framing: 'wide', style: '', avoid: [] },
        },
      },
      { adherence: 1, drift: 0 },
    ).words
  expect(words('autumn park')).toContain('autumn')
  expect(words('autumn park')).toContain('park')
  expect(words('autumn city street')).not.toContain('autumn')
  expect(words('winter landscape')).toContain('snow field')
})

test('weather that is said to be outside is at the windows of the room all the time', async () => {
  for (const seconds of [8, 30])
    expect(
      await picturesOf('An old man paints in his studio. Snow falls outside the window.', seconds),
    ).toEqual(['studio, snow'])
  expect(await picturesOf('A girl reads in a library. Later rain falls outside.', 12)).toEqual([
    'library, clear',
    'library, rain',
  ])
})
