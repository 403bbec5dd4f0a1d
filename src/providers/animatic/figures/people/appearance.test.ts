import { expect, test } from 'vitest'
import type { CastMember } from '../../../../domain/script.ts'
import { readColour } from '../brush/colour.ts'
import { castActors } from '../staging.ts'
import { readAppearance } from './appearance.ts'
import { measuresOf } from './skeleton.ts'

test.each([
  ['policeman, about 40 years old', { sex: 'man', top: 'uniform', worn: 'peaked-cap' }],
  ['senator, man, white toga', { sex: 'man', top: 'toga', worn: null }],
  ['detective, person, beige trench coat, dark hat', { sex: null, top: 'coat', worn: 'hat' }],
  ['woman, red kimono', { sex: 'woman', top: 'kimono', worn: null }],
  ['bride, white wedding dress', { sex: 'woman', top: 'gown', worn: 'veil' }],
  [
    'farmer, man, checked shirt, blue dungarees, straw hat',
    { sex: 'man', top: 'shirt', worn: 'straw-hat' },
  ],
  ['woman, white space suit with orange bands', { sex: 'woman', top: 'spacesuit', worn: 'bands' }],
] as const)('special clothes are worn as said: %s', (words, { sex, top, worn }) => {
  const shown = readAppearance(words, 'x')
  expect(shown.top.kind).toBe(top)
  if (sex) expect(shown.sex).toBe(sex)
  if (worn) expect(shown.extras.has(worn)).toBe(true)
  if (shown.sex === 'man') expect(['dress', 'gown']).not.toContain(shown.top.kind)
})

test('hair is dyed as said, old hair is grey and a child is small with a large head', () => {
  const pink = readAppearance('woman, short pink hair', 'x').hair.colour
  expect(pink.r).toBeGreaterThan(pink.g * 1.7)
  const { colour } = readAppearance('man, about 75 years old', 'x').hair
  expect(
    Math.max(colour.r, colour.g, colour.b) - Math.min(colour.r, colour.g, colour.b),
  ).toBeLessThan(20)
  const [child, adult] = [readAppearance('boy, 8 years old', 'x'), readAppearance('man', 'x')]
  expect(child.height).toBeLessThan(0.72)
  expect(measuresOf(child).head).toBeGreaterThan(1.2 * measuresOf(adult).head)
})

test('who is called after a trade is dressed for it where their look names no clothes', () => {
  const called = (name: string, look: string) =>
    castActors({
      ...{ framing: 'medium', seed: 3 },
      subjects: [{ castId: 'c1', what: 'person', look: '', action: 'waves', count: 1 }],
      cast: [{ id: 'c1', name, kind: 'person', look }] as readonly CastMember[],
    })[0]?.appearance
  const policeman = called('The Policeman', 'person, about 35 years old')
  expect(policeman?.top.kind).toBe('uniform')
  expect(policeman?.sex).toBe('man')
  expect(policeman?.extras.has('peaked-cap')).toBe(true)
  expect(called('The Nurse', 'person, green coat')?.top.kind).toBe('coat')
})

test.each([
  ['knight, silver armour, red cloak', true],
  ['firefighter, dark blue uniform with yellow stripes, helmet', false],
  ['cyclist', false],
  ['soldier, green uniform', false],
  ['construction worker, yellow hard hat', false],
])('those whose trade needs one wear a helmet: %s', (words, isArmoured) => {
  const { extras } = readAppearance(words, 'x')
  expect(extras.has('helmet')).toBe(true)
  expect(extras.has('plates')).toBe(isArmoured)
})

test.each([
  ['toddler', 'child', 0.46, 0.56],
  ['little girl', 'child', 0.58, 0.66],
  ['girl, about 8 years old', 'child', 0.62, 0.7],
  ['boy, 12 years old', 'child', 0.72, 0.8],
  ['teenage boy', 'adult', 0.86, 0.96],
  ['girl, 16 years old', 'adult', 0.9, 0.98],
  ['woman', 'adult', 0.97, 1.04],
] as const)('%s is as tall as in life', (words, age, least, most) => {
  for (const identity of ['a', 'b', 'c', 'd']) {
    const shown = readAppearance(words, identity)
    expect(shown.age).toBe(age)
    expect(shown.height).toBeGreaterThanOrEqual(least)
    expect(shown.height).toBeLessThanOrEqual(most)
    if (/teenage|16/.test(words)) expect(shown.beard).toBe('none')
  }
})

test('a material has a colour of its own, and gives way to one that is named', () => {
  const top = (look: string) => readAppearance(`man, ${look}`, 'x').top.colour
  expect(top('a leather jacket')).toEqual(readColour('#6a4630'))
  expect(top('a black leather jacket')).toEqual(readColour('#2b2a30'))
})
