import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StudioError } from '../domain/errors.ts'

/** Bring a file to a name whole: made beside it under a temporary name, synced, renamed; nothing half-written is ever seen. */
const placeWhole = async (
  target: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> => {
  const temporary = `${target}.part-${process.pid}-${Math.trunc(performance.now() * 1000)}`
  try {
    await makeFolder(dirname(target))
    await make(temporary)
    const handle = await open(temporary, 'r')
    await handle.sync()
    await handle.close()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw fileError(target, error)
  }
}

/**
 * Make a folder and those above it, one by one: `mkdir -p` of Node 24 never returns below `/proc`.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    const above = dirname(folder)
    if (code !== 'ENOENT' || above === folder || existsSync(above)) throw fileError(folder, error)
    await makeFolder(above)
    await makeFolder(folder)
  }
}

/**
 * Copy a file so that the target appears only when it is whole.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const copyWhole = (source: string, target: string): Promise<void> =>
  placeWhole(target, async (temporary) => {
    await copyFile(source, temporary, constants.COPYFILE_FICLONE)
    await chmod(temporary, 0o644)
  })

/**
 * Write a text so that the target appears only when it is whole.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const writeTextWhole = (target: string, text: string): Promise<void> =>
  placeWhole(target, (temporary) => writeFile(temporary, text))

/** A failure of the file system in the studio's words; other errors come back as they are. */
export const fileError = (path: string, error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StudioError({
      code: 'disk-full',
      message: `The disk is full: could not write ${path}. Nothing half-written was left. Free some space and resume.`,
      retry: 'later',
      cause: error,
    })
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT'].includes(code)) {
    return new StudioError({
      code: 'not-writable',
      message: `Could not write ${path} (${code}). Choose a folder this user may write to.`,
      cause: error,
    })
  }
  return error
}
