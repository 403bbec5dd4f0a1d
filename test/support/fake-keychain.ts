import type { Keychain, KeychainState } from '../../src/config/keychain.ts'
import { StudioError } from '../../src/domain/errors.ts'

/** A keychain in memory; one that is not ready has nothing and takes nothing. */
export const fakeKeychain = (
  entries: { readonly [name: string]: string } = {},
  state: KeychainState = { kind: 'ready' },
): Keychain => {
  const held = new Map(Object.entries(entries))
  const open = (): Map<string, string> => {
    if (state.kind === 'ready') return held
    const message = `The keychain is ${state.kind} (${state.reason}).`
    throw new StudioError({ code: 'not-available', message })
  }
  return {
    state: () => state,
    get: (name) => open().get(name) ?? null,
    set: (name, value) => void open().set(name, value),
    delete: (name) => open().delete(name),
    list: (names) => names.filter((name) => open().has(name)),
  }
}
