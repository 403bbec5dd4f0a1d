import { dialogueOf } from './dialogue.ts'
import { isQuarrel } from './implied-mood.ts'
import { madeThings, otherThings } from './made-things.ts'
import { callOf, fillNames, joinNames, titleCase } from './naming.ts'
import { actionLines } from './people-lines.ts'
import type { CastEntry } from './read-cast.ts'
import type { Clause } from './read-clauses.ts'
import { clauseContext, clauseSentence, isMounted } from './read-clauses.ts'
import type { Reading } from './read-concept.ts'
import type { SceneIdea, Step } from './scene-idea.ts'
import { idea, oneOf, told, toldAs } from './scene-idea.ts'
import { isOutInWeather, outdoorsOf } from './setting.ts'
import { pieces } from './tellable.ts'
import { interiors, objects, places, times, weathers } from './vocabulary.ts'

const byId = (reading: Reading, ids: readonly string[]): readonly CastEntry[] =>
  reading.cast.filter(({ id }) => ids.includes(id))

/** Who is meant within a clause besides those who act: `walks with his dog`, `catches him`. A mount is part of its rider. */
const companionsOf = (reading: Reading, clause: Clause): readonly string[] => {
  // Who is called is somewhere else.
  if (clause.action === 'calls') return []
  const named = reading.castMentions
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .flatMap(({ ids }) => ids)
  return [
    ...new Set([...named, ...meantByPronoun(reading, clause), ...faced(reading, clause)]),
  ].filter(
    (id) =>
      !clause.castIds.includes(id) &&
      !(
        isMounted(clause.phrase) &&
        reading.cast.some((member) => member.id === id && isMount(member))
      ),
  )
}

/** "Tom apologises" in a film of two: to the other. */
const faced = (reading: Reading, { verb, rest }: Clause): readonly string[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const isToSomebody =
    rest === '' && /^(?:apologi[sz]e|forgive|argue|quarrel|shout|promise|talk)s$/.test(verb)
  return isToSomebody && people.length === 2 ? people.map(({ id }) => id) : []
}

const isMount = ({ what }: CastEntry): boolean => what === 'horse' || what === 'donkey'

/** Whom "him", "her", "them" and "it" mean after a verb: the one named last who can be meant. */
const meantByPronoun = (reading: Reading, clause: Clause): readonly string[] => {
  const word =
    /^(?:(?:to|at|with|after|for)\s+)?(him|her|them|it)(?=$|\s+(?:\p{L}+ly|home|away|back|up|down|in|on|at|to|into|out|from|by|with|through|over|off|for)\b)/iu
      .exec(clause.rest)?.[1]
      ?.toLowerCase()
  if (word === undefined) return []
  const before = reading.castMentions
    .filter(({ end }) => end <= clause.start)
    .flatMap(({ ids }) => ids)
  const others = before
    .toReversed()
    .flatMap((id) => reading.cast.find((member) => member.id === id) ?? [])
    .filter(({ id }) => !clause.castIds.includes(id))
  if (word === 'them') return [...new Set(others.map(({ id }) => id))].slice(0, 4)
  const isMeant = ({ kind, gender }: CastEntry): boolean => {
    if (word === 'it') return kind !== 'person'
    return kind === 'person' && gender !== (word === 'him' ? 'female' : 'male')
  }
  const meant = others.find(isMeant)
  return meant ? [meant.id] : []
}

/** A clause of the client's story as a step to be seen. */
const stepOf = (reading: Reading, clause: Clause): Step => ({
  castIds: clause.castIds,
  // What cannot be drawn is told; meanwhile whoever does it is seen standing there.
  phrase: clause.phrase || 'stands',
  action: clause.action || 'stands',
  companions: companionsOf(reading, clause),
  objects: thingsIn(`${broughtAlong(reading, clause)} ${clause.rest}`),
})

/** "A woman on a red bicycle stops": what is said of whoever acts before the verb. */
const broughtAlong = (reading: Reading, { castIds, start }: Clause): string => {
  const actor = reading.castMentions.findLast(
    ({ ids, end }) => end <= start && ids.some((id) => castIds.includes(id)),
  )
  const between = actor ? reading.text.slice(actor.end, start) : ''
  return /^\s+(?:with|on|in|under|carrying|holding)\s[^.,;!?\n]*$/iu.test(between) ? between : ''
}

const thingsIn = (text: string): readonly string[] =>
  [...new Set([...objects.find(text), ...otherThings.find(text)].map(({ word }) => word))].slice(
    0,
    3,
  )

/** What animals do that the lines about people can be said of, too. */
const animalActions = new Set(['stands', 'walks', 'runs', 'looks', 'sleeps'])

const linesFor = (action: string, cast: readonly CastEntry[], phrase: string): readonly string[] =>
  // Our lines for riding are about wheels.
  !(action === 'rides' && !/\b(?:bicycle|bike|car)\b/.test(phrase)) &&
  (cast.every(({ kind }) => kind === 'person') || animalActions.has(action))
    ? actionLines(action).map((line) => fillNames(line, cast))
    : []

/** Reading by a candle is done at home and at night, unless the client says otherwise. */
const byLamplight = (clause: Clause): boolean =>
  /\b(?:candle|lamplight|lantern|fireplace|fireside)/i.test(clause.rest) &&
  ['reads', 'sits', 'types', 'eats', 'drinks', 'paints', 'repairs', 'sleeps'].includes(
    clause.action,
  )

const impliedPlace = (
  reading: Reading,
  clause: Clause,
  cast: readonly CastEntry[],
): string | null => {
  const isUnderWay = ['walks', 'runs', 'rides'].includes(clause.action)
  if (isUnderWay && /\b(?:home|away|back|outside|onward)\b/i.test(clause.rest)) {
    return reading.places.find(({ word }) => !interiors.has(word))?.word ?? null
  }
  if (byLamplight(clause)) return 'living room'
  const isInBed =
    /^(?:wakes|sleeps|dreams|dozes)$/.test(clause.verb) &&
    !/\b(?:under|in|on|at|by)\b/.test(clause.rest)
  return isInBed && cast.every(({ kind }) => kind === 'person') ? 'bedroom' : null
}

/** Our own lines are unhurried and kind: nothing to be said over a quarrel. */
const hasOwnWords = (reading: Reading): boolean => reading.isEnglish && !isQuarrel(reading)

/** Playing without an instrument: our lines and titles for it are about music. */
const isChildsPlay = ({ action, verb, rest }: Clause): boolean =>
  action === 'plays' &&
  /^(?:plays|builds|makes|creates)$/.test(verb) &&
  !/\b(?:guitar|ukulele|banjo|violin|cello|piano|keyboard|drums?|flute|trumpet|saxophone|music|songs?|tune|melody|band|chords?)\b/i.test(
    rest,
  )

const placeOfClause = (
  reading: Reading,
  clause: Clause,
  cast: readonly CastEntry[],
): string | null => {
  const own = places.find(clause.rest)[0]?.word
  if (own !== undefined) return own
  const around = places.find(clauseContext(reading.text, clause)).at(-1)?.word
  const isIndoors = around === undefined || interiors.has(around)
  const home = around ?? reading.places[0]?.word ?? ''
  if (isIndoors && interiors.has(home) && goesIntoWeather(clause)) return outdoorsOf(reading)
  return around ?? impliedPlace(reading, clause, cast)
}

/** "leaves in the rain", "steps out into the snow". */
const goesIntoWeather = ({ action, rest }: Clause): boolean =>
  ['walks', 'runs', 'rides', 'stands', 'dances'].includes(action) && isOutInWeather(rest)

/** A clause as a scene, told in the client's own words. */
export const ideaOfClause = (reading: Reading, clause: Clause): SceneIdea => {
  const cast = byId(reading, clause.castIds)
  const name = joinNames(cast.map(callOf))
  const thing =
    reading.subject.brand || (reading.subject.product && `the ${reading.subject.product}`)
  const clear = thing === '' ? clause : { ...clause, rest: clause.rest.replace(/\bit\b/, thing) }
  const sentences = reading.isEnglish
    ? toldAs(shortened(clear, name, cast), clause.start)
    : told(sourceOf(reading, clause))
  const context = clauseContext(reading.text, clause)
  const time = times.find(clause.rest)[0] ?? times.find(context).at(-1)
  return idea('act', titleOfClause(clause), {
    place: placeOfClause(reading, clause, cast),
    time: time?.word ?? (byLamplight(clause) ? 'night' : null),
    weather: weathers.find(clause.rest)[0]?.word ?? null,
    steps: [stepOf(reading, clause)],
    framing: clause.action === 'walks' || clause.action === 'runs' ? 'full' : 'medium',
    camera: clause.action === 'walks' || clause.action === 'runs' ? 'track-right' : 'push-in',
    lines: [
      ...sentences,
      ...(reading.isEnglish ? dialogueOf(reading, clause) : []),
      ...(hasOwnWords(reading) && !isChildsPlay(clause)
        ? oneOf(linesFor(clause.action, cast, clause.phrase))
        : []),
    ],
  })
}

/** A clause told in full, without its last words, and without its first. */
const shortened = (clause: Clause, name: string, cast: readonly CastEntry[]): readonly string[] => {
  const isPlural = cast.length > 1
  const brief = clause.rest.replace(
    /\s+(?:in|on|at|by|near|beside|through|along|across|over|under|with|while|during|from|into|towards?|behind)\s.*$/iu,
    '',
  )
  const short = { ...clause, rest: brief }
  return [
    ...new Set([
      clauseSentence(clause, name, isPlural),
      clauseSentence(short, name, isPlural),
      clauseSentence(short, pronounFor(cast), isPlural),
    ]),
  ]
}

const pronounFor = (cast: readonly CastEntry[]): string => {
  const [only] = cast
  if (!only || cast.length > 1) return 'they'
  if (only.gender !== 'unknown') return only.gender === 'female' ? 'she' : 'he'
  return only.kind === 'person' ? callOf(only) : 'it'
}

/** The client's own sentence around a clause. */
const sourceOf = (reading: Reading, clause: Clause): readonly string[] => {
  const sentence = reading.sentences.find((text) => {
    const start = reading.text.indexOf(text)
    return start >= 0 && clause.start >= start && clause.start < start + text.length
  })
  return sentence === undefined ? [] : pieces(sentence)
}

const titleOfClause = (clause: Clause): string => {
  const noun = /\b(?:the|an?|his|her|their|its)\s+((?:[\p{L}-]+\s*){1,3})$/iu.exec(clause.rest)?.[1]
  const isThing = noun !== undefined && places.find(noun).length === 0 && clause.action !== 'talks'
  if (/^(?:argue|quarrel|bicker|shout|yell)s$/.test(clause.verb)) return 'Loud Words'
  const [made] = madeThings.find(clause.rest)
  if (made) return titleCase(`the ${made.word}`)
  if (!isThing && isChildsPlay(clause)) return 'At Play'
  return isThing ? titleCase(`the ${noun.trim()}`) : (actionTitles[clause.action] ?? 'The Moment')
}

/** Scene titles by what is done. */
const actionTitles: Readonly<Record<string, string>> = {
  stands: 'A Pause',
  walks: 'On the Way',
  runs: 'In a Hurry',
  sits: 'A Quiet Minute',
  reads: 'Between the Lines',
  types: 'At Work',
  drinks: 'A Sip',
  eats: 'The Taste',
  cooks: 'By Hand',
  looks: 'A Closer Look',
  talks: 'The Conversation',
  waves: 'A Raised Hand',
  points: 'There',
  dances: 'The Dance',
  plays: 'The Tune',
  rides: 'Under Way',
  rows: 'On the Water',
  climbs: 'Higher',
  carries: 'In Both Hands',
  hugs: 'Close',
  paints: 'Colour',
  repairs: 'Mending',
  sleeps: 'Rest',
  smiles: 'A Smile',
  bakes: 'By Hand',
  pours: 'To the Brim',
  serves: 'At the Table',
  brews: 'Fresh',
  searches: 'Where Is It',
  finds: 'Found',
  opens: 'Opened',
  gives: 'From Hand to Hand',
  offers: 'From Hand to Hand',
  calls: 'The Call',
  jumps: 'The Leap',
  sings: 'The Song',
  cheers: 'Hurray',
  laughs: 'Laughter',
  cries: 'Tears',
  thinks: 'A Thought',
  builds: 'Piece by Piece',
  photographs: 'Click',
  catches: 'Caught',
  fights: 'The Fight',
  falls: 'The Fall',
}

const tradeActions: readonly (readonly [RegExp, string])[] = [
  [/chef|cook|baker|barista/, 'cooks'],
  [/painter|artist|potter|sculptor/, 'paints'],
  [/musician|guitarist|pianist|violinist|singer/, 'plays'],
  [/dancer|ballerina|skater/, 'dances'],
  [/mechanic|watchmaker|clockmaker|toymaker|carpenter|engineer|inventor|luthier/, 'repairs'],
  [/runner|athlete|jogger/, 'runs'],
  [/cyclist|surfer|skier/, 'rides'],
  [/writer|author|developer|programmer|journalist/, 'types'],
  [/climber|mountaineer/, 'climbs'],
  [/rower/, 'rows'],
  [/farmer|gardener|courier|florist/, 'carries'],
  [/student|librarian|professor/, 'reads'],
  [/host|guest|presenter|interviewer|teacher/, 'talks'],
]

/** What somebody does when the concept does not say: their trade first, then what one does at such a place. */
export const ownSteps = (reading: Reading, place: string): readonly Step[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const lead = people[0] ?? reading.cast[0]
  if (!lead) return []
  const companions = reading.cast.map(({ id }) => id).filter((id) => id !== lead.id)
  const trade = tradeActions.find(([pattern]) => pattern.test(lead.noun))?.[1]
  return actionsAt(lead, place, trade, people.length > 1).map(
    (action): Step => ({
      castIds: action === 'talks' && people.length > 1 ? people.map(({ id }) => id) : [lead.id],
      phrase: action,
      action,
      companions: action === 'talks' && people.length > 1 ? [] : companions,
      objects: [],
    }),
  )
}

const actionsAt = (
  lead: CastEntry,
  place: string,
  trade: string | undefined,
  isCompany: boolean,
): readonly string[] => {
  if (lead.kind !== 'person') return ['walks', 'looks', 'runs', 'sits']
  const usual = interiors.has(place)
    ? ['sits', 'looks', 'smiles']
    : ['walks', 'looks', 'sits', 'smiles']
  const all = [
    ...(trade ? [trade] : []),
    ...(isCompany && lead.kind === 'person' ? ['talks'] : []),
    ...usual,
  ]
  return [...new Set(all)]
}

/** A step nobody wrote as a scene. */
export const ideaOfStep = (reading: Reading, step: Step): SceneIdea => {
  const cast = byId(reading, step.castIds)
  return idea('act', actionTitles[step.action] ?? 'The Moment', {
    steps: [step],
    framing: 'medium',
    camera: step.action === 'walks' || step.action === 'runs' ? 'track-left' : 'orbit',
    lines: hasOwnWords(reading) ? oneOf(linesFor(step.action, cast, step.phrase)) : [],
  })
}
