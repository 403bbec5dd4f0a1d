import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../catalogue.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { microUsd, parseUsd, sumUsd } from '../domain/money.ts'
import { tiers } from '../domain/tier.ts'
import { fitPlan, leastBudget, type ProposedPilot } from './fit-plan.ts'
import { typicalClipPrice } from './shot-price.ts'

const offers: readonly CatalogueModel[] = [10_000, 30_000, 60_000, 110_000].map(
  (perUnit, index): CatalogueModel => ({
    id: `vendor/m${index}`,
    vendor: 'vendor',
    surface: null,
    port: 'video',
    tier: tiers[index] ?? null,
    note: '',
    funds: 'simulated',
    lifecycle: { state: 'current' },
    price: { unit: 'second', perUnit: microUsd(perUnit), source: 'test', date: '2026-11-23' },
    limits: {
      ...{ minSeconds: 1, maxSeconds: 12, seconds: null, slots: 8 },
      ...{ perMinute: null, needsFirstFrame: false, shapes: null },
      ...{ slotsSource: 'test', slotsDate: '2026-11-23' },
    },
  }),
)

/** Models of vendors that sell whole clips and whole seconds, the cheapest first. */
const sold = ['luma/ray-3.2', 'luma/ray-2', 'runway/gen4.5', 'runway/veo'].map((start) =>
  catalogue
    .filter(({ id }) => id.startsWith(start))
    .toSorted((a, b) => typicalClipPrice(a) - typicalClipPrice(b)),
)

const brief = (budget: string, seconds: number): Brief => ({
  schema: 'brief@1',
  concept: 'a lake',
  budget: parseUsd(budget),
  funds: 'simulated',
  seconds,
  aspect: '16:9',
  size: { width: 320, height: 180 },
  rate: { numerator: 24, denominator: 1 },
  tier: null,
  pilots: null,
  takes: null,
  provider: 'vendor',
  audio: 'none',
  voice: null,
  musicHash: null,
  language: 'en',
  captions: 'none',
  seeds: [],
  randomSeed: 1,
  gates: [],
})

const pilot = (
  index: number,
  takesPerShot: number,
  pace: ProposedPilot['pace'],
): ProposedPilot => ({
  name: `pilot ${index} ${pace}`,
  approach: '',
  tier: tiers[index] ?? 'animated',
  model: `vendor/m${index}`,
  style: '',
  takesPerShot,
  pace,
})

describe('fitting a plan to the money', () => {
  test('tests, bond and the film of any pilot never promise more than the budget', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 600 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.array(
          fc.record({
            index: fc.integer({ min: 0, max: 3 }),
            takes: fc.integer({ min: 1, max: 5 }),
            pace: fc.constantFrom('steady' as const, 'lively' as const, 'graphic' as const),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(offers, ...sold),
        (seconds, cents, proposed, scenes, some) => {
          const wish = brief((cents / 100).toFixed(2), seconds)
          fc.pre(wish.budget >= leastBudget(wish, some))
          const pilots = proposed.map(({ index, takes, pace }) => {
            const { id: model = '', tier } = some[index % some.length] ?? {}
            return { ...pilot(index, takes, pace), model, tier: tier ?? 'animated' }
          })
          const proposal = { pilots, scenes, testScenes: [1], reasons: [] }
          const plan = fitPlan(wish, proposal, some)
          const tests = sumUsd(...plan.pilots.map(({ testBudget }) => testBudget))
          expect(plan.pilots.length).toBeGreaterThan(0)
          expect(tests).toBeLessThanOrEqual(plan.testCap)
          expect(tests + plan.bond).toBeLessThanOrEqual(wish.budget)
          const films = plan.pilots.map(({ filmQuote }) => filmQuote)
          expect(Math.max(...films)).toBeLessThanOrEqual(wish.budget)
          expect(plan.pilots.map(({ id }) => id)).toEqual(plan.pilots.map((_, i) => `p${i + 1}`))
          const [named] = /(?<=--budget )[\d.]+/.exec(plan.shrunk.join(' ')) ?? []
          if (named === undefined) return
          const richer = fitPlan({ ...wish, budget: parseUsd(named) }, proposal, some)
          expect(richer.shrunk.join(' ')).not.toContain('--budget')
        },
      ),
    )
  })

  test('too little money is refused with the least that works', () => {
    expect(() =>
      fitPlan(
        brief('0.01', 30),
        { pilots: [pilot(2, 1, 'steady')], scenes: 6, testScenes: [1], reasons: [] },
        offers,
      ),
    ).toThrow(
      /the least budget that works is \$0\.401\. That pays for one take of as many shots as .* on its cheapest model; the film itself may cost less\. Raise/,
    )
  })

  test('a rival is tried in fewer scenes, then on a cheaper model, before it is dropped', () => {
    const leader = 'vendor/m3'
    const tried = (budget: string, scenes = 5) => {
      const pilots = [pilot(3, 1, 'steady'), pilot(2, 1, 'lively')]
      const proposal = { pilots, scenes, testScenes: scenes > 2 ? [1, 3] : [1], reasons: [] }
      const { testScenes, shrunk, ...plan } = fitPlan(brief(budget, 20), proposal, offers)
      return { models: plan.pilots.map(({ model }) => model), testScenes, said: shrunk.join(' ') }
    }
    const all = { models: [leader, 'vendor/m2'], testScenes: [1, 3], said: '' }
    expect(tried('3.75')).toEqual(all)
    expect(tried('3.4')).toMatchObject({ models: all.models, testScenes: [1] })
    expect(tried('3.4').said).toBe('Pilots compete in 1 of 2 test scenes to fit the budget.')
    expect(tried('3.2').models).toEqual([leader, 'vendor/m0'])
    expect(tried('3.2').said).toContain('vendor/m0 instead of vendor/m2')
    expect(tried('3.2', 1)).toMatchObject({ models: [leader], testScenes: [] })
    expect(tried('3.2', 1).said).toMatch(
      /"pilot 2 lively" is not tried: .* 30 % of the budget, \$0\.96, .* --budget 3\.45 pays for it; --pilots 1 /,
    )
  })

  test('a test that becomes part of the film is not counted against the rival', () => {
    const proposal = {
      pilots: [pilot(3, 1, 'steady'), pilot(2, 1, 'lively')],
      ...{ scenes: 2, testScenes: [1], reasons: [] },
    }
    const { pilots } = fitPlan(brief('4', 12), proposal, offers)
    expect(pilots.map(({ model }) => model)).toEqual(['vendor/m3', 'vendor/m2'])
    const [film, test] = [pilots[0]?.filmQuote ?? 0, pilots[1]?.testBudget ?? 0]
    expect(film + test).toBeLessThanOrEqual(parseUsd(4))
  })

  test('a pilot that cannot be paid is made cheaper and says so', () => {
    const plan = fitPlan(
      brief('1', 30),
      { pilots: [pilot(3, 2, 'steady')], scenes: 6, testScenes: [1], reasons: [] },
      offers,
    )
    expect(plan.pilots[0]?.model).toBe('vendor/m0')
    expect(plan.shrunk[0]).toMatch(/uses vendor\/m0 instead of vendor\/m3/)
  })
})
