import { describe, expect, test } from 'vitest'
import { frames, rate24 } from '../domain/time.ts'
import type { PlannedTake } from '../ports/media-tool.ts'
import { judgeTake } from './quality-gates.ts'
import { qualityThresholds } from './quality-gates-thresholds.ts'
import { parseMetadata, type TakeMeasures } from './quality-measures.ts'
import { blockGrid, measureEdges } from './quality-measures-edges.ts'
import { measureGrey } from './quality-measures-grey.ts'

const size = { width: 640, height: 360 }
const planned: PlannedTake = {
  camera: 'pan-left',
  hasMotion: true,
  timeOfDay: 'day',
  length: frames(48),
  rate: rate24,
  size,
}

/** A good take of 48 frames: a bright spot that wanders over grey. `levels` gives the grey of each frame. */
const takeOf = (levels: readonly number[]): TakeMeasures => ({
  size,
  rate: rate24,
  packets: frames(levels.length),
  decoderErrors: [],
  frames: levels.map((grey, index) => {
    const thumb = new Uint8Array(32 * 32 * 3).fill(grey)
    if (grey > 0) thumb.fill(220, index * 9, index * 9 + 9)
    return { difference: 1, blackPercent: grey === 0 ? 100 : 0, thumb }
  }),
  samples: Array.from({ length: 12 }, (_, index) => ({
    at: index / 6,
    luma: 110,
    saturation: 30,
    noise: 1,
    clippedPercent: 1,
    contrast: 180,
    blackLevel: 10,
    edgeWidth: 1.3,
    steps: { columns: new Float64Array(640), rows: new Float64Array(360) },
  })),
})

const grey = (count: number, level = 100): readonly number[] =>
  Array.from({ length: count }, () => level)

const defectsOf = (take: TakeMeasures): readonly string[] =>
  judgeTake(take, planned).findings.map(({ defect }) => defect)

describe('judgeTake', () => {
  test('a good take has no findings and nearly all points', () => {
    const review = judgeTake(takeOf(grey(48)), planned)
    expect(review.findings).toEqual([])
    expect(review.score).toBeGreaterThan(90)
  })

  test('black in the middle fails, with where and for how long; a fade at the head does not', () => {
    const middle = takeOf([...grey(24), ...grey(12, 0), ...grey(12)])
    const found = judgeTake(middle, planned).findings.find(({ defect }) => defect === 'black')
    expect(found).toMatchObject({ severity: 'fail', at: 1 })
    expect(found?.evidence).toContain('black for 0.5 s')
    const fade = takeOf([...grey(8, 0), 12, 30, 50, 70, 90, ...grey(35)])
    expect(defectsOf(fade)).not.toContain('black')
    const abrupt = takeOf([...grey(36), ...grey(12, 0)])
    expect(defectsOf(abrupt)).toContain('black')
  })

  test('a flash is told from a cut: one comes back, one does not', () => {
    expect(defectsOf(takeOf([...grey(20), 240, 240, ...grey(26)]))).toEqual(['flash'])
    expect(defectsOf(takeOf([...grey(20), ...grey(28, 190)]))).toEqual(['scene-cut'])
  })

  test('light that rises evenly is neither', () => {
    expect(defectsOf(takeOf(grey(48).map((_, index) => 40 + index * 3)))).toEqual([])
  })

  test('what may be a look lowers the score and leaves the take alive', () => {
    const take = takeOf(grey(48))
    const burnt = {
      ...take,
      samples: take.samples.map((each) => ({ ...each, clippedPercent: 70 })),
    }
    const review = judgeTake(burnt, planned)
    expect(review.findings).toMatchObject([{ defect: 'clipped-light', severity: 'warn' }])
    expect(review.score).toBeLessThan(judgeTake(take, planned).score)
  })

  test('even light is washed out where colours are pale, and not where they are strong', () => {
    const withColour = (saturation: number): TakeMeasures => {
      const take = takeOf(grey(48))
      const even = { contrast: 20, blackLevel: 120, saturation }
      return { ...take, samples: take.samples.map((sample) => ({ ...sample, ...even })) }
    }
    expect(defectsOf(withColour(8))).toEqual(['washed-out'])
    expect(defectsOf(withColour(44))).toEqual([])
  })

  test('the sharper of two good takes scores higher', () => {
    const take = takeOf(grey(48))
    const soft = qualityThresholds.blurred * 0.95
    const softer = { ...take, samples: take.samples.map((each) => ({ ...each, edgeWidth: soft })) }
    expect(judgeTake(softer, planned).score).toBeLessThan(judgeTake(take, planned).score)
    expect(judgeTake(softer, planned).findings).toEqual([])
  })

  test('frames that the file promises and the decoder does not give are a truncation', () => {
    const take = { ...takeOf(grey(48)), packets: frames(60) }
    expect(defectsOf(take)).toEqual(['truncated'])
    const complaining = { ...takeOf(grey(48)), decoderErrors: ['Invalid NAL unit size'] }
    expect(judgeTake(complaining, planned).findings[0]?.evidence).toContain('Invalid NAL unit size')
  })
})

describe('measures of one picture', () => {
  const width = 128
  const height = 128
  const picture = (level: (x: number, y: number) => number): Uint8Array =>
    Uint8Array.from({ length: width * height }, (_, at) =>
      level(at % width, Math.floor(at / width)),
    )
  const ramp = (over: number) =>
    picture((x) => Math.max(0, Math.min(200, ((x - 64) / over + 0.5) * 200)))

  test('an edge is as wide as it is drawn', () => {
    expect(measureEdges(ramp(1), { width, height }).edgeWidth).toBe(2)
    expect(measureEdges(ramp(8), { width, height }).edgeWidth).toBe(8)
    expect(
      measureEdges(
        picture(() => 90),
        { width, height },
      ).edgeWidth,
    ).toBeNaN()
  })

  test('a block grid is seen; stripes in one direction and a smooth picture are not one', () => {
    const tile = (x: number, y: number): number =>
      60 + 3 * ((Math.floor(x / 8) * 4 + Math.floor(y / 8) * 5) % 7)
    expect(blockGrid([measureEdges(picture(tile), { width, height })])).toBeGreaterThan(50)
    const striped = picture((x) => (Math.floor(x / 8) % 2) * 20)
    expect(blockGrid([measureEdges(striped, { width, height })])).toBe(0)
    expect(blockGrid([measureEdges(ramp(100), { width, height })])).toBe(0)
  })

  test('noise is measured where the picture is smooth, whatever else is in it', () => {
    let state = 1
    const random = (): number => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const noisy = picture(
      (x) => (x < 64 ? 110 : 140) + Math.round((random() + random() + random() - 1.5) * 40),
    )
    const measured = measureGrey(noisy, { width, height })
    expect(measured.noise).toBeGreaterThan(14)
    expect(measured.noise).toBeLessThan(24)
    expect(measureGrey(ramp(1), { width, height }).noise).toBe(0)
  })

  test('burnt-out share, contrast and black level are those of the levels', () => {
    const half = picture((x) => (x < 32 ? 255 : x < 64 ? 20 : 120))
    const measured = measureGrey(half, { width, height })
    expect(measured).toMatchObject({ clippedPercent: 25, contrast: 235, blackLevel: 20 })
  })
})

describe('parseMetadata', () => {
  test('reads the numbers of each frame and leaves out what is none', () => {
    const text =
      'frame:0    pts:0 pts_time:0\nlavfi.scd.mafd=1.5\nlavfi.blur=nan\nframe:1 pts:1 pts_time:1\nlavfi.x=-2\n'
    const parsed = parseMetadata(text).map((values) => Object.fromEntries(values))
    expect(parsed).toEqual([{ 'lavfi.scd.mafd': 1.5 }, { 'lavfi.x': -2 }])
  })
})
