import { createRequire } from 'node:module'
import { StudioError } from '../domain/errors.ts'

/** Whether the keychain of this machine can be used, and in words why not. */
export type KeychainState =
  | { readonly kind: 'ready' }
  /** There is none, as on most servers. */
  | { readonly kind: 'absent'; readonly reason: string }
  /** There is one and it does not open: it is locked, or it was refused to us. */
  | { readonly kind: 'closed'; readonly reason: string }

/** The place where the operating system keeps secrets of this user. */
export interface Keychain {
  /** As far as it was seen so far: that it is locked shows when something in it is asked for. */
  state(): KeychainState
  /**
   * @returns null when there is nothing of that name
   * @throws StudioError `not-available` when there is no keychain or it is closed
   */
  get(name: string): string | null
  /** @throws StudioError as `get` */
  set(name: string, value: string): void
  /**
   * @returns false when there was nothing of that name
   * @throws StudioError as `get`
   */
  delete(name: string): boolean
  /**
   * Which of some names have a value.
   *
   * @throws StudioError as `get`
   */
  list(names: readonly string[]): readonly string[]
}

/** What the secrets are filed under in every keychain. */
const service = 'claude-studio-producer'

/** Nobody has a secret of this name: asking for it shows whether the keychain opens. */
const probeName = 'probe'

type Keyring = typeof import('@napi-rs/keyring')
type Entry = InstanceType<Keyring['Entry']>

/**
 * The keychain of this machine: the Keychain of macOS, the Credential Manager of Windows, the Secret Service of a Linux
 * desktop. Its native part is loaded at the first call, since most commands need no key.
 *
 * @param load the package that speaks to the system. Default: the installed one
 */
export const systemKeychain = (load: () => Keyring = installedKeyring): Keychain => {
  let keyring: Keyring | null = null
  let state: KeychainState | null = null
  const entry = (name: string): Entry => {
    keyring ??= load()
    // The kernel's own keyring, which the package would fall back to, forgets everything with a restart.
    return new keyring.Entry(service, name, { linux: { store: 'secret-service' } })
  }
  const use = <Result>(name: string, what: (entry: Entry) => Result): Result => {
    try {
      return what(entry(name))
    } catch (error) {
      const seen = stateAfter(error)
      state = seen
      throw notAvailable(seen, error)
    }
  }
  const get = (name: string): string | null => {
    // Whoever said no to the prompt that opens it is not asked again for each key.
    if (state !== null && state.kind !== 'ready') throw notAvailable(state)
    return use(name, (found) => found.getPassword())
  }
  return {
    state: () => {
      state ??= stateOf(() => entry(probeName).getPassword())
      return state
    },
    get,
    set: (name, value) => use(name, (found) => found.setPassword(value)),
    delete: (name) => use(name, (found) => found.deletePassword()),
    list: (names) => names.filter((name) => get(name) !== null),
  }
}

const installedKeyring = (): Keyring =>
  createRequire(import.meta.url)('@napi-rs/keyring') as Keyring

const stateOf = (probe: () => unknown): KeychainState => {
  try {
    probe()
    return { kind: 'ready' }
  } catch (error) {
    // Whatever stands in the way is the answer that was asked for.
    return stateAfter(error)
  }
}

/** What the package says where nothing answers for the Secret Service, or where it has no native part for the machine. */
const absence =
  /not provided by any|autolaunch|[Ff]ailed to connect to socket|[Nn]o D-?Bus session|native binding|Cannot find module|NotSupported/

const stateAfter = (error: unknown): Exclude<KeychainState, { readonly kind: 'ready' }> => {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return { kind: absence.test(reason) ? 'absent' : 'closed', reason: reason.slice(0, 300) }
}

const notAvailable = (
  { kind, reason }: Exclude<KeychainState, { readonly kind: 'ready' }>,
  cause?: unknown,
): StudioError =>
  new StudioError({
    code: 'not-available',
    message:
      kind === 'absent'
        ? `This machine has no keychain that can be used (${reason}). Put the key into the environment, or into a .env file in the working folder.`
        : `The keychain of this machine does not open (${reason}). Unlock it and run this again, or put the key into the environment or into a .env file in the working folder.`,
    cause,
  })
