import { mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import { type FrameCount, type Rate, timecode } from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import type { MediaFacts, MediaTool } from '../ports/media-tool.ts'
import { fontFamilies, requireFonts, textDirection } from './fonts.ts'
import { probe } from './probe.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

const jpegQuality = 90

/**
 * One frame of a film as a JPEG, at most `width` pixels wide, never enlarged.
 *
 * @throws StudioError `footage-missing` when the film has no such frame; `media-failed`, `disk-full`
 */
export const poster = async (
  tools: FfmpegTools,
  { film, frame, width, output }: Parameters<MediaTool['poster']>[0],
): Promise<void> => {
  const video = await filmPicture(tools, film, [frame])
  const scale = Math.min(1, width / video.width)
  await writeWhole(output, async (path) => {
    const cells = [{ frame, label: '' }]
    const [png = ''] = await takeStills(tools, {
      film,
      cells,
      rate: video.rate,
      cell: { width: video.width, height: video.height },
      folder: dirname(path),
    })
    const image = await loadImage(png)
    const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale))
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
    await writeFile(path, await canvas.encode('jpeg', jpegQuality))
  })
}

/** The film's picture, which must have the frames. */
const filmPicture = async (
  tools: FfmpegTools,
  film: string,
  wanted: readonly FrameCount[],
): Promise<NonNullable<MediaFacts['video']>> => {
  const { video } = await probe(tools, film)
  const missing = wanted.find((frame) => frame < 0 || frame >= (video?.frames ?? 0))
  if (video && missing === undefined) return video
  throw new StudioError({
    code: 'footage-missing',
    message: `A still of frame ${missing} of "${film}" was asked for; the film has ${video?.frames ?? 0} frames.`,
  })
}

/** One picture of a contact sheet. */
export interface SheetCell {
  readonly frame: FrameCount
  /** What it shows: a slate, maybe with words after it. */
  readonly label: string
}

/** Where things lie on a contact sheet, in pixels. */
export interface SheetLayout {
  readonly columns: number
  readonly width: number
  readonly height: number
  readonly cellWidth: number
  readonly cellHeight: number
}

const sheetWidth = 1600
const edge = 48
const gap = 24
const header = 96
const labelHeight = 50

/** Lay out a sheet: fewer, larger pictures when there are few; tall films get more columns. */
export const sheetLayout = (cells: number, aspect: number): SheetLayout => {
  const wanted = Math.sqrt((cells * (aspect < 1 ? 3 : 1.3)) / Math.max(1, aspect * 0.6))
  const columns = Math.max(2, Math.min(aspect < 1 ? 8 : 6, Math.round(wanted), Math.max(2, cells)))
  const cellWidth = Math.floor((sheetWidth - 2 * edge - (columns - 1) * gap) / columns)
  const cellHeight = Math.round(cellWidth / aspect)
  const rows = Math.ceil(cells / columns)
  const height = header + rows * (cellHeight + labelHeight) + edge
  return { columns, width: sheetWidth, height, cellWidth, cellHeight }
}

/**
 * A sheet of stills on dark ground, each with its label and timecode, as a JPEG 1600 pixels wide.
 *
 * @throws StudioError `footage-missing` when the film has no such frame; `media-failed`, `disk-full`, `tool-missing`
 */
export const contactSheet = async (
  tools: FfmpegTools,
  film: string,
  cells: readonly SheetCell[],
  rate: Rate,
  output: string,
): Promise<void> => {
  requireFonts()
  const video = await filmPicture(
    tools,
    film,
    cells.map(({ frame }) => frame),
  )
  const layout = sheetLayout(cells.length, video.width / video.height)
  const title = await filmTitle(tools, film)
  await writeWhole(output, async (path) => {
    const folder = await mkdtemp(join(dirname(path), 'stills-'))
    const paths = await takeStills(tools, {
      film,
      cells,
      rate,
      cell: { width: layout.cellWidth, height: layout.cellHeight },
      folder,
    })
    const canvas = createCanvas(layout.width, layout.height)
    const context = canvas.getContext('2d')
    drawGround(context, layout)
    drawHeader(
      context,
      layout,
      title,
      `${cells.length} ${cells.length === 1 ? 'shot' : 'shots'}   ${timecode(video.frames, rate)}`,
    )
    for (const [index, cell] of cells.entries()) {
      const image = await loadImage(paths[index] ?? '')
      drawCell(context, layout, {
        index,
        image,
        label: cell.label,
        time: timecode(cell.frame, rate),
      })
    }
    await writeFile(path, await canvas.encode('jpeg', jpegQuality))
  })
}

const filmTitle = async (tools: FfmpegTools, film: string): Promise<string> => {
  const { stdout } = await tools.runFfprobe(
    ['-show_entries', 'format_tags=title', '-of', 'json', film],
    { task: `reading the title of ${film}` },
  )
  const reply: { format?: { tags?: { title?: unknown } } } = JSON.parse(stdout.toString('utf8'))
  const title = reply.format?.tags?.title
  return typeof title === 'string' ? title.trim() : ''
}

interface Stills {
  readonly film: string
  readonly cells: readonly SheetCell[]
  readonly rate: Rate
  readonly cell: PictureSize
  readonly folder: string
}

const stillsPerRun = 8

/** A PNG tagged with the film's transfer curve is brightened when it is drawn; a screen shows the film as sRGB. */
const asDisplayed = 'setparams=color_primaries=bt709:color_trc=iec61966-2-1'

/** Eight seeks in one run are exact and much quicker than eight runs or decoding the whole film. */
const takeStills = async (tools: FfmpegTools, stills: Stills): Promise<readonly string[]> => {
  const { cells, rate, cell, folder, film } = stills
  const paths = cells.map((_, index) => join(folder, `${index}.png`))
  const size = `${cell.width}:${cell.height}`
  for (let from = 0; from < cells.length; from += stillsPerRun) {
    const batch = cells.slice(from, from + stillsPerRun)
    const seconds = batch.map(({ frame }) =>
      Math.max(0, ((frame - 0.5) * rate.denominator) / rate.numerator).toFixed(6),
    )
    await tools.runFfmpeg(
      [
        ...seconds.flatMap((second) => ['-ss', second, '-i', film]),
        ...batch.flatMap((_, index) => [
          ...['-map', `${index}:v:0`, '-frames:v', '1', '-update', '1'],
          ...[
            '-vf',
            `scale=${size}:flags=lanczos+accurate_rnd+full_chroma_int,format=rgb24,${asDisplayed}`,
          ],
          ...['-c:v', 'png', paths[from + index] ?? ''],
        ]),
      ],
      { task: `taking stills of ${film}` },
    )
  }
  return paths
}

const drawGround = (context: SKRSContext2D, { width, height }: SheetLayout): void => {
  const ground = context.createLinearGradient(0, 0, 0, height)
  ground.addColorStop(0, '#14161c')
  ground.addColorStop(1, '#0c0d11')
  context.fillStyle = ground
  context.fillRect(0, 0, width, height)
}

/** The text, shortened with an ellipsis until it fits. */
const fitted = (context: SKRSContext2D, text: string, width: number): string => {
  if (context.measureText(text).width <= width) return text
  const signs = Array.from(text)
  while (signs.length > 1 && context.measureText(`${signs.join('')}…`).width > width) signs.pop()
  return `${signs.join('')}…`
}

const drawHeader = (
  context: SKRSContext2D,
  { width }: SheetLayout,
  title: string,
  facts: string,
): void => {
  context.textBaseline = 'alphabetic'
  context.fillStyle = '#f3ede0'
  context.font = `400 34px ${fontFamilies(title, 'display')}`
  context.fillText(fitted(context, title, width - 2 * edge - 420), edge, 62)
  context.textAlign = 'right'
  context.fillStyle = '#8d919c'
  context.font = `400 19px ${fontFamilies(facts, 'text')}`
  context.fillText(facts, width - edge, 60)
  context.textAlign = 'left'
}

interface DrawnCell {
  readonly index: number
  readonly image: Image
  readonly label: string
  readonly time: string
}

const drawCell = (
  context: SKRSContext2D,
  { columns, cellWidth, cellHeight }: SheetLayout,
  { index, image, label, time }: DrawnCell,
): void => {
  const x = edge + (index % columns) * (cellWidth + gap)
  const y = header + Math.floor(index / columns) * (cellHeight + labelHeight)
  const px = Math.max(13, Math.min(18, cellWidth * 0.045))
  const base = y + cellHeight + px * 1.55
  context.save()
  context.beginPath()
  context.roundRect(x, y, cellWidth, cellHeight, 6)
  context.clip()
  context.drawImage(image, x, y, cellWidth, cellHeight)
  context.restore()
  context.strokeStyle = 'rgba(255,255,255,0.10)'
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(x + 0.5, y + 0.5, cellWidth - 1, cellHeight - 1, 6)
  context.stroke()
  context.fillStyle = '#8d919c'
  context.font = `400 ${px}px ${fontFamilies(time, 'text')}`
  const timeWidth = context.measureText(time).width
  context.fillText(time, x + cellWidth - timeWidth, base)
  context.fillStyle = '#eccd96'
  context.font = `700 ${px}px ${fontFamilies(label, 'text')}`
  context.direction = textDirection(label)
  context.textAlign = 'left'
  context.fillText(fitted(context, label, cellWidth - timeWidth - px), x, base)
  context.direction = 'ltr'
}
