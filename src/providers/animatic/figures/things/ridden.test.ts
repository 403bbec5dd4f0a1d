import { expect, test } from 'vitest'
import type { Subject } from '../../../../domain/script.ts'
import { figureLayers } from '../figure-layers.ts'
import { riddenOn } from './ridden.ts'

const shown = (action: string, objects: readonly string[]) =>
  figureLayers({
    light: {
      ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
      ...{ direction: 0.7, level: 0.75, backlit: false },
    },
    ...{ cast: [], objects, framing: 'full', mood: 'calm', ground: 0.9, seed: 1, indoors: false },
    ...{ look: 'painted', place: 'road', wet: false, seconds: 4, heading: 1 },
    subjects: [{ castId: null, what: 'woman', look: '', action, count: 1 } satisfies Subject],
  })

test.each([
  ['rides a red motorcycle', 'red motorcycle', 'motorcycle'],
  ['rides an old motorbike', 'motorcycle', 'motorcycle'],
  ['rides a scooter through the city', 'scooter', 'scooter'],
] as const)(
  'who rides sits on the machine that is named, and no other: %s',
  (action, object, name) => {
    const { depicted, layers } = shown(action, [object])
    expect(depicted).toEqual(expect.arrayContaining([object, name, 'rides']))
    expect(depicted).not.toContain('bicycle')
    expect(layers).toHaveLength(1)
  },
)

test('a machine that goes by itself is not pedalled', () => {
  expect(riddenOn('rides a motorcycle').rests).not.toBeNull()
  expect(riddenOn('rides along the lake')).toMatchObject({ name: 'bicycle', rests: null })
})
