import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { catalogue } from '../catalogue.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import { crewRoles } from '../ports/language-model.ts'
import { commandTable } from './command-table.ts'

describe('the command line on the house', () => {
  const at = atTerminal()
  const { run } = at

  it('lists all eight roles of the crew', async () => {
    const { json } = await run('agents', 'list', '--json')
    const agents = json()[0]?.['agents'] as readonly { readonly role: string }[]
    expect(agents.map(({ role }) => role)).toEqual([...crewRoles])
  })

  it('says which part of the footage deleted runs left, and what would have freed it', async () => {
    const { out } = await run('disk')
    expect(out).toMatch(/of runs +900\.0 kB in 2 files/)
    expect(out).toMatch(/of deleted runs +100\.0 kB in 1 file/)
    expect(out).toContain('runs delete RUN --purge-footage')
    expect((await run('disk', '--json')).json()[0]).toMatchObject({
      ...{ storedBytes: 1_000_000, ofDeletedRunsBytes: 100_000, ofDeletedRunsFiles: 1 },
    })
  })

  it('says of a role that does nothing yet when it will', async () => {
    const { out } = await run('agents', 'list')
    expect(out).toMatch(/asset-analyzer .* Not today: later.*seed assets are checked and kept/)
    expect(out.match(/Not today/g)).toHaveLength(3)
  })

  it('says so where no vendor makes what is asked for', async () => {
    expect((await run('provider', 'list', '--port', 'image')).out).toBe(
      'No vendor of this version makes image.\n',
    )
  })

  it('lists every model with its price, source and day', async () => {
    const { json } = await run('provider', 'list', '--json')
    const models = json()[0]?.['models'] as readonly { readonly price: object }[]
    expect(models).toHaveLength(catalogue.length)
    expect(models[0]?.price).toMatchObject({
      perUnitUsd: expect.any(Number),
      date: expect.any(String),
    })
  })

  it('lists what a clip of a fixed length costs, and whom nobody can order from', async () => {
    const { out } = await run('provider', 'list')
    expect(out).toMatch(/luma\/ray-3\.2 .* 5 or 10 s .*\$0\.30 for 5 s, \$0\.90 for 10 s/)
    expect(out).toMatch(/runway\/gen4\.5 .* 2–10 s, whole .*\$0\.12\/second .*\$0\.60/)
    expect(out).toMatch(/claude-sonnet-5-5 .*\$2\.00 in, \$10\.00 out a million tokens/)
    expect(out).toMatch(/sora +not available since 2026-09-24/)
  })

  it('shows a vendor with its keys, prices and means of recovery, and never a key', async () => {
    const { code, out } = await run('provider', 'show', 'luma')
    expect(code).toBe(0)
    expect(out).toMatch(/LUMA_AGENTS_API_KEY missing/)
    expect(out).toMatch(
      /legacy address +https:\/\/api\.lumalabs\.ai\S*; the variable LUMAAI_BASE_URL leads elsewhere, and is not set/,
    )
    expect(out).toContain('by the id of the job alone')
    expect(out).toContain('docs.agents.lumalabs.ai/guides/pricing')
    const [json] = (await run('provider', 'show', 'luma', '--json')).json()
    expect(json).toMatchObject({
      id: 'luma',
      keys: [{ isSet: false }, { isSet: false }, { isSet: false }],
      surfaces: [{ name: 'agents' }, { name: 'legacy' }],
    })
    const models = json?.['models'] as readonly object[]
    expect(models[0]).toMatchObject({
      price: { lengths: [{ seconds: 5, amountUsd: 0.15 }, { amountUsd: 0.45 }] },
      shotUsd: 0.15,
    })
  })

  it('shows why a vendor is gone, and refuses one that nobody knows', async () => {
    expect((await run('provider', 'show', 'sora')).out).toContain('Use runway or luma instead')
    const unknown = await run('provider', 'show', 'lumma')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('"luma"')])
  })

  it.each([
    ['ffmpegPath', '/no/such/ffmpeg', 'is not ffmpeg'],
    ['ffprobePath', '"/bin/true"', 'is not ffprobe'],
    ['outputRoot', '/dev/null/films', 'outputRoot was not changed'],
  ])('does not save the %s %s, which would stop every film', async (name, value, said) => {
    const { code, err } = await run('config', 'set', name, value)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(existsSync(join(at.folder, 'home', 'settings.json'))).toBe(false)
    expect((await run('config', 'set', 'outputRoot', 'films')).code).toBe(0)
  })

  it('saves a setting and refuses a wrong one', async () => {
    expect((await run('config', 'set', 'theme', 'ocean')).code).toBe(0)
    expect((await run('config', 'set', 'theme', 'beige')).code).toBe(2)
    const both = await run('config', 'set', 'theme', 'ocean', '--default')
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('goes with no value')])
  })

  it('config set tells where a cap is lowered under what is reserved and spent', async () => {
    const caps = [{ scope: 'day', funds: 'real', cap: parseUsd('0.1') }] as const
    const money = { settled: parseUsd('0.015'), settledOfDeleted: zeroUsd, held: zeroUsd }
    const day = { day: '2026-11-23', funds: 'real', ...money, bond: parseUsd('1.32') } as const
    Object.assign(at.fake.studio.ledger, { caps: async () => caps, spend: async () => [day] })
    const stored = { databaseUrl: 'postgres://127.0.0.1/films', dayCapUsd: 0.1 }
    const { code, err } = await at.terminal('', { stored }).run('config', 'set', 'dayCapUsd', '0.1')
    expect([code, at.fake.calls]).toEqual([0, ['cap the day of real money at 100000']])
    expect(err).toContain('$1.335 of this day is spent, on order or reserved')
  })

  describe('with settings that are not valid', () => {
    beforeEach(() => {
      mkdirSync(join(at.folder, 'home'))
      writeFileSync(join(at.folder, 'home', 'settings.json'), '{"theme":"zz","tehme":1}')
    })

    it('config show names them, config set puts them right', async () => {
      const shown = await run('config', 'show')
      expect(shown.code).toBe(0)
      expect(shown.out).toContain('theme must be one of default, ocean')
      expect(shown.out).toContain('tehme is not a setting')
      expect((await run('config', 'set', 'theme', 'ocean')).out).toContain(
        'Still to be put right: tehme is not a setting.',
      )
      expect((await run('config', 'set', 'tehme', '--default')).code).toBe(0)
      expect((await run('config', 'show', '--json')).json()[0]).toMatchObject({ problems: [] })
      expect((await run('config', 'set', 'theme')).code).toBe(2)
    })

    it('doctor names them and looks at the rest all the same', async () => {
      const { code, out } = await run('doctor')
      expect(code).toBe(1)
      expect(out).toMatch(/✗ settings +theme must be one of/)
      expect(out).toMatch(/✓ node/)
      expect(out).not.toContain('..')
      expect(out).toContain('config set theme VALUE (or --default).')
    })
  })

  it('every command explains itself', async () => {
    for (const { usage, summary } of commandTable) {
      const words = usage.split(' ').filter((word) => /^[a-z]/.test(word))
      const { code, out } = await run(...words, '--help')
      expect(code, usage).toBe(0)
      expect(out, usage).toContain('--json')
      expect(out.replace(/\s+/g, ' '), usage).toContain(summary.replace(/\s+/g, ' '))
    }
  })
})
