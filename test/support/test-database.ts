import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { databaseFolders, databaseUrl } from '../../src/engine/database-folders.ts'
import {
  type AttachedDatabase,
  ensureDatabase,
  stopDatabase,
} from '../../src/engine/embedded-postgres.ts'

/** A database of a test's own. */
export interface TestDatabase {
  /** Connection string for `pg`; other processes may use it too while this is open. */
  readonly url: string
  /** Drop it; the last one out stops the server and removes its files. */
  close(): Promise<void>
}

/** The server that the test databases of this process share. */
interface SharedServer {
  readonly home: string
  readonly database: AttachedDatabase
}

let users = 0
let shared: Promise<SharedServer> | null = null

/** Make a fresh, empty database on a real PostgreSQL; about a second for the first of a test file, then little. */
export const testDatabase = async (): Promise<TestDatabase> => {
  users += 1
  shared ??= startShared()
  const { home, database } = await shared
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(database.url, `CREATE DATABASE ${name}`)
  const { socket } = await databaseFolders(home)
  return {
    url: databaseUrl(socket, name),
    close: async () => {
      await execute(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      users -= 1
      if (users > 0) return
      shared = null
      await database.close()
      await removeHome(home)
    },
  }
}

/** A new home folder for tests that start their own server; remove it with {@link removeHome}. */
export const makeHome = (name = 'home'): Promise<string> =>
  mkdtemp(join(tmpdir(), `claude-studio-${name}-`))

/** Stop a home's server, and remove the home and all that belongs to it. */
export const removeHome = async (home: string): Promise<void> => {
  await stopDatabase(home)
  const { base, socket } = await databaseFolders(home)
  for (const path of [base, socket, home]) await rm(path, { recursive: true, force: true })
}

const startShared = async (): Promise<SharedServer> => {
  const home = await makeHome()
  return { home, database: await ensureDatabase({ home, idleSeconds: 1 }) }
}

const execute = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
