import { type Rgb, readColour, shift } from '../brush/colour.ts'

/** Colours of cloth by their names. */
export const clothColours: Readonly<Record<string, string>> = {
  red: '#b03a34',
  crimson: '#96242e',
  scarlet: '#c0392b',
  maroon: '#6f2832',
  burgundy: '#6b2436',
  orange: '#cf7334',
  yellow: '#d9ac3c',
  mustard: '#bf923a',
  gold: '#c79a3e',
  golden: '#c79a3e',
  green: '#4f7a55',
  olive: '#6c6f42',
  emerald: '#2f7a5d',
  mint: '#9cc8b0',
  teal: '#2f7478',
  turquoise: '#3f9a9c',
  blue: '#3f6699',
  navy: '#2a3654',
  indigo: '#3c3f78',
  sky: '#7fa9cc',
  denim: '#47618a',
  purple: '#6b4a80',
  violet: '#705090',
  lavender: '#a596c0',
  lilac: '#b49cc4',
  pink: '#d08a98',
  rose: '#c27784',
  magenta: '#a8437c',
  brown: '#6e4c36',
  tan: '#b3906a',
  beige: '#cdb896',
  cream: '#e6dac0',
  khaki: '#9a8d66',
  camel: '#b78a58',
  white: '#e9e6df',
  ivory: '#e8e0cd',
  black: '#2b2a30',
  grey: '#7d8087',
  gray: '#7d8087',
  silver: '#a9adb4',
  charcoal: '#42454d',
  copper: '#a8623c',
  rust: '#a0522f',
  sand: '#cbb58c',
  ruby: '#8f2438',
  coral: '#d9735c',
  peach: '#e3b090',
  lemon: '#e3cc58',
  lime: '#94b548',
  aqua: '#5fa9b0',
  plum: '#5d3350',
  bronze: '#8a6a3c',
  steel: '#9aa1ab',
  apricot: '#dea067',
}

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
      const colour = clothColours[name]
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
