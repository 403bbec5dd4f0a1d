import type { Paint } from '../stage-types.ts'
import { makeBrush } from './brush.ts'
import { readColour } from './colour.ts'
import { contactShadow } from './contact-shadow.ts'
import { paintFish, paintFlyingBird, paintStandingBird, plumage } from './flock.ts'
import { clamp } from './geometry.ts'
import type { Performance } from './performance.ts'
import { paintPieces } from './person.ts'
import { gaitOf, quadrupedPieces, quadrupedSpeed } from './quadruped.ts'
import { quadrupedLook } from './quadruped-looks.ts'
import { makeProjection } from './skeleton.ts'
import type { Species } from './species.ts'

/** Height of the adult all else is measured by, metres. */
const adultMetres = 1.7

/** Paints an animal at its place in the picture. */
export const performAnimal = (context: Paint, performance: Performance): void => {
  const { species } = performance.actor
  if (species === 'bird' || species === 'fish') performSmall(context, performance, species)
  else if (species) performQuadruped(context, performance, species)
}

const performQuadruped = (
  context: Paint,
  performance: Performance,
  species: Exclude<Species, 'bird' | 'fish'>,
): void => {
  const { actor, frame, light, look, time, seconds } = performance
  const build = quadrupedLook(species, actor.words, actor.seed)
  const kind = actor.action.kind
  const way = gaitOf(kind)
  const face = Math.sign(actor.yaw || 1)
  const grown = tightScale(performance, build.metres)
  const distance = actor.distance
  const scale = frame.adult * (build.metres / adultMetres) * distance * grown
  const speed = way ? quadrupedSpeed(way) * scale : 0
  const room = frame.tight ? 0.12 : 0.5
  const slow = Math.min(1, (room * frame.width) / Math.max(1, speed * Math.max(1, seconds)))
  const x = actor.x * frame.width + face * speed * slow * (time - seconds / 2)
  const angle = Math.max(0.75, Math.asin(clamp(slow, 0.3, 1)))
  const y = frame.tight
    ? tightGround(performance, build.metres, scale)
    : frame.horizon + (frame.ground - frame.horizon) * distance
  const at = { x, y }
  if (!frame.tight) contactShadow(context, light, at, scale, scale * build.length * 0.55)
  const reach = scale * 1.7
  performance.cutout({
    context,
    light,
    look,
    scale: scale * 1.2,
    haze: performance.haze,
    box: {
      left: Math.max(-frame.width * 0.2, x - reach),
      right: Math.min(frame.width * 1.2, x + reach),
      top: Math.max(-frame.height * 0.2, y - scale * 1.9),
      bottom: Math.min(frame.height * 1.2, y + scale * 0.25),
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.7, Math.min(3, scale * 0.006)))
      const view = makeProjection(at, scale, face * (way ? angle : 1.0))
      paintPieces(
        quadrupedPieces({
          brush,
          look: build,
          view,
          action: kind,
          time: time + (actor.crowd ? actor.seed : 0),
          seed: actor.seed,
        }),
      )
      return brush.glows
    },
  })
}

/** Animals alone in a tight framing are brought nearer than people are. */
const tightScale = ({ frame, alone }: Performance, metres: number): number => {
  if (!frame.tight) return alone && metres < 0.9 ? Math.min(2.1, 0.9 / metres) : 1
  if (!alone) return 1
  return (
    (frame.height * (frame.adult > frame.height * 2 ? 1.15 : 0.72)) /
    (frame.adult * (metres / adultMetres))
  )
}

const tightGround = ({ frame, alone }: Performance, metres: number, scale: number): number => {
  if (alone) return frame.height * (frame.adult > frame.height * 2 ? 1.22 : 0.9)
  return Math.min(frame.ground, frame.height * (metres > 1 ? 1.1 : 0.86) + scale * 0.06)
}

const performSmall = (context: Paint, performance: Performance, species: 'bird' | 'fish'): void => {
  const { actor, frame, light, look, time } = performance
  const face = Math.sign(actor.yaw || 1)
  const flies =
    species === 'bird' &&
    !/\b(?:stand|sit|perch|peck|walk|swim|float|ground|water)/u.test(actor.actionText)
  const metre = frame.adult / adultMetres
  const grown = performance.alone && frame.tight ? frame.height * 0.5 : 0
  const size =
    Math.max(
      grown,
      Math.min(
        frame.height * 0.13,
        Math.max(frame.height * 0.028, metre * (species === 'bird' ? 0.5 : 0.42)),
      ),
    ) * actor.distance
  const drift =
    species === 'bird' && !flies ? 0 : frame.width * (flies ? 0.075 : 0.04) * time * face
  const lane = (actor.seed % 11) / 11
  const high = flies ? 0.14 + lane * 0.24 : species === 'fish' ? 0.3 + lane * 0.4 : 0
  const y =
    high > 0
      ? frame.height * high + Math.sin(time * 0.9 + actor.seed) * size * 0.25
      : frame.tight
        ? frame.height * 0.8
        : frame.horizon + (frame.ground - frame.horizon) * actor.distance
  const x = actor.x * frame.width + drift - (flies ? face * frame.width * 0.1 : 0)
  performance.cutout({
    context,
    light,
    look,
    scale: size * 1.6,
    haze: performance.haze * 0.6,
    box: {
      left: x - size * 1.1,
      right: x + size * 1.1,
      top: y - size * 1.1,
      bottom: y + size * 0.7,
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.6, size * 0.012))
      const colour =
        species === 'fish'
          ? readColour(actor.seed % 2 === 0 ? '#c9783c' : '#6f8ca6')
          : plumage(actor.words)
      const creature = { brush, at: { x, y }, size, way: face, time, seed: actor.seed, colour }
      if (species === 'fish') paintFish(creature)
      else if (flies) paintFlyingBird(creature)
      else paintStandingBird(creature)
      return brush.glows
    },
  })
}
