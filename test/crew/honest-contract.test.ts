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

describe('a deed that another movement stands in for is asked for by its own name:', () => {
  test.each([
    ['The team lifts a boy', 'lifts'],
    ['Mia takes a kitten home', 'takes'],
    ['A boy scores a goal', 'scores'],
    ['A woman buys a hat', 'buys'],
  ])('%s', async (concept, verb) => {
    const { items } = await paperFilm(concept)
    expect(items.filter(({ kind }) => kind === 'action').flatMap(({ words }) => words)).toContain(
      verb,
    )
  })
})

describe('what no picture is ordered to show stays asked for:', () => {
  test.each(['A woman buys a hat', 'Mia takes a kitten home'])('%s', async (concept) => {
    const { items } = await paperFilm(concept)
    expect(await missing(concept)).toContain(items.find(({ kind }) => kind === 'action')?.claim)
  })
})

test('a sip that is taken is drunk and no thing of its own', async () => {
  expect(await missing('A woman at a desk takes a sip and smiles')).toEqual([])
})

test('a subway station is below the ground: no open one stands for it', async () => {
  const { items } = await paperFilm('An empty subway station at night')
  expect(items.find(({ claim }) => /subway/.test(claim))?.words).toEqual(['subway station'])
})

test('a film opens where its first scene plays, whatever is done there', async () => {
  const { items, scripts } = await paperFilm('A woman at a desk takes a sip and smiles', {
    seconds: 12,
  })
  const opening = items.find(({ claim }) => /opens by showing/.test(claim))
  for (const { scenes } of scripts) expect(scenes[0]?.covers).toContain(opening?.id)
})

test('who kneels is not cut off at the waist', async () => {
  const { scripts } = await paperFilm('A couple dances on a rooftop at night; he kneels', {
    seconds: 12,
  })
  const kneeling = scripts.flatMap(({ scenes }) =>
    scenes.flatMap(({ shots }) =>
      shots.filter(({ picture }) =>
        picture.subjects.some(({ action }) => action.startsWith('kneels')),
      ),
    ),
  )
  expect(kneeling.length).toBeGreaterThan(0)
  for (const { picture } of kneeling)
    expect(['full', 'wide', 'establishing']).toContain(picture.framing)
})
