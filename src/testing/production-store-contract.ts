import { afterEach, describe, expect, it } from 'vitest'
import type { Production } from '../domain/production.ts'
import { shotId, slateId } from '../domain/slate.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { sampleBrief, sampleReview, sampleTake } from './sample-production.ts'

/** What the suite needs of a store of productions. */
export interface ProductionStoreHarness {
  readonly productions: ProductionStore
  dispose(): Promise<void>
}

/**
 * What every store of productions promises. Call it in the adapter's test.
 *
 * @param name adapter's name for the report
 * @param makeHarness called once a test or more: a new tenant each time, over one store
 */
export const productionStoreContract = (
  name: string,
  makeHarness: () => Promise<ProductionStoreHarness>,
): void => {
  describe(`${name} keeps the contract of a production store`, () => {
    let open: ProductionStoreHarness[] = []
    afterEach(async () => {
      for (const harness of open) await harness.dispose()
      open = []
    })
    const studio: OpenStore = async () => {
      const harness = await makeHarness()
      open.push(harness)
      return harness.productions
    }
    describe('runs', () => runTests(studio))
    describe('lists of runs', () => listTests(studio))
    describe('what is not there', () => goneTests(studio))
    describe('documents', () => documentTests(studio))
    describe('takes and reviews', () => takeTests(studio))
    describe('events and progress', () => eventTests(studio))
  })
}

type OpenStore = () => Promise<ProductionStore>

const makeRun = (store: ProductionStore, id = 'lake'): Promise<Production> =>
  store.create({ id, brief: sampleBrief, outputDir: `/productions/${id}`, until: null })

const writesTo = (store: ProductionStore, id: string): readonly (() => Promise<unknown>)[] => [
  () => store.update(id, { state: 'paused' }),
  () => store.putDocument(id, 'note', 'a', {}, true),
  () => store.removeDocuments(id, 'note'),
  () => store.addTake(id, sampleTake),
  () => store.setTakeState(id, sampleTake, { state: 'ng', decidedBy: 'crew', note: '' }),
  () => store.putReview(id, sampleReview),
  () => store.addEvent(id, 'k', 'take-made', {}),
  () => store.setProgress(id, '1A', 0.5),
  () => store.remove(id, false),
]

const runTests = (studio: OpenStore): void => {
  it('a new production runs from its first stage and keeps its brief', async () => {
    const store = await studio()
    const made = await store.create({
      ...{ id: 'lake', brief: sampleBrief, outputDir: '/productions/lake', until: 'plan' },
    })
    expect(made).toMatchObject({
      ...{
        id: 'lake',
        concept: sampleBrief.concept,
        state: 'running',
        stage: 'plan',
        until: 'plan',
      },
      ...{ wanted: 'run', funds: 'simulated', outputDir: '/productions/lake', attempt: 1 },
    })
    expect(made.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(await store.get('lake')).toEqual(made)
    expect(await store.brief('lake')).toEqual(sampleBrief)
  })

  it('a run id is taken once, by one of two who ask at the same time', async () => {
    const store = await studio()
    const both = await Promise.allSettled([makeRun(store), makeRun(store)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(makeRun(store)).rejects.toMatchObject({ code: 'already-exists' })
  })

  it('a run id with a slash is bad input', async () => {
    await expect(makeRun(await studio(), '../lake')).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('an update writes the fields given and leaves the others', async () => {
    const store = await studio()
    const made = await makeRun(store)
    const updated = await store.update('lake', { state: 'paused', stage: 'shoot', until: 'cut' })
    expect(updated).toEqual({
      ...{ ...made, state: 'paused', stage: 'shoot', until: 'cut', updatedAt: updated.updatedAt },
    })
    expect(
      await store.update('lake', { until: null, attempt: 2, reason: 'a\u0000b' }),
    ).toMatchObject({
      ...{ state: 'paused', until: null, attempt: 2, reason: 'a\ufffdb' },
    })
  })

  it('a cancelled run stays cancelled, whatever its last work still writes', async () => {
    const store = await studio()
    await makeRun(store)
    await store.update('lake', { wanted: 'cancel', state: 'cancelled' })
    const late = { wanted: 'run', state: 'wrapped', reason: 'late', stage: 'learn' } as const
    expect(await store.update('lake', late)).toMatchObject({
      ...{ wanted: 'cancel', state: 'cancelled', reason: '', stage: 'learn' },
    })
  })

  it('one at a time works on a run, and a second is told', async () => {
    const store = await studio()
    await makeRun(store)
    const second = await store.asDirector('lake', async () => {
      expect([...(await store.directed(['lake', 'other']))]).toEqual(['lake'])
      return store.asDirector('lake', async () => 'worked too').catch((error: Error) => error)
    })
    expect(second).toMatchObject({ code: 'run-busy', retry: 'later' })
    expect((await store.directed(['lake'])).size).toBe(0)
    expect(await store.asDirector('lake', async () => 'works now')).toBe('works now')
  })
}

const listTests = (studio: OpenStore): void => {
  it('runs are listed newest first, as many as asked for, each tenant its own', async () => {
    const store = await studio()
    for (const id of ['one', 'two', 'three']) await makeRun(store, id)
    await makeRun(await studio(), 'foreign')
    expect((await store.list(2)).map(({ id }) => id)).toEqual(['three', 'two'])
  })

  it('films and tests of providers are listed apart, as many of each as asked for', async () => {
    const store = await studio()
    for (const id of ['film-1', 'test-1', 'film-2', 'test-2']) {
      const row = { brief: sampleBrief, outputDir: `/films/${id}`, until: null }
      const run = await store.create({ id, ...row, isTest: id.startsWith('test') })
      expect(run.isTest).toBe(id.startsWith('test'))
    }
    const ids = async (limit: number, kind?: 'films' | 'tests') =>
      (await store.list(limit, kind)).map(({ id }) => id)
    expect(await ids(2, 'films')).toEqual(['film-2', 'film-1'])
    expect(await ids(9, 'tests')).toEqual(['test-2', 'test-1'])
    expect(await ids(9)).toEqual(['test-2', 'film-2', 'test-1', 'film-1'])
  })
}

const goneTests = (studio: OpenStore): void => {
  it('what is not there is null to ask for and not-found to write to', async () => {
    const store = await studio()
    expect(await store.get('sea')).toBeNull()
    for (const write of writesTo(store, 'sea')) {
      await expect(write()).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(store.brief('sea')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a deleted run is gone, refuses every write, and keeps its takes, reviews and id', async () => {
    const store = await studio()
    await makeRun(store)
    await store.addTake('lake', sampleTake)
    await store.putReview('lake', sampleReview)
    await store.putDocument('lake', 'plan', 'plan', { schema: 'plan@1' }, true)
    await store.addEvent('lake', 'k', 'take-made', {})
    await store.setProgress('lake', '1A', 0.5)
    await store.remove('lake', false)
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
}

const documentTests = (studio: OpenStore): void => {
  it('a document is kept or replaced as asked, and what is stored comes back', async () => {
    const store = await studio()
    await makeRun(store)
    const put = (body: string, replace: boolean) =>
      store.putDocument('lake', 'script', 'p1', { schema: 'script@2', body }, replace)
    expect(await put('first', false)).toEqual({ schema: 'script@2', body: 'first' })
    expect(await put('second', false)).toEqual({ schema: 'script@2', body: 'first' })
    expect(await put('third', true)).toEqual({ schema: 'script@2', body: 'third' })
    expect(await store.document('lake', 'script', 'p1')).toEqual({
      ...{ schema: 'script@2', body: 'third' },
    })
    expect(await store.document('lake', 'script', 'p2')).toBeNull()
  })

  it('documents of a kind are listed by key and removed together', async () => {
    const store = await studio()
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

  it("a file that was superseded is nobody's, until a row names it again", async () => {
    const store = await studio()
    await makeRun(store)
    const [film, other] = ['5e'.repeat(32), '7c'.repeat(32)]
    await store.putDocument('lake', 'superseded', film, { schema: 'superseded@1' }, true)
    await store.putDocument('lake', 'note', 'films', [other], true)
    expect(await store.unheld([film, other])).toEqual([film])
    expect((await store.holders()).get(film)).toBeUndefined()
    expect((await store.holders()).get(other)).toBe('run')
    await store.putDocument('lake', 'master', 'safe', { hash: film }, true)
    expect(await store.unheld([film, other])).toEqual([])
    await store.remove('lake', false)
    expect((await store.holders()).get(film)).toBe('shelf')
  })

  it('a document of a newer studio is not read half-understood', async () => {
    const store = await studio()
    await makeRun(store)
    const write = store.putDocument('lake', 'plan', 'plan', { schema: 'plan@99' }, true)
    await expect(write).rejects.toMatchObject({ code: 'home-too-new' })
    expect(await store.document('lake', 'plan', 'plan')).toBeNull()
  })
}

const takeTests = (studio: OpenStore): void => {
  it('a take is saved once; its state and note can change', async () => {
    const store = await studio()
    await makeRun(store)
    expect(await store.addTake('lake', sampleTake)).toEqual(sampleTake)
    expect(await store.addTake('lake', { ...sampleTake, seed: 99 })).toEqual(sampleTake)
    const other = { ...sampleTake, slate: slateId(shotId(1, 0), 2) }
    await store.addTake('lake', other)
    const circled = await store.setTakeState('lake', sampleTake, {
      ...{ state: 'circled', decidedBy: 'person', note: 'best light' },
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

  it('a second review of a take replaces the first', async () => {
    const store = await studio()
    await makeRun(store)
    await store.putReview('lake', sampleReview)
    await store.putReview('lake', { ...sampleReview, passed: false })
    expect(await store.reviews('lake')).toEqual([{ ...sampleReview, passed: false }])
  })
}

const eventTests = (studio: OpenStore): void => {
  it('events written at once are numbered without gaps, and a repeated key writes nothing', async () => {
    const store = await studio()
    await makeRun(store)
    const keys = Array.from({ length: 20 }, (_, index) => `take-${index % 10}`)
    await Promise.all(keys.map((key) => store.addEvent('lake', key, 'take-made', { key })))
    const events = await store.events('lake', 0)
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(events.map(({ body }) => body['key'])).size).toBe(10)
    expect((await store.events('lake', 7)).map(({ seq }) => seq)).toEqual([8, 9, 10])
  })

  it('progress is kept by subject, within 0 and 1', async () => {
    const store = await studio()
    await makeRun(store)
    await store.setProgress('lake', '1B', 0.25)
    await store.setProgress('lake', '1A', 1.5)
    await store.setProgress('lake', '1B', 0.5)
    expect(await store.progress('lake')).toEqual([
      { subject: '1A', fraction: 1 },
      { subject: '1B', fraction: 0.5 },
    ])
  })
}
