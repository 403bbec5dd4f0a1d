import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Picture } from '../../src/domain/script.ts'
import type { Take } from '../../src/domain/take.ts'
import { collectReport } from '../../src/production/report.ts'
import { warningsOf } from '../../src/production/warnings.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const onAndOn = new AbortController().signal

describe('a retake after takes were marked by hand', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const filmed = async (id: string): Promise<void> => {
    await stage.create(id, {
      concept: 'A fox crosses a snowy city at night',
      seconds: 10,
      takes: 1,
    })
    expect(await runTo(await stage.driver(), id)).toMatchObject({ state: 'wrapped' })
  }
  const retake = async (id: string, prompt: string | null, scene = 1) =>
    (await stage.driver()).retake(id, [{ scene }], { prompt, tier: null }, onAndOn)
  const takesOf = async (id: string, shot: string): Promise<readonly Take[]> =>
    (await stage.floor.productions.takes(id)).filter((take) => take.shot === shot)
  const mark = (id: string, take: Take | undefined, state: Take['state']) => {
    if (!take) throw new Error('no such take')
    const decision = { state, decidedBy: 'person', note: '' } as const
    return stage.floor.productions.setTakeState(id, take, decision)
  }
  /** Mark the circled takes of the scene NG and circle its first ones again. */
  const goBack = async (id: string): Promise<void> => {
    for (const take of await stage.floor.productions.takes(id)) {
      if (!take.shot.startsWith('1')) continue
      if (take.slate.endsWith('-1')) await mark(id, take, 'circled')
      else if (take.state === 'circled') await mark(id, take, 'ng')
    }
  }
  const pictureOf = (take: Take | undefined): Picture | undefined =>
    stage.shots.get(take?.orderKey ?? '')?.picture
  const notes = async (id: string): Promise<readonly string[]> =>
    (await stage.events(id)).flatMap(({ event, body }) =>
      event === 'note' ? [String(body['text'])] : [],
    )

  test('starts from the picture of the circled take, and says so where that is not the last', async () => {
    await filmed('back')
    const [first] = await takesOf('back', '1A')
    await retake('back', 'an elephant on a beach in the rain')
    await goBack('back')
    await retake('back', 'at dawn')
    const last = (await takesOf('back', '1A')).at(-1)
    const { timeOfDay: _before, ...kept } = pictureOf(first) ?? { timeOfDay: '' }
    expect(pictureOf(last)).toMatchObject({ ...kept, timeOfDay: 'dawn' })
    expect(await notes('back')).toContainEqual(
      expect.stringMatching(/^Shot 1A is revised, starting from 1A-1, its circled take: dawn\./),
    )
    const { script } = await collectReport(stage.floor, 'back')
    expect(script?.scenes[0]?.shots[0]?.picture.place).toBe(pictureOf(first)?.place)
  })

  test('starts from the last revision where that is circled, or nothing is, and has nothing to say of it', async () => {
    await filmed('on')
    await retake('on', 'the fox sits on a beach')
    for (const take of await stage.floor.productions.takes('on')) {
      if (take.shot.startsWith('1')) await mark('on', take, 'ng')
    }
    await retake('on', 'at dawn')
    expect(pictureOf((await takesOf('on', '1A')).at(-1))).toMatchObject({
      ...{ place: 'beach', timeOfDay: 'dawn' },
    })
    expect((await notes('on')).filter((text) => text.includes('starting from'))).toEqual([])
  })

  test('without words shows what the circled take shows, and is no revision', async () => {
    await filmed('plain')
    const [first] = await takesOf('plain', '1A')
    await retake('plain', 'an elephant on a beach in the rain')
    await goBack('plain')
    await retake('plain', null)
    expect(pictureOf((await takesOf('plain', '1A')).at(-1))).toEqual(pictureOf(first))
    expect(await notes('plain')).toContain('Shot 1A is taken again as in 1A-1, its circled take.')
    const report = await collectReport(stage.floor, 'plain')
    expect(warningsOf(report).filter((text) => text.includes('instead'))).toEqual([])
  })

  test('says which other shots are shot anew and why before anything is bought', async () => {
    await filmed('others')
    const takes = await stage.floor.productions.takes('others')
    const other = takes.find(({ shot }) => shot.startsWith('1'))
    const own = takes.find(({ shot }) => shot.startsWith('2'))
    for (const take of takes.filter(({ shot }) => shot === other?.shot)) {
      await mark('others', take, 'ng')
    }
    const before = (await stage.events('others')).at(-1)?.seq ?? 0
    expect(own).toBeDefined()
    await retake('others', 'at dawn', 2)
    expect((await takesOf('others', other?.shot ?? '')).length).toBeGreaterThan(1)
    const told = (await stage.events('others')).filter(({ seq }) => seq > before)
    const said = told.findIndex(({ body }) =>
      String(body['text']).startsWith(
        `Shot ${other?.shot} is shot anew too, and paid for: no take of it is left for the film (${other?.slate} is marked NG)`,
      ),
    )
    expect(said).toBeGreaterThanOrEqual(0)
    expect(told.findIndex(({ event }) => event === 'take-ordered')).toBeGreaterThan(said)
    expect(told.filter(({ body }) => String(body['text']).includes('shot anew'))).toHaveLength(1)
  })
})
