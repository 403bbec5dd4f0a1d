import { StudioError } from '../domain/errors.ts'

/** What is wrong between us and the server, as far as it decides what to do about it. */
type Trouble = 'starting' | 'unreachable' | 'full' | 'no-access' | 'read-only'

// SQLSTATE codes: PostgreSQL 18 documentation, appendix A; the rest are Node's names for socket and resolver failures.
const troubleOfCode: Readonly<Record<string, Trouble>> = {
  '57P03': 'starting',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '53300': 'full',
  '53100': 'full',
  '28000': 'no-access',
  '28P01': 'no-access',
  '3D000': 'no-access',
  '42501': 'no-access',
  '25006': 'read-only',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ENOENT: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
}

// pg 8.23 reports a lost connection by message alone (lib/client.js, pg-pool index.js).
const lostConnection =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed/

const remedies: Readonly<Record<Trouble, string>> = {
  starting: 'It is starting up: try again in a few seconds.',
  unreachable: 'Check that the server runs (`npx --no-install claude-studio doctor`), then repeat.',
  full: 'Free disk space or connections on the server, then repeat.',
  'no-access': 'Check user, password, database name and rights in DATABASE_URL.',
  'read-only': 'The server takes no writes; point DATABASE_URL at the primary.',
}

/** Where a URL points, without user and password: `host:port/database`. */
export const databaseTarget = (url: string): string => {
  const match = /^[a-z]+:\/\/(?:[^@/]*@)?([^/?]*)\/?([^?]*)(?:\?(.*))?$/i.exec(url)
  if (!match) return 'the database'
  const socket = new URLSearchParams(match[3] ?? '').get('host')
  return `${socket ?? (match[1] || 'localhost')}/${match[2]}`
}

/**
 * The error the studio reports for what the driver threw: `database-unavailable` for trouble between us and the
 * server, the error itself for everything else.
 */
export const asStoreError = (error: unknown, target: string): unknown => {
  const trouble = troubleOf(error)
  if (!trouble) return error
  const said = error instanceof Error ? error.message || codeOf(error) : String(error)
  return new StudioError({
    code: 'database-unavailable',
    message: `The database at ${target} did not answer: ${said}. ${remedies[trouble]}`,
    retry: trouble === 'no-access' || trouble === 'read-only' ? 'never' : 'later',
    cause: error,
  })
}

/** Whether a server is there and only needs time, as while it recovers from a crash. */
export const isStarting = (error: unknown): boolean =>
  error instanceof Error && troubleOf(error.cause) === 'starting'

const troubleOf = (error: unknown): Trouble | undefined => {
  if (!(error instanceof Error) || error.name === 'StudioError') return undefined
  const code = codeOf(error)
  if (code.startsWith('08')) return 'unreachable'
  return troubleOfCode[code] ?? (lostConnection.test(error.message) ? 'unreachable' : undefined)
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : ''
