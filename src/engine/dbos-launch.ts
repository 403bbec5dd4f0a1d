import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DBOS, DLogger } from '@dbos-inc/dbos-sdk'
import pg from 'pg'
import type { ExecutorFence } from './executor-fence.ts'
import { applicationName, engineTables } from './takeover.ts'

/** DBOS as loaded. */
export type Dbos = typeof DBOS

/** What {@link launchDbos} is told. */
export interface DbosLaunch {
  readonly url: string
  readonly executorId: string
  /** Queue of this executor alone. */
  readonly queue: string
  /** Version of the workflow bodies. */
  readonly version: string
  readonly log: (message: string) => void
  readonly fence: ExecutorFence
  /** Register the workflows; called before the launch. */
  readonly register: (dbos: Dbos) => void
}

/** DBOS at work. */
export interface LaunchedDbos {
  readonly dbos: Dbos
  /** Stop it and forget its registrations, so that it can be launched again. */
  close(): Promise<void>
}

/** Version of DBOS that the database was last prepared for, and of our tables beside it. */
const installedVersion = 'dbos 5.3.0, engine 1'

/** Advisory lock under which the engine's tables are made; several first launches at once deadlock without it. */
const migrationLock = 7_420_002

const lockPauseMs = 50
const queuePollMs = 250
const connections = 8
/** A frozen process must not hold row locks for ever: as long as DBOS's own pools set it. */
const idleTransactionMs = 60_000

/**
 * Load and launch DBOS: silent, on a prepared database, with a queue of its own for takeovers.
 *
 * @throws TypeError when the process runs an engine already: DBOS is one per process
 */
export const launchDbos = async (launch: DbosLaunch): Promise<LaunchedDbos> => {
  const { DBOS: dbos } = await import('@dbos-inc/dbos-sdk')
  if (dbos.isInitialized()) throw new TypeError('This process runs a workflow engine already')
  const logger = quietLogger(launch.log)
  await prepareDatabase(launch, logger)
  const pool = quietPool(launch)
  dbos.setConfig({
    name: applicationName,
    systemDatabaseUrl: launch.url,
    systemDatabasePool: pool,
    applicationVersion: launch.version,
    executorID: launch.executorId,
    logger,
    listenQueues: [],
    useListenNotify: false,
    runMigrations: false,
  })
  launch.register(dbos)
  const { registerInternalQueue } = await import('@dbos-inc/dbos-sdk/internal/wfqueue')
  registerInternalQueue(launch.queue, { minPollingIntervalMs: queuePollMs })
  const close = async (): Promise<void> => {
    await dbos.shutdown({ deregister: true })
    await pool.end()
  }
  try {
    await dbos.launch()
  } catch (cause) {
    await close()
    throw cause
  }
  return { dbos, close }
}

/** DBOS's own pool asks two questions at once on each new connection, of which `pg` warns on stderr. */
const quietPool = (launch: DbosLaunch): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: launch.url,
    application_name: `claude-studio ${launch.executorId}`.slice(0, 63),
    max: connections,
    keepAlive: true,
    stream: () => new Socket().on('error', markLost),
    onConnect: (client) =>
      client.query(`SET idle_in_transaction_session_timeout = ${idleTransactionMs}`),
  })
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      markLost(error)
      launch.log(`A database connection dropped: ${error.message}`)
    })
  })
  pool.on('error', (error) => launch.log(`An idle database connection dropped: ${error.message}`))
  return pool
}

/**
 * Say in DBOS's terms that a write to a connection that is gone met a lost connection. DBOS 5.3 waits until the database is
 * back after each kind of loss but EPIPE, which would end the run (`retriablePostgresException` in system_database.ts).
 * Both listeners run before the driver tells the query; the socket's alone hears of it while connecting, the client's alone over TLS.
 */
const markLost = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') error.cause ??= new Error('server closed the connection')
}

const prepareDatabase = async (launch: DbosLaunch, logger: DLogger): Promise<void> => {
  if (await isPrepared(launch.fence)) return
  await takeMigrationLock(launch.fence)
  try {
    if (await isPrepared(launch.fence)) return
    const [{ migrateSystemDatabase }, { GlobalLogger }] = await Promise.all([
      import('@dbos-inc/dbos-sdk/internal/system_database'),
      import('@dbos-inc/dbos-sdk/internal/telemetry/logs'),
    ])
    await migrateSystemDatabase(launch.url, new GlobalLogger(undefined, { logger }))
    await launch.fence.query(engineTables)
    await launch.fence.query(
      `INSERT INTO engine.installed (version) VALUES ($1)
       ON CONFLICT (one_row) DO UPDATE SET version = excluded.version`,
      [installedVersion],
    )
  } finally {
    await launch.fence.query('SELECT pg_advisory_unlock($1::bigint)', [migrationLock])
  }
}

/** Asks again and again: a session that waits in the lock holds a snapshot, and the migrations wait for all snapshots to end. */
const takeMigrationLock = async (fence: ExecutorFence): Promise<void> => {
  for (;;) {
    const found = await fence.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1::bigint) AS taken',
      [migrationLock],
    )
    if (found[0]?.taken === true) return
    await sleep(lockPauseMs)
  }
}

const isPrepared = async (fence: ExecutorFence): Promise<boolean> => {
  const table = await fence.query<{ exists: boolean }>(
    `SELECT to_regclass('engine.installed') IS NOT NULL AS exists`,
  )
  if (table[0]?.exists !== true) return false
  const found = await fence.query<{ version: string }>('SELECT version FROM engine.installed')
  return found[0]?.version === installedVersion
}

/** DBOS prints to the terminal by default; warnings and errors go to the log instead, the rest nowhere. */
const quietLogger = (log: (message: string) => void): DLogger => {
  const tell = (entry: unknown): void => log(entry instanceof Error ? entry.message : String(entry))
  return { info: () => undefined, debug: () => undefined, warn: tell, error: tell }
}
