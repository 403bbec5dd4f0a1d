import { setTimeout as sleep } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { isStudioError } from '../domain/errors.ts'
import { microUsd } from '../domain/money.ts'
import { asStoreError, databaseTarget, isStarting } from './database-error.ts'
import { heldLocks, lockSession } from './lock-session.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'
import { schemaName } from './tables.ts'

/** An open home: the tables of every tenant, migrated to this version. */
export interface Database {
  /**
   * Read, each statement by itself.
   *
   * @throws StudioError `database-unavailable` when the server cannot be reached
   */
  read<Result>(run: (tables: Kysely<Tables>) => Promise<Result>): Promise<Result>
  /**
   * Run in one transaction (read committed): committed when the promise resolves, rolled back when it rejects.
   *
   * @throws StudioError `database-unavailable` when the server cannot be reached
   */
  write<Result>(run: (tables: Transaction<Tables>) => Promise<Result>): Promise<Result>
  /** Run while being the only holder of a name over all processes on this database. Names wait for themselves alone. */
  withLock<Result>(name: string, run: () => Promise<Result>): Promise<Result>
  /** Be the only holder of a name until the answer is called; null when somebody else is. */
  tryLock(name: string): Promise<(() => Promise<void>) | null>
  /** Those of these names that somebody holds now, in whatever process. */
  locked(names: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/** How to open a home. */
export interface StoreOptions {
  /** `postgresql://…`; a socket folder goes into `?host=`. */
  readonly url: string
  /** Most connections at once. Default 10; one more is used for locks. */
  readonly connections?: number
  /** How long a server that is not there yet is tried again, in ms. Default 15 000. One that says that it is starting: 60 000. */
  readonly patienceMs?: number
  /** Told once, as a sentence, that a server is waited for that is starting. Default: nobody */
  readonly onWait?: (text: string) => void
}

/**
 * Connect to PostgreSQL and bring its tables to this version. Any number of processes may do so at once.
 *
 * @throws StudioError `database-unavailable` when the server cannot be reached in time or refuses us;
 *   `home-too-new` when the tables are from a newer version of the studio
 */
export const openStore = async (options: StoreOptions): Promise<Database> => {
  const target = databaseTarget(options.url)
  const client = {
    connectionString: options.url,
    types,
    keepAlive: true,
    application_name: 'claude-studio',
  }
  const pool = new pg.Pool({
    ...client,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 15_000,
    // A frozen process must not hold a tenant's row for ever.
    idle_in_transaction_session_timeout: 60_000,
  })
  // An idle connection that drops is replaced by the pool; whoever needs the server next hears of it.
  pool.on('error', () => undefined)
  // One that drops between two statements of a transaction tells nobody else, and would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const locks = lockSession(() => new pg.Client(client))
  const guarded = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    try {
      return await run()
    } catch (error) {
      throw asStoreError(error, target)
    }
  }
  const close = async (): Promise<void> => {
    await locks.close()
    await tables.destroy()
  }
  try {
    await patiently({ ...options, target }, () => guarded(() => migrate(tables)))
  } catch (error) {
    await close()
    throw error
  }
  const ours = tables.withSchema(schemaName)
  return {
    read: (run) => guarded(() => run(ours)),
    write: (run) => guarded(() => ours.transaction().execute(run)),
    withLock: async (name, run) => {
      const release = await guarded(() => locks.acquire(name))
      try {
        return await run()
      } finally {
        await release()
      }
    },
    tryLock: (name) => guarded(() => locks.tryAcquire(name)),
    locked: (names) => guarded(() => heldLocks(tables, names)),
    close,
  }
}

/** How long a server that recovers from a crash is waited for, in milliseconds. Chosen by this project. */
const startingPatienceMs = 60_000

const patiently = async (
  {
    target,
    patienceMs = 15_000,
    onWait = () => undefined,
  }: Pick<StoreOptions, 'patienceMs' | 'onWait'> & { readonly target: string },
  run: () => Promise<void>,
): Promise<void> => {
  const began = performance.now()
  for (let isTold = false; ; ) {
    try {
      return await run()
    } catch (error) {
      const isComing = isStarting(error)
      const patience = isComing ? Math.max(startingPatienceMs, patienceMs) : patienceMs
      const worthIt = isStudioError(error) && error.retry === 'later'
      if (!worthIt || performance.now() - began >= patience) throw error
      if (isComing && !isTold) {
        onWait(
          `The database at ${target} is starting up: waiting for it, ${patience / 1000} s at most.`,
        )
      }
      isTold ||= isComing
      await sleep(200)
    }
  }
}

// Type numbers: PostgreSQL 18, src/include/catalog/pg_type.dat.
const typeNumbers = { int8: 20, date: 1082, timestamptz: 1184 } as const

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === typeNumbers.int8) return (text: string) => microUsd(Number(text))
    if (oid === typeNumbers.date) return (text: string) => text
    if (oid === typeNumbers.timestamptz) return (text: string) => new Date(text).toISOString()
    return pg.types.getTypeParser(oid, format)
  },
}
