import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errnoOf } from './file-error.ts'
import { identifyProcess } from './process-identity.ts'

/** Work that no living process can be told to own is left alone this long: it may be another machine's on a shared disk. */
const strangerPatienceMs = 24 * 3_600_000

/**
 * Make a new empty folder whose name says what it is for and which process owns it, so that it can be cleared away
 * when that process was killed: `work-4711-3f09ac12d4e6-8b21-Xy12Ab`, with pid, start and machine.
 *
 * @param parent exists
 * @param use letters, digits, dots and `-`
 */
export const makeOwnedFolder = async (parent: string, use: string): Promise<string> =>
  mkdtemp(join(parent, `${use}-${await ownName()}-`))

/**
 * Remove the owned folders in a folder whose owners are dead. Those of other machines, and names without an owner, are
 * removed when nothing was put into them for a day. What somebody else removes meanwhile, or may alone remove, is passed over.
 *
 * @param parent may be missing
 * @param uses the uses that are swept; nothing else in the folder is touched
 */
export const sweepOwnedFolders = async (parent: string, uses: readonly string[]): Promise<void> => {
  const names = await readdir(parent).catch(unless(['ENOENT', 'ENOTDIR'], []))
  for (const name of names) {
    if (!uses.some((use) => name.startsWith(`${use}-`))) continue
    const path = join(parent, name)
    if (!(await isAbandoned(path, name))) continue
    await rm(path, { recursive: true, force: true }).catch(
      unless(['EACCES', 'EPERM', 'ENOTEMPTY'], undefined),
    )
  }
}

const ownerPattern = /-(\d+)-([0-9a-f]{12})-([0-9a-f]{4})-\w{6}$/

const isAbandoned = async (path: string, name: string): Promise<boolean> => {
  const [, pid, start, machine] = ownerPattern.exec(name) ?? []
  if (machine === thisMachine()) return (await startOf(Number(pid))) !== start
  const found = await stat(path).catch(unless(['ENOENT'], null))
  return found !== null && Date.now() - found.mtimeMs > strangerPatienceMs
}

const ownName = async (): Promise<string> => {
  const start = await startOf(process.pid)
  if (start === null) throw new TypeError(`Process ${process.pid} cannot find itself`)
  return `${process.pid}-${start}-${thisMachine()}`
}

/** When a process began, short enough for a name; null when it is gone. */
const startOf = async (pid: number): Promise<string | null> => {
  const found = await identifyProcess(pid)
  return found === null ? null : digest(found.startedAt, 12)
}

/** Process ids mean something on one machine only; a container is a machine of its own. */
const thisMachine = (): string => digest(hostname(), 4)

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length)

const unless =
  <Value>(codes: readonly string[], value: Value) =>
  (error: unknown): Value => {
    if (codes.includes(errnoOf(error))) return value
    throw error
  }
