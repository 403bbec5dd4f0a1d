import { Box, render, Text } from 'ink'
import { createElement, type ReactElement, type ReactNode } from 'react'
import { stages } from '../../domain/production.ts'
import type { Scores } from '../../domain/review.ts'
import type { Paint } from '../paint.ts'
import { durationText } from '../print.ts'
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
  const tall = Math.max(3, size.rows - 18)
  return column([
    line(stageLine(view, paint), 'stages'),
    line(moneyLine(view, paint), 'money'),
    createElement(
      Box,
      { key: 'pilots', flexDirection: 'row', gap: 2, marginTop: 1 },
      ...pilots.map((pilot) =>
        pilotBox(pilot, view, paint, {
          width: Math.floor((width - 2 * (pilots.length - 1)) / Math.max(1, pilots.length)),
          height: tall,
        }),
      ),
    ),
    ...view.renders.map(({ name, progress }) =>
      line(`${padded(`render ${name}`, 18)} ${bar(progress, 30, paint)}`, `render-${name}`),
    ),
    ...view.observations
      .slice(-3)
      .map((text, index) =>
        line(paint('dim', fitted(`observed: ${oneLine(text)}`, width)), `observation-${index}`),
      ),
    ...view.notes
      .slice(-2)
      .map((text, index) =>
        line(paint('warn', fitted(`note: ${oneLine(text)}`, width)), `note-${index}`),
      ),
    line(timeLine(frame, paint), 'time'),
    ...(frame.message === '' ? [] : [line(paint('warn', fitted(frame.message, width)), 'message')]),
  ])
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

const moneyLine = (view: ProductionView, paint: Paint): string => {
  if (!view.money) return paint('dim', 'money: nothing spent yet')
  const { settledUsd, heldUsd, bondUsd, capUsd, funds } = view.money
  return paint(
    'money',
    `${fundsText(settledUsd, funds)} · held ${dollarsText(heldUsd)} · bond ${dollarsText(bondUsd)} · of ${dollarsText(capUsd)}`,
  )
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
  size: { readonly width: number; readonly height: number },
): ReactElement => {
  const mark = view.winner === pilot.id ? paint('good', '★ ') : ''
  const hidden = Math.max(0, pilot.takes.length - size.height)
  return createElement(
    Box,
    { key: pilot.id, flexDirection: 'column', width: size.width },
    line(
      `${mark}${paint('accent', fitted(`${pilot.id} ${oneLine(pilot.name)}`, size.width - 2))}`,
      'name',
    ),
    line(paint('dim', fitted(`${pilot.tier} · ${pilot.model}`, size.width)), 'model'),
    ...(hidden > 0 ? [line(paint('dim', `… ${hidden} takes before these`), 'hidden')] : []),
    ...pilot.takes
      .slice(-size.height)
      .map((take) => line(takeLine(take, paint, size.width), take.slate)),
    ...sceneLines(pilot, paint, size.width),
    ...(pilot.outcome === ''
      ? []
      : [line(fitted(`${pilot.outcome}: ${oneLine(pilot.reason)}`, size.width), 'outcome')]),
  )
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

/** The four scores of each scene that has a reviewed take, newest scenes last. */
const sceneLines = (pilot: PilotView, paint: Paint, width: number): readonly ReactElement[] => {
  const best = new Map<number, Scores>()
  for (const { slate, scores } of pilot.takes) {
    const scene = Number.parseInt(slate, 10)
    if (scores && scores.overall > (best.get(scene)?.overall ?? -1)) best.set(scene, scores)
  }
  return [...best]
    .toSorted(([a], [b]) => a - b)
    .slice(-4)
    .map(([scene, { visual, style, technical, narrative }]) =>
      line(
        paint(
          'dim',
          fitted(
            `scene ${scene}: visual ${visual} style ${style} technical ${technical} narrative ${narrative}`,
            width,
          ),
        ),
        `scene-${scene}`,
      ),
    )
}
