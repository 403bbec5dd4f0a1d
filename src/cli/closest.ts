/**
 * The known word nearest to what was written, for "Did you mean …?".
 *
 * @returns null when nothing is near: more than a third of the letters differ
 */
export const closest = (written: string, known: readonly string[]): string | null => {
  const ranked = known
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
  const [best] = ranked
  if (!best) return null
  return best.distance <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null
}

const mostKnown = 12

/** The end of an error's message: ` Did you mean "ocean"?`, or the known words when nothing is near. */
export const suggestion = (written: string, known: readonly string[]): string => {
  const near = closest(written, known)
  if (near) return ` Did you mean "${near}"?`
  const more = known.length > mostKnown ? ` and ${known.length - mostKnown} more` : ''
  return known.length === 0 ? '' : ` Known: ${known.slice(0, mostKnown).join(', ')}${more}.`
}

/** What is said of a word that is none of a few: the nearest, and all there are. */
export const notAChoice = (written: string, what: string, known: readonly string[]): string => {
  const near = closest(written, known)
  const hint = near ? ` Did you mean "${near}"?` : ''
  return `"${written.slice(0, 40)}" is not a choice for ${what}.${hint} Choices: ${known.join(', ')}.`
}

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
const editDistance = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.MAX_VALUE
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    rows.push(current)
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swap = isSwap ? at(row - 2, column - 2) + 1 : Number.MAX_VALUE
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + change,
        swap,
      )
    }
  }
  return at(from.length, to.length)
}
