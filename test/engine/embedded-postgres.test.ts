import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import { databaseFolders } from '../../src/engine/database-folders.ts'
import {
  type AttachedDatabase,
  databaseStatus,
  ensureDatabase,
  stopDatabase,
} from '../../src/engine/embedded-postgres.ts'
import { identifyProcess } from '../../src/kit/process-identity.ts'
import { makeHome, removeHome } from '../support/test-database.ts'

const clientPath = fileURLToPath(new URL('database-client-process.ts', import.meta.url))
const homes: string[] = []
const attached: AttachedDatabase[] = []

afterEach(async () => {
  for (const database of attached.splice(0)) await database.close()
  for (const home of homes.splice(0)) await removeHome(home)
})

const newHome = async (below = ''): Promise<string> => {
  const parent = await makeHome('embedded')
  homes.push(join(parent, below), parent)
  return join(parent, below)
}

const attach = async (home: string, idleSeconds = 1): Promise<AttachedDatabase> => {
  const database = await ensureDatabase({ home, idleSeconds })
  attached.push(database)
  return database
}

const detach = async (database: AttachedDatabase): Promise<void> => {
  attached.splice(attached.indexOf(database), 1)
  await database.close()
}

const ask = async <Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Ask until it is answered: the server may be on its way back. */
const askPatiently = async (url: string, text: string): Promise<pg.QueryResultRow[]> => {
  for (;;) {
    const rows = await ask(url, text).catch(() => null)
    if (rows !== null) return rows
    await pause(50)
  }
}

const untilState = async (home: string, state: string): Promise<void> => {
  while ((await databaseStatus(home)).state !== state) await pause(50)
}

/** Another process that uses the home; `input.end()` lets it go. */
const otherProcess = async (
  home: string,
  before: readonly string[] = [],
): Promise<{
  readonly words: { url: string; started: string; user: string }
  end(): Promise<void>
}> => {
  const [command = process.execPath, ...rest] = [...before, process.execPath, clientPath, home, '1']
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  let text = ''
  for await (const chunk of child.stdout) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return {
    words: JSON.parse(text),
    end: async () => {
      child.stdin.end()
      await closed
      expect(child.exitCode).toBe(0)
    },
  }
}

it('four first launches at once, in a home with spaces, share one server', async () => {
  const home = await newHome('a home with spaces, çedillas')
  const all = await Promise.all([1, 2, 3, 4].map(() => otherProcess(home)))
  expect(new Set(all.map(({ words }) => words.started)).size).toBe(1)
  expect((await databaseStatus(home)).state).toBe('running')
  await Promise.all(all.map((one) => one.end()))
})

it('a long home gets a socket path that systems accept', async () => {
  const home = await newHome(join('x'.repeat(120), 'y'.repeat(120)))
  const { url } = await attach(home)
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  const { socket } = await databaseStatus(home)
  expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThan(100)
  const mode = (await stat(socket)).mode & 0o007
  expect(mode, 'nobody else comes in').toBe(0)
})

it('the studio works without superuser rights, and no superuser or network gets in', async () => {
  const { url } = await attach(await newHome())
  const settings = `SELECT current_setting('is_superuser') AS super, current_setting('listen_addresses') AS tcp`
  expect(await ask(url, settings)).toEqual([{ super: 'off', tcp: '' }])
  await expect(ask(url.replace('claude_studio@', 'postgres@'), 'SELECT 1')).rejects.toThrow(
    /rejects connection/,
  )
})

it('the server stays while somebody is attached, stops when nobody is, and keeps its rows', async () => {
  const home = await newHome()
  const first = await attach(home)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS seven')
  const { serverPid } = await databaseStatus(home)
  await pause(3000)
  expect((await databaseStatus(home)).serverPid).toBe(serverPid)
  await detach(first)
  await untilState(home, 'stopped')
  const second = await attach(home)
  expect(await ask(second.url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
})

it('after kill -9 of the supervisor nobody notices, and the next client gives the server a new one', async () => {
  const home = await newHome()
  const first = await attach(home)
  const before = await databaseStatus(home)
  process.kill(before.supervisorPid ?? 0, 'SIGKILL')
  await untilState(home, 'unsupervised')
  expect(await ask(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await attach(home)
  await untilState(home, 'running')
  const after = await databaseStatus(home)
  expect(after.serverPid).toBe(before.serverPid)
  expect(after.supervisorPid).not.toBe(before.supervisorPid)
})

it('after kill -9 of the server it comes back with its rows, for those attached and for new ones', async () => {
  const home = await newHome()
  const first = await attach(home)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS seven')
  const before = await databaseStatus(home)
  process.kill(before.serverPid ?? 0, 'SIGKILL')
  expect(await askPatiently(first.url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
  const second = await attach(home)
  await detach(second)
  await pause(2500)
  // The first client took hold of the new server too, or it would have stopped by now.
  expect((await databaseStatus(home)).state).toBe('running')
})

it('after kill -9 of both, whoever is attached brings the database back', async () => {
  const home = await newHome()
  const { url } = await attach(home)
  await ask(url, 'CREATE TABLE kept AS SELECT 7 AS seven')
  const before = await databaseStatus(home)
  process.kill(before.supervisorPid ?? 0, 'SIGKILL')
  process.kill(before.serverPid ?? 0, 'SIGKILL')
  expect(await askPatiently(url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
  await untilState(home, 'running')
})

it('stopDatabase stops it, and says when there was nothing to stop', async () => {
  const home = await newHome()
  const database = await attach(home, 60)
  await detach(database)
  expect(await stopDatabase(home)).toBe(true)
  expect((await databaseStatus(home)).state).toBe('stopped')
  expect(await stopDatabase(home)).toBe(false)
})

it('a client that comes while the idle server stops gets the next one', async () => {
  const home = await newHome()
  for (let round = 0; round < 4; round += 1) {
    await detach(await attach(home, 0.2))
    await pause(150 + round * 50)
    const { url } = await attach(home, 0.2)
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    for (const database of attached.splice(0)) await database.close()
  }
})

it('a home that is a file is an error that names it', async () => {
  const parent = await newHome()
  const home = join(parent, 'file')
  await writeFile(home, '')
  await expect(ensureDatabase({ home })).rejects.toMatchObject({
    code: 'not-writable',
    message: expect.stringContaining(home),
  })
})

it.runIf(process.getuid?.() === 0)('an ordinary user has it in his home', async () => {
  const nobody = 65534
  const parent = await mkdtemp(join(tmpdir(), 'claude-studio-ordinary-'))
  const home = join(parent, 'home of nobody')
  await mkdir(home)
  for (const folder of [parent, home]) await chown(folder, nobody, nobody)
  const become = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  try {
    const one = await otherProcess(home, become)
    expect(one.words.user).toBe('claude_studio')
    const data = await stat(join(home, 'database', 'data'))
    expect({ uid: data.uid, mode: data.mode & 0o777 }).toEqual({ uid: nobody, mode: 0o700 })
    await one.end()
    const lock = join(home, 'database', 'supervisor.lock')
    while (await stat(lock).catch(() => null)) await pause(50)
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
})

it('a supervisor that does not go when told to is named, and not waited for without end', async () => {
  const home = await newHome()
  const { lock } = await databaseFolders(home)
  const deaf = spawn(process.execPath, [
    '-e',
    "process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); process.stdout.write('deaf')",
  ])
  try {
    await once(deaf.stdout, 'data')
    await writeFile(lock, JSON.stringify(await identifyProcess(deaf.pid ?? 0)))
    await expect(stopDatabase(home, 300)).rejects.toThrow(
      `process ${deaf.pid}) did not stop within 0.3 s`,
    )
  } finally {
    deaf.kill('SIGKILL')
    await once(deaf, 'close')
  }
})
