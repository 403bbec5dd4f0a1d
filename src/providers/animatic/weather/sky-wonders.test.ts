import { expect, test } from 'vitest'
import type { Picture, Subject } from '../../../domain/script.ts'
import { frames, rate24 } from '../../../domain/time.ts'
import { readOrder } from '../reading.ts'
import { shotFrames } from '../shot-frames.ts'

const size = { width: 128, height: 72 }

const ordered = (rest: Partial<Picture>) => ({
  picture: {
    ...{ place: 'meadow', timeOfDay: 'night', weather: 'clear', mood: '', style: '' },
    ...{ subjects: [], objects: [], camera: 'static', framing: 'wide', avoid: [] },
    ...rest,
  } as Picture,
  cast: [],
  seed: 5,
})

const drawn = async (rest: Partial<Picture>, index = 30): Promise<Buffer> => {
  const order = {
    ...ordered(rest),
    ...{ prompt: '', length: frames(96), rate: rate24, size, slate: null },
    ...{ firstFrame: null, lastFrame: null },
  }
  const { drawInto } = await shotFrames({
    order,
    look: 'painted',
    weaknesses: { adherence: 1, drift: 0 },
  })
  const target = Buffer.alloc(size.width * size.height * 4)
  drawInto(index, target)
  return target
}

/** Mean change of the rows between two heights, 0…255. */
const change = (a: Buffer, b: Buffer, [from, to]: readonly [number, number]): number => {
  const [first, last] = [from, to].map((row) => Math.floor(row * size.height) * size.width * 4)
  let sum = 0
  for (let at = first ?? 0; at < (last ?? 0); at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0))
  return sum / ((last ?? 1) - (first ?? 0))
}

const weak = { adherence: 1, drift: 0 }

test.each(['northern lights', 'rainbow', 'fireworks', 'aurora borealis'])(
  '%s are seen in the sky and not on the ground, and said to be shown',
  async (wonder) => {
    const timeOfDay = wonder === 'rainbow' ? 'day' : 'night'
    const [plain, shown] = [
      await drawn({ timeOfDay }),
      await drawn({ timeOfDay, objects: [wonder] }),
    ]
    expect(change(plain, shown, [0, 0.45])).toBeGreaterThan(0.6)
    expect(change(plain, shown, [0.75, 1])).toBeLessThan(0.3)
    expect(readOrder(ordered({ objects: [wonder] }), weak).words).toContain(wonder)
  },
)

test.each(['shooting star', 'lightning'])('a %s comes within the first seconds', async (wonder) => {
  const at = [0, 12, 24, 36, 48, 60, 72, 84]
  const changes = await Promise.all(
    at.map(async (index) =>
      change(await drawn({}, index), await drawn({ objects: [wonder] }, index), [0, 0.6]),
    ),
  )
  expect(Math.max(...changes)).toBeGreaterThan(0.08)
})

test('what shines in the sky is nobody who stands there, even as a subject', () => {
  const fireworks: Subject = {
    ...{ castId: null, what: 'fireworks', look: '', action: 'light up the sky', count: 1 },
  }
  const { subjects, wonders, words } = readOrder(ordered({ subjects: [fireworks] }), weak)
  expect(subjects).toEqual([])
  expect(wonders).toEqual(['fireworks'])
  expect(words).toEqual(expect.arrayContaining(['fireworks', 'light up the sky']))
})

test('under a roof, under water and where it is not wanted, no wonder of the sky is shown', () => {
  const objects = ['rainbow']
  for (const rest of [{ place: 'kitchen' }, { place: 'underwater' }, { avoid: ['rainbow'] }]) {
    const { wonders, words } = readOrder(ordered({ objects, ...rest }), weak)
    expect(wonders).toEqual([])
    expect(words).not.toContain('rainbow')
  }
})

test('fireflies are lights over the ground, and nobody who stands there', async () => {
  const [plain, shown] = [
    await drawn({}),
    await drawn({
      subjects: [{ castId: null, what: 'fireflies', look: '', action: 'glow', count: 3 }],
    }),
  ]
  expect(change(plain, shown, [0.35, 0.9])).toBeGreaterThan(0.3)
  expect(change(plain, shown, [0, 0.25])).toBeLessThan(0.05)
})
