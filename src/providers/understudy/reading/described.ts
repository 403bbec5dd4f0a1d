import type { Mention } from '../words/lexicon.ts'

const colours =
  'red|blue|green|yellow|orange|purple|pink|white|black|brown|grey|gray|golden|rose gold|gold|silver|turquoise|violet|crimson|scarlet|navy|beige|cream|teal|burgundy'
const materials =
  'stainless steel|steel|wooden|oak|walnut|mahogany|bamboo|glass|crystal|brass|copper|bronze|iron|chrome|titanium|metal|leather|suede|paper|cardboard|stone|marble|granite|ceramic|porcelain|clay|terracotta|velvet|silk|wool|woollen|linen|cotton|canvas|denim|straw|wicker|striped|checked|plaid'
const either = `(?:${colours}|${materials})`
const before = new RegExp(
  `(?<!\\p{L})(?:(?:bright|dark|light|pale|deep)\\s+)?${either}(?:\\s+${either})?(?=\\s+(?:(?:old|little|small|big|new|tiny|large|vintage|travel|hand)\\s+)?$)`,
  'iu',
)

/** A thing with the colour or material the client gives it: `red bicycle`; its word alone where none is given. */
export const described = (text: string, { word, start }: Mention): string => {
  const adjective = before.exec(text.slice(Math.max(0, start - 40), start))?.[0]
  return adjective ? `${adjective.toLowerCase()} ${word}` : word
}
