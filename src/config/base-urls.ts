import type { SettingProblem } from './settings.ts'

/** Addresses that the environment gives to vendors, and what is wrong with some. */
export interface FoundBaseUrls {
  readonly baseUrls: { readonly [variable: string]: string }
  readonly problems: readonly SettingProblem[]
}

/**
 * The addresses of variables, for gateways and for the emulator. Whether a vendor's key may go there is another question:
 * `mayReceiveKey`.
 *
 * @param environment the real one: a `.env` file that came with a folder must not lead requests elsewhere
 */
export const readBaseUrls = (
  names: readonly string[],
  environment: { readonly [name: string]: string | undefined },
): FoundBaseUrls => {
  const set = names.flatMap((name) => {
    const written = environment[name]
    return written ? [{ name, url: baseUrl(written) }] : []
  })
  return {
    baseUrls: Object.fromEntries(
      set.flatMap(({ name, url }) => (url === null ? [] : [[name, url]])),
    ),
    problems: set.filter(({ url }) => url === null).map(({ name }) => ({ name, message: allowed })),
  }
}

const allowed =
  'must be an address such as https://gateway.example.com/v1, without a login or a query'

/** Without its last slash; null for what is no address of a service. */
const baseUrl = (written: string): string | null => {
  const url = URL.parse(written)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const extras = [url.username, url.password, url.search, url.hash]
  return extras.some((extra) => extra !== '') ? null : url.href.replace(/\/+$/, '')
}
