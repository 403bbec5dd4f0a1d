import { connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/test-database.ts'
import { raiseFence } from './executor-fence.ts'

/** A door to a database that shuts in the face of the first who knock. */
const shutDoor = async (database: TestDatabase, refusals: number) => {
  const inside = new URL(database.url)
  const socketPath = `${inside.searchParams.get('host')}/.s.PGSQL.5432`
  let knocks = 0
  const server = createServer((caller) => {
    knocks += 1
    if (knocks <= refusals) {
      caller.destroy()
      return
    }
    const line = connect(socketPath)
    caller.pipe(line).pipe(caller)
    for (const end of [caller, line]) end.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = `postgresql://${inside.username}@127.0.0.1:${port}${inside.pathname}`
  return { url, knocks: () => knocks, close: () => void server.close() }
}

test('an executor that begins while its database comes back waits for it', async () => {
  const database = await testDatabase()
  const door = await shutDoor(database, 2)
  const terms = { executorId: 'e', log: () => undefined, onLost: () => undefined }
  const fence = await raiseFence({ ...terms, url: door.url, patienceMs: 600_000 })
  await fence.held()
  expect(door.knocks()).toBe(3)
  await fence.lower()
  await expect(
    raiseFence({ ...terms, url: 'postgresql://127.0.0.1:1/films', patienceMs: 0 }),
  ).rejects.toMatchObject({ code: 'database-unavailable', retry: 'later' })
  door.close()
  await database.close()
})
