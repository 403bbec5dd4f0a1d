import { describe, expect, test } from 'vitest'
import { paperFilm } from './film.ts'

const wordsOf = async (concept: string, kind: string): Promise<readonly (readonly string[])[]> =>
  (await paperFilm(concept, { seconds: 12 })).items
    .filter((item) => item.kind === kind)
    .map(({ words }) => words)

const claimsOf = async (concept: string): Promise<readonly string[]> =>
  (await paperFilm(concept, { seconds: 12 })).items.map(({ claim }) => claim)

describe('a deed counts as shown only with what it is done with and where:', () => {
  test.each([
    ['A woman reads a book in bed', ['woman', 'reads', 'book', 'in bed']],
    ['An astronaut repairs her spaceship', ['woman', 'repairs', 'spaceship']],
    ['A couple dances under string lights', ['woman', 'man', 'dances', 'lights']],
    ['A man waits with a dagger', ['man', 'stands', 'dagger']],
    ['A beekeeper opens his hives at sunrise', ['man', 'opens', 'hives']],
    ['A girl walks up the steps', ['girl', 'walks', 'steps']],
    ['A woman rides a bicycle along a river', ['woman', 'rides', 'bicycle', 'river']],
    ['A boy flies a dragon kite', ['boy', 'flies', 'kite']],
    ['A girl sings on a beach by the sea', ['girl', 'sings', 'beach', 'sea']],
    ['A chef serves soup to the guests', ['person', 'serves', 'soup', 'crowd']],
  ])('%s', async (concept, words) => {
    expect((await wordsOf(concept, 'action'))[0]).toEqual(words)
  })
})

test('hair is asked for as it is described', async () => {
  const { items } = await paperFilm('Elena, a girl with curly hair, sings on a beach')
  expect(items.find(({ claim }) => /hair/.test(claim))?.words).toEqual(['curly hair'])
})

test('a place that is drawn as its nearest is asked for by its own name', async () => {
  const { items } = await paperFilm('A girl plays basketball in a stadium')
  expect(items.find(({ claim }) => claim === 'the film shows a stadium')?.words).toEqual([
    'stadium',
  ])
})

test('years, slogans, hair and things no table knows are asked for', async () => {
  const claims = await claimsOf(
    'A woman with pink hair eats a mango in Rome, 44 BC, while fireworks light up the sky',
  )
  expect(claims).toContain('the film says “44 BC”')
  expect(claims).toContain('the client asks for pink hair')
  expect(claims).toContain('the client asks for a mango')
  expect(claims).toContain('the client asks for fireworks')
  expect(await claimsOf('An advert for running shoes. Slogan: "Walk on."')).toContain(
    'the film says “Walk on.”',
  )
})

describe('one thing is asked for once:', () => {
  test('clothes', async () => {
    const claims = await claimsOf('Maya, a girl in an orange shirt, walks in a park')
    expect(claims.filter((claim) => claim.includes('shirt'))).toEqual([
      'Maya wears an orange shirt',
    ])
  })

  test('a kite', async () => {
    const claims = await claimsOf('A boy flies a dragon kite')
    expect(claims.filter((claim) => /can be seen/.test(claim))).toEqual(['a kite can be seen'])
  })

  test('the hour', async () => {
    const claims = await claimsOf('A man walks on a beach on an early morning at sunrise')
    expect(claims.filter((claim) => claim.startsWith('it is'))).toEqual(['it is dawn'])
  })
})

test('what nobody asked for hardly counts', async () => {
  const { items } = await paperFilm('A dog runs')
  const ours = items.filter(
    ({ kind, claim }) => kind === 'narrative-beat' || /plays|feels/.test(claim),
  )
  expect(ours.length).toBeGreaterThan(3)
  expect(ours.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThan(0.05)
})
