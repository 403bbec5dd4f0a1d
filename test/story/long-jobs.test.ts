import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Delivery } from '../../src/ports/paid-model.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a job that takes longer than anybody wants to wait', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  test('stops its own shot alone, stays on order, and is looked at again by resuming', async () => {
    const sent: string[] = []
    const made = new Map<string, Delivery>()
    let isSlow = true
    const model: VideoModel = {
      ...stage.models.video,
      start: async (request, reference, signal) => {
        sent.push(reference)
        const started = await stage.models.video.start(request, reference, signal)
        if (!reference.includes('/1A/') || started.kind !== 'delivered') return started
        made.set(reference, started.output)
        return { kind: 'accepted', job: { id: reference } }
      },
      check: async (job) => {
        const output = made.get(String(job['id']))
        if (!output || isSlow) return { state: 'running', progress: 0.1 }
        return { state: 'done', outputs: [output] }
      },
    }
    await stage.create('slow', { seconds: 20, takes: 1 })
    const hurried = await stage.driver({ models: { video: model }, timeoutMs: 1 })
    const run = await runTo(hurried, 'slow')
    expect(run).toMatchObject({ state: 'waiting-for-order', stage: 'shoot' })
    expect(run.reason).toContain('Still at the vendor')
    expect(run.reason).toContain('slow/p1/video/1A/1')
    expect(run.reason).toContain('runs resume slow')
    const takes = await stage.floor.productions.takes('slow')
    expect(takes.length).toBeGreaterThan(0)
    expect(takes.map(({ shot }) => shot)).not.toContain('1A')
    isSlow = false
    const patient = await stage.driver({ models: { video: model } })
    expect((await runTo(patient, 'slow')).state).toBe('wrapped')
    expect(new Set(sent).size).toBe(sent.length)
  })
})
