import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkMachine, checkNarrator, checkNode, failedCheck } from './checkup.ts'
import { noKeys } from './config/key-ring.ts'
import { settingsSchema } from './config/settings.ts'

describe('the check of the machine', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio checkup '))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const check = async (fields: object) => {
    const settings = {
      ...settingsSchema.parse(fields),
      home: join(folder, 'home'),
      keys: noKeys,
      baseUrls: {},
    }
    return new Map((await checkMachine(settings)).map((each) => [each.name, each]))
  }

  it('finds a home that can be written and leaves nothing in it', async () => {
    const checks = await check({})
    expect(checks.get('home')?.state).toBe('ok')
    expect(checks.get('node')?.state).toBe('ok')
    expect(readdirSync(join(folder, 'home'))).toEqual([])
  })

  it('says in words why a home cannot be written or looked at', async () => {
    writeFileSync(join(folder, 'home'), 'a file')
    const checks = await check({})
    for (const name of ['home', 'disk']) {
      expect(checks.get(name)?.detail).not.toMatch(/E[A-Z]{3,}|statfs|mkdir|not-writable/)
    }
    expect(checks.get('home')).toMatchObject({
      state: 'fail',
      detail: expect.stringContaining('there is something of that name'),
    })
  })

  it('says once what to do when there is no ffmpeg', async () => {
    const checks = await check({ ffmpegPath: join(folder, 'no-such-ffmpeg') })
    expect(checks.get('ffmpeg')).toMatchObject({
      state: 'fail',
      detail: expect.stringMatching(/no-such-ffmpeg" \(there is no such file or folder\)\.$/),
      remedy: 'Run "npm run setup", or set FFMPEG_PATH to the program.',
    })
    expect(failedCheck('database', new Error('no answer'), 'Start it.').remedy).toBe('Start it.')
  })

  it('knows from espeak-ng which languages and voices it has', async () => {
    const program = join(folder, 'espeak-ng')
    writeFileSync(
      program,
      `#!/bin/sh
if [ "$1" = --voices ]; then
echo 'Pty Language Age/Gender VoiceName File Other'
echo ' 5  en-us 88/M English_(America) gmw/en-US'
else echo ' 5  variant 50/F Annie !v/Annie'; fi
`,
      { mode: 0o755 },
    )
    const ask = (language: string, voice: string | null, path: string | null = program) =>
      checkNarrator({ language, voice }, path)
    expect(await ask('en', null)).toEqual({ canRead: true, hasVoice: true })
    expect(await ask('en', 'annie')).toEqual({ canRead: true, hasVoice: true })
    expect(await ask('ja', 'bob')).toEqual({ canRead: false, hasVoice: false })
    expect(await ask('en-GB', null, null)).toEqual({ canRead: true, hasVoice: true })
    expect(await ask('de', 'annie', null)).toEqual({ canRead: false, hasVoice: false })
  })

  it.each([
    ['22.18.0', 'ok'],
    ['24.0.0', 'ok'],
    ['22.17.9', 'fail'],
    ['20.20.2', 'fail'],
  ])('of Node %s says %s', (version, state) => {
    expect(checkNode(version).state).toBe(state)
  })
})
