import { drawnThing, forceName, isInanimate } from '../words/acting-things.ts'
import { nounPhrase, wearsIn } from '../words/noun-phrase.ts'
import {
  countAfter,
  countBefore,
  groupFigures,
  nounInGroup,
  singularPerson,
} from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { kindOfAnimal } from '../words/vocabulary.ts'
import type { Draft } from './cast-drafts.ts'
import { add, adopt, genderOf } from './cast-drafts.ts'
import { childOfChild, grownAs, isOffspring, ownerOfRelative } from './cast-family.ts'
import { identifiedBy } from './cast-identity.ts'
import { nameId } from './cast-names.ts'
import { genderByPossessive, pronounIds } from './cast-pronouns.ts'
import type { Found } from './cast-words.ts'
import { foundIn } from './cast-words.ts'
import { withNamedPair } from './named-pair.ts'
import { capital } from './naming.ts'
import { isNobody } from './nobody.ts'
import { dressedIn } from './worn.ts'

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
    const ids =
      found.kind === 'pronoun'
        ? pronounIds(found, { text, mentions }, drafts)
        : idsFor(found, before, after, drafts)
    if (ids.length > 0) {
      const isPronoun = found.kind === 'pronoun'
      const isThing = drafts.some((draft) => ids.includes(draft.id) && isInanimate(draft))
      mentions.push({ ids, start: found.start, end: found.end, isPronoun, isThing, force: '' })
    }
  }
  genderByPossessive(text, drafts)
  return withNamedPair(text, {
    cast: drafts.map((draft) => settled(draft, text)),
    mentions,
    hasCrowd,
  })
}

/** "two runners" are two people, "runners" are a crowd. */
const isCounted = (found: Found, before: string): boolean =>
  countBefore(before) !== null && singularPerson(found.text) !== null

/** A child nobody calls a boy or a girl is drawn as one of them, always the same one. */
const settled = (draft: Draft, text: string): CastEntry => {
  const grown = grownAs(draft, text)
  if (grown !== undefined) return { ...draft, what: grown }
  if (draft.what !== 'child') return { ...draft }
  return { ...draft, what: draft.noun.length % 2 === 0 ? 'boy' : 'girl' }
}

const idsFor = (
  found: Found,
  before: string,
  after: string,
  drafts: Draft[],
): readonly string[] => {
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
  // "Two kids" are children, whoever one kid is.
  const isOfTrade = one !== null && found.kind !== 'animal' && found.word !== 'children'
  const isBrood = isOffspring(found, before, drafts)
  const word = isOfTrade ? 'person' : found.word
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
  const { whats, count } = groupFigures[isBrood ? 'children' : word] ?? {
    whats: [found.word],
    count: 2,
  }
  const figures =
    one === null || found.kind === 'group' || found.word === 'person' ? whats : [found.word]
  const isAnimal = found.kind === 'animal'
  const { traits, noun } = nounPhrase(before, nounAt(0))
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
        // "Two chess players": what the first word says of all of them.
        noun: isOfTrade ? noun : nounAt(index),
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
  const known = knownAs(found, before, after, drafts)
  const { noun, traits } = nounPhrase(before, found.text)
  if (known) {
    // "She is a nurse": of one without a trade it is told.
    if (known.noun === '' && known === identifiedBy(found, before, drafts)) known.noun = noun
    return known.id
  }
  const owner = ownerOfRelative(found.text.toLowerCase(), before, drafts)
  const id = add(drafts, {
    what: owner?.what ?? childOfChild(found, before, drafts) ?? found.word,
    kind: owner?.kind ?? (found.kind === 'animal' ? kindOfAnimal(found.word) : 'person'),
    noun,
    traits,
    name: calledAs(found.text, before),
    wears: wearsIn(after) || dressedIn(after, found.word),
    start: found.start,
  })
  const told = /\b(female|male)\s+$/i.exec(before)?.[1]?.toLowerCase()
  const draft = drafts.find((one) => one.id === id)
  if (told !== undefined && draft) adopt(draft, told === 'female' ? 'woman' : 'man')
  const relative = owner && drafts.find((draft) => draft.id === id)
  if (relative) relative.gender = genderOf(found.word)
  return id
}

/** "Grandma bakes": whoever has such a word without an article is called by it; null for others. */
const calledAs = (noun: string, before: string): string | null =>
  /^(?:grandma|grandpa|granny|grandad|granddad|mum|mom|mummy|mommy|dad|daddy|mama|papa)$/i.test(
    noun,
  ) && /(?:^|[.!?:;,\n(]|\b(?:and|with|while|as|when|to|for|by|of|hugs|kisses))\s*$/iu.test(before)
    ? capital(noun.toLowerCase())
    : null

/** Who was named before and is meant by a noun; undefined for somebody new. */
const knownAs = (
  found: Found,
  before: string,
  after: string,
  drafts: readonly Draft[],
): Draft | undefined => {
  const isOther = /\b(?:another|a second|other)\s+(?:\p{L}+\s+)?$/iu.test(before)
  const isKnown = /\b(?:the|this|that|his|her|their)\s+(?:\p{L}+\s+)?$/iu.test(before)
  const head = found.text.toLowerCase().replace(/(?<!octopu)s$/, '')
  const same = drafts.find(({ noun: known }) => ` ${known}`.endsWith(` ${head}`))
  if (same && !isOther && !isAnotherOfKind(same, before)) return same
  // "Anna, a young baker" names nobody new.
  const apposition = /(\p{Lu}\p{Ll}+)(?:,| is)\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}$/u.exec(
    before,
  )?.[1]
  const named =
    identifiedBy(found, before, drafts) ??
    relativeOf(before, after, drafts) ??
    drafts.find(({ name }) => apposition !== undefined && name?.split(' ').includes(apposition))
  if (named) return named
  const meant =
    isKnown && !isOther && found.kind === 'person' && /^(?:woman|man|girl|boy)$/.test(head)
      ? drafts.findLast((draft) => draft.what === head)
      : undefined
  return meant && calledAnew(meant, found, before)
}

/** "An owl teaches a young owl": of one kind, and told apart by age. */
const isAnotherOfKind = ({ kind, traits }: Draft, before: string): boolean => {
  const age = /\ban?\s+(young|old|little|baby|small|big)\s+(?:\p{L}+\s+)?$/iu.exec(before)?.[1]
  return kind === 'animal' && age !== undefined && !traits.includes(age.toLowerCase())
}

/** "Two players … the old man wins": of one of several more is told than that. */
const calledAnew = (known: Draft, found: Found, before: string): Draft => {
  const { noun, traits } = nounPhrase(before, found.text)
  if (traits.length > 0 && known.name === null) {
    known.noun = noun
    known.traits = [...new Set([...known.traits, ...traits])]
  }
  return known
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
  const whose =
    /(?<!\p{L})(his|her|their|its|two|three|four|five|many|several|a hundred|hundreds of)\s+(?:[\p{L}-]+\s+){0,2}$/iu.exec(
      before,
    )?.[1] ?? ''
  const isBare =
    !/\b(?:an?|the|his|her|their|its|one|another|my|our|that|this)\s+(?:[\p{L}-]+\s+){0,3}$/iu.test(
      before,
    )
  return add(drafts, {
    what: drawnThing(head),
    kind: 'thing',
    noun,
    traits,
    // "His body" is told as his, "two black cars" as two.
    name:
      whose === ''
        ? isBare
          ? noun
          : null
        : `${whose.toLowerCase()} ${[...traits, noun].join(' ')}`,
    wears: '',
    start,
  })
}
