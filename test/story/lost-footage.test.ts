import { chmod, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Take } from '../../src/domain/take.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('footage that was lost or damaged after it was stored', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  const circledOf = async (id: string): Promise<Take> => {
    const takes = await stage.floor.productions.takes(id)
    const take = takes.find(({ shot, state }) => shot === '1A' && state === 'circled')
    if (!take) throw new Error('no circled take of 1A')
    return take
  }
  const fileOf = async ({ footage }: Take): Promise<string> => {
    if (footage.kind !== 'stored') throw new Error('not stored')
    return stage.floor.vault.path(footage.hash)
  }

  test.each([
    ['lost', /1A-1 is not in the vault/, (path: string) => rm(path)],
    [
      'damaged',
      /1A-1 is damaged/,
      async (path: string) => {
        await chmod(path, 0o644)
        await writeFile(path, 'other bytes')
      },
    ],
  ] as const)(
    '%s: a render names the take and the remedy, and following it makes the film',
    async (id, said, harm) => {
      await stage.create(id)
      expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
      const take = await circledOf(id)
      await harm(await fileOf(take))
      const driver = await stage.driver()
      const failed = await driver.renderCandidate(id, 'safe', signal)
      expect(failed.state).toBe('failed')
      expect(failed.reason).toMatch(said)
      expect(failed.reason).toContain(`retake ${id} 1A`)
      const asIs = { prompt: null, tier: null }
      const again = await driver.retake(id, { slate: take.slate }, asIs, signal)
      expect(again.state).toBe('wrapped')
      expect((await circledOf(id)).slate).toBe('1A-2')
    },
  )
})
