import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { linesOf, paperFilm } from './film.ts'

const filmOf = async (concept: string, seconds = 12) => {
  const film = await paperFilm(concept, { seconds })
  const shots = film.scripts.slice(0, 1).flatMap(shotsOf)
  const overlays = shots.flatMap(({ overlays: own }) =>
    own.map(({ kind, text }) => `${kind}: ${text}`),
  )
  return { film, shots, overlays, lines: linesOf(film), title: film.scripts[0]?.title }
}

describe('a greeting before the story is the first words of the film, and its title:', () => {
  test.each([
    [
      'Happy birthday, Grandma Rose! A cake with candles, the family around the table.',
      'Happy birthday, Grandma Rose!',
      'Happy Birthday, Grandma Rose',
    ],
    ['Merry Christmas! Snow falls on a village at night.', 'Merry Christmas!', 'Merry Christmas'],
    [
      'Start with "Merry Christmas" and show a snowy village at night.',
      'Merry Christmas',
      'Merry Christmas',
    ],
    [
      'Congratulations to Anna and Ben! They dance on the beach.',
      'Congratulations to Anna and Ben!',
      'Congratulations to Anna and Ben',
    ],
    [
      'Happy birthday, Grandma Rose!',
      'Happy birthday, Grandma Rose!',
      'Happy Birthday, Grandma Rose',
    ],
  ])('%s', async (concept, first, title) => {
    for (const seconds of [12, 20]) {
      const { film, lines, overlays, title: own } = await filmOf(concept, seconds)
      expect(lines[0]).toBe(first)
      expect(own).toBe(title)
      expect(overlays[0]).toBe(`title: ${title}`)
      expect(lines.join(' ')).not.toMatch(/rises/)
      expect(film.scripts[0]?.musicMood).toBe('joyful')
    }
  })
})

describe('a greeting behind the story, or one the film should say, is its last words and its end card:', () => {
  test.each([
    ['A puppy brings a gift. Happy birthday, Lena!', 'Happy birthday, Lena!'],
    [
      'A cake, balloons and a dog in a party hat. It should say "Happy Birthday, Tom".',
      'Happy Birthday, Tom',
    ],
    [
      'She blows out the candles on the cake. End with "Happy birthday, Emma!"',
      'Happy birthday, Emma!',
    ],
    ['Balloons, a cake, a dog. Text: "Happy 40th, Tom!"', 'Happy 40th, Tom!'],
  ])('%s', async (concept, last) => {
    for (const seconds of [12, 20]) {
      const { film, lines, overlays } = await filmOf(concept, seconds)
      expect(lines.at(-1)).toBe(last)
      expect(overlays.at(-1)).toBe(`end-card: ${last}`)
      expect(film.items.map(({ claim }) => claim)).toContain(`the film says “${last}”`)
      expect(
        film.scripts[0]?.cast.map(({ name }) => name).filter((name) => /Tom|Lena|Emma/.test(name)),
      ).toEqual([])
    }
  })

  test('what somebody in it says is theirs', async () => {
    const { film, overlays } = await filmOf(
      'A baker bakes a cake and says "Happy birthday, Lily!" to a girl.',
    )
    expect(film.scripts[0]?.scenes.flatMap(({ narration }) => narration).at(-1)?.speaker).toBe(
      'the baker',
    )
    expect(overlays.join(' ')).not.toContain('Happy')
  })
})

test('things that nothing is done to are there all the same', async () => {
  const { shots } = await filmOf(
    'A cake, balloons and a dog in a party hat. It should say "Happy Birthday, Tom".',
  )
  for (const { picture } of shots)
    expect(picture.objects).toEqual(expect.arrayContaining(['cake', 'balloon']))
})
