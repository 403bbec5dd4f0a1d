import type { Mention } from './lexicon.ts'

const colours =
  'red|blue|green|yellow|orange|purple|pink|white|black|brown|grey|gray|golden|gold|silver|turquoise|violet|crimson|scarlet'
const materials =
  'steel|wooden|glass|brass|copper|metal|leather|paper|stone|marble|velvet|striped|checked|plaid'
const before = new RegExp(
  `(?:(?:bright|dark|light|pale|deep)\\s+)?(?:${colours}|${materials})(?=\\s+(?:(?:old|little|small|big|new|tiny|large)\\s+)?$)`,
  'i',
)

/** A thing with the colour or material the client gives it: `red bicycle`; its word alone where none is given. */
export const described = (text: string, { word, start }: Mention): string => {
  const adjective = before.exec(text.slice(Math.max(0, start - 40), start))?.[0]
  return adjective ? `${adjective.toLowerCase()} ${word}` : word
}
