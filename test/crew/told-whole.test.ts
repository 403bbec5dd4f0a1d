import { describe, expect, test } from 'vitest'
import { deedsOf, linesOf, paperFilm } from './film.ts'

describe('a film of 12 seconds says what the client says, in full, and nothing else:', () => {
  test.each([
    [
      'A chef cooks pasta in a busy restaurant kitchen, tastes the sauce and serves the plate to a happy couple',
      [
        'The chef cooks pasta in a busy restaurant kitchen.',
        'The chef tastes the sauce and serves the plate to a happy couple.',
      ],
    ],
    [
      'A girl flies a kite on a beach with her dog; the dog runs after the kite',
      ['The girl flies a kite on a beach with her dog.', 'The dog runs after the kite.'],
    ],
    [
      'A fox hunts a hare in a snowy forest in winter',
      ['The fox hunts a hare in a snowy forest in winter.'],
    ],
    [
      'Scene 1 - Maya waits at the station at night. Scene 2 - Maya rides a bicycle through the city. Scene 3 - She reads a letter on a park bench.',
      [
        'Maya waits at the station at night.',
        'Maya rides a bicycle through the city.',
        'She reads a letter on a park bench.',
      ],
    ],
    [
      'A woman with a candle explores an old house at midnight, an owl watches her',
      ['The woman with a candle explores an old house at midnight.', 'The owl watches her.'],
    ],
  ])('%s', async (concept, lines) => {
    expect(linesOf(await paperFilm(concept, { seconds: 12 }))).toEqual(lines)
  })
})

test('who was named a moment ago is called as the client calls them', async () => {
  const film = await paperFilm('An old man opens a box, a bird flies out, he smiles', {
    seconds: 8,
  })
  expect(linesOf(film)).toContain('He smiles.')
})

test('words too many for their seconds lose their last phrase first', async () => {
  const film = await paperFilm(
    'A young sailor rows a small boat across a quiet bay at dawn with his brother, they sing',
    { seconds: 10 },
  )
  expect(linesOf(film).join(' ')).toMatch(
    /The young sailor rows a small boat across a quiet bay(?: at dawn)?\./,
  )
})

describe('what somebody tells, asks or promises is one deed:', () => {
  test.each([
    ['Anna tells Ben that she is leaving the city', 'Anna tells Ben that she is leaving the city.'],
    ['A boy asks his mother why the sky is blue', 'The boy asks his mother why the sky is blue.'],
    [
      'Tom whispers to Mia that the dog has run away',
      'Tom whispers to Mia that the dog has run away.',
    ],
    ['Mia admits she broke the vase', 'Mia admits she broke the vase.'],
  ])('%s', async (concept, line) => {
    const film = await paperFilm(
      `${concept} in a kitchen`.replace(' in a kitchen', '. They are in a kitchen'),
      {
        seconds: 12,
      },
    )
    expect(linesOf(film)).toContain(line)
    expect(deedsOf(film).join(' ')).not.toMatch(/leav|breaks|runs/)
    const actions = film.items.filter(({ kind }) => kind === 'action')
    expect(actions.map(({ claim }) => `${claim}.`)).toEqual([line])
  })

  test('and both are in the picture', async () => {
    const film = await paperFilm('Anna tells Ben that she is leaving the city', { seconds: 12 })
    for (const deeds of deedsOf(film)) expect(deeds).toMatch(/woman: talks with Ben, man: /)
  })
})

describe('a pair without names and two names after it are the same two:', () => {
  test.each([
    ['Two people talking in a café: Anna tells Ben a joke', ['Anna', 'Ben']],
    ['A couple dances in the rain. Tom lifts Mia.', ['Tom', 'Mia']],
    ['Two friends walk through a forest. Lena finds a key and Max opens a box.', ['Lena', 'Max']],
  ])('%s', async (concept, names) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(names)
  })

  test('but two women are nobody called Tom', async () => {
    const { scripts } = await paperFilm('Two women sing. Tom and Max listen.')
    expect(scripts[0]?.cast).toHaveLength(4)
  })
})
