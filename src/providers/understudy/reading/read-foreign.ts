import { languageOf } from '../../../domain/text-language.ts'
import type { CastEntry, CastMention } from '../cast/read-cast.ts'
import { type ForeignGarment, foreignGarments } from '../words/foreign-clothes.ts'
import { figuresOfGroup, foreignGroups } from '../words/foreign-groups.ts'
import { foreignMentions, isOldIn } from '../words/foreign-words.ts'
import type { Mention } from '../words/lexicon.ts'
import { personNouns } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, kindOfAnimal } from '../words/vocabulary.ts'
import type { Clause } from './clause.ts'
import { bareClause } from './clause.ts'
import type { ForeignClause } from './foreign-clauses.ts'
import { foreignParts } from './foreign-clauses.ts'

/** What a text in another language names, in order. A German noun has a capital: "junge" is no boy. */
export const mentionsIn = (text: string): readonly Mention[] => {
  const isGerman = languageOf(text) === 'de'
  return foreignMentions(text).filter(
    (mention) =>
      !isGerman || isDeed(mention) || !isNoun(mention) || /^[^\p{Ll}]/u.test(mention.text),
  )
}

const isNoun = ({ word }: Mention): boolean =>
  animals.words.includes(word) || isFigure(word) || word in foreignGroups

/** "mientras la ciudad duerme": what goes on meanwhile without any of the cast is told and not seen. */
const meanwhile =
  /^\s*(?:mientras|während|pendant que|tandis que|alors que|mentre|enquanto)(?!\p{L})/iu

/** A text in another language, in the parts that are said. */
export const partsOf = (text: string): readonly ForeignClause[] =>
  foreignParts(text, mentionsIn(text).filter(isDeed))

/** Their words. */
export const partsToSay = (text: string): readonly string[] =>
  partsOf(text).map((part) => part.text)

/** Whether a word of another language names something that is done. */
export const isDeed = ({ word }: Mention): boolean => verbForm(word)?.shape === 'third'

/** Most deeds that are seen of one part of a sentence. */
const mostDeeds = 2

/**
 * In other languages a verb is taken to be what those named before it do, else the first named; its words are the part
 * of the sentence around it. Of a part without a verb that is known, whoever is named in it is seen.
 */
export const foreignClauses = (
  text: string,
  foreign: readonly Mention[],
  cast: readonly CastEntry[],
): readonly Clause[] => {
  const deeds = foreign.filter(isDeed)
  const language = languageOf(text)
  return foreignParts(text, deeds).flatMap((part): readonly Clause[] => {
    const { start, end } = part
    const isInside = (place: { readonly start: number }): boolean =>
      place.start >= start && place.start < end
    if (meanwhile.test(part.text) && !cast.some(isInside)) return []
    const things = foreign.filter(isInside).map(({ word }) => word)
    const own = deeds.filter(isInside).slice(0, mostDeeds)
    const done = own.flatMap((deed): Clause[] => {
      const actors = actorsOf(cast, deed, part, language)
      const [first] = actors
      if (!first) return []
      const phrase = foreignPhrase(deed.word, things, first)
      return [clauseOf(actors, deed.word, phrase, part)]
    })
    return done.length > 0
      ? done
      : seenIn(text, { named: cast.filter(isInside), cast }, things, part)
  })
}

const clauseOf = (
  actors: readonly CastEntry[],
  action: string,
  phrase: string,
  { start, end }: ForeignClause,
): Clause => ({
  ...bareClause({ start, end }),
  castIds: actors.map(({ id }) => id),
  action,
  verb: action,
  phrase,
})

/** Who is named where nothing is known to be done: on what they are named with, or standing there. */
const seenIn = (
  text: string,
  { named, cast }: { readonly named: readonly CastEntry[]; readonly cast: readonly CastEntry[] },
  things: readonly string[],
  part: ForeignClause,
): readonly Clause[] => {
  const people = named.filter(({ kind }) => kind === 'person')
  const animals = named.filter((entry) => !isBrought(text, entry))
  const earlier = cast.filter(({ kind, start }) => kind === 'person' && start < part.start)
  const known = animals.length > 0 || named.length === 0 ? animals : earlier.slice(-1)
  const actors = people.length > 0 ? people : known
  if (actors.length === 0) return []
  const vehicle = people.length > 0 ? things.find((thing) => onVehicles.has(thing)) : undefined
  const action = vehicle === undefined ? undefined : onVehicles.get(vehicle)
  if (action) return [clauseOf(actors, action, `${action} a ${vehicle}`, part)]
  // Nobody was told to stand there: no deed is asked for.
  return [{ ...clauseOf(actors, 'stands', 'stands', part), verb: '' }]
}

/** "con il pesce", "魚を": an animal that somebody has with them does nothing itself. */
const isBrought = (text: string, { start, noun }: CastEntry): boolean =>
  /(?<!\p{L})(?:con|mit|avec|com|met|med|with|z|ze)\s+(?:\p{L}{1,5}\s+)?$/iu.test(
    text.slice(Math.max(0, start - 16), start),
  ) || /^(?:を|을|를)/u.test(text.slice(start + noun.length))

/** What somebody does with something they are named with. */
export const onVehicles: ReadonlyMap<string, string> = new Map([
  ['bicycle', 'rides'],
  ['car', 'drives'],
  ['horse', 'rides'],
])

/** "ils", "juntos": everybody so far. */
const together =
  /(?<!\p{L})(?:ils|elles|ensemble|ellos|ellas|juntos|juntas|insieme|eles|elas|zusammen|beide|一緒に|一起|함께|معا|معًا)(?!\p{Script=Latin})/iu

/**
 * Whoever does a deed: those named before it in its own part of the sentence, people first; for "they" and "together"
 * everybody so far; else who was named last, else who is named at all.
 */
const actorsOf = (
  cast: readonly CastEntry[],
  deed: Mention,
  part: ForeignClause,
  language: string,
): readonly CastEntry[] => {
  const before = cast.filter(({ start }) => start < deed.start)
  const near = before.filter(({ start }) => start >= part.start)
  const [nearPeople = [], earlierPeople = [], allPeople = []] = [near, before, cast].map((known) =>
    known.filter(({ kind }) => kind === 'person'),
  )
  const areMany = together.test(part.text) || isPlural(deed.text, language)
  if (nearPeople.length === 0 && earlierPeople.length > 1 && areMany) return earlierPeople
  const first = nearPeople[0]
  if (first) return nearPeople.filter((person) => isJoined(part, first, person))
  const last =
    near.at(-1) ?? earlierPeople.at(-1) ?? before.at(-1) ?? allPeople[0] ?? cast[0] ?? null
  return last === null ? [] : cast.filter(({ start }) => start === last.start)
}

const pluralEnds: Readonly<Record<string, RegExp>> = {
  es: /n$/,
  fr: /ent$/,
  de: /en$/,
  it: /no$/,
  pt: /m$/,
}

/** "corren", "rient", "lachen": said of several. */
const isPlural = (verb: string, language: string): boolean =>
  pluralEnds[language]?.test(verb.toLowerCase()) ?? false

const joint = /(?:^|[\s,])(?:y|e|und|et|ed|con|mit|avec|com|with)\s|と|和|与|와|과|\sو/u

/** Named in one breath with the first: "una niña y su abuelo". */
const isJoined = ({ text, start }: ForeignClause, first: CastEntry, other: CastEntry): boolean => {
  const between = text.slice(first.start + first.noun.length - start, other.start - start)
  return other.start === first.start || (between.length <= 40 && joint.test(between))
}

/** What is played or ridden is seen in the picture. */
const foreignPhrase = (action: string, things: readonly string[], { noun }: CastEntry): string => {
  if (action === 'rides') {
    const ridden = ['horse', 'bicycle', 'camel', 'donkey', 'elephant'].find((thing) =>
      things.includes(thing),
    )
    return ridden ? `rides a ${ridden}` : action
  }
  if (action !== 'plays') return action
  if (things.includes('guitar') || /g[iu]+tarr|chitarr|violon/i.test(noun))
    return 'plays the guitar'
  if (things.includes('piano') || /pianist/i.test(noun)) return 'plays the piano'
  return things.includes('ball') ? 'plays with a ball' : action
}

/** Where the cast that was named in another language stands. */
export const foreignMentionsOf = (
  cast: readonly CastEntry[],
  known: number,
): readonly CastMention[] =>
  cast
    .slice(known)
    .filter(({ start }, index, all) => all.findIndex((other) => other.start === start) === index)
    .map(({ noun, start }) => ({
      ids: cast.filter((entry) => entry.start === start).map(({ id }) => id),
      start,
      end: start + noun.length,
      isPronoun: false,
      isThing: false,
      force: '',
    }))

/** Whoever a text in another language names with words of the vocabulary, and what they wear. */
export const foreignCast = (
  text: string,
  foreign: readonly Mention[],
  known: number,
): readonly CastEntry[] => {
  const seen = new Set<string>()
  const named = foreign
    .filter(isNoun)
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .flatMap((mention) => figuresIn(text, mention).map((what) => ({ mention, what })))
    .map(
      ({ mention, what }, index): CastEntry => ({
        id: `c${known + index + 1}`,
        what,
        kind: kindOf(what),
        noun: bareNoun(mention.text),
        traits: isOldIn(text, mention) ? ['old'] : [],
        // Called as the client calls them: no English article stands before a foreign noun.
        name: bareNoun(mention.text),
        gender: genderOf(what),
        wears: '',
        start: mention.start,
      }),
    )
  return foreignGarments(text).reduce<readonly CastEntry[]>(
    (cast, garment) => dressed(text, cast, garment),
    named,
  )
}

/** "娘が", "개와": the noun without the particle that says what part it has. */
const bareNoun = (said: string): string =>
  said
    .replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[がとはのを]$/u, '')
    .replace(/(?<=\p{Script=Hangul})[과와은는을를]$/u, '')
    .replace(/^(딸|곰|용|말|소|개|새)[이가]$/u, '$1')

/** A garment belongs to the person named last before it in its sentence, else to the next one. */
const dressed = (
  text: string,
  cast: readonly CastEntry[],
  { wears, start }: ForeignGarment,
): readonly CastEntry[] => {
  const people = cast.filter(({ kind }) => kind === 'person')
  const isApart = (from: number, to: number): boolean => /[.!?。！？]/u.test(text.slice(from, to))
  const before = people.findLast((person) => person.start < start && !isApart(person.start, start))
  const after = people.find((person) => person.start > start && !isApart(start, person.start))
  // In scripts without spaces what describes somebody stands before them.
  const owner = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(text)
    ? (after ?? before)
    : (before ?? after)
  return cast.map((entry) => (entry === owner && entry.wears === '' ? { ...entry, wears } : entry))
}

/** What is drawn for one mention: several figures for a group. */
const figuresIn = (text: string, { word, start }: Mention): readonly string[] =>
  word in foreignGroups ? figuresOfGroup(word, text.slice(Math.max(0, start - 10), start)) : [word]

const isFigure = (word: string): boolean => personNouns.words.includes(word)

const kindOf = (word: string): CastEntry['kind'] => {
  if (isFigure(word)) return 'person'
  return kindOfAnimal(word)
}

const genderOf = (word: string): CastEntry['gender'] => {
  if (word === 'woman' || word === 'girl') return 'female'
  return word === 'man' || word === 'boy' ? 'male' : 'unknown'
}
