import { constants, existsSync } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdir,
  open,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { errnoOf, fileError } from './file-error.ts'
import { makeOwnedFolder, sweepOwnedFolders } from './owned-folder.ts'

/** What is being written lies in a folder of this use beside its place. */
const partialUse = '.partial'

/**
 * Make a file that appears under its name only when it is whole: it is made beside its place, under the same
 * base name and extension in a folder of its own, then checked, synced and renamed. What killed processes left
 * half-made in the place is cleared away.
 *
 * @param produce writes the file at the path given; its folder is free for other passing files
 * @param check looks at the finished file before it gets its name; throws to refuse it
 * @returns what `produce` returned
 * @throws StudioError `disk-full`, `not-writable`; whatever `produce` and `check` throw. Nothing is left behind then.
 */
export const writeWhole = async <Result>(
  output: string,
  produce: (path: string) => Promise<Result>,
  check?: (path: string) => Promise<void>,
): Promise<Result> => {
  const folder = dirname(resolve(output))
  let partial: string | null = null
  try {
    await makeFolder(folder)
    await sweepOwnedFolders(folder, [partialUse])
    partial = await makeOwnedFolder(folder, partialUse)
    const path = join(partial, basename(output))
    const result = await produce(path)
    await check?.(path)
    await syncPath(path)
    await rename(path, output)
    await syncFolder(folder)
    return result
  } catch (error) {
    throw fileError(output, error)
  } finally {
    if (partial !== null) await rm(partial, { recursive: true, force: true })
  }
}

/**
 * Copy a file so that the target appears only when it is whole.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const copyWhole = (source: string, target: string): Promise<void> =>
  writeWhole(target, async (path) => {
    await copyFile(source, path, constants.COPYFILE_FICLONE)
    await chmod(path, 0o644)
  })

/**
 * Write a text so that the target appears only when it is whole.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const writeTextWhole = (target: string, text: string): Promise<void> =>
  writeWhole(target, (path) => writeFile(path, text))

const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Write a folder's names through to the disk. */
export const syncFolder = async (path: string): Promise<void> => {
  // A folder cannot be opened for syncing on Windows, where renames are journaled by the file system.
  if (process.platform !== 'win32') await syncPath(path)
}

/**
 * Make a folder and those above it, one by one: `mkdir -p` of Node 24 never returns below `/proc`, and keeps a core busy.
 *
 * @param mode of the folders that are made. Default 0o777, less the umask
 * @throws StudioError `disk-full`, `not-writable`
 */
export const makeFolder = async (folder: string, mode = 0o777): Promise<void> => {
  const above = dirname(folder)
  try {
    await makeOne(folder, mode)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || above === folder) throw fileError(folder, error)
    if (!existsSync(above)) await makeFolder(above, mode)
    // The one above is there now, made by us or by somebody else meanwhile; else nothing can be made here.
    await makeOne(folder, mode).catch((again: unknown) => {
      throw fileError(folder, again)
    })
  }
}

const makeOne = async (folder: string, mode: number): Promise<void> => {
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST' || !(await isFolder(folder))) throw error
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    // A link that leads nowhere has a name and is no folder.
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}

/** A disk as seen from a folder. */
export interface Disk {
  /** The same for folders on the same disk. */
  readonly id: number
  readonly freeBytes: number
}

/** The disk that a folder lies on, or will when it is made. */
export const diskOf = async (folder: string): Promise<Disk> => {
  const place = resolve(folder)
  if (!existsSync(place) && dirname(place) !== place) return diskOf(dirname(place))
  const [{ dev }, { bavail, bsize }] = await Promise.all([stat(place), statfs(place)])
  return { id: dev, freeBytes: bavail * bsize }
}

/** Remove a folder that has nothing in it; whatever else is under the name stays. */
export const removeIfEmpty = async (folder: string): Promise<void> => {
  try {
    await rmdir(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY'].includes(errnoOf(error))) throw error
  }
}
