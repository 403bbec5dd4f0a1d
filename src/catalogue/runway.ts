import { type Aspect, aspects, type PictureSize } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import {
  type RunwayModel,
  type RunwayModelId,
  runwayModels,
  usdOfCredits,
} from '../providers/runway/models.ts'
import { pictureRatio } from '../providers/runway/shot-plan.ts'
import { parkedOrder } from './shared-rows.ts'

/** Runway. */
export const runwayVendor: CatalogueVendor = {
  id: 'runway',
  name: 'Runway',
  keyNames: ['RUNWAYML_API_SECRET', 'RUNWAY_API_KEY'],
  keyNote:
    'the vendor calls it RUNWAYML_API_SECRET; RUNWAY_API_KEY is an old name that is accepted',
  site: 'dev.runwayml.com', // its developer portal: github.com/runwayml/avatars-sdk-react, examples/subtitles, read 2026-11-30
  surfaces: [
    {
      ...{ name: '', keyPrefix: '', keyName: null, baseUrlVariable: 'RUNWAYML_BASE_URL' },
      // @runwayml/sdk 4.20.1, its client's default, read 2026-11-23
      baseUrl: 'https://api.dev.runwayml.com',
      hosts: ['api.dev.runwayml.com'],
      tellsBills: true,
      hasList: false,
      listedWithinMs: null,
      recovery:
        'by the id of the job; the vendor has no list of jobs, and the credits it shows by day and model tell only that there was one',
      lostAnswer: parkedOrder,
      // @runwayml/sdk 4.20.1 has no list, and tells credits by day and model (organization.retrieveUsage), read 2026-11-30
      lookAt:
        "in the developer portal, dev.runwayml.com: its API has no list of tasks, and whether a page of the portal shows single tasks is not known here; the account's usage, credits by day and model, tells whether there was one",
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

/** What a row says beside what the adapter knows. */
type Sold = Pick<CatalogueModel, 'tier' | 'note'>

const sold: Readonly<Record<RunwayModelId, Sold>> = {
  'runway/gen4_turbo': { tier: 'motion-graphics', note: 'Gen-4 Turbo' },
  'runway/gen4.5': { tier: 'animated', note: 'Gen-4.5' },
  'runway/veo3.1_fast': { tier: 'photorealistic', note: 'Veo 3.1 Fast by Runway, silent' },
  'runway/veo3.1': { tier: 'photorealistic', note: 'Veo 3.1 by Runway, silent' },
}

/** A picture of an aspect: of what size matters not to whether it is made. */
const sizeOf = (aspect: Aspect): PictureSize => {
  const [width = 16, height = 9] = aspect.split(':').map(Number)
  return { width: width * 80, height: height * 80 }
}

const runwayRow = (model: RunwayModel): CatalogueModel => {
  return {
    ...{ id: model.id, vendor: 'runway', surface: null, port: 'video', ...sold[model.id] },
    funds: 'real',
    lifecycle: { state: 'current' },
    price: {
      unit: 'second',
      // Sound, the dear end of a range, is switched off in every order: a bill with it is an overrun, and stops the buying.
      perUnit: usdOfCredits(model.creditsPerSecond),
      source: model.hasSound
        ? "the vendor's API reference: credits a second without sound, the cheap end of a range; $0.01 a credit"
        : "the vendor's API reference: credits a second, $0.01 a credit",
      date: '2026-11-30',
    },
    limits: {
      ...{ seconds: model.seconds, perMinute: null },
      needsFirstFrame: model.textRatios.length === 0,
      shapes: {
        ...{ words: model.textRatios, frame: model.imageRatios },
        refused: aspects.filter((aspect) => pictureRatio(model, sizeOf(aspect), true) === null),
      },
      ...{ minSeconds: Math.min(...model.seconds), maxSeconds: Math.max(...model.seconds) },
      slots: 2,
      slotsSource: "the vendor's page of usage tiers: tier 1, the lowest",
      slotsDate: '2026-11-23',
    },
  }
}

/** Runway's models with a known price, as its adapter orders them. */
export const runwayRows: readonly CatalogueModel[] = Object.values(runwayModels).map(runwayRow)
