import type { Light, Paint } from '../../stage-types.ts'
import { css, mix, readColour, white } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import type { Point } from '../brush/geometry.ts'
import { groundAt } from '../framing.ts'
import type { Performance } from '../performance.ts'
import type { Creature } from './species.ts'

/** An animal that comes out of the water. */
export interface Surfacing {
  readonly at: Point
  /** How far it is tipped up ahead, radians. */
  readonly tipped: number
  /** Where air and water meet, pixels. */
  readonly water: number
  /** How much foam there is, 0…1. */
  readonly foam: number
  /** Seconds of one coming up, and how far along it is, 0…1. */
  readonly spouts: number
}

/** Where air and water meet under a body that swims at the surface. */
export const waterline = ({ frame, actor }: Performance): number => {
  if (frame.tight) return frame.height * 0.7
  if (frame.land > 0 && frame.land < frame.ground) return frame.land - frame.height * 0.045
  return Math.min(groundAt(frame, actor.distance), frame.height * 0.8)
}

const leapers: ReadonlySet<Creature> = new Set(['dolphin', 'fish'])

/** Where an animal of the sea is when it is seen from above the water: it leaps, rolls or shows its fin. */
export const surfacing = (performance: Performance, species: Creature, size: number): Surfacing => {
  const { actor, frame, time, seconds } = performance
  const water = waterline(performance)
  const way = Math.sign(actor.yaw || 1)
  if (leapers.has(species)) {
    const turns = time / 2.1 + (actor.seed % 7) / 7
    const share = turns - Math.floor(turns)
    const height = Math.sin(share * Math.PI) * 1.15 - 0.55
    const along =
      (Math.floor(turns) - seconds / 4.2 + share) * Math.min(size * 1.1, frame.width * 0.16)
    return {
      at: { x: actor.x * frame.width + way * along, y: water - height * size * 0.72 },
      tipped: Math.cos(share * Math.PI) * 0.85,
      foam: 1 - Math.min(1, Math.abs(height) * 1.6),
      ...{ water, spouts: 0 },
    }
  }
  const depth = species === 'shark' ? 0.09 : species === 'whale' ? 0.02 : 0.05
  const roll = Math.sin(time * 0.9 + actor.seed) * (species === 'whale' ? 0.035 : 0.012)
  const middle = frame.width * (0.5 + (actor.x - 0.5) * Math.max(0, 1 - size / frame.width))
  const passed = (time / Math.max(1, seconds) - 0.5) * frame.width * 0.14
  return {
    at: { x: middle + way * passed, y: water + (depth + roll) * size },
    tipped: roll * 1.2,
    foam: 0.5,
    water,
    spouts: species === 'whale' ? (time / 3.4) % 1 : 0,
  }
}

/** White water where the body goes through, and the breath of a whale. */
export const paintFoam = (
  context: Paint,
  light: Light,
  {
    at,
    water,
    foam,
    size,
    time,
    spouts,
  }: Surfacing & { readonly size: number; readonly time: number },
): void => {
  const tone = mix(readColour(light.ambient), white, 0.35 + light.level * 0.4)
  const dice = makeDice(Math.round(at.x / 400) + 77)
  context.save()
  for (let fleck = 0; fleck < 26; fleck += 1) {
    const [x, y] = [dice.between(-0.5, 0.5), dice.between(-0.006, 0.03)]
    const bob = Math.sin(time * 3 + fleck) * 0.006
    context.fillStyle = css(tone, foam * dice.between(0.25, 0.7))
    context.beginPath()
    context.ellipse(
      at.x + x * size,
      water + (y + bob) * size,
      size * dice.between(0.02, 0.06),
      size * dice.between(0.004, 0.011),
      0,
      0,
      Math.PI * 2,
    )
    context.fill()
  }
  if (spouts > 0 && spouts < 0.5) {
    const strength = Math.sin(spouts * 2 * Math.PI)
    for (let drop = 0; drop < 34; drop += 1) {
      const rise = dice.between(0.1, 1) * Math.min(1, spouts * 4)
      const spread = dice.between(-0.09, 0.09) * rise
      context.fillStyle = css(tone, strength * dice.between(0.2, 0.55))
      const reach = size * dice.between(0.005, 0.016)
      context.beginPath()
      context.arc(at.x + spread * size, water - (0.13 + rise * 0.26) * size, reach, 0, Math.PI * 2)
      context.fill()
    }
  }
  context.restore()
}
