import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from './load-settings.ts'
import { saveSetting } from './save-settings.ts'
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
      keys: {},
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
    expect(settings.keys).toEqual({ LUMA_KEY: 'abc' })
    expect([settings.databaseUrl, settings.ffmpegPath]).toEqual([null, 'ffmpeg'])
  })

  it('the real environment wins over a .env file for a key', () => {
    writeFileSync(join(folder, '.env'), 'LUMA_KEY=from-file\n')
    expect(load({ LUMA_KEY: 'from-env' }, ['LUMA_KEY']).keys).toEqual({ LUMA_KEY: 'from-env' })
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
