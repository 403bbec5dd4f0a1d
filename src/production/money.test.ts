import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallBrief } from '../../test/support/briefs.ts'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { writeContract } from '../agents/producer/write-contract.ts'
import { leastBudget } from '../budget/fit-plan.ts'
import { fitScript } from '../budget/fit-script.ts'
import { priceBook } from '../budget/price-book.ts'
import { catalogue, catalogueFor, servedBy } from '../catalogue.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { microUsd, parseUsd, type Usd, zeroUsd } from '../domain/money.ts'
import type { Pilot } from '../domain/plan.ts'
import type { Scene, Script, Shot } from '../domain/script.ts'
import { shotsOf } from '../domain/script.ts'
import { shotId } from '../domain/slate.ts'
import { frames, framesFromSeconds, framesPerSecond, parseRate, rate24 } from '../domain/time.ts'
import type { AskCrew } from '../ports/crew.ts'
import { animaticVideoModel } from '../providers/animatic/animatic-video-model.ts'
import { understudy } from '../providers/understudy/understudy.ts'
import { whyNoBond } from './bond.ts'
import {
  affordScript,
  affordShot,
  bondNeeded,
  type ShotMoney,
  takePrice,
  videoOffers,
} from './money.ts'
import { draftPlan, draftScript } from './plan.ts'
import { shotOrder } from './shot-order.ts'

const floor = { catalogue }
const offers = videoOffers(catalogue, 'animatic')
const rates = ['12', '24', '23.976', '25', '29.97', '60']
const model = understudy()

const crew: AskCrew = async (subject, { parse, ...question }) => {
  const started = await model.start(question, subject, new AbortController().signal)
  if (started.kind !== 'delivered' || started.output.kind !== 'text') throw new Error(subject)
  return parse(JSON.parse(started.output.text))
}

/** The brief with the least money it can be made with. */
const withLeast = (brief: Brief): Brief => ({ ...brief, budget: leastBudget(brief, offers) })

const examples = join(import.meta.dirname, '..', '..', 'examples', 'briefs')
const concepts = readdirSync(examples)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(examples, name), 'utf8'))

const picture: Shot['picture'] = {
  ...{ place: 'lake', timeOfDay: 'day', weather: 'clear', mood: '', subjects: [], objects: [] },
  ...{ camera: 'static', framing: 'wide', style: '', avoid: [] },
}

/** A script of as many shots as fit, or fewer, each scene of one shot entered by the longest transition there may be. */
const crowdedScript = (lengths: readonly number[], longestJoin = 12): Script => ({
  ...{ schema: 'script@2', pilot: 'p1', title: '', logline: '', cast: [], look: '' },
  ...{ musicMood: '', fadeOut: frames(0) },
  scenes: lengths.map((length, index): Scene => {
    const before = lengths[index - 1] ?? 0
    const join = Math.min(longestJoin, Math.floor(Math.min(length, before) / 2))
    return {
      ...{ number: index + 1, title: '', description: '', narration: [], covers: [] },
      ...{ continuityGroup: null, continuesFrom: null },
      transition: { kind: join > 0 ? 'dissolve' : 'cut', length: frames(join) },
      shots: [
        {
          ...{ id: shotId(index + 1, 0), length: frames(length), picture, prompt: '' },
          overlays: [],
        },
      ],
    }
  }),
})

const briefs = fc
  .record({
    seconds: fc.integer({ min: 5, max: 60 }),
    rate: fc.constantFrom(...rates),
    concept: fc.constantFrom(...concepts),
    pilots: fc.constantFrom(null, 1, 2, 3),
  })
  .map(({ rate, ...wish }) => smallBrief({ ...wish, takes: null, rate: parseRate(rate) }))

/** What the vendors that bill offer, with the keys that open each of their surfaces. */
const live = [
  { vendor: 'luma', key: 'luma-api-1' },
  { vendor: 'luma', key: 'other' },
  { vendor: 'runway', key: 'any' },
].map(({ vendor, key }) => {
  const models = servedBy(catalogueFor('emulated'), () => key)
  return { vendor, key, models, on: videoOffers(models, vendor) }
})

const bottle = {
  concept: readFileSync(join(examples, 'water-bottle.md'), 'utf8'),
  ...{ seconds: 51, pilots: null },
}

describe('the least budget', () => {
  test('reaches the bond of every script the crew writes for a vendor that sells clips', async () => {
    await fc.assert(
      fc.asyncProperty(briefs, fc.constantFrom(...live), async (wish, { vendor, models, on }) => {
        const asked = { ...wish, provider: vendor, funds: 'emulated' as const }
        const brief = { ...asked, budget: leastBudget(asked, on) }
        const items = await writeContract(crew, brief)
        const plan = await draftPlan(crew, models, brief, items)
        for (const pilot of plan.pilots) {
          const wanted = { pilot, scenes: plan.scenes, offers: on }
          const draft = await draftScript(crew, brief, items, wanted)
          for (const offer of on) {
            for (const shot of shotsOf(draft)) takePrice(offer, brief, draft, shot)
          }
          const { script } = affordScript({ catalogue: models }, brief, plan, draft)
          const bond = bondNeeded({ catalogue: models }, brief, script, [])
          expect(bond).toBeLessThanOrEqual(brief.budget)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('reaches the bond of every script the crew writes', async () => {
    await fc.assert(
      fc.asyncProperty(briefs, async (wish) => {
        const brief = withLeast(wish)
        const items = await writeContract(crew, brief)
        const plan = await draftPlan(crew, catalogue, brief, items)
        for (const pilot of plan.pilots) {
          const draft = await draftScript(crew, brief, items, {
            ...{ pilot, scenes: plan.scenes, offers },
          })
          const { script } = affordScript(floor, brief, plan, draft)
          expect(bondNeeded(floor, brief, script, [])).toBeLessThanOrEqual(brief.budget)
        }
      }),
      // Whole frames at 12 a second once left too little of a scene for what is said in it.
      { numRuns: 40, examples: [[smallBrief({ ...bottle, takes: null, rate: parseRate('12') })]] },
    )
  })

  test('reaches the bond of scripts with the shortest shots and the longest transitions', () => {
    fc.assert(
      fc.property(briefs, fc.integer({ min: 0, max: 30 }), (wish, fewer) => {
        const brief = withLeast(wish)
        const shortest = Math.ceil(1.5 * framesPerSecond(brief.rate) - 1e-6)
        const total = framesFromSeconds(brief.seconds, brief.rate)
        const longest = Math.floor(8 * framesPerSecond(brief.rate))
        const most = Math.floor(total / shortest)
        const count = Math.max(Math.ceil(total / longest), most - fewer)
        const lengths = Array.from({ length: count }, () => Math.floor(total / count))
        for (let left = total % count; left > 0; left -= 1) lengths[left] = Math.ceil(total / count)
        const draft = crowdedScript(lengths, Math.round(framesPerSecond(brief.rate)))
        const price = (script: Script): Usd => bondNeeded(floor, brief, script, [])
        const { script } = fitScript(draft, price, brief.budget)
        expect(price(script)).toBeLessThanOrEqual(brief.budget)
      }),
    )
  })

  test('a script that the money reaches is left as it is; one that it does not says what gave', () => {
    const brief = withLeast(smallBrief({ seconds: 12 }))
    const draft = crowdedScript([48, 48, 48])
    const price = (script: Script): Usd => bondNeeded(floor, brief, script, [])
    expect(fitScript(draft, price, parseUsd(5))).toEqual({ script: draft, shrunk: null })
    const fitted = fitScript(draft, price, microUsd(price(draft) - 1))
    expect(fitted.shrunk).toContain('scene 2 by a cut')
    expect(fitted.script.scenes.map(({ transition }) => transition.kind)).toEqual([
      ...['cut', 'cut', 'dissolve'],
    ])
  })
})

test('a take is priced as the vendor will bill it, to the micro-dollar', () => {
  const prices = priceBook(catalogue)
  const video = animaticVideoModel({
    ...{ model: 'animatic/sketch', folder: '/nowhere', ffmpegPath: 'ffmpeg' },
  })
  fc.assert(
    fc.property(briefs, fc.integer({ min: 150, max: 800 }), (brief, hundredths) => {
      const length = framesFromSeconds(hundredths / 100, brief.rate)
      const script = crowdedScript([length, length])
      const [shot] = shotsOf(script)
      if (!shot) throw new Error('no shot')
      const asked = shotOrder({ brief, script, shot, take: 1, test: false })
      const order = { ...asked, firstFrame: null }
      expect(takePrice(prices.model(video.id), brief, script, shot)).toBe(
        prices.price(video.id, video.units(order)),
      )
    }),
  )
})

/** What a shot of 3.5 s in a film of two is shot on, with a vendor's models and so much money free. */
const shotOn = async (
  planned: string,
  models: readonly CatalogueModel[],
  free: string,
  isOtherOnOrder = false,
): Promise<ShotMoney> => {
  const vendor = planned.split('/')[0] ?? ''
  const brief = smallBrief({ provider: vendor, funds: 'emulated', rate: rate24 })
  const script = crowdedScript([84, 84], 0)
  const [shot, other] = shotsOf(script)
  if (!shot || !other) throw new Error('no shot')
  const desk = {
    catalogue: models,
    prices: priceBook([...models, ...catalogueFor('emulated')].toReversed()),
    ledger: { available: async () => parseUsd(free) },
  }
  const pilot: Pilot = {
    ...{ id: 'p1', name: '', approach: '', tier: 'animated', model: planned, style: '' },
    ...{ takesPerShot: 2, pace: 'steady', testBudget: zeroUsd, filmQuote: zeroUsd },
  }
  const onOrder = new Set(isOtherOnOrder ? [other.id] : [])
  const question = { production: 'r', brief, script, pilot, shot, takes: [], wanted: 2, onOrder }
  return affordShot(desk, question)
}

describe('the money for a shot of a vendor that sells clips', () => {
  const luma = live.find(({ key }) => key === 'luma-api-1')?.models ?? []

  test('counts the whole clip of this shot, and of the others what it costs beyond the bond', async () => {
    // Two takes cost $0.60; the other shot $0.15 on top of its bond.
    expect(await shotOn('luma/ray-3.2', luma, '0.75')).toMatchObject({ takes: 2, shrunk: null })
    expect(await shotOn('luma/ray-3.2', luma, '0.749999')).toMatchObject({ takes: 1 })
    expect(await shotOn('luma/ray-3.2', luma, '0.449999')).toMatchObject({
      ...{ model: 'luma/ray-3.2-540p', takes: 2 },
      shrunk: expect.stringContaining('instead of luma/ray-3.2'),
    })
  })

  test('keeps nothing back for a shot that is on order: its money is held', async () => {
    expect(await shotOn('luma/ray-3.2', luma, '0.60', true)).toMatchObject({
      ...{ model: 'luma/ray-3.2', takes: 2, shrunk: null },
    })
  })

  test('is not decided on another model when the planned one cannot be ordered any more', async () => {
    const lost = shotOn('luma/ray-2', luma, '9')
    await expect(lost).rejects.toMatchObject({ code: 'not-available' })
    const lifecycle = { state: 'retired', on: '2027-01-01', reason: '', substitute: '' } as const
    const retired = luma.map((model) =>
      model.id === 'luma/ray-3.2' ? { ...model, lifecycle } : model,
    )
    const gone = shotOn('luma/ray-3.2', retired, '9')
    await expect(gone).rejects.toMatchObject({ code: 'model-retired' })
  })
})

test('a bond that is refused is told in words, with what stands in the way and what to do', () => {
  const refused = { kind: 'refused', cap: parseUsd('0.13'), available: parseUsd('0.13') } as const
  const run = { production: 'fox', orders: [] }
  const budget = whyNoBond(microUsd(130_001), { ...refused, scope: 'production' }, run)
  expect(budget).toContain('at least $0.131, ')
  expect(budget).toContain('budget fox --raise-to USD')
  expect(budget).not.toMatch(/[{}]/)
  expect(whyNoBond(parseUsd(2), { ...refused, scope: 'day' }, run)).toContain(
    'config set dayCapUsd USD',
  )
  const overrun = { kind: 'blocked-by-overrun', overrun: parseUsd(1) } as const
  expect(whyNoBond(parseUsd(2), overrun, run)).toMatch(
    /\$1\.00 over its hold.*budget fox --raise-to/,
  )
  const dear = fakeOrder('fox/p1/video/1A/1', { billed: parseUsd('1.3') })
  expect(whyNoBond(parseUsd(2), overrun, { ...run, orders: [dear] })).toContain(
    'order fox/p1/video/1A/1 to animatic/painted was quoted at $0.30 and billed $1.30, $1.00 over',
  )
})
