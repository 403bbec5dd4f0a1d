import { BlockList, isIP } from 'node:net'

/** Who an IP address reaches: anybody's server, this machine, or a place that downloads never go. */
export type AddressReach = 'public' | 'loopback' | 'closed'

/**
 * Who an IP address reaches. Closed is everything that is not a server of the open internet: private, shared, link-local,
 * multicast, documentation, benchmarking and reserved addresses, and IPv6 addresses that carry an IPv4 one inside
 * (mapped, NAT64, 6to4, Teredo), which could lead anywhere.
 *
 * @param address as a resolver gives it; with a zone (`fe80::1%eth0`), or no address at all, it is closed
 */
export const addressReach = (address: string): AddressReach => {
  if (address.includes('%')) return 'closed'
  const version = isIP(address)
  if (version === 4) return reachOfIpv4(address)
  return version === 6 ? reachOfIpv6(address) : 'closed'
}

const reachOfIpv4 = (address: string): AddressReach => {
  if (loopback.check(address, 'ipv4')) return 'loopback'
  return closedIpv4.check(address, 'ipv4') ? 'closed' : 'public'
}

const reachOfIpv6 = (address: string): AddressReach => {
  if (ownIpv6.check(address, 'ipv6')) return 'loopback'
  if (!unicastIpv6.check(address, 'ipv6')) return 'closed'
  return closedIpv6.check(address, 'ipv6') ? 'closed' : 'public'
}

type Subnet = readonly [network: string, bits: number]

/** BlockList takes an IPv4 rule for mapped IPv6 addresses too, so each list has addresses of one version. */
const blockList = (version: 'ipv4' | 'ipv6', subnets: readonly Subnet[]): BlockList => {
  const list = new BlockList()
  for (const [network, bits] of subnets) list.addSubnet(network, bits, version)
  return list
}

const loopback = blockList('ipv4', [['127.0.0.0', 8]]) // RFC 1122 (1989), 3.2.1.3
const ownIpv6 = blockList('ipv6', [['::1', 128]]) // RFC 4291 (2006), 2.5.3

const closedIpv4 = blockList('ipv4', [
  ['0.0.0.0', 8], // RFC 791 (1981), "this network"
  ['10.0.0.0', 8], // RFC 1918 (1996), private
  ['100.64.0.0', 10], // RFC 6598 (2012), shared by a carrier's customers
  ['169.254.0.0', 16], // RFC 3927 (2005), link-local; where clouds answer with a machine's credentials
  ['172.16.0.0', 12], // RFC 1918 (1996), private
  ['192.0.0.0', 24], // RFC 6890 (2013), protocol assignments
  ['192.0.2.0', 24], // RFC 5737 (2010), documentation
  ['192.88.99.0', 24], // RFC 7526 (2015), 6to4 relays, given up
  ['192.168.0.0', 16], // RFC 1918 (1996), private
  ['198.18.0.0', 15], // RFC 2544 (1999), benchmarking
  ['198.51.100.0', 24], // RFC 5737 (2010), documentation
  ['203.0.113.0', 24], // RFC 5737 (2010), documentation
  ['224.0.0.0', 4], // RFC 1112 (1989), multicast
  ['240.0.0.0', 4], // RFC 1112 (1989), reserved; 255.255.255.255 among them
])

/** All that is given out for single hosts; mapped, NAT64, unique local, link-local and multicast addresses lie outside. */
const unicastIpv6 = blockList('ipv6', [['2000::', 3]]) // RFC 3587 (2003), section 2

const closedIpv6 = blockList('ipv6', [
  ['2001::', 23], // RFC 2928 (2000), protocol assignments: Teredo, benchmarking, ORCHID
  ['2001:db8::', 32], // RFC 3849 (2004), documentation
  ['2002::', 16], // RFC 3056 (2001), 6to4
  ['3fff::', 20], // RFC 9637 (2024), documentation
])
