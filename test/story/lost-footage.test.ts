import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Brief } from '../../src/domain/brief.ts'
import { StudioError } from '../../src/domain/errors.ts'
import type { Take } from '../../src/domain/take.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('footage that was lost or damaged after it was stored', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  const asIs = { prompt: null, tier: null }
  const circledOf = async (id: string, shot = '1A'): Promise<Take> => {
    const takes = await stage.floor.productions.takes(id)
    const take = takes.find((one) => one.shot === shot && one.state === 'circled')
    if (!take) throw new Error(`no circled take of ${shot}`)
    return take
  }
  const fileOf = async ({ footage }: Take): Promise<string> => {
    if (footage.kind !== 'stored') throw new Error('not stored')
    return stage.floor.vault.path(footage.hash)
  }
  const wrapped = async (id: string, changes: Partial<Brief> = {}): Promise<void> => {
    await stage.create(id, changes)
    expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
  }
  const stateOf = async (id: string) => (await stage.floor.productions.get(id))?.state

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
      await wrapped(id)
      const take = await circledOf(id)
      await harm(await fileOf(take))
      const driver = await stage.driver()
      const rendering = driver.renderCandidate(id, 'safe', signal)
      await expect(rendering).rejects.toThrow(said)
      await expect(rendering).rejects.toThrow(`retake ${id} 1A`)
      expect(await stateOf(id)).toBe('wrapped')
      const again = await driver.retake(id, [{ slate: take.slate }], asIs, signal)
      expect(again.state).toBe('wrapped')
      expect((await circledOf(id)).slate).toBe('1A-2')
    },
  )

  test('a whole vault: all takes are named with their price before one is bought, and the free sound is made again', async () => {
    await wrapped('all', { seconds: 15 })
    const { floor } = stage
    const takes = (await floor.productions.takes('all')).filter(({ state }) => state === 'circled')
    expect(takes.length).toBeGreaterThan(1)
    const spent = (await floor.ledger.totals('all')).settled
    await rm(join(stage.folder, 'vault', 'footage'), { recursive: true })
    const driver = await stage.driver()
    const shots = takes.map(({ shot }) => shot).toSorted()
    const one = driver.retake('all', [{ slate: takes[0]?.slate ?? 'none' } as never], asIs, signal)
    await expect(one).rejects.toMatchObject({
      code: 'footage-missing',
      message: expect.stringMatching(
        new RegExp(`about \\$[\\d.]+, all at once with: .* retake all ${shots.join(' ')}\\.$`),
      ),
    })
    expect((await floor.ledger.totals('all')).settled).toBe(spent)
    const targets = takes.map(({ slate }) => ({ slate }))
    expect(await driver.retake('all', targets, asIs, signal)).toMatchObject({ state: 'wrapped' })
    const notes = (await stage.events('all')).map(({ body }) => body['text'])
    expect(notes).toContainEqual(expect.stringMatching(/^Made again, for nothing, .*the music/))
    expect(await driver.recut('all', signal)).toMatchObject({ state: 'wrapped' })
  })

  test('a sound that is not free is named, and no retake is sold for it', async () => {
    await stage.create('bought')
    const price = (id: string) => {
      const model = stage.floor.prices.model(id)
      return id === 'scratch/music' ? { ...model, price: { ...model.price, perUnit: 1 } } : model
    }
    const prices = { ...stage.floor.prices, model: price } as typeof stage.floor.prices
    const driver = await stage.driver({ prices })
    expect((await runTo(driver, 'bought')).state).toBe('wrapped')
    await rm(join(stage.folder, 'vault', 'footage'), { recursive: true })
    await expect(driver.retake('bought', [{ scene: 1 }], asIs, signal)).rejects.toThrow(
      /the music is not in the vault .* No retake brings back the music, which was bought/,
    )
  })

  test('a render that fails leaves the film it had, with the master it had', async () => {
    await wrapped('kept')
    const renderFilm = () =>
      Promise.reject(new StudioError({ code: 'media-failed', message: 'No film.' }))
    const driver = await stage.driver({ media: { renderFilm } })
    await expect(driver.renderCandidate('kept', 'creative', signal)).rejects.toMatchObject({
      code: 'media-failed',
      message: 'No film. Run kept keeps the film it had.',
    })
    expect(await stateOf('kept')).toBe('wrapped')
    const chosen = await stage.floor.productions.document('kept', 'note', 'master-candidate')
    expect(chosen ?? '').toBe('')
  })
})
