import { afterAll, beforeAll, expect, test } from 'vitest'
import { StudioError } from '../../src/domain/errors.ts'
import type { Floor } from '../../src/production/floor.ts'
import { memoryJournal } from '../../src/testing/in-memory-workflow.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

const lost = (): StudioError =>
  new StudioError({
    ...{ code: 'database-unavailable', retry: 'later' },
    message: 'The database did not answer: Connection terminated unexpectedly.',
  })

/** The stage's tables, gone from when the first shot is to be held, for so many questions. */
const lostAtFirstShot = (questions: number): Floor['ledger'] => {
  const { ledger } = stage.floor
  let left = questions
  const hold: Floor['ledger']['hold'] = async (key, ...rest) => {
    if (!key.includes('/video/') || left === 0) return ledger.hold(key, ...rest)
    left -= 1
    throw lost()
  }
  return { ...ledger, hold }
}

const forGood = Number.POSITIVE_INFINITY

test('a database that was away when the process died is no reason to fail when the run is taken up', async () => {
  const journal = memoryJournal()
  await stage.create('lost')
  const dying = await stage.driver({
    ledger: lostAtFirstShot(forGood),
    engine: {
      journal,
      // What the step came to is in the journal, and the process ends before the run's row says so.
      crashAt: ({ workflowId, step, when }) =>
        workflowId.includes('/take/') && step.startsWith('footage') && when === 'recorded',
    },
  })
  await expect(runTo(dying, 'lost')).rejects.toThrow('crashed')
  const run = await runTo(await stage.driver({ engine: { journal } }), 'lost')
  expect(run).toMatchObject({ state: 'wrapped', attempt: 2 })
})

test('a run whose database comes back goes on by itself, and pays nothing twice', async () => {
  await stage.create('back')
  const run = await runTo(await stage.driver({ ledger: lostAtFirstShot(1) }), 'back')
  expect(run).toMatchObject({ state: 'wrapped', attempt: 2 })
  const told = (await stage.events('back')).filter(({ event }) => event === 'note')
  expect(told.map(({ body }) => body)).toContainEqual({
    text: 'The database was away and is back: the run goes on.',
  })
  const videos = (await stage.floor.ledger.orders('back')).filter(({ port }) => port === 'video')
  expect(videos.map(({ submissions }) => submissions)).toEqual(videos.map(() => 1))
})

test('a database that goes away again and again leaves the run as a crash does, for whoever resumes it', async () => {
  await stage.create('again')
  const driver = await stage.driver({ ledger: lostAtFirstShot(forGood) })
  await expect(runTo(driver, 'again')).rejects.toMatchObject({ code: 'database-unavailable' })
  const left = await stage.floor.productions.get('again')
  expect(left).toMatchObject({ state: 'running', stage: 'shoot', attempt: 4 })
  expect(await runTo(await stage.driver(), 'again')).toMatchObject({ state: 'wrapped' })
})

test('a film that was to have another master keeps the one it had, and whoever asked hears that it was not', async () => {
  await stage.create('kept')
  await runTo(await stage.driver(), 'kept')
  const driver = await stage.driver({ media: { renderFilm: () => Promise.reject(lost()) } })
  const { signal } = new AbortController()
  const render = driver.renderCandidate('kept', 'creative', signal)
  await expect(render).rejects.toThrow('Run kept keeps the film it had')
  expect(await stage.floor.productions.get('kept')).toMatchObject({ state: 'wrapped' })
})
