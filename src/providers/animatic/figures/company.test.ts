import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import { figureLayers } from './figure-layers.ts'
import { castActors } from './staging.ts'

const subject = (what: string, action: string): Subject => ({
  ...{ castId: null, what, look: '', action, count: 1 },
})

const staged = (subjects: readonly Subject[], framing: Framing = 'full', seed = 3) =>
  castActors({ subjects, cast: [], framing, seed })

test.each(['walks', 'runs', 'pushes a cart'])(
  'two who go together go the same way: %s',
  (action) => {
    for (let seed = 0; seed < 6; seed += 1) {
      const ways = staged([subject('woman', action), subject('man', action)], 'full', seed).map(
        ({ company, yaw }) => [company?.way, Math.sign(yaw)],
      )
      expect(new Set(ways.flat()).size).toBe(1)
      expect(ways.flat()).not.toContain(undefined)
    }
  },
)

test('who is chased runs before who chases, at one speed', () => {
  const actors = staged([subject('detective', 'chases a thief'), subject('thief', '')])
  const lead = (what: string) => actors.find((actor) => actor.what === what)?.company?.lead ?? 0
  expect(lead('thief')).toBeGreaterThan(lead('detective') + 0.5)
  expect(new Set(actors.map(({ company }) => company?.pace)).size).toBe(1)
  expect(actors.every(({ action }) => action.kind === 'run')).toBe(true)
})

test('those who walk up to each other come from both sides and stop', () => {
  const actors = staged([subject('woman', 'walks toward him'), subject('man', 'walks')])
  expect(actors.map(({ company }) => company?.way).toSorted()).toEqual([-1, 1])
  expect(actors.every(({ company }) => company?.meets)).toBe(true)
})

test('a dog keeps up with its owner beside the legs', () => {
  const [owner, dog] = staged([subject('girl', 'walks her dog'), subject('dog', '')]).toSorted(
    (a, b) => b.kind.localeCompare(a.kind),
  )
  expect(dog?.company?.pace).toBe(owner?.company?.pace)
  expect((dog?.company?.lead ?? 0) - (owner?.company?.lead ?? 0)).toBeGreaterThan(0.35)
})

test('one who stays is not taken along by one who goes', () => {
  const actors = staged([subject('woman', 'walks'), subject('man', 'sits on a bench')])
  expect(actors.every(({ company }) => company === null)).toBe(true)
})

test('a camera can go along with those who go through the picture together, and with nobody else', () => {
  const heading = (subjects: readonly Subject[]) =>
    figureLayers({
      ...{ subjects, cast: [], objects: [], framing: 'full', mood: '', ground: 0.9, seed: 3 },
      ...{ look: 'painted', place: 'park', indoors: false, wet: false, seconds: 4, heading: 1 },
      light: {
        ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
        ...{ direction: 0.7, level: 0.75, backlit: false },
      },
    }).heading
  expect(Math.abs(heading([subject('woman', 'runs'), subject('man', 'runs')]))).toBe(1)
  expect(heading([subject('woman', 'talks'), subject('man', 'talks')])).toBe(0)
})

test('two who ride bicycles keep a bicycle’s length apart', () => {
  const [first, second] = staged([
    subject('woman', 'rides a bicycle'),
    subject('man', 'rides a bicycle'),
  ]).map(({ company }) => company?.lead ?? 0)
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThan(1)
})
