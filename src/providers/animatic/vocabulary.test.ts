import { expect, test } from 'vitest'
import type { Picture } from '../../domain/script.ts'
import { readOrder } from './reading.ts'
import {
  moodMeant,
  outdoorPlaces,
  placeLike,
  placeMeant,
  timeMeant,
  timesOfDay,
  weatherMeant,
  weathers,
} from './vocabulary.ts'

test.each([
  ['a train station at night', 'station'],
  ['the coastal road', 'coast road'],
  ['a space station', 'space'],
  ['mountain lake', 'mountain lake'],
  ['a serene alpine lake', 'mountain lake'],
  ['village by a river', 'village'],
  ['bench in a park', 'park'],
  ['busy city street', 'city street'],
  ['rooftop overlooking the city', 'rooftop'],
  ['old stone bridge', 'bridge'],
  ['market square', 'market'],
  ['doorstep', 'house front'],
  ['kitchen with a view of the lake', 'interior'],
  ['the sea', 'ocean'],
  ['coral reef', 'underwater'],
  ['wheat field', 'farm'],
  ['orbit above a planet', 'space'],
  ['snowy plain', 'snow field'],
  ['an old castle on a hill', 'castle'],
  ['the red planet', 'mars'],
  ['on the moon', 'moon surface'],
  ['deep in the rainforest', 'jungle'],
  ['a dark cavern', 'cave'],
  ['a football stadium', 'football pitch'],
  ['a soccer field', 'football pitch'],
  ['playground in a park', 'playground'],
  ['hotel pool', 'swimming pool'],
  ['vineyard at harvest', 'vineyard'],
  ['rice paddies', 'rice terraces'],
  ['rim of a volcano', 'volcano'],
  ['a red rock canyon', 'canyon'],
  ['iceberg in the arctic ocean', 'iceberg'],
  ['deck of a ship', 'ship deck'],
  ['throne room', 'interior'],
  ['Venice', 'canal city'],
  ['the canals of Amsterdam', 'canal city'],
  ['river with a canal lock', 'river'],
  ['a piazza in Italy', 'town square'],
  ['village square with a fountain', 'town square'],
  ['Rome', 'old town'],
  ['the old town', 'old town'],
  ['times square', 'city street'],
  ['a subway station', 'interior'],
  ['bathroom', 'interior'],
  ['the runway of an airport', 'airfield'],
])('%s is meant as %s', (words, place) => {
  expect(placeMeant(words)).toBe(place)
})

test('every place, time and weather of the vocabulary means itself', () => {
  for (const place of outdoorPlaces.filter((name) => name !== 'landscape')) {
    expect(placeMeant(place)).toBe(place)
  }
  for (const time of timesOfDay) expect(timeMeant(time)).toBe(time)
  for (const weather of weathers) expect(weatherMeant(weather)).toBe(weather)
})

test('words that mean nothing to the vocabulary are null', () => {
  expect(placeMeant('qwertz')).toBeNull()
  expect(timeMeant('qwertz')).toBeNull()
  expect(weatherMeant('qwertz')).toBeNull()
  expect(moodMeant('qwertz')).toBeNull()
})

test('a place without a picture of its own is drawn as the nearest, and not said to be shown', () => {
  expect(placeMeant('a tennis court')).toBeNull()
  expect(placeLike('a tennis court')).toBe('park')
  const picture: Picture = {
    place: 'tennis court',
    timeOfDay: 'day',
    weather: 'clear',
    mood: 'calm',
    camera: 'static',
    framing: 'wide',
    style: '',
    subjects: [],
    objects: [],
    avoid: [],
  }
  const court = readOrder({ picture, cast: [], seed: 1 }, { adherence: 1, drift: 0 })
  expect(court.place).toBe('park')
  expect(court.words).toContain('park')
  expect(court.words).not.toContain('tennis court')
  const train = readOrder(
    { picture: { ...picture, place: 'train' }, cast: [], seed: 1 },
    { adherence: 1, drift: 0 },
  )
  expect([train.place, train.words.includes('train')]).toEqual(['interior', true])
})
