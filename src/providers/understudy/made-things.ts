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
