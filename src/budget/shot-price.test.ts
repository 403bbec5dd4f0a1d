import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallBrief } from '../../test/support/briefs.ts'
import { catalogue } from '../catalogue.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { clipSeconds } from '../domain/clip-seconds.ts'
import { parseUsd, sumUsd } from '../domain/money.ts'
import { frames, framesFromSeconds, framesPerSecond, parseRate, rate24 } from '../domain/time.ts'
import { longestShot, shotLengths } from './shot-lengths.ts'
import { clipPrice, mostFilmPrice, secondPrice, typicalClipPrice } from './shot-price.ts'

const films = catalogue.filter(({ port, limits }) => port === 'video' && !limits.needsFirstFrame)
const named = (id: string): CatalogueModel => {
  const found = catalogue.find((model) => model.id === id)
  if (found) return found
  throw new Error(id)
}

const rates = ['12', '17', '23.976', '24', '25', '29.97', '60']
const briefs = fc
  .record({ seconds: fc.integer({ min: 5, max: 90 }), rate: fc.constantFrom(...rates) })
  .map(({ seconds, rate }) => smallBrief({ seconds, rate: parseRate(rate) }))

/** Shots that a script may have, in frames. */
const legalShots = (brief: Brief, offers: readonly CatalogueModel[]) => {
  const { least, most } = shotLengths(offers, brief.rate)
  const perSecond = framesPerSecond(brief.rate)
  return {
    total: framesFromSeconds(brief.seconds, brief.rate),
    least: Math.ceil(least * perSecond - 1e-6),
    most: Math.floor(most * perSecond + 1e-6),
    handle: framesFromSeconds(0.5, brief.rate),
    transition: framesFromSeconds(1, brief.rate),
  }
}

/** Lengths of shots that fill a film: as wanted, as far as the rest can be filled by other legal shots. */
const filledWith = (
  { total, least, most }: { total: number; least: number; most: number },
  wanted: readonly number[],
): readonly number[] => {
  const isFillable = (left: number): boolean => left === 0 || Math.ceil(left / most) * least <= left
  const lengths: number[] = []
  let left = total
  for (let turn = 0; left > 0; turn += 1) {
    const wish = wanted[turn % wanted.length] ?? least
    const choices = Array.from({ length: most - least + 1 }, (_, index) => least + index)
    const [next] = choices
      .filter((length) => length <= left && isFillable(left - length))
      .toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish))
    if (next === undefined) throw new Error(`${left} frames cannot be filled`)
    lengths.push(next)
    left -= next
  }
  return lengths
}

describe('the price of a clip', () => {
  test.each([
    ['luma/ray-3.2', 3.2, '0.30'],
    ['luma/ray-3.2', 5, '0.30'],
    ['luma/ray-3.2', 5.1, '0.90'],
    ['runway/gen4.5', 3.2, '0.48'],
    ['runway/veo3.1_fast', 3.2, '0.40'],
    ['animatic/painted', 3.25, '0.195'],
  ])('is that of the whole clip that is ordered: %s for %d s', (id, seconds, usd) => {
    const length = framesFromSeconds(seconds, rate24)
    expect(clipPrice(named(id), length, rate24)).toBe(parseUsd(usd))
  })

  test('is none for a length that the model cannot make', () => {
    expect(() => clipPrice(named('luma/ray-2'), frames(217), rate24)).toThrow(
      expect.objectContaining({ code: 'not-available' }),
    )
  })

  test('of a second is what the list says, or the share of a typical clip', () => {
    expect(secondPrice(named('animatic/feature'))).toBe(110_000)
    expect(typicalClipPrice(named('luma/ray-3.2'))).toBe(300_000)
    expect(secondPrice(named('luma/ray-3.2'))).toBe(66_667)
  })
})

describe('the most that a film can cost', () => {
  test('is not exceeded by any legal lengths of its shots, with any model', () => {
    fc.assert(
      fc.property(
        briefs,
        fc.constantFrom(...films),
        fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (brief, model, wishes) => {
          const legal = legalShots(brief, [model])
          const perSecond = framesPerSecond(brief.rate)
          const lengths = filledWith(
            legal,
            wishes.map((seconds) => Math.round(seconds * perSecond)),
          )
          const film = sumUsd(
            ...lengths.map((length) => clipPrice(model, frames(length + legal.handle), brief.rate)),
          )
          expect(film).toBeLessThanOrEqual(mostFilmPrice(brief, model))
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each(['luma/ray-3.2', 'luma/ray-2', 'runway/gen4.5', 'runway/veo3.1_fast'])(
    'is reached by a legal film with %s, so that nobody is asked for more than can be needed',
    (id) => {
      const model = named(id)
      const brief = smallBrief({ seconds: 30, rate: rate24 })
      const legal = legalShots(brief, [model])
      expect(dearest(model, legal)).toBe(mostFilmPrice(brief, model))
    },
  )
})

/** The dearest legal film, by trying all lengths of each shot. */
const dearest = (model: CatalogueModel, legal: ReturnType<typeof legalShots>): number => {
  const price = Array.from({ length: legal.most + 1 }, (_, length) =>
    length < legal.least ? 0 : clipPrice(model, frames(length + legal.handle), rate24),
  )
  const best = [0]
  for (let total = 1; total <= legal.total; total += 1) {
    best[total] = Number.NEGATIVE_INFINITY
    for (let length = legal.least; length <= Math.min(legal.most, total); length += 1) {
      const film = (best[total - length] ?? 0) + (price[length] ?? 0)
      if (film > (best[total] ?? 0)) best[total] = film
    }
  }
  return best[legal.total] ?? 0
}

describe('the lengths of shots', () => {
  test('leave room for spare frames and a transition in the longest clip of every model on offer', () => {
    const offers = fc.subarray([...films], { minLength: 1 })
    fc.assert(
      fc.property(briefs, offers, (brief, some) => {
        const { most, handle, transition } = legalShots(brief, some)
        for (const { limits } of some) {
          const longest = frames(most + handle + transition)
          expect(clipSeconds(limits, longest, brief.rate)).not.toBeNull()
        }
      }),
    )
  })

  test('can fill a film of every length a brief may have, with every vendor', () => {
    const sold = ['luma/ray-3.2', 'luma/ray-2', 'runway/veo3.1', 'animatic/sketch'].map(named)
    for (const model of sold) {
      for (const rate of rates.map(parseRate)) {
        for (let seconds = 5; seconds <= 600; seconds += 1) {
          const { total, least, most } = legalShots(smallBrief({ seconds, rate }), [model])
          expect(Math.ceil(total / most) * least).toBeLessThanOrEqual(total)
        }
      }
    }
  })

  test('are those of the stand-ins as ever, and follow what a vendor makes', () => {
    expect(shotLengths([named('animatic/sketch')], rate24)).toEqual({ least: 1.5, most: 8 })
    expect(shotLengths([named('luma/ray-3.2')], rate24)).toEqual({ least: 2.25, most: 3.5 })
    expect(longestShot([named('luma/ray-3.2')], rate24)).toBe(8.5)
    expect(shotLengths([named('luma/ray-2')], rate24)).toEqual({ least: 2.25, most: 7.5 })
    expect(shotLengths([named('runway/veo3.1')], rate24)).toEqual({ least: 1.75, most: 6.5 })
  })
})
