import { gestureFor, phrasalVerb } from '../words/drawn-verbs.ts'
import { madeThings } from '../words/made-things.ts'
import type { VerbForm } from '../words/verbs.ts'
import { thirdPerson, verbForm } from '../words/verbs.ts'
import { stillPlaces } from './still-places.ts'

/** What is done, as it is drawn. */
export interface Deed {
  /** Drawn action; empty when nothing drawn comes near. */
  readonly action: string
  /** As it goes into a picture: `walks through the market`. */
  readonly phrase: string
}

/** What a thing does is ordered in the client's words: nobody's movements are like it. */
export const ownDeed = ({ base }: VerbForm, rest: string): Deed => ({
  action: thirdPerson(base),
  phrase: `${thirdPerson(base)} ${awake(rest)}`.trim(),
})

/** "over the sleeping town": nobody is seen asleep where a place is still. */
const awake = (rest: string): string =>
  stillPlaces(rest).reduce((said, { adjective }) => said.replace(adjective, ''), rest)

/** A verb and the words after it as they go into a picture. */
export const drawnDeed = (form: VerbForm, said: string): Deed => {
  const rest = awake(said)
  const gesture = gestureFor(form.base, rest)
  if (gesture !== undefined)
    return { action: gesture, phrase: `${gesture} and ${thirdPerson(form.base)} ${rest}` }
  const shown = shownVerb(form, rest)
  return { action: shown.form.action, phrase: drawnPhrase(shown.form, shown.rest) }
}

/** Verbs before another: "starts walking". */
const carriesOn = new Set(['start', 'begin', 'keep', 'continue', 'go', 'love', 'enjoy', 'end'])

/** "learns to dance" is seen as dancing. */
const shownVerb = (
  form: VerbForm,
  rest: string,
): { readonly form: VerbForm; readonly rest: string } => {
  const match =
    (carriesOn.has(form.base) ? /^(?:up\s+)?(\p{L}+ing)\b\s*/iu.exec(rest) : null) ??
    /^(?:how\s+)?to\s+(\p{L}+)\s*/iu.exec(rest)
  const inner = match?.[1] ? verbForm(match[1]) : undefined
  const seen = match && inner ? { form: inner, rest: rest.slice(match[0].length) } : { form, rest }
  const helped = seen.form.base === 'help' ? helpedWith(seen.rest) : undefined
  if (helped) return helped
  const phrasal = phrasalVerb(seen.form.base, seen.rest)
  if (phrasal) return { form: { ...seen.form, action: phrasal.action }, rest: phrasal.rest }
  const made = /^(?:build|make|create)$/.test(seen.form.base)
    ? madeThings.find(seen.rest)[0]
    : undefined
  const action = made ? byHand[made.word] : undefined
  return action === undefined ? seen : { ...seen, form: { ...seen.form, action } }
}

/** How things are made without tools: with the hands, or in play. */
const byHand: Readonly<Record<string, string>> = {
  sandcastle: 'builds',
  snowman: 'builds',
  'pillow fort': 'plays',
}

/** "helps him repair it": both repair it. */
const helpedWith = (
  rest: string,
): { readonly form: VerbForm; readonly rest: string } | undefined => {
  const words = rest.split(/\s+/)
  const isWhole = /^(?:him|her|them|it)$/i.test(words[0] ?? '')
  const at = words.findIndex(
    (word, index) => index > (isWhole ? 0 : 1) && index < 5 && verbForm(word)?.shape === 'base',
  )
  const inner = verbForm(words[at] ?? '')
  const isSomebody = isWhole || /^(?:an?|the|his|her|their)$/i.test(words[0] ?? '')
  return inner && isSomebody && inner.action !== ''
    ? { form: inner, rest: words.slice(at + 1).join(' ') }
    : undefined
}

const linking: Readonly<Record<string, string>> = {
  looks: 'at',
  talks: 'with',
  points: 'at',
  waves: 'to',
  walks: 'to',
  runs: 'after',
  searches: 'for',
  fishes: 'for',
}

/** Drawn actions that have no object of their own: what the client's verb did to something is left out. */
const objectless = new Set([
  'stands',
  'sits',
  'sleeps',
  'smiles',
  'dances',
  'laughs',
  'cries',
  'cheers',
  'kneels',
  'jumps',
  'thinks',
])

const startsAsPhrase =
  /^(?:along|across|through|into|in|on|at|to|toward|towards|by|near|beside|under|over|up|down|from|with|for|around|past|behind|between|among|about|out|off|back|home|away|after|against|alone|again|together|slowly|quietly|quickly|gently|happily|\p{L}+ly)\b/iu

/** The drawn action with what follows the client's verb, where the two make a phrase: `opens the shop` is drawn as `looks at the shop`. */
const drawnPhrase = (form: VerbForm, rest: string): string => {
  if (form.action === '' || rest === '') return form.action
  const own = ownPhrases.find(
    ({ verb, action, after }) =>
      verb.test(form.base) && (action === undefined || action === form.action) && after.test(rest),
  )
  if (own) return own.phrase(rest).trim()
  if (startsAsPhrase.test(rest) || thirdPerson(form.base) === form.action)
    return `${form.action} ${rest}`
  if (form.base === 'say' || objectless.has(form.action)) return form.action
  const link =
    form.action === 'plays' && madeThings.find(rest).length > 0 ? 'with' : linking[form.action]
  return [form.action, link, rest].filter((part) => part !== undefined).join(' ')
}

const beginsNoPhrase = new RegExp(`^(?!${startsAsPhrase.source.slice(1)})`, 'iu')

/** Verbs that make another phrase of the words after them. */
const ownPhrases: readonly {
  readonly verb: RegExp
  /** Only where it is drawn so. */
  readonly action?: string
  readonly after: RegExp
  readonly phrase: (rest: string) => string
}[] = [
  {
    verb: /^(?:shout|yell|scream)$/,
    after: /^at\s+(?:(?:the|his|her)\s+\p{Ll}|\p{Lu})/u,
    phrase: (rest) => `talks to${rest.slice(2)}`,
  },
  {
    verb: /^share$/,
    action: 'gives',
    after: /./,
    phrase: (rest) => `gives ${rest.replace(/(?<=\s)with(?=\s)/iu, 'to')}`,
  },
  {
    verb: /^(?:let|set)$/,
    action: 'releases',
    after: /./,
    phrase: (rest) => `releases ${rest.replace(/\s(?:go|free)$/iu, '')}`,
  },
  { verb: /^feed$/, after: beginsNoPhrase, phrase: (rest) => `offers food to ${rest}` },
  {
    verb: /^(?:lead|guide)$/,
    action: 'walks',
    after: /^(?:it|him|her|them)\b/i,
    phrase: (rest) => `walks ${rest.replace(/^\p{L}+\s*/u, '')}`,
  },
  {
    verb: /^(?:lead|guide)$/,
    action: 'walks',
    after: beginsNoPhrase,
    phrase: (rest) => `walks with ${rest}`,
  },
]
