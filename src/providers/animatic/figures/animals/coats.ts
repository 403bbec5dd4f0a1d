import { type Rgb, readColour } from '../brush/colour.ts'

const coatWords: Readonly<Record<string, string>> = {
  black: '#2e2a2c',
  white: '#e4ded2',
  brown: '#6e4a30',
  golden: '#c08d48',
  grey: '#808086',
  gray: '#808086',
  red: '#a5542c',
  orange: '#c07a3c',
  ginger: '#bf7436',
  tan: '#b9935f',
  cream: '#dccbaa',
  chestnut: '#7a4426',
  silver: '#a4a6aa',
  dark: '#3a302c',
  rust: '#a5542c',
  amber: '#b9803c',
  fawn: '#b98e60',
  sand: '#bda27a',
  honey: '#b08248',
  reddish: '#94532f',
  tabby: '#8a7a68',
  blue: '#3f6699',
  green: '#4f7a55',
  yellow: '#d9ac3c',
  pink: '#dfa79c',
  lilac: '#bd9bcf',
  violet: '#7d5a9c',
  purple: '#7d5a9c',
  teal: '#3f8587',
  turquoise: '#3f9a9c',
  emerald: '#3f8052',
  crimson: '#a2352f',
  scarlet: '#b83a2c',
  copper: '#a8663c',
  ivory: '#e6dfcc',
}

/** The colour a word names; undefined for a word that names none. */
export const coatNamed = (word: string | undefined): Rgb | undefined => {
  const hex = word === undefined ? undefined : coatWords[word]
  return hex === undefined ? undefined : readColour(hex)
}

// Parts whose colour is not that of the coat.
const parts =
  /\b[a-z]+(?:[ -]tipped)?(?: leather)? (?:collar|mane|chest|throat|breast|paws?|bib|belly|face|wings?|stripes|spots|patches|spines|plates|horns?|ears?|legs?|tusks)\b/gu

/** The word for the colour of an animal's coat among those that tell what it looks like; undefined for none. */
export const coatWord = (text: string): string | undefined =>
  text
    .toLowerCase()
    .replace(parts, '')
    .split(/[^a-z]+/u)
    .find((word) => coatNamed(word) !== undefined)

/** All colours a text names, in its order. */
export const coatsNamed = (text: string): readonly Rgb[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/u)
    .flatMap((word) => coatNamed(word) ?? [])
