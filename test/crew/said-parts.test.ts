import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { linesOf, paperFilm } from './film.ts'

describe('no part of what a client says is lost without a word:', () => {
  test.each([
    [
      'A motorcycle chase through the neon streets of Tokyo: a courier with a red helmet jumps over a canal while two black cars crash behind her.',
      'Two black cars crash behind her.',
    ],
    [
      'Scene 1 - A keeper climbs the stairs with a lantern. Scene 2 - A storm breaks and waves crash against the rocks. Scene 3 - A fishing boat sees the light. Scene 4 - The keeper waves.',
      'Waves crash against the rocks.',
    ],
    [
      'An empty station at 3 a.m., flickering lights, a train passes without stopping.',
      'Flickering lights.',
    ],
    ['A girl waits. She is not afraid any more.', 'She is not afraid any more.'],
  ])('%s', async (concept, said) => {
    expect(linesOf(await paperFilm(concept, { seconds: 24 }))).toContain(said)
  })

  test('a film too short for it says so', async () => {
    const film = await paperFilm(
      'Two friends ride their bicycles along the long river to the old mill while three old pumpkins discombobulate behind them.',
      { seconds: 3 },
    )
    expect(linesOf(film)).not.toContain('Three old pumpkins discombobulate behind them.')
    const missed = film.items.find(({ claim }) =>
      claim.includes('Three old pumpkins discombobulate behind them'),
    )
    const covered = film.scripts[0]?.scenes.flatMap(({ covers }) => covers)
    expect(covered).not.toContain(missed?.id ?? 'nothing asks for it')
    expect(missed).toBeDefined()
  })
})

describe('the hour is night:', () => {
  test.each([
    'An empty street at 3 a.m., a dog runs.',
    'A man walks through a neon city.',
    'A woman walks home in the small hours.',
    'A busker stands in a subway station at midnight.',
  ])('%s', async (concept) => {
    const shots = (await paperFilm(concept, { seconds: 12 })).scripts.slice(0, 1).flatMap(shotsOf)
    expect(new Set(shots.map(({ picture }) => picture.timeOfDay))).toEqual(new Set(['night']))
  })
})

test('a subway station is asked for by its own name', async () => {
  const { items } = await paperFilm('A man walks through a subway station.')
  expect(items.find(({ claim }) => /subway station/.test(claim))?.words).toEqual(['subway station'])
})
