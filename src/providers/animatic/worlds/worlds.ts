import type { Framing } from '../../../domain/script.ts'
import { lightOf } from '../drawing/atmosphere.ts'
import { css, mix } from '../drawing/colour.ts'
import { randomFrom, seedOf } from '../drawing/random.ts'
import type { Stage, StageLayer, Track } from '../stage-types.ts'
import type { Place } from '../vocabulary.ts'
import { wonderLayers } from '../weather/sky-wonders.ts'
import { weatherLayers } from '../weather/weather-layers.ts'
import { citySkyline, cityStreet, village } from './built-places.ts'
import { desert, skyPlace, snowField, space } from './far-places.ts'
import { lavenderField, riceTerraces, vineyard } from './field-places.ts'
import { farm, forest, garden, landscape, meadow, park } from './green-places.ts'
import { footballPitch, playground, swimmingPool } from './leisure-places.ts'
import { canyon, iceberg, shipDeck, volcano } from './mighty-places.ts'
import { mountainLake, mountains, river, waterfall } from './mountain-places.ts'
import {
  airfield,
  bridge,
  coastRoad,
  houseFront,
  market,
  road,
  rooftop,
  station,
} from './near-places.ts'
import { canalCity, oldTown, townSquare } from './old-places.ts'
import { mars, moonSurface } from './other-worlds.ts'
import { hasPlot, plotLayers } from './plots.ts'
import { castle } from './storied-places.ts'
import { beach, harbor, ocean, rockyCoast, underwater } from './water-places.ts'
import { cave, jungle } from './wild-places.ts'
import type { World, WorldPainter, WorldPlan } from './world.ts'

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
  'canal city': canalCity,
  'town square': townSquare,
  'old town': oldTown,
  'city skyline': citySkyline,
  rooftop,
  bridge,
  market,
  'house front': houseFront,
  harbor,
  'rocky coast': rockyCoast,
  park,
  garden,
  road,
  'coast road': coastRoad,
  station,
  airfield,
  'snow field': snowField,
  space,
  sky: skyPlace,
  farm,
  castle,
  jungle,
  cave,
  'football pitch': footballPitch,
  playground,
  vineyard,
  'lavender field': lavenderField,
  'rice terraces': riceTerraces,
  volcano,
  canyon,
  iceberg,
  'ship deck': shipDeck,
  'swimming pool': swimmingPool,
  mars,
  'moon surface': moonSurface,
  landscape,
}

/** How much closer a framing is than a wide one. */
const closeness: Readonly<Record<Framing, number>> = {
  establishing: 1,
  wide: 1.02,
  full: 1.18,
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

/** Where the camera stands: how much nearer than framed, and the point across the frame that it looks at, 0…1. */
interface Viewpoint {
  readonly zoom: number
  readonly across: number
}

/**
 * A place without people is looked at from another side in every shot, so that a film of one place is not one picture:
 * the camera closes in on a part of it. An establishing shot shows the whole.
 */
const viewpointOf = ({ framing, peopled, shotSeed }: WorldPlan): Viewpoint => {
  if (framing === 'establishing') return { zoom: 1, across: 0.5 }
  const random = randomFrom(seedOf(shotSeed, 'viewpoint'))
  const side = random() < 0.5 ? 0 : 1
  const across = 0.5 + (side - 0.5) * (0.35 + random() * 0.55)
  return peopled ? { zoom: 1.12, across } : { zoom: 1.25 + random() * 0.55, across }
}

/** An outdoor place, framed, with its light. */
export const outdoorStage = (plan: WorldPlan): Stage => {
  const world = painters[plan.place](plan)
  const viewpoint = viewpointOf(plan)
  const zoom = closeness[plan.framing] * viewpoint.zoom
  const air = world.air ?? plan.air
  const weather = withoutWeather.has(plan.place) ? null : weatherLayers(air, plan.shotSeed)
  const isAshore = world.landFrom !== undefined && !plan.afloat
  const wonders = hasSky(plan.place) ? wonderLayers(plan.wonders, air, plan.shotSeed) : []
  const wanted = withWonders(world.layers, wonders).filter(
    ({ shows, depth }) =>
      !isAvoided(shows, plan.avoid) && (isAshore || world.landFrom === undefined || depth < 0.8),
  )
  const onPlot = plan.closeOnThing && hasPlot(plan.place)
  const middle = wanted.findIndex(({ depth }) => depth >= 0.4)
  const layers = [
    ...wanted.slice(0, middle),
    ...(weather?.between ?? []),
    ...wanted.slice(middle).filter(({ depth }) => !onPlot || depth < 0.93),
  ]
  const plot = onPlot ? plotLayers(plan) : { behind: [], front: [] }
  return {
    layers: [
      ...layers
        .map((layer) => framed(layer, zoom, { x: viewpoint.across, y: world.focus }))
        .map((layer) => (plan.peopled && zoom > 1.2 ? besidePeople(layer) : layer)),
      ...plot.behind,
      ...plot.front,
      ...(weather?.front ?? []),
    ],
    light: lightIn({ ...plan, air }),
    ground: grounds[plan.framing],
    land: isAshore ? landIn(world, zoom) : 0,
    track: framedTrack(world, zoom),
    standAt: (aspect) => framedPoint(world.standAt?.(aspect) ?? null, zoom, viewpoint.across),
    depicted: wanted.flatMap(({ shows }) => shows ?? []),
  }
}

/** What is in the sky is behind all that stands on the ground, and before the clouds; what is near, before all. */
const withWonders = (
  layers: readonly StageLayer[],
  wonders: readonly StageLayer[],
): readonly StageLayer[] => {
  const ground = layers.findIndex(({ depth }) => depth > 0.07)
  const cut = ground < 0 ? layers.length : ground
  const far = wonders.filter(({ depth }) => depth < 1)
  const near = wonders.filter(({ depth }) => depth >= 1)
  return [...layers.slice(0, cut), ...far, ...layers.slice(cut), ...near]
}

/** The farthest that feet can stand in a closer framing, 0…1 of the height. */
const landIn = ({ landFrom, focus }: World, zoom: number): number =>
  landFrom === undefined ? 0 : focus + (landFrom - focus) * nearer(zoom, 0.9)

/** Where the rails of a place are in a closer framing. */
const framedTrack = ({ track, focus }: World, zoom: number): Track | null => {
  if (!track) return null
  const scale = nearer(zoom, track.depth)
  return {
    ...track,
    foot: focus + (track.foot - focus) * scale,
    tall: track.tall * scale,
  }
}

/** Where a point across the figure plane is in a closer framing; null when that is near the edge or beyond. */
const framedPoint = (x: number | null, zoom: number, across: number): number | null => {
  if (x === null) return null
  const seen = across + (x - across) * nearer(zoom, 0.6)
  return Math.abs(seen - 0.5) < 0.36 ? seen : null
}

/** Places where no weather reaches. */
const withoutWeather: ReadonlySet<Place> = new Set(['space', 'underwater', 'moon surface', 'cave'])

/** Whether a place has a sky that weather and lights come from. */
export const hasSky = (place: Place): boolean => !withoutWeather.has(place)

/** Places whose lamps stand near enough to light a face. */
const lamplit: ReadonlySet<Place> = new Set([
  'city street',
  'canal city',
  'town square',
  'old town',
  'market',
  'station',
  'house front',
  'cave',
])

/** The light on who stands there. */
const lightIn = (plan: WorldPlan): Stage['light'] => {
  if (plan.place === 'space') return sunlight(plan.seed)
  const light = lightOf(plan.air)
  const { lamps, ambient } = plan.air
  if (!lamplit.has(plan.place) || lamps < 0.3) return moonlit(light, plan.peopled)
  return {
    ...light,
    key: css(mix(plan.air.key, [255, 206, 144], lamps * 0.85)),
    ambient: css(mix(ambient, [172, 148, 130], lamps * 0.75)),
    level: Math.max(light.level, 0.36 + lamps * 0.2),
    direction: plan.shotSeed % 2 === 0 ? 0.6 : -0.6,
    backlit: false,
  }
}

/**
 * By night, people under the open sky are lit as a film lights them: enough from the front to tell the colours of their
 * clothes, with a cold edge from the sky.
 */
const moonlit = (light: Stage['light'], peopled: boolean): Stage['light'] =>
  !peopled || light.level > 0.3
    ? light
    : {
        ...light,
        ...{ key: css([206, 220, 250]), ambient: css([128, 142, 182]), shadow: css([24, 28, 54]) },
        ...{ level: 0.42, backlit: false },
      }

/** In space there is the sun from the side that lights the planet, and dark. */
const sunlight = (seed: number): Stage['light'] => ({
  ...{ key: '#fff3da', ambient: '#5a6a9c', shadow: '#080a18', level: 0.72, backlit: false },
  direction: seed % 3 === 0 ? -0.85 : -0.7,
})

/** Words by which a shot asks to leave out what a layer shows. */
const avoidances: Readonly<Record<NonNullable<StageLayer['shows']>, RegExp>> = {
  birds: /\b(?:birds?|animals?|wildlife|creatures?|seagulls?|gulls?)\b/u,
  fish: /\b(?:fish|fishes|animals?|wildlife|creatures?)\b/u,
  cars: /\b(?:cars?|vehicles?|traffic|automobiles?|machines?)\b/u,
  boats: /\b(?:boats?|ships?|vehicles?|vessels?)\b/u,
}

const isAvoided = (shows: StageLayer['shows'], avoid: readonly string[]): boolean =>
  shows !== undefined && avoid.some((words) => avoidances[shows].test(words))

/** What stands at both edges of a wide picture would stand before the people of a narrow one. */
const besidePeople = (layer: StageLayer): StageLayer =>
  layer.depth <= 1.1
    ? layer
    : {
        ...layer,
        paint: (context, time, width, height) => {
          if (width > height * 1.3) layer.paint(context, time, width, height)
        },
      }

const nearer = (zoom: number, depth: number): number =>
  1 + (zoom - 1) * (0.3 + 0.7 * Math.min(1.3, depth))

const framed = (
  layer: StageLayer,
  zoom: number,
  focus: { readonly x: number; readonly y: number },
): StageLayer => {
  if (zoom === 1) return layer
  const scale = nearer(zoom, layer.depth)
  return {
    ...layer,
    paint: (context, time, width, height) => {
      context.translate(focus.x * width, focus.y * height)
      context.scale(scale, scale)
      context.translate(-focus.x * width, -focus.y * height)
      layer.paint(context, time, width, height)
    },
  }
}
