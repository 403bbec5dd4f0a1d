import type { Light, Look, Paint } from '../stage-types.ts'
import { type Brush, makeBrush } from './brush/brush.ts'
import { readColour, shift } from './brush/colour.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import type { Point } from './brush/geometry.ts'
import type { Goer } from './company.ts'
import { type Frame, isFaces } from './framing.ts'

/** Where somebody sits at a table that is shared. */
export interface TablePlace {
  /** Which seat from the left, from 0. */
  readonly seat: number
  readonly seats: number
}

const laid =
  /\b(?:at|around|round|to) (?:an?|the|their|his|her) (?:[a-z]+ ){0,3}table\b|\b(?:dinner|lunch|breakfast|supper|meal|din(?:es|ing))\b/u
const upright = /\b(?:stands?|standing|serves?|serving|walks?|runs?|comes|enters|brings?|cooks?)\b/u
const sits: ReadonlySet<Goer['action']['kind']> = new Set([
  ...(['eat', 'drink', 'talk', 'laugh', 'smile', 'gaze', 'stand', 'cry', 'think', 'sit'] as const),
  ...(['gesture', 'quarrel', 'read', 'phone', 'hold', 'cheer', 'lift'] as const),
])

/** Whether words tell of a table that people sit at. */
export const isLaid = (action: string): boolean => laid.test(action.toLowerCase())

/** Who of a group sits at one table, by their places in the list; somebody without company only for a meal. */
export const tableCompany = (actors: readonly Goer[]): readonly number[] => {
  if (!actors.some(({ kind, actionText }) => kind === 'person' && isLaid(actionText))) return []
  const seated = actors.flatMap(({ kind, action, actionText }, index) =>
    kind === 'person' && sits.has(action.kind) && !upright.test(actionText) ? [index] : [],
  )
  const [first = 0] = seated
  const isMeal = actors[first]?.action.kind === 'eat'
  return seated.length > 1 || isMeal ? seated : []
}

/** Heights of a seat and of a table top over the floor, adult heights. */
export const seatHigh = 0.3
const tableHigh = 0.425

/** How much lower a seated person's crown is than a standing one's: shown close, all at the table are moved up by it. */
export const seatedDrop = 0.19

/** From seat to seat, pixels: as far as elbows need, or as the picture has room for. */
export const seatApart = (frame: Frame, seats: number): number =>
  Math.min(frame.adult * 0.44, (frame.width * 0.86) / seats)

const cloth = readColour('#8a6242')
const porcelain = readColour('#ece7dc')

/** Paints the table before those who sit at it, laid for each. */
export const paintSharedTable = (
  context: Paint,
  {
    frame,
    light,
    look,
    seats,
  }: { readonly frame: Frame; readonly light: Light; readonly look: Look; readonly seats: number },
): void => {
  // Among faces the table is below the picture.
  if (isFaces(frame)) return
  const brush = makeBrush(context, light, look, Math.max(0.7, frame.height / 400))
  const { adult, width } = frame
  const ground = frame.tight ? frame.ground - adult * seatedDrop : frame.ground
  const apart = seatApart(frame, seats)
  const [half, back] = [(apart * seats) / 2 + adult * 0.05, ground - adult * tableHigh]
  const front = back + adult * 0.075
  const middle = width / 2
  const foot = frame.tight ? frame.height * 1.25 : ground + adult * 0.07
  if (!frame.tight)
    contactShadow(context, light, { x: middle, y: ground + adult * 0.05 }, adult * 0.6, half * 0.9)
  for (const side of [-1, 1])
    brush.block(
      corners(middle + side * half * 0.96, adult * 0.035, front + adult * 0.02, foot),
      shift(cloth, -0.3),
    )
  brush.block(
    [
      { x: middle - half * 0.97, y: back },
      { x: middle + half * 0.97, y: back },
      { x: middle + half * 1.03, y: front },
      { x: middle - half * 1.03, y: front },
    ],
    shift(cloth, 0.12),
    { shade: 0.5 },
  )
  brush.block(
    [
      { x: middle - half * 1.03, y: front },
      { x: middle + half * 1.03, y: front },
      { x: middle + half * 1.03, y: front + adult * 0.035 },
      { x: middle - half * 1.03, y: front + adult * 0.035 },
    ],
    shift(cloth, -0.12),
  )
  for (let seat = 0; seat < seats; seat += 1)
    layPlace(
      brush,
      { x: middle + (seat - (seats - 1) / 2) * apart, y: back + adult * 0.038 },
      adult,
    )
}

const corners = (x: number, wide: number, top: number, foot: number): Point[] => [
  { x: x - wide, y: top },
  { x: x + wide, y: top },
  { x: x + wide * 0.8, y: foot },
  { x: x - wide * 0.8, y: foot },
]

const layPlace = (brush: Brush, { x, y }: Point, adult: number): void => {
  brush.oval({ x, y }, { rx: adult * 0.075, ry: adult * 0.02 }, porcelain)
  brush.oval(
    { x, y: y - adult * 0.006 },
    { rx: adult * 0.045, ry: adult * 0.014 },
    readColour('#b5763f'),
  )
  const glass = x + adult * 0.13
  brush.tube(
    [
      { x: glass, y: y + adult * 0.006, r: adult * 0.016 },
      { x: glass, y: y - adult * 0.05, r: adult * 0.02 },
    ],
    readColour('#b9ccd4'),
    { start: 0.1, end: 0.1 },
  )
}
