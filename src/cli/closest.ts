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

/** The end of an error's message: ` Did you mean "ocean"?`, or the known words when nothing is near. */
export const suggestion = (written: string, known: readonly string[]): string => {
  const near = closest(written, known)
  if (near) return ` Did you mean "${near}"?`
  return known.length === 0 ? '' : ` Known: ${known.slice(0, 12).join(', ')}.`
}

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
const editDistance = (from: string, to: string): number => {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current: number[] = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.MAX_VALUE,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}
