import { formatSlate, parseSlate, type ShotId, type SlateId, shotOfSlate } from '../domain/slate.ts'

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

/** A shot as a person names it. */
export interface ShotName {
  /** Null where only the shot is named. */
  readonly pilot: string | null
  readonly shot: ShotId
}

/** Read `3B` or `p2/3B`; null for what does not end in a letter. @throws StudioError `bad-input` as {@link parseTakeName} */
export const parseShotName = (written: string): ShotName | null => {
  if (!/[a-z]\s*$/i.test(written)) return null
  const { pilot, slate } = parseTakeName(`${written.trim()}-1`)
  return { pilot, shot: shotOfSlate(slate) }
}
