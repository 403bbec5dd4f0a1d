import type { Reading } from '../reading/read-concept.ts'
import { directive } from '../reading/tellable.ts'
import { withoutOrigin } from '../story/homeward.ts'
import { madeThings, otherThings } from '../words/made-things.ts'
import { otherNumber } from '../words/number.ts'
import { groupNouns, personNouns } from '../words/people.ts'
import { startAfter } from '../words/start-after.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, moods, objects, places, seasons, times, weathers } from '../words/vocabulary.ts'
import { askedWords } from './asked-words.ts'
import { awaitedSpans } from './awaited.ts'
import { unseen } from './content-nouns.ts'
import type { Item } from './contract-item.ts'
import type { Unread } from './unread-items.ts'

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Wishes that no item of a contract stands for yet: nouns, colours and effects, in the client's own words and order. What
 * is of the vocabulary is asked for by its words, so that it counts as shown where it is drawn.
 */
export const lostWishes = (whole: Reading, items: readonly Item[]): readonly Unread[] => {
  if (!whole.isEnglish || !/story|advert/.test(whole.subject.genre)) return []
  const reading = { ...whole, text: withoutOrigin(whole.text) }
  const asked = askedIn(items)
  const isAsked = ({ text }: Word): boolean => asked.has(stemOf(text))
  const spans = knownSpans(reading, asked)
  const isKnown = ({ start, end }: Word): boolean =>
    spans.some((span) => span.start < end && span.end > start)
  const all = wordsOf(reading.text)
  const lost = all.filter(
    (word, index) =>
      !(
        isAsked(word) ||
        isKnown(word) ||
        isNoWish(reading, word) ||
        isOnlyQuality(word, all[index + 1])
      ),
  )
  return [...lostMentions(reading, asked), ...phrasesOf(reading.text, lost)]
    .filter(({ text }, index, found) => found.findIndex((other) => other.text === text) === index)
    .slice(0, mostLost)
}

/** More than this drowns what was understood. */
const mostLost = 8

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/\p{L}[\p{L}'-]+\p{L}/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))

/** Enough of a word to know its plural and its forms by: `strawberr`. */
const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/'s?$/, '')
    .replace(/(?:ies|ied|y)$/, 'i')
    .replace(/(?<=\p{L}{3})(?:ing|ed|es|e|s)$/u, '')

/** What items ask for: of deeds only what they need, as their claim is the whole sentence. */
const askedIn = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(
    items
      .flatMap(({ kind, claim, words }) => (kind === 'action' ? words : [...words, claim]))
      .flatMap(wordsOf)
      .map(({ text }) => stemOf(text)),
  )

const vocabulary = [places, objects, animals, madeThings, otherThings] as const

/** Where the text is read, and what is read of it is asked for. */
const knownSpans = (
  { text, castMentions, cast, clauses }: Reading,
  asked: ReadonlySet<string>,
): readonly Pick<Word, 'start' | 'end'>[] => [
  ...[moods, times, seasons].flatMap((list) => list.find(text)),
  // What the weather does is the weather.
  ...weathers.find(text).map(({ start, end }) => ({
    start,
    end: end + (/^\s+\p{L}+s\b/u.exec(text.slice(end))?.[0].length ?? 0),
  })),
  ...vocabulary.flatMap((list) =>
    list.find(text).filter((mention) => isFully(asked, askedWords(mention))),
  ),
  ...castMentions,
  ...awaitedSpans(clauses),
  // A seventh has no part in the film, and is missed.
  ...(cast.length < 6 ? [personNouns, groupNouns].flatMap((list) => list.find(text)) : []),
  ...wordsOf(text).filter(({ text: word }) =>
    cast.some(({ noun, name, wears, traits }) =>
      [noun, name ?? '', wears, ...traits]
        .flatMap(wordsOf)
        .some((own) => stemOf(own.text) === stemOf(word)),
    ),
  ),
]

const isFully = (asked: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((word) => wordsOf(word).every(({ text }) => asked.has(stemOf(text))))

/** "a treasure map": of the two the second is what is asked for. */
const isModifier = (text: string, { end }: Pick<Word, 'end'>): boolean =>
  vocabulary.some((list) => list.find(text).some(({ start }) => start === end + 1))

const isDeed = (word: string): boolean =>
  !nounToo.test(word) && ['third', 'past', 'gerund'].includes(verbForm(word)?.shape ?? '')

/** What a vocabulary knows and no item asks for. */
const lostMentions = (
  { text, castMentions, clauses }: Reading,
  asked: ReadonlySet<string>,
): readonly Unread[] =>
  vocabulary
    .flatMap((list) => list.find(text))
    .filter(
      (mention) =>
        !isFully(asked, askedWords(mention)) &&
        !/^(?:in|on|at|to|through)\s/i.test(mention.text) &&
        !clauses.some(({ start }) => start === mention.start) &&
        !awaitedSpans(clauses).some(
          ({ start, end }) => start < mention.end && end > mention.start,
        ) &&
        !isModifier(text, mention) &&
        !castMentions.some(({ start, end }) => start < mention.end && end > mention.start),
    )
    .map((mention) => ({ text: mention.text.toLowerCase(), words: askedWords(mention) }))

const small =
  /^(?:an?|the|this|that|these|those|with|without|from|into|onto|over|under|underneath|then|than|they|them|their|theirs|there|here|have|has|had|having|been|were|was|are|is|when|what|where|which|who|whom|whose|while|like|very|just|some|only|more|less|most|much|many|also|again|instead|please|want|should|would|could|must|will|shall|may|might|can|cannot|during|near|nearby|beside|besides|behind|between|through|throughout|across|along|around|above|below|beneath|inside|outside|against|among|before|after|until|since|because|although|though|however|same|other|others|another|each|both|every|everyone|everybody|everything|anyone|anybody|someone|somebody|something|nothing|nobody|being|himself|herself|itself|themselves|his|her|hers|him|she|its|and|but|nor|not|for|yet|out|off|away|down|upon|towards?|about|too|all|any|our|your|you|one|two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|dozens?|first|last|next|final|second|third|own|together|alone|once|twice|ever|never|always|still|even|almost|until|way|ways|lot|lots|bit|kind|sort|couple|pair|group|end|ending|beginning|start|middle|rest|side|sides|top|front|back|left|right|edge|part|parts|piece|time|times|moment|moments|minute|minutes|hour|hours|day|days|week|weeks|month|months|year|years|today|tomorrow|yesterday|later|soon|now|world|life|home|name|names|named|called|background|foreground|distance|air|look|looks|gaze|breath|thing|things|place|places|towards|via|per|versus|finally|suddenly|slowly|let|lets|make|makes|made|get|gets|got|put|puts|set|sets|goes|going|gone|come|comes|came|do|does|did|done|hand|hands|face|faces|eyes?|head|heads|arm|arms|feet|foot|hair|heart|hearts|smile|smiles|body|ground|floor|sky|skies|water|grass|earth|sun|moon|stars?|wall|walls|room|rooms|corner|surface|view|light|lights|shadow|shadows|sound|sounds|voice|music|song|story|stories|adventure|journey|trip|friend|friends|friendship|fun|trouble|question|answer|idea|reason|people|person|man|men|woman|women|child|children|boy|girl|guy|kid|kids|animal|animals|ones|self|else|enough|such|far|close|high|low|long|short|old|new|young|little|small|big|large|tiny|huge|great|giant|tall|deep|wide|narrow|full|empty|whole|dark|bright|hot|cold|warm|cool|soft|hard|loud|quiet|slow|fast|quick|early|late|good|bad|best|better|worst|nice|fine|real|true|lone|single|different|special|simple|strange|brave|wild|rich|poor|busy|free|safe|ready|sure|glad|proud|sad|happy|angry|afraid|tired|lost|asleep|awake|half|main|modern|ancient|fresh|clean|sharp|thick|thin|heavy|wet|dry|fun|cosy|cozy|upon|okay|yes|past|shape|seasons?|off|alive|breakfast|brunch|lunch|dinner|supper|meal|why|how|front|sometimes|often|already|apart|ago|onwards|forward|backwards|somewhere|anywhere|everywhere|nowhere|none|cannot|whenever|wherever|whatever)$/i

/** Adverbs, and qualities wherever they stand. */
const isQualityAlone =
  /(?:ful|ous|less|(?<!^(?:jel|fami|li|butterf|hol|bel|dragonf|firef|dol|f))ly)$/i

/** Words that ask for nothing that could be seen to be there or not: verbs are read as deeds, and adverbs colour them. */
const isNoWish = (reading: Reading, { text, start }: Word): boolean => {
  const { brand, product, topic, lines, slogan, opening, call, claim } = reading.subject
  if (small.test(text) || unseen.test(text) || directive.test(text) || isQualityAlone.test(text))
    return true
  if (verbForm(text) !== undefined && !nounToo.test(text)) return true
  if (isSlogan(reading.text, start)) return true
  // Who "takes pictures" is seen with a camera.
  if (/^(?:pictures?|photos?)$/i.test(text))
    return reading.clauses.some(({ action }) => action === 'photographs')
  // A name, and what is said: neither is in the picture.
  if (/^\p{Lu}/u.test(text) && /[\p{L},]\s+$/u.test(reading.text.slice(0, start))) return true
  // "Pip the little hedgehog": so is a name at a sentence's start.
  if (/^\p{Lu}\p{Ll}+\s+the\s+\p{Ll}/u.test(reading.text.slice(start))) return true
  return [brand, product, topic, slogan, opening, call, claim, ...lines].some(
    (said) => said !== '' && said.toLowerCase().includes(text.toLowerCase()),
  )
}

/** "Less mess, more us.": a few words behind the story, without an article, are said and not seen. */
const isSlogan = (text: string, at: number): boolean => {
  const start = startAfter('.!?\n', text, at)
  const sentence = text.slice(start).split(/[.!?\n]/u)[0] ?? ''
  return (
    start > 0 &&
    wordsIn(sentence) <= 4 &&
    !/\b(?:an?|the|in|on|at|with|of|under|over|by|his|her|their)\s/iu.test(sentence)
  )
}

const wordsIn = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0

/** Forms of verbs that are things as often. */
const nounToo =
  /^(?:lights?|signs?|clouds?|fireworks?|waves?|smoke|sparks?|flames?|bubbles?|confetti|rings?|drums?|masks?|ropes?|bows?|whips?|tools?|nets?|hooks?|bells?|saddles?)$/i

const colours =
  /^(?:red|crimson|scarlet|orange|yellow|gold|golden|green|olive|teal|turquoise|blue|navy|purple|violet|pink|brown|beige|cream|white|black|gr[ea]y|silver)$/i

/** "bustling", "snowy", "magical": a word that only says how the next is; a colour is asked for. */
const isOnlyQuality = ({ text, end }: Word, next: Word | undefined): boolean =>
  !colours.test(text) &&
  next !== undefined &&
  next.start === end + 1 &&
  !small.test(next.text) &&
  /(?:ing|ed|y|al|ic|ous|ful|ive|less|ish|able|ible|ent|ant|ern|ian|ary|some|est|en|ate|ute|ile|id|ct)$/i.test(
    text,
  )

/** Lost words that stand side by side are one wish, with what they describe: `a red` + `lantern`. */
const phrasesOf = (text: string, lost: readonly Word[]): readonly Unread[] => {
  const runs: Word[][] = []
  for (const word of lost) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && /^\s$/.test(text.slice(last.end, word.start))) run.push(word)
    else runs.push([word])
  }
  return runs.flatMap((run): Unread[] => {
    const [first] = run
    const last = run.at(-1)
    if (!(first && last)) return []
    // "a cobblestone street": what it describes is part of the wish.
    const next = /^ ([\p{L}-]{3,})/u.exec(text.slice(last.end))
    const isOfNext =
      next?.[1] !== undefined &&
      !/^(?:and|or|but|yet|so|while|when|in|on|at|with|from|of)$/i.test(next[1]) &&
      (colours.test(last.text) || next[1] === 'lights' || !(small.test(next[1]) || isDeed(next[1])))
    const said = `${text.slice(first.start, last.end)}${isOfNext ? next[0] : ''}`.toLowerCase()
    return [{ text: said, words: [said, ...otherNumber(said)] }]
  })
}
