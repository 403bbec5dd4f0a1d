/** Words that a film begins or ends with, and where the client asks for them. */
export interface FilmWords {
  readonly words: string
  /** Half open. */
  readonly start: number
  readonly end: number
}

const closingWords =
  /\b[Ee]nds?(?:ing)?\s+(?:it\s+)?(?:with|on)\s+the\s+(?:words?|text|sentence|line|phrase)\s*[:,–—-]?\s*["“']?((?:\p{Lu}|\d)[^"”\n]{2,80}?)["”']?(?=[.!?]["”]?\s*$|[.!?]\s+\p{Lu}|\s*$)([.!?])?/u

const whole = String.raw`(?:it|this|everything|the\s+(?:film|video|clip|card|screen|movie|last\s+(?:shot|scene|frame|picture)|end(?:ing)?))`
const quote = String.raw`\s*[:,–—-]?\s*["“]([^"”\n]{2,80})["”][.!]?`
const named = String.raw`(?:\s+(?:the|a)\s+(?:words?|text|message|greeting|line|phrase|wish|title))?`

/** 'It should say "Happy Birthday, Tom"', 'End with "Happy birthday!"': said of the film, and in quotes. */
const closingQuote = new RegExp(
  String.raw`(?:(?:${whole}\s+(?:should|must|has\s+to|needs\s+to|ought\s+to|can)\s+(?:say|read|end\s+(?:with|on)|close\s+with)|\b(?:ends?|ending|close|closes|finish|finishes)\s+(?:it\s+)?(?:with|on)|(?:^|[.!?,]\s+)(?:with|and)\s+the\s+(?:words|text|message|greeting))${named}|\b(?:text|message|greeting|words|caption|card)\s*(?=:))${quote}`,
  'iu',
)

const openingQuote = new RegExp(
  String.raw`(?:${whole}\s+(?:should|must)\s+)?\b(?:starts?|starting|begins?|beginning|opens?|opening)\s+(?:it\s+)?(?:with|on)${named}${quote}(?:\s+and\s+(?=show\b))?`,
  'iu',
)

const greeting =
  /^(?:happy\s+(?:\p{L}+\s+)?(?:birthday|anniversary|easter|christmas|halloween|diwali|hanukkah|eid|new\s+year|holidays|mother's\s+day|father's\s+day|valentine's\s+day|retirement|\d+(?:st|nd|rd|th))|merry\s+(?:christmas|xmas)|congratulations|congrats|season's\s+greetings|get\s+well(?:\s+soon)?|bon\s+voyage|good\s+luck|best\s+wishes|welcome\s+home|thank\s+you|farewell|i\s+love\s+you|we\s+love\s+you)(?!\s+(?:party|card|video|film|cake|song|dinner|tree|market))(?!\p{L})[^"“”.!?\n]{0,50}[.!]*$/iu

/** A sentence of a text that is a greeting and nothing else; null for none. */
const greetingAt = (text: string, isPlace: (index: number, count: number) => boolean) => {
  const sentences = [...text.matchAll(/[^.!?\n]*[^.!?\s][^.!?\n]*[.!?]*/gu)]
  const found = sentences.find(
    ({ 0: said }, index) => isPlace(index, sentences.length) && greeting.test(said.trim()),
  )
  if (!found) return null
  const words = found[0].trim()
  const start = found.index + found[0].indexOf(words)
  return { words, start, end: start + words.length }
}

/** The first words of a film, where the client asks for them or begins with a greeting; null for none. */
export const openingWordsIn = (text: string): FilmWords | null =>
  found(text, openingQuote) ?? greetingAt(text, (index) => index === 0)

/** "End with the words: Adopt, Don't Shop.", a greeting behind the story: the last words of any film; null for none. */
export const closingWordsIn = (text: string): FilmWords | null => {
  const match = closingWords.exec(text)
  if (match)
    return {
      words: `${(match[1] ?? '').trim()}${match[2] ?? ''}`,
      start: match.index,
      end: match.index + match[0].length,
    }
  return found(text, closingQuote) ?? greetingAt(text, (index) => index > 0)
}

const found = (text: string, pattern: RegExp): FilmWords | null => {
  const match = pattern.exec(text)
  if (!match) return null
  return {
    words: (match[1] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }
}

/**
 * A greeting that stands for itself: the film is about what else the client writes, unless there is nothing else, or
 * whoever is greeted is who is told of next, "Congratulations to Anna and Ben! They dance".
 */
export const isApart = (text: string, { start, end }: FilmWords): boolean =>
  /\p{L}/u.test(text.slice(0, start) + text.slice(end)) &&
  !/^\s*(?:they|she|he)\s/i.test(text.slice(end))

/** Whether a film of such words is a merry one. */
export const isMerry = (words: string): boolean =>
  /^(?:happy|merry|congrat|season's|welcome)/i.test(greetingTitle(words))

/** Words as a greeting is a title: without its mark. */
export const greetingTitle = (words: string): string =>
  greeting.test(words) ? words.replace(/[.!]+$/, '') : ''
