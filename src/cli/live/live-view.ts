import { Box, render, Text } from 'ink'
import { createElement, type ReactElement, type ReactNode } from 'react'
import { stages } from '../../domain/production.ts'
import type { Scores } from '../../domain/review.ts'
import { durationText } from '../../kit/duration-text.ts'
import type { MoneyTold } from '../../production/money.ts'
import type { Paint } from '../paint.ts'
import { fitted, oneLine, padded } from '../text-table.ts'
import { dollarsText, fundsText, stageTitles } from './plain-lines.ts'
import type { PilotView, ProductionView, TakeView } from './production-view.ts'
import { workDone } from './production-view.ts'

/** What the live view is drawn from. */
export interface LiveFrame {
  readonly view: ProductionView
  readonly elapsedMs: number
  /** Lines of the program itself, such as what Ctrl-C does. */
  readonly message: string
}

/** A live view on the terminal. */
export interface LiveView {
  show(frame: LiveFrame): void
  /** Leave the last picture standing and give the terminal back. */
  close(): void
}

/** Begin to draw. Ctrl-C stays the program's business. */
export const openLiveView = (
  paint: Paint,
  size: { readonly columns: number; readonly rows: number },
  first: LiveFrame,
): LiveView => {
  const draw = (frame: LiveFrame): ReactElement => screen(frame, paint, size)
  const instance = render(draw(first), { exitOnCtrlC: false, patchConsole: false })
  return {
    show: (frame) => instance.rerender(draw(frame)),
    close: () => instance.unmount(),
  }
}

/** The whole picture; it never grows taller than the terminal. */
export const screen = (
  frame: LiveFrame,
  paint: Paint,
  size: { readonly columns: number; readonly rows: number },
): ReactElement => {
  const { view } = frame
  const width = Math.max(40, Math.min(size.columns, 160) - 1)
  const pilots = shownPilots(view)
  const room = roomIn(frame, pilots, size.rows)
  const boxWidth = Math.floor((width - 2 * (pilots.length - 1)) / Math.max(1, pilots.length))
  return column([
    line(stageLine(view, paint), 'stages'),
    line(moneyLine(view, paint, width), 'money'),
    createElement(
      Box,
      { key: 'pilots', flexDirection: 'row', gap: 2, marginTop: 1 },
      ...pilots.map((pilot) => pilotBox(pilot, view, paint, { ...room, width: boxWidth })),
    ),
    ...renderLines(view, paint)
      .slice(0, room.renders)
      .map((text, index) => line(text, `render-${index}`)),
    ...latest(view.observations, room.observations).map((text, index) =>
      line(paint('dim', fitted(`observed: ${oneLine(text)}`, width)), `observation-${index}`),
    ),
    ...latest(notesShown(view), room.notes).map((text, index) =>
      line(paint('warn', fitted(`note: ${oneLine(text)}`, width)), `note-${index}`),
    ),
    line(timeLine(frame, paint), 'time'),
    ...(frame.message === '' ? [] : [line(paint('warn', fitted(frame.message, width)), 'message')]),
  ])
}

/** Lines that each part of the picture may take. */
interface Room {
  readonly renders: number
  readonly notes: number
  readonly observations: number
  /** Of the tallest pilot. */
  readonly takes: number
  readonly scores: number
}

/** Stages, money, an empty line, the two heading lines of a pilot, time. */
const fixedLines = 6
const leastTakes = 3

/**
 * Share the terminal's lines out, the most needed part first; what is over goes to the takes. One line stays free: a
 * picture of the terminal's full height makes it scroll.
 */
const roomIn = ({ view, message }: LiveFrame, pilots: readonly PilotView[], rows: number): Room => {
  const isJudged = pilots.some(({ outcome }) => outcome !== '')
  let left = Math.max(0, rows - 1 - fixedLines - (message === '' ? 0 : 1) - (isJudged ? 1 : 0))
  const take = (wanted: number): number => {
    const given = Math.min(wanted, left)
    left -= given
    return given
  }
  const mostTakes = Math.max(0, ...pilots.map(({ takes }) => takes.length))
  const first = take(Math.min(leastTakes, mostTakes))
  return {
    renders: take(rendersShown(view).length),
    notes: take(Math.min(2, notesShown(view).length)),
    observations: take(Math.min(3, view.observations.length)),
    scores: take(Math.max(0, ...pilots.map((pilot) => shownScores(pilot).length))),
    takes: first + take(mostTakes - first),
  }
}

/** What waits for a person comes last: it is the last to give way. */
const notesShown = ({ notes, waits }: ProductionView): readonly string[] => [
  ...notes,
  ...waits.map(({ slate, order }) => `${slate} waits for you: orders show ${order}`),
]

const latest = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  count === 0 ? [] : items.slice(-count)

type RenderView = ProductionView['renders'][number]

/** A bar a film; the scenes, which may be many, are one. Before the stage only an earlier render's progress is known. */
const rendersShown = (
  view: ProductionView,
): readonly (RenderView & { readonly tail: string })[] => {
  if (view.stage !== 'render' && !view.done.includes('render')) return []
  const films = view.renders.filter(({ name }) => !name.includes('/scene/'))
  const scenes = scenesOfMaster(view)
  const planned = view.pilots.find(({ id }) => id === view.winner)?.scenes ?? 0
  const total = Math.max(planned, scenes.length)
  const finished = scenes.filter(({ progress }) => progress >= 1).length
  const sum = scenes.reduce((all, { progress }) => all + progress, 0)
  return [
    ...films.map((film) => ({ ...film, name: `render ${film.name}`, tail: '' })),
    ...(scenes.length === 0
      ? []
      : [{ name: 'scenes', progress: sum / total, tail: ` ${finished}/${total}` }]),
  ]
}

/** Only the master's scenes are rendered; those of an earlier master are known still. */
const scenesOfMaster = ({ renders, scenesOf }: ProductionView): readonly RenderView[] => {
  const all = renders.filter(({ name }) => name.includes('/scene/'))
  const candidateOf = ({ name }: RenderView): string => name.split('/')[0] ?? ''
  const unfinished = all.find(({ progress }) => progress < 1)
  const master = unfinished ? candidateOf(unfinished) : scenesOf
  const chosen = all.filter((render) => candidateOf(render) === master)
  return chosen.length > 0 ? chosen : all
}

const renderLines = (view: ProductionView, paint: Paint): readonly string[] => {
  const shown = rendersShown(view)
  const width = Math.max(0, ...shown.map(({ name }) => name.length))
  return shown.map(
    ({ name, progress, tail }) => `${padded(name, width)} ${bar(progress, 30, paint)}${tail}`,
  )
}

const column = (children: readonly ReactNode[]): ReactElement =>
  createElement(Box, { flexDirection: 'column' }, ...children)

const line = (text: string, key: string): ReactElement =>
  createElement(Text, { key, wrap: 'truncate' }, text === '' ? ' ' : text)

const stageLine = (view: ProductionView, paint: Paint): string =>
  stages
    .map((stage) => {
      const title = stageTitles[stage] ?? stage
      if (view.stage === stage) return paint('title', `▸ ${title}`)
      return view.done.includes(stage) ? paint('good', `✓ ${title}`) : paint('dim', `· ${title}`)
    })
    .join('  ')

const moneyLine = ({ money }: ProductionView, paint: Paint, width: number): string => {
  if (!money) return paint('dim', 'money: nothing spent yet')
  const texts = moneyTexts(money)
  return paint('money', texts.find((text) => text.length <= width) ?? texts.at(-1) ?? '')
}

/** A run's money, shorter from text to text: bond and holds give way first, the cap and whose money it is never. */
const moneyTexts = ({
  settledUsd,
  heldUsd,
  bondUsd,
  capUsd,
  funds,
}: MoneyTold): readonly string[] => {
  const settled = dollarsText(settledUsd)
  const short = funds === 'real' ? `${settled} charged` : `${funds} ${settled}`
  const held = `held ${dollarsText(heldUsd)}`
  const bond = `bond ${dollarsText(bondUsd)}`
  const cap = `of ${dollarsText(capUsd)}`
  return [
    `${fundsText(settledUsd, funds)} · ${held} · ${bond} · ${cap}`,
    `${short} · ${held} · ${bond} · ${cap}`,
    `${short} · ${held} · ${cap}`,
    `${short} ${cap}`,
  ]
}

const timeLine = ({ view, elapsedMs }: LiveFrame, paint: Paint): string => {
  const done = workDone(view)
  const left = done > 0.05 && done < 1 ? (elapsedMs * (1 - done)) / done : null
  const remaining = left === null ? '' : ` · about ${durationText(left / 1000)} left`
  return paint('dim', `${durationText(elapsedMs / 1000)} so far${remaining} · Ctrl-C pauses`)
}

/** After the verdict only the winner is at work; before it all pilots stand side by side. */
const shownPilots = (view: ProductionView): readonly PilotView[] =>
  view.winner === null || view.stage === 'pilots'
    ? view.pilots
    : view.pilots.filter(({ id }) => id === view.winner)

const pilotBox = (
  pilot: PilotView,
  view: ProductionView,
  paint: Paint,
  size: Room & { readonly width: number },
): ReactElement => {
  const mark = view.winner === pilot.id ? paint('good', '★ ') : ''
  const shown = shownTakes(pilot, size.takes)
  const hidden = pilot.takes.length - shown.length
  return createElement(
    Box,
    { key: pilot.id, flexDirection: 'column', width: size.width },
    line(
      `${mark}${paint('accent', fitted(`${pilot.id} ${oneLine(pilot.name)}`, size.width - 2))}`,
      'name',
    ),
    line(paint('dim', fitted(`${pilot.tier} · ${pilot.model}`, size.width)), 'model'),
    ...shown.map((take) => line(takeLine(take, paint, size.width), take.slate)),
    ...(hidden > 0 && size.takes > 1
      ? [line(paint('dim', `… ${hidden} more ${hidden === 1 ? 'take' : 'takes'}`), 'hidden')]
      : []),
    ...latest(shownScores(pilot), size.scores).map(([scene, scores]) =>
      line(paint('dim', fitted(scoreLine(scene, scores), size.width)), `scene-${scene}`),
    ),
    ...(pilot.outcome === ''
      ? []
      : [line(fitted(`${pilot.outcome}: ${oneLine(pilot.reason)}`, size.width), 'outcome')]),
  )
}

/** In film order; where not all fit, those at work and then the newest, with a line left to say how many are not shown. */
const shownTakes = ({ takes }: PilotView, height: number): readonly TakeView[] => {
  const count = takes.length > height && height > 1 ? height - 1 : height
  const isAtWork = ({ state }: TakeView): boolean => state === 'ordered' || state === 'delivered'
  const byNeed = [
    ...takes.filter(isAtWork).toReversed(),
    ...takes.filter((take) => !isAtWork(take)).toReversed(),
  ]
  return byNeed
    .slice(0, count)
    .toSorted((a, b) => a.slate.localeCompare(b.slate, 'en', { numeric: true }))
}

const marks: Readonly<Record<TakeView['state'], readonly [string, 'dim' | 'good' | 'bad']>> = {
  ordered: ['…', 'dim'],
  delivered: ['↓', 'dim'],
  passed: ['✓', 'good'],
  ng: ['✗', 'bad'],
  circled: ['◉', 'good'],
}

const takeLine = (take: TakeView, paint: Paint, width: number): string => {
  const [mark, tone] = marks[take.state]
  const score = take.scores ? ` ${take.scores.overall}` : ''
  const length = Math.max(4, Math.min(24, width - 18))
  return `${padded(take.slate, 7)} ${bar(take.progress, length, paint)} ${paint(tone, mark)}${score}`
}

const bar = (progress: number, length: number, paint: Paint): string => {
  const full = Math.round(Math.max(0, Math.min(1, progress)) * length)
  return `${paint('accent', '━'.repeat(full))}${paint('dim', '─'.repeat(length - full))}`
}

const mostScores = 4

/** The four scores of the last scenes of the film that have a reviewed take. */
const shownScores = (pilot: PilotView): readonly (readonly [number, Scores])[] => {
  const best = new Map<number, Scores>()
  for (const { slate, scores } of pilot.takes) {
    const scene = Number.parseInt(slate, 10)
    if (scores && scores.overall > (best.get(scene)?.overall ?? -1)) best.set(scene, scores)
  }
  return [...best].toSorted(([a], [b]) => a - b).slice(-mostScores)
}

const scoreLine = (scene: number, { visual, style, technical, narrative }: Scores): string =>
  `scene ${scene}: visual ${visual} style ${style} technical ${technical} narrative ${narrative}`
