import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { quadrupedLook } from './animals/quadruped-looks.ts'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'
import { readAppearance } from './people/appearance.ts'
import { eyeHeight } from './people/eyes.ts'

const [width, height] = [192, 108] as const

const drawn = (
  what: string,
  action: string,
  rest: Partial<FigureRequest> & { readonly clothes?: string } = {},
): Uint8ClampedArray => {
  const { clothes = '', ...asked } = rest
  const { layers } = figureLayers({
    subjects: [{ castId: null, what, look: clothes, action, count: 1 }],
    light: {
      ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
      ...{ direction: 0.7, level: 0.75, backlit: false },
    },
    ...{ cast: [], objects: [], framing: 'full', mood: 'calm', ground: 0.9, seed: 1 },
    ...{ look: 'painted', place: 'living room', indoors: true, wet: false, seconds: 4, heading: 1 },
    ...asked,
  })
  const context = createCanvas(width, height).getContext('2d')
  for (const layer of layers) layer.paint(context, 1, width, height)
  return context.getImageData(0, 0, width, height).data
}

const solid = (pixels: Uint8ClampedArray): number =>
  pixels.filter((value, at) => at % 4 === 3 && value > 200).length

test('an animal asleep on a sofa has one under it, as large as sofas are', () => {
  const onFloor = solid(drawn('cat', 'sleeps'))
  expect(solid(drawn('cat', 'sleeps on the sofa'))).toBeGreaterThan(onFloor * 5)
})

test('a golden retriever is sturdier than most dogs, and golden', () => {
  const [retriever, dog] = ['golden retriever', 'dog'].map((words) =>
    quadrupedLook('dog', words, 3),
  )
  expect(retriever?.chest).toBeGreaterThan(dog?.chest ?? 1)
  expect(retriever?.belly).toBeGreaterThan(dog?.belly ?? 1)
  expect(retriever?.ears).toBe('floppy')
  expect(quadrupedLook('dog', 'greyhound', 3).belly).toBeLessThan(dog?.belly ?? 0)
})

test('eyes of children are low in a round face', () => {
  const [girl, woman] = ['girl, 8 years old', 'woman'].map((look) => readAppearance(look, 'x'))
  if (!girl || !woman) throw new Error('nobody')
  expect(eyeHeight(girl)).toBeLessThan(eyeHeight(woman) - 0.05)
})

test('dungarees are worn over a shirt', () => {
  const tops = ['a', 'b', 'c', 'd'].map((id) => readAppearance('farmer in dungarees', id).top.kind)
  expect(new Set(tops)).toEqual(new Set(['shirt']))
})

test('the stripes of a shirt end where the coat over it begins', () => {
  const [plain, striped] = ['green parka', 'striped shirt, green parka'].map((clothes) =>
    drawn('man', 'stands', { framing: 'medium', clothes }),
  )
  if (!plain || !striped) throw new Error('nothing is drawn')
  const changed = plain.filter((value, at) => Math.abs(value - (striped[at] ?? 0)) > 12).length
  expect(changed).toBeGreaterThan(0)
  expect(changed).toBeLessThan(solid(plain) * 0.12)
})

test('in a room no door stands about, under the sky it does', () => {
  const door = { objects: ['door'], framing: 'full' } as const
  const withDoor = solid(drawn('woman', 'stands', door))
  const without = solid(drawn('woman', 'stands'))
  expect(withDoor).toBe(without)
  expect(
    solid(drawn('woman', 'stands', { ...door, indoors: false, place: 'meadow' })),
  ).toBeGreaterThan(without * 1.3)
})
