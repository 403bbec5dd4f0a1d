import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '../../domain/errors.ts'
import { errnoOf, fileReason } from '../../kit/file-error.ts'
import { folderMarker, markedRun } from '../../production/run-folder.ts'
import type { CliContext } from '../context.ts'

/**
 * The folder of a run's deliverables. Nothing is made here: it is made, and tried out by writing, when the run is created.
 *
 * @param written what `--output-dir` says; null for the default below the settings' root
 * @returns absolute path
 * @throws StudioError `already-exists` when somebody else's files or another run's lie there, `not-writable`
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
  const names = await namesIn(folder)
  const [first] = names
  if (first === undefined || names.includes(folderMarker)) {
    await refuseOther(folder, id)
    const reason = await whyNotWritable(folder)
    if (reason !== null) throw unusable(folder, reason)
    return folder
  }
  throw new StudioError({
    code: 'already-exists',
    message: `The folder ${folder} is not empty ("${first}" is in it). Nothing was spent. Choose a new folder with --output-dir.`,
  })
}

const refuseOther = async (folder: string, id: string): Promise<void> => {
  const owner = await markedRun(folder)
  if (owner === null || owner === id) return
  throw new StudioError({
    code: 'already-exists',
    message: `${folder} holds run ${owner}. Nothing was spent. Choose another --output-dir.`,
  })
}

/**
 * See whether something can be made in a folder, or in the nearest one above it that is there; it is made and taken away.
 *
 * @returns why not, in words; null when it can
 */
export const whyNotWritable = async (folder: string): Promise<string | null> => {
  const above = dirname(folder)
  if (!existsSync(folder) && above !== folder) return whyNotWritable(above)
  try {
    await rmdir(await mkdtemp(join(folder, '.write-trial-')))
    return null
  } catch (error) {
    return fileReason(error)
  }
}

const unusable = (folder: string, reason: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'not-writable',
    message: `Cannot use ${folder} as output folder: ${reason}. Nothing was spent. Choose another with --output-dir.`,
    cause,
  })

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return []
    throw unusable(folder, fileReason(cause), cause)
  }
}
