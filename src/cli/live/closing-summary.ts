import { join } from 'node:path'
import { framesPerSecond } from '../../domain/time.ts'
import { durationText } from '../../kit/duration-text.ts'
import { isAllDecided } from '../../production/parked-text.ts'
import { uncoveredWishes } from '../../production/report.ts'
import { keptText } from '../../production/reserved-text.ts'
import type { ProductionResult } from '../json-output.ts'
import type { Paint, Tone } from '../paint.ts'
import { filePath, type RunRecord } from '../run-record.ts'
import { commandLines, oneLine, padded } from '../text-table.ts'
import { nextStep, otherwise } from './next-step.ts'
import { dollarsText, fundsText } from './plain-lines.ts'

const headings: Readonly<Record<ProductionResult['event'], readonly [Tone, string]>> = {
  'production-wrapped': ['good', '✓ Wrapped'],
  'production-paused': ['warn', '‖ Paused'],
  'production-stopped': ['accent', '■ Stopped'],
  'production-waiting': ['warn', '… Waiting for a person'],
  'production-failed': ['bad', '✗ Failed'],
  'production-cancelled': ['warn', '✗ Cancelled'],
}

/** Nothing is wrong, and nobody has to decide anything. */
const waitingForVendor = ['accent', '… Waiting for the vendor'] as const
const waitingToGoOn = ['accent', '… Waiting to be resumed'] as const

/**
 * How a run stands, what was made and what it cost, as lines for people.
 *
 * @param isShown whether this is what `runs show` says: then it is not what is to be looked at next. Default false
 */
export const closingSummary = (
  record: RunRecord,
  result: ProductionResult,
  elapsedMs: number | null,
  paint: Paint,
  isShown = false,
): readonly string[] => {
  const next = nextStep(record)
  const isHere = isShown && next.endsWith(`runs show ${result.productionId}`)
  const [tone, heading] = headingOf(record, result)
  const title = record.script ? ` "${oneLine(record.script.title)}"` : ` ${result.productionId}`
  const [reason = '', ...commands] = commandLines(result.reason)
  const why = reason === '' ? '' : `: ${reason}`
  const rows: (readonly [string, string])[] = [
    ...filmRows(record, result),
    ...scoreRows(result),
    ...wishRows(record, result),
    ...result.warnings.map((text) => ['warning', oneLine(text)] as const),
    ['money', moneyText(result)],
    ...keptRows(record),
    ...standInRows(record),
    ...(elapsedMs === null ? [] : [['time', durationText(elapsedMs / 1000)] as const]),
    ...(isHere ? [] : [['next', next] as const]),
  ]
  return [
    paint(tone, `${heading}${title}${why}`),
    ...commands.map((text) => `  ${text}`),
    ...rows.map(([name, text]) => `  ${paint('dim', padded(name, 11))} ${text}`),
  ]
}

const headingOf = (
  { production, orders }: RunRecord,
  { state, event }: ProductionResult,
): readonly [Tone, string] => {
  if (state === 'waiting-for-vendor') return waitingForVendor
  return isAllDecided(production, orders) ? waitingToGoOn : headings[event]
}

const filmRows = (
  record: RunRecord,
  result: ProductionResult,
): readonly (readonly [string, string])[] => {
  // Nothing of a test is written where its run is listed.
  if (record.production.isTest) return []
  if (result.master === null) return [['folder', result.outputDir], ...cutRows(result)]
  const measured = record.master
  const shape = measured
    ? `${measured.width}x${measured.height}, ${Number(framesPerSecond(measured.rate).toFixed(3))} fps, ${measured.frames} frames`
    : ''
  const path = (kind: string): string | null => filePath(record, (file) => file.kind === kind)
  const scenes = record.deliverables.filter(
    (file) => file.kind === 'scene' && !record.gone.has(file.path),
  ).length
  const files: (readonly [string, string | null])[] = [
    ['captions', record.brief.captions === 'none' ? null : path('captions-srt')],
    ['', keptCaptions(record)],
    ['poster', path('poster')],
    ['stills', path('contact-sheet')],
    ['report', path('report-html')],
  ]
  return [
    ['film', result.master],
    ['length', `${(result.durationSeconds ?? 0).toFixed(2)} s, ${shape}`],
    ...cutRows(result),
    ...(scenes > 0
      ? [['scenes', `${scenes} in ${join(result.outputDir, 'scenes')}`] as const]
      : []),
    ...files.flatMap(([name, file]) => (file === null ? [] : [[name, file] as const])),
  ]
}

/** The cuts that can be looked at, and where. */
const cutRows = ({
  candidates,
  outputDir,
}: ProductionResult): readonly (readonly [string, string])[] => {
  const names = candidates.flatMap(({ name, file, isMaster }) =>
    file === null ? [] : [isMaster ? `${name} (master)` : name],
  )
  return names.length === 0
    ? []
    : [['cuts', `${names.join(', ')} in ${join(outputDir, 'candidates')}`]]
}

/** "No text" rules out titles and cards; captions are a choice of their own, which is said. */
const keptCaptions = ({ brief, contract }: RunRecord): string | null =>
  brief.captions === 'burn' &&
  contract?.items.some(({ kind, words }) => kind === 'must-not' && words.includes('text'))
    ? 'The brief wants no text: there are no titles. Captions stay as --captions burn has them; leave them away with --captions none.'
    : null

const scoreRows = ({ scores }: ProductionResult): readonly (readonly [string, string])[] => {
  if (!scores) return []
  const { overall, visual, style, technical, narrative, intent } = scores
  return [
    [
      'scores',
      `overall ${overall} (visual ${visual}, style ${style}, technical ${technical}, narrative ${narrative}), intent ${intent}`,
    ],
  ]
}

const mostWishes = 5

/** A finished film may still lack something of its brief: that is said where everybody looks. */
const wishRows = (
  record: RunRecord,
  { master, productionId }: ProductionResult,
): readonly (readonly [string, string])[] => {
  const missing = master === null ? [] : uncoveredWishes(record)
  const texts = missing.slice(0, mostWishes).map(({ id, claim }) => `${id} ${oneLine(claim)}`)
  const more = missing.length - mostWishes
  const rest =
    more > 0 ? [`and ${more} more: npx --no-install claude-studio qa show ${productionId}`] : []
  return [...texts, ...rest].map((text, index) => [index === 0 ? 'not shown' : '', text] as const)
}

const moneyText = (result: ProductionResult): string => {
  const held = result.heldUsd > 0 ? `, still held ${dollarsText(result.heldUsd)}` : ''
  return `${fundsText(result.spentUsd, result.funds)} of ${dollarsText(result.budgetUsd)}${held}`
}

/** A run that is left keeps its money from others until somebody goes on with it or ends it. */
const keptRows = (record: RunRecord): readonly (readonly [string, string])[] => {
  const { production, totals, orders } = record
  const kept = keptText(production, totals, orders, otherwise(record))
  return kept === null ? [] : [['reserved', kept]]
}

/** Stand-ins say what they are, so that nobody takes a drawn film for a shot one. */
const standInRows = (record: RunRecord): readonly (readonly [string, string])[] => {
  if (record.brief.funds !== 'simulated') return []
  const sound = scratchSounds(record)
  const crew = ['understudy (rule-based crew)', 'animatic (drawn footage)']
  const all = sound.length === 0 ? crew : [...crew, `scratch ${sound.join(' and ')}`]
  return [['made by', `stand-ins: ${all.join(', ')}`]]
}

/** What of the sound a stand-in made: a film may have none, or the client's own music. */
const scratchSounds = ({ brief, soundtrack }: RunRecord): readonly string[] => [
  ...(soundtrack?.cues.some(({ hash }) => hash !== null) ? ['voice'] : []),
  ...(soundtrack?.music && brief.musicHash === null ? ['music'] : []),
]
