import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { microUsd } from '../domain/money.ts'
import type { Tier } from '../domain/tier.ts'
import { type LumaModel, lumaBaseUrls, lumaModels } from '../providers/luma/models.ts'
import { lumaListedWithinMs } from '../providers/luma/waits.ts'
import { anyLength, parkedOrder } from './shared-rows.ts'

/** Luma AI: two APIs, and the key says which. */
export const lumaVendor: CatalogueVendor = {
  id: 'luma',
  name: 'Luma AI',
  keyNames: ['LUMA_AGENTS_API_KEY', 'LUMA_API_KEY', 'LUMAAI_API_KEY'],
  // The site that keys of the one API come from is not that of the other, and neither is named by its documents: read 2026-11-30
  site: null,
  keyNote:
    'a key that begins with luma-api- opens the Agents API and its ray-3.2, any other the legacy one and its ray-2',
  surfaces: [
    {
      name: 'agents',
      keyPrefix: 'luma-api-',
      keyName: 'LUMA_AGENTS_API_KEY',
      baseUrlVariable: 'LUMA_BASE_URL',
      baseUrl: lumaBaseUrls.agents,
      hosts: ['agents.lumalabs.ai'],
      tellsBills: false,
      hasList: false,
      listedWithinMs: null,
      recovery: 'by the id of the job alone: the vendor has no list of jobs',
      lostAnswer: parkedOrder,
      // docs.agents.lumalabs.ai and luma-agents 0.3.0 know of no list and name no page with one, read 2026-11-30
      lookAt:
        "on Luma's site where the key was made, if that shows what the key has made: its documents name no such page, and its API has no list",
    },
    {
      name: 'legacy',
      keyPrefix: '',
      keyName: 'LUMAAI_API_KEY', // lumaai 1.19.1, its client's default, read 2026-11-23
      baseUrlVariable: 'LUMAAI_BASE_URL',
      baseUrl: lumaBaseUrls.legacy,
      hosts: ['api.lumalabs.ai'],
      tellsBills: false,
      hasList: true,
      listedWithinMs: lumaListedWithinMs,
      recovery: 'the list of jobs is searched for the prompt and the time of the order',
      lostAnswer: `a job that is found is taken over; else ${parkedOrder}`,
      // lumaai 1.19.1, generations.list, read 2026-11-23
      lookAt:
        'in the list of the account: `npx --no-install claude-studio provider jobs luma --live`',
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

/** The vendor sells heights of the picture, and the studio its tiers by them. */
const tiers: Readonly<Record<LumaModel['resolution'], Tier>> = {
  '540p': 'motion-graphics',
  '720p': 'animated',
  '1080p': 'photorealistic',
}

const names: Readonly<Record<LumaModel['vendorModel'], string>> = {
  'ray-3.2': 'Ray 3.2',
  'ray-2': 'Ray 2',
  'ray-flash-2': 'Ray 2 Flash',
}

const lumaRow = (model: LumaModel): CatalogueModel => {
  const lengths = model.lengths.map(({ seconds, price }) => ({ seconds, amount: price }))
  const seconds = lengths.map((length) => length.seconds)
  const dearest = Math.max(...lengths.map((length) => length.amount / length.seconds))
  return {
    ...{ id: model.id, vendor: 'luma', surface: model.api, port: 'video' },
    tier: tiers[model.resolution],
    note: `${names[model.vendorModel]} in ${model.resolution}`,
    funds: 'real',
    lifecycle: { state: model.api === 'legacy' ? 'legacy' : 'current' },
    price: {
      ...{ unit: 'second', perUnit: microUsd(Math.ceil(dearest)), lengths },
      ...{ source: model.priceSource, date: model.priceDate },
    },
    limits: {
      ...{ ...anyLength, seconds },
      shapes: { words: model.aspects, frame: model.aspects, refused: [] },
      ...{ minSeconds: Math.min(...seconds), maxSeconds: Math.max(...seconds) },
      slots: 2,
      slotsSource: 'the vendor names no number; chosen by this project',
      slotsDate: '2026-11-23',
    },
  }
}

/** Luma's models, as its adapter orders them: clips of a few lengths, each at a price of its own. */
export const lumaRows: readonly CatalogueModel[] = lumaModels.map(lumaRow)
