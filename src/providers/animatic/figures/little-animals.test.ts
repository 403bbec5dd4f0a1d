import { expect, test } from 'vitest'
import type { Framing } from '../../../domain/script.ts'
import type { Actor } from './actor.ts'
import { frameFor } from './keeping-clear.ts'
import { framingForLittle, isAboutLittle } from './little-animals.ts'
import { castActors } from './staging.ts'

const seen = (framing: Framing, ...whats: readonly string[]): readonly Actor[] =>
  castActors({
    subjects: whats.map((what) => ({ castId: null, what, look: '', action: 'walks', count: 1 })),
    ...{ cast: [], framing, seed: 1 },
  })

test.each([
  ['hedgehog', true],
  ['mouse', true],
  ['frog', true],
  ['horse', false],
])('what is too small to be seen beside trees is known: %s', (what, isSmall) => {
  expect(isAboutLittle(seen('wide', what))).toBe(isSmall)
})

test('the camera goes nearer to a little animal that is alone, and to nobody beside whom it is', () => {
  expect(framingForLittle('wide', seen('wide', 'hedgehog'))).toBe('full')
  expect(framingForLittle('establishing', seen('wide', 'hedgehog'))).toBe('establishing')
  expect(framingForLittle('wide', seen('wide', 'hedgehog', 'girl'))).toBe('wide')
})

test('in a picture of a place a hedgehog is no larger than a small bush', () => {
  const size = { width: 640, height: 360, ground: 0.8, indoors: false }
  const actors = seen('establishing', 'hedgehog')
  const { adult } = frameFor('establishing', size, actors)
  const { adult: beside } = frameFor('establishing', size, seen('establishing', 'woman'))
  expect(adult * 0.12).toBeLessThan(size.height * 0.06)
  expect(beside).toBeLessThan(adult)
})
