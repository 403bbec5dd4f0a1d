import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { namedColours } from '../brush/named-colours.ts'

/** Materials with a colour of their own, where none is named: `a leather jacket`. */
const materials: Readonly<Record<string, string>> = {
  leather: '#6a4630',
  suede: '#96704e',
  tweed: '#83745a',
  straw: '#d8b96c',
  linen: '#d2c4a4',
  velvet: '#6e2340',
  fur: '#8a6f55',
}

/** Whether a text holds one of the words, alone or in the plural. */
export const has = (text: string, ...words: readonly string[]): boolean =>
  words.some((word) => new RegExp(`(?:^|[^a-z])${word}(?:s|es)?(?![a-z])`, 'u').test(text))

/** How words before a colour's name change it. */
const shades: Readonly<Record<string, number>> = {
  dark: -0.42,
  deep: -0.3,
  light: 0.32,
  pale: 0.45,
  bright: 0.06,
}

/** A garment's or thing's colour: the colour word nearest before it in its own clause, else that of its material. */
export const colourBefore = (text: string, words: readonly string[]): Rgb | null => {
  for (const word of words) {
    const match = new RegExp(`([a-z -]*)(?:^|[^a-z])${word}`, 'u').exec(text)
    const clause = match?.[1]?.split(/ and | with | in (?!a )/u).at(-1) ?? ''
    const named = clause.split(/[ -]+/u).slice(-4).toReversed()
    for (const [back, name] of named.entries()) {
      const colour = namedColours[name]
      if (colour) return shift(readColour(colour), shades[named[back + 1] ?? ''] ?? 0)
    }
    const material = named.map((name) => materials[name]).find((colour) => colour !== undefined)
    if (material !== undefined) return readColour(material)
  }
  return null
}

/** Words for the police. */
export const policeWords = [
  'police',
  'policeman',
  'policewoman',
  'police officer',
  'officer',
  'cop',
  'constable',
  'sheriff',
] as const

// Trades that are known by what they wear; all others wear what their look says.
const trades =
  /\b(?:police(?:man|woman| officer)?|sheriff|nurse|soldier|firefighter|fireman|knight|bride|astronaut|cow(?:boy|girl)|judge|monk|nun|samurai|geisha|senator)\b/gu

/** What somebody is by the name they are called: `The Old Policeman` is a policeman. */
export const tradeIn = (name: string): string => (name.toLowerCase().match(trades) ?? []).join(' ')
