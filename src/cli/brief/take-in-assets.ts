import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import type { SeedAsset } from '../../domain/brief.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import type { QuotingStudio } from '../../studio/studio.ts'

/** What of a studio taking in files needs. */
export type AssetDoor = Pick<QuotingStudio, 'media' | 'vault'>

const mostAssets = 40
const readable = /\.(png|jpe?g|webp|gif|bmp|mp4|mov|webm|mkv|wav|mp3|flac|ogg|m4a|txt|md)$/i

/**
 * Check the client's files and store them. A folder stands for the media files in it, in the order of their names.
 *
 * @throws StudioError `brief-invalid` for a path that is not there, `media-unsafe` for what is not what it seems
 */
export const takeInSeeds = async (
  door: AssetDoor,
  workingFolder: string,
  paths: readonly string[],
): Promise<readonly SeedAsset[]> => {
  const files: string[] = []
  for (const path of paths) files.push(...(await filesAt(resolve(workingFolder, path))))
  if (files.length > mostAssets) {
    throw new StudioError({
      code: 'brief-invalid',
      message: `${files.length} seed assets were given; at most ${mostAssets} can be looked at. Choose the ones that matter.`,
    })
  }
  const assets: SeedAsset[] = []
  for (const file of files) {
    const kind = await inspected(door, file)
    const hash = await door.vault.put(file, extensionOf(file))
    assets.push({ kind, hash, name: basename(file), role: 'reference', note: '' })
  }
  return assets
}

/**
 * Check a music file of the client's and store it.
 *
 * @returns its hash
 * @throws StudioError `brief-invalid` when it is not there or holds no sound, `media-unsafe`
 */
export const takeInMusic = async (
  door: AssetDoor,
  workingFolder: string,
  path: string,
): Promise<string> => {
  const file = resolve(workingFolder, path)
  await filesAt(file)
  const kind = await inspected(door, file)
  if (kind === 'audio') return door.vault.put(file, extensionOf(file))
  throw new StudioError({
    code: 'brief-invalid',
    message: `--music ${path} holds ${kind}, not sound. Give a sound file such as a WAV, MP3 or FLAC.`,
  })
}

const extensionOf = (file: string): string => extname(file).slice(1).toLowerCase() || 'bin'

const inspected = async (door: AssetDoor, file: string): Promise<SeedAsset['kind']> => {
  try {
    return (await door.media.inspectUpload(file)).kind
  } catch (cause) {
    if (isStudioError(cause)) throw cause
    throw new StudioError({
      code: 'media-unsafe',
      message: `Could not look into ${file}: ${cause instanceof Error ? cause.message : cause}. Is it a picture, a clip or a sound?`,
      cause,
    })
  }
}

const filesAt = async (path: string): Promise<readonly string[]> => {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => readable.test(name)).sort()
    if (names.length > 0) return names.map((name) => join(path, name))
  } catch (cause) {
    throw new StudioError({
      code: 'brief-invalid',
      message: `Could not read ${path} (${fileReason(cause)}). Check the path.`,
      cause,
    })
  }
  throw new StudioError({
    code: 'brief-invalid',
    message: `The folder ${path} holds no picture, clip, sound or text.`,
  })
}
