import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a film that is cut anew', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const storedFor = async (): Promise<readonly string[]> => {
    const { sizes } = await stage.floor.vault.usage()
    const holders = await stage.floor.productions.holders()
    return [...sizes.keys()].map((hash) => holders.get(hash) ?? 'nobody')
  }

  test('leaves no renders behind that nobody has to do with, and keeps every take', async () => {
    await stage.create('lake', { takes: 2 })
    expect((await runTo(await stage.driver(), 'lake')).state).toBe('wrapped')
    const before = await storedFor()
    const { productions, vault } = stage.floor
    const first = (await productions.takes('lake')).find(({ state }) => state === 'circled')
    if (!first) throw new Error('no circled take')
    await productions.setTakeState('lake', first, { state: 'ng', decidedBy: 'person', note: '' })
    const folder = (await productions.get('lake'))?.outputDir ?? ''
    const master = await readFile(join(folder, 'master.mp4'))

    const driver = await stage.driver()
    const anew = await driver.renderCandidate('lake', 'balanced', new AbortController().signal)
    expect(anew.state).toBe('wrapped')

    expect(await readFile(join(folder, 'master.mp4'))).not.toEqual(master)
    expect(new Set(await storedFor())).toEqual(new Set(['run']))
    expect(await storedFor()).toHaveLength(before.length)
    for (const { footage } of await productions.takes('lake')) {
      if (footage.kind === 'stored') expect(await vault.has(footage.hash)).toBe(true)
    }
    expect(await productions.documents('lake', 'superseded')).toEqual([])
  })
})
