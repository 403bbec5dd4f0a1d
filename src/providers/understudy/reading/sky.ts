import type { Lexicon, Mention } from '../words/lexicon.ts'
import { places, seasons, times, weathers } from '../words/vocabulary.ts'
import type { Reading } from './read-concept.ts'

type Told = Pick<Reading, 'text' | 'scenes' | 'weathers' | 'negations'>

/** Weather and season of a point of the story. */
export interface Sky {
  /** Null where the film's own will do. */
  readonly weather: string | null
  /** Null where none is named. */
  readonly season: string | null
}

interface Span {
  readonly start: number
  readonly end: number
}

/** "…, and at night the snowman waves": where a sentence goes on at another hour, another part of the story begins. */
const turn =
  /,?\s+(?:and|but|then|until)\s+(?=(?:then\s+)?(?:at|in|on|by|after|before|during)\s+(?:the\s+)?((?:\p{L}+\s+){0,2}\p{L}+))/giu

const turnsOf = (text: string): readonly number[] =>
  [...text.matchAll(turn)].flatMap(({ index, 0: joint, 1: hour = '' }) =>
    [times, seasons].some((list) => list.find(hour)[0]?.start === 0) ? [index + joint.length] : [],
  )

/** The parts of a text that have an hour, a season and a weather each: its sentences, and what follows a turn of the hour in one. */
const sentences = (text: string): readonly Span[] =>
  [...text.matchAll(/[^.!?\n;]+/gu)].flatMap(({ index, 0: sentence }) => {
    const turns = [0, ...turnsOf(sentence), sentence.length]
    return turns
      .slice(0, -1)
      .map((start, at) => ({ start: index + start, end: index + (turns[at + 1] ?? 0) }))
  })

const isIn = ({ start, end }: Span, at: number): boolean => at >= start && at < end

/** Whether something named at a point is said of the whole film: in its first sentence, or before the scenes that are listed. */
export const isOfWholeFilm = (
  { text, scenes }: Pick<Reading, 'text' | 'scenes'>,
  { start }: Pick<Mention, 'start'>,
): boolean => {
  const [first] = scenes
  if (first) return start < first.start
  const [opening] = sentences(text).filter((span) =>
    /\p{L}/u.test(text.slice(span.start, span.end)),
  )
  return opening === undefined || start < opening.end
}

/** The weather a text names, in its order; rain that is only hoped for does not fall. */
export const skies: Lexicon = {
  words: weathers.words,
  find: (text) => weathers.find(text).filter(({ start }) => !isWished.test(text.slice(0, start))),
}

const isWished =
  /\b(?:hop|wait|wish|pray|long|yearn|beg)\p{L}* for (?:the |some |a little )?(?:\p{L}+ )?$/iu

/** Weather in which no sun is seen. */
export const isDull: ReadonlySet<string> = new Set(['cloudy', 'rain', 'snow', 'fog', 'storm'])

/** The seasons a text names, in its order; a spring of water is none. */
export const seasonsIn = (text: string): readonly Mention[] =>
  seasons
    .find(text)
    .filter(
      ({ word, start, end }) =>
        !(
          word === 'spring' &&
          /\b(?:an?|hot|mountain|steel|metal|the)\s+$/i.test(text.slice(0, start)) &&
          !/\b(?:in|of|during) the\s+$/i.test(text.slice(0, start)) &&
          !/^\s+(?:day|morning|evening|afternoon|night|sun|rain|meadow|garden|park|forest)/i.test(
            text.slice(end),
          )
        ),
    )

/** Whether a text asks for the whole year without naming its seasons: `the four seasons of an island`. */
export const isWholeYear = (text: string): boolean =>
  /\b(?:(?:the )?four seasons|(?:all|through|across|the) (?:the )?(?:\p{L}+ )?seasons|whole year)\b/iu.test(
    text,
  ) && seasonsIn(text).length === 0

/** The seasons in the order of a year. */
export const yearOfSeasons = ['spring', 'summer', 'autumn', 'winter'] as const

/** The mention a point stands under: the nearest before it in its sentence, else another of its sentence. */
const nearest = (found: readonly Mention[], sentence: Span, at: number): Mention | undefined => {
  const own = found.filter(({ start }) => isIn(sentence, start))
  return own.findLast(({ start }) => start <= at) ?? own[0]
}

/**
 * Weather and season where something is told. What a sentence names holds until another is named; the weather also until
 * a sentence has an hour, a place or a season of its own, unless it is the whole film's.
 */
export const skyAt = (reading: Told, at: number): Sky => {
  const { text } = reading
  const sentence = sentences(text).find((span) => isIn(span, at)) ?? { start: at, end: at + 1 }
  const known = seasonsIn(text)
  const season =
    nearest(known, sentence, at) ?? known.findLast(({ start }) => start < sentence.start)
  return { season: season?.word ?? null, weather: weatherOf(reading, sentence, at) }
}

const weatherOf = (reading: Told, sentence: Span, at: number): string | null => {
  const { text } = reading
  const banned = new Set(reading.negations.flatMap(({ words }) => words))
  const found = skies.find(text).filter(({ word }) => !banned.has(word))
  const own = nearest(found, sentence, at)
  if (own) return isOfWinter(reading, sentence, at, own) ? 'clear' : own.word
  const outside = found.find((mention) => isOutsideOf(reading, sentence, mention))
  if (outside) return outside.word
  const season = nearest(seasonsIn(text), sentence, at)
  if (season?.word === 'winter') return 'snow'
  if (found.length === 0)
    return seasonsIn(text).some(({ word }) => word === 'winter') ? 'clear' : null
  const film = found.findLast((mention) => isOfWholeFilm(reading, mention))?.word ?? 'clear'
  const last = found.findLast(({ start }) => start < sentence.start)
  if (!last) return film
  const since = text.slice(endOfSentence(text, last), sentence.end)
  if (seasonsIn(since).length > 0) return 'clear'
  return places.find(since).length + times.find(since).length > 0 ? film : last.word
}

/** "spring flowers, …, winter snow": of a sentence with several seasons the snow falls in its winter alone. */
const isOfWinter = (
  { text }: Told,
  sentence: Span,
  at: number,
  { word, start }: Mention,
): boolean => {
  const known = seasonsIn(text).filter((season) => isIn(sentence, season.start))
  const winter = known.findLast((season) => season.start <= start)?.word === 'winter'
  return word === 'snow' && winter && nearest(known, sentence, at)?.word !== 'winter'
}

/** "… in her workshop. Rain falls outside.": weather at the windows of a room is there while all is done in it that is told before. */
const isOutsideOf = ({ text, scenes }: Told, room: Span, { start }: Mention): boolean => {
  const said = sentences(text).find((span) => isIn(span, start))
  if (
    !said ||
    said.start < room.end ||
    !scenes.every((scene) => isIn(scene, room.start) === isIn(scene, start))
  )
    return false
  const own = text.slice(said.start, said.end)
  const since = text.slice(room.end, said.end)
  return (
    atWindows.test(own) &&
    !comesLater.test(since) &&
    [places, times, seasons].every((list) => list.find(since).length === 0)
  )
}

const atWindows = /\b(?:outside|windows?|(?:window)?panes?|roof|beyond the glass)\b/iu
const comesLater =
  /\b(?:begins?|starts?|stops?|turns?|comes?|suddenly|then|later|soon|finally|when|until|after|before|goes|leaves|next)\b/iu

const endOfSentence = (text: string, { start, end }: Mention): number =>
  sentences(text).find((span) => isIn(span, start))?.end ?? end
