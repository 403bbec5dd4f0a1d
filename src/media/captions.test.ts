import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frames, rate24 } from '../domain/time.ts'
import type { PlacedCaption } from '../ports/media-tool.ts'
import { captionFiles, captionLineUnits, captionPages, srtFile, vttFile } from './captions.ts'
import { pages, textUnits, wrapLines } from './captions-lines.ts'

const caption = (
  text: string,
  start: number,
  length: number,
  speaker: string | null = null,
): PlacedCaption => ({
  text,
  speaker,
  start: frames(start),
  length: frames(length),
})

test('a short caption is one page with its own times', () => {
  expect(captionPages([caption('The lake lies still.', 24, 48)], 240)).toEqual([
    {
      text: 'The lake lies still.',
      lines: ['The lake lies still.'],
      speaker: null,
      start: 24,
      length: 48,
    },
  ])
})

test('a long caption becomes pages of at most two lines that share its time and keep every word', () => {
  const text =
    'I came here forty years ago, she says, and I have never once wished that I were anywhere else in the whole wide world, not in winter and not at night.'
  const shown = captionPages([caption(text, 10, 200)], null)
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.map((page) => page.text).join(' ')).toBe(text)
  expect(shown[0]?.start).toBe(10)
  for (const [index, page] of shown.entries()) {
    expect(page.lines.length).toBeLessThanOrEqual(2)
    const next = shown[index + 1]
    expect(page.start + page.length).toBe(next?.start ?? 210)
  }
})

test('cues never overlap, stay in the film, and lines keep to 42 letters, whatever comes in', () => {
  const anyCaption = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 240 }),
    start: fc.integer({ min: 0, max: 400 }),
    length: fc.integer({ min: 0, max: 200 }),
  })
  fc.assert(
    fc.property(fc.array(anyCaption, { maxLength: 6 }), (wishes) => {
      const shown = captionPages(
        wishes.map(({ text, start, length }) => caption(text, start, length)),
        480,
      )
      let end = 0
      for (const page of shown) {
        expect(page.start).toBeGreaterThanOrEqual(end)
        expect(page.length).toBeGreaterThan(0)
        end = page.start + page.length
        for (const line of page.lines) expect(textUnits(line)).toBeLessThanOrEqual(captionLineUnits)
      }
      expect(end).toBeLessThanOrEqual(480)
    }),
    { numRuns: 200 },
  )
})

test('Japanese breaks between words, never before a closing mark', () => {
  const lines = wrapLines(
    '静かな湖の夕暮れに、鳥たちが帰っていく。山の影が水面に落ちる。',
    30,
    textUnits,
  )
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe('静かな湖の夕暮れに、鳥たちが帰っていく。山の影が水面に落ちる。')
  for (const line of lines) expect(line).not.toMatch(/^[、。」）っゃゅょー]/u)
})

test('two lines are evened out rather than leave one word alone', () => {
  const [first = '', second = ''] = wrapLines(
    'The mountain lake lies still and nothing moves now',
    42,
    textUnits,
  )
  expect(second.split(' ').length).toBeGreaterThan(2)
  expect(first.length).toBeLessThanOrEqual(42)
})

test('a word longer than a line is broken, with nothing lost', () => {
  const word = `https://example.org/${'x'.repeat(100)}`
  expect(wrapLines(word, 42, textUnits).join('')).toBe(word)
  expect(pages(word, 42, 2).join('')).toBe(word)
})

test('SRT has counted cues, comma times from frames, and no tags of its own', () => {
  const shown = captionPages(
    [caption('A & B <i>now</i>', 24, 36), caption('{\\an8}up --> down', 61, 12)],
    null,
  )
  expect(srtFile(shown, rate24)).toBe(
    '1\n00:00:01,000 --> 00:00:02,500\nA & B ‹i›now‹/i›\n\n2\n00:00:02,542 --> 00:00:03,042\n(\\an8)up → down\n',
  )
})

test('WebVTT escapes its own signs and says who speaks', () => {
  const shown = captionPages([caption('Tom & <Jerry> --> run', 0, 24, 'Ada <b>')], null)
  expect(vttFile(shown, { numerator: 24000, denominator: 1001 })).toBe(
    'WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.001\n<v Ada  b>Tom &amp; &lt;Jerry&gt; --&gt; run</v>\n',
  )
})

test('times go on past an hour', () => {
  const shown = captionPages([caption('late', 24 * 3_725, 24)], null)
  expect(srtFile(shown, rate24)).toContain('01:02:05,000 --> 01:02:06,000')
})

test('both files are written as UTF-8', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'captions-'))
  try {
    const [srt, vtt] = [join(folder, 'captions.srt'), join(folder, 'captions.vtt')]
    await captionFiles([caption('静かな湖 🌅', 0, 24)], rate24, srt, vtt)
    expect(await readFile(srt, 'utf8')).toContain('静かな湖 🌅')
    expect(await readFile(vtt, 'utf8')).toContain('静かな湖 🌅')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a film without captions has empty files that players accept', () => {
  expect(srtFile([], rate24)).toBe('')
  expect(vttFile([], rate24)).toBe('WEBVTT\n')
})
