import type { CastMember, Subject } from '../../../../domain/script.ts'
import { hashText } from '../brush/dice.ts'
import { between, type Local, local, type Point } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { makeProjection } from '../people/skeleton.ts'
import { animalAction } from './animal-action.ts'
import { creatureColours } from './creature-colours.ts'
import { creatures } from './creatures.ts'
import { paintStandingBird, plumage } from './flock.ts'
import { quadrupedPieces } from './quadruped.ts'
import { canSit, type QuadrupedMoment } from './quadruped-frame.ts'
import { quadrupedLook } from './quadruped-looks.ts'
import { isCreature, isQuadruped, type Species, speciesOf } from './species.ts'

/** Animals that can be carried. */
type Light = Extract<
  Species,
  | 'dog'
  | 'cat'
  | 'rabbit'
  | 'fox'
  | 'sheep'
  | 'bird'
  | 'mouse'
  | 'hamster'
  | 'squirrel'
  | 'hedgehog'
  | 'pig'
  | 'chicken'
  | 'duck'
>

const light: readonly Light[] = [
  ...(['dog', 'cat', 'rabbit', 'fox', 'sheep', 'bird'] as const),
  ...(['mouse', 'hamster', 'squirrel', 'hedgehog', 'pig'] as const),
  ...(['chicken', 'duck'] as const),
]

const isLight = (species: Species): species is Light => light.some((one) => one === species)

/** A small animal in somebody's arms. */
export interface Carried {
  readonly species: Light
  /** All words that tell what it looks like. */
  readonly words: string
  /** What the shot calls it, and its name; empty for the unnamed. */
  readonly what: string
  readonly name: string
  readonly seed: number
}

/** Somebody of a shot who carries an animal, with what is carried. */
export interface Carrying {
  readonly carrier: Subject
  readonly carried: Carried
  /** The subject that is carried, null when only the carrier's action names it. */
  readonly subject: Subject | null
}

const lifts =
  /\b(?:carr(?:y|ies|ying)|hold(?:s|ing)?|cradl(?:es|ing)|lift(?:s|ing)?|rescues?|bring(?:s|ing)?|picks? up)\b/u
const cuddles = /\b(?:cuddl(?:es?|ing)|hug(?:s|ging)?|embrac(?:es|ing)|kiss(?:es|ing)?)\b/u
const inArms = /\b(?:carried|held|cradled|lifted|cuddled|in (?:his|her|their|the) arms)\b/u
const strokes = /\b(?:pet(?:s|ting)?|strok(?:es?|ing)|pats?|patting|scratch(?:es|ing))\b/u
const lapAnimals =
  /\b(?:cats?|kittens?|pupp(?:y|ies)|rabbits?|bunny|lambs?|hens?|chickens?|chicks?|ducklings?|hamsters?|guinea pigs?|mouse|hedgehogs?|piglets?|squirrels?)\b/u

/** Who carries which animal in a shot; null when nobody does. */
export const carryingIn = (
  subjects: readonly Subject[],
  cast: readonly CastMember[],
): Carrying | null => {
  const carrier = subjects.find(
    ({ what, action }) =>
      speciesOf(what) === null && (isLifting(action) || isStroking(action, subjects)),
  )
  if (!carrier) return null
  const action = carrier.action.toLowerCase()
  const told = speciesOf(action)
  const subject =
    subjects.find((one) => {
      const species = speciesOf(one.what)
      if (species === null || !isLight(species)) return false
      return species === told || inArms.test(one.action.toLowerCase()) || named(one, action, cast)
    }) ?? null
  const species = subject ? speciesOf(subject.what) : told
  if (species === null || !isLight(species)) return null
  const member = cast.find(({ id }) => subject !== null && id === subject.castId)
  const what = subject?.what.toLowerCase() ?? species
  const words = subject ? `${what} ${member?.look ?? ''} ${subject.look} ${action}` : action
  const seed = hashText(member ? `${member.id} ${member.name}` : what) % 97
  return { carrier, subject, carried: { species, words, what, name: member?.name ?? '', seed } }
}

const isLifting = (action: string): boolean => {
  const lower = action.toLowerCase()
  return lifts.test(lower) || (cuddles.test(lower) && lapAnimals.test(lower))
}

/** Who strokes a small animal that does nothing of its own has it in the arms or on the lap. */
const isStroking = (action: string, subjects: readonly Subject[]): boolean => {
  const lower = action.toLowerCase()
  if (!strokes.test(lower) || !lapAnimals.test(lower)) return false
  const told = speciesOf(lower)
  return subjects.every(({ what, action: own }) => {
    const species = speciesOf(what)
    return species === null || species !== told || animalAction(species, own).word === null
  })
}

const named = ({ castId }: Subject, action: string, cast: readonly CastMember[]): boolean => {
  const name = cast.find(({ id }) => id === castId)?.name.toLowerCase() ?? ''
  return name !== '' && action.includes(name)
}

/** The most a carried animal measures at the shoulder, metres. */
const most = 0.38

/** A hen or a duck sits on the forearm. */
const perched =
  ({ brush, view, time }: FigureBody, carried: Carried, at: Point, metre: number) =>
  (): void => {
    const species = isCreature(carried.species) ? carried.species : 'bird'
    const kind = creatures[species]
    const size = metre * kind.metres
    kind.paint({
      ...{ brush, size, time, way: Math.sign(view.yaw || 1), seed: carried.seed },
      ...{ manner: 'rests', tipped: 0, at: { x: at.x, y: at.y + size * 0.4 } },
      ...creatureColours(species, carried),
    })
  }

type Held = Pick<QuadrupedMoment, 'action' | 'view'>

/** Held against the breast, head up, turned half to the viewer, the hind legs below the arms. */
const upright = ({ x, y }: Point, scale: number, way: number): Held => ({
  action: 'sit',
  view: makeProjection({ x: x - way * scale * 0.05, y: y + scale * 0.5 }, scale, way * 0.75),
})

/** What does not sit lies in the arms, its flank to the viewer, its head over the nearer arm. */
const flat = ({ x, y }: Point, scale: number, way: number): Held => ({
  action: 'lie',
  view: makeProjection({ x: x - way * scale * 0.16, y }, scale, way * 1.1),
})

/** The animal between the forearms and the chest. */
export const carriedPieces = (body: FigureBody, carried: Carried, metre: number): Piece[] => {
  const { brush, view, skeleton, time } = body
  const arms: Local = between(skeleton.leftArm.end, skeleton.rightArm.end, 0.5)
  const at = view.at(local(arms.f - 0.02, arms.u - 0.035, arms.l))
  const near = view.near(arms) - 0.012
  const way = Math.sign(view.yaw || 1)
  if (carried.species === 'bird')
    return [
      {
        near,
        paint: () =>
          paintStandingBird({
            ...{ brush, at, size: metre * 0.26, way, time, seed: carried.seed },
            colour: plumage(carried.words),
          }),
      },
    ]
  if (!isQuadruped(carried.species)) return [{ near, paint: perched(body, carried, at, metre) }]
  const look = quadrupedLook(carried.species, carried.words, carried.seed)
  const young = /\b(?:pupp|kitten|lamb|cub|bunny|kid\b|baby|small|little)/u.test(carried.words)
  const scale = metre * Math.min(young ? most * 0.78 : most, look.metres)
  const pieces = quadrupedPieces({
    ...{ brush, look, time, way: null, aloft: false, seed: carried.seed },
    // Less of the small is below the arms, which are as thick for all.
    ...(canSit(look)
      ? upright({ x: at.x, y: at.y - (most * metre - scale) * 0.25 }, scale, way)
      : flat(at, scale, way)),
  })
  const last = Math.max(...pieces.map((piece) => piece.near))
  return pieces.map((piece) => ({ ...piece, near: near + (piece.near - last) * 0.01 }))
}
