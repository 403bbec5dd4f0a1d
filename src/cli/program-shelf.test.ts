import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeClip, fakeProduction } from '../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../test/support/fox-film.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { ShelfClip } from '../domain/shelf.ts'
import type { SalvageLine } from '../production/salvage-report.ts'
import { salvagedSchema, shelfSchema, shelfSearchSchema } from './json-shelf.ts'

const clip = (id: string, fields: Partial<ShelfClip> = {}): ShelfClip => ({
  ...fakeClip({ prompt: 'A lighthouse in a storm', cost: parseUsd('0.4') }),
  ...{ id, job: { id: 'job-7' }, orderKey: 'old/p1/video/1A/1' },
  ...{ slate: '1A-1' as ShelfClip['slate'], size: { width: 640, height: 360 } },
  ...fields,
})

describe('the command line on the cutting-room shelf', () => {
  const at = atTerminal()
  const { run } = at
  beforeEach(() => {
    at.fake.clips.push(
      clip('s-aaaaaaaa'),
      clip('s-abbbbbbb', { prompt: 'A quiet lake', funds: 'simulated', isUsed: true }),
    )
  })

  it('lists what no film shows, and says what it leaves out', async () => {
    const { out } = await run('shelf', 'list')
    expect(out).toMatch(/s-aaaaaaaa +5\.0 +\$0\.40 real +old p1\/1A-1 +A lighthouse in a storm/)
    expect(out).not.toContain('s-abbbbbbb')
    expect(out).toContain('Left out: 1 clip that films show by now. --all shows them.')
    const all = (await run('shelf', 'list', '--all', '--json')).json()[0]
    expect(shelfSchema.parse(all)).toMatchObject({
      ...{ clips: [{ id: 's-aaaaaaaa', costUsd: 0.4 }, { id: 's-abbbbbbb' }], leftOut: 0 },
    })
    expect((await run('shelf', 'list', '--funds', 'emulated')).out).toBe(
      'The cutting-room shelf is empty.\n',
    )
    expect(await run('shelf', 'list', '--funds', 'rael')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('Did you mean "real"?') },
    })
  })

  it('says what a clip cost by our prices where its vendor did not', async () => {
    at.fake.clips.push(clip('s-accccccc', { cost: null, seconds: 5.03 }))
    at.fake.clips.push(clip('s-adddddddd', { cost: null, model: null }))
    const { out } = await run('shelf', 'list')
    expect(out).toMatch(/s-accccccc +5\.0 +about \$0\.71 real/)
    expect(out).toMatch(/s-adddddddd +5\.0 +not known \(real\)/)
    expect((await run('shelf', 'show', 's-ac')).out).toMatch(/cost +about \$0\.71 real\n/)
    expect((await run('shelf', 'show', 's-ac', '--json')).json()[0]).toMatchObject({
      ...{ costUsd: 0.71, isEstimated: true },
    })
  })

  it('finds clips by words, films’ own too', async () => {
    const { out } = await run('shelf', 'search', 'lakes, quietly')
    expect(out).toMatch(/s-abbbbbbb +1 of 2/)
    const found = (await run('shelf', 'search', 'lake', '--json')).json()[0]
    expect(shelfSearchSchema.parse(found)).toMatchObject({ words: ['lake'], clips: [{}] })
    expect((await run('shelf', 'search', 'fox')).out).toBe(
      'Nothing on the shelf has any of: fox.\n',
    )
    expect((await run('shelf', 'search', 'the')).code).toBe(2)
  })

  it('shows a clip by the beginning of its id', async () => {
    const { out } = await run('shelf', 'show', 'aa')
    expect(out).toMatch(/^s-aaaaaaaa: a take of a run that was deleted\n/)
    expect(out).toMatch(/job +job-7/)
    expect((await run('shelf', 'show', 's-a')).err).toContain('2 clips begin with s-a')
    expect(await run('shelf', 'show', 's-aaaaaaab')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('Did you mean "s-aaaaaaaa"?') },
    })
  })

  it('casts a clip in a film and says how to see it there', async () => {
    wrapFox(at.fake, foxBrief)
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'wrapped', stage: 'learn' }))
    const { out, code, err } = await run(
      'shelf',
      'cast',
      's-aaaaaaaa',
      '--run',
      'fox',
      '--shot',
      '1a',
    )
    expect([code, err]).toEqual([0, ''])
    expect(at.fake.calls).toEqual(['cast s-aaaaaaaa in fox p1/1A'])
    expect(out).toBe(
      's-aaaaaaaa is take p1/1A-2 of run fox now, circled, for $0.00.\nTo cut and render with it: npx --no-install claude-studio render fox\n',
    )
    expect((await run('shelf', 'cast', 's-aaaaaaaa', '--shot', '2A')).err).toContain('--run RUN')
    const slate = await run('shelf', 'cast', 's-aaaaaaaa', '--run', 'fox', '--shot', '2A-1')
    expect(slate).toMatchObject({ code: 2, err: expect.stringContaining('is not a shot') })
  })
})

describe('the command line on salvage', () => {
  const at = atTerminal()
  const { run } = at
  const line = (fields: Partial<SalvageLine>): SalvageLine => ({
    ...{ vendor: 'luma', job: 'job-1', at: '2026-11-30T10:00:00.000Z', prompt: 'A lake' },
    ...{ deed: 'shelved', note: 's-aaaaaaaa on the shelf', cost: parseUsd('0.4') },
    ...{ isEstimated: false, run: null, slate: null },
    ...fields,
  })
  const found = (lines: readonly SalvageLine[], isDryRun = false) => {
    at.fake.salvaged = {
      accounts: [
        { vendor: 'luma', state: 'listed', note: '' },
        { vendor: 'runway', state: 'no-key', note: 'The key is not set.' },
      ],
      ...{ lines, isDryRun, rescued: parseUsd('0.9'), clips: 2 },
    }
  }

  it('tells whom it asked, what it found and what that had cost', async () => {
    found([
      line({ deed: 'adopted', note: 'take p1/1A-1 of run fox' }),
      line({ job: 'job-2', cost: parseUsd('0.5'), isEstimated: true }),
      line({ job: 'job-3', deed: 'waiting', note: 'the vendor is still making it', cost: null }),
    ])
    const { out, code } = await run('salvage', '--since', '2026-11-01')
    expect(code).toBe(0)
    expect(out).toContain('luma: asked\nrunway: not asked. The key is not set.\n')
    expect(out).toMatch(/luma +job-1 +2026-11-30 10:00 +A lake +adopted +\$0\.40\n/)
    expect(out).toMatch(/job-2 .* shelved +about \$0\.50\n/)
    expect(out).toContain('  job-1: take p1/1A-1 of run fox\n')
    expect(out.endsWith('\nrescued: $0.90 (2 clips; $0.50 of it by our prices)\n')).toBe(true)
    expect(at.fake.calls).toEqual(['salvage all since 2026-11-01'])
    const told = salvagedSchema.parse((await run('salvage', '--json')).json()[0])
    expect(told).toMatchObject({ rescuedUsd: 0.9, jobs: [{ costUsd: 0.4 }, {}, { costUsd: null }] })
  })

  it('says in a dry run that nothing was changed', async () => {
    found([], true)
    const { out } = await run('salvage', '--dry-run', '--emulated')
    expect(out).toContain('luma at the emulator: asked\n')
    expect(out).toContain(
      'would be rescued: $0.90 (2 clips; emulated, nothing was charged; dry run:',
    )
  })

  it('says of clips whose cost nobody knows that it is not known, and not $0.00', async () => {
    const lines = [line({ cost: null })]
    at.fake.salvaged = { accounts: [], lines, isDryRun: true, rescued: zeroUsd, clips: 1 }
    const { out } = await run('salvage', '--dry-run')
    expect(out).toContain('would be rescued: cost not known (1 clip; dry run:')
  })

  it('fails when an account could not be asked whose key is set', async () => {
    const accounts = [{ vendor: 'luma', state: 'not-asked', note: 'It is down.' }] as const
    at.fake.salvaged = { accounts, lines: [], rescued: zeroUsd, clips: 0, isDryRun: false }
    expect((await run('salvage', '--provider', 'luma', '--json')).code).toBe(1)
  })

  it('refuses a vendor that sells no clips, a time that is none, and two kinds of money at once', async () => {
    expect((await run('salvage', '--provider', 'anthropic')).err).toContain(
      'Choices: luma, runway.',
    )
    const job = await run('salvage', '--job', 'j1')
    expect(job.err).toContain('Say whose job it is: --provider luma or runway')
    expect((await run('salvage', '--provider', 'luma', '--job', 'a b')).code).toBe(2)
    expect((await run('salvage', '--since', 'monday')).err).toContain(
      '--since 7d, 24h or 2026-11-01',
    )
    expect((await run('salvage', '--since', '2026-13-45')).code).toBe(2)
    expect((await run('salvage', '--live', '--emulated')).code).toBe(2)
    expect(at.fake.calls).toEqual([])
  })
})
