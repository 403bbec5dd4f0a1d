import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Subject } from '../../../../domain/script.ts'
import { figureLayers } from '../figure-layers.ts'
import type { FigureRequest } from '../figure-request.ts'
import { framingFor } from '../keeping-clear.ts'
import { readAction } from '../poses/actions.ts'
import { castActors } from '../staging.ts'

const subject = (what: string, action: string): Subject => ({
  ...{ castId: null, what, look: '', action, count: 1 },
})

const request = (
  subjects: readonly Subject[],
  rest: Partial<FigureRequest> = {},
): FigureRequest => ({
  light: {
    ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
    ...{ direction: 0.7, level: 0.75, backlit: false },
  },
  ...{ cast: [], objects: [], framing: 'full', mood: 'calm', ground: 0.9, seed: 1 },
  ...{ look: 'painted', place: 'workshop', indoors: true, wet: false, seconds: 4, heading: 1 },
  subjects,
  ...rest,
})

const [width, height] = [192, 108] as const

const drawn = (asked: FigureRequest): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  for (const layer of figureLayers(asked).layers) layer.paint(context, 1, width, height)
  return context.getImageData(0, 0, width, height).data
}

test.each([
  ['plays a game of chess in the park', 'chess'],
  ['kneads dough', 'dough'],
  ['takes loaves out of the oven', 'oven'],
  ['decorates a cake', 'cake'],
  ['shapes a clay bowl on a wheel', 'wheel'],
  ['planes a board', 'board'],
  ['carves a wooden bird', 'carving'],
  ['carves a statue of marble', 'stone'],
  ['brews coffee', 'coffee'],
  ['cooks eggs in a pan', 'pan'],
  ['cooks soup in a pot', 'pot'],
  ['bakes cookies', 'bowl'],
  ['repairs a radio', 'mending'],
  ['builds a wooden chair', 'mending'],
  ['builds a sandcastle on the beach', 'sandcastle'],
  ['plays with a sandcastle', 'sandcastle'],
  ['makes a big snowman', 'snowman'],
  ['builds a house', undefined],
  ['plays football', undefined],
  ['puts the letter into the box', undefined],
] as const)('handiwork is known by its verb and what it is done to: %s', (action, name) => {
  expect(readAction(action).work?.name).toBe(name)
})

test.each([
  ['shapes a clay bowl on a wheel', ['shapes', 'clay', 'bowl', 'wheel']],
  ['carries loaves out of the oven', ['oven', 'loaves']],
  ['plays chess', ['plays', 'chess']],
  ['repairs a bicycle', ['repairs', 'bicycle']],
])('what is worked on is drawn with the work, and only there: %s', (action, words) => {
  const { depicted, layers } = figureLayers(
    request([subject('woman', action)], {
      objects: ['bicycle'].filter((one) => action.includes(one)),
    }),
  )
  expect(depicted).toEqual(expect.arrayContaining([...words]))
  expect(layers).toHaveLength(1)
})

test('hands at work are never below a picture of faces', () => {
  const actors = castActors({
    ...{ subjects: [subject('baker', 'kneads dough')], cast: [], framing: 'close-up', seed: 1 },
  })
  expect(framingFor('close-up', actors)).toBe('medium')
})

test('those who work at one thing share it: it is drawn once, with the hands of all over it', () => {
  const actors = castActors({
    ...{ cast: [], framing: 'medium', seed: 1 },
    subjects: [subject('woman', 'repairs a bicycle'), subject('man', 'repairs a bicycle')],
  })
  expect(actors.map(({ sharing }) => sharing?.paints)).toEqual([false, true])
  const [first, second] = actors
  expect(first?.yaw).toBeGreaterThan(0)
  expect(second?.yaw).toBeLessThan(0)
})

/** Pixels of a colour in the upper half of a picture. */
const reds = (pixels: Uint8ClampedArray): number => {
  let count = 0
  for (let at = 0; at < pixels.length / 2; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(at, at + 4)
    if (alpha > 200 && red > 110 && green < red * 0.55 && blue < red * 0.55) count += 1
  }
  return count
}

test.each(['full', 'medium'] as const)(
  'one kite is flown by two, in the colour asked for, within the picture: %s',
  (framing) => {
    const flown = (colour: string): FigureRequest =>
      request(
        ['girl', 'boy'].map((what) => subject(what, `flies a ${colour} kite`)),
        { framing, place: 'meadow', indoors: false, objects: [`${colour} kite`] },
      )
    const { subjects } = flown('red')
    const placed = castActors({ subjects, cast: [], framing, seed: 1 })
    expect(placed.filter(({ sharing }) => sharing?.paints)).toHaveLength(1)
    expect(new Set(placed.map(({ yaw }) => Math.sign(yaw))).size).toBe(1)
    expect(reds(drawn(flown('red')))).toBeGreaterThan(reds(drawn(flown('blue'))) + 4)
  },
)

test('an oven stands in the picture beside who works at it', () => {
  const [baker] = castActors({
    ...{ cast: [], framing: 'medium', seed: 1 },
    subjects: [subject('baker', 'takes loaves out of the oven')],
  })
  expect(Math.abs((baker?.x ?? 0.5) - 0.5)).toBeCloseTo(0.2)
  expect(Math.sign(baker?.yaw ?? 0)).toBe(-Math.sign((baker?.x ?? 0.5) - 0.5))
})

test.each([
  ['builds a sandcastle', 'beach', 'sandcastle'],
  ['builds a snowman', 'snow field', 'snowman'],
])(
  'children who build one have it between them, and no other stands about: %s',
  (action, place, thing) => {
    const subjects = [subject('girl', action), subject('boy', action)]
    const asked = request(subjects, { place, indoors: false, objects: [thing] })
    const { layers, depicted } = figureLayers(asked)
    expect(depicted).toEqual(expect.arrayContaining(['builds', thing]))
    expect(layers).toHaveLength(1)
    const [left, right] = castActors({ subjects, cast: [], framing: 'full', seed: 1 })
    expect([left?.x, right?.x]).toEqual([0.5, 0.5])
    expect((left?.aside ?? 0) * (left?.yaw ?? 0)).toBeLessThan(0)
    expect((right?.aside ?? 0) * (right?.yaw ?? 0)).toBeLessThan(0)
  },
)
