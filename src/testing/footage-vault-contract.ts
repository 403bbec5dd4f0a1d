import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FootageVault } from '../ports/footage-vault.ts'
import { codeOf } from './rejection.ts'

/** What the suite needs of a vault. */
export interface FootageVaultHarness {
  /** A vault as a new process would open it, over the store that all vaults of this harness share. */
  vault(): FootageVault
  dispose(): Promise<void>
}

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

/**
 * What every footage vault promises. Call it in the adapter's test.
 *
 * @param name adapter's name for the report
 * @param makeHarness called before each test: an empty store of its own
 */
export const footageVaultContract = (
  name: string,
  makeHarness: () => Promise<FootageVaultHarness>,
): void => {
  describe(`${name} keeps the contract of a footage vault`, () => {
    let harness: FootageVaultHarness
    let folder = ''
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vault-contract-'))
      harness = await makeHarness()
    })
    afterEach(async () => {
      await harness.dispose()
      await rm(folder, { recursive: true, force: true })
    })
    const bench: Bench = {
      vault: () => harness.vault(),
      source: async (body) => {
        const path = join(folder, `source-${sha256(body).slice(0, 8)}.bin`)
        await writeFile(path, body)
        return path
      },
    }
    describe('storing', () => storeTests(bench))
    describe('destroying and counting', () => purgeTests(bench))
    describe('work in progress', () => scratchTests(bench))
  })
}

interface Bench {
  readonly vault: () => FootageVault
  /** Write a file that is to be stored. */
  readonly source: (body: Uint8Array | string) => Promise<string>
}

const storeTests = ({ vault, source }: Bench): void => {
  it('gives back the very bytes under their hash, to every process', async () => {
    const body = randomBytes(200_000)
    const hash = await vault().put(await source(body), 'mp4')
    expect(hash).toBe(sha256(body))
    const path = await vault().path(hash)
    expect(isAbsolute(path)).toBe(true)
    expect(path.endsWith('.mp4')).toBe(true)
    expect(sha256(await readFile(path))).toBe(hash)
    expect(await vault().has(hash)).toBe(true)
  })

  it('an empty file is footage like any other', async () => {
    const hash = await vault().put(await source(''), 'wav')
    expect((await stat(await vault().path(hash))).size).toBe(0)
  })

  it('leaves the file that was handed in where it is', async () => {
    const path = await source('mine')
    await vault().put(path, 'mp4')
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  it('what is stored does not change when the file that was handed in does', async () => {
    const path = await source('first cut')
    const hash = await vault().put(path, 'mp4')
    await writeFile(path, 'second cut')
    expect(await readFile(await vault().path(hash), 'utf8')).toBe('first cut')
  })

  it('stored footage cannot be written to', async () => {
    const hash = await vault().put(await source('read only'), 'mp4')
    expect((await stat(await vault().path(hash))).mode & 0o222).toBe(0)
  })

  it('the same bytes are stored once, by one process or by many at the same time', async () => {
    const body = randomBytes(100_000)
    const path = await source(body)
    const hashes = await Promise.all(Array.from({ length: 6 }, () => vault().put(path, 'mp4')))
    hashes.push(await vault().put(path, 'mp4'))
    expect(new Set(hashes)).toEqual(new Set([sha256(body)]))
    expect(await vault().usage()).toMatchObject({ files: 1, storedBytes: body.length })
  })

  it('footage that was damaged or lost is told from whole footage, and storing it again mends it', async () => {
    const body = randomBytes(50_000)
    const hash = await vault().put(await source(body), 'mp4')
    expect(await vault().check(hash)).toBe('whole')
    for (const damaged of [body.subarray(0, 4_000), Buffer.alloc(body.length)]) {
      const path = await vault().path(hash)
      await chmod(path, 0o644)
      await writeFile(path, damaged)
      expect(await vault().check(hash)).toBe('damaged')
      await vault().put(await source(body), 'mp4')
      expect(await vault().check(hash)).toBe('whole')
    }
    await vault().purge(hash)
    expect(await vault().check(hash)).toBe('missing')
  })

  it('footage that is not there is missing, and so is a file that cannot be read', async () => {
    expect(await vault().has(sha256('never'))).toBe(false)
    expect(await codeOf(vault().path(sha256('never')))).toBe('footage-missing')
    expect(await codeOf(vault().put('/nowhere/at/all.mp4', 'mp4'))).toBe('footage-missing')
  })

  it('a hash or an ending that could lead elsewhere is a mistake of the program', async () => {
    const path = await source('c')
    await expect(vault().path('../../etc/passwd')).rejects.toThrow(TypeError)
    await expect(vault().has('AB')).rejects.toThrow(TypeError)
    await expect(vault().put(path, '../x')).rejects.toThrow(TypeError)
  })
}

const purgeTests = ({ vault, source }: Bench): void => {
  it('what is destroyed is gone for every process, and the rest stays', async () => {
    const gone = await vault().put(await source('bad take'), 'mp4')
    const kept = await vault().put(await source('good take'), 'mp4')
    await vault().purge(gone)
    expect([await vault().has(gone), await vault().has(kept)]).toEqual([false, true])
    expect(await codeOf(vault().path(gone))).toBe('footage-missing')
  })

  it('destroying what is not there is no error', async () => {
    await vault().purge(sha256('never'))
    const hash = await vault().put(await source('once'), 'mp4')
    await vault().purge(hash)
    await vault().purge(hash)
    expect(await vault().has(hash)).toBe(false)
  })

  it('what was destroyed can be stored again', async () => {
    const path = await source('again')
    await vault().purge(await vault().put(path, 'mp4'))
    const hash = await vault().put(path, 'mp4')
    expect(await readFile(await vault().path(hash), 'utf8')).toBe('again')
  })

  it('counts what is stored and what is free, from nothing on', async () => {
    expect(await vault().usage()).toMatchObject({ files: 0, storedBytes: 0 })
    await vault().put(await source('12345'), 'mp4')
    await vault().put(await source('1234567'), 'wav')
    const usage = await vault().usage()
    expect(usage).toMatchObject({ files: 2, storedBytes: 12 })
    expect(usage.freeBytes).toBeGreaterThan(0)
  })
}

const scratchTests = ({ vault }: Bench): void => {
  it('gets a new empty folder each time, which does not count as stored', async () => {
    const [first, second] = [await vault().scratchFolder(), await vault().scratchFolder()]
    expect(first).not.toBe(second)
    expect([await readdir(first), await readdir(second)]).toEqual([[], []])
    await writeFile(join(first, 'half.mp4'), 'half')
    expect((await vault().usage()).files).toBe(0)
    await rm(first, { recursive: true })
    await rm(second, { recursive: true })
  })

  it('can be stored from its folder', async () => {
    const folder = await vault().scratchFolder()
    const path = join(folder, 'cut.mp4')
    await writeFile(path, 'a cut')
    const hash = await vault().put(path, 'mp4')
    await rm(folder, { recursive: true })
    expect(await readFile(await vault().path(hash), 'utf8')).toBe('a cut')
  })
}
