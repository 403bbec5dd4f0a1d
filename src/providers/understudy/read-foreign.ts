import { foreignParts } from './foreign-clauses.ts'
import { figuresOfGroup, foreignGroups } from './foreign-groups.ts'
import { foreignMentions, isOldIn } from './foreign-words.ts'
import type { Mention } from './lexicon.ts'
import { personNouns } from './people.ts'
import type { CastEntry, CastMention } from './read-cast.ts'
import type { Clause } from './read-clauses.ts'
import { verbForm } from './verbs.ts'
import { animals, kindOfAnimal } from './vocabulary.ts'

/** "mientras la ciudad duerme": what goes on meanwhile without any of the cast is told and not seen. */
const meanwhile =
  /^\s*(?:mientras|während|pendant que|tandis que|alors que|mentre|enquanto)(?!\p{L})/iu

/** A text in another language, in the parts that are said. */
export const partsToSay = (text: string): readonly string[] =>
  foreignParts(text, foreignMentions(text).filter(isDeed)).map((part) => part.text)

const isDeed = ({ word }: Mention): boolean => verbForm(word)?.shape === 'third'

/** Most deeds that are seen of one part of a sentence. */
const mostDeeds = 2

/**
 * In other languages a verb is taken to be what the one named last before it does, else the first named; its words are
 * the part of the sentence around it.
 */
export const foreignClauses = (
  text: string,
  foreign: readonly Mention[],
  cast: readonly CastEntry[],
): readonly Clause[] => {
  const deeds = foreign.filter(isDeed)
  return foreignParts(text, deeds).flatMap(({ start, end }): readonly Clause[] => {
    const isInside = (place: { readonly start: number }): boolean =>
      place.start >= start && place.start < end
    if (meanwhile.test(text.slice(start, end)) && !cast.some(isInside)) return []
    const things = foreign.filter(isInside).map(({ word }) => word)
    return deeds
      .filter(isInside)
      .slice(0, mostDeeds)
      .flatMap((deed): Clause[] => {
        const actor = actorOf(cast, deed.start, start)
        if (!actor) return []
        const phrase = foreignPhrase(deed.word, things, actor)
        const bare = { rest: '', report: '', quote: '', modifier: '', force: '', isPronoun: false }
        const castIds = cast.filter((entry) => entry.start === actor.start).map(({ id }) => id)
        return [{ castIds, action: deed.word, verb: deed.word, phrase, ...bare, start, end }]
      })
  })
}

/** Whoever is named before a deed: in its own part of the sentence first, people first; else who is named at all. */
const actorOf = (cast: readonly CastEntry[], deed: number, part: number): CastEntry | undefined => {
  const before = cast.filter(({ start }) => start < deed)
  const near = before.filter(({ start }) => start >= part)
  const people = [near, before, cast].map((known) => known.filter(({ kind }) => kind === 'person'))
  const [nearPeople = [], earlierPeople = [], allPeople = []] = people
  return (
    nearPeople[0] ?? near.at(-1) ?? earlierPeople.at(-1) ?? before.at(-1) ?? allPeople[0] ?? cast[0]
  )
}

/** What is played is seen in the picture. */
const foreignPhrase = (action: string, things: readonly string[], { noun }: CastEntry): string => {
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

/** Whoever a text in another language names with words of the vocabulary. */
export const foreignCast = (
  text: string,
  foreign: readonly Mention[],
  known: number,
): readonly CastEntry[] => {
  const seen = new Set<string>()
  return foreign
    .filter(({ word }) => animals.words.includes(word) || isFigure(word) || word in foreignGroups)
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .flatMap((mention) => figuresIn(text, mention).map((what) => ({ mention, what })))
    .map(({ mention, what }, index) => ({
      id: `c${known + index + 1}`,
      what,
      kind: kindOf(what),
      noun: mention.text,
      traits: isOldIn(text, mention) ? ['old'] : [],
      // Called as the client calls them: no English article stands before a foreign noun.
      name: mention.text,
      gender: genderOf(what),
      wears: '',
      start: mention.start,
    }))
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
