import { expect, test } from 'vitest'
import { figureLayers } from '../figure-layers.ts'

const shown = (what: string) =>
  figureLayers({
    ...{ cast: [], objects: ['helmet'], framing: 'full', mood: '', ground: 0.9, seed: 3 },
    ...{ look: 'painted', place: 'park', indoors: false, wet: false, seconds: 4, heading: 1 },
    subjects: [{ castId: null, what, look: '', action: 'smiles', count: 1 }],
    light: {
      ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
      ...{ direction: 0.7, level: 0.75, backlit: false },
    },
  })

test.each(['knight', 'astronaut', 'firefighter', 'woman'])(
  'a helmet that is asked for is shown, on the head of a %s or in the hand',
  (what) => {
    expect(shown(what).depicted).toContain('helmet')
    expect(shown(what).layers).toHaveLength(1)
  },
)
