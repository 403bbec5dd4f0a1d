import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, opendir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '../domain/errors.ts'
import { errnoOf, fileError, fileReason } from '../kit/file-error.ts'
import { diskOf, makeFolder, syncFolder } from '../kit/files.ts'
import { makeOwnedFolder, sweepOwnedFolders } from '../kit/owned-folder.ts'
import type { FootageVault } from '../ports/footage-vault.ts'

/**
 * A vault in a folder of this machine. A file of hash `ab12…` lies at `footage/ab/ab12….mp4`; work in progress lies
 * under `scratch/`, in folders that say which process works there. Files are read-only, and any number of processes may
 * use one folder.
 *
 * @param folder made when it does not exist
 */
export const localFootageVault = (folder: string): FootageVault => {
  const root = resolve(folder)
  const place = { footage: join(root, 'footage'), scratch: join(root, 'scratch') }
  return {
    put: (path, extension) => put(place, path, extension),
    path: (hash) => find(place.footage, hash),
    has: async (hash) => (await look(place.footage, hash)) !== null,
    check: (hash) =>
      guarded(place.footage, async () => {
        const path = await look(place.footage, hash)
        if (path === null) return 'missing'
        return (await hashOf(path)) === hash ? 'whole' : 'damaged'
      }),
    purge: (hash) =>
      guarded(place.footage, async () => {
        const path = await look(place.footage, hash)
        if (path !== null) await rm(path, { force: true })
      }),
    scratchFolder: () =>
      guarded(place.scratch, async () => {
        await makeFolder(place.scratch)
        return makeOwnedFolder(place.scratch, workUse)
      }),
    usage: () => guarded(root, () => usage(place.footage)),
    disk: () => diskOf(root),
  }
}

const workUse = 'work'
const putUse = 'put'

/** Clear away the work in progress of processes that were killed. */
export const sweepVaultScratch = (folder: string): Promise<void> =>
  sweepOwnedFolders(join(resolve(folder), 'scratch'), [workUse, putUse])

interface Place {
  readonly footage: string
  readonly scratch: string
}

const hashPattern = /^[0-9a-f]{64}$/
const extensionPattern = /^[a-z0-9]{1,8}$/

const put = async (place: Place, path: string, extension: string): Promise<string> => {
  if (!extensionPattern.test(extension)) {
    throw new TypeError(`An extension is 1–8 lower-case letters and digits; got "${extension}"`)
  }
  await checkSource(path)
  return guarded(place.footage, async () => {
    await makeFolder(place.scratch)
    const scratch = await makeOwnedFolder(place.scratch, putUse)
    try {
      const copy = join(scratch, `copy.${extension}`)
      const hash = await copyAndHash(path, copy)
      const known = await look(place.footage, hash)
      if (known !== null && (await hashOf(known)) === hash) return hash
      await syncCopy(copy, hash)
      const home = join(place.footage, hash.slice(0, 2))
      await makeFolder(home)
      await rename(copy, known ?? join(home, `${hash}.${extension}`))
      await syncFolder(home)
      await syncFolder(place.footage)
      return hash
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  })
}

const checkSource = async (path: string): Promise<void> => {
  try {
    if ((await stat(path)).isFile()) return
  } catch (error) {
    throw new StudioError({
      code: 'footage-missing',
      message: `"${path}" was to be stored and could not be read (${fileReason(error)}).`,
      cause: error,
    })
  }
  throw new StudioError({
    code: 'footage-missing',
    message: `"${path}" was to be stored and is not a file.`,
  })
}

const copyAndHash = async (from: string, to: string): Promise<string> => {
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(block: Buffer, _encoding, done) {
      hash.update(block)
      done(null, block)
    },
  })
  await pipeline(createReadStream(from), tap, createWriteStream(to, { flags: 'wx' }))
  return hash.digest('hex')
}

/** Sync the copy, make it read-only, and read it back: what gets the name is what is on the disk. */
const syncCopy = async (copy: string, hash: string): Promise<void> => {
  const handle = await open(copy, 'r+')
  try {
    await handle.sync()
    await handle.chmod(0o444)
  } finally {
    await handle.close()
  }
  const stored = await hashOf(copy)
  if (stored === hash) return
  throw new StudioError({
    code: 'footage-corrupt',
    message: `A copy into the vault read back as ${stored} and was written as ${hash}: the disk gives back other bytes than it was given. Nothing was stored; check the disk.`,
    retry: 'later',
  })
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The file of a hash, whatever its extension; null when there is none. */
const look = async (footage: string, hash: string): Promise<string | null> => {
  if (!hashPattern.test(hash)) {
    throw new TypeError(`A hash is 64 lower-case hex digits; got "${hash.slice(0, 80)}"`)
  }
  try {
    const home = join(footage, hash.slice(0, 2))
    for await (const entry of await opendir(home)) {
      if (entry.isFile() && entry.name.startsWith(`${hash}.`)) return join(home, entry.name)
    }
    return null
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

const find = async (footage: string, hash: string): Promise<string> => {
  const path = await look(footage, hash)
  if (path !== null) return path
  throw new StudioError({
    code: 'footage-missing',
    message: `The vault at "${footage}" has no file ${hash}. Put it back from a copy of the studio's home.`,
  })
}

const usage: (footage: string) => ReturnType<FootageVault['usage']> = async (footage) => {
  await makeFolder(footage)
  const sizes = new Map<string, number>()
  for await (const entry of await opendir(footage, { recursive: true })) {
    if (!entry.isFile()) continue
    const { size } = await stat(join(entry.parentPath, entry.name))
    sizes.set(entry.name.replace(/\..*$/, ''), size)
  }
  const { freeBytes } = await diskOf(footage)
  const storedBytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return { storedBytes, files: sizes.size, freeBytes, sizes }
}

const guarded = async <Result>(folder: string, run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run()
  } catch (error) {
    throw fileError(folder, error)
  }
}
