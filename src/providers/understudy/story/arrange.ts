import { seedFrom } from '../../../kit/hash.ts'
import { callOf, fillNames, joinNames, titleCase } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import type { About } from '../lines/about.ts'
import { placeNoun } from '../lines/about.ts'
import { noticeLines } from '../lines/last-lines.ts'
import { closingLines, faceLines, lastWordsOn, moodOpenings } from '../lines/mood-lines.ts'
import { objectLines } from '../lines/object-lines.ts'
import { lightLines, placeOpenings, weatherLines } from '../lines/opening-lines.ts'
import { companyLines, meetingLines } from '../lines/people-lines.ts'
import { openingOf } from '../lines/survey-lines.ts'
import { reconciliationIn } from '../reading/implied-mood.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { isDull, isOfWholeFilm, seasonsIn } from '../reading/sky.ts'
import { isStatement } from '../reading/statements.ts'
import { themeOf } from '../reading/theme.ts'
import { isInanimate } from '../words/acting-things.ts'
import { interiors } from '../words/vocabulary.ts'
import { aboutEnd, aboutStart, companyOf } from './about-film.ts'
import { ideaOfStep, ownSteps } from './own-steps.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { idea, merged, oneOf, told, toldAs } from './scene-idea.ts'
import { scenesOfClauses } from './story-scenes.ts'

/** An idea that may become a scene. */
export interface Entry {
  readonly idea: SceneIdea
  /** Place in the film, 0 first … 1 last. */
  readonly order: number
  /** Entries of low rank are kept when there are more than scenes. */
  readonly rank: number
}

/** The entry in a form short enough to list. */
export const entry = (scene: SceneIdea, order: number, rank: number): Entry => ({
  idea: scene,
  order,
  rank,
})

/** Lists rotated by the concept, so that two films do not open with the same words. */
export const turned = <Item>(
  list: readonly Item[],
  reading: Reading,
  salt: string,
): readonly Item[] => {
  if (list.length === 0) return list
  const by = seedFrom(salt, reading.text) % list.length
  return [...list.slice(by), ...list.slice(0, by)]
}

/** A film that is only named opens with its name, in the client's words, and one that asks something with its question. */
const themeLines = (reading: Reading): readonly Line[] => {
  const [first = ''] = reading.sentences
  if (!reading.isEnglish) return []
  if (question.test(first)) return toldAs([first], -1)
  return reading.clauses.length === 0 ? toldAs(openingOf(themeOf(reading)), -1) : []
}

const question = /^(?:why|how|what|where|when|who)\s.*\?$/i

/** The scene that shows where we are. */
export const openIdea = (reading: Reading, setting: Setting): SceneIdea => {
  const [place = ''] = setting.places
  const season =
    seasonsIn(reading.text).find((mention) => isOfWholeFilm(reading, mention))?.word ?? ''
  return idea('open', placeTitle(place), {
    place,
    framing: 'establishing',
    camera: 'push-in',
    lines: [
      ...themeLines(reading),
      ...oneOf([
        ...(reading.subject.occasion === '' ? [] : [`${reading.subject.occasion}.`]),
        ...turned(
          placeOpenings({ place, season }, setting.timeAt(0), setting.mood),
          reading,
          'open',
        ),
        ...turned(moodOpenings(setting.mood, aboutStart(reading, setting)), reading, 'open'),
      ]),
    ],
  })
}

const placeTitle = (place: string): string =>
  /^(?:space|underwater|mars)$/.test(place)
    ? titleCase(place)
    : titleCase(`the ${place.replace(' interior', '')}`)

/** The scene that lets go. */
export const closeIdea = (reading: Reading, setting: Setting): SceneIdea =>
  idea('close', 'What Stays', {
    steps: [],
    framing: 'wide',
    camera: 'pull-out',
    lines: [...noticeLines(reading), ...oneOf(endingsOf(reading, setting))],
  })

/** Last words that fit what is done last, and how it feels then. */
export const endingsOf = (reading: Reading, setting: Setting): readonly string[] => {
  const last = reading.clauses.at(-1)
  const mood = reconciliationIn(reading) === null ? setting.mood : 'warm'
  const isStory = reading.subject.genre === 'story' && reading.cast.length > 0
  const about = aboutEnd(reading, setting)
  const isAlone = reading.cast.length < 2 && !reading.hasCrowd
  // A story that has been told needs no words of ours but those on what is done last.
  const lines = isToldByClient(reading)
    ? lastWordsOn(last?.action ?? '', about)
    : closingLines(mood, isStory ? (last?.action ?? '') : '', about)
  return turned(
    lines.filter((line) => !(isAlone && ofSeveral.test(line))),
    reading,
    'close',
  )
}

/** Steps of a story from which on the client's own words carry the film. */
const enoughSteps = 3

/** Whether the client tells enough that lines of ours on moods and faces would only be in the way. */
export const isToldByClient = ({ subject, clauses }: Reading): boolean =>
  subject.genre === 'story' && clauses.length >= enoughSteps

/** Words that nobody says of one alone. */
const ofSeveral = /\b(?:them|they|together|neither|anybody)\b/i

/**
 * The scene that introduces somebody, or several who are called the same.
 *
 * @param line place in the cast, from 0
 * @param step what they do first in the story; null for those who do nothing
 */
export const meetIdea = (
  reading: Reading,
  members: readonly CastEntry[],
  line: number,
  step: SceneIdea['steps'][number] | null = null,
): SceneIdea => {
  const [first] = members
  const kind = first ? lineKind(first) : 'person'
  const lines =
    members.length > 1 ? companyLines : turned(meetingLines(kind, line), reading, 'meet')
  return idea('meet', titleCase(joinNames(members.map(callOf))), {
    steps: [step ?? standing(members)],
    framing: 'medium',
    camera: 'orbit',
    caption: first && members.length === 1 ? captionOf(first) : '',
    lines: oneOf(lines.map((text) => fillNames(text, members))),
  })
}

/** Only robots are spoken of as things. */
const lineKind = ({ kind, what }: CastEntry): CastEntry['kind'] =>
  kind === 'thing' && what !== 'robot' ? 'animal' : kind

const standing = (members: readonly CastEntry[]): SceneIdea['steps'][number] => {
  const action = members.every(({ kind }) => kind === 'animal') ? 'looks' : 'stands'
  const castIds = members.map(({ id }) => id)
  return { castIds, phrase: action, action, companions: [], objects: [] }
}

/** Acts with the names of those who act for the first time, for the lower third. */
export const introduced = (reading: Reading, acts: readonly Entry[]): readonly Entry[] => {
  const seen = new Set<string>()
  return acts.map((act) => {
    const fresh = act.idea.steps.flatMap(({ castIds }) => castIds).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    const members = reading.cast.filter(({ id }) => fresh.includes(id))
    const caption = members.map(captionOf).find((text) => text !== '') ?? ''
    return { ...act, idea: { ...act.idea, caption: act.idea.caption || caption } }
  })
}

const captionOf = (member: CastEntry): string => {
  if (member.name === null || isInanimate(member)) return ''
  // In another language whoever is named is called by their noun, which is no name: "Mädchen".
  if (member.name.toLowerCase() === member.noun.toLowerCase()) return ''
  const isTrade = member.noun !== '' && !/^(?:wo)?man$|^girl$|^boy$/.test(member.noun)
  return isTrade ? `${member.name} · ${member.noun}` : member.name
}

/** The scene that looks at a thing. */
export const detailIdea = (object: string): SceneIdea =>
  idea('detail', titleCase(`the ${object}`), {
    objects: [object],
    framing: 'insert',
    camera: 'push-in',
    lines: told(objectLines(object)),
  })

/** The scene over a face, in the film's mood. */
export const faceIdea = (reading: Reading, setting: Setting, member: CastEntry): SceneIdea =>
  idea('face', 'A Thought', {
    steps: [
      { castIds: [member.id], phrase: 'looks', action: 'looks', companions: [], objects: [] },
    ],
    framing: 'close-up',
    camera: 'push-in',
    // Nothing is to be read in the face of whoever sleeps.
    lines:
      isToldByClient(reading) || reading.clauses.at(-1)?.action === 'sleeps'
        ? []
        : oneOf(
            turned(
              faceLines(setting.mood, {
                ...aboutEnd(reading, setting),
                cast: companyOf(reading, member),
              }),
              reading,
              'face',
            ),
          ),
  })

/** The scene in which the light has changed. */
const lightIdea = (reading: Reading, setting: Setting, time: string): SceneIdea =>
  idea('light', titleCase(time === 'day' ? 'Clear Light' : time), {
    time,
    framing: 'wide',
    camera: 'tilt-up',
    // Nobody looks at the light while something threatens, none comes that was there before, and clouds let none by.
    lines:
      setting.mood === 'tense' ||
      time === setting.timeAt(0) ||
      !/^(?:clear|wind)$/.test(setting.weatherAt(1))
        ? []
        : oneOf(lightLines(time, aboutEnd(reading, setting))),
  })

/** The scene in which the weather is what happens. */
const weatherIdea = (reading: Reading, weather: string, about: About): SceneIdea =>
  idea('turn', titleCase(`the ${weather === 'clear' ? 'sky' : weather}`), {
    weather,
    framing: 'wide',
    camera: 'pan-left',
    lines: oneOf(turned(weatherLines(weather, about), reading, 'weather')),
  })

/** What changes around the people: the weather that was asked for, unless the client tells it, and the light. */
export const changeEntries = (reading: Reading, setting: Setting): readonly Entry[] => {
  const [weather] = reading.weathers.filter((mention) => isOfWholeFilm(reading, mention))
  const outside = setting.places.find((place) => !interiors.has(place)) ?? null
  const isTold = reading.clauses.some(
    (clause) =>
      isStatement(clause) && /\b(?:rain|snow|storm|fog|mist|wind|thunder)/i.test(clause.force),
  )
  // Where the story names its hours itself, another one would contradict them: its last is looked at once more.
  const told = reading.times.findLast((mention) => !isOfWholeFilm(reading, mention))?.word
  return [
    ...(weather && outside !== null && !isTold
      ? [
          entry(
            {
              ...weatherIdea(reading, weather.word, {
                ...aboutStart(reading, setting),
                place: placeNoun(reading, outside),
              }),
              place: outside,
            },
            0.15,
            6,
          ),
        ]
      : []),
    // Where no sun is seen its light does not change.
    ...(told === undefined && isDull.has(setting.weatherAt(0.8))
      ? []
      : [
          entry(
            lightIdea(reading, setting, told ?? setting.timeAt(0.8)),
            told === undefined ? 0.8 : 0.99,
            6.5,
          ),
        ]),
  ]
}

/** The story's steps: the client's own, or what these people would do. */
export const actEntries = (reading: Reading, setting: Setting, most: number): readonly Entry[] => {
  const scenes = Math.max(1, most)
  const [place = ''] = setting.places
  const ideas =
    reading.clauses.length > 0
      ? scenesOfClauses(reading, scenes)
      : merged(
          ownSteps(reading, place)
            .slice(0, scenes)
            .map((step, round) => ideaOfStep(reading, step, { place, round })),
          scenes,
        )
  return ideas.map((scene, index, all) =>
    entry(scene, 0.25 + (0.6 * index) / all.length, 1 + index * 0.01),
  )
}

/** The best entries for so many scenes, in the order of the film; what a place offers fills up what is missing. */
export const arranged = (
  entries: readonly Entry[],
  fillers: readonly Entry[],
  scenes: number,
): readonly SceneIdea[] => {
  const own = entries.toSorted((a, b) => a.rank - b.rank).slice(0, scenes)
  const missing = scenes - own.length
  const more = Array.from({ length: missing }, (_, index): Entry[] => {
    const filler = fillers[index % Math.max(1, fillers.length)]
    if (!filler) return []
    const round = Math.floor(index / fillers.length)
    if (round === 0) return [filler]
    // Seen before: another angle on it, without the words.
    const order = 0.12 + (0.8 * ((index * 7) % missing)) / missing
    return [{ ...filler, order, idea: { ...filler.idea, lines: [], ...otherAngle(round) } }]
  }).flat()
  return distinctTitles(
    [...own, ...more].toSorted((a, b) => a.order - b.order).map(({ idea: scene }) => scene),
  )
}

const again = ['', ', Later', ', Once More', ', Another Day']

/** No two scenes of a film share a title, and nobody is introduced twice. */
export const distinctTitles = (ideas: readonly SceneIdea[]): readonly SceneIdea[] => {
  const seen = new Map<string, number>()
  const captions = new Set<string>()
  return ideas.map((scene) => {
    const times = seen.get(scene.title) ?? 0
    seen.set(scene.title, times + 1)
    const caption = captions.has(scene.caption) ? '' : scene.caption
    captions.add(caption)
    return { ...scene, caption, title: `${scene.title}${again[times] ?? ` ${times + 1}`}` }
  })
}

const angles = [
  { framing: 'establishing', camera: 'pull-out' },
  { framing: 'close-up', camera: 'pan-right' },
  { framing: 'full', camera: 'crane-up' },
  { framing: 'medium', camera: 'track-left' },
  { framing: 'wide', camera: 'tilt-down' },
] as const

const otherAngle = (round: number): Pick<SceneIdea, 'framing' | 'camera'> =>
  angles[round % angles.length] ?? angles[0]
