import { describe, expect, it } from 'vitest'
import { atFoxOrders, foxOrders, parkedKey } from '../../test/support/at-fox-orders.ts'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import type { Order } from '../domain/order.ts'
import {
  orderListSchema,
  reconciledSchema,
  resolvedSchema,
  shownOrderSchema,
} from './json-orders.ts'

const key = parkedKey

describe('the command line on orders', () => {
  const { at, run, leave, filmOf } = atFoxOrders(foxOrders)

  it('lists what is open, what waits for a person, or all', async () => {
    const keys = async (...flags: readonly string[]): Promise<readonly string[]> => {
      const [line] = (await run('orders', 'list', ...flags, '--json')).json()
      return orderListSchema.parse(line).orders.map((order) => order.key)
    }
    expect(await keys()).toEqual([key, 'fox/p1/video/1B/1'])
    expect(await keys('fox', '--open')).toEqual([key, 'fox/p1/video/1B/1'])
    expect(await keys('--parked')).toEqual([key])
    expect(await keys('--all')).toHaveLength(3)
    expect(await keys('fox', '--all')).toHaveLength(3)
    const { out } = await run('orders', 'list')
    expect(out).toMatch(/12C\/3 +parked +animatic\/painted +\$0\.30/)
    expect((await run('orders', 'list', '--all', '--parked')).code).toBe(2)
    at.fake.orders.splice(0)
    expect((await run('orders', 'list')).out).toBe('Nothing is on order.\n')
    expect((await run('orders', 'list', '--parked')).out).toBe('No order waits for you.\n')
  })

  it('footage that is paid and has no place is listed with what gives it one', async () => {
    const late = fakeOrder('owl/p1/video/1A/1', { production: 'owl', state: 'delivered' })
    at.fake.orders.splice(0, at.fake.orders.length, late)
    at.fake.productions.set('owl', fakeProduction('owl', { state: 'cancelled' }))
    at.fake.unplaced.add(late.key)
    const way = 'To give it its place: npx --no-install claude-studio orders reconcile owl'
    for (const words of [['list'], ['list', 'owl'], ['show', late.key]]) {
      expect((await run('orders', ...words)).out, words.join(' ')).toContain(way)
    }
    const { code, out } = await run('orders', 'reconcile', 'owl')
    expect([code, at.fake.calls]).toEqual([0, [`reconcile ${late.key}`]])
    expect(out).toContain('takes list owl')
    at.fake.directed.add('owl')
    expect((await run('orders', 'list')).out).not.toContain('place')
  })

  it('orders of a run that is deleted are listed, and marked', async () => {
    at.fake.orders.push(fakeOrder('owl/p1/video/1A/1', { production: 'owl', state: 'delivered' }))
    const [line] = (await run('orders', 'list', '--all', '--json')).json()
    const deleted = orderListSchema.parse(line).orders.filter(({ isRunDeleted }) => isRunDeleted)
    expect(deleted.map((order) => order.key)).toEqual(['owl/p1/video/1A/1'])
    const { out } = await run('orders', 'list', '--all')
    expect(out.match(/run deleted/g)).toHaveLength(1)
    Object.assign(at.fake.studio.productions, { removal: async () => ({ isDone: true }) })
    expect((await run('orders', 'list', 'owl', '--all')).code).toBe(0)
    expect((await run('orders', 'reconcile', 'owl')).code).toBe(0)
  })

  it('offers no command that the run of an order would refuse', async () => {
    for (const state of ['cancelled', 'wrapped'] as const) {
      leave(state)
      const { out } = await run('orders', 'show', key)
      expect(out).toContain('--write-off')
      expect(out).not.toContain('--resubmit')
      const late = (await run('orders', 'show', '1B/1')).out
      expect(late).toContain('orders reconcile fox')
      expect(late).toMatch(/^ {2}job +j1$/m)
    }
    leave('waiting-for-order')
    at.fake.orders.push(fakeOrder('fox/crew/llm/plan/1', { port: 'llm' }))
    const { out } = await run('orders', 'show', 'plan/1')
    expect(out).toContain('--resubmit')
    expect(out).not.toContain('--adopt')
  })

  it('shows an order by the end of its key, with what can be done', async () => {
    const { out } = await run('orders', 'show', '12c/3')
    expect(out).toContain(`Order ${key} · parked`)
    expect(out).toContain('the line went dead')
    expect(out).toContain('a fox in the snow')
    expect(out).toContain(`orders resolve ${key} --adopt JOB`)
    const [line] = (await run('orders', 'show', '1A/1', '--json')).json()
    const shown = { key: 'fox/p1/video/1A/1', state: 'delivered', quotedUsd: 0.3 }
    expect(shownOrderSchema.parse(line)).toMatchObject({ ...shown, reply: null })
  })

  it('shows in order and run why it was sent again', async () => {
    const text = `Order ${key} did not arrive at luma and is not paid (the line went dead): it may be sent again.`
    at.fake.events.set('fox', [
      { seq: 1, at: '2026-11-23T10:00:00.000Z', event: 'note', body: { text, order: key } },
      { seq: 2, at: '2026-11-23T10:00:00.000Z', event: 'note', body: { text: 'Another note.' } },
    ])
    const { out } = await run('orders', 'show', '12c/3')
    expect(out).toContain(`2026-11-23 10:00:00 ${text}`)
    expect(out).not.toContain('Another note.')
    expect((await run('orders', 'show', 'fox/p1/video/1A/1')).out).not.toContain('did not arrive')
    const shown = (await run('runs', 'show', 'fox')).out
    expect(shown).toContain(`Orders that did not arrive\n  ${text}`)
    expect(shown).not.toContain('Another note.')
  })

  it('shows what a language model answered: its first lines, and all of it for programs', async () => {
    const text = `I would rather not.\u001b[2J\n${'line\n'.repeat(40)}the end`
    const output = { text }
    at.fake.orders.push(
      fakeOrder('fox/crew/llm/plan/1', { port: 'llm', state: 'delivered', output }),
    )
    const { out } = await run('orders', 'show', 'plan/1')
    expect(out).toMatch(/reply +I would rather not\./)
    expect(out).toContain('--json shows it whole')
    expect(out).not.toContain('the end')
    expect(out).not.toContain('\u001b')
    const [line] = (await run('orders', 'show', 'plan/1', '--json')).json()
    expect(shownOrderSchema.parse(line).reply).toBe(text)
    const [listed] = (await run('orders', 'list', '--all', '--json')).json()
    expect(orderListSchema.parse(listed).orders).toHaveLength(4)
  })

  it('names the place where a parked order is looked for, and does not send back to itself', async () => {
    at.fake.orders.splice(0, 3, fakeOrder(key, { model: 'runway/gen4.5', funds: 'real' }))
    const { out } = await run('orders', 'show', key)
    expect(out).toContain('Look for it in the developer portal, dev.runwayml.com')
    expect(out).not.toContain('orders show')
    at.fake.orders.splice(0, 1, fakeOrder(key, { model: 'luma/ray-3.2', funds: 'real' }))
    expect((await run('orders', 'show', key)).out).toContain("Look for it on Luma's site")
  })

  it('says of an order whose answer was lost what happens to it, and when', async () => {
    const lost = {
      state: 'unknown',
      funds: 'real',
      submittedAt: '2026-11-30T10:00:00.000Z',
    } as const
    at.fake.orders.splice(0, 3, fakeOrder(key, { ...lost, model: 'luma/ray-2' }))
    const listed = (await run('orders', 'show', key)).out
    expect(listed).toContain('orders reconcile fox')
    expect(listed).toContain('proves something from 2026-11-30 10:07 UTC on: then it is adopted')
    at.fake.orders.splice(0, 1, fakeOrder(key, { ...lost, model: 'runway/gen4.5' }))
    expect((await run('orders', 'show', key)).out).toContain('no list of jobs: it waits for you')
  })

  it('says of a test of a provider what helps, and never to resume it', async () => {
    const isTest = { state: 'waiting-for-order', isTest: true, reason: 'it is made' } as const
    at.fake.productions.set('fox', fakeProduction('fox', isTest))
    const told = await Promise.all(
      [
        ['runs', 'list'],
        ['orders', 'list'],
        ['orders', 'show', '1B/1'],
        ['budget', 'fox'],
      ].map((words) => run(...words)),
    )
    for (const { out } of told) {
      expect(out).toContain('orders reconcile fox')
      expect(out).not.toMatch(/runs (resume|continue)/)
    }
    expect((await run('orders', 'show', key)).out).not.toContain('resubmit')
    expect((await run('runs', 'resume', 'fox')).err).toContain('orders reconcile fox')
  })

  it('an order that has not left names what its run needs, unless somebody works on it', async () => {
    leave('running')
    at.fake.interrupted.add('fox')
    at.fake.orders.splice(0, 9, fakeOrder(key, { state: 'held', reason: '' }))
    const words = [
      ['orders', 'list'],
      ['orders', 'show', key],
      ['orders', 'reconcile', 'fox'],
    ]
    const told = async (): Promise<readonly string[]> =>
      Promise.all(words.map(async (one) => (await run(...one)).out))
    for (const out of await told()) expect(out).toMatch(/when it goes on: .* runs resume fox\n/)
    leave('paused', 'render')
    for (const out of await told()) expect(out).toMatch(/free the money: .* runs cancel fox\n/)
    leave('running')
    at.fake.interrupted.delete('fox')
    at.fake.directed.add('fox')
    for (const out of await told()) expect(out).not.toContain('claude-studio runs')
    expect(at.fake.calls).toEqual([])
  })

  it('an order of a test that was cut off before it was sent is let go by reconciling', async () => {
    const isTest = { state: 'running', isTest: true } as const
    at.fake.productions.set('fox', fakeProduction('fox', isTest))
    at.fake.orders.splice(0, 3, fakeOrder(key, { state: 'held', submissions: 0, reason: '' }))
    expect((await run('orders', 'show', key)).out).not.toContain('orders reconcile')
    expect((await run('orders', 'reconcile')).out).toContain('No order is with a vendor')
    at.fake.interrupted.add('fox')
    expect((await run('orders', 'show', key)).out).toContain('Let it go: npx --no-install')
    expect((await run('orders', 'list')).out).toContain('orders reconcile fox')
    await run('orders', 'reconcile')
    await run('orders', 'reconcile', 'fox')
    expect(at.fake.calls).toEqual([`reconcile ${key}`, `reconcile ${key}`])
  })

  it('a test that was cut off before it ordered anything is ended by reconciling', async () => {
    at.fake.orders.splice(0)
    const add = (id: string): void => {
      at.fake.productions.set(id, fakeProduction(id, { state: 'running', isTest: true }))
    }
    for (const id of ['test-1', 'test-2']) add(id)
    await run('orders', 'reconcile', 'test-1')
    expect(at.fake.calls).toEqual([])
    for (const id of ['test-1', 'test-2']) at.fake.interrupted.add(id)
    const { code, out } = await run('orders', 'reconcile', 'test-1')
    expect([code, at.fake.calls]).toEqual([0, ['settle test-1']])
    expect(out).toContain('Test test-1 is failed: it was cut off')
    add('test-3')
    at.fake.interrupted.add('test-3')
    at.fake.orders.push(fakeOrder('test-3/rig/video/test/1', { production: 'test-3' }))
    await run('orders', 'reconcile')
    expect(at.fake.calls.slice(1, 2)).toEqual(['settle test-2'])
    expect(at.fake.calls).not.toContain('settle test-3')
  })

  it('tests of providers are counted in the list of runs, and listed when that is asked for', async () => {
    const test = fakeProduction('test-1', { state: 'wrapped', isTest: true })
    at.fake.productions.set('test-1', test)
    const { out } = await run('runs', 'list')
    expect(out).not.toContain('test-1')
    expect(out).toContain('1 test of a provider left out: --tests lists them too.')
    const [few] = (await run('runs', 'list', '--json')).json()
    expect(few).toMatchObject({ runs: [{ productionId: 'fox' }], testsLeftOut: 1 })
    const all = await run('runs', 'list', '--tests')
    expect(all.out).toContain('test-1')
    expect(all.out).not.toContain('left out')
    const [whole] = (await run('runs', 'list', '--tests', '--json')).json()
    expect(whole).toMatchObject({ runs: [{ isTest: true }, { isTest: false }], testsLeftOut: 0 })
  })

  it('an ending of several orders, or of none, is refused by name', async () => {
    at.fake.orders.push(fakeOrder('fox/p2/video/12C/3'))
    const two = await run('orders', 'show', '12C/3')
    expect([two.code, two.err]).toEqual([2, expect.stringContaining(`${key} or fox/p2/video/`)])
    const none = await run('orders', 'show', '7Z/1')
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('no order "7Z/1"')])
  })

  it('asks the vendors about what may be with them, and says which run goes on', async () => {
    const { out } = await run('orders', 'reconcile')
    expect(at.fake.calls).toEqual([`reconcile ${key} fox/p1/video/1B/1`])
    expect(out).toContain(`${key}: parked → delivered`)
    expect(out).toContain('runs resume fox')
    const [line] = (await run('orders', 'reconcile', 'fox', '--json')).json()
    expect(reconciledSchema.parse(line).orders).toMatchObject([{ before: 'parked' }, {}])
  })

  it('adopting goes on with the run that waited, to its own exit code', async () => {
    at.fake.play = async () => 'waiting-for-order'
    const { code, json } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9', '--json')
    expect(at.fake.calls).toEqual([`adopt ${key} j9`, 'run fox'])
    expect(code).toBe(4)
    const [first, ...rest] = json()
    expect(resolvedSchema.parse(first)).toMatchObject({ decision: 'adopt', shelved: [] })
    expect(rest.at(-1)).toMatchObject({ event: 'production-waiting', state: 'waiting-for-order' })
  })

  it('adopting says into a pipe too what it waits for', async () => {
    const { out } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9')
    expect(out).toMatch(/^Job j9 is taken for order fox\S+; waiting for animatic\/painted until/)
  })

  it('a run that somebody works on takes an adopted order up by itself', async () => {
    at.fake.directed.add('fox')
    const { code, out } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9')
    expect([code, at.fake.calls]).toEqual([0, [`adopt ${key} j9`]])
    expect(out).toContain('takes it up by itself')
  })

  it('what is sent again for a run that does not go on by itself speaks of no other spending', async () => {
    leave('paused')
    const { err } = await run('orders', 'resolve', '12C/3', '--resubmit')
    expect(err).toContain('may be paid twice')
    expect(err).not.toContain('goes on')
  })

  it('an ending means the order that waits, where another film has one of that ending', async () => {
    at.fake.orders.push(
      fakeOrder('owl/p1/video/12C/3', { state: 'delivered', production: 'owl' }),
      fakeOrder('elk/p1/video/12C/3', { state: 'accepted', production: 'elk' }),
    )
    await run('orders', 'resolve', '12C/3', '--adopt', 'j9')
    expect(at.fake.calls[0]).toBe(`adopt ${key} j9`)
  })

  it('asking nobody is a failure', async () => {
    const reconcile = async (orders: readonly Order[]) =>
      orders.map((order) => ({ order, before: order.state, note: 'no key', isAsked: false }))
    Object.assign(at.fake.studio.driver.orders, { reconcile })
    expect((await run('orders', 'reconcile')).code).toBe(1)
    const moved = async (orders: readonly Order[]) =>
      orders.map((order) => ({
        ...{ order, before: 'submitting' as const, note: null, isAsked: false },
      }))
    Object.assign(at.fake.studio.driver.orders, { reconcile: moved })
    expect((await run('orders', 'reconcile')).code).toBe(0)
  })

  it('cancelling tells what stays held for orders at vendors, and how that is freed', async () => {
    at.fake.orders.splice(0, 1, fakeOrder(key, { model: 'runway/gen4.5' }))
    const { code, out } = await run('runs', 'cancel', 'fox')
    expect(code).toBe(0)
    expect(out).toMatch(
      /\$0\.30 stays held for 1 order at vendors, and is settled when.*:\n.*orders reconcile fox\n/,
    )
    expect(out).toMatch(/\$0\.30 stays held for 1 order of which nobody.*told by:\n/)
    expect(out).toContain(`  npx --no-install claude-studio orders show ${key}\n`)
    expect((await run('runs', 'cancel', 'fox', '--json')).json()).toEqual([
      { event: 'run-cancelled', productionId: 'fox', heldUsd: 0.6 },
    ])
    at.fake.orders.splice(0)
    expect((await run('runs', 'cancel', 'fox')).out).not.toContain('held')
  })

  it('deleting tells what stays held, before and after, and how that is freed', async () => {
    const { code, err } = await run('runs', 'delete', 'fox')
    expect([code, at.fake.calls]).toEqual([2, []])
    expect(err).toMatch(/Add --yes to do it\.\s+\$0\.30 stays held.*\n.*orders reconcile fox\n/)
    expect(err).toContain(`orders show ${key}`)
    const { out } = await run('runs', 'delete', 'fox', '--yes')
    expect(out).toMatch(/is deleted.*\n\$0\.30 stays held.*\n.*orders reconcile\n/)
  })

  it('one order is asked about by its key, or the end of it', async () => {
    await run('orders', 'reconcile', '12C/3')
    await run('orders', 'reconcile', 'fox/p1/video/1B/1')
    expect(at.fake.calls).toEqual([`reconcile ${key}`, 'reconcile fox/p1/video/1B/1'])
  })

  it.each([
    [['--without', '12c, 13A']],
    [['--without', '12C', '--without', '13A']],
    [['--without', '12C,13A', '--until', 'cut', '--without', '12C']],
  ])('a run goes on without shots that are named: %j', async (flags) => {
    filmOf('12C', '13A', '14A')
    const { code, err } = await run('runs', 'continue', 'fox', ...flags)
    const until = flags.includes('--until') ? 'cut' : 'null'
    expect([code, err]).toEqual([0, ''])
    expect(at.fake.calls).toEqual([`continue fox ${until} without 12C 13A`])
    const bad = await run('runs', 'continue', 'fox', '--without', '12C-3')
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('"12C-3" is not a shot')])
  })

  it('a run that waits for an order ends with 4, and says where to look', async () => {
    at.fake.play = async () => 'waiting-for-order'
    const { code, out } = await run('runs', 'resume', 'fox')
    expect(code).toBe(4)
    expect(out).toContain('Waiting for a person')
    expect(out).toContain('orders list fox\n')
  })

  it('a run whose orders are still being made ends with 4, and asks nothing of a person', async () => {
    at.fake.play = async () => 'waiting-for-vendor'
    const { code, out } = await run('runs', 'resume', 'fox')
    expect(code).toBe(4)
    expect(out).toContain('Waiting for the vendor')
    expect(out).toMatch(/next +npx --no-install claude-studio runs resume fox\n/)
  })
})
