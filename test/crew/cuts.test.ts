import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { cutCandidates } from '../../src/agents/editor/cut-candidates.ts'
import { checkCut, cutLength, takeKey } from '../../src/domain/cut.ts'
import type { Review } from '../../src/domain/review.ts'
import type { Script } from '../../src/domain/script.ts'
import { sceneLength, scriptLength, shotsOf } from '../../src/domain/script.ts'
import { sceneOfShot } from '../../src/domain/slate.ts'
import type { Take } from '../../src/domain/take.ts'
import type { FrameCount } from '../../src/domain/time.ts'
import { frames, rangeEnd, rate24 } from '../../src/domain/time.ts'
import { askUnderstudy } from './ask-understudy.ts'
import { paperFilm, paperTake } from './film.ts'

let script: Script

beforeAll(async () => {
  const { scripts } = await paperFilm(
    'A fox wakes in the forest, runs to the river and sleeps at dusk.',
  )
  script = scripts.at(-1) as Script
})

interface TakeWish {
  readonly handle: number
  readonly score: number
}

const takesFor = (wishes: readonly (readonly TakeWish[])[]): readonly Take[] =>
  shotsOf(script).flatMap((shot, index) =>
    (wishes[index % wishes.length] ?? []).map(
      ({ handle }, number): Take =>
        paperTake(shot, { pilot: script.pilot, number: number + 1, handle }),
    ),
  )

const reviewsFor = (takes: readonly Take[], wishes: readonly (readonly TakeWish[])[]): Review[] =>
  takes.map((take, index) => {
    const score = wishes[index % wishes.length]?.[0]?.score ?? 80
    const scores = {
      overall: score,
      visual: score,
      style: score,
      technical: score,
      narrative: score,
      intent: score,
    }
    const empty = { findings: [], covered: [], missing: [], violated: [], notes: [] }
    return {
      schema: 'review@1',
      slate: take.slate,
      pilot: take.pilot,
      scores,
      passed: score >= 70,
      ...empty,
      reviewer: 'test',
    }
  })

const noMinimum: ReadonlyMap<number, FrameCount> = new Map()

const cutAll = (
  takes: readonly Take[],
  reviews: readonly Review[],
  sceneMinimum = noMinimum,
): ReturnType<typeof cutCandidates> =>
  cutCandidates(askUnderstudy, { script, takes, reviews, rate: rate24, sceneMinimum })

describe('three cuts', () => {
  const anyTakes = fc.array(
    fc.array(
      fc.record({
        handle: fc.integer({ min: 0, max: 60 }),
        score: fc.integer({ min: 20, max: 98 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    { minLength: 1, maxLength: 12 },
  )

  test('differ, fit their footage and keep the film’s length for any takes', async () => {
    await fc.assert(
      fc.asyncProperty(anyTakes, async (wishes) => {
        const takes = takesFor(wishes)
        const cuts = await cutAll(takes, reviewsFor(takes, wishes))
        const byKey = new Map(takes.map((take) => [takeKey(take), take]))
        expect(cuts.map(({ candidate }) => candidate)).toEqual(['safe', 'balanced', 'creative'])
        for (const cut of cuts) {
          checkCut(cut, byKey)
          expect(cutLength(cut)).toBe(scriptLength(script))
          const scenes = cut.events.map(({ shot }) => sceneOfShot(shot))
          expect(scenes).toEqual(scenes.toSorted((a, b) => a - b))
          for (const { overlays, record } of cut.events) {
            for (const { start, length } of overlays)
              expect(start + length).toBeLessThanOrEqual(record.length)
          }
        }
        const ways = cuts.map(({ events, fadeOut }) =>
          JSON.stringify([
            fadeOut,
            events.map(({ slate, source, transition }) => [slate, source, transition]),
          ]),
        )
        expect(new Set(ways).size).toBe(3)
      }),
      { numRuns: 60 },
    )
  })

  test('give every scene the time its voice needs', async () => {
    const takes = takesFor([[{ handle: 48, score: 85 }]])
    const [first, second] = script.scenes
    if (!(first && second)) throw new Error('the script has two scenes')
    const needed = frames(sceneLength(first) + 40)
    const cuts = await cutAll(takes, [], new Map([[1, needed]]))
    for (const cut of cuts) {
      const length = cut.events
        .filter(({ shot }) => sceneOfShot(shot) === 1)
        .reduce((sum, { record }) => sum + record.length, 0)
      expect(length).toBeGreaterThanOrEqual(needed)
      expect(cutLength(cut)).toBe(scriptLength(script))
    }
  })

  test('differ in points and joins, not only in the fade, when there is one take with handles', async () => {
    const cuts = await cutAll(takesFor([[{ handle: 24, score: 85 }]]), [])
    const points = cuts.map(({ events }) => JSON.stringify(events.map(({ source }) => source)))
    const joins = cuts.map(({ events }) =>
      JSON.stringify(events.map(({ transition }) => transition)),
    )
    expect(new Set(points).size).toBe(3)
    expect(new Set(joins).size).toBe(3)
  })

  test('use another good take in the creative version', async () => {
    const takes = takesFor([
      [
        { handle: 24, score: 90 },
        { handle: 24, score: 90 },
      ],
    ])
    const cuts = await cutAll(takes, reviewsFor(takes, [[{ handle: 0, score: 90 }]]))
    expect(cuts[0]?.events.every(({ slate }) => slate.endsWith('-1'))).toBe(true)
    expect(cuts[2]?.events.some(({ slate }) => slate.endsWith('-2'))).toBe(true)
  })

  test('bridge a shot without footage by the others of its scene', async () => {
    const lost = script.scenes.find(({ shots }) => shots.length > 1)?.shots[0]
    const takes = takesFor([[{ handle: 100, score: 85 }]]).filter(({ shot }) => shot !== lost?.id)
    for (const cut of await cutAll(takes, [])) {
      expect(cut.events.map(({ shot }) => shot)).not.toContain(lost?.id)
      expect(cutLength(cut)).toBe(scriptLength(script))
      expect(cut.events.flatMap(({ overlays }) => overlays)).toHaveLength(
        shotsOf(script).flatMap(({ overlays }) => overlays).length,
      )
    }
  })

  test('end exactly where their last event ends', async () => {
    const cuts = await cutAll(takesFor([[{ handle: 24, score: 85 }]]), [])
    for (const { events, fadeOut } of cuts) {
      const last = events.at(-1)
      expect(last && rangeEnd(last.record)).toBe(scriptLength(script))
      expect(fadeOut).toBeLessThanOrEqual(last?.record.length ?? 0)
    }
  })

  test('are not made when a scene has no footage, and the message names it', async () => {
    const takes = takesFor([[{ handle: 24, score: 85 }]]).filter(
      ({ shot }) => sceneOfShot(shot) !== 2,
    )
    await expect(cutAll(takes, [])).rejects.toMatchObject({
      code: 'footage-missing',
      message: expect.stringContaining('Scene 2'),
    })
  })

  test('are not made when the voice needs more than the film has', async () => {
    const takes = takesFor([[{ handle: 0, score: 85 }]])
    const needs = new Map([[1, frames(scriptLength(script) * 2)]])
    await expect(cutAll(takes, [], needs)).rejects.toMatchObject({ code: 'footage-missing' })
  })
})
