import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { priceBook } from '../budget/price-book.ts'
import { catalogue } from '../catalogue.ts'
import type { BriefRequest } from '../cli/brief/brief-request.ts'
import { completeBrief } from '../cli/brief/complete-brief.ts'
import { parseUsd, sumUsd, zeroUsd } from '../domain/money.ts'
import { tiers } from '../domain/tier.ts'
import type { VendorMeasure } from '../domain/vendor-measure.ts'
import { understudy } from '../providers/understudy/understudy.ts'
import { type QuoteParts, quoteBrief } from './quote.ts'

const prices = priceBook(catalogue)

const unmeasured: QuoteParts['pace'] = ({ limits }) => ({ slots: limits.slots, measure: null })

const quoted = (
  request: BriefRequest,
  freeBytes = 1e12,
  crewPrice = zeroUsd,
  pace: QuoteParts['pace'] = unmeasured,
) => {
  const brief = { ...completeBrief(request, catalogue), seeds: [], musicHash: null }
  const vault = { disk: async () => ({ id: -1, freeBytes }) }
  const runCrew = { model: 'understudy/rules', price: () => crewPrice }
  const shelf = { clips: async () => [] }
  const parts = { vault, shelf, catalogue, prices, crewModel: understudy(), runCrew, pace }
  return quoteBrief(brief, tmpdir(), parts)
}

describe('a quote', () => {
  it.each([
    { concept: 'A lake', budget: 10, takes: 5, pilots: 4, tier: 'photorealistic' },
    { concept: 'A fox crosses a snowy city at night', budget: 3, duration: 20 },
    { concept: 'A cat on a boat', budget: 1, duration: 5, pilots: 1 },
    { concept: 'A harbor day', budget: 0.2, duration: 10 },
  ])('adds up to the most that can be spent, which no budget is exceeded by: %j', async (asked) => {
    const { lines, planned, total, bond, least } = await quoted(asked)
    expect(sumUsd(...lines.map(({ amount }) => amount))).toBe(total)
    expect(total).toBeLessThanOrEqual(parseUsd(asked.budget))
    expect(planned).toBeLessThanOrEqual(total)
    expect(bond).toBeLessThanOrEqual(least)
    expect(bond).toBeGreaterThan(0)
    for (const { amount } of lines) expect(amount).toBeGreaterThanOrEqual(0)
  })

  it('is not given for a film that the disk has no room for', async () => {
    await expect(quoted({ concept: 'A lake' }, 1_000_000)).rejects.toMatchObject({
      code: 'disk-full',
    })
  })

  it('says what a vendor makes of the lengths of shots, and of a shape it has not', async () => {
    const film = { concept: 'A lake', budget: 20, duration: 10, audio: 'none', pilots: 1 }
    const square = { ...film, provider: 'runway', aspect: '1:1', tier: 'animated' }
    const { plan, warnings } = await quoted(square)
    expect(warnings).toEqual(['runway/gen4.5 makes 16:9; the picture is cropped to 1:1.'])
    expect(plan).toContain(
      'runway/gen4.5 makes clips of 2–10 s, whole: each shot is ordered and paid for as the shortest that holds it, and cut to length.',
    )
    expect((await quoted({ ...square, aspect: '9:16' })).warnings).toEqual([])
    expect((await quoted(film)).plan.join()).not.toContain('makes clips of')
    await expect(quoted({ ...square, tier: 'photorealistic' })).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringMatching(/makes 16:9 or 9:16, .* for a film of 1:1\. Nothing/),
    })
  })

  it('says how long clips take at a vendor that was measured, and nothing of one that was not', async () => {
    const film = { concept: 'A lake', budget: 20, duration: 10, audio: 'none', pilots: 1 }
    const asked = { ...film, provider: 'runway', tier: 'animated' }
    const measure: VendorMeasure = {
      account: 'mine',
      ...{ vendor: 'runway', model: 'runway/gen4.5', funds: 'real', hour: 14, slots: 3 },
      ...{ isLimit: true, perMinute: null, queueMs: 12_000, makeMs: 48_000, clips: 3 },
      measuredAt: '2026-11-30T14:05:00.000Z',
    }
    const { plan, models } = await quoted(asked, 1e12, zeroUsd, () => ({ slots: 3, measure }))
    expect(models).toEqual(['runway/gen4.5'])
    const shots = Number(/the (\d+) planned of a film/.exec(plan.join())?.[1])
    expect(shots).toBeGreaterThan(0)
    const minutes = Math.ceil(shots / 3)
    expect(plan).toContain(
      `runway/gen4.5: a clip is 12 s in the queue and 48 s in the making, as measured at 14 h UTC on 2026-11-30: the ${shots} planned of a film, 3 at once, take ${minutes} min 00 s or longer.`,
    )
    expect((await quoted(asked)).plan.join()).not.toContain('in the queue')
  })

  it('names only the stand-ins that the film needs', async () => {
    const named = async (audio: string) =>
      (await quoted({ concept: 'A lake', audio })).lines.find(({ amount }) => amount === 0)?.label
    expect(await named('full')).toBe('crew, voice and music (stand-ins)')
    expect(await named('voice')).toBe('crew and voice (stand-ins)')
    expect(await named('none')).toBe('crew (stand-ins)')
  })

  it('counts the test of the pilot whose film is shot in its film, and says so', async () => {
    const { lines, plan } = await quoted({ concept: 'A lake', budget: 5, pilots: 3, duration: 20 })
    const tests = lines.filter(({ label }) => label.startsWith('test of pilot'))
    const films = lines.filter(({ label }) => label.startsWith('film by pilot'))
    expect(films).toHaveLength(1)
    expect(films[0]?.label).toMatch(/; its test, scenes? [\d, ]+, is part of it$/)
    const pilots = plan.filter((line) => /^p\d "/.test(line))
    expect(tests).toHaveLength(pilots.length - 1)
    const alone = await quoted({ concept: 'A lake', budget: 5, pilots: 1 })
    expect(alone.lines.map(({ label }) => label).join()).not.toContain('test')
  })

  it('says whose script the price of a film is of', async () => {
    const asked = { concept: 'A lake', budget: 5, pilots: 1 }
    expect((await quoted(asked)).plan[0]).toMatch(/ \d+ shots?\. Film as written \$\d+\.\d+\.$/)
    const paid = await quoted(asked, 1e12, parseUsd('0.3'))
    expect(paid.plan[0]).toMatch(/ Film as the offline crew would write it \$\d+\.\d+\.$/)
  })

  it.each(tiers)(
    'keeps the tier %s that is asked for, or is refused with the least for it',
    async (tier) => {
      const asked = { concept: 'A fox', tier, duration: 6 }
      const poor = quoted({ ...asked, budget: 0.05 })
      await expect(poor).rejects.toThrow(new RegExp(`in the tier ${tier} of 6 s .* least budget`))
      const least = /works is \$([\d.]+)\./.exec(String(await poor.catch(String)))?.[1] ?? ''
      const { plan } = await quoted({ ...asked, budget: least })
      expect(plan.join(' ')).not.toContain('instead of')
      expect(plan[0]).toContain(`(${tier}, `)
    },
  )

  it('warns of takes and pilots that the budget does not pay for, and tells what is really done', async () => {
    const asked = { concept: 'A fox', duration: 6, takes: 5, pilots: 4, budget: 0.3 }
    const { plan, warnings } = await quoted(asked)
    expect(warnings).toEqual([
      expect.stringMatching(/^4 pilots were asked for and [12] (is|are) tried/),
      expect.stringMatching(/^5 takes of each shot were asked for; .* pays for [12]\.$/),
    ])
    const [, takes] = /pays for (\d)\.$/.exec(warnings[1] ?? '') ?? []
    expect(plan[0]).toMatch(new RegExp(` ${takes} takes? of each shot\\.`))
    expect(plan.join(' ')).not.toMatch(/5 takes of each|1 shots/)
    expect((await quoted({ ...asked, takes: 1, pilots: 1, budget: 5 })).warnings).toEqual([])
  })
})
