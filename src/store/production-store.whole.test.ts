import pg from 'pg'
import { expect, test } from 'vitest'
import { storeOfTestFile } from '../../test/support/test-store.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { productionStoreContract } from '../testing/production-store-contract.ts'
import { sampleBrief } from '../testing/sample-production.ts'
import { productionStore } from './production-store.ts'

const { url, database } = await storeOfTestFile()

let tenants = 0

/** The productions of a tenant of the test's own. */
const studio = (): ProductionStore => {
  tenants += 1
  return productionStore(database, `tenant-${tenants}`)
}

const makeRun = (store: ProductionStore, id = 'lake') =>
  store.create({ id, brief: sampleBrief, outputDir: `/productions/${id}`, until: null })

productionStoreContract('the production store in PostgreSQL', async () => ({
  productions: studio(),
  dispose: async () => undefined,
}))

test('a thousand runs are listed by one index, without touching a brief', async () => {
  const store = studio()
  await makeRun(store)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`insert into claude_studio.productions
        (tenant, id, concept, brief, state, stage, wanted, funds, output_dir, reason, attempt)
      select tenant, 'run-' || n, concept, brief, state, stage, wanted, funds, output_dir, reason, attempt
      from claude_studio.productions, generate_series(1, 1200) n where tenant = 'tenant-${tenants}'`)
    await client.query('analyze claude_studio.productions')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id, concept from claude_studio.productions where tenant = 'tenant-${tenants}'
        and deleted_at is null order by created_at desc, id desc limit 50`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('productions_newest')
  } finally {
    await client.end()
  }
  expect(await store.list(1000)).toHaveLength(1000)
})

test('whoever listens hears of an event once it can be read, by its run and number alone', async () => {
  const store = studio()
  await makeRun(store)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('listen claude_studio_events')
    const heard = new Promise<string | undefined>((resolve) => {
      client.once('notification', ({ payload }) => resolve(payload))
    })
    await store.addEvent('lake', 'k', 'take-made', { secret: 'not for the wire' })
    expect(JSON.parse((await heard) ?? '')).toEqual({ production: 'lake', seq: 1 })
  } finally {
    await client.end()
  }
})
