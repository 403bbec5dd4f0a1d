import { renderToString } from 'ink'
import { describe, expect, it } from 'vitest'
import { foxEvents } from '../../../test/support/fox-film.ts'
import type { ProductionEvent } from '../../domain/production.ts'
import { painter } from '../paint.ts'
import { cellWidth } from '../text-table.ts'
import { screen } from './live-view.ts'
import { dollarsText, eventLines, fundsText } from './plain-lines.ts'
import { emptyView, withEvents, withProgress, workDone } from './production-view.ts'

const plain = painter('default', false)
const events: readonly ProductionEvent[] = foxEvents.map((event, index) => ({
  ...event,
  seq: index + 1,
  at: '2026-11-23T10:00:00.000Z',
}))
const upTo = (name: string): readonly ProductionEvent[] =>
  events.slice(0, events.findIndex(({ event }) => event === name) + 1)

const drawn = (shown: readonly ProductionEvent[], columns: number, message = ''): string =>
  renderToString(
    screen({ view: withEvents(emptyView, shown), elapsedMs: 65_000, message }, plain, {
      columns,
      rows: 40,
    }),
    { columns },
  )

describe('the view of a production', () => {
  it('follows stages, pilots, takes, money and the verdict', () => {
    const view = withEvents(emptyView, events)
    expect(view).toMatchObject({
      title: 'The Fox',
      contractItems: 9,
      winner: 'p1',
      stage: null,
      money: { settledUsd: 0.3, capUsd: 5, funds: 'simulated' },
      observations: ['snow reads well'],
      lastSeq: events.length,
    })
    expect(view.pilots[0]).toMatchObject({
      id: 'p1',
      shots: 1,
      takes: [{ slate: '1A-1', state: 'circled', progress: 1, scores: { overall: 86 } }],
    })
  })

  it('shows the progress of takes that are on order, and never goes back', () => {
    const ordered = withEvents(emptyView, upTo('take-ordered'))
    const half = withProgress(ordered, [{ subject: 'p1/1A-1', fraction: 0.5 }])
    expect(half.pilots[0]?.takes[0]?.progress).toBe(0.5)
    expect(withProgress(half, []).pilots[0]?.takes[0]?.progress).toBe(0.5)
    expect(workDone(half)).toBeGreaterThan(workDone(ordered))
  })

  it('is wholly done when the production has wrapped', () => {
    expect(workDone(withEvents(emptyView, events))).toBeCloseTo(1)
    expect(workDone(emptyView)).toBe(0)
  })

  it('lets events it does not know pass', () => {
    const strange = { seq: 99, at: '', event: 'comet-seen', body: { tail: [1, { a: null }] } }
    expect(withEvents(emptyView, [strange])).toEqual({ ...emptyView, lastSeq: 99 })
  })
})

describe('the live view', () => {
  it('shows stages, the pilot, its bar and scores, money, and how to pause', () => {
    const text = drawn(upTo('money-moved'), 100)
    expect(text).toContain('✓ Plan')
    expect(text).toContain('▸ Pilots')
    expect(text).toContain('p1 quiet observation')
    expect(text).toMatch(/1A-1 +━+ ◉ 86/)
    expect(text).toContain('scene 1: visual 86 style 86 technical 86 narrative 86')
    expect(text).toContain('simulated $0.30 (nothing charged)')
    expect(text).toContain('1 min 05 s so far')
    expect(text).toContain('Ctrl-C pauses')
  })

  it.each([40, 80, 200])('fits a terminal of %i columns', (columns) => {
    for (const line of drawn(events.slice(0, -1), columns, 'Pausing').split('\n')) {
      expect(cellWidth(line)).toBeLessThanOrEqual(columns)
    }
  })

  it('is drawn before anything has happened', () => {
    expect(drawn([], 80)).toContain('nothing spent yet')
  })
})

describe('plain lines', () => {
  it('cannot be used to steer the terminal', () => {
    const nasty = { seq: 1, at: '', event: 'note', body: { text: 'a\u001b[2Jb\r\nc\u202ed' } }
    const [line = ''] = eventLines(nasty, plain)
    expect(line).toBe('  note: ab c d')
  })

  it('call money by its funds', () => {
    expect(fundsText(3.1, 'simulated')).toBe('simulated $3.10 (nothing charged)')
    expect(fundsText(3.1, 'real')).toBe('$3.10 charged')
    expect(dollarsText(0.0042)).toBe('$0.0042')
    expect(dollarsText(0)).toBe('$0.00')
  })
})
