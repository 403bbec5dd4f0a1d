import type { StageLayer } from '../stage-types.ts'
import { placeMeant } from '../vocabulary.ts'
import { hasPlot } from '../worlds/plots.ts'
import { isTrain, performThings } from './act-things.ts'
import type { Actor } from './actor.ts'
import { makeCutout } from './brush/cutout.ts'
import type { FigureRequest } from './figure-request.ts'
import { isTight, measureFrame } from './framing.ts'
import type { NamedThing } from './things/things.ts'

/** What stands or goes by itself; a train on the rails of its place is farther off than the rest. */
export const thingLayers = (
  request: FigureRequest,
  standing: readonly NamedThing[],
  actors: readonly Actor[],
): readonly StageLayer[] => {
  const { track } = request
  const onRails = track ? standing.filter(({ thing }) => isTrain(thing)) : []
  const others = standing.filter((one) => !onRails.includes(one))
  const layer = (depth: number, things: readonly NamedThing[]): readonly StageLayer[] =>
    things.length > 0 ? [{ ...thingLayer(request, things, actors), depth }] : []
  return [...layer(track?.depth ?? 0, onRails), ...layer(0.95, others)]
}

/** A painter of one of the things that stand in a picture, where it is among them all. */
export const onlyThing = (
  request: FigureRequest,
  {
    standing,
    actors,
  }: { readonly standing: readonly NamedThing[]; readonly actors: readonly Actor[] },
  named: NamedThing,
): StageLayer['paint'] => {
  const { track } = request
  const isBehind = (one: NamedThing): boolean => Boolean(track) && isTrain(one.thing)
  const beside = standing.filter((one) => isBehind(one) === isBehind(named))
  return thingLayer(request, beside, actors, [named]).paint
}

const thingLayer = (
  request: FigureRequest,
  things: readonly NamedThing[],
  actors: readonly Actor[],
  shown?: readonly NamedThing[],
): StageLayer => {
  const cutout = makeCutout()
  const { indoors } = request
  const near = actors.filter(({ crowd }) => !crowd)
  const middle = near.reduce((sum, { x }) => sum + x, 0) / Math.max(1, near.length)
  const still = !things.some(({ thing, goes }) => thing.moves || goes !== null)
  return {
    depth: 0.95,
    still,
    paint: (context, time, width, height) => {
      const frame = measureFrame(request.framing, {
        width,
        height,
        ground: request.ground,
        land: request.land,
        indoors,
      })
      performThings(context, {
        things,
        ...(shown ? { shown } : {}),
        frame,
        time,
        cutout,
        light: request.light,
        look: request.look,
        indoors,
        seconds: request.seconds,
        wet: request.wet,
        heads: near.map((one) => ({
          x: one.x * width + one.aside * frame.adult,
          chin: (one.kind === 'person' ? one.appearance.height : 0.5) * 1.4,
        })),
        peopled: actors.length > 0,
        side: middle > 0.5 ? -1 : 1,
        hero: isTight(request.framing) && actors.length === 0,
        heading: request.heading,
        track: request.track ?? null,
        ledge: !hasPlot(placeMeant(request.place) ?? 'landscape'),
      })
    },
  }
}
