import type { CatalogueModel, ModelPrice } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { microUsd, type Usd } from '../domain/money.ts'
import type { Tier } from '../domain/tier.ts'
import { anyLength, parkedOrder } from './shared-rows.ts'

/** Luma AI: two APIs, and the key says which. */
export const lumaVendor: CatalogueVendor = {
  id: 'luma',
  name: 'Luma AI',
  keyNames: ['LUMA_AGENTS_API_KEY', 'LUMA_API_KEY', 'LUMAAI_API_KEY'],
  keyNote:
    'a key that begins with luma-api- opens the Agents API and its ray-3.2, any other the legacy one and its ray-2',
  surfaces: [
    {
      name: 'agents',
      keyPrefix: 'luma-api-',
      baseUrlVariable: 'LUMA_BASE_URL',
      // luma-agents 0.3.0, its client's default, read 2026-11-23
      baseUrl: 'https://agents.lumalabs.ai/v1',
      hosts: ['agents.lumalabs.ai'],
      recovery: 'by the id of the job alone: the vendor has no list of jobs',
      lostAnswer: parkedOrder,
    },
    {
      name: 'legacy',
      keyPrefix: '',
      baseUrlVariable: 'LUMAAI_BASE_URL',
      // lumaai 1.19.1, its client's default, read 2026-11-23
      baseUrl: 'https://api.lumalabs.ai/dream-machine/v1',
      hosts: ['api.lumalabs.ai'],
      recovery: 'the list of jobs is searched for the prompt and the time of the order',
      lostAnswer: `a job that is found is taken over; else ${parkedOrder}`,
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

/** Models that make clips of a few lengths only, each at a price of its own. */
const lumaModel = (
  id: string,
  tier: Tier,
  note: string,
  lengths: NonNullable<ModelPrice['lengths']>,
  from: Pick<CatalogueModel, 'surface' | 'lifecycle'> & Pick<ModelPrice, 'source' | 'date'>,
): CatalogueModel => {
  const seconds = lengths.map((length) => length.seconds)
  const dearest = Math.max(...lengths.map((length) => length.amount / length.seconds))
  const { surface, lifecycle, ...told } = from
  return {
    ...{ id: `luma/${id}`, vendor: 'luma', surface, port: 'video', tier, note },
    funds: 'real',
    lifecycle,
    price: { unit: 'second', perUnit: microUsd(Math.ceil(dearest)), lengths, ...told },
    limits: {
      ...{ ...anyLength, seconds },
      ...{ minSeconds: Math.min(...seconds), maxSeconds: Math.max(...seconds) },
      slots: 2, // the vendor names no number (read 2026-11-23); chosen by this project
    },
  }
}

const agents = {
  ...({ surface: 'agents', lifecycle: { state: 'current' } } as const),
  ...{ source: "the vendor's guide to its Agents API, clips in SDR", date: '2026-07-10' },
}

const ray2 = {
  ...({ surface: 'legacy', lifecycle: { state: 'legacy' } } as const),
  // The vendor's own prices are by the pixel, and no page with them was found.
  ...{ source: "a reseller's undated table in the Comfy documentation", date: '2026-11-23' },
}

const clip = (seconds: number, usd: number): { seconds: number; amount: Usd } => ({
  seconds,
  amount: microUsd(Math.round(usd * 1_000_000)),
})

/** Luma's models, by the height of their pictures. */
export const lumaModels: readonly CatalogueModel[] = [
  lumaModel(
    'ray-3.2-540p',
    'motion-graphics',
    'Ray 3.2 in 540p',
    [clip(5, 0.15), clip(10, 0.45)],
    agents,
  ),
  lumaModel('ray-3.2', 'animated', 'Ray 3.2 in 720p', [clip(5, 0.3), clip(10, 0.9)], agents),
  lumaModel(
    'ray-3.2-1080p',
    'photorealistic',
    'Ray 3.2 in 1080p',
    [clip(5, 1.2), clip(10, 3.6)],
    agents,
  ),
  lumaModel('ray-2-540p', 'motion-graphics', 'Ray 2 in 540p', [clip(5, 0.4)], ray2),
  lumaModel('ray-2', 'animated', 'Ray 2 in 720p', [clip(5, 0.71)], ray2),
  lumaModel('ray-2-1080p', 'photorealistic', 'Ray 2 in 1080p', [clip(5, 1.59)], ray2),
]
