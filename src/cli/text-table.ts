import { stripVTControlCharacters } from 'node:util'
import { formatUsd, type Usd } from '../domain/money.ts'

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** Marks, joiners and variation selectors. */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Cells a text takes in a terminal: East Asian letters and emoji take two, marks none, colours none. */
export const cellWidth = (text: string): number => {
  let width = 0
  for (const letter of stripVTControlCharacters(text)) {
    if (!zeroWidth.test(letter)) width += wide.test(letter) ? 2 : 1
  }
  return width
}

/** A text with nothing in it that could steer a terminal; its lines stay. */
export const unarmed = (text: string): string =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.replace(controls, ' '))
    .join('\n')

/** A text on one line, with nothing in it that could steer a terminal. */
export const oneLine = (text: string): string => unarmed(text).replace(/\s+/g, ' ').trim()

/** A paragraph with nothing in it that could steer a terminal, each sentence that gives a command on a line of its own. */
export const commandLines = (text: string): readonly string[] =>
  oneLine(text).split(/(?<=[.)]) (?=[A-Z][^`.]*: `)/)

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text cut to a width, between its signs, with an ellipsis where something was cut. */
export const fitted = (text: string, width: number): string => {
  if (cellWidth(text) <= width) return text
  let cut = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const next = cellWidth(segment)
    if (used + next > width - 1) break
    cut += segment
    used += next
  }
  return `${cut}…`
}

/** A text filled up with spaces to a width. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cellWidth(text)))

/** A text broken into lines of a width at its spaces; words that are longer are cut. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const next = line === '' ? word : `${line} ${word}`
    if (line !== '' && cellWidth(next) > width) {
      lines.push(line)
      line = word
    } else line = next
  }
  return [...lines, line].map((each) => fitted(each, width))
}

/** Amounts for people as everywhere else, padded so that their points stand below each other. */
export const alignedUsd = (amounts: readonly Usd[]): readonly string[] => {
  const texts = amounts.map(formatUsd)
  const decimalsOf = (text: string): number => text.length - text.indexOf('.')
  const decimals = Math.max(0, ...texts.map(decimalsOf))
  const padded = texts.map((text) => text + ' '.repeat(decimals - decimalsOf(text)))
  const width = Math.max(0, ...padded.map((text) => text.length))
  return padded.map((text) => text.padStart(width))
}

/**
 * Rows as aligned columns, two spaces apart, a newline after each.
 *
 * @param head names of the columns; empty for none
 */
export const textTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const all = head.length > 0 ? [head, ...rows] : rows
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => cellWidth(row[column] ?? ''))),
  )
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
