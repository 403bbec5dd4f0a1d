import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue as allModels } from '../../src/catalogue.ts'
import { microUsd, parseUsd, sumUsd } from '../../src/domain/money.ts'
import type { Script } from '../../src/domain/script.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import { collectReport } from '../../src/production/report.ts'
import { memoryJournal } from '../../src/testing/in-memory-workflow.ts'
import { runTo, type StageChanges, type StoryStage, storyStage } from '../support/story-stage.ts'

const onAndOn = new AbortController().signal

describe('a retake with words of the client', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const filmed = async (
    id: string,
    concept = 'A fox crosses a snowy city at night',
  ): Promise<void> => {
    const changes = { concept, seconds: 10 } as const
    await stage.create(id, changes)
    expect(await runTo(await stage.driver(), id)).toMatchObject({ state: 'wrapped' })
  }
  const retake = async (id: string, prompt: string, changes: StageChanges = {}) =>
    (await stage.driver(changes)).retake(id, [{ scene: 1 }], { prompt, tier: null }, onAndOn)
  const rows = async (id: string) => ({
    run: await stage.floor.productions.get(id),
    takes: await stage.floor.productions.takes(id),
    calls: await stage.floor.productions.documents(id, 'call-sheet'),
    revisions: await stage.floor.productions.documents(id, 'revision'),
    shot: (await stage.floor.ledger.orders(id)).filter(({ port }) => port === 'video'),
  })
  /** Crew that counts how often it is asked to revise. */
  const counting = (asked: string[]): LanguageModel => ({
    ...stage.models.crew,
    start: (question, reference, signal) => {
      if (question.task === 'revise-shot') asked.push(reference)
      return stage.models.crew.start(question, reference, signal)
    },
  })

  test('orders and reviews the picture that the words speak of, and the film shows it', async () => {
    await filmed('elephant')
    const words = 'An elephant on a beach at dusk in the rain'
    expect(await retake('elephant', words)).toMatchObject({ state: 'wrapped' })
    const takes = await stage.floor.productions.takes('elephant')
    const circled = takes.filter(({ state, shot }) => state === 'circled' && shot.startsWith('1'))
    expect(circled.length).toBeGreaterThan(0)
    for (const take of circled) {
      expect(take.prompt).toContain(words)
      const order = stage.shots.get(take.orderKey)
      expect(order?.picture).toMatchObject({
        ...{ place: 'beach', timeOfDay: 'dusk', weather: 'rain' },
        subjects: [{ what: 'elephant', castId: null }],
      })
    }
    const { script, cuts } = await collectReport(stage.floor, 'elephant')
    // Takes of the picture before the words are in no cut.
    const old = takes.filter((take) => take.shot.startsWith('1') && !take.prompt.includes(words))
    const used = cuts.flatMap(({ events }) => events.map(({ slate }) => slate))
    expect(old.filter(({ slate }) => used.includes(slate))).toEqual([])
    const shown = script?.scenes[0]?.shots.map(({ picture }) => picture.place)
    expect(new Set(shown)).toEqual(new Set(['beach']))
    const before = await stage.floor.productions.document('elephant', 'script', 'p1')
    expect((before as unknown as Script).scenes[0]?.shots[0]?.picture.place).not.toBe('beach')
    const events = await stage.events('elephant')
    const said = events.findIndex(({ body }) => String(body['text']).includes('is revised'))
    const bought = events.findIndex(
      ({ event, body }) => event === 'take-ordered' && body['slate'] === circled[0]?.slate,
    )
    expect(said).toBeGreaterThan(0)
    expect(bought).toBeGreaterThan(said)
  })

  test('says what could not be read of them', async () => {
    await filmed('partly')
    await retake('partly', 'a purple gryphon in the fog')
    const notes = (await stage.events('partly')).map(({ body }) => String(body['text']))
    expect(notes.find((text) => text.includes('is revised'))).toMatch(
      /fog\. The crew could not read "purple gryphon": that will not be seen\.$/,
    )
  })

  test('of which nothing can be read is refused: nothing is changed or bought', async () => {
    await filmed('nothing')
    const before = await rows('nothing')
    await expect(retake('nothing', 'qwerty zxcv')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('Nothing was changed or spent'),
    })
    expect(await rows('nothing')).toEqual(before)
  })

  test('that ask for what the brief rules out are refused before a take is ordered', async () => {
    await filmed('ruled-out', 'A fox crosses a frozen lake. No text, no people.')
    const before = await rows('ruled-out')
    for (const words of ['a crowd of people reads a sign', 'the fox looks at a woman']) {
      await expect(retake('ruled-out', words)).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(
          /puts (?:crowd|woman) into shot 1A, and the brief says: no people in the film\. Nothing was changed or spent\./,
        ),
      })
    }
    expect(await rows('ruled-out')).toEqual(before)
    expect(await retake('ruled-out', 'the fox drinks at dusk, no people')).toMatchObject({
      state: 'wrapped',
    })
  })

  /** A crew that is paid two cents for every answer. */
  const paidCrew = (asked: string[]): StageChanges => {
    const catalogue = allModels.map((row) =>
      row.id === stage.models.crew.id
        ? { ...row, price: { ...row.price, perUnit: microUsd(2) } }
        : row,
    )
    const units = { unit: 'token', quantity: 10_000 } as const
    return { catalogue, models: { crew: { ...counting(asked), units: () => units } } }
  }

  test('that come to nothing with a crew that is paid say what its answer cost', async () => {
    await filmed('paid', 'A fox crosses a frozen lake. No text, no people.')
    const before = await rows('paid')
    const paid = "No take was ordered and nothing was changed; the crew's answers cost $0.02."
    for (const [words, told] of [
      ['a crowd of people reads a sign', paid],
      ['xyzzy', `that a picture can show. ${paid}`],
      // The answer is there, and paid: asked again it costs nothing.
      ['xyzzy', 'Nothing was changed or spent.'],
    ] as const) {
      await expect(retake('paid', words, paidCrew([]))).rejects.toMatchObject({
        ...{ code: 'bad-input', message: expect.stringContaining(told) },
      })
    }
    expect(await rows('paid')).toEqual(before)
  })

  test('are not read by a crew that is paid while there is no money for a take', async () => {
    await filmed('poor')
    const { floor } = stage
    const spent = (await floor.ledger.spend('2000-01-01T00:00:00.000Z')).map((day) => day.settled)
    await floor.ledger.setCap('day', 'simulated', sumUsd(...spent, parseUsd('0.03')))
    const asked: string[] = []
    await expect(retake('poor', 'at dawn', paidCrew(asked))).rejects.toMatchObject({
      ...{ code: 'cap-reached', message: expect.stringContaining('Nothing was changed or spent.') },
    })
    expect(asked).toEqual([])
    await floor.ledger.setCap('day', 'simulated', null)
  })

  test('that is cut off is gone on with as it was revised: the crew is not asked again', async () => {
    await filmed('crash')
    const journal = memoryJournal()
    const asked: string[] = []
    const models = { crew: counting(asked) }
    const dying = retake('crash', 'the fox sits in the rain', {
      models,
      engine: {
        journal,
        crashAt: ({ step, when }) => step.startsWith('conform') && when === 'ran',
      },
    })
    await expect(dying).rejects.toThrow('crashed')
    const times = asked.length
    expect(times).toBeGreaterThan(0)
    const bought = (await rows('crash')).shot.length
    const run = await runTo(await stage.driver({ models, engine: { journal } }), 'crash')
    expect(run).toMatchObject({ state: 'wrapped' })
    expect(asked).toHaveLength(times)
    const { takes, shot } = await rows('crash')
    expect(shot.length - bought).toBeLessThanOrEqual(1)
    const last = takes.findLast(({ state, shot: id }) => state === 'circled' && id === '1A')
    expect(last?.prompt).toContain('the fox sits in the rain')
  })

  test('is revised on from what it was revised to before', async () => {
    await filmed('twice')
    await retake('twice', 'the fox sits on a beach')
    await retake('twice', 'at dawn')
    const { script } = await collectReport(stage.floor, 'twice')
    expect(script?.scenes[0]?.shots[0]?.picture).toMatchObject({
      ...{ place: 'beach', timeOfDay: 'dawn' },
      subjects: [{ what: 'fox', castId: 'c1' }],
    })
  })
})
