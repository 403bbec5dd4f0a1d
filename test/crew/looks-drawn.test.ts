import { expect, test } from 'vitest'
import { readAppearance } from '../../src/providers/animatic/figures/people/appearance.ts'
import { lookOf } from '../../src/providers/understudy/cast/looks.ts'
import type { CastEntry } from '../../src/providers/understudy/cast/read-cast.ts'

const entry = (what: string, gender: CastEntry['gender'], noun: string): CastEntry => ({
  ...{ id: noun, kind: 'person', what, noun, name: null, gender, traits: [], wears: '', start: 0 },
})

const figures = [
  ['woman', 'female'],
  ['man', 'male'],
  ['person', 'unknown'],
  ['girl', 'female'],
] as const

const looks = figures.flatMap(([what, gender]) =>
  Array.from({ length: 60 }, (_, index) =>
    lookOf(entry(what, gender, `${what}${index}`), index, 'a concept'),
  ),
)

test('every colour and cut of hair that the crew writes is drawn as written, not thrown', () => {
  for (const look of looks) {
    const shown = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((who) => readAppearance(look, who))
    const hairs = new Set(shown.map(({ hair }) => JSON.stringify(hair)))
    expect(hairs.size, look).toBe(1)
  }
})

test('the age that the crew writes is the age that is drawn', () => {
  for (const look of looks) {
    const age = look.includes('8 years old') ? 'child' : 'adult'
    expect(readAppearance(look, 'a').age, look).toBe(age)
  }
})
