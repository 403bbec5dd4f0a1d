import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Framing } from '../../../domain/script.ts'
import { figureLayers } from './figure-layers.ts'

const [width, height] = [90, 160]

/** Columns of a 9:16 picture in which an animal by itself is. */
const columnsOf = (what: string, action: string, framing: Framing): readonly number[] => {
  const context = createCanvas(width, height).getContext('2d')
  const { layers } = figureLayers({
    subjects: [{ castId: null, what, look: '', action, count: 1 }],
    ...{ cast: [], objects: [], mood: '', ground: 0.9, look: 'painted', place: 'forest' },
    ...{ framing, seed: 11, indoors: false, wet: false, seconds: 4, heading: 1 },
    aspect: width / height,
    light: {
      ...{ key: '#ffffff', ambient: '#b0b0b0', shadow: '#404040' },
      ...{ direction: 0.5, level: 0.8, backlit: false },
    },
  })
  for (const layer of layers) layer.paint(context, 2, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  return Array.from({ length: width * height }, (_, pixel) => pixel)
    .filter((pixel) => (data[pixel * 4 + 3] ?? 0) > 128)
    .map((pixel) => pixel % width)
}

test.each(['fox', 'cat', 'dog', 'horse'])(
  'a %s by itself is whole in a narrow medium picture, its head in a close one',
  (what) => {
    for (const action of ['sits', 'stands']) {
      const columns = columnsOf(what, action, 'medium')
      const middle = columns.reduce((sum, column) => sum + column, 0) / columns.length
      expect(Math.abs(middle / width - 0.5)).toBeLessThan(0.15)
    }
    const close = columnsOf(what, 'sits', 'close-up')
    expect(Math.min(...close) > 1 || Math.max(...close) < width - 2).toBe(true)
  },
)
