import type { KeyRing, KeySource } from '../config/key-ring.ts'
import { isStudioError } from '../domain/errors.ts'

/** Whether a key is set, and where; never what it is. */
export interface KeyState {
  readonly name: string
  readonly isSet: boolean
  readonly source: KeySource | null
  /** Why that could not be found out; null when it could. */
  readonly problem: string | null
}

/** How keys stand, for tables: a keychain that does not open is told and stops nothing. */
export const keyStates = (keys: KeyRing, names: readonly string[]): readonly KeyState[] =>
  names.map((name) => {
    try {
      const source = keys.source(name)
      return { name, isSet: source !== null, source, problem: null }
    } catch (error) {
      if (!isStudioError(error)) throw error
      return { name, isSet: false, source: null, problem: error.message }
    }
  })

/** A key's state in a word or two: `set (keychain)`, `missing`, `not known`. */
export const keyStateText = ({ source, problem }: KeyState): string => {
  if (problem !== null) return 'not known'
  return source === null ? 'missing' : `set (${source})`
}
