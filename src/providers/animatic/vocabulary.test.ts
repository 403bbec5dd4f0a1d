import { expect, test } from 'vitest'
import {
  moodMeant,
  outdoorPlaces,
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
