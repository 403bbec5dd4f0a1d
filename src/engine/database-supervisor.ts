import { stat, truncate } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { identifyProcess } from '../kit/process-identity.ts'
import {
  applicationDatabase,
  attachmentLock,
  type DatabaseFolders,
  databaseFolders,
  databaseUrl,
} from './database-folders.ts'
import { acquireLock } from './exclusive-lock.ts'
import { type PostgresBinaries, preparePostgres } from './postgres-binaries.ts'
import {
  initialise,
  runningServer,
  type ServerUser,
  serverUser,
  startServer,
  stopServer,
} from './postgres-server.ts'

/** The server a supervisor looks after. */
interface Charge {
  readonly folders: DatabaseFolders
  readonly binaries: PostgresBinaries
  readonly user: ServerUser | null
  readonly idleMs: number
  readonly signal: AbortSignal
}

/** Right after a hard kill the first starts fail until the old server's children are gone. */
const mostFailedStarts = 30
const startPauseMs = 250
const logLimitBytes = 5_000_000

/** Look after one home's server until nobody needs it, or a signal says stop. Leaves at once when another one does. */
const supervise = async (home: string, idleMs: number): Promise<void> => {
  const folders = await databaseFolders(home)
  const lock = await acquireLock(folders.lock)
  if (lock === null) return
  const stop = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stop.abort())
  process.on('SIGHUP', () => undefined) // The terminal of the first client may close; the others still need us.
  try {
    await trimLog(folders.log)
    const binaries = await preparePostgres(folders)
    const user = await serverUser(folders)
    await initialise(folders, binaries, user)
    await serve({ folders, binaries, user, idleMs, signal: stop.signal })
  } finally {
    await lock.release()
  }
}

const serve = async (charge: Charge): Promise<void> => {
  let failedStarts = 0
  while (!charge.signal.aborted) {
    const { folders, binaries, user } = charge
    // A server without a supervisor is adopted: its clients notice nothing.
    const pid = (await runningServer(folders)) ?? (await startServer(folders, binaries, user))
    const client = await connect(charge, pid)
    if (client === null) {
      failedStarts += 1
      if (failedStarts > mostFailedStarts) {
        throw new Error(`PostgreSQL did not start in ${failedStarts} attempts; see above`)
      }
      await sleep(startPauseMs)
      continue
    }
    failedStarts = 0
    const end = await watch(client, charge)
    if (end !== 'lost') await stopServer(pid)
    await client.end().catch(() => undefined) // The server closed it, or is gone.
    if (end !== 'lost') return
  }
}

/** Connect once the server answers; null when it died before. */
const connect = async (charge: Charge, pid: number): Promise<pg.Client | null> => {
  for (;;) {
    const client = new pg.Client({
      connectionString: databaseUrl(charge.folders.socket, applicationDatabase),
      application_name: 'claude-studio supervisor',
    })
    client.on('error', () => undefined) // The next query reports it.
    try {
      await client.connect()
      return client
    } catch {
      await client.end().catch(() => undefined)
      if ((await identifyProcess(pid)) === null) return null
      await sleep(50)
    }
  }
}

/** Wait until the server is idle long enough, lost, or to be stopped. */
const watch = async (client: pg.Client, charge: Charge): Promise<'idle' | 'lost' | 'signal'> => {
  const pauseMs = Math.min(1000, Math.max(50, charge.idleMs / 4))
  let lastUsed = performance.now()
  try {
    while (!charge.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: charge.signal }).catch(() => undefined)
      if (charge.signal.aborted) return 'signal'
      if (await isUsed(client)) lastUsed = performance.now()
      else if (performance.now() - lastUsed >= charge.idleMs && (await claim(client))) return 'idle'
    }
    return 'signal'
  } catch {
    return 'lost'
  }
}

const isUsed = async (client: pg.Client): Promise<boolean> => {
  const found = await client.query<{ used: boolean }>(
    `SELECT count(*) > 0 AS used FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  return found.rows[0]?.used ?? true
}

/** From here to the stop no client can attach, so none is cut off half-way in. */
const claim = async (client: pg.Client): Promise<boolean> => {
  const found = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1::bigint) AS taken',
    [attachmentLock],
  )
  if (found.rows[0]?.taken !== true) return false
  if (!(await isUsed(client))) return true
  await client.query('SELECT pg_advisory_unlock($1::bigint)', [attachmentLock])
  return false
}

const trimLog = async (path: string): Promise<void> => {
  const { size } = await stat(path).catch(() => ({ size: 0 }))
  if (size > logLimitBytes) await truncate(path)
}

const [, , home, idleMs] = process.argv
if (home === undefined || idleMs === undefined) {
  throw new TypeError('The database supervisor is started with a home and an idle time')
}
await supervise(home, Number(idleMs))
