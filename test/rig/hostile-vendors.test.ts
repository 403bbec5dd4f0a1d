import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EmulatorAtWork, emulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import { messagesDoor } from '../../src/emulator/messages/messages-door.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import { type CliRun, claudeStudio } from '../support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from '../support/test-database.ts'

let home = ''
let cwd = ''
let database: TestDatabase
let emulator: EmulatorAtWork

beforeAll(async () => {
  home = await makeHome('hostile')
  cwd = await mkdtemp(join(tmpdir(), 'claude-studio hostile-'))
  await writeFile(join(home, 'settings.json'), JSON.stringify({ emulatorPollMs: 50 }))
  database = await testDatabase()
  emulator = await emulatorAtWork(systemClock, {
    settings: [{ queuedMs: 0, runMs: 0 }],
    answerMessages: messagesDoor({ answer: async () => '{"answer":"A lake."}' }),
  })
})
afterEach(async () => void (await emulator.control('faults', [])))
afterAll(async () => {
  await emulator.dispose()
  await database.close()
  await removeHome(home)
  await rm(cwd, { recursive: true, force: true })
})

const program = (...words: readonly string[]): Promise<CliRun> => {
  const { luma, runway, anthropic, 'luma-legacy': legacy } = emulator.baseUrls
  const addresses = {
    ...{ LUMA_BASE_URL: luma, LUMAAI_BASE_URL: legacy },
    ...{ RUNWAYML_BASE_URL: runway, ANTHROPIC_BASE_URL: anthropic },
  }
  const env = { ...addresses, DATABASE_URL: database.url }
  return claudeStudio({ home, cwd, env }, ...words, '--json')
}

const emulated = (...words: readonly string[]): Promise<CliRun> => program(...words, '--emulated')

const last = ({ lines }: CliRun): { readonly [field: string]: unknown } => lines.at(-1) ?? {}

describe('a delivery that may not be taken', () => {
  test.each([
    ['redirect-to-private', 'luma/ray-3.2-540p', '10.0.0.1 is no address of the open'],
    ['file-link', 'luma/ray-2-540p', 'begins with file: and not with https:'],
    ['decompression-bomb', 'runway/gen4.5', 'sent it packed as "gzip"'],
  ])('parks the order, and the clip can still be fetched: %s', async (fault, model, words) => {
    await emulator.control('faults', [{ fault }])
    const out = `${fault}.mp4`
    const run = await emulated('test-provider', model, '--prompt', `A ${fault}`, '-o', out)
    expect([run.code, last(run)], run.stdout + run.stderr).toEqual([
      4,
      expect.objectContaining({
        event: 'test-parked',
        reason: expect.stringContaining(words),
        heldUsd: expect.any(Number),
        job: expect.any(String),
        next: expect.arrayContaining([expect.stringContaining('orders show')]),
      }),
    ])
    expect(last(run)['heldUsd']).toBeGreaterThan(0)
    expect(existsSync(join(cwd, out))).toBe(false)
    const asked = ['provider', 'download', model, String(last(run)['job']), '-o', out] as const
    const refused = await emulated(...asked)
    expect(last(refused), refused.stdout).toMatchObject({ code: 'download-refused' })
    await emulator.control('faults', [])
    const fetched = await emulated(...asked)
    expect(last(fetched), fetched.stdout).toMatchObject({ event: 'job-downloaded' })
    expect(existsSync(join(cwd, out))).toBe(true)
  })
})

test('a clip without an end is left at two gigabytes, and its link asked for anew', async () => {
  // Only once: each costs the disk what it may take at most.
  await emulator.control('faults', [{ fault: 'endless-body', times: 1 }])
  const words = ['--prompt', 'A river without an end', '-o', 'endless.mp4'] as const
  const run = await emulated('test-provider', 'runway/gen4.5', ...words)
  expect(last(run), run.stdout + run.stderr).toMatchObject({ event: 'test-delivered' })
  expect((await emulator.control('faults')).body.rules).toEqual([])
  await emulator.control('faults', [{ fault: 'endless-body' }])
  const job = String(last(run)['job'])
  const asked = ['provider', 'download', 'runway', job, '-o', 'more.mp4'] as const
  const refused = await emulated(...asked, '--timeout', '0.5')
  expect(last(refused), refused.stdout).toMatchObject({ code: 'vendor-unavailable' })
  expect(existsSync(join(cwd, 'more.mp4'))).toBe(false)
})

const models = ['luma/ray-3.2-540p', 'luma/ray-2-540p', 'runway/gen4.5', 'anthropic'] as const

describe('a vendor that says no', () => {
  test.each([
    ['wrong-region', 'vendor-region', 'take another vendor'],
    ['retired-model', 'model-retired', 'provider list'],
    ['image-too-large', 'image-too-large', 'smaller picture'],
  ])('%s: with the code, the remedy and nothing held', async (fault, code, remedy) => {
    const before = (await emulator.control('charges')).body.charges.length
    await emulator.control('faults', [{ fault }])
    for (const model of models) {
      const out = model === 'anthropic' ? [] : ['-o', 'no.mp4']
      const run = await emulated('test-provider', model, '--prompt', 'A lake', ...out)
      expect(run.code).not.toBe(0)
      expect(last(run)['code'], run.stdout).toBe(code)
      expect(last(run)['message']).toContain(remedy)
      const money = await program('budget', String(run.lines[0]?.['productionId']))
      expect(last(money), money.stdout).toMatchObject({ settledUsd: 0, heldUsd: 0 })
    }
    expect((await emulator.control('charges')).body.charges).toHaveLength(before)
  })
})
