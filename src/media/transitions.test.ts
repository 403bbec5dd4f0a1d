import { expect, test } from 'vitest'
import { transitionKinds } from '../domain/script.ts'
import { frames, rate24 } from '../domain/time.ts'
import { incomingStart, outgoingFrames, transitionFilters } from './transitions.ts'

const size = { width: 320, height: 180 }
const labels = { outgoing: 'tail', incoming: 'head', joined: 'join' }

test('every kind joins the two streams under the label asked for', () => {
  for (const kind of transitionKinds) {
    const lines = transitionFilters({ kind, length: frames(12) }, labels, size, rate24)
    expect(lines.join(';')).toContain('[tail]')
    expect(lines.join(';')).toContain('[head]')
    expect(lines.at(-1)).toMatch(/\[join\]$/)
  }
})

test('at the head of a film the first picture comes out of black', () => {
  const lines = transitionFilters(
    { kind: 'wipe-left', length: frames(12) },
    { ...labels, outgoing: null },
    size,
    rate24,
  )
  expect(lines[0]).toContain('color=c=black:s=320x180')
  expect(lines[1]).toContain('[joinblack][head]xfade=transition=wipeleft')
})

test('a fade shares its frames between both takes; every other kind shows all of both', () => {
  expect(outgoingFrames({ kind: 'fade', length: frames(11) })).toBe(5)
  expect(incomingStart({ kind: 'fade', length: frames(11) }, false)).toBe(5)
  expect(incomingStart({ kind: 'fade', length: frames(11) }, true)).toBe(0)
  expect(outgoingFrames({ kind: 'slide-left', length: frames(11) })).toBe(11)
  expect(incomingStart({ kind: 'slide-left', length: frames(11) }, false)).toBe(0)
})

test('a fade of one frame has no room for the outgoing picture', () => {
  const lines = transitionFilters({ kind: 'fade', length: frames(1) }, labels, size, rate24)
  expect(lines[0]).toBe('[tail]nullsink')
})
