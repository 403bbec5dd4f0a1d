import type { Clause } from './clause.ts'
import type { Reading } from './read-concept.ts'

const atFire =
  /\b(?:by|beside|before|near|at|around|in front of) (?:the|a|an|his|her|their) (?:open |warm |crackling |log )?(?:fire|hearth|fireplace|fireside)\b/i
const inTheOpen =
  /\b(?:camp\p{L}*|tents?|bonfire|forest|woods|jungle|beach|desert|mountains?|meadow|under the stars|wilderness|outdoors|cowboys?|caves?)\b/iu

/** Whether a text is about a fire in a house: who sits by the fire sits in a room, unless they camp. */
export const isByHearth = (text: string): boolean => atFire.test(text) && !inTheOpen.test(text)

/** Whether a step of the story is done by a fireplace. */
export const isStepByHearth = ({ text }: Pick<Reading, 'text'>, { rest }: Clause): boolean =>
  atFire.test(rest) && isByHearth(text)
