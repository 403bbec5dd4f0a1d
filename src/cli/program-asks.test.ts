import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../test/support/fox-film.ts'
import type { RunMode } from '../catalogue.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { Production } from '../domain/production.ts'
import type { ShelfClip } from '../domain/shelf.ts'

const key = 'fox/p1/video/1A/3'
const clip = { id: 's-aaaaaaaa' } as unknown as ShelfClip

describe('what may spend real money asks before it does', () => {
  const at = atTerminal()
  const checked: string[] = []
  const left = (state: Production['state'], stage: Production['stage'], mode: RunMode): void => {
    const funds = mode === 'live' ? 'real' : 'emulated'
    at.fake.productions.set('fox', fakeProduction('fox', { state, stage, funds }))
    at.fake.orders.splice(0, 1, fakeOrder(key, { funds }))
    Object.assign(at.fake.studio, {
      mode,
      checkVendors: async (ids: readonly string[]) => {
        checked.push(...ids)
        const standing = { balance: parseUsd('12'), slots: {}, facts: [] }
        return ids.map((vendor) => ({ vendor, standing }))
      },
    })
    Object.assign(at.fake.studio.ledger, { available: async () => parseUsd('1.6') })
  }
  /** What each command would do to the run when it is let. */
  const ways = [
    [['render', 'fox'], 'wrapped', 'learn', 'recut fox'],
    [['retake', 'fox', '1A'], 'wrapped', 'learn', 'retake fox'],
    [['runs', 'resume', 'fox'], 'paused', 'plan', 'run fox'],
    [['runs', 'resume', 'fox'], 'failed', 'pilots', 'run fox'],
    [['runs', 'continue', 'fox'], 'stopped', 'shoot', 'continue fox'],
    [
      ['shelf', 'cast', 's-aaaaaaaa', '--run', 'fox', '--shot', '1A'],
      'wrapped',
      'learn',
      'cast s-aaaaaaaa',
    ],
    [['orders', 'resolve', key, '--adopt', 'j9'], 'waiting-for-order', 'shoot', `adopt ${key} j9`],
    [['orders', 'resolve', key, '--resubmit'], 'waiting-for-order', 'shoot', `resubmit ${key}`],
  ] as const
  beforeEach(() => {
    checked.splice(0)
    wrapFox(at.fake, foxBrief)
    at.fake.clips.push(clip)
    const [scene] = (at.fake.documents.get('fox/script/p1') as { scenes: object[] }).scenes
    const shots = [{ id: '1A', length: 48, transitionIn: { kind: 'cut', length: 0 } }]
    const script = { ...(at.fake.documents.get('fox/script/p1') as object), pilot: 'p1' }
    at.fake.documents.set('fox/script/p1', { ...script, scenes: [{ ...scene, shots }] })
    at.fake.documents.set('fox/soundtrack/current', { cues: [] })
  })

  it.each(ways)(
    '%j shows what is bought, caps and vendors, and a no changes nothing',
    async (words, state, stage) => {
      left(state, stage, 'live')
      const questions: string[] = []
      const confirm = async (question: string) => {
        questions.push(question)
        return 'no' as const
      }
      const { code, out } = await at.terminal('', { confirm }).run(...words)
      expect([code, at.fake.calls, questions.length]).toEqual([5, [], 1])
      expect(questions[0]).toMatch(/at most \$1\.90|may spend up to \$1\.(90|60)/)
      for (const shown of [
        'Quote for run fox (real money)',
        'bought next: ',
        'at most $1.90: what is left of the budget of $5.00; spent $3.10',
        'cap of this day $25.00',
        ': its key works',
      ]) {
        expect(out).toContain(shown)
      }
      expect(checked).toContain('anthropic')
    },
  )

  it.each(ways)(
    '%j wants --yes where nobody can be asked, and nothing with it',
    async (words, state, stage, call) => {
      left(state, stage, 'live')
      for (const flags of [[], ['--json']]) {
        const { code, err, out } = await at.run(...words, ...flags)
        expect([code, at.fake.calls]).toEqual([2, []])
        expect(`${err}${out}`).toContain('Add --yes')
      }
      await at.run(...words, '--yes')
      expect(at.fake.calls[0]).toContain(call)
    },
  )

  it.each(ways.slice(0, -1))(
    '%j asks nothing of a run whose money is emulated',
    async (words, state, stage, call) => {
      left(state, stage, 'emulated')
      const { out } = await at.run(...words)
      expect(at.fake.calls[0]).toContain(call)
      expect(out).toContain('Quote for run fox (emulated: nothing is charged)')
    },
  )

  it('says what the film still needs, and nothing of shots that are on order or left out', async () => {
    left('stopped', 'shoot', 'live')
    at.fake.takes.splice(0)
    at.fake.orders.splice(0)
    const bought = async (...words: readonly string[]): Promise<string> => {
      const { out } = await at
        .terminal('', { confirm: async () => 'no' })
        .run('runs', 'continue', 'fox', ...words)
      return /bought next: (.*)/.exec(out)?.[1] ?? ''
    }
    expect(await bought()).toMatch(/^1 shot of pilot p1 on animatic\/painted, about \$0\.\d+$/)
    const none = 'no more footage; reviews and cuts by the crew'
    expect(await bought('--without', '1A')).toBe(none)
    const paid = fakeOrder('fox/p1/video/1A/1', { funds: 'real' })
    at.fake.orders.push(paid)
    expect(await bought()).toBe(none)
    at.fake.orders.splice(-1, 1, { ...paid, state: 'delivered', held: zeroUsd })
    expect(await bought()).toBe(none)
    at.fake.orders.splice(-1, 1, { ...paid, state: 'failed', held: zeroUsd })
    expect(await bought()).not.toBe(none)
  })

  it('tells of a cap under which more is reserved than it allows', async () => {
    left('paused', 'shoot', 'live')
    const resumed = async (): Promise<string> =>
      (await at.terminal('', { confirm: async () => 'no' }).run('runs', 'resume', 'fox')).out
    expect(await resumed()).not.toContain('stays so')
    const caps = [{ scope: 'day', funds: 'real', cap: parseUsd('0.1') }] as const
    const money = { settled: parseUsd('0.015'), settledOfDeleted: zeroUsd, held: zeroUsd }
    const day = { day: '2026-11-23', funds: 'real', ...money, bond: parseUsd('1.32') } as const
    Object.assign(at.fake.studio.ledger, { caps: async () => caps, spend: async () => [day] })
    expect(await resumed()).toMatch(
      /! \$1\.335 of this day is already reserved or spent and stays so, over its cap of \$0\.10/,
    )
  })

  it('to bring home a job asks nothing where no run waits for it', async () => {
    left('wrapped', 'learn', 'live')
    expect((await at.run('orders', 'resolve', key, '--adopt', 'j9')).code).toBe(0)
    expect(at.fake.calls).toEqual([`adopt ${key} j9`])
  })

  it('to write off an answer that nobody can be asked about names the account alone', async () => {
    left('waiting-for-order', 'plan', 'live')
    const crew = { port: 'llm', model: 'anthropic/claude-sonnet-4-5', funds: 'real' } as const
    at.fake.orders.push(fakeOrder('fox/crew/llm/plan/1', crew))
    const { err } = await at.run('orders', 'resolve', 'plan/1', '--write-off')
    expect(err).toContain('Say what its account shows with --billed USD')
    expect(err).not.toContain('orders reconcile')
  })

  it('to write off real money of which nobody knows whether it was charged asks, and tells what finds out', async () => {
    left('waiting-for-order', 'shoot', 'live')
    const refused = await at.run('orders', 'resolve', key, '--write-off')
    expect([refused.code, at.fake.calls]).toEqual([2, []])
    expect(refused.err).toMatch(
      /\$0\.30 that is held for it counts as spent.*orders reconcile fox.*--billed/,
    )
    await at.run('orders', 'resolve', key, '--write-off', '--billed', '0')
    expect(at.fake.calls).toEqual([`write-off ${key} 0`])
  })
})
