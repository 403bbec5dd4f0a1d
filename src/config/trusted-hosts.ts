import { isIPv4 } from 'node:net'

/**
 * Whether a vendor's key may be sent to a URL: over https to the vendor's own hosts and to those that the settings trust,
 * and to this machine itself, where http will do. Never to a URL with a login inside.
 *
 * @param vendorHosts the catalogue's, such as `api.example.com`; a host without a port means the port of https
 * @param trustedHosts of the settings, in the same form
 */
export const mayReceiveKey = (
  url: string,
  vendorHosts: readonly string[],
  trustedHosts: readonly string[],
): boolean => {
  const target = URL.parse(url)
  if (target === null || target.username !== '' || target.password !== '') return false
  if (isLoopbackHost(target.hostname)) return /^https?:$/.test(target.protocol)
  if (target.protocol !== 'https:') return false
  return [...vendorHosts, ...trustedHosts].some((host) => hostOf(host) === target.host)
}

/** Where a URL leads on this machine, such as `http://127.0.0.1:4010`; null for one that leads elsewhere. */
export const loopbackOrigin = (url: string): string | null => {
  const target = URL.parse(url)
  return target !== null && isLoopbackHost(target.hostname) ? target.origin : null
}

const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  (isIPv4(hostname) && hostname.startsWith('127.'))

/** As a URL spells it: in small letters, without the port that https has anyway. */
const hostOf = (host: string): string | null => URL.parse(`https://${host}`)?.host ?? null
