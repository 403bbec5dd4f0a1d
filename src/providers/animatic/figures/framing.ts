import type { Framing } from '../../../domain/script.ts'
import { grade } from './poses/gait.ts'
import type { Pose } from './poses/pose.ts'

/** Where bodies go for a framing, pixels. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** Pixels of an average adult at the figure plane. */
  readonly adult: number
  /** Height of the eyes of the camera on the picture. */
  readonly horizon: number
  /** Where feet stand at the figure plane. */
  readonly ground: number
  /** The farthest that feet can stand, where water or air lies beyond; 0 for anywhere. */
  readonly land: number
  /** The feet are out of the picture. */
  readonly tight: boolean
  /** Height of the tallest person in it, adult heights: seen close, it is that crown which is where the framing wants it. */
  readonly tallest: number
  /** The way the ground rises, which people go up: −1 to the left, 1 to the right; null for level ground. */
  readonly slope: -1 | 1 | null
}

/** 0…1 of the height: below it captions and lower thirds are written, two lines of them at most. */
export const captionTop = 0.755

const adultShare: Readonly<Record<Framing, number>> = {
  establishing: 0.17,
  wide: 0.36,
  full: 0.66,
  medium: 1.5,
  'close-up': 3.25,
  insert: 2.5,
}

/** Rooms are small: people in them are seen larger. */
const indoorShare: Partial<Record<Framing, number>> = { establishing: 0.36, wide: 0.48, full: 0.7 }

/** Where the crown of a standing adult is, share of the height. */
const crown: Partial<Record<Framing, number>> = { medium: 0.14, 'close-up': 0.09, insert: -0.42 }

/** Whether feet are out of a picture of this framing. */
export const isTight = (framing: Framing): boolean => crown[framing] !== undefined

/** A picture to be measured. */
export interface FrameSize {
  readonly width: number
  readonly height: number
  /** 0…1 of the height. */
  readonly ground: number
  readonly indoors: boolean
  /** 0…1 of the height: the farthest that feet can stand. Default 0, anywhere. */
  readonly land?: number | undefined
}

/** Measures a picture for a framing; upright pictures hold smaller people. */
export const measureFrame = (framing: Framing, size: FrameSize): Frame => {
  const { width, height } = size
  const room = Math.min(
    height,
    width * (framing === 'close-up' || framing === 'insert' ? 1.25 : 1.35),
  )
  const adult = (size.indoors ? { ...adultShare, ...indoorShare } : adultShare)[framing] * room
  const top = crown[framing]
  const slack = height - room
  const ground =
    top === undefined ? Math.min(0.95, size.ground) * height : top * room + slack * 0.3 + adult
  const tight = isTight(framing)
  const land = tight ? 0 : Math.min(ground, (size.land ?? 0) * height)
  return {
    width,
    height,
    adult,
    ground,
    land,
    horizon: ground - adult * 0.9,
    tight,
    tallest: 1,
    slope: null,
  }
}

/**
 * A picture that holds one who is taller than people are: all are smaller in it, as from farther off.
 *
 * @param tallest adult heights
 */
export const fitTallest = (frame: Frame, tallest: number): Frame => {
  const room = (frame.ground * 0.86) / frame.adult
  if (frame.tight || tallest <= room) return frame
  return nearer(frame, Math.max(0.4, room / tallest))
}

/**
 * A close picture of people of several sizes: it closes in on the children when it shows nothing else, and keeps a little
 * farther off when it shows somebody small beside somebody tall, so that both faces are in it.
 *
 * @param heights those of all who are in it, adult heights
 */
export const fitPeople = (frame: Frame, heights: readonly number[]): Frame => {
  if (heights.length === 0) return frame
  const [tallest, shortest] = [Math.max(...heights), Math.min(...heights)]
  if (!frame.tight)
    return isFull(frame) ? nearer(frame, 1 / Math.sqrt(Math.min(1, tallest))) : frame
  if (heights.length === 1) return { ...frame, tallest }
  const crowns = frame.ground - frame.adult
  const near = frame.adult / Math.sqrt(Math.min(1, tallest))
  const both =
    (captionTop * frame.height - crowns) /
    (crownGap(tallest - shortest) + faceShare(shortest) * shortest)
  const adult = Math.min(near, Math.max(near * 0.68, both))
  return { ...frame, adult, ground: crowns + adult, horizon: crowns + adult * 0.1, tallest }
}

/** A whole picture of people who are all on their knees: from nearer, as far as they stay in it. */
export const fitLow = (frame: Frame): Frame =>
  isFull(frame) && !frame.tight
    ? nearer(frame, Math.min(1.35, Math.max(1, (frame.width * 0.9) / frame.adult)))
    : frame

/** Whether a body fills the picture from head to foot. */
const isFull = ({ adult, height }: Frame): boolean => adult > height * 0.5

const nearer = (frame: Frame, by: number): Frame => {
  const adult = frame.adult * by
  return { ...frame, adult, horizon: frame.ground - adult * 0.9 }
}

/** How much lower a crown is shown, adult heights, than that of one who is taller by so much; grown-ups seen close differ little. */
const crownGap = (shorter: number): number => shorter - 0.7 * Math.min(0.1, Math.max(0, shorter))

/** From the crown to below the chin, own heights. */
const faceShare = (height: number): number => (height < 0.85 ? 0.225 : 0.16)

/** How far below the crown of the tallest that of another is in a close picture, pixels: never so far that captions hide the face. */
export const crownBelow = (frame: Frame, height: number): number => {
  const lowest =
    captionTop * frame.height -
    faceShare(height) * height * frame.adult -
    (frame.ground - frame.adult)
  return Math.max(0, Math.min(crownGap(frame.tallest - height) * frame.adult, lowest))
}

/** Whether a picture shows little more than faces. */
export const isFaces = ({ adult, height, tight }: Frame): boolean => tight && adult > height * 1.9

/** How far below a standing body's crown this pose's crown is, in body heights. */
export const crownDrop = (pose: Pose): number =>
  Math.max(0, 0.522 - pose.pelvis.u) + Math.max(0, pose.lean) * 0.12

/** How far above a standing body's crown this pose's crown is, as in a leap, body heights. */
export const crownRise = (pose: Pose): number => Math.max(0, pose.pelvis.u - 0.53)

/** Where feet stand on the picture at a distance: 1 is the figure plane, less is farther; on a slope, across it as well. */
export const groundAt = (frame: Frame, distance: number, x?: number): number => {
  const level = Math.max(frame.land, frame.horizon + (frame.ground - frame.horizon) * distance)
  return x === undefined ? level : level - riseAt(frame, x)
}

/** How far a slope has risen over level ground somewhere across the picture, pixels. */
export const riseAt = ({ slope, width, height }: Frame, x: number): number =>
  slope === null ? 0 : height * 0.05 + slope * grade * (x - width / 2)
