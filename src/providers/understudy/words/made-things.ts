import type { Lexicon } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/**
 * Things people make at play: who builds one is seen playing. They are asked for in the client's own words, and a
 * picture without them is said to lack them.
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
  crown: 'crown',
})

/**
 * What people wear, which is drawn by itself only where it is what a film sells: in a story it belongs to whoever has
 * it on.
 */
export const wornProducts: Lexicon = lexicon({
  glasses: 'glasses|eyeglasses|spectacles',
  sunglasses: 'sunglasses',
  ring: 'ring|wedding ring|engagement ring|diamond ring',
  necklace: 'necklace|pendant|jewellery|jewelry|bracelet|earrings',
  hat: 'hat|cap|beanie|fedora',
  headphones: 'headphones|headphone|headset|earbuds|earphones',
  glove: 'glove|mitten',
  scarf: 'scarf|scarves|shawl|blanket',
})
