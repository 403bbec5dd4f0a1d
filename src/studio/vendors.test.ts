import { expect, it } from 'vitest'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import { keyRing } from '../config/key-ring.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { openVendors } from './vendors.ts'

it.each([
  ['runway', 'RUNWAYML_BASE_URL'],
  ['luma', 'LUMAAI_BASE_URL'],
  ['anthropic', 'ANTHROPIC_BASE_URL'],
])(
  '%s that is led to where nobody is names its own variable, though all are led there',
  async (vendor, variable) => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:2999'), {
      ...{ syscall: 'connect', code: 'ECONNREFUSED' },
    })
    const environment = { RUNWAYML_API_SECRET: 'k'.repeat(20), LUMAAI_API_KEY: 'k'.repeat(20) }
    const names = ['RUNWAYML_API_SECRET', 'LUMAAI_API_KEY', 'ANTHROPIC_API_KEY']
    const movedBy = ['ANTHROPIC_BASE_URL', 'LUMAAI_BASE_URL', 'RUNWAYML_BASE_URL']
    const { account } = await openVendors({
      mode: 'live',
      keys: keyRing({
        names,
        environment: { ...environment, ANTHROPIC_API_KEY: 'k'.repeat(20) },
        envFile: () => new Map(),
        keychain: fakeKeychain({}),
      }),
      baseUrls: Object.fromEntries(movedBy.map((name) => [name, 'http://127.0.0.1:2999/v1'])),
      ...{ movedBy, trustedHosts: [], pollMs: null },
      fetch: async () => {
        throw new TypeError('fetch failed', { cause })
      },
    })
    const signal = new AbortController().signal
    expect(String(await rejectionOf(account(vendor).standing(signal)))).toContain(
      `${variable} leads to 127.0.0.1:2999`,
    )
  },
)
