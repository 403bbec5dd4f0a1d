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
    ['the cat sits in the snow', ['c1 cat sits in the snow', 'c2 dog sleeps'], 'snow field'],
    ['sits in the snow', ['c1 cat sits in the snow', 'c2 dog sleeps'], 'snow field'],
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

  test('what is read only in part is told', () => {
    expect(revised('A purple gryphon in the rain')).toMatchObject({
      ...{ weather: 'rain', read: ['rain'], unread: ['purple gryphon'] },
    })
  })
})
