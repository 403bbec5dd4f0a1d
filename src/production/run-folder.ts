import { existsSync } from 'node:fs'
import { access, constants, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Brief } from '../domain/brief.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Production } from '../domain/production.ts'
import { errnoOf, fileError, fileReason } from '../kit/file-error.ts'
import { diskOf, makeFolder, removeIfEmpty, writeTextWhole } from '../kit/files.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { Floor } from './floor.ts'

/** Name of the file that marks a folder as a production's, so that only such folders are ever deleted. */
export const folderMarker = '.claude-studio-production'

/**
 * Disk that a second of film takes at 1280×720. Measured 2026-11-29 on 10 s of rain drawn by animatic/feature, whose
 * grain makes the largest files: 12.3 MB a second in the vault with one take of each shot, 8.4 MB of finished files.
 */
const bytesPerSecond = {
  /** Three candidates and the scenes, in the vault. */
  renders: 7_000_000,
  /** One take of everything, as delivered and conformed, with its handles. */
  takes: 6_000_000,
  /** Master, candidates and scenes, in the production's folder. */
  delivered: 8_500_000,
} as const
/** Takes of a shot where the client leaves it to the plan, which rarely wants more. */
const usualTakes = 2
/** Disk left free for what is passing: a render in the making, the database, the system. */
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
  await checkSpace(floor.vault, brief, outputDir)
  const owner = await markedRun(outputDir)
  if (owner !== null && owner !== id) {
    throw new StudioError({
      code: 'already-exists',
      message: `${outputDir} holds run ${owner}. Choose another --output-dir.`,
    })
  }
  await markFolder(outputDir, id)
}

/** Take the mark off a folder whose run was not made after all, unless the run of that id is made there by somebody else. */
export const giveBackFolder = async (
  { productions }: Pick<Floor, 'productions'>,
  { id, outputDir }: { readonly id: string; readonly outputDir: string },
): Promise<void> => {
  const other = await productions.get(id)
  if (other?.outputDir === outputDir) return
  await rm(join(outputDir, folderMarker), { force: true })
  await removeIfEmpty(outputDir)
}

/**
 * See that a film has room on the disk of the footage and on that of its folder.
 *
 * @throws StudioError `disk-full`
 */
export const checkSpace = async (
  vault: Pick<FootageVault, 'disk'>,
  brief: Brief,
  outputDir: string,
): Promise<void> => {
  const [home, output] = await Promise.all([vault.disk(), diskOf(outputDir)])
  const { footage, delivered } = bytesNeeded(brief)
  const isOneDisk = home.id === output.id
  requireSpace("the studio's home", home.freeBytes, footage + (isOneDisk ? delivered : 0))
  if (!isOneDisk) requireSpace(outputDir, output.freeBytes, delivered)
}

const bytesNeeded = ({
  seconds,
  size,
  takes,
}: Brief): { readonly footage: number; readonly delivered: number } => {
  const filmed = (seconds * (size.width * size.height)) / (1280 * 720)
  const { renders, takes: take, delivered } = bytesPerSecond
  return {
    footage: Math.round(filmed * (renders + take * (takes ?? usualTakes))),
    delivered: Math.round(filmed * delivered),
  }
}

const requireSpace = (place: string, freeBytes: number, neededBytes: number): void => {
  const needed = neededBytes + spareBytes
  if (freeBytes >= needed) return
  throw new StudioError({
    code: 'disk-full',
    message: `The film needs about ${megabytes(needed)} on the disk of ${place}, which has ${megabytes(freeBytes)} free. Nothing was spent. Free some space (\`npx --no-install claude-studio disk\` shows what is stored), choose another --output-dir, or make a smaller film.`,
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

/**
 * The first of some folders in which nothing can be made or removed; null when all can be changed.
 */
export const lockedFolder = async (
  folders: readonly string[],
): Promise<{ readonly folder: string; readonly cause: unknown } | null> => {
  for (const folder of folders) {
    try {
      await access(folder, constants.W_OK)
    } catch (cause) {
      return { folder, cause }
    }
  }
  return null
}

/**
 * See that a film made anew can be delivered, before anything is bought or changed for it; nothing is written.
 *
 * @throws StudioError `not-writable`
 */
export const requireDeliverable = async ({ id, outputDir }: Production): Promise<void> => {
  const inside = ['candidates', 'scenes'].map((name) => join(outputDir, name))
  const locked = await lockedFolder([
    nearestThere(outputDir),
    ...inside.filter((folder) => existsSync(folder)),
  ])
  if (locked === null) return
  throw new StudioError({
    code: 'not-writable',
    message: `${locked.folder} cannot be changed (${fileReason(locked.cause)}), and the film of run ${id} is to be written there. Nothing was changed or spent. Make the folder writable, then ask again.`,
    cause: locked.cause,
  })
}

/** A folder, or the nearest above it that is there: what is gone is made again when the film is delivered. */
const nearestThere = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder))

/** The run a folder belongs to; null when it has no marker. */
export const markedRun = async (folder: string): Promise<string | null> => {
  try {
    return (await readFile(join(folder, folderMarker), 'utf8')).trim()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return null
    throw fileError(folder, error)
  }
}
