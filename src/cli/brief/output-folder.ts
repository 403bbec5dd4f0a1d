import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Brief } from '../../domain/brief.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import type { Studio } from '../../studio.ts'
import type { CliContext } from '../context.ts'
import { bytesText } from '../print.ts'

/**
 * The folder of a run's deliverables: made, tried out by writing, and empty.
 *
 * @param written what `--output-dir` says; null for the default below the settings' root
 * @throws StudioError `not-writable`, `already-exists`, `disk-full`
 */
export const outputFolder = async (
  context: CliContext,
  id: string,
  written: string | null,
): Promise<string> => {
  const folder =
    written === null
      ? resolve(context.workingFolder, context.settings().outputRoot, id)
      : resolve(context.workingFolder, written)
  let made: string | undefined
  try {
    made = await mkdir(folder, { recursive: true })
    await checkEmpty(folder)
    const trial = join(folder, `.write-trial-${process.pid}`)
    await writeFile(trial, 'x', { flag: 'wx' })
    await rm(trial)
    await checkFree(folder)
    return folder
  } catch (cause) {
    if (made !== undefined) await rm(made, { recursive: true, force: true })
    if (isStudioError(cause)) throw cause
    const code = (cause as NodeJS.ErrnoException).code
    throw new StudioError({
      code: code === 'ENOSPC' ? 'disk-full' : 'not-writable',
      message: `Cannot write into ${folder} (${code ?? cause}). Nothing was spent. Choose another folder with --output-dir.`,
      cause,
    })
  }
}

const checkEmpty = async (folder: string): Promise<void> => {
  const [first] = await readdir(folder)
  if (first === undefined) return
  throw new StudioError({
    code: 'already-exists',
    message: `The folder ${folder} is not empty ("${first}" is in it). Nothing was spent. Choose a new folder with --output-dir.`,
  })
}

const leastFreeBytes = 200_000_000

const checkFree = async (folder: string): Promise<void> => {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= leastFreeBytes) return
  throw diskFull(folder, bavail * bsize, leastFreeBytes)
}

/** Bytes of footage for a second at 1280x720 with pilots, takes and cuts, from our own productions with room to spare. */
const bytesPerSecond = 12_000_000

/**
 * Check that the vault's disk can hold what a production makes, before anything is spent.
 *
 * @throws StudioError `disk-full`
 */
export const checkRoom = async (
  brief: Brief,
  vault: Pick<Studio['vault'], 'usage'>,
): Promise<void> => {
  const { freeBytes } = await vault.usage()
  const pixels = (brief.size.width * brief.size.height) / (1280 * 720)
  const needed = Math.max(leastFreeBytes, brief.seconds * bytesPerSecond * pixels)
  if (freeBytes < needed) throw diskFull("the home's disk", freeBytes, needed)
}

const diskFull = (where: string, free: number, needed: number): StudioError =>
  new StudioError({
    code: 'disk-full',
    message: `There are ${bytesText(free)} free on ${where}; this production may need ${bytesText(needed)}. Nothing was spent. Make room, or see \`npx --no-install claude-studio disk\`.`,
  })
