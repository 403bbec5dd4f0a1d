import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { type CastMember, framings, type Subject } from '../../../domain/script.ts'
import type { Light, Look } from '../stage-types.ts'
import { figureLayers } from './figure-layers.ts'
import type { FigureRequest } from './figure-request.ts'
import { readAppearance } from './people/appearance.ts'
import { readAction } from './poses/actions.ts'
import { walking, walkingPose } from './poses/gait.ts'
import { things } from './things/things.ts'

const light: Light = {
  key: '#ffe0b0',
  ambient: '#a9b0c4',
  shadow: '#2a2440',
  direction: 0.7,
  level: 0.75,
  backlit: false,
}

const subject = (what: string, action = '', rest: Partial<Subject> = {}): Subject => ({
  ...{ castId: null, what, look: '', action, count: 1 },
  ...rest,
})

const mara: CastMember = {
  id: 'c1',
  name: 'Mara',
  kind: 'person',
  look: 'tall woman with short black hair in a red coat',
}

const request = (rest: Partial<FigureRequest> = {}): FigureRequest => ({
  subjects: [],
  cast: [],
  objects: [],
  framing: 'full',
  mood: 'calm',
  light,
  ground: 0.9,
  seed: 1,
  look: 'painted',
  place: 'park',
  indoors: false,
  wet: false,
  seconds: 4,
  heading: 1,
  ...rest,
})

const size = { width: 128, height: 72 }

const draw = (asked: FigureRequest, time: number, { width, height } = size): Uint8ClampedArray => {
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#88aabb'
  context.fillRect(0, 0, width, height)
  for (const layer of figureLayers(asked).layers) layer.paint(context, time, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Mean change of a colour part, 0…255. */
const change = (a: Uint8ClampedArray, b: Uint8ClampedArray): number =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length

const blank = draw(request(), 0)

test('a cast member wears the same clothes whatever the seed of the production', () => {
  const look = 'woman'
  expect(readAppearance(look, 'c1 Mara')).toEqual(readAppearance(look, 'c1 Mara'))
  const shown = (seed: number): Uint8ClampedArray =>
    draw(
      request({
        seed,
        subjects: [subject('woman', '', { castId: 'c1' })],
        cast: [mara],
        framing: 'medium',
      }),
      1,
    )
  const reds = (pixels: Uint8ClampedArray): number => {
    let count = 0
    for (let index = 0; index < pixels.length; index += 4) {
      if ((pixels[index] ?? 0) > 1.8 * (pixels[index + 1] ?? 0) && (pixels[index] ?? 0) > 60)
        count += 1
    }
    return count
  }
  const [first, second] = [reds(shown(2)), reds(shown(99))]
  expect(first).toBeGreaterThan(150)
  expect(Math.abs(first - second) / first).toBeLessThan(0.25)
})

test('a look in words decides hair, clothes, age and what is worn', () => {
  const shown = readAppearance(
    'old man with a long white beard and a blue scarf in a green jacket',
    'x',
  )
  expect(shown).toMatchObject({ age: 'old', sex: 'man', beard: 'long', top: { kind: 'jacket' } })
  expect(shown.top.colour.g).toBeGreaterThan(shown.top.colour.r)
  const scarf = shown.extras.get('scarf')
  expect(scarf && scarf.b > scarf.r).toBe(true)
})

test('only what is drawn is said to be depicted', () => {
  const { depicted } = figureLayers(
    request({
      subjects: [
        subject('woman', 'walks along the shore', { castId: 'c1' }),
        subject('dog', 'runs'),
      ],
      cast: [mara],
      objects: ['lantern', 'chandelier'],
    }),
  )
  expect(depicted).toEqual(
    expect.arrayContaining(['woman', 'mara', 'walks', 'dog', 'runs', 'lantern']),
  )
  expect(depicted).not.toContain('chandelier')
})

test('an unknown thing is neither drawn nor depicted', () => {
  const asked = request({ objects: ['chandelier', 'theodolite'] })
  expect(figureLayers(asked)).toEqual({ layers: [], depicted: [], heading: 0 })
})

test('an action nobody can draw is not depicted, though somebody stands there', () => {
  const { depicted } = figureLayers(request({ subjects: [subject('man', 'photosynthesises')] }))
  expect(depicted).toEqual(['man'])
  expect(
    change(draw(request({ subjects: [subject('man', 'photosynthesises')] }), 0), blank),
  ).toBeGreaterThan(0.5)
})

test('free words for movements are understood', () => {
  const kinds = (text: string): string => readAction(text).kind
  expect(kinds('strolls along the beach')).toBe('walk')
  expect(kinds('sprints for the train')).toBe('run')
  expect(kinds('sips from a mug')).toBe('drink')
  expect(kinds('sits reading a letter')).toBe('read')
  expect(readAction('sits reading a letter').seated).toBe(true)
  expect(kinds('')).toBe('stand')
})

test('somebody who walks changes the picture, somebody who stands hardly does', () => {
  const asked = (action: string): FigureRequest =>
    request({ subjects: [subject('woman', action, { castId: 'c1' })], cast: [mara] })
  const moved = change(draw(asked('walks'), 1), draw(asked('walks'), 1.4))
  const stood = change(draw(asked('stands'), 1), draw(asked('stands'), 1.4))
  expect(stood).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(stood * 3)
})

test('the same moment is drawn the same twice', () => {
  const asked = request({
    subjects: [subject('crowd', 'walks', { count: 5 }), subject('cat', 'sits')],
    objects: ['campfire'],
    framing: 'wide',
  })
  expect(change(draw(asked, 1.3), draw(asked, 1.3))).toBe(0)
})

test('a planted foot moves back under the body as fast as the body goes forward', () => {
  const speed = walking.step / (walking.stance * walking.cycleSeconds)
  const [from, to] = [0.2, 0.3].map(
    (share) => walkingPose(share * walking.cycleSeconds, 0).leftFoot.at.f,
  )
  expect(((from ?? 0) - (to ?? 0)) / (0.1 * walking.cycleSeconds)).toBeCloseTo(speed, 3)
})

const actions = [
  'stands',
  'walks',
  'runs',
  'sits',
  'reads a book',
  'types',
  'writes',
  'drinks',
  'eats at a table',
  'cooks',
  'pours',
  'gazes',
  'talks',
  'waves',
  'points',
  'dances',
  'plays guitar',
  'plays piano',
  'kicks a ball',
  'fishes from the shore',
  'flies a red kite',
  'rides a wave',
  'swims',
  'rides',
  'rows',
  'climbs',
  'carries',
  'hugs',
  'holds hands',
  'paints',
  'repairs',
  'sleeps',
  'wakes up',
  'cries',
  'laughs',
  'calls',
  'photographs',
  'kneels',
  'jumps',
  'holds',
  'sings',
  'pushes',
  'thinks',
  'cheers',
  'smiles',
  'walks away',
]
const looks: readonly Look[] = ['sketch', 'motion', 'painted', 'feature']

test.each(framings)('every movement can be drawn in a %s framing', (framing) => {
  const people = ['woman', 'old man', 'girl', 'robot', 'astronaut in a spacesuit']
  for (const [index, action] of actions.entries()) {
    const asked = request({
      framing,
      look: looks[index % 4] ?? 'painted',
      seed: index,
      subjects: [subject(people[index % 5] ?? 'man', action)],
    })
    expect(
      change(
        draw(asked, 0.7, { width: 64, height: 36 }),
        draw(request(), 0, { width: 64, height: 36 }),
      ),
      `${action} ${framing}`,
    ).toBeGreaterThan(0)
  }
})

test.each(framings)('every animal can be drawn in a %s framing', (framing) => {
  const animals = [
    'dog',
    'cat',
    'horse',
    'deer',
    'bear',
    'fox',
    'rabbit',
    'wolf',
    'cow',
    'sheep',
    'lion',
    'bird',
    'fish',
  ]
  for (const [index, what] of animals.entries()) {
    for (const action of ['stands', 'walks', 'runs', 'sleeps']) {
      const asked = request({
        framing,
        look: looks[index % 4] ?? 'painted',
        subjects: [subject(what, action)],
      })
      expect(figureLayers(asked).depicted).toContain(what)
      expect(() => draw(asked, 2, { width: 64, height: 36 })).not.toThrow()
    }
  }
})

test.each(framings)(
  'every thing can be drawn in a %s framing, alone and with somebody',
  (framing) => {
    for (const { name } of things) {
      const alone = request({ framing, objects: [name] })
      expect(figureLayers(alone).depicted, name).toContain(name)
      expect(
        change(
          draw(alone, 0.5, { width: 64, height: 36 }),
          draw(request(), 0, { width: 64, height: 36 }),
        ),
        `${name} ${framing}`,
      ).toBeGreaterThan(0)
      expect(() =>
        draw(request({ framing, objects: [name], subjects: [subject('man')] }), 0.5, {
          width: 64,
          height: 36,
        }),
      ).not.toThrow()
    }
  },
)

test('pictures of every shape show somebody', () => {
  for (const shape of [
    { width: 72, height: 128 },
    { width: 96, height: 96 },
    { width: 256, height: 144 },
  ]) {
    for (const framing of framings) {
      const asked = request({ framing, subjects: [subject('woman', 'stands')] })
      expect(change(draw(asked, 0, shape), draw(request(), 0, shape))).toBeGreaterThan(0.05)
    }
  }
})

test('who rides a horse is drawn on one, and no bicycle is said to be there', () => {
  const named = request({ subjects: [subject('knight', 'rides a horse')] })
  const beside = request({ subjects: [subject('woman', 'gallops'), subject('horse', 'runs')] })
  for (const asked of [named, beside]) {
    const { depicted, layers } = figureLayers(asked)
    expect(depicted).toContain('horse')
    expect(depicted).not.toContain('bicycle')
    expect(layers).toHaveLength(1)
    expect(change(draw(asked, 1), blank)).toBeGreaterThan(1)
  }
  const cyclist = figureLayers(request({ subjects: [subject('man', 'rides a bicycle')] }))
  expect(cyclist.depicted).toContain('bicycle')
})

/** Points of a picture that are not as in an empty one: middle of their heights, 0…1, and their count. */
const painted = (asked: FigureRequest, time: number): { middle: number; count: number } => {
  const [picture, empty] = [draw(asked, time), draw(request(), time)]
  let [sum, count] = [0, 0]
  for (let at = 0; at < picture.length; at += 4) {
    const differs = [0, 1, 2].some(
      (part) => Math.abs((picture[at + part] ?? 0) - (empty[at + part] ?? 0)) > 12,
    )
    if (!differs) continue
    sum += Math.floor(at / 4 / size.width) / size.height
    count += 1
  }
  return { middle: sum / Math.max(1, count), count }
}

test('a rocket that launches leaves the ground and the picture; one that stands stays', () => {
  const launch = request({
    framing: 'wide',
    ground: 0.83,
    subjects: [subject('rocket', 'lifts off')],
  })
  const parked = request({ framing: 'wide', ground: 0.83, subjects: [subject('rocket', 'stands')] })
  expect(figureLayers(launch).depicted).toContain('lifts off')
  expect(painted(launch, 2.6).middle).toBeLessThan(painted(launch, 0.2).middle - 0.1)
  expect(painted(parked, 3.9)).toEqual(painted(parked, 0))
})

test('a few who play share one ball and are seen one by one', () => {
  const game = figureLayers(
    request({ subjects: [{ ...subject('children', 'play football'), count: 4 }] }),
  )
  expect(game.layers.every(({ depth }) => depth === 1)).toBe(true)
  expect(game.depicted).toContain('ball')
  const match = figureLayers(
    request({ subjects: [{ ...subject('children', 'play football'), count: 9 }] }),
  )
  expect(match.layers.some(({ depth }) => depth < 0.9)).toBe(true)
})

test('clothes that nobody named are told apart from skin', () => {
  for (let index = 0; index < 300; index += 1) {
    const { skin, top, bottom } = readAppearance(index % 2 ? 'boy' : 'woman', `person ${index}`)
    for (const { colour } of [top, bottom]) {
      const apart = Math.hypot(colour.r - skin.r, colour.g - skin.g, colour.b - skin.b)
      expect(apart, `${index} ${top.kind}`).toBeGreaterThan(60)
    }
  }
})

test('nobody is out on Mars or the moon without a suit', () => {
  const out = (place: string) => draw(request({ place, subjects: [subject('woman')] }), 1)
  for (const place of ['mars', 'moon surface']) expect(out(place)).toEqual(out('space'))
  expect(change(out('space'), out('park'))).toBeGreaterThan(0.2)
})

test('who drives sits in the vehicle: nobody stands beside it, and it goes', () => {
  const asked = request({
    framing: 'wide',
    objects: ['taxi'],
    subjects: [subject('woman', 'drives a taxi through the city')],
  })
  const { depicted, layers } = figureLayers(asked)
  expect(depicted).toEqual(expect.arrayContaining(['woman', 'taxi', 'drives']))
  expect(layers).toHaveLength(1)
  expect(change(draw(asked, 0.4), draw(asked, 3.6))).toBeGreaterThan(0.5)
})

test('who swims is seen down to the water and no farther', () => {
  const swimmer = painted(
    request({ place: 'mountain lake', subjects: [subject('girl', 'swims in the lake')] }),
    1,
  )
  const walker = painted(
    request({ place: 'mountain lake', subjects: [subject('girl', 'stands')] }),
    1,
  )
  expect(swimmer.count).toBeGreaterThan(0)
  expect(swimmer.count).toBeLessThan(walker.count / 2)
  expect(swimmer.middle).toBeGreaterThan(walker.middle - 0.05)
})
