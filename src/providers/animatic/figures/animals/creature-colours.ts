import { type Rgb, readColour } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import { coatsNamed } from './coats.ts'
import { creatures } from './creatures.ts'
import { plumage } from './flock.ts'
import type { Creature } from './species.ts'

// What some of a kind look like when nothing is said of it.
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:swans?)\b/u, 'white white'],
  [/\b(?:goose|geese)\b/u, 'grey white'],
  [/\b(?:ducklings?|chicks?|goslings?)\b/u, 'yellow yellow'],
  [/\b(?:orcas?|killer whales?)\b/u, 'black white'],
]

/** Colours its words name, the first for the body; what they leave open follows from its kind and identity. */
export const creatureColours = (
  species: Creature,
  { words, seed }: { readonly words: string; readonly seed: number },
): { readonly colour: Rgb; readonly accent: Rgb } => {
  const kind = creatures[species]
  if (species === 'bird') return { colour: plumage(words), accent: readColour(kind.accent) }
  const kin = kinds.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1] ?? ''
  const named = species === 'fish' ? [] : coatsNamed(`${words} ${kin}`)
  const rolled =
    species === 'fish'
      ? (kind.coats[seed % 2 === 0 ? 1 : 0] ?? kind.coats[0])
      : makeDice(seed).pick(kind.coats)
  return {
    colour: named[0] ?? readColour(rolled),
    accent: named[1] ?? readColour(kind.accent),
  }
}
