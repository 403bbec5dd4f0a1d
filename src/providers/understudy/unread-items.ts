import { foreignMentions } from './foreign-words.ts'
import { madeThings, otherThings } from './made-things.ts'
import { groupNouns, personNouns } from './people.ts'
import type { Reading } from './read-concept.ts'
import { partsToSay } from './read-foreign.ts'
import { directive } from './tellable.ts'
import { verbForm } from './verbs.ts'
import { animals, moods, objects, places, times, weathers } from './vocabulary.ts'

/** Something the client wrote that no other item of the contract stands for. */
export interface Unread {
  /** In the client's own words. */
  readonly text: string
  /** Content words, lower case. */
  readonly words: readonly string[]
}

/** Most sentences and most things that are listed, so that a long text does not drown what was understood. */
const most = { sentences: 3, things: 3 } as const

const common =
  /^(?:film|video|clip|movie|story|scene|shot|camera|music|voice|sound|style|mood|tone|look|feel(?:ing)?|viewer|audience|title|text|caption|second|minute|hour|day|days|week|year|time|moment|while|way|end|ending|beginning|start|middle|rest|side|top|front|back|bottom|left|right|edge|corner|world|life|thing|things|something|place|air|light|shadow|distance|background|foreground|colou?rs?|view|one|other|others|first|last|next|same|whole|bit|lot|few|pair|home|hand|hands|face|eyes?|head|arms?|feet|heart|smile|word|words|name|story|sun|sky|moon|stars?|water|ground|floor|wall|table|window|windows|windowsill|sill|doorway|room|corner|corridor|ceiling|sand|waves?|grass|path)$/i

/** Sentences in which nothing at all was understood. */
export const unreadSentences = (reading: Reading): readonly Unread[] => {
  if (!reading.isEnglish) return unreadParts(reading)
  if (reading.subject.genre !== 'story') return []
  return reading.sentences
    .flatMap((sentence): Unread[] => {
      const start = reading.text.indexOf(sentence)
      if (start < 0 || directive.test(sentence)) return []
      const end = start + sentence.length
      const isKnown = [...spansOf(reading)].some((span) => span.start < end && span.end > start)
      const words = contentWords(sentence)
      return isKnown || words.length < 2 ? [] : [{ text: sentence, words }]
    })
    .slice(0, most.sentences)
}

/** Parts of a text in another language in which no word of the vocabulary was met. */
const unreadParts = ({ text }: Reading): readonly Unread[] => {
  const known = foreignMentions(text)
  return partsToSay(text)
    .flatMap((part): Unread[] => {
      const start = text.indexOf(part)
      const end = start + part.length
      const isKnown = known.some((mention) => mention.start >= start && mention.end <= end)
      const words = foreignWords(part)
      return isKnown || words.length === 0 ? [] : [{ text: part, words }]
    })
    .slice(0, most.sentences)
}

/** The longer words of a part; of a script that writes without spaces, the part itself. */
const foreignWords = (part: string): readonly string[] =>
  part
    .match(/\p{L}+/gu)
    ?.filter((word) => word.length > 3)
    .slice(0, 4) ?? []

const noun =
  /(?<![\p{L}'])(?:an?|the|his|her|their|its)\s+((?:[\p{L}-]+\s+){0,2}?[\p{L}-]{3,})(?=\s*[.,;:!?\n)—–]|\s*$|\s+(?:and|or|of|in|on|at|to|with|for|by|from|that|who|which|while|as|through|into|over|under|near|behind|before|after|until|when|is|are|was|across|along|between|around|beside|inside|outside|out|off|up|down)(?!\p{L}))/giu

/** Things and people of the text that are in no vocabulary: `the maze`. */
export const unreadThings = (reading: Reading): readonly Unread[] => {
  if (!reading.isEnglish || reading.subject.genre !== 'story') return []
  const known = spansOf(reading)
  const seen = new Set<string>()
  return [...reading.text.matchAll(noun)]
    .flatMap((match): Unread[] => {
      const said = match[1] ?? ''
      const start = match.index + match[0].length - said.length
      const end = start + said.length
      const head = said.split(/\s+/).at(-1)?.toLowerCase() ?? ''
      if (common.test(head) || /ly$|ing$/.test(head) || seen.has(head)) return []
      if (/\b(?:an?|the|other|another)\b/i.test(said)) return []
      if (isNameOf(reading, said) || directive.test(said)) return []
      if (known.some((span) => span.start < end && span.end > start)) return []
      if (said.split(/\s+/).some((word) => verbForm(word)?.shape === 'third')) return []
      seen.add(head)
      return [{ text: said.toLowerCase(), words: [head] }]
    })
    .slice(0, most.things)
}

const isNameOf = ({ subject }: Reading, said: string): boolean =>
  [subject.topic, subject.brand, subject.product].some(
    (name) => name !== '' && name.toLowerCase().includes(said.toLowerCase()),
  )

/** Where the text was understood. */
export const spansOf = (
  reading: Reading,
): readonly { readonly start: number; readonly end: number }[] => [
  ...[
    places,
    times,
    weathers,
    moods,
    objects,
    animals,
    madeThings,
    otherThings,
    personNouns,
    groupNouns,
  ].flatMap((list) => list.find(reading.text)),
  ...reading.castMentions,
  ...reading.clauses.map(({ start }) => ({ start, end: start + 1 })),
]

const contentWords = (sentence: string): readonly string[] =>
  [...new Set((sentence.match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase()))]
    .filter(
      (word) =>
        !/^(?:this|that|with|from|into|over|then|they|their|there|have|been|were|when|what|where|like|very|just|some|only)$/.test(
          word,
        ),
    )
    .slice(0, 4)
