import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayReceiveKey } from './trusted-hosts.ts'

const vendorHosts = ['api.vendor.example', 'eu.vendor.example']
const trustedHosts = ['gateway.example', 'Films.Example:8443']

describe("a vendor's key", () => {
  it.each([
    'https://api.vendor.example/v1/generations',
    'https://API.Vendor.example',
    'https://api.vendor.example:443/v1',
    'https://eu.vendor.example/?x=1#y',
    'https://gateway.example/luma',
    'https://films.example:8443/v1',
    'http://localhost:4010/luma',
    'https://localhost/luma',
    'http://127.0.0.1:4010',
    'http://127.8.9.10',
    'http://2130706433/',
    'http://[::1]:4010/',
  ])('may be sent to %s', (url) => {
    expect(mayReceiveKey(url, vendorHosts, trustedHosts)).toBe(true)
  })

  it.each([
    'http://api.vendor.example/v1',
    'http://gateway.example/luma',
    'https://api.vendor.example:8443/',
    'https://films.example/v1',
    'https://api.vendor.example.evil.example/',
    'https://evil.example/api.vendor.example',
    'https://evil.example/?api.vendor.example',
    'https://vendor.example/',
    'https://x.api.vendor.example/',
    'https://api.vendor.example@evil.example/',
    'https://me:pass@api.vendor.example/',
    'http://me@127.0.0.1:4010/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'ws://localhost/',
    'api.vendor.example',
    '',
  ])('is not sent to %s', (url) => {
    expect(mayReceiveKey(url, vendorHosts, trustedHosts)).toBe(false)
  })

  it('goes to no other host, whatever the rest of the URL says', () => {
    const url = fc.webUrl({
      withQueryParameters: true,
      withFragments: true,
      validSchemes: ['http', 'https'],
    })
    fc.assert(fc.property(url, (each) => !mayReceiveKey(each, vendorHosts, [])))
  })

  it('is sent nowhere but to loopback when no host is known', () => {
    expect(mayReceiveKey('https://api.vendor.example', [], [])).toBe(false)
    expect(mayReceiveKey('http://127.0.0.1', [], [])).toBe(true)
  })
})
