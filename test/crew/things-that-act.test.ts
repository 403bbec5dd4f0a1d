import { describe, expect, test } from 'vitest'
import { deedsOf, linesOf, paperFilm } from './film.ts'

describe('what a thing does is a step of the story:', () => {
  test.each([
    [
      'A rocket launches from the pad at sunrise, then an astronaut plants a flag',
      'rocket: launches from the pad at sunrise',
      'The rocket launches from the pad at sunrise.',
    ],
    [
      'A woman reads at a desk, a shadow moves on the wall',
      'shadow: moves on the wall',
      'The shadow moves on the wall.',
    ],
    [
      'A train arrives at a station and a boy waves',
      'train: arrives at a station',
      'The train arrives at a station.',
    ],
    ['A man sleeps. Suddenly the alarm clock rings.', 'clock: rings', 'The alarm clock rings.'],
    [
      'A red car drives past a farm while a dog barks',
      'red car: drives past a farm',
      'The red car drives past a farm.',
    ],
    [
      'A man waits, coffee pours into the cup',
      'cup: pours into the cup',
      'Coffee pours into the cup.',
    ],
  ])('%s', async (concept, deed, line) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(deedsOf(film)).toContain(deed)
    expect(linesOf(film).join(' ')).toContain(line)
  })

  test('a thing that is only there is not one of the cast', async () => {
    for (const concept of [
      'A woman with a candle explores a house',
      'A man in a car waits for a girl',
      'A boy looks at a train',
    ]) {
      const { scripts } = await paperFilm(concept)
      expect(scripts[0]?.cast.map(({ kind }) => kind)).not.toContain('thing')
    }
  })

  test('things are not meant by "they", and nobody says what they feel', async () => {
    const film = await paperFilm(
      'A balloon floats over a park. Tom and Mia watch it. They laugh.',
      {
        seconds: 30,
      },
    )
    expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(['the balloon', 'Tom', 'Mia'])
    expect(linesOf(film).join(' ')).not.toMatch(/balloon (?:and|laugh|knows|has noticed)/)
  })
})

describe('a verb after somebody is what they do, though it names animals as well:', () => {
  test.each([
    ['An old man fishes from a boat with his grandson', ['the old man', 'the grandson']],
    ['A girl sits on a pier and fishes', ['the girl']],
    ['Two men fish in a river', ['the man', 'the man']],
  ])('%s', async (concept, names) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(names)
    expect(deedsOf(film).join(' ')).toContain(
      'man: fishes'.slice(names.includes('the girl') ? 5 : 0),
    )
  })

  test('several fishes are fish', async () => {
    const { scripts } = await paperFilm('Three fishes swim in the sea')
    expect(scripts[0]?.cast.map(({ name }) => name)).toEqual(['the fish', 'the fish', 'the fish'])
  })
})

test('what has no picture of its own is shown by a gesture, in its own words', async () => {
  const pressed = await paperFilm('A woman presses the red button', { seconds: 8 })
  expect(deedsOf(pressed)).toContain('woman: points and presses the red button')
  const caught = await paperFilm('A boy catches a big fish', { seconds: 8 })
  expect(deedsOf(caught).join(' ')).toContain('fishes and catches a big fish')
})
