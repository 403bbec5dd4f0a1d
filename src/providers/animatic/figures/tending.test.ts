import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'
import { framingFor } from './keeping-clear.ts'
import { castActors } from './staging.ts'

const subject = (what: string, action: string): Subject => ({
  ...{ castId: null, what, look: '', action, count: 1 },
})

const request = (
  subjects: readonly Subject[],
  framing: Framing = 'full',
  more: Partial<FigureRequest> = {},
): FigureRequest => ({
  ...{ subjects, framing, cast: [], objects: [], mood: '', ground: 0.9, seed: 3, place: 'park' },
  ...{ look: 'painted', indoors: false, wet: false, seconds: 4, heading: 1 },
  light: {
    ...{ key: '#ffffff', ambient: '#b0b0b0', shadow: '#404040' },
    ...{ direction: 0.5, level: 0.8, backlit: false },
  },
  ...more,
})

const actorsOf = (subjects: readonly Subject[], framing: Framing = 'full') =>
  castActors({ subjects, cast: [], framing, seed: 3 })

/** The framing such a picture is drawn in. */
const shown = (subjects: readonly Subject[], framing: Framing): Framing =>
  framingFor(framing, actorsOf(subjects, framing))

test.each([
  ['woman', 'pets the dog', 'dog', 'sits', 'pets'],
  ['girl', 'pats the dog', 'dog', 'stands', 'pats'],
  ['man', 'hugs the dog', 'dog', 'lies', 'hugs'],
  ['boy', 'strokes the horse', 'horse', 'stands', 'strokes'],
  ['woman', 'feeds the goat', 'goat', 'stands', 'feeds'],
  ['man', 'scratches the elephant', 'elephant', 'stands', 'scratches'],
] as const)('%s who %s has a hand on it and is credited', (who, does, what, is, word) => {
  const subjects = [subject(who, does), subject(what, is)]
  for (const framing of ['full', 'medium', 'close-up'] as const) {
    const { depicted } = figureLayers(request(subjects, shown(subjects, framing)))
    expect(depicted).toEqual(expect.arrayContaining([who, what, word]))
  }
})

test('who strokes what is not in the picture is not said to', () => {
  const { depicted } = figureLayers(request([subject('woman', 'pets the dog'), subject('man', '')]))
  expect(depicted).not.toContain('pets')
})

test('a grown-up kneels to a dog and stands before a horse; what is stroked waits for it', () => {
  const tends = (who: string, what: string) =>
    actorsOf([subject(who, `pets the ${what}`), subject(what, 'runs')]).find(
      ({ kind }) => kind === 'person',
    )?.tends
  expect(tends('woman', 'dog')?.low).toBe(true)
  expect(tends('girl', 'dog')?.low).toBe(false)
  expect(tends('woman', 'horse')).toMatchObject({ low: false, tall: true })
  expect(tends('woman', 'dog')?.animal.action).toMatchObject({ kind: 'stand', word: null })
})

test('two who pet one dog are at its two ends', () => {
  const actors = actorsOf([
    { ...subject('children', 'pet the dog'), count: 2 },
    subject('dog', 'stands'),
  ])
  const people = actors.filter(({ kind }) => kind === 'person')
  expect(people.map(({ tends }) => tends?.behind).toSorted()).toEqual([false, true])
  expect(new Set(people.map(({ yaw }) => Math.sign(yaw))).size).toBe(2)
})

const [width, height] = [320, 180]

const pixelsOf = (asked: FigureRequest): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  for (const { paint } of figureLayers(asked).layers) paint(context, 2, width, height)
  return context.getImageData(0, 0, width, height).data
}

test('a cat in the arms is held head up, and is in every picture in which it is cuddled', () => {
  const withCat = (look: string) =>
    request([subject('girl', 'cuddles the cat'), { ...subject('cat', ''), look }], 'medium')
  const [black, white] = [pixelsOf(withCat('black')), pixelsOf(withCat('white'))]
  const cat = Array.from({ length: width * height }, (_, pixel) => pixel).filter(
    (pixel) => Math.abs((black[pixel * 4] ?? 0) - (white[pixel * 4] ?? 0)) > 40,
  )
  const extent = (places: readonly number[]) => Math.max(...places) - Math.min(...places)
  const tall = extent(cat.map((pixel) => Math.floor(pixel / width)))
  expect(tall).toBeGreaterThan(extent(cat.map((pixel) => pixel % width)))
  const subjects = [subject('girl', 'cuddles the cat'), subject('cat', '')]
  expect(shown(subjects, 'close-up')).toBe('medium')
})

test.each(['cat', 'rabbit', 'hen'])(
  'who strokes a %s has it in the arms, unless it does something of its own',
  (what) => {
    const strokes = (own: string) => {
      const subjects = [subject('woman', `strokes the ${what}`), subject(what, own)]
      return castActors({ subjects, cast: [], framing: 'full', seed: 3 })
    }
    expect(strokes('').map(({ carried }) => carried?.what)).toEqual([what])
    expect(strokes('sleeps').length).toBe(2)
    const subjects = [subject('woman', `strokes the ${what}`), subject(what, '')]
    expect(figureLayers(request(subjects)).depicted).toEqual(
      expect.arrayContaining(['woman', 'strokes', what]),
    )
  },
)
