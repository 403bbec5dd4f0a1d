import { pictureFromPrompt } from '../agents/script-writer/picture-from-prompt.ts'
import type { Subject } from '../domain/script.ts'
import { shelfWords } from '../domain/shelf.ts'

/** What a prompt asks to be seen, without framing, camera, mood, style and what must not be seen. */
export interface SeenInPrompt {
  readonly light: Light
  readonly sky: Sky
  /** Word stems of everything that is seen. */
  readonly words: Words
  /** Null for words that the studio did not write: only `words`, `light` and `sky` can be told of them. */
  readonly parts: SeenParts | null
  /** Word stems of what must not be seen. */
  readonly avoided: Words
}

/** A picture of the studio's own prompts, as word stems. */
export interface SeenParts {
  readonly place: Words
  readonly subjects: readonly SeenSubject[]
  readonly objects: readonly Words[]
  /** Members of a cast. */
  readonly castCount: number
}

interface SeenSubject {
  /** `old dog`. */
  readonly what: Words
  /** Empty where nobody says. */
  readonly look: Words
  readonly isMany: boolean
  /** One of the cast, or a human being. */
  readonly isActor: boolean
  /** `walk`; empty when nothing is done. */
  readonly verb: string
  readonly action: Words
}

type Words = ReadonlySet<string>

type Light = 'night' | 'low sun' | 'day'

type Sky = 'wet' | 'snow' | 'fog' | 'dry'

/** Read what a prompt asks to be seen. Where no time of day is told it is day, where no weather is told it is dry. */
export const seenInPrompt = (prompt: string): SeenInPrompt => {
  const read = pictureFromPrompt(prompt)
  if (read === null) {
    const words = stems(prompt)
    return {
      ...{ light: lightOf(prompt), sky: skyOf(prompt), parts: null, avoided: new Set() },
      words: new Set([...words].filter((word) => !unseenWords.has(word))),
    }
  }
  const { place, timeOfDay, weather, subjects, objects, avoid } = read.picture
  const told = subjects.flatMap(({ what, look, action }) => [what, look, action])
  return {
    ...{ light: lightOf(timeOfDay), sky: skyOf(weather) },
    words: stems(place, timeOfDay, weather === 'clear' ? '' : weather, ...objects, ...told),
    parts: {
      place: stems(place),
      subjects: subjects.map(seenSubject),
      objects: objects.map((object) => stems(object)),
      castCount: read.cast.length,
    },
    avoided: stems(...avoid),
  }
}

const seenSubject = ({ castId, what, look, action, count }: Subject): SeenSubject => {
  // A reading knows a deed by `flies`; one that is told as `bird flying over the lake` is still in the name.
  const [, name = what, told = action] =
    (action === '' && /^(.+?) (\S+ing(?: .*)?)$/s.exec(what)) || []
  const [is, done] = [stems(name), stems(told)]
  const [verb = ''] = done
  const isActor = castId !== null || [...is].some((word) => peopleWords.has(word))
  return { what: is, look: stems(look), isMany: count > 1, isActor, verb, action: done }
}

/**
 * Words of which two sets must share so much (Dice: twice the shared, of all) to tell of the same: `mountain lake` and `lake`
 * do, `mountain lake` and `forest lake` do not. Chosen by this project, as is the next.
 */
const leastAlike = 0.6

/** The same for deeds that begin with one verb: `flies low over the water`, `flies over the lake`. */
const leastAlikeDeed = 0.3

/**
 * How near what is seen in a clip is to what a shot wants, 0…1; null for a clip that shows something else. Light and weather
 * must be the same, and nothing be seen that the shot avoids. Of prompts of the studio, place, subjects and what they do must
 * tell of the same each, with no other actor beside them, and half of the shot's objects be there; of other words, all words together, and everybody whom the
 * shot shows must be named and nobody else.
 */
export const nearness = (clip: SeenInPrompt, shot: SeenInPrompt): number | null => {
  if (clip.light !== shot.light || clip.sky !== shot.sky) return null
  if ([...shot.avoided].some((word) => clip.words.has(word))) return null
  const near = alike(clip.words, shot.words)
  if (clip.parts === null || shot.parts === null) {
    return near >= leastAlike && hasSamePeople(clip, shot) ? near : null
  }
  return isSamePicture(clip.parts, shot.parts) ? near : null
}

const isSamePicture = (clip: SeenParts, shot: SeenParts): boolean => {
  const objects = shot.objects.filter((words) => clip.objects.some((own) => isAlike(own, words)))
  return (
    isAlike(clip.place, shot.place) &&
    hasSubjects(clip.subjects, shot.subjects) &&
    objects.length * 2 >= shot.objects.length
  )
}

/** Whether each wanted subject is there, and beside them only birds and the like. */
const hasSubjects = (
  seen: readonly SeenSubject[],
  [first, ...others]: readonly SeenSubject[],
): boolean => {
  if (first === undefined) return seen.every(({ isActor }) => !isActor)
  const at = seen.findIndex((subject) => isSameSubject(subject, first))
  return at >= 0 && hasSubjects(seen.toSpliced(at, 1), others)
}

const isSameSubject = (left: SeenSubject, right: SeenSubject): boolean =>
  left.isMany === right.isMany &&
  isAlike(left.what, right.what) &&
  (left.look.size === 0 || right.look.size === 0 || isAlike(left.look, right.look)) &&
  isSameDeed(left, right)

const isSameDeed = (left: SeenSubject, right: SeenSubject): boolean =>
  alike(left.action, right.action) >= (left.verb === right.verb ? leastAlikeDeed : leastAlike)

/** Whoever the studio's own side names is in the others' words, and no human being beside them. */
const hasSamePeople = (clip: SeenInPrompt, shot: SeenInPrompt): boolean => {
  const named = (clip.parts ?? shot.parts)?.subjects ?? []
  const free = clip.parts === null ? clip.words : shot.words
  const people = (words: Words) => [...words].filter((word) => peopleWords.has(word))
  const others = clip.parts === null ? shot.words : clip.words
  return (
    named.every(({ what }) => [...what].some((word) => free.has(word))) &&
    people(free).every((word) => others.has(word))
  )
}

const isAlike = (left: Words, right: Words): boolean => alike(left, right) >= leastAlike

/** Dice's measure: 1 for the same words, which two empty sets are. */
const alike = (left: Words, right: Words): number => {
  const shared = [...left].filter((word) => right.has(word)).length
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size)
}

/** Words of the shelf without their endings: `walks`, `walking` and `walked` are one. */
const stems = (...texts: readonly string[]): Words => new Set([...shelfWords(...texts)].map(stemOf))

const stemOf = (word: string): string =>
  word.length < 6
    ? word.replace(/e$/, '')
    : word
        .replace(/(?:ing|ed)$/, '')
        .replace(/([^aeiouls])\1$/, '$1')
        .replace(/e$/, '')

const lightOf = (text: string): Light => {
  if (/\b(?:night|midnight|nighttime|moonlight|moonlit)\b/i.test(text)) return 'night'
  const low =
    /\b(?:dawn|sunrise|sunset|dusk|twilight|evening|golden hour|blue hour|sundown|daybreak)\b/i
  return low.test(text) ? 'low sun' : 'day'
}

const skyOf = (text: string): Sky => {
  if (/\b(?:rain|rainy|raining|drizzle|storm|stormy|thunderstorm|downpour)\b/i.test(text)) {
    return 'wet'
  }
  if (/\b(?:snow|snowing|snowfall|blizzard|sleet)\b/i.test(text)) return 'snow'
  return /\b(?:fog|foggy|mist|misty|haze|hazy)\b/i.test(text) ? 'fog' : 'dry'
}

/** Words of prompts that are about the camera, the look or the make, as stems. Chosen by this project. */
const unseenWords: Words = stems(
  'shot establishing wide full medium close closeup insert detail camera lens pan pans tilt tilts track tracks crane dolly zoom',
  'locked pushes pulls slow slowly handheld static orbit aerial drone cinematic film grain photorealistic realistic real photo',
  'style look mood colour color palette contrast soft muted lighting bokeh depth field shallow sharp focus high quality',
  'detailed beautiful stunning epic video footage clip scene frame 4k 8k hd uhd hdr fps mm 24fps 35mm 50mm text readable',
)

const peopleWords: Words = stems(
  'woman women man men girl boy child children kid person people crowd couple',
)
