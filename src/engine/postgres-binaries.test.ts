import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type PostgresBinaries, readyBinaries } from './postgres-binaries.ts'

let folder: string
let installed: PostgresBinaries
let copies: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postgres-binaries-'))
  installed = { folder: join(folder, 'package', 'native'), version: '1.2' }
  copies = join(folder, 'copies')
  await mkdir(join(installed.folder, 'lib'), { recursive: true })
  await mkdir(copies)
  await writeFile(join(installed.folder, 'lib', 'libpq.so.5.18'), 'library')
  await list('native/lib/libpq.so.5')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const list = (target: string): Promise<void> =>
  writeFile(
    join(installed.folder, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target }]),
  )

it('are linked where they are, as often as asked', async () => {
  const place = { asRoot: false, binaryCopies: copies }
  expect(await readyBinaries(installed, place)).toEqual(installed)
  expect(await readyBinaries(installed, place)).toEqual(installed)
  expect(await readlink(join(installed.folder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  expect(await readdir(copies)).toEqual([])
})

it('are copied once when many ask at the same time, and no draft stays', async () => {
  const place = { asRoot: true, binaryCopies: copies }
  const all = await Promise.all(Array.from({ length: 4 }, () => readyBinaries(installed, place)))
  expect(new Set(all.map((one) => one.folder)).size).toBe(1)
  expect(await readdir(copies)).toEqual(['postgresql-1.2'])
  expect(await readdir(join(all[0]?.folder ?? '', 'lib'))).toContain('libpq.so.5')
})

it('a package that is broken says so, and is not copied as if it were only read-only', async () => {
  await list('native/no-such-folder/libpq.so.5')
  await expect(readyBinaries(installed, { asRoot: false, binaryCopies: copies })).rejects.toThrow(
    /ENOENT/,
  )
  expect(await readdir(copies)).toEqual([])
})

it('something else under the name of the copy is a failure, not a copy', async () => {
  await writeFile(join(copies, 'postgresql-1.2'), 'a file')
  await expect(readyBinaries(installed, { asRoot: true, binaryCopies: copies })).rejects.toThrow(
    /ENOTDIR/,
  )
  expect(await readdir(copies)).toEqual(['postgresql-1.2'])
})
