import { shownShare } from '../../../domain/crew-tasks.ts'
import type { ContractItem } from '../../../domain/intent-contract.ts'
import { madeThings, otherThings, wornProducts } from '../words/made-things.ts'
import { personNouns } from '../words/people.ts'
import { drawnActions } from '../words/verbs.ts'
import { animals, moods, objects, places, seasons, times, weathers } from '../words/vocabulary.ts'

const drawn = new Set([
  ...[
    animals,
    madeThings,
    otherThings,
    wornProducts,
    moods,
    objects,
    places,
    seasons,
    times,
    weathers,
    personNouns,
  ].flatMap(({ words }) => words),
  ...drawnActions,
])

/**
 * Whether pictures show an item, or, for an item that no picture can show (a name, a slogan), texts do. Naming a dog in
 * a title does not show it, nor does saying that somebody does something, or speaking of what is to be seen.
 */
export const isCovered = (
  item: ContractItem,
  pictures: readonly string[],
  texts: readonly string[],
): boolean => coveredShare(item, pictures, texts) === 1

/** How much of an item is covered, 0…1, see {@link isCovered}. */
export const coveredShare = (
  item: ContractItem,
  pictures: readonly string[],
  texts: readonly string[],
): number => {
  const isSayable =
    item.kind === 'entity' &&
    !toBeSeen.test(item.claim) &&
    !item.words.some((word) => drawn.has(word))
  return Math.max(shownShare(item, pictures), isSayable ? shownShare(item, texts) : 0)
}

/** Claims of what pictures show, whatever the texts speak of. */
const toBeSeen = /\b(?:is|are|be) seen\b|^the film shows\b/u
