import { hairColourName } from '../people/hair-words.ts'
import { extraRules, headgear } from './extras.ts'
import { has } from './look-words.ts'
import { topRules } from './wardrobe.ts'

/** Colours that are nothing else as well, as a rose and a camel are. */
const plainColours =
  /^(?:red|crimson|scarlet|orange|yellow|gold|golden|green|olive|teal|turquoise|blue|navy|purple|violet|pink|brown|beige|cream|white|black|grey|gray|silver)$/u

/** The colour word that a text gives a garment, next before it or a few words before; empty for none. */
const colourWord = (text: string, word: string): string => {
  const before = new RegExp(`([a-z -]*)(?:^|[^a-z])${word}(?![a-z])`, 'u').exec(text)?.[1] ?? ''
  const clause = before.split(/ and | with | in (?!a )/u).at(-1) ?? ''
  const named = clause.split(/[ -]+/u).slice(-4).toReversed()
  return named.find((name) => plainColours.test(name)) ?? ''
}

/** The clothes of a look that are drawn as it names them, with the colours it gives them: `orange shirt`, `hat`. */
export const wornWords = (look: string): readonly string[] => {
  const text = look.toLowerCase()
  const names = (words: readonly string[]): readonly string[] =>
    words.filter((word) => clothes.test(word) && has(text, word)).slice(0, 1)
  const top = topRules.find(({ words }) => has(text, ...words))
  const extras = extraRules.filter(({ words }) => has(text, ...words))
  const head = extras.find(({ extra }) => headgear.includes(extra))
  const worn = [
    ...names(top?.words ?? []),
    ...names(['skirt', 'shorts', 'jeans', 'trousers', 'boots']),
    ...extras
      .filter((rule) => rule === head || !headgear.includes(rule.extra))
      .flatMap(({ words }) => names(words)),
  ]
  return worn.map((word) => `${colourWord(text, word)} ${word}`.trim())
}

/** Among the words that a garment goes by, those that are not the people who wear it. */
const clothes =
  /(?:suit|coat|robe|kimono|gown|dress|tuxedo|blazer|uniform|overalls|scrubs|jacket|anorak|windbreaker|vest|sweater|jumper|hoodie|cardigan|pullover|shirt|tee|top|blouse|tunic|parka|cloak|armou?r|scarf|shawl|helmet|beanie|hat|cap|fedora|crown|hood|glasses|backpack|rucksack|apron|tie|skirt|shorts|jeans|trousers|boots)$/u

/** The hair of a look as it is drawn: `pink hair`, `curly hair`; nothing where the look does not say how it is. */
export const hairWords = (look: string): readonly string[] => {
  const text = look.toLowerCase()
  const named = hairColourName(text)
  const cut = /\b(long|short|curly)(?=(?:,? [a-z-]+){0,3} hair\b)/u.exec(text)?.[1]
  return [named, cut].flatMap((word) => (word ? [`${word} hair`] : []))
}
