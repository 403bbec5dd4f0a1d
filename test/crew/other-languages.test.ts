import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { deedsOf, linesOf, paperFilm } from './film.ts'

describe('a concept in another language is told in its own clauses, each whole:', () => {
  test.each([
    [
      'Una bailarina de flamenco baila en una plaza de Sevilla al atardecer mientras un guitarrista toca',
      'es',
      [
        'Una bailarina de flamenco baila en una plaza de Sevilla al atardecer.',
        'Mientras un guitarrista toca.',
      ],
      ['woman: dances', 'person: plays the guitar'],
      ['town square, sunset', 'town square, sunset'],
    ],
    [
      'Ein alter Mann angelt am See im Morgengrauen und ein Junge spielt mit einem Hund am Strand.',
      'de',
      [
        'Ein alter Mann angelt am See im Morgengrauen.',
        'Ein Junge spielt mit einem Hund am Strand.',
      ],
      ['man: fishes', 'boy: plays, dog: sits'],
      ['mountain lake, dawn', 'beach, dawn'],
    ],
    [
      'Une petite fille lit un livre dans un café, puis elle court sous la pluie et trouve un chat.',
      'fr',
      [
        'Une petite fille lit un livre dans un café.',
        'Puis elle court sous la pluie et trouve un chat.',
      ],
      ['girl: reads', 'girl: runs, cat: runs', 'girl: finds, cat: sits'],
      ['cafe, morning', 'cafe, day', 'cafe, day'],
    ],
    [
      'Una madre cocina con su hija en la cocina; el perro espera debajo de la mesa.',
      'es',
      ['Una madre cocina con su hija en la cocina.', 'El perro espera debajo de la mesa.'],
      ['woman: cooks, girl: sits', 'dog: stands'],
      ['kitchen, morning', 'kitchen, day'],
    ],
    [
      'Um menino joga bola na rua. Chove. Ele ri e corre para casa.',
      'pt',
      ['Um menino joga bola na rua.', 'Chove.', 'Ele ri e corre para casa.'],
      ['boy: plays with a ball', 'boy: laughs', 'boy: runs'],
      ['city street, morning', 'living room, day', 'living room, day'],
    ],
  ])('%s', async (concept, language, lines, deeds, settings) => {
    const film = await paperFilm(concept, { seconds: 12, language })
    expect(linesOf(film)).toEqual(lines)
    expect(deedsOf(film)).toEqual(deeds)
    const pictures = film.scripts
      .slice(0, 1)
      .flatMap(shotsOf)
      .map(({ picture }) => picture)
    expect(pictures.map(({ place, timeOfDay }) => `${place}, ${timeOfDay}`)).toEqual(settings)
  })

  test('and what goes on meanwhile is told of nobody else', async () => {
    const film = await paperFilm('Un fornaio prepara il pane di notte mentre la città dorme', {
      seconds: 12,
      language: 'it',
    })
    expect(linesOf(film)).toEqual([
      'Un fornaio prepara il pane di notte.',
      'Mentre la città dorme.',
    ])
    for (const deeds of deedsOf(film)) expect(deeds).toBe('man: cooks')
  })

  test('and nothing is said twice, in a longer film either', async () => {
    const film = await paperFilm(
      'Ein Bäcker knetet Teig in seiner Backstube, während draußen die Sonne aufgeht. Eine alte Frau kommt herein.',
      { seconds: 30, language: 'de' },
    )
    expect(linesOf(film)).toEqual([
      'Ein Bäcker knetet Teig in seiner Backstube, während draußen die Sonne aufgeht.',
      'Eine alte Frau kommt herein.',
    ])
  })
})

describe('groups in other languages are as many as the client counts:', () => {
  test.each([
    [
      'Deux amis se retrouvent dans un café. Ils rient et boivent du vin.',
      'fr',
      ['woman: talks, man: talks', 'woman: laughs, man: laughs', 'woman: drinks, man: drinks'],
    ],
    [
      'Drei Kinder bauen im Garten ein Haus. Sie lachen.',
      'de',
      ['girl: builds, boy: builds, girl: builds', 'girl: laughs, boy: laughs, girl: laughs'],
    ],
  ])('%s', async (concept, language, deeds) => {
    const film = await paperFilm(concept, { seconds: 12, language })
    expect(deedsOf(film)).toEqual(deeds)
    expect(film.items[0]?.kind).toBe('relation')
  })
})

describe('where time lacks, sentences share a scene, all of them in their order:', () => {
  test.each([
    'Una chica toca la guitarra en la plaza. La gente se para. Un perro baila. El sol se pone sobre la ciudad.',
    'Ein alter Leuchtturmwärter steigt die Treppe hinauf. Der Sturm tobt. Er zündet das Licht an. Ein Schiff findet den Hafen.',
    '冬の朝、雪が降っている。父は駅で娘を待っている。電車が着く。娘が走ってくる。',
  ])('%s', async (concept) => {
    for (const seconds of [12, 20]) {
      const film = await paperFilm(concept, { seconds, language: 'xx' })
      expect(linesOf(film)).toEqual(concept.match(/[^.。]+[.。]/gu)?.map((part) => part.trim()))
    }
  })

  test('in shorter words if need be, and what is not seen of them stands in the contract', async () => {
    const film = await paperFilm(
      "Un pêcheur part en mer avant l'aube. Les mouettes crient. Il lance son filet. Le soleil se lève. Il rentre au port avec un panier plein.",
      { seconds: 12, language: 'fr' },
    )
    expect(linesOf(film)).toHaveLength(5)
    expect(linesOf(film).at(-1)).toMatch(/^Il rentre au port/)
    expect(film.items.map(({ claim }) => claim)).toContain('Il lance son filet.')
    expect(film.scripts[0]?.cast.map(({ name }) => name)).toEqual(['pêcheur'])
  })
})

test('what nobody understood of another language stays missing, and nobody is made up for it', async () => {
  const film = await paperFilm('Vanha kello lyö. He puhuvat koko yön. Aamulla he lähtevät.', {
    seconds: 12,
    language: 'fi',
  })
  const asked = film.items.filter(({ kind }) => kind === 'action')
  expect(asked.map(({ claim }) => claim)).toEqual([
    'Vanha kello lyö.',
    'He puhuvat koko yön.',
    'Aamulla he lähtevät.',
  ])
  const covered = film.scripts.flatMap(({ scenes }) => scenes.flatMap(({ covers }) => covers))
  expect(asked.filter(({ id }) => covered.includes(id))).toEqual([])
  expect(deedsOf(film).join('')).toBe('')
})

describe('clothes, rides and those who act together are read in other languages:', () => {
  test.each([
    [
      'Une pâtissière prépare un gâteau dans sa cuisine. Un petit garçon en pull bleu entre. Ils rient ensemble.',
      ['woman: cooks', 'boy: stands', 'woman: laughs, boy: laughs'],
      ['blue jumper'],
    ],
    [
      'Ein Werbespot für ein Fahrrad: Eine junge Frau mit grünem Mantel fährt mit dem Fahrrad durch den Park.',
      ['woman: rides a bicycle', 'woman: rides a bicycle'],
      ['green coat'],
    ],
    [
      'Una niña con vestido amarillo y su abuelo montan a caballo por la playa. Corren al mar.',
      ['girl: rides a horse, man: rides a horse', 'girl: runs, man: runs'],
      ['yellow dress'],
    ],
    [
      '赤い着物を着たおばあさんが川のそばで孫娘にお茶をいれる。猫が橋の上で眠っている。',
      ['woman: pours, girl: stands', 'cat: sleeps'],
      ['red kimono'],
    ],
  ])('%s', async (concept, deeds, worn) => {
    const film = await paperFilm(concept, { seconds: 12 })
    expect(deedsOf(film)).toEqual(deeds)
    const looks = film.scripts[0]?.cast.map(({ look }) => look).join(' ')
    for (const garment of worn) expect(looks).toContain(garment)
  })
})
