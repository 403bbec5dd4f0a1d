import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleBrief, sampleReview, sampleTake } from '../../test/ledger/sample-production.ts'
import type { TestDatabase } from '../../test/support/test-database.ts'
import { testDatabase } from '../../test/support/test-database.ts'
import { shotId, slateId } from '../domain/slate.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { openStore } from './database.ts'
import { productionStore } from './production-store.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = await openStore({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.close()
})

let tenants = 0

/** The productions of a tenant of the test's own. */
const studio = (): ProductionStore => {
  tenants += 1
  return productionStore(database, `tenant-${tenants}`)
}

const makeRun = (store: ProductionStore, id = 'lake') =>
  store.create({ id, brief: sampleBrief, outputDir: `/productions/${id}`, until: null })

test('a new production runs from its first stage and keeps its brief', async () => {
  const store = studio()
  const made = await store.create({
    ...{ id: 'lake', brief: sampleBrief, outputDir: '/productions/lake', until: 'plan' },
  })
  expect(made).toMatchObject({
    ...{ id: 'lake', concept: sampleBrief.concept, state: 'running', stage: 'plan', until: 'plan' },
    ...{ wanted: 'run', funds: 'simulated', outputDir: '/productions/lake', attempt: 1 },
  })
  expect(made.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(await store.get('lake')).toEqual(made)
  expect(await store.brief('lake')).toEqual(sampleBrief)
})

test('a run id is taken once, by one of two who ask at the same time', async () => {
  const store = studio()
  const both = await Promise.allSettled([makeRun(store), makeRun(store)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(makeRun(store)).rejects.toMatchObject({ code: 'already-exists' })
})

test('a run id with a slash is bad input', async () => {
  await expect(makeRun(studio(), '../lake')).rejects.toMatchObject({ code: 'bad-input' })
})

test('what is not there is null to ask for and not-found to write to', async () => {
  const store = studio()
  expect(await store.get('sea')).toBeNull()
  for (const write of writesTo(store, 'sea')) {
    await expect(write()).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(store.brief('sea')).rejects.toMatchObject({ code: 'not-found' })
})

const writesTo = (store: ProductionStore, id: string): readonly (() => Promise<unknown>)[] => [
  () => store.update(id, { state: 'paused' }),
  () => store.putDocument(id, 'note', 'a', {}, true),
  () => store.removeDocuments(id, 'note'),
  () => store.addTake(id, sampleTake),
  () => store.setTakeState(id, sampleTake, { state: 'ng', decidedBy: 'crew', note: '' }),
  () => store.putReview(id, sampleReview),
  () => store.addEvent(id, 'k', 'take-made', {}),
  () => store.setProgress(id, '1A', 0.5),
  () => store.remove(id),
]

test('a deleted run is gone, refuses every write, and keeps its takes, reviews and id', async () => {
  const store = studio()
  await makeRun(store)
  await store.addTake('lake', sampleTake)
  await store.putReview('lake', sampleReview)
  await store.putDocument('lake', 'plan', 'plan', { schema: 'plan@1' }, true)
  await store.addEvent('lake', 'k', 'take-made', {})
  await store.setProgress('lake', '1A', 0.5)
  await store.remove('lake')
  expect(await store.get('lake')).toBeNull()
  expect(await store.list(10)).toEqual([])
  expect(await store.document('lake', 'plan', 'plan')).toBeNull()
  expect(await store.events('lake', 0)).toEqual([])
  expect(await store.progress('lake')).toEqual([])
  for (const write of writesTo(store, 'lake')) {
    await expect(write()).rejects.toMatchObject({ code: 'run-deleted' })
  }
  await expect(store.brief('lake')).rejects.toMatchObject({ code: 'run-deleted' })
  expect(await store.takes('lake')).toEqual([sampleTake])
  expect(await store.reviews('lake')).toEqual([sampleReview])
  await expect(makeRun(store)).rejects.toMatchObject({ code: 'already-exists' })
})

test('an update writes the fields given and leaves the others', async () => {
  const store = studio()
  const made = await makeRun(store)
  const updated = await store.update('lake', { state: 'paused', stage: 'shoot', until: 'cut' })
  expect(updated).toEqual({
    ...{ ...made, state: 'paused', stage: 'shoot', until: 'cut', updatedAt: updated.updatedAt },
  })
  expect(await store.update('lake', { until: null, attempt: 2, reason: 'a\u0000b' })).toMatchObject(
    {
      ...{ state: 'paused', until: null, attempt: 2, reason: 'a\ufffdb' },
    },
  )
})

test('runs are listed newest first, as many as asked for, each tenant its own', async () => {
  const store = studio()
  for (const id of ['one', 'two', 'three']) await makeRun(store, id)
  await makeRun(studio(), 'foreign')
  expect((await store.list(2)).map(({ id }) => id)).toEqual(['three', 'two'])
})

test('a thousand runs are listed by one index, without touching a brief', async () => {
  const store = studio()
  await makeRun(store)
  const client = new pg.Client({ connectionString: home.url })
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

test('a document is kept or replaced as asked, and what is stored comes back', async () => {
  const store = studio()
  await makeRun(store)
  const put = (body: string, replace: boolean) =>
    store.putDocument('lake', 'script', 'p1', { schema: 'script@1', body }, replace)
  expect(await put('first', false)).toEqual({ schema: 'script@1', body: 'first' })
  expect(await put('second', false)).toEqual({ schema: 'script@1', body: 'first' })
  expect(await put('third', true)).toEqual({ schema: 'script@1', body: 'third' })
  expect(await store.document('lake', 'script', 'p1')).toEqual({
    ...{ schema: 'script@1', body: 'third' },
  })
  expect(await store.document('lake', 'script', 'p2')).toBeNull()
})

test('documents of a kind are listed by key and removed together', async () => {
  const store = studio()
  await makeRun(store)
  for (const key of ['b', 'a']) await store.putDocument('lake', 'note', key, [key], true)
  await store.putDocument('lake', 'observation', 'a', null, true)
  expect(await store.documents('lake', 'note')).toEqual([
    { key: 'a', body: ['a'] },
    { key: 'b', body: ['b'] },
  ])
  await store.removeDocuments('lake', 'note')
  expect(await store.documents('lake', 'note')).toEqual([])
  expect(await store.documents('lake', 'observation')).toEqual([{ key: 'a', body: null }])
})

test('a document of a newer studio is not read half-understood', async () => {
  const store = studio()
  await makeRun(store)
  const write = store.putDocument('lake', 'plan', 'plan', { schema: 'plan@99' }, true)
  await expect(write).rejects.toMatchObject({ code: 'home-too-new' })
  expect(await store.document('lake', 'plan', 'plan')).toBeNull()
})

test('a take is saved once; its state, who decided it and the note can change', async () => {
  const store = studio()
  await makeRun(store)
  expect(await store.addTake('lake', sampleTake)).toEqual(sampleTake)
  expect(await store.addTake('lake', { ...sampleTake, seed: 99 })).toEqual(sampleTake)
  const other = { ...sampleTake, slate: slateId(shotId(1, 0), 2) }
  await store.addTake('lake', other)
  const circled = await store.setTakeState('lake', sampleTake, {
    state: 'circled',
    decidedBy: 'person',
    note: 'best light',
  })
  expect(circled).toEqual({
    ...sampleTake,
    ...{ state: 'circled', decidedBy: 'person', note: 'best light' },
  })
  expect(await store.takes('lake')).toEqual([circled, other])
  const unknown = { ...sampleTake, pilot: 'p2' }
  const ng = { state: 'ng', decidedBy: 'crew', note: '' } as const
  await expect(store.setTakeState('lake', unknown, ng)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a second review of a take replaces the first', async () => {
  const store = studio()
  await makeRun(store)
  await store.putReview('lake', sampleReview)
  await store.putReview('lake', { ...sampleReview, passed: false })
  expect(await store.reviews('lake')).toEqual([{ ...sampleReview, passed: false }])
})

test('events written at once are numbered without gaps, and a repeated key writes nothing', async () => {
  const store = studio()
  await makeRun(store)
  const keys = Array.from({ length: 20 }, (_, index) => `take-${index % 10}`)
  await Promise.all(keys.map((key) => store.addEvent('lake', key, 'take-made', { key })))
  const events = await store.events('lake', 0)
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(new Set(events.map(({ body }) => body['key'])).size).toBe(10)
  expect((await store.events('lake', 7)).map(({ seq }) => seq)).toEqual([8, 9, 10])
})

test('whoever listens hears of an event once it can be read, by its run and number alone', async () => {
  const store = studio()
  await makeRun(store)
  const client = new pg.Client({ connectionString: home.url })
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

test('progress is kept by subject, within 0 and 1', async () => {
  const store = studio()
  await makeRun(store)
  await store.setProgress('lake', '1B', 0.25)
  await store.setProgress('lake', '1A', 1.5)
  await store.setProgress('lake', '1B', 0.5)
  expect(await store.progress('lake')).toEqual([
    { subject: '1A', fraction: 1 },
    { subject: '1B', fraction: 0.5 },
  ])
})
