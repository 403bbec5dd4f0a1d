import { describe, expect, test } from 'vitest'
import { paperFilm } from './film.ts'

/** Concepts, and the words in them that ask for something: each stands in the contract, drawn or missing. */
const wishes: readonly (readonly [concept: string, words: string])[] = [
  ['A black and white film of a lighthouse in a storm', 'black, white, lighthouse, storm'],
  ['A woman eats a strawberry under the northern lights', 'woman, strawberry, northern lights'],
  ['A ballerina dances on a frozen lake under the aurora', 'ballerina, lake, aurora'],
  ['A knight puts on his helmet and rides into a battle', 'knight, helmet, battle'],
  ['A man takes off his hat and bows to a queen', 'man, hat, queen'],
  ['A red fox chases a blue butterfly through a field of poppies', 'red, fox, blue, poppies'],
  ['An astronaut plants a flag on the moon', 'astronaut, flag, moon'],
  ['A pirate finds a treasure map in a bottle', 'pirate, treasure, map, bottle'],
  ['A purple elephant balances on a ball in a circus', 'purple, elephant, ball, circus'],
  ['A boy blows out the candles on his birthday cake', 'boy, candles, birthday, cake'],
  ['A cobblestone street with neon signs in the rain', 'cobblestone, neon signs, rain'],
  ['A chef flips pancakes while a parrot watches', 'chef, pancakes, parrot'],
  ['Fireworks over a harbor at night', 'fireworks, harbor, night'],
  ['A hot air balloon floats over vineyards at sunrise', 'balloon, vineyards, sunrise'],
  ['A detective with a magnifying glass examines footprints in snow', 'glass, footprints, snow'],
  ['A grandmother knits a striped scarf by the fire', 'grandmother, striped, scarf, fire'],
  ['A robot waters a cactus on a windowsill', 'robot, cactus, windowsill'],
  ['A rainbow appears over a waterfall', 'rainbow, waterfall'],
  ['A mermaid combs her hair with a golden comb', 'mermaid, golden, comb'],
  ['A wizard casts a spell and sparks fly from his wand', 'wizard, spell, sparks, wand'],
  ['A girl with a green ribbon feeds pigeons in a square', 'girl, green, ribbon, pigeons, square'],
  ['A train crosses a viaduct in the mountains', 'train, viaduct, mountains'],
  ['A cat wearing sunglasses plays a saxophone', 'cat, sunglasses, saxophone'],
  ['A sailor climbs the mast and sees a whale', 'sailor, mast, whale'],
  ['An old man plays chess with a boy in a park', 'man, chess, boy, park'],
  ['A panda eats bamboo in a misty forest', 'panda, bamboo, misty, forest'],
  ['A beekeeper in a white veil opens a hive', 'beekeeper, white, veil, hive'],
  ['A scarecrow comes alive in a cornfield', 'scarecrow, cornfield'],
  ['A drummer marches through a carnival parade with confetti', 'drummer, carnival, confetti'],
  [
    'A comet streaks across the sky above a desert caravan of camels',
    'comet, desert, caravan, camel',
  ],
  ['A child builds an igloo with a penguin', 'child, igloo, penguin'],
  ['A surfer rides a giant wave at sunset in slow motion', 'surfer, wave, sunset, slow motion'],
  ['A baker dusts flour over croissants', 'baker, flour, croissants'],
  ['A violinist plays in a metro tunnel', 'violinist, metro, tunnel'],
  ['A vampire opens a coffin in a crypt', 'vampire, coffin, crypt'],
  ['A ghost floats through a mansion with a candelabra', 'ghost, mansion, candelabra'],
  ['A little girl releases a paper lantern into the night', 'girl, paper, lantern, night'],
  ['A gardener trims a hedge into the shape of a swan', 'gardener, hedge, swan'],
  ['A farmer drives a tractor through golden wheat', 'farmer, tractor, golden, wheat'],
  ['A glass marble rolls down a spiral staircase', 'glass, marble, staircase'],
  ['Two bears hug in a meadow', 'two, bears, hug, meadow'],
  ['Time-lapse of a city with a monorail', 'time-lapse, city, monorail'],
]

describe('every word that asks for something stands in the contract:', () => {
  test.each(wishes)('%s', async (concept, words) => {
    const { items } = await paperFilm(concept, { seconds: 12 })
    const asked = items.flatMap((item) => [item.claim, ...item.words]).join(' · ')
    for (const word of words.split(', '))
      expect(asked.toLowerCase(), word).toMatch(new RegExp(`\\b${word.replace(/s$/, '')}`, 'u'))
  })

  test('what is asked for beside a deed is asked for by itself', async () => {
    const { items } = await paperFilm('A woman walks through Paris with a lemonade and a kazoo')
    const own = items.filter(({ kind }) => kind !== 'action').flatMap((item) => item.words)
    expect(own).toEqual(expect.arrayContaining(['lemonade', 'kazoo']))
  })

  test('a long list loses nothing: what has no room of its own is asked for in the last item', async () => {
    const things = 'kazoo, lemonade, viaduct, cactus, igloo, hammock, anvil, trombone'.split(', ')
    const people = 'A pirate, a nurse, a farmer, a chef, a robot and a fox'
    const { items } = await paperFilm(
      `${people} dance in a castle, in a forest, on a beach and in a kitchen in the rain at night in winter. ${things.map((thing) => `They carry a ${thing}.`).join(' ')}`,
    )
    const asked = items.flatMap((item) => [item.claim, ...item.words]).join(' · ')
    for (const thing of things) expect(asked).toContain(thing)
    expect(items.length).toBeLessThanOrEqual(20)
  })

  test('nothing is asked for in words that only say how something is', async () => {
    const { items } = await paperFilm(
      'A beautiful old castle stands quietly on a lonely hill in the bright morning light',
    )
    expect(items.filter(({ claim }) => claim.startsWith('the client asks'))).toEqual([])
  })
})

describe('one is not taken for another:', () => {
  test('a man and a knight are two', async () => {
    const { items } = await paperFilm('A man meets a knight in a forest')
    const words = items.filter(({ claim }) => claim.endsWith('is seen')).map((item) => item.words)
    expect(words).toEqual([['the man'], ['the knight']])
  })

  test('two bears are not one', async () => {
    const { items } = await paperFilm('Two bears walk in a meadow')
    expect(items.find(({ claim }) => claim === 'two bears are seen')?.words).toEqual(['2 × bear'])
  })

  test('a fox is asked for in its colour', async () => {
    const { items } = await paperFilm('A white fox runs through a forest')
    expect(items.find(({ claim }) => claim === 'the fox is white')?.words).toEqual(['white fox'])
  })
})

test('a black and white cat is no film without colours', async () => {
  const { items } = await paperFilm('A black and white cat sleeps on a bench')
  expect(items.map(({ claim }) => claim)).not.toContain('the film is in black and white')
})

test('a film in black and white is ordered so', async () => {
  const { scripts } = await paperFilm('A woman dances in the rain, in black and white')
  const styles = scripts.flatMap(({ scenes }) =>
    scenes.flatMap(({ shots }) => shots.map(({ picture }) => picture.style)),
  )
  for (const style of styles) expect(style).toContain('black and white')
})

test('who belongs together is covered by a scene only where one shot has both', async () => {
  const { items, scripts } = await paperFilm('A girl meets a dog. A boy meets a cat.', {
    seconds: 40,
  })
  const together = items.filter(({ claim }) => claim.endsWith('are seen together'))
  expect(together).not.toEqual([])
  for (const { id, words } of together)
    for (const { covers, shots } of scripts.flatMap(({ scenes }) => scenes))
      if (covers.includes(id)) {
        const figures = shots.map(({ picture }) => picture.subjects.map(({ what }) => what))
        expect(figures.some((whats) => words.every((word) => whats.includes(word)))).toBe(true)
      }
})
