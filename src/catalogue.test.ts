import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitsPrice } from './budget/price-book.ts'
import { clipPrice } from './budget/shot-price.ts'
import { catalogue, catalogueFor, servedBy, vendors } from './catalogue.ts'
import { surfaceOf, vendorKey } from './domain/catalogue-vendor.ts'
import type { Units } from './domain/order.ts'
import { type FrameCount, frames, parseRate, type Rate, rate24 } from './domain/time.ts'
import { lumaPrice } from './emulator/luma/luma-prices.ts'
import { lumaLegacyPrice } from './emulator/luma-legacy/luma-legacy-prices.ts'
import {
  microUsdPerCredit,
  type RunwayModel as RunwayPlayed,
  runwayCredits,
} from './emulator/runway/runway-prices.ts'
import type { ShotOrder } from './ports/video-model.ts'
import { videoOffers } from './production/money.ts'
import { billedSeconds } from './providers/luma/clip.ts'
import { lumaModels } from './providers/luma/models.ts'
import { runwayModels } from './providers/runway/models.ts'
import { clipSeconds } from './providers/runway/shot-plan.ts'

/** Units that an adapter says an order of so many frames is billed; null for a length or a model it does not make. */
const unitsOf = (id: string, length: FrameCount, rate: Rate): Units | null => {
  const luma = lumaModels.find((model) => model.id === id)
  if (luma) return billedSeconds(luma, { ...order, length, rate })
  const runway = Object.values(runwayModels).find((model) => model.id === id)
  const quantity = runway ? clipSeconds(runway, length, rate) : null
  return quantity === null ? null : { unit: 'second', quantity }
}

/** Micro-dollars that the emulator charges for a clip; null for a model that it does not play. */
const chargeOf = (id: string, seconds: number): number | null => {
  const runway = Object.values(runwayModels).find((model) => model.id === id)
  if (runway) return runwayCredits(runway.name as RunwayPlayed, seconds, false) * microUsdPerCredit
  const luma = lumaModels.find((model) => model.id === id)
  if (!luma) return null
  const { vendorModel, resolution } = luma
  if (vendorModel !== 'ray-3.2') {
    return lumaLegacyPrice(vendorModel, resolution, seconds === 9 ? '9s' : '5s')
  }
  const duration = seconds === 10 ? '10s' : '5s'
  return lumaPrice({ resolution, duration, hdr: false, exr: false })
}

const order: ShotOrder = {
  prompt: 'a lake',
  picture: {
    ...{ place: 'lake', timeOfDay: 'day', weather: 'clear', mood: '', subjects: [], objects: [] },
    ...{ camera: 'static', framing: 'wide', style: '', avoid: [] },
  },
  ...{ cast: [], length: frames(24), rate: rate24, size: { width: 1280, height: 720 } },
  ...{ firstFrame: null, lastFrame: null, seed: 1, slate: null },
}

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

  it('asks for a clip what the units of the adapter’s order cost', () => {
    const lengths = fc.integer({ min: 12, max: 200 })
    fc.assert(
      fc.property(lengths, fc.constantFrom('24', '25', '23.976'), (count, fps) => {
        const [length, rate] = [frames(count), parseRate(fps)]
        for (const model of catalogue) {
          const units = unitsOf(model.id, length, rate)
          if (units) expect(clipPrice(model, length, rate)).toBe(unitsPrice(model, units))
        }
      }),
    )
  })

  it('holds for every length of every model at least what the emulator charges for it', () => {
    const sold = catalogue.filter(({ funds, port }) => funds === 'real' && port === 'video')
    expect(sold.length).toBeGreaterThan(10)
    for (const model of sold) {
      for (const quantity of model.limits.seconds ?? []) {
        const hold = unitsPrice(model, { unit: 'second', quantity })
        const told = [model.id, quantity, hold]
        expect(told).toEqual([model.id, quantity, chargeOf(model.id, quantity)])
        const bySecond = hold / quantity
        expect(model.price.perUnit).toBeGreaterThanOrEqual(bySecond)
      }
    }
  })

  it('asks for a second of Runway what it costs without sound, which is never ordered', () => {
    const perSecond = catalogue.flatMap(({ vendor, id, price }) =>
      vendor === 'runway' ? [[id, price.perUnit]] : [],
    )
    expect(Object.fromEntries(perSecond)).toEqual({
      'runway/gen4_turbo': 50_000,
      'runway/gen4.5': 120_000,
      'runway/veo3.1_fast': 100_000,
      'runway/veo3.1': 200_000,
    })
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
    expect(idsOf('luma', 'other')).toEqual([
      ...['luma/ray-flash-2-540p', 'luma/ray-flash-2', 'luma/ray-2-540p'],
      ...['luma/ray-flash-2-1080p', 'luma/ray-2', 'luma/ray-2-1080p'],
    ])
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
    const found = vendorKey(luma, (name) => keys[name] ?? null)
    expect(found).toEqual({ name: 'LUMAAI_API_KEY', key: 'old' })
    expect(surfaceOf(luma, found?.key ?? null)?.baseUrlVariable).toBe('LUMAAI_BASE_URL')
    expect(vendorKey(luma, () => null)).toBeNull()
  })
})
