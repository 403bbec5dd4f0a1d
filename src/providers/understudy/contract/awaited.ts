import type { Clause } from '../reading/clause.ts'

/** Whether whom a clause speaks of is not there: missed, called or waited for. */
export const isElsewhere = ({ verb, rest }: Pick<Clause, 'verb' | 'rest'>): boolean =>
  /^(?:calls|misses|remembers|forgets|imagines|phones)$/.test(verb) ||
  (awaits.test(verb) && awaited.test(rest))

const awaits = /^(?:waits|searches|looks|longs|asks|hopes|writes)$/
const awaited =
  /^(?:out\s+)?(?:for|to)\s.*?(?=\s+(?:in|on|at|by|under|near|with|from|outside|beside|behind)\s|$)/iu

/** What somebody waits or looks for is not there yet; where they do so is. Positions stay. */
export const withoutAwaited = ({ verb }: Pick<Clause, 'verb'>, rest: string): string =>
  awaits.test(verb) ? rest.replace(awaited, (said) => ' '.repeat(said.length)) : rest

/** Where a text only speaks of what somebody waits or looks for. */
export const awaitedSpans = (
  clauses: readonly Clause[],
): readonly { readonly start: number; readonly end: number }[] =>
  clauses.flatMap((clause) => {
    const said = awaits.test(clause.verb) ? (awaited.exec(clause.rest)?.[0] ?? '') : ''
    const start = clause.end - clause.rest.length
    return said === '' ? [] : [{ start, end: start + said.length }]
  })
