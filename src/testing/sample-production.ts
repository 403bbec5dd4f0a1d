import type { Brief } from '../domain/brief.ts'
import { parseUsd } from '../domain/money.ts'
import type { Review } from '../domain/review.ts'
import { shotId, slateId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { frames, rate24 } from '../domain/time.ts'
import type { OrderDraft } from '../ports/ledger-store.ts'

/** A brief of 5 simulated dollars. */
export const sampleBrief: Brief = {
  schema: 'brief@1',
  concept: 'A serene mountain lake at sunset',
  budget: parseUsd(5),
  funds: 'simulated',
  seconds: 30,
  aspect: '16:9',
  size: { width: 320, height: 180 },
  rate: rate24,
  tier: null,
  pilots: null,
  takes: null,
  provider: 'animatic',
  audio: 'full',
  voice: null,
  musicHash: null,
  language: 'en',
  captions: 'sidecar',
  seeds: [],
  randomSeed: 7,
  gates: [],
}

/** The first take of shot 1A by pilot `p1`, waiting for review. */
export const sampleTake: Take = {
  schema: 'take@2',
  slate: slateId(shotId(1, 0), 1),
  shot: shotId(1, 0),
  pilot: 'p1',
  orderKey: 'lake/p1/video/1A/1',
  model: 'animatic/draft',
  state: 'dailies',
  footage: {
    kind: 'stored',
    hash: 'a'.repeat(64),
    originalHash: 'b'.repeat(64),
    available: { start: frames(0), length: frames(120) },
  },
  depicted: ['lake', 'mountain'],
  prompt: 'A lake below mountains, sunset',
  seed: 11,
  cost: parseUsd('0.25'),
  funds: 'simulated',
  test: true,
  continuesFrom: null,
  wanted: frames(96),
  decidedBy: 'crew',
  note: '',
}

/** A review that passes {@link sampleTake}. */
export const sampleReview: Review = {
  schema: 'review@1',
  slate: sampleTake.slate,
  pilot: 'p1',
  scores: { overall: 80, visual: 82, style: 78, technical: 90, narrative: 70, intent: 75 },
  passed: true,
  findings: [],
  covered: ['i1', 'i2'],
  missing: ['boat'],
  violated: [],
  notes: ['The light is right.'],
  reviewer: 'understudy',
}

/** An order of run `lake` for one simulated dollar; give it a key of its own where more than one is needed. */
export const sampleDraft: OrderDraft = {
  key: 'lake/p1/video/1A/1',
  production: 'lake',
  port: 'video',
  model: 'animatic/draft',
  requestHash: 'c'.repeat(64),
  request: { prompt: 'a lake' },
  chain: null,
  funds: 'simulated',
  quoted: parseUsd(1),
}
