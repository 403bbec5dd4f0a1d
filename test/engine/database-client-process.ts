import pg from 'pg'
import { ensureDatabase } from '../../src/engine/embedded-postgres.ts'

/**
 * One process that uses a home's database, for tests that need several, or one of another user.
 * Arguments: home, idle seconds. Prints one line of JSON when attached; lets go when its input ends.
 */
const [, , home = '', idleSeconds = ''] = process.argv

const database = await ensureDatabase({ home, idleSeconds: Number(idleSeconds) })
const client = new pg.Client({ connectionString: database.url })
await client.connect()
const found = await client.query<{ started: Date; user: string }>(
  'SELECT pg_postmaster_start_time() AS started, current_user AS user',
)
await client.end()
process.stdout.write(`${JSON.stringify({ url: database.url, ...found.rows[0] })}\n`)
for await (const _ of process.stdin);
await database.close()
