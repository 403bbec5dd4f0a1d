import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { StudioError } from '../domain/errors.ts'
import { errnoOf } from '../kit/file-error.ts'
import { isAlive, type ProcessIdentity } from '../kit/process-identity.ts'
import {
  applicationDatabase,
  attachmentLock,
  type DatabaseFolders,
  databaseFolders,
  databaseUrl,
} from './database-folders.ts'
import { lockOwner } from './exclusive-lock.ts'
import { runningServer, stopServer } from './postgres-server.ts'

/** How to reach a home's database. */
export interface DatabaseOptions {
  /** Folder of the studio's files; made when missing. */
  readonly home: string
  /** Seconds without any client after which the server stops. Default 60. */
  readonly idleSeconds?: number
  /** Told in words what happens to the database: started, lost, found again. */
  readonly log?: (message: string) => void
}

/** A database that stays up while this is open. */
export interface AttachedDatabase {
  /** Connection string for `pg`; a unix socket, no password. */
  readonly url: string
  /** Let go of it; the server stops by itself when nobody is left. */
  close(): Promise<void>
}

/** How a home's embedded database stands. */
export interface DatabaseStatus {
  /** `unsupervised`: the server runs, its supervisor died; the next client gives it a new one. */
  readonly state: 'running' | 'starting' | 'unsupervised' | 'stopped'
  readonly supervisorPid: number | null
  readonly serverPid: number | null
  readonly data: string
  readonly socket: string
  readonly log: string
}

const patienceMs = 15_000
/** A first launch on a slow disk copies 60 MB and makes a database: more patience while its supervisor lives. */
const firstLaunchPatienceMs = 120_000

/**
 * Attach to a home's embedded PostgreSQL, starting it when it does not run. Any number of processes may do so at once.
 * While attached the server stays up, and is brought back when it dies.
 *
 * @throws StudioError `database-unavailable` after 15 s without success; `not-writable`
 */
export const ensureDatabase = async (options: DatabaseOptions): Promise<AttachedDatabase> => {
  const folders = await databaseFolders(options.home)
  const idleSeconds = options.idleSeconds ?? 60
  const log = options.log ?? (() => undefined)
  const closing = new AbortController()
  let attachment = await attach(folders, idleSeconds, log)

  const keep = (client: pg.Client): void => {
    client.once('end', () => {
      if (closing.signal.aborted) return
      log('The connection to the database was lost; connecting again')
      returning = comeBack()
    })
  }
  const comeBack = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        attachment = await attach(folders, idleSeconds, log)
        keep(attachment)
        log('The database is back')
        return
      } catch (cause) {
        log(cause instanceof Error ? cause.message : String(cause))
      }
    }
  }
  let returning: Promise<void> = Promise.resolve()
  keep(attachment)
  return {
    url: databaseUrl(folders.socket, applicationDatabase),
    close: async () => {
      closing.abort()
      await returning
      await attachment.end()
    },
  }
}

/** How a home's database stands; starts nothing. */
export const databaseStatus = async (home: string): Promise<DatabaseStatus> => {
  const folders = await databaseFolders(home)
  const supervisor = await lockOwner(folders.lock)
  const serverPid = await runningServer(folders)
  const { data, socket, log } = folders
  const supervisorPid = supervisor?.pid ?? null
  return { state: stateOf(supervisorPid, serverPid), supervisorPid, serverPid, data, socket, log }
}

/** A supervisor tells its server to stop by two signals, with 20 s of patience each, before it gives up. */
const supervisorPatienceMs = 60_000

/**
 * Stop a home's database now, whoever uses it; a process that is still attached starts it again.
 *
 * @param patienceMs how long its supervisor may take. Default 60 s
 * @returns whether there was anything to stop
 * @throws StudioError `database-unavailable` when supervisor or server will not go
 */
export const stopDatabase = async (
  home: string,
  patienceMs: number = supervisorPatienceMs,
): Promise<boolean> => {
  const folders = await databaseFolders(home)
  const supervisor = await lockOwner(folders.lock)
  if (supervisor !== null) await stopSupervisor(supervisor, patienceMs)
  const server = await runningServer(folders)
  if (server !== null) await stopServer(server)
  return supervisor !== null || server !== null
}

const stopSupervisor = async (supervisor: ProcessIdentity, patienceMs: number): Promise<void> => {
  try {
    process.kill(supervisor.pid, 'SIGTERM')
  } catch (error) {
    // It went by itself between our looking and our telling.
    if (errnoOf(error) !== 'ESRCH') throw error
  }
  const patience = performance.now() + patienceMs
  while (await isAlive(supervisor)) {
    if (performance.now() > patience) {
      throw new StudioError({
        code: 'database-unavailable',
        message: `The supervisor of the database (process ${supervisor.pid}) did not stop within ${patienceMs / 1000} s of being told to. End it with \`kill -9 ${supervisor.pid}\`, then stop the database again.`,
        retry: 'later',
      })
    }
    await sleep(25)
  }
}

const stateOf = (supervisor: number | null, server: number | null): DatabaseStatus['state'] => {
  if (server === null) return supervisor === null ? 'stopped' : 'starting'
  return supervisor === null ? 'unsupervised' : 'running'
}

/** A supervisor process that this process started. */
interface Launch {
  /** Null while it runs. */
  exitCode(): number | null
}

const attach = async (
  folders: DatabaseFolders,
  idleSeconds: number,
  log: (message: string) => void,
): Promise<pg.Client> => {
  const began = performance.now()
  const supervision = superviseFromHere(folders, idleSeconds)
  for (;;) {
    const tried = await tryAttach(folders)
    // Also beside a server that answers: it may have lost its supervisor, and nobody would stop it.
    const care = await supervision.ensure()
    if (tried.client !== null) return tried.client
    if (care === 'launched') log('Starting the database')
    const patience = care === 'supervised' ? firstLaunchPatienceMs : patienceMs
    if (care === 'failing' || performance.now() - began > patience) {
      throw await unavailable(folders, tried.trouble)
    }
    await sleep(50)
  }
}

/** Sees to it that the server has a supervisor: starts one at a time, and a second only if the first one failed. */
const superviseFromHere = (
  folders: DatabaseFolders,
  idleSeconds: number,
): { ensure(): Promise<'supervised' | 'launched' | 'launching' | 'failing'> } => {
  let launch: Launch | null = null
  let failures = 0
  return {
    ensure: async () => {
      if ((await lockOwner(folders.lock)) !== null) return 'supervised'
      const exitCode = launch?.exitCode() ?? null
      if (launch !== null && exitCode === null) return 'launching'
      if (exitCode !== null && exitCode !== 0) failures += 1
      if (failures > 1) return 'failing'
      launch = await startSupervisor(folders, idleSeconds)
      return 'launched'
    },
  }
}

/** Connect and take the shared lock; no client when the server is away, starting, or on its way out. */
const tryAttach = async (
  folders: DatabaseFolders,
): Promise<{ readonly client: pg.Client | null; readonly trouble: string }> => {
  const client = new pg.Client({
    connectionString: databaseUrl(folders.socket, applicationDatabase),
    application_name: 'claude-studio attachment',
  })
  client.on('error', () => undefined) // `end` follows, and is acted on.
  try {
    await client.connect()
    const found = await client.query<{ attached: boolean }>(
      'SELECT pg_try_advisory_lock_shared($1::bigint) AS attached',
      [attachmentLock],
    )
    if (found.rows[0]?.attached === true) return { client, trouble: '' }
    await client.end()
    return { client: null, trouble: 'the server is stopping' }
  } catch (cause) {
    await client.end().catch(() => undefined) // Never was connected, or is cut off already.
    return { client: null, trouble: cause instanceof Error ? cause.message : String(cause) }
  }
}

const startSupervisor = async (folders: DatabaseFolders, idleSeconds: number): Promise<Launch> => {
  const log = await open(folders.log, 'a', 0o600)
  try {
    const child = spawn(
      runtime(),
      [supervisorPath, folders.home, String(Math.round(idleSeconds * 1000))],
      // Of the environment only what a program needs to run: it outlives us and must not keep our keys.
      { detached: true, stdio: ['ignore', log.fd, log.fd], cwd: '/', env: { PATH: safePath } },
    )
    await once(child, 'spawn')
    child.unref()
    return { exitCode: () => child.exitCode ?? (child.signalCode === null ? null : 1) }
  } finally {
    await log.close()
  }
}

const safePath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const ownPath = fileURLToPath(import.meta.url)
const supervisorPath = join(
  dirname(ownPath),
  ownPath.endsWith('.ts') ? 'database-supervisor.ts' : 'database-supervisor.js',
)

/** Node for the supervisor: ours, unless its version cannot run the sources as they are. */
const runtime = (): string => {
  if (process.features.typescript || !ownPath.endsWith('.ts')) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return join(dirname(manifest), 'bin', 'node')
}

const unavailable = async (folders: DatabaseFolders, trouble: string): Promise<StudioError> => {
  const text = await readFile(folders.log, 'utf8').catch(() => '')
  const lastWords = text.trim().split('\n').slice(-6).join('\n')
  return new StudioError({
    code: 'database-unavailable',
    message: `The embedded database in ${folders.base} cannot be reached: ${trouble}. Its log ${folders.log} ends with:\n${lastWords}\nRun "npx --no-install claude-studio doctor", or set DATABASE_URL to a PostgreSQL of your own.`,
    retry: 'later',
  })
}
