import { languageOf } from '../../../domain/text-language.ts'
import { wholeWords } from '../reading/foreign-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { IdeaKind } from '../story/scene-idea.ts'

/** What a scene in which none of the client's words are said is called, by what it is for; several words in turn. */
interface TitleWords {
  readonly open: string
  readonly place: string
  readonly light: string
  readonly face: string
  readonly detail: string
  readonly close: string
}

const words = (
  ...[open, place, light, face, detail, close]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
): TitleWords => ({ open, place, light, face, detail, close })

const byLanguage: Readonly<Record<string, TitleWords>> = {
  de: words(
    'Der Anfang',
    'Der Ort|Ringsum|In der Ferne',
    'Das Licht',
    'Ein Blick',
    'Ganz nah',
    'Was bleibt',
  ),
  fr: words(
    'Le début',
    'Le lieu|Tout autour|Au loin',
    'La lumière',
    'Un regard',
    'De tout près',
    'Ce qui reste',
  ),
  es: words(
    'El comienzo',
    'El lugar|Alrededor|A lo lejos',
    'La luz',
    'Una mirada',
    'De cerca',
    'Lo que queda',
  ),
  it: words(
    "L'inizio",
    'Il luogo|Tutt’intorno|In lontananza',
    'La luce',
    'Uno sguardo',
    'Da vicino',
    'Ciò che resta',
  ),
  pt: words('O começo', 'O lugar|Ao redor|Ao longe', 'A luz', 'Um olhar', 'De perto', 'O que fica'),
  nl: words(
    'Het begin',
    'De plek|Rondom|In de verte',
    'Het licht',
    'Een blik',
    'Van dichtbij',
    'Wat blijft',
  ),
  sv: words(
    'Början',
    'Platsen|Runtomkring|I fjärran',
    'Ljuset',
    'En blick',
    'På nära håll',
    'Det som stannar kvar',
  ),
  da: words(
    'Begyndelsen',
    'Stedet|Rundt om|I det fjerne',
    'Lyset',
    'Et blik',
    'Helt tæt på',
    'Det, der bliver',
  ),
  nb: words(
    'Begynnelsen',
    'Stedet|Rundt omkring|I det fjerne',
    'Lyset',
    'Et blikk',
    'Helt nær',
    'Det som blir',
  ),
  fi: words('Alku', 'Paikka|Ympärillä|Kaukana', 'Valo', 'Katse', 'Läheltä', 'Mitä jää'),
  pl: words(
    'Początek',
    'Miejsce|Dookoła|W oddali',
    'Światło',
    'Spojrzenie',
    'Z bliska',
    'To, co zostaje',
  ),
  cs: words('Začátek', 'Místo|Kolem dokola|V dálce', 'Světlo', 'Pohled', 'Zblízka', 'Co zůstane'),
  hu: words(
    'A kezdet',
    'A hely|Körös-körül|A távolban',
    'A fény',
    'Egy pillantás',
    'Közelről',
    'Ami megmarad',
  ),
  ro: words(
    'Începutul',
    'Locul|De jur împrejur|În depărtare',
    'Lumina',
    'O privire',
    'De aproape',
    'Ce rămâne',
  ),
  tr: words('Başlangıç', 'Yer|Çevrede|Uzakta', 'Işık', 'Bir bakış', 'Yakından', 'Geriye kalan'),
  ru: words('Начало', 'Место|Вокруг|Вдали', 'Свет', 'Взгляд', 'Совсем близко', 'Что остаётся'),
  el: words('Η αρχή', 'Ο τόπος|Γύρω|Μακριά', 'Το φως', 'Ένα βλέμμα', 'Από κοντά', 'Αυτό που μένει'),
  ja: words('はじまり', '風景|あたり|遠く', '光', 'まなざし', '近くで', '残るもの'),
  zh: words('开始', '风景|四周|远处', '光', '目光', '近看', '留下的'),
  ko: words('시작', '풍경|둘레|멀리', '빛', '눈길', '가까이', '남는 것'),
  ar: words('البداية', 'المكان|في الجوار|في البعيد', 'الضوء', 'نظرة', 'عن قرب', 'ما يبقى'),
  he: words('ההתחלה', 'המקום|מסביב|במרחק', 'האור', 'מבט', 'מקרוב', 'מה שנשאר'),
  hi: words('शुरुआत', 'जगह|आसपास|दूर', 'रोशनी', 'एक नज़र', 'पास से', 'जो रह जाता है'),
}

const kindOf: Readonly<Record<IdeaKind, keyof TitleWords>> = {
  open: 'open',
  meet: 'face',
  act: 'place',
  detail: 'detail',
  place: 'place',
  light: 'light',
  face: 'face',
  reveal: 'detail',
  turn: 'light',
  close: 'close',
}

/** A scene as far as its title goes. */
interface TitledScene {
  readonly kind: IdeaKind
  /** Title in English, or the client's own. */
  readonly title: string
  /** What is said in it. */
  readonly lines: readonly string[]
}

/**
 * Titles of the scenes of a film in another language, in that language: the client's words that are said in a scene, else
 * what the scene is for. Where this file does not know the language, the film's title.
 */
export const foreignTitles = (
  reading: Reading,
  scenes: readonly TitledScene[],
  film: { readonly title: string; readonly language: string },
): readonly string[] => {
  const written = languageOf(reading.text)
  const known = byLanguage[written === 'en' ? film.language.slice(0, 2).toLowerCase() : written]
  const seen = new Map<string, number>()
  return scenes.map(({ kind, title, lines }) => {
    const [line] = lines
    const own = reading.text.includes(title) ? title : undefined
    const ours = known?.[kindOf[kind]].split('|') ?? []
    const fresh = ours.find((other) => !seen.has(other)) ?? ours[0]
    const wanted = (line === undefined ? own : wholeWords(line)) ?? fresh ?? film.title
    const times = (seen.get(wanted) ?? 0) + 1
    seen.set(wanted, times)
    return times === 1 ? wanted : `${wanted} ${times}`
  })
}
