import { StudioError } from '../domain/errors.ts'
import type { Keychain } from './keychain.ts'

/** Where a key was found. */
export type KeySource = 'environment' | '.env' | 'keychain'

/**
 * The vendors' keys by the names of their variables, looked up when they are asked for: the environment first, then the
 * `.env` file in the working folder, then the keychain. Never printed, and nothing that JSON would write down.
 */
export interface KeyRing {
  /** Every name that a vendor of the catalogue has; no other is ever looked up. */
  readonly names: readonly string[]
  /**
   * @returns null when it is set nowhere
   * @throws StudioError `bad-input` when what is set cannot be a key; `not-available` when only the keychain can have it and
   *   does not open (where there is no keychain, the key is not set)
   */
  value(name: string): string | null
  /**
   * @returns null when it is set nowhere
   * @throws StudioError `not-available` as `value`
   */
  source(name: string): KeySource | null
  /** Whether this machine has a keychain that a key can be put into, opened or not. */
  hasKeychain(): boolean
}

/** What a ring looks into. */
export interface KeyRingSources {
  readonly names: readonly string[]
  readonly environment: { readonly [name: string]: string | undefined }
  /** What the `.env` file sets; read at the first key that the environment lacks. */
  readonly envFile: () => ReadonlyMap<string, string>
  readonly keychain: Keychain
}

/** Keys as the sources have them; each is looked up once. */
export const keyRing = (sources: KeyRingSources): KeyRing => {
  const found = new Map<string, FoundKey | null>()
  let file: ReadonlyMap<string, string> | null = null
  const look = (name: string): FoundKey | null => {
    const set = sources.environment[name]?.trim()
    if (set) return { source: 'environment', value: set }
    file ??= sources.envFile()
    const written = file.get(name)?.trim()
    if (written) return { source: '.env', value: written }
    const kept = fromKeychain(sources.keychain, name)
    return kept ? { source: 'keychain', value: kept } : null
  }
  const key = (name: string): FoundKey | null => {
    if (!sources.names.includes(name)) return null
    const known = found.get(name)
    if (known !== undefined) return known
    const fresh = look(name)
    found.set(name, fresh)
    return fresh
  }
  return {
    names: sources.names,
    value: (name) => checkedValue(name, key(name)),
    source: (name) => key(name)?.source ?? null,
    hasKeychain: () => sources.keychain.state().kind !== 'absent',
  }
}

interface FoundKey {
  readonly source: KeySource
  readonly value: string
}

/** A machine without a keychain has no key in it. */
const fromKeychain = (keychain: Keychain, name: string): string | null =>
  keychain.state().kind === 'absent' ? null : keychain.get(name)

const checkedValue = (name: string, key: FoundKey | null): string | null => {
  if (key === null || isKeyValue(key.value)) return key?.value ?? null
  // Sent like this, the error of the network library would show it.
  throw new StudioError({
    code: 'bad-input',
    message: `${name} as set in the ${key.source} cannot be a key: ${keyShape}. Set it anew where it is set.`,
  })
}

/** Longest key that is taken; the Credential Manager of Windows holds 2560 bytes in UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE). */
const longestKey = 1280

/** What a key looks like, in words. */
export const keyShape: string = `a key is one word of letters, digits and signs, at most ${longestKey}`

/** Whether a text can be a vendor's key: what a header of a request may hold, and no blanks. */
export const isKeyValue = (text: string): boolean =>
  text.length <= longestKey && /^[\x21-\x7e]+$/.test(text)

/** How a key is set, for messages. */
export const keyRemedy = (name: string, hasKeychain: boolean): string =>
  `${hasKeychain ? `Set it with \`npx --no-install claude-studio secrets set ${name}\`, or put` : 'Put'} ${name} into the environment or into a .env file in the working folder.`

/**
 * A key that what follows cannot do without.
 *
 * @throws StudioError `vendor-key-missing` that names the variable and the command that sets it; as `value` of the ring
 */
export const requiredKey = (keys: KeyRing, name: string): string => {
  const value = keys.value(name)
  if (value !== null) return value
  throw new StudioError({
    code: 'vendor-key-missing',
    message: `${name} is not set. ${keyRemedy(name, keys.hasKeychain())}`,
  })
}

/** A ring for a studio that buys nothing. */
export const noKeys: KeyRing = {
  ...{ names: [], value: () => null, source: () => null },
  hasKeychain: () => false,
}
