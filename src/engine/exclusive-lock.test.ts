import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { identifyProcess } from '../kit/process-identity.ts'
import { acquireLock, lockOwner } from './exclusive-lock.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exclusive-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const deadProcess = async (): Promise<string> => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'])
  const identity = await identifyProcess(child.pid ?? 0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return JSON.stringify(identity)
}

it('of many who want a free lock at once, one gets it, and the folder is left clean', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => acquireLock(path)))
  const winners = all.filter((lock) => lock !== null)
  expect(winners).toHaveLength(1)
  expect((await lockOwner(path))?.pid).toBe(process.pid)
  await winners[0]?.release()
  expect(await lockOwner(path)).toBeNull()
  expect(await readdir(folder)).toEqual([])
})

it('of many who find a dead owner at once, at most one inherits', async () => {
  for (let round = 0; round < 10; round += 1) {
    await writeFile(path, await deadProcess())
    const all = await Promise.all(Array.from({ length: 20 }, () => acquireLock(path)))
    const winners = all.filter((lock) => lock !== null)
    expect(winners).toHaveLength(1)
    await winners[0]?.release()
    expect(await readdir(folder)).toEqual([])
  }
})

it('a process that took over the number of a dead owner is not the owner', async () => {
  await writeFile(path, JSON.stringify({ pid: process.pid, startedAt: 'another time' }))
  expect(await lockOwner(path)).toBeNull()
  expect(await acquireLock(path)).not.toBeNull()
})

it('a lock file that makes no sense has no owner', async () => {
  await writeFile(path, 'half a wo')
  expect(await acquireLock(path)).not.toBeNull()
})

it('a process that does not exist has no identity; one that does keeps the same', async () => {
  expect(await identifyProcess(2 ** 30)).toBeNull()
  expect(await identifyProcess(process.pid)).toEqual(await identifyProcess(process.pid))
})
