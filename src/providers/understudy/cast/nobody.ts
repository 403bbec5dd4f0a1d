import { madeThings } from '../words/made-things.ts'
import { personNouns, singularPerson } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, objects } from '../words/vocabulary.ts'
import type { Found } from './cast-words.ts'
import { isSecondOfTwo } from './cast-words.ts'

/** The text around a word, near enough to tell what it means there. */
interface Around {
  readonly text: string
  readonly before: string
  readonly after: string
}

/** Whether a word that may name somebody names nobody who is seen. */
export const isNobody = (found: Found, { text, before, after }: Around): boolean =>
  isSpokenOf(before) ||
  (found.word === 'person' && /\bstand(?:s|ing)?\s+$/i.test(before)) ||
  (found.word === 'family' && /\bits\s+$/i.test(before)) ||
  isOwner(before, after) ||
  isOnlyPlayed.test(before) ||
  isFriendship(found, before) ||
  isFood(found, before, after) ||
  isToy(found, before) ||
  isPartOfNext(found, text) ||
  isToldNext(found, after) ||
  isAudience(found, after) ||
  isAuthor(found, before, after)

const works =
  '(?:story|stories|movie|book|cartoon|tale|fable|animation|poem|rhyme|novel|comic|film|song|show|programme|program|series|video|play)'
const written = works.replace('|song|show|programme|program|series|video|play', '')

/** "pretends to be an astronaut", "wants to become a dancer": nobody but who does so. */
const isOnlyPlayed =
  /\b(?:(?:pretend|want|wish|hope|learn|train|imagin|dream|long)\p{L}*\s+(?:to be(?:come)?|(?:of |about )?(?:becoming|being))|dressed (?:up )?as|disguised as)\s+(?:an?|the)\s+(?:\p{L}+\s+)?$/iu

/** "her grandmother's wedding dress": whose a thing is need not be there. */
const isOwner = (before: string, after: string): boolean =>
  isOfOld.test(after) ||
  (/\b(?:his|her|their|my|our)\s+(?:(?:late|old|dead|great)\s+)*$/i.test(before) &&
    /^'s?\s+(?:[\p{L}-]+\s+){0,2}?(?:dress|coat|ring|watch|house|recipes?|letters?|photos?|guitar|violin|piano|car|bicycle|bike|boat|book|hat|jacket|suit|necklace|garden|workshop|shop|cafe|bakery|farm|cabin|attic|kitchen|dog|cat|horse|sword|helmet)(?!\p{L})/iu.test(
      after,
    ))

/** "a pirate's map": things that have outlived their owner. */
const isOfOld =
  /^'s?\s+(?:[\p{L}-]+\s+){0,2}?(?:map|treasure|chest|grave|diary|ghost|curse)(?!\p{L})/iu

/** "become friends", "only wants a friend": nobody more. */
const isFriendship = ({ text }: Found, before: string): boolean =>
  /^friends?$/i.test(text) &&
  /\b(?:(?:becom|mak|remain|stay)\p{L}*|became|are|were|(?:want|need|wish|long|look)\p{L}*(?:\s+for)?)\s+(?:an?\s+)?(?:(?:best|good|close|new|real|true|unlikely|first)\s+)*$/iu.test(
    before,
  )

/** "A children's story", "a family film": whom a film is for is not in it. */
const isAudience = ({ kind }: Found, after: string): boolean =>
  (kind === 'group' || kind === 'person') &&
  new RegExp(
    String.raw`^(?:'s?\s+(?:\p{L}+\s+)?${works}|\s+(?:\p{L}+\s+)?${written})(?=\s*[.,:;!?\n—–)-]|\s+(?:about|of|in the style|where|in which)\s|$)`,
    'iu',
  ).test(after)

/** "A poem by Robert Frost", "in the style of Wes Anderson": who is named for how a film is made. */
const isAuthor = ({ kind }: Found, before: string, after: string): boolean =>
  kind === 'name' &&
  (new RegExp(
    String.raw`\b(?:(?:${works}s?|painting|picture|music|score|words|text|directed|written|painted|composed|inspired|based on)\s+by|in the (?:style|manner|spirit|vein|tradition) of|(?:inspired|influenced) by|reminiscent of|homage to|à la|a la)\s+(?:the\s+)?(?:[\p{L}-]+\s+)?$`,
    'iu',
  ).test(before) ||
    /^(?:'s)?[\s-]style(?!\p{L})/iu.test(after))

/** "they talk about his late wife": she is not seen. */
const isSpokenOf = (before: string): boolean =>
  /(?:\b(?:photo|photograph|picture|portrait|painting|drawing|sketch|mural|poster|mask|costume|figurine|tattoo|statue|sculpture|legend|tale)s? of|(?:^|[,:]|\b(?:film|video|clip|explainer|tutorial|lesson|cartoon|made|aimed|suitable))\s*(?:at|for))\s+(?:(?:an?|the|his|her|their|young|small|school)\s+)*$/iu.test(
    before,
  ) ||
  /\b(?:(?:search|look|wait|long|hunt)\p{L}* for|(?:talk|speak|think|dream|argue|ask|hear|write|read|sing)\p{L}* (?:about|of)|tells? \p{L}+ about|memor(?:y|ies) of|misses|remembers)\s+(?:(?:an?|the|his|her|their)\s+)?(?:\p{L}+\s+)?$/iu.test(
    before,
  )

/** "two friends, Lena and Max", "two strangers, a pianist and a baker,": the names are who they are. */
const isNamedNext = (after: string): boolean =>
  /^,\s+an?\s+(?:[\p{L}-]+\s+){1,3}and\s+an?\s+(?:[\p{L}-]+\s*){1,3},/u.test(after) ||
  /^,?\s*(?:(?:named|called)\s+)?\p{Lu}\p{Ll}+\s*(?:,|and|&)\s*\p{Lu}\p{Ll}+/u.test(after)

/** A group of which the words after it say who they are, or that is no group of people. */
const isToldNext = (found: Found, after: string): boolean => {
  const isGroup = found.kind === 'group' || singularPerson(found.text) !== null
  return (isGroup && (isNamedNext(after) || isOfThose.test(after))) || isWholeOf(found, after)
}

/** "a team of rowers": the rowers are who they are. */
const isOfThose = /^\s+of\s+(?:(?:young|old|little|small|happy|tired)\s+)*\p{Ll}+s(?!\p{L})/u

/** "searches the whole city": only where it does something it is its people. */
const isWholeOf = ({ text }: Found, after: string): boolean =>
  /^(?:whole|entire)\s/i.test(text) &&
  verbForm(/^\s+(\p{L}+)/u.exec(after)?.[1] ?? '')?.shape !== 'third'

/** "guest beekeeper Marco", "a mother bear", "a dragon kite": the first noun only says more of the second. */
const isPartOfNext = (found: Found, text: string): boolean => {
  const next = /^\s+(\p{L}+)/u.exec(text.slice(found.end, found.end + 30))?.[1]
  const shape = verbForm(next ?? '')?.shape
  if (next === undefined || shape === 'third') return false
  // "Two chefs cook": of several a noun that is a verb, too, tells what they do.
  if (
    shape === 'base' &&
    (/s$/i.test(found.text) || isSecondOfTwo.test(text.slice(0, found.start)))
  )
    return false
  if (found.kind === 'animal' && !/s$/i.test(found.text))
    return ofAnimals.test(next) || [objects, madeThings].some((list) => list.find(next).length > 0)
  return (
    found.kind === 'person' && [personNouns, animals].some((list) => list.find(next).length > 0)
  )
}

/** Things that are called after an animal. */
const ofAnimals =
  /^(?:eggs?|beds?|bowl|races?|racing|market|hugs?|hive|nests?|costumes?|masks?|tails?|caf[eé]|shows?|statue|toys?|food|shelter|sanctuary|farm|farmer|trainer|lovers?|owners?|walker|tracks?|stories|story|boat|house|park|garden|prints?|songs?|ride|rides|riding|pictures?|drawing|photos?|keeper)$/i

/** "serves roast chicken", "a duck soup": nobody any more. */
const isFood = ({ kind }: Found, before: string, after: string): boolean =>
  kind === 'animal' &&
  (/\b(?:roast(?:ed)?|fried|grilled|baked|cooked|smoked|boiled|stuffed)\s+$/i.test(before) ||
    /^\s+(?:soup|sandwich(?:es)?|pie|curry|salad|stew|wings|nuggets|fillets?|sausages?)\b/i.test(
      after,
    ))

/** "a lost teddy bear": a thing in the shape of an animal. */
const isToy = ({ kind }: Found, before: string): boolean =>
  kind === 'animal' &&
  /\b(?:teddy|gummy|toy|stuffed|plush|wooden|rubber|chocolate|gingerbread|origami|porcelain)\s+$/i.test(
    before,
  )
