import type { PictureSize } from '../domain/brief.ts'
import type { Cut, CutEvent } from '../domain/cut.ts'
import { type Rate, rangeEnd } from '../domain/time.ts'
import { incomingStart, outgoingFrames, transitionFilters } from './transitions.ts'

/** A drawn picture with transparency at its place in the frame and in the film. */
export interface LaidImage {
  /** PNG file. */
  readonly path: string
  /** Left and top edge in pixels, both even. */
  readonly x: number
  readonly y: number
  /** First frame of the film that shows it, and how many do. */
  readonly start: number
  readonly length: number
  /** Frames it takes to appear and to vanish; 0 for at once. */
  readonly fadeIn: number
  readonly fadeOut: number
}

/** What one run of ffmpeg makes: an event with the transition into it and all that lies over it. */
export interface Segment {
  readonly event: CutEvent
  /** Files in the order of `-i`. */
  readonly inputs: readonly string[]
  /** Filter graph that ends in `[film]`. */
  readonly graph: string
  /** Frames it must have. */
  readonly length: number
}

/**
 * The segments of a cut, one per event, whose frames laid end to end are the film.
 *
 * @param footage conformed picture of each event
 * @throws TypeError when there is not one file for each event
 */
export const planSegments = (
  cut: Cut,
  footage: readonly string[],
  images: readonly LaidImage[],
  size: PictureSize,
): readonly Segment[] => {
  if (footage.length !== cut.events.length) {
    throw new TypeError(`${cut.events.length} events need as many files; got ${footage.length}`)
  }
  return cut.events.map((event, index) => {
    const isLast = index === cut.events.length - 1
    return planSegment({
      event,
      path: footage[index] ?? '',
      previous: cut.events[index - 1] ?? null,
      previousPath: footage[index - 1] ?? '',
      images: images.filter((image) => overlaps(image, event)),
      fadeOut: isLast ? cut.fadeOut : 0,
      size,
      rate: cut.rate,
    })
  })
}

const overlaps = (image: LaidImage, event: CutEvent): boolean =>
  image.start < rangeEnd(event.record) && image.start + image.length > event.record.start

interface SegmentParts {
  readonly event: CutEvent
  readonly path: string
  readonly previous: CutEvent | null
  readonly previousPath: string
  readonly images: readonly LaidImage[]
  readonly fadeOut: number
  readonly size: PictureSize
  readonly rate: Rate
}

const planSegment = (parts: SegmentParts): Segment => {
  const { event, previous, images, rate } = parts
  const length = event.record.length
  const needsTail =
    previous !== null && event.transition.length > 0 && event.transition.kind !== 'cut'
  const inputs = [parts.path, ...(needsTail ? [parts.previousPath] : [])]
  const lines = [...pictureLines(parts), ...imageLines(images, event, inputs.length, rate)]
  const laid = images.length === 0 ? 'picture' : `laid${images.length - 1}`
  lines.push(`[${laid}]${endFade(length, parts.fadeOut)}format=yuv420p[film]`)
  return {
    event,
    inputs: [...inputs, ...images.map(({ path }) => path)],
    graph: lines.join(';\n'),
    length,
  }
}

/** One frame shorter than asked for, so that the last frame of the film is black and not nearly so. */
const endFade = (length: number, fadeOut: number): string =>
  fadeOut > 0
    ? `fade=t=out:start_frame=${length - fadeOut}:nb_frames=${Math.max(1, fadeOut - 1)},`
    : ''

/** Whole frames as ticks: frame n has pts n, so nothing is rounded on the way. */
const counted = (rate: Rate): string => `settb=${rate.denominator}/${rate.numerator},setpts=N`

const framesOf = (from: number, to: number, { size, rate }: SegmentParts): string =>
  `trim=start_frame=${from}:end_frame=${to},${counted(rate)},scale=${size.width}:${size.height}:flags=bicubic,setsar=1,format=yuv420p`

const pictureLines = (parts: SegmentParts): string[] => {
  const { event, previous, size, rate } = parts
  const { transition } = event
  const from = event.source.start
  const to = rangeEnd(event.source)
  if (transition.length === 0 || transition.kind === 'cut') {
    return [`[0:v]${framesOf(from, to, parts)}[picture]`]
  }
  const headStart = from + incomingStart(transition, previous === null)
  const headEnd = from + transition.length
  const lines: string[] = []
  const hasBody = to > headEnd
  if (hasBody) {
    lines.push(
      '[0:v]split[entering][staying]',
      `[entering]${framesOf(headStart, headEnd, parts)}[head]`,
      `[staying]${framesOf(headEnd, to, parts)}[body]`,
    )
  } else {
    lines.push(`[0:v]${framesOf(headStart, headEnd, parts)}[head]`)
  }
  if (previous) {
    const end = rangeEnd(previous.source)
    lines.push(`[1:v]${framesOf(end, end + outgoingFrames(transition), parts)}[tail]`)
  }
  lines.push(
    ...transitionFilters(
      transition,
      { outgoing: previous ? 'tail' : null, incoming: 'head', joined: 'join' },
      size,
      rate,
    ),
    `[join]${hasBody ? '[body]concat=n=2:v=1:a=0,' : ''}${counted(rate)}[picture]`,
  )
  return lines
}

/**
 * Each picture is held for its whole length, faded, cut to the part in this segment and put in its place. A frame more
 * is held in front, which is where a fade is at nothing, so that the first frame shown is seen.
 */
const imageLines = (
  images: readonly LaidImage[],
  event: CutEvent,
  firstInput: number,
  rate: Rate,
): string[] =>
  images.flatMap((image, index) => {
    const skipped = Math.max(0, event.record.start - image.start) + 1
    const end = Math.min(image.length, rangeEnd(event.record) - image.start) + 1
    const at = Math.max(0, image.start - event.record.start)
    const under = index === 0 ? 'picture' : `laid${index - 1}`
    return [
      `[${firstInput + index}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,loop=loop=${image.length + 1}:size=1:start=0,${counted(rate)}${alphaFades(image)},trim=start_frame=${skipped}:end_frame=${end},setpts=N+${at}[image${index}]`,
      `[${under}][image${index}]overlay=x=${image.x}:y=${image.y}:format=yuv420:eof_action=pass:repeatlast=0[laid${index}]`,
    ]
  })

const quickFade = 6

/** Two ramps one upon the other start slowly, which reads softer than one straight ramp; quick fades need only one. */
const alphaFades = ({ fadeIn, fadeOut, length }: LaidImage): string => {
  const ramps = (frames: number): readonly number[] => {
    if (frames === 0) return []
    return frames <= quickFade ? [frames] : [frames, Math.round(frames * 0.6)]
  }
  const fade = (type: string, start: number, frames: number): string =>
    `,fade=t=${type}:start_frame=${start}:nb_frames=${frames}:alpha=1`
  return [
    ...ramps(fadeIn).map((frames) => fade('in', 0, frames + 1)),
    ...ramps(fadeOut).map((frames) => fade('out', length - frames + 1, frames)),
  ].join('')
}
