import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProductionDriver } from '../../src/production/production-driver.ts'
import { smallBrief } from '../support/briefs.ts'
import { noSmallDisk, smallDisk } from '../support/small-disk.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const onAndOn = new AbortController().signal
const asIs = { prompt: null, tier: null } as const

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

const rows = async (id: string) => ({
  run: await stage.floor.productions.get(id),
  takes: await stage.floor.productions.takes(id),
  orders: await stage.floor.ledger.orders(id),
  events: await stage.events(id),
  master: await stage.floor.productions.document(id, 'note', 'master-candidate'),
})

test.skipIf(noSmallDisk)(
  'what would be delivered to a folder that cannot be changed is refused before anything is bought or changed',
  async () => {
    await using disk = await smallDisk(20_000_000)
    const outputDir = join(disk.path, 'films', 'locked')
    const brief = smallBrief({ pilots: 1, seconds: 10 })
    await stage.floor.productions.create({ id: 'locked', brief, outputDir, until: null })
    expect(await runTo(await stage.driver(), 'locked')).toMatchObject({ state: 'wrapped' })
    const before = await rows('locked')
    const wishes: readonly ((driver: ProductionDriver) => Promise<unknown>)[] = [
      (driver) => driver.retake('locked', [{ scene: 1 }], asIs, onAndOn),
      (driver) => driver.renderCandidate('locked', 'creative', onAndOn),
      (driver) => driver.recut('locked', onAndOn),
    ]
    disk.lock(true)
    for (const wish of wishes) {
      await expect(wish(await stage.driver())).rejects.toMatchObject({
        code: 'not-writable',
        message: expect.stringMatching(/read-only.* run locked .*Nothing was changed or spent/),
      })
    }
    expect(await rows('locked')).toEqual(before)
    disk.lock(false)
    const [retake] = wishes
    expect(await retake?.(await stage.driver())).toMatchObject({ state: 'wrapped' })
  },
)
