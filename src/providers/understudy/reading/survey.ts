import type { Phrase, Sight } from './phrases.ts'
import { isNominal, isSeen, mostThemeWords, ofFilm, phrasesIn, withoutJoiner } from './phrases.ts'
import { subjectOfFilm } from './preamble.ts'
import type { Reading } from './read-concept.ts'

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
    ? (versesIn(reading) ??
      statedIn(reading, phrases) ??
      instructedIn(reading, phrases) ??
      namedIn(reading, phrases))
    : namedIn(reading, phrases)
  return found !== null && found.sights.length >= 2 ? found : null
}

/** A poem is said line by line, as it is written. */
const versesIn = ({ text, sentences }: Reading): Survey | null => {
  if (!poem.test(sentences[0] ?? '')) return null
  const body = text.replace(poem, (label) => ' '.repeat(label.length))
  const verses = [...body.matchAll(/[^.!?;\n]+[.!?;…]*/gu)].flatMap(
    ({ 0: said, index }): Sight[] => {
      const text = said.trim()
      const start = index + said.length - said.trimStart().length
      return /\p{L}/u.test(text) ? [{ text, start, end: start + text.length }] : []
    },
  )
  return { kind: 'said', whole: '', sights: verses }
}

const poem =
  /^\s*(?:an?\s+|the\s+|my\s+)?(?:(?:short|little|love)\s+)?(?:poem|haiku|verses?|rhyme|limerick|sonnet|nursery rhyme|song lyrics|lyrics)\s*:\s*/i

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
    /\b(?:how[- ]to|recipe|tutorial|guide|instructions?|steps?|diy)\b/i.test(
      reading.sentences[0] ?? '',
    ) || steps.length >= 4
  return isTaught && steps.length >= 3 ? { kind: 'done', whole, sights: steps } : null
}

const kindOnly =
  /^(?:(?:an?|the|my|our|easy|quick|simple)\s+)*(?:recipe|tutorial|how[- ]to|guide|instructions?|diy|steps?)$/i

/** Phrases that begin something, each with those behind it that do not: "mix flour", "milk and eggs". */
const withRest = (
  phrases: readonly Phrase[],
  isBegun: (phrase: Phrase) => boolean,
  { text }: Reading,
): readonly Sight[] => {
  const all: Sight[] = []
  for (const phrase of phrases) {
    const last = all.at(-1)
    const isOver = /[.!?\n:]/u.test(text.slice(last?.end ?? 0, phrase.start))
    if (isBegun(phrase)) all.push({ text: phrase.text, start: phrase.start, end: phrase.end })
    else if (last && !isOver)
      all[all.length - 1] = { ...last, text: text.slice(last.start, phrase.end), end: phrase.end }
  }
  return all
}

/** Most words of something that is named; what has more is a sentence. */
const mostWords = 8

/** In a language whose verbs are not known a longer phrase may be a sentence. */
const mostForeignWords = 5

const namedIn = (reading: Reading, phrases: readonly Phrase[]): Survey | null => {
  const [start] = phrases
  const head = phrases.find(({ isHead }) => isHead)
  const listed = phrases
    .filter(({ isHead }) => !isHead)
    .map((phrase, index) => withoutJoiner(head || index > 0 ? phrase : withoutKind(phrase)))
    .flatMap((phrase, index, all) =>
      index > 0 && index === all.length - 1 ? lastTwo(phrase) : [phrase],
    )
  if (!start || !isListing(reading, phrases, listed)) return null
  const whole = head ? subjectOfFilm(head.text) : ''
  const sights = listed
    .filter((phrase) => isSeen(reading, phrase, head !== undefined))
    .map(({ text, start: from, end }) => ({ text, start: from, end }))
  const isLabelled = head !== undefined || nameWith.test(sights[0]?.text ?? '')
  if (sights.length < (isLabelled ? 2 : 3)) return null
  return { kind: 'seen', ...(whole === '' ? withoutLabel(sights) : { whole, sights }) }
}

/** ": a beach, a market and a castle": the last two of a list, each with an article of its own. */
const lastTwo = (phrase: Phrase): readonly Phrase[] => {
  const [, first = '', second = ''] =
    /^(.*\S)\s+and\s+((?:an?|the)\s.*)$/u.exec(phrase.isListed ? phrase.text : '') ?? []
  return first === ''
    ? [phrase]
    : [
        { ...phrase, text: first, end: phrase.start + first.length },
        { ...phrase, text: second, start: phrase.end - second.length },
      ]
}

/** Whether a text lists things: behind its label, or with nobody in it who could have a story. */
const isListing = (
  reading: Reading,
  phrases: readonly Phrase[],
  listed: readonly Phrase[],
): boolean => {
  const at = phrases.findIndex(({ isHead }) => isHead)
  const [head] = phrases
  // "Two friends argue: Sara and Ben" tells what they do.
  if (at > 0 || (at === 0 && head && !isNominal(reading, head, mostThemeWords))) return false
  const isPeopled = reading.cast.some(
    ({ kind, name }) => kind === 'person' || (kind === 'animal' && name !== null),
  )
  if (at < 0 && isPeopled) return false
  // Sentences of a language nobody here can read are a story as likely as a list.
  if (at < 0 && !reading.isEnglish && reading.sentences.length > 1) return false
  const most = reading.isEnglish ? mostWords : mostForeignWords
  return listed.every((phrase) => isNominal(reading, phrase, most))
}

/** "A calm video of rain on a window": the rain on the window. */
const withoutKind = (phrase: Phrase): Phrase => {
  const bare = subjectOfFilm(phrase.text)
  return { ...phrase, text: bare, start: phrase.end - bare.length }
}

const properName = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*`
const nameWith = new RegExp(String.raw`^((?:[\p{L}]+\s+){0,4}${properName})\s+with\s+`, 'u')
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
  return isOfName.test(first.text) || /^(?:my|our)\s/i.test(first.text)
    ? { whole: first.text, sights: others }
    : { whole: '', sights }
}
