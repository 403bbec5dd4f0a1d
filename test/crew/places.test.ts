import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { readOrder } from '../../src/providers/animatic/reading.ts'
import { places } from '../../src/providers/understudy/words/vocabulary.ts'
import { linesOf, paperFilm } from './film.ts'

/** Places of the shots of a film's first script, each once, in order. */
const placesOf = async (concept: string): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds: 12 })
  const [script] = scripts
  return [...new Set(script ? shotsOf(script).map(({ picture }) => picture.place) : [])]
}

test.each([
  ['A knight waits in the throne room', 'castle hall'],
  ['A princess walks to the castle at sunset', 'castle'],
  ['An astronaut walks on the moon', 'moon surface'],
  ['An astronaut walks across Mars', 'mars'],
  ['An explorer walks through the rainforest', 'jungle'],
  ['A boy hides in a cave', 'cave'],
  ['A girl runs across the soccer field', 'football pitch'],
  ['Two children play on the playground', 'playground'],
  ['A man swims in the pool', 'swimming pool'],
  ['A woman walks through a vineyard at golden hour', 'vineyard'],
  ['A farmer works in the rice paddies', 'rice terraces'],
  ['A woman runs through fields of lavender', 'lavender field'],
  ['A scientist looks at a volcano', 'volcano'],
  ['A hiker walks through a canyon', 'canyon'],
  ['A captain stands on the deck of a ship', 'ship deck'],
  ['A bride walks in a church', 'church'],
  ['Two boxers fight in a boxing ring', 'boxing ring'],
  ['A nurse runs along the hospital corridor', 'hospital corridor'],
  ['A man sleeps on a plane', 'airplane'],
  ['A family waits at the airport', 'airport'],
  ['A couple walks through the autumn leaves', 'autumn forest'],
  ['Two friends walk through a forest in autumn', 'autumn forest'],
  ['Two people walk in Venice', 'canal city'],
  ['A man proposes to a woman in Rome', 'old town'],
  ['Children play on the town square', 'town square'],
  ['A couple dances on a piazza', 'town square'],
  ['Ein Paar spaziert durch Venedig', 'canal city'],
  ['Una mujer camina por la plaza', 'town square'],
  ['A family has dinner together', 'kitchen'],
  ['A man eats breakfast and reads the newspaper', 'kitchen'],
  ['Friends sit around a table and laugh', 'kitchen'],
  ['A girl and her mother set the table', 'kitchen'],
  ['A girl reads a book in bed', 'bedroom'],
  ['A mother puts her child to bed', 'bedroom'],
  ['A woman brushes her teeth', 'bathroom'],
  ['A man waits at a metro station', 'subway station'],
  ['A girl sings in the bathroom', 'bathroom'],
  ['A father waits in the supermarket', 'supermarket'],
  ['A pilot waits on the airfield', 'airfield'],
  ['A man reads on the subway', 'train'],
  ['Eine Frau wartet in der U-Bahn-Station', 'subway station'],
  ['A man shaves in front of a mirror', 'bathroom'],
  ['A boy does his homework', 'living room'],
  ['A couple watches television', 'living room'],
  ['A king eats dinner', 'castle hall'],
  ['A family has a picnic in the meadow and eats cake', 'meadow'],
])('%s plays at the %s', async (concept, place) => {
  expect(await placesOf(concept)).toContain(place)
})

test('the animatic has a picture of its own for every place the crew orders', () => {
  for (const place of places.words) {
    const { words } = readOrder(
      {
        picture: {
          ...{ place, timeOfDay: 'day', weather: 'clear', mood: 'calm', style: '' },
          ...{ camera: 'static', framing: 'wide', subjects: [], objects: [], avoid: [] },
        },
        cast: [],
        seed: 1,
      },
      { adherence: 1, drift: 0 },
    )
    expect(words, place).toContain(place)
  }
})

test('a film of the moon says nothing of mornings, and is called by its place', async () => {
  const film = await paperFilm('An astronaut walks on the moon', { seconds: 30 })
  expect(linesOf(film).join(' ')).not.toMatch(/\b(?:morning|sunset|midday)\b/i)
})

test('whoever is aboard is seen on the deck or in the cabin, and no second ship or plane beside them', async () => {
  for (const [concept, vessel] of [
    ['A sailor stands on the deck of a ship', 'boat'],
    ['A man sleeps on a plane', 'airplane'],
  ] as const) {
    const { scripts } = await paperFilm(concept, { seconds: 12 })
    const objects = scripts.flatMap(shotsOf).flatMap(({ picture }) => picture.objects)
    expect(objects).not.toContain(vessel)
  }
})

describe('a film of 12 seconds has a scene for each of three places:', () => {
  test.each([
    ['A forest. A beach. A city at night.', ['forest', 'beach', 'city street']],
    ['A fox runs through a forest, a field and a village.', ['forest', 'meadow', 'village']],
    [
      'A train rides through mountains, a village and along a river.',
      ['mountains', 'village', 'river'],
    ],
    [
      'A car drives from the city through the desert to the sea.',
      ['city street', 'desert', 'ocean'],
    ],
    [
      'A girl walks through a forest, swims in a lake and climbs a mountain.',
      ['forest', 'mountain lake', 'mountains'],
    ],
    [
      'Three places: a quiet harbor, a busy market and a mountain lake at dawn.',
      ['harbor', 'market', 'mountain lake'],
    ],
    ['A film of three places: a beach, a market and a castle.', ['beach', 'market', 'castle']],
  ])('%s', async (concept, places) => {
    const film = await paperFilm(concept, { seconds: 12 })
    const scenes = film.scripts[0]?.scenes ?? []
    expect(scenes.map(({ shots }) => shots[0]?.picture.place)).toEqual(places)
    expect(new Set(linesOf(film)).size).toBe(linesOf(film).length)
  })

  test('unless the model makes no shots so short', async () => {
    const film = await paperFilm('A forest. A beach. A city at night.', {
      seconds: 12,
      minShotSeconds: 5,
    })
    expect(film.scripts[0]?.scenes).toHaveLength(2)
  })

  test('a row of places is told place by place, and what is done at the next one is another step', async () => {
    const film = await paperFilm('A fox runs through a forest, a field and a village.', {
      seconds: 12,
    })
    expect(linesOf(film).slice(0, 3)).toEqual([
      'The fox runs through a forest.',
      'Then through a field.',
      'And through a village.',
    ])
    const other = await paperFilm('A fox runs through a forest, enters a village and sleeps.', {
      seconds: 12,
    })
    expect(linesOf(other).join(' ')).not.toContain('forest, enters')
  })
})
