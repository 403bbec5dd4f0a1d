import type { Framing } from '../../../domain/script.ts'
import type { Actor } from './actor.ts'
import type { CreatureKind } from './animals/creature.ts'
import { creatures } from './animals/creatures.ts'
import { isFlight } from './animals/flight.ts'
import { isCreature, isQuadruped } from './animals/species.ts'
import { heightOf, shoulderOf } from './company.ts'
import {
  captionTop,
  type Frame,
  type FrameSize,
  fitLow,
  fitPeople,
  fitTallest,
  isTight,
  measureFrame,
} from './framing.ts'
import { isTouching } from './pairs.ts'
import { isAbed } from './performance.ts'
import type { ActionKind } from './poses/actions.ts'
import { mostClimbed } from './poses/effort-poses.ts'
import { workplaces } from './works/work-words.ts'

const adultMetres = 1.7

/** A picture as large as its people and animals need it: none too small to be seen, none too tall to fit. */
export const frameFor = (framing: Framing, size: FrameSize, actors: readonly Actor[]): Frame => {
  const near = actors.filter(({ crowd }) => !crowd)
  const frame = fitTallest(
    measureFrame(framing, size),
    Math.max(0, ...actors.map((actor) => drawnHeight(actor, near.length === 1))),
  )
  const people = near.filter(({ kind }) => kind === 'person')
  const tallest = Math.max(...people.map(({ appearance }) => appearance.height))
  if (people.length === 0) return fitLittle(frame, framing, near, size.indoors ? amongFurniture : 1)
  if (near.some(({ table }) => table)) return frame
  const fitted = fitPeople(
    frame,
    people.map((one) => (isTouching(one) ? tallest : one.appearance.height)),
  )
  return near.every(isDown) ? fitLow(fitted) : fitted
}

/** Whether somebody is on their knees, or under the hands of who is. */
const isDown = ({ action, tends, tendedBy }: Actor): boolean =>
  action.kind === 'kneel' || tends?.low === true || tendedBy !== null

/**
 * The framing in which what somebody does can be seen: who kneels, lies or sleeps, or lets something fly off, is shown
 * whole, not cut at the waist, what is done by the hands not cut at the shoulders, and no head lies sideways in the middle
 * of the picture.
 */
export const framingFor = (framing: Framing, actors: readonly Actor[]): Framing => {
  const doers = actors.filter(({ kind, crowd }) => kind === 'person' && !crowd)
  if (isTight(framing) && doers.some((one) => needsRoom(one, framing))) return 'full'
  return framing === 'close-up' &&
    doers.some(
      ({ action, tends, carried }) =>
        tends !== null || carried !== null || ofTheHands.has(action.kind),
    )
    ? 'medium'
    : framing
}

/** What is seen by the hands, which a picture of a face leaves out. */
const ofTheHands: ReadonlySet<ActionKind> = new Set([
  ...(['shake-hands', 'work', 'sew', 'knit', 'sweep', 'chop', 'hew', 'wash', 'wipe'] as const),
  ...(['blow-candles', 'throw', 'climb'] as const),
])

const needsRoom = ({ tends, action: { kind, grounded, work } }: Actor, framing: Framing): boolean =>
  tends?.tall === false ||
  kind === 'lie' ||
  kind === 'release' ||
  kind === 'sleep' ||
  (work?.name === 'mending' && isLong.test(work.on)) ||
  (work !== null && workplaces[work.name].kneels) ||
  (framing === 'medium' && (kind === 'kneel' || kind === 'dig' || grounded))

/** What is longer than a picture from the waist up is wide. */
const isLong = /\b(?:bicycles?|bikes?|motor(?:cycle|bike)s?|cars?|scooters?|boats?|tractors?)\b/u

/** Beside people the greatest animals are drawn no higher than this, adult heights: more would leave the people too small to be seen. */
const mostBesidePeople = 2.3

/** Share of its size at which a great animal is drawn beside others. */
export const reined = (actor: Actor): number => {
  const height = heightOf(actor)
  return height > mostBesidePeople ? mostBesidePeople / height : 1
}

/** Air over the heads of those who go up into it or send something up, body heights. */
const roomAbove: Partial<Record<ActionKind, number>> = {
  climb: mostClimbed,
  release: 0.4,
  hew: 0.2,
}

const drawnHeight = (actor: Actor, alone: boolean): number =>
  actor.kind === 'person' && roomAbove[actor.action.kind] !== undefined
    ? actor.appearance.height * (1 + (roomAbove[actor.action.kind] ?? 0))
    : heightOf(actor) * (alone ? 1 : reined(actor))

/** Height of the shoulders of the largest, where a picture shows animals only: share of the frame's height. */
const littleShare: Readonly<Record<'establishing' | 'wide' | 'full', number>> = {
  establishing: 0.05,
  wide: 0.1,
  full: 0.2,
}

/** The nearest that a picture of the smallest is taken from: a mouse is then as high as a cat. */
const mostNearer = 7

/** Share of that size among furniture, which tells how small an animal is. */
const amongFurniture = 0.7

/** A picture of small animals only is taken from nearer. */
const fitLittle = (
  frame: Frame,
  framing: Framing,
  actors: readonly Actor[],
  share: number,
): Frame => {
  if (framing !== 'establishing' && framing !== 'wide' && framing !== 'full') return frame
  const largest = Math.max(
    0,
    ...actors.filter(({ species }) => isQuadruped(species)).map(shoulderOf),
  )
  if (largest === 0) return frame
  const nearer = Math.min(
    mostNearer,
    Math.max(1, (littleShare[framing] * share * frame.height) / (largest * frame.adult)),
  )
  const adult = frame.adult * nearer
  return { ...frame, adult, horizon: frame.ground - adult * 0.9 }
}

/**
 * Where feet stand so that nobody's face is where captions are: those who lie, swim or are small are farther off, and all
 * others with them.
 *
 * @param ground where feet would stand, 0…1 of the height
 * @param land the farthest that feet can stand, 0…1 of the height
 */
export const groundAbove = (
  ground: number,
  land: number,
  framing: Framing,
  { actors, indoors }: { readonly actors: readonly Actor[]; readonly indoors: boolean },
): number => {
  const near = actors.filter(({ crowd }) => !crowd)
  if (isTight(framing)) return ground
  const isSmall = near.some((actor) => !isAbed({ actor, indoors }) && isLow(actor))
  // So that a great animal fits into the picture, all beside it are seen small.
  const isDwarfed = near.length > 1 && near.some((actor) => heightOf(actor) > 1.3)
  return isSmall || isDwarfed ? Math.max(land, Math.min(ground, captionTop)) : ground
}

/** Lower than this over the ground, adult heights, a face may be where captions are. */
const lowFace = 0.45

const isLow = (actor: Actor): boolean => actor.tendedBy === null && faceOver(actor) < lowFace

/** Height of a face over the ground, adult heights. */
const faceOver = (actor: Actor): number => {
  if (actor.mount) return 1
  return actor.kind === 'person' ? faceOfPerson(actor) : faceOfAnimal(actor)
}

const faceOfPerson = ({ action, appearance }: Actor): number => {
  if (action.abed) return 1
  if (['lie', 'sleep', 'swim'].includes(action.kind)) return 0.1
  const kneels = action.kind === 'kneel' || (action.work && workplaces[action.work.name].kneels)
  return appearance.height * (action.grounded ? 0.4 : kneels ? 0.6 : 0.85)
}

const faceOfCreature = ({ home, metres }: CreatureKind, action: string): number =>
  home === 'land' || (home === 'air' && settled.test(action)) ? metres / adultMetres : 1

/** What those who fly do on the ground. */
const settled =
  /\b(?:sits?|sitting|perch|stands?|standing|walk|hop|rest|sleep|peck|lands?|landing|eats?|drinks?)/u

const faceOfAnimal = (actor: Actor): number => {
  const { action, species } = actor
  if (species === null || isFlight(actor.actionText)) return 1
  if (isCreature(species)) return faceOfCreature(creatures[species], actor.actionText)
  return action.kind === 'sleep' || action.kind === 'lie' ? 0.1 : shoulderOf(actor)
}
