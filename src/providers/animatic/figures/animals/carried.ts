import type { CastMember, Subject } from '../../../../domain/script.ts'
import { readColour } from '../brush/colour.ts'
import { hashText } from '../brush/dice.ts'
import { between, type Local, local } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { makeProjection } from '../people/skeleton.ts'
import { coatsNamed } from './coats.ts'
import { creatures } from './creatures.ts'
import { plumage } from './flock.ts'
import { quadrupedPieces } from './quadruped.ts'
import { quadrupedLook } from './quadruped-looks.ts'
import { isCreature, type Species, speciesOf } from './species.ts'

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
>

const light: readonly Light[] = [
  ...(['dog', 'cat', 'rabbit', 'fox', 'sheep', 'bird'] as const),
  ...(['mouse', 'hamster', 'squirrel', 'hedgehog', 'pig'] as const),
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
const lapAnimals = /\b(?:cats?|kittens?|pupp(?:y|ies)|rabbits?|bunny|lambs?)\b/u

/** Who carries which animal in a shot; null when nobody does. */
export const carryingIn = (
  subjects: readonly Subject[],
  cast: readonly CastMember[],
): Carrying | null => {
  const carrier = subjects.find(({ what, action }) => speciesOf(what) === null && isLifting(action))
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

const named = ({ castId }: Subject, action: string, cast: readonly CastMember[]): boolean => {
  const name = cast.find(({ id }) => id === castId)?.name.toLowerCase() ?? ''
  return name !== '' && action.includes(name)
}

/** The most a carried animal measures at the shoulder, metres. */
const most = 0.38

/** The animal between the forearms and the chest. */
export const carriedPieces = (body: FigureBody, carried: Carried, metre: number): Piece[] => {
  const { brush, view, skeleton, time } = body
  const arms: Local = between(skeleton.leftArm.end, skeleton.rightArm.end, 0.5)
  const at = view.at(local(arms.f - 0.02, arms.u - 0.035, arms.l))
  const near = view.near(arms) - 0.012
  const way = Math.sign(view.yaw || 1)
  const { species, words, seed } = carried
  if (isCreature(species)) {
    const { paint, coats, accent } = creatures[species]
    const colour =
      species === 'bird' ? plumage(words) : (coatsNamed(words)[0] ?? readColour(coats[0]))
    const moment = { ...{ brush, at, way, time, seed, colour }, size: metre * 0.28, tipped: 0 }
    return [
      { near, paint: () => paint({ ...moment, accent: readColour(accent), manner: 'rests' }) },
    ]
  }
  const look = quadrupedLook(species, words, seed)
  const young = /\b(?:pupp|kitten|lamb|cub|bunny|kid\b|baby|small|little)/u.test(words)
  const scale = metre * Math.min(young ? most * 0.78 : most, look.metres)
  // Its flank is to the viewer, its head over the nearer arm.
  const lying = makeProjection({ x: at.x - way * scale * 0.16, y: at.y }, scale, way * 1.1)
  const pieces = quadrupedPieces({
    ...{
      brush,
      look,
      view: lying,
      action: 'lie',
      way: null,
      aloft: false,
      time,
      seed,
    },
  })
  const last = Math.max(...pieces.map((piece) => piece.near))
  return pieces.map((piece) => ({ ...piece, near: near + (piece.near - last) * 0.01 }))
}
