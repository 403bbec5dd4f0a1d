import type { Brief } from '../../src/domain/brief.ts'
import { parseUsd } from '../../src/domain/money.ts'

/** A small, quick brief: 6 s at 256×144, 12 frames a second. */
export const smallBrief = (changes: Partial<Brief> = {}): Brief => ({
  schema: 'brief@1',
  concept: 'A woman in a red coat walks her dog along a quiet beach at sunset.',
  budget: parseUsd(5),
  funds: 'simulated',
  seconds: 6,
  aspect: '16:9',
  size: { width: 256, height: 144 },
  rate: { numerator: 12, denominator: 1 },
  tier: null,
  pilots: 2,
  takes: 1,
  provider: 'animatic',
  audio: 'full',
  voice: null,
  musicHash: null,
  language: 'en',
  captions: 'burn',
  seeds: [],
  randomSeed: 7,
  gates: [],
  ...changes,
})
