import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import { figureLayers } from './figure-layers.ts'
import { captionTop } from './framing.ts'
import { framingFor } from './keeping-clear.ts'
import { castActors } from './staging.ts'

const [width, height] = [192, 108]

const subject = (words: string): Subject => {
  const [what = '', ...action] = words.split(' / ')
  return { castId: null, what, look: '', action: action.join(' '), count: 1 }
}

const drawn = (subjects: readonly string[], framing: Framing, time = 2): Uint8ClampedArray => {
  const { layers } = figureLayers({
    ...{ subjects: subjects.map(subject), cast: [], objects: [], framing, mood: '', ground: 0.9 },
    ...{ look: 'painted', place: 'park', indoors: false, wet: false, seconds: 4, heading: 1 },
    seed: 3,
    light: {
      ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
      ...{ direction: 0.7, level: 0.75, backlit: false },
    },
  })
  const context = createCanvas(width, height).getContext('2d')
  for (const layer of layers) layer.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Rows that are filled between two places across the picture, shares of its height; shadows do not count. */
const rowsOf = (
  pixels: Uint8ClampedArray,
  [from, to]: readonly [number, number] = [0, 1],
): { readonly top: number; readonly bottom: number } => {
  let [top, bottom] = [height, 0]
  for (let y = 0; y < height; y += 1)
    for (let x = Math.floor(from * width); x < to * width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 235) continue
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { top: top / height, bottom: (bottom + 1) / height }
}

const sidesOf = (subjects: readonly string[], framing: Framing) => {
  const pixels = drawn(subjects, framing)
  const actors = castActors({ subjects: subjects.map(subject), cast: [], framing, seed: 3 })
  return subjects.map((words) => {
    const x = actors.find(({ what }) => words.startsWith(what))?.x ?? 0.5
    return rowsOf(pixels, x < 0.5 ? [0, 0.5] : [0.5, 1])
  })
}

const sizes = [
  ['toddler', 0.42, 0.6],
  ['little girl', 0.52, 0.72],
  ['boy, 9 years old', 0.6, 0.76],
  ['teenage girl', 0.84, 0.96],
] as const

test.each(sizes)('%s is as tall beside a grown-up as in life', (who, least, most) => {
  for (const framing of ['wide', 'full'] as const) {
    const [child, adult] = sidesOf([who, 'man'], framing)
    if (!child || !adult) throw new Error('nobody is drawn')
    const share = (child.bottom - child.top) / (adult.bottom - adult.top)
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  }
})

test.each(sizes.slice(0, 3))(
  'in a close picture of two the crown of a %s is well below that of a grown-up, and the face above captions',
  (who) => {
    for (const framing of ['medium', 'close-up'] as const) {
      const [child, adult] = sidesOf([who, 'man'], framing)
      if (!child || !adult) throw new Error('nobody is drawn')
      expect(child.top - adult.top).toBeGreaterThan(0.15)
      expect(child.top).toBeLessThan(captionTop - 0.1)
      expect(adult.top).toBeGreaterThan(0)
    }
  },
)

const low = [
  ['cat / sits'],
  ['hedgehog / walks'],
  ['mouse / runs'],
  ['snail / crawls'],
  ['bird / sits'],
  ['hedgehog / walks', 'mouse / walks'],
  ['woman / lies in the grass'],
  ['girl / walks', 'dragon / walks'],
]

test.each(low)('captions do not lie on %s %s', (...subjects) => {
  const named = subjects.filter((one): one is string => typeof one === 'string')
  for (const framing of ['establishing', 'wide', 'full'] as const) {
    const { top, bottom } = rowsOf(drawn(named, framing))
    expect(bottom).toBeLessThan(captionTop + 0.05)
    expect(bottom - top).toBeGreaterThan(0.02)
  }
})

test.each(['walks', 'talks', 'hugs', 'sits', ''])(
  'a great animal is behind the people of a shot: %s',
  (action) => {
    for (const framing of ['wide', 'full', 'medium', 'close-up'] as const)
      for (let seed = 0; seed < 4; seed += 1) {
        const subjects = ['dragon', 'girl'].map((what) => subject(`${what} / ${action}`))
        const actors = castActors({ subjects, cast: [], framing, seed })
        expect(actors.map(({ what }) => what)).toEqual(['dragon', 'girl'])
      }
  },
)

test.each(['dog', 'cat', 'rabbit', 'wolf'])(
  'a %s seen close beside somebody leaves the face free',
  (what) => {
    for (const framing of ['medium', 'close-up'] as const) {
      const [white, black] = ['white', 'black'].map((coat) =>
        drawn(['woman / smiles', `${coat} ${what}`], framing),
      )
      const x = castActors({
        ...{ subjects: [subject('woman / smiles'), subject(`white ${what}`)], cast: [] },
        ...{ framing, seed: 3 },
      }).find((actor) => actor.what === 'woman')?.x
      const differs = (at: number): boolean =>
        Math.abs((white?.[at] ?? 0) - (black?.[at] ?? 0)) > 20
      let hidden = 0
      for (let y = 0; y < height * 0.5; y += 1)
        for (let across = -8; across <= 8; across += 1)
          hidden += differs((y * width + Math.round((x ?? 0.5) * width) + across) * 4) ? 1 : 0
      expect(hidden).toBe(0)
    }
  },
)

test('nobody swims where there is no water, nor is cut off at the breast there', () => {
  const { top, bottom } = rowsOf(drawn(['woman / swims'], 'full'))
  expect(bottom - top).toBeGreaterThan(0.5)
})

test('who leaps is seen with the whole head', () => {
  for (const framing of ['medium', 'close-up'] as const)
    expect(rowsOf(drawn(['woman / jumps'], framing)).top).toBeGreaterThan(0)
})

test.each([
  ['man / kneels', 'medium', 'full'],
  ['man / eats a picnic on the grass', 'medium', 'full'],
  ['man / sleeps', 'close-up', 'full'],
  ['man / digs a hole', 'medium', 'full'],
  ['man / shakes hands', 'close-up', 'medium'],
  ['man / smiles', 'medium', 'medium'],
  ['dog / sleeps', 'medium', 'medium'],
] as const)(
  '%s: ordered as %s, the picture is taken as %s, so that it can be seen',
  (words, framing, shown) => {
    const subjects = [subject(words)]
    expect(framingFor(framing, castActors({ subjects, cast: [], framing, seed: 3 }))).toBe(shown)
  },
)

test('who picnics sits on the ground, lower than who sits on a bench', () => {
  const [low = 1, high = 0] = [['man / picnics on the grass'], ['man / sits on a bench']].map(
    (subjects) => {
      const { top, bottom } = rowsOf(drawn(subjects, 'full'))
      return bottom - top
    },
  )
  expect(low).toBeLessThan(high - 0.05)
})

test('an animal that runs leaves room to one that stays', () => {
  const subjects = ['fox / runs', 'owl / sits']
  const gap = (time: number): number => {
    const pixels = drawn(subjects, 'full', time)
    const filled = Array.from({ length: width }, (_, x) => x).filter((x) =>
      Array.from({ length: height }, (_, y) => pixels[(y * width + x) * 4 + 3] ?? 0).some(
        (alpha) => alpha > 235,
      ),
    )
    return Math.max(...filled.slice(1).map((x, at) => x - (filled[at] ?? x)))
  }
  for (const time of [0, 2, 4]) expect(gap(time)).toBeGreaterThan(2)
})
