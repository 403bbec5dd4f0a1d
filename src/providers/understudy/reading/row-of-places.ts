import { verbForm } from '../words/verbs.ts'
import { places } from '../words/vocabulary.ts'

const joint =
  /^(?:,|,?\s+and)\s+(?:(?:then|finally)\s+)?(?:(?:through|over|across|along|past|into|to|by|around|up|down|in|on|under)\s+)?(?:(?:an?|the|some|his|her|their)\s+(?:[\p{L}-]+\s+){0,2}|(?<bare>(?:[\p{L}-]+\s+){0,2}))$/iu

/**
 * "through a forest, a field and a village": the end of a row of places, in characters of the text.
 *
 * @param from where the first of them ends
 * @returns `from` where no row goes on
 */
export const endOfRow = (text: string, from: number): number => {
  const all = places.find(text)
  let [last, end] = [all.find((place) => place.end === from), from]
  while (last) {
    const before = last
    const next = all.find(({ start }) => start >= before.end)
    const gap = next ? text.slice(before.end, next.start) : ''
    const joined = joint.exec(gap)
    // Behind an article stands how the place is: "an open field"; without one, "and find a cave", something is done.
    const done = `${joined?.groups?.['bare'] ?? ''} ${nextWord(text.slice(next?.end ?? 0))}`
    if (!(next && joined) || isDone(done)) break
    // A row is over behind its "and"; one without any is none.
    if (/\band\b/i.test(gap)) end = next.end
    last = next
  }
  return end
}

const nextWord = (behind: string): string => /^\s+\p{L}+/u.exec(behind)?.[0] ?? ''

const isDone = (words: string): boolean =>
  (words.match(/\p{L}+/gu) ?? []).some((word) =>
    /^(?:third|base)$/.test(verbForm(word)?.shape ?? ''),
  )
