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

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/**
 * The language of a concept as its script tells it: a BCP 47 tag, `en` for the Latin script and for no letters at all.
 * A script needs a fifth of the letters; kana make a text Japanese even where Han letters outnumber them.
 */
export const detectLanguage = (concept: string): string => {
  const all = count(concept, /\p{L}/gu)
  const found = scripts.find(({ letters }) => count(concept, letters) > all * 0.2)
  const isMostlyHan = count(concept, /\p{Script=Han}/gu) > all * 0.2
  const hasKana = count(concept, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0
  if (isMostlyHan && hasKana) return 'ja'
  return found?.language ?? 'en'
}
