import { describe, expect, it } from 'vitest'
import { atFoxOrders, foxOrders, parkedKey } from '../../test/support/at-fox-orders.ts'
import { fakeOrder, fakeTake } from '../../test/support/fake-rows.ts'
import { StudioError } from '../domain/errors.ts'
import { frames } from '../domain/time.ts'
import type { AccountJob } from '../ports/vendor-account.ts'

describe('the command line on decisions about bought orders', () => {
  const { at, run, leave, filmOf } = atFoxOrders(() => [])

  it('writing off for a run at work asks first, for that run buys the shot again by itself', async () => {
    at.fake.directed.add('fox')
    const sold = { model: 'luma/ray-2', funds: 'emulated' } as const
    at.fake.orders.push(fakeOrder('fox/p1/video/13A/1', sold))
    const words = ['orders', 'resolve', '13A/1', '--write-off', '--billed', '0'] as const
    const refused = await run(...words)
    expect([refused.code, at.fake.calls]).toEqual([2, []])
    expect(refused.err).toContain(
      'Run fox is at work and buys the shot again by itself, for about $0.30 more',
    )
    const { code, out } = await run(...words, '--yes')
    expect([code, at.fake.calls]).toEqual([0, ['write-off fox/p1/video/13A/1 0']])
    expect(out).toContain('Run fox is at work and buys the shot again by itself.')
  })

  it('writing off asks nothing of the kind where the run is past shooting, or nobody works on it', async () => {
    const sold = { model: 'luma/ray-2', funds: 'emulated' } as const
    at.fake.orders.push(
      fakeOrder('fox/p1/video/13A/1', sold),
      fakeOrder('fox/p1/video/14A/1', sold),
    )
    filmOf('13A', '14A')
    expect((await run('orders', 'resolve', '13A/1', '--write-off', '--billed', '0')).code).toBe(0)
    at.fake.directed.add('fox')
    leave('running', 'render')
    expect((await run('orders', 'resolve', '14A/1', '--write-off', '--billed', '0')).code).toBe(0)
  })

  const sent = {
    model: 'luma/ray-2',
    funds: 'emulated',
    request: { prompt: 'A lake at sunset' },
  } as const
  const jobAt = (job: Partial<AccountJob>) => async (): Promise<AccountJob> => ({
    ...{ job: { id: 'j9', api: 'legacy' }, model: null, prompt: null, createdAt: null },
    ...{ seconds: null, billed: null, status: { state: 'running' } },
    ...job,
  })

  it('adopting a job that asks for something else asks first, and tells the difference', async () => {
    at.fake.orders.push(fakeOrder('fox/p1/video/13A/1', sent))
    const other = jobAt({ model: 'luma/ray-2-1080p', prompt: 'A fox in the snow' })
    Object.assign(at.fake.studio, { jobAt: other })
    const words = ['orders', 'resolve', '13A/1', '--adopt', 'j9'] as const
    const refused = await run(...words)
    expect([refused.code, at.fake.calls]).toEqual([2, []])
    expect(refused.err).toContain('It is of luma/ray-2-1080p, and the order is for luma/ray-2.')
    expect(refused.err).toContain(
      'It asks for "A fox in the snow", and the order asks for "A lake at sunset".',
    )
    expect(refused.err).toContain('Add --yes to adopt it all the same')
    const { code, out } = await run(...words, '--yes')
    expect([code, at.fake.calls[0]]).toEqual([0, 'adopt fox/p1/video/13A/1 j9'])
    expect(out).toContain('is not what order fox/p1/video/13A/1 asked for')
  })

  it('adopting asks nothing where the vendor tells the same, or tells nothing', async () => {
    const [first, second] = ['fox/p1/video/13A/1', 'fox/p1/video/14A/1']
    at.fake.orders.push(fakeOrder(first, sent), fakeOrder(second, sent))
    const same = jobAt({ model: 'luma/ray-2', prompt: 'A  lake at sunset ' })
    Object.assign(at.fake.studio, { jobAt: same })
    expect((await run('orders', 'resolve', first, '--adopt', 'j9')).code).toBe(0)
    Object.assign(at.fake.studio, { jobAt: jobAt({}) })
    expect((await run('orders', 'resolve', second, '--adopt', 'j9')).code).toBe(0)
  })
})

describe('the command line on decisions about orders that wait for a person', () => {
  const key = parkedKey
  const { at, run, leave, filmOf } = atFoxOrders(foxOrders)

  it('a clip that came in after the wrap is offered to the cut', async () => {
    leave('wrapped', 'learn')
    const { out } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9')
    expect(out).toContain('which no cut shows yet')
    expect(out).toContain('takes circle fox p1/1A-1')
    expect(out).toContain('render fox')
  })

  it('a clip that is still being made after the wrap comes home by the command that is named', async () => {
    leave('wrapped', 'learn')
    const order = fakeOrder(key, { state: 'accepted', job: { id: 'j9' } })
    const adopt = async () => ({ order, note: 'animatic/painted is making it', shelved: [] })
    Object.assign(at.fake.studio.driver.orders, { adopt })
    const { out } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9', '--timeout', '1')
    expect(out).toContain('is accepted')
    expect(out).toMatch(/brings it home: .*orders reconcile fox\n/)
    at.fake.productions.delete('fox')
    expect((await run('orders', 'resolve', key, '--adopt', 'j9')).out).toMatch(
      /brings it home: .*orders reconcile\n/,
    )
  })

  it('what cannot be decided like that is refused before anybody is asked', async () => {
    const requireOpen = async (order: string, decision: string) => {
      throw new StudioError({ code: 'bad-input', message: `${order} takes no ${decision}.` })
    }
    Object.assign(at.fake.studio.driver.orders, { requireOpen })
    const confirm = async () => {
      throw new Error('nobody is asked')
    }
    const { run } = at.terminal('', { confirm })
    expect(await run('orders', 'resolve', '12C/3', '--resubmit')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining(`${key} takes no resubmit.`) },
    })
    expect((await run('orders', 'resolve', '12C/3', '--write-off')).err).toContain('no write-off.')
    expect(at.fake.calls).toEqual([])
  })

  it('sending again asks, and needs --yes where nobody can be asked', async () => {
    const refused = await run('orders', 'resolve', '12C/3', '--resubmit')
    expect([refused.code, at.fake.calls]).toEqual([2, []])
    expect(refused.err).toContain('may be paid twice')
    expect(refused.err).toContain('Run fox then goes on by itself and may spend up to $1.60')
    const no = await at
      .terminal('', { confirm: async () => 'no' })
      .run('orders', 'resolve', '12C/3', '--resubmit')
    expect([no.code, no.out, at.fake.calls]).toEqual([5, 'Nothing was changed.\n', []])
    const gone = await at
      .terminal('', { confirm: async () => 'interrupted' })
      .run('orders', 'resolve', '12C/3', '--resubmit')
    expect([gone.code, gone.out, at.fake.calls]).toEqual([130, 'Nothing was changed.\n', []])
    await at
      .terminal('', { confirm: async () => 'yes' })
      .run('orders', 'resolve', '12C/3', '--resubmit')
    expect(at.fake.calls).toEqual([`resubmit ${key}`, 'run fox'])
    at.fake.orders.push(fakeOrder('fox/p1/video/13A/1'))
    await run('orders', 'resolve', '13A/1', '--resubmit', '--yes')
    expect(at.fake.calls.slice(2, 3)).toEqual(['resubmit fox/p1/video/13A/1'])
  })

  it('a job is told to be taken once it was looked at, not before', async () => {
    const unknown = await run('orders', 'resolve', '12C/3', '--adopt', 'unknown')
    expect([unknown.code, unknown.out]).toEqual([2, expect.not.stringContaining('is taken')])
    const { out } = await run('orders', 'resolve', '12C/3', '--adopt', 'j9')
    expect(out).toContain(`Job j9 is taken for order ${key}`)
  })

  it('writing off counts all that is held, or what the account shows, and says how to go on', async () => {
    filmOf('12C', '13A')
    const { out } = await run('orders', 'resolve', '12C/3', '--write-off')
    expect(out).toContain('To shoot it anew: npx --no-install claude-studio runs resume fox')
    expect(out).toContain('runs continue fox --without 12C')
    at.fake.orders.push(fakeOrder('fox/p1/video/13A/1'))
    await run('orders', 'resolve', '13A/1', '--write-off', '--billed', '0')
    expect(at.fake.calls).toEqual([`write-off ${key} null`, 'write-off fox/p1/video/13A/1 0'])
  })

  it('writing off names no way around a shot that the film cannot be made without', async () => {
    const writtenOff = async (end: string): Promise<string> => {
      const { out, err } = await run('orders', 'resolve', end, '--write-off')
      expect(err).toBe('')
      expect(out).toContain('To shoot it anew: npx --no-install claude-studio runs resume fox')
      return out
    }
    filmOf('12C')
    expect(await writtenOff('12C/3')).not.toContain('--without')
    filmOf('12C', '13A')
    const available = { start: frames(0), length: frames(48) }
    const footage = { kind: 'stored', hash: 'a', originalHash: 'b', available } as const
    at.fake.takes.push({ ...fakeTake('p1', '12C-1', 'dailies'), footage })
    expect(await writtenOff('12C/3')).not.toContain('--without')
    at.fake.takes.splice(0)
    at.fake.documents.set('fox/omission/p1/13A', { schema: 'omission@1', shot: '13A' })
    expect(await writtenOff('12C/3')).not.toContain('--without')
    at.fake.orders.push(fakeOrder('fox/p2/video/12C/1'))
    expect(await writtenOff('p2/video/12C/1')).not.toContain('--without')
  })

  it('writing off what the vendor has asks first: its clip is billed and given up', async () => {
    const known = { model: 'runway/gen4.5', job: { id: 'j7' } }
    at.fake.orders.push(fakeOrder('fox/p1/video/13A/1', known))
    const refused = await run('orders', 'resolve', '13A/1', '--write-off')
    expect([refused.code, at.fake.calls]).toEqual([2, []])
    expect(refused.err).toContain('claude-studio salvage` would still bring it home')
    expect(refused.err).toContain('orders reconcile fox')
    await run('orders', 'resolve', '13A/1', '--write-off', '--yes')
    expect(at.fake.calls).toEqual(['write-off fox/p1/video/13A/1 null'])
  })

  it.each([
    [],
    ['--resubmit', '--write-off'],
    ['--adopt', 'j', '--billed', '1'],
    ['--adopt', ' '],
    ['--write-off', '--billed', 'much'],
    ['--write-off', '--billed', '-1', '--yes'],
  ])(
    'a decision that is none, or two, or priced without reason is refused: %j',
    async (...flags) => {
      const { code } = await run('orders', 'resolve', '12C/3', ...flags)
      expect([code, at.fake.calls]).toEqual([2, []])
    },
  )
})
