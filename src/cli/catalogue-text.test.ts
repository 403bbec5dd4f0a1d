import { describe, expect, it } from 'vitest'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import { catalogue, vendors } from '../catalogue.ts'
import { keyRing } from '../config/key-ring.ts'
import { keyText, modelKeyText } from './catalogue-text.ts'

const ringOf = (environment: Record<string, string>) =>
  keyRing({
    names: vendors.flatMap(({ keyNames }) => keyNames),
    environment,
    envFile: () => new Map(),
    keychain: fakeKeychain(),
  })

const toldOf = (id: string, environment: Record<string, string>): string => {
  const model = catalogue.find((one) => one.id === id)
  const vendor = vendors.find((one) => one.id === model?.vendor)
  if (!(model && vendor)) throw new Error(id)
  return modelKeyText(model, vendor, ringOf(environment))
}

describe('what lists say of a key', () => {
  it.each([
    ['animatic/sketch', {}, 'none needed'],
    ['luma/ray-3.2', {}, 'LUMA_AGENTS_API_KEY missing'],
    ['luma/ray-2', {}, 'LUMAAI_API_KEY missing'],
    ['luma/ray-3.2', { LUMA_API_KEY: 'luma-api-1' }, 'LUMA_API_KEY set (environment)'],
    ['luma/ray-2', { LUMA_API_KEY: 'luma-api-1' }, 'LUMA_API_KEY set (environment), for agents'],
    ['luma/ray-3.2', { LUMAAI_API_KEY: 'old' }, 'LUMAAI_API_KEY set (environment), for legacy'],
    ['runway/gen4.5', { RUNWAY_API_KEY: 'x' }, 'RUNWAY_API_KEY set (environment)'],
  ])('for %s with %j is: %s', (id, environment, said) => {
    expect(toldOf(id, environment)).toBe(said)
  })

  it('is no error where what is set cannot be a key', () => {
    expect(toldOf('luma/ray-3.2', { LUMA_API_KEY: 'a b' })).toBe('LUMA_API_KEY set (environment)')
  })

  it('is nothing for a vendor that cannot be ordered from', () => {
    const sora = vendors.find(({ id }) => id === 'sora')
    if (!sora) throw new Error('no sora')
    expect(keyText(sora, ringOf({}))).toBe('')
  })
})
