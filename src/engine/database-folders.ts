import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { makeFolder } from '../kit/files.ts'

/** Where the embedded database of one home lives. All paths are absolute. */
export interface DatabaseFolders {
  readonly home: string
  /** Whether PostgreSQL, which refuses root, must run as a user of its own. */
  readonly asRoot: boolean
  /** Holds everything below but the binaries and, for long homes, the socket. */
  readonly base: string
  readonly data: string
  /** At most 85 bytes: with the socket's own name a path stays under the 100 that every system takes. */
  readonly socket: string
  readonly lock: string
  readonly log: string
  /** Where a copy of the binaries goes when the installed ones cannot be used in place. */
  readonly binaryCopies: string
}

const rootBase = '/var/lib/claude-studio'
const socketName = '/.s.PGSQL.5432'
const longestSocketPath = 99

/** Role that the studio works as: may create databases, is not a superuser. */
export const applicationRole = 'claude_studio'

/** Database that the studio works in. */
export const applicationDatabase = 'claude_studio'

/** Advisory lock of the application database: shared by all who use the server, exclusive for stopping it. */
export const attachmentLock = 7_420_001

/**
 * Find the folders of a home's database; makes the home and the base folder when missing.
 *
 * @throws StudioError `not-writable` when the folder cannot be made
 */
export const databaseFolders = async (home: string): Promise<DatabaseFolders> => {
  const uid = process.getuid?.() ?? -1
  const realHome = await databaseFolder(home, 0o755)
  const digest = createHash('sha256').update(realHome).digest('hex').slice(0, 16)
  const asRoot = uid === 0
  const base = asRoot ? join(rootBase, digest) : join(realHome, 'database')
  await databaseFolder(base, asRoot ? 0o755 : 0o700)
  return {
    home: realHome,
    asRoot,
    base,
    data: join(base, 'data'),
    socket: socketFolder(base, `/tmp/claude-studio-${uid}-${digest}`),
    lock: join(base, 'supervisor.lock'),
    log: join(base, 'database.log'),
    binaryCopies: asRoot ? rootBase : base,
  }
}

/** Connection string of a database behind a socket folder; no password, the folder's mode is the door. */
export const databaseUrl = (socket: string, database: string): string =>
  `postgresql://${applicationRole}@localhost:5432/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}&sslmode=disable`

const socketFolder = (base: string, short: string): string => {
  const near = join(base, 'socket')
  return Buffer.byteLength(near + socketName) <= longestSocketPath ? near : short
}

const databaseFolder = async (path: string, mode: number): Promise<string> => {
  try {
    await makeFolder(path, mode)
    return await realpath(path)
  } catch (cause) {
    throw new StudioError({
      code: 'not-writable',
      message: `Cannot make the folder ${path} for the database: ${cause instanceof Error ? cause.message : cause}. Choose another home with CLAUDE_STUDIO_HOME, or set DATABASE_URL.`,
      cause,
    })
  }
}
