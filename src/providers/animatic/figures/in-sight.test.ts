import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import type { Light, StageLayer } from '../stage-types.ts'
import { figureLayers } from './figure-layers.ts'
import { inSight, thingsInSight } from './in-sight.ts'
import { castActors } from './staging.ts'

const light: Light = {
  ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440', direction: 0.7, level: 0.75 },
  backlit: false,
}

const subject = (what: string, action = '', count = 1): Subject => ({
  ...{ castId: null, what, look: '', action, count },
})

const depicted = (
  subjects: readonly Subject[],
  framing: Framing = 'full',
  objects: readonly string[] = [],
): readonly string[] =>
  figureLayers({
    ...{ subjects, cast: [], objects, framing, mood: 'calm', light, ground: 0.9, seed: 1 },
    ...{ look: 'painted', place: 'park', indoors: false, wet: false, seconds: 4, heading: 1 },
  }).depicted

/** Actors who are painted as boxes, shares of the width from and to. */
const boxes = (
  ...spans: readonly (readonly [name: string, from: number, to: number])[]
): readonly string[] => {
  type Actors = Parameters<typeof inSight>[0]['actors']
  const actors = spans.map(([name]) => ({ name })) as unknown as Actors
  return inSight({
    actors,
    painterOf: (some) => (context, _time, width, height) => {
      for (const [index, actor] of actors.entries()) {
        const [, from = 0, to = 0] = spans[index] ?? []
        context.fillStyle = `rgb(${index * 80}, 90, 40)`
        if (some.includes(actor))
          context.fillRect(from * width, height * 0.4, (to - from) * width, height * 0.5)
      }
    },
    aspect: 16 / 9,
    seconds: 4,
  }).map(({ name }) => name)
}

test('who stands beyond the edge or behind another is not in sight', () => {
  expect(boxes(['girl', 0.3, 0.4], ['dog', 0.6, 0.7])).toEqual(['girl', 'dog'])
  expect(boxes(['girl', 0.3, 0.4], ['dragon', 0.99, 1.3])).toEqual(['girl'])
  expect(boxes(['girl', 0.3, 0.4], ['dragon', 0.2, 0.6])).toEqual(['dragon'])
  expect(boxes(['girl', 0.3, 0.4], ['dog', 0.37, 0.5])).toEqual(['girl', 'dog'])
})

test('three of whom one is a dragon are all in the picture', () => {
  const words = depicted([subject('girl', 'dances'), subject('dog'), subject('dragon', 'sits')])
  expect(words).toEqual(expect.arrayContaining(['girl', 'dog', 'dragon']))
})

test('an embrace is none where the two stand apart', () => {
  expect(depicted([subject('bear', 'hugs'), subject('bear', 'hugs')])).not.toContain('hugs')
  expect(depicted([subject('girl', 'hugs a cow'), subject('dog', 'sits')])).not.toContain('hugs')
  expect(depicted([subject('woman', 'hugs'), subject('man', 'hugs')])).toContain('hugs')
})

test('animals are said to do only what they are drawn doing', () => {
  expect(depicted([subject('dog', 'dances')])).not.toContain('dances')
  expect(depicted([subject('dog', 'runs')])).toContain('runs')
})

test('how many are seen of a kind is said, and an animal’s colour', () => {
  expect(depicted([subject('bear', 'sits'), subject('bear', 'sits')])).toContain('2 × bear')
  expect(depicted([subject('bear', 'sits')])).not.toContain('2 × bear')
  expect(depicted([{ ...subject('fox', 'runs'), look: 'white' }])).toContain('white fox')
})

test('a verb that another movement stands in for is not said to be seen', () => {
  const seen = (action: string): readonly string[] => depicted([subject('woman', action)])
  expect(seen('climbs into a bus')).not.toContain('climbs')
  expect(seen('lifts a puppy')).not.toContain('lifts')
  expect(seen('finds the way')).not.toContain('finds')
  expect(seen('offers a ring')).not.toContain('offers')
  expect(seen('opens the bakery')).not.toContain('opens')
  expect(seen('walks through the forest')).toContain('walks')
  expect(seen('holds a letter')).toContain('holds')
})

test('somebody is said to lift what is drawn over them, and whom: not a box in their place', () => {
  expect(depicted([subject('man', 'lifts a trophy')])).toContain('lifts')
  expect(depicted([subject('man', 'lifts a boy')])).not.toContain('lifts')
  expect(depicted([subject('man', 'lifts the boy'), subject('boy', 'laughs')])).toContain('lifts')
  expect(depicted([subject('man', 'lifts a rock'), subject('boy', 'laughs')])).not.toContain(
    'lifts',
  )
})

test('who gives holds it before somebody, and who finds has what was found', () => {
  const baker = subject('man', 'gives the first loaf to a hungry boy')
  expect(depicted([baker, subject('boy', 'stands')])).toContain('gives')
  expect(depicted([baker])).not.toContain('gives')
  const finder = subject('boy', 'finds a stray puppy in the rain')
  expect(depicted([finder, subject('dog', 'sits')])).toContain('finds')
  expect(depicted([finder])).not.toContain('finds')
})

test('an embrace is of two who are there, or of what is in the arms', () => {
  expect(depicted([subject('girl', 'hugs her mother')])).not.toContain('hugs')
  expect(depicted([subject('girl', 'hugs her mother'), subject('mother', 'sits')])).toContain(
    'hugs',
  )
  expect(depicted([subject('girl', 'hugs her teddy bear')])).toContain('hugs')
  expect(depicted([subject('girl', 'hugs a tree')])).toContain('hugs')
})

test('what a deed is done with is in the picture, and nothing else in its place', () => {
  expect(depicted([subject('girl', 'waters the flowers')])).toContain('watering can')
  expect(depicted([subject('girl', 'waters the flowers')])).not.toContain('cup')
  expect(depicted([subject('man', 'digs a hole')])).toContain('shovel')
  expect(depicted([subject('man', 'pushes a pram')])).toContain('pram')
  expect(depicted([subject('man', 'pushes the crowd aside')])).not.toContain('pram')
  expect(depicted([subject('man', 'skis down the slope')])).toContain('skis')
  const two = [subject('man', 'shakes hands with the woman'), subject('woman', 'smiles')]
  expect(depicted(two)).toContain('shakes hands')
  expect(depicted(two.slice(0, 1))).not.toContain('shakes hands')
})

test('two who paint turn to their own easels, away from each other', () => {
  const [left, right] = castActors({
    ...{ subjects: [subject('man', 'paints'), subject('woman', 'paints')], cast: [], seed: 1 },
    framing: 'medium',
  })
  expect(left?.yaw).toBeLessThan(-0.8)
  expect(right?.yaw).toBeGreaterThan(0.8)
})

test('nobody is said to follow who is alone', () => {
  expect(depicted([subject('girl', 'follows a firefly')])).not.toContain('follows')
  expect(depicted([subject('girl', 'follows a dog'), subject('dog', 'walks')])).toContain('follows')
})

test('who kneels is seen to only where the legs are in the picture', () => {
  expect(depicted([subject('man', 'kneels')], 'medium')).not.toContain('kneels')
  expect(depicted([subject('man', 'kneels')])).toContain('kneels')
})

test('a kite is in every picture in which somebody is seen to fly it', () => {
  const flies = [subject('girl', 'flies a red kite')]
  expect(depicted(flies)).toEqual(expect.arrayContaining(['kite', 'flies a red kite']))
  expect(depicted(flies, 'medium')).toEqual(expect.arrayContaining(['kite', 'flies a red kite']))
})

test('what a deed brings along is said to have the colour it is drawn in', () => {
  const withThing = (action: string, thing: string): readonly string[] =>
    depicted([subject('girl', action)], 'full', [thing])
  expect(withThing('flies a blue kite', 'blue kite')).toContain('blue kite')
  expect(withThing('flies a kite', 'blue kite')).not.toContain('blue kite')
  expect(withThing('plays the violin', 'green violin')).not.toContain('green violin')
})

test('a thing beyond the edge or behind somebody is not in sight', () => {
  const painter =
    (from: number, to: number): StageLayer['paint'] =>
    (context, _time, width, height) => {
      context.fillRect(from * width, height * 0.4, (to - from) * width, height * 0.5)
    }
  const seen = thingsInSight({
    things: [0.1, 0.45, 0.98],
    painterOf: (at) => painter(at, at + 0.1),
    before: painter(0.4, 0.6),
    ...{ aspect: 16 / 9, seconds: 4 },
  })
  expect(seen).toEqual([0.1])
})
