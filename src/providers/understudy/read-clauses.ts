import { madeThings } from './made-things.ts'
import type { CastMention } from './read-cast.ts'
import type { VerbForm } from './verbs.ts'
import { pluralForm, thirdPerson, verbForm } from './verbs.ts'
import { places } from './vocabulary.ts'

/** Somebody does something: one step of the client's story. */
export interface Clause {
  readonly castIds: readonly string[]
  /** Drawn action, `looks`; empty when nothing drawn comes near. */
  readonly action: string
  /** What follows the verb: `through the market`. */
  readonly rest: string
  /** The verb in the third person, the client's own: `wanders`. */
  readonly verb: string
  /** The action as it goes into a picture: `walks through the market`. */
  readonly phrase: string
  /** Place in the text. */
  readonly start: number
  readonly end: number
  /** Whether the subject is a pronoun in the text. */
  readonly isPronoun: boolean
}

const border =
  /[,;:.!?\n—–()"“”]|\s+(?:while|as|because|when|who|that|which|then|but|so)\s|\s+(?:before|until|after)\s+(?:he|she|they|it|\p{L}+ing)\s|\s+and\s+(?:then|she|he|they|it|finally|slowly)\s/iu
const notAVerbAfter =
  /\b(?:an?|the|his|her|their|its|this|these|of|in|on|at|for|by|from|like|very|my|our|your)\s+(?:[\p{L}-]+\s+)?$/iu
const passiveBefore =
  /(?:\bwith|\bto|\bfor|\bof|\bby|\bfrom|\bat|\bnear|\bbeside|\bbehind|\bpast|\babout|\binto|\bon|\bin|\bhis|\bher|\btheir)\s+(?:(?:his|her|their|an?|the|my|some|another)\s+)?(?:[\p{L}-]+\s+){0,2}$/iu

/**
 * The steps of the story in a text: who does what, in order.
 *
 * @param text with ruled-out spans blanked
 * @param mentions where the cast are meant
 */
export const readClauses = (text: string, mentions: readonly CastMention[]): readonly Clause[] => {
  const clauses: Clause[] = []
  for (const sentence of spans(text)) {
    const inside = mentions.filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    )
    let from = sentence.start
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}']+/gu)) {
      const start = sentence.start + match.index
      if (start < from) continue
      const clause = clauseAt(text, sentence, inside, start, match[0])
      if (!clause) continue
      clauses.push(clause)
      from = clause.end
    }
  }
  return clauses
}

interface Span {
  readonly start: number
  readonly end: number
}

const spans = (text: string): readonly Span[] =>
  [...text.matchAll(/[^.!?\n;]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

const clauseAt = (
  text: string,
  sentence: Span,
  mentions: readonly CastMention[],
  start: number,
  word: string,
): Clause | null => {
  const form = verbForm(word)
  if (!form) return null
  const actor = actorBefore(text, sentence, mentions, start)
  if (!actor || start < actor.end) return null
  const gap = text.slice(actor.end, start)
  const isThey = /^they$/i.test(text.slice(actor.start, actor.end))
  const isAfterPlace = form.shape === 'third' && endsOnPlace(gap)
  if (form.shape !== 'gerund' && notAVerbAfter.test(gap) && !isAfterPlace) return null
  if (form.shape === 'base' && !(actor.ids.length > 1 || isThey || /\bto\s+$/i.test(gap)))
    return null
  if (hasOtherSubject(gap)) return null
  // A past form right after a noun is mostly a description: "a robot built from scrap".
  if (form.shape === 'past' && /\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?$/i.test(gap))
    return null
  const after = text.slice(start + word.length, sentence.end)
  const rest = restOf(after, actor.ids.length > 1)
  const shown = shownVerb(form, rest)
  return {
    castIds: actor.ids,
    action: shown.form.action,
    verb: thirdPerson(form.base),
    rest,
    phrase: drawnPhrase(shown.form, shown.rest),
    start,
    end: start + word.length + after.indexOf(rest) + rest.length,
    isPronoun: actor.isPronoun,
  }
}

/** "A man in a kitchen leaves": the place is whole, and a verb may follow it. */
const endsOnPlace = (gap: string): boolean =>
  /^\s+(?:in|at|on|from)\s/i.test(gap) && places.find(gap).at(-1)?.end === gap.trimEnd().length

/** Between the actor and the verb somebody or something else has begun to act: "they laugh when flour falls". */
const hasOtherSubject = (gap: string): boolean =>
  /\b(?:when|because|as|while|since|although|where|if|but|until|before|after)\s+(?!then\b)\p{L}+\s/iu.test(
    gap,
  ) || /[,;]\s*(?:and\s+)?(?:the|an?|his|her|their|its)\s+[\p{L} ]+$/iu.test(gap)

/** "learns to dance" is seen as dancing. */
const shownVerb = (
  form: VerbForm,
  rest: string,
): { readonly form: VerbForm; readonly rest: string } => {
  const match = /^(?:how\s+)?to\s+(\p{L}+)\s*/iu.exec(rest)
  const inner = match?.[1] ? verbForm(match[1]) : undefined
  const seen = match && inner ? { form: inner, rest: rest.slice(match[0].length) } : { form, rest }
  const isPlay = /^(?:build|make|create)$/.test(seen.form.base)
  // Whoever builds a sandcastle is seen playing; only machines and houses are built with tools.
  return isPlay && madeThings.find(seen.rest).length > 0
    ? { ...seen, form: { ...seen.form, action: 'plays' } }
    : seen
}

const linking: Readonly<Record<string, string>> = {
  looks: 'at',
  talks: 'with',
  points: 'at',
  waves: 'to',
  walks: 'to',
  runs: 'after',
}

/** Drawn actions that have no object of their own: what the client's verb did to something is left out. */
const objectless = new Set(['stands', 'sits', 'sleeps', 'smiles', 'dances'])

const startsAsPhrase =
  /^(?:along|across|through|into|in|on|at|to|toward|towards|by|near|beside|under|over|up|down|from|with|for|around|past|behind|between|among|about|out|off|back|home|away|after|against|alone|together|slowly|quietly|quickly|gently|happily|\p{L}+ly)\b/iu

/** The drawn action with what follows the client's verb, where the two make a phrase: `opens the shop` is drawn as `looks at the shop`. */
const drawnPhrase = (form: VerbForm, rest: string): string => {
  if (form.action === '' || rest === '') return form.action
  if (startsAsPhrase.test(rest) || thirdPerson(form.base) === form.action)
    return `${form.action} ${rest}`
  if (objectless.has(form.action)) return form.action
  const link =
    form.action === 'plays' && madeThings.find(rest).length > 0 ? 'with' : linking[form.action]
  return [form.action, link, rest].filter((part) => part !== undefined).join(' ')
}

/** Who acts: the nearest mention before the verb that is not itself the object of something. */
const actorBefore = (
  text: string,
  sentence: Span,
  mentions: readonly CastMention[],
  start: number,
): CastMention | undefined => {
  const before = mentions.filter(({ end }) => end <= start)
  const free = before.findLast(
    (mention) =>
      mention.isPronoun || !passiveBefore.test(text.slice(sentence.start, mention.start)),
  )
  const actor = free ?? before[0]
  if (!actor) return undefined
  const joined = before.filter(
    ({ start: at, end }) =>
      end <= actor.start &&
      /^(?:\s+(?:in|with|wearing)\s+an?\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]+)?\s*(?:,|and|&|,? and)\s+(?:(?:an?|the|his|her|their)\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(
        text.slice(end, actor.start),
      ) &&
      at < actor.start,
  )
  const ids = [...new Set([...joined.flatMap((mention) => mention.ids), ...actor.ids])]
  return { ...actor, ids }
}

const mostWords = 9

const restOf = (after: string, isPlural: boolean): string => {
  const end = after.search(border)
  const whole = (end < 0 ? after : after.slice(0, end)).trim()
  const conjoined = /\s+and\s+(\p{L}+)/iu.exec(whole)
  const next = conjoined?.[1] ? verbForm(conjoined[1]) : undefined
  const kept =
    conjoined && next && (isPlural || next.shape !== 'base')
      ? whole.slice(0, conjoined.index)
      : whole
  const words = kept
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length <= mostWords) return words.join(' ')
  const cut = words.slice(0, mostWords).join(' ')
  // A phrase that is cut off must not end on a word that promises another.
  return cut.replace(
    /(?:\s+(?:an?|the|his|her|their|of|in|on|at|to|with|for|by|from|and|or|its|very))+$/i,
    '',
  )
}

/** The clause as a sentence: `The girl wanders through the market.` */
export const clauseSentence = (clause: Clause, subject: string, isPlural: boolean): string => {
  const verb = isPlural ? pluralForm(clause.verb) : clause.verb
  const rest = clause.rest === '' ? '' : ` ${clause.rest}`
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${verb}${rest}.`
}

/** The words of a clause, those before it in its sentence included, the nearest to it last. */
export const clauseContext = (text: string, clause: Clause): string => {
  const ends = ['.', '!', '?', '\n', ';'].map((end) => text.lastIndexOf(end, clause.start))
  return text.slice(Math.max(...ends) + 1, clause.end)
}
