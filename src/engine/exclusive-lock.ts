import { createHash } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { identifyProcess, isAlive, type ProcessIdentity } from '../kit/process-identity.ts'

/** A lock held by this process until released, or until the process dies. */
export interface ExclusiveLock {
  release(): Promise<void>
}

/**
 * Take a lock file for this process, if no living process holds it.
 *
 * The file holds pid and start time, and appears whole or not at all. A dead owner's file is replaced by whoever holds
 * the lock on replacing that very file, so two heirs never both win.
 *
 * @returns null when a living process holds it
 */
export const acquireLock = async (path: string): Promise<ExclusiveLock | null> => {
  const self = await identifyProcess(process.pid)
  if (self === null) throw new TypeError(`Process ${process.pid} cannot find itself`)
  const content = JSON.stringify(self)
  for (;;) {
    if (await createWhole(path, content)) return { release: () => removeOwn(path, content) }
    const found = await readText(path)
    if (found === null) continue
    const owner = parseOwner(found)
    if (owner !== null && (await isAlive(owner))) return null
    if (!(await buryDead(path, found))) return null
  }
}

/** Who holds the lock file and lives; null when nobody does. */
export const lockOwner = async (path: string): Promise<ProcessIdentity | null> => {
  const found = await readText(path)
  const owner = found === null ? null : parseOwner(found)
  return owner !== null && (await isAlive(owner)) ? owner : null
}

const buryDead = async (path: string, content: string): Promise<boolean> => {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 16)
  const heir = await acquireLock(`${path}.${digest}`)
  if (heir === null) return false
  try {
    // Another heir may have been through here between our reading the file and our taking its name.
    if ((await readText(path)) === content) await rm(path, { force: true })
    return true
  } finally {
    await heir.release()
  }
}

const createWhole = async (path: string, content: string): Promise<boolean> => {
  const draft = `${path}.draft-${process.pid}-${Math.trunc(performance.now() * 1000)}`
  await writeFile(draft, content, { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) return false
    throw cause
  } finally {
    await rm(draft, { force: true })
  }
}

const removeOwn = async (path: string, content: string): Promise<void> => {
  if ((await readText(path)) === content) await rm(path, { force: true })
}

const readText = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null
    throw cause
  }
}

const parseOwner = (content: string): ProcessIdentity | null => {
  const match = /^\{"pid":(\d+),"startedAt":"([^"]*)"\}$/.exec(content)
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { pid: Number(match[1]), startedAt: match[2] }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
