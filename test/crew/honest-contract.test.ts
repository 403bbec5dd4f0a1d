import { describe, expect, test } from 'vitest'
import { paperFilm } from './film.ts'

/** Claims of the contract that no scene of any script covers. */
const missing = async (concept: string): Promise<readonly string[]> => {
  const { items, scripts } = await paperFilm(concept)
  const covered = new Set(scripts.flatMap(({ scenes }) => scenes.flatMap(({ covers }) => covers)))
  return items.flatMap(({ id, kind, claim }) =>
    kind !== 'must-not' && !covered.has(id) ? [claim] : [],
  )
}

describe('what was not understood stays asked for in the client’s words:', () => {
  test('things in no vocabulary', async () => {
    const claims = await missing('A wizard walks through a maze and meets a giant')
    expect(claims).toEqual(['the client asks for a maze', 'the client asks for a giant'])
  })

  test('sentences of which nothing was understood', async () => {
    const claims = await missing('A dog sleeps in a garden. Empires rise and crumble.')
    expect(claims).toEqual(['Empires rise and crumble.'])
  })

  test('verbs in no table, which are ordered as they were written', async () => {
    const { items, scripts } = await paperFilm('A wizard conjures a storm and vanquishes a bear')
    const actions = scripts.flatMap(({ scenes }) =>
      scenes.flatMap(({ shots }) =>
        shots.flatMap(({ picture }) => picture.subjects.map(({ action }) => action)),
      ),
    )
    expect(actions).toContain('conjures a storm')
    expect(actions).toContain('vanquishes a bear')
    const asked = items.filter(({ kind }) => kind === 'action').map(({ words }) => words)
    expect(asked).toEqual([
      ['man', 'conjures', 'storm'],
      ['man', 'vanquishes', 'bear'],
    ])
  })
})

test('nothing is missing where everything was understood', async () => {
  expect(await missing('A woman in a red coat rides a bicycle along a river at dusk')).toEqual([])
})

test('people who come in numbers are one wish', async () => {
  const { items } = await paperFilm('Two hikers climb a mountain')
  expect(items[0]).toMatchObject({ claim: 'two hikers are seen', words: ['woman', 'man'] })
})
