import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatorAtWork, emulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import { type CliRun, claudeStudio } from '../support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from '../support/test-database.ts'

let home = ''
let cwd = ''
let database: TestDatabase
let emulator: EmulatorAtWork

beforeAll(async () => {
  home = await makeHome('luma-apis')
  cwd = await mkdtemp(join(tmpdir(), 'claude-studio luma-'))
  await writeFile(join(home, 'settings.json'), JSON.stringify({ emulatorPollMs: 50 }))
  database = await testDatabase()
  emulator = await emulatorAtWork(systemClock, { settings: [{ queuedMs: 0, runMs: 100 }] })
})
afterAll(async () => {
  await emulator.dispose()
  await database.close()
  await removeHome(home)
  await rm(cwd, { recursive: true, force: true })
})

/** Run the command line where both of Luma's APIs lead to the emulator. */
const emulated = async (key: string | null, ...words: readonly string[]): Promise<CliRun> => {
  const env = {
    LUMA_BASE_URL: emulator.baseUrls.luma,
    LUMAAI_BASE_URL: emulator.baseUrls['luma-legacy'],
    DATABASE_URL: database.url,
    ...(key === null ? {} : { LUMA_API_KEY: key }),
  }
  return claudeStudio({ home, cwd, env }, ...words, '--emulated', '--json')
}

const last = ({ lines }: CliRun): { readonly [field: string]: unknown } => lines.at(-1) ?? {}

const lake = ['--prompt', 'A lake at sunset'] as const

test('a model is tried over its own API, whatever key is set', async () => {
  for (const key of [null, 'legacykey', 'luma-api-0123']) {
    for (const [model, vendor] of [
      ['luma/ray-2-540p', 'luma-legacy'],
      ['luma/ray-3.2-540p', 'luma'],
    ] as const) {
      const before = await emulator.control(`charges?vendor=${vendor}`)
      const out = `${vendor}-${key}.mp4`
      const run = await emulated(key, 'test-provider', model, ...lake, '-o', out)
      expect(last(run), run.stdout).toMatchObject({ event: 'test-delivered' })
      const { charges } = (await emulator.control(`charges?vendor=${vendor}`)).body
      expect(charges).toHaveLength(before.body.charges.length + 1)
      expect(charges.map((charge) => charge.key)).toEqual(charges.map(() => '…ated'))
    }
  }
})

test('the kind of the key says which account is looked at, and which model a vendor’s name means', async () => {
  const listed = await emulated('legacykey', 'provider', 'jobs', 'luma')
  expect(last(listed)['jobs'], listed.stdout).not.toEqual([])
  const checked = await emulated('legacykey', 'provider', 'check', 'luma')
  expect(last(checked)['vendors']).toMatchObject([
    { facts: [{ name: 'API', value: 'Dream Machine' }] },
  ])
  const run = await emulated('legacykey', 'test-provider', 'luma', ...lake, '-o', 'kind.mp4')
  expect(run.lines[0], run.stdout).toMatchObject({ model: expect.stringContaining('luma/ray-') })
  expect(String(run.lines[0]?.['model'])).not.toContain('ray-3')
})

test('without a key the list is a model’s name away, and the error says so', async () => {
  const refused = await emulated(null, 'provider', 'jobs', 'luma')
  expect([refused.code, last(refused)['message']]).toEqual([
    2,
    expect.stringMatching(/provider jobs luma\/ray-\S+ --emulated`/),
  ])
  const [, model = ''] = /provider jobs (luma\/\S+) --/.exec(String(last(refused)['message'])) ?? []
  const listed = await emulated(null, 'provider', 'jobs', model)
  const [job] = last(listed)['jobs'] as readonly { readonly job: string }[]
  expect(job?.job, listed.stdout).toEqual(expect.any(String))
  const shown = await emulated(null, 'provider', 'status', model, String(job?.job))
  expect(last(shown)).toMatchObject({ state: 'done' })
  const fetched = await emulated(null, 'provider', 'download', model, String(job?.job))
  expect(last(fetched), fetched.stdout).toMatchObject({ event: 'job-downloaded' })
})

test('a list whose order was lost is searched by salvage, at the emulator too', async () => {
  await emulator.control('faults', [
    { fault: 'accept-then-drop', vendor: 'luma-legacy', operation: 'create', times: 1 },
  ])
  const run = await emulated('legacykey', 'test-provider', 'luma/ray-2-540p', ...lake)
  const salvaged = await emulated('legacykey', 'salvage', '--provider', 'luma')
  expect([salvaged.code, last(salvaged)], run.stdout + salvaged.stdout).toEqual([
    0,
    expect.objectContaining({
      event: 'salvaged',
      accounts: [
        expect.objectContaining({
          vendor: 'luma',
          state: expect.stringMatching(/^(?!no-key|not-asked|no-list)/),
        }),
      ],
    }),
  ])
})

test('a refusal of the emulator sends nobody to a vendor’s site', async () => {
  for (const fault of ['unauthorized', 'forbidden', 'no-credit']) {
    await emulator.control('faults', [{ fault, operation: 'create' }])
    const run = await emulated(null, 'test-provider', 'luma/ray-2-540p', ...lake, '-o', 'no.mp4')
    expect(run.code, run.stdout).toBe(1)
    expect(run.stdout + run.stderr).toContain('_emulator/')
    expect(run.stdout + run.stderr).not.toMatch(/vendor's site|Make a new one|lumalabs/)
  }
})
