import { verbForm } from '../words/verbs.ts'
import { animals, objects, places, times, weathers } from '../words/vocabulary.ts'

/** Something the client does not want. */
export interface Negation {
  /** Words of the vocabulary, or the client's own: `person`, `text`. */
  readonly words: readonly string[]
  /** As written: `people`. */
  readonly text: string
  /** Where it stands; nowhere, from 0 to 0, where it goes without saying. */
  readonly start: number
  readonly end: number
}

/** What follows one of these, or begins with an article or an owner behind a comma, is wanted again. */
const wanted = 'only|just|but|instead|rather|simply|merely|except|apart'
const determined = `(?:(?:an?|the|his|her|their|its|our|my|this|that|these|those|he|she|it|they|we|there)\\b)`
const item = String.raw`(?!(?:and|or|nor|without|never|avoid|with|${wanted})\b)[\p{L}'-]+(?: (?!(?:and|or|nor|${wanted}|in|on|at|of|from|to|with|without|is|are|please|anywhere|whatsoever)\b)[\p{L}'-]+)?`
const list = `${item}(?:(?:, (?:and |or )?(?:no )?|,? (?:and|or|nor) (?:no )?)(?!${determined})${item})*`
const falls = 'rain|snow|storm|thunder|hail|wind|fog|mist|night|dark|dusk|evening|cloud'
const starts = String.raw`\b(?:(?:with\s+|there\s+(?:is|are|must be|should be)\s+)?no|without(?: any)?|avoid(?:ing)?|never any|never (?:show|see|use|include)|(?:do not|don't|must not|must never|should not|should never|please don't) (?:show|see|use|include|have|add|feature|contain)(?: any)?|free of|(?:it\s+)?(?:(?:must|should|may|can|shall|does|do|is)(?:\s+(?:never|not)|n't)|never)\s+(?:be\s+|get\s+|become\s+)?(?=(?:${falls})(?:s|y|ing|ed|ness)?\b))\s*(?<=\s)`
const negated = new RegExp(`${starts}(${list})`, 'giu')

/** Phrases that begin like a negation and are none. */
const harmless =
  /^(?:one|longer|more|matter|doubt|need|time|idea|reason|words?\b(?=.{0,20}\bneeded)|hurry|rush|knowing|end|saying|looking|asking|warning|a\b|the\b|his\b|her\b|their\b)/i

/** Nobody besides those the story is about. */
const crowdWords = ['crowd', 'people']

const synonyms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:other people|passers-by|bystanders|extras|crowds?|strangers)$/i, crowdWords],
  [/^(?:adult )?(?:man|men|males?|gentlem[ae]n|guys?)$/i, ['man']],
  [/^(?:adult )?(?:woman|women|females?|lad(?:y|ies))$/i, ['woman']],
  [/^girls?$/i, ['girl']],
  [/^boys?$/i, ['boy']],
  [/^dark(?:ness)?$/i, ['night']],
  [
    /^(?:people|person|persons|humans?|faces?|characters?|anyone|actors?)$/i,
    ['person', 'woman', 'man', 'girl', 'boy', 'crowd', 'people', 'child'],
  ],
  [
    /^(?:text|titles?|writing|words|letters|logos?|lettering|typography|captions?|subtitles?|credits|title cards?|end cards?|lower thirds?|on-screen text|overlays?)$/i,
    ['text'],
  ],
  [
    /^(?:animals?|creatures?|pets?|wildlife)$/i,
    [
      ...new Set([
        'animal',
        'bird',
        'dog',
        'cat',
        'horse',
        'fox',
        'deer',
        'fish',
        ...animals.words,
      ]),
    ],
  ],
  [/^(?:children|kids)$/i, ['girl', 'boy', 'child']],
  [
    /^(?:narration|narrator|voice-?over|voice|speech|dialogue|dialog|talking|spoken words)$/i,
    ['narration'],
  ],
  [/^(?:music|soundtrack)$/i, ['music']],
  [/^(?:cars?|vehicles?|traffic|automobiles?)$/i, ['car', 'vehicle', 'traffic']],
  [/^birds?$/i, ['bird', 'birds']],
  [/^(?:violence|blood|gore|weapons?|guns?)$/i, ['weapon', 'blood']],
]

/** What a text rules out. */
export const readNegations = (text: string): readonly Negation[] =>
  [...text.matchAll(negated)].flatMap((match) => {
    const all = endedByClause(match[1] ?? '', text.slice(match.index + match[0].length))
    const said = endedByWish(all)
    if (harmless.test(said) || isUndone(match[0], said)) return []
    const parts = said
      .split(joiner)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const end = match.index + match[0].length - (match[1] ?? '').length + said.length
    const isBehind = /^\s+in the (?:background|distance)/i.test(text.slice(end))
    return parts.map((part) => ({
      words: isBehind && wordsFor(part).includes('person') ? crowdWords : wordsFor(part),
      text: isBehind ? `${part.toLowerCase()} in the background` : plainly(part),
      start: match.index,
      end,
    }))
  })

const joiner = /,\s*(?:and |or |nor )?(?:no )?|\s+(?:and|or|nor)\s+(?:no )?/iu

/** "No people, gulls cry over the sea": where something is done behind a comma, the list is over before it. */
const endedByClause = (said: string, behind: string): string => {
  const at = said.lastIndexOf(',')
  const last = said.slice(at + 1).trim()
  if (at < 0 || /^(?:and|or|nor|no)\s/i.test(last)) return said
  const [next = ''] = /^\s+\p{L}+/u.exec(behind) ?? []
  const [first = '', verb = next.trim(), ...more] = last.split(/\s+/)
  const shape = verbForm(verb)?.shape
  const agrees = /s$/i.test(first) ? shape === 'base' : shape === 'third'
  const isDone = more.length === 0 && (agrees || shape === 'gerund')
  return isDone ? said.slice(0, at) : said
}

/**
 * "No people, no cars, rain, dusk": where each has its own "no", what has none is wanted, and so are a weather and an
 * hour behind other things, "no people, fog". Joined by "or" all of them are ruled out: "no people, cars or rain".
 */
const endedByWish = (said: string): string => {
  const parts = said.split(/,\s*/)
  const last = parts.at(-1) ?? ''
  const hasOwn = parts.slice(1).some((part) => ownNo.test(part))
  if (/(?:^|\s)(?:or|nor)\s/i.test(last) || (!hasOwn && /(?:^|\s)and\s/i.test(last))) return said
  const isWanted = (part: string): boolean =>
    hasOwn ? !(ownNo.test(part) || /^and\s/i.test(part)) : isSky(part) && !isSky(parts[0] ?? '')
  const at = parts.findIndex((part, index) => index > 0 && isWanted(part))
  return at < 0 ? said : parts.slice(0, at).join(', ')
}

const ownNo = /^(?:and\s|or\s|nor\s)?no\s/i

const isSky = (part: string): boolean =>
  [weathers, times].some((list) => list.find(part).length > 0)

/** "without stopping": how something is done, and nothing that could be seen and left away. */
const isUndone = (whole: string, said: string): boolean =>
  /^without\b/i.test(whole) &&
  /^(?!(?:any|every|some)thing|king|ring|string|lightning|lighting|building|ceiling|clothing)\p{L}{3,}ing(?!\p{L})/iu.test(
    said,
  ) &&
  wordsFor(said).join() === said.toLowerCase()

/** `rains` and `raining` as `rain`, everything else as written. */
const plainly = (part: string): string =>
  /^(?:rain|snow)(?:s|ing|y)$/i.test(part) ? (wordsFor(part)[0] ?? part) : part.toLowerCase()

const wordsFor = (part: string): readonly string[] => {
  const rule = synonyms.find(([pattern]) => pattern.test(part))
  if (rule) return rule[1]
  const found = [animals, objects, weathers, times, places].flatMap((words) => words.find(part))
  const unique = [...new Set(found.map(({ word }) => word))]
  return unique.length > 0 ? unique : [part.toLowerCase()]
}

/** The text with ruled-out spans blanked, so that nothing in them is taken for a wish; positions stay. */
export const withoutNegations = (text: string, negations: readonly Negation[]): string =>
  negations.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    text,
  )
