import type { Reading } from '../reading/read-concept.ts'
import { groupNouns } from '../words/people.ts'
import { placeOfClause } from './place-of-clause.ts'

/**
 * Where the crowd of a story is: at the place of the step that names it, and at no other the story goes to. Null for
 * everywhere: a crowd that is named with no step, and stories of one place.
 */
export const crowdPlaceOf = (reading: Reading): string | null => {
  const crowd = groupNouns.find(reading.text).find(({ word }) => word === 'crowd')
  if (!(crowd && reading.isEnglish) || reading.scenes.length > 0) return null
  const step = reading.clauses.find(
    (clause) => crowd.start >= clause.start && crowd.end <= clause.end,
  )
  return step ? placeOfClause(reading, step) : null
}
