import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themeNames } from '../config/settings.ts'
import { parseUsd } from '../domain/money.ts'
import { durationText } from '../kit/duration-text.ts'
import { closest } from './closest.ts'
import { eventLines } from './live/plain-lines.ts'
import { painter } from './paint.ts'
import { bytesText, countText } from './print.ts'
import { alignedUsd, cellWidth, fitted, oneLine, padded, textTable, wrapped } from './text-table.ts'

describe('suggestions', () => {
  it.each([
    ['prodcue', 'produce'],
    ['Ocean', 'ocean'],
    ['blanced', 'balanced'],
  ])('for %s is %s', (written, expected) => {
    expect(closest(written, ['ocean', 'balanced', 'produce'])).toBe(expected)
  })

  it('there are none for a word that is far from all', () => {
    expect(closest('zzzzzz', ['ocean', 'balanced'])).toBe(null)
    expect(closest('x', [])).toBe(null)
  })
})

describe('counts', () => {
  it('have the noun that goes with them', () => {
    expect([0, 1, 2].map((count) => countText(count, 'caption'))).toEqual([
      '0 captions',
      '1 caption',
      '2 captions',
    ])
    expect(countText(1, 'wish', 'wishes')).toBe('1 wish')
    expect(bytesText(1)).toBe('1 byte')
  })

  it('of what a soundtrack holds do too', () => {
    const event = { seq: 1, at: '2026-11-23T10:00:00.000Z', event: 'soundtrack-made' }
    const paint = painter('default', false)
    const said = (cues: number) => eventLines({ ...event, body: { cues, spoken: cues } }, paint)
    expect(said(1)).toEqual(['  soundtrack: 1 caption, 1 spoken'])
    expect(said(3)).toEqual(['  soundtrack: 3 captions, 3 spoken'])
  })
})

describe('text in a terminal', () => {
  it('counts East Asian letters and emoji as two cells, marks and colours as none', () => {
    expect(cellWidth('湖a')).toBe(3)
    expect(cellWidth('🦊')).toBe(2)
    expect(cellWidth('e\u0301')).toBe(1)
    expect(cellWidth('\u001b[31mred\u001b[39m')).toBe(3)
  })

  it('is never wider than it was fitted to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          expect(cellWidth(fitted(oneLine(text), width))).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('is not cut within a joined sign', () => {
    expect(fitted('a 👩‍🚀 flies', 6)).toBe('a …')
  })

  it('has amounts of money as everywhere else, their points below each other', () => {
    const usd = (...dollars: readonly number[]) => alignedUsd(dollars.map((each) => parseUsd(each)))
    expect(usd(0.605, 4.31, 12.02917)).toEqual([' $0.605', ' $4.31 ', '$12.029'])
    expect(usd(0.6, 4)).toEqual(['$0.60', '$4.00'])
    expect(usd()).toEqual([])
  })

  it('is broken at spaces without losing a word that fits', () => {
    expect(wrapped('a long walk by the lake', 10)).toEqual(['a long', 'walk by', 'the lake'])
  })

  it('stands in columns', () => {
    expect(
      textTable(
        ['A', 'B'],
        [
          ['湖', '1'],
          ['abc', '2'],
        ],
      ),
    ).toBe('A    B\n湖   1\nabc  2\n')
    expect(padded('湖', 4)).toBe('湖  ')
  })

  it('has no colours in any theme when colours are off', () => {
    for (const theme of themeNames) expect(painter(theme, false)('bad', 'x')).toBe('x')
    expect(painter('ocean', true)('bad', 'x')).toContain('\u001b[38;5;')
    expect(painter('mono', true)('bad', 'x')).toBe('x')
  })

  it('writes sizes and times for people', () => {
    expect([bytesText(0), bytesText(999), bytesText(1500), bytesText(12_400_000)]).toEqual([
      '0 bytes',
      '999 bytes',
      '1.5 kB',
      '12.4 MB',
    ])
    expect([durationText(42), durationText(185), durationText(3720)]).toEqual([
      '42 s',
      '3 min 05 s',
      '1 h 02 min',
    ])
  })
})
