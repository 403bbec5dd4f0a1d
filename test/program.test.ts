import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noKeys } from '../src/config/key-ring.ts'
import { settingsSchema } from '../src/config/settings.ts'
import { openStudio } from '../src/studio/studio.ts'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from './support/test-database.ts'

const tiny = (id: string): readonly string[] => [
  ...['produce', 'A robot waters a flower in a greenhouse', '--budget', '3', '--duration', '5'],
  ...['--pilots', '1', '--size', '256x144', '--fps', '12', '--run-id', id, '--json'],
]

/** A program run with one of the preloads of `support` before it, and what that wrote down. */
interface Preloaded {
  readonly run: CliRun
  readonly log: readonly string[]
}

let cwd = ''
let home = ''
let preloads = 0

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'claude-studio work-'))
  home = await makeHome('program')
})
afterAll(async () => {
  await removeHome(home)
  await rm(cwd, { recursive: true, force: true })
})

const environmentFor = (preload: string, log: string): NodeJS.ProcessEnv => {
  const file = pathToFileURL(join(import.meta.dirname, 'support', `${preload}-preload.ts`)).href
  const options = [process.env['NODE_OPTIONS'] ?? '', `--import=${file}`].join(' ').trim()
  return { NODE_OPTIONS: options, PRELOAD_LOG: log }
}

const preloaded = async (preload: string, ...words: readonly string[]): Promise<Preloaded> => {
  preloads += 1
  const log = join(cwd, `preload-${preloads}.log`)
  await writeFile(log, '')
  const run = await claudeStudio({ home, cwd, env: environmentFor(preload, log) }, ...words)
  return { run, log: (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '') }
}

describe('an offline production', () => {
  test('opens no socket but Unix sockets and loopback, in none of its processes', async () => {
    const { run, log } = await preloaded('loopback-only', ...tiny('robot'))
    expect(run.lines.at(-1)).toMatchObject({ event: 'production-wrapped', state: 'wrapped' })
    expect(log.filter((line) => line.startsWith('far'))).toEqual([])
    // The program and the database's supervisor, and connections to that database: the guard was there to see them.
    expect(log.filter((line) => line.startsWith('process')).length).toBeGreaterThanOrEqual(2)
    expect(log.filter((line) => line.startsWith('near')).length).toBeGreaterThan(1)
  })

  test.each([
    ['a connection', "(await import('node:net')).connect(9, '192.0.2.1')"],
    ['an encrypted one', "(await import('node:tls')).connect({ port: 9, host: '192.0.2.1' })"],
    ['a page', "await fetch('http://192.0.2.1/')"],
    ['a datagram', "(await import('node:dgram')).createSocket('udp4').send('x', 9, '192.0.2.1')"],
    ['a name', "await (await import('node:dns/promises')).lookup('example.invalid')"],
  ])('%s to elsewhere would have been seen', async (_, script) => {
    const log = join(cwd, 'guard.log')
    await writeFile(log, '')
    const code = await runScript(script, environmentFor('loopback-only', log))
    expect(code).not.toBe(0)
    expect(await readFile(log, 'utf8')).toMatch(/^far /m)
  })
})

describe('commands that run no production', () => {
  const commands: readonly (readonly string[])[] = [
    ['runs', 'list'],
    ['runs', 'show', 'robot'],
    ['runs', 'watch', 'robot'],
    ['takes', 'list', 'robot'],
    ['takes', 'circle', 'robot', '1A-1'],
    ['qa', 'show', 'robot'],
    ['budget', 'robot'],
    ['spend'],
    ['disk'],
    ['agents', 'list'],
    ['agents', 'show', 'editor'],
    ['provider', 'list'],
    ['config', 'show'],
    ['themes'],
    ['doctor'],
    ['combine', 'robot', '--list'],
    ['combine', 'robot', '--scenes', '1'],
    ['produce', 'A fox in the snow', '--budget', '3', '--duration', '5', '--dry-run'],
    ['runs', 'delete', 'robot', '--yes'],
  ]
  test.each(commands.map((words) => ({ command: words.join(' '), words })))(
    '$command loads no DBOS',
    async ({ words }) => {
      const { run, log } = await preloaded('no-dbos', ...words, '--json')
      expect(log.filter((line) => line.startsWith('dbos'))).toEqual([])
      expect(log).not.toEqual([])
      expect(run.code, run.stdout + run.stderr).toBe(0)
    },
  )

  test('a dry run on a machine that has no home yet makes none', async () => {
    const fresh = join(cwd, 'no home yet')
    const words = ['produce', 'A fox in the snow', '--budget', '3', '--duration', '5']
    const run = await claudeStudio({ home: fresh, cwd }, ...words, '--dry-run', '--json')
    expect(run.lines).toMatchObject([{ event: 'quote' }])
    expect(existsSync(fresh)).toBe(false)
  })

  test('a run that stands still is cancelled without DBOS', async () => {
    const planned = await claudeStudio({ home, cwd }, ...tiny('planned'), '--until', 'plan')
    expect(planned.lines.at(-1)).toMatchObject({ state: 'stopped' })
    const { run, log } = await preloaded('no-dbos', 'runs', 'cancel', 'planned', '--json')
    expect(log.filter((line) => line.startsWith('dbos'))).toEqual([])
    expect(run.code).toBe(0)
    const shown = await claudeStudio({ home, cwd }, 'runs', 'show', 'planned', '--json')
    expect(shown.lines.at(-1)).toMatchObject({ state: 'cancelled' })
  })

  test('a production would have been seen to load it', async () => {
    const { run, log } = await preloaded('no-dbos', ...tiny('stopped'))
    expect(log).toContain('dbos @dbos-inc/dbos-sdk')
    expect(run.code).not.toBe(0)
  })
})

describe('a PostgreSQL of somebody else', () => {
  let outside: TestDatabase
  let ownHome = ''
  beforeAll(async () => {
    outside = await testDatabase()
    ownHome = await makeHome('guest')
  })
  afterAll(async () => {
    await outside.close()
    await removeHome(ownHome)
  })

  test('named by DATABASE_URL keeps a whole production, and the home has no database of its own', async () => {
    const place = { home: ownHome, cwd, env: { DATABASE_URL: outside.url } }
    const run = await claudeStudio(place, ...tiny('guest'))
    expect(run.lines.at(-1)).toMatchObject({ event: 'production-wrapped', state: 'wrapped' })
    expect(existsSync(join(cwd, 'productions', 'guest', 'master.mp4'))).toBe(true)
    const shown = await claudeStudio(place, 'runs', 'show', 'guest', '--json')
    expect(shown.lines.at(-1)).toMatchObject({ productionId: 'guest', state: 'wrapped' })
    expect(await runsIn(outside.url)).toEqual(['guest'])
    for (const folder of await ownDatabaseFolders(ownHome)) expect(existsSync(folder)).toBe(false)
  })
})

describe('a studio that cannot be opened', () => {
  let outside: TestDatabase
  let ownHome = ''
  beforeAll(async () => {
    outside = await testDatabase()
    ownHome = await makeHome('shut')
  })
  afterAll(async () => {
    await outside.close()
    await removeHome(ownHome)
  })

  test('leaves no connection open that would keep the process alive', async () => {
    const settings = settingsSchema.parse({ databaseUrl: outside.url })
    // The schema lets no such cap through; here it stands for whatever may go wrong after the database was opened.
    const opening = openStudio({
      ...settings,
      dayCapUsd: 1e-7,
      home: ownHome,
      keys: noKeys,
      baseUrls: {},
    })
    await expect(opening).rejects.toThrow('not an amount of money')
    expect(await connectionsOfStudio(outside.url)).toBe(0)
  })

  test.each([{ json: [] }, { json: ['--json'] }])(
    'for a cap that is no money ends and says what to put right ($json)',
    async ({ json }) => {
      await writeFile(join(ownHome, 'settings.json'), '{"dayCapUsd":1e-7}')
      const run = await claudeStudio({ home: ownHome, cwd }, 'runs', 'list', ...json)
      expect(run.code).toBe(2)
      expect(run.stdout + run.stderr).toContain('config set dayCapUsd VALUE (or --default)')
    },
  )
})

const connectionsOfStudio = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'claude-studio'",
    )
    return found.rows[0]?.count ?? -1
  } finally {
    await client.end()
  }
}

/** Run a script under a preload; resolves with its exit code. */
const runScript = async (script: string, env: NodeJS.ProcessEnv): Promise<number | null> => {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  return new Promise((resolve) => child.once('close', resolve))
}

const runsIn = async (url: string): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query<{ id: string }>('SELECT id FROM claude_studio.productions')
    return found.rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

/** Where an embedded database of a home would lie, for a user and for root; asking the engine would make the folder. */
const ownDatabaseFolders = async (of: string): Promise<readonly string[]> => {
  const digest = createHash('sha256')
    .update(await realpath(of))
    .digest('hex')
    .slice(0, 16)
  return [join(of, 'database'), join('/var/lib/claude-studio', digest)]
}
