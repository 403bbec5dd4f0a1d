import { formatUsd, microUsd } from '../../domain/money.ts'
import type { ProductionEvent } from '../../domain/production.ts'
import type { Scores } from '../../domain/review.ts'
import type { Paint, Tone } from '../paint.ts'
import { countText } from '../print.ts'
import { oneLine } from '../text-table.ts'
import {
  listOf,
  numberOf,
  observationText,
  pilotScoresOf,
  scoresOf,
  textOf,
} from './production-view.ts'

/** Dollars of an event for people: `$0.60`. */
export const dollarsText = (dollars: number): string =>
  formatUsd(microUsd(Math.round(dollars * 1_000_000)))

/** What money is called by its funds, so that nobody takes play money for a bill. */
export const fundsText = (dollars: number, funds: string): string => {
  const amount = dollarsText(dollars)
  if (funds === 'real') return `${amount} charged`
  return `${funds} ${amount} (nothing charged)`
}

/** A run's money on one line, as events and totals have it. */
export const moneyText = (money: {
  readonly settledUsd: number
  readonly heldUsd: number
  readonly bondUsd: number
  readonly capUsd: number
  readonly funds: string
}): string => {
  const { settledUsd, heldUsd, bondUsd, capUsd, funds } = money
  return `${fundsText(settledUsd, funds)}, held ${dollarsText(heldUsd)}, bond ${dollarsText(bondUsd)}, of ${dollarsText(capUsd)}`
}

/** Titles of the stages, in the order of the story. */
export const stageTitles: Readonly<Record<string, string>> = {
  plan: 'Plan',
  pilots: 'Pilots',
  shoot: 'Shoot',
  soundtrack: 'Soundtrack',
  cut: 'Cut',
  render: 'Render',
  deliver: 'Deliver',
  learn: 'Learn',
}

type Body = ProductionEvent['body']
type Line = readonly [tone: Tone | null, text: string]
type Teller = (body: Body) => readonly Line[]

const scoreText = (scores: Scores | null): string => {
  if (!scores) return ''
  const { overall, visual, style, technical, narrative, intent } = scores
  return `${overall} (visual ${visual}, style ${style}, technical ${technical}, narrative ${narrative}; intent ${intent})`
}

const counted = (value: unknown, one: string, many = `${one}s`): string => {
  const count = Array.isArray(value) ? value.length : Number(value ?? 0)
  return countText(count, one, many)
}

const takeName = (body: Body): string => `${textOf(body, 'pilot')}/${textOf(body, 'slate')}`

const one =
  (tone: Tone | null, text: (body: Body) => string): Teller =>
  (body) => [[tone, text(body)]]

const tellers: Readonly<Record<string, Teller>> = {
  'stage-started': one(
    'title',
    (body) => `▸ ${stageTitles[textOf(body, 'stage')] ?? textOf(body, 'stage')}`,
  ),
  'contract-written': one(
    null,
    (body) => `  intent contract: ${counted(body['items'], 'wish', 'wishes')}`,
  ),
  'plan-written': (body) =>
    listOf(body, 'pilots').map((pilot) => [
      null,
      `  pilot ${textOf(pilot, 'id')} "${textOf(pilot, 'name')}": ${textOf(pilot, 'tier')} on ${textOf(pilot, 'model')}, film at most ${dollarsText(numberOf(pilot, 'budgetUsd'))} before it is written. ${textOf(pilot, 'approach')}`,
    ]),
  'script-written': one(
    null,
    (body) =>
      `  script of ${textOf(body, 'pilot')}: "${textOf(body, 'title')}", ${counted(body['scenes'], 'scene')}, ${counted(body['shots'], 'shot')}`,
  ),
  'pilots-priced': (body) =>
    listOf(body, 'pilots').map((pilot) => [
      null,
      `  pilot ${textOf(pilot, 'id')}: film as written ${dollarsText(numberOf(pilot, 'filmUsd'))}`,
    ]),
  'take-delivered': one(
    null,
    (body) => `  take ${takeName(body)}: delivered, ${dollarsText(numberOf(body, 'costUsd'))}`,
  ),
  'take-parked': one(
    'warn',
    (body) =>
      `  take ${takeName(body)}: waits for you (${textOf(body, 'reason')}); npx --no-install claude-studio orders show ${textOf(body, 'order')}`,
  ),
  'take-reviewed': (body) => [
    body['passed'] === true
      ? ['good', `  take ${takeName(body)}: passed ${scoreText(scoresOf(body))}`]
      : ['warn', `  take ${takeName(body)}: NG ${scoreText(scoresOf(body))}`],
  ],
  'take-circled': one('good', (body) => `  take ${takeName(body)}: circled`),
  'pilot-judged': (body) => [
    [
      textOf(body, 'outcome') === 'wins' ? 'good' : 'warn',
      `  pilot ${textOf(body, 'pilot')}: ${textOf(body, 'outcome')} ${scoreText(pilotScoresOf(body))} ${textOf(body, 'reason')}`,
    ],
  ],
  'verdict-reached': one(
    'accent',
    (body) => `  verdict: ${textOf(body, 'winner')} wins. ${textOf(body, 'reason')}`,
  ),
  'money-moved': one(
    'money',
    (body) =>
      `  money: ${moneyText({
        settledUsd: numberOf(body, 'settledUsd'),
        heldUsd: numberOf(body, 'heldUsd'),
        bondUsd: numberOf(body, 'bondUsd'),
        capUsd: numberOf(body, 'capUsd'),
        funds: textOf(body, 'funds'),
      })}`,
  ),
  'observation-made': one('dim', (body) => `  observed: ${observationText(body)}`),
  'plan-shrunk': one('warn', (body) => `  plan: ${textOf(body, 'text')}`),
  'shelf-offered': one(
    'accent',
    (body) =>
      `  shelf: ${textOf(body, 'clip')} fits shot ${textOf(body, 'pilot')}/${textOf(body, 'shot')} and costs nothing: ${textOf(body, 'command')}`,
  ),
  note: one('warn', (body) => `  note: ${textOf(body, 'text')}`),
  'soundtrack-made': one(
    null,
    (body) =>
      `  soundtrack: ${counted(body['cues'], 'caption')}, ${numberOf(body, 'spoken')} spoken`,
  ),
  'cuts-made': one(null, (body) => `  cuts: ${candidateText(body['candidates'])}`),
  'render-finished': one(
    null,
    (body) => `  rendered ${textOf(body, 'candidate')}: ${counted(body['frames'], 'frame')}`,
  ),
  'scene-rendered': one(null, (body) => `  scene ${numberOf(body, 'scene')} is finished`),
}

const candidateText = (value: unknown): string =>
  (Array.isArray(value) ? value : [])
    .map((item) =>
      typeof item === 'string' ? item : String(Reflect.get(Object(item), 'candidate') ?? ''),
    )
    .join(', ')

/** An event as plain lines, for pipes and logs; events that a person need not see are empty. */
export const eventLines = (event: ProductionEvent, paint: Paint): readonly string[] =>
  (tellers[event.event]?.(event.body) ?? []).map(([tone, text]) => {
    const indent = text.startsWith('  ') ? '  ' : ''
    const line = `${indent}${oneLine(text)}`
    return tone === null ? line : paint(tone, line)
  })
