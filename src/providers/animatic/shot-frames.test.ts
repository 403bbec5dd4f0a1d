import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import type { Picture } from '../../domain/script.ts'
import { frames } from '../../domain/time.ts'
import type { ShotOrder } from '../../ports/video-model.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { readOrder } from './reading.ts'
import { type ShotDrawing, shotFrames } from './shot-frames.ts'
import { shotPicture } from './shot-picture.ts'
import type { Look } from './stage-types.ts'

const size = { width: 128, height: 72 }

const drawing = (
  picture: Partial<Picture> = {},
  changes: Partial<ShotOrder> = {},
  look: Look = 'painted',
): ShotDrawing => ({
  look,
  weaknesses: { adherence: 1, drift: 0 },
  order: sampleShotOrder({
    ...{ prompt: '', length: frames(48), size, seed: 11 },
    picture: {
      ...sampleShotOrder().picture,
      ...{ place: 'mountain lake', timeOfDay: 'day' },
      ...picture,
    },
    ...changes,
  }),
})

const drawn = async (shot: ShotDrawing, indexes: readonly number[]): Promise<readonly Buffer[]> => {
  const film = await shotFrames(shot)
  return indexes.map((index) => {
    const target = Buffer.alloc(size.width * size.height * 4)
    film.drawInto(index, target)
    return target
  })
}

const only = (pictures: readonly Buffer[]): Buffer => {
  const [picture] = pictures
  if (!picture) throw new Error('no frame was drawn')
  return picture
}

const difference = (left: Buffer, right: Buffer): number => {
  let sum = 0
  for (let at = 0; at < left.length; at += 1)
    sum += Math.abs(left.readUInt8(at) - right.readUInt8(at))
  return sum / left.length
}

const places = ['mountain lake', 'city street', 'forest', 'beach', 'kitchen', 'space'] as const

test.each(places)('the same order gives the same raw frames: %s', async (place) => {
  const hash = async (): Promise<string> => {
    const shot = drawing({ place, weather: 'rain', camera: 'handheld' })
    const pictures = await drawn(shot, [0, 17, 47])
    return createHash('md5').update(Buffer.concat(pictures)).digest('hex')
  }
  expect(await hash()).toBe(await hash())
})

test('a frame is the same whether or not the frames before it were drawn', async () => {
  const alone = only(await drawn(drawing({ camera: 'track-left' }), [30]))
  const [, , last] = await drawn(drawing({ camera: 'track-left' }), [0, 12, 30])
  expect(alone.equals(last ?? Buffer.alloc(0))).toBe(true)
})

test('a moving camera changes the picture, and people and weather move before a locked-off one', async () => {
  const [first, last] = await drawn(drawing({ camera: 'pan-left' }), [0, 47])
  expect(difference(first as Buffer, last as Buffer)).toBeGreaterThan(2)
  const [dry, later] = await drawn(drawing({ weather: 'storm' }), [0, 12])
  expect(difference(dry as Buffer, later as Buffer)).toBeGreaterThan(0.5)
})

test('a sketch is a still: nothing moves unless the camera does', async () => {
  const [first, last] = await drawn(drawing({ weather: 'rain' }, {}, 'sketch'), [0, 40])
  expect(difference(first as Buffer, last as Buffer)).toBe(0)
  const [start, end] = await drawn(drawing({ camera: 'push-in' }, {}, 'sketch'), [0, 47])
  expect(difference(start as Buffer, end as Buffer)).toBeGreaterThan(1)
})

test('every look draws another picture of the same shot', async () => {
  const looks: readonly Look[] = ['sketch', 'motion', 'painted', 'feature']
  const pictures = await Promise.all(
    looks.map((look) => drawn(drawing({}, {}, look), [0]).then(only)),
  )
  const hashes = new Set(pictures.map((picture) => createHash('md5').update(picture).digest('hex')))
  expect(hashes.size).toBe(4)
})

test.each(['sketch', 'motion', 'painted', 'feature'] as const)(
  'every take of a shot is another picture, also of a cat that sits in a room: %s',
  async (look) => {
    const cat = { castId: 'cat', what: 'cat', look: '', action: 'sits', count: 1 }
    const picture = { place: 'living room', subjects: [cat] }
    const takes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => drawn(drawing(picture, { seed }, look), [20]).then(only)),
    )
    for (const [index, take] of takes.entries()) {
      const others = takes.slice(index + 1).map((other) => difference(take, other))
      expect(Math.min(...others, 255)).toBeGreaterThan(1)
    }
  },
)

test.each(places)('a take that lies aside is painted to its edges: %s', async (place) => {
  const { width, height } = size
  for (const camera of ['static', 'track-left', 'crane-up'] as const) {
    for (const seed of [3, 4]) {
      const { order, look, weaknesses } = drawing({ place, camera }, { seed })
      const picture = await shotPicture(readOrder(order, weaknesses), look, size, 2)
      const brush = createCanvas(width, height).getContext('2d')
      for (const time of [0, 2]) {
        brush.reset()
        picture.draw(brush, time)
        const { data } = brush.getImageData(0, 0, width, height)
        const ends = [0, width - 1, (height - 1) * width, width * height - 1]
        expect(ends.map((at) => data[at * 4 + 3])).toEqual([255, 255, 255, 255])
      }
    }
  }
})

test('a shot begins with its keyframe and then gives way to what is drawn', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyframe-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'key.png')
  const canvas = createCanvas(size.width, size.height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#c03020'
  brush.fillRect(0, 0, size.width, size.height)
  await writeFile(path, canvas.toBuffer('image/png'))
  const key = Buffer.from(brush.getImageData(0, 0, size.width, size.height).data)

  const [first, middle, after] = await drawn(
    drawing({}, { firstFrame: { path, hash: 'k' } }),
    [0, 6, 12],
  )
  const free = only(await drawn(drawing(), [12]))
  expect(difference(first as Buffer, key)).toBeLessThan(1)
  expect(difference(middle as Buffer, key)).toBeGreaterThan(5)
  expect((after as Buffer).equals(free)).toBe(true)
})

test('a place looks alike in two shots of it, and unlike in another style', async () => {
  const first = only(await drawn(drawing({}, { seed: 1 }), [0]))
  const second = only(await drawn(drawing({}, { seed: 2 }), [0]))
  const other = only(await drawn(drawing({ style: 'another film' }, { seed: 1 }), [0]))
  expect(difference(first, second)).toBeLessThan(difference(first, other) / 2)
})

const person = { castId: 'c1', what: 'woman', look: '', action: 'walks', count: 1 }

test('words say what is drawn: all of it by a model that draws all', async () => {
  const film = await shotFrames(
    drawing(
      { subjects: [person], timeOfDay: 'dusk', weather: 'rain', camera: 'push-in' },
      { cast: [{ id: 'c1', name: 'Mara', kind: 'person', look: 'a woman in a red coat' }] },
    ),
  )
  expect(film.depicted).toEqual(
    expect.arrayContaining(['mountain lake', 'dusk', 'rain', 'push-in', 'woman', 'mara', 'walks']),
  )
})

test('what a careless model leaves out is not among its words', async () => {
  const shot = drawing({ subjects: [person], weather: 'rain', camera: 'push-in' })
  const film = await shotFrames({ ...shot, weaknesses: { adherence: 0, drift: 0 } })
  for (const word of ['woman', 'walks', 'rain', 'push-in'])
    expect(film.depicted).not.toContain(word)
})

test('a word the vocabulary does not know is drawn as a landscape, and said to be one', () => {
  const { order } = drawing({ place: 'the Gizmo of Zork' })
  const reading = readOrder(order, { adherence: 1, drift: 0 })
  expect(reading.place).toBe('landscape')
  expect(reading.words).not.toContain('the gizmo of zork')
})

test('adherence is the share of wishes that are drawn', () => {
  const wishes = Array.from({ length: 400 }, (_, seed) => {
    const { order } = drawing({ weather: 'rain' }, { seed })
    return readOrder(order, { adherence: 0.7, drift: 0 }).weather === 'rain'
  })
  expect(wishes.filter(Boolean).length / wishes.length).toBeGreaterThan(0.6)
  expect(wishes.filter(Boolean).length / wishes.length).toBeLessThan(0.8)
})

test('birds, cars and boats of a place are said to be there, and left out of picture and words when they must not be seen', async () => {
  const asked = [
    ['meadow', 'birds', 'animals'],
    ['city street', 'cars', 'cars'],
    ['harbor', 'boats', 'boat'],
    ['underwater', 'fish', 'fish'],
  ] as const
  for (const [place, word, avoided] of asked) {
    const shown = drawing({ place })
    const without = drawing({ place, avoid: [avoided] })
    expect((await shotFrames(shown)).depicted).toContain(word)
    expect((await shotFrames(without)).depicted).not.toContain(word)
    const [first, second] = [await drawn(shown, [12]), await drawn(without, [12])]
    expect(difference(only(first), only(second))).toBeGreaterThan(0)
  }
})

test('a car that passes comes in, goes through and is said to pass', async () => {
  const car = { castId: null, what: 'taxi', look: '', action: 'passes', count: 1 }
  const shot = drawing({ place: 'road', subjects: [car], framing: 'wide' })
  expect((await shotFrames(shot)).depicted).toEqual(expect.arrayContaining(['taxi', 'passes']))
  const empty = await drawn(drawing({ place: 'road', framing: 'wide' }), [0, 24])
  const pictures = await drawn(shot, [0, 24])
  const changed = pictures.map((picture, index) => difference(picture, empty[index] as Buffer))
  expect(changed[1]).toBeGreaterThan((changed[0] ?? 0) + 1)
})

const alone = (what: string, action: string) => ({ castId: null, what, look: '', action, count: 1 })

test.each(['station', 'subway station', 'meadow'])(
  'a train that arrives slows until it stands, one that leaves gains speed: %s',
  async (place) => {
    const change = async (
      action: string,
      frames: readonly number[],
    ): Promise<readonly [early: number, late: number]> => {
      const shot = drawing({ place, subjects: [alone('train', action)] })
      const pictures = await drawn(shot, frames)
      const at = (index: number): Buffer => pictures[index] ?? Buffer.alloc(0)
      return [difference(at(0), at(1)), difference(at(2), at(3))]
    }
    const [coming, stood] = await change('arrives', [20, 24, 42, 46])
    expect(coming).toBeGreaterThan(stood * 1.5)
    expect(stood).toBeLessThan(1.5)
    // While it is still in the picture: one that has left changes nothing.
    const [starting, going] = await change('departs', [2, 6, 20, 24])
    expect(going).toBeGreaterThan(starting * 1.5)
  },
)

test('a plane that takes off from an airport is seen on its airfield, who waits there in the hall', () => {
  const placeOf = (what: string, action: string): string => {
    const { order } = drawing({ place: 'airport', subjects: [alone(what, action)] })
    return readOrder(order, { adherence: 1, drift: 0 }).place
  }
  expect(placeOf('airplane', 'takes off at sunset')).toBe('airfield')
  expect(placeOf('woman', 'waits')).toBe('interior')
})
