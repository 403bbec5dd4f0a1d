import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fillHome, readHome } from '../../test/ledger/sample-home.ts'
import type { TestDatabase } from '../../test/support/test-database.ts'
import { testDatabase } from '../../test/support/test-database.ts'
import { sampleBrief } from '../testing/sample-production.ts'
import { openStore } from './database.ts'
import { migrations } from './migrations/index.ts'
import { productionStore } from './production-store.ts'

const fixtures = join(import.meta.dirname, '__fixtures__')
const homes: TestDatabase[] = []

// One database stays open throughout, so that the server the tests share does not stop between them.
let anchor: TestDatabase

beforeAll(async () => {
  anchor = await testDatabase()
})

afterAll(async () => {
  await anchor.close()
})

afterEach(async () => {
  for (const home of homes.splice(0)) await home.close()
})

const emptyHome = async (): Promise<string> => {
  const home = await testDatabase()
  homes.push(home)
  return home.url
}

const execute = async <Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

test('four first launches at the same instant leave one home that all of them use', async () => {
  const url = await emptyHome()
  const opened = await Promise.all([1, 2, 3, 4].map(() => openStore({ url })))
  for (const [index, database] of opened.entries()) {
    const store = productionStore(database, 'home')
    const id = `run-${index}`
    await store.create({ id, brief: sampleBrief, outputDir: `/films/${id}`, until: null })
    expect(await store.list(10)).toHaveLength(index + 1)
  }
  for (const database of opened) await database.close()
  const versions = await execute(url, 'select version from claude_studio.schema_version')
  expect(versions).toEqual(migrations.map((_, index) => ({ version: index + 1 })))
})

test('a home opened again is as it was left', async () => {
  const url = await emptyHome()
  const first = await openStore({ url })
  await fillHome(first)
  const left = await readHome(first)
  await first.close()
  const second = await openStore({ url })
  expect(await readHome(second)).toEqual(left)
  await second.close()
})

test('a home of every released version opens with all it holds, and its tables become those of a new home', async () => {
  const released = (await readdir(fixtures)).filter((name) => name.endsWith('.sql')).toSorted()
  expect(released).toEqual(migrations.map((_, index) => `home-v${index + 1}.sql`))
  const fresh = await emptyHome()
  await (await openStore({ url: fresh })).close()
  for (const name of released) {
    const url = await emptyHome()
    await execute(url, await readFile(join(fixtures, name), 'utf8'))
    const database = await openStore({ url })
    const kept = JSON.parse(await readFile(join(fixtures, name.replace('.sql', '.json')), 'utf8'))
    expect(await readHome(database)).toEqual(kept)
    await database.close()
    expect(await shapeOf(url)).toEqual(await shapeOf(fresh))
  }
})

/** Columns, indexes and constraints of our tables, as text. */
const shapeOf = (url: string): Promise<readonly { readonly line: string }[]> =>
  execute(
    url,
    `select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, identity_generation) as line
      from information_schema.columns where table_schema = 'claude_studio'
    union all select indexdef from pg_indexes where schemaname = 'claude_studio'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'claude_studio'::regnamespace
    union all select relname || ' ' || relpersistence::text from pg_class
      where relnamespace = 'claude_studio'::regnamespace and relkind = 'r'
    order by line`,
  )

test('a home of a newer version is refused by name of the version and left as it is', async () => {
  const url = await emptyHome()
  await (await openStore({ url })).close()
  await execute(url, 'insert into claude_studio.schema_version (version) values (99)')
  const before = await shapeOf(url)
  await expect(openStore({ url })).rejects.toMatchObject({
    ...{ code: 'home-too-new', message: expect.stringMatching(/version 99.*Update/) },
  })
  expect(await shapeOf(url)).toEqual(before)
})

test('a connection that drops between two statements fails their transaction, and not the process', async () => {
  const url = await emptyHome()
  const database = await openStore({ url })
  const cutOff = database.write(async (tables) => {
    const asked = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tables)
    await execute(url, `select pg_terminate_backend(${asked.rows[0]?.pid}, 5000)`)
    await sleep(200)
    return sql`select 1`.execute(tables)
  })
  await expect(cutOff).rejects.toMatchObject({ code: 'database-unavailable', retry: 'later' })
  expect(await productionStore(database, 'home').list(1)).toEqual([])
  await database.close()
})

test('a database that is not there says so, where, and what to do, without the password', async () => {
  const url = 'postgresql://studio:hunter2@127.0.0.1:1/films'
  const failure = openStore({ url, patienceMs: 0 })
  await expect(failure).rejects.toMatchObject({ code: 'database-unavailable', retry: 'later' })
  const message = await failure.catch((error: Error) => error.message)
  expect(message).toMatch(/127\.0\.0\.1:1\/films.*ECONNREFUSED.*doctor/)
  expect(message).not.toContain('hunter2')
})

test('a database name that does not exist is refused at once, not tried again', async () => {
  const url = (await emptyHome()).replace(/\/test_\w+/, '/no_such_database')
  await expect(openStore({ url, patienceMs: 600_000 })).rejects.toMatchObject({
    ...{ code: 'database-unavailable', retry: 'never' },
  })
})

test('a server that hangs up is tried again until it gives an answer', async () => {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    if (knocks < 3) socket.destroy()
    else socket.once('data', () => socket.end(noSuchDatabase()))
  })
  const url = await urlOf(server)
  try {
    await expect(openStore({ url, patienceMs: 600_000 })).rejects.toMatchObject({
      ...{ code: 'database-unavailable', retry: 'never' },
    })
    expect(knocks).toBe(3)
  } finally {
    server.close()
  }
})

test('a server that recovers from a crash is waited for beyond all other patience, and told once', async () => {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    const answer =
      knocks < 4 ? refusal('57P03', 'the database system is starting up') : noSuchDatabase()
    socket.once('data', () => socket.end(answer))
  })
  const url = await urlOf(server)
  const told: string[] = []
  try {
    const opening = openStore({ url, patienceMs: 0, onWait: (text) => void told.push(text) })
    await expect(opening).rejects.toMatchObject({ retry: 'never' })
    expect(knocks).toBe(4)
    expect(told).toEqual([
      expect.stringMatching(/films is starting up: waiting for it, 60 s at most/),
    ])
  } finally {
    server.close()
  }
})

const urlOf = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `postgresql://studio@127.0.0.1:${port}/films`
}

const noSuchDatabase = (): Buffer => refusal('3D000', 'database "films" does not exist')

/** ErrorResponse: PostgreSQL 18 documentation, 54.7 Message Formats. */
const refusal = (code: string, message: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

test('a connection that drops between two calls is replaced without anybody noticing', async () => {
  const url = await emptyHome()
  const database = await openStore({ url })
  const store = productionStore(database, 'home')
  await store.list(1)
  await execute(
    url,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await expect.poll(() => store.list(1).catch(() => null), { timeout: 30_000 }).toEqual([])
  await database.close()
})

test('a transaction that fails leaves nothing behind', async () => {
  const url = await emptyHome()
  const database = await openStore({ url })
  const store = productionStore(database, 'home')
  await store.create({ id: 'lake', brief: sampleBrief, outputDir: '/films/lake', until: null })
  const failing = database.write(async (tables) => {
    await tables.deleteFrom('ledger_accounts').execute()
    throw new Error('the power went')
  })
  await expect(failing).rejects.toThrow('the power went')
  const rows = await database.read((tables) =>
    tables.selectFrom('ledger_accounts').select('production').execute(),
  )
  expect(rows).toEqual([{ production: 'lake' }])
  await database.close()
})
