import { catalogue } from '../../src/catalogue.ts'
import { completeBrief } from '../../src/cli/brief/complete-brief.ts'
import type { Brief } from '../../src/domain/brief.ts'
import type { Cut } from '../../src/domain/cut.ts'
import { layEvents } from '../../src/domain/cut.ts'
import type { Json } from '../../src/domain/json.ts'
import type { ProductionEvent } from '../../src/domain/production.ts'
import type { Review, Scores } from '../../src/domain/review.ts'
import type { ShotId, SlateId } from '../../src/domain/slate.ts'
import { frames, rate24 } from '../../src/domain/time.ts'
import { fakeProduction, fakeTake } from './fake-rows.ts'
import type { FakeStudio } from './fake-studio.ts'

/** The brief of the fox film. */
export const foxBrief: Brief = {
  ...completeBrief({ concept: 'A fox in the snow', budget: 5 }, catalogue),
  seeds: [],
  musicHash: null,
}

/** Scores, all the same. */
const evenScores = (value: number): Scores => ({
  overall: value,
  visual: value,
  style: value,
  technical: value,
  narrative: value,
  intent: value,
})

/** A review that passed with the same score everywhere. */
const fakeReview = (pilot: string, slate: string, score: number): Review => ({
  schema: 'review@1',
  slate: slate as SlateId,
  pilot,
  scores: evenScores(score),
  passed: true,
  findings: [],
  covered: ['i1'],
  missing: [],
  violated: [],
  notes: [],
  reviewer: 'understudy',
})

/** A cut with one event. */
const fakeCut = (candidate: Cut['candidate']): Cut => ({
  schema: 'cut@1',
  candidate,
  pilot: 'p1',
  rate: rate24,
  events: layEvents([
    {
      shot: '1A' as ShotId,
      slate: '1A-1' as SlateId,
      pilot: 'p1',
      source: { start: frames(0), length: frames(48) },
      transition: { kind: 'cut', length: frames(0) },
      overlays: [],
      reason: 'the only take',
    },
  ]),
  fadeOut: frames(0),
  reason: 'plain',
})

const pilot = {
  name: 'quiet observation',
  approach: 'long shots',
  tier: 'animated',
  model: 'animatic/painted',
  style: 'painted',
  takesPerShot: 1,
  pace: 'steady',
  testBudget: 600_000,
  filmQuote: 2_500_000,
}
const planDocuments: { readonly [key: string]: Json } = {
  'contract/current': {
    schema: 'intent-contract@1',
    hash: 'abc',
    items: [
      { id: 'i1', kind: 'entity', claim: 'a fox is seen', words: ['fox'], weight: 0.6 },
      { id: 'i2', kind: 'entity', claim: 'snow is seen', words: ['snow'], weight: 0.4 },
    ],
  },
  'plan/current': {
    schema: 'plan@1',
    pilots: [
      { id: 'p1', ...pilot },
      { id: 'p2', ...pilot },
    ],
    scenes: 1,
    testScenes: [1],
    testCap: 1_200_000,
    bond: 300_000,
    shrunk: [],
    reasons: [],
  },
  'verdict/current': {
    schema: 'verdict@1',
    winner: 'p1',
    results: [
      {
        pilot: 'p1',
        scores: { ...evenScores(86) },
        spent: 300_000,
        outcome: 'wins',
        reason: 'best',
      },
    ],
    observations: [],
    adjustments: [],
  },
}

const filmDocuments: { readonly [key: string]: Json } = {
  'script/p1': {
    schema: 'script@2',
    pilot: 'p1',
    title: 'The Fox',
    logline: '',
    cast: [],
    look: '',
    musicMood: 'calm',
    fadeOut: 0,
    scenes: [
      {
        number: 1,
        title: 'Snow',
        description: '',
        shots: [{ id: '1A' }],
        narration: [],
        continuityGroup: null,
        continuesFrom: null,
        transition: { kind: 'cut', length: 0 },
        covers: ['i1'],
      },
    ],
  },
  'master/balanced': {
    schema: 'master@1',
    candidate: 'balanced',
    hash: 'aa',
    frames: 48,
    rate: { numerator: 24, denominator: 1 },
    width: 1280,
    height: 720,
    bytes: 10,
    loudnessLufs: -16,
    truePeakDbtp: -2,
  },
  'deliverables/current': [
    { kind: 'master', path: 'master.mp4', hash: 'aa', bytes: 10 },
    { kind: 'candidate', path: 'candidates/balanced.mp4', hash: 'aa', bytes: 10 },
    { kind: 'scene', path: 'scenes/01.mp4', hash: 'bb', bytes: 10 },
  ],
  'observation/o1': { pilot: 'p1', subject: 'snow', text: 'snow reads well', evidence: '86' },
}

/** A fox film that has wrapped, with everything its stages wrote. */
export const wrapFox = (fake: FakeStudio, brief: Brief): void => {
  fake.productions.set('fox', fakeProduction('fox', { state: 'wrapped', stage: 'learn' }))
  fake.briefs.set('fox', brief)
  fake.takes.push(
    fakeTake('p1', '1A-1', 'circled'),
    fakeTake('p1', '1A-2', 'dailies'),
    fakeTake('p2', '1A-1', 'ng'),
  )
  fake.reviews.push(fakeReview('p1', '1A-1', 86), fakeReview('p2', '1A-1', 60))
  for (const [key, body] of Object.entries({ ...planDocuments, ...filmDocuments }))
    fake.documents.set(`fox/${key}`, body)
  fake.documents.set('fox/script/p2', { ...(filmDocuments['script/p1'] as object), pilot: 'p2' })
  for (const name of ['safe', 'balanced', 'creative'] as const) {
    fake.documents.set(`fox/cut/${name}`, fakeCut(name) as unknown as Json)
  }
}

/** Events of a short production, in order. */
export const foxEvents: readonly Pick<ProductionEvent, 'event' | 'body'>[] = [
  { event: 'production-started', body: { attempt: 1 } },
  { event: 'stage-started', body: { stage: 'plan' } },
  { event: 'contract-written', body: { items: 9 } },
  {
    event: 'plan-written',
    body: {
      scenes: 1,
      pilots: [
        {
          id: 'p1',
          name: 'quiet observation',
          approach: 'long shots',
          tier: 'animated',
          model: 'animatic/painted',
          budgetUsd: 0.6,
        },
      ],
    },
  },
  { event: 'script-written', body: { pilot: 'p1', title: 'The Fox', scenes: 1, shots: 1 } },
  { event: 'pilots-priced', body: { pilots: [{ id: 'p1', filmUsd: 0.42 }] } },
  { event: 'stage-started', body: { stage: 'pilots' } },
  { event: 'take-ordered', body: { pilot: 'p1', slate: '1A-1' } },
  {
    event: 'take-delivered',
    body: { pilot: 'p1', slate: '1A-1', costUsd: 0.3, seconds: 2.5 },
  },
  {
    event: 'take-reviewed',
    body: { pilot: 'p1', slate: '1A-1', passed: true, scores: { ...evenScores(86) } },
  },
  { event: 'take-circled', body: { pilot: 'p1', slate: '1A-1' } },
  {
    event: 'money-moved',
    body: { settledUsd: 0.3, heldUsd: 0, bondUsd: 0.3, capUsd: 5, funds: 'simulated' },
  },
  { event: 'verdict-reached', body: { winner: 'p1', reason: 'the only one' } },
  { event: 'observation-made', body: { text: 'snow reads well' } },
  { event: 'production-wrapped', body: {} },
]
