import type { Framing } from '../../../domain/script.ts'
import { lightOf } from '../drawing/atmosphere.ts'
import type { Stage, StageLayer } from '../stage-types.ts'
import type { Place } from '../vocabulary.ts'
import { weatherLayers } from '../weather/weather-layers.ts'
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

// Feet stand above the band that captions need as long as the framing shows them.
const grounds: Readonly<Record<Framing, number>> = {
  establishing: 0.8,
  wide: 0.83,
  full: 0.9,
  medium: 0.92,
  'close-up': 0.92,
  insert: 0.92,
}

/** An outdoor place, framed, with its light. */
export const outdoorStage = (plan: WorldPlan): Stage => {
  const world = painters[plan.place](plan)
  const zoom = closeness[plan.framing]
  const weather =
    plan.place === 'space' || plan.place === 'underwater'
      ? null
      : weatherLayers(plan.air, plan.shotSeed)
  const middle = world.layers.findIndex(({ depth }) => depth >= 0.4)
  const layers = [
    ...world.layers.slice(0, middle),
    ...(weather?.between ?? []),
    ...world.layers.slice(middle),
  ]
  return {
    layers: [...layers.map((layer) => framed(layer, zoom, world.focus)), ...(weather?.front ?? [])],
    light: lightOf(plan.air),
    ground: grounds[plan.framing],
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
