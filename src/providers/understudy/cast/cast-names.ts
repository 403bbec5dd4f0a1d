import type { Mention } from '../words/lexicon.ts'
import { nounPhrase, wearsIn } from '../words/noun-phrase.ts'
import { personNouns } from '../words/people.ts'
import { animals, kindOfAnimal } from '../words/vocabulary.ts'
import type { Draft } from './cast-drafts.ts'
import { add, adopt } from './cast-drafts.ts'
import type { Found } from './cast-words.ts'
import { figureOfFullName } from './full-names.ts'

/** Whom a name means: somebody known, the one who is called so right there, or somebody new. */
export const nameId = (
  found: Found,
  before: string,
  after: string,
  drafts: Draft[],
): string | undefined => {
  const known = drafts.find(({ name }) => isSameName(name, found.text))
  if (known) return known.id
  const what = figureOfFullName(found.text)
  const role = roleOf(found, after)
  const last = drafts.at(-1)
  const called = last && belongsTo(last, before) ? last : spokenOf(before, role, drafts)
  if (called) {
    called.name = [called.name ?? '', found.text].join(' ').trim()
    called.wears ||= wearsIn(after)
    if (role) become(called, role)
    if (called.gender === 'unknown' && what) adopt(called, what)
    return called.id
  }
  return add(drafts, newcomer(found, role, what, after))
}

const newcomer = (
  found: Found,
  role: Role | undefined,
  what: Draft['what'] | undefined,
  after: string,
): Parameters<typeof add>[1] => {
  const figure = role && !/^(?:person|child)$/.test(role.noun.word) ? role.noun.word : undefined
  return {
    what: figure ?? what ?? 'person',
    kind: role ? kindOf(role.noun.word) : 'person',
    noun: role?.phrase.noun ?? '',
    traits: role?.phrase.traits ?? [],
    name: found.text,
    wears: wearsIn(after),
    start: found.start,
  }
}

/** A full name and a part of it are the same one's. */
const isSameName = (known: string | null, said: string): boolean =>
  known !== null &&
  (known === said || ` ${known} `.includes(` ${said} `) || ` ${said} `.includes(` ${known} `))

/** What somebody of a name is: `the hedgehog`, `an old beekeeper`. */
interface Role {
  readonly noun: Mention
  readonly phrase: { readonly noun: string; readonly traits: string[] }
}

const roleOf = (found: Found, after: string): Role | undefined => {
  const said =
    found.role || (/^,?\s+(?:is\s+)?(?:an?|the)\s+([^,.;]{2,40})/i.exec(after)?.[1] ?? '')
  const noun = personNouns.find(said)[0] ?? animals.find(said)[0]
  return noun && { noun, phrase: nounPhrase(said.slice(0, noun.start), noun.text) }
}

const kindOf = (word: string): Draft['kind'] =>
  animals.words.includes(word) ? kindOfAnimal(word) : 'person'

/** "His friend Olive the owl": of whom one noun says little, another says what they are. */
const become = (draft: Draft, { noun, phrase }: Role): void => {
  draft.traits = [...new Set([...draft.traits, ...phrase.traits])]
  if (kindOf(noun.word) === 'person') return
  draft.kind = kindOf(noun.word)
  draft.what = noun.word
  draft.noun = phrase.noun
}

/** "a girl named Lily", "her dog Biscuit", "the baker, Tom,": the name belongs to the noun just before it. */
const belongsTo = (draft: Draft, before: string): boolean => {
  const isNamed = /(?:\b(?:named|called)|\bname is|,)\s+$/i.test(before)
  // Who is called Grandma has a name yet: Grandma Rose.
  const isCalled = draft.name !== null && draft.name.toLowerCase() !== draft.noun
  if (isCalled || !(isNamed || /\p{Ll}\s$/u.test(before))) return false
  const head = draft.noun.split(' ').at(-1) ?? ''
  return new RegExp(`${head}[^.]{0,12}(?:named|called|,)?\\s+$`, 'i').test(before)
}

/** "A film about a beekeeper. In spring Henry, an old beekeeper, …": he is the one the film was said to be about. */
const spokenOf = (
  before: string,
  role: Role | undefined,
  drafts: readonly Draft[],
): Draft | undefined =>
  role &&
  drafts.find(
    ({ name, noun }) =>
      name === null &&
      noun.split(' ').at(-1) === role.phrase.noun.split(' ').at(-1) &&
      !/^(?:wo)?man$|^girl$|^boy$/.test(noun) &&
      !/\b(?:another|other|second)\s/i.test(before.slice(-30)),
  )
