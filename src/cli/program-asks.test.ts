import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeOrder, fakeProduction, fakeTake } from '../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../test/support/fox-film.ts'
import { catalogue, type RunMode, servedBy } from '../catalogue.ts'
import type { Json } from '../domain/json.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Production } from '../domain/production.ts'
import type { ShelfClip } from '../domain/shelf.ts'
import { notOrdered } from '../domain/take.ts'
import { videoOffers } from '../production/money.ts'

const key = 'fox/p1/video/1A/3'
const crewKey = 'fox/crew/llm/plan/1'
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
        return ids.map((vendor) => ({ vendor, models: [], standing }))
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

  it('what is sent again is bought next, at its vendor, and its risk is told though nobody is asked', async () => {
    left('waiting-for-order', 'shoot', 'live')
    const { out } = await at.run('orders', 'resolve', key, '--resubmit', '--yes')
    expect(out).toContain(`bought next: order ${key} once more, $0.30`)
    expect(out).toContain(`Order ${key} may be paid twice`)
    expect(checked).toContain('animatic/painted')
  })

  it.each(ways.slice(0, -1))(
    '%j asks nothing of a run whose money is emulated',
    async (words, state, stage, call) => {
      left(state, stage, 'emulated')
      const { out } = await at.run(...words)
      expect(at.fake.calls[0]).toContain(call)
      expect(out).toContain('Quote for run fox (emulated: nothing is charged)')
    },
  )

  it.each(['resume', 'continue'])(
    'runs %s asks nothing while a person has to decide about an answer of the crew, and says so',
    async (verb) => {
      const waited = async (fields: Partial<Order>, ...flags: readonly string[]) => {
        left('waiting-for-order', 'plan', 'live')
        at.fake.documents.delete('fox/soundtrack/current')
        const run = at.fake.productions.get('fox') as Production
        const reason = `Order ${crewKey} waits. Look at it: \`npx claude-studio orders show ${crewKey}\`.`
        at.fake.productions.set('fox', { ...run, reason, updatedAt: '2026-11-23T10:02:00.000Z' })
        const closed = { state: 'written-off', funds: 'real', held: zeroUsd, ...fields } as const
        const crew = { port: 'llm', funds: 'real', model: 'anthropic/claude' } as const
        at.fake.orders.splice(0, 9, fakeOrder(key, closed), fakeOrder(crewKey, crew))
        return at.run('runs', verb, 'fox', ...flags)
      }
      const { code, out, err } = await waited({})
      expect([code, err, at.fake.calls]).toEqual([4, '', []])
      expect(out).toContain(`orders show ${crewKey}`)
      expect(out).not.toContain('Quote')
      const ending = (await waited({}, '--json')).json().at(-1)
      expect(ending).toMatchObject({ state: 'waiting-for-order' })
      const since = { updatedAt: '2026-11-23T10:03:00.000Z' }
      const open = { state: 'accepted' } as const
      for (const fields of [since, open]) expect((await waited(fields)).err).toContain('Add --yes')
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
    const script = at.fake.documents.get('fox/script/p1') as { scenes: { shots: object[] }[] }
    const shots = ['1A', '1B'].map((id) => ({ ...script.scenes[0]?.shots[0], id }))
    at.fake.takes.push({ ...fakeTake('p1', '1B-1', 'circled'), orderKey: 'fox/p1/video/1B/1' })
    at.fake.documents.set('fox/script/p1', {
      ...{ ...script, scenes: [{ ...script.scenes[0], shots }] },
    })
    expect(await bought('--without', '1A')).toBe(none)
    at.fake.orders.push(fakeOrder('fox/p1/video/1A/1', { funds: 'real' }))
    expect(await bought()).toBe(none)
  })

  describe('where the money of a film at Luma is short', () => {
    const short = (model: string, luma: string, free: string, bond: string): void => {
      left('stopped', 'shoot', 'live')
      at.fake.takes.splice(0)
      at.fake.orders.splice(0)
      const plan = at.fake.documents.get('fox/plan/current') as { readonly pilots: object[] }
      const pilots = plan.pilots.map((pilot) => ({ ...pilot, model }))
      at.fake.documents.set('fox/plan/current', { ...plan, pilots } as unknown as Json)
      at.fake.briefs.set('fox', { ...foxBrief, provider: 'luma' })
      Object.assign(at.fake.studio, { catalogue: servedBy(catalogue, () => luma) })
      at.fake.kept = { bond: parseUsd(bond), funds: 'real' }
      const cap = { scope: 'production', cap: parseUsd(5), free: parseUsd(free) }
      Object.assign(at.fake.studio.ledger, { freeUnder: async () => [cap] })
    }

    it.each([
      ['luma/ray-3.2', 'luma-api-1', '0', '0.16', 'luma/ray-3.2-540p'],
      ['luma/ray-2', 'other', '0.16', '0', 'luma/ray-flash-2-540p'],
    ])('a film of %s is quoted on what its key opens', async (model, luma, free, bond, cheaper) => {
      short(model, luma, free, bond)
      const { out } = await at
        .terminal('', { confirm: async () => 'no' })
        .run('runs', 'continue', 'fox')
      const [, bought] = /bought next: 1 shot of pilot p1 on (\S+), about/.exec(out) ?? []
      expect(bought, out).toBe(cheaper)
      expect(videoOffers(at.fake.studio.catalogue, 'luma')[0]?.id, 'ordered then').toBe(cheaper)
    })

    it('the raise that is named pays for what its key opens, also where no key is set', async () => {
      short('luma/ray-3.2', '', '0', '0.148')
      const unpaid = { kind: 'missing', reason: notOrdered } as const
      at.fake.takes.push({ ...fakeTake('p1', '1A-1', 'ng'), footage: unpaid })
      const run = at.fake.productions.get('fox') as Production
      at.fake.productions.set('fox', { ...run, state: 'failed' })
      at.fake.documents.delete('fox/soundtrack/current')
      const { out } = await at.run('runs', 'watch', 'fox')
      expect(out).toMatch(/budget fox --raise-to 5\.01, then .*runs resume fox/)
    })
  })

  it('counts no shot that a clip of the shelf is cast for', async () => {
    left('stopped', 'pilots', 'live')
    at.fake.orders.splice(0)
    const plan = at.fake.documents.get('fox/plan/current') as { readonly pilots: Json[] }
    const pilot = { ...(plan.pilots[0] as object), filmQuote: parseUsd('1.5') }
    at.fake.documents.set('fox/plan/current', { ...plan, pilots: [pilot] })
    const bought = async (): Promise<string> => {
      const { out } = await at
        .terminal('', { confirm: async () => 'no' })
        .run('runs', 'continue', 'fox')
      return /bought next: (.*)/.exec(out)?.[1] ?? ''
    }
    at.fake.takes.splice(0)
    expect(await bought()).toMatch(/^the footage of pilot p1 .*as written about \$/)
    const cast = { ...fakeTake('p1', '1A-1', 'circled'), orderKey: 'shelf/s-aaaaaaaa' }
    at.fake.takes.push(cast)
    expect(await bought()).toBe('no footage; 1A is cast; reviews and cuts by the crew')
  })

  it('repeats at the question what the shelf has for shots that are not shot yet', async () => {
    left('stopped', 'shoot', 'live')
    at.fake.takes.splice(0)
    const command = 'npx --no-install claude-studio shelf cast s-aaaaaaaa --run fox --shot p1/1A'
    at.fake.tell('fox', 'shelf-offered', { pilot: 'p1', shot: '1A', clip: 's-aaaaaaaa', command })
    const asked = () =>
      at.terminal('', { confirm: async () => 'no' }).run('runs', 'continue', 'fox')
    expect((await asked()).out).toContain(command)
    at.fake.takes.push(fakeTake('p1', '1A-1', 'circled'))
    expect((await asked()).out).not.toContain(command)
  })

  it('asks nothing where going on buys nothing, because the vendor refused the only shot', async () => {
    left('failed', 'shoot', 'live')
    const orderKey = 'fox/p1/video/1A/1'
    const refused = { state: 'refused', trouble: 'content-refused', held: parseUsd('0') } as const
    at.fake.orders.splice(0, 1, fakeOrder(orderKey, { funds: 'real', ...refused }))
    at.fake.takes.splice(0, 99, { ...fakeTake('p1', '1A-1', 'ng'), orderKey })
    at.fake.documents.set('fox/call-sheet/p1/1A-1', {
      ...{ production: 'fox', pilot: 'p1', slate: '1A-1', test: false, continuesFrom: null },
    })
    const script = at.fake.documents.get('fox/script/p1') as { scenes: { shots: object[] }[] }
    const [scene] = script.scenes
    const shots = scene?.shots.map((shot) => ({ ...shot, prompt: 'a fox' })) ?? []
    at.fake.documents.set('fox/script/p1', { ...script, scenes: [{ ...scene, shots }] })
    const { out } = await at.run('runs', 'resume', 'fox')
    expect(out).not.toContain('bought next')
    expect(at.fake.calls).toEqual(['run fox'])
  })

  it.each([
    ['stopped', ['runs', 'continue', 'fox', '--without', '9Z'], 'has no shot 9Z'],
    ['stopped', ['runs', 'continue', 'fox', '--without', '1A'], 'nothing is left of the film'],
    ['wrapped', ['runs', 'continue', 'fox', '--without', '9Z'], 'has no shot 9Z'],
    ['wrapped', ['runs', 'continue', 'fox', '--without', '1A'], 'retake fox SHOT --prompt'],
    ['stopped', ['shelf', 'cast', 's-aaaaaaaa', '--run', 'fox', '--shot', '9Z'], 'has no shot 9Z'],
  ] as const)(
    'of a %s run %j asks nothing: what is meant is not there',
    async (state, words, why) => {
      left(state, state === 'wrapped' ? 'learn' : 'shoot', 'live')
      if (state === 'stopped') at.fake.takes.splice(0)
      const confirm = () => Promise.reject(new Error('was asked'))
      const { code, err } = await at.terminal('', { confirm }).run(...words)
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain(why)
      expect(err).not.toContain('resume')
    },
  )

  it('tells of a cap under which more is reserved than it allows', async () => {
    left('paused', 'shoot', 'live')
    const resumed = async (): Promise<string> =>
      (await at.terminal('', { confirm: async () => 'no' }).run('runs', 'resume', 'fox')).out
    expect(await resumed()).not.toContain('over its cap')
    const caps = [{ scope: 'day', funds: 'real', cap: parseUsd('0.1') }] as const
    const money = { settled: parseUsd('0.015'), settledOfDeleted: zeroUsd, held: zeroUsd }
    const day = { day: '2026-11-23', funds: 'real', ...money, bond: parseUsd('1.32') } as const
    Object.assign(at.fake.studio.ledger, { caps: async () => caps, spend: async () => [day] })
    expect(await resumed()).toMatch(
      /! \$1\.335 of this day is spent, on order or reserved, over its cap of \$0\.10/,
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
