import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import type { Framing } from '../../../../domain/script.ts'
import type { Light } from '../../stage-types.ts'
import { figureLayers } from '../figure-layers.ts'
import type { FigureRequest } from '../figure-request.ts'
import { thingNamed, things } from './things.ts'
import { tintIn } from './tints.ts'

const [width, height] = [128, 72]
const noon: Light = {
  ...{ key: '#fff4dc', ambient: '#9fb0c4', shadow: '#303040', level: 0.9, backlit: false },
  direction: -0.5,
}
const lowSun: Light = { ...noon, key: '#ffb070', ambient: '#70506c', level: 0.4, backlit: true }

/** A picture with one thing and nobody; null for the empty picture. */
const draw = (name: string | null, framing: Framing, light = noon): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#d020d0'
  context.fillRect(0, 0, width, height)
  const { layers } = figureLayers({
    ...{ subjects: [], cast: [], objects: name === null ? [] : [name], framing, mood: 'calm' },
    ...{ ground: 0.83, seed: 1, look: 'painted', place: 'meadow', indoors: false, wet: false },
    ...{ seconds: 4, heading: 1, light },
  })
  for (const layer of layers) layer.paint(context, 1, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** What stands lower because its shadow falls towards the viewer, and what grows out of the ground. */
const driven = new Set(['car', 'taxi', 'bus', 'flower'])
// Its rails run right through the picture.
const railed = new Set(['train', 'tram'])

/** Where a picture is not as the empty one: shares of its height and width. */
const boundsOf = (picture: Uint8ClampedArray, empty: Uint8ClampedArray) => {
  let [left, right, top, bottom] = [1, 0, 1, 0]
  for (let at = 0; at < picture.length; at += 4) {
    const far = [0, 1, 2].map((part) =>
      Math.abs((picture[at + part] ?? 0) - (empty[at + part] ?? 0)),
    )
    if (Math.max(...far) < 60) continue
    const [x, y] = [((at / 4) % width) / width, Math.floor(at / 4 / width) / height]
    left = Math.min(left, x)
    right = Math.max(right, x + 1 / width)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1 / height)
  }
  return { left, right, top, bottom }
}

describe.each(['close-up', 'wide'] as const)('in a %s', (framing) => {
  const empty = draw(null, framing)
  const pictures = things.map(({ name }) => [name, draw(name, framing)] as const)

  test('every thing stays in the picture and above its captions', () => {
    for (const [name, picture] of pictures) {
      if (railed.has(name)) continue
      const { left, right, top, bottom } = boundsOf(picture, empty)
      expect(left, name).toBeGreaterThan(0)
      expect(right, name).toBeLessThan(1)
      expect(top, name).toBeGreaterThan(0)
      expect(bottom, name).toBeLessThan(driven.has(name) ? 0.92 : 0.88)
    }
  })

  test('no two things look the same', () => {
    for (const [index, [name, picture]] of pictures.entries())
      for (const [other, second] of pictures.slice(index + 1)) {
        // Outdoors a lamp is the one of the street.
        if (name === 'street lamp' && other === 'lamp') continue
        const differs = picture.some((value, at) => Math.abs(value - (second[at] ?? 0)) > 40)
        expect(differs, `${name}, ${other}`).toBe(true)
      }
  })
})

test('a thing that a wide picture is about is large enough to be seen', () => {
  const empty = draw(null, 'wide')
  for (const { name, wide } of things.filter((one) => one.wide < 1.6 && one.place !== 'air')) {
    const { left, right, top, bottom } = boundsOf(draw(name, 'wide'), empty)
    expect(Math.max(bottom - top, (right - left) / Math.max(wide, 0.2)), name).toBeGreaterThan(0.15)
  }
})

test('a thing shown close against a low sun is no silhouette', () => {
  const brightness = (light: Light): number => {
    const picture = draw('cup', 'close-up', light)
    const at = (Math.floor(height * 0.6) * width + width / 2) * 4
    return ((picture[at] ?? 0) + (picture[at + 1] ?? 0) + (picture[at + 2] ?? 0)) / 3
  }
  expect(brightness(lowSun)).toBeGreaterThan(brightness(noon) * 0.55)
})

test.each([
  ['handmade leather backpack', 'backpack', 'leather'],
  ['black leather handbag', 'handbag', 'black'],
  ['stainless steel water bottle', 'water bottle', 'steel'],
  ['rose gold ring', 'ring', 'rose gold'],
  ['oak chair', 'chair', 'oak'],
  ['walnut record player', 'record player', 'walnut'],
  ['terracotta teapot', 'teapot', 'terracotta'],
  ['dark blue suitcase', 'suitcase', 'dark blue'],
])('what it is made of tints a thing, unless a colour does: %s', (words, name, tint) => {
  const named = thingNamed(words)
  expect(named?.thing.name).toBe(name)
  expect(named?.colour).toEqual(tintIn(tint))
  expect(named?.colour).not.toBeNull()
})

test.each([
  ['oak tree', 'tree'],
  ['glasses', 'glasses'],
  ['flag', 'flag'],
])('what names a thing is no colour of it: %s', (words, name) => {
  expect(thingNamed(words)).toMatchObject({ thing: { name }, colour: null })
})

test.each([
  ['a bowl of noodles', 'noodles'],
  ['basket of apples', 'basket'],
  ['car keys', 'key'],
  ['apple tree', 'tree'],
  ['treasure map', 'map'],
  ['music box', 'music box'],
  ['snow globe', 'snow globe'],
  ['birthday cake with candles', 'cake'],
  ['a vinyl record player', 'record player'],
])('of several things that words name, the one that is meant is drawn: %s', (words, name) => {
  expect(thingNamed(words)?.thing.name).toBe(name)
})

test('what somebody has on is not drawn beside them', () => {
  const { depicted, layers } = figureLayers({
    ...{
      cast: [],
      objects: ['golden crown'],
      framing: 'full',
      mood: 'calm',
      ground: 0.83,
      seed: 1,
    },
    ...{ look: 'painted', place: 'meadow', indoors: false, wet: false, seconds: 4, heading: 1 },
    subjects: [{ castId: null, what: 'king', look: '', action: 'stands', count: 1 }],
    light: noon,
  })
  expect(depicted).toContain('golden crown')
  expect(layers).toHaveLength(1)
})

test.each(['teapot', 'old record player', 'snowman', 'golden trophy'])(
  'a thing that is what a shot is about is drawn, and nobody in its place: %s',
  (what) => {
    const asked: Omit<FigureRequest, 'objects' | 'subjects'> = {
      ...{ cast: [], framing: 'full', mood: 'calm', ground: 0.83, seed: 1, look: 'painted' },
      ...{ place: 'meadow', indoors: false, wet: false, seconds: 4, heading: 1, light: noon },
    }
    const subject = { castId: null, what, look: '', action: 'stands', count: 1 }
    const { layers } = figureLayers({ ...asked, objects: [], subjects: [subject] })
    const alone = figureLayers({ ...asked, objects: [what], subjects: [] })
    expect(layers).toHaveLength(alone.layers.length)
    expect(layers[0]?.depth).toBe(alone.layers[0]?.depth)
  },
)
