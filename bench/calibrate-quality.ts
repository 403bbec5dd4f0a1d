/**
 * Calibrate the gates of technical review: make good and damaged clips from seeds, measure them, choose thresholds on
 * the even seeds, report how the thresholds in force do on the odd ones, which no threshold was chosen on.
 *
 *   npx --no-install node bench/calibrate-quality.ts [--good 240] [--each 20] [--seed 20000] [--cases cases.json] [--report docs/calibration.md]
 *
 * `--fresh` says that the thresholds in force were chosen on other seeds, so that every clip counts as held out.
 * `--cases` names a file that the measures are kept in: when it exists, clips in it are not made again.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defectKinds } from '../src/domain/review.ts'
import {
  type CalibrationOrder,
  calibrationOrders,
  isHeldOut,
  measureOrder,
} from '../src/media/calibration/measure-clip.ts'
import {
  type MeasuredCase,
  type Proportion,
  rejudge,
  tally,
  tuneThresholds,
} from '../src/media/calibration/tune.ts'
import { badWhenBelow, thresholdDefects } from '../src/media/quality-gates-statistics.ts'
import { qualityThresholds } from '../src/media/quality-gates-thresholds.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import { mixedSource } from './calibrate-quality-sources.ts'

const atOnce = 2

const { values: options } = parseArgs({
  options: {
    good: { type: 'string', default: '240' },
    each: { type: 'string', default: '20' },
    seed: { type: 'string', default: '20000' },
    cases: { type: 'string' },
    report: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})

const measureAll = async (
  orders: readonly CalibrationOrder[],
): Promise<readonly MeasuredCase[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'calibration-'))
  const waiting = [...orders]
  const done: MeasuredCase[] = []
  const worker = async (): Promise<void> => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      done.push(await measureOrder(tools, order, { folder, source: mixedSource(tools) }))
      if (done.length % 40 === 0) console.error(`${done.length} of ${orders.length} clips`)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return done.toSorted((a, b) => a.seed - b.seed)
}

const savedCases = async (path: string | undefined): Promise<readonly MeasuredCase[] | null> => {
  if (path === undefined) return null
  try {
    const revive = (_: string, value: unknown): unknown => (value === 'NaN' ? Number.NaN : value)
    return JSON.parse(await readFile(path, 'utf8'), revive)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const saveCases = async (path: string, cases: readonly MeasuredCase[]): Promise<void> => {
  const keep = (_: string, value: unknown): unknown => (Number.isNaN(value) ? 'NaN' : value)
  await writeFile(path, JSON.stringify(cases, keep))
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const shown = (part: Proportion): string =>
  `${part.hits} of ${part.total} | ${percent(part.share)} | ${percent(part.least)} – ${percent(part.most)}`

const line = (part: Proportion): string => `${part.hits} of ${part.total} (${percent(part.share)})`

const spread = (cases: readonly MeasuredCase[], pick: (each: MeasuredCase) => number): string => {
  const numbers = cases
    .map(pick)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  const at = (share: number): string =>
    (
      numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? Number.NaN
    ).toPrecision(3)
  return `${at(0)} / ${at(0.05)} / ${at(0.5)} / ${at(0.95)} / ${at(1)}`
}

const report = (all: readonly MeasuredCase[]): string => {
  const tuning = all.filter(({ seed }) => !isHeldOut(seed))
  const heldOut = options.fresh ? all : all.filter(({ seed }) => isHeldOut(seed))
  const tuned = tuneThresholds(tuning)
  const [before, after] = [
    tally(rejudge(tuning, qualityThresholds)),
    tally(rejudge(heldOut, qualityThresholds)),
  ]
  const good = all.filter(({ defect }) => defect === null)
  const missed = rejudge(heldOut, qualityThresholds).filter(({ defect, found }) =>
    defect === null ? found.length > 0 : !found.includes(defect),
  )
  return [
    `${all.length} clips (${good.length} good, ${all.length - good.length} damaged), seeds from ${options.seed}; ${heldOut.length} of them held out${options.fresh ? ': the thresholds in force were chosen on other seeds' : ''}.`,
    '',
    '| Held-out clips | Count | Share | 95 % interval (Wilson) |',
    '|---|---|---|---|',
    `| **Defects found, the right one named** | ${shown(after.found)} |`,
    `| **False alarms on good clips** | ${shown(after.falseAlarms)} |`,
    ...defectKinds.map((kind) => `| ${kind} | ${shown(after.foundByDefect[kind])} |`),
    '',
    ...(options.fresh
      ? []
      : [
          `On the tuning half: found ${line(before.found)}; false alarms ${line(before.falseAlarms)}.`,
          '',
        ]),
    '| Gate | Threshold in force | Best on the even seeds | Good clips: least / 5 % / median / 95 % / most | Clips with the defect |',
    '|---|---|---|---|---|',
    ...thresholdDefects.map((kind) => {
      const value = (each: MeasuredCase): number => each.statistics[kind].value
      const damaged = all.filter(({ defect }) => defect === kind)
      return `| ${kind} ${badWhenBelow.has(kind) ? 'below' : 'above'} | ${qualityThresholds[kind]} | ${tuned[kind].toPrecision(3)} | ${spread(good, value)} | ${spread(damaged, value)} |`
    }),
    '',
    'Held-out clips judged wrongly:',
    '',
    ...(missed.length === 0 ? ['- none'] : []),
    ...missed.map(
      ({ seed, defect, words, found }) =>
        `- ${seed}, ${defect ?? 'good'} (${words}): found ${found.join(', ') || 'nothing'}`,
    ),
    '',
  ].join('\n')
}

/** Everything between these two lines of the report's page is ours to replace. */
const marks = { from: '<!-- measured -->', to: '<!-- /measured -->' }

const writeReport = async (path: string, text: string): Promise<void> => {
  const page = await readFile(path, 'utf8')
  const [from, to] = [page.indexOf(marks.from), page.indexOf(marks.to)]
  if (from < 0 || to < from) throw new Error(`${path} has no lines ${marks.from} and ${marks.to}`)
  const head = page.slice(0, from + marks.from.length)
  await writeFile(path, `${head}\n\n${text}\n${page.slice(to)}`)
}

const known = await savedCases(options.cases)
const wanted = calibrationOrders({
  firstSeed: Number(options.seed),
  good: Number(options.good),
  each: Number(options.each),
})
const measured = known ?? (await measureAll(wanted))
if (options.cases !== undefined && known === null) await saveCases(options.cases, measured)
const text = report(measured)
console.log(text)
if (options.report !== undefined) await writeReport(options.report, text)
