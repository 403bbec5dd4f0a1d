import { capital, titleCase } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { tailOf } from '../lines/sight-tails.ts'
import type { SightKind, ToldSight } from '../lines/survey-lines.ts'
import { closingOf, linesOfSurvey, openingOf } from '../lines/survey-lines.ts'
import { asSentence } from '../reading/foreign-clauses.ts'
import type { Sight } from '../reading/phrases.ts'
import { isDoneIn } from '../reading/phrases.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import type { Survey } from '../reading/survey.ts'
import type { Mention } from '../words/lexicon.ts'
import { interiors, waysOfAnimal } from '../words/vocabulary.ts'
import type { Entry } from './arrange.ts'
import { changeEntries, closeIdea, entry, openIdea } from './arrange.ts'
import { beatsOf } from './place-beats.ts'
import { byId } from './place-of-clause.ts'
import type { SceneIdea, Step } from './scene-idea.ts'
import { idea, merged, oneOf, toldAs } from './scene-idea.ts'
import { ideaOfClauses } from './story-scenes.ts'

/** A film of what the client lists: the whole, each of its sights, what else lies about them, the whole again. */
export const surveyEntries = (
  reading: Reading,
  setting: Setting,
  survey: Survey,
  scenes: number,
): readonly Entry[] => {
  const sights = sightIdeas(reading, setting, survey)
  const opening = survey.whole === '' ? null : wholeIdea(reading, setting, survey, sights)
  if (scenes - (opening ? 1 : 0) <= sights.length) return shortSurvey(opening, sights, scenes)
  const close: SceneIdea = {
    ...closeIdea(reading, setting),
    ...skyOf(sights),
    lines: oneOf(closingOf(survey.whole)),
  }
  const isSeen = survey.kind === 'seen' && reading.isEnglish
  return [
    ...(opening ? [entry(opening, 0, 1)] : []),
    ...sights.map((scene, index) => entry(scene, orderOf(index, sights.length), 1.1)),
    ...(survey.kind === 'done' ? [] : [entry(close, 1, 2)]),
    ...nearViews(sights),
    ...(isSeen ? besideThem(reading, sights) : []),
    ...(isSeen && isUnderSky(sights) ? changeEntries(reading, setting) : []).map((change) => ({
      ...change,
      rank: change.rank + 2,
    })),
  ]
}

/** The first scene: what the list is of. */
const wholeIdea = (
  reading: Reading,
  setting: Setting,
  survey: Survey,
  [first]: readonly SceneIdea[],
): SceneIdea => ({
  ...openIdea(reading, setting),
  title: titleCase(survey.whole),
  place: homeOf(reading, survey) ?? first?.place ?? null,
  weather: first?.weather ?? null,
  time: first?.time ?? null,
  lines: toldAs(reading.isEnglish ? openingOf(survey.whole) : [asSentence(survey.whole)], -1),
})

/** As many scenes as there is time for: the whole by itself where it has a scene to itself, else with its first sight. */
const shortSurvey = (
  opening: SceneIdea | null,
  sights: readonly SceneIdea[],
  scenes: number,
): readonly Entry[] => {
  // Of three scenes none is left for the whole where three things are to be seen.
  const isApart = opening !== null && scenes > (sights.length > 2 ? 3 : 2)
  const acts = merged(sights, Math.max(1, scenes - (isApart ? 1 : 0)))
  const [first, ...others] = acts
  if (!first) return []
  const together: SceneIdea = opening
    ? { ...first, kind: 'open', lines: [...opening.lines, ...first.lines] }
    : first
  const all = isApart ? [opening, ...acts] : [together, ...others]
  return all.map((scene, index) => entry(scene, index / all.length, 1))
}

/** The whole is seen under the sky of its last sight. */
const skyOf = (sights: readonly SceneIdea[]): Pick<SceneIdea, 'weather'> => ({
  weather: sights.at(-1)?.weather ?? null,
})

const orderOf = (index: number, count: number): number => 0.1 + (0.8 * index) / count

const isUnderSky = (sights: readonly SceneIdea[]): boolean =>
  sights.some(
    ({ place }) => place !== null && !interiors.has(place) && !/^(?:underwater|space)$/.test(place),
  )

/** Every sight once more, nearer and without words. */
const nearViews = (sights: readonly SceneIdea[]): readonly Entry[] =>
  sights.map((scene, index) => {
    const near: SceneIdea = {
      ...scene,
      lines: [],
      title: `${scene.title}, Up Close`,
      framing: scene.framing === 'wide' ? 'medium' : 'close-up',
      camera: index % 2 === 0 ? 'pan-right' : 'tilt-up',
    }
    return entry(near, orderOf(index, sights.length) + 0.01, 4 + index * 0.1)
  })

/** What the places of the sights have besides, for a film with time for it. */
const besideThem = (reading: Reading, sights: readonly SceneIdea[]): readonly Entry[] => {
  const banned = new Set(reading.negations.flatMap(({ words }) => words))
  const seen = new Set<string>()
  return sights.flatMap(({ place, title, weather }, index) =>
    beatsOf(place ?? '')
      .filter((beat) => beat.place === null && !seen.has(beat.title) && beat.title !== title)
      .filter(({ animal, object }) => !(banned.has(animal?.[0] ?? '') || banned.has(object ?? '')))
      .slice(0, 1)
      .flatMap((beat) => {
        if (place === null || interiors.has(place)) return []
        seen.add(beat.title)
        const beside = idea('place', beat.title, {
          place,
          weather,
          framing: beat.framing,
          camera: beat.camera,
          objects: beat.object ? [beat.object] : [],
          lines: oneOf(beat.lines),
        })
        return [entry(beside, orderOf(index, sights.length) + 0.02, 3 + index * 0.1)]
      }),
  )
}

/** The sights as scenes, each with its own words. */
export const sightIdeas = (
  reading: Reading,
  setting: Setting,
  survey: Survey,
): readonly SceneIdea[] => {
  const bare = survey.sights.map((sight) => sightIdea(reading, sight))
  const lines = reading.isEnglish
    ? linesOfSurvey(
        survey,
        bare.map((scene, index) => toldSight(reading, scene, survey.sights[index])),
      )
    : survey.sights.map(({ text }) => [asSentence(text)])
  const home = homeOf(reading, survey)
  const isOfFilm = (mentions: readonly Mention[]): boolean =>
    survey.whole === '' ||
    mentions.length === 0 ||
    !mentions.every(({ start }) => isWithin(survey.sights, start))
  return bare.map((scene, index) => ({
    ...scene,
    place: scene.place ?? home ?? placeBefore(bare, index) ?? setting.places[0] ?? null,
    // What one sight of a list says of sky and hour is not said of the others.
    weather: scene.weather ?? (isOfFilm(reading.weathers) ? null : 'clear'),
    time:
      scene.time ??
      (isOfFilm(reading.times) ? null : 'day') ??
      litTime(reading, setting, survey, index),
    lines: toldAs(lines[index] ?? [], survey.sights[index]?.start ?? 0),
  }))
}

/** What says nothing of where it is stays where the film was, out of doors. */
const placeBefore = (sights: readonly SceneIdea[], index: number): string | null =>
  sights.slice(0, index).findLast(({ place }) => place !== null && !interiors.has(place))?.place ??
  null

const litAtNight =
  /\b(?:fireworks?|fireflies|northern lights|aurora|shooting stars?|constellations?|(?:string|fairy|christmas|neon) lights|lanterns|torchlight|stars)\b/i

/** What is seen only in the dark brings the night for itself, not for the rest of its list. */
const litTime = (
  reading: Reading,
  setting: Setting,
  { whole, sights }: Survey,
  index: number,
): string | null => {
  const isLit = ({ text }: Sight): boolean => litAtNight.test(text)
  const hour = setting.timeAt(0)
  const isBySight =
    reading.times.length === 0 && /^(?:night|dusk)$/.test(hour) && sights.some(isLit)
  if (whole === '' || !isBySight) return null
  return sights.slice(index, index + 1).some(isLit) ? hour : 'day'
}

const isWithin = (sights: readonly Sight[], at: number): boolean =>
  sights.some(({ start, end }) => at >= start && at < end)

/** Where a list is at home: where its label says, else where such things are done; null where neither is known. */
const homeOf = (reading: Reading, { kind, whole, sights }: Survey): string | null => {
  const named = reading.places.find(({ start }) => !isWithin(sights, start))?.word
  if (named !== undefined) return named
  // Verses are at home nowhere, companies where they work.
  if (kind === 'said') return whole === '' ? null : 'office'
  if (kind === 'done' && reading.places.length === 0)
    return roomsOfWork.find(([pattern]) => pattern.test(reading.text))?.[1] ?? 'workshop'
  return null
}

const roomsOfWork: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dig|soil|seeds?|seedlings?|plant a|garden|compost|prune)\b/i, 'garden'],
  [
    /\b(?:recipe|cook|bake|fry|boil|simmer|whisk|stir|chop|oven|pan|pot|flour|eggs?|butter|sugar|salt|onions?|dough|brew|tea|coffee|serve)\b/i,
    'kitchen',
  ],
]

const toldSight = (reading: Reading, scene: SceneIdea, sight: Sight | undefined): ToldSight => {
  const { text = '' } = sight ?? {}
  const ids = scene.steps.flatMap(({ castIds }) => castIds)
  const words = {
    weather: scene.weather,
    life: byId(reading, ids)[0]?.what ?? null,
  }
  return { kind: kindOf(scene), tail: tailOf(text, words) }
}

const kindOf = ({ place, weather, steps, objects }: SceneIdea): SightKind => {
  if (steps.length > 0) return 'life'
  if (place !== null) return 'place'
  if (weather !== null && objects.length === 0) return 'air'
  return objects.length > 0 ? 'thing' : 'other'
}

const sightIdea = (reading: Reading, sight: Sight): SceneIdea => {
  const { text, start, end } = sight
  const isIn = (span: { readonly start: number }): boolean =>
    span.start >= start && span.start < end
  const words = (mentions: readonly { readonly word: string; readonly start: number }[]) =>
    mentions.filter(isIn).map(({ word }) => word)
  const clauses = reading.clauses.filter(
    (clause) => isIn(clause) && clause.verb !== '' && isDoneIn(reading, clause, start),
  )
  const members = byId(
    reading,
    reading.castMentions.filter(isIn).flatMap(({ ids }) => ids),
  )
  const done = reading.isEnglish ? ideaOfClauses(reading, clauses) : undefined
  const objects = words(reading.objects).slice(0, 3)
  const place = words(reading.places)[0] ?? done?.place ?? null
  const isAtSea = (place ?? reading.places[0]?.word) === 'underwater'
  const steps = done?.steps ?? (members.length > 0 ? [stepOf(members, isAtSea)] : [])
  return idea(steps.length > 0 ? 'act' : 'place', titleOf(text), {
    place,
    time: words(reading.times)[0] ?? null,
    weather: words(reading.weathers)[0] ?? null,
    steps,
    objects,
    ...viewOf({ steps, objects, place }),
  })
}

/** Who is in it is seen whole, a thing near, a place wide. */
const viewOf = ({
  steps,
  objects,
  place,
}: Pick<SceneIdea, 'steps' | 'objects' | 'place'>): Pick<SceneIdea, 'framing' | 'camera'> => {
  if (steps.length > 0) return { framing: 'full', camera: 'track-right' }
  if (objects.length === 0) return { framing: 'wide', camera: 'pan-right' }
  return { framing: place === null ? 'insert' : 'wide', camera: 'push-in' }
}

/** Who is named and not said to do anything: animals go their way, people stand there. */
const stepOf = (members: readonly CastEntry[], isAtSea: boolean): Step => {
  const [first] = members
  const way = isAtSea ? 'swims' : (waysOfAnimal(first?.what ?? '')[0] ?? 'looks')
  const action = first?.kind === 'animal' ? way : 'stands'
  return {
    castIds: members.map(({ id }) => id),
    phrase: action,
    action,
    companions: [],
    objects: [],
  }
}

/** Longest title of a scene, in words. */
const mostTitleWords = 6

const titleOf = (text: string): string => {
  const [phrase = text] = text.replace(/[.!?;…]+$/u, '').split(/[,;]\s/)
  const words = phrase.replace(/^(?:an?|the)\s+(?=\S+\s)/i, '').split(/\s+/)
  return titleCase(capital(words.slice(0, mostTitleWords).join(' ')))
}
