import { describe, expect, test } from 'vitest'
import { linesOf, paperFilm } from './film.ts'

const titleOf = async (concept: string, seconds = 30): Promise<string | undefined> =>
  (await paperFilm(concept, { seconds })).scripts[0]?.title

/** What our own mood lines sound like: said of no film that has something of its own to say. */
const generic =
  /nothing is asked|no more to it than this|whole journey|unhurried step|look(?:s)? again/i

describe('a concept that lists what is to be seen is told by what it lists, sight by sight:', () => {
  test.each([
    [
      'Iceland: waterfalls, black beaches, horses in the wind',
      'Iceland',
      ['waterfalls', 'black beaches', 'horses in the wind'],
    ],
    [
      'A calm video of rain on a window, a cup of tea, an old cat sleeping',
      'Rain on a Window',
      ['rain on a window', 'a cup of tea', 'an old cat sleeping'],
    ],
    [
      'New York City in the 1950s, jazz clubs, yellow cabs, steam rising from the streets',
      'New York City in the 1950s',
      ['jazz clubs', 'yellow cabs', 'steam rising from the streets'],
    ],
    [
      'Make a 30 second video about the beauty of Scotland with castles, lochs and sheep. Calm music.',
      'The Beauty of Scotland',
      ['castles', 'lochs and sheep'],
    ],
    [
      'Our family trip to Norway: the ferry, the fjords, dad falling into the lake, northern lights',
      'Our Family Trip to Norway',
      ['the ferry', 'the fjords', 'dad falling into the lake', 'northern lights'],
    ],
  ])('%s', async (concept, title, sights) => {
    for (const seconds of [30, 60]) {
      const film = await paperFilm(concept, { seconds })
      expect(film.scripts[0]?.title).toBe(title)
      const said = linesOf(film)
      const places = sights.map((sight) => said.findIndex((line) => line.includes(sight)))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(new Set(said).size).toBe(said.length)
      expect(said.join(' ')).not.toMatch(generic)
    }
  })

  test('and in 12 seconds every sight is still named', async () => {
    const film = await paperFilm('Iceland: waterfalls, black beaches, horses in the wind', {
      seconds: 12,
    })
    const said = linesOf(film).join(' ')
    for (const word of ['Iceland', 'waterfalls', 'black beaches', 'orses in the wind'])
      expect(said).toContain(word)
  })

  test('and the weather of one sight is not that of the others', async () => {
    const film = await paperFilm(
      'A trip to Japan: temples in Kyoto, snow monkeys in Nagano, a river',
    )
    const [first] = film.scripts[0]?.scenes ?? []
    expect(first?.shots[0]?.picture.weather).toBe('clear')
  })
})

test('an instruction is told step by step, as it is written', async () => {
  const concept =
    'How to make pancakes: mix flour, milk and eggs, heat the pan, pour the batter, flip it, serve with maple syrup.'
  const film = await paperFilm(concept, { seconds: 30 })
  expect(linesOf(film)).toEqual([
    'How to make pancakes.',
    'First, mix flour, milk and eggs.',
    'Then heat the pan.',
    'Pour the batter.',
    'Now flip it.',
    'And finally, serve with maple syrup.',
  ])
})

test('what a company says of itself is said by its film', async () => {
  const film = await paperFilm(
    'Company intro for Nordlicht Software: we build tools for hospitals, our values are care, clarity and courage.',
  )
  expect(film.scripts[0]?.title).toBe('Nordlicht Software')
  const said = linesOf(film)
  expect(said).toContain('We build tools for hospitals.')
  expect(said).toContain('Our values are care, clarity and courage.')
})

test('a poem is said line by line', async () => {
  const film = await paperFilm(
    'A poem: The fog comes on little cat feet. It sits looking over harbor and city.',
  )
  expect(linesOf(film)).toEqual([
    'The fog comes on little cat feet.',
    'It sits looking over harbor and city.',
  ])
})

test('an advert says what the client lists of the thing', async () => {
  const film = await paperFilm(
    'Promo for a small bakery in Lisbon: fresh bread, warm pastries, friendly people',
  )
  const said = linesOf(film)
  for (const line of ['Fresh bread.', 'Warm pastries.', 'Friendly people.'])
    expect(said).toContain(line)
})

test('what the audience is asked to do is said last', async () => {
  const film = await paperFilm(
    'Every day children walk ten miles for water. You can change that. Donate at water.org.',
  )
  expect(linesOf(film).slice(-2)).toEqual(['You can change that.', 'Donate at water.org.'])
})

describe('a concept that only names its theme is called by it and opens with it:', () => {
  test.each([
    ['The life of bees', 'The Life of Bees'],
    ['Autumn in Vermont', 'Autumn in Vermont'],
    ['Coffee: from the bean to the cup', 'Coffee: from the Bean to the Cup'],
  ])('%s', async (concept, title) => {
    const film = await paperFilm(concept)
    expect(film.scripts[0]?.title).toBe(title)
    expect(linesOf(film)[0]).toBe(`${concept}.`)
  })

  test('those who are in it do what one does at its place', async () => {
    const film = await paperFilm('A girl and her dog on the beach at sunset', { seconds: 60 })
    expect(film.scripts[0]?.title).toBe('The Girl and the Dog')
    const said = linesOf(film)
    expect(said[0]).toBe('A girl and her dog on the beach at sunset.')
    expect(said.join(' ')).toMatch(/along the water's edge/)
    expect(said.join(' ')).not.toMatch(/is here, too|unhurried/)
  })
})

test.each([
  ['Why do cats purr?', 'Why Do Cats Purr?'],
  ['Morning routine of a busy mum with two kids', 'Morning Routine of a Busy Mum'],
  [
    'A boy finds an old map. He follows it through the forest. He finds a treasure chest full of letters.',
    'The Old Map',
  ],
])('the title of “%s” is about the whole', async (concept, title) => {
  expect(await titleOf(concept)).toBe(title)
})

test('a story of three sentences is not stretched with pictures of something else', async () => {
  const film = await paperFilm(
    'A lighthouse keeper finds a message in a bottle. He rows out to sea. He meets the sender on an island at dawn.',
    { seconds: 60 },
  )
  const own = film.scripts[0]?.scenes.filter(({ title }) => /Tide|Gulls|Open Water/.test(title))
  expect(own).toEqual([])
})

test('after the last hour that a story names no other hour comes', async () => {
  const { scripts } = await paperFilm(
    'A girl and her dog walk through a forest in autumn. They meet a dragon at a castle. They dance in the garden at night.',
    { seconds: 30 },
  )
  for (const { scenes } of scripts) {
    const hours = scenes.map(({ shots }) => shots[0]?.picture.timeOfDay)
    expect(hours.slice(hours.indexOf('night'))).toEqual(
      hours.slice(hours.indexOf('night')).map(() => 'night'),
    )
  }
})

test('the approaches speak of this film, each in its own way', async () => {
  const { plan } = await paperFilm('A girl and her dog on the beach at sunset')
  const said = plan.pilots.map(({ approach }) => approach)
  expect(new Set(said).size).toBe(said.length)
  expect(said.length).toBeGreaterThan(1)
  for (const approach of said) {
    expect(approach).toContain('the girl and the dog')
    // How many shots there are is known when the script is written.
    expect(approach).not.toMatch(/\d/)
  }
})
