import type { CameraMove, CastMember, Framing, Subject } from '../../domain/script.ts'
import type { ShotOrder } from '../../ports/video-model.ts'
import { type Finish, finishMeant } from './drawing/finish.ts'
import { randomFrom, seedOf } from './drawing/random.ts'
import { thingInMotion } from './figures/things/things.ts'
import { roomMeant } from './interiors/room-kinds.ts'
import {
  type Mood,
  moodMeant,
  type Place,
  placeLike,
  placeMeant,
  placeShows,
  type Season,
  seasonMeant,
  showsSeason,
  type TimeOfDay,
  timeMeant,
  type Weather,
  weatherMeant,
} from './vocabulary.ts'
import { type SkyWonder, wonderMeant } from './weather/sky-wonders.ts'
import { hasSky } from './worlds/worlds.ts'

/** How good the model is made to be, for tests of everything that must cope with a poor one. */
export interface Weaknesses {
  /** Share of what is asked for that is drawn, 0…1; 1 draws everything. */
  readonly adherence: number
  /** How far looks wander from shot to shot, 0…1. */
  readonly drift: number
  /** Least time from order to delivery. */
  readonly latencyMs: number
  /** Share of orders refused, 0…1. */
  readonly refusalRate: number
}

/** What an order comes to mean once it is read: what will be drawn, and in which words to say so. */
export interface Reading {
  /** `interior` when the place is a room. */
  readonly place: Place | 'interior'
  /** The place in the order's own words. */
  readonly placeText: string
  readonly time: TimeOfDay
  readonly weather: Weather
  /** As far as it is drawn; null where nothing grows and where none is asked for. */
  readonly season: Season | null
  readonly mood: Mood
  /** Without colours; null for colours as they are. */
  readonly finish: Finish | null
  readonly camera: CameraMove
  readonly framing: Framing
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly objects: readonly string[]
  /** What is to be seen in the sky. */
  readonly wonders: readonly SkyWonder[]
  /** Words for what must not be seen, lower case. */
  readonly avoid: readonly string[]
  /** Layout of the place: the same for every shot of one place in one style. */
  readonly worldSeed: number
  readonly shotSeed: number
  readonly hueShift: number
  /** Words for what is drawn without figures and objects. */
  readonly words: readonly string[]
}

/** Read an order; with adherence under 1 some of what it asks for is overlooked, always the same for the same order. */
export const readOrder = (
  order: Pick<ShotOrder, 'picture' | 'cast' | 'seed'>,
  weaknesses: Pick<Weaknesses, 'adherence' | 'drift'>,
): Reading => {
  const asked = seasonMeant(order.picture.place)
  const picture = { ...order.picture, place: asked.place }
  const kept = keeper(order.seed, weaknesses.adherence)
  const { place, known, season } = placeOf(asked, picture.subjects, kept)
  const time = kept('time') ? timeMeant(picture.timeOfDay) : null
  const weather = kept('weather') ? weatherMeant(picture.weather) : null
  const mood = kept('mood') ? moodMeant(picture.mood) : null
  const finish = kept('finish') ? finishMeant(picture.style) : null
  const camera = kept('camera') ? picture.camera : 'static'
  const subjects = picture.subjects
    .filter((_, index) => kept(`subject ${index}`))
    .map((subject, index) =>
      subject.action === '' || kept(`action ${index}`) ? subject : { ...subject, action: '' },
    )
  const objects = picture.objects.filter((_, index) => kept(`object ${index}`))
  const seen = wondersOf({ place, subjects, objects, avoid: picture.avoid })
  const castIds = new Set(subjects.map(({ castId }) => castId))
  return {
    place,
    placeText: picture.place.toLowerCase().trim(),
    time: time ?? 'day',
    weather: weather ?? 'clear',
    season,
    mood: mood ?? 'neutral',
    finish,
    camera,
    framing: picture.framing,
    subjects: subjects.filter(({ what }) => wonderMeant(what) === null),
    cast: order.cast.filter(({ id }) => castIds.has(id)),
    objects: objects.filter((words) => wonderMeant(words) === null),
    wonders: seen.wonders,
    avoid: picture.avoid,
    ...looksOf({ picture, seed: order.seed }, weaknesses.drift, place),
    words: [
      ...placeWords(place, known === null ? null : picture.place),
      ...(season ? [season, `${season} ${picture.place}`] : []),
      ...(time ? [time, picture.timeOfDay] : ['day']),
      ...(weather ? [weather, picture.weather] : []),
      ...(mood ? [mood, picture.mood] : []),
      ...(finish ? [finish] : []),
      ...seen.words,
      camera,
    ]
      .map((word) => word.toLowerCase().trim())
      .filter(
        (word) =>
          !(word === 'flowers' && (season === 'autumn' || season === 'winter' || season === 'dry')),
      ),
  }
}

/** What is asked for in the sky, where there is one, with the words that ask for it. */
const wondersOf = ({
  place,
  subjects,
  objects,
  avoid,
}: Pick<Reading, 'place' | 'subjects' | 'objects' | 'avoid'>): {
  readonly wonders: readonly SkyWonder[]
  readonly words: readonly string[]
} => {
  if (place === 'interior' || !hasSky(place)) return { wonders: [], words: [] }
  const asked = [
    ...subjects.flatMap(({ what, action }) => [[what, action]]),
    ...objects.map((words) => [words]),
  ]
  const found = asked.flatMap((words) => {
    const wonder = wonderMeant(words[0] ?? '')
    const isAvoided = avoid.some((word) => wonderMeant(word) === wonder)
    return wonder === null || isAvoided ? [] : [{ wonder, words: [wonder, ...words] }]
  })
  return {
    wonders: [...new Set(found.map(({ wonder }) => wonder))],
    words: found.flatMap(({ words }) => words),
  }
}

/** The place that is drawn, whether it is the one asked for, and the season, which is overlooked with the weather. */
const placeOf = (
  asked: ReturnType<typeof seasonMeant>,
  subjects: readonly Subject[],
  kept: ReturnType<typeof keeper>,
): Pick<Reading, 'place' | 'season'> & { readonly known: Reading['place'] | null } => {
  const isKept = kept('place', 0.5)
  const known = isKept
    ? (placeMeant(asked.place) ?? airfieldOf(asked.place, subjects) ?? interiorMeant(asked.place))
    : null
  const place = known ?? (isKept ? placeLike(asked.place) : null) ?? 'landscape'
  const isSeen = place !== 'interior' && kept('weather') && showsSeason(place, asked.season)
  return { place, known, season: isSeen ? asked.season : null }
}

/** A plane that takes off or lands at an airport is seen from outside, on the airfield. */
const airfieldOf = (place: string, subjects: readonly Subject[]): Place | null => {
  const flies = subjects.some(({ what, action }) => {
    const named = thingInMotion(what, action)
    return named?.thing.place === 'air' && named.goes !== null
  })
  return flies && roomMeant(place) === 'airport' ? 'airfield' : null
}

const interiorMeant = (place: string): 'interior' | null =>
  roomMeant(place) === null ? null : 'interior'

const placeWords = (place: Place | 'interior', asked: string | null): readonly string[] => [
  ...(asked === null ? [] : [asked]),
  ...(place === 'interior' ? [] : [place, ...placeShows[place]]),
]

/** Whether a wish is drawn: its own throw of the dice, the same each time. `leniency` 0…1 spares it. */
const keeper =
  (seed: number, adherence: number) =>
  (wish: string, leniency = 0): boolean =>
    randomFrom(seedOf(seed, 'adherence', wish))() < adherence + (1 - adherence) * leniency

const looksOf = (
  { picture, seed }: Pick<ShotOrder, 'picture' | 'seed'>,
  drift: number,
  place: string,
): Pick<Reading, 'worldSeed' | 'shotSeed' | 'hueShift'> => {
  const random = randomFrom(seedOf(seed, 'drift'))
  const wanders = random() < drift
  const hueShift = drift === 0 ? 0 : (random() * 2 - 1) * 50 * drift
  const world = seedOf(place, picture.place.toLowerCase().trim(), picture.style)
  return {
    worldSeed: wanders ? seedOf(world, seed) : world,
    shotSeed: seedOf(seed, 'shot'),
    hueShift,
  }
}
