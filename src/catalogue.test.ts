import { describe, expect, it } from 'vitest'
import { catalogue, catalogueFor, servedBy, vendors } from './catalogue.ts'
import { surfaceOf, vendorKey } from './domain/catalogue-vendor.ts'
import { videoOffers } from './production/money.ts'

const idsOf = (vendor: string, key: string | null): readonly string[] =>
  videoOffers(
    servedBy(catalogue, () => key),
    vendor,
  ).map(({ id }) => id)

describe('the catalogue', () => {
  it('has a vendor for every model, with the surface that serves it', () => {
    for (const { id, vendor, surface } of catalogue) {
      const row = vendors.find((one) => one.id === vendor)
      const names = row?.surfaces.map(({ name }) => name) ?? []
      expect(names, id).toContain(surface ?? '')
    }
  })

  it('sends keys to the host of each surface, and lists no vendor twice', () => {
    const ids = vendors.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    for (const { surfaces } of vendors) {
      for (const { baseUrl, hosts } of surfaces) {
        expect(hosts).toEqual(baseUrl === null ? [] : [new URL(baseUrl).host])
      }
    }
  })

  it('has one funds for a run: offline none that bills, emulated none that is real', () => {
    const fundsIn = (mode: 'offline' | 'live' | 'emulated') =>
      [...new Set(catalogueFor(mode).map(({ funds }) => funds))].toSorted()
    expect(fundsIn('offline')).toEqual(['simulated'])
    expect(fundsIn('emulated')).toEqual(['emulated', 'simulated'])
    expect(fundsIn('live')).toEqual(['real', 'simulated'])
    expect(catalogueFor('emulated')).toHaveLength(catalogue.length)
  })

  it('serves the models of the surface that the key opens', () => {
    const agents = ['luma/ray-3.2-540p', 'luma/ray-3.2', 'luma/ray-3.2-1080p']
    expect(idsOf('luma', 'luma-api-123')).toEqual(agents)
    expect(idsOf('luma', null)).toEqual(agents)
    expect(idsOf('luma', 'other')).toEqual(['luma/ray-2-540p', 'luma/ray-2', 'luma/ray-2-1080p'])
  })

  it('offers a film no model that is retired or needs a first frame, the cheapest shot first', () => {
    expect(idsOf('runway', null)).toEqual(['runway/gen4.5', 'runway/veo3.1_fast', 'runway/veo3.1'])
    const [first] = catalogue
    const lifecycle = { state: 'retired', on: null, reason: '', substitute: '' } as const
    const gone = catalogue.map((model) => (model === first ? { ...model, lifecycle } : model))
    expect(videoOffers(gone, 'animatic')).toHaveLength(3)
  })

  it('takes the first of a vendor’s keys that is set', () => {
    const [luma] = vendors.filter(({ id }) => id === 'luma')
    if (!luma) throw new Error('no luma')
    const keys: Record<string, string> = { LUMA_AGENTS_API_KEY: '', LUMAAI_API_KEY: 'old' }
    const found = vendorKey(luma, (name) => keys[name])
    expect(found).toEqual({ name: 'LUMAAI_API_KEY', key: 'old' })
    expect(surfaceOf(luma, found?.key ?? null)?.baseUrlVariable).toBe('LUMAAI_BASE_URL')
    expect(vendorKey(luma, () => undefined)).toBeNull()
  })
})
