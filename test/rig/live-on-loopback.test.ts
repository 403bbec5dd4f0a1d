import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatorAtWork, emulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import { messagesDoor } from '../../src/emulator/messages/messages-door.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import { type LoopbackRequest, serverOfTest } from '../../src/testing/loopback-server.ts'
import { type CliRun, claudeStudio } from '../support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from '../support/test-database.ts'

let home = ''
let cwd = ''
let database: TestDatabase
let emulator: EmulatorAtWork

beforeAll(async () => {
  home = await makeHome('live-on-loopback')
  cwd = await mkdtemp(join(tmpdir(), 'claude-studio live-'))
  database = await testDatabase()
  emulator = await emulatorAtWork(systemClock, {
    settings: [{ queuedMs: 0, runMs: 0 }],
    answerMessages: messagesDoor({ answer: async () => '{"answer":"A lake."}' }),
  })
})
afterAll(async () => {
  await emulator.dispose()
  await database.close()
  await removeHome(home)
  await rm(cwd, { recursive: true, force: true })
})

/** Run the command line live, where the environment leads Luma's Agents to an address of this machine. */
const live = (baseUrl: string, ...words: readonly string[]): Promise<CliRun> => {
  const env = {
    LUMA_BASE_URL: baseUrl,
    LUMA_AGENTS_API_KEY: 'luma-api-of-a-test',
    DATABASE_URL: database.url,
  }
  return claudeStudio({ home, cwd, env }, ...words)
}

/** The answer of the emulator, as if it were that of another address. */
const passedOn = async ({ method, target, headers, body }: LoopbackRequest) => {
  const asked = await fetch(`${emulator.url}${target}`, {
    method,
    headers: {
      authorization: headers['authorization'] ?? '',
      'content-type': headers['content-type'] ?? 'application/json',
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  })
  const json = asked.headers.get('content-type') ?? ''
  return { status: asked.status, headers: { 'content-type': json }, body: await asked.json() }
}

const clip = ['test-provider', 'luma', '--prompt', 'A lake', '--live', '--yes'] as const

test('a clip of the developer’s own emulator is brought home', async () => {
  const { luma } = emulator.baseUrls
  const run = await live(luma, ...clip, '-o', 'own.mp4')
  expect(run.code, run.stdout + run.stderr).toBe(0)
  expect(existsSync(join(cwd, 'own.mp4'))).toBe(true)
  expect(run.stdout).toContain(`luma is reached at ${luma}, where LUMA_BASE_URL leads`)
})

test('a link from there to another port of this machine is refused, and the order parked', async () => {
  const door = await serverOfTest(passedOn)
  const run = await live(`${door.url}/luma/v1`, ...clip, '-o', 'led.mp4', '--json')
  expect([run.code, run.lines.at(-1)], run.stdout + run.stderr).toEqual([
    4,
    expect.objectContaining({ event: 'test-parked', reason: expect.stringContaining('is http') }),
  ])
  expect(existsSync(join(cwd, 'led.mp4'))).toBe(false)
})

test('a check and a quote name the address and its variable', async () => {
  const { luma } = emulator.baseUrls
  const checked = await live(luma, 'provider', 'check', 'luma', '--json')
  expect(checked.lines.at(-1)).toMatchObject({
    vendors: [{ vendor: 'luma', address: luma, addressFrom: 'LUMA_BASE_URL' }],
  })
  const words = ['--provider', 'luma', '--duration', '10', '--budget', '20', '--live', '--dry-run']
  const quoted = await live(luma, 'produce', 'A fox crosses a snowy city', ...words)
  expect(quoted.stdout, quoted.stderr).toContain(
    `! luma is reached at ${luma}, where LUMA_BASE_URL leads`,
  )
})

test('an account without money stops a film before anything is ordered', async () => {
  const { runway, anthropic, 'luma-legacy': legacy } = emulator.baseUrls
  const before = (await emulator.control('charges')).body.charges.length
  for (const [provider, env] of [
    ['runway', { RUNWAYML_BASE_URL: runway, RUNWAYML_API_SECRET: 'poor-key' }],
    ['luma', { LUMAAI_BASE_URL: legacy, LUMA_API_KEY: 'poor-key' }],
  ] as const) {
    const crew = { ANTHROPIC_BASE_URL: anthropic, ANTHROPIC_API_KEY: 'key-of-a-test' }
    const place = { home, cwd, env: { DATABASE_URL: database.url, ...crew, ...env } }
    const words = ['--provider', provider, '--duration', '10', '--budget', '20', '--live', '--yes']
    const run = await claudeStudio(place, 'produce', 'A fox crosses a city', ...words, '--json')
    expect(run.lines.at(-1), run.stdout + run.stderr).toMatchObject({
      code: 'vendor-no-credit',
      message: expect.stringContaining(`The account at ${provider} has $0.00 left`),
    })
    expect(run.code).not.toBe(0)
  }
  expect((await emulator.control('charges')).body.charges).toHaveLength(before)
})

test('a rest that one address asks for holds back no other, and a person who is led there ends it', async () => {
  const tooMany = {
    status: 429,
    headers: { 'content-type': 'application/json', 'retry-after': '86400' },
    body: { detail: 'Rate limit exceeded' },
  }
  const busy = await serverOfTest(async (request) =>
    request.method === 'POST' ? tooMany : passedOn(request),
  )
  const order = (baseUrl: string) =>
    live(baseUrl, ...clip, '--timeout', '600', '--force', '-o', 'rest.mp4')
  const asked = () => busy.requests.filter(({ method }) => method === 'POST').length
  const first = await order(`${busy.url}/luma/v1`)
  expect(first.stdout + first.stderr).toContain('Rate limit exceeded')
  expect(asked()).toBe(1)
  const other = await order(emulator.baseUrls.luma)
  expect(other.code, other.stdout + other.stderr).toBe(0)
  const resting = await order(`${busy.url}/luma/v1`)
  expect(resting.stdout + resting.stderr).toMatch(
    /luma asks to be left alone until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC; `npx --no-install claude-studio provider show luma --end-rest`/u,
  )
  expect(asked()).toBe(1)
  const elsewhere = await live(emulator.baseUrls.luma, 'provider', 'show', 'luma', '--end-rest')
  expect(elsewhere.stdout).toMatch(
    /rest +none was left to end\n.* UTC, under a key or at an address that is not set now; --end-rest --all-keys ends that/u,
  )
  const show = ['provider', 'show', 'luma'] as const
  const shown = await live(`${busy.url}/luma/v1`, ...show)
  expect(shown.stdout).toMatch(/rest +asked to be left alone until .* UTC; --end-rest ends that/u)
  const ended = await live(`${busy.url}/luma/v1`, ...show, '--end-rest')
  expect(ended.stdout).toContain('UTC; ended: the next order goes out')
  await order(`${busy.url}/luma/v1`)
  expect(asked()).toBe(2)
})
