import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { StudioError } from '../domain/errors.ts'
import { addressReach } from './address-reach.ts'

/** A URL that may be asked, and the only addresses that it may be asked at. */
export interface Route {
  readonly url: URL
  /** Host and port, which is all that messages say of a URL: its path and query may hold a signature. */
  readonly host: string
  /** IP addresses that were looked at; a connection goes to one of them and nowhere else. Never empty. */
  readonly addresses: readonly string[]
  readonly isLoopback: boolean
}

/** How routes are chosen. */
export interface RouteRules {
  /** Whether this machine itself may be asked, as the emulator is. */
  readonly allowLoopback: boolean
  /** The one place on this machine that may be asked where the rest may not: where the vendor itself is. Default: none. */
  readonly loopbackOrigin?: string | null
  /** All IP addresses of a host name. Default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly signal: AbortSignal
}

/**
 * Look at a link, or at where one leads on to, before anything is asked there.
 *
 * @param link absolute; a redirect's may be relative to the route it is from
 * @param from the route that redirected here; null for a link as the vendor gave it
 * @throws StudioError `download-refused` for a scheme, a login or an address that is not taken; `vendor-unavailable` (retry
 *   later) when the host name has no address
 */
export const routeTo = async (
  link: string,
  from: Route | null,
  rules: RouteRules,
): Promise<Route> => {
  const url = URL.parse(link, from?.url.href)
  if (url === null) throw refused(`${origin(from)} is not a URL`)
  checkScheme(url, from, rules)
  if (url.username !== '' || url.password !== '') {
    throw refused(`${origin(from)} to ${url.host} has a login inside, which is sent to nobody`)
  }
  const addresses = await addressesOf(url, rules)
  const isLoopback = checkAddresses(url.host, addresses, mayBeLoopback(url, from, rules))
  if (url.protocol === 'http:' && !isLoopback) throw notEncrypted(url, from)
  return { url, host: url.host, addresses, isLoopback }
}

/** A download that is not taken, whoever asks again. */
export const refused = (what: string): StudioError =>
  new StudioError({
    code: 'download-refused',
    message: `The download was refused: ${what}. Nothing was stored.`,
  })

/** A download that may succeed later. */
export const brokeOff = (what: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'vendor-unavailable',
    message: `The download failed: ${what}. Nothing was stored; it can be tried again.`,
    retry: 'later',
    cause,
  })

const origin = (from: Route | null): string =>
  from === null ? 'the link' : `a redirect from ${from.host}`

const checkScheme = (url: URL, from: Route | null, rules: RouteRules): void => {
  if (url.protocol === 'https:') return
  if (url.protocol !== 'http:') {
    throw refused(`${origin(from)} begins with ${url.protocol.slice(0, 20)} and not with https:`)
  }
  if (from?.url.protocol === 'https:' || !isOurs(url, rules)) throw notEncrypted(url, from)
}

const notEncrypted = (url: URL, from: Route | null): StudioError =>
  refused(`${origin(from)} to ${url.host} is http, which anybody on the way can change`)

/** A server out there must not lead into this machine. */
const mayBeLoopback = (url: URL, from: Route | null, rules: RouteRules): boolean =>
  isOurs(url, rules) && (from === null || from.isLoopback)

/** Whether a link is to what was meant to be reached on this machine. */
const isOurs = ({ origin: place }: URL, { allowLoopback, loopbackOrigin }: RouteRules): boolean =>
  allowLoopback || (loopbackOrigin ? sameMachine(place) === sameMachine(loopbackOrigin) : false)

/** What listens at 127.0.0.1 may call itself by its other name. */
const sameMachine = (place: string): string =>
  place.replace(/(?<=^https?:\/\/)localhost(?=:|$)/, '127.0.0.1')

const addressesOf = async (url: URL, rules: RouteRules): Promise<readonly string[]> => {
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(name) !== 0) return [name]
  try {
    const found = await unlessAborted((rules.resolve ?? systemAddresses)(name), rules.signal)
    if (found.length > 0) return found
  } catch (cause) {
    throw brokeOff(`the address of ${url.host} was not found`, cause)
  }
  throw brokeOff(`${url.host} has no address`)
}

/** The system's resolver listens to no signal and may take long. */
const unlessAborted = async <Result>(
  work: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

const systemAddresses = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** One closed address among open ones is how a host name is made to lead inside: all of them must do. */
const checkAddresses = (
  host: string,
  addresses: readonly string[],
  loopbackToo: boolean,
): boolean => {
  const reaches = addresses.map((address) => ({ address, reach: addressReach(address) }))
  const wrong = reaches.find(
    ({ reach }) => reach === 'closed' || (reach === 'loopback' && !loopbackToo),
  )
  if (wrong) {
    const address = wrong.address.slice(0, 60)
    const what = host === address ? `${host} is` : `${host} is at ${address}, which is`
    throw refused(`${what} no address of the open internet`)
  }
  return reaches.every(({ reach }) => reach === 'loopback')
}
