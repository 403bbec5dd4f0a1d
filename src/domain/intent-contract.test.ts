import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContractItem, IntentContract } from './intent-contract.ts'
import { contractItemKinds, contractText, intentScore } from './intent-contract.ts'

const items: fc.Arbitrary<readonly ContractItem[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...contractItemKinds),
      claim: fc.string(),
      words: fc.array(fc.string(), { maxLength: 3 }),
      weight: fc.integer({ min: 1, max: 100 }).map((weight) => weight / 100),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => all.map((item, index) => ({ ...item, id: `i${index + 1}` })))

const contract = (all: readonly ContractItem[]): IntentContract => ({
  ...{ schema: 'intent-contract@1', items: all, hash: '' },
})

const whole = (ids: ReadonlySet<string>): ReadonlyMap<string, number> =>
  new Map([...ids].map((id) => [id, 1]))

const wishes = (all: readonly ContractItem[]): ReadonlyMap<string, number> =>
  new Map(all.filter(({ kind }) => kind !== 'must-not').map(({ id }) => [id, 1]))

test('a film that shows every wish and breaks no ban scores 100, the opposite scores 0', () => {
  fc.assert(
    fc.property(items, (all) => {
      const bans = new Set(all.filter(({ kind }) => kind === 'must-not').map(({ id }) => id))
      expect(intentScore(contract(all), wishes(all), new Set())).toBe(100)
      expect(intentScore(contract(all), new Map(), bans)).toBe(0)
    }),
  )
})

test('showing one more wish never lowers the score, breaking one more ban never raises it', () => {
  fc.assert(
    fc.property(items, fc.nat(), fc.array(fc.nat(), { maxLength: 10 }), (all, pick, shown) => {
      const item = all[pick % all.length]
      if (!item) throw new TypeError('There is at least one item')
      const some = new Set(shown.map((at) => `i${(at % all.length) + 1}`))
      const score = (covered: ReadonlySet<string>, violated: ReadonlySet<string>): number =>
        intentScore(contract(all), whole(covered), violated)
      const more = new Set([...some, item.id])
      expect(score(more, new Set())).toBeGreaterThanOrEqual(score(some, new Set()))
      expect(score(some, more)).toBeLessThanOrEqual(score(some, some))
    }),
  )
})

test('a wish half shown counts by half', () => {
  const wish = {
    id: 'i1',
    kind: 'action',
    claim: 'a woman reads in bed',
    words: [],
    weight: 1,
  } as const
  expect(intentScore(contract([wish]), new Map([['i1', 0.5]]), new Set())).toBe(50)
})

test('a contract without items, or without weight, scores 0 and not NaN', () => {
  expect(intentScore(contract([]), new Map(), new Set())).toBe(0)
})

test('the frozen text is the same for the same items and differs when any word of them does', () => {
  fc.assert(
    fc.property(items, fc.nat(), (all, pick) => {
      const copy = all.map(({ weight, words, claim, kind, id }) => ({
        ...{ weight, words: [...words], claim, kind, id },
      }))
      expect(contractText(copy)).toBe(contractText(all))
      const at = pick % all.length
      const changed = all.map((item, index) =>
        index === at ? { ...item, claim: `${item.claim}!` } : item,
      )
      expect(contractText(changed)).not.toBe(contractText(all))
    }),
  )
})
