import { Agent as HttpAgent, type IncomingMessage, get as overHttp } from 'node:http'
import { Agent as HttpsAgent, get as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isStudioError, type StudioError } from '../domain/errors.ts'
import { brokeOff, type Route, type RouteRules, refused, routeTo } from './download-route.ts'

/** A server's answer with the file that was asked for, its body not read yet. */
export interface OpenedDownload {
  readonly response: IncomingMessage
  /** Host and port that the file comes from, after redirects. */
  readonly host: string
}

/** How a link is opened. */
export interface OpenRules extends RouteRules {
  /** What is asked for: `video/mp4`. */
  readonly mediaType: string
  /** A connection is given up after this many milliseconds without a byte. */
  readonly stallMs: number
}

/** As many as a vendor's storage has in front of it; more is a circle. */
const mostRedirects = 5

/**
 * Ask for the file of a link, over at most five redirects, each looked at before it is followed. The caller destroys the
 * response.
 *
 * @throws StudioError `download-refused`; `vendor-unavailable` (retry later). The signal's own error when it was aborted
 */
export const openDownload = async (link: string, rules: OpenRules): Promise<OpenedDownload> => {
  let route = await routeTo(link, null, rules)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    rules.signal.throwIfAborted()
    const response = await ask(route, rules)
    try {
      const target = redirectTarget(response, route.host)
      if (target === null)
        return { response: checkedStatus(response, route.host), host: route.host }
      response.destroy()
      route = await routeTo(target, route, rules)
    } catch (error) {
      response.destroy()
      throw error
    }
  }
  throw refused(`${route.host} is behind more than ${mostRedirects} redirects`)
}

/** Ask once, on a connection of its own: no proxy and no kept connection comes between the address and what was checked. */
const ask = (route: Route, { mediaType, stallMs, signal }: OpenRules): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isEncrypted = route.url.protocol === 'https:'
    const wishes = { keepAlive: false, timeout: stallMs }
    const request = (isEncrypted ? overHttps : overHttp)(route.url, {
      agent: isEncrypted ? new HttpsAgent(wishes) : new HttpAgent(wishes),
      lookup: pinnedLookup(route.addresses),
      signal,
      headers: {
        accept: `${mediaType}, application/octet-stream`,
        'accept-encoding': 'identity',
        'user-agent': 'claude-studio-producer',
      },
    })
    let answer: IncomingMessage | null = null
    request.once('response', (response) => {
      answer = response
      resolve(response)
    })
    request.on('timeout', () => (answer ?? request).destroy(stalled(route.host, stallMs)))
    request.on('error', (error) => reject(connectionError(route.host, error)))
  })

const connectionError = (host: string, error: Error): Error => {
  if (isStudioError(error)) return error
  const code = 'code' in error ? ` (${error.code})` : ''
  return brokeOff(`the connection to ${host} failed${code}`, error)
}

const stalled = (host: string, stallMs: number): StudioError =>
  brokeOff(`${host} sent nothing for ${Math.round(stallMs / 1000)} s`)

/** Names are not looked up a second time, when they could lead elsewhere: the answer is what was checked. */
const pinnedLookup =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }))
    if (options.all) return done(null, found)
    const [first] = found
    if (first) done(null, first.address, first.family)
  }

const redirectTarget = ({ statusCode = 0, headers }: IncomingMessage, host: string) => {
  if (statusCode < 300 || statusCode > 399) return null
  if (headers.location !== undefined) return headers.location
  throw refused(`${host} answered ${statusCode} and did not say where to go`)
}

/** What storage answers for a signed link that is too old, or that was signed for somebody else. */
const expired: ReadonlySet<number> = new Set([400, 401, 403, 404, 410])

const checkedStatus = (response: IncomingMessage, host: string): IncomingMessage => {
  const { statusCode = 0 } = response
  if (statusCode === 200) return response
  throw brokeOff(
    expired.has(statusCode)
      ? `${host} answered ${statusCode}: the link expired, or its file is gone. Ask the vendor for a fresh link`
      : `${host} answered ${statusCode} instead of a file`,
  )
}
