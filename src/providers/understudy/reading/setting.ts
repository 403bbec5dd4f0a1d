import { seedFrom } from '../../../kit/hash.ts'
import { permitted } from '../story/ruled-out.ts'
import type { Mention } from '../words/lexicon.ts'
import { interiors, weathers } from '../words/vocabulary.ts'
import { isBygone } from './bygone.ts'
import { isByHearth } from './hearth.ts'
import { impliedMood } from './implied-mood.ts'
import { byLamplight } from './lamplight.ts'
import { placeOfDeed } from './place-of-deed.ts'
import type { Reading } from './read-concept.ts'
import { isDull, isOfWholeFilm, seasonsIn } from './sky.ts'
import { stillPlaces } from './still-places.ts'

/** Where and when a film plays, scene by scene, as far as the concept does not say it scene by scene itself. */
export interface Setting {
  /** At least one, in the order of the concept. */
  readonly places: readonly string[]
  readonly mood: string
  /** Time of day of the scene that lies at `share` (0…1) of the film. */
  readonly timeAt: (share: number) => string
  /** Weather outdoors at `share` of the film. */
  readonly weatherAt: (share: number) => string
}

/** The same place for several things. */
const inPlace = (place: string, things: string): Record<string, string> =>
  Object.fromEntries(things.split('|').map((thing) => [thing, place]))

const placeOfThing: Readonly<Record<string, string>> = {
  rocket: 'space',
  boat: 'mountain lake',
  tent: 'forest',
  campfire: 'forest',
  book: 'library',
  laptop: 'office',
  phone: 'city street',
  cup: 'cafe',
  bottle: 'park',
  car: 'road',
  bicycle: 'road',
  shoe: 'park',
  watch: 'city street',
  lamp: 'living room',
  cake: 'kitchen',
  gift: 'living room',
  piano: 'stage',
  guitar: 'stage',
  painting: 'workshop',
  flower: 'garden',
  suitcase: 'train',
  backpack: 'mountains',
  key: 'hallway',
  ...inPlace(
    'kitchen',
    'teapot|kettle|pan|pot|knife|noodles|soup|pizza|burger|cheese|egg|cookie|tomato|toaster|chocolate|wine',
  ),
  ...inPlace('garden', 'pumpkin|carrot|plant pot|watering can|ladder|juice'),
  ...inPlace('forest', 'mushroom|compass'),
  ...inPlace('stage', 'violin|drum|trumpet|saxophone|microphone'),
  ...inPlace(
    'living room',
    'record player|radio|television|music box|teddy bear|toy train|toy robot|doll|snow globe|newspaper|mirror|ring|necklace|glasses|scarf|headphones|soap|toothbrush|handbag',
  ),
  ...inPlace('workshop', 'hammer|saw|scissors|palette|easel'),
  ...inPlace('library', 'typewriter|globe|magnifying glass|map'),
  ...inPlace('office', 'tablet|briefcase'),
  ...inPlace('castle', 'shield|statue|crown'),
  ...inPlace('park', 'fountain|skateboard|ice cream|water bottle|scooter|trophy|medal'),
  ...inPlace('beach', 'surfboard|sandcastle|treasure chest|sunglasses'),
  ...inPlace('snow field', 'skis|sled|snowman|glove'),
  ...inPlace('road', 'motorcycle'),
  ...inPlace('mountains', 'telescope|drone'),
  clock: 'workshop',
  letter: 'living room',
  balloon: 'park',
  tree: 'park',
  bench: 'park',
}

const placeOfTrade: readonly (readonly [RegExp, string])[] = [
  [/chef|cook|baker/, 'kitchen'],
  [/graffiti|street artist|muralist/, 'city street'],
  [/\bboxer$/, 'boxing ring'],
  [/\b(?:rower|canoeist|kayaker)$/, 'mountain lake'],
  [/barista|waiter|waitress/, 'cafe'],
  [/shopkeeper|cashier|grocer$|salesman|saleswoman/, 'shop interior'],
  [/^mermaid$/, 'ocean'],
  [/^miner$/, 'cave'],
  [/astronaut|cosmonaut/, 'space'],
  [/firefighter|fireman/, 'city street'],
  [/barber|hairdresser|bookseller|florist$/, 'shop interior'],
  [/\b(?:actor|actress|comedian|conductor)$/, 'stage'],
  [/plumber|electrician|handyman|cleaner/, 'kitchen'],
  [/farmer|shepherd|beekeeper/, 'farm'],
  [/doctor|nurse|patient/, 'hospital room'],
  [/teacher|professor|student|school/, 'classroom'],
  [/scientist|researcher|inventor/, 'laboratory'],
  [
    /potter|glassblower|weaver|cobbler|seamstress|goldsmith|jeweller|carpenter|maker|mechanic|blacksmith|tailor|artist|painter|sculptor|luthier/,
    'workshop',
  ],
  [/musician|guitarist|pianist|violinist|singer|dancer|ballerina|magician/, 'stage'],
  [/lighthouse keeper/, 'rocky coast'],
  [/fisher|sailor|captain/, 'harbor'],
  [/goalkeeper|striker|footballer|midfielder|defender|referee/, 'football pitch'],
  [/librarian|writer|author|poet/, 'library'],
  [/engineer|developer|programmer|designer|entrepreneur|founder/, 'office'],
  [/runner|jogger|athlete/, 'park'],
  [/hiker|climber|mountaineer|explorer/, 'mountains'],
  [/cyclist|driver|traveler|traveller/, 'road'],
  [/gardener|florist/, 'garden'],
  [/surfer|swimmer/, 'beach'],
  [/^(?:knight|king|queen|prince|princess)$/, 'castle'],
  [/^pirate$/, 'ocean'],
  [/detective|courier|commuter/, 'city street'],
]

const placeOfAnimal: Readonly<Record<string, string>> = {
  fish: 'underwater',
  bear: 'forest',
  'polar bear': 'snow field',
  deer: 'forest',
  fox: 'forest',
  horse: 'meadow',
  rabbit: 'meadow',
  bird: 'mountain lake',
  owl: 'forest',
  duck: 'mountain lake',
  swan: 'mountain lake',
  goose: 'farm',
  penguin: 'snow field',
  robot: 'workshop',
  dog: 'park',
  wolf: 'forest',
  cow: 'farm',
  sheep: 'meadow',
  lion: 'meadow',
  tiger: 'jungle',
  donkey: 'road',
  leopard: 'meadow',
  unicorn: 'forest',
  elephant: 'meadow',
  dragon: 'mountains',
  monkey: 'jungle',
  snake: 'desert',
  butterfly: 'garden',
  turtle: 'beach',
  squirrel: 'park',
  mouse: 'kitchen',
  frog: 'river',
  giraffe: 'meadow',
  zebra: 'meadow',
  whale: 'ocean',
  dolphin: 'ocean',
  shark: 'underwater',
  dinosaur: 'forest',
  octopus: 'underwater',
  jellyfish: 'underwater',
  crab: 'beach',
  bee: 'garden',
  snail: 'garden',
  spider: 'garden',
  ant: 'garden',
  caterpillar: 'garden',
  hedgehog: 'garden',
  dragonfly: 'river',
  otter: 'river',
  camel: 'desert',
  pig: 'farm',
  chicken: 'farm',
  panda: 'forest',
  kangaroo: 'desert',
  hamster: 'living room',
  cat: 'living room',
}

/**
 * Whether a text is about being out in rain, snow or wind, and not about seeing it from inside.
 */
export const isOutInWeather = (text: string): boolean =>
  weathers.find(text).some(({ word }) => word !== 'clear' && word !== 'cloudy') &&
  !/\b(?:window\p{L}*|inside|indoors|shelters?|(?:watch|hear|listen)\p{L}*)\b/iu.test(text)

/** Where people of a film are when they are out of doors. */
export const outdoorsOf = (reading: Reading): string =>
  reading.places.find(({ word }) => !interiors.has(word))?.word ?? 'city street'

/** Read where and when a film of so many scenes plays; what the concept leaves open follows from what it is about. */
export const readSetting = (reading: Reading, scenes: number): Setting => {
  const named = reading.places.map(({ word }) => word)
  const places = named.length > 0 ? named : [permitted(reading, 'place', impliedPlace(reading))]
  const mood = reading.moods[0]?.word ?? impliedMood(reading)
  const times = timesOf(reading, places[0] ?? '', scenes)
  const skies = reading.weathers.map(({ word }) => word)
  const weatherAt = (share: number): string =>
    permitted(reading, 'weather', at(skies.length > 0 ? skies : ['clear'], share))
  return {
    places,
    mood,
    timeAt: (share) => {
      const hour = at(times, share)
      const isNamed = reading.times.some(({ word }) => word === hour)
      const isSunless = !isNamed && isDull.has(weatherAt(share))
      return permitted(reading, 'time', isSunless ? (sunless[hour] ?? hour) : hour)
    },
    weatherAt,
  }
}

const at = (list: readonly string[], share: number): string =>
  list[Math.min(list.length - 1, Math.floor(share * list.length))] ?? ''

const impliedPlace = (reading: Reading): string => {
  const { genre, productObject } = reading.subject
  if (genre === 'podcast') return 'studio'
  const things = [productObject, ...reading.objects.map(({ word }) => word)].filter(
    (word) => !(word === 'campfire' && isByHearth(reading.text)),
  )
  const thing = things.map((word) => placeOfThing[word]).find((place) => place !== undefined)
  const animal = reading.cast
    .map(({ noun, what }) => placeOfAnimal[noun] ?? placeOfAnimal[what] ?? placeOfThing[what])
    .find((place) => place !== undefined)
  const usual = placeOfWork(reading)
  if (usual !== null) return usual
  if (isOut(reading)) return outdoorsFor(reading, thing, animal)
  if (/\b(?:bak(?:e|es|ing)|cook(?:s|ing)?|knead\p{L}*|pancakes?)\b/iu.test(reading.text))
    return 'kitchen'
  if (isAtHome(reading)) return 'living room'
  const place = isOfWater(animal) ? animal : (thing ?? animal)
  if (place !== undefined) return place
  if (genre === 'lesson') return 'classroom'
  if (genre === 'advert') return 'studio'
  if (isBygone(reading.text)) return 'village'
  // Seasons are seen by what grows.
  if (seasonsIn(reading.text).length > 0) return 'park'
  const open =
    reading.cast.length > 0
      ? ['park', 'city street', 'village']
      : ['meadow', 'city skyline', 'mountains']
  return open[seedFrom('place', reading.text) % open.length] ?? 'meadow'
}

/** "A boy teaches his grandfather …": a family that goes nowhere and is not out of doors. */
const isAtHome = ({ cast, clauses, objects, subject, isEnglish }: Reading): boolean => {
  const people = cast.filter(({ kind }) => kind === 'person')
  return (
    isEnglish &&
    subject.genre === 'story' &&
    people.length > 1 &&
    people.length === cast.length &&
    people.some(({ noun }) => relatives.test(noun)) &&
    clauses.length > 0 &&
    clauses.every(({ action, rest }) => homely.has(action) && !outside.test(rest)) &&
    objects.every(({ word }) => indoorThings.has(placeOfThing[word] ?? 'living room'))
  )
}

const relatives =
  /(?:^|\s)(?:(?:grand|step)?(?:mother|father|mum|mom|dad|ma|pa|son|daughter|parent)|wife|husband|sister|brother|aunt|uncle|twin)$/iu
const homely: ReadonlySet<string> = new Set(
  'teaches talks shows explains hugs kisses gives reads sits smiles laughs cries thinks texts writes draws looks helps tells drinks sleeps sings calls'.split(
    ' ',
  ),
)
const outside =
  /\b(?:outside|sky|stars?|clouds?|sun(?:set|rise)?|moon|waves?|birds?|ships?|boats?|trains?|cars?|fish|swim|ride|ski|drive|sail)\b/iu
const indoorThings: ReadonlySet<string> = new Set([
  'living room',
  'kitchen',
  'library',
  'office',
  'city street',
  'cafe',
  'bedroom',
])

/** A whale that watches a boat is at sea, wherever else there are boats. */
const isOfWater = (place: string | undefined): boolean =>
  place === 'ocean' || place === 'underwater'

/** Where those of a trade are found, and where people are for what they do at home; null for anywhere. */
const placeOfWork = (reading: Reading): string | null => {
  const trade =
    placeOfTrade.find(([pattern]) => reading.cast.some(({ noun }) => pattern.test(noun)))?.[1] ??
    null
  const isIndoors = trade !== null && interiors.has(trade)
  if (isOut(reading)) return isIndoors ? null : trade
  const room = reading.subject.genre === 'story' ? placeOfDeed(reading.text) : null
  if (room === null || isIndoors) return trade
  return trade === 'castle' ? 'castle hall' : room
}

/** Rain that somebody walks in, or an umbrella: the film is out of doors unless it is watched from a room. */
const isOut = (reading: Reading): boolean =>
  /^(?:story|advert)$/.test(reading.subject.genre) &&
  (isOutInWeather(reading.text) || reading.objects.some(({ word }) => word === 'umbrella'))

const outdoorsFor = (
  reading: Reading,
  thing: string | undefined,
  animal: string | undefined,
): string => {
  const open = [thing, animal].find((place) => place !== undefined && !interiors.has(place))
  if (open !== undefined) return open
  const isSnow = reading.weathers.some(({ word }) => word === 'snow')
  return isSnow ? 'village' : 'city street'
}

/** A day goes on while a film does: what follows a time of day when the concept names only one. */
const arcs: Readonly<Record<string, readonly string[]>> = {
  dawn: ['dawn', 'dawn', 'dawn', 'morning'],
  morning: ['morning', 'morning', 'day'],
  day: ['day', 'day', 'day', 'golden hour'],
  'golden hour': ['golden hour', 'golden hour', 'golden hour', 'sunset'],
  sunset: ['golden hour', 'sunset', 'sunset', 'sunset', 'sunset', 'dusk'],
  dusk: ['dusk', 'dusk', 'dusk', 'night'],
  night: ['night'],
}

/** Where no sun is seen, it does not gild the evening. */
const sunless: Readonly<Record<string, string>> = { 'golden hour': 'day', sunset: 'dusk' }

/** Scenes from which a film with no hour named lasts a whole day. */
const longFilm = 14

const wholeDay = ['dawn', 'morning', 'day', 'golden hour', 'sunset', 'dusk', 'night']

/** Places whose sky is black at every hour. */
const isDarkAtNoon = (place: string): boolean => place === 'space' || place === 'moon surface'
/** Lights that are seen when it is dark. */
const byNight: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:shows?|watch(?:es)?|looks? (?:up )?at|counts?|gazes? at|under|studies|sees?|sleeps? under)\b[^.!?\n]{0,30}\bstars\b|\b(?:fireworks?|fireflies|northern lights|aurora|shooting stars?|constellations?)\b/i,
    'night',
  ],
  [/\bneon\b|\b(?:moonlit|moonlight|candlelight|lamplight)\b/i, 'night'],
  [/\b(?:(?:string|fairy|christmas) lights|lanterns|torchlight)\b/i, 'dusk'],
]

/** The hour of the lights in a text, and of a town that sleeps; undefined where it says nothing of the kind. */
const hourOfLights = ({ text, clauses, isEnglish }: Reading): string | undefined => {
  const isNight = clauses.some(byLamplight) || stillPlaces(text).length > 0
  return (
    byNight.find(([pattern]) => pattern.test(text))?.[1] ??
    (isEnglish && isNight ? 'night' : undefined)
  )
}

/** An hour that a later sentence names is that sentence's, and not yet there before it. */
const isOfFilm = (reading: Reading, mention: Mention): boolean =>
  reading.clauses.length === 0 || !reading.isEnglish || isOfWholeFilm(reading, mention)

const timesOf = (reading: Reading, place: string, scenes: number): readonly string[] => {
  const named = reading.times
    .filter((mention) => isOfFilm(reading, mention))
    .map(({ word }) => word)
  const [only] = named
  const [later] = reading.times
  if (only === undefined && later)
    return /^(?:dawn|morning)$/.test(later.word) ? ['night'] : ['morning', 'day', 'day']
  if (named.length > 1) return named
  if (only) return arcs[only] ?? [only]
  const lit = hourOfLights(reading)
  if (lit) return [lit]
  if (scenes >= longFilm && !isDarkAtNoon(place) && reading.scenes.length === 0) return wholeDay
  if (isDarkAtNoon(place) || place === 'stage') return ['night']
  if (reading.subject.genre === 'podcast') return ['day']
  return interiors.has(place)
    ? ['morning', 'day', 'day', 'golden hour']
    : ['morning', 'day', 'day', 'golden hour', 'sunset']
}
