import { formatSlate, parseSlate, type SlateId } from '../domain/slate.ts'

/** A take as a person names it. */
export interface TakeName {
  /** Null where only the slate is named. */
  readonly pilot: string | null
  readonly slate: SlateId
}

/** Read `3B-1` or `p2/3B-1`. @throws StudioError `bad-input` with the form a slate has */
export const parseTakeName = (written: string): TakeName => {
  const at = written.indexOf('/')
  const slate = formatSlate(parseSlate(written.slice(at + 1)))
  return { pilot: at < 0 ? null : written.slice(0, at), slate }
}
