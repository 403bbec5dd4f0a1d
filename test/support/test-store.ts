import { afterAll } from 'vitest'
import { type Database, openStore } from '../../src/store/database.ts'
import { testDatabase } from './test-database.ts'

/** A store over a database of a test file's own, open until its last test is over. */
export const storeOfTestFile = async (): Promise<{
  /** Connection string for `pg`. */
  readonly url: string
  readonly database: Database
}> => {
  const { url, close } = await testDatabase()
  const database = await openStore({ url })
  afterAll(async () => {
    await database.close()
    await close()
  })
  return { url, database }
}
