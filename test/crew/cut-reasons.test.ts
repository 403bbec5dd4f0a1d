import { beforeAll, describe, expect, test } from 'vitest'
import { cutCandidates } from '../../src/agents/editor/cut-candidates.ts'
import type { Cut } from '../../src/domain/cut.ts'
import { cutLength } from '../../src/domain/cut.ts'
import type { Script } from '../../src/domain/script.ts'
import { scriptLength, shotsOf } from '../../src/domain/script.ts'
import { rate24 } from '../../src/domain/time.ts'
import { askUnderstudy } from './ask-understudy.ts'
import { paperFilm, paperTake } from './film.ts'

describe('with one take of every shot', () => {
  let script: Script
  let cuts: readonly Cut[]

  beforeAll(async () => {
    const film = await paperFilm('A serene mountain lake at sunset', { seconds: 60 })
    // The liveliest pilot has several shots of one scene.
    script = film.scripts.toSorted((a, b) => shotsOf(b).length - shotsOf(a).length)[0] as Script
    const takes = shotsOf(script).map((shot) =>
      paperTake(shot, { pilot: script.pilot, number: 1, handle: 24 }),
    )
    cuts = await cutCandidates(askUnderstudy, {
      script,
      takes,
      reviews: [],
      rate: rate24,
      sceneMinimum: new Map(),
    })
  })

  test('the creative cut shows a free scene in another order, in the same time', () => {
    const [safe, , creative] = cuts.map(({ events }) => events.map(({ shot }) => shot))
    expect(creative).not.toEqual(safe)
    expect(creative?.toSorted()).toEqual(safe?.toSorted())
    for (const cut of cuts) expect(cutLength(cut)).toBe(scriptLength(script))
  })

  test('reasons say how a take is really used', () => {
    for (const { source, reason } of cuts.flatMap(({ events }) => events)) {
      expect(reason.includes('from its first frame')).toBe(source.start === 0)
      expect(reason).not.toMatch(/entered late|entered 0\.0 s/)
    }
  })
})

test('a story’s steps stay in their order in every cut', async () => {
  const { scripts } = await paperFilm('A fox wakes in the forest, runs to the river and sleeps.')
  for (const script of scripts) {
    const cuts = await cutCandidates(askUnderstudy, {
      script,
      takes: shotsOf(script).map((shot) =>
        paperTake(shot, { pilot: script.pilot, number: 1, handle: 24 }),
      ),
      reviews: [],
      rate: rate24,
      sceneMinimum: new Map(),
    })
    const actionOf = new Map(
      shotsOf(script).map(({ id, picture }) => [id, picture.subjects[0]?.action ?? '']),
    )
    const told = cuts.map(({ events }) => events.map(({ shot }) => actionOf.get(shot)))
    for (const other of told.slice(1)) expect(other).toEqual(told[0])
  }
})
