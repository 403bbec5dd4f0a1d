import type { Lexicon } from './lexicon.ts'
import { madeThings, otherThings } from './made-things.ts'
import { groupNouns, personNouns } from './people.ts'
import { subjectOfFilm } from './preamble.ts'
import type { Reading } from './read-concept.ts'
import { directive } from './tellable.ts'
import { verbForm } from './verbs.ts'
import { animals, objects, places, times, weathers } from './vocabulary.ts'

/** One of the things a concept lists, as the client wrote it: `black beaches`. */
export interface Sight {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A concept that tells no story but names what is to be seen, done or said, one thing after the other. */
export interface Survey {
  /** What the list is of, `Iceland`; empty where the concept begins with the list itself. */
  readonly whole: string
  /**
   * `seen`: things that are named. `done`: steps of an instruction. `said`: what a company says of itself.
   */
  readonly kind: 'seen' | 'done' | 'said'
  /** At least two, in the order of the concept. */
  readonly sights: readonly Sight[]
}

/** The list a concept consists of; null where it tells a story, or names one thing only. */
export const surveyOf = (reading: Reading): Survey | null => {
  if (reading.scenes.length > 0 || reading.subject.occasion !== '') return null
  if (reading.subject.genre === 'podcast') return null
  const phrases = phrasesIn(reading.text)
  const found = reading.isEnglish
    ? (versesIn(reading) ?? statedIn(reading, phrases) ?? instructedIn(reading, phrases) ?? namedIn(reading, phrases))
    : namedIn(reading, phrases)
  return found !== null && found.sights.length >= 2 ? found : null
}

interface Phrase extends Sight {
  /** Stands before a colon. */
  readonly isHead: boolean
  /** Stands behind one. */
  readonly isListed: boolean
}

const borders = /[.!?;:,\n。！？؟；：،、，•·–—]+|\s(?:and then|then)\s/gu

/** A poem is said line by line, as it is written. */
const versesIn = ({ text, sentences }: Reading): Survey | null => {
  if (!poem.test(sentences[0] ?? '')) return null
  const body = text.replace(poem, (label) => ' '.repeat(label.length))
  const verses = [...body.matchAll(/[^.!?;\n]+[.!?;…]*/gu)].flatMap(({ 0: said, index }): Sight[] => {
    const text = said.trim()
    const start = index + said.length - said.trimStart().length
    return /\p{L}/u.test(text) ? [{ text, start, end: start + text.length }] : []
  })
  return { kind: 'said', whole: '', sights: verses }
}

const poem =
  /^\s*(?:an?\s+|the\s+|my\s+)?(?:(?:short|little|love)\s+)?(?:poem|haiku|verses?|rhyme|limerick|sonnet|nursery rhyme|song lyrics|lyrics)\s*:\s*/i

/** What stands between two marks. */
const phrasesIn = (text: string): readonly Phrase[] => {
  const marks = [...text.matchAll(borders)].filter(
    // "10.30", "3,000": marks within a number.
    ({ index, 0: mark }) => !/^\d.\d/u.test(text.slice(index - 1, index + mark.length + 1)),
  )
  const from = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)]
  const to = [...marks.map(({ index }) => index), text.length]
  const colon = marks.findIndex(({ 0: mark }) => /[:：]/u.test(mark))
  return from.flatMap((start, index): Phrase[] => {
    const end = to[index] ?? text.length
    const said = text.slice(start, end)
    const lead = said.length - said.trimStart().length
    const bare = said.trim()
    if (!/[\p{L}\p{N}]/u.test(bare)) return []
    const at = start + lead
    return [
      {
        ...{ text: bare, start: at, end: at + bare.length },
        isHead: index === colon && colon >= 0,
        isListed: colon >= 0 && index > colon,
      },
    ]
  })
}

const joiner = /^(?:and|or|but|as well as|plus|with|und|et|y|e|en|i|och|og|ja|ve|и)\s+/iu

/** "mornings and evenings" stays whole; the last of a list loses its "and". */
const withoutJoiner = ({ text, start, end, ...more }: Phrase): Phrase => {
  const [joint = ''] = joiner.exec(text) ?? []
  return { ...more, text: text.slice(joint.length), start: start + joint.length, end }
}

const own = /^(?:we|our|i|my)\s+(?:\p{L}+\s+){0,3}?(?:\p{L}+)/iu
const wished =
  /^(?:we|i)\s*(?:'d|would|want|need|wish|hope|love to|am looking|are looking|can|should|see|open|start|end|cut)\b/i

/** "We build tools for hospitals, our values are …": a company that speaks of itself. */
const statedIn = (reading: Reading, phrases: readonly Phrase[]): Survey | null => {
  const isOwn = ({ text }: Phrase): boolean =>
    own.test(text) && !wished.test(text) && text.split(/\s+/).length > 2
  const said = withRest(phrases.filter(({ isHead }) => !isHead).map(withoutJoiner), isOwn, reading)
  const head = phrases.find(({ isHead }) => isHead)
  const isFilmOf = said.length >= 2 && phrases.filter(isOwn).length >= 2
  return isFilmOf ? { kind: 'said', whole: subjectOfFilm(head?.text ?? ''), sights: said } : null
}

/** A step of an instruction begins so: `mix`, `then heat`. */
export const doing: RegExp =
  /^(?:(?:first|then|next|now|finally|lastly|carefully|gently|slowly|after that)\s+)?(mix|heat|pour|flip|serve|add|stir|whisk|fold|cut|slice|chop|bake|boil|fry|knead|roll|spread|sprinkle|season|taste|press|plug|turn|open|close|click|choose|pick|select|wash|dry|rinse|paint|sand|glue|screw|drill|measure|mark|place|put|take|remove|let|leave|wait|cover|repeat|enjoy|fill|shake|drain|plant|dig|water|tie|wrap|grind|brew|beat|melt|set|preheat|whip|peel|crush|toss|steam|rest|cool|warm|attach|insert|connect|switch|hold|lift|pull|push|loosen|tighten|check|clean|draw|sew|write|crack|combine|garnish|squeeze|grate|bring|gather|prepare|top|decorate|simmer|blend|strain|dissolve|dip|soak|sift|layer|stack|arrange|iron|sweep|scrub|unscrew|trim|sharpen)(?=\s|$)/iu

/** "Mix flour and milk, heat the pan, …": steps of an instruction. */
const instructedIn = (reading: Reading, phrases: readonly Phrase[]): Survey | null => {
  if (reading.clauses.some(({ verb, castIds }) => verb !== '' && castIds.length > 0)) return null
  const steps = withRest(
    phrases.map(withoutJoiner),
    ({ text, isHead }) => !isHead && doing.test(text) && !ofFilm.test(text),
    reading,
  )
  const head = phrases.find(({ isHead }) => isHead)?.text ?? ''
  const whole = kindOnly.test(head)
    ? (phrases.find(({ isListed, text }) => isListed && !doing.test(text))?.text ?? head)
    : head
  const isTaught =
    /\b(?:how[- ]to|recipe|tutorial|guide|instructions?|steps?|diy)\b/i.test(reading.sentences[0] ?? '') ||
    steps.length >= 4
  return isTaught && steps.length >= 3 ? { kind: 'done', whole, sights: steps } : null
}

const ofFilm = /\b(?:film|video|camera|shots?|scenes?|music|narrat\w+|voice-?over|style)\b/i

const kindOnly = /^(?:(?:an?|the|my|our|easy|quick|simple)\s+)*(?:recipe|tutorial|how[- ]to|guide|instructions?|diy|steps?)$/i

/** Phrases that begin something, each with those behind it that do not: "mix flour", "milk and eggs". */
const withRest = (
  phrases: readonly Phrase[],
  isBegun: (phrase: Phrase) => boolean,
  { text }: Reading,
): readonly Sight[] =>
  phrases.reduce<readonly Sight[]>((all, phrase) => {
    const last = all.at(-1)
    if (isBegun(phrase)) return [...all, phrase]
    const isOver = /[.!?\n:]/u.test(text.slice(last?.end ?? 0, phrase.start))
    if (!last || isOver) return all
    return [
      ...all.slice(0, -1),
      { text: text.slice(last.start, phrase.end), start: last.start, end: phrase.end },
    ]
  }, [])

/** Most words of something that is named; what has more is a sentence. */
const mostWords = 8

/** In a language whose verbs are not known a longer phrase may be a sentence. */
const mostForeignWords = 5

const namedIn = (reading: Reading, phrases: readonly Phrase[]): Survey | null => {
  const head = phrases.find(({ isHead }) => isHead)
  const isLabelled = head !== undefined && phrases.indexOf(head) === 0
  if (head !== undefined && !isLabelled) return null
  // "Two friends argue: Sara and Ben" tells what they do.
  if (head && !isNominal(reading, head, mostThemeWords)) return null
  const people = reading.cast.filter(
    ({ kind, name }) => kind === 'person' || (kind === 'animal' && name !== null),
  )
  if (!isLabelled && people.length > 0) return null
  const listed = phrases.filter(({ isHead }) => !isHead).map(withoutJoiner)
  const most = reading.isEnglish ? mostWords : mostForeignWords
  if (!listed.every((phrase) => isNominal(reading, phrase, most))) return null
  // Sentences of a language nobody here can read are a story as likely as a list.
  if (!(reading.isEnglish || isLabelled) && reading.sentences.length > 1) return null
  const [first, ...others] = listed
  if (!first) return null
  const bare = subjectOfFilm(first.text)
  const named = [
    isLabelled ? first : { ...first, text: bare, start: first.end - bare.length },
    ...others,
  ]
  const sights = named
    .filter((phrase) => isSeen(reading, phrase, isLabelled))
    .map(({ text, start, end }) => ({ text, start, end }))
  if (sights.length < (isLabelled ? 2 : 3)) return null
  return isLabelled
    ? { kind: 'seen', whole: subjectOfFilm(head.text), sights }
    : { kind: 'seen', ...withoutLabel(sights) }
}

const properName = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*`
const nameWith = new RegExp(String.raw`^(${properName})\s+with\s+`, 'u')
const isOfName = new RegExp(String.raw`\s${properName}`, 'u')

/** "Morning in Lisbon. Trams, rooftops": a list without a label is of what it names first, where that has a name. */
const withoutLabel = (sights: readonly Sight[]): Pick<Survey, 'whole' | 'sights'> => {
  const [first, ...others] = sights
  if (!first) return { whole: '', sights }
  const [lead = '', whole = ''] = nameWith.exec(first.text) ?? []
  if (lead !== '') {
    const rest = first.text.slice(lead.length)
    return { whole, sights: [{ ...first, text: rest, start: first.end - rest.length }, ...others] }
  }
  return isOfName.test(first.text) ? { whole: first.text, sights: others } : { whole: '', sights }
}

/**
 * What a film is about whose concept only names it, `The life of bees`: the label of a list or the one thing that is
 * named; empty for a story.
 */
export const themeOf = (reading: Reading): string => {
  const survey = surveyOf(reading)
  if (survey) return survey.whole
  const [first, ...others] = phrasesIn(reading.text).filter(({ text }) => !directive.test(subjectOfFilm(text)))
  if (!first || reading.scenes.length > 0 || reading.subject.occasion !== '') return ''
  const whole = sentenceNamed(reading, [first, ...others])
  if (whole !== '') return whole
  const isOnly = others.every(({ text }) => !isSeen(reading, { ...first, text }, false))
  const bare = subjectOfFilm(first.text)
  const isNamed = isNominal(reading, { ...first, text: bare }, mostThemeWords)
  return isOnly && isNamed ? bare : ''
}

/** "A girl, her dog and a red kite on the beach": one sentence of things that are named, without what is said of the style. */
const sentenceNamed = (reading: Reading, phrases: readonly Phrase[]): string => {
  const isOne = reading.sentences.length === 1 && phrases.length > 1
  if (!isOne || !reading.isEnglish || phrases.some(({ isHead }) => isHead)) return ''
  const named = phrases.map(withoutJoiner)
  const last = named.findLast((phrase) => isSeen(reading, phrase, false))
  if (!last || !named.every((phrase) => isNominal(reading, phrase, mostThemeWords))) return ''
  const words = subjectOfFilm(reading.text.slice(phrases[0]?.start ?? 0, last.end))
  return words.split(/\s+/).length <= mostThemeWords ? words : ''
}

/** A theme is longer than a thing in a list: `Morning routine of a busy mum with two kids`. */
const mostThemeWords = 14

/** Words that only a sentence has. */
const ofSentence = {
  english:
    /(?:^|\s)(?:he|she|it|they|we|i|you|there|who|which|that|this|someone|somebody|everyone|nobody|is|are|was|were|has|have|had|can|will|would|should|must|does|do|did)(?=\s|$)/iu,
  other:
    /(?:^|\s)(?:er|sie|es|ils?|elles?|él|ellos|ellas|lui|lei|ele|ela|ist|sind|hat|haben|wird|est|sont|fait|está|están|è|é|são|estão|zijn|heeft|jest|są|är)(?=\s|$)/iu,
} as const

/** Whether a phrase names something and says nothing of it. */
const isNominal = (
  reading: Reading,
  { text, start, end, isListed }: Phrase,
  most = mostWords,
): boolean => {
  const words = text.split(/\s+/)
  if (words.length > most || [...text].length > most * 9) return false
  if (ofSentence[reading.isEnglish ? 'english' : 'other'].test(text)) return false
  const isDone = reading.clauses.some(
    (clause) =>
      clause.verb !== '' &&
      // "autumn leaves" in a list are leaves.
      !(isListed && clause.castIds.length === 0) &&
      clause.start >= start &&
      clause.start < end &&
      !/^\p{L}+ing(?!\p{L})/iu.test(reading.text.slice(clause.start)),
  )
  return !isDone && !(reading.isEnglish && isClause(words))
}

/** "a door slams", "waves crash": an article and a verb behind its noun, or a plural and its verb. */
const isClause = (words: readonly string[]): boolean => {
  const [first = ''] = words
  const isOne = /^(?:an?|the|his|her|their|its|one|every|each)$/i.test(first)
  const shapes = words.map((word) => verbForm(word)?.shape)
  if (isOne) return shapes.slice(2).some((shape) => shape === 'third')
  const isMany = /(?:[^s]s|^(?:children|people|men|women))$/i.test(first)
  return isMany && shapes[1] === 'base'
}

const manner =
  /^(?:(?:very|really|slow|calm|quiet|gentle|soft|warm|cold|cinematic|realistic|dreamy|moody|epic|funny|happy|sad|bright|dark|fast|upbeat|4k|hd|8k|no|without|not|all|shot|filmed|in the style|style|mood|tone|black and white|close-?ups?|wide|drone|slow[- ]motion|time-?lapse)(?:\s|$))+/iu

const seen: readonly Lexicon[] = [
  places,
  animals,
  objects,
  madeThings,
  otherThings,
  personNouns,
  groupNouns,
  weathers,
  times,
]

/** Whether a phrase names something to be seen, and not how the film is to feel. */
const isSeen = (reading: Reading, phrase: Phrase, isLabelled: boolean): boolean => {
  const { text } = phrase
  if (directive.test(text)) return false
  const rest = text.replace(manner, '').trim()
  if (rest === '') return false
  if (!reading.isEnglish) return true
  const isKnown = seen.some((list) => list.find(rest).length > 0)
  // What is sold is described: "waterproof, light".
  if (isLabelled && reading.subject.genre === 'advert') return true
  const isThing = /\p{L}{3,}s$/u.test(rest) || /\s/.test(rest) || /^\p{Lu}/u.test(rest)
  return isKnown || (isLabelled ? isThing : isThing && !/^\p{L}+ly$/u.test(rest))
}
