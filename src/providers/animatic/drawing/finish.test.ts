import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { rate24 } from '../../../domain/time.ts'
import { shotFrames } from '../shot-frames.ts'
import { finishFrame, finishMeant } from './finish.ts'

const size = { width: 64, height: 36 }

/** Frame 0 of a garden in a style, RGBA, and what is said to be in it. */
const garden = async (
  style: string,
): Promise<{ readonly pixels: Uint8Array; readonly depicted: readonly string[] }> => {
  const { drawInto, depicted } = await shotFrames({
    order: {
      picture: {
        ...{ place: 'garden', timeOfDay: 'day', weather: 'clear', mood: 'calm', style },
        ...{ camera: 'static', framing: 'wide', subjects: [], objects: [], avoid: [] },
      },
      ...{ cast: [], seed: 3, size, rate: rate24, length: 24, slate: null, firstFrame: null },
    } as unknown as Parameters<typeof shotFrames>[0]['order'],
    look: 'painted',
    weaknesses: { adherence: 1, drift: 0 },
  })
  const pixels = new Uint8Array(size.width * size.height * 4)
  drawInto(0, pixels)
  return { pixels, depicted }
}

/** The most that red and blue of one pixel differ. */
const colourOf = (pixels: Uint8Array): number =>
  Math.max(
    ...Array.from({ length: pixels.length / 4 }, (_, at) =>
      Math.abs((pixels[at * 4] ?? 0) - (pixels[at * 4 + 2] ?? 0)),
    ),
  )

describe('a film that is asked for in black and white', () => {
  test('is drawn without colours, and said to be', async () => {
    const { pixels, depicted } = await garden('soft grain; black and white, serene light')
    expect(colourOf(pixels)).toBeLessThan(4)
    expect(depicted).toContain('black and white')
  })

  test('and no other is', async () => {
    const { pixels, depicted } = await garden('soft grain, rich blacks')
    expect(colourOf(pixels)).toBeGreaterThan(60)
    expect(depicted).not.toContain('black and white')
  })
})

test('sepia leaves one warm colour, and the light as it is', () => {
  const context = createCanvas(2, 1).getContext('2d')
  context.fillStyle = '#2040c0'
  context.fillRect(0, 0, 1, 1)
  finishFrame(context, 'sepia')
  const [red = 0, , blue = 0] = context.getImageData(0, 0, 1, 1).data
  expect(red).toBeGreaterThan(blue)
  expect(finishMeant('warm contrast; sepia')).toBe('sepia')
})
