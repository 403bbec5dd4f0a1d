import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { figureLayers } from './figure-layers.ts'

const [width, height] = [128, 72]

/** A car on its road, drawn at a moment, with the light from one side. */
const draw = (heading: -1 | 1, direction: number, time: number): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#88aabb'
  context.fillRect(0, 0, width, height)
  const { layers } = figureLayers({
    subjects: [
      { castId: null, what: 'car', look: 'red car', action: 'drives along the road', count: 1 },
    ],
    ...{ cast: [], objects: [], framing: 'wide', mood: 'calm', ground: 0.83, seed: 1 },
    ...{ look: 'painted', place: 'road', indoors: false, wet: false, seconds: 4, heading },
    light: {
      ...{ key: '#ffe0b0', ambient: '#8090b0', shadow: '#303040', level: 0.8, backlit: false },
      direction,
    },
  })
  for (const layer of layers) layer.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

const inMirror = (pixels: Uint8ClampedArray): Uint8ClampedArray =>
  pixels.map((_, index) => {
    const [pixel, channel] = [Math.floor(index / 4), index % 4]
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    return pixels[(y * width + width - 1 - x) * 4 + channel] ?? 0
  })

/** Mean change of a colour part, 0…255. */
const change = (a: Uint8ClampedArray, b: Uint8ClampedArray): number =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length

test('a car that heads left is the one that heads right in a mirror, and goes the other way', () => {
  for (const time of [1, 2.8]) {
    const [left, right] = [draw(-1, -0.5, time), draw(1, 0.5, time)]
    expect(change(left, inMirror(right))).toBeLessThan(2)
    expect(change(left, right)).toBeGreaterThan(6)
  }
})

/** Rows of a small picture, 144 high, in which a thing is drawn solidly. */
const rowsOf = (shown: {
  readonly objects: readonly string[]
  readonly framing: 'wide' | 'medium'
  readonly place: string
  readonly ground: number
  readonly land?: number
}): readonly number[] => {
  const context = createCanvas(256, 144).getContext('2d')
  const { layers } = figureLayers({
    ...{ subjects: [], cast: [], mood: 'calm', seed: 1, look: 'painted' },
    ...{ indoors: false, wet: false, seconds: 4, heading: 1 },
    light: {
      ...{ key: '#ffe0b0', ambient: '#8090b0', shadow: '#303040', level: 0.8, backlit: false },
      direction: 0.5,
    },
    ...shown,
  })
  for (const layer of layers) layer.paint(context, 1, 256, 144)
  const { data } = context.getImageData(0, 0, 256, 144)
  return Array.from({ length: 144 }, (_, y) => y).filter((y) =>
    data.subarray(y * 256 * 4, (y + 1) * 256 * 4).some((value, at) => at % 4 === 3 && value > 200),
  )
}

test('a bench in a picture without people is no larger than a bench', () => {
  const rows = rowsOf({
    ...{ objects: ['bench'], framing: 'medium', place: 'city street', ground: 0.92 },
  })
  expect((rows.at(-1) ?? 0) - (rows[0] ?? 0)).toBeLessThan(144 * 0.42)
})

test('a boat at a harbour lies in the water beyond the quay, not on it', () => {
  const rows = rowsOf({
    ...{ objects: ['boat'], framing: 'wide', place: 'harbour', ground: 0.9, land: 0.8 },
  })
  expect(rows.length).toBeGreaterThan(0)
  expect((rows.at(-1) ?? 144) / 144).toBeLessThan(0.82)
})

test('a lamp beside three people stands behind nobody’s head', () => {
  const { layers } = figureLayers({
    ...{ objects: ['street lamp'], cast: [], framing: 'full', mood: 'calm', ground: 0.9, seed: 1 },
    ...{ look: 'painted', place: 'park', indoors: false, wet: false, seconds: 4, heading: 1 },
    subjects: [{ castId: null, what: 'man', look: '', action: 'points', count: 3 }],
    light: {
      ...{ key: '#ffffff', ambient: '#b0b0b0', shadow: '#404040', level: 0.8, backlit: false },
      direction: 0.5,
    },
  })
  const [lamp, heads] = layers.map(({ paint }) => {
    const context = createCanvas(480, 270).getContext('2d')
    paint(context, 1, 480, 270)
    const { data } = context.getImageData(0, 0, 480, 100)
    const drawn = Array.from({ length: 480 * 100 }, (_, pixel) => pixel).filter(
      (pixel) => (data[pixel * 4 + 3] ?? 0) > 200,
    )
    return new Set(drawn.map((pixel) => pixel % 480))
  })
  expect(lamp?.size).toBeGreaterThan(5)
  expect([...(lamp ?? [])].filter((column) => heads?.has(column))).toEqual([])
})
