import { drawnThing, forceName, isInanimate } from './acting-things.ts'
import type { Found } from './cast-words.ts'
import { foundIn } from './cast-words.ts'
import { withNamedPair } from './named-pair.ts'
import { isNobody } from './nobody.ts'
import { nounPhrase, wearsIn } from './noun-phrase.ts'
import {
  countAfter,
  countBefore,
  figureOfName,
  groupFigures,
  nounInGroup,
  personNouns,
  singularPerson,
} from './people.ts'
import { verbForm } from './verbs.ts'
import { animals, kindOfAnimal } from './vocabulary.ts'

/** Somebody in the concept, before they have a look. */
export interface CastEntry {
  readonly id: string
  /** `woman`, `girl`, `dog`: what is drawn. */
  readonly what: string
  readonly kind: 'person' | 'animal' | 'thing'
  /** The noun of the concept: `lighthouse keeper`. */
  readonly noun: string
  /** Adjectives before it that say how they look: `old`. */
  readonly traits: readonly string[]
  /** Given name; null when the concept gives none. */
  readonly name: string | null
  readonly gender: 'female' | 'male' | 'unknown'
  /** Words after the first mention that say what they wear: `in a red coat`. */
  readonly wears: string
  /** Where they are first mentioned. */
  readonly start: number
}

/** One place in the text where cast are meant. */
export interface CastMention {
  readonly ids: readonly string[]
  readonly start: number
  readonly end: number
  readonly isPronoun: boolean
  /** Something that acts, and nobody. */
  readonly isThing: boolean
  /** What a force that nobody is, sun or wind, is called in its sentence; empty for the cast. */
  readonly force: string
}

/** The cast of a concept and where they are mentioned. */
export interface CastReading {
  readonly cast: readonly CastEntry[]
  readonly mentions: readonly CastMention[]
  /** Unnamed people in numbers: `crowd`. */
  readonly hasCrowd: boolean
}

const mostCast = 6

interface Draft {
  id: string
  what: string
  kind: CastEntry['kind']
  noun: string
  traits: string[]
  name: string | null
  gender: CastEntry['gender']
  wears: string
  start: number
}

/** Read who is in a text. Spans that are ruled out ("no people") must have been blanked before. */
export const readCast = (text: string): CastReading => {
  const drafts: Draft[] = []
  const mentions: CastMention[] = []
  let hasCrowd = /\b(?:crowded|bustling|packed|teeming)\b/i.test(text)
  for (const found of foundIn(text)) {
    const before = text.slice(Math.max(0, found.start - 60), found.start)
    const after = text.slice(found.end, found.end + 90)
    if (isNobody(found, { text, before, after })) continue
    const isCrowd = found.word === 'crowd' && !isCounted(found, before)
    hasCrowd ||= isCrowd
    if (isCrowd || found.kind === 'force') {
      const { start, end } = found
      const force = forceName(text, found)
      mentions.push({ ids: [], start, end, isPronoun: false, isThing: true, force })
      continue
    }
    const ids = idsFor(found, before, after, drafts)
    if (ids.length > 0) {
      const isPronoun = found.kind === 'pronoun'
      const isThing = drafts.some((draft) => ids.includes(draft.id) && isInanimate(draft))
      mentions.push({ ids, start: found.start, end: found.end, isPronoun, isThing, force: '' })
    }
  }
  genderByPossessive(text, drafts)
  return withNamedPair({ cast: drafts.map(settled), mentions, hasCrowd })
}

/** "two runners" are two people, "runners" are a crowd. */
const isCounted = (found: Found, before: string): boolean =>
  countBefore(before) !== null && singularPerson(found.text) !== null

/** "A watchmaker … in her workshop": with one person only, the pronoun is theirs. */
const genderByPossessive = (text: string, drafts: readonly Draft[]): void => {
  const [only, ...others] = drafts.filter(({ kind }) => kind === 'person')
  if (!only || others.length > 0 || only.gender !== 'unknown') return
  const word = /(?<!\p{L})(her|his)(?!\p{L})/iu.exec(text)?.[1]?.toLowerCase()
  if (word) adopt(only, word === 'her' ? 'woman' : 'man')
}

/** A child nobody calls a boy or a girl is drawn as one of them, always the same one. */
const settled = (draft: Draft): CastEntry => {
  if (draft.what !== 'child') return { ...draft }
  return { ...draft, what: draft.noun.length % 2 === 0 ? 'boy' : 'girl' }
}

const idsFor = (
  found: Found,
  before: string,
  after: string,
  drafts: Draft[],
): readonly string[] => {
  if (found.kind === 'pronoun') return pronounIds(found, drafts)
  if (found.kind === 'name') return [nameId(found, before, after, drafts)].flatMap((id) => id ?? [])
  if (found.kind === 'thing') return [thingId(found, before, drafts)].flatMap((id) => id ?? [])
  const one = singleOf(found)
  if (found.kind === 'group' || one !== null) return groupIds(found, { before, after, one }, drafts)
  return [nounId(found, before, after, drafts)].flatMap((id) => id ?? [])
}

/** One of several animals or people of a trade; null for one of them, and for groups that have a word of their own. */
const singleOf = (found: Found): string | null => {
  if (found.kind === 'animal')
    return /(?:[^su]|[^p]u)s$/i.test(found.text)
      ? found.text
          .toLowerCase()
          .replace(/ies$/, 'y')
          .replace(/ves$/, 'f')
          .replace(/(?<=x|sh|us)es$|s$/, '')
      : null
  return singularPerson(found.text)
}

const genderOf = (what: string): CastEntry['gender'] => {
  if (what === 'woman' || what === 'girl') return 'female'
  return what === 'man' || what === 'boy' ? 'male' : 'unknown'
}

const pronounIds = ({ word, start }: Found, drafts: Draft[]): readonly string[] => {
  const people = drafts.filter(({ kind }) => kind === 'person')
  if (/one$|other$/.test(word)) return oneOfTwoIds(word, drafts)
  if (word === 'it') return drafts.findLast(({ kind }) => kind !== 'person')?.id.split(',') ?? []
  const living = drafts.filter((draft) => !isInanimate(draft))
  if (word === 'they') return (people.length > 1 ? people : living).map(({ id }) => id)
  const gender = word === 'she' ? 'female' : 'male'
  // One of a legion is meant only where nobody else can be.
  const singles = people.filter(
    ({ id, start: at }) => !people.some((other) => other.id !== id && other.start === at),
  )
  const match = [singles, people]
    .flatMap((known) => ['same', 'unknown'].map((wanted) => ({ known, wanted })))
    .map(({ known, wanted }) =>
      known.findLast((draft) => draft.gender === (wanted === 'same' ? gender : 'unknown')),
    )
    .find((draft) => draft !== undefined)
  if (!match) return strangerIds(word, start, drafts)
  if (match.gender === 'unknown') adopt(match, gender === 'female' ? 'woman' : 'man')
  return [match.id]
}

/** "two brothers … one … the other": those who were named with one word, else the last two of the cast. */
const oneOfTwoIds = (word: string, drafts: readonly Draft[]): readonly string[] => {
  const living = drafts.filter((draft) => !isInanimate(draft))
  const together = living.filter(({ start }) => start === living.at(-1)?.start)
  const two = together.length > 1 ? together : living.slice(-2)
  const meant = two.length > 1 ? two[word.endsWith('one') ? 0 : 1] : undefined
  return meant ? [meant.id] : []
}

/** "She opens the door" with nobody named before: she is who the film is about. */
const strangerIds = (word: string, start: number, drafts: Draft[]): readonly string[] => {
  if (drafts.some(({ kind }) => kind === 'person')) return []
  const what = word === 'she' ? 'woman' : 'man'
  const id = add(drafts, {
    what,
    kind: 'person',
    noun: what,
    traits: [],
    name: null,
    wears: '',
    start,
  })
  return id === undefined ? [] : [id]
}

const nameId = (
  found: Found,
  before: string,
  after: string,
  drafts: Draft[],
): string | undefined => {
  const known = drafts.find(({ name }) => name === found.text)
  if (known) return known.id
  const what = figureOfName(found.text)
  const last = drafts.at(-1)
  if (last && belongsTo(last, before)) {
    last.name = found.text
    if (last.gender === 'unknown' && what) adopt(last, what)
    return last.id
  }
  const role = /^,?\s+(?:is\s+)?(?:an?|the)\s+([^,.;]{2,40})/i.exec(after)?.[1] ?? ''
  const noun = personNouns.find(role)[0] ?? animals.find(role)[0]
  return add(drafts, {
    what: noun && noun.word !== 'person' && noun.word !== 'child' ? noun.word : (what ?? 'person'),
    kind: noun && animals.words.includes(noun.word) ? kindOfAnimal(noun.word) : 'person',
    noun: noun ? nounPhrase(role.slice(0, noun.start), noun.text).noun : '',
    traits: noun ? nounPhrase(role.slice(0, noun.start), noun.text).traits : [],
    name: found.text,
    wears: wearsIn(after),
    start: found.start,
  })
}

/** "a girl named Lily", "her dog Biscuit", "the baker, Tom,": the name belongs to the noun just before it. */
const belongsTo = (draft: Draft, before: string): boolean => {
  const isNamed = /(?:\b(?:named|called)|\bname is|,)\s+$/i.test(before)
  if (draft.name !== null || !(isNamed || /\p{Ll}\s$/u.test(before))) return false
  const head = draft.noun.split(' ').at(-1) ?? ''
  return new RegExp(`${head}[^.]{0,12}(?:named|called|,)?\\s+$`, 'i').test(before)
}

const adopt = (draft: Draft, what: string): void => {
  draft.gender = genderOf(what)
  if (draft.what === 'person') draft.what = what
  if (draft.what === 'child') draft.what = what === 'woman' ? 'girl' : 'boy'
}

/** Several at once: those who are known by that noun, all people so far for "the friends", else as many as are counted. */
const groupIds = (
  found: Found,
  {
    before,
    after,
    one,
  }: { readonly before: string; readonly after: string; readonly one: string | null },
  drafts: Draft[],
): readonly string[] => {
  const word = one !== null && found.kind !== 'animal' ? 'person' : found.word
  const nounAt = (index: number): string => one ?? nounInGroup(word, found.text, index)
  const people = drafts.filter(({ kind }) => kind === 'person')
  const known = drafts.filter(({ noun, what }) =>
    found.word === 'children'
      ? what === 'girl' || what === 'boy' || what === 'child'
      : noun.split(' ').at(-1) === nounAt(0),
  )
  const isKnown = /\b(?:the|these|both)\s+(?:[\p{L}-]+\s+)?$/iu.test(before)
  const isOwn = found.word === 'children' || found.kind !== 'group'
  const meant = known.length > 1 || isOwn ? known : people
  if (isKnown && meant.length > (found.word === 'children' ? 0 : 1))
    return meant.map(({ id }) => id)
  const { whats, count } = groupFigures[word] ?? { whats: [found.word], count: 2 }
  const figures =
    one === null || found.kind === 'group' || found.word === 'person' ? whats : [found.word]
  const isAnimal = found.kind === 'animal'
  const { traits } = nounPhrase(before, nounAt(0))
  return Array.from(
    { length: countBefore(before) ?? countAfter(after) ?? count },
    (_, index) =>
      // "the family": the mother who was named before is one of them.
      (word === 'family'
        ? drafts.find(({ noun }) => noun.endsWith(nounAt(index)))?.id
        : undefined) ??
      add(drafts, {
        what: figures[index % figures.length] ?? 'person',
        kind: isAnimal ? kindOfAnimal(found.word) : 'person',
        noun: nounAt(index),
        traits,
        name: null,
        wears: '',
        start: found.start,
      }),
  ).flatMap((id) => id ?? [])
}

const nounId = (
  found: Found,
  before: string,
  after: string,
  drafts: Draft[],
): string | undefined => {
  const { noun, traits } = nounPhrase(before, found.text)
  const isOther = /\b(?:another|a second|other)\s+(?:\p{L}+\s+)?$/iu.test(before)
  const isKnown = /\b(?:the|this|that|his|her|their)\s+(?:\p{L}+\s+)?$/iu.test(before)
  const head = found.text.toLowerCase().replace(/(?<!octopu)s$/, '')
  const same = drafts.find(({ noun: known }) => known.split(' ').at(-1) === head)
  if (same && !isOther) return same.id
  const relative = relativeOf(before, after, drafts)
  if (relative) return relative.id
  // "Anna, a young baker" names nobody new.
  const apposition = /(\p{Lu}\p{Ll}+)(?:,| is)\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}$/u.exec(
    before,
  )?.[1]
  const named = drafts.find(({ name }) => name !== null && name === apposition)
  if (named) return named.id
  const figure = found.word === 'child' ? 'child' : found.word
  if (isKnown && found.kind === 'person' && /^(?:woman|man|girl|boy)$/.test(head)) {
    const meant = drafts.findLast((draft) => draft.what === head)
    if (meant && !isOther) return meant.id
  }
  return add(drafts, {
    what: figure,
    kind: found.kind === 'animal' ? kindOfAnimal(figure) : 'person',
    noun,
    traits,
    name: null,
    wears: wearsIn(after),
    start: found.start,
  })
}

/** "his daughter, the princess, takes": of a relative it is said what they are. */
const relativeOf = (before: string, after: string, drafts: readonly Draft[]): Draft | undefined => {
  const said =
    /\b(daughter|son|wife|husband|father|mother|sister|brother|friend),\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,2}$/iu.exec(
      before,
    )?.[1]
  const next = /^,\s+(\p{L}+)/u.exec(after)?.[1] ?? ''
  return said !== undefined && verbForm(next)?.shape === 'third'
    ? drafts.findLast(({ noun }) => noun.endsWith(said.toLowerCase()))
    : undefined
}

/** Something that acts. Called as the client calls it: "coffee pours" has no article. */
const thingId = ({ text, start }: Found, before: string, drafts: Draft[]): string | undefined => {
  const head = text.toLowerCase()
  const known = drafts.find((draft) => isInanimate(draft) && draft.noun.endsWith(head))
  if (known) return known.id
  const { noun, traits } = nounPhrase(before, head)
  const isBare =
    !/\b(?:an?|the|his|her|their|its|one|another|my|our|that|this)\s+(?:[\p{L}-]+\s+){0,3}$/iu.test(
      before,
    )
  return add(drafts, {
    what: drawnThing(head),
    kind: 'thing',
    noun,
    traits,
    name: isBare ? noun : null,
    wears: '',
    start,
  })
}

const add = (drafts: Draft[], entry: Omit<Draft, 'id' | 'gender'>): string | undefined => {
  if (drafts.length >= mostCast) return undefined
  const id = `c${drafts.length + 1}`
  drafts.push({ ...entry, id, gender: genderOf(entry.what) })
  return id
}
