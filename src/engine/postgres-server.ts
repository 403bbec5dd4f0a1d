import { execFile, spawn } from 'node:child_process'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StudioError } from '../domain/errors.ts'
import { commandLine, identifyProcess, isAlive } from '../kit/process-identity.ts'
import { applicationDatabase, applicationRole, type DatabaseFolders } from './database-folders.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** User that the server's files belong to and its processes run as. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

/** Nothing of the studio's own environment reaches the server: no keys, no PG variables. */
const serverEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const systemUser = 'claude-studio'

/** The superuser may not log in; what only it may do is done in single-user mode. */
const whoMayConnect = `local all ${applicationRole} trust\nlocal all all reject\n`

const stopPatienceMs = 20_000

/**
 * Who the server runs as: ourselves, or as root the system user `claude-studio`, made when missing, or `nobody` where
 * users cannot be made. A data folder that exists keeps its owner.
 */
export const serverUser = async (folders: DatabaseFolders): Promise<ServerUser | null> => {
  if (!folders.asRoot) return null
  const owner = await stat(folders.data).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = await findUser(systemUser)
  if (found !== null) return found
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    systemUser,
  ]).catch(() => null) // Another supervisor may have made the user just now, so look again before falling back.
  const user = (await findUser(systemUser)) ?? (await findUser('nobody'))
  if (user !== null) return user
  throw new StudioError({
    code: 'database-unavailable',
    message: `PostgreSQL refuses to run as root, and neither the user ${systemUser} could be made nor the user nobody found. Make a system user named ${systemUser}, or set DATABASE_URL.`,
  })
}

/** Make the data folder, the role and the database, unless they exist; a half-made folder is never used. */
export const initialise = async (
  folders: DatabaseFolders,
  binaries: PostgresBinaries,
  user: ServerUser | null,
): Promise<void> => {
  await makeSocketFolder(folders, user)
  if (await exists(join(folders.data, 'PG_VERSION'))) return
  const draft = `${folders.data}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (user !== null) await chown(draft, user.uid, user.gid)
  const options = { env: serverEnvironment, cwd: '/', ...user }
  await run(join(binaries.folder, 'bin', 'initdb'), initdbArguments(draft), options)
  await runSql(binaries, draft, user, [
    `CREATE ROLE ${applicationRole} LOGIN CREATEDB`,
    `CREATE DATABASE ${applicationDatabase} OWNER ${applicationRole}`,
  ])
  await writeFile(join(draft, 'pg_hba.conf'), whoMayConnect)
  await rename(draft, folders.data)
}

/** Start the server; it outlives us. Resolves with its process id once it was spawned, not when it is ready. */
export const startServer = async (
  folders: DatabaseFolders,
  binaries: PostgresBinaries,
  user: ServerUser | null,
): Promise<number> => {
  await makeSocketFolder(folders, user)
  const log = await open(folders.log, 'a', 0o600)
  try {
    const server = spawn(
      join(binaries.folder, 'bin', 'postgres'),
      serverArguments(folders.data, folders.socket),
      {
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: serverEnvironment,
        cwd: '/',
        ...user,
      },
    )
    await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject))
    server.unref()
    return server.pid ?? 0
  } finally {
    await log.close()
  }
}

/** Process id of the server that runs on the data folder, whoever started it; null when none does. */
export const runningServer = async (folders: DatabaseFolders): Promise<number | null> => {
  const text = await readFile(join(folders.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!Number.isInteger(pid) || pid <= 1) return null
  return (await commandLine(pid)).includes(folders.data) ? pid : null
}

/**
 * Stop a server: open transactions are rolled back, data is written. Resolves when it is gone.
 *
 * @throws StudioError `database-unavailable` when it will not go
 */
export const stopServer = async (pid: number): Promise<void> => {
  const server = await identifyProcess(pid)
  if (server === null) return
  // postgres(1): SIGINT is the fast shutdown, SIGQUIT the immediate one, which the next start recovers from.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal)
    const patience = performance.now() + stopPatienceMs
    while (performance.now() < patience) {
      if (!(await isAlive(server))) return
      await sleep(25)
    }
  }
  throw new StudioError({
    code: 'database-unavailable',
    message: `The database server (process ${pid}) did not stop: not within ${stopPatienceMs / 1000} s of SIGINT, and not within as long of SIGQUIT. End it with \`kill -9 ${pid}\`; the next start recovers what was written.`,
    retry: 'later',
  })
}

/**
 * PostgreSQL's command line. No TCP.
 *
 * @param data data folder
 * @param socket folder for the socket
 */
const serverArguments = (data: string, socket: string): readonly string[] => [
  '-D',
  data,
  '-k',
  socket,
  ...settings([
    'listen_addresses=',
    'max_connections=200',
    'shared_buffers=64MB',
    'max_wal_size=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_checkpoints=off',
    'jit=off',
  ]),
]

const settings = (pairs: readonly string[]): readonly string[] =>
  pairs.flatMap((pair) => ['-c', pair])

const initdbArguments = (data: string): readonly string[] => [
  '-D',
  data,
  '--username=postgres',
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

const findUser = async (name: string): Promise<ServerUser | null> => {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) =>
      Number.parseInt((await run('id', [flag, name]).catch(() => ({ stdout: '' }))).stdout, 10),
    ),
  )
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)) return null
  return { uid, gid }
}

/** The folder is the door: only the owner, and root through the group, come in. */
const makeSocketFolder = async (
  folders: DatabaseFolders,
  user: ServerUser | null,
): Promise<void> => {
  await mkdir(folders.socket, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  const found = await lstat(folders.socket)
  const allowed = [process.getuid?.(), user?.uid]
  if (!found.isDirectory() || !allowed.includes(found.uid)) {
    throw new StudioError({
      code: 'database-unavailable',
      message: `The database's socket folder ${folders.socket} belongs to somebody else. Remove it, or choose a shorter home with CLAUDE_STUDIO_HOME.`,
    })
  }
  if (user !== null) await chown(folders.socket, user.uid, 0)
  await chmod(folders.socket, user === null ? 0o700 : 0o770)
}

/** Single-user mode: the only way in for the superuser. */
const runSql = async (
  binaries: PostgresBinaries,
  data: string,
  user: ServerUser | null,
  statements: readonly string[],
): Promise<void> => {
  const single = spawn(
    join(binaries.folder, 'bin', 'postgres'),
    ['--single', '-j', '-D', data, '-c', 'exit_on_error=on', 'postgres'],
    { env: serverEnvironment, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'], ...user },
  )
  let report = ''
  single.stderr.on('data', (chunk: Buffer) => {
    report = (report + chunk.toString('utf8')).slice(-2000)
  })
  // With -j a statement ends at a semicolon, a newline and an empty line.
  single.stdin.end(statements.map((statement) => `${statement};\n\n`).join(''))
  const code = await new Promise((resolve, reject) =>
    single.once('close', resolve).once('error', reject),
  )
  if (code === 0) return
  throw new StudioError({
    code: 'database-unavailable',
    message: `Preparing the new database in ${data} failed with exit code ${code}: ${report.trim()}`,
  })
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
