import { microUsd, parseUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import type { Production } from '../../src/domain/production.ts'
import type { UnnamedClip } from '../../src/domain/shelf.ts'
import type { ShotId, SlateId } from '../../src/domain/slate.ts'
import type { Take } from '../../src/domain/take.ts'
import { frames } from '../../src/domain/time.ts'

/** A production row. */
export const fakeProduction = (id: string, fields: Partial<Production> = {}): Production => ({
  id,
  concept: 'A fox in the snow',
  state: 'running',
  stage: 'plan',
  until: null,
  wanted: 'run',
  funds: 'simulated',
  outputDir: `/films/${id}`,
  isTest: false,
  reason: '',
  attempt: 1,
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
  ...fields,
})

/** An order of run `fox` that waits for a person. */
export const fakeOrder = (key: string, fields: Partial<Order> = {}): Order => ({
  ...{ key, production: 'fox', port: 'video', model: 'animatic/painted', state: 'parked' },
  ...{ requestHash: 'hash', request: { prompt: 'a fox in the snow' }, funds: 'simulated' },
  ...{ quoted: parseUsd('0.3'), held: parseUsd('0.3'), billed: zeroUsd, assumed: zeroUsd },
  ...{ submissions: 1, doubtful: 1, submittedAt: '2026-11-23T10:00:00.000Z' },
  ...{
    job: null,
    outputHash: null,
    output: null,
    reason: 'the line went dead',
    trouble: null,
    account: null,
  },
  createdAt: '2026-11-23T09:59:00.000Z',
  updatedAt: '2026-11-23T10:01:00.000Z',
  ...fields,
})

/** A take of a pilot with a review. */
export const fakeTake = (pilot: string, slate: string, state: Take['state']): Take => ({
  schema: 'take@2',
  slate: slate as SlateId,
  shot: slate.replace(/-\d+$/, '') as ShotId,
  pilot,
  orderKey: `fox/${pilot}/video/${slate}`,
  model: 'animatic/painted',
  state,
  footage: { kind: 'missing', reason: 'not needed here' },
  depicted: [],
  prompt: 'a fox',
  seed: 1,
  cost: microUsd(300_000),
  funds: 'simulated',
  test: false,
  continuesFrom: null,
  wanted: frames(48),
  decidedBy: 'crew',
  note: '',
})

/** A clip of a deleted run, bought with real money. */
export const fakeClip = (fields: Partial<UnnamedClip> = {}): UnnamedClip => ({
  ...{ source: 'deleted-run', vendor: 'luma', funds: 'real', model: 'luma/ray-2', job: null },
  ...{ orderKey: null, prompt: 'A lighthouse in a storm at night', depicted: [], notes: [] },
  ...{ scores: null, cost: zeroUsd, production: 'old', pilot: 'p1', slate: null },
  ...{ originalHash: 'a'.repeat(64), conformedHash: null, leaderFrames: 0, seconds: 5 },
  ...{ size: { width: 1280, height: 720 }, castCount: 0, isUsed: false },
  at: '2026-11-30T10:00:00.000Z',
  ...fields,
})
