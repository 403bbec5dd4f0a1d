import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../domain/brief.ts'
import { wrapLines } from './captions-lines.ts'
import { fontFamilies, type Typeface, textDirection } from './fonts.ts'

/** Share of the frame that text keeps clear of at each side: the usual 5 % title-safe margin, with a little air. */
export const safeMargin = 0.07

/** Type as text is set in. */
export interface Face {
  readonly typeface: Typeface
  readonly px: number
  readonly weight: 400 | 700
  /** Letter spacing in ems. */
  readonly tracking: number
}

/** Text broken into lines. */
export interface SetText {
  readonly lines: readonly string[]
  readonly face: Face
  readonly text: string
  readonly width: number
  readonly lineHeight: number
}

/** The nearest even number. */
export const even = (value: number): number => Math.round(value / 2) * 2

/** The size type is measured by: film type grows with the short side of a tall picture, and with the height of a wide one. */
export const typeUnit = ({ width, height }: PictureSize): number => Math.min(height, width * 0.8)

const applyFace = (context: SKRSContext2D, face: Face, text: string): void => {
  context.font = `${face.weight} ${face.px}px ${fontFamilies(text, face.typeface)}`
  // Spacing would tear joined Arabic letters apart.
  const tracking = textDirection(text) === 'rtl' ? 0 : face.tracking
  context.letterSpacing = `${(tracking * face.px).toFixed(2)}px`
  context.direction = textDirection(text)
  context.textBaseline = 'alphabetic'
}

const ruler = createCanvas(8, 8).getContext('2d')

/** Break a text for a width; the type gets smaller, to half, until it has no more lines than allowed. */
export const setText = (text: string, face: Face, width: number, maxLines: number): SetText => {
  const measured = (candidate: Face): SetText => {
    applyFace(ruler, candidate, text)
    const measure = (line: string): number => ruler.measureText(line).width
    const lines = wrapLines(text, width, measure)
    return {
      lines,
      face: candidate,
      text,
      width: Math.max(0, ...lines.map(measure)),
      lineHeight: candidate.px * (candidate.typeface === 'display' ? 1.22 : 1.36),
    }
  }
  let best = measured(face)
  for (let share = 0.94; best.lines.length > maxLines && share >= 0.5; share -= 0.06) {
    best = measured({ ...face, px: face.px * share })
  }
  if (best.lines.length <= maxLines) return best
  const kept = best.lines.slice(0, maxLines)
  return { ...best, lines: [...kept.slice(0, -1), `${kept.at(-1)?.slice(0, -1)}…`] }
}

/** Height of all lines, pixels. */
export const linesHeight = (set: SetText): number => set.lines.length * set.lineHeight

/** How lines are written. */
export interface Pen {
  readonly colour: string
  readonly align: 'left' | 'center' | 'right'
  readonly shadow: number
}

/** Write set lines from the height `top` on. */
export const writeLines = (
  context: SKRSContext2D,
  set: SetText,
  x: number,
  top: number,
  pen: Pen,
): void => {
  applyFace(context, set.face, set.text)
  context.textAlign = pen.align
  context.fillStyle = pen.colour
  context.shadowColor = `rgba(0,0,0,${pen.shadow})`
  context.shadowBlur = set.face.px * 0.28
  context.shadowOffsetY = set.face.px * 0.04
  // Half the tracking hangs behind the last letter; shift so that the letters themselves are centred.
  const hang =
    pen.align === 'center' && context.direction === 'ltr'
      ? (set.face.tracking * set.face.px) / 2
      : 0
  set.lines.forEach((line, index) => {
    context.fillText(line, x + hang, top + index * set.lineHeight + set.face.px * 1.02)
  })
  context.shadowColor = 'transparent'
}

/** The first line of a text, and the rest. */
const paragraphs = (text: string): { readonly first: string; readonly rest: string } => {
  const [first = '', ...rest] = text.trim().split(/\r?\n/u)
  return { first, rest: rest.join('\n').trim() }
}

/** How a part of a text is set: its typeface and the most lines it may have. */
interface Level {
  readonly face: Face
  readonly lines: number
}

/** Set a text's first line as a headline, and the rest as what stands under it. */
export const setHeadline = (
  text: string,
  width: number,
  headline: Level,
  under: Level,
): readonly [headline: SetText, under: SetText] => {
  const { first, rest } = paragraphs(text)
  return [
    setText(first, headline.face, width, headline.lines),
    setText(rest, under.face, width, under.lines),
  ]
}
