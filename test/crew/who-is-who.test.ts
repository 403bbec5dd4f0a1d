import { describe, expect, test } from 'vitest'
import { deedsOf, linesOf, paperFilm } from './film.ts'

const castOf = async (concept: string): Promise<readonly string[]> =>
  (await paperFilm(concept, { seconds: 12 })).scripts[0]?.cast.map(({ name }) => name) ?? []

describe('whom a film is for, and in whose manner it is made, is not in it:', () => {
  test.each([
    ['A children’s story: a hedgehog sleeps', ['the hedgehog']],
    ['A family film about a fox who dances', ['the fox']],
    ['A kids’ cartoon. A bear sings.', ['the bear']],
    ['A poem by Robert Frost style: A traveller walks in a wood', ['the traveller']],
    ['A poem in the style of Emily Dickinson: a bird sings', ['the bird']],
    ['A girl runs through a city, in the style of Wes Anderson', ['the girl']],
  ])('%s', async (concept, names) => {
    expect(await castOf(concept)).toEqual(names)
  })

  test('but children who play are', async () => {
    expect(await castOf('Children play in a garden. A family films a bear.')).toContain('the child')
  })
})

describe('a name and what its bearer is are one:', () => {
  test.each([
    ['Pip the hedgehog loses his boots', ['Pip']],
    ['Kibo the lion roars. His friend Olive the owl helps him.', ['Kibo', 'Olive']],
    ['A lion cub named Kibo sleeps. The cub wakes.', ['Kibo']],
    ['Documentary about a beekeeper. In spring Henry, an old beekeeper, opens a hive.', ['Henry']],
    ['Julius Caesar waits. Caesar smiles.', ['Julius Caesar']],
    ['Maria Lopez meets Dr. Emma Stone', ['Maria Lopez', 'Dr Emma Stone']],
    ['A pirate named Red Rosa sails. A geyser erupts.', ['Red Rosa', 'the geyser']],
    ['Vincent van Gogh paints. A dog watches.', ['Vincent van Gogh', 'the dog']],
  ])('%s', async (concept, names) => {
    expect(await castOf(concept)).toEqual(names)
  })

  test('but no adverb is the name of the one behind it', async () => {
    expect(await castOf('Inside the owl sleeps. Suddenly the boy wakes.')).toEqual([
      'the owl',
      'the boy',
    ])
    expect(await castOf('A woman waits at Victoria Station near St Mary’s Church')).toEqual([
      'the woman',
    ])
  })

  test('and "him" is an animal of which nothing but its name is human', async () => {
    const film = await paperFilm('Pip the hedgehog looks around. Olive the owl helps him look.', {
      seconds: 12,
    })
    expect(deedsOf(film).at(-1)).toMatch(/owl: looks, hedgehog: looks/)
    expect(linesOf(film)).toContain('Olive helps him look.')
  })
})

describe('a relative of an animal is an animal:', () => {
  test.each([
    ['A lion cub finds its mother', ['lion', 'lion']],
    ['A baby elephant follows her mother to the river', ['elephant', 'elephant']],
    ['A wolf pup named Nuk runs back to his father', ['wolf', 'wolf']],
    [
      'A lion cub named Kibo follows a fox. An elephant shows him the way to his mother.',
      ['lion', 'fox', 'elephant', 'lion'],
    ],
    ['A boy walks with his dog. His mother waves.', ['boy', 'dog', 'woman']],
  ])('%s', async (concept, kinds) => {
    const { scripts } = await paperFilm(concept, { seconds: 12 })
    const whats = new Map(
      scripts[0]?.scenes.flatMap(({ shots }) =>
        shots.flatMap(({ picture }) => picture.subjects.map(({ castId, what }) => [castId, what])),
      ),
    )
    expect([...whats.values()]).toEqual(kinds)
  })
})

describe('two without names and the two who are named are the same two:', () => {
  test.each([
    'Two friends argue in a cafe: Sara, a young woman in a yellow dress, and Ben, an old man.',
    'Two friends argue — Sara, a young woman, and Ben, a cook.',
    'Two friends argue. Sara is a young woman in a yellow dress. Ben is an old man.',
    'Wedding invitation for Sara and Ben, Oxford. A couple dances in a garden.',
  ])('%s', async (concept) => {
    expect(await castOf(concept)).toEqual(['Sara', 'Ben'])
  })
})

test('who is told to be somebody is nobody new, and whose sister she is tells of a man', async () => {
  const film = await paperFilm('A detective follows a woman in a red coat. It is his own sister.', {
    seconds: 12,
  })
  expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(['the detective', 'the woman'])
  expect(film.scripts[0]?.cast[0]?.look).toMatch(/^man/)
})

test('where a force is makes nobody of it, and its name is whole', async () => {
  expect(await castOf('A man waits on a roof. The city below wakes up.')).toEqual(['the man'])
  const film = await paperFilm('The northern lights dance above a lake. The people cry.', {
    seconds: 12,
  })
  expect(linesOf(film)).toEqual(['The northern lights dance above a lake.', 'The people cry.'])
})

test('the young of an animal are in the film, and they are those of one kind', async () => {
  const film = await paperFilm(
    'A red fox teaches her two cubs to hunt in a snowy forest, until an owl startles them. They run back to the den.',
    { seconds: 24 },
  )
  expect(film.scripts[0]?.cast.map(({ name }) => name)).toHaveLength(4)
  const run = deedsOf(film).find((deed) => /runs back/.test(deed)) ?? ''
  expect(run.match(/fox: runs/g)).toHaveLength(3)
  expect(run).not.toMatch(/owl: runs/)
})

test('kids are children, and the number of a scene counts nobody', async () => {
  const kids = await paperFilm('Two kids build a sandcastle on the beach', { seconds: 12 })
  expect(deedsOf(kids)[0]).toMatch(/^girl: .*, boy: /)
  const couple = await paperFilm(
    'Scene 1 - A chef cooks. Scene 2 - A waiter sings. Scene 3 - A couple kisses.',
    {
      seconds: 12,
    },
  )
  expect(linesOf(couple)).toContain('The couple kisses.')
})
