import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cutLength } from '../domain/cut.ts'
import type { Overlay } from '../domain/script.ts'
import type { FilmOrder } from '../ports/media-tool.ts'
import { captionPages } from './captions.ts'
import type { LaidImage } from './filter-graph.ts'
import { type DrawnOverlay, drawCaption, drawOverlay } from './titles.ts'

/** Seconds a title takes to appear and to vanish, and the same for captions. */
const titleFadeSeconds = 0.7
const captionFadeSeconds = 0.12

interface TimedText {
  readonly drawn: DrawnOverlay
  readonly start: number
  readonly length: number
  readonly fade: number
  /** It goes when its picture does, and not before. */
  readonly stays: boolean
}

/**
 * Draw all text of a film and put it in its place: overlays first, captions over them. A caption that meets a lower
 * third shares the band with it for the whole of its time, so that it never jumps and neither lies over a face.
 *
 * @param folder where the pictures are written
 * @throws StudioError `tool-missing` on a machine without fonts
 */
export const layText = async (order: FilmOrder, folder: string): Promise<readonly LaidImage[]> => {
  const overlays = placedOverlays(order)
  const perSecond = order.cut.rate.numerator / order.cut.rate.denominator
  const pages =
    order.captionChoice === 'burn' ? captionPages(order.captions, cutLength(order.cut)) : []
  const texts: TimedText[] = overlays.map((overlay) => ({
    drawn: drawOverlay(
      overlay,
      order.size,
      pages.some((page) => meets(overlay, page)),
    ),
    start: overlay.start,
    length: overlay.length,
    fade: titleFadeSeconds * perSecond,
    stays: overlay.kind === 'end-card',
  }))
  const thirds = texts.filter(({ drawn }) => drawn.leaves !== null)
  for (const page of pages) {
    const room = thirds.find((third) => meets(third, page))?.drawn.leaves ?? null
    texts.push({
      drawn: drawCaption(page.lines.join(room === null ? '\n' : ' '), order.size, room),
      start: page.start,
      length: page.length,
      fade: captionFadeSeconds * perSecond,
      stays: false,
    })
  }
  return await Promise.all(
    texts.map((text, index) => layImage(text, join(folder, `text-${index}.png`))),
  )
}

interface Span {
  readonly start: number
  readonly length: number
}

const meets = (a: Span, b: Span): boolean =>
  a.start < b.start + b.length && b.start < a.start + a.length

interface PlacedOverlay {
  readonly kind: Overlay['kind']
  readonly text: string
  readonly start: number
  readonly length: number
}

/** Overlays in film time; what would run past the end of the film ends with it. */
const placedOverlays = ({ cut }: FilmOrder): readonly PlacedOverlay[] => {
  const end = cutLength(cut)
  return cut.events.flatMap((event) =>
    event.overlays.flatMap(({ kind, text, start, length }) => {
      const at = event.record.start + start
      const shown = Math.min(length, end - at)
      return text.trim() === '' || shown <= 0 ? [] : [{ kind, text, start: at, length: shown }]
    }),
  )
}

const layImage = async (
  { drawn, start, length, fade, stays }: TimedText,
  path: string,
): Promise<LaidImage> => {
  await writeFile(path, await drawn.canvas.encode('png'))
  const frames = Math.max(1, Math.min(Math.round(fade), Math.floor(length / 3)))
  const fits = length >= 3 * frames
  return {
    path,
    x: drawn.x,
    y: drawn.y,
    start,
    length,
    fadeIn: fits ? frames : 0,
    fadeOut: fits && !stays ? frames : 0,
  }
}
