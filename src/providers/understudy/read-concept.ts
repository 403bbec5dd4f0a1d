import { cleanConcept, isEnglish, sentencesOf } from './clean-concept.ts'
import { described } from './described.ts'
import { foreignMentions, isOldIn } from './foreign-words.ts'
import type { Lexicon, Mention } from './lexicon.ts'
import { otherThings } from './made-things.ts'
import type { Negation } from './negations.ts'
import { readNegations, withoutNegations } from './negations.ts'
import { groupNouns, personNouns } from './people.ts'
import type { CastEntry, CastMention } from './read-cast.ts'
import { readCast } from './read-cast.ts'
import type { Clause } from './read-clauses.ts'
import { readClauses } from './read-clauses.ts'
import type { Subject } from './read-subject.ts'
import { readSubject } from './read-subject.ts'
import type { ListedScene } from './scene-list.ts'
import { readSceneList } from './scene-list.ts'
import { drawnActions, verbForm } from './verbs.ts'
import { animals, kindOfAnimal, moods, objects, places, times, weathers } from './vocabulary.ts'

/** Something many people do. */
interface CrowdDeed {
  /** As written: `the villagers cheer`. */
  readonly text: string
  /** Drawn action. */
  readonly action: string
}

/** What a concept says, taken apart. */
export interface Reading {
  /** Cleaned, with ruled-out spans blanked. */
  readonly text: string
  readonly sentences: readonly string[]
  readonly isEnglish: boolean
  readonly subject: Subject
  readonly scenes: readonly ListedScene[]
  readonly cast: readonly CastEntry[]
  readonly castMentions: readonly CastMention[]
  readonly hasCrowd: boolean
  /** What the crowd does: `the villagers cheer`; null when it does nothing of its own. */
  readonly crowdDeed: CrowdDeed | null
  readonly clauses: readonly Clause[]
  /** Vocabulary words in the order of the text, each once. */
  readonly places: readonly Mention[]
  readonly times: readonly Mention[]
  readonly weathers: readonly Mention[]
  readonly moods: readonly Mention[]
  readonly objects: readonly Mention[]
  /** Things by their word, as the client describes them: `bicycle` → `red bicycle`. */
  readonly described: ReadonlyMap<string, string>
  readonly negations: readonly Negation[]
}

/** Take a concept apart. Any text gives a reading; an empty one gives one without wishes. */
export const readConcept = (concept: string): Reading => {
  const cleaned = cleanConcept(concept)
  const sentences = sentencesOf(cleaned)
  const kept = sentences.join('\n')
  const scenes = readSceneList(kept)
  const ruledOut = readNegations(kept)
  const text = withoutNegations(kept, ruledOut)
  // What one listed scene or the last shot does without is not ruled out for the film; after the last scene it may be.
  const negations = ruledOut.filter(
    ({ start, end }) =>
      !ofOneShot.test(kept.slice(end)) &&
      !scenes.slice(0, -1).some((scene) => start >= scene.start && start < scene.end),
  )
  const english = isEnglish(kept)
  const foreign = english ? [] : foreignMentions(text)
  const action = withoutQuotes(text)
  const people = readCast(action)
  const banned = new Set(negations.flatMap(({ words }) => words))
  const cast = [...people.cast, ...foreignCast(text, foreign, people.cast.length)]
    .filter(({ what }) => !banned.has(what) && !(banned.has('person') && isHuman(what)))
    .slice(0, 5)
  const ids = new Set(cast.map(({ id }) => id))
  const castMentions = [...people.mentions, ...foreignMentionsOf(cast, people.cast.length)].flatMap(
    (mention) => {
      const left = mention.ids.filter((id) => ids.has(id))
      return left.length > 0 ? [{ ...mention, ids: left }] : []
    },
  )
  const clauses = english ? readClauses(action, castMentions) : foreignClauses(text, foreign, cast)
  const words = (list: Lexicon): readonly Mention[] => uniqueMentions(list, text, foreign, banned)
  return {
    text,
    sentences,
    isEnglish: english,
    subject: readSubject(text),
    scenes,
    cast,
    castMentions,
    hasCrowd: people.hasCrowd && !banned.has('crowd'),
    crowdDeed: people.hasCrowd && !banned.has('crowd') ? crowdDeedIn(action) : null,
    clauses,
    places: words(places),
    times: words(times),
    weathers: words(weathers),
    moods: words(moods),
    objects: words(objects).filter(
      ({ start }) => !clauses.some((clause) => clause.start === start),
    ),
    described: describedThings(text),
    negations,
  }
}

const crowdDeedIn = (text: string): CrowdDeed | null =>
  groupNouns
    .find(text)
    .filter(({ word }) => word === 'crowd')
    .flatMap((mention): CrowdDeed[] => {
      const next = /^\s+(?:are\s+|is\s+)?(\p{L}+)/u.exec(text.slice(mention.end))
      const form = verbForm(next?.[1] ?? '')
      if (!next || !form || form.action === '' || form.shape === 'past') return []
      return [{ text: `the ${mention.text.toLowerCase()}${next[0]}`, action: form.action }]
    })[0] ?? null

const ofOneShot =
  /^\s+in the (?:first|last|final|opening|closing|second|third)\s+(?:shot|scene|picture|image)/i

const describedThings = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...otherThings.find(text), ...objects.find(text)]
      .toReversed()
      .map((mention) => [mention.word, described(text, mention)] as const)
      .toSorted(([, a], [, b]) => a.split(' ').length - b.split(' ').length),
  )

/** In other languages a verb is taken to be what the one named last before it does, else the first named. */
const foreignClauses = (
  text: string,
  foreign: readonly Mention[],
  cast: readonly CastEntry[],
): readonly Clause[] =>
  foreign
    .filter(({ word }) => drawnActions.has(word))
    .flatMap((mention): Clause[] => {
      const people = cast.filter(({ kind }) => kind === 'person')
      const actor = people.findLast(({ start }) => start < mention.start) ?? people[0] ?? cast[0]
      if (!actor) return []
      const { word, end } = mention
      const start = sentenceStart(text, mention.start)
      const common = { action: word, verb: word, phrase: word, rest: '', isPronoun: false }
      return [{ ...common, castIds: [actor.id], start, end }]
    })

const sentenceStart = (text: string, at: number): number =>
  Math.max(
    ...['。', '！', '？', '.', '!', '?', '؟', '\n'].map((end) => text.lastIndexOf(end, at - 1)),
  ) + 1

/** What somebody says is not what is seen; positions stay. */
const withoutQuotes = (text: string): string =>
  text.replace(/["“][^"”\n]*\s[^"”\n]*["”]/gu, (quote) => ' '.repeat(quote.length))

const isHuman = (what: string): boolean => ['woman', 'man', 'girl', 'boy', 'person'].includes(what)

const uniqueMentions = (
  list: Lexicon,
  text: string,
  foreign: readonly Mention[],
  banned: ReadonlySet<string>,
): readonly Mention[] => {
  const seen = new Set<string>()
  return [...list.find(text), ...foreign.filter(({ word }) => list.words.includes(word))]
    .toSorted((a, b) => a.start - b.start)
    .filter(({ word }) => {
      if (seen.has(word) || banned.has(word)) return false
      seen.add(word)
      return true
    })
}

/** Where the cast that was named in another language stands. */
const foreignMentionsOf = (cast: readonly CastEntry[], known: number): readonly CastMention[] =>
  cast.slice(known).map(({ id, noun, start }) => ({
    ids: [id],
    start,
    end: start + noun.length,
    isPronoun: false,
  }))

const foreignCast = (
  text: string,
  foreign: readonly Mention[],
  known: number,
): readonly CastEntry[] => {
  const seen = new Set<string>()
  return foreign
    .filter(({ word }) => animals.words.includes(word) || isFigure(word))
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .map((mention, index) => ({
      id: `c${known + index + 1}`,
      what: mention.word,
      kind: kindOf(mention.word),
      noun: mention.text,
      traits: isOldIn(text, mention) ? ['old'] : [],
      // Called as the client calls them: no English article stands before a foreign noun.
      name: mention.text,
      gender: genderOf(mention.word),
      wears: '',
      start: mention.start,
    }))
}

const isFigure = (word: string): boolean => personNouns.words.includes(word)

const kindOf = (word: string): CastEntry['kind'] => {
  if (isFigure(word)) return 'person'
  return kindOfAnimal(word)
}

const genderOf = (word: string): CastEntry['gender'] => {
  if (word === 'woman' || word === 'girl') return 'female'
  return word === 'man' || word === 'boy' ? 'male' : 'unknown'
}
