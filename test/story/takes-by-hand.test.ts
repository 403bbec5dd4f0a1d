import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Take } from '../../src/domain/take.ts'
import { collectReport } from '../../src/production/report.ts'
import { warningsOf } from '../../src/production/warnings.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a take that a person marks NG', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const filmed = async (id: string): Promise<void> => {
    await stage.create(id, { takes: 2 })
    expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
  }
  /** Mark every take of the first shot NG as `takes ng` does when no --note is given. */
  const markAll = async (id: string): Promise<readonly Take[]> => {
    const takes = (await stage.floor.productions.takes(id)).filter(({ shot }) => shot === '1A')
    const decision = { state: 'ng', decidedBy: 'person', note: '' } as const
    for (const take of takes) await stage.floor.productions.setTakeState(id, take, decision)
    return takes
  }
  const renderAnew = async (id: string) =>
    (await stage.driver()).renderCandidate(id, 'balanced', new AbortController().signal)

  test('is not cut in, though no note says why: without another the film asks for one, and stays as it is', async () => {
    await filmed('none-left')
    await markAll('none-left')
    const wrapped = await stage.floor.productions.get('none-left')
    const refused = {
      code: 'bad-input',
      message:
        'Every take of 1A is marked NG. Circle one, which costs nothing: npx --no-install claude-studio takes circle none-left 1A-2. Or shoot another: npx --no-install claude-studio retake none-left 1A-2',
    }
    await expect(renderAnew('none-left')).rejects.toMatchObject(refused)
    const recut = (await stage.driver()).recut('none-left', new AbortController().signal)
    await expect(recut).rejects.toMatchObject(refused)
    const [warning] = warningsOf(await collectReport(stage.floor, 'none-left'))
    expect(warning).toContain(refused.message)
    expect(warning).not.toContain('studio render')
    expect(await stage.floor.productions.get('none-left')).toEqual(wrapped)
  })

  test('gives way to one that only the crew passed over', async () => {
    await filmed('one-left')
    const first = (await markAll('one-left')).find(({ slate }) => slate === '1A-1')
    if (!first) throw new Error('no take 1A-1')
    const passedOver = { state: 'ng', decidedBy: 'crew', note: '' } as const
    await stage.floor.productions.setTakeState('one-left', first, passedOver)
    expect((await renderAnew('one-left')).state).toBe('wrapped')
    const cuts = await stage.floor.productions.documents('one-left', 'cut')
    expect(JSON.stringify(cuts)).toContain(`"slate":"${first.slate}"`)
    expect(JSON.stringify(cuts)).not.toMatch(/"slate":"1A-2"/)
  })

  test('asks for a new cut only where a cut shows it, or another is circled', async () => {
    const id = 'marked'
    await stage.create(id, { takes: 3 })
    expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
    const { productions } = stage.floor
    const isCurrent = async () => (await collectReport(stage.floor, id)).isCurrent
    const mark = (take: Take, state: Take['state']) =>
      productions.setTakeState(id, take, { state, decidedBy: 'person', note: '' })
    const shown = JSON.stringify(await productions.documents(id, 'cut'))
    const takes = (await productions.takes(id)).filter(({ shot }) => shot === '1A')
    const isShown = ({ slate }: Take) => shown.includes(`"slate":"${slate}"`)
    const spare = takes.find((take) => !isShown(take))
    const circled = takes.find(({ state }) => state === 'circled')
    const other = takes.find((take) => take !== circled && isShown(take))
    if (!(spare && circled && other)) throw new Error('not three takes in three roles')
    await mark(spare, 'ng')
    expect(await isCurrent()).toBe(true)
    await mark(circled, 'dailies')
    await mark(spare, 'circled')
    expect(await isCurrent()).toBe(false)
    await mark(spare, 'dailies')
    await mark(circled, 'circled')
    expect(await isCurrent()).toBe(true)
    await mark(other, 'ng')
    expect(await isCurrent()).toBe(false)
    await (await stage.driver()).recut(id, new AbortController().signal)
    expect(await isCurrent()).toBe(true)
    expect(JSON.stringify(await productions.documents(id, 'cut'))).not.toContain(
      `"slate":"${other.slate}"`,
    )
  })

  test('is not circled again by the crew: the shot is shot once more when the run goes on shooting', async () => {
    await filmed('shot-again')
    const marked = await markAll('shot-again')
    await stage.floor.productions.update('shot-again', { stage: 'shoot' })
    expect((await runTo(await stage.driver(), 'shot-again')).state).toBe('wrapped')
    const takes = (await stage.floor.productions.takes('shot-again')).filter(
      ({ shot }) => shot === '1A',
    )
    expect(takes.length).toBe(marked.length + 1)
    for (const { slate } of marked) {
      expect(takes.find((take) => take.slate === slate)).toMatchObject({
        ...{ state: 'ng', decidedBy: 'person' },
      })
    }
    expect(takes.at(-1)).toMatchObject({ state: 'circled', decidedBy: 'crew' })
  })
})
