import type { CastEntry, CastMention, CastReading } from '../cast/read-cast.ts'
import { readCast } from '../cast/read-cast.ts'
import type { Lexicon, Mention } from '../words/lexicon.ts'
import { otherThings, wornProducts } from '../words/made-things.ts'
import { groupNouns } from '../words/people.ts'
import { stylesIn } from '../words/styles.ts'
import { thirdPerson, verbForm } from '../words/verbs.ts'
import { animals, isAboard, moods, objects, places, times } from '../words/vocabulary.ts'
import { withBygone } from './bygone.ts'
import type { Clause } from './clause.ts'
import { cleanConcept, isEnglish, pictogramsIn, sentencesOf } from './clean-concept.ts'
import { described } from './described.ts'
import { closingWordsIn, isApart, openingWordsIn } from './film-words.ts'
import type { GenrePrefix } from './genre-prefix.ts'
import { genrePrefix } from './genre-prefix.ts'
import type { Negation } from './negations.ts'
import { readNegations, withoutNegations } from './negations.ts'
import { plainTitle, titleInQuotes } from './own-title.ts'
import { inOwnWay } from './own-ways.ts'
import { partsMeant } from './parts-of-places.ts'
import { withQuotes } from './quotes.ts'
import { readClauses } from './read-clauses.ts'
import { foreignCast, foreignClauses, foreignMentionsOf, mentionsIn } from './read-foreign.ts'
import type { Subject } from './read-subject.ts'
import { readSubject, sloganIn } from './read-subject.ts'
import type { Report } from './reports.ts'
import { reportsIn } from './reports.ts'
import type { ListedScene } from './scene-list.ts'
import { readSceneList } from './scene-list.ts'
import { skies } from './sky.ts'
import { withStatements } from './statements.ts'

/** Something many people do. */
interface CrowdDeed {
  /** As written: `the villagers cheer`. */
  readonly text: string
  /** Drawn action. */
  readonly action: string
  /** The client's own verb in the third person: `lifts`. */
  readonly verb: string
}

/** What a concept says, taken apart. */
export interface Reading {
  /** Cleaned, with ruled-out spans blanked. */
  readonly text: string
  /** The film's title as the client gives it; empty for none. */
  readonly title: string
  /** Pictograms of the concept, three at most: `🐶🏖️`. */
  readonly pictograms: string
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
  /** Styles and effects of the whole film: `black and white`. */
  readonly styles: readonly Mention[]
}

/** Take a concept apart. Any text gives a reading; an empty one gives one without wishes. */
export const readConcept = (concept: string): Reading => {
  const sentences = sentencesOf(cleanConcept(concept))
  const kept = sentences.join('\n')
  const scenes = readSceneList(kept)
  const ruledOut = readNegations(kept)
  const named = titleInQuotes(kept)
  const asked = withoutNegations(blanked(kept, named ? [named] : []), ruledOut)
  const subject = readSubject(asked)
  const reports = subject.genre === 'story' ? reportsIn(asked) : []
  const genre = genrePrefix(asked)
  const text = withoutLabels(asked, genre, reports)
  const negations = withBygone(ofTheFilm(ruledOut, kept, scenes), text)
  const english = isEnglish(kept)
  const foreign = english ? [] : mentionsIn(text)
  const action = withoutQuotes(text)
  const people = withoutForeign(readCast(english ? action : withoutPronouns(action)), foreign)
  const banned = new Set(negations.flatMap(({ words }) => words))
  const others = foreignCast(text, foreign, people.cast.length)
  const cast = [...people.cast, ...others]
    .filter((entry) => !(isBanned(banned, entry) || isOnlyTalkedOf(subject, entry)))
    .slice(0, 6)
  const mentions = people.mentions.concat(foreignMentionsOf(cast, people.cast.length))
  const castMentions = mentionsOf(cast, mentions)
  const deeds = english
    ? withQuotes(
        asked,
        subject.genre === 'story' ? castMentions : [],
        reporting(readClauses(blanked(action, reports), castMentions), reports, asked),
      )
    : foreignClauses(text, foreign, cast)
  const isTold = english && scenes.length === 0 && tellsStory(subject, deeds)
  const clauses = isTold ? withStatements(text, deeds, castMentions) : deeds
  const words = (list: Lexicon): readonly Mention[] => uniqueMentions(list, text, foreign, banned)
  const isNoDeed = ({ start }: Mention): boolean => !deeds.some((clause) => clause.start === start)
  return {
    text,
    title: named?.title ?? plainTitle(text),
    pictograms: pictogramsIn(concept),
    sentences: sentences.filter((sentence) => !isFilmWords(sentence, subject)),
    isEnglish: english,
    subject,
    scenes,
    cast,
    castMentions,
    ...crowdOf(people.hasCrowd && !banned.has('crowd'), action),
    clauses: inOwnWay(clauses, cast),
    places: partsMeant(words(places), text).filter(isNoDeed),
    times: words(times),
    weathers: words(skies).filter(isNoDeed),
    moods: [...moodOfGenre(genre), ...words(moods)].filter(isFirstOf),
    objects: words(objects)
      .filter((mention) => isNoDeed(mention) && !isAboard(text, mention))
      .filter(
        ({ start }) =>
          !castMentions.some((mention) => start >= mention.start && start < mention.end),
      ),
    described: describedThings(text),
    negations,
    styles: stylesIn(asked),
  }
}

/** Whether what a text states is told as its story; an advert that says nothing else of its product does so, too. */
const tellsStory = ({ genre, claim, lines }: Subject, deeds: readonly Clause[]): boolean =>
  /story|lesson/.test(genre) ||
  (genre === 'advert' && deeds.length === 0 && claim === '' && lines.length === 0)

/** A greeting that the film begins or ends with is no part of its story. */
const isFilmWords = (sentence: string, { opening, slogan, genre }: Subject): boolean =>
  genre === 'story' && (sentence === opening || sentence === slogan)

/** What one listed scene or the last shot does without is not ruled out for the film; after the last scene it may be. */
const ofTheFilm = (
  ruledOut: readonly Negation[],
  text: string,
  scenes: readonly ListedScene[],
): readonly Negation[] =>
  ruledOut.filter(
    ({ start, end }) =>
      !ofOneShot.test(text.slice(end)) &&
      !scenes.slice(0, -1).some((scene) => start >= scene.start && start < scene.end),
  )

/** The text without the kind of film, its style, its slogan and what is only said in it. */
const withoutLabels = (
  asked: string,
  genre: GenrePrefix | null,
  reports: readonly Report[],
): string =>
  blanked(asked, [
    ...reports.filter(({ isOnlySaid }) => isOnlySaid),
    ...stylesIn(asked),
    ...[sloganIn(asked), closingWordsIn(asked), openingWordsIn(asked)].flatMap((words) =>
      words && isApart(asked, words) ? words : [],
    ),
    ...(genre ? [{ start: 0, end: genre.end }] : []),
  ])

/** Where the cast, without those who are ruled out, and the forces are meant. */
const mentionsOf = (
  cast: readonly CastEntry[],
  mentions: readonly CastMention[],
): readonly CastMention[] => {
  const ids = new Set(cast.map(({ id }) => id))
  return mentions.flatMap((mention) => {
    const left = mention.ids.filter((id) => ids.has(id))
    return left.length > 0 || mention.force !== '' ? [{ ...mention, ids: left }] : []
  })
}

/** Clauses with what they report, which stands right behind them. */
const reporting = (
  clauses: readonly Clause[],
  reports: readonly Report[],
  text: string,
): readonly Clause[] =>
  clauses.map((clause) => {
    const own = reports.find(
      ({ start }) => start >= clause.end && text.slice(clause.end, start).trim() === '',
    )
    return own ? { ...clause, report: text.slice(own.start, own.end) } : clause
  })

/** The text with some of it blanked; positions stay. */
const blanked = (
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string =>
  spans.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    text,
  )

const moodOfGenre = (genre: GenrePrefix | null): readonly Mention[] =>
  genre?.mood ? [{ word: genre.mood, text: genre.kind, start: 0, end: genre.end }] : []

const isFirstOf = ({ word }: Mention, index: number, all: readonly Mention[]): boolean =>
  all.findIndex((other) => other.word === word) === index

const crowdOf = (hasCrowd: boolean, text: string): Pick<Reading, 'hasCrowd' | 'crowdDeed'> => ({
  hasCrowd,
  crowdDeed: hasCrowd ? crowdDeedIn(text) : null,
})

const crowdDeedIn = (text: string): CrowdDeed | null =>
  groupNouns
    .find(text)
    .filter(({ word }) => word === 'crowd')
    .flatMap((mention): CrowdDeed[] => {
      const next = /^\s+(?:are\s+|is\s+)?(\p{L}+)/u.exec(text.slice(mention.end))
      const form = verbForm(next?.[1] ?? '')
      if (!next || !form || form.action === '' || form.shape === 'past') return []
      return [
        {
          text: `the ${mention.text.toLowerCase()}${next[0]}`,
          action: form.action,
          verb: thirdPerson(form.base),
        },
      ]
    })[0] ?? null

const ofOneShot =
  /^\s+in the (?:first|last|final|opening|closing|second|third)\s+(?:shot|scene|picture|image)/i

const describedThings = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...wornProducts.find(text), ...otherThings.find(text), ...objects.find(text)]
      .toReversed()
      .map((mention) => [mention.word, described(text, mention)] as const)
      .toSorted(([, a], [, b]) => a.split(' ').length - b.split(' ').length),
  )

/** What somebody says is not what is seen; positions stay. */
const withoutQuotes = (text: string): string =>
  text.replace(/["“][^"”\n]*\s[^"”\n]*["”]/gu, (quote) => ' '.repeat(quote.length))

/** Another language's "he" is not ours: Finnish "he" are they, French "son" is his. Positions stay. */
const withoutPronouns = (text: string): string =>
  text.replace(/(?<!\p{L})(?:he|she|it|they|him|her|them|his|son)(?!\p{L})/giu, (word) =>
    ' '.repeat(word.length),
  )

/** "Il mare" is the sea: what another language means by a word, ours does not. */
const withoutForeign = (people: CastReading, foreign: readonly Mention[]): CastReading => {
  const isForeign = ({ start }: { readonly start: number }): boolean =>
    foreign.some((mention) => start >= mention.start && start < mention.end)
  return {
    ...people,
    cast: people.cast.filter((entry) => !isForeign(entry)),
    mentions: people.mentions.filter((mention) => !isForeign(mention)),
  }
}

const isBanned = (banned: ReadonlySet<string>, { what }: CastEntry): boolean =>
  banned.has(what) || (banned.has('person') && isHuman(what))

/** "A podcast about why bees matter" has no bees in its studio. */
const isOnlyTalkedOf = ({ genre, topic }: Subject, { kind, what }: CastEntry): boolean =>
  genre === 'podcast' && kind === 'animal' && animals.find(topic).some(({ word }) => word === what)

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
