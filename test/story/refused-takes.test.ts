import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

test('a vendor that refuses every take is quoted in a sentence that reads as one', async () => {
  const refusing: VideoModel = {
    ...stage.models.video,
    start: async () => ({ kind: 'refused', reason: 'It declined this order (too dark).' }),
  }
  await stage.create('refused', { takes: 1 })
  const driver = await stage.driver({ models: { video: refusing } })
  const { state, reason } = await runTo(driver, 'refused')
  expect(state).toBe('failed')
  expect(reason).toContain('1A-1: refused: It declined this order (too dark); 1A-2: ')
  expect(reason).toContain('(too dark)). Change the prompt')
  expect(reason).not.toMatch(/\.[;,)]/)
})
