import type { CastMention } from '../cast/read-cast.ts'
import { isMany } from '../words/acting-things.ts'
import { otherThings } from '../words/made-things.ts'
import { personNouns } from '../words/people.ts'
import { startAfter } from '../words/start-after.ts'
import type { VerbForm } from '../words/verbs.ts'
import { pluralForm, thirdPerson, verbForm, verbInUse } from '../words/verbs.ts'
import { objects, places, seasons, times } from '../words/vocabulary.ts'
import type { Clause } from './clause.ts'
import { subjectOf } from './clause-subject.ts'
import { drawnDeed, ownDeed } from './drawn-deed.ts'
import { passiveClauses } from './passive-clauses.ts'
import { endOfRow } from './row-of-places.ts'
import { border, lovedIn, restOf, untilNextVerb } from './words-after-verb.ts'

const notAVerbAfter =
  /\b(?:an?|the|his|her|their|its|this|these|of|in|on|at|for|by|from|like|very|my|our|your|some|many|no|two|three|four|five)\s+(?:[\p{L}-]+\s+)?$/iu
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
    let before: CastMention | null = null
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}']+/gu)) {
      const start = sentence.start + match.index
      if (start < from) continue
      const found = clauseAt({ text, sentence, mentions: inside, before }, start, match[0])
      if (!found) continue
      clauses.push(found.clause)
      from = found.clause.end
      before = found.actor
    }
  }
  return mounted(
    [...clauses, ...passiveClauses(text, mentions)].toSorted((a, b) => a.start - b.start),
  )
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

interface Within {
  readonly text: string
  readonly sentence: Span
  readonly mentions: readonly CastMention[]
  readonly before: CastMention | null
}

const clauseAt = (
  { text, sentence, mentions, before }: Within,
  start: number,
  word: string,
): { readonly clause: Clause; readonly actor: CastMention } | null => {
  const form =
    verbForm(word) ??
    verbInUse(word, text.slice(start + word.length, sentence.end)) ??
    guessedVerb({ text, sentence, mentions, before }, start, word)
  if (!form) return null
  const { shape } = form
  if (isGivenName.test(word) && start > sentence.start) return null
  const actor = subjectOf({ text, from: sentence.start, start, shape, mentions, before })
  if (!actor || start < actor.end || !isVerbOf(actor, form, text, start)) return null
  const after = text.slice(start + word.length, sentence.end)
  // "An explorer holding a lantern enters": what describes somebody is no step of its own.
  const isDescription =
    shape === 'gerund' &&
    text.slice(actor.end, start).trim() === '' &&
    untilNextVerb(after) !== after &&
    !border.test(untilNextVerb(after))
  if (isDescription) return null
  const isRelative = /\b(?:who|that|which)\b/i.test(text.slice(actor.end, start))
  const ahead = { mentions, offset: start + word.length }
  const rest =
    lovedIn(form, after) ??
    withSaidOf(
      restOf(isRelative ? untilNextVerb(after) : after, actor.ids.length > 1, ahead),
      after,
    )
  const clause = {
    castIds: actor.ids,
    ...(actor.isThing ? ownDeed(form, rest) : drawnDeed(form, rest)),
    verb: thirdPerson(form.base),
    rest,
    report: '',
    quote: '',
    force: actor.force,
    modifier: before?.start === actor.start ? '' : modifierIn(text.slice(actor.end, start)),
    start,
    end: start + word.length + after.indexOf(rest) + rest.length,
    isPronoun: actor.isPronoun,
  }
  return { clause, actor }
}

/** What is done to somebody who is not in the film, with what is said of them; a row of places to its end. */
const withSaidOf = (rest: string, after: string): string => {
  const to = after.indexOf(rest) + rest.length
  const end = rest === '' ? to : endOfRow(after, to)
  if (end > to) return after.slice(after.indexOf(rest), end)
  const isAboutPerson = personNouns.find(rest).at(-1)?.end === rest.length && rest !== ''
  const from = after.indexOf(rest) + rest.length
  const more = isAboutPerson
    ? /^,?\s+who\s(?:has|had|is|was|will)\s[^,;:.!?\n—–]+/u.exec(after.slice(from))
    : null
  return more ? `${rest}${more[0].trimEnd()}` : rest
}

/** Forms of verbs that are names where they have a capital: Grandma Rose. */
const isGivenName =
  /^(?:Rose|Will|Drew|Mark|Rob|Sue|Pat|Bob|Grant|Chase|Wade|Grace|Dean|Chuck|Skip)$/

/** What stands between somebody and what they do and only describes them. */
const modifierIn = (gap: string): string => {
  const said =
    /^\s+((?:with|in|on|from|at|under|near|by|behind|of|\p{L}+ing)\s[\p{L}\d\s'-]+?)\s+(?:(?:who|that|which|is|are|\p{L}+ly)\s+)*$/u.exec(
      gap,
    )?.[1] ?? ''
  const isDeed = (said.match(/\p{L}+/gu) ?? []).some(
    (word) => /^(?:and|then|but|or)$/i.test(word) || verbForm(word)?.shape === 'third',
  )
  return isDeed ? '' : said
}

/**
 * A word no table knows, taken for a verb by where it stands: "The wizard conjures a storm", "… and conjures a storm".
 * It is ordered as the client wrote it.
 */
const guessedVerb = (
  { text, sentence, mentions, before }: Within,
  start: number,
  word: string,
): VerbForm | undefined => {
  const third = word.toLowerCase()
  if (
    !/^\p{Ll}{3,}[^s'’]s$/u.test(third) ||
    places.find(third).length > 0 ||
    /^(?:was|has|does|this|its|his|hers|theirs|always|perhaps|across|towards|besides|sometimes|years|days|times)$/.test(
      third,
    )
  )
    return undefined
  const nearest = mentions.findLast(({ end }) => end <= start)
  const isAfterName =
    nearest !== undefined &&
    nearest.ids.length === 1 &&
    /^\s+(?:\p{L}+ly\s+)?$/u.test(text.slice(nearest.end, start)) &&
    /(?:^|[^\p{L}])(?:an?|the|his|her|their|its|my|our)\s+(?:[\p{L}-]+\s+){0,3}$|^$|^\p{Lu}|(?<=[.,;:!?\n]\s*)$/u.test(
      nearest.isPronoun || /^\p{Lu}/u.test(text.slice(nearest.start))
        ? ''
        : text.slice(sentence.start, nearest.start),
    )
  const isJoined =
    before !== null &&
    /(?:\b(?:and|then)|,)\s+(?:then\s+)?$/i.test(text.slice(sentence.start, start)) &&
    /^\s+(?:an?|the|his|her|their|its|him|it|them|at|to|in|on|with|for|from|up|down|away|over|into)\b/i.test(
      text.slice(start + word.length),
    )
  if (!(isAfterName || isJoined)) return undefined
  const base = [third.slice(0, -1), third.slice(0, -2), third.replace(/ies$/, 'y')].find(
    (one) => thirdPerson(one) === third,
  )
  return base === undefined ? undefined : { base, action: third, shape: 'third' }
}

/** Several by number or by their noun: "the children" may be one girl known before. */
const isSeveral = (text: string, { ids, start, end, force }: CastMention): boolean =>
  ids.length > 1 ||
  isMany(force) ||
  /^(?=\p{Ll}).*(?:children|people|men|[^s]s)$/u.test(text.slice(start, end))

/** Whether a word that may be a verb is one, said of the actor. */
const isVerbOf = (actor: CastMention, form: VerbForm, text: string, start: number): boolean => {
  const gap = text.slice(actor.end, start).replace(/^\s+of\s+(?:two|three|four|five|\d)(?=\s)/i, '')
  const isThey = /^they$/i.test(text.slice(actor.start, actor.end))
  const isAfterNoun = form.shape === 'third' && endsOnWhereOrWhen(gap)
  if (form.shape === 'gerund' && (isNamed.test(gap) || isOfNoun.test(gap))) return false
  if (form.shape !== 'gerund' && notAVerbAfter.test(gap) && !isAfterNoun) return false
  if (form.shape === 'base' && !(isSeveral(text, actor) || isThey || /\bto\s+$/i.test(gap)))
    return false
  return !(
    hasOtherSubject(gap) ||
    /\b(?:never|not)\s+$/i.test(gap) ||
    isOnlySaid(form, gap, text.slice(start)) ||
    isLongAgo(form, text, actor)
  )
}

/** A word in a verb's form that only says what something is. */
const isOnlySaid = ({ base, shape }: VerbForm, gap: string, from: string): boolean =>
  // "Our family trip to Norway" is no stumbling.
  (base === 'trip' && shape === 'base') ||
  // "leaves blowing over the rails" are leaves; "her husband's lost dog" is a dog.
  /^leaves\s+\p{L}+ing(?!\p{L})/u.test(from) ||
  (shape === 'past' && /^'s?\s/.test(gap)) ||
  (/^(?:past|base)$/.test(shape) && /^\p{L}+\s+by\s/u.test(from)) ||
  // A past form right after a noun is mostly a description: "a robot built from scrap".
  (shape === 'past' && /\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?$/i.test(gap))

/** ", sweat dripping": behind a comma a noun of its own does what follows. */
const isOfNoun =
  /,\s+(?!(?:still|always|then|and|just|now|again|soon|both|all|never|even|while|together|alone|back|away|out|up|down|off|home|once|also)\s|\p{L}+ly\s)\p{Ll}{3,}\s+$/u

const isSaidOf = /^,?\s+who\s/i

/** "gulls and gentle waves": behind "and" and a word for how something is stands a thing. */
const isDescribedNoun =
  /^\s+and\s+(?!(?:then|also|both|all|just|now|soon|never|always|again|once|even|still|together|later|too|almost|\p{L}+ly)\s)\p{Ll}{3,}\s+$/u

/** "The cooking", "she loves roses, baking": something that is named, and not done. */
const isNamed =
  /\b(?:an?|the|his|her|their|its)\s+(?:(?:old|small|little|big|red|blue|white)\s+)*$|\b(?:loves?|likes?|enjoys?|adores?|hates?|prefers?|is good at|is known for)\s[^.!?;:]*(?:,|\band)\s*$/i

/** "A man in a kitchen leaves", "a woman with a candle explores": what describes somebody is whole, and a verb may follow. */
const endsOnNoun = (gap: string): boolean => {
  if (!/^\s+(?:in|at|on|from|with|under|near|by|behind|who|that|which|\p{L}+ing)\s/iu.test(gap))
    return false
  const whole = gap.trimEnd().length
  if ([places, times, objects, otherThings].some((list) => list.find(gap).at(-1)?.end === whole))
    return true
  // After "a" and one noun no plural can follow; "at the counter" is whole, too.
  return (
    /\ban?\s+(?:[\p{L}-]+\s+){1,2}$/iu.test(gap) ||
    /^\s+(?:in|at|on|by|near|behind|under|with|from)\s+(?:the|his|her|their)\s+[\p{L}-]+\s+$/iu.test(
      gap,
    )
  )
}

/** "the bench where he met his wife": that was before the story. */
const isLongAgo = ({ shape }: VerbForm, text: string, { start }: CastMention): boolean =>
  shape === 'past' && /\b(?:where|whom|which|that|when)\s+$/i.test(text.slice(0, start))

const endsOnWhereOrWhen = (gap: string): boolean => endsOnNoun(gap) || endsOnHour(gap)

/** "…, and at sunrise gives": before a verb the hour of what is done may stand. */
const endsOnHour = (gap: string): boolean => {
  const hour = /(?:[,;]|\band|\bthen)\s+((?:at|in|on|by|after|before|during)\s+[^,;]+)$/iu.exec(
    gap,
  )?.[1]
  return (
    hour !== undefined &&
    [times, seasons].some((list) => list.find(hour).at(-1)?.end === hour.trimEnd().length)
  )
}

/** Between the actor and the verb somebody or something else has begun to act: "they laugh when flour falls". */
const hasOtherSubject = (gap: string): boolean =>
  personNouns.find(gap).some(({ end }) => isSaidOf.test(gap.slice(end))) ||
  isDescribedNoun.test(gap) ||
  /\b(?:when|because|as|while|since|although|where|if|but)\s+(?!then\b)\p{L}+\s|\b(?:until|before|after)\s+(?:he|she|they|it)\s|\buntil\s+(?:an?|the|one|his|her|their)\s+(?:[\p{L}-]+\s+){1,3}$/iu.test(
    gap,
  ) ||
  /(?:[,;]\s*(?:and\s+)?|\sand\s+)(?:the|an?|his|her|their|its)\s+(?:[\p{L}-]+\s+){1,4}$/iu.test(
    gap,
  )

/** Who has mounted a horse gallops on it. */
const mounted = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.map((clause, index) => {
    if (!/^(?:gallop|trot|canter)s$/.test(clause.verb)) return clause
    const ridden = clauses
      .slice(0, index)
      .findLast(
        ({ castIds, phrase }) => isMounted(phrase) && castIds.join() === clause.castIds.join(),
      )
    if (!ridden) return clause
    return { ...clause, action: 'rides', phrase: `rides a horse ${clause.rest}`.trim() }
  })

/** Whether an action is done on the back of a horse. */
export const isMounted = (phrase: string): boolean =>
  /^rides\b.*\b(?:horse|pony|stallion|mare|foal)\b/i.test(phrase)

/** What is said of whoever acts: `wanders through the market`. */
export const predicate = ({ verb, rest, report, force }: Clause, isPlural: boolean): string =>
  verb === ''
    ? force
    : [isPlural ? pluralForm(verb) : verb, rest, report].filter((part) => part !== '').join(' ')

/** The clause as a sentence: `The girl wanders through the market.` What is only stated is its own sentence. */
export const clauseSentence = (clause: Clause, subject: string, isPlural: boolean): string =>
  clause.verb === ''
    ? asStated(clause.force)
    : `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${predicate(clause, isPlural)}.`

const asStated = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/[^.!?…]$/u, '$&.')

/** The words of a clause, those before it in its sentence included, the nearest to it last. */
export const clauseContext = (text: string, clause: Clause): string =>
  text.slice(startAfter('.!?\n;', text, clause.start), clause.end)
