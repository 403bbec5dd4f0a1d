import { clauseSentence } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { SaidPart } from '../reading/said-parts.ts'
import { isSaidIn, saidParts } from '../reading/said-parts.ts'
import { tellerOf } from '../story/steps.ts'
import type { Item } from './contract-item.ts'
import { item } from './contract-item.ts'

/** Most of them, so that they do not drown what was understood. */
const most = 4

/** What the client says and no item stands for is to be said: where a film has no time for it, it is missing. */
export const untoldItems = (reading: Reading, items: readonly Item[]): readonly Item[] => {
  const claims = items.map(({ claim }) => claim)
  return saidParts(reading)
    .filter((part) => !isSaidIn(part, claims))
    .slice(0, most)
    .map((part) => {
      const said = part.text.replace(/\.$/, '')
      const words = [said, ...toldWithin(reading, part)].map(atWordEnd)
      return item('entity', `the film says “${said}”`, words, 6)
    })
}

/** "The city glowing below them" is told as "The city glows below them". */
const toldWithin = (reading: Reading, { start, end }: SaidPart): readonly string[] =>
  reading.clauses
    .filter((clause) => clause.verb !== '' && clause.start >= start && clause.start < end)
    .map((clause) => {
      const { name, isPlural } = tellerOf(reading, clause)
      return clauseSentence(clause, name, isPlural).replace(/\.$/, '')
    })

/** As much as an item's words hold, whole words only. */
const atWordEnd = (text: string): string =>
  text.length <= 60 ? text : text.slice(0, 60).replace(/\s+\S*$/u, '')
