import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import type { Light } from '../../stage-types.ts'
import { figureLayers } from '../figure-layers.ts'
import { quadrupedLook } from './quadruped-looks.ts'
import { speciesOf } from './species.ts'

const light: Light = {
  key: '#fff0d8',
  ambient: '#a9b0c4',
  shadow: '#2a2440',
  direction: 0.7,
  level: 0.85,
  backlit: false,
}

const [width, height] = [160, 90]

interface Asked {
  readonly what: string
  readonly action?: string
  readonly look?: string
  readonly place?: string
  readonly framing?: 'wide' | 'full' | 'medium'
  readonly seed?: number
}

const figures = ({ what, action = '', look = '', place = 'park', ...rest }: Asked) =>
  figureLayers({
    subjects: [{ castId: null, what, look, action, count: 1 }],
    ...{ cast: [], objects: [], mood: '', light, ground: 0.9, look: 'painted', place },
    ...{ framing: rest.framing ?? 'full', seed: rest.seed ?? 1 },
    ...{ indoors: false, wet: false, seconds: 4, heading: 1 },
  })

const sky = [136, 170, 187] as const

const draw = (asked: Asked, time: number): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = `rgb(${sky.join(',')})`
  context.fillRect(0, 0, width, height)
  for (const layer of figures(asked).layers) layer.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Where a picture differs from the empty place, as indexes of pixels; faint shadows do not count. */
const touched = (pixels: Uint8ClampedArray): number[] =>
  Array.from({ length: width * height }, (_, index) => index).filter((index) =>
    sky.some((part, channel) => Math.abs((pixels[index * 4 + channel] ?? 0) - part) > 45),
  )

const differs = (a: Uint8ClampedArray, b: Uint8ClampedArray): number =>
  a.reduce((sum, value, index) => sum + (Math.abs(value - (b[index] ?? 0)) > 24 ? 1 : 0), 0)

/** Rows from the top to the bottom of what is drawn. */
const tall = (asked: Asked): number => {
  const rows = touched(draw(asked, 1)).map((index) => Math.floor(index / width))
  return rows.reduce((low, row) => Math.max(low, row), 0) - Math.min(height, ...rows)
}

const onLand = [
  ...['dog', 'cat', 'horse', 'deer', 'bear', 'fox', 'rabbit', 'wolf', 'cow', 'sheep', 'lion'],
  ...['tiger', 'leopard', 'zebra', 'donkey', 'unicorn', 'giraffe', 'camel', 'elephant', 'panda'],
  ...['monkey', 'ape', 'dinosaur', 'dragon', 'mouse', 'hamster', 'squirrel', 'hedgehog', 'otter'],
  ...['pig', 'penguin', 'duck', 'chicken', 'snake', 'snail', 'caterpillar', 'spider', 'ant'],
  ...['crab', 'frog', 'turtle', 'kangaroo'],
]
const inAir = ['bird', 'owl', 'butterfly', 'dragonfly', 'bee', 'dragon']
const inSea = ['fish', 'whale', 'dolphin', 'shark', 'octopus', 'jellyfish', 'turtle']

describe('an animal that is said to be shown is seen, and moves:', () => {
  test.each([
    ...onLand.map((what) => ({ what, action: 'walks', place: 'meadow' })),
    ...inAir.map((what) => ({ what, action: 'flies', place: 'garden' })),
    ...inSea.map((what) => ({ what, action: 'swims', place: 'underwater' })),
    ...inSea.map((what) => ({ what, action: 'swims', place: 'ocean' })),
  ])('$what $action ($place)', (asked) => {
    expect(figures(asked).depicted).toContain(asked.what)
    const [first, later] = [draw(asked, 1), draw(asked, 1.6)]
    expect(touched(first).length + touched(later).length).toBeGreaterThan(20)
    expect(differs(first, later)).toBeGreaterThan(20)
  })
})

test('beasts of land and air keep their places: feet on the ground, wings above it', () => {
  const lowest = (asked: Asked): number =>
    Math.max(...touched(draw(asked, 1)).map((index) => Math.floor(index / width)))
  expect(lowest({ what: 'dragon', action: 'walks' })).toBeGreaterThan(height * 0.82)
  expect(lowest({ what: 'dragon', action: 'flies' })).toBeLessThan(height * 0.8)
  expect(lowest({ what: 'butterfly', action: 'flies' })).toBeLessThan(height * 0.75)
  expect(lowest({ what: 'turtle', action: 'walks' })).toBeGreaterThan(height * 0.72)
})

test('animals are as large against each other as in life', () => {
  const order = ['giraffe', 'elephant', 'donkey', 'pig', 'mouse']
  const heights = order.map((what) => tall({ what, framing: 'wide' }))
  expect(heights).toEqual([...heights].toSorted((a, b) => b - a))
  expect(tall({ what: 'elephant', framing: 'wide' })).toBeGreaterThan(
    tall({ what: 'man', framing: 'wide' }),
  )
  expect(tall({ what: 'dragon', framing: 'wide' })).toBeGreaterThan(
    tall({ what: 'horse', framing: 'wide' }),
  )
  expect(tall({ what: 'dragon', look: 'little', framing: 'wide' })).toBeLessThan(
    tall({ what: 'man', framing: 'wide' }),
  )
})

test('however tall it is, an animal that stands is seen whole from head to foot', () => {
  for (const what of ['giraffe', 'elephant', 'dinosaur', 'dragon', 'camel']) {
    const rows = touched(draw({ what, action: 'stands' }, 1)).map((at) => Math.floor(at / width))
    expect(Math.min(...rows), what).toBeGreaterThan(0)
  }
})

test('who lies down has its legs under it and its tail on the ground', () => {
  for (const what of ['dog', 'horse', 'lion']) {
    const lying = touched(draw({ what, action: 'sleeps' }, 1)).map((at) => Math.floor(at / width))
    const standing = tall({ what, action: 'stands' })
    expect(tall({ what, action: 'sleeps' }), what).toBeLessThan(standing * 0.75)
    expect(Math.max(...lying), what).toBeGreaterThan(height * 0.72)
  }
})

test('a fox has a pale breast, dark feet and a pale end of its brush; no patch leaves its coat', () => {
  const pixels = draw({ what: 'fox', action: 'stands', framing: 'medium' }, 1)
  const seen = touched(pixels).map((at) => [0, 1, 2].map((part) => pixels[at * 4 + part] ?? 0))
  const share = (isSo: (levels: readonly number[]) => boolean): number =>
    seen.filter(isSo).length / seen.length
  expect(share(([red = 0, , blue = 0]) => red > 150 && red - blue < 70)).toBeGreaterThan(0.05)
  expect(share(([red = 0, , blue = 0]) => red > 110 && red - blue > 70)).toBeGreaterThan(0.4)
  expect(share(([red = 0]) => red < 70)).toBeGreaterThan(0.01)
})

/** How much more red than green there is in what is drawn. */
const redness = (asked: Asked): number => {
  const pixels = draw(asked, 1)
  const seen = touched(pixels)
  const sum = seen.reduce(
    (all, index) => all + (pixels[index * 4] ?? 0) - (pixels[index * 4 + 1] ?? 0),
    0,
  )
  return sum / Math.max(1, seen.length)
}

test('the colours of a look are drawn, whatever the seed of the production', () => {
  const dragon = { what: 'dragon', framing: 'medium' } as const
  for (const seed of [1, 2, 3, 4]) {
    expect(redness({ ...dragon, seed, look: 'crimson scales, orange wings' })).toBeGreaterThan(25)
    expect(redness({ ...dragon, seed, look: 'emerald scales, green wings' })).toBeLessThan(15)
  }
  const frog = { what: 'frog', framing: 'medium' } as const
  expect(redness({ ...frog, look: 'red skin' })).toBeGreaterThan(redness(frog) + 40)
})

test('flying and creeping are said to be shown of animals that do so, and of no others', () => {
  const shown = (what: string, action: string): readonly string[] =>
    figures({ what, action }).depicted
  expect(shown('dragon', 'flies over the hills')).toContain('flies')
  expect(shown('owl', 'soars')).toContain('soars')
  expect(shown('snail', 'crawls along')).toContain('crawls')
  expect(shown('elephant', 'flies over the hills')).not.toContain('flies')
})

test('an animal is told by its whole name', () => {
  const names = {
    'polar bear': 'bear',
    'spider monkey': 'monkey',
    dragonfly: 'dragonfly',
    'guinea pig': 'hamster',
    'killer whale': 'whale',
    'sea turtle': 'turtle',
    jellyfish: 'jellyfish',
    ducklings: 'duck',
    mice: 'mouse',
  }
  for (const [name, species] of Object.entries(names)) expect(speciesOf(name), name).toBe(species)
})

test('a cat has the short round face and the eared head of a cat, a kitten a larger head still', () => {
  const cat = quadrupedLook('cat', 'grey cat', 1)
  const kitten = quadrupedLook('cat', 'grey kitten', 1)
  expect(cat).toMatchObject({ snout: 'button', ears: 'triangle' })
  expect(cat.muzzle).toBeLessThan(quadrupedLook('wolf', 'grey wolf', 1).muzzle * 0.4)
  expect(kitten.skull).toBeGreaterThan(cat.skull)
  expect(kitten.metres).toBeLessThan(cat.metres * 0.8)
})

/** Width over height of what is drawn. */
const breadth = (asked: Asked): number => {
  const places = touched(draw(asked, 1)).map((index) => index % width)
  return (Math.max(...places) - Math.min(...places) + 1) / tall(asked)
}

test('a cat sleeps curled up, a dog at full length', () => {
  const asleep = (what: string): Asked => ({ what, action: 'sleeps', framing: 'full' })
  expect(breadth(asleep('cat'))).toBeLessThan(breadth(asleep('dog')) * 0.75)
})

test('a squirrel sits upright and runs low, and digs when it buries something', () => {
  const squirrel = (action: string): Asked => ({ what: 'squirrel', action })
  expect(breadth(squirrel('sits'))).toBeLessThan(1)
  expect(breadth(squirrel('runs'))).toBeGreaterThan(1.6)
  expect(figures(squirrel('buries a nut')).depicted).toContain('buries')
  expect(figures({ what: 'dog', action: 'buries a bone' }).depicted).not.toContain('buries')
})

test.each(['wide', 'full'] as const)(
  'a dragon that flies is whole in the sky, from a %s view',
  (framing) => {
    for (const time of [0.2, 2, 3.8]) {
      const places = touched(
        draw({ what: 'dragon', action: 'flies over the castle', framing }, time),
      )
      const [columns, rows] = [places.map((at) => at % width), places.map((at) => at / width)]
      expect(Math.min(...columns)).toBeGreaterThan(0)
      expect(Math.max(...columns)).toBeLessThan(width - 1)
      expect(Math.min(...rows)).toBeGreaterThan(1)
      expect(Math.max(...rows)).toBeLessThan(height * 0.58)
    }
  },
)
