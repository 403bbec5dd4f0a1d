import { describe, expect, test } from 'vitest'
import type { RevisionBrief, RevisionReply } from '../../../domain/crew-tasks.ts'
import { reviseShot } from './revise-shot.ts'

const boat: RevisionBrief['picture'] = {
  place: 'mountain lake',
  timeOfDay: 'morning',
  weather: 'clear',
  mood: 'serene',
  subjects: [
    { castId: 'c1', what: 'cat', look: 'grey fur', action: 'sits on the boat', count: 1 },
    { castId: 'c2', what: 'dog', look: 'brown fur', action: 'sleeps', count: 1 },
  ],
  objects: ['boat'],
  camera: 'push-in',
  framing: 'full',
  style: 'soft',
  avoid: [],
}
const cast: RevisionBrief['cast'] = [
  { id: 'c1', name: 'the cat', kind: 'animal', look: 'grey fur', what: 'cat' },
  { id: 'c2', name: 'Bello', kind: 'animal', look: 'brown fur', what: 'dog' },
]

const revised = (words: string): RevisionReply => reviseShot({ words, picture: boat, cast })
const doing = ({ subjects }: RevisionReply): readonly string[] =>
  subjects.map(({ castId, what, action }) => `${castId ?? '-'} ${what} ${action}`)

describe('a shot revised by words', () => {
  test('shows what they speak of: who, where, when, in what weather', () => {
    const reply = revised('An elephant on a beach at night in the rain')
    expect(reply).toMatchObject({
      ...{ place: 'beach', timeOfDay: 'night', weather: 'rain', mood: 'serene' },
      ...{ objects: [], camera: 'push-in', framing: 'full', unread: [] },
      read: ['beach', 'night', 'rain', 'elephant walks'],
    })
    expect(doing(reply)).toEqual(['- elephant walks'])
  })

  test.each([
    ['the cat sits in the snow', ['c1 cat sits in the snow', 'c2 dog sleeps'], 'mountain lake'],
    ['sits in the snow', ['c1 cat sits in the snow', 'c2 dog sleeps'], 'mountain lake'],
    [
      'the cat sits in a snow field',
      ['c1 cat sits in a snow field', 'c2 dog sleeps'],
      'snow field',
    ],
    [
      'Bello runs in a park in the snow',
      ['c1 cat sits', 'c2 dog runs in a park in the snow'],
      'park',
    ],
    ['Close-up of the cat sleeping', ['c1 cat sleeps', 'c2 dog sleeps'], 'mountain lake'],
    ['in a park', ['c1 cat sits', 'c2 dog sleeps'], 'park'],
  ])('"%s" keeps who is known and is not spoken of', (words, who, place) => {
    const reply = revised(words)
    expect(doing(reply)).toEqual(who)
    expect(reply.place).toBe(place)
  })

  test.each([
    ['wide shot, pan left', { framing: 'wide', camera: 'pan-left' }],
    ['a foggy dawn', { timeOfDay: 'dawn', weather: 'fog', place: 'mountain lake' }],
    ['a red umbrella', { objects: ['red umbrella', 'boat'] }],
    ['at night, without the boat', { timeOfDay: 'night', objects: [] }],
    ['Ein Elefant am Strand in der Nacht', { place: 'beach', timeOfDay: 'night' }],
  ])('"%s" changes that and nothing else', (words, change) => {
    expect(revised(words)).toMatchObject(change)
  })

  test.each([
    ['make it darker', ['darker']],
    ['qwerty zxcv', ['qwerty zxcv']],
    ['the cat is bored', ['bored']],
  ])(
    'of "%s" nothing is read: the picture stays, and what was not read is told',
    (words, unread) => {
      const { read, unread: told, ...picture } = revised(words)
      expect([read, told]).toEqual([[], unread])
      expect(boat).toMatchObject(picture)
    },
  )

  test.each([
    ['the cat stands in the rain, in daylight, with a dragon', ['cat', 'dragon'], []],
    ['Bello runs to the cat and a red fox', ['cat', 'dog', 'fox'], []],
  ])('"%s" shows everybody it speaks of', (words, who, unread) => {
    const reply = revised(words)
    expect(reply.subjects.map(({ what }) => what).toSorted()).toEqual(who)
    expect(reply.unread).toEqual(unread)
  })

  test.each([
    ['with two kites, a ball, an umbrella, a book, a lamp and a suitcase', /lamp|suitcase/],
    ['a pink cat with a hat at dawn', /pink.*hat/],
    ['at dawn, then at midnight', /midnight/],
    ['the cat slowly walks towards the old lighthouse', /slowly/],
  ])('every word of "%s" is seen in it or told as not read', (words, told) => {
    const reply = revised(words)
    expect(reply.unread.join(' ')).toMatch(told)
    const all = JSON.stringify(reply).toLowerCase()
    const meant = [...words.matchAll(/\p{L}{5,}/gu)].map(([word]) => word)
    const isLost = (word: string): boolean => !all.includes(word.replace(/s$/, ''))
    expect(meant.filter((word) => !/^(?:walks|towards)$/.test(word)).filter(isLost)).toEqual([])
  })

  test.each([
    ['no cat, in daylight', { timeOfDay: 'day', read: ['day', 'without cat'] }],
    ['no fox, at night, in the rain', { timeOfDay: 'night', weather: 'rain' }],
    ['without the boat, by the sea at dusk', { timeOfDay: 'dusk', place: 'ocean', objects: [] }],
  ])('what follows a negation is read: "%s"', (words, change) => {
    expect(revised(words)).toMatchObject(change)
  })

  test('rain that is not wanted any more is over', () => {
    const wet = { ...boat, weather: 'rain' }
    expect(reviseShot({ words: 'no rain', picture: wet, cast })).toMatchObject({
      ...{ weather: 'clear', read: ['without rain'], unread: [] },
    })
  })

  test('what is read only in part is told', () => {
    expect(revised('A purple gryphon in the rain')).toMatchObject({
      ...{ weather: 'rain', read: ['rain'], unread: ['purple gryphon'] },
    })
  })
})
