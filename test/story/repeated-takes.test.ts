import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { collectReport } from '../../src/production/report.ts'
import { warningsOf } from '../../src/production/warnings.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

test('a take for which the vendor delivers the file of an earlier one is told to be nothing new', async () => {
  const { video } = stage.models
  const sameForEachShot: VideoModel = {
    ...video,
    start: async (order, reference, signal) => {
      const started = await video.start(order, reference, signal)
      if (started.kind !== 'delivered' || started.output.kind !== 'file') return started
      await writeFile(started.output.path, reference.replace(/\/\d+$/, ''))
      return started
    },
  }
  await stage.create('twice', { takes: 2 })
  const driver = await stage.driver({ models: { video: sameForEachShot } })
  expect((await runTo(driver, 'twice')).state).toBe('wrapped')
  const said = /^Take 1A-2 is the very picture of 1A-1: animatic\/\w+ delivered nothing new for \$/
  const notes = (await stage.events('twice')).filter(({ event }) => event === 'note')
  const told = notes.map(({ body }) => String(body['text'])).filter((text) => said.test(text))
  expect(told).toHaveLength(1)
  const report = await collectReport(stage.floor, 'twice')
  expect(warningsOf(report)).toContainEqual(told[0])
})
