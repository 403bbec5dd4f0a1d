import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { deedsOf, linesOf, paperFilm } from './film.ts'

const moodOf = async (concept: string): Promise<string | undefined> =>
  (await paperFilm(concept)).scripts[0]?.musicMood

describe('a mood that nobody names', () => {
  test('follows from what is done', async () => {
    expect(await moodOf('A thief runs over the rooftops and a detective chases him')).toBe('tense')
    expect(await moodOf('Two runners race through the park')).toBe('energetic')
    expect(await moodOf('A boy cries at the window')).toBe('melancholic')
    expect(await moodOf('A Roman legion marches to the castle')).toBe('epic')
    expect(await moodOf('Two friends dance in the kitchen and laugh')).toBe('joyful')
  })

  test('is tense while people quarrel and warm once they make up', async () => {
    const { scripts } = await paperFilm('Tom and Mia argue in a cafe. Then they make up and hug.', {
      seconds: 15,
    })
    const moods = scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .map(({ picture }) => picture.mood)
    expect(moods[0]).toBe('tense')
    expect(moods.at(-1)).toBe('warm')
  })
})

test('twelve films do not end on the same words', async () => {
  const animals = ['fox', 'bear', 'deer', 'cat', 'dog', 'horse']
  const concepts = animals.flatMap((animal) => [
    `A ${animal} looks at the sea`,
    `A ${animal} sits in a garden`,
  ])
  const films = await Promise.all(concepts.map((concept) => paperFilm(concept)))
  const endings = films.map((film) => linesOf(film).at(-1))
  expect(new Set(endings).size).toBeGreaterThanOrEqual(5)
})

test('no line speaks of another hour than the picture', async () => {
  for (const concept of [
    'A city skyline in the morning',
    'A cat looks out at the skyline at noon',
  ]) {
    expect(linesOf(await paperFilm(concept)).join(' ')).not.toMatch(/tonight|evening/)
  }
})

test('a step whose sentence is too long for its scene is told in shorter words', async () => {
  const film = await paperFilm(
    'A mother and her daughter bake a big birthday cake in the old kitchen of the house. They laugh.',
    { seconds: 10 },
  )
  expect(linesOf(film).join(' ')).toMatch(/(?:daughter|They) bake/)
})

test('two named people who quarrel and make up have something to say', async () => {
  const { scripts } = await paperFilm('Tom and Mia argue in a cafe. Tom apologises and they hug.')
  const speakers = scripts[0]?.scenes.flatMap(({ narration }) =>
    narration.flatMap(({ speaker }) => speaker ?? []),
  )
  expect(new Set(speakers)).toEqual(new Set(['Tom', 'Mia']))
})

describe('a film of 15 or 20 seconds', () => {
  const concepts = [
    ['A thief runs over the rooftops and the detective catches him', 'person'],
    ['A dog sleeps in a garden', 'dog'],
    ['Three children fly a kite on a hill', 'girl'],
  ] as const

  test.each(concepts)(
    'shows its subject from the first picture on and no empty one: %s',
    async (concept, subject) => {
      for (const seconds of [15, 20]) {
        const { scripts } = await paperFilm(concept, { seconds })
        for (const script of scripts) {
          const seen = shotsOf(script).map(({ picture }) => [
            ...picture.subjects.map(({ what }) => what),
            ...picture.objects,
          ])
          expect(seen[0]).toContain(subject)
          expect(seen.every((things) => things.length > 0)).toBe(true)
        }
      }
    },
  )

  test('introduces nobody to whom nothing has happened yet', async () => {
    const film = await paperFilm('Tom and Mia walk in a park', { seconds: 30 })
    expect(linesOf(film).join(' ')).not.toMatch(/nothing has happened/)
  })
})

describe('a title', () => {
  test('is not what is left of a negation', async () => {
    const { scripts } = await paperFilm('Without people and without cars: an empty Tokyo street')
    expect(scripts[0]?.title).toBe('Empty Tokyo Street')
  })
})

test('places are spoken of as one does', async () => {
  const { items, scripts } = await paperFilm('An astronaut waves')
  expect(items.map(({ claim }) => claim)).toContain('the film plays in space')
  expect(scripts[0]?.logline).toMatch(/in space\.$/)
})

test('what must not be seen reaches every picture under all its names', async () => {
  const { scripts } = await paperFilm('A street in the fog. No animals, no people, no cars.')
  for (const { picture } of scripts.flatMap(shotsOf)) {
    expect(picture.avoid).toEqual(
      expect.arrayContaining(['animal', 'bird', 'dog', 'cat', 'horse', 'fox', 'person', 'car']),
    )
  }
})

test('pictograms are words in English, once, and stay what they are in titles and other languages', async () => {
  const titleOf = async (concept: string): Promise<string> =>
    (await paperFilm(concept, { seconds: 12 })).scripts[0]?.title ?? ''
  expect(await titleOf('狐が雪の中を走る 🦊')).toContain('🦊')
  expect(await titleOf('🦊 ❄️')).toMatch(/fox/i)
  const { scripts } = await paperFilm('A fox 🦊 runs through the snow', { seconds: 12 })
  expect(JSON.stringify(scripts)).not.toMatch(/fox fox/)
  expect(scripts[0]?.title).toBe('The Fox 🦊')
  expect(JSON.stringify(scripts.flatMap(shotsOf).map(({ prompt }) => prompt))).not.toMatch('🦊')
})

test.each([
  ['🦊 in the ❄️ snow, a 👩‍🚀 watches 🇯🇵', ['fox', 'astronaut'], '🦊❄️👩‍🚀'],
  ['A 👨‍🍳 cooks soup', ['cook'], '👨‍🍳'],
  ['👩🏽‍🚒 saves a 🐈‍⬛ in the rain', ['firefighter', 'cat'], '👩🏽‍🚒🐈‍⬛'],
  ['A 🏃‍♀️ crosses the 🏖️, two dogs 🐶 follow', ['runner', 'beach'], '🏃‍♀️🏖️🐶'],
])('a pictogram is one sign, joined or not: %s', async (concept, seen, signs) => {
  const { scripts, items } = await paperFilm(concept, { seconds: 12 })
  const claims = items.map(({ claim }) => claim).join('\n')
  for (const what of seen) expect(claims).toMatch(new RegExp(`\\b${what}\\b`))
  expect(claims).not.toMatch(/rocket|watches can|woman|bear|\bpeople/)
  expect(scripts[0]?.title).toMatch(new RegExp(`${signs}$`, 'u'))
})

test('titles and narration in quotes are told as they are written', async () => {
  const film = await paperFilm(
    'Title: "It\'s a 🐶 dog\'s life". A dog runs on the beach. Narration: "Good boys never hurry."',
    { seconds: 12 },
  )
  expect(film.scripts[0]?.title).toBe("It's a 🐶 Dog's Life")
  expect(linesOf(film)).toContain('Good boys never hurry.')
  expect(film.items.map(({ claim }) => claim).join()).not.toMatch(/it's|life/i)
  const named = await paperFilm(
    'A film called "The Baker\'s Dream: 100% Love". A baker bakes bread.',
  )
  expect(named.scripts[0]?.title).toBe("The Baker's Dream: 100% Love")
})

test('the words a film is to end with are asked for, shown at its end, and change nothing else', async () => {
  const film = await paperFilm(
    "A stray dog shivers in the rain. A nurse carries it home. End with the words: Adopt, Don't Shop.",
    { seconds: 12 },
  )
  expect(film.items.map(({ claim }) => claim)).toContain("the film says “Adopt, Don't Shop.”")
  const script = film.scripts[0]
  const overlays = script?.scenes.flatMap(({ shots }) => shots.flatMap((shot) => shot.overlays))
  expect(overlays?.map(({ text }) => text)).toContain("Adopt, Don't Shop.")
  const places = script?.scenes.flatMap(({ shots }) => shots.map(({ picture }) => picture.place))
  expect(places).not.toContain('shop interior')
})

test('what is served is nobody, what is guarded is guarded, and what must not be is not told', async () => {
  const dinner = await paperFilm('A grandmother serves roast chicken to her family. Nobody cries.')
  expect(dinner.scripts[0]?.cast.map(({ kind }) => kind)).not.toContain('animal')
  expect(linesOf(dinner).join(' ')).not.toContain('Nobody cries')
  const dragon = await paperFilm('A dragon guards a castle. A knight offers it an apple.')
  expect(deedsOf(dragon)).toContain('dragon: guards a castle')
  expect(dragon.scripts[0]?.cast).toHaveLength(2)
})

test('a helmet that somebody is said to have is worn', async () => {
  const { scripts } = await paperFilm('A cyclist with a yellow helmet stops at a red light.')
  expect(scripts[0]?.cast[0]?.look).toContain('yellow helmet')
})
