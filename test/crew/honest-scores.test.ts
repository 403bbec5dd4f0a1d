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
    ['A beekeeper opens his hives at sunrise', ['man', 'opens', 'hives', 'dawn']],
    ['A boy comes home at night', ['boy', 'walks', 'home', 'night']],
    ['A girl leaves home at dawn', ['girl', 'leaves', 'home', 'dawn']],
    ['A boy comes home from school', ['boy', 'walks', 'home']],
    ['Under a bridge, an old man sleeps', ['man', 'sleeps', 'bridge']],
    ['A boy finds a bicycle in the old barn', ['boy', 'finds', 'bicycle', 'in barn']],
    ['A boy finds gold in a cave', ['boy', 'finds', 'cave', 'gold']],
    ['A girl walks up the steps', ['girl', 'walks', 'steps']],
    ['A woman rides a bicycle along a river', ['woman', 'rides', 'bicycle', 'river']],
    ['A boy flies a dragon kite', ['boy', 'flies', 'kite']],
    ['A girl sings on a beach by the sea', ['girl', 'sings', 'beach', 'sea']],
    ['A chef serves soup to the guests', ['person', 'serves', 'soup', 'crowd']],
  ])('%s', async (concept, words) => {
    expect((await wordsOf(concept, 'action'))[0]).toEqual(words)
  })
})

describe('a deed between two counts as shown only with both:', () => {
  test.each([
    ['A dog waits at a station. Its owner comes back and hugs it', ['person', 'walks', 'dog']],
    ['A nurse walks home. Her daughter hugs her at the door', ['girl', 'hugs', 'door', 'woman']],
    ['A boy finds a bicycle. His grandfather helps him repair it', ['man', 'repairs', 'boy']],
    ['A dog waits for its owner', ['dog', 'stands']],
  ])('%s', async (concept, words) => {
    expect(await wordsOf(concept, 'action')).toContainEqual(words)
  })
})

test('hair is asked for as it is described', async () => {
  const { items } = await paperFilm('Elena, a girl with curly hair, sings on a beach')
  expect(items.find(({ claim }) => /hair/.test(claim))?.words).toEqual(['curly hair'])
})

test('a place that is drawn as its nearest is asked for by its own name', async () => {
  const { items } = await paperFilm('A girl plays basketball in a factory')
  expect(items.find(({ claim }) => claim === 'the film shows a factory')?.words).toEqual([
    'factory',
  ])
})

test('an attic that a bedroom stands for is not shown, and neither is what is done in it', async () => {
  const { items, scripts } = await paperFilm('A boy finds a map in an attic', { seconds: 12 })
  const covered = scripts.flatMap(({ scenes }) => scenes.flatMap(({ covers }) => covers))
  for (const claim of ['the film shows an attic', 'The boy finds a map in an attic'])
    expect(covered).not.toContain(items.find((one) => one.claim === claim)?.id ?? claim)
})

test('a film of a few seconds keeps all that the crew itself wishes for it', async () => {
  for (const seconds of [4, 8, 12]) {
    const { items, scripts } = await paperFilm('A dog runs through a park', { seconds })
    for (const { scenes } of scripts) {
      const covered = scenes.flatMap(({ covers }) => covers)
      expect(items.map(({ id }) => id).filter((id) => !covered.includes(id))).toEqual([])
    }
  }
})

test('what is part of an asked deed and no picture of its own is not missed by itself', async () => {
  for (const [concept, word] of [
    ['A storm rages over the sea', 'rages'],
    ['A photographer takes pictures in a park', 'pictures'],
    ['A family eats dinner in a kitchen', 'dinner'],
  ] as const)
    expect((await claimsOf(concept)).join()).not.toContain(`“${word}”`)
})

test('who is in no deed with another is not asked to be seen with them', async () => {
  const { items } = await paperFilm('In a cave a girl finds a lamp. Under a bridge, a man sleeps.')
  expect(items.filter(({ claim }) => /seen together/.test(claim))).toEqual([])
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
