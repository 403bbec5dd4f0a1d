import { expect, test } from 'vitest'
import type { Script } from '../../src/domain/script.ts'
import { shotsOf } from '../../src/domain/script.ts'
import type { PaperFilm } from './film.ts'
import { paperFilm } from './film.ts'

const said = ({ scripts }: PaperFilm): string =>
  scripts[0]?.scenes.flatMap(({ narration }) => narration.map(({ text }) => text)).join(' ') ?? ''

test.each([
  ['An advert for AquaPure, a steel water bottle', 'AquaPure'],
  ['An ad for Adidas running shoes', 'Adidas'],
  ['A commercial for Our Daily Bread', 'Our Daily Bread'],
  ['A promo for our new Anker phone', 'Anker'],
])('“%s” sells %s, letter by letter', async (concept, brand) => {
  const film = await paperFilm(concept)
  expect(film.scripts[0]?.title).toBe(brand)
  expect(said(film)).toContain(`${brand}.`)
  expect(film.items.map(({ claim }) => claim)).toContain(`${brand} is named`)
})

test('a slogan may have several sentences, and the story before it keeps its order', async () => {
  const film = await paperFilm(
    'A 12-second advert for "Morrow" coffee: a nurse comes home at sunrise, brews a cup in her kitchen, takes the first sip and smiles. Slogan: "Morrow. The day begins twice."',
    { seconds: 12 },
  )
  expect(said(film)).toMatch(/home.*brews.*sip.*Morrow\. The day begins twice\.$/)
  expect(film.items.map(({ claim }) => claim)).toContain(
    'the film says “Morrow. The day begins twice.”',
  )
})

test('what the client claims of the product is said and asked for', async () => {
  const film = await paperFilm(
    'An advert for AquaPure, a steel bottle that keeps water cold for 24 hours, with hikers.',
  )
  expect(said(film)).toContain('keeps water cold for 24 hours.')
  const item = film.items.find(({ words }) => words.includes('keeps water cold for 24 hours'))
  const covered = film.scripts[0]?.scenes.flatMap(({ covers }) => covers)
  expect(covered).toContain(item?.id)
})

test('no line of an advert is the second half of one that was left out', async () => {
  for (const seconds of [10, 20, 30]) {
    const film = await paperFilm('An advert for Zip, a phone. People use it in a park.', {
      seconds,
    })
    expect(said(film)).not.toMatch(/(?:^|[.!?] )And for/)
  }
})

test('a product in no vocabulary is in the pictures in its colour, and what is done with it is told', async () => {
  const film = await paperFilm(
    'An advert for Zip, a red scooter. A woman rides it through Paris. No people in the last shot.',
    { seconds: 20 },
  )
  const pictures = film.scripts.flatMap(shotsOf).map(({ picture }) => picture)
  expect(pictures.flatMap(({ objects }) => objects)).toContain('red scooter')
  expect(pictures.flatMap(({ subjects }) => subjects.map(({ what }) => what))).toContain('woman')
  expect(said(film)).toContain('The woman rides Zip through Paris.')
})

test('people of a trade who come in numbers wear what it wears', async () => {
  const { scripts } = await paperFilm('An advert for Peak, a shoe. Two hikers climb a mountain.')
  const looks = scripts[0]?.cast.map(({ look }) => look)
  expect(looks).toHaveLength(2)
  for (const look of looks ?? []) expect(look).toContain('hiking trousers')
})

test.each([
  'An advert for the Aurora coffee maker: a sleepy man in his kitchen presses the button, coffee pours into the cup, he smiles. Slogan: Wake up gently',
  'A commercial for Aurora, a coffee maker. A woman pours coffee and smiles. Tagline: "Wake up gently"',
  'A woman drinks coffee in her kitchen. An ad for Aurora. Its slogan is: Wake up gently.',
])('a short advert tells what is done, and ends on its slogan: %s', async (concept) => {
  const film = await paperFilm(concept, { seconds: 12 })
  const lines = said(film)
  expect(lines).toMatch(/Wake up gently\.$/)
  for (const { claim } of film.items.filter(({ kind }) => kind === 'action'))
    expect(lines).toContain(claim.split(' ').at(-1))
  const cards = film.scripts[0]?.scenes.flatMap(({ shots }) =>
    shots.flatMap(({ overlays }) => overlays.map(({ text }) => text)),
  )
  expect(cards?.at(-1)).toMatch(/^Wake up gently/)
})

test.each([
  ['An advert for Zip, a red scooter. A woman rides it in a park. Slogan: Go lightly.', 12],
  ['An advert for Zip, a red scooter. A woman rides it in a park. Slogan: Go lightly.', 20],
  ['A girl and a fox walk through a forest.', 30],
] as const)(
  'a film that ends on a card shows it long enough to be read: %s, %i s',
  async (concept, seconds) => {
    const { scripts } = await paperFilm(concept, { seconds })
    for (const script of scripts) {
      const last = shotsOf(script).at(-1)
      const card = last?.overlays.find(({ kind }) => kind === 'end-card')
      expect(card?.length).toBeGreaterThanOrEqual(60)
      const end = (card?.start ?? 0) + (card?.length ?? 0)
      expect(Math.abs(end - (last?.length ?? 0))).toBeLessThanOrEqual(1)
    }
  },
)

test('a slogan makes an advert, and "our app" is its name', async () => {
  const film = await paperFilm(
    'Our app TidyUp helps families. Dad cooks and the kids fold laundry. Slogan: "Less mess, more us."',
    { seconds: 12 },
  )
  expect(film.scripts[0]?.title).toBe('TidyUp')
  expect(said(film)).toBe('Dad cooks. The kids fold laundry. TidyUp. Less mess, more us.')
})

test('what is to stand at the end is a slogan, and what is presented the product', async () => {
  const film = await paperFilm(
    'Product teaser: the new Volt e-bike. A rider leans into a curve. Text: Ride the silence.',
    { seconds: 12 },
  )
  expect(film.scripts[0]?.title).toBe('Volt')
  expect(said(film)).toBe('The rider leans into a curve. Volt. Ride the silence.')
})

test.each([
  ['Our bakery: fresh bread every morning since 1920', 'Fresh bread every morning since 1920.'],
  ["Fresh bread, every day. Visit Miller's Bakery.", "Visit Miller's Bakery."],
  ['Introducing AquaPure, the bottle that cleans itself', 'Meet AquaPure. It cleans itself.'],
  ['A commercial for running shoes that never wear out', 'They never wear out.'],
  ['Grand opening of the new gym in town', 'Grand opening of the new gym.'],
])('“%s” is an advert in the client’s words', async (concept, words) => {
  for (const seconds of [12, 30])
    expect(said(await paperFilm(concept, { seconds }))).toContain(words)
})

test('somebody who is introduced has a story and is not sold', async () => {
  const film = await paperFilm('Meet Max, a boy who finds a dragon egg', { seconds: 12 })
  expect(said(film)).toContain('Max finds a dragon egg.')
  expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(['Max'])
})

test.each([
  [
    'An advert for Morning Star coffee: a woman drinks coffee. End with the slogan Wake Up Bright.',
    'Morning Star',
    'Morning Star. Wake Up Bright.',
  ],
  [
    'App advert: FitBuddy! A man runs in a park. Download FitBuddy today!',
    'FitBuddy',
    'Download FitBuddy today!',
  ],
  [
    'Ad: Nordwind jackets. A hiker walks in a storm. Slogan: Weather welcome. Visit nordwind.com',
    'Nordwind',
    'Nordwind. Weather welcome. Visit nordwind.com.',
  ],
  [
    'Ad for Volt trainers. A runner jumps over a puddle. Slogan: Run the storm. Order now!',
    'Volt',
    'Volt. Run the storm. Order now!',
  ],
])(
  'brand, slogan and what the audience is to do are asked for and said last: %s',
  async (concept, brand, last) => {
    for (const seconds of [12, 30]) {
      const film = await paperFilm(concept, { seconds })
      expect(film.scripts[0]?.title).toBe(brand)
      expect(said(film).endsWith(last)).toBe(true)
      const covered = film.scripts[0]?.scenes.flatMap(({ covers }) => covers)
      for (const claim of [
        `${brand} is named`,
        `“${last.replace(`${brand}. `, '').split(/(?<=[.!]) /)[0]}”`,
      ]) {
        const item = film.items.find((wanted) => wanted.claim.includes(claim))
        expect(covered, claim).toContain(item?.id)
      }
    }
  },
)

test('the thing alone is not what a short advert is made of', async () => {
  const { scripts } = await paperFilm('Ad for Volt trainers. A runner jumps over a puddle.', {
    seconds: 12,
  })
  const last = shotsOf(scripts[0] as Script).at(-1)
  expect((last?.length ?? 0) / 24).toBeLessThan(4)
})
