import type { CatalogueModel } from './domain/catalogue-model.ts'
import { microUsd } from './domain/money.ts'
import type { Tier } from './domain/tier.ts'

const houseSource = 'price list of the stand-ins, set by this project'
const houseDate = '2026-11-23'

const animatic = (
  name: string,
  tier: Tier,
  microsPerSecond: number,
  note: string,
): CatalogueModel => ({
  id: `animatic/${name}`,
  vendor: 'animatic',
  port: 'video',
  tier,
  note,
  funds: 'simulated',
  lifecycle: 'current',
  price: {
    unit: 'second',
    perUnit: microUsd(microsPerSecond),
    source: houseSource,
    date: houseDate,
  },
  limits: { minSeconds: 1, maxSeconds: 12, slots: 8 },
  keyNames: [],
  recovery: 'jobs are files in the home; the list is complete',
})

const free = (
  id: string,
  port: CatalogueModel['port'],
  unit: CatalogueModel['price']['unit'],
  note: string,
): CatalogueModel => ({
  id,
  vendor: id.split('/')[0] ?? id,
  port,
  tier: null,
  note,
  funds: 'simulated',
  lifecycle: 'current',
  price: { unit, perUnit: microUsd(0), source: houseSource, date: houseDate },
  limits: { minSeconds: null, maxSeconds: null, slots: 16 },
  keyNames: [],
  recovery: 'works inside this process; an answer that was lost was never billed',
})

/** Every vendor and model the studio can order from. The CLI's list, the quote and the settings' keys read this. */
export const catalogue: readonly CatalogueModel[] = [
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
