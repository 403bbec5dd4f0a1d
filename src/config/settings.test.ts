import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSettings, loadSettings } from './load-settings.ts'
import { removeSetting, saveSetting } from './save-settings.ts'
import { settingEntries } from './settings.ts'

describe('settings', () => {
  let home = ''
  let folder = ''
  const load = (environment: Record<string, string> = {}, keyNames: readonly string[] = []) =>
    loadSettings({
      keyNames,
      environment: { CLAUDE_STUDIO_HOME: home, ...environment },
      workingFolder: folder,
    })

  beforeEach(() => {
    home = join(mkdtempSync(join(tmpdir(), 'studio settings ')), 'home')
    folder = join(home, '..', 'work')
    mkdirSync(folder)
  })
  afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }))

  it('an empty home gives the defaults', () => {
    expect(load()).toMatchObject({
      home,
      databaseUrl: null,
      ffmpegPath: 'ffmpeg',
      dayCapUsd: 25,
      theme: 'default',
      animatic: { adherence: 1, drift: 0, latencyMs: 0, refusals: 0 },
      keys: { names: [] },
      baseUrls: {},
    })
  })

  it('the environment wins over the home for the database and the media programs', async () => {
    await saveSetting(home, 'ffmpegPath', '/opt/a')
    await saveSetting(home, 'ffprobePath', '/opt/b')
    const settings = load({ FFMPEG_PATH: '/opt/c', DATABASE_URL: 'postgres://db/x' })
    expect([settings.ffmpegPath, settings.ffprobePath, settings.databaseUrl]).toEqual([
      '/opt/c',
      '/opt/b',
      'postgres://db/x',
    ])
  })

  it('a .env file in the working folder sets key names of the catalogue and nothing else', () => {
    writeFileSync(
      join(folder, '.env'),
      'export LUMA_KEY="abc"\nDATABASE_URL=postgres://evil/x\nFFMPEG_PATH=/tmp/evil\nOTHER=1\n',
    )
    const settings = load({}, ['LUMA_KEY'])
    expect(settings.keys.value('LUMA_KEY')).toBe('abc')
    expect(settings.keys.value('OTHER')).toBe(null)
    expect([settings.databaseUrl, settings.ffmpegPath]).toEqual([null, 'ffmpeg'])
  })

  it('the real environment wins over a .env file for a key', () => {
    writeFileSync(join(folder, '.env'), 'LUMA_KEY=from-file\n')
    const { keys } = load({ LUMA_KEY: 'from-env' }, ['LUMA_KEY'])
    expect([keys.value('LUMA_KEY'), keys.source('LUMA_KEY')]).toEqual(['from-env', 'environment'])
  })

  it('a saved setting is read again, nested ones too, and no half file stays behind', async () => {
    await saveSetting(home, 'animatic.drift', '0.25')
    await saveSetting(home, 'theme', 'ocean')
    expect(load()).toMatchObject({ theme: 'ocean', animatic: { drift: 0.25, adherence: 1 } })
    expect(readdirSync(home)).toEqual(['settings.json'])
  })

  it('a value out of range is refused and leaves the file as it was', async () => {
    await saveSetting(home, 'mediaJobs', '3')
    const before = readFileSync(join(home, 'settings.json'), 'utf8')
    await expect(saveSetting(home, 'mediaJobs', '0')).rejects.toThrow(/mediaJobs/)
    await expect(saveSetting(home, 'theme', 'beige')).rejects.toThrow(/theme/)
    expect(readFileSync(join(home, 'settings.json'), 'utf8')).toBe(before)
  })

  it('an unknown setting is refused by name', async () => {
    await expect(saveSetting(home, 'tehme', 'ocean')).rejects.toThrow(/no setting "tehme"/)
  })

  it('a broken settings.json is reported with its path', () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'settings.json'), '{ nope')
    expect(() => load()).toThrow(/settings\.json/)
  })

  it('a bad value stands at its default for those who put it right, and its name is told', () => {
    mkdirSync(home, { recursive: true })
    const text = '{"theme":"zz","tehme":1,"mediaJobs":3,"animatic":{"drift":2,"refusals":0.5}}'
    writeFileSync(join(home, 'settings.json'), text)
    const environment = { CLAUDE_STUDIO_HOME: home, DATABASE_URL: 'mysql://db' }
    const found = findSettings({ keyNames: [], environment, workingFolder: folder })
    expect(found.settings).toMatchObject({
      theme: 'default',
      mediaJobs: 3,
      databaseUrl: null,
      animatic: { drift: 0, refusals: 0.5 },
    })
    const source = join(home, 'settings.json')
    expect(found.problems).toHaveLength(4)
    expect(found.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'theme', source }),
        { name: 'tehme', message: 'is not a setting', source },
        { name: 'animatic.drift', message: 'must be a number from 0 to 1', source },
        expect.objectContaining({ name: 'databaseUrl', source: 'DATABASE_URL' }),
      ]),
    )
    expect(() => load()).toThrow(
      /settings\.json are not valid: theme must be one of default, ocean/,
    )
  })

  it('one bad value does not keep others from being saved, nor itself from being put right', async () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'settings.json'), '{"theme":"zz","tehme":1}')
    const problems = await saveSetting(home, 'mediaJobs', '3')
    expect(problems.map(({ name }) => name).sort()).toEqual(['tehme', 'theme'])
    await saveSetting(home, 'theme', 'ocean')
    expect(await removeSetting(home, 'tehme')).toEqual([])
    expect(load()).toMatchObject({ theme: 'ocean', mediaJobs: 3 })
    await removeSetting(home, 'mediaJobs')
    expect(load().mediaJobs).toBe(2)
    await expect(removeSetting(home, 'nothing')).rejects.toThrow(/no setting "nothing"/)
  })

  it('a value out of range is answered in words with what is allowed', async () => {
    for (const [name, value, said] of [
      ['animatic.drift', '2', 'it must be a number from 0 to 1.'],
      ['mediaJobs', '"many"', 'it must be a whole number from 1 to 16.'],
      ['dayCapUsd', '-1', 'it must be an amount of dollars above 0'],
      ['theme', 'beige', 'it must be one of default, ocean, sunset'],
      ['ffmpegPath', '""', 'it must be a text that is not empty.'],
      ['databaseUrl', 'mysql://db', 'it must be an address that begins with postgres://, or null.'],
      ['trustedHosts', 'x', 'it must be a list of host names'],
    ] as const) {
      await expect(saveSetting(home, name, value), name).rejects.toThrow(said)
    }
  })

  it('a cap that is no whole count of micro-dollars is refused, and one in the file is told with its remedy', async () => {
    for (const name of ['dayCapUsd', 'monthCapUsd']) {
      for (const value of ['0.0000001', '1e30', '0.12345678', '0']) {
        await expect(saveSetting(home, name, value), value).rejects.toThrow('six decimals')
      }
      await saveSetting(home, name, '0.000001')
      writeFileSync(join(home, 'settings.json'), JSON.stringify({ [name]: 1e-7 }))
      expect(() => load()).toThrow(
        `${name} must be an amount of dollars above 0 with at most six decimals, such as 12.50, or null. Put it right: npx --no-install claude-studio config set ${name} VALUE (or --default).`,
      )
    }
  })

  it('a name that is no setting is to be taken out: no value would be right', () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'settings.json'), '{"extra":1}')
    expect(() => load()).toThrow(
      'extra is not a setting. Take it out: npx --no-install claude-studio config set extra --default.',
    )
  })

  it.each(['', 'here'])('a HOME of %j names no folder: the home is the one of the user', (HOME) => {
    const script = `import { loadSettings } from ${JSON.stringify(new URL('./load-settings.ts', import.meta.url).href)}
process.stdout.write(loadSettings({ keyNames: [], environment: {} }).home)`
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, HOME },
    })
    expect(told).toBe(join(userInfo().homedir, '.claude-studio'))
  })

  it('a file that is not JSON is told as a whole', () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'settings.json'), '{ nope')
    const found = findSettings({ keyNames: [], environment: { CLAUDE_STUDIO_HOME: home } })
    expect(found.settings.theme).toBe('default')
    expect(found.problems).toMatchObject([{ name: 'settings.json' }])
  })

  it('base URLs come from the real environment and never from a .env file', () => {
    writeFileSync(join(folder, '.env'), 'LUMA_BASE_URL=https://evil.example\n')
    const urlsOf = (environment: Record<string, string>) => {
      const all = { CLAUDE_STUDIO_HOME: home, ...environment }
      const urlNames = ['LUMA_BASE_URL', 'OTHER_BASE_URL']
      return loadSettings({ keyNames: [], urlNames, environment: all, workingFolder: folder })
        .baseUrls
    }
    expect(urlsOf({})).toEqual({})
    const both = {
      LUMA_BASE_URL: 'http://127.0.0.1:4010/luma/',
      NOT_ASKED_FOR: 'https://x.example',
    }
    expect(urlsOf(both)).toEqual({ LUMA_BASE_URL: 'http://127.0.0.1:4010/luma' })
    for (const wrong of [
      'gateway',
      'ftp://x.example',
      'https://me:pass@x.example',
      'https://x/?a=1',
    ]) {
      expect(() => urlsOf({ LUMA_BASE_URL: wrong }), wrong).toThrow(
        /^Settings from LUMA_BASE_URL are not valid: LUMA_BASE_URL must be an address such as .* Correct LUMA_BASE_URL or unset it\.$/,
      )
    }
  })

  it('a relative home is refused', () => {
    expect(() => load({ CLAUDE_STUDIO_HOME: 'here' })).toThrow(/not an absolute path/)
  })

  it('every setting has a description and a default', () => {
    for (const entry of settingEntries()) {
      expect(entry.description.length, entry.name).toBeGreaterThan(10)
      expect(() => JSON.parse(entry.byDefault), entry.name).not.toThrow()
    }
  })
})
