import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressReach } from './address-reach.ts'

const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
const dotted = (parts: readonly number[]): string => parts.join('.')
const hex = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string =>
  `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`

/** The closed IPv4 addresses once more, written as conditions and not as networks. */
const isClosed = ([a = 0, b = 0, c = 0]: readonly number[]): boolean =>
  a === 0 ||
  a === 10 ||
  a >= 224 ||
  (a === 100 && b >= 64 && b < 128) ||
  (a === 169 && b === 254) ||
  (a === 172 && b >= 16 && b < 32) ||
  (a === 192 && b === 0 && (c === 0 || c === 2)) ||
  (a === 192 && b === 88 && c === 99) ||
  (a === 192 && b === 168) ||
  (a === 198 && (b === 18 || b === 19)) ||
  (a === 198 && b === 51 && c === 100) ||
  (a === 203 && b === 0 && c === 113)

const expected = (parts: readonly number[]): string => {
  if (parts[0] === 127) return 'loopback'
  return isClosed(parts) ? 'closed' : 'public'
}

describe('the reach of an address', () => {
  it('of IPv4 is public for all but the special networks', () => {
    fc.assert(fc.property(bytes, (parts) => addressReach(dotted(parts)) === expected(parts)))
  })

  it('of IPv4 in or beside a special network is told exactly', () => {
    const special = fc.constantFrom(
      ...[0, 10, 100, 127, 169, 172, 192, 198, 203, 223, 224, 239, 240, 255],
    )
    const near = fc.constantFrom(
      ...[0, 2, 15, 16, 17, 18, 19, 20, 31, 32, 51, 63, 64, 88, 127, 128, 167, 168, 253, 254],
    )
    const nearby = fc.tuple(special, near, fc.constantFrom(0, 1, 2, 99, 100, 113), fc.nat(255))
    fc.assert(fc.property(nearby, (parts) => addressReach(dotted(parts)) === expected(parts)))
  })

  it('of IPv6 is never public where an IPv4 address is inside', () => {
    const wraps = [
      (parts: readonly number[]) => `::ffff:${dotted(parts)}`,
      (parts: readonly number[]) => `::ffff:${hex(parts)}`,
      (parts: readonly number[]) => `::ffff:0:${hex(parts)}`,
      (parts: readonly number[]) => `64:ff9b::${hex(parts)}`,
      (parts: readonly number[]) => `64:ff9b:1::${hex(parts)}`,
      (parts: readonly number[]) => `2002:${hex(parts)}::1`,
      (parts: readonly number[]) => `2001:0:${hex(parts)}::1`,
    ]
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(...wraps),
        (parts, wrap) => addressReach(wrap(parts)) === 'closed',
      ),
    )
  })

  it('of IPv6 is public in the unicast block alone', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16)
        return addressReach(address) !== 'public' || first >> 13 === 1
      }),
    )
  })

  it.each([
    ['8.8.8.8', 'public'],
    ['172.15.255.255', 'public'],
    ['100.128.0.0', 'public'],
    ['2606:4700:4700::1111', 'public'],
    ['2001:4860:4860::8888', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['0.0.0.0', 'closed'],
    ['169.254.169.254', 'closed'],
    ['255.255.255.255', 'closed'],
    ['::', 'closed'],
    ['::127.0.0.1', 'closed'],
    ['fe80::1', 'closed'],
    ['fe80::1%eth0', 'closed'],
    ['2606:4700::1%1', 'closed'],
    ['fd00::1', 'closed'],
    ['fec0::1', 'closed'],
    ['ff02::1', 'closed'],
    ['100::1', 'closed'],
    ['2001:db8::1', 'closed'],
    ['3fff:0:1::1', 'closed'],
    ['5f00::1', 'closed'],
    ['localhost', 'closed'],
    ['2130706433', 'closed'],
    ['', 'closed'],
  ])('of %s is %s', (address, reach) => {
    expect(addressReach(address)).toBe(reach)
  })
})
