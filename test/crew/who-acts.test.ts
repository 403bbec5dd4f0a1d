import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { deedsOf, linesOf, paperFilm } from './film.ts'

describe('whoever acts is seen and told of, known to us or not:', () => {
  test.each([
    [
      'Grandpa tells the kids a story and the fire crackles',
      ['Grandpa tells the kids a story.', 'The fire crackles.'],
    ],
    ['A snail climbs a leaf and rests', ['The snail climbs a leaf.', 'The snail rests.']],
    [
      'A tinsmith in a leather apron hammers a cup',
      ['The tinsmith in a leather apron hammers a cup.'],
    ],
    ['A snowman melts in the spring sun', ['The snowman melts in the spring sun.']],
    ['Skateboarder Jo falls and gets up', ['Jo falls.', 'Jo gets up.']],
    ['Kofi paints a wall. Nia sings.', ['Kofi paints a wall.', 'Nia sings.']],
    [
      'A boy who lost his balloon searches the whole city',
      ['The boy loses his balloon.', 'The boy searches the whole city.'],
    ],
    ['The old clock is repaired by a watchmaker', ['The watchmaker repairs the old clock.']],
    [
      'A teenager skates through a park, chased by a security guard',
      ['The teenager skates through a park.', 'The security guard chases the teenager.'],
    ],
    [
      'A shy robot that has never danced is taught to dance by a little girl',
      ['The little girl teaches the robot to dance.'],
    ],
    [
      'A king waves. His daughter, the princess, takes the crown.',
      ['The king waves.', 'The daughter takes the crown.'],
    ],
    [
      'A mouse sneaks past a cat, grabs a piece of cheese and squeezes through a hole',
      [
        'The mouse sneaks past a cat.',
        'The mouse grabs a piece of cheese and squeezes through a hole.',
      ],
    ],
    [
      'A boy builds a sandcastle and suddenly jumps',
      ['The boy builds a sandcastle.', 'The boy jumps.'],
    ],
    [
      'A nurse, who has worked all night, sits on a bench outside the hospital and watches the sunrise',
      ['The nurse sits on a bench outside the hospital and watches the sunrise.'],
    ],
    ['A family of four has a picnic by the lake', ['The family of four has a picnic by the lake.']],
    ['A couple dances on a bridge', ['The couple dances on a bridge.']],
    [
      'An explorer holding a lantern enters a cave and discovers a map',
      ['The explorer holding a lantern enters a cave.', 'The explorer discovers a map.'],
    ],
    [
      'A jazz band plays in a bar while a waiter carries drinks',
      ['The band plays in a bar.', 'The waiter carries drinks.'],
    ],
    [
      'When she reads the letter she runs to the sea',
      ['The woman reads the letter.', 'She runs to the sea.'],
    ],
    [
      'A samurai kneels before his master and draws his sword',
      ['The samurai kneels before his master.', 'The samurai draws his sword.'],
    ],
    [
      'A driver gets out and starts walking',
      ['The driver gets out.', 'The driver starts walking.'],
    ],
    [
      'A mother opens a box, cooks in ten minutes and sings',
      ['The mother opens a box.', 'The mother cooks in ten minutes and sings.'],
    ],
  ])('%s', async (concept, lines) => {
    const film = await paperFilm(concept, { seconds: 12 })
    const said = linesOf(film)
    for (const line of lines) expect(said).toContain(line)
    for (const { picture } of film.scripts.flatMap(shotsOf))
      expect(picture.subjects.length).toBeGreaterThan(0)
  })
})

describe('what goes on by itself is told over a picture of the place:', () => {
  test.each([
    [
      'Sunlight floods the room as Amir opens the curtains',
      ['Sunlight floods the room.', 'Amir opens the curtains.'],
    ],
    [
      'The wind blows through an empty village; a cat runs away',
      ['The wind blows through an empty village.', 'The cat runs away.'],
    ],
    [
      'A mountain lake at sunset. The sun sinks behind the hills. Mist drifts over the water.',
      ['The sun sinks behind the hills.', 'Mist drifts over the water.'],
    ],
    [
      'A woman sings on a bridge. Commuters hurry past.',
      ['The woman sings on a bridge.', 'Commuters hurry past.'],
    ],
    [
      'A man waits in a village and the whole village dances',
      ['The man waits in a village.', 'The whole village dances.'],
    ],
  ])('%s', async (concept, lines) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(linesOf(film)).toEqual(lines)
    const forces = /[Ss]un|wind|mist|village|Commuters|wave|stadium/
    expect(film.scripts[0]?.cast.map(({ name }) => name).join()).not.toMatch(forces)
  })

  test('and nobody makes it the place where people stand', async () => {
    const { scripts } = await paperFilm(
      'A mountain lake at sunset. The sun sinks behind the hills, mist drifts over the water and stars appear.',
      {
        seconds: 12,
      },
    )
    for (const { picture } of scripts.flatMap(shotsOf)) expect(picture.place).toBe('mountain lake')
  })
})

describe('who is only spoken of or shown in a picture is not there:', () => {
  test.each([
    ['A robot finds a photograph of a child', ['the robot']],
    ['A girl thinks of her mother', ['the girl']],
    ['A cartoon for children: a fox dances', ['the fox']],
    ['A mother bear sleeps', ['the mother bear']],
  ])('%s', async (concept, names) => {
    const { scripts } = await paperFilm(concept)
    expect(scripts[0]?.cast.map(({ name }) => name)).toEqual(names)
  })
})

test('"he" is the one who was named, and none of his legion', async () => {
  const film = await paperFilm(
    'A young legionary named Marcus marches with his legion across a bridge; he smiles',
    { seconds: 12 },
  )
  expect(linesOf(film)).toContain('He smiles.')
  expect(deedsOf(film).at(-1)).toBe('man: smiles')
})

test('two strangers who are a pianist and a baker are two', async () => {
  const { scripts } = await paperFilm('Two strangers, a pianist and a baker, meet in the rain')
  expect(scripts[0]?.cast.map(({ name }) => name)).toEqual(['the pianist', 'the baker'])
})

test('what "it" means is in the picture', async () => {
  const { scripts } = await paperFilm('A woman finds a letter and reads it', { seconds: 12 })
  expect(scripts.slice(0, 1).flatMap(shotsOf).at(-1)?.picture.objects).toContain('letter')
})
