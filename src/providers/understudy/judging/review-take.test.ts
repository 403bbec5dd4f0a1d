import { expect, test } from 'vitest'
import type { ReviewQuestion } from '../../../domain/crew-tasks.ts'
import { reviewTake } from './review-take.ts'

const item = (
  id: string,
  kind: ReviewQuestion['items'][number]['kind'],
  claim: string,
  words: readonly string[],
  weight = 0.3,
): ReviewQuestion['items'][number] => ({ id, kind, claim, words, weight })

const items = [
  item('i1', 'entity', 'the light is seen', ['light']),
  item('i2', 'entity', 'a girl is seen', ['girl']),
  item('i3', 'entity', 'the film plays in a village', ['village'], 0.002),
  item('i4', 'narrative-beat', 'the film opens by showing where it plays', ['opening'], 0.002),
]

const question = (rest: Partial<ReviewQuestion> = {}): ReviewQuestion => ({
  ...{ slate: '1A-1', wanted: 48, available: 60, overlays: [], narration: [], items },
  depicted: ['village', 'houses', 'day', 'clear', 'calm'],
  picture: {
    ...{ place: 'village', timeOfDay: 'day', weather: 'clear', mood: 'calm', style: 'painted' },
    ...{ subjects: [], objects: [], camera: 'static', framing: 'wide', avoid: [] },
  },
  covers: ['i1', 'i3', 'i4'],
  technical: { score: 95, findings: [], measures: {} },
  threshold: 80,
  ...rest,
})

test('to speak of what is to be seen does not show it', () => {
  const { picture } = question()
  const lit = { castId: null, what: 'light', look: '', action: '', count: 1 }
  const { covered, missing } = reviewTake(
    question({
      narration: ['The light travels through the air.'],
      picture: { ...picture, subjects: [lit] },
    }),
  )
  expect(missing).toContain('light')
  expect(covered).not.toContain('i1')
})

test('a shot of nothing that the client asked for keeps to no intent', () => {
  const reply = reviewTake(question({ covers: ['i3', 'i4'] }))
  expect(reply.missing).toEqual([])
  expect(reply.intent).toBeLessThanOrEqual(70)
  expect(reply.intent).toBeGreaterThanOrEqual(60)
})

test('a film has opened where its place is seen, whoever is missing in it', () => {
  const { picture } = question()
  const girl = { castId: null, what: 'girl', look: '', action: '', count: 1 }
  const { covered, intent } = reviewTake(
    question({ covers: ['i2', 'i4'], picture: { ...picture, subjects: [girl] } }),
  )
  expect(intent).toBe(0)
  // The village is seen, whether or not the scene was written to show it.
  expect(covered).toEqual(['i3', 'i4'])
})

test('who is there without what they are known by is told to have none, and is not ticked', () => {
  const { picture } = question()
  const cyclist = { castId: 'c1', what: 'person', look: '', action: 'stands', count: 1 }
  const wish = item('i5', 'relation', 'the cyclist is seen with a bicycle', ['person', 'bicycle'])
  const review = (depicted: readonly string[]) =>
    reviewTake(
      question({
        ...{ items: [...items, wish], covers: ['i3'], depicted: ['village', 'day', ...depicted] },
        picture: { ...picture, subjects: [cyclist] },
      }),
    )
  const bare = review(['person', 'stands'])
  expect(bare.notes).toContain('The cyclist has no bicycle.')
  expect(bare.covered).not.toContain('i5')
  const whole = review(['person', 'stands', 'bicycle'])
  expect(whole.notes.join()).not.toContain('bicycle')
  expect(whole.covered).toContain('i5')
})

test('a dry meadow is a meadow, and dry', () => {
  const { picture } = question()
  const review = (depicted: readonly string[]) =>
    reviewTake(question({ depicted, picture: { ...picture, place: 'dry meadow' } })).missing
  expect(review(['meadow', 'dry', 'day'])).toEqual([])
  expect(review(['meadow', 'day'])).toEqual(['dry'])
  expect(review(['dry', 'day'])).toEqual(['meadow'])
})
