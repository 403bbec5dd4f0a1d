import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { readAction } from '../../src/providers/animatic/figures/poses/actions.ts'
import { deedsOf, paperFilm } from './film.ts'

const actionsIn = async (concept: string): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds: 8 })
  const [script] = scripts
  if (!script) throw new Error('There is no script.')
  return shotsOf(script).flatMap(({ picture }) => picture.subjects.map(({ action }) => action))
}

describe('what somebody does is ordered as it was asked for:', () => {
  test.each([
    'walks along a path',
    'runs through the park',
    'sits on a bench',
    'reads a book',
    'types on a laptop',
    'writes a letter',
    'drinks tea',
    'eats a cake',
    'cooks soup',
    'bakes bread',
    'pours wine',
    'makes coffee',
    'serves tea',
    'gazes at the sea',
    'talks to a man',
    'waves to a man',
    'points at a tree',
    'dances in the street',
    'plays the guitar',
    'plays the piano',
    'kicks a ball',
    'rides a bicycle',
    'rows a boat',
    'climbs a tree',
    'carries a box',
    'hugs a man',
    'holds hands with a man',
    'paints a wall',
    'repairs a clock',
    'builds a house',
    'sleeps on a sofa',
    'cries',
    'laughs',
    'calls a man',
    'photographs a tree',
    'kneels in the snow',
    'jumps over a box',
    'holds a lantern',
    'offers a flower',
    'gives a man a flower',
    'opens a box',
    'finds a key',
    'sings on a stage',
    'pushes a box',
    'pulls a box',
    'thinks',
    'cheers',
    'smiles',
  ])('a woman %s', async (done) => {
    const wanted = readAction(done)
    const kinds = (await actionsIn(`A woman ${done}`)).map((action) => readAction(action).kind)
    expect(kinds).toContain(wanted.kind)
    expect(wanted.word).not.toBeNull()
  })

  test.each([
    ['falls asleep on a sofa', 'sleep'],
    ['makes up with a man', 'hug'],
    ['takes a photo of the lake', 'photograph'],
    ['picks up a key', 'kneel'],
  ])('a woman %s', async (done, kind) => {
    const kinds = (await actionsIn(`A woman ${done}`)).map((action) => readAction(action).kind)
    expect(kinds).toContain(kind)
  })
})

test('an action nobody can draw is no other action: it is ordered and stays asked for', async () => {
  const concept = 'A detective catches a thief on a rooftop'
  expect(await actionsIn(concept)).toContain('catches a thief on a rooftop')
  const { items } = await paperFilm(concept)
  expect(items.find(({ kind }) => kind === 'action')?.words).toContain('catches')
})

test('who falls does not smile', async () => {
  for (const action of await actionsIn('A man falls in the snow')) {
    expect(action).toMatch(/^falls/)
  }
})

test('a rider gallops on the horse, and no second horse stands beside it', async () => {
  const { scripts } = await paperFilm(
    'A man rides a horse along the beach, then gallops through a field',
  )
  const pictures = scripts.flatMap(shotsOf).map(({ picture }) => picture)
  const actions = pictures.flatMap(({ subjects }) => subjects.map(({ action }) => action))
  expect(actions).toContain('rides a horse along the beach')
  expect(actions).toContain('rides a horse through a field')
  expect(pictures.some(({ place }) => place === 'meadow')).toBe(true)
  const mounted = pictures.filter(({ subjects }) =>
    subjects.some(({ action }) => action.startsWith('rides')),
  )
  expect(mounted.flatMap(({ subjects }) => subjects.map(({ what }) => what))).not.toContain('horse')
  const said = scripts.flatMap(({ scenes }) => scenes.flatMap(({ narration }) => narration))
  expect(said.map(({ text }) => text).join(' ')).not.toMatch(/wheel/i)
})

describe('who lifts a part of themselves or a glass carries nothing:', () => {
  test.each([
    ['A girl lifts her head and smiles.', 'looks and lifts her head'],
    ['A woman raises her hand.', 'waves and raises her hand'],
    ['A man raises his arms on a mountain.', 'cheers and raises his arms on a mountain'],
    ['A king raises his golden cup.', 'drinks and raises his golden cup'],
    ['A man lifts a box.', 'lifts a box'],
  ])('%s', async (concept, deed) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(deedsOf(film)[0]).toMatch(new RegExp(`: ${deed}$`))
  })
})

test('who lets something go does so with it, and then it is it that flies away', async () => {
  const film = await paperFilm(
    'A girl lets go of a red balloon in the park and watches it fly away',
    { seconds: 12 },
  )
  expect(deedsOf(film)).toEqual([
    'girl: releases a red balloon in the park',
    'girl: looks at the red balloon fly away',
  ])
  expect(deedsOf(await paperFilm('An old woman sets a bird free', { seconds: 8 }))[0]).toContain(
    'releases a bird',
  )
})

test.each([
  ['A woman mops the kitchen floor', 'mops the kitchen floor'],
  ['A cook chops vegetables', 'chops vegetables'],
  ['A boy tosses a coin into a fountain', 'tosses a coin into a fountain'],
  ['A boy skips stones on a lake', 'throws stones on a lake'],
  ['A man washes the dishes', 'washes the dishes'],
])('a chore or a throw is ordered by its own verb: %s', async (concept, deed) => {
  expect(deedsOf(await paperFilm(concept, { seconds: 8 }))[0]).toContain(deed)
})

test('who takes or puts something out of or into an oven does so, and carries nothing about', async () => {
  const deeds = deedsOf(await paperFilm('A baker takes loaves out of the oven.'))
  expect(deeds.join()).toContain('takes loaves out of the oven')
})
