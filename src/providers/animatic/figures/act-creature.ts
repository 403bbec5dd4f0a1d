import type { Paint } from '../stage-types.ts'
import { digging } from './animals/animal-action.ts'
import type { CreatureKind, Manner } from './animals/creature.ts'
import { creatureColours } from './animals/creature-colours.ts'
import { creatures } from './animals/creatures.ts'
import { isFlight } from './animals/flight.ts'
import { gaitOf } from './animals/quadruped-frame.ts'
import type { Creature } from './animals/species.ts'
import { paintFoam, surfacing, waterline } from './animals/surfacing.ts'
import { makeBrush } from './brush/brush.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import { clamp, type Point } from './brush/geometry.ts'
import { courseOf } from './course.ts'
import { captionTop, groundAt } from './framing.ts'
import type { Performance } from './performance.ts'

/** Height of the adult all else is measured by, metres. */
const adultMetres = 1.7

/** Paints an animal that has not four legs. */
export const performCreature = (
  context: Paint,
  performance: Performance,
  species: Creature,
): void => {
  const kind = creatures[species]
  const manner = mannerOf(performance, species)
  const size = sizeOf(performance, kind)
  const rises = isSurfacing(performance, kind, manner)
    ? surfacing(performance, species, size)
    : null
  const at = rises?.at ?? placeOf(performance, { kind, manner, size })
  const { light, look, time, actor, frame } = performance
  const [side, up, down] = kind.reach.map((share) => share * size) as [number, number, number]
  const stands = manner !== 'flies' && manner !== 'swims'
  if (stands && (!frame.tight || performance.alone) && species !== 'bird')
    contactShadow(context, light, at, size * 0.6, size * 0.3)
  performance.cutout({
    ...{ context, light, look, scale: size * 1.6, haze: performance.haze * 0.6 },
    box: {
      left: at.x - side,
      right: at.x + side,
      top: at.y - up,
      bottom: rises ? Math.min(rises.water, at.y + down) : at.y + down,
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.6, size * 0.012))
      kind.paint({
        ...{ brush, at, size, time, manner, way: wayOf(performance), seed: actor.seed },
        ...creatureColours(species, actor),
        tipped: rises?.tipped ?? 0,
      })
      return brush.glows
    },
  })
  if (rises) paintFoam(context, light, { ...rises, size, time })
}

const wayOf = ({ actor }: Performance): number => actor.company?.way ?? Math.sign(actor.yaw || 1)

const grounded = /\b(?:stand|sit|perch|peck|walk|hop|swim|float|ground|water)/u
const settled = /\b(?:sits?|rests?|sleeps?|perch|lands?|settles?|stands?|drinks?)/u
const strokes = /\b(?:swim|dive|diving|paddl|float)/u
const crawls = /\b(?:crawl|slither|hop|waddl|creep|march|climb|scuttl|leap|jump|slid|swim|dart)/u

/** What an animal is about, from its words and from where it is. */
const mannerOf = (performance: Performance, species: Creature): Manner => {
  const { actionText } = performance.actor
  const kind = creatures[species]
  if (species === 'bird')
    return isFlight(actionText) || /\bcross/u.test(actionText) || !grounded.test(actionText)
      ? 'flies'
      : 'rests'
  if (kind.home === 'air') return settled.test(actionText) ? 'rests' : 'flies'
  if (kind.flies && (isFlight(actionText) || isHurrying(performance))) return 'flies'
  if (isSwimming(performance, species)) return 'swims'
  return (kind.paws ? mannerOfPaws(performance) : null) ?? mannerAfoot(performance)
}

/** A bird of prey or a songbird that hurries takes wing; on its feet it would slide along. */
const isHurrying = ({ actor: { species, action } }: Performance): boolean =>
  species === 'owl' && (gaitOf(action.kind) !== null || action.kind === 'run')

/** Creatures of the sea swim wherever they are, but for those with arms to stand on. */
const isSwimming = ({ actor, water }: Performance, species: Creature): boolean => {
  const kind = creatures[species]
  if (water === 'under') return kind.swims
  if (kind.home === 'water') return species !== 'octopus' || water !== null
  return kind.swims && strokes.test(actor.actionText)
}

const mannerOfPaws = ({ actor: { actionText } }: Performance): Manner | null => {
  if (digging.test(actionText)) return 'digs'
  return /\b(?:hold|gnaw|nibbl|crack|munch)/u.test(actionText) ? 'feeds' : null
}

const mannerAfoot = ({ actor: { actionText, action, company } }: Performance): Manner => {
  if (action.kind === 'sleep') return 'sleeps'
  if (action.kind === 'eat' || action.kind === 'drink' || /\bpeck/u.test(actionText)) return 'feeds'
  return company || gaitOf(action.kind) !== null || crawls.test(actionText) ? 'goes' : 'rests'
}

/** Whether it is seen where it comes out of the water. */
const isSurfacing = ({ water }: Performance, kind: CreatureKind, manner: Manner): boolean =>
  water === 'surface' && manner === 'swims' && kind.home === 'water'

const sizeOf = ({ actor, frame, alone }: Performance, kind: CreatureKind): number => {
  if (alone && frame.tight) return frame.height * kind.alone[1] * actor.distance
  const least = alone ? frame.height * kind.alone[0] : 0
  const real = (frame.adult / adultMetres) * kind.metres * growthFrom(actor.words, kind)
  const [low, high] = kind.share
  return Math.max(least, clamp(real, frame.height * low, frame.height * high)) * actor.distance
}

const growthFrom = (words: string, kind: CreatureKind): number => {
  if (kind.share[1] <= 0.13) return 1
  if (/\b(?:small|little|tiny|baby|young|ducklings?|chicks?)\b/iu.test(words)) return 0.66
  return /\b(?:large|big|huge|giant|enormous)\b/iu.test(words) ? 1.3 : 1
}

interface Placing {
  readonly kind: CreatureKind
  readonly manner: Manner
  readonly size: number
}

const placeOf = (performance: Performance, placing: Placing): Point => {
  const { manner, kind } = placing
  if (manner === 'flies') return inTheAir(performance, placing)
  if (manner === 'swims')
    return kind.home === 'water' || performance.water === 'under'
      ? inTheWater(performance, placing)
      : onTheWater(performance, placing)
  return onTheGround(performance, placing)
}

const inTheAir = (performance: Performance, { size, kind }: Placing): Point => {
  const { actor, frame, time } = performance
  const face = wayOf(performance)
  const lane = (actor.seed % 11) / 11
  const bob = Math.sin(time * 0.9 + actor.seed) * size * 0.25
  const x = actor.x * frame.width
  if (kind.reach[1] > 1)
    return {
      x: x + face * frame.width * (0.075 * time - 0.1),
      y: frame.height * (frame.tight ? 0.44 : 0.14 + lane * 0.24) + bob,
    }
  // What flutters goes in bends, never straight.
  const flit = Math.sin(time * 2.3 + actor.seed) * size * (frame.tight ? 0.05 : 0.22)
  const rise = frame.tight ? bob * 0.3 : bob
  return {
    x: x + face * frame.width * 0.05 * (time - 2) + Math.sin(time * 1.3 + actor.seed) * size * 0.3,
    y: frame.height * (frame.tight ? 0.52 : 0.38 + lane * 0.22) + rise + flit,
  }
}

const inTheWater = (performance: Performance, { size, kind }: Placing): Point => {
  const { actor, frame, time, seconds } = performance
  const face = wayOf(performance)
  const lane = (actor.seed % 11) / 11
  const bob = Math.sin(time * 0.9 + actor.seed) * size * (kind.share[1] <= 0.13 ? 0.25 : 0.04)
  const x = actor.x * frame.width
  if (kind.share[1] <= 0.13)
    return { x: x + face * frame.width * 0.04 * time, y: frame.height * (0.3 + lane * 0.4) + bob }
  const room = Math.min(frame.width * 0.3, size * kind.pace * seconds)
  // The larger the body, the nearer to the middle.
  const middle = frame.width * (0.5 + (actor.x - 0.5) * clamp(1 - (size / frame.width) * 1.4))
  return {
    x: middle + face * room * (time / Math.max(1, seconds) - 0.5),
    y: frame.height * (frame.tight ? 0.48 : 0.4 + lane * 0.2) + bob,
  }
}

const onTheWater = (performance: Performance, { size, kind }: Placing): Point => {
  const { actor, frame, time } = performance
  const passed = size * Math.min(0.3, kind.pace) * (time - performance.seconds / 2)
  return {
    x: actor.x * frame.width + wayOf(performance) * passed,
    y: waterline(performance) + Math.sin(time * 1.4 + actor.seed) * size * 0.015,
  }
}

/** Where its feet are; seen close beside people, the large have theirs below the picture as people have. */
const footing = ({ actor, frame, alone }: Performance, { size, kind }: Placing): number => {
  if (!frame.tight) return groundAt(frame, actor.distance)
  if (size > frame.height && !alone) return frame.ground
  return frame.height * (kind.share[1] <= 0.13 ? captionTop : alone ? 0.84 : 0.96)
}

const onTheGround = (performance: Performance, placing: Placing): Point => {
  const { actor, frame, time, seconds } = performance
  const { manner, size, kind } = placing
  const y = footing(performance, placing)
  if (actor.company && manner === 'goes') return { x: courseOf(performance, 1).x, y }
  const room = frame.width * (frame.tight ? 0.1 : 0.42)
  const passed = Math.min(kind.pace * size * seconds, room) * (time / Math.max(1, seconds) - 0.5)
  const home = 0.5 + (actor.x - 0.5) * (manner === 'goes' ? 0.6 : 1)
  return { x: home * frame.width + (manner === 'goes' ? wayOf(performance) * passed : 0), y }
}
