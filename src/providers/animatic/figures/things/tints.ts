import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { namedColours } from '../brush/named-colours.ts'

/** What things are made of has a colour too, where none is named. */
const materials: Readonly<Record<string, string>> = {
  leather: '#8a5430',
  suede: '#9c7450',
  wooden: '#96683f',
  wood: '#96683f',
  oak: '#a97c4a',
  walnut: '#5e3f2a',
  mahogany: '#6b3325',
  cherrywood: '#7f3f2a',
  pinewood: '#c79a60',
  bamboo: '#c8a866',
  cork: '#b98c5c',
  wicker: '#b48a52',
  straw: '#d8b96c',
  steel: '#a6adb6',
  metal: '#9aa0a8',
  metallic: '#9aa0a8',
  aluminium: '#b9bec5',
  aluminum: '#b9bec5',
  chrome: '#bcc4cd',
  titanium: '#8f9299',
  iron: '#55575c',
  brass: '#b8933f',
  copper: '#a8623a',
  bronze: '#8a6a3c',
  platinum: '#c6c9ce',
  marble: '#dedad4',
  stone: '#8d8a82',
  granite: '#74747a',
  concrete: '#9a9994',
  ceramic: '#d9cdb8',
  porcelain: '#ece8df',
  clay: '#b06a48',
  earthenware: '#a8663f',
  terracotta: '#b9603d',
  glass: '#a8c6c4',
  crystal: '#cfe0e8',
  wool: '#b7a68c',
  woollen: '#b7a68c',
  woolen: '#b7a68c',
  linen: '#d2c4a4',
  canvas: '#b9a67e',
  cotton: '#e2dccd',
  denim: '#46608a',
  velvet: '#6e2340',
  silk: '#d6b8a8',
  paper: '#e6ddc6',
  cardboard: '#b58a5a',
  jade: '#4f9070',
  amber: '#c4822c',
}

/**
 * The colour that words give something: a colour they name, else that of what it is made of; null for neither.
 *
 * @param words lower case, without what names the thing itself: an oak is green, an oak table is not
 */
export const tintIn = (words: string): Rgb | null =>
  named(words, namedColours) ?? named(words, materials)

const named = (words: string, tints: Readonly<Record<string, string>>): Rgb | null => {
  const parts = words.split(/[^a-z]+/u)
  for (const [index, word] of parts.entries()) {
    const tint = tints[`${word} ${parts[index + 1]}`] ?? tints[word]
    if (tint) return shift(readColour(tint), strengths[parts[index - 1] ?? ''] ?? 0)
  }
  return null
}

const strengths: Readonly<Record<string, number>> = {
  dark: -0.3,
  deep: -0.2,
  light: 0.3,
  pale: 0.4,
}
