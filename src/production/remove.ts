import { type Dirent, existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import type { Production } from '../domain/production.ts'
import { errnoOf, fileReason } from '../kit/file-error.ts'
import { removeIfEmpty } from '../kit/files.ts'
import { closeOrdersWhenFree } from './close-orders.ts'
import type { Floor } from './floor.ts'
import { knownRun } from './rows.ts'
import { folderMarker, lockedFolder, markedRun } from './run-folder.ts'

/**
 * Delete a run: its rows, its folder, and its footage when that is purged. Orders, ledger and takes stay as history. The
 * rows go first, so that nobody works on the run any more; the same call finishes what a crash left of the rest, and
 * destroys the footage of a run that was deleted without it.
 *
 * @throws StudioError `not-found`, `not-writable` when the folder is not marked as the run's or cannot be changed
 */
export const removeProduction = async (
  floor: Floor,
  id: string,
  purgeFootage: boolean,
): Promise<void> => {
  const removal = await floor.productions.removal(id)
  if (removal?.isShelved && purgeFootage) await floor.productions.purgeShelf(id)
  else if (!removal || removal.isDone) {
    const run = await knownRun(floor.productions, id)
    await requireOwnFolder(run)
    await requireChangeable(run)
    // Nobody else looks after what it has on order; what comes in now is a take like the others.
    if (!(await floor.productions.directed([id])).has(id)) await closeOrdersWhenFree(floor, id)
    await floor.productions.remove(id, purgeFootage)
  }
  await closeOrdersWhenFree(floor, id)
  await clearRemoved(floor, id)
}

/** Remove the files of a deleted run, also those that its workers have made since it was deleted. */
export const clearRemoved = async (floor: Floor, id: string): Promise<void> => {
  const removal = await floor.productions.removal(id)
  if (!removal) throw new TypeError(`Run ${id} was not deleted`)
  await removeFolder(removal.outputDir, id).catch((error: unknown) => {
    throw isChangeRefused(error) ? keptFolder(removal.outputDir, id, error) : error
  })
  for (const hash of removal.hashes) await floor.vault.purge(hash)
  await floor.productions.finishRemoval(id)
}

const isChangeRefused = (error: unknown): boolean =>
  ['EROFS', 'EACCES', 'EPERM'].includes(errnoOf(error))

const keptFolder = (folder: string, id: string, cause: unknown): StudioError =>
  new StudioError({
    code: 'not-writable',
    message: `Run ${id} is deleted, but ${folder} cannot be changed (${fileReason(cause)}) and is still there. Make it writable, then finish: npx --no-install claude-studio runs delete ${id} --yes`,
    cause,
  })

const requireOwnFolder = async ({ id, outputDir }: Production): Promise<void> => {
  const owner = await markedRun(outputDir)
  if (owner === id || !existsSync(outputDir)) return
  const what =
    owner === null
      ? `${outputDir} is not marked as a run's folder (it has no ${folderMarker})`
      : `${outputDir} holds run ${owner}, not ${id}`
  throw new StudioError({
    code: 'not-writable',
    message: `${what}: it was not deleted. Nothing was removed. Move the folder away, then delete the run again.`,
  })
}

/** See that a run's folder can be removed before its rows are: else the files would stay and nobody know whose they are. */
const requireChangeable = async ({ id, outputDir }: Production): Promise<void> => {
  if ((await markedRun(outputDir)) !== id) return
  const entries = await readdir(outputDir, { recursive: true, withFileTypes: true })
  const inside = entries.filter((entry) => entry.isDirectory())
  const folders = [dirname(outputDir), outputDir, ...inside.map(pathOf)]
  const locked = await lockedFolder(folders)
  if (locked === null) return
  throw new StudioError({
    code: 'not-writable',
    message: `${locked.folder} cannot be changed (${fileReason(locked.cause)}), so run ${id} was not deleted. Nothing was removed. Make the folder writable, then delete the run again.`,
    cause: locked.cause,
  })
}

const pathOf = ({ parentPath, name }: Dirent): string => join(parentPath, name)

/** The marker goes last: as long as it is there, what a crash left is known to be the run's. */
const removeFolder = async (folder: string, id: string): Promise<void> => {
  if ((await markedRun(folder)) === id) {
    for (const name of await readdir(folder)) {
      if (name !== folderMarker) await rm(join(folder, name), { recursive: true, force: true })
    }
    await rm(join(folder, folderMarker), { force: true })
  }
  await removeIfEmpty(folder)
}
