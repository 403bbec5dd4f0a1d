import type { CatalogueModel, ModelPrice } from '../domain/catalogue-model.ts'
import type { CatalogueVendor, VendorSurface } from '../domain/catalogue-vendor.ts'
import { microUsd } from '../domain/money.ts'
import type { Tier } from '../domain/tier.ts'
import { anyLength } from './shared-rows.ts'

const inProcess = {
  ...{ name: '', keyPrefix: '', keyName: null, baseUrlVariable: null, baseUrl: null, hosts: [] },
  tellsBills: true,
  hasList: true,
  listedWithinMs: 0,
  recovery: 'works inside this process; an answer that was lost was never billed',
  lostAnswer: 'it is asked again',
  lookAt: '',
}

const standIn = (
  id: string,
  name: string,
  surface: VendorSurface = inProcess,
): CatalogueVendor => ({
  ...{ id, name, keyNames: [], keyNote: '', site: null, surfaces: [surface] },
  isOffline: true,
  lifecycle: { state: 'current' },
})

/** Who works on this machine and bills nobody. */
export const standInVendors: readonly CatalogueVendor[] = [
  standIn('animatic', 'the animatic, drawn on this machine', {
    ...inProcess,
    recovery: 'jobs are files in the home; the list is complete',
    lostAnswer: 'the job is found by its order, or it was never begun and is begun anew',
  }),
  standIn('understudy', 'the offline crew'),
  standIn('scratch', 'scratch voice and music'),
]

const houseSource = 'price list of the stand-ins, set by this project'
const houseDate = '2026-11-23'

const houseSlots = { slotsSource: 'set by this project', slotsDate: houseDate } as const

const animatic = (
  name: string,
  tier: Tier,
  microsPerSecond: number,
  note: string,
): CatalogueModel => ({
  id: `animatic/${name}`,
  vendor: 'animatic',
  surface: null,
  port: 'video',
  tier,
  note,
  funds: 'simulated',
  lifecycle: { state: 'current' },
  price: {
    unit: 'second',
    perUnit: microUsd(microsPerSecond),
    source: houseSource,
    date: houseDate,
  },
  limits: { ...anyLength, minSeconds: 1, maxSeconds: 12, slots: 8, ...houseSlots },
})

const free = (
  id: string,
  port: CatalogueModel['port'],
  unit: ModelPrice['unit'],
  note: string,
): CatalogueModel => ({
  id,
  vendor: id.split('/')[0] ?? id,
  surface: null,
  port,
  tier: null,
  note,
  funds: 'simulated',
  lifecycle: { state: 'current' },
  price: { unit, perUnit: microUsd(0), source: houseSource, date: houseDate },
  limits: { ...anyLength, minSeconds: null, maxSeconds: null, slots: 16, ...houseSlots },
})

/** What the stand-ins make. */
export const standInModels: readonly CatalogueModel[] = [
  animatic('sketch', 'static-images', 10_000, 'drawn storyboard stills with a camera move'),
  animatic('motion', 'motion-graphics', 30_000, 'flat designed pictures with parallax'),
  animatic('painted', 'animated', 60_000, 'painted moving pictures with light and weather'),
  animatic(
    'feature',
    'photorealistic',
    110_000,
    'painted pictures with depth, grain and more light',
  ),
  free('understudy/rules', 'llm', 'token', 'the offline crew: writes, reviews and cuts by rules'),
  free('scratch/voice', 'speech', 'character', 'scratch narration by the system voice'),
  free('scratch/music', 'music', 'second', 'composed music bed'),
]
