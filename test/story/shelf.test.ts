import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import type { Brief } from '../../src/domain/brief.ts'
import { zeroUsd } from '../../src/domain/money.ts'
import type { ShelfClip } from '../../src/domain/shelf.ts'
import type { ShotId } from '../../src/domain/slate.ts'
import { frames } from '../../src/domain/time.ts'
import { quoteBrief } from '../../src/production/quote.ts'
import { castFromShelf } from '../../src/production/shelf-cast.ts'
import { runTo, type StageChanges, type StoryStage, storyStage } from '../support/story-stage.ts'

const signal = new AbortController().signal
const shot = '1A' as ShotId

describe('the cutting-room shelf', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const filmed = async (id: string, brief: Partial<Brief> = {}): Promise<void> => {
    await stage.create(id, brief)
    expect((await runTo(await stage.driver(), id)).state).toBe('wrapped')
  }
  /** A film whose script is written, and that waits for a person before anything is bought. */
  const planned = async (id: string, changes: StageChanges = {}, brief: Partial<Brief> = {}) => {
    await stage.create(id, { ...brief, gates: ['plan'] })
    expect((await runTo(await stage.driver(changes), id)).state).toBe('waiting-for-approval')
  }
  const clipsOf = async (production: string): Promise<readonly ShelfClip[]> =>
    (await stage.floor.shelf.clips()).filter((clip) => clip.production === production)
  /** A clip of a run that was deleted. */
  const shelved = async (id: string): Promise<ShelfClip> => {
    await filmed(id)
    await (await stage.driver()).remove(id, false)
    const clip = (await clipsOf(id)).find(({ slate }) => slate === '1A-1')
    if (!clip) throw new Error(`nothing of ${id} is on the shelf`)
    return clip
  }

  test('has the takes that no cut of a film shows, with their reviews, and none that one shows', async () => {
    await planned('left-over', {}, { takes: 3 })
    expect(await clipsOf('left-over')).toEqual([])
    await (await stage.driver()).continue('left-over', null, signal)
    const cuts = JSON.stringify(await stage.floor.productions.documents('left-over', 'cut'))
    const takes = await stage.floor.productions.takes('left-over')
    const unseen = takes.filter(({ slate }) => !cuts.includes(`"slate":"${slate}"`))
    const clips = await clipsOf('left-over')
    expect(unseen.length).toBeGreaterThan(0)
    expect(clips.map(({ slate }) => slate).toSorted()).toEqual(
      unseen.map(({ slate }) => slate).toSorted(),
    )
    expect(clips[0]).toMatchObject({ source: 'not-cut', isUsed: false, scores: { technical: 95 } })
    expect(clips[0]?.seconds).toBeGreaterThan(1)
  })

  test('gives a wrapped film a take that the next cut shows, for nothing, and only once', async () => {
    const clip = await shelved('old')
    expect(clip).toMatchObject({ source: 'deleted-run', size: { width: 256, height: 144 } })
    await filmed('new')
    const spent = (await stage.floor.ledger.totals('new')).settled
    const casting = { clip, production: 'new', pilot: null, shot }
    const cast = await castFromShelf(stage.floor, casting)
    await castFromShelf(stage.floor, casting)
    const note = `from the cutting-room shelf ${clip.id}`
    expect(cast).toMatchObject({ slate: '1A-2', state: 'circled', decidedBy: 'person', note })
    expect(cast).toMatchObject({ cost: zeroUsd, model: clip.model, orderKey: 'old/p1/video/1A/1' })
    const takes = (await stage.floor.productions.takes('new')).filter((take) => take.shot === shot)
    expect(takes.map(({ slate, state }) => `${slate} ${state}`)).toEqual([
      '1A-1 dailies',
      '1A-2 circled',
    ])
    const reviews = await stage.floor.productions.reviews('new')
    expect(reviews.filter(({ slate }) => slate === '1A-2')).toHaveLength(1)
    expect((await stage.floor.ledger.totals('new')).settled).toBe(spent)
    expect((await (await stage.driver()).recut('new', signal)).state).toBe('wrapped')
    const cuts = JSON.stringify(await stage.floor.productions.documents('new', 'cut'))
    expect(cuts).toContain('"slate":"1A-2"')
    expect((await stage.floor.shelf.clips()).find(({ id }) => id === clip.id)?.isUsed).toBe(true)
  })

  test('gives a film that is not shot yet a shot that needs no other take', async () => {
    const clip = await shelved('older')
    await planned('newer', {}, { seconds: 16 })
    const before = new Set(stage.shots.keys())
    await castFromShelf(stage.floor, { clip, production: 'newer', pilot: 'p1', shot })
    expect((await (await stage.driver()).continue('newer', null, signal)).state).toBe('wrapped')
    const bought = [...stage.shots.keys()].filter((key) => !before.has(key))
    expect(bought.length).toBeGreaterThan(0)
    expect(bought.filter((key) => key.startsWith('newer/p1/video/1A/'))).toEqual([])
    const [take] = (await stage.floor.productions.takes('newer')).filter((one) => one.shot === shot)
    expect(take).toMatchObject({ slate: '1A-1', state: 'circled', decidedBy: 'person' })
  })

  test('says what stands in the way, and changes nothing', async () => {
    const clip = await shelved('short')
    await filmed('strict')
    const cast = (changes: object, floor = stage.floor) =>
      castFromShelf(floor, { clip, production: 'strict', pilot: null, shot, ...changes })
    const media = { conformTake: async () => frames(3) }
    await expect(cast({}, stage.manned({ media }))).rejects.toMatchObject({
      ...{
        code: 'bad-input',
        message: expect.stringMatching(/is 0\.25 s long, and shot 1A needs/),
      },
    })
    await expect(cast({ shot: '9Z' })).rejects.toMatchObject({
      ...{ code: 'not-found', message: expect.stringContaining('Shots of its film: 1A') },
    })
    await expect(cast({ pilot: 'p7' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(cast({ production: 'short' })).rejects.toMatchObject({ code: 'run-deleted' })
    await expect(cast({ production: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await stage.create('unwritten')
    await expect(cast({ production: 'unwritten' })).rejects.toMatchObject({
      message: expect.stringContaining('has no script yet'),
    })
    expect(
      (await stage.floor.productions.takes('strict')).some(({ slate }) => slate === '1A-2'),
    ).toBe(false)
  })

  test('is destroyed with the footage of its run', async () => {
    await shelved('purged')
    await (await stage.driver()).remove('purged', true)
    expect(await clipsOf('purged')).toEqual([])
  })

  describe('before shots are bought', () => {
    const prices = priceBook(catalogue.map((model) => ({ ...model, funds: 'emulated' as const })))
    const lake: Partial<Brief> = { concept: 'A quiet mountain lake at sunset.', funds: 'emulated' }
    const offersIn = async (id: string) =>
      (await stage.events(id)).filter(({ event }) => event === 'shelf-offered')

    test('offers what fits, once a shot, and casts nothing by itself', async () => {
      await stage.create('lake', lake)
      expect((await runTo(await stage.driver({ prices }), 'lake')).state).toBe('wrapped')
      await (await stage.driver({ prices })).remove('lake', false)
      await planned('lake-again', { prices }, lake)
      const { productions } = stage.floor
      const runCrew = { model: stage.models.crew.id, price: () => zeroUsd }
      const quote = await quoteBrief(await productions.brief('lake-again'), stage.folder, {
        ...{ ...stage.manned({ prices }), crewModel: stage.models.crew, runCrew },
        pace: ({ limits }) => ({ slots: limits.slots, measure: null }),
      })
      expect(quote.plan.at(-1)).toMatch(
        /^p1: the cutting-room shelf has footage that fits, at \$0\.00: s-\w+ for 1A/,
      )
      const offers = await offersIn('lake-again')
      expect(offers.length).toBeGreaterThan(0)
      const body = offers[0]?.body ?? {}
      expect(body).toMatchObject({ pilot: 'p1', shot: '1A', costUsd: 0 })
      expect(body['command']).toBe(
        `npx --no-install claude-studio shelf cast ${body['clip']} --run lake-again --shot p1/1A`,
      )
      await (await stage.driver({ prices })).continue('lake-again', null, signal)
      expect(await offersIn('lake-again')).toHaveLength(offers.length)
      const takes = await stage.floor.productions.takes('lake-again')
      expect(takes.every(({ note }) => !note.includes('shelf'))).toBe(true)
    })

    test('offers a film of the same words the footage of its actor', async () => {
      const fox = { ...lake, concept: 'A fox crosses a snowy city at night.' }
      await stage.create('fox', fox)
      expect((await runTo(await stage.driver({ prices }), 'fox')).state).toBe('wrapped')
      await (await stage.driver({ prices })).remove('fox', false)
      const [clip] = await clipsOf('fox')
      expect(clip?.castCount).toBe(1)
      await planned('fox-again', { prices }, fox)
      const offers = await offersIn('fox-again')
      expect(offers.map(({ body }) => body['prompt'])).toContain(clip?.prompt)
    })

    test('never offers drawn footage', async () => {
      await filmed('drawn', { ...lake, funds: 'simulated' })
      await (await stage.driver()).remove('drawn', false)
      await planned('drawn-again', {}, { ...lake, funds: 'simulated' })
      expect(await offersIn('drawn-again')).toEqual([])
    })
  })
})
