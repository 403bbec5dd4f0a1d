import { capital, withoutLooseEnd } from '../cast/naming.ts'
import type { Reading } from '../reading/read-concept.ts'
import { readConcept } from '../reading/read-concept.ts'
import type { ListedScene } from '../reading/scene-list.ts'
import type { Setting } from '../reading/setting.ts'
import { isOutInWeather, outdoorsOf } from '../reading/setting.ts'
import { skyAt } from '../reading/sky.ts'
import { factsOf } from '../reading/tellable.ts'
import { interiors, places } from '../words/vocabulary.ts'
import type { Entry } from './arrange.ts'
import { arranged, distinctTitles, entry } from './arrange.ts'
import { homeOf, isHomeward } from './homeward.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { idea, merged, told } from './scene-idea.ts'
import { ideaOfClauses } from './story-scenes.ts'

/** The scenes a client has listed, in their order; neighbours joined or looks around added where the plan has another number. */
export const listedScenes = (
  reading: Reading,
  setting: Setting,
  fillers: readonly Entry[],
  scenes: number,
): readonly SceneIdea[] => {
  const ideas = placed(
    reading,
    setting,
    reading.scenes.map((listed, index) => sceneOf(reading, listed, index)),
  )
  if (ideas.length >= scenes) return distinctTitles(merged(ideas, scenes))
  const entries = ideas.map((scene, index) => entry(scene, index / ideas.length, 1))
  return arranged(entries, fillers.map(withoutThings), scenes)
}

/** A client who lists scenes has said what is in them: nothing is laid on the table beside it. */
const withoutThings = (filler: Entry): Entry => {
  const { framing } = filler.idea
  const wide = framing === 'insert' ? 'wide' : framing
  return { ...filler, idea: { ...filler.idea, objects: [], framing: wide } }
}

/**
 * Each scene's place: its own, else where the scene before it was. Who goes out into the weather leaves the room and
 * the others in it, and who goes home leaves wherever they were.
 */
const placed = (
  reading: Reading,
  setting: Setting,
  scenes: readonly SceneIdea[],
): readonly SceneIdea[] => {
  let home = setting.places[0] ?? 'meadow'
  let away: { readonly place: string; readonly cast: ReadonlySet<string> } | null = null
  return scenes.map((scene, index) => {
    const cast = castOf(scene)
    const own = ownPlaceOf(reading, scene, reading.scenes[index])
    const isAway = away !== null && cast.some((id) => away?.cast.has(id))
    const current: string = isAway ? (away?.place ?? home) : home
    const text = reading.scenes[index]?.text ?? ''
    if (own === null && interiors.has(current) && isOutInWeather(text)) {
      away = { place: outdoorsOf(reading), cast: new Set(cast) }
      return { ...scene, place: away.place }
    }
    if (own !== null) {
      home = own
      away = null
    }
    return { ...scene, place: own ?? current }
  })
}

/** The place a listed scene names, or the home its people go to; null for neither. */
const ownPlaceOf = (
  reading: Reading,
  scene: SceneIdea,
  listed: ListedScene | undefined,
): string | null => {
  if (!listed) return null
  const isNamed = isInterior(listed) || places.find(`${listed.title} ${listed.text}`).length > 0
  if (isNamed) return scene.place
  return clausesIn(reading, listed).some(isHomeward) ? homeOf(reading) : null
}

/** "Interior, evening", "INT.": in a room that has no name. */
const isInterior = ({ title, text }: ListedScene): boolean =>
  /^\W*(?:interior|int\b|indoors|inside)(?!\s+(?:the|an?)\b)/i.test(`${title} ${text}`)

const castOf = ({ steps }: SceneIdea): readonly string[] => steps.flatMap(({ castIds }) => castIds)

const sceneOf = (reading: Reading, listed: ListedScene, index: number): SceneIdea => {
  const part = readConcept(`${listed.title}. ${listed.text}`)
  const seen = ideaOfClauses(reading, clausesIn(reading, listed))
  return {
    ...(seen ?? stillIdea(reading, part)),
    kind: kindOf(reading, index),
    title: capital(listed.title || seen?.title || titleFrom(listed.text, index)),
    place: part.places[0]?.word ?? (isInterior(listed) ? 'living room' : (seen?.place ?? null)),
    time: part.times[0]?.word ?? seen?.time ?? null,
    ...(reading.isEnglish
      ? skyAt(reading, listed.end - 1)
      : { weather: part.weathers[0]?.word ?? null }),
    objects: part.objects.map(({ word }) => word).slice(0, 3),
    lines: [
      ...quotedLines(listed.text).filter(
        ({ text }) => !seen?.lines.some((line) => line.text === text),
      ),
      ...(seen?.lines ?? told(factsOf(part))),
    ],
    seconds: listed.seconds,
  }
}

const kindOf = (reading: Reading, index: number): SceneIdea['kind'] => {
  if (index === 0) return 'open'
  return index === reading.scenes.length - 1 ? 'close' : 'act'
}

const clausesIn = (reading: Reading, { start, end }: ListedScene): Reading['clauses'] =>
  reading.clauses.filter((clause) => clause.start >= start && clause.start < end)

/** A listed scene in which nobody does anything we can name: whoever it mentions is seen. */
const stillIdea = (reading: Reading, part: Reading): SceneIdea => {
  const heads = new Set(
    part.cast.flatMap(({ name, noun }) => [name ?? '', noun.split(' ').at(-1) ?? '']),
  )
  heads.delete('')
  const ids = reading.cast
    .filter(({ name, noun }) => heads.has(name ?? '') || heads.has(noun.split(' ').at(-1) ?? ''))
    .map(({ id }) => id)
  const steps =
    ids.length > 0
      ? [{ castIds: ids, phrase: 'stands', action: 'stands', companions: [], objects: [] }]
      : []
  return idea('place', '', { steps, framing: ids.length > 0 ? 'medium' : 'wide' })
}

const titleFrom = (text: string, index: number): string => {
  const words = (text.split(/[.,;:!?\n]/)[0] ?? '').trim().split(/\s+/).slice(0, 5)
  const title = withoutLooseEnd(words.join(' '))
  return title === '' ? `Scene ${index + 1}` : title
}

const quotedLines = (text: string): readonly Line[] =>
  told([...text.matchAll(/["“]([^"”\n]{4,84})["”]/gu)].map((match) => match[1] ?? ''))
