import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from './support/test-database.ts'

let database: TestDatabase
let homes: readonly string[] = []
beforeEach(async () => {
  database = await testDatabase()
  homes = [await makeHome('office'), await makeHome('laptop')]
})
afterEach(async () => {
  for (const home of homes) await removeHome(home)
  await database.close()
})

const at =
  (index: number) =>
  (...words: readonly string[]): Promise<CliRun> => {
    const home = homes[index] ?? ''
    return claudeStudio({ home, cwd: home, env: { DATABASE_URL: database.url } }, ...words)
  }
const [office, laptop] = [at(0), at(1)]

const dayCap = (capUsd: number) => ({ scope: 'day', funds: 'real', capUsd })

const capsAt = async (home: typeof office): Promise<unknown> =>
  (await home('spend', '--json')).lines.at(-1)?.['caps']

test('a home that opens a shared ledger leaves its caps as somebody set them, and is told which counts', async () => {
  expect((await office('config', 'set', 'dayCapUsd', '0.5')).code).toBe(0)
  expect(await capsAt(laptop)).toEqual([dayCap(0.5)])
  expect(await capsAt(office)).toEqual([dayCap(0.5)])
  const shown = await laptop('config', 'show')
  expect(shown.stdout).toMatch(/dayCapUsd is 25 in this home, and \$0\.50 counts: the ledger's cap/)
  expect((await laptop('config', 'show', '--json')).lines[0]).toMatchObject({ caps: [dayCap(0.5)] })
  expect((await office('config', 'show')).stdout).not.toContain('counts')
})

test('config set changes a cap for everybody; no cap is a choice that another home does not undo', async () => {
  await office('config', 'set', 'dayCapUsd', 'null')
  expect(await capsAt(laptop), "the laptop's own 25 binds the laptop").toEqual([dayCap(25)])
  expect(await capsAt(office)).toEqual([])
  await laptop('config', 'set', 'dayCapUsd', '40')
  expect(await capsAt(office)).toEqual([dayCap(40)])
  await office('config', 'set', 'dayCapUsd', '--default')
  expect(await capsAt(laptop)).toEqual([dayCap(25)])
})

test('a ledger that cannot be reached is told: the cap is saved in the home, and nothing else fails', async () => {
  const [home = ''] = homes
  const env = { DATABASE_URL: 'postgres://127.0.0.1:1/films' }
  const set = await claudeStudio({ home, cwd: home, env }, 'config', 'set', 'dayCapUsd', '3')
  expect(set.code).not.toBe(0)
  expect(set.stderr).toMatch(/dayCapUsd is saved in this home, and the ledger's own cap was not/)
  const shown = await claudeStudio({ home, cwd: home, env }, 'config', 'show')
  expect(shown.code).toBe(0)
  expect(shown.stdout).toMatch(/dayCapUsd +3 [\s\S]*caps could not be read/)
})
