import type { CastEntry } from './read-cast.ts'

/** One of the cast while a text is read: what is known of them grows. */
export interface Draft {
  id: string
  what: string
  kind: CastEntry['kind']
  noun: string
  traits: string[]
  name: string | null
  gender: CastEntry['gender']
  wears: string
  start: number
}

/** Films have at most so many parts. */
const mostCast = 6

/** Whether what is drawn is female or male. */
export const genderOf = (what: string): CastEntry['gender'] => {
  if (what === 'woman' || what === 'girl') return 'female'
  return what === 'man' || what === 'boy' ? 'male' : 'unknown'
}

/** Somebody new; undefined where the cast is complete. */
export const add = (drafts: Draft[], entry: Omit<Draft, 'id' | 'gender'>): string | undefined => {
  if (drafts.length >= mostCast) return undefined
  const id = `c${drafts.length + 1}`
  drafts.push({ ...entry, id, gender: genderOf(entry.what) })
  return id
}

/** A draft of whom it becomes known that they are a woman or a man. */
export const adopt = (draft: Draft, what: string): void => {
  draft.gender = genderOf(what)
  if (draft.what === 'person') draft.what = what
  if (draft.what === 'child') draft.what = what === 'woman' ? 'girl' : 'boy'
}
