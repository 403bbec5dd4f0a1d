import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noSmallDisk, smallDisk } from '../../test/support/small-disk.ts'
import { isStudioError } from '../domain/errors.ts'
import { copyWhole, diskOf, makeFolder, writeTextWhole, writeWhole } from './files.ts'
import { makeOwnedFolder, sweepOwnedFolders } from './owned-folder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('it was expected to fail and did not'),
    (error: unknown) => error,
  )

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await rejection(promise)
  return isStudioError(error) ? error.code : error
}

describe('writeWhole', () => {
  test('a file that fails its check does not appear, and nothing is left beside it', async () => {
    const home = join(folder, 'checked')
    const error = await rejection(
      writeWhole(
        join(home, 'film.mp4'),
        (path) => writeFile(path, 'half a film'),
        () => Promise.reject(new Error('half')),
      ),
    )
    expect(String(error)).toContain('half')
    expect(await readdir(home)).toEqual([])
  })

  test('an older file stays as it was until the new one is whole', async () => {
    const path = join(folder, 'whole', 'film.txt')
    await writeWhole(path, (at) => writeFile(at, 'first'))
    await rejection(
      writeWhole(path, async (at) => {
        await writeFile(at, 'second')
        throw new Error('power cut')
      }),
    )
    expect(await readFile(path, 'utf8')).toBe('first')
    expect(await writeWhole(path, (at) => writeFile(at, 'third').then(() => 3))).toBe(3)
    expect(await readFile(path, 'utf8')).toBe('third')
  })

  test('a place that cannot be written to is named', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, 'x')
    const error = await rejection(writeWhole(join(file, 'film.mp4'), (at) => writeFile(at, 'x')))
    expect(isStudioError(error) && error.code).toBe('not-writable')
  })
})

describe('makeFolder', () => {
  test('makes a folder and those above it, with the mode asked for; a folder that is there will do', async () => {
    const deep = join(folder, 'a', 'b', 'c')
    await Promise.all([makeFolder(deep, 0o700), makeFolder(deep, 0o700)])
    await makeFolder(deep)
    expect(await readdir(join(folder, 'a'))).toEqual(['b'])
  })

  test.skipIf(process.platform !== 'linux')(
    'ends below /proc, where nothing can be made',
    async () => {
      expect(await codeOf(makeFolder('/proc/nope/deeper'))).toBe('not-writable')
      expect(await codeOf(writeTextWhole('/proc/nope/film.txt', 'x'))).toBe('not-writable')
    },
  )

  test('a link that leads nowhere is named', async () => {
    await symlink(join(folder, 'gone'), join(folder, 'link'))
    expect(await codeOf(makeFolder(join(folder, 'link', 'below')))).toBe('not-writable')
  })
})

describe('a full disk', () => {
  test.skipIf(noSmallDisk)(
    'leaves no half file under a final name and says what to do',
    async () => {
      await using disk = await smallDisk(1_000_000)
      const film = join(folder, 'film.mp4')
      await writeFile(film, Buffer.alloc(1_500_000))
      await writeTextWhole(join(disk.path, 'report.txt'), 'first')
      const error = await rejection(copyWhole(film, join(disk.path, 'films', 'film.mp4')))
      expect(isStudioError(error) && [error.code, error.retry]).toEqual(['disk-full', 'later'])
      expect(String(error)).toContain('Free some space')
      expect(await readdir(join(disk.path, 'films'))).toEqual([])
      const long = 'x'.repeat(1_500_000)
      expect(await codeOf(writeTextWhole(join(disk.path, 'report.txt'), long))).toBe('disk-full')
      expect(await readFile(join(disk.path, 'report.txt'), 'utf8')).toBe('first')
    },
  )

  test.skipIf(noSmallDisk)(
    'is seen before anything is written, from folders not yet made too',
    async () => {
      await using disk = await smallDisk(1_000_000)
      const [small, below] = [await diskOf(disk.path), await diskOf(join(disk.path, 'not', 'yet'))]
      expect(small.freeBytes).toBeLessThanOrEqual(1_048_576)
      expect(below).toEqual(small)
      expect((await diskOf(folder)).id).not.toBe(small.id)
    },
  )
})

describe('owned folders', () => {
  /** The name a process of its own gave an owned folder before it was killed. */
  const leftByKilled = async (parent: string, use: string): Promise<string> => {
    const module = join(import.meta.dirname, 'owned-folder.ts')
    const script = `
      const { makeOwnedFolder } = await import(${JSON.stringify(module)})
      process.stdout.write(await makeOwnedFolder(${JSON.stringify(parent)}, ${JSON.stringify(use)}))
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [path] = await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    return String(path)
  }

  test('those of killed processes are swept, those of living ones and all other names stay', async () => {
    const parent = join(folder, 'scratch')
    await mkdir(parent)
    const own = await makeOwnedFolder(parent, 'work')
    const dead = await leftByKilled(parent, 'work')
    await writeFile(join(dead, 'half.mp4'), 'half')
    await mkdir(join(parent, 'workshop'))
    await mkdir(join(parent, 'work-Fresh1'))
    await mkdir(join(parent, 'work-Stale1'))
    await utimes(join(parent, 'work-Stale1'), new Date(0), new Date(0))
    await sweepOwnedFolders(parent, ['work'])
    const left = await readdir(parent)
    expect(left.toSorted()).toEqual(
      [own.slice(parent.length + 1), 'work-Fresh1', 'workshop'].toSorted(),
    )
    await sweepOwnedFolders(join(folder, 'not-there'), ['work'])
  })

  test('what a killed process left half-made beside a file goes with the next writing there', async () => {
    const place = join(folder, 'output')
    await mkdir(place)
    const dead = await leftByKilled(place, '.partial')
    await writeFile(join(dead, 'master.mp4'), 'half')
    await writeTextWhole(join(place, 'report.txt'), 'whole')
    expect(await readdir(place)).toEqual(['report.txt'])
  })
})
