import type { Review } from '../domain/review.ts'
import { isReplaced, type Take } from '../domain/take.ts'

/** How a take stands in the film, in the words of the glossary. */
export type Standing = 'circled' | 'alternate' | 'dailies' | 'replaced' | 'NG'

/** What telling how a take stands needs. */
type Judged = Take & { readonly review: Review | null }

/** How a take stands: one that was good enough, or gave way at the client's wish, is not called NG. */
export const standingOf = (take: Judged): Standing => {
  switch (take.state) {
    case 'circled':
      return 'circled'
    case 'dailies':
      return take.review ? 'alternate' : 'dailies'
    case 'ng':
      return isReplaced(take) ? 'replaced' : 'NG'
  }
}

/** Why a take stands as it does, in words; empty where nothing was said and nothing is lacking. */
export const whyItStands = ({ note, footage, review }: Judged): string => {
  if (footage.kind === 'missing') return footage.reason
  if (note !== '' || review === null || review.passed) return note
  const lacks = [
    ...review.findings.filter(({ severity }) => severity === 'fail').map(({ defect }) => defect),
    ...review.violated.map((what) => `must not be there: ${what}`),
    ...review.missing.map((what) => `missing: ${what}`),
  ]
  return lacks.length > 0 ? lacks.join(', ') : 'below what its tier asks for'
}
