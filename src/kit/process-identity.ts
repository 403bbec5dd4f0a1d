import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A process as it can be found again: numbers are reused by the system, the pair is not. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in the system's own words; compared for equality only. */
  readonly startedAt: string
}

const run = promisify(execFile)

/** Identity of a living process; null when there is none, or only a corpse that nobody has collected. */
export const identifyProcess = async (pid: number): Promise<ProcessIdentity | null> => {
  const startedAt = process.platform === 'linux' ? await startOnLinux(pid) : await startByPs(pid)
  return startedAt === null ? null : { pid, startedAt }
}

/** Whether the very same process still lives. */
export const isAlive = async (identity: ProcessIdentity): Promise<boolean> =>
  (await identifyProcess(identity.pid))?.startedAt === identity.startedAt

/** The command line of a process, arguments joined by spaces; empty when it is gone. */
export const commandLine = async (pid: number): Promise<string> => {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return text.replaceAll('\0', ' ')
}

const startOnLinux = async (pid: number): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return null
  // proc_pid_stat(5): the second field is the name in parentheses and may hold spaces; state is the 3rd, start the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  if (state === 'Z' || state === 'X') return null
  return fields[19] ?? null
}

const startByPs = async (pid: number): Promise<string | null> => {
  const started = await ps(pid, 'lstart=')
  return started === '' ? null : started
}

const ps = async (pid: number, column: string): Promise<string> => {
  const found = await run('ps', ['-o', column, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return found.stdout.trim()
}
