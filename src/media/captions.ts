import { writeFile } from 'node:fs/promises'
import { type FrameCount, frames, type Rate } from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import type { PlacedCaption } from '../ports/media-tool.ts'
import { pages, textUnits, wrapLines } from './captions-lines.ts'

/** Most Latin letters in a line of a caption; East Asian signs count two. */
export const captionLineUnits = 42 // BBC and Netflix subtitle guides ask for 37–42, read 2025
const captionLines = 2

/** What is on the screen at one time: at most two lines, alone. */
export interface CaptionPage {
  readonly text: string
  /** Broken as in the files: at most two lines. */
  readonly lines: readonly string[]
  readonly speaker: string | null
  readonly start: FrameCount
  readonly length: FrameCount
}

/**
 * Captions as they are shown, in order of time: long ones are split into pages that share their time by letters, each
 * ends where the next begins, and nothing is left after the end of the film.
 *
 * @param filmFrames length of the film; null where it is not known
 */
export const captionPages = (
  captions: readonly PlacedCaption[],
  filmFrames: number | null,
): readonly CaptionPage[] => {
  const ordered = captions
    .filter(({ text, length }) => text.trim() !== '' && length > 0)
    .toSorted((a, b) => a.start - b.start)
  return ordered.flatMap((caption, index) => {
    const next = ordered[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const start = Math.max(0, caption.start)
    const end = Math.min(caption.start + caption.length, next, filmFrames ?? next)
    return end > start ? splitCaption(caption, start, end) : []
  })
}

const splitCaption = (
  { text, speaker }: PlacedCaption,
  start: number,
  end: number,
): readonly CaptionPage[] => {
  const texts = pages(text, captionLineUnits, captionLines)
  const shown = texts.slice(0, Math.max(1, end - start))
  const total = shown.reduce((sum, page) => sum + textUnits(page), 0)
  let units = 0
  let at = start
  return shown.map((page, index) => {
    units += textUnits(page)
    const rest = shown.length - 1 - index
    const shared = Math.round(start + ((end - start) * units) / total)
    const until = rest === 0 ? end : Math.min(Math.max(shared, at + 1), end - rest)
    const from = at
    at = until
    return {
      text: page,
      lines: wrapLines(page, captionLineUnits, textUnits),
      speaker,
      start: frames(from),
      length: frames(until - from),
    }
  })
}

/** Milliseconds at which a frame begins, rounded to the nearest. */
const milliseconds = (frame: number, rate: Rate): number =>
  Math.round((frame * rate.denominator * 1000) / rate.numerator)

const clock = (ms: number, separator: string): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  const rest = String(ms % 1000).padStart(3, '0')
  const seconds = Math.floor(ms / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${separator}${rest}`
}

const times = (page: CaptionPage, rate: Rate, separator: string): string =>
  `${clock(milliseconds(page.start, rate), separator)} --> ${clock(milliseconds(page.start + page.length, rate), separator)}`

/** SRT has no escapes: players read angle brackets as tags and an arrow as a time line, so look-alikes stand in. */
const srtText = (text: string): string =>
  text
    .replaceAll('-->', '→')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('{', '(')
    .replaceAll('}', ')')

const vttText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Captions as an SRT file, UTF-8 text, lines ended by LF. */
export const srtFile = (captionsShown: readonly CaptionPage[], rate: Rate): string =>
  captionsShown
    .map(
      (page, index) =>
        `${index + 1}\n${times(page, rate, ',')}\n${page.lines.map(srtText).join('\n')}\n`,
    )
    .join('\n')

/** Captions as a WebVTT file; a named speaker becomes a voice span. */
export const vttFile = (captionsShown: readonly CaptionPage[], rate: Rate): string => {
  const cues = captionsShown.map((page, index) => {
    const text = page.lines.map(vttText).join('\n')
    const name = page.speaker?.replace(/[&<>\r\n]/gu, ' ').trim()
    return `${index + 1}\n${times(page, rate, '.')}\n${name ? `<v ${name}>${text}</v>` : text}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

/**
 * Write captions as SRT and WebVTT files. No cue overlaps another.
 *
 * @throws StudioError `disk-full`, `not-writable`
 */
export const captionFiles = async (
  captions: readonly PlacedCaption[],
  rate: Rate,
  srtOutput: string,
  vttOutput: string,
): Promise<void> => {
  const shown = captionPages(captions, null)
  await writeWhole(srtOutput, (path) => writeFile(path, srtFile(shown, rate), 'utf8'))
  await writeWhole(vttOutput, (path) => writeFile(path, vttFile(shown, rate), 'utf8'))
}
