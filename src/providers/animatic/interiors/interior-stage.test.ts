import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { framings } from '../../../domain/script.ts'
import type { Look } from '../stage-types.ts'
import { type InteriorRequest, interiorStage } from './interior-stage.ts'
import { roomStyles } from './room-kinds.ts'

const request = (rest: Partial<InteriorRequest> = {}): InteriorRequest => ({
  place: 'kitchen',
  timeOfDay: 'day',
  weather: 'clear',
  mood: 'calm',
  seed: 3,
  look: 'painted',
  framing: 'wide',
  objects: [],
  taken: [],
  ...rest,
})

const draw = (asked: InteriorRequest, time = 0, width = 96, height = 54): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  for (const layer of interiorStage(asked)?.layers ?? []) layer.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

const mean = (pixels: Uint8ClampedArray): number =>
  pixels.reduce((sum, value) => sum + value, 0) / pixels.length

test.each([
  'mountain lake',
  'beach',
  'city street',
  'forest',
  'garden outside the house',
  'rooftop',
  'meadow',
  'castle',
  'football pitch',
  'church tower in a village by the sea',
])('%s is no interior', (place) => {
  expect(interiorStage(request({ place }))).toBeNull()
})

test.each([
  ['a cosy kitchen', 'kitchen'],
  ['inside a train', 'train'],
  ['spaceship cabin', 'spaceship'],
  ['small apartment', 'living room'],
  ['coffee shop', 'cafe'],
  ['garage', 'workshop'],
  ['throne room', 'castle hall'],
  ['inside an old castle', 'castle hall'],
  ['cathedral interior', 'church'],
  ['boxing gym', 'gym'],
  ['boxing ring', 'boxing ring'],
  ['hospital corridor', 'corridor'],
  ['aboard a plane', 'airplane'],
  ['airport terminal', 'airport'],
  ['a bathroom', 'bathroom'],
  ['subway station', 'underground station'],
  ['platform of a metro station', 'underground station'],
  ['on the subway', 'train'],
  ['aisle of a supermarket', 'supermarket'],
  ['train compartment', 'train'],
])('%s is drawn as a %s', (place, word) => {
  expect(interiorStage(request({ place }))?.depicted).toEqual(expect.arrayContaining([place, word]))
})

test('layers come back to front and the floor is in the picture', () => {
  const stage = interiorStage(request())
  const depths = stage?.layers.map(({ depth }) => depth) ?? []
  expect(depths).toEqual(depths.toSorted((a, b) => a - b))
  expect(stage?.ground).toBeGreaterThan(0.6)
  expect(stage?.ground).toBeLessThan(1)
})

test('a room fills the whole picture, and the margins the camera may show', () => {
  const [width, height] = [96, 54]
  for (const place of Object.keys(roomStyles)) {
    const context = createCanvas(width * 1.4, height * 1.4).getContext('2d')
    context.translate(width * 0.2, height * 0.2)
    const [back] = interiorStage(request({ place }))?.layers ?? []
    back?.paint(context, 0, width, height)
    const pixels = context.getImageData(
      0,
      0,
      Math.floor(width * 1.4),
      Math.floor(height * 1.4),
    ).data
    const holes = pixels.filter((value, index) => index % 4 === 3 && value < 250).length
    expect(holes / (pixels.length / 4), place).toBeLessThan(0.01)
  }
})

test('a room is darker at night than by day', () => {
  for (const place of ['kitchen', 'bedroom', 'office', 'library']) {
    expect(mean(draw(request({ place, timeOfDay: 'night' }))), place).toBeLessThan(
      mean(draw(request({ place }))) * 0.92,
    )
  }
})

test('rain runs down the glass', () => {
  const asked = request({ weather: 'rain', place: 'office' })
  expect(draw(asked, 0)).not.toEqual(draw(asked, 1))
})

test('the land passes a train that drives, and a sketch of it stands still', () => {
  const asked = request({ place: 'train compartment' })
  expect(draw(asked, 0)).not.toEqual(draw(asked, 0.5))
  expect(draw({ ...asked, look: 'sketch' }, 0)).toEqual(draw({ ...asked, look: 'sketch' }, 0.5))
})

test('nobody stands on the rails of an underground station', () => {
  const land = interiorStage(request({ place: 'subway station' }))?.land ?? 0
  expect(land).toBeGreaterThan(0.6)
  expect(interiorStage(request())?.land).toBe(0)
})

const looks: readonly Look[] = ['sketch', 'motion', 'painted', 'feature']

test.each(framings)(
  'every room can be drawn in a %s framing, in every shape and look',
  (framing) => {
    for (const [index, place] of Object.keys(roomStyles).entries()) {
      const timeOfDay = ['dawn', 'day', 'sunset', 'dusk', 'night'][index % 5] ?? 'day'
      const asked = request({
        place,
        framing,
        timeOfDay,
        look: looks[index % 4] ?? 'painted',
        seed: index,
      })
      const [width, height] = index % 2 === 0 ? [96, 54] : [54, 96]
      expect(mean(draw(asked, 0.5, width, height)), place).toBeGreaterThan(40)
      expect(draw(asked, 0.5, width, height)).toEqual(draw(asked, 0.5, width, height))
    }
  },
)

test('a door that is asked for is in the wall of the room, in its colour', () => {
  const reds = (objects: readonly string[]): number => {
    const pixels = draw(request({ place: 'library', framing: 'full', objects }))
    return pixels.filter(
      (value, at) =>
        at % 4 === 0 &&
        value > 110 &&
        (pixels[at + 1] ?? 0) < value * 0.45 &&
        (pixels[at + 2] ?? 0) < value * 0.45,
    ).length
  }
  expect(reds(['red door'])).toBeGreaterThan(reds([]) + 40)
})
