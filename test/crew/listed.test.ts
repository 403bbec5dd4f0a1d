import { beforeAll, describe, expect, test } from 'vitest'
import type { Shot } from '../../src/domain/script.ts'
import { scriptLength } from '../../src/domain/script.ts'
import { parseRate } from '../../src/domain/time.ts'
import type { PaperFilm } from './film.ts'
import { paperFilm } from './film.ts'

const concept =
  'A woman in a red coat and an old fisherman argue in a kitchen at night. Scene 1 - they shout, 3 seconds. Scene 2 - she leaves in the rain, 4 seconds. Scene 3 - he sits alone at the table, 3 seconds. No cars, no text.'

describe('scenes a client has listed', () => {
  let film: PaperFilm
  let scenes: (readonly Shot[])[]

  beforeAll(async () => {
    film = await paperFilm(concept, { seconds: 10 })
    scenes = [0, 1, 2].map((at) => film.scripts.flatMap((script) => script.scenes[at]?.shots ?? []))
  })

  const figures = (at: number): readonly string[] => [
    ...new Set(
      (scenes[at] ?? []).flatMap(({ picture }) => picture.subjects.map(({ what }) => what)),
    ),
  ]
  const places = (at: number): readonly string[] => [
    ...new Set((scenes[at] ?? []).map(({ picture }) => `${picture.place}, ${picture.weather}`)),
  ]

  test('show whom their pronouns mean', () => {
    expect([0, 1, 2].map(figures)).toEqual([['woman', 'man'], ['woman'], ['man']])
  })

  test('go out into their weather and come back for those who stayed', () => {
    expect([0, 1, 2].map(places)).toEqual([
      ['kitchen, clear'],
      ['city street, rain'],
      ['kitchen, rain'],
    ])
  })

  test('have nothing in them that nobody asked for', () => {
    expect(scenes.flat().flatMap(({ picture }) => picture.objects)).toEqual([])
  })

  test('keep a quarrel tense, in the pictures and in the contract', () => {
    expect(new Set(scenes.flat().map(({ picture }) => picture.mood))).toEqual(new Set(['tense']))
    expect(film.items.find(({ kind }) => kind === 'emotion')?.words).toEqual(['tense'])
    expect(film.items.find(({ kind }) => kind === 'action')?.words).toEqual([
      'woman',
      'man',
      'talks',
      'kitchen',
      'night',
    ])
    const said = film.scripts.flatMap((script) =>
      script.scenes.flatMap(({ narration }) => narration.map(({ text }) => text)),
    )
    expect(said.join(' ')).not.toMatch(/unhurried/)
  })

  test('carry no text where the client wants none', () => {
    expect(scenes.flat().flatMap(({ overlays }) => overlays)).toEqual([])
  })
})

test('who comes home leaves the cave, and has come home only there and then', async () => {
  const { items, scripts } = await paperFilm(
    'Scene 1 - A boy walks through a jungle in the morning. Scene 2 - He finds a lamp in a cave. Scene 3 - He comes home at night.',
  )
  const id = items.find(({ claim }) => claim === 'The boy comes home at night')?.id ?? ''
  for (const { scenes } of scripts) {
    expect(scenes.map(({ shots }) => shots[0]?.picture.place)).toEqual([
      ...['jungle', 'cave', 'house front'],
    ])
    expect(scenes.map(({ covers }) => covers.includes(id))).toEqual([false, false, true])
  }
})

test('whoever leaves a room in the rain is seen out in it', async () => {
  const { scripts } = await paperFilm('A man in a kitchen leaves in the rain', { seconds: 8 })
  for (const script of scripts) {
    const pictures = script.scenes.flatMap(({ shots }) => shots.map(({ picture }) => picture))
    expect(pictures.at(-1)).toMatchObject({ place: 'city street', weather: 'rain' })
  }
})

test('what a listed scene says of somebody in passing is what they wear in all of them', async () => {
  const { scripts } = await paperFilm(
    'Scene 1 - Maya, a young woman in a red coat, wakes up at dawn. Scene 2 - Maya boards a train at the station at night.',
    { seconds: 12 },
  )
  for (const { cast, scenes } of scripts) {
    expect(cast[0]?.look).toContain('red coat')
    expect(scenes.at(-1)?.shots[0]?.picture.place).toBe('train station')
  }
})

test('as many scenes are kept as whole frames leave room for', async () => {
  const concept =
    'Scene 1 - A harbor at dawn. Scene 2 - A boat leaves. Scene 3 - Gulls cry. Scene 4 - The boat returns.'
  const { scripts } = await paperFilm(concept, {
    seconds: 6,
    minShotSeconds: 1.5,
    rate: parseRate('25'),
  })
  for (const script of scripts) expect(scriptLength(script)).toBe(150)
})
