import { companies } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { noticeLines } from '../lines/last-lines.ts'
import { lastWordsOn } from '../lines/mood-lines.ts'
import type { Clause } from '../reading/clause.ts'
import { clauseSentence, isMounted, predicate } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { factsOf } from '../reading/tellable.ts'
import { themeOf } from '../reading/theme.ts'
import { isInanimate } from '../words/acting-things.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { objects } from '../words/vocabulary.ts'
import { aboutEnd } from './about-film.ts'
import type { Entry } from './arrange.ts'
import {
  actEntries,
  arranged,
  changeEntries,
  closeIdea,
  detailIdea,
  endingsOf,
  entry,
  faceIdea,
  introduced,
  isToldByClient,
  meetIdea,
  openIdea,
} from './arrange.ts'
import { withLead } from './lead-seen.ts'
import { advertEntries } from './outline-advert.ts'
import { lessonEntries, lessonFacts, toldLessonEntries } from './outline-lesson.ts'
import { listedScenes } from './outline-listed.ts'
import { surveyEntries } from './outline-survey.ts'
import { talkEntries } from './outline-talk.ts'
import { placeEntries } from './place-entries.ts'
import { placeOfClause } from './place-of-clause.ts'
import type { Line, SceneIdea, Step } from './scene-idea.ts'
import { isTold, oneOf, told, toldAs } from './scene-idea.ts'
import { withSpokenEnds } from './spoken-ends.ts'
import { tellerOf } from './steps.ts'
import { explained, listToShow } from './topic-survey.ts'
import { withUntold } from './untold.ts'

/**
 * The scenes of a film, the same for every pilot: exactly `scenes` of them.
 *
 * @param scenes 1–40
 */
export const outlineScenes = (
  reading: Reading,
  whole: Setting,
  scenes: number,
): readonly SceneIdea[] => {
  const setting = whereItBegins(reading, whole)
  const fillers = placeEntries(reading, setting, 8, scenes)
  const ideas =
    reading.scenes.length > 0
      ? listedScenes(reading, setting, fillers, scenes)
      : arranged(entriesFor(reading, setting, fillers, scenes), fillers, scenes)
  if (listToShow(reading) !== null) return withSpokenEnds(reading, ideas)
  const seen = reading.scenes.length > 0 ? ideas : withLead(reading, ideas)
  return withSpokenEnds(reading, withUntold(reading, seen))
}

/** A film that names no place plays where its first deed is done. */
const whereItBegins = (reading: Reading, setting: Setting): Setting => {
  const [first] = reading.clauses
  const place = first && reading.places.length === 0 ? placeOfClause(reading, first) : null
  return place === null ? setting : { ...setting, places: [place] }
}

const entriesFor = (
  reading: Reading,
  setting: Setting,
  fillers: readonly Entry[],
  scenes: number,
): readonly Entry[] => {
  const { genre } = reading.subject
  const survey = listToShow(reading)
  if (survey) return surveyEntries(reading, setting, survey, scenes)
  const isTelling = reading.cast.length + reading.clauses.length > 0
  const isFull = reading.clauses.length >= scenes && isToldEnough(reading, scenes)
  if (genre === 'story' && isTelling && (scenes <= shortFilm || isFull))
    return shortEntries(reading, setting, scenes)
  if (genre === 'advert') return advertEntries(reading, setting, scenes)
  const facts = lessonFacts(reading)
  const clauses = explained(reading)
  if (genre === 'lesson' && reading.isEnglish && clauses.length >= ownLesson)
    return toldLessonEntries({ ...reading, clauses }, setting, facts, scenes)
  if (facts.length > 0) return lessonEntries(reading, setting, facts, scenes)
  // What nobody here can explain is shown where it is, and nothing is said to be explained.
  const isShown = genre === 'lesson' && clauses.length === 0 && reading.cast.length === 0
  if (genre !== 'story' && !(isShown && themeOf(reading) !== ''))
    return talkEntries(reading, setting, scenes)
  return reading.cast.length > 0
    ? storyEntries(reading, setting, scenes)
    : placeFilmEntries(reading, setting, fillers, scenes)
}

/** Sentences with which a client explains a topic themselves. */
const ownLesson = 2

/** Films of at most so many scenes, 20 seconds and less, have no seconds for a place without anybody in it. */
const shortFilm = 4

/** A short film shows whom it is about from the first picture on, and every scene of it is part of what they do. */
const shortEntries = (reading: Reading, setting: Setting, scenes: number): readonly Entry[] => {
  const acts = withLooseThings(
    reading,
    actEntries(reading, setting, scenes).map(({ idea }) => idea),
  )
  const [first] = acts
  const last = acts.at(-1)
  if (!(first && last)) return []
  const notice = noticeLines(reading)
  const endings = notice.length > 0 ? notice : oneOf(lastWordsOf(reading, setting, scenes))
  const ending: SceneIdea = {
    ...last,
    title: 'What Stays',
    steps: last.steps.slice(-1),
    framing: 'wide',
    camera: 'pull-out',
    lines: endings,
  }
  const more = [...nearViews(reading, setting, last), ending].slice(
    -Math.max(0, scenes - acts.length - 1),
  )
  const all =
    acts.length < scenes
      ? [shortOpening(reading, setting, first), ...acts, ...(scenes - acts.length > 1 ? more : [])]
      : acts
  return alongItsWay(reading, all).map((scene, index) => {
    const isEnd = index === all.length - 1
    const kind = index === 0 ? 'open' : isEnd ? 'close' : 'act'
    const ours = scene.lines.filter((line) => !isTold(line))
    const lines = isEnd
      ? [...scene.lines.filter(isTold), ...notice, ...ours, ...endings]
      : scene.lines
    const own = isToldEnough(reading, scenes) ? lines.filter(isTold) : lines
    return entry(reading.isEnglish ? { ...scene, kind, lines: own } : scene, index / all.length, 1)
  })
}

/** "Runs through a forest, a field and a village": the one thing that is done is seen at all its places, in their order. */
const alongItsWay = (reading: Reading, scenes: readonly SceneIdea[]): readonly SceneIdea[] => {
  const { clauses, places } = reading
  const [way, ...others] = clauses
  const passed = places.filter(({ start }) => way && start >= way.start && start < way.end)
  const isOnWay = way && others.length === 0 && passed.length > 1 && isGoing(way)
  if (!isOnWay) return scenes
  const stretches = stretchesOf(reading, way, passed)
  const placeOf = (index: number): number => Math.floor((index * passed.length) / scenes.length)
  return scenes.map((scene, index) => {
    const at = placeOf(index)
    const isNew = index === 0 || at > placeOf(index - 1)
    // From one room to another is one sentence.
    const isTogether = !reading.isEnglish || passed.length < 3 || scenes.length < passed.length
    const told = isTogether ? scene.lines.filter(isTold) : isNew ? (stretches[at] ?? []) : []
    return {
      ...scene,
      place: passed[at]?.word ?? scene.place,
      lines: [...told, ...scene.lines.filter((line) => !isTold(line))],
    }
  })
}

/** A way told place by place: "The fox runs through a forest.", "Then through a field.", "And through a village." */
const stretchesOf = (
  reading: Reading,
  way: Clause,
  passed: Reading['places'],
): readonly (readonly Line[])[] => {
  const { name, isPlural } = tellerOf(reading, way)
  const from = way.end - way.rest.length
  let preposition = ''
  return passed.map(({ end }, index) => {
    const start = index === 0 ? from : (passed[index - 1]?.end ?? from)
    const said = reading.text
      .slice(start, end)
      .replace(/^(?:\s|,|and\s|then\s)+/u, '')
      .trim()
    const own = /^(?:from|through|over|across|along|past|into|to|by|around|up|down|in|on|under)\s/u
    preposition = own.exec(said)?.[0] ?? preposition
    const rest = own.test(said) ? said : `${preposition}${said}`
    if (index === 0) return toldAs([clauseSentence({ ...way, rest }, name, isPlural)], way.start)
    const lead = index === passed.length - 1 ? 'And' : 'Then'
    return toldAs([`${lead} ${rest}.`], way.start + index)
  })
}

/** Whoever goes, rides or drives comes from one place to another. */
const isGoing = ({ action, verb }: Clause): boolean =>
  goingActions.has(action) ||
  /^(?:rides|drives|sails|travels|moves|rolls|wanders|journeys)$/.test(verb)

/** "A cake, balloons and a dog": where nothing is done to things that are named, they are there while the others act. */
const withLooseThings = (
  { clauses, objects: named }: Reading,
  acts: readonly SceneIdea[],
): readonly SceneIdea[] => {
  if (clauses.some(({ verb }) => verb !== '')) return acts
  const shown = acts.flatMap(({ objects: own, steps }) => [
    ...own,
    ...steps.flatMap((step) => step.objects),
  ])
  const loose = named.map(({ word }) => word).filter((word) => !shown.includes(word))
  return acts.map((act) => ({ ...act, objects: [...act.objects, ...loose].slice(0, 4) }))
}

/** The first picture, with the first words of the client's story where there is one. */
const shortOpening = (reading: Reading, setting: Setting, first: SceneIdea): SceneIdea => {
  const { place, time, weather, season } = first
  const open = openIdea(reading, place === null ? setting : { ...setting, places: [place] })
  const told = first.lines.filter((line) => line.group !== '' && isTold(line))
  return {
    ...open,
    ...{ place, time, weather, season },
    steps: first.steps.slice(0, 1),
    framing: reading.cast.length > 0 ? 'full' : 'establishing',
    lines: told.length > 0 ? [...open.lines.filter(isAsked), ...told] : open.lines,
  }
}

/** The question a film opens with. */
const isAsked = ({ text }: Line): boolean => text.endsWith('?')

/** Words of the client for each scene of a short film with which nothing needs to be added to them. */
const enoughWords = 5

const isToldEnough = (reading: Reading, scenes: number): boolean => {
  const words = reading.clauses.map((clause) => predicate(clause, false).split(' ').length + 1)
  return words.reduce((sum, count) => sum + count, 0) >= enoughWords * scenes
}

/** The last words of the shortest films are about what is seen, or there are none. */
const lastWordsOf = (reading: Reading, setting: Setting, scenes: number): readonly string[] => {
  const last = reading.clauses.at(-1)
  return scenes > 2 || last === undefined
    ? endingsOf(reading, setting)
    : lastWordsOn(last.action, aboutEnd(reading, setting))
}

/** Nearer looks at what is done: its things, then a face. */
const nearViews = (reading: Reading, setting: Setting, act: SceneIdea): readonly SceneIdea[] => {
  const step = act.steps.at(-1)
  const lead = reading.cast.find(
    (member) => step?.castIds.includes(member.id) && !isInanimate(member),
  )
  const { place, time, weather, season } = act
  const things =
    step?.objects
      .filter((object) => objects.words.includes(object))
      .slice(0, 1)
      .map((object) => ({ ...detailIdea(object), place, time, weather, season })) ?? []
  const face =
    lead && step
      ? [{ ...faceIdea(reading, setting, lead), steps: [step], place, time, weather, season }]
      : []
  return [...face, ...things].slice(-2)
}

/** People or animals and what they do: where, who, step by step, a turn, a last look. */
const storyEntries = (reading: Reading, setting: Setting, scenes: number): readonly Entry[] => {
  const most = reading.clauses.length > 0 ? scenes - Math.min(2, scenes - 1) : Math.ceil(scenes / 2)
  const acts = introduced(reading, actEntries(reading, setting, most))
  const living = reading.cast.filter((member) => !isInanimate(member))
  const [lead] = living
  const lastStep = acts.at(-1)?.idea.steps.at(-1)
  const close = { ...closeIdea(reading, setting), steps: lastStep ? [lastStep] : [] }
  return [
    entry(openIdea(reading, setting), 0, 2),
    entry(close, 1, 3),
    ...acts,
    ...companies(living)
      .filter((members) => !(isBroughtIn(reading, acts, members) || isOnlyRidden(acts, members)))
      .slice(0, 3)
      .map((members, index) => {
        const [first] = members
        const order = Math.max(0.1 + index * 0.01, orderOf(acts, first?.id ?? '') - 0.02)
        const step = firstStepOf(acts, members)
        return entry(meetIdea(reading, members, index, step), order, (step ? 5.6 : 4) + index * 0.2)
      }),
    ...reading.objects
      .slice(0, 3)
      .map(({ word }, index) => entry(detailIdea(word), orderOf(acts, word) + 0.01, 5 + index)),
    ...changeEntries(reading, setting),
    ...(lead && !isOnlyAsleep(acts, lead)
      ? [entry(faceIdea(reading, setting, lead), faceOrder(reading, acts), 7)]
      : []),
  ]
}

/** Who does nothing but sleep has no eyes to look into. */
const isOnlyAsleep = (acts: readonly Entry[], { id }: CastEntry): boolean => {
  const own = acts.flatMap(({ idea }) => idea.steps).filter(({ castIds }) => castIds.includes(id))
  return own.length > 0 && own.every(({ action }) => action === 'sleeps')
}

/** A face without words is seen before the last step, so that the film does not end in silence. */
const faceOrder = (reading: Reading, acts: readonly Entry[]): number =>
  isToldByClient(reading) ? (acts.at(-1)?.order ?? 1) - 0.01 : 0.9

/** Whoever does something in the client's story, or is there while it is done, is introduced by that; and so is whom a theme names. */
const isBroughtIn = (
  reading: Reading,
  acts: readonly Entry[],
  members: readonly CastEntry[],
): boolean =>
  (reading.clauses.length > 0 || themeOf(reading) !== '') &&
  acts.some(({ idea }) =>
    idea.steps.some(({ castIds, companions }) =>
      members.some(({ id }) => castIds.includes(id) || companions.includes(id)),
    ),
  )

/** What somebody does first, with whoever does it too; null for those who only look on. */
const firstStepOf = (acts: readonly Entry[], members: readonly CastEntry[]): Step | null => {
  const steps = acts.flatMap(({ idea }) => idea.steps)
  return steps.find(({ castIds }) => members.some(({ id }) => castIds.includes(id))) ?? null
}

/** A mount is seen under its rider and needs no introduction. */
const isOnlyRidden = (acts: readonly Entry[], members: readonly CastEntry[]): boolean =>
  members.every(({ what }) => what === 'horse' || what === 'donkey') &&
  firstStepOf(acts, members) === null &&
  acts.some(({ idea }) => idea.steps.some(({ phrase }) => isMounted(phrase)))

/** Where in the story a cast member or a thing first has a part. */
const orderOf = (acts: readonly Entry[], wanted: string): number =>
  acts.find(({ idea }) =>
    idea.steps.some(({ castIds, companions, objects }) =>
      [...castIds, ...companions, ...objects].includes(wanted),
    ),
  )?.order ?? 0.4

/** A place and its light, without people. */
const placeFilmEntries = (
  reading: Reading,
  setting: Setting,
  fillers: readonly Entry[],
  scenes: number,
): readonly Entry[] => {
  const facts = factsOf(reading)
  const otherPlaces = setting.places.slice(1).map((place, index, all) => {
    const open = openIdea(reading, { ...setting, places: [place] })
    // No two places are spoken of alike.
    const ours = open.lines.filter((line) => !isTold(line))
    const by = (index + 1) % Math.max(1, ours.length)
    const lines = [...ours.slice(by), ...ours.slice(0, by)]
    const scene: SceneIdea = { ...open, lines, kind: 'place', framing: 'wide', camera: 'pan-right' }
    return entry(scene, (index + 1) / (all.length + 1), 2 + index * 0.01)
  })
  const isShort = scenes <= 2
  const opening = openIdea(reading, setting)
  const shown = reading.objects.slice(0, 1).map(({ word }) => word)
  return [
    entry(isShort ? { ...opening, objects: shown } : opening, 0, 1),
    entry(closeIdea(reading, setting), 1, 2.5),
    ...(reading.clauses.length > 0 ? actEntries(reading, setting, scenes) : []),
    ...otherPlaces,
    ...reading.objects
      .slice(0, 4)
      .map(({ word }, index) => entry(detailIdea(word), 0.4 + index * 0.1, 3.2 + index)),
    ...changeEntries(reading, setting).map((change) => ({ ...change, rank: change.rank - 2.6 })),
    ...fillers.map((filler, index) => {
      const fact = facts[index]
      const idea = fact === undefined ? filler.idea : { ...filler.idea, lines: told([fact]) }
      return { ...filler, rank: 3.3 + index * 0.3, idea }
    }),
  ]
}
