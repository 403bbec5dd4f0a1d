import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frames, parseRate, rate24 } from '../../domain/time.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { runwayModels } from './models.ts'
import { clipSeconds, pictureRatio, shotPlan } from './shot-plan.ts'

const models = Object.values(runwayModels)
const anyModel = fc.constantFrom(...models)
const anyRate = fc.constantFrom(...['12', '23.976', '24', '25', '29.97', '60'].map(parseRate))
const anySize = fc
  .record({ width: fc.integer({ min: 8, max: 2048 }), height: fc.integer({ min: 8, max: 2048 }) })
  .map(({ width, height }) => ({ width: width * 2, height: height * 2 }))
const frame = { path: '/frame.png', hash: 'k' }

describe('the length of a clip', () => {
  test('holds the shot, is one the model makes, and no shorter one would do', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 900 }), anyRate, (model, count, rate) => {
        const seconds = clipSeconds(model, frames(count), rate)
        const holds = (each: number): boolean => each * rate.numerator >= count * rate.denominator
        expect(seconds).toBe(model.seconds.filter(holds)[0] ?? null)
        if (seconds !== null) expect(model.seconds).toContain(seconds)
        else expect(holds(model.seconds.at(-1) ?? 0)).toBe(false)
      }),
    )
  })

  test.each([
    ['runway/gen4.5', 1, 2],
    ['runway/gen4.5', 48, 2],
    ['runway/gen4.5', 49, 3],
    ['runway/gen4.5', 240, 10],
    ['runway/gen4.5', 241, null],
    ['runway/veo3.1', 48, 4],
    ['runway/veo3.1', 97, 6],
    ['runway/veo3.1', 192, 8],
    ['runway/veo3.1', 193, null],
  ] as const)('of %s for %i frames at 24 a second is %s s', (id, count, seconds) => {
    expect(clipSeconds(runwayModels[id], frames(count), rate24)).toBe(seconds)
  })

  test('at 23.976 a second is not one frame short', () => {
    const rate = parseRate('23.976')
    expect(clipSeconds(runwayModels['runway/gen4.5'], frames(47), rate)).toBe(2)
    expect(clipSeconds(runwayModels['runway/gen4.5'], frames(48), rate)).toBe(3)
  })
})

describe('the size of a picture', () => {
  test('is one the model makes, with none nearer in shape', () => {
    const shareOf = (ratio: string, size: { width: number; height: number }): number => {
      const [width = 0, height = 0] = ratio.split(':').map(Number)
      const shape = (width * size.height) / (height * size.width)
      return Math.min(shape, 1 / shape)
    }
    fc.assert(
      fc.property(anyModel, anySize, fc.boolean(), (model, size, fromFrame) => {
        const ratio = pictureRatio(model, size, fromFrame)
        const made = fromFrame ? model.imageRatios : model.textRatios
        if (ratio === null) return
        expect(made).toContain(ratio)
        const best = Math.max(...made.map((each) => shareOf(each, size)))
        expect(shareOf(ratio, size)).toBe(best)
        expect(best).toBeGreaterThanOrEqual(0.5)
      }),
    )
  })

  test('is refused for a first shot when the shots that continue it would be refused', () => {
    const both = models.filter(({ textRatios }) => textRatios.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...both), anySize, (model, size) => {
        expect(pictureRatio(model, size, false) === null).toBe(
          pictureRatio(model, size, true) === null,
        )
      }),
    )
  })

  test.each([
    ['runway/gen4.5', 1920, 1080, false, '1280:720'],
    ['runway/gen4.5', 1080, 1920, true, '720:1280'],
    ['runway/gen4.5', 1080, 1080, false, '1280:720'],
    ['runway/gen4.5', 1080, 1080, true, '960:960'],
    ['runway/gen4_turbo', 1080, 1080, true, '960:960'],
    ['runway/gen4_turbo', 1080, 1080, false, null],
    ['runway/veo3.1', 1280, 720, false, '1280:720'],
    ['runway/veo3.1', 1920, 1080, false, '1920:1080'],
    ['runway/veo3.1', 3840, 2160, true, '1920:1080'],
    ['runway/veo3.1_fast', 720, 1280, true, '720:1280'],
    ['runway/veo3.1_fast', 1080, 1080, false, null],
  ] as const)('of %s for %ix%i, from a frame: %s, is %s', (id, width, height, frame_, ratio) => {
    expect(pictureRatio(runwayModels[id], { width, height }, frame_)).toBe(ratio)
  })
})

describe('a shot', () => {
  const gen45 = runwayModels['runway/gen4.5']
  const veo = runwayModels['runway/veo3.1']

  test('is planned with the length and size it is asked in', () => {
    expect(shotPlan(gen45, sampleShotOrder())).toEqual({
      kind: 'plan',
      seconds: 4,
      ratio: '1280:720',
    })
    expect(shotPlan(veo, sampleShotOrder({ firstFrame: frame, lastFrame: frame }))).toMatchObject({
      kind: 'plan',
    })
  })

  test.each([
    ['longer than the longest clip', gen45, { length: frames(241) }, 'request-refused'],
    [
      'of a shape that is not made',
      gen45,
      { size: { width: 4000, height: 400 } },
      'request-refused',
    ],
    ['without words', gen45, { prompt: ' ' }, 'request-refused'],
    ['with too many words', gen45, { prompt: 'x'.repeat(1001) }, 'prompt-too-long'],
    ['with too many surrogates', gen45, { prompt: '🎬'.repeat(501) }, 'prompt-too-long'],
    ['from words alone', runwayModels['runway/gen4_turbo'], {}, 'request-refused'],
    ['that must end on a frame', gen45, { firstFrame: frame, lastFrame: frame }, 'request-refused'],
    ['that only ends on a frame', veo, { lastFrame: frame }, 'request-refused'],
  ] as const)('%s is refused with a reason', (_case, model, changes, trouble) => {
    const plan = shotPlan(model, sampleShotOrder(changes))
    expect(plan).toMatchObject({ kind: 'refusal', trouble })
    if (plan.kind === 'refusal') expect(plan.reason.length).toBeGreaterThan(20)
  })

  test('with words up to the limit is planned', () => {
    expect(shotPlan(gen45, sampleShotOrder({ prompt: 'x'.repeat(1000) })).kind).toBe('plan')
    expect(shotPlan(gen45, sampleShotOrder({ prompt: '🎬'.repeat(500) })).kind).toBe('plan')
  })
})
