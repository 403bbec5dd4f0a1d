import { spoken, tellingSeconds } from '../lines/narration.ts'
import { isSaidAt } from '../lines/opening-lines.ts'
import { reconciliationIn } from '../reading/implied-mood.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import type { Sky } from '../reading/sky.ts'
import { isOfWholeFilm, isWholeYear, seasonsIn, yearOfSeasons } from '../reading/sky.ts'
import { madeThings } from '../words/made-things.ts'
import { permitted } from './ruled-out.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { spreadLines } from './spread-lines.ts'

/** A scene with its place, light, length and words; what all pilots have in common. */
export interface StagedScene {
  readonly idea: SceneIdea
  readonly number: number
  readonly place: string
  readonly time: string
  readonly weather: string
  /** Empty where none is named. */
  readonly season: string
  /** Without sky and windows. */
  readonly isWeatherless: boolean
  readonly mood: string
  readonly seconds: number
  readonly lines: readonly Line[]
}

/** Give every idea of an outline its place, time, weather, length and narration. */
export const stageScenes = (
  reading: Reading,
  setting: Setting,
  ideas: readonly SceneIdea[],
  film: {
    readonly seconds: number
    readonly leastShot: number
    readonly mostShot: number
    readonly isNarrated: boolean
  },
): readonly StagedScene[] => {
  const told = reading.isEnglish ? ideas.map(({ lines }) => lines) : spreadLines(reading, ideas)
  const toTell = ideas.map((idea, index) => ({ ...idea, lines: told[index] ?? [] }))
  const lengths = feasible(sceneSeconds(toTell, film.seconds, film.leastShot), film)
  const homes = placesOf(reading, setting, ideas).map((place) => permitted(reading, 'place', place))
  const heard = { texts: new Set<string>(), groups: new Set<string>() }
  const isDeserted = reading.negations.some(({ words }) => words.includes('person'))
  const hours = timesOf(reading, setting, ideas, homes)
  const skies = skiesOf(reading, setting, ideas)
  const feelings = moodsOf(reading, setting, ideas)
  return ideas.map((idea, index) => {
    const place = homes[index] ?? setting.places[0] ?? 'meadow'
    const seconds = lengths[index] ?? 1
    const time = permitted(reading, 'time', hours[index] ?? 'day')
    const weather = isWeatherless.has(place)
      ? 'clear'
      : permitted(reading, 'weather', skies[index]?.weather ?? 'clear')
    const candidates = (told[index] ?? []).filter(
      ({ text }) =>
        isSaidAt(text, time) &&
        !(isDeserted && /\b(?:everybody|everyone|nobody|somebody|people|who)\b/i.test(text)),
    )
    return {
      idea,
      number: index + 1,
      place,
      time,
      weather,
      isWeatherless: isWeatherless.has(place),
      season: skies[index]?.season ?? '',
      mood: feelings[index] ?? setting.mood,
      seconds,
      lines: film.isNarrated ? spoken(candidates, seconds, heard) : [],
    }
  })
}

/** A film has one mood, except that a quarrel is over when people make up. */
const moodsOf = (
  reading: Reading,
  setting: Setting,
  ideas: readonly SceneIdea[],
): readonly string[] => {
  const end = reconciliationIn(reading)
  const from = ideas.findIndex(({ steps }) =>
    steps.some(({ phrase, action }) => action === end?.action && phrase === end.phrase),
  )
  return ideas.map((_, index) =>
    end !== null && from >= 0 && index >= from ? 'warm' : setting.mood,
  )
}

/** Weather and season of each scene: its own, else those of the story around it, else the film's. */
const skiesOf = (
  reading: Reading,
  setting: Setting,
  ideas: readonly SceneIdea[],
): readonly Sky[] => {
  const near = <Key extends 'weather' | 'season'>(key: Key, index: number): string | null =>
    ideas.slice(0, index).findLast((one) => one.steps.length > 0 && one[key] !== null)?.[key] ??
    ideas.slice(index).find((one) => one.steps.length > 0 && one[key] !== null)?.[key] ??
    null
  const whole =
    seasonsIn(reading.text).find(
      (mention) => reading.clauses.length === 0 || isOfWholeFilm(reading, mention),
    )?.word ?? null
  const ofYear = (index: number): string | null =>
    isWholeYear(reading.text)
      ? (yearOfSeasons[Math.floor((index * yearOfSeasons.length) / ideas.length)] ?? null)
      : null
  return ideas.map((idea, index) => ({
    weather:
      idea.weather ??
      (ofYear(index) === 'winter' ? 'snow' : null) ??
      near('weather', index) ??
      setting.weatherAt(ideas.length === 1 ? 0 : index / ideas.length),
    // A season that the story comes to later is not there before.
    season:
      idea.season ??
      (idea.steps.length > 0 && reading.isEnglish ? null : near('season', index)) ??
      whole ??
      ofYear(index),
  }))
}

/** Places without sky and windows; in other rooms the weather is at the window. */
const isWeatherless: ReadonlySet<string> = new Set([
  ...['space', 'underwater', 'spaceship cabin', 'cave'],
  ...['stage', 'hallway', 'hospital corridor', 'classroom', 'castle hall', 'church', 'boxing ring'],
])

/**
 * Seconds of each scene: the client's own where they are given, fair shares of the rest, more where more is told; never
 * under the least.
 */
const sceneSeconds = (
  ideas: readonly SceneIdea[],
  total: number,
  least: number,
): readonly number[] => {
  const asked = ideas.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
  const open = ideas.filter(({ seconds }) => seconds === null).length
  const share = open === 0 ? 0 : Math.max(least, (total - asked) / open)
  const isEven = ideas.every(({ lines }) => tellingSeconds(lines) <= share)
  const wanted = ideas.map(({ seconds, kind, lines }) => {
    if (seconds !== null) return seconds
    const fair = kind === 'open' || kind === 'close' ? share * 1.1 : share
    return Math.max(fair, Math.min(share * 1.6, tellingSeconds(lines)))
  })
  const needed = ideas.map(({ seconds, lines }) => {
    const telling = Math.min(share * 1.6, tellingSeconds(lines))
    return seconds ?? Math.max(share * 0.6, telling)
  })
  const scaled = (isEven ? scaledTo(wanted, total) : shrunk(wanted, needed, total)).map((length) =>
    Math.max(least, length),
  )
  const over = scaled.reduce((sum, length) => sum + length, 0) - total
  const room = scaled.reduce((sum, length) => sum + (length - least), 0)
  return scaled.map((length) => (room > 0 ? length - (over * (length - least)) / room : length))
}

const scaledTo = (lengths: readonly number[], total: number): readonly number[] => {
  const sum = lengths.reduce((all, length) => all + length, 0)
  return lengths.map((length) => (length * total) / sum)
}

/** Lengths brought down to a total: those that are longer than they need to be give first; short ones grow alike. */
const shrunk = (
  wanted: readonly number[],
  needed: readonly number[],
  total: number,
): readonly number[] => {
  const sum = wanted.reduce((all, length) => all + length, 0)
  const spare = wanted.map((length, index) => Math.max(0, length - (needed[index] ?? 0)))
  const room = spare.reduce((all, length) => all + length, 0)
  const over = sum - total
  if (over <= 0 || room <= over) return scaledTo(wanted, total)
  return wanted.map((length, index) => length - (over * (spare[index] ?? 0)) / room)
}

/**
 * Lengths that whole shots can fill: with clips of 4 to 5 seconds a scene can last 5 or 8, not 6. Each scene gets a
 * number of shots, and a length between that many shortest and that many longest ones, as near to the wanted as the
 * film's length allows.
 */
const feasible = (
  lengths: readonly number[],
  film: { readonly seconds: number; readonly leastShot: number; readonly mostShot: number },
): readonly number[] => {
  const { seconds, leastShot, mostShot } = film
  const counts = lengths.map((length) => Math.max(1, Math.ceil(length / mostShot - 1e-9)))
  const total = (): number => counts.reduce((sum, count) => sum + count, 0)
  const change = (by: number, pick: (count: number, length: number) => number): void => {
    const worth = counts.map((count, index) => pick(count, lengths[index] ?? 0))
    const best = worth.indexOf(Math.max(...worth))
    counts[best] = (counts[best] ?? 1) + by
  }
  while (total() * leastShot > seconds + 1e-6 && counts.some((count) => count > 1)) {
    change(-1, (count, length) =>
      count > 1 ? count * leastShot - length : Number.NEGATIVE_INFINITY,
    )
  }
  while (total() * mostShot < seconds - 1e-6)
    change(1, (count, length) => length - count * mostShot)
  const ranges = counts.map((count) => ({ low: count * leastShot, high: count * mostShot }))
  return spreadWithin(lengths, ranges, seconds)
}

const spreadWithin = (
  lengths: readonly number[],
  ranges: readonly { readonly low: number; readonly high: number }[],
  total: number,
): readonly number[] => {
  const kept = lengths.map((length, index) => {
    const { low = 0, high = length } = ranges[index] ?? {}
    return Math.min(high, Math.max(low, length))
  })
  const missing = total - kept.reduce((sum, length) => sum + length, 0)
  const rooms = kept.map((length, index) => {
    const { low = 0, high = length } = ranges[index] ?? {}
    return missing > 0 ? high - length : length - low
  })
  const room = rooms.reduce((sum, value) => sum + value, 0)
  return kept.map((length, index) =>
    room > 0
      ? length + (missing * (rooms[index] ?? 0)) / Math.max(room, Math.abs(missing))
      : length,
  )
}

/** The place of each scene: its own, else that of the story at that point. */
const placesOf = (
  reading: Reading,
  setting: Setting,
  ideas: readonly SceneIdea[],
): readonly string[] => {
  const home = setting.places[0] ?? 'meadow'
  const isStory = reading.cast.length > 0
  const hasOwn = ideas.some(({ kind, place }) => kind === 'act' && place !== null)
  let current = home
  return ideas.map((idea, index) => {
    // A look aside at what the place offers does not move the story there.
    if (idea.place !== null && ['place', 'turn', 'light', 'detail'].includes(idea.kind))
      return idea.place
    if (idea.place !== null) {
      current = idea.place
      return idea.place
    }
    if (!isStory && reading.scenes.length === 0) return home
    if (hasOwn || reading.scenes.length > 0 || setting.places.length === 1) {
      return nextPlace(ideas, index) ?? current
    }
    return setting.places[Math.floor((index / ideas.length) * setting.places.length)] ?? current
  })
}

/** Somebody is introduced where they will act. */
const nextPlace = (ideas: readonly SceneIdea[], index: number): string | null => {
  if (ideas[index]?.kind !== 'meet') return null
  const following = ideas.slice(index + 1).find(({ kind }) => kind === 'act')
  return following?.place ?? null
}

/**
 * The hour of each scene: its own; else the last one that was named, that of the whole film only while the story stays
 * where it was named; else the film's course of the day.
 */
const timesOf = (
  reading: Reading,
  setting: Setting,
  ideas: readonly SceneIdea[],
  homes: readonly string[],
): readonly string[] => {
  const later = reading.times.filter((mention) => !isOfWholeFilm(reading, mention))
  let named: { readonly place: string | undefined; readonly time: string } | null = null
  return ideas.map((idea, index) => {
    const place = homes[index]
    const isLater = later.some(({ word }) => word === named?.time)
    const before = named !== null && (isLater || named.place === place) ? named.time : null
    const own = idea.time ?? before ?? setting.timeAt(ideas.length === 1 ? 0 : index / ideas.length)
    const last = idea.steps.findLast(({ where }) => where?.time)?.where?.time ?? idea.time
    if (last !== null) named = { place, time: last }
    return own
  })
}

/** Words of a scene's pictures and of what it is for. */
export const shownWords = (scene: StagedScene): readonly string[] => {
  const { idea } = scene
  return [
    scene.place,
    scene.time,
    scene.weather,
    scene.season,
    ...idea.steps.flatMap(({ sky }) => sky?.season ?? []),
    ...idea.steps.flatMap(({ objects }) => objects),
    ...madeThings.find(idea.steps.map(({ phrase }) => phrase).join(', ')).map(({ word }) => word),
    ...idea.objects,
    ...idea.extras.map(({ what }) => what),
    ...purposes[idea.kind],
  ]
}

const purposes: Readonly<Record<SceneIdea['kind'], readonly string[]>> = {
  open: ['opening'],
  meet: ['introduction'],
  act: ['middle'],
  detail: ['detail'],
  place: ['middle'],
  light: ['turn'],
  face: ['detail'],
  reveal: ['introduction', 'detail'],
  turn: ['turn'],
  close: ['ending'],
}
