import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { animaticSource } from '../../bench/calibrate-quality-sources.ts'
import { frames } from '../../src/domain/time.ts'
import {
  type CalibrationSource,
  drawnSource,
  makeCalibrationClip,
} from '../../src/media/calibration/make-clip.ts'
import { calibrationOrders, measureOrder } from '../../src/media/calibration/measure-clip.ts'
import { type MeasuredCase, tally } from '../../src/media/calibration/tune.ts'
import { mediaTool } from '../../src/media/media-tool.ts'
import { ffmpegTools } from '../../src/media/run-ffmpeg.ts'

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})
const media = mediaTool(tools)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quality-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('technical review on clips whose defects are known', () => {
  // Seeds that no threshold was chosen on: bench/calibrate-quality.ts uses those from 20 000 and 60 000.
  test.each([
    {
      kind: 'scenes of the calibration',
      orders: calibrationOrders({ firstSeed: 900_000, good: 40, each: 4 }),
      source: drawnSource,
    },
    {
      kind: 'shots of the animatic vendor',
      orders: calibrationOrders({ firstSeed: 930_000, good: 24, each: 2 }),
      source: animaticSource,
    },
  ])('finds at least 95 % of them in $kind and seldom cries wolf', async ({ orders, source }) => {
    const waiting = [...orders]
    const cases: MeasuredCase[] = []
    const worker = async (): Promise<void> => {
      for (let order = waiting.shift(); order; order = waiting.shift()) {
        cases.push(await measureOrder(tools, order, { folder, source }))
      }
    }
    await Promise.all([worker(), worker()])
    const { found, falseAlarms } = tally(cases)
    const wrong = cases
      .filter(({ defect, found: names }) =>
        defect === null ? names.length > 0 : !names.includes(defect),
      )
      .map(({ seed, defect, words, found: names }) => ({ seed, defect, words, names }))
    expect(cases).toHaveLength(orders.length)
    expect(found.share, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.95)
    expect(falseAlarms.share, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05)
  })
})

describe('what was meant is not a defect', () => {
  /** A drawn scene of a kind, looked for by seed. */
  const sceneOf = (wanted: (source: CalibrationSource) => boolean): CalibrationSource => {
    for (let seed = 1; seed < 500; seed += 1) {
      const source = drawnSource(seed, { width: 320, height: 180 })
      if (wanted(source)) return source
    }
    throw new Error('no such scene among the first 500 seeds')
  }
  const clipOf = (source: CalibrationSource) =>
    makeCalibrationClip(tools, { seed: 4, defect: null, folder, source, other: source })

  test('a locked-off shot without motion may be still; with motion planned the same file is frozen', async () => {
    const { path, planned } = await clipOf(sceneOf(({ name }) => name === 'still life'))
    expect((await media.reviewTake(path, planned)).findings).toEqual([])
    const moving = await media.reviewTake(path, { ...planned, hasMotion: true })
    expect(moving.findings.map(({ defect, severity }) => [defect, severity])).toEqual([
      ['frozen', 'warn'],
    ])
    const panned = await media.reviewTake(path, { ...planned, camera: 'pan-left' })
    expect(panned.findings.map(({ defect, severity }) => [defect, severity])).toEqual([
      ['frozen', 'fail'],
    ])
  })

  test('a fade from and to black passes, a night passes, and both score high', async () => {
    for (const kind of ['fade in and out', 'night']) {
      const { path, planned } = await clipOf(sceneOf(({ name }) => name === kind))
      const review = await media.reviewTake(path, planned)
      expect(review.findings, kind).toEqual([])
      expect(review.score, kind).toBeGreaterThanOrEqual(85)
    }
  })

  test('a conformed take still passes, and its measures are told', async () => {
    const { path, planned } = await clipOf(sceneOf(({ name }) => name === 'water'))
    const output = join(folder, 'conformed.mp4')
    const size = { width: 480, height: 270 }
    const { rate, length } = planned
    await media.conformTake({ input: path, output, size, rate, leaderFrames: 0, length })
    const review = await media.reviewTake(output, { ...planned, size })
    expect(review.findings).toEqual([])
    expect(review.measures).toMatchObject({ frames: length })
    expect(Object.keys(review.measures)).toEqual(
      expect.arrayContaining(['luma', 'saturation', 'motion', 'blur', 'noise']),
    )
  })

  test('size and length are measured against the plan, and a take that is longer is no defect', async () => {
    const { path, planned } = await clipOf(sceneOf(({ name }) => name === 'city'))
    const long = await media.reviewTake(path, { ...planned, length: frames(30) })
    expect(long.findings).toEqual([])
    const other = await media.reviewTake(path, {
      ...planned,
      length: frames(48),
      size: { width: 640, height: 360 },
    })
    expect(other.findings.map(({ defect }) => defect)).toEqual(['wrong-size', 'wrong-length'])
    expect(other.findings.map(({ evidence }) => evidence)).toEqual([
      '320 × 180 pixels (640 × 360 were ordered)',
      '1.50 s long (2.00 s were ordered)',
    ])
    expect(other.score).toBeLessThan(40)
  })

  test('a download that broke off is a truncated take, with what the decoder said', async () => {
    const { path, planned } = await clipOf(sceneOf(({ name }) => name === 'city'))
    const whole = await readFile(path)
    const broken = join(folder, 'broken.mp4')
    await writeFile(broken, whole.subarray(0, whole.length * 0.6))
    const review = await media.reviewTake(broken, planned)
    expect(review.findings.map(({ defect }) => defect)).toContain('truncated')
    await writeFile(broken, whole.subarray(0, 200))
    const stub = await media.reviewTake(broken, planned)
    expect(stub).toMatchObject({ score: 0, findings: [{ defect: 'truncated', severity: 'fail' }] })
  })
})
