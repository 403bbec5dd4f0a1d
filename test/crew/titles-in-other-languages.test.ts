import { describe, expect, test } from 'vitest'
import { linesOf, paperFilm } from './film.ts'

describe('a film in another language shows no English words:', () => {
  test.each([
    [
      'de',
      'Ein Mädchen und ihr Hund laufen am Strand. Sie finden eine Flaschenpost.',
      'Ein Mädchen und ihr Hund',
    ],
    [
      'es',
      'Una niña y su perro caminan por la playa al atardecer. Encuentran una botella.',
      'Una niña y su perro',
    ],
    [
      'pl',
      'Dziewczynka i jej pies biegną przez las. Znajdują małego kota.',
      'Dziewczynka i jej pies',
    ],
    [
      'sv',
      'En flicka och hennes hund går genom skogen. De hittar en gammal stuga.',
      'En flicka och hennes hund',
    ],
    ['ru', 'Девочка и её собака гуляют по лесу. Начинается дождь.', 'Девочка и её собака'],
    ['hi', 'एक लड़की और उसका कुत्ता समुद्र तट पर दौड़ते हैं। सूरज डूब रहा है।', 'एक लड़की और उसका कुत्ता'],
    ['ja', '少女と犬', '少女と犬'],
    ['zh', '一个女孩和她的狗在海滩上奔跑。太阳落山了。', '一个女孩和她的狗'],
    ['ko', '두 친구의 여행', '두 친구의 여행'],
    ['ar', 'فتاة وكلبها على الشاطئ عند الغروب', 'فتاة وكلبها على الشاطئ عند الغروب'],
    ['de', 'Winter', 'Winter'],
  ])('%s: %s', async (language, concept, title) => {
    const film = await paperFilm(concept, { seconds: 60, language })
    const [script] = film.scripts
    expect(script?.title).toBe(title)
    const shown = script?.scenes.flatMap((scene) => [
      scene.title,
      ...scene.shots.flatMap(({ overlays }) => overlays.map(({ text }) => text)),
      ...scene.narration.map(({ text }) => text),
    ])
    const english =
      /(?<!\p{L})(?:the|what stays|sunset|on the way|closer look|a thought|at play|a pause|opened|the end)(?!\p{L})/iu
    for (const text of shown ?? []) expect(text).not.toMatch(english)
    const titles = script?.scenes.map((scene) => scene.title) ?? []
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('and nobody is captioned with the noun they are called by', async () => {
    const film = await paperFilm('Une vieille femme fait du pain dans sa boulangerie.', {
      language: 'fr',
    })
    const overlays = film.scripts[0]?.scenes.flatMap(({ shots }) =>
      shots.flatMap((shot) => shot.overlays),
    )
    expect(overlays?.filter(({ kind }) => kind === 'lower-third')).toEqual([])
  })
})

test('a list in another language is told by what it lists', async () => {
  const film = await paperFilm('Lisboa ao amanhecer: elétricos, telhados, o rio Tejo', {
    language: 'pt',
  })
  expect(linesOf(film)).toEqual(['Lisboa ao amanhecer.', 'Elétricos.', 'Telhados.', 'O rio Tejo.'])
})

test('what is said keeps the order of the text', async () => {
  const film = await paperFilm(
    "Un pescatore esce in mare all'alba. Il mare è calmo. Torna al porto con il pesce.",
    { language: 'it' },
  )
  expect(linesOf(film)).toEqual([
    "Un pescatore esce in mare all'alba.",
    'Il mare è calmo.',
    'Torna al porto con il pesce.',
  ])
  expect(film.scripts[0]?.cast.map(({ name }) => name)).not.toContain('the mare')
})

describe('people, animals and places are known in many languages:', () => {
  test.each([
    ['ja', '母と娘が台所でケーキを作る', ['woman', 'girl'], 'kitchen'],
    ['ja', '二人の友達が公園で遊ぶ', ['woman', 'man'], 'park'],
    ['zh', '一个老人和他的狗在河边散步', ['man', 'dog'], 'river'],
    ['ko', '할머니와 손자가 시장에서 빵을 산다', ['woman', 'boy'], 'market'],
    ['ar', 'ثلاثة أصدقاء يشربون الشاي في السوق', ['woman', 'man', 'woman'], 'market'],
    ['ru', 'Два друга пьют чай на кухне', ['woman', 'man'], 'kitchen'],
    ['hi', 'दो दोस्त जंगल में घूमते हैं', ['woman', 'man'], 'forest'],
    ['pl', 'Chłopiec i jego pies idą przez las', ['boy', 'dog'], 'forest'],
    ['nl', 'Een man en zijn hond wandelen over het strand', ['man', 'dog'], 'beach'],
    ['sv', 'En flicka läser en bok i skogen', ['girl'], 'forest'],
    ['fi', 'Poika ja koira istuvat rannalla', ['boy', 'dog'], 'beach'],
    ['tr', 'Bir kadın ve kedisi bahçede oturuyor', ['woman', 'cat'], 'garden'],
  ])('%s: %s', async (language, concept, whats, place) => {
    const film = await paperFilm(concept, { seconds: 12, language })
    const picture = film.scripts[0]?.scenes[0]?.shots[0]?.picture
    expect(picture?.subjects.map(({ what }) => what)).toEqual(whats)
    expect(picture?.place).toBe(place)
  })
})
