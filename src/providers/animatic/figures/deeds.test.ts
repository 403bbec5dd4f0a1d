import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Light } from '../stage-types.ts'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'

const light: Light = {
  key: '#ffe0b0',
  ambient: '#a9b0c4',
  shadow: '#2a2440',
  direction: 0.7,
  level: 0.75,
  backlit: false,
}

const doing = (
  action: string,
  what = 'girl',
  rest: Partial<FigureRequest> = {},
): FigureRequest => ({
  subjects: [{ castId: null, what, look: '', action, count: 1 }],
  cast: [],
  objects: [],
  framing: 'full',
  mood: 'calm',
  light,
  ground: 0.9,
  seed: 1,
  look: 'painted',
  place: 'meadow',
  indoors: false,
  wet: false,
  seconds: 4,
  heading: 1,
  ...rest,
})

const [width, height] = [192, 108]

/** The pixels of those who act, without what stands about. */
const actors = (asked: FigureRequest, time: number): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  figureLayers(asked).layers.at(-1)?.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** The highest row of a picture with somebody in it. */
const crown = (pixels: Uint8ClampedArray): number => {
  const first = pixels.findIndex((value, at) => at % 4 === 3 && value > 128)
  return Math.floor(first / 4 / width)
}

const shown = (action: string, rest: Partial<FigureRequest> = {}): readonly string[] =>
  figureLayers(doing(action, 'girl', rest)).depicted

test.each([
  'climbs a hill',
  'climbs a mountain',
  'scales a snowy peak',
  'climbs the stairs',
  'walks up the stairs',
  'climbs a cliff',
])('who %s comes higher and is said to', (action) => {
  const asked = doing(action)
  expect(crown(actors(asked, 3.8))).toBeLessThan(crown(actors(asked, 0.2)) - height * 0.05)
  expect(shown(action).join()).toMatch(/climbs|scales|walks/)
})

test('who climbs into something is drawn walking, and not said to climb', () => {
  expect(shown('climbs into a bus').join()).not.toContain('climbs')
})

/** How high the red of a picture is, from its top; NaN for none. */
const redAt = (pixels: Uint8ClampedArray): number => {
  const rows: number[] = []
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3)
    if (r > 110 && r > 2 * g && r > 2 * b) rows.push(Math.floor(at / 4 / width))
  }
  return rows.reduce((sum, row) => sum + row, 0) / rows.length
}

test('what is let go rises out of the hand in its own colour', () => {
  const asked = doing('releases a red balloon', 'girl', { objects: ['balloon'] })
  expect(redAt(actors(asked, 2.8))).toBeLessThan(redAt(actors(asked, 0.5)) - height * 0.03)
  expect(shown('releases a red balloon')).toEqual(
    expect.arrayContaining(['releases', 'red balloon', 'balloon']),
  )
  expect(shown('releases a white dove')).toEqual(expect.arrayContaining(['releases', 'white dove']))
  expect(shown('releases the brakes')).not.toContain('releases')
})

test('what is watched as it flies away is small in the sky', () => {
  const asked = doing('looks at the red balloon fly away', 'girl', { objects: ['balloon'] })
  const [sky] = figureLayers(asked).layers
  const context = createCanvas(width, height).getContext('2d')
  sky?.paint(context, 1, width, height)
  expect(redAt(context.getImageData(0, 0, width, height).data)).toBeLessThan(height * 0.4)
  expect(figureLayers(asked).depicted).toEqual(expect.arrayContaining(['looks', 'red balloon']))
})

test('what is thrown flies off in front and falls; nobody throws a party', () => {
  const asked = doing('throws a red ball', 'girl', { objects: ['ball'] })
  expect(redAt(actors(asked, 2.6))).toBeGreaterThan(redAt(actors(asked, 1.2)) + height * 0.3)
  expect(shown('throws a red ball')).toEqual(expect.arrayContaining(['throws', 'a red ball']))
  expect(shown('throws snowballs')).toEqual(expect.arrayContaining(['throws', 'snowballs']))
  expect(shown('throws a party')).not.toContain('throws')
})

test('who sews or knits has the needles and the cloth in its colour', () => {
  expect(shown('knits a red scarf')).toEqual(
    expect.arrayContaining(['knits', 'needles', 'wool', 'scarf']),
  )
  expect(shown('sews a dress')).toEqual(expect.arrayContaining(['sews', 'needle', 'thread']))
  expect(redAt(actors(doing('knits a red scarf'), 1))).toBeGreaterThan(height * 0.5)
  expect(redAt(actors(doing('knits a green scarf'), 1))).toBeNaN()
})

test('who searches looks about instead of walking off, and is said to', () => {
  for (const action of ['searches for clues', 'looks for her dog'])
    expect(shown(action)).toEqual(expect.arrayContaining([expect.stringMatching(/searches|looks/)]))
  const asked = doing('searches for her dog')
  expect(crown(actors(asked, 2.9))).toBeGreaterThan(crown(actors(asked, 0.3)) + height * 0.03)
})

test.each([
  ['blows out the candles on a cake', ['blows out', 'cake', 'candles']],
  ['blows on a dandelion', ['blows', 'dandelion']],
  ['chops vegetables', ['chops', 'knife', 'vegetables']],
  ['chops wood', ['chops', 'axe']],
  ['slices bread', ['slices', 'bread']],
  ['washes the dishes', ['washes', 'basin']],
  ['cleans the kitchen', ['cleans', 'cloth']],
  ['mops the floor', ['mops', 'mop']],
  ['cleans the floor', ['cleans', 'broom']],
  ['drives through the city', ['drives', 'car']],
])('who %s is said to, and has what it takes', (action, words) => {
  expect(shown(action)).toEqual(expect.arrayContaining(words))
})

test.each(['washes the car', 'cleans the window', 'wipes away her tears', 'blows the trumpet'])(
  'nothing is drawn that is like one who %s, and nobody is said to',
  (action) => {
    expect(shown(action)).toEqual(['girl'])
  },
)

test('candles burn until they are blown out', () => {
  const asked = doing('blows out the candles on a cake', 'girl', { framing: 'medium' })
  const yellow = (time: number): number => {
    const pixels = actors(asked, time)
    let count = 0
    for (let at = 0; at < pixels.length; at += 4)
      if ((pixels[at] ?? 0) > 240 && (pixels[at + 1] ?? 0) > 180 && (pixels[at + 2] ?? 0) < 160)
        count += 1
    return count
  }
  expect(yellow(0.5)).toBeGreaterThan(yellow(3.5) + 3)
})
