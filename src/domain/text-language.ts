const scripts: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'zh', letters: /\p{Script=Han}/gu },
  { language: 'ar', letters: /\p{Script=Arabic}/gu },
  { language: 'he', letters: /\p{Script=Hebrew}/gu },
  { language: 'ru', letters: /\p{Script=Cyrillic}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'hi', letters: /\p{Script=Devanagari}/gu },
  { language: 'bn', letters: /\p{Script=Bengali}/gu },
  { language: 'ta', letters: /\p{Script=Tamil}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
  { language: 'ka', letters: /\p{Script=Georgian}/gu },
  { language: 'hy', letters: /\p{Script=Armenian}/gu },
]

/** Small words by which a text in the Latin script tells its language, and letters that only one of these has. */
const latin: Readonly<Record<string, { readonly words: string; readonly letters?: RegExp }>> = {
  en: {
    words:
      'the a an and of in at on with to is are for from by her his its it that no not they she he who as through into under their what when where why how does did do this these there you your we our my have has',
  },
  de: {
    words:
      'der die das und ein eine einen einem einer im mit auf ist bei zum zur den dem des für von aus nach vor sich nicht er sie es wird über durch am in',
    letters: /ß/gu,
  },
  fr: {
    words:
      'le la les et un une des dans avec sur est au du aux pour par qui que il elle ils elles son sa ses de se ne pas sous vers chez',
    letters: /[œêèç]/giu,
  },
  es: {
    words:
      'el la los las y un una unos en con del al es por para que su sus se de lo ella sin sobre hacia',
    letters: /[ñ¿¡]/giu,
  },
  it: {
    words:
      'il lo la gli le e un una nel nella con sul sulla è per che di del della dello dei in si suo sua al alla da non',
  },
  pt: {
    words:
      'o a os as e um uma no na nos nas com do da dos das em para que ao seu sua se de por sem sobre',
    letters: /[ãõ]/giu,
  },
  nl: {
    words:
      'de het een en van met op bij aan naar door zijn haar in is uit niet dat die hij zij voor',
  },
  sv: {
    words: 'en ett och på med i av för att är som den det han hon till från vid under de inte sin',
  },
  da: {
    words: 'en et og på med i af for at er som den det han hun til fra ved under de ikke sin',
    letters: /æ/giu,
  },
  nb: {
    words: 'en et og på med i av for å er som den det han hun til fra ved under de ikke sin',
    letters: /ø/giu,
  },
  fi: {
    words: 'ja on ei se hän he että kun mutta sekä kanssa joka',
    letters: /(?:ää|öö|yö|äy)/giu,
  },
  pl: { words: 'i w na z się do jest nie to że po od o przez przy oraz', letters: /[łąęśżźćń]/giu },
  cs: { words: 'a v na se je s do ne to že po od k z pro při', letters: /[ěřů]/giu },
  hu: { words: 'a az és egy van nem is hogy meg el fel de', letters: /[őű]/giu },
  ro: { words: 'și un o în cu pe de la din este nu care sau spre', letters: /[ășțş]/giu },
  tr: { words: 've bir bu da de ile için o ne çok gibi', letters: /[ğış]/gu },
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/**
 * The language a text is written in, as its script and its small words tell it: a BCP 47 tag, `en` where nothing tells.
 * A script needs a fifth of the letters; kana make a text Japanese even where Han letters outnumber them.
 */
export const languageOf = (text: string): string => {
  const all = count(text, /\p{L}/gu)
  const found = scripts.find(({ letters }) => count(text, letters) > all * 0.2)
  const isMostlyHan = count(text, /\p{Script=Han}/gu) > all * 0.2
  const hasKana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0
  if (isMostlyHan && hasKana) return 'ja'
  return found?.language ?? latinLanguage(text)
}

/** English unless another language has more of its small words and letters in the text; one letter alone tells nothing. */
const latinLanguage = (text: string): string => {
  const words = smallWords(text)
  const score = (language: string): number => {
    const { words: small = '', letters } = latin[language] ?? {}
    const known = new Set(small.split(' '))
    const found = words.filter((word) => known.has(word))
    const telling = letters ? count(text, letters) : 0
    return telling === 0 && found.every((word) => word.length === 1) ? 0 : found.length + telling
  }
  return Object.keys(latin).reduce((best, language) =>
    score(language) > score(best) ? language : best,
  )
}

/** The words in small letters, without those that belong to a name: "Los Angeles", "La Traviata". */
const smallWords = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\p{L}'’])\p{L}+(?![\p{L}])/gu)].flatMap(({ 0: word, index }) => {
    const isInName =
      /^(?:Los|Las|La|El|Le|Les|Il|Lo|De|Da|San)$/u.test(word) &&
      /^\s\p{Lu}/u.test(text.slice(index + word.length))
    return isInName ? [] : [word.toLowerCase()]
  })
