import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../domain/brief.ts'
import { unreachable } from '../domain/errors.ts'
import type { Overlay } from '../domain/script.ts'
import { drawEndCard } from './end-card.ts'
import { requireFonts, textDirection } from './fonts.ts'
import {
  even,
  linesHeight,
  type SetText,
  safeMargin,
  setHeadline,
  setText,
  typeUnit,
  writeLines,
} from './set-text.ts'

/** A drawn overlay with its place in the frame. Edges are even, as 4:2:0 pictures need. */
export interface DrawnOverlay {
  readonly canvas: Canvas
  readonly x: number
  readonly y: number
  /** What a lower third leaves to captions; null for the whole band. */
  readonly leaves: CaptionRoom | null
}

/** Where a caption may be, pixels. */
export interface CaptionRoom {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** Where the gold bar beside a lower third stands, as a share of the width. */
const barMargin = 0.057
/** Where the bottom edge of captions lies, as a share of the height. */
const captionBottom = 0.925

// Under faces, which are in the upper half of a close picture, and above captions.
const titleMiddle = 0.58

const drawTitle = (text: string, size: PictureSize): DrawnOverlay => {
  const unit = typeUnit(size)
  const limit = size.width * (1 - 2 * safeMargin)
  const [title, under] = setHeadline(
    text,
    limit,
    { face: { typeface: 'display', px: unit * 0.112, weight: 400, tracking: 0.02 }, lines: 3 },
    { face: { typeface: 'text', px: unit * 0.036, weight: 400, tracking: 0.12 }, lines: 2 },
  )
  const rule = unit * 0.1
  const textHeight = linesHeight(title) + rule + linesHeight(under)
  const height = Math.min(size.height, even(textHeight + unit * 0.6))
  const y = even(
    Math.min(size.height - height, Math.max(0, size.height * titleMiddle - height / 2)),
  )
  const canvas = createCanvas(size.width, height)
  const context = canvas.getContext('2d')
  softBand(context, size.width, height, 0.52)
  const top = (height - textHeight) / 2
  const middle = size.width / 2
  writeLines(context, title, middle, top, { colour: '#fbf7ee', align: 'center', shadow: 0.65 })
  drawRule(
    context,
    middle,
    top + linesHeight(title) + rule * 0.5,
    Math.min(title.width * 0.4, unit * 0.34),
  )
  writeLines(context, under, middle, top + linesHeight(title) + rule, {
    colour: 'rgba(251,247,238,0.92)',
    align: 'center',
    shadow: 0.6,
  })
  return { canvas, x: 0, y, leaves: null }
}

/** Darkness that comes and goes without an edge. */
const softBand = (
  context: SKRSContext2D,
  width: number,
  height: number,
  strength: number,
): void => {
  const band = context.createLinearGradient(0, 0, 0, height)
  for (let step = 0; step <= 12; step += 1) {
    const at = step / 12
    const alpha = strength * Math.sin(Math.PI * at) ** 2
    band.addColorStop(at, `rgba(6,8,14,${alpha.toFixed(3)})`)
  }
  context.fillStyle = band
  context.fillRect(0, 0, width, height)
}

const drawRule = (context: SKRSContext2D, middle: number, y: number, length: number): void => {
  const line = context.createLinearGradient(middle - length / 2, 0, middle + length / 2, 0)
  line.addColorStop(0, 'rgba(236,205,150,0)')
  line.addColorStop(0.5, 'rgba(236,205,150,0.95)')
  line.addColorStop(1, 'rgba(236,205,150,0)')
  context.fillStyle = line
  context.fillRect(middle - length / 2, y, length, Math.max(1, Math.round(length * 0.007)))
}

/** In pictures as wide as this for their height a caption has room beside a lower third. */
const besideFrom = 1.3

/** Type of a lower third: small, and in a wide picture narrow, where it shares the band with captions. */
const setLowerThird = (
  text: string,
  size: PictureSize,
  shared: boolean,
): readonly [SetText, SetText] => {
  const unit = typeUnit(size) * (shared ? 0.76 : 1)
  const share = shared && size.width >= size.height * besideFrom ? 0.3 : 0.8
  return setHeadline(
    text,
    size.width * (1 - 2 * safeMargin) * share,
    { face: { typeface: 'display', px: unit * 0.06, weight: 400, tracking: 0.01 }, lines: 2 },
    { face: { typeface: 'text', px: unit * 0.031, weight: 400, tracking: 0.06 }, lines: 1 },
  )
}

/** Beside a lower third in a wide picture, above it in others. */
const roomBy = (
  size: PictureSize,
  third: { readonly y: number; readonly inkEnd: number; readonly isRtl: boolean },
): CaptionRoom => {
  const [left, right] = [size.width * safeMargin, size.width * (1 - safeMargin)]
  if (size.width < size.height * besideFrom)
    return { left, right, bottom: third.y - size.height * 0.016 }
  const gap = size.width * 0.02
  const bottom = size.height * captionBottom
  return third.isRtl
    ? { left, right: size.width - third.inkEnd - gap, bottom }
    : { left: third.inkEnd + gap, right, bottom }
}

const drawLowerThird = (text: string, size: PictureSize, shared: boolean): DrawnOverlay => {
  const unit = typeUnit(size)
  const [name, role] = setLowerThird(text, size, shared)
  const pad = unit * 0.028
  const textHeight = linesHeight(name) + linesHeight(role)
  const isRtl = textDirection(name.text) === 'rtl'
  const bar = Math.max(2, Math.round(unit * 0.005))
  const barX = size.width * barMargin
  const margin = barX + bar + pad * 0.8
  const width = even(Math.min(size.width, margin + Math.max(name.width, role.width) + unit * 0.5))
  const height = even(textHeight + pad * 2)
  const y = even(size.height * captionBottom - height)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  if (isRtl) {
    context.translate(width, 0)
    context.scale(-1, 1)
  }
  const shade = context.createLinearGradient(0, 0, width, 0)
  shade.addColorStop(0, 'rgba(6,8,14,0.72)')
  shade.addColorStop(0.55, 'rgba(6,8,14,0.5)')
  shade.addColorStop(1, 'rgba(6,8,14,0)')
  context.fillStyle = shade
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#eccd96'
  context.fillRect(barX, pad, bar, textHeight)
  context.resetTransform()
  const pen = { align: isRtl ? 'right' : 'left', shadow: 0.5 } as const
  const x = isRtl ? width - margin : margin
  writeLines(context, name, x, pad, { ...pen, colour: '#fbf7ee' })
  writeLines(context, role, x, pad + linesHeight(name), {
    ...pen,
    colour: 'rgba(251,247,238,0.86)',
  })
  const inkEnd = margin + Math.max(name.width, role.width)
  return {
    canvas,
    x: isRtl ? size.width - width : 0,
    y,
    leaves: roomBy(size, { y, inkEnd, isRtl }),
  }
}

/**
 * Draw a title, lower third or end card for a frame size. The first line is the headline, further lines are set small.
 * Type shrinks rather than leave the safe area.
 *
 * @param shared whether captions come up meanwhile: a lower third leaves them a part of the band
 * @throws StudioError `tool-missing` on a machine without fonts
 */
export const drawOverlay = (
  overlay: Pick<Overlay, 'kind' | 'text'>,
  size: PictureSize,
  shared = false,
): DrawnOverlay => {
  requireFonts()
  switch (overlay.kind) {
    case 'title':
      return drawTitle(overlay.text, size)
    case 'lower-third':
      return drawLowerThird(overlay.text, size, shared)
    case 'end-card':
      return { ...drawEndCard(overlay.text, size), leaves: null }
    default:
      return unreachable(overlay.kind)
  }
}

/**
 * Draw a caption: at most two centred lines on a dark, rounded, half clear ground.
 *
 * @param room what a lower third on the screen leaves to it; null for the whole band
 * @throws StudioError `tool-missing` on a machine without fonts
 */
export const drawCaption = (
  text: string,
  size: PictureSize,
  room: CaptionRoom | null,
): DrawnOverlay => {
  requireFonts()
  const px = Math.max(9, Math.min(size.height * 0.047, size.width * 0.048))
  const padX = px * 0.62
  const { left, right, bottom } = room ?? {
    left: size.width * safeMargin,
    right: size.width * (1 - safeMargin),
    bottom: size.height * captionBottom,
  }
  // The ground of a caption may reach out of the safe area, but not onto a lower third.
  const limit = right - left - (room ? 2 * padX : 0)
  const set = setText(text, { typeface: 'text', px, weight: 400, tracking: 0 }, limit, 2)
  const padY = px * 0.3
  const width = even(Math.min(size.width, set.width + padX * 2))
  const height = even(linesHeight(set) + padY * 2)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'rgba(6,8,14,0.62)'
  context.beginPath()
  context.roundRect(0, 0, width, height, px * 0.32)
  context.fill()
  writeLines(context, set, width / 2, padY + px * 0.09, {
    colour: '#ffffff',
    align: 'center',
    shadow: 0.55,
  })
  // In the middle of the picture where it fits there, else as near to it as its room allows.
  const x = Math.min(Math.max((size.width - width) / 2, room ? left : 0), right + padX - width)
  return { canvas, x: even(Math.max(0, x)), y: even(Math.max(0, bottom - height)), leaves: null }
}
