import type { Lexicon } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/**
 * Things people make at play that no picture of this crew's vocabulary stands for. They are asked for in the client's
 * own words, and a picture without them is said to lack them.
 */
export const madeThings: Lexicon = lexicon({
  sandcastle: 'sandcastle|sand castle',
  snowman: 'snowman|snowmen',
  treehouse: 'treehouse|tree house',
  'pillow fort': 'pillow fort|blanket fort',
})

/**
 * Other things that are asked for and not in the vocabulary: ordered by their own names, so that a model that
 * can draw them does, and one that cannot is said to lack them.
 */
export const otherThings: Lexicon = lexicon({
  door: 'door|doorway|gate',
  window: 'shop window|stained glass',
  kite: 'kite',
  crown: 'crown',
  flag: 'flag|banner',
  mirror: 'mirror',
  telescope: 'telescope',
  skateboard: 'skateboard',
  sled: 'sled|sledge',
  treasure: 'treasure',
  statue: 'statue',
  fountain: 'fountain',
  ladder: 'ladder',
  basket: 'basket',
  bread: 'bread|loaf|baguette',
  noodles: 'noodle|ramen',
  soup: 'soup',
  pizza: 'pizza',
  apple: 'apple',
  drum: 'drum',
  trumpet: 'trumpet',
  shield: 'shield',
  airplane: 'airplane|aeroplane|plane',
  helicopter: 'helicopter',
  motorcycle: 'motorcycle|motorbike',
  scooter: 'scooter',
})
