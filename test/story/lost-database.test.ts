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

/** The stage's tables, gone from when the first shot is to be held. */
const lostAtFirstShot = (): Floor['ledger'] => {
  const { ledger } = stage.floor
  const hold: Floor['ledger']['hold'] = async (key, ...rest) => {
    if (!key.includes('/video/')) return ledger.hold(key, ...rest)
    throw new StudioError({
      ...{ code: 'database-unavailable', retry: 'later' },
      message: 'The database did not answer: Connection terminated unexpectedly.',
    })
  }
  return { ...ledger, hold }
}

test('a database that was away when the process died is no reason to fail when the run is taken up', async () => {
  const journal = memoryJournal()
  await stage.create('lost')
  const dying = await stage.driver({
    ledger: lostAtFirstShot(),
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
