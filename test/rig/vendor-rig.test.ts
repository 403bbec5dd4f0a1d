import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { VendorMeasure } from '../../src/domain/vendor-measure.ts'
import {
  type EmulatorAtWork,
  emulatorAtWork,
  onePixel,
} from '../../src/emulator/emulator-at-work.ts'
import { messagesDoor } from '../../src/emulator/messages/messages-door.ts'
import type { EmulatedVendor } from '../../src/emulator/vendors.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import { type CliRun, claudeStudio } from '../support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from '../support/test-database.ts'

const variables: Readonly<Record<EmulatedVendor, string>> = {
  luma: 'LUMA_BASE_URL',
  'luma-legacy': 'LUMAAI_BASE_URL',
  runway: 'RUNWAYML_BASE_URL',
  anthropic: 'ANTHROPIC_BASE_URL',
}

let home = ''
let cwd = ''
let database: TestDatabase
let emulator: EmulatorAtWork

beforeAll(async () => {
  home = await makeHome('rig')
  cwd = await mkdtemp(join(tmpdir(), 'claude-studio rig-'))
  await writeFile(join(home, 'settings.json'), JSON.stringify({ emulatorPollMs: 50 }))
  database = await testDatabase()
  emulator = await emulatorAtWork(systemClock, {
    settings: [{ queuedMs: 0, runMs: 300 }],
    answerMessages: messagesDoor({ answer: async () => '{"answer":"A lake."}' }),
  })
})
afterEach(async () => {
  await emulator.control('faults', [])
  await emulator.control('settings', { queuedMs: 0, runMs: 300 })
})
afterAll(async () => {
  await emulator.dispose()
  await database.close()
  await removeHome(home)
  await rm(cwd, { recursive: true, force: true })
})

type Run = (...words: readonly string[]) => Promise<CliRun>

/** Run the command line where the addresses of some vendors lead to the emulator. */
const at = (...served: readonly EmulatedVendor[]): Run => {
  return (...words) => {
    const urls = served.map((vendor) => [variables[vendor], emulator.baseUrls[vendor]])
    const env = { ...Object.fromEntries(urls), DATABASE_URL: database.url }
    return claudeStudio({ home, cwd, env }, ...words)
  }
}

const emulated =
  (run: Run): Run =>
  (...words) =>
    run(...words, '--emulated', '--json')

const [luma, legacy, runway, anthropic] = [
  emulated(at('luma')),
  emulated(at('luma-legacy')),
  emulated(at('runway')),
  emulated(at('anthropic')),
]
const studio = at('luma')

const last = ({ lines }: CliRun): { readonly [field: string]: unknown } => lines.at(-1) ?? {}

const charges = async (): Promise<number> => (await emulator.control('charges')).body.charges.length

const prompt = ['--prompt', 'A lake at sunset'] as const

/** Seconds that are enough for any answer, and for no job that takes half a minute or more. */
const hurried = ['--timeout', '8'] as const

/** The money of a run. */
const money = async (run: CliRun): Promise<CliRun['lines'][number]> =>
  last(await studio('budget', String(run.lines[0]?.['productionId']), '--json'))

/** What something gives, as soon as it gives anything. */
const until = async (look: () => Promise<string | null>): Promise<string> => {
  for (;;) {
    const seen = await look()
    if (seen !== null) return seen
  }
}

describe('test-provider', () => {
  test('buys one clip through the ledger, and lays a copy where it was asked for', async () => {
    const run = await luma('test-provider', 'luma', ...prompt, '-o', 'lake.mp4')
    expect(run.code, run.stderr + run.stdout).toBe(0)
    expect(run.lines[0]).toMatchObject({
      ...{ event: 'test-ordered', model: 'luma/ray-3.2-540p', quotedUsd: 0.15, funds: 'emulated' },
      productionId: expect.stringMatching(/^test-provider_\d{8}_\d{6}$/),
    })
    const file = join(cwd, 'lake.mp4')
    expect(last(run)).toMatchObject({ event: 'test-delivered', billedUsd: 0.15, file })
    expect((await stat(file)).size).toBeGreaterThan(0)
    expect(await money(run)).toMatchObject({ capUsd: 0.15, settledUsd: 0.15, heldUsd: 0 })
  })

  test('a wait that ends leaves the job at its vendor and says how to go on', async () => {
    await emulator.control('settings', { runMs: 60_000 })
    const run = await luma('test-provider', 'luma', ...prompt, ...hurried, '-o', 'wait.mp4')
    expect([run.code, last(run)]).toEqual([
      4,
      expect.objectContaining({ event: 'test-running', heldUsd: 0.15 }),
    ])
    const job = String(last(run)['job'])
    expect(last(run)['next']).toContain(
      `npx --no-install claude-studio provider status luma ${job} --emulated`,
    )
    const status = await luma('provider', 'status', 'luma', job)
    expect(last(status)).toMatchObject({ vendor: 'luma', job, state: expect.any(String) })
    expect(existsSync(join(cwd, 'wait.mp4'))).toBe(false)
    const resumed = await luma('runs', 'resume', String(last(run)['productionId']))
    expect([resumed.code, last(resumed)['message']]).toEqual([
      2,
      expect.stringMatching(/has no film to go on with.*orders reconcile test-provider_/),
    ])
  })

  test('a clip that comes in late is on the shelf, ends its test, and is not salvaged again', async () => {
    await emulator.control('settings', { runMs: 30_000 })
    const run = await luma('test-provider', 'luma', ...prompt, ...hurried, '-o', 'late.mp4')
    const id = String(last(run)['productionId'])
    const next = String((last(run)['next'] as readonly string[]).at(-1))
    expect(next).toBe(`npx --no-install claude-studio orders reconcile ${id}`)
    for (const words of [
      ['runs', 'list'],
      ['runs', 'show', id],
      ['orders', 'list'],
      ['budget', id],
    ]) {
      const { stdout } = await studio(...words)
      expect(stdout, words.join(' ')).toContain(`orders reconcile ${id}`)
      expect(stdout, words.join(' ')).not.toContain(`runs resume ${id}`)
    }
    const told = await until(async () => {
      const { stdout } = await studio('orders', 'reconcile', id)
      return stdout.includes('delivered') ? stdout : null
    })
    const clip = /s-[0-9a-f]{8}/.exec(told)?.[0] ?? ''
    expect(told).toContain(`${clip} on the shelf`)
    const shown = last(await studio('shelf', 'show', clip, '--json'))
    expect(existsSync(String(shown['file']))).toBe(true)
    expect(last(await studio('runs', 'show', id, '--json'))).toMatchObject({ state: 'wrapped' })
    const bought = await luma('test-provider', 'luma', ...prompt, '-o', 'home.mp4')
    const salvaged = last(await luma('salvage', '--dry-run'))
    const runs = (salvaged['jobs'] as readonly { run: string }[]).map((line) => line.run)
    expect(runs).not.toContain(id)
    expect(runs).not.toContain(last(bought)['productionId'])
  })

  test('an answer that is lost parks the order: its money is held, and nothing is sent again', async () => {
    const before = await charges()
    await emulator.control('faults', [{ fault: 'accept-then-drop', operation: 'create' }])
    const run = await runway('test-provider', 'runway', ...prompt, '-o', 'lost.mp4')
    expect([run.code, last(run)], run.stdout).toEqual([
      4,
      expect.objectContaining({ event: 'test-parked', heldUsd: 0.24, job: null }),
    ])
    expect(last(run)['next']).toEqual([expect.stringContaining('orders show test-provider_')])
    const key = String(last(run)['order'])
    const again = await at('runway')('orders', 'resolve', key, '--resubmit', '--yes', '--json')
    expect(last(again)['message']).toContain('a test sends its order once')
    expect(await charges()).toBe(before + 1)
    expect(await money(run)).toMatchObject({ settledUsd: 0, heldUsd: 0.24 })
  })

  test('a job that is salvaged names the order that may wait for it, which it can still be given', async () => {
    await emulator.control('faults', [{ fault: 'accept-then-drop', operation: 'create' }])
    const words = ['--prompt', 'An otter on a raft', '-o', 'otter.mp4'] as const
    const key = String(last(await runway('test-provider', 'runway', ...words))['order'])
    const job = String((await emulator.control('jobs')).body.jobs.at(-1)?.['id'])
    const salvaged = await runway('salvage', '--provider', 'runway', '--job', job)
    const [{ note } = { note: '' }] = last(salvaged)['jobs'] as readonly { note: string }[]
    expect(note).toContain(`orders resolve ${key} --adopt ${job}`)
    const adopted = await at('runway')('orders', 'resolve', key, '--adopt', job)
    expect([adopted.code, adopted.stdout]).toEqual([0, expect.stringContaining('delivered')])
  })

  test.each([
    ['no-credit', 'vendor-no-credit'],
    ['unauthorized', 'vendor-key-refused'],
    ['forbidden', 'vendor-no-permission'],
  ])('an account that answers an order with %s holds no money afterwards', async (fault, code) => {
    await emulator.control('faults', [{ fault, operation: 'create' }])
    const run = await runway('test-provider', 'runway', ...prompt, '-o', 'no.mp4')
    expect([run.code, last(run)['code']], run.stdout).toEqual([1, code])
    expect(await money(run)).toMatchObject({ settledUsd: 0, heldUsd: 0 })
  })

  test('a picture is where the clip starts', async () => {
    await writeFile(join(cwd, 'frame.png'), onePixel)
    const words = ['--image', 'frame.png', '--duration', '5', '-o', 'framed.mp4'] as const
    const run = await luma('test-provider', 'luma/ray-3.2', ...prompt, ...words)
    expect(last(run), run.stdout).toMatchObject({ event: 'test-delivered', billedUsd: 0.3 })
    expect(emulator.drawn.at(-1)).toMatchObject({ firstFrame: expect.anything() })
  })

  test('a file that is there is not replaced, and nothing is bought', async () => {
    await writeFile(join(cwd, 'mine.mp4'), 'mine')
    const before = await charges()
    const run = await luma('test-provider', 'luma', ...prompt, '-o', 'mine.mp4')
    expect([run.code, last(run)['code']]).toEqual([2, 'already-exists'])
    expect(await charges()).toBe(before)
  })

  test('asks a language model one question and prints its answer and the bill', async () => {
    const run = await anthropic('test-provider', 'anthropic', ...prompt)
    expect(last(run), run.stdout).toMatchObject({
      ...{ event: 'test-delivered', text: 'A lake.', billedUsd: expect.any(Number) },
    })
  })

  test('a stand-in is ordered at once, for it costs nobody anything', async () => {
    const words = ['--size', '256x144', '-o', 'drawn.mp4', '--json'] as const
    const run = await studio('test-provider', 'animatic', ...prompt, ...words)
    expect(last(run), run.stdout).toMatchObject({ event: 'test-delivered' })
  })
})

describe('looking at vendors', () => {
  test('a job is listed, shown and brought home, and a link that broke off is asked for anew', async () => {
    const bought = await legacy('test-provider', 'luma', ...prompt, '-o', 'old.mp4')
    const job = String(last(bought)['job'])
    const listed = await legacy('provider', 'jobs', 'luma', '--since', '1h')
    expect(last(listed)['jobs']).toContainEqual(expect.objectContaining({ job, state: 'done' }))
    await emulator.control('faults', [{ fault: 'forbidden', operation: 'download', times: 1 }])
    const run = await legacy('provider', 'download', 'luma', job)
    const file = join(cwd, `luma-${job}.mp4`)
    expect(last(run), run.stdout).toMatchObject({ event: 'job-downloaded', files: [{ file }] })
    expect((await legacy('provider', 'download', 'luma', job)).code).toBe(2)
    expect((await legacy('provider', 'download', 'luma', job, '--force')).code).toBe(0)
  })

  test('what is no whole clip leaves no file', async () => {
    const bought = await runway('test-provider', 'runway', ...prompt, '-o', 'whole.mp4')
    const job = String(last(bought)['job'])
    await emulator.control('faults', [{ fault: 'truncated-clip', operation: 'download' }])
    const run = await runway('provider', 'download', 'runway', job, '-o', 'half.mp4')
    expect(run.code, run.stdout).not.toBe(0)
    expect(existsSync(join(cwd, 'half.mp4'))).toBe(false)
  })

  test('a vendor without a list says so, and what can be done', async () => {
    for (const [vendor, run] of [
      ['luma', luma],
      ['runway', runway],
    ] as const) {
      const said = await run('provider', 'jobs', vendor)
      expect([said.code, last(said)['message']]).toEqual([
        2,
        expect.stringMatching(/has no list of jobs.*provider status/),
      ])
    }
    const said = await anthropic('provider', 'status', 'anthropic', 'msg_1')
    expect(last(said)['message']).toContain('keeps no jobs')
  })

  test('a job that nobody knows, and one that is not done, have nothing to download', async () => {
    const nobodys = '17b70f4b-0000-4000-8000-000000000000'
    const unknown = await runway('provider', 'status', 'runway', nobodys)
    expect([unknown.code, last(unknown)['code']], unknown.stdout).toEqual([2, 'not-found'])
    await emulator.control('settings', { runMs: 60_000 })
    const begun = await runway('test-provider', 'runway', ...prompt, ...hurried, '-o', 'r.mp4')
    const run = await runway('provider', 'download', 'runway', String(last(begun)['job']))
    expect([run.code, last(run)['code']]).toEqual([2, 'not-available'])
  })

  test('a check tells balance, slots and which API answers, and spends nothing', async () => {
    const before = await charges()
    const run = await emulated(at('luma', 'runway', 'anthropic'))('provider', 'check')
    expect([run.code, last(run)], run.stdout).toEqual([0, expect.objectContaining({ ok: true })])
    expect(last(run)['vendors']).toMatchObject([
      { vendor: 'luma', keyWorks: true, facts: [{ name: 'API', value: 'Luma Agents' }] },
      {
        vendor: 'runway',
        keyWorks: true,
        balanceUsd: expect.any(Number),
        slots: { 'runway/gen4.5': 3 },
      },
      { vendor: 'anthropic', keyWorks: true, drift: [] },
    ])
    expect(await charges()).toBe(before)
  })

  test('a key that is refused makes the check fail, and the others are checked all the same', async () => {
    await emulator.control('faults', [{ fault: 'unauthorized', vendor: 'runway' }])
    const run = await emulated(at('luma', 'runway'))('provider', 'check', 'luma', 'runway')
    expect([run.code, last(run)['ok']]).toEqual([1, false])
    expect(last(run)['vendors']).toMatchObject([
      { vendor: 'luma', keyWorks: true, problems: [] },
      { vendor: 'runway', keyWorks: false, problems: [expect.stringMatching(/401|key/)] },
    ])
  })

  test('a vendor that does not answer is given up after --timeout', async () => {
    await emulator.control('faults', [{ fault: 'hung', vendor: 'runway' }])
    const run = await runway('provider', 'check', 'runway', '--timeout', '0.3')
    expect([run.code, last(run)['ok']], run.stdout).toEqual([1, false])
  })
})

describe('test-provider scale', () => {
  beforeAll(async () => void (await emulator.control('reset', {})))

  test('a cap is needed, must pay for two clips, and is never passed', async () => {
    expect(last(await luma('test-provider', 'scale', 'luma'))).toMatchObject({ code: 'bad-input' })
    const poor = await luma('test-provider', 'scale', 'luma', '--cap', '0.2')
    expect([poor.code, last(poor)['code']]).toEqual([2, 'budget-too-small'])
    await emulator.control('settings', { vendor: 'luma', slots: 10, runMs: 300 })
    const run = await luma('test-provider', 'scale', 'luma', '--cap', '0.40')
    expect(last(run), run.stdout).toMatchObject({
      spentUsd: 0.3,
      ended: 'the cap pays for no more',
    })
  })

  test('an answer that is lost ends it, with the money held', async () => {
    await emulator.control('faults', [{ fault: 'accept-then-drop', operation: 'create' }])
    const run = await luma('test-provider', 'scale', 'luma', '--cap', '1')
    expect([run.code, last(run)], run.stdout).toEqual([
      4,
      expect.objectContaining({ parked: 1, open: 0, measure: null, heldUsd: 0.15 }),
    ])
  })

  test('an account without credit ends it, with the one thing that helps', async () => {
    await emulator.control('faults', [{ fault: 'no-credit', operation: 'create' }])
    const run = await luma('test-provider', 'scale', 'luma', '--cap', '1')
    const ended = String(last(run)['ended'])
    expect(ended, run.stdout).toContain('add credit or raise the limit')
    expect(ended).not.toContain('resume')
  })

  test('buys nothing of a vendor that tells its limits, without a cap', async () => {
    const before = await charges()
    const run = await runway('test-provider', 'scale', 'runway/gen4.5')
    expect(last(run), run.stdout).toMatchObject({ event: 'scale-told', slots: 3, spentUsd: 0 })
    expect(await charges()).toBe(before)
    const shown = await at('runway')('provider', 'show', 'runway/gen4.5')
    expect(shown.stdout).toMatch(/told +3 orders at once, which runs go by.*, emulated\n/)
    const elsewhere = await studio('provider', 'show', 'runway/gen4.5')
    expect(elsewhere.stdout).toMatch(/told +3 orders at once: .*, emulated, under a key or at/)
  })

  test('measures how long clips wait at a vendor that tells its limits, and quotes by it', async () => {
    await emulator.control('settings', { vendor: 'runway', queuedMs: 1500, runMs: 1500 })
    const run = await runway('test-provider', 'scale', 'runway/gen4.5', '--cap', '5')
    expect(run.code, run.stdout + run.stderr).toBe(0)
    const { measure, ...found } = last(run) as { readonly measure: VendorMeasure }
    expect(found).toMatchObject({ event: 'scale-measured', spentUsd: 0.72, heldUsd: 0, open: 0 })
    expect(measure).toMatchObject({ slots: 3, isLimit: true, clips: 3 })
    expect(measure.queueMs).toBeGreaterThanOrEqual(1000)
    expect(measure.queueMs).toBeLessThan(20_000)
    expect(measure.makeMs).toBeGreaterThan(0)
    const shown = await at('runway')('provider', 'show', 'runway/gen4.5')
    expect(shown.stdout).toMatch(
      /measured +runway\/gen4\.5: 3 at once, \d+ s in the queue, .*making/,
    )
    const film = ['--duration', '8', '--pilots', '1', '--budget', '20', '--tier', 'animated']
    const how = ['--provider', 'runway', '--dry-run'] as const
    const quoted = await runway('produce', 'A lake at sunset', ...film, ...how)
    expect(String(last(quoted)['plan']), quoted.stdout + quoted.stderr).toMatch(
      /runway\/gen4\.5: a clip is \d+ s in the queue .* planned of a film, 3 at once, take \d+ /,
    )
  })

  test('finds the slots of a vendor that tells none, and keeps what it found', async () => {
    await emulator.control('settings', { vendor: 'luma', slots: 3, runMs: 4000 })
    const run = await luma('test-provider', 'scale', 'luma', '--cap', '2')
    expect(run.code, run.stdout + run.stderr).toBe(0)
    expect(last(run)).toMatchObject({
      ...{ event: 'scale-measured', spentUsd: 0.45, heldUsd: 0, open: 0 },
      measure: { model: 'luma/ray-3.2-540p', slots: 3, isLimit: true, perMinute: null, clips: 3 },
    })
    const shown = await studio('provider', 'show', 'luma')
    expect(shown.stdout).toMatch(/measured +luma\/ray-3\.2-540p: 3 at once/)
  })
})
