import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import { foxBrief } from '../../test/support/fox-film.ts'
import type { Production } from '../domain/production.ts'
import type { AccountJob } from '../ports/vendor-account.ts'

describe('the command line on decisions about bought orders', () => {
  const at = atTerminal()
  const { run } = at
  const leave = (state: Production['state'], stage: Production['stage'] = 'shoot'): void =>
    void at.fake.productions.set('fox', fakeProduction('fox', { state, stage }))
  beforeEach(() => {
    at.fake.briefs.set('fox', foxBrief)
    leave('waiting-for-order')
  })

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
