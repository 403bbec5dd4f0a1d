import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallBrief } from '../../test/support/briefs.ts'
import { noSmallDisk, smallDisk } from '../../test/support/small-disk.ts'
import { isStudioError } from '../domain/errors.ts'
import { type Disk, diskOf } from '../kit/files.ts'
import type { Floor } from './floor.ts'
import { folderMarker, giveBackFolder, prepareFolder } from './run-folder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-folder-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const floorOn = (disk: Disk): Floor => ({ vault: { disk: async () => disk } }) as unknown as Floor
const elsewhere = { id: -1, freeBytes: 1_000_000_000_000 }
const film = smallBrief({ size: { width: 1280, height: 720 }, seconds: 60, takes: 1 })

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'it was expected to fail and did not',
    (error: unknown) => (isStudioError(error) ? `${error.code}: ${error.message}` : String(error)),
  )

describe('space for a film', () => {
  test('a home that is too full is found before anything is made', async () => {
    const outputDir = join(folder, 'a')
    const floor = floorOn({ ...elsewhere, freeBytes: 500_000_000 })
    const said = await failure(prepareFolder(floor, { id: 'a', brief: film, outputDir }))
    expect(said).toMatch(
      /^disk-full: .*980 MB on the disk of the studio's home, which has 500 MB free/,
    )
    expect(await readdir(folder)).toEqual([])
  })

  test('a home that has room for the footage may lack it for the finished files too', async () => {
    const outputDir = join(folder, 'b')
    const { id } = await diskOf(folder)
    const floor = floorOn({ id, freeBytes: 1_000_000_000 })
    const said = await failure(prepareFolder(floor, { id: 'b', brief: film, outputDir }))
    expect(said).toContain('1490 MB')
  })

  test.skipIf(noSmallDisk)('a full disk of the output folder is found there', async () => {
    await using disk = await smallDisk(50_000_000)
    const outputDir = join(disk.path, 'films', 'c')
    const floor = floorOn(elsewhere)
    const said = await failure(prepareFolder(floor, { id: 'c', brief: film, outputDir }))
    expect(said).toContain(`710 MB on the disk of ${outputDir}`)
    expect(said).toContain('--output-dir')
    expect(await readdir(disk.path)).toEqual([])
  })

  test('a folder with room is marked; one of another run is refused', async () => {
    const outputDir = join(folder, 'd', 'e')
    const brief = smallBrief()
    await prepareFolder(floorOn(elsewhere), { id: 'd', brief, outputDir })
    expect(await readdir(outputDir)).toEqual([folderMarker])
    await writeFile(join(outputDir, folderMarker), 'other\n')
    const said = await failure(prepareFolder(floorOn(elsewhere), { id: 'd', brief, outputDir }))
    expect(said).toContain('already-exists')
  })

  test('a folder is given back when the run is not made after all, and not taken from who makes it there', async () => {
    const outputDir = join(folder, 'f')
    const floor = floorOn(elsewhere)
    await prepareFolder(floor, { id: 'f', brief: smallBrief(), outputDir })
    const madeAt = (there: string) => ({ productions: { get: async () => ({ outputDir: there }) } })
    await giveBackFolder(madeAt(outputDir) as never, { id: 'f', outputDir })
    expect(await readdir(outputDir)).toEqual([folderMarker])
    await giveBackFolder(madeAt('/elsewhere') as never, { id: 'f', outputDir })
    expect(existsSync(outputDir)).toBe(false)
  })
})
