import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'

const [width, height] = [320, 180]

/** Pixels of a picture of a woman in green, from left to right and top to bottom. */
const pixelsOf = (
  action: string,
  {
    objects,
    seed = 3,
    framing = 'medium',
  }: Pick<FigureRequest, 'objects'> & Partial<FigureRequest>,
): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  const { layers } = figureLayers({
    ...{ objects, framing, seed, cast: [], mood: '', ground: 0.9, place: 'meadow' },
    ...{ look: 'painted', indoors: false, wet: false, seconds: 4, heading: 1 },
    subjects: [{ castId: null, what: 'woman', look: 'green sweater', action, count: 1 }],
    light: {
      ...{ key: '#ffffff', ambient: '#b0b0b0', shadow: '#404040' },
      ...{ direction: 0.5, level: 0.8, backlit: false },
    },
  })
  for (const layer of layers) layer.paint(context, 2, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Where a sweater is: much more green than red and blue. */
const greenIn = (pixels: Uint8ClampedArray): ReadonlySet<number> =>
  new Set(
    Array.from({ length: width * height }, (_, pixel) => pixel).filter((pixel) => {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(pixel * 4, pixel * 4 + 3)
      return green > red * 1.25 && green > blue * 1.15
    }),
  )

/** Sizes of the patches that a set of pixels falls into. */
const patchesOf = (pixels: ReadonlySet<number>): readonly number[] => {
  const left = new Set(pixels)
  const sizes: number[] = []
  for (const first of left) {
    const patch = [first]
    left.delete(first)
    for (const pixel of patch)
      for (const next of [pixel - 1, pixel + 1, pixel - width, pixel + width])
        if (left.delete(next)) patch.push(next)
    sizes.push(patch.length)
  }
  return sizes
}

/** The share of a sweater that is in the largest of the patches it falls into. */
const wholeness = (pixels: ReadonlySet<number>): number =>
  Math.max(...patchesOf(pixels)) / pixels.size

test.each([3, 4])('no arm is cut by the suitcase or basket it holds, way %i', (seed) => {
  for (const thing of ['brown suitcase', 'basket of oranges'])
    expect(
      wholeness(greenIn(pixelsOf(`smiles with a ${thing}`, { objects: [thing], seed }))),
    ).toBeGreaterThan(0.85)
})

test('what is lifted comes up over the head', () => {
  const top = (verb: string): number => {
    const shown = { objects: ['golden trophy'], framing: 'full' } as const
    const pixels = pixelsOf(`${verb} a golden trophy`, shown)
    return Math.floor(pixels.findIndex((value, at) => at % 4 === 3 && value > 200) / (4 * width))
  }
  expect(top('lifts')).toBeLessThan(top('holds') - height * 0.08)
})
