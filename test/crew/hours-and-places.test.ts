import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { paperFilm } from './film.ts'

const seen = async (concept: string): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds: 12 })
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
