import { beforeAll, describe, expect, test } from 'vitest'
import { circleTake } from '../../src/agents/critic/circle-take.ts'
import { judgePilots } from '../../src/agents/critic/judge-pilots.ts'
import { reviewTake } from '../../src/agents/qa-verifier/review-take.ts'
import { microUsd, parseUsd } from '../../src/domain/money.ts'
import type { Pilot, Plan } from '../../src/domain/plan.ts'
import type { Review, Scores } from '../../src/domain/review.ts'
import type { Picture, Shot } from '../../src/domain/script.ts'
import { slateId } from '../../src/domain/slate.ts'
import type { Take } from '../../src/domain/take.ts'
import type { TechnicalReview } from '../../src/ports/media-tool.ts'
import { askUnderstudy } from './ask-understudy.ts'
import type { PaperFilm } from './film.ts'
import { paperFilm, paperTake } from './film.ts'

let film: PaperFilm

beforeAll(async () => {
  film = await paperFilm(
    'A woman in a red coat reads a book by a lamp in a library at night. No dogs.',
  )
})

/** Everything a picture asks for, as a maker that drew it all would report it. */
const allOf = ({
  place,
  timeOfDay,
  weather,
  mood,
  subjects,
  objects,
}: Picture): readonly string[] => [
  place,
  timeOfDay,
  weather,
  mood,
  ...subjects.flatMap(({ what, action }) => [what, action.split(' ')[0] ?? '']),
  ...objects,
]

const sound: TechnicalReview = { score: 95, findings: [], measures: { luma: 45, motion: 3 } }

const readingShot = (): Shot => {
  const told = film.scripts[0]?.scenes.filter(({ narration }) =>
    narration.some(({ text }) => text.includes('reads')),
  )
  const shot = told
    ?.flatMap(({ shots }) => shots)
    .find(({ picture }) => picture.subjects.some(({ action }) => action.startsWith('reads')))
  if (!shot) throw new Error('somebody reads')
  return shot
}

const takeOf = (shot: Shot, depicted: readonly string[], number = 1): Take =>
  paperTake(shot, { pilot: 'p1', number, handle: 24, model: 'animatic/painted', depicted })

const review = (depicted: readonly string[], technical = sound): Promise<Review> => {
  const shot = readingShot()
  const [script] = film.scripts
  const scene = script?.scenes.find(({ shots }) => shots.includes(shot))
  if (!(script && scene)) throw new Error('the shot has a scene')
  const { items } = film
  return reviewTake(askUnderstudy, {
    ...{ take: takeOf(shot, depicted), shot, scene, script, items, technical },
    threshold: 80,
    stills: [],
  })
}

describe('a review', () => {
  test('passes a take that shows everything, with plausible scores', async () => {
    const { scores, passed, missing, covered } = await review(allOf(readingShot().picture))
    expect(missing).toEqual([])
    expect(passed).toBe(true)
    for (const score of [
      scores.overall,
      scores.visual,
      scores.style,
      scores.narrative,
      scores.intent,
    ]) {
      expect(score).toBeGreaterThanOrEqual(82)
      expect(score).toBeLessThanOrEqual(97)
    }
    const action = film.items.find(
      ({ kind, words }) => kind === 'action' && words.includes('reads'),
    )
    expect(covered).toContain(action?.id)
  })

  test('falls in step with what is missing', async () => {
    const all = allOf(readingShot().picture)
    const [full, less, least] = await Promise.all([
      review(all),
      review(all.filter((word) => word !== 'book')),
      review(all.filter((word) => !['book', 'reads', 'woman', 'lamp'].includes(word))),
    ])
    expect(less.missing).toContain('book')
    expect(less.scores.overall).toBeLessThan(full.scores.overall)
    expect(least.scores.overall).toBeLessThan(less.scores.overall)
    expect(least.scores.intent).toBeLessThan(60)
    expect(least.passed).toBe(false)
  })

  test('tells less where the deed that is told is not shown', async () => {
    const all = allOf(readingShot().picture)
    const [full, lampless] = await Promise.all([
      review(all),
      review(all.filter((word) => word !== 'reads')),
    ])
    expect(full.scores.narrative - lampless.scores.narrative).toBeGreaterThan(8)
  })

  test('never passes a take that shows what must not be seen', async () => {
    const seen = await review([...allOf(readingShot().picture), 'dog'])
    expect(seen.violated).toEqual(['dog'])
    expect(seen.passed).toBe(false)
  })

  test('never passes a take that fails a technical gate', async () => {
    const finding = {
      defect: 'frozen',
      severity: 'fail',
      at: 1,
      evidence: 'still for 2 s',
    } as const
    const broken = await review(allOf(readingShot().picture), { ...sound, findings: [finding] })
    expect(broken.passed).toBe(false)
  })

  test('notices light that does not fit the hour', async () => {
    const bright = await review(allOf(readingShot().picture), {
      ...sound,
      measures: { luma: 210, motion: 3 },
    })
    const fitting = await review(allOf(readingShot().picture))
    expect(bright.scores.style).toBeLessThan(fitting.scores.style)
    expect(bright.notes.join(' ')).toContain('bright for night')
  })

  test('claims nothing when the maker says nothing', async () => {
    const blind = await review([])
    expect(blind.covered).toEqual([])
    expect(blind.notes.join(' ')).toContain('measures alone')
  })
})

const scored = (value: number): Scores => ({
  overall: value,
  visual: value,
  style: value,
  technical: value,
  narrative: value,
  intent: value,
})

describe('circling', () => {
  const shotAndTakes = (): { shot: Shot; takes: readonly Take[] } => {
    const shot = readingShot()
    return { shot, takes: [1, 2, 3].map((number) => takeOf(shot, [], number)) }
  }

  const reviewOf = (take: Take, value: number, passed: boolean): Review => ({
    ...{ schema: 'review@1', slate: take.slate, pilot: 'p1', scores: scored(value), passed },
    ...{ findings: [], covered: [], missing: [], violated: [], notes: [], reviewer: 'test' },
  })

  test('chooses the best passed take, even beside a better one that failed', async () => {
    const { shot, takes } = shotAndTakes()
    const reviews = takes.map((take, index) => reviewOf(take, [84, 88, 95][index] ?? 0, index < 2))
    const { slate } = await circleTake(askUnderstudy, { shot, takes, reviews })
    expect(slate).toBe(slateId(shot.id, 2))
  })

  test('takes the nearest when none passed, and says so', async () => {
    const { shot, takes } = shotAndTakes()
    const reviews = takes.map((take, index) => reviewOf(take, [50, 61, 60][index] ?? 0, false))
    const { slate, reasons } = await circleTake(askUnderstudy, { shot, takes, reviews })
    expect(slate).toBe(slateId(shot.id, 2))
    expect(reasons.join(' ')).toContain('No take passed')
  })

  test('is refused when there is no footage', async () => {
    const { shot, takes } = shotAndTakes()
    const missing = takes.map((take) => ({
      ...take,
      footage: { kind: 'missing', reason: 'refused' } as const,
    }))
    await expect(
      circleTake(askUnderstudy, { shot, takes: missing, reviews: [] }),
    ).rejects.toMatchObject({
      code: 'footage-missing',
    })
  })
})

describe('a verdict', () => {
  const pilot = (id: string, dollars: number): Pilot => ({
    ...{
      id,
      name: `way ${id}`,
      approach: 'a way of its own',
      tier: 'animated',
      model: 'animatic/painted',
    },
    ...{
      style: 'plain',
      takesPerShot: 1,
      pace: 'steady',
      testBudget: parseUsd(1),
      filmQuote: parseUsd(dollars),
    },
  })
  const pilots = [pilot('p1', 3), pilot('p2', 2), pilot('p3', 1)]
  const plan: Plan = {
    ...{
      schema: 'plan@1',
      pilots,
      scenes: 6,
      testScenes: [2],
      testCap: parseUsd(2),
      bond: parseUsd(1),
    },
    ...{ shrunk: [], reasons: [] },
  }
  const results = (
    values: readonly number[],
    shot = 2,
  ): Parameters<typeof judgePilots>[1]['results'] =>
    pilots.map((entry, index) => ({
      ...{ pilot: entry, scores: scored(values[index] ?? 0), spent: microUsd(100_000) },
      ...{ passed: (values[index] ?? 0) >= 80 ? shot : 0, shot },
    }))

  test('goes to the best pilot', async () => {
    const verdict = await judgePilots(askUnderstudy, {
      plan,
      results: results([92, 84, 81]),
      items: [],
    })
    expect(verdict.winner).toBe('p1')
    expect(verdict.results.map(({ outcome }) => outcome)).toEqual(['wins', 'stopped', 'stopped'])
    expect(verdict.observations.length).toBeGreaterThan(0)
    for (const { evidence } of verdict.observations) expect(evidence).toMatch(/\d/)
    const reason = verdict.results[1]?.reason ?? ''
    const said = /^([\d.]+) points of worth behind .*, ([\d.]+) against ([\d.]+) of 100:/.exec(
      reason,
    )
    const [gap = 0, own = 0, best = 0] = (said ?? []).slice(1).map(Number)
    expect(best - own).toBeCloseTo(gap)
    expect(reason).toMatch(/: 60 % intent \(.* and 40 % overall \(/)
  })

  test('goes to the better picture for more than a point, however dear', async () => {
    const verdict = await judgePilots(askUnderstudy, {
      plan,
      results: results([90, 88.7, 81]),
      items: [],
    })
    expect(verdict.winner).toBe('p1')
  })

  test('goes to the cheaper of two that are as good', async () => {
    const verdict = await judgePilots(askUnderstudy, {
      plan,
      results: results([90, 89, 81]),
      items: [],
    })
    expect(verdict.winner).toBe('p2')
  })

  test('never goes to a pilot that could not shoot', async () => {
    const some = results([90, 85, 81]).map((result, index) =>
      index === 0 ? { ...result, passed: 0, shot: 0 } : result,
    )
    const verdict = await judgePilots(askUnderstudy, { plan, results: some, items: [] })
    expect(verdict.winner).not.toBe('p1')
    expect(verdict.results[0]?.outcome).toBe('could-not-shoot')
  })

  test('asks for adjustments only where a score calls for them', async () => {
    const good = await judgePilots(askUnderstudy, {
      plan,
      results: results([90, 80, 80]),
      items: [],
    })
    const poor = await judgePilots(askUnderstudy, {
      plan,
      results: results([70, 60, 60]),
      items: [],
    })
    expect(good.adjustments).toEqual([])
    expect(poor.adjustments.length).toBeGreaterThan(0)
  })

  test('cannot be reached when nobody shot anything', async () => {
    const none = judgePilots(askUnderstudy, { plan, results: results([0, 0, 0], 0), items: [] })
    await expect(none).rejects.toMatchObject({ code: 'vendor-failed' })
  })
})
