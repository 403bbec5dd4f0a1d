import { callOf, fillNames, groupName, joinNames } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { dialogueOf } from '../lines/dialogue.ts'
import { leadInOf } from '../lines/lead-in.ts'
import { actionLines } from '../lines/people-lines.ts'
import { isChildsPlay, titleOfClause } from '../lines/scene-titles.ts'
import type { Clause } from '../reading/clause.ts'
import { asSentence, shorterParts } from '../reading/foreign-clauses.ts'
import { isStepByHearth } from '../reading/hearth.ts'
import { isQuarrel } from '../reading/implied-mood.ts'
import { byLamplight } from '../reading/lamplight.ts'
import { meantByPronoun, restBefore, thingMeant, withItNamed } from '../reading/meant.ts'
import { clauseContext, clauseSentence, isMounted } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { skyAt } from '../reading/sky.ts'
import { isInanimate, isMany } from '../words/acting-things.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { otherThings } from '../words/made-things.ts'
import { isAboard, objects, times, weathers } from '../words/vocabulary.ts'
import { byId, placeOfClause, saidOf, within } from './place-of-clause.ts'
import type { Line, SceneIdea, Step } from './scene-idea.ts'
import { idea, oneOf, toldAs } from './scene-idea.ts'

/** Who is meant within a clause besides those who act: `walks with his dog`, `catches him`. A mount is part of its rider. */
const companionsOf = (reading: Reading, clause: Clause): readonly string[] => {
  // Who is called is somewhere else.
  if (clause.action === 'calls') return []
  const named = reading.castMentions
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .flatMap(({ ids }) => ids)
  return [
    ...new Set([
      ...named,
      ...meantByPronoun(reading, clause),
      ...faced(reading, clause),
      ...waitingFor(reading, clause),
    ]),
  ].filter(
    (id) =>
      !clause.castIds.includes(id) &&
      !(
        isMounted(clause.phrase) &&
        reading.cast.some((member) => member.id === id && isMount(member))
      ),
  )
}

/** "A dog waits … its owner comes back": who has waited is there, unless they have done something else since. */
const waitingFor = (
  reading: Reading,
  { verb, castIds, start, rest }: Clause,
): readonly string[] => {
  const isBack = /^(?:come|return|arrive|appear)s$/.test(verb) && !comesOther.test(rest)
  if (!isBack) return []
  const before = reading.clauses.filter(
    (clause) => clause.start < start && clause.castIds.length > 0,
  )
  return reading.cast
    .map(({ id }) => before.findLast((clause) => clause.castIds.includes(id)))
    .filter((last) => last !== undefined && isWaiting.test(`${last.verb} ${last.rest}`))
    .flatMap((last) => last?.castIds ?? [])
    .filter((id) => !castIds.includes(id))
}

const isWaiting = /^(?:waits|(?:sits|stands|looks|watches)\b.*\bwait(?:s|ing))\b/i
/** Who comes to something else has not come to whoever waits. */
const comesOther = /^(?:across|upon|true|to (?:life|mind|an end)|from nowhere)\b/i

/** "Tom apologises" in a film of two: to the other. */
const faced = (reading: Reading, { verb, rest }: Clause): readonly string[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  if (
    people.length === 2 &&
    /\b(?:in|into)\s+(?:his|her|their)\s+(?:\p{L}+\s+)?arms\b/iu.test(rest)
  )
    return people.map(({ id }) => id)
  const isToSomebody =
    rest === '' &&
    /^(?:apologi[sz]e|forgive|argue|quarrel|shout|promise|talk|say|ask|answer|whisper)s$/.test(verb)
  return isToSomebody && people.length === 2 ? people.map(({ id }) => id) : []
}

const isMount = ({ what }: CastEntry): boolean => what === 'horse' || what === 'donkey'

/** "wakes a sleeping child", "finds them asleep", or whoever fell asleep before and did nothing since. */
const isAsleep = (reading: Reading, { phrase, start }: Clause, id: string): boolean => {
  const noun = byId(reading, [id])[0]?.noun.split(' ').at(-1) ?? ''
  const isSaid = new RegExp(
    String.raw`\basleep\b|\b(?:sleeping|dying|sick|ill|wounded|injured|dreaming)\s+(?:[\p{L}-]+\s+)?${noun}(?!\p{L})`,
    'iu',
  ).test(phrase)
  const last = reading.clauses.findLast(
    (clause) => clause.start < start && clause.castIds.includes(id),
  )
  return isSaid || last?.action === 'sleeps'
}

/** Who is seen doing it: who helps somebody repair a bicycle does so with them. */
const doersOf = (
  reading: Reading,
  clause: Clause,
  companions: readonly string[],
): readonly string[] => {
  if (clause.verb === 'helps' && clause.action !== 'helps')
    return [...clause.castIds, ...companions]
  const helpers = doneTogether.has(clause.action)
    ? byId(reading, companions).filter(isNamedWith(reading, clause))
    : []
  return [...clause.castIds.map((id) => wholeOf(reading, id)), ...helpers.map(({ id }) => id)]
}

/** "A tram glides …, its windows glowing": where a part does something the whole is seen. */
const wholeOf = ({ cast }: Reading, id: string): string => {
  const index = cast.findIndex((member) => member.id === id)
  const part = cast[index]
  const whole = cast[index - 1]
  return part && whole && isInanimate(part) && part.name?.startsWith('its ') ? whole.id : id
}

/** What everybody does who is said to be with somebody who does it. */
const doneTogether: ReadonlySet<string> = new Set(
  'plants bakes cooks mixes decorates paints builds draws digs gathers washes cleans fishes eats drinks dances sings reads plays rows'.split(
    ' ',
  ),
)

/** "plants a tree with her children": whom the clause names behind "with". */
const isNamedWith =
  ({ castMentions, text }: Reading, { start, end }: Clause) =>
  ({ id, kind }: CastEntry): boolean =>
    kind === 'person' &&
    castMentions.some(
      (mention) =>
        mention.ids.includes(id) &&
        mention.start >= start &&
        mention.end <= end &&
        /\bwith\s+(?:(?:an?|the|his|her|their|two|three)\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(
          text.slice(start, mention.start),
        ),
    )

/** A clause of the client's story as a step to be seen. */
const stepOf = (reading: Reading, clause: Clause): Step => {
  const around = companionsOf(reading, clause)
  const castIds = doersOf(reading, clause, around)
  const phrase =
    castIds.length > clause.castIds.length ? clause.phrase.replace(together, '') : clause.phrase
  return {
    castIds,
    // What cannot be drawn is told; meanwhile whoever does it is seen standing there.
    phrase: withItNamed(phrase, thingMeant(reading, clause)) || 'stands',
    action: clause.action || 'stands',
    companions: around.filter((id) => !castIds.includes(id)),
    asleep: around.filter((id) => isAsleep(reading, clause, id)),
    waiting: waitingFor(reading, clause),
    objects: reading.isEnglish
      ? thingsIn(
          `${broughtAlong(reading, clause)} ${withoutCast(reading, clause)} ${restBefore(reading, clause)}`,
        ).map((thing) =>
          thing === 'campfire' && isStepByHearth(reading, clause) ? 'fireplace' : thing,
        )
      : within(reading.objects, clause).slice(0, 3),
    ...(reading.isEnglish ? { sky: skyAt(reading, clause.start) } : {}),
  }
}

/** Those who do it with somebody do it themselves. */
const together =
  /\s+with\s+(?:an?|the|his|her|their|two|three)\s+(?:[\p{L}-]+\s+){0,2}?[\p{L}-]+(?=$|\s+(?:in|on|at|by|under|near|during|before|after|together)(?!\p{L}))/iu

/** "serves coffee to a truck driver": the words after a verb without those that name somebody; no truck is there. */
const withoutCast = ({ castMentions, text }: Reading, { rest, start, end }: Clause): string => {
  const from = text.indexOf(rest, start)
  if (from < 0) return rest
  return castMentions
    .filter((mention) => mention.start >= from && mention.end <= end && !mention.isThing)
    .reduce(
      (said, mention) =>
        `${said.slice(0, mention.start - from)}${' '.repeat(mention.end - mention.start)}${said.slice(mention.end - from)}`,
      rest,
    )
}

/** "A woman on a red bicycle stops": what is said of whoever acts before the verb. */
const broughtAlong = (reading: Reading, { castIds, start }: Clause): string => {
  const actor = reading.castMentions.findLast(
    ({ ids, end }) => end <= start && ids.some((id) => castIds.includes(id)),
  )
  const between = actor ? reading.text.slice(actor.end, start) : ''
  return /^\s+(?:with|on|in|under|carrying|holding)\s[^.,;!?\n]*$/iu.test(between) ? between : ''
}

const thingsIn = (text: string): readonly string[] =>
  [
    ...new Set(
      [...objects.find(text), ...otherThings.find(text)]
        .filter((mention) => !isAboard(text, mention))
        .map(({ word }) => word),
    ),
  ].slice(0, 3)

/** What animals do that the lines about people can be said of, too. */
const animalActions = new Set(['stands', 'walks', 'runs', 'looks', 'sleeps', 'flies', 'swims'])

/** Our own lines about what is done by some of the cast. */
export const linesFor = (
  action: string,
  cast: readonly CastEntry[],
  phrase: string,
): readonly string[] =>
  // Our lines for riding are about wheels, and who flies a kite stays on the ground.
  !(action === 'rides' && !/\b(?:bicycle|bike|car)\b/.test(phrase)) &&
  !(action === 'flies' && /^flies\s(?:an?|the|his|her|their|\p{L}+s)(?!\p{L})/u.test(phrase)) &&
  // What no one of the cast does has no name to begin a line with.
  cast.length > 0 &&
  (cast.every(({ kind }) => kind === 'person') || animalActions.has(action)) &&
  !cast.some(isInanimate)
    ? actionLines(action).map((line) => fillNames(line, cast))
    : []

/** Our own lines are unhurried and kind: nothing to be said over a quarrel. */
export const hasOwnWords = (reading: Reading): boolean => reading.isEnglish && !isQuarrel(reading)

/** Who does what, as it is told. */
interface Teller {
  readonly name: string
  /** With what the client says of them: `the woman with a candle`. */
  readonly fullName: string
  readonly isPlural: boolean
  /** The words of time before it, `In winter`; empty for none. */
  readonly leadIn: string
  /** With what "it" is by its name: "rides it" → "rides Zip", "rides the wave". */
  readonly clause: Clause
}

/** One of several who are called the same: `one brother`, `the other brother`; empty for others. */
const oneOfThose = ({ cast }: Reading, [only, ...others]: readonly CastEntry[]): string => {
  if (!only || others.length > 0 || only.name !== null) return ''
  const alike = cast.filter((member) => callOf(member) === callOf(only))
  if (alike.length < 2) return ''
  const later = alike.length > 2 ? 'another' : 'the other'
  return callOf(only).replace(/^the/, alike[0] === only ? 'one' : later)
}

/**
 * A clause as it is told: by whom it is done, and what.
 *
 * @param isInSight whether the sentence has just named what the client calls "it"
 */
export const tellerOf = (reading: Reading, clause: Clause, isInSight = false): Teller => {
  const cast = byId(reading, clause.castIds)
  const thing =
    reading.subject.brand || (reading.subject.product && `the ${reading.subject.product}`)
  const it = thing || (isInSight ? '' : thingMeant(reading, clause))
  const group = groupName(cast)
  const name = clause.force || group || oneOfThose(reading, cast) || joinNames(cast.map(callOf))
  return {
    name,
    fullName: clause.modifier === '' || clause.isPronoun ? name : `${name} ${clause.modifier}`,
    isPlural:
      (cast.length > 1 && group === null) ||
      (cast.every(isInanimate) && isMany(clause.force || (cast[0]?.noun ?? ''))),
    leadIn: leadInOf(reading, clause),
    clause: { ...clause, rest: withItNamed(clause.rest, it) },
  }
}

/**
 * A clause as a scene, told in the client's own words.
 *
 * @param isNamed whether the scene has just named whoever acts, so that a pronoun will do
 */
export const ideaOfClause = (reading: Reading, clause: Clause, isNamed = false): SceneIdea => {
  const cast = byId(reading, clause.castIds)
  const sentences = reading.isEnglish
    ? tellingOf(reading, clause, isNamed)
    : toldAs(
        shorterParts(reading.text.slice(clause.start, clause.end).trim(), 5).map(asSentence),
        clause.start,
      )
  const context = clauseContext(reading.text, clause)
  const time = reading.isEnglish
    ? (times.find(saidOf(clause))[0] ?? times.find(context).at(-1))?.word
    : within(reading.times, clause)[0]
  const dialogue = reading.isEnglish ? dialogueOf(reading, clause) : []
  const isSpoken = [...sentences, ...dialogue].some(({ speaker }) => speaker !== null)
  return idea('act', titleOfClause(clause), {
    place: placeOfClause(reading, clause),
    time: time ?? (byLamplight(clause) ? 'night' : null),
    ...(reading.isEnglish
      ? skyAt(reading, clause.start)
      : { weather: weathers.find(saidOf(clause))[0]?.word ?? null }),
    steps: [stepOf(reading, clause)],
    // The room has its fireplace in every shot of it.
    objects: reading.isEnglish && isStepByHearth(reading, clause) ? ['fireplace'] : [],
    ...viewOf(clause),
    lines: [
      ...sentences,
      ...dialogue,
      // What somebody says stands for itself.
      ...(hasOwnWords(reading) && !isChildsPlay(clause) && !isSpoken
        ? oneOf(linesFor(clause.action, cast, clause.phrase))
        : []),
    ],
  })
}

/** A quote is said by whoever says it; everything else is told. */
const tellingOf = (reading: Reading, clause: Clause, isNamed: boolean): readonly Line[] => {
  const cast = byId(reading, clause.castIds)
  const [speaker] = cast
  const told = toldAs(shortened(tellerOf(reading, clause), cast, isNamed), clause.start)
  if (clause.quote === '' || !speaker) return told
  return [{ text: clause.quote, speaker: callOf(speaker), group: `told ${clause.start}` }]
}

const viewOf = ({ action, force }: Clause): Pick<SceneIdea, 'framing' | 'camera'> => {
  if (force !== '') return { framing: 'wide', camera: 'pan-right' }
  return goingActions.has(action)
    ? { framing: 'full', camera: 'track-right' }
    : { framing: 'medium', camera: 'push-in' }
}

/** Who does something, after the words of time: `In winter he`. */
export const ledIn = (leadIn: string, subject: string): string =>
  leadIn === '' ? subject : `${leadIn} ${subject}`

/**
 * A clause told in full, then with ever fewer of its last words, and without its first. What is reported is told whole
 * or, where that takes too long, not at all.
 */
const shortened = (
  { clause, name, fullName, isPlural, leadIn }: Teller,
  cast: readonly CastEntry[],
  isNamed: boolean,
): readonly string[] => {
  const say = (said: Clause, subject: string): string =>
    clauseSentence(said, ledIn(leadIn, subject), isPlural || subject === 'they')
  if (clause.report !== '') {
    const rest = clause.phrase.replace(/^\p{L}+\s*/u, '')
    const verb = clause.phrase.split(' ')[0] ?? ''
    return [
      say(clause, fullName),
      say(clause, name),
      say({ ...clause, verb, rest, report: '' }, name),
    ]
  }
  const rests = shorterRests(clause)
  const pronoun = cast.length === 0 ? name : pronounFor(cast)
  const subjects = isNamed && clause.isPronoun ? [pronoun, name] : [name, pronoun]
  const [full = clause, ...shorter] = rests.map((rest) => ({ ...clause, rest }))
  return [
    ...new Set([
      ...(isNamed && clause.isPronoun ? [say(full, pronoun)] : [say(full, fullName)]),
      say(full, name),
      ...(isNamed ? [say(full, pronoun)] : []),
      ...(isNamed
        ? shorter.flatMap((said) => subjects.map((subject) => say(said, subject)))
        : subjects.flatMap((subject) => shorter.map((said) => say(said, subject)))),
      say(shorter.at(-1) ?? full, pronoun),
      // Better without its hour than not at all.
      clauseSentence(shorter.at(-1) ?? full, name, isPlural),
    ]),
  ]
}

const joint =
  /\s+(?:in|on|at|by|near|beside|through|along|across|over|under|down|up|past|around|onto|with|while|during|from|into|towards?|behind|after|to (?=(?:an?|the|his|her|their)\s))(?=\s)/giu

/** The words after a verb, whole, then without their last phrase, and so on down to what is done to what. */
const shorterRests = ({ rest, action }: Clause): readonly string[] => [
  rest,
  ...[...` ${rest}`.matchAll(joint)]
    .map(({ index }) => ` ${rest}`.slice(0, index).trim())
    .map((shorter) => shorter.replace(/(?:,|\s+(?:and|or|then))+$/u, ''))
    .filter((shorter) => shorter !== '' || saysEnough.has(action))
    .toReversed(),
]

/** Deeds that are told by their verb alone; "she switches" is nothing. */
const saysEnough = new Set([
  ...goingActions,
  ...'stands sits sleeps dances sings laughs cries smiles jumps waves cooks bakes eats drinks reads writes paints plays talks rows fishes pours rides climbs launches arrives'.split(
    ' ',
  ),
])

const pronounFor = (cast: readonly CastEntry[]): string => {
  const [only] = cast
  if (!only || cast.length > 1) return 'they'
  if (only.gender !== 'unknown') return only.gender === 'female' ? 'she' : 'he'
  if (only.kind === 'person') return callOf(only)
  return isInanimate(only) && isMany(only.noun) ? 'they' : 'it'
}
