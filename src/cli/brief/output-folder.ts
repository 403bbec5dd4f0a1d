import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { StudioError } from '../../domain/errors.ts'
import { folderMarker } from '../../production/run-folder.ts'
import type { CliContext } from '../context.ts'

/**
 * The folder of a run's deliverables. It is made, and tried out by writing, when the run is created.
 *
 * @param written what `--output-dir` says; null for the default below the settings' root
 * @returns absolute path
 * @throws StudioError `already-exists` when somebody else's files lie there
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
  if (first === undefined || names.includes(folderMarker)) return folder
  throw new StudioError({
    code: 'already-exists',
    message: `The folder ${folder} is not empty ("${first}" is in it). Nothing was spent. Choose a new folder with --output-dir.`,
  })
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return []
    throw new StudioError({
      code: 'not-writable',
      message: `Cannot use ${folder} as output folder (${code}). Nothing was spent. Choose another with --output-dir.`,
      cause,
    })
  }
}
