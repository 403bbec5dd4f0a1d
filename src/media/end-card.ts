import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../domain/brief.ts'
import { linesHeight, safeMargin, setHeadline, typeUnit, writeLines } from './set-text.ts'

const paper = '#fbf5e8'
const ink = '#2a2333'

/** Colours of the ornament and the small lines; a text always has the same one. */
const accents = ['#b5482f', '#21757a', '#3c4a8f', '#557a3c', '#8a3a63'] as const

const accentOf = (text: string): string => {
  const sum = [...text].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return accents[sum % accents.length] ?? accents[0]
}

// Captions may be below it: what is written stands a little above the middle.
const middleOfText = 0.45

/**
 * Draw an end card: dark type on bright paper in a frame, that lets the last picture shine through a little.
 *
 * @param text the first line is the headline, further lines are set small
 */
export const drawEndCard = (
  text: string,
  size: PictureSize,
): { readonly canvas: Canvas; readonly x: number; readonly y: number } => {
  const unit = typeUnit(size)
  const limit = size.width * (1 - 2 * safeMargin) * 0.9
  const [line, under] = setHeadline(
    text,
    limit,
    { face: { typeface: 'display', px: unit * 0.105, weight: 400, tracking: 0.015 }, lines: 4 },
    { face: { typeface: 'text', px: unit * 0.046, weight: 700, tracking: 0.1 }, lines: 4 },
  )
  const canvas = createCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  const accent = accentOf(text)
  paintPaper(context, size, accent)
  const gap = unit * 0.1
  const height = linesHeight(line) + (under.text === '' ? 0 : gap + linesHeight(under))
  const top = Math.max(size.height * 0.14, size.height * middleOfText - height / 2)
  const middle = size.width / 2
  writeLines(context, line, middle, top, { colour: ink, align: 'center', shadow: 0 })
  paintRule(context, middle, top + linesHeight(line) + gap * 0.5, unit, accent)
  writeLines(context, under, middle, top + linesHeight(line) + gap, {
    colour: accent,
    align: 'center',
    shadow: 0,
  })
  return { canvas, x: 0, y: 0 }
}

/** Bright in the middle, with a breath of the accent towards the corners, and a double frame. */
const paintPaper = (
  context: SKRSContext2D,
  { width, height }: PictureSize,
  accent: string,
): void => {
  context.fillStyle = paper
  context.globalAlpha = 0.95
  context.fillRect(0, 0, width, height)
  const wash = context.createRadialGradient(
    width / 2,
    height * middleOfText,
    Math.min(width, height) * 0.3,
    width / 2,
    height / 2,
    Math.hypot(width, height) * 0.56,
  )
  wash.addColorStop(0, `${accent}00`)
  wash.addColorStop(1, `${accent}55`)
  context.globalAlpha = 1
  context.fillStyle = wash
  context.fillRect(0, 0, width, height)
  context.strokeStyle = accent
  const short = Math.min(width, height)
  for (const [inset, thick] of [
    [0.035, 0.008],
    [0.052, 0.0025],
  ] as const) {
    context.lineWidth = Math.max(1, short * thick)
    context.strokeRect(
      short * inset,
      short * inset,
      width - short * inset * 2,
      height - short * inset * 2,
    )
  }
}

/** A short line with a diamond in its middle. */
const paintRule = (
  context: SKRSContext2D,
  middle: number,
  y: number,
  unit: number,
  accent: string,
): void => {
  context.fillStyle = accent
  const [half, gap, thick] = [unit * 0.17, unit * 0.03, Math.max(1, unit * 0.005)]
  context.fillRect(middle - half, y - thick / 2, half - gap, thick)
  context.fillRect(middle + gap, y - thick / 2, half - gap, thick)
  const reach = unit * 0.015
  context.beginPath()
  context.moveTo(middle, y - reach)
  context.lineTo(middle + reach, y)
  context.lineTo(middle, y + reach)
  context.lineTo(middle - reach, y)
  context.fill()
}
