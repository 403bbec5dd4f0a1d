/** How wide a piece of text is, in whatever unit the limit has. */
export type Measure = (text: string) => number

const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[　-〿＀-｠]/u
/** Signs that may not begin a line: closing marks, small kana, the long vowel mark. */
const notAtStart =
  /^[、。，．・：；？！）」』】〕》〉”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥々.,:;?!)\]}%]/u
/** Signs that may not end a line: opening marks. */
const notAtEnd = /[（「『【〔《〈“‘([{]$/u

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const japaneseWords = new Intl.Segmenter('ja', { granularity: 'word' })

/** Width in Latin letters: signs of East Asian scripts and emoji count two. */
export const textUnits: Measure = (text) => {
  let units = 0
  for (const { segment } of graphemes.segment(text)) {
    units += wide.test(segment) || /\p{Extended_Pictographic}/u.test(segment) ? 2 : 1
  }
  return units
}

/** A piece that stays whole, and whether a space follows it. */
interface Piece {
  readonly text: string
  readonly spaced: boolean
}

/**
 * Where a text may be broken: at spaces; in scripts without spaces between words, with the rules for what may not
 * begin or end a line.
 */
const pieces = (text: string): readonly Piece[] => {
  const found: { text: string; spaced: boolean }[] = []
  const words = text.trim().split(/\s+/u)
  for (const word of words) {
    const parts = wide.test(word)
      ? [...japaneseWords.segment(word)].map(({ segment }) => segment)
      : [word]
    let fresh = true
    for (const part of parts) {
      const last = found.at(-1)
      const mayJoin = !fresh && last !== undefined && !last.spaced
      if (mayJoin && (notAtStart.test(part) || notAtEnd.test(last.text))) last.text += part
      else found.push({ text: part, spaced: false })
      fresh = false
    }
    const last = found.at(-1)
    if (last) last.spaced = true
  }
  return found.filter((piece) => piece.text !== '')
}

const joined = (parts: readonly Piece[]): string =>
  parts
    .map((part) => part.text + (part.spaced ? ' ' : ''))
    .join('')
    .trim()

/** Break what is too long for a line of its own, such as a web address, between signs. */
const breakLong = (parts: readonly Piece[], limit: number, measure: Measure): readonly Piece[] =>
  parts.flatMap((part) => {
    if (measure(part.text) <= limit) return [part]
    const chunks: { text: string; spaced: boolean }[] = [{ text: '', spaced: false }]
    for (const { segment } of graphemes.segment(part.text)) {
      const last = chunks.at(-1)
      if (last && (last.text === '' || measure(last.text + segment) <= limit)) last.text += segment
      else chunks.push({ text: segment, spaced: false })
    }
    const end = chunks.at(-1)
    if (end) end.spaced = part.spaced
    return chunks
  })

const fill = (parts: readonly Piece[], limit: number, measure: Measure): readonly Piece[][] => {
  const lines: Piece[][] = []
  for (const part of parts) {
    const line = lines.at(-1)
    if (line && measure(joined([...line, part])) <= limit) line.push(part)
    else lines.push([part])
  }
  return lines
}

/**
 * Break a text into as few lines as fit the limit, then even them out so that no line is left with one short word.
 * A newline in the text always breaks.
 *
 * @returns no line for a text without signs
 */
export const wrapLines = (text: string, limit: number, measure: Measure): readonly string[] =>
  text
    .split(/\r?\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => {
      const parts = breakLong(pieces(paragraph), limit, measure)
      const count = fill(parts, limit, measure).length
      let best = fill(parts, limit, measure)
      for (let share = 0.95; share > 0.4; share -= 0.05) {
        const tighter = fill(parts, limit * share, measure)
        if (tighter.length > count) break
        best = tighter
      }
      return best.map(joined)
    })

/**
 * Split a text into pages that each fit into a number of lines.
 *
 * @param limit most units in a line
 */
export const pages = (text: string, limit: number, linesPerPage: number): readonly string[] => {
  const flat = text.replace(/\s+/gu, ' ').trim()
  const parts = breakLong(pieces(flat), limit, textUnits)
  const lines = fill(parts, limit, textUnits)
  const count = Math.ceil(lines.length / linesPerPage)
  if (count <= 1) return flat === '' ? [] : [flat]
  const target = textUnits(flat) / count
  const found: Piece[][] = [[]]
  for (const part of parts) {
    const page = found.at(-1) ?? []
    const grown = [...page, part]
    const fits = fill(grown, limit, textUnits).length <= linesPerPage
    const full = found.length < count && textUnits(joined(page)) >= target
    if (page.length === 0 || (fits && !full)) page.push(part)
    else found.push([part])
  }
  return found.map(joined)
}
