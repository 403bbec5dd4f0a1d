import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { memoryJournal } from '../../src/testing/in-memory-workflow.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a process that dies while it pauses', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  /** A vendor that takes orders in and has them done whenever `look` is over. */
  const slowVideo = (look: (reference: string) => Promise<'running' | 'done'>): VideoModel => ({
    ...stage.models.video,
    start: async (order, reference) => {
      stage.shots.set(reference, order)
      return { kind: 'accepted', job: { reference } }
    },
    check: async (job) => {
      const reference = String(job['reference'])
      if ((await look(reference)) === 'running') return { state: 'running' }
      const path = join(stage.folder, `${reference.replaceAll('/', '_')}.txt`)
      await writeFile(path, reference)
      const { seed } = stage.shots.get(reference) ?? {}
      const output = { kind: 'file', path, mediaType: 'video/mp4' } as const
      return { state: 'done', outputs: [{ ...output, depicted: [`${seed}`] }] }
    },
  })

  /** Pause while two pilots shoot: the first has stopped and written that down when the process dies. */
  const dieWhilePausing = async (id: string, wish: 'in the row' | 'as a signal') => {
    const journal = memoryJournal()
    const stopping = new AbortController()
    await stage.create(id, { pilots: 2 })
    const video = slowVideo(async (reference) => {
      if (!stopping.signal.aborted) {
        if (wish === 'in the row') await stage.floor.productions.update(id, { wanted: 'pause' })
        stopping.abort()
      }
      const first = `${id}/take/p1/1A-1/1`
      while (reference.includes('/p2/') && journal.runs.get(first)?.state !== 'done') await pause(5)
      return 'running'
    })
    const dying = await stage.driver({
      ...{ models: { video }, signal: stopping.signal },
      engine: {
        journal,
        crashAt: ({ workflowId, step, when }) =>
          workflowId.includes('/take/p2/') && step.startsWith('footage') && when === 'ran',
      },
    })
    await expect(runTo(dying, id)).rejects.toThrow('crashed')
    return journal
  }

  test.each(['in the row', 'as a signal'] as const)(
    'is gone on with by one resume, with the orders it had (%s)',
    async (wish) => {
      const id = wish === 'in the row' ? 'row' : 'signal'
      const journal = await dieWhilePausing(id, wish)
      const sent = stage.shots.size
      expect(sent).toBeGreaterThan(0)
      const video = slowVideo(async () => 'done')
      const run = await runTo(await stage.driver({ models: { video }, engine: { journal } }), id)
      expect(run).toMatchObject({ state: 'wrapped', attempt: 2 })
      const orders = await stage.floor.ledger.orders(id)
      expect(orders.filter(({ submissions }) => submissions > 1)).toEqual([])
    },
  )
})

test('a pause that was asked for before the run is taken up begins nothing, and resuming makes the film', async () => {
  const stage = await storyStage()
  try {
    await stage.create('early')
    const driver = await stage.driver()
    expect(await driver.run('early', AbortSignal.abort())).toMatchObject({
      ...{ state: 'paused', wanted: 'pause', stage: 'plan' },
      reason: 'Paused as asked. Nothing is on order; resuming goes on from here.',
    })
    expect(await stage.floor.ledger.orders('early')).toEqual([])
    expect(stage.shots.size).toBe(0)
    expect(await runTo(await stage.driver(), 'early')).toMatchObject({ state: 'wrapped' })
  } finally {
    await stage.close()
  }
})
