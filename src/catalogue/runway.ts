import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { microUsd } from '../domain/money.ts'
import type { Tier } from '../domain/tier.ts'
import { parkedOrder } from './shared-rows.ts'

/** Runway. */
export const runwayVendor: CatalogueVendor = {
  id: 'runway',
  name: 'Runway',
  keyNames: ['RUNWAYML_API_SECRET', 'RUNWAY_API_KEY'],
  keyNote:
    'the vendor calls it RUNWAYML_API_SECRET; RUNWAY_API_KEY is an old name that is accepted',
  surfaces: [
    {
      ...{ name: '', keyPrefix: '', baseUrlVariable: 'RUNWAYML_BASE_URL' },
      // @runwayml/sdk 4.20.1, its client's default, read 2026-11-23
      baseUrl: 'https://api.dev.runwayml.com',
      hosts: ['api.dev.runwayml.com'],
      recovery:
        'by the id of the job; the vendor has no list of jobs, and the credits it shows by day and model tell only that there was one',
      lostAnswer: parkedOrder,
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

/** Whole seconds of both, and those between. */
const wholeSeconds = (least: number, most: number): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index)

const microsPerCredit = 10_000 // $0.01 a credit: docs.dev.runwayml.com, read 2026-07-10

const runwayModel = (
  name: string,
  tier: Tier,
  creditsPerSecond: number,
  made: {
    readonly note: string
    readonly seconds: readonly number[]
    readonly needsFirstFrame?: boolean
  },
): CatalogueModel => ({
  ...{ id: `runway/${name}`, vendor: 'runway', surface: null, port: 'video', tier },
  note: made.note,
  funds: 'real',
  lifecycle: { state: 'current' },
  price: {
    unit: 'second',
    perUnit: microUsd(creditsPerSecond * microsPerCredit),
    source: "the vendor's price page: credits a second, $0.01 a credit",
    date: '2026-07-10',
  },
  limits: {
    ...{ seconds: made.seconds, perMinute: null, needsFirstFrame: made.needsFirstFrame ?? false },
    ...{ minSeconds: Math.min(...made.seconds), maxSeconds: Math.max(...made.seconds) },
    slots: 2, // at once in tier 1, the lowest: the vendor's page of usage tiers, read 2026-11-23
  },
})

/** What Runway makes that has a known price. */
export const runwayModels: readonly CatalogueModel[] = [
  runwayModel('gen4_turbo', 'motion-graphics', 5, {
    note: 'Gen-4 Turbo',
    seconds: wholeSeconds(2, 10), // docs.venice.ai, its page of the model, read 2026-11-30: the vendor's types name no range
    needsFirstFrame: true,
  }),
  runwayModel('gen4.5', 'animated', 12, {
    note: 'Gen-4.5',
    seconds: wholeSeconds(2, 10), // @runwayml/sdk 4.20.1, types, read 2026-11-23
  }),
  // Of a range of 10 to 15 and of 20 to 40 credits, by sound, the dearest: the vendor's bill says which it was.
  runwayModel('veo3.1_fast', 'photorealistic', 15, {
    note: 'Veo 3.1 Fast by Runway, silent',
    seconds: [4, 6, 8], // @runwayml/sdk 4.20.1, types, read 2026-11-23
  }),
  runwayModel('veo3.1', 'photorealistic', 40, {
    note: 'Veo 3.1 by Runway, silent',
    seconds: [4, 6, 8], // @runwayml/sdk 4.20.1, types, read 2026-11-23
  }),
]
