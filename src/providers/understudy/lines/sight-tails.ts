import { objects, places } from '../words/vocabulary.ts'

/** What can be said of a place that is named, in as few words; `{it}` and `{its}` take its number. */
const ofPlaces: Readonly<Record<string, string>> = {
  waterfall: ': you hear {it} long before you see {it}',
  beach: ', where every wave wipes the sand clean',
  ocean: ', all the way to the horizon',
  mountains: ', with a weather of {its} own',
  'mountain lake': ', with the sky lying in {it}',
  forest: ', where the light comes down in pieces',
  meadow: ', where the grass bends with every breath of air',
  river: ', always leaving and always there',
  desert: ', where the wind redraws every line',
  village: ', with smoke above the roofs',
  'city street': ', loud and bright and never empty',
  'city skyline': ', window above window',
  'rocky coast': ', where the sea has always been the stronger one',
  harbor: ', where the boats pull at their ropes',
  market: ', heaped with colours and smells',
  cafe: ', and the sound of spoons on saucers',
  park: ', green in the middle of everything',
  garden: ', where something is always in flower',
  castle: ', stone upon stone',
  church: ', where even a whisper comes back',
  bridge: ', from one bank to the other',
  rooftop: ', one behind the other, up to the sky',
  road: ', going on out of sight',
  'snow field': ', with hardly a footprint in it',
  underwater: ', blue and slow and quiet',
  cave: ', dark and dripping',
  jungle: ', green climbing over green',
  volcano: ', still warm to the core',
  canyon: ', layer under layer of stone',
  iceberg: ', and most of {it} under water',
  vineyard: ', row after row of green',
  'lavender field': ', purple and full of bees',
  'rice terraces': ', step by step up the hill',
  library: ', and the sound of a page turning',
  workshop: ', with every tool in its place',
  stage: ', and the lights going down',
}

const ofWeather: Readonly<Record<string, string>> = {
  rain: ', drop after drop',
  snow: ', soft on everything',
  fog: ', which takes the distance away',
  wind: ', which never quite lets go',
  storm: ', rolling in',
}

const ofLife: readonly (readonly [RegExp, string])[] = [
  [/^(?:bird|duck|swan|goose|owl|butterfly|bee|dragonfly)$/, ', busy in the air'],
  [/^(?:fish|dolphin|octopus|jellyfish|shark)$/, ', gliding past'],
  [/^(?:camel|turtle|elephant|cow|sheep|whale|snail|panda|donkey)$/, ', in no hurry at all'],
  [/^(?:deer|fox|wolf|rabbit|squirrel|hedgehog)$/, ', listening'],
  [/^(?:monkey|penguin|otter|dog)$/, ', close together'],
]

const ofThings: Readonly<Record<string, readonly [one: string, many: string]>> = {
  cup: [', still warm', ', still warm'],
  bread: [', straight from the oven', ', straight from the oven'],
  flower: [', just opened', ', opening overnight'],
  boat: [', rocking a little', ', rocking side by side'],
  lantern: [', holding its small light', ', one small light beside another'],
  candle: [', holding its small flame', ', one small flame beside another'],
  umbrella: ['', ', one beside the other'],
  taxi: ['', ', one after another'],
  car: ['', ', one after another'],
  book: [', open in the middle', ', spine by spine'],
  bicycle: [', leaning where it was left', ', leaning in a row'],
  tree: [', older than anyone here', ', older than anyone here'],
  campfire: [', with sparks going up', ', with sparks going up'],
}

/** What a sight shows, in words of the vocabulary. */
export interface SightWords {
  readonly weather: string | null
  readonly life: string | null
}

const isSaidAlready = /[,;:]|\p{L}{3}ing(?!\p{L})|\s(?:with|where|that)\s/iu

/** Words that go on after a sight, `: you hear them long before you see them`; empty where none are known or needed. */
export const tailOf = (text: string, words: SightWords): string => {
  if (isSaidAlready.test(text) || text.split(/\s+/).length > 5) return ''
  // What stands behind a preposition only says where it is: "temples in Kyoto".
  const [head = ''] = text.split(/\s+(?:in|on|at|of|by|under|over|along|from|through)\s/i)
  const isMany = /(?:[^su]s|\sand\s.*|people|children|men|women)$/i.test(head)
  return knownTail(head, words, isMany)
    .replaceAll('{it}', isMany ? 'them' : 'it')
    .replaceAll('{its}', isMany ? 'their' : 'its')
}

const knownTail = (head: string, { weather, life }: SightWords, isMany: boolean): string => {
  if (life !== null) return ofLife.find(([pattern]) => pattern.test(life))?.[1] ?? ''
  const [thing] = objects.find(head).filter(({ end }) => end === head.length)
  const own = thing ? ofThings[thing.word]?.[isMany ? 1 : 0] : undefined
  if (own) return own
  const place = places.find(head).find(({ end }) => end === head.length)
  // A jazz club is drawn as a cafe.
  if (place)
    return place.word === 'cafe' && !/caf|coffee/i.test(head) ? '' : (ofPlaces[place.word] ?? '')
  return weather === null ? '' : (ofWeather[weather] ?? '')
}
