import { expect, test } from 'vitest'
import { deedsOf, linesOf, paperFilm } from './film.ts'

test.each([
  ['Horror: a woman explores a house', 'tense'],
  ['Thriller - a woman explores a house', 'tense'],
  ['Noir: a woman explores a house', 'mysterious'],
  ['A comedy about a woman who explores a house', 'joyful'],
  ['A romantic comedy about a woman who explores a house', 'warm'],
  ['Fairy tale: a woman explores a house', 'mysterious'],
  ['A short western in which a woman explores a house', 'epic'],
])('“%s” feels %s, and the kind of film is nothing to be seen in it', async (concept, mood) => {
  const film = await paperFilm(concept, { seconds: 12 })
  expect(film.scripts[0]?.musicMood).toBe(mood)
  expect(film.scripts[0]?.title).toBe('The House')
  expect(linesOf(film)).toEqual(['The woman explores a house.'])
  expect(deedsOf(film)).toContain('woman: explores a house')
})

test('a documentary about somebody tells what they do', async () => {
  const film = await paperFilm(
    'A short documentary about a beekeeper who opens a hive and tastes the honey',
    { seconds: 12 },
  )
  expect(linesOf(film).join(' ')).toContain('beekeeper')
  expect(linesOf(film).join(' ')).toContain('tastes the honey.')
})

test.each([
  [
    'Grandma Rosa teaches her grandson how to bake bread',
    'Grandma Rosa teaches her grandson how to bake bread.',
  ],
  [
    'A grandfather explains the stars to his granddaughter',
    'The grandfather explains the stars to his granddaughter.',
  ],
])('a story in which somebody teaches is no lesson: %s', async (concept, line) => {
  const said = linesOf(await paperFilm(concept, { seconds: 12 }))
  expect(said).toContain(line)
  expect(said.join(' ')).not.toMatch(/question/)
})
