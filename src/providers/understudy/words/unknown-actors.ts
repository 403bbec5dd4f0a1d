import { isSubject } from './acting-things.ts'
import type { Mention } from './lexicon.ts'
import { otherThings } from './made-things.ts'
import { groupNouns, personNouns } from './people.ts'
import { verbForm } from './verbs.ts'
import { animals, moods, objects, places, times, weathers } from './vocabulary.ts'

/** Somebody or something in no vocabulary that does something: `the snail climbs`, `a goalie catches`. */
export interface UnknownActor extends Mention {
  /** By its ending a trade: `goalie`, `tinsmith`. */
  readonly isPerson: boolean
}

const known = [
  animals,
  groupNouns,
  moods,
  objects,
  otherThings,
  personNouns,
  places,
  times,
  weathers,
]

const phrase =
  /(?<![\p{L}'])(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother)\s+((?:\p{Ll}[\p{L}-]*\s+){0,2}?)(\p{Ll}[\p{L}-]{2,})\s+(?:(?:in|with|from|at|on|wearing)\s+(?:an?|the|his|her|their)\s+(?:[\p{L}-]+\s+){1,2})?(?:(?:\p{L}+ly|then|suddenly)\s+)?(\p{Ll}+)(?=\s*[.,;:!?\n]|\s*$|\s+(?:an?|the|his|her|their|its|it|him|them|in|on|at|to|into|onto|from|with|for|by|up|down|over|under|above|below|among|between|towards|beside|against|across|along|through|out|off|away|past|around|after|behind|alone|together|home|back|again|inside|outside|there|here|and|two|three|four|five|\p{L}+ly)(?!\p{L}))/gu

/** Words by which a client speaks of the film. */
const ofTheFilm =
  /^(?:camera|film|video|clip|movie|scene|shot|story|narrator|voice|voiceover|text|title|caption|logo|ad|advert|commercial|spot|viewer|audience|end|ending|beginning|product|brand|slogan|tagline|frame|picture|image|screen|rest|other|others|same|first|last|one|ones|who|that|which|day|time|light|thing|way|man|woman)$/

const noNoun =
  /^(?:and|or|but|he|she|they|it|we|you|then|not|all|both|in|on|at|of|to|with|for|from|by|as|while|when|is|are|was|were|has|have|now|again|below|above|outside|inside|nearby|beyond|ahead|behind|within|around|alone|itself|together|too|also|soon|still|even|once|(?:north|south|east|west)ern)$|(?:ing|ly|ed|ous|ful|ive|able|less)$/

const joins =
  /^(?:and|or|but|he|she|they|it|who|that|which|of|in|on|at|to|with|for|from|by|as|while|when|is|are|was|were)$/

const trade = /(?:er|or|ist|ian|eer|ess|man|woman|smith|wright|keeper|maker|ie)$/
const noTrade =
  /^(?:spider|lobster|hamster|otter|beaver|panther|monster|oyster|grasshopper|butter|paper|computer|printer|scanner|mixer|blender|cooker|hammer|server|counter|corner|power|thunder|fever|number|motor|mirror|armor|armour|colou?r|odou?r|finger|shoulder|feather|leather|ladder|tower|timer|speaker|freezer|heater|trailer|zipper|sweater|slipper|pepper|ginger|paper|cookie|zombie|engine|prairie|creature|geyser|glacier|river|flower)$/

/** Whoever acts in a text and is in no vocabulary: a noun with its article at the start of a sentence's part, and a verb. */
export const unknownActors = (text: string): readonly UnknownActor[] =>
  [...text.matchAll(phrase)].flatMap((match): UnknownActor[] => {
    const head = match[2] ?? ''
    const start =
      match.index + match[0].indexOf(`${match[1] ?? ''}${head}`) + (match[1] ?? '').length
    const mention = { word: head, text: head, start, end: start + head.length }
    const isNamed = known.some((list) => list.find(head).length > 0)
    const isNoun = !(ofTheFilm.test(head) || noNoun.test(head)) && verbForm(head)?.shape !== 'third'
    const isDone = verbForm(match[3] ?? '')?.shape === 'third'
    const isPhrase = (match[1] ?? '')
      .trim()
      .split(/\s+/)
      .every((word) => !joins.test(word))
    if (isNamed || !isPhrase || !isNoun || !isDone || !isSubject(text, mention)) return []
    return [{ ...mention, isPerson: trade.test(head) && !noTrade.test(head) }]
  })
