import { afterAll, beforeAll } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/test-database.ts'
import { workflowContract } from '../testing/workflow-contract.ts'
import { dbosWorkflowEngine } from './dbos-workflow-engine.ts'

let server: TestDatabase

beforeAll(async () => {
  // Held for the whole file, so that the tests' own databases do not each start a server.
  server = await testDatabase()
})
afterAll(() => server.close())

const log: string[] = []

workflowContract('the durable engine', async () => {
  const database = await testDatabase()
  return {
    engine: async () =>
      dbosWorkflowEngine({
        url: database.url,
        log: (message) => log.push(message),
        closePatienceMs: 0,
      }),
    kill: (engine) => engine.close(),
    dispose: () => database.close(),
  }
})
