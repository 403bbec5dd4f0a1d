import { placeMeant } from '../vocabulary.ts'
import type { Actor } from './actor.ts'
import type { Performance } from './performance.ts'

/** Where there is water to be in. */
const wet: ReadonlySet<string | null> = new Set([
  ...[
    'ocean',
    'mountain lake',
    'beach',
    'harbor',
    'rocky coast',
    'river',
    'waterfall',
    'underwater',
    'iceberg',
  ],
  ...['swimming pool', 'canal city', 'rice terraces', 'ship deck', 'jungle', 'bridge', 'canyon'],
])

/** Nobody swims or surfs where there is no water: they do as one does on the shore. */
export const onDryLand = (actor: Actor, place: string): Actor => {
  const { kind } = actor.action
  const isInWater = actor.kind === 'person' && (kind === 'swim' || kind === 'surf')
  if (!isInWater || /\b(?:pool|pond|water|sea|lake|river|waves?|surf)\b/u.test(place)) return actor
  return wet.has(placeMeant(place)) ? actor : { ...actor, action: { ...actor.action, kind: 'run' } }
}

const waters: ReadonlySet<string> = new Set([
  'ocean',
  'mountain lake',
  'beach',
  'harbor',
  'rocky coast',
])

/** The water a place shows or is under; null for dry land. */
export const waterOf = (place: string): Performance['water'] => {
  const meant = placeMeant(place) ?? ''
  return meant === 'underwater' ? 'under' : waters.has(meant) ? 'surface' : null
}
