import { describe, expect, it } from 'vitest'
import { lumaVendor } from '../catalogue/luma.ts'
import { type EmulatedPlace, emulatedKey, emulatedSurface } from './catalogue-vendor.ts'
import { StudioError } from './errors.ts'

const both = { LUMA_BASE_URL: 'http://127.0.0.1:1/a', LUMAAI_BASE_URL: 'http://127.0.0.1:1/b' }

const chosen = (place: Partial<EmulatedPlace>): string | undefined =>
  emulatedSurface(lumaVendor, { named: null, keyOf: () => null, baseUrls: both, ...place })?.name

const keyed = (key: string): Pick<EmulatedPlace, 'keyOf'> => ({
  keyOf: (name) => (name === 'LUMA_API_KEY' ? key : null),
})

describe('the API of an emulated run', () => {
  it.each([
    ['that of the model that was named', { named: 'legacy', ...keyed('luma-api-1') }, 'legacy'],
    ['that of the person’s key', keyed('legacykey'), 'legacy'],
    [
      'that of the person’s key, where no address is set',
      { baseUrls: {}, ...keyed('x') },
      'legacy',
    ],
    ['that of a key that begins as those of the other', keyed('luma-api-1'), 'agents'],
    ['the first without a key', {}, 'agents'],
    ['the only one that can be reached', { baseUrls: { LUMAAI_BASE_URL: 'x' } }, 'legacy'],
    [
      'the only one that can be reached, whatever key there is',
      { baseUrls: { LUMA_BASE_URL: 'x' }, ...keyed('legacykey') },
      'agents',
    ],
  ] as const)('is %s', (_what, place, api) => {
    expect(chosen(place)).toBe(api)
  })

  it('is chosen without a key that cannot be read, which it does not need', () => {
    const locked = (): never => {
      throw new StudioError({ code: 'not-available', message: 'The keychain is locked.' })
    }
    expect(chosen({ keyOf: locked })).toBe('agents')
  })

  it('is sent a key of its own kind, and never the person’s', () => {
    const keys = lumaVendor.surfaces.map(emulatedKey)
    expect(keys).toEqual(['luma-api-emulated', 'emulated'])
  })
})
