import type { Framing } from '../../../domain/script.ts'
import { lightOf } from '../drawing/atmosphere.ts'
import type { Stage, StageLayer } from '../stage-types.ts'
import type { Place } from '../vocabulary.ts'
import { citySkyline, cityStreet, road, village } from './built-places.ts'
import { desert, skyPlace, snowField, space } from './far-places.ts'
import { farm, forest, garden, landscape, meadow, park } from './green-places.ts'
import { mountainLake, mountains, river, waterfall } from './mountain-places.ts'
import { beach, harbor, ocean, underwater } from './water-places.ts'
import type { WorldPainter, WorldPlan } from './world.ts'

const painters: Readonly<Record<Place, WorldPainter>> = {
  'mountain lake': mountainLake,
  mountains,
  forest,
  meadow,
  beach,
  ocean,
  underwater,
  desert,
  river,
  waterfall,
  village,
  'city street': cityStreet,
  'city skyline': citySkyline,
  harbor,
  park,
  garden,
  road,
  'snow field': snowField,
  space,
  sky: skyPlace,
  farm,
  landscape,
}

/** How much closer a framing is than a wide one. */
const closeness: Readonly<Record<Framing, number>> = {
  establishing: 1,
  wide: 1.06,
  full: 1.22,
  medium: 1.5,
  'close-up': 1.95,
  insert: 2.3,
}

/** An outdoor place, framed, with its light. */
export const outdoorStage = (plan: WorldPlan): Stage => {
  const world = painters[plan.place](plan)
  const zoom = closeness[plan.framing]
  return {
    layers: world.layers.map((layer) => framed(layer, zoom, world.focus)),
    light: lightOf(plan.air),
    ground: world.focus + (world.ground - world.focus) * nearer(zoom, 1),
    depicted: [],
  }
}

const nearer = (zoom: number, depth: number): number =>
  1 + (zoom - 1) * (0.3 + 0.7 * Math.min(1.3, depth))

const framed = (layer: StageLayer, zoom: number, focus: number): StageLayer => {
  if (zoom === 1) return layer
  const scale = nearer(zoom, layer.depth)
  return {
    ...layer,
    paint: (context, time, width, height) => {
      context.translate(width / 2, focus * height)
      context.scale(scale, scale)
      context.translate(-width / 2, -focus * height)
      layer.paint(context, time, width, height)
    },
  }
}
