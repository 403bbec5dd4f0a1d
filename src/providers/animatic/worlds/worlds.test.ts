import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { atmosphereOf } from '../drawing/atmosphere.ts'
import { outdoorPlaces, type Place, type Weather } from '../vocabulary.ts'
import type { WorldPlan } from './world.ts'
import { outdoorStage } from './worlds.ts'

const plan = (
  place: Place,
  rest: Partial<WorldPlan> = {},
  weather: Weather = 'clear',
): WorldPlan => ({
  place,
  air: atmosphereOf({
    ...{
      time: 'day',
      weather,
      season: null,
      mood: 'neutral',
      look: 'painted',
      mirrored: false,
      hueShift: 0,
    },
  }),
  seed: 7,
  shotSeed: 5,
  framing: 'wide',
  peopled: true,
  afloat: false,
  crossed: false,
  railed: false,
  closeOnThing: false,
  wonders: [],
  avoid: [],
  ...rest,
})

const [width, height] = [96, 54]

const draw = (asked: WorldPlan): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  for (const layer of outdoorStage(asked).layers) {
    context.save()
    layer.paint(context, layer.still ? 0 : 1, width, height)
    context.restore()
  }
  return context.getImageData(0, 0, width, height).data
}

const isSame = (one: Uint8ClampedArray, other: Uint8ClampedArray): boolean =>
  one.every((value, index) => value === other[index])

/** Mean red, green and blue of the rows between two shares of the height. */
const mean = (pixels: Uint8ClampedArray, from: number, to: number): readonly number[] => {
  const part = pixels.subarray(
    Math.floor(from * height) * width * 4,
    Math.floor(to * height) * width * 4,
  )
  return [0, 1, 2].map(
    (channel) =>
      part.reduce((sum, value, index) => (index % 4 === channel ? sum + value : sum), 0) /
      (part.length / 4),
  )
}

test.each(outdoorPlaces)('%s fills the whole picture, and is drawn the same each time', (place) => {
  const pixels = draw(plan(place))
  const clearest = pixels.reduce(
    (least, value, index) => (index % 4 === 3 ? Math.min(least, value) : least),
    255,
  )
  expect(clearest).toBeGreaterThan(252)
  expect(isSame(pixels, draw(plan(place)))).toBe(true)
})

test('the sky of Mars is dust, whatever the weather that is asked for', () => {
  for (const weather of ['clear', 'rain', 'snow'] as const) {
    const [red = 0, green = 0, blue = 0] = mean(draw(plan('mars', {}, weather)), 0, 0.3)
    expect(red).toBeGreaterThan(green)
    expect(green).toBeGreaterThan(blue)
  }
})

test('the moon has a black sky at noon, and nothing falls from it', () => {
  const [red = 0, green = 0, blue = 0] = mean(draw(plan('moon surface')), 0, 0.1)
  expect(Math.max(red, green, blue)).toBeLessThan(30)
  expect(isSame(draw(plan('moon surface')), draw(plan('moon surface', {}, 'rain')))).toBe(true)
})

test('no bird flies where none can live', () => {
  for (const place of ['mars', 'moon surface', 'space', 'underwater'] as const)
    expect(outdoorStage(plan(place)).depicted).not.toContain('birds')
  expect(outdoorStage(plan('castle')).depicted).toContain('birds')
})

test('who swims in a pool has water before them, who does not stands on its edge', () => {
  const [ashore, afloat] = [plan('swimming pool'), plan('swimming pool', { afloat: true })]
  const [red = 0, , blue = 0] = mean(draw(afloat), 0.85, 1)
  expect(blue).toBeGreaterThan(red * 1.4)
  expect(outdoorStage(ashore).land).toBeGreaterThan(0.7)
})

test('a thing seen from near in a street has the street round it, not a plot that cuts it off', () => {
  const depths = (closeOnThing: boolean): readonly number[] =>
    outdoorStage(plan('city street', { closeOnThing, framing: 'medium' })).layers.map(
      ({ depth }) => depth,
    )
  expect(depths(true)).toEqual(depths(false))
})

test('feet are on the turf of a mountain, not in the mist of the slope behind it', () => {
  const { land, layers } = outdoorStage(plan('mountains'))
  expect(land).toBeGreaterThan(0.7)
  expect(layers.some(({ depth }) => depth === 1)).toBe(true)
})

test('a storm raises waves in a harbour', () => {
  const count = (weather: 'rain' | 'storm'): number =>
    outdoorStage(plan('harbor', {}, weather)).layers.filter(
      ({ depth, still }) => depth === 0.5 && !still,
    ).length
  expect(count('storm')).toBe(count('rain') + 1)
})
