import type {
  OverlayReply,
  SceneReply,
  ScriptBrief,
  ScriptReply,
  ShotReply,
} from '../../../domain/crew-tasks.ts'
import type { TransitionKind } from '../../../domain/script.ts'
import { framesPerSecond, type Rate } from '../../../domain/time.ts'
import { lookOf } from '../cast/looks.ts'
import { atPlace, callOf, capital, joinNames, withoutLooseEnd } from '../cast/naming.ts'
import { garmentsOf } from '../cast/worn.ts'
import { asDrawn } from '../contract/asked-words.ts'
import { isCovered } from '../contract/covered.ts'
import { colouredAs, figuresIn } from '../contract/shown-as.ts'
import { alsoShown } from '../contract/where-done.ts'
import { filmTitle } from '../lines/film-title.ts'
import { foreignTitles } from '../lines/foreign-titles.ts'
import { appealsIn } from '../lines/last-lines.ts'
import { lowered } from '../lines/survey-lines.ts'
import { isMounted } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { readConcept } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { readSetting } from '../reading/setting.ts'
import { themeOf } from '../reading/theme.ts'
import { finishes } from '../words/styles.ts'
import type { ShotPlan } from './break-shots.ts'
import { shotBreaker } from './break-shots.ts'
import { crowdPlaceOf } from './crowd-place.ts'
import { outlineScenes } from './outline.ts'
import type { StagedScene } from './stage-scenes.ts'
import { shownWords, stageScenes } from './stage-scenes.ts'
import { listToShow } from './topic-survey.ts'

/** Write the film of one pilot by rules. Scenes, cast and words follow from the concept; shots and joins from the pilot. */
export const writeScript = (brief: ScriptBrief): ScriptReply => {
  const reading = inLanguageOf(brief, readConcept(brief.concept))
  const scenes = Math.max(
    1,
    Math.min(brief.scenes, 40, Math.floor(brief.seconds / brief.minShotSeconds + 1e-9)),
  )
  const setting = readSetting(reading, scenes)
  const banned = new Set(reading.negations.flatMap(({ words }) => words))
  const staged = stageScenes(reading, setting, outlineScenes(reading, setting, scenes), {
    seconds: brief.seconds,
    leastShot: brief.minShotSeconds,
    mostShot: brief.maxShotSeconds,
    isNarrated: brief.narrated && !banned.has('narration'),
  })
  const title = filmTitle(reading, setting)
  const breakScene = shotBreaker(shotPlanOf(reading, brief))
  // Overlays make shots longer or shorter, and joins are measured by their lengths.
  const shots = staged.map((scene, index) =>
    withOverlays(scene, breakScene(scene), {
      title,
      isLast: index === staged.length - 1,
      hasText: !banned.has('text'),
      isShort: isShort(brief),
      leastShot: brief.minShotSeconds,
      mostShot: brief.maxShotSeconds,
      rate: brief.rate,
      reading,
    }),
  )
  const groups = groupsOf(staged)
  const titles = titlesOf(reading, staged, { title, language: brief.language })
  return {
    title,
    logline: loglineOf(reading, setting, title),
    look: lookOfFilm(reading, setting),
    musicMood: setting.mood,
    fadeOutSeconds: isShort(brief) ? 0.5 : 1,
    cast: reading.cast.map((entry, index) => ({
      id: entry.id,
      name: callOf(entry),
      kind: entry.kind,
      look: lookOf(entry, index, reading.text),
    })),
    scenes: staged.map((scene, index) =>
      sceneReply(brief, scene, {
        shots: shots[index] ?? [],
        transition: transitionInto(brief.pilot.pace, staged, shots, index),
        group: groups[index] ?? null,
        title: titles[index] ?? scene.idea.title,
        worn: reading.cast.flatMap(({ wears }) => garmentsOf(wears)),
        whole: [
          ...reading.styles.map(({ word }) => word).filter((word) => finishes.words.includes(word)),
          ...reading.cast.flatMap((entry) => colouredAs(entry) ?? []),
        ],
        cast: reading.cast,
      }),
    ),
  }
}

/** What the shots of a pilot have in common. */
const shotPlanOf = (reading: Reading, brief: ScriptBrief): ShotPlan => ({
  pace: brief.pilot.pace,
  least: brief.minShotSeconds,
  most: brief.maxShotSeconds,
  cast: reading.cast,
  described: reading.described,
  hasCrowd: reading.hasCrowd,
  crowdPlace: crowdPlaceOf(reading),
  crowdAction: reading.crowdDeed?.action ?? '',
  isListed: reading.scenes.length > 0,
  banned: new Set(reading.negations.flatMap(({ words }) => words)),
})

/** "Winter" may be any language: a film that is to be told in another than English has no English lines. */
const inLanguageOf = ({ language }: ScriptBrief, reading: Reading): Reading => {
  const isOther = reading.isEnglish && !/^en\b/i.test(language)
  const isTold = /\b(?:the|an?|of|and|is|are|at|with|to|his|her|it|for|on|from|by)\b/i.test(
    reading.text,
  )
  return isOther && !isTold ? { ...reading, isEnglish: false } : reading
}

/** Titles of the scenes, in the film's language. */
const titlesOf = (
  reading: Reading,
  staged: readonly StagedScene[],
  film: { readonly title: string; readonly language: string },
): readonly string[] => {
  if (reading.isEnglish) return staged.map(({ idea }) => withoutLooseEnd(idea.title))
  const scenes = staged.map(({ idea, lines }) => ({
    kind: idea.kind,
    title: idea.title,
    lines: lines.map(({ text }) => text),
  }))
  return foreignTitles(reading, scenes, film)
}

/** Films that need every second for their pictures: 12 s and less. */
const isShort = ({ seconds }: ScriptBrief): boolean => seconds <= 12

interface SceneParts {
  readonly shots: readonly ShotReply[]
  readonly transition: SceneReply['transition']
  readonly group: string | null
  readonly title: string
  /** What the cast wear. */
  readonly worn: readonly string[]
  /** What holds for the whole film where it can be drawn: its finish, the colours of its animals. */
  readonly whole: readonly string[]
  readonly cast: Reading['cast']
}

/** Deeds and companies are ordered with all their words. */
const isDeed = ({ kind }: ScriptBrief['items'][number]): boolean =>
  kind === 'action' || kind === 'relation'

const sceneReply = (brief: ScriptBrief, scene: StagedScene, parts: SceneParts): SceneReply => {
  const read = [...scene.lines, ...parts.shots.flatMap(({ overlays }) => overlays)]
  const texts = read.map(({ text }) => text.toLowerCase())
  const seen = parts.shots.map((shot) => seenIn(scene, shot, parts))
  return {
    title: parts.title.slice(0, 80),
    description: descriptionOf(scene, parts.shots),
    transition: parts.transition,
    continuityGroup: parts.group,
    continuesFrom: null,
    covers: brief.items
      .filter(
        (item) =>
          item.kind === 'duration' ||
          (item.kind !== 'must-not' &&
            // Who belongs together is seen together: in one shot, not in one scene.
            seen.some(({ things, deeds }) =>
              isCovered(item, isDeed(item) ? [...things, ...deeds] : things, texts),
            )),
      )
      .map(({ id }) => id),
    narration: scene.lines.map(({ text, speaker }) => ({ text, speaker })),
    shots: parts.shots,
  }
}

/** What a shot is to show, and what is done and worn in it. */
const seenIn = (
  scene: StagedScene,
  { place, timeOfDay, subjects, objects, mood }: ShotReply,
  { whole, cast, worn }: SceneParts,
): { readonly things: readonly string[]; readonly deeds: readonly string[] } => ({
  things: [
    ...shownWords(scene),
    // A film opens where its first scene plays, whatever is done in it.
    ...(scene.number === 1 ? ['opening'] : []),
    ...[place, timeOfDay],
    ...alsoShown([place]),
    ...whole,
    ...figuresIn(subjects, cast),
    ...objects,
    mood,
    ...subjects.flatMap(({ action }) => (isMounted(action) ? ['horse'] : [])),
    ...subjects.flatMap(({ action }) => (/^(?:row|sail|paddle)s\b/.test(action) ? ['boat'] : [])),
    ...subjects.flatMap(({ what, action }) => (what === 'crowd' ? [action] : [])),
  ],
  deeds: [...subjects.map(({ action }) => asDrawn(action)), ...worn],
})

const descriptionOf = (scene: StagedScene, shots: readonly ShotReply[]): string => {
  const subjects = shots[0]?.subjects ?? []
  const done = subjects.map(
    ({ what, action, count }) =>
      `${count > 1 ? `${count} × ` : ''}${what}${action === '' ? '' : ` ${action}`}`,
  )
  const things = [...new Set(shots.flatMap(({ objects }) => objects))]
  const weather = scene.weather === 'clear' ? '' : `, ${scene.weather}`
  return [
    `${capital(scene.place)}, ${scene.time}${weather}.`,
    done.length > 0 ? `${capital(done.join('; '))}.` : '',
    things.length > 0 ? `With ${things.join(', ')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 600)
}

const lookOfFilm = ({ styles }: Reading, setting: Setting): string =>
  [
    ...styles.map(({ word }) => word),
    `${setting.mood} light`,
    ...['one palette throughout', 'natural textures'],
  ].join(', ')

const loglineOf = (reading: Reading, setting: Setting, title: string): string => {
  if (!reading.isEnglish) return (reading.sentences[0] ?? title).slice(0, 300)
  const list = listToShow(reading)
  const about = reading.subject.genre === 'advert' ? '' : (list?.whole ?? themeOf(reading))
  const sights = list?.kind === 'seen' ? list.sights.map(({ text }) => text) : []
  const who = joinNames(reading.cast.slice(0, 3).map(callOf))
  const where = setting.places[0] ?? 'meadow'
  const kind = {
    advert: 'An advert',
    podcast: 'A conversation',
    lesson: 'An explainer',
    story: 'A film',
  }[reading.subject.genre]
  if (about !== '' || sights.length > 0) {
    const listed = sights.length === 0 ? '' : `: ${sights.join(', ')}`
    const said = about === '' ? listed : ` about ${lowered(about)}${listed}`
    return `${kind}, ${setting.mood} in mood,${said.replace(/^:/, ' of')}.`.slice(0, 300)
  }
  return `${kind}, ${setting.mood} in mood${who === '' ? '' : `, with ${who}`}, ${atPlace(where)}.`
}

interface OverlayWish {
  readonly title: string
  readonly isLast: boolean
  readonly hasText: boolean
  readonly isShort: boolean
  readonly leastShot: number
  readonly mostShot: number
  readonly rate: Rate
  readonly reading: Reading
}

const withOverlays = (
  scene: StagedScene,
  shots: readonly ShotReply[],
  wish: OverlayWish,
): readonly ShotReply[] => {
  if (!wish.hasText) return shots
  const isCarded = wish.isLast && hasEndCard(wish)
  return (isCarded ? withRoomAtEnd(shots, wish) : shots).map((shot, index) => {
    const overlays: OverlayReply[] = []
    if (scene.number === 1 && index === 0)
      overlays.push(overlay('title', wish.title, shot.seconds, wish.isShort ? 1.5 : 3))
    if (scene.idea.caption !== '' && index === 0 && scene.number > 1) {
      overlays.push(overlay('lower-third', scene.idea.caption, shot.seconds, 3))
    }
    const isEnd = wish.isLast && index === shots.length - 1
    if (isEnd && (scene.number > 1 || shots.length > 1)) overlays.push(...endCards(wish, shot))
    return { ...shot, overlays }
  })
}

/** A short film ends on its last picture; only what an advert ends on is worth seconds of it. */
const hasEndCard = ({ isShort, reading: { subject } }: OverlayWish): boolean =>
  !isShort || subject.slogan !== '' || subject.call !== ''

/** Seconds of an end card: as long as it takes to see it come, and to read it. */
const cardSeconds = 2.6

/** What is seen of the last picture before the card comes. */
const beforeCard = 0.5

const endCards = (wish: OverlayWish, shot: ShotReply): readonly OverlayReply[] => {
  if (!hasEndCard(wish)) return []
  const seconds = Math.min(cardSeconds, shot.seconds)
  const text = endText(wish).slice(0, 90)
  return [{ kind: 'end-card', text, startSeconds: shot.seconds - seconds, seconds }]
}

/**
 * The last shot of a film gets the time its end card takes from the shots before it, the nearest first, as far as they
 * have any to give: whole frames, so that the scene stays as long as it was.
 */
const withRoomAtEnd = (
  shots: readonly ShotReply[],
  { leastShot, mostShot, rate }: OverlayWish,
): readonly ShotReply[] => {
  const seconds = shots.map((shot) => shot.seconds)
  const [last, fps] = [shots.length - 1, framesPerSecond(rate)]
  const wanted = Math.min(mostShot, cardSeconds + beforeCard)
  for (let index = last - 1; index >= 0; index -= 1) {
    const spare = Math.min((seconds[index] ?? 0) - leastShot, wanted - (seconds[last] ?? 0))
    const given = Math.max(0, Math.floor(spare * fps)) / fps
    seconds[index] = (seconds[index] ?? 0) - given
    seconds[last] = (seconds[last] ?? 0) + given
  }
  return shots.map((shot, index) => ({ ...shot, seconds: seconds[index] ?? shot.seconds }))
}

const overlay = (
  kind: OverlayReply['kind'],
  text: string,
  room: number,
  wanted: number,
): OverlayReply => ({
  kind,
  text: text.slice(0, 90),
  startSeconds: Math.min(0.5, room * 0.1),
  seconds: Math.max(0.5, Math.min(wanted, room * 0.85)),
})

/** What an advert ends on, with the name under it where it is not in it; the words of a story's end; a title. */
const endText = ({ reading, title }: OverlayWish): string => {
  const { slogan, call, brand } = reading.subject
  const said = slogan || call || appealsIn(reading).at(-1)
  if (said) return [said, ...(said.includes(brand) ? [] : [brand])].join('\n')
  const isStory =
    reading.subject.genre === 'story' && reading.cast.length > 0 && listToShow(reading) === null
  return reading.isEnglish && isStory ? 'The End' : title
}

/** Scenes that go on with the same people in the same place are chained; at most three, so that chains can be shot side by side. */
const groupsOf = (scenes: readonly StagedScene[]): readonly (string | null)[] => {
  const keys = scenes.map(
    ({ place, idea }) =>
      `${place}|${[...new Set(idea.steps.flatMap(({ castIds }) => castIds))].sort().join(',')}`,
  )
  const groups: (string | null)[] = scenes.map(() => null)
  let start = 0
  for (let index = 1; index <= scenes.length; index += 1) {
    const isSame = index < scenes.length && keys[index] === keys[start] && index - start < 3
    if (isSame) continue
    const hasCast = (scenes[start]?.idea.steps.length ?? 0) > 0
    if (index - start > 1 && hasCast) {
      for (let at = start; at < index; at += 1)
        groups[at] = `${scenes[start]?.place} from scene ${start + 1}`
    }
    start = index
  }
  return groups
}

const bold: Readonly<Record<string, readonly TransitionKind[]>> = {
  steady: ['dissolve'],
  lively: ['wipe-left', 'dissolve', 'slide-left'],
  graphic: ['slide-left', 'wipe-right', 'slide-right'],
}

/** A join is more than a cut where place or light change, and not twice in a row. */
const transitionInto = (
  pace: string,
  scenes: readonly StagedScene[],
  shots: readonly (readonly ShotReply[])[],
  index: number,
): SceneReply['transition'] => {
  const first = shots[index]?.[0]?.seconds ?? 0
  if (index === 0) return { kind: 'fade', seconds: Math.min(0.6, first * 0.3) }
  const [before, scene] = [scenes[index - 1], scenes[index]]
  const isChange = before?.place !== scene?.place || before?.time !== scene?.time
  const room = Math.min(first, shots[index - 1]?.at(-1)?.seconds ?? 0)
  const isLast = index === scenes.length - 1
  const isOpen = index % 2 === 0 || isLast
  if (!(isOpen && (isChange || isLast)) || room < 1) return { kind: 'cut', seconds: 0 }
  const kinds = bold[pace] ?? ['dissolve']
  const kind = isLast ? 'dissolve' : (kinds[(index >> 1) % kinds.length] ?? 'dissolve')
  return { kind, seconds: Math.min(pace === 'steady' ? 0.9 : 0.5, room * 0.4) }
}
