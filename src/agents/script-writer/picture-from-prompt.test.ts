import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContractItem } from '../../domain/intent-contract.ts'
import { cameraMoves, framings, type Picture } from '../../domain/script.ts'
import { pictureFromPrompt } from './picture-from-prompt.ts'
import { shotPrompt } from './shot-prompt.ts'

const oneOf = fc.constantFrom
const cast = [
  { id: 'c1', name: 'Mara', what: 'woman', look: 'a woman of 60 (grey bun; red coat), tall' },
  { id: 'c2', name: 'the fox', what: 'fox', look: 'slender, rust-red fur' },
  { id: 'c3', name: 'the child', what: 'girl', look: 'girl, child, about 8 years old' },
  { id: 'c4', name: 'Dr. Otto', what: 'man', look: 'man, about 70 years old. Bald' },
] as const
const names = new Map(cast.map(({ id, name }) => [id as string, name as string]))

const member = fc.record({
  who: oneOf(...cast),
  action: oneOf('', 'stands', 'walks along the shore, slowly', 'looks at St. Paul', 'is asleep'),
})
const passers = fc.record({
  ...{ castId: fc.constant(null), what: oneOf('bird', 'old dog', 'crowd'), look: fc.constant('') },
  ...{
    action: oneOf('flies low over the water', 'runs', ''),
    count: fc.integer({ min: 1, max: 9 }),
  },
})
const subject = fc.oneof(
  member.map(({ who: { id, what, look }, action }) => ({
    ...{ castId: id as string, what: what as string, look: look as string },
    ...{ action: action as string, count: 1 },
  })),
  passers,
)

const picture: fc.Arbitrary<Picture> = fc.record({
  place: oneOf('mountain lake', 'kitchen, at home', "St. Mary's church", 'market of the day'),
  timeOfDay: oneOf('dawn', 'day', 'golden hour', 'late afternoon', 'night'),
  weather: oneOf('clear', 'rain', 'snow', 'fog', 'wind', 'storm', 'cloudy', 'light drizzle'),
  mood: oneOf('', 'serene', 'tense, waiting'),
  subjects: fc.array(subject, { maxLength: 3 }),
  objects: fc.uniqueArray(oneOf('lantern', 'red boat', 'bread'), { maxLength: 3 }),
  camera: oneOf(...cameraMoves),
  framing: oneOf(...framings),
  style: oneOf('soft film grain; muted colours', 'pencil. Grey paper'),
  avoid: oneOf<readonly string[]>([], ['car'], ['car', 'blood']),
})

const itemsOf = (avoid: readonly string[]): readonly ContractItem[] =>
  avoid.map((word, index) => ({
    ...{ id: `i${index}`, kind: 'must-not' as const, claim: `no ${word}`, words: [word] },
    weight: 1,
  }))

const written = (asked: Picture): string => shotPrompt(asked, names, itemsOf(asked.avoid))

describe('pictureFromPrompt', () => {
  it('gives back the picture that a prompt was written from', () => {
    fc.assert(
      fc.property(picture, (asked) => {
        const read = pictureFromPrompt(written(asked))
        expect(read?.picture).toEqual({
          ...asked,
          subjects: asked.subjects.map((each) => ({
            ...each,
            castId: each.castId === null ? null : expect.stringContaining(each.look),
          })),
        })
      }),
      { numRuns: 500 },
    )
  })

  it('names the cast, each under one id in every prompt', () => {
    const [mara, fox] = cast
    const asked = (ids: readonly (typeof cast)[number][]): Picture => ({
      ...{ place: 'shore', timeOfDay: 'dawn', weather: 'fog', mood: '', objects: [], avoid: [] },
      ...{ camera: 'static', framing: 'wide', style: 'grain' },
      subjects: ids.map(({ id, what, look }) => ({
        ...{ castId: id, what, look, action: 'walks', count: 1 },
      })),
    })
    const both = pictureFromPrompt(written(asked([mara, fox])))
    const alone = pictureFromPrompt(written(asked([fox])))
    expect(both?.cast).toMatchObject([
      { name: 'Mara', kind: 'person', look: mara.look },
      { name: 'the fox', kind: 'animal', look: fox.look },
    ])
    expect(alone?.cast).toEqual([both?.cast[1]])
  })

  it('reads past the sentence that a retake puts first', () => {
    const prompt = 'The fox sits in the snow. Wide shot of forest, night, snow. Handheld camera.'
    expect(pictureFromPrompt(prompt)?.picture).toMatchObject({
      ...{ place: 'forest', timeOfDay: 'night', weather: 'snow', camera: 'handheld' },
    })
  })

  it.each([
    'A fox in the snow',
    '',
    'Wide shot of the sea.',
    'Wide shot of the sea. Handheld camera.',
  ])('does not pretend to read other words: %s', (prompt) => {
    expect(pictureFromPrompt(prompt)).toBeNull()
  })
})
