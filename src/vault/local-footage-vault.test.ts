import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noSmallDisk, smallDisk } from '../../test/support/small-disk.ts'
import { isStudioError } from '../domain/errors.ts'
import { footageVaultContract } from '../testing/footage-vault-contract.ts'
import { localFootageVault, sweepVaultScratch } from './local-footage-vault.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

footageVaultContract('a vault in a folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'vault home '))
  return {
    vault: () => localFootageVault(home),
    dispose: () => rm(home, { recursive: true, force: true }),
  }
})

const source = async (name: string, body: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, body)
  return path
}

const sha256 = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('hex')

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it was expected to fail and did not',
    (error: unknown) => (isStudioError(error) ? error.code : error),
  )

describe('a vault in a folder', () => {
  test('gives back the bytes it was given, under their hash', async () => {
    const vault = localFootageVault(join(folder, 'plain'))
    const hash = await vault.put(await source('a.mp4', 'footage'), 'mp4')
    expect(hash).toBe(sha256('footage'))
    const path = await vault.path(hash)
    expect(path.endsWith(`${hash}.mp4`)).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('footage')
    expect((await stat(path)).mode & 0o222).toBe(0)
    expect([await vault.has(hash), await vault.has(sha256('other'))]).toEqual([true, false])
  })

  test('stores the same bytes once, also when many put them at the same time', async () => {
    const home = join(folder, 'same')
    const body = randomBytes(300_000)
    const path = await source('same.bin', body)
    const vaults = Array.from({ length: 8 }, () => localFootageVault(home))
    const hashes = await Promise.all(vaults.map((vault) => vault.put(path, 'mp4')))
    expect(new Set(hashes)).toEqual(new Set([sha256(body)]))
    const usage = await localFootageVault(home).usage()
    expect(usage).toMatchObject({ files: 1, storedBytes: 300_000 })
    expect(usage.freeBytes).toBeGreaterThan(0)
    expect(await readdir(join(home, 'scratch'))).toEqual([])
  })

  test('bytes stored with another extension are found all the same', async () => {
    const vault = localFootageVault(join(folder, 'names'))
    const hash = await vault.put(await source('b.mp4', 'one'), 'mp4')
    expect(await vault.put(await source('b.bin', 'one'), 'bin')).toBe(hash)
    expect((await vault.usage()).files).toBe(1)
  })

  test('a file that is not there is called missing, from either side', async () => {
    const vault = localFootageVault(join(folder, 'missing'))
    expect(await codeOf(vault.path(sha256('never')))).toBe('footage-missing')
    expect(await codeOf(vault.put(join(folder, 'never.mp4'), 'mp4'))).toBe('footage-missing')
    expect(await codeOf(vault.put(folder, 'mp4'))).toBe('footage-missing')
  })

  test('a hash or extension that could lead out of the folder is a mistake of the program', async () => {
    const vault = localFootageVault(join(folder, 'strict'))
    const path = await source('c.mp4', 'c')
    await expect(vault.path('../../etc/passwd')).rejects.toThrow(TypeError)
    await expect(vault.put(path, '../x')).rejects.toThrow(TypeError)
  })

  test('a place that cannot be written to is named', async () => {
    const file = await source('a-file', 'x')
    const vault = localFootageVault(join(file, 'vault'))
    expect(await codeOf(vault.put(await source('d.mp4', 'd'), 'mp4'))).toBe('not-writable')
    expect(await codeOf(vault.scratchFolder())).toBe('not-writable')
  })

  test('scratch folders are new, empty, and do not count as stored', async () => {
    const vault = localFootageVault(join(folder, 'scratch'))
    const [first, second] = [await vault.scratchFolder(), await vault.scratchFolder()]
    expect(first).not.toBe(second)
    await writeFile(join(first, 'work.mp4'), 'half')
    expect((await vault.usage()).files).toBe(0)
  })
})

describe('a full disk', () => {
  test.skipIf(noSmallDisk)(
    'takes no half file in, says what to do, and keeps what it has',
    async () => {
      await using disk = await smallDisk(2_000_000)
      const vault = localFootageVault(disk.path)
      const kept = await vault.put(await source('small.mp4', randomBytes(500_000)), 'mp4')
      const big = await source('too-big.mp4', randomBytes(3_000_000))
      const error = await vault.put(big, 'mp4').catch((reason: unknown) => reason)
      expect(isStudioError(error) && [error.code, error.retry]).toEqual(['disk-full', 'later'])
      expect(String(error)).toContain('Free some space')
      expect(await vault.usage()).toMatchObject({ files: 1, storedBytes: 500_000 })
      expect(await vault.has(kept)).toBe(true)
      expect(await readdir(join(disk.path, 'scratch'))).toEqual([])
      expect((await vault.disk()).freeBytes).toBeLessThan(2_000_000)
    },
  )
})

describe('a crash while footage is stored', () => {
  /** Put a file in a process of its own and kill that after a while; returns what was printed. */
  const putAndDie = (home: string, path: string, afterMs: number): Promise<string> =>
    new Promise((done, fail) => {
      const script = `
        const { localFootageVault } = await import(${JSON.stringify(join(import.meta.dirname, 'local-footage-vault.ts'))})
        process.stdout.write('ready\\n')
        const hash = await localFootageVault(${JSON.stringify(home)}).put(${JSON.stringify(path)}, 'mp4')
        process.stdout.write(hash + '\\n')
      `
      const child = spawn(process.execPath, ['--input-type=module', '-e', script])
      let printed = ''
      let failed = ''
      child.stderr.on('data', (block: Buffer) => {
        failed += block.toString()
      })
      child.stdout.on('data', (block: Buffer) => {
        if (printed === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
        printed += block.toString()
      })
      child.once('error', fail)
      child.once('close', () => (printed === '' ? fail(new Error(failed)) : done(printed)))
    })

  test('leaves whole files or none, and the next put succeeds', async () => {
    const home = join(folder, 'crash')
    const body = randomBytes(24 * 1024 * 1024)
    const path = await source('big.mp4', body)
    const vault = localFootageVault(home)
    for (const afterMs of [1, 15, 40, 80, 160]) {
      await mkdir(home, { recursive: true })
      const printed = await putAndDie(home, path, afterMs)
      const { files, storedBytes } = await vault.usage()
      expect(storedBytes, `killed after ${afterMs} ms`).toBe(files * body.length)
      if (printed.includes(sha256(body))) expect(files).toBe(1)
      await rm(join(home, 'footage'), { recursive: true })
    }
    const hash = await vault.put(path, 'mp4')
    expect(sha256(await readFile(await vault.path(hash)))).toBe(sha256(body))
    expect(await readdir(join(home, 'scratch'))).not.toEqual([])
    const mine = await vault.scratchFolder()
    await sweepVaultScratch(home)
    expect(await readdir(join(home, 'scratch'))).toEqual([basename(mine)])
  })
})
