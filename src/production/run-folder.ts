import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brief } from '../domain/brief.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { errnoOf, fileError } from '../kit/file-error.ts'
import { makeFolder, writeTextWhole } from '../kit/files.ts'
import type { Floor } from './floor.ts'

/** Name of the file that marks a folder as a production's, so that only such folders are ever deleted. */
export const folderMarker = '.claude-studio-production'

/** Disk that a second of film needs at 1280×720: takes as delivered and conformed, three candidates, scenes. */
const bytesPerSecond = 12_000_000
/** Disk left free for everything else. */
const spareBytes = 200_000_000

/**
 * Make a production's folder and see that the film can be written, before anything is spent.
 *
 * @throws StudioError `not-writable`, `disk-full`, `already-exists` when the folder holds another production
 */
export const prepareFolder = async (
  floor: Floor,
  {
    id,
    brief,
    outputDir,
  }: { readonly id: string; readonly brief: Brief; readonly outputDir: string },
): Promise<void> => {
  await checkSpace(floor, brief)
  const owner = await markedRun(outputDir)
  if (owner !== null && owner !== id) {
    throw new StudioError({
      code: 'already-exists',
      message: `${outputDir} holds run ${owner}. Choose another --output-dir.`,
    })
  }
  await markFolder(outputDir, id)
}

const checkSpace = async (floor: Floor, { seconds, size }: Brief): Promise<void> => {
  const { freeBytes } = await floor.vault.usage()
  const pixels = (size.width * size.height) / (1280 * 720)
  const needed = Math.round(seconds * bytesPerSecond * pixels) + spareBytes
  if (freeBytes >= needed) return
  throw new StudioError({
    code: 'disk-full',
    message: `The footage needs about ${megabytes(needed)} and ${megabytes(freeBytes)} are free. Nothing was spent. Free some space (\`npx --no-install claude-studio disk\` shows what is stored) or make a smaller film.`,
    retry: 'later',
  })
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`

/** Make the folder and mark it as a production's. */
export const markFolder = async (folder: string, id: string): Promise<void> => {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw isStudioError(error) ? error : fileError(folder, error)
  }
  await writeTextWhole(join(folder, folderMarker), `${id}\n`)
}

/** The run a folder belongs to; null when it has no marker. */
export const markedRun = async (folder: string): Promise<string | null> => {
  try {
    return (await readFile(join(folder, folderMarker), 'utf8')).trim()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return null
    throw fileError(folder, error)
  }
}
