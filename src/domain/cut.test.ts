import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cut, CutEvent, UnplacedEvent } from './cut.ts'
import { checkCut, cutLength, layEvents, takeKey } from './cut.ts'
import { zeroUsd } from './money.ts'
import { shotId, slateId } from './slate.ts'
import type { Footage, Take } from './take.ts'
import { frames, rangeEnd, rate24 } from './time.ts'

const event = (index: number, start: number, length: number, into = 0): UnplacedEvent => ({
  ...{ shot: shotId(index + 1, 0), slate: slateId(shotId(index + 1, 0), 1), pilot: 'p1' },
  ...{ source: { start: frames(start), length: frames(length) }, overlays: [], reason: '' },
  transition: { kind: into > 0 ? 'dissolve' : 'cut', length: frames(into) },
})

const cutOf = (events: readonly CutEvent[]): Cut => ({
  ...{ schema: 'cut@1', candidate: 'safe', pilot: 'p1', rate: rate24, events },
  ...{ fadeOut: frames(0), reason: '' },
})

const stored = (length: number): Footage => ({
  ...{ kind: 'stored', hash: 'a'.repeat(64), originalHash: 'b'.repeat(64) },
  available: { start: frames(0), length: frames(length) },
})

const takesFor = (events: readonly UnplacedEvent[], footage: (at: number) => Footage) =>
  new Map(
    events.map((each, at): [string, Take] => [
      takeKey(each),
      {
        ...{
          schema: 'take@2',
          decidedBy: 'crew',
          slate: each.slate,
          shot: each.shot,
          pilot: 'p1',
          orderKey: 'o',
        },
        ...{ model: 'animatic/draft', state: 'circled', footage: footage(at), depicted: [] },
        ...{ prompt: '', seed: 0, cost: zeroUsd, funds: 'simulated', test: false },
        ...{ continuesFrom: null, wanted: each.source.length, note: '' },
      },
    ]),
  )

const lengths = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 })

test('events are laid end to end from frame 0, and the film is as long as they are together', () => {
  fc.assert(
    fc.property(lengths, (all) => {
      const placed = layEvents(all.map((length, index) => event(index, 3, length)))
      let at = 0
      for (const { record, source } of placed) {
        expect(record).toEqual({ start: at, length: source.length })
        at = rangeEnd(record)
      }
      expect(cutLength({ events: placed })).toBe(all.reduce((sum, length) => sum + length, 0))
    }),
  )
  expect(cutLength({ events: [] })).toBe(0)
})

test('a cut passes with exactly the footage it uses, and not with a frame less of any take', () => {
  const plans = fc.array(
    fc.record({ start: fc.nat(48), length: fc.integer({ min: 12, max: 200 }), into: fc.nat(12) }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(plans, fc.nat(), (all, pick) => {
      const events = all.map(({ start, length, into }, at) =>
        event(at, start, length, at === 0 ? 0 : into),
      )
      const cut = cutOf(layEvents(events))
      const needed = (at: number): number =>
        rangeEnd(events[at]?.source ?? { start: frames(0), length: frames(0) }) +
        (events[at + 1]?.transition.length ?? 0)
      expect(() =>
        checkCut(
          cut,
          takesFor(events, (at) => stored(needed(at))),
        ),
      ).not.toThrow()
      const short = pick % events.length
      const lacking = takesFor(events, (at) => stored(needed(at) - (at === short ? 1 : 0)))
      expect(() => checkCut(cut, lacking)).toThrow(
        expect.objectContaining({
          ...{ code: 'footage-missing', message: expect.stringContaining(`${short + 1}A-1`) },
        }),
      )
    }),
  )
})

test('a cut of a take that does not exist, or has no footage, is footage-missing', () => {
  const events = [event(0, 0, 24)]
  const missing: Footage = { kind: 'missing', reason: 'refused' }
  for (const takes of [new Map<string, Take>(), takesFor(events, () => missing)]) {
    expect(() => checkCut(cutOf(layEvents(events)), takes)).toThrow(
      expect.objectContaining({ code: 'footage-missing' }),
    )
  }
})

test('a gap, an overlap or a stretched event does not pass', () => {
  const events = [event(0, 0, 24), event(1, 0, 24)]
  const takes = takesFor(events, () => stored(100))
  const [first, second] = layEvents(events)
  if (!(first && second)) throw new TypeError('Two events were laid')
  const wrong = [
    { ...second.record, start: frames(25) },
    { ...second.record, start: frames(23) },
    { ...second.record, length: frames(23) },
  ]
  for (const record of wrong) {
    expect(() => checkCut(cutOf([first, { ...second, record }]), takes)).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  }
})

test('a transition longer than the event it leads into does not pass', () => {
  const events = [event(0, 0, 24), event(1, 0, 24, 25)]
  const takes = takesFor(events, () => stored(100))
  expect(() => checkCut(cutOf(layEvents(events)), takes)).toThrow(
    expect.objectContaining({ code: 'internal' }),
  )
})
