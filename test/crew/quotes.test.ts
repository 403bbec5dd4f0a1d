import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { deedsOf, paperFilm } from './film.ts'

describe('what somebody says in quotes is said by them:', () => {
  test.each([
    ['"Are you coming?" asks Lena. Max shakes his head.', 'Lena', 'Are you coming?'],
    ['Anna says: "I will never forget you." Ben smiles.', 'Anna', 'I will never forget you.'],
    ['A girl whispers "Where is my bear?" and a dog barks', 'the girl', 'Where is my bear?'],
    ['Tom enters a cafe. Tom: "A coffee, please."', 'Tom', 'A coffee, please.'],
  ])('%s', async (concept, speaker, text) => {
    const film = await paperFilm(concept, { seconds: 12 })
    const said = film.scripts[0]?.scenes.flatMap(({ narration }) => narration)
    expect(said?.filter((line) => line.text === text).map((line) => line.speaker)).toEqual([
      speaker,
    ])
    expect(deedsOf(film).join()).toContain(': talks')
  })

  test('and whoever else is there hears it', async () => {
    const { scripts } = await paperFilm('Anna says: "I will never forget you." Ben smiles.', {
      seconds: 12,
    })
    const first = scripts.slice(0, 1).flatMap(shotsOf)[0]
    expect(first?.picture.subjects.map(({ what }) => what)).toEqual(['woman', 'man'])
  })
})
