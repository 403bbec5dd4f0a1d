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

test('how something is and what it turns into are wishes of their own, and to tell of them shows nothing', async () => {
  expect(await missing('A cat sleeps in a messy kitchen. Then the curtains turn blue.')).toEqual([
    'the kitchen is messy',
    'the curtains turn blue',
  ])
  const claims = await missing('A boy with a broken toy cries')
  expect(claims).toEqual(['the toy is broken'])
})

describe('whoever is known by what they work with is seen with it:', () => {
  test.each([
    ['A cyclist rests at a river', 'the cyclist is seen with a bicycle', 'bicycle'],
    [
      'Two chess players in the park shake hands',
      'two chess players are seen with a chess board',
      'chess board',
    ],
    ['A fisherman waits for his son', 'the fisherman is seen with a rod or a net', 'fishing gear'],
  ])('%s', async (concept, claim, tool) => {
    const { items } = await paperFilm(concept)
    const asked = items.find((one) => one.claim === claim)
    expect(asked?.kind).toBe('relation')
    expect(asked?.words).toContain(tool)
  })
})

test('a robot vacuum is no robot that walks', async () => {
  const { items } = await paperFilm('A robot vacuum cleans while a cat watches from the sofa')
  expect(items[0]).toMatchObject({ claim: 'the robot vacuum is seen', words: ['robot vacuum'] })
})

test('somebody called old is to look it', async () => {
  const { items } = await paperFilm('An old man feeds the birds in a park')
  expect(items.find(({ claim }) => /looks old$/.test(claim))?.words).toEqual(['old man'])
})

describe('nothing is asked for that nobody wrote:', () => {
  test.each([
    ['A mechanic repairs a bus. At sunrise she drives the restored car', / is red$/],
    ['A nurse comes home from her shift and sleeps', /asks for/],
    ['A woman waits for the bus at a station', /asks for/],
  ])('%s', async (concept, wish) => {
    const { items } = await paperFilm(concept)
    expect(items.map(({ claim }) => claim).filter((claim) => wish.test(claim))).toEqual([])
  })
})

describe('what nobody can check is not said to be seen:', () => {
  test.each([
    [
      'A young dragon learns to fly above the castle',
      'The young dragon flies, with the castle in the picture',
    ],
    ['Two children learn to swim in a lake', 'The children swim in a lake'],
  ])('%s', async (concept, claim) => {
    const { items } = await paperFilm(concept)
    expect(items.filter(({ kind }) => kind === 'action').map((one) => one.claim)).toEqual([claim])
  })
})
