import { describe, expect, test } from 'vitest'
import { linesOf, paperFilm } from './film.ts'

describe('what no rule knows is told in the client’s own words, in its order:', () => {
  test.each([
    [
      'A woman wakes in an old house. A pale hand reaches out. The lamp goes out.',
      ['The woman wakes in an old house.', 'The pale hand reaches out.', 'The lamp goes out.'],
    ],
    [
      'A camel crosses the desert. A sandstorm comes closer. Evening comes, and it is quiet.',
      [
        'The camel crosses the desert.',
        'A sandstorm comes closer.',
        'Evening comes, and it is quiet.',
      ],
    ],
    ['A girl bakes bread. Outside it snows.', ['The girl bakes bread.', 'Outside it snows.']],
    [
      'A poem by Robert Frost style: Two roads meet in an autumn wood. A traveller chooses one.',
      ['Two roads meet in an autumn wood.', 'The traveller chooses one.'],
    ],
    [
      'Brutus draws a knife. The people cry in the square.',
      ['Brutus draws a knife.', 'The people cry in the square.'],
    ],
    [
      'A detective finds a woman. It is his own sister.',
      ['The detective finds a woman.', 'It is his own sister.'],
    ],
    [
      'A lost puppy in the rain. Ben finds it.',
      ['A lost puppy in the rain.', 'Ben finds the lost puppy.'],
    ],
    [
      'A boy runs, and the lake is calm. A wolf does not see him.',
      ['The boy runs.', 'The lake is calm.', 'A wolf does not see him.'],
    ],
    [
      'In spring Henry opens a hive. In winter he carves a spoon. Weeks later he sings.',
      ['In spring Henry opens a hive.', 'In winter he carves a spoon.', 'Weeks later he sings.'],
    ],
    [
      'In a small village a young boy finds a ball. On the summit Tom kneels. In her workshop a potter sings.',
      [
        'In a small village the young boy finds a ball.',
        'On the summit Tom kneels.',
        'In her workshop the potter sings.',
      ],
    ],
    [
      'Max is late. The bus leaves. It stops raining. They luxuriate in a hot spring.',
      ['Max is late.', 'The bus leaves.', 'It stops raining.', 'They luxuriate in a hot spring.'],
    ],
    [
      'Her name is Lena. She is a nurse. Nobody sees her cry.',
      ['Her name is Lena.', 'She is a nurse.', 'Nobody sees her cry.'],
    ],
  ])('%s', async (concept, lines) => {
    for (const seconds of [15, 30]) {
      const said = linesOf(await paperFilm(concept, { seconds }))
      expect(said.filter((line) => lines.includes(line))).toEqual(lines)
    }
  })

  test('what is said to the studio is not', async () => {
    const film = await paperFilm(
      'A dog runs on a beach. The music is gentle. The camera follows it. It should feel warm.',
    )
    expect(linesOf(film).join(' ')).not.toMatch(/music|camera|should/)
  })

  test('in an explanation, too, and nothing of ours between', async () => {
    const film = await paperFilm(
      'Explainer: how vaccines work. A doctor gives a boy a vaccine. His body learns to recognise it. Weeks later the real virus arrives and the body is ready.',
    )
    expect(linesOf(film)).toEqual([
      'How vaccines work.',
      'The doctor gives a boy a vaccine.',
      'His body learns to recognise it.',
      'Weeks later the real virus arrives and the body is ready.',
    ])
  })
})

test('a story as long as its film is told and nothing else', async () => {
  const concept =
    'A fox wakes in a forest at dawn. It drinks from a cold river. A hunter comes through the trees. The fox runs up a hill. The hunter loses its tracks in the snow. Night falls over the hill, and the fox sleeps.'
  const said = linesOf(await paperFilm(concept, { seconds: 30 }))
  expect(said).toHaveLength(7)
  expect(said.at(-1)).toMatch(/sleeps\.$/)
})

test('whoever acts is introduced by what they do', async () => {
  const said = linesOf(
    await paperFilm('A surfer waits at dawn on a beach. Ben finds a lost puppy. A singer sings.'),
  ).join(' ')
  expect(said).not.toMatch(/This is|this is|there is the|Look at/)
})
