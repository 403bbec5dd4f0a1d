import { renderToString } from 'ink'
import { describe, expect, it } from 'vitest'
import { fakeOrder } from '../../../test/support/fake-rows.ts'
import { foxEvents } from '../../../test/support/fox-film.ts'
import type { ProductionEvent } from '../../domain/production.ts'
import { painter } from '../paint.ts'
import { cellWidth } from '../text-table.ts'
import { decidedOrders } from './decided-orders.ts'
import { screen } from './live-view.ts'
import { dollarsText, eventLines, fundsText } from './plain-lines.ts'
import {
  emptyView,
  type ProductionView,
  withDecided,
  withEvents,
  withProgress,
  workDone,
} from './production-view.ts'

const plain = painter('default', false)
const events: readonly ProductionEvent[] = foxEvents.map((event, index) => ({
  ...event,
  seq: index + 1,
  at: '2026-11-23T10:00:00.000Z',
}))
const upTo = (name: string): readonly ProductionEvent[] =>
  events.slice(0, events.findIndex(({ event }) => event === name) + 1)

const money = { settledUsd: 0.3, heldUsd: 0.36, bondUsd: 1, capUsd: 5, funds: 'simulated' } as const

const drawn = (shown: readonly ProductionEvent[], columns: number, message = ''): string =>
  renderToString(
    screen(
      {
        view: { ...withEvents(emptyView, shown), money: shown.length > 0 ? money : null },
        elapsedMs: 65_000,
        message,
      },
      plain,
      {
        columns,
        rows: 40,
      },
    ),
    { columns },
  )

describe('the view of a production', () => {
  it('follows stages, pilots, takes and the verdict', () => {
    const view = withEvents(emptyView, events)
    expect(view).toMatchObject({
      title: 'The Fox',
      contractItems: 9,
      winner: 'p1',
      stage: null,
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
    expect(text).toContain('simulated $0.30 (nothing charged) · held $0.36')
    expect(text).toContain('1 min 05 s so far')
    expect(text).toContain('Ctrl-C pauses')
  })

  it.each([40, 80, 200])('fits a terminal of %i columns', (columns) => {
    for (const line of drawn(events.slice(0, -1), columns, 'Pausing').split('\n')) {
      expect(cellWidth(line)).toBeLessThanOrEqual(columns)
    }
  })

  it.each([
    [80, 'simulated $0.30 (nothing charged) · held $0.36 · bond $1.00 · of $5.00'],
    [60, 'simulated $0.30 · held $0.36 · bond $1.00 · of $5.00'],
    [40, 'simulated $0.30 · held $0.36 · of $5.00'],
  ])('tells the cap and whose money it is in %i columns too', (columns, text) => {
    expect(drawn(upTo('money-moved'), columns).split('\n')).toContain(text)
  })

  it('drops holds before the cap where sums are long', () => {
    const much = { ...money, settledUsd: 1234.56, heldUsd: 1234.56, capUsd: 20_000 }
    const view = { ...emptyView, money: much }
    const size = { columns: 40, rows: 24 }
    const text = renderToString(screen({ view, elapsedMs: 0, message: '' }, plain, size), size)
    expect(text).toMatch(/simulated \$1[ ,]?234\.56 of \$20[ ,]?000\.00/)
  })

  it('names an order that waits for a person until it is decided', () => {
    const parked = (slate: string): ProductionEvent => ({
      ...{ seq: 1, at: '', event: 'take-parked' },
      body: { pilot: 'p1', slate, order: `fox/p1/video/${slate}`, reason: 'no answer' },
    })
    const view = withEvents(emptyView, [parked('1A-1'), parked('2A-1'), parked('1A-1')])
    const textOf = (shown: ProductionView): string => linesOf(shown, 24).join('\n')
    expect(textOf(view).match(/1A-1 waits for you: orders show fox/g)).toHaveLength(1)
    const decided = textOf(withDecided(view, new Set(['fox/p1/video/1A-1'])))
    expect(decided).not.toContain('1A-1 waits for you')
    expect(decided).toContain('2A-1 waits for you')
  })

  it('takes an order as decided once it is not parked, nor asked about, any more', async () => {
    const states = { a: 'parked', b: 'unknown', c: 'held', d: 'accepted', e: 'failed' } as const
    const rows = Object.entries(states).map(([key, state]) => fakeOrder(key, { state }))
    const order = async (key: string) => rows.find((row) => row.key === key) ?? null
    expect([...(await decidedOrders({ order }, ['a', 'b', 'c', 'd', 'e', 'gone']))]).toEqual([
      ...['c', 'd', 'e', 'gone'],
    ])
  })

  const busyView = (scenes: number): ProductionView => {
    const ordered = Array.from({ length: scenes }, (_, index) => `${scenes - index}A-1`)
    const told = (event: string, body: ProductionEvent['body']) => ({ seq: 1, at: '', event, body })
    const scores = { overall: 80, visual: 80, style: 80, technical: 80, narrative: 80, intent: 80 }
    const view = withEvents(emptyView, [
      ...events.filter(({ event }) => event === 'plan-written'),
      told('script-written', { pilot: 'p1', title: 'The Fox', scenes, shots: scenes }),
      ...ordered.map((slate) =>
        told('take-reviewed', { pilot: 'p1', slate, passed: true, scores }),
      ),
      ...[1, 2, 3, 4].map((index) => told('note', { text: `note ${index}` })),
      ...[1, 2, 3, 4].map((index) => told('observation-made', { text: `seen ${index}` })),
      told('pilot-judged', { pilot: 'p1', outcome: 'wins', reason: 'best', scores }),
      told('verdict-reached', { winner: 'p1', reason: 'best' }),
      told('stage-started', { stage: 'render' }),
    ])
    return withProgress(view, [
      ...['safe', 'balanced', 'creative'].map((name) => ({
        subject: `render/${name}`,
        fraction: 0.5,
      })),
      ...ordered.map((_, index) => ({
        subject: `render/balanced/scene/${index + 1}`,
        fraction: index < 5 ? 1 : 0.2,
      })),
    ])
  }
  const linesOf = (view: ProductionView, rows: number): readonly string[] =>
    renderToString(
      screen({ view, elapsedMs: 65_000, message: 'Pausing' }, plain, { columns: 80, rows }),
      { columns: 80 },
    ).split('\n')

  it.each([12, 24, 50])('is never taller than a terminal of %i rows', (rows) => {
    expect(linesOf(busyView(8), rows).length).toBeLessThan(rows)
    expect(linesOf(busyView(40), rows).length).toBeLessThan(rows)
  })

  it('shows a bar a film, aligned, and the scenes as one', () => {
    const bars = linesOf(busyView(8), 24).filter((line) => /^(render|scenes) /.test(line))
    expect(bars.map((line) => line.replace(/[━─]+/, '='))).toEqual([
      'render safe     =',
      'render balanced =',
      'render creative =',
      'scenes          = 5/8',
    ])
  })

  it('counts the scenes of the master alone, not those of an earlier one', () => {
    const scenes = (...fractions: readonly number[]) => {
      const subjects = ['balanced/scene/1', 'balanced/scene/2', 'safe/scene/1', 'safe/scene/2']
      const told = { candidate: 'safe', scene: 1, frames: 24 }
      const view = withEvents(busyView(2), [
        { seq: 1, at: '', event: 'scene-rendered', body: told },
      ])
      const progress = subjects.map((name, index) => ({
        subject: `render/${name}`,
        fraction: fractions[index] ?? 1,
      }))
      return linesOf(withProgress(view, progress), 24).find((line) => line.startsWith('scenes'))
    }
    expect(scenes(1, 1, 1, 1)).toMatch(/ 2\/2$/)
    expect(scenes(1, 1, 1, 0.5)).toMatch(/ 1\/2$/)
    expect(scenes(0.5, 0.5, 1, 1)).toMatch(/ 0\/2$/)
  })

  it('shows takes in film order, and how many do not fit', () => {
    const slates = (lines: readonly string[]) => lines.flatMap((line) => /^\d+A-1/.exec(line) ?? [])
    expect(slates(linesOf(busyView(12), 60))).toEqual(
      Array.from({ length: 12 }, (_, index) => `${index + 1}A-1`),
    )
    const few = linesOf(busyView(12), 24)
    expect(few.join('\n')).toContain(`… ${12 - slates(few).length} more takes`)
  })

  it('shows no progress of an earlier render while a retake is shot', () => {
    const again = withEvents(busyView(8), [
      { seq: 99, at: '', event: 'stage-started', body: { stage: 'shoot' } },
    ])
    expect(linesOf(again, 24).join('\n')).not.toContain('render safe')
  })

  it('tells what the film of a pilot costs at most, and then as it is written', () => {
    const told = upTo('pilots-priced').flatMap((event) => eventLines(event, plain))
    expect(told.filter((line) => line.includes('pilot p1'))).toEqual([
      '  pilot p1 "quiet observation": animated on animatic/painted, film at most $0.60 before it is written. long shots',
      '  pilot p1: film as written $0.42',
    ])
  })

  it('says which pilot an observation is about', () => {
    const seen = { seq: 1, at: '', event: 'observation-made', body: { pilot: 'p2', text: 'dark' } }
    expect(drawn([seen], 80)).toContain('observed: p2: dark')
    expect(eventLines(seen, plain)).toEqual(['  observed: p2: dark'])
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
