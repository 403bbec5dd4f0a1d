import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Subject } from '../../../domain/script.ts'
import type { Light } from '../stage-types.ts'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'
import { readAction } from './poses/actions.ts'
import { castActors } from './staging.ts'

const light: Light = {
  ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
  ...{ direction: 0.7, level: 0.75, backlit: false },
}

const subject = (what: string, action: string): Subject => ({
  ...{ castId: null, what, look: 'red dress', action, count: 1 },
})

const request = (
  subjects: readonly Subject[],
  rest: Partial<FigureRequest> = {},
): FigureRequest => ({
  ...{ subjects, cast: [], objects: [], framing: 'full', mood: '', light, ground: 0.9, seed: 7 },
  ...{ look: 'painted', place: 'meadow', indoors: false, wet: false, seconds: 4, heading: 1 },
  ...rest,
})

/** Width and height of what is painted opaque, pixels. */
const extent = (asked: FigureRequest): { wide: number; high: number } => {
  const [width, height] = [480, 270]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  for (const layer of figureLayers(asked).layers) layer.paint(context, 1, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let pixel = 0; pixel < width * height; pixel += 1)
    if ((data[pixel * 4 + 3] ?? 0) > 200) {
      xs.push(pixel % width)
      ys.push(Math.floor(pixel / width))
    }
  return { wide: Math.max(...xs) - Math.min(...xs), high: Math.max(...ys) - Math.min(...ys) }
}

test.each(['lies in the grass', 'sleeps in the grass', 'lies down under the tree'])(
  'who %s is wider than tall',
  (action) => {
    const { wide, high } = extent(request([subject('woman', action)]))
    expect(wide).toBeGreaterThan(high * 2)
  },
)

test('who reads in bed sits up in it, who sleeps there lies', () => {
  expect(readAction('reads a book in bed')).toMatchObject({ kind: 'read', abed: true })
  const sits = extent(
    request([subject('woman', 'reads in bed')], { indoors: true, place: 'bedroom' }),
  )
  const lies = extent(request([subject('woman', 'sleeps')], { indoors: true, place: 'bedroom' }))
  expect(sits.high).toBeGreaterThan(lies.high)
})

test('an animal that is carried is in the arms: nobody else is staged, and it is said to be seen', () => {
  const { depicted, layers } = figureLayers(
    request([subject('girl', 'carries the lost puppy'), subject('puppy', 'is carried')]),
  )
  expect(layers).toHaveLength(1)
  expect(depicted).toEqual(expect.arrayContaining(['girl', 'puppy', 'dog', 'carries']))
})

test('an animal that sleeps on a bed lies on one, higher than the floor', () => {
  const room = { indoors: true, place: 'bedroom' }
  const onBed = extent(request([subject('kitten', 'sleeps on her bed')], room))
  const onFloor = extent(request([subject('kitten', 'sleeps')], room))
  expect(onBed.high).toBeGreaterThan(onFloor.high * 1.5)
})

test('two who sleep in one picture are both seen, on one side of it their heads', () => {
  const room = { indoors: true, place: 'bedroom', framing: 'full' } as const
  const two = [subject('woman', 'sleeps in bed'), subject('man', 'sleeps in bed')]
  expect(figureLayers(request(two, room)).depicted).toEqual(
    expect.arrayContaining(['woman', 'man']),
  )
  const [far, near] = castActors(request(two, room))
  expect(far?.yaw).toBe(near?.yaw)
  expect(Math.abs((far?.x ?? 0) - (near?.x ?? 1))).toBeLessThan(0.05)
  // One bed is as wide as a picture of one who sleeps.
  expect(extent(request(two, room)).wide).toBeLessThan(
    extent(request(two.slice(0, 1), room)).wide * 1.2,
  )
})

test('a kitten on the bed beside a girl is on it, one on the floor is not', () => {
  const room = { indoors: true, place: 'bedroom' }
  const seat = (action: string): unknown =>
    castActors(request([subject('girl', 'sleeps in bed'), subject('kitten', action)], room)).find(
      ({ what }) => what === 'kitten',
    )?.bed
  expect(seat('sleeps on the bed beside her')).toEqual({ row: 0 })
  expect(seat('lies beside the girl')).toEqual({ row: 0 })
  expect(seat('sleeps on the floor beside her')).toBeNull()
  expect(seat('runs')).toBeNull()
})
