import { drawnActions, verbForm } from '../words/verbs.ts'

/** A thing, place or person that a text names, in whatever vocabulary or none. */
export interface NamedNoun {
  /** As written, without its article: `red string lights`. */
  readonly text: string
  /** Its last word, with its colour where it has one, lower case: `lights`, `pink hair`. */
  readonly head: string
  readonly start: number
  readonly end: number
}

const prepositions =
  'in|on|at|with|under|underneath|by|near|through|along|across|over|above|below|into|onto|from|behind|beside|inside|outside|up|down|around|between|before|past|against|among|towards?|of|for|without|beneath'
const determiners = 'an?|the|his|her|their|its|some|many|two|three|four|five'
const deeds = [...drawnActions]
  .filter(
    (word) =>
      /^\p{Ll}+$/u.test(word) && !/^(?:lights|waves|flies|drinks|plays|walks|dances)$/.test(word),
  )
  .join('|')
const nounPhrase = new RegExp(
  String.raw`(?<![\p{L}'])(?:(?:to|${prepositions})\s+)?(?:(${determiners})\s+|(?<=\b(?:${prepositions})\s+))((?:[\p{L}-]+\s+){0,2}?[\p{L}-]{3,})(?=\s*[.,;:!?\n)—–]|\s*$|\s+(?:and|or|that|who|which|while|as|when|until|after|to|is|are|was|off|out|${prepositions}|(?:${deeds})\s+(?:${determiners}|${prepositions}))(?!\p{L}))`,
  'giu',
)

/** Words that name no thing that could be seen to be there or not. */
export const unseen: RegExp =
  /^(?:film|video|clip|movie|story|scene|shot|camera|music|voice|sound|style|mood|tone|look|feel(?:ing)?|viewer|audience|title|text|caption|second|minute|hour|day|days|week|month|year|years|time|times|moment|while|way|end|ending|beginning|start|middle|rest|side|top|front|back|bottom|left|right|edge|corner|world|dark|darkness|life|thing|things|something|nothing|everything|place|air|light|shadow|shade|distance|background|foreground|colou?rs?|view|one|other|others|another|each|first|last|next|same|whole|bit|lot|few|pair|home|hand|hands|face|eyes?|head|arms?|feet|heart|lap|shoulder|smile|sips?|gulps?|naps?|strolls?|glances?|peeks?|breath|nods?|sighs?|word|words|name|story|sun|sky|moon|stars?|water|ground|floor|wall|table|window|windows|windowsill|sill|doorway|room|corridor|ceiling|sand|waves?|grass|path|joy|pride|silence|love|peace|hope|fear|surprise|delight|anger|tears|fun|luck|care|ease|speed|pain|work|shifts?|jobs?|duty|overtime|school|circles?|turn|turns|vain|secret|private|public|together|alone|again|away|back|here|there|him|her|them|it|you|me|us|each other|himself|herself|themselves|itself|noon|night|once|ever|course|example|help|need|search|order|favour|style|idea|dream|dreams|memory|memories|future|past|present|summer|winter|spring|autumn|wind|rain|snow|fog|storm|weather|season|seasons|town|city|country|family|friends?|people|crowd|mind|horizon|step by step)$/i

const colour =
  /^(?:red|blue|green|yellow|orange|purple|pink|white|black|brown|gr[ea]y|golden|silver|turquoise|violet|crimson|scarlet)$/i

/** Everybody has hair and eyes: how they are is what is asked for. */
const headOf = (words: readonly string[]): string => {
  const head = words.at(-1) ?? ''
  if (/^(?:hair|beard)$/.test(head)) return words.join(' ')
  const tint = words.slice(0, -1).find((word) => colour.test(word))
  return tint ? `${tint} ${head}` : head
}

const isNoNoun = new RegExp(`^(?:to|other|another|and|or|${determiners}|${prepositions})$`, 'i')

/** The nouns that stand behind an article or a preposition: `a book in bed` → book, bed. Not every one is found. */
export const namedNouns = (text: string): readonly NamedNoun[] =>
  [...text.matchAll(nounPhrase)].flatMap((match): NamedNoun[] => {
    const [whole, determiner, said = ''] = match
    const words = said.toLowerCase().split(/\s+/)
    const head = words.at(-1) ?? ''
    const isNoThing =
      unseen.test(head) ||
      /ly$|ing$|ness$/.test(head) ||
      (/^(?:hair|beard)$/.test(head) && words.length === 1)
    // Without an article what follows a preposition may be a name.
    const isName = determiner === undefined && /^\p{Lu}/u.test(said.split(/\s+/).at(-1) ?? '')
    if (isNoThing || isName || words.some((word) => isNoNoun.test(word))) return []
    const start = match.index + whole.length - said.length
    return [{ text: said, head: headOf(words), start, end: start + said.length }]
  })

const subject =
  /(?:^|[.!?;:,\n]\s*|\b(?:while|as|when|where|and)\s+)(\p{L}{4,}s)\s+(?!(?:and|or|of|in|on|at|with|that|who|is|are)\b)(\p{L}+)/giu

/** Things in the plural that do something, without an article: `fireworks light up the sky`. */
export const bareSubjects = (text: string): readonly NamedNoun[] =>
  [...text.matchAll(subject)].flatMap((match): NamedNoun[] => {
    const [whole, said = '', verb = ''] = match
    if (!isPluralVerb(verb) || verbForm(said) || unseen.test(said)) return []
    const start = match.index + whole.indexOf(said)
    return [{ text: said, head: said.toLowerCase(), start, end: start + said.length }]
  })

/** `explode`, and `light` where a table has no such verb. */
const isPluralVerb = (word: string): boolean =>
  verbForm(word)?.shape === 'base' ||
  /^(?:light|explode|burst|glow|sparkle|flicker|bloom|fall|fly|fill|cover|appear|shine|swirl|roll|rise|sway|glitter|hang)$/i.test(
    word,
  )
