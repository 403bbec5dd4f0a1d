import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseUsd } from '../../src/domain/money.ts'
import type { Script } from '../../src/domain/script.ts'
import { type SlateId, shotId, slateId } from '../../src/domain/slate.ts'
import type { Take } from '../../src/domain/take.ts'
import { asJson } from '../../src/production/rows.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const asIs = { prompt: null, tier: null } as const

/** One chain of shots: 1A, then 2A and 2B, then 3A. */
const chained = (script: Script): Script => {
  const [first, second, third, fourth] = script.scenes
  const shots = script.scenes.map((scene) => scene.shots[0])
  if (!(first && second && third && fourth)) throw new Error('four scenes are needed')
  const plan = [
    { scene: first, shots: [shots[0]] },
    { scene: second, shots: [shots[1], shots[2]] },
    { scene: third, shots: [shots[3]] },
  ]
  return {
    ...script,
    scenes: plan.map(({ scene, shots: own }, index) => ({
      ...scene,
      continuityGroup: 'walk',
      shots: own.flatMap((shot, place) =>
        shot ? [{ ...shot, id: shotId(index + 1, place) }] : [],
      ),
    })),
  }
}

describe('a retake inside a continuity chain', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const filmed = async (id: string): Promise<void> => {
    await stage.create(id, { seconds: 20, budget: parseUsd(20) })
    await stage.floor.productions.update(id, { until: 'plan' })
    await runTo(await stage.driver(), id)
    const { productions } = stage.floor
    const script = (await productions.document(id, 'script', 'p1')) as unknown as Script
    await productions.putDocument(id, 'script', 'p1', asJson(chained(script)), true)
    await productions.update(id, { until: null })
    expect(await runTo(await stage.driver(), id)).toMatchObject({ state: 'wrapped' })
  }
  const take = async (id: string, slate: string): Promise<Take | undefined> =>
    (await stage.floor.productions.takes(id)).find((one) => one.slate === slate)
  /** What the first frame of a take was taken from: a still says so. */
  const startOf = async (id: string, slate: string): Promise<string> => {
    const order = stage.shots.get(`${id}/p1/video/${slate.replace('-', '/')}`)
    return readFile(order?.firstFrame?.path ?? '', 'utf8')
  }
  const retake = async (id: string, target: { scene: number } | { slate: SlateId }) => {
    const driver = await stage.driver()
    const run = await driver.retake(id, [target], asIs, new AbortController().signal)
    expect(run).toMatchObject({ state: 'wrapped' })
  }
  const notes = async (id: string): Promise<readonly string[]> =>
    (await stage.events(id))
      .filter(({ event }) => event === 'note')
      .map(({ body }) => String(body['text']))

  test('starts from the shot before it as that is taken again, not from what it replaces', async () => {
    await filmed('scene')
    await retake('scene', { scene: 2 })
    expect(await take('scene', '2A-2')).toMatchObject({ state: 'circled', continuesFrom: '1A-1' })
    const again = await take('scene', '2B-2')
    expect(again).toMatchObject({ state: 'circled', continuesFrom: '2A-2' })
    const before = await take('scene', '2A-2')
    const last = (before?.wanted ?? 0) - 1
    expect(await startOf('scene', '2B-2')).toBe(`conformed scene/p1/video/2A/2, frame ${last}`)
  })

  test('says which shots still start from the frame that is replaced, and what shoots them again', async () => {
    await filmed('notes')
    await retake('notes', { slate: slateId(shotId(2, 0), 1) })
    expect((await notes('notes')).at(-1)).toBe(
      '2B-1, 3A-1 are kept, but 2B-1 starts from the last frame of 2A-1, which is taken again. To shoot on from the new frame: `npx --no-install claude-studio retake notes 2B-1`, then `npx --no-install claude-studio retake notes 3`.',
    )
    await retake('notes', { slate: slateId(shotId(2, 1), 1) })
    expect(await take('notes', '2B-2')).toMatchObject({ continuesFrom: '2A-2' })
    expect((await notes('notes')).at(-1)).toMatch(/^3A-1 is kept, but starts .* of 2B-1/)
    await retake('notes', { scene: 3 })
    expect(await take('notes', '3A-2')).toMatchObject({ continuesFrom: '2B-2' })
    expect((await notes('notes')).filter((text) => text.includes('taken again'))).toHaveLength(2)
  })

  test('takes the frame that a take starts from once', async () => {
    await filmed('stills')
    const own = stage.stills.filter((text) => text.includes(' stills/'))
    expect(own).toHaveLength(3)
    expect(new Set(own).size).toBe(3)
  })
})
