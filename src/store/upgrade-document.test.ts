import { expect, test } from 'vitest'
import { upgradeDocument } from './upgrade-document.ts'

const lakes = {
  lake: [
    (body: object) => ({ ...body, schema: 'lake@2', depth: 1 }),
    (body: object) => ({ ...body, schema: 'lake@3', shore: 'sand' }),
  ],
}

test('an old document passes through every upgrade from its own version on', () => {
  expect(upgradeDocument({ schema: 'lake@1', name: 'Como' }, lakes)).toEqual({
    ...{ schema: 'lake@3', name: 'Como', depth: 1, shore: 'sand' },
  })
  expect(upgradeDocument({ schema: 'lake@2', depth: 9 }, lakes)).toEqual({
    ...{ schema: 'lake@3', depth: 9, shore: 'sand' },
  })
})

test.each([
  ['ng', 'stored', '', 'crew'],
  ['ng', 'stored', 'the hand is wrong', 'person'],
  ['ng', 'missing', 'refused: not in this tone', 'crew'],
  ['dailies', 'stored', '1A-2 was circled instead', 'person'],
  ['circled', 'stored', 'best light', 'crew'],
] as const)('a take of version 1 that is %s, %s and noted "%s" was decided by the %s', (...row) => {
  const [state, kind, note, decidedBy] = row
  const footage = kind === 'stored' ? { kind, hash: 'a' } : { kind, reason: note }
  const take = { schema: 'take@1', state, footage, note }
  expect(upgradeDocument(take)).toEqual({ ...take, schema: 'take@2', decidedBy })
})

test('a document of this version, without a tag or of no known schema stays as it is', () => {
  const bodies = [{ schema: 'lake@3' }, { schema: 'sea@9' }, { a: 1 }, ['lake@1'], 'lake@1', null]
  for (const body of bodies) expect(upgradeDocument(body, lakes)).toBe(body)
})

test('a document of a newer version is refused, naming it and what to do', () => {
  expect(() => upgradeDocument({ schema: 'lake@4' }, lakes)).toThrow(
    expect.objectContaining({
      ...{ code: 'home-too-new', message: expect.stringMatching(/lake@4.*version 3.*Update/) },
    }),
  )
})

test('a script of before pictures said what must not be seen has pictures without must-nots', () => {
  const shot = { id: '1A', picture: { place: 'lake' } }
  const script = { schema: 'script@1', title: 'Lake', scenes: [{ number: 1, shots: [shot] }] }
  expect(upgradeDocument(script)).toEqual({
    ...script,
    schema: 'script@2',
    scenes: [{ number: 1, shots: [{ id: '1A', picture: { place: 'lake', avoid: [] } }] }],
  })
})
