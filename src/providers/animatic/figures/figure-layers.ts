import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import { roomMeant } from '../interiors/room-kinds.ts'
import type { Light, Look, Paint, StageLayer } from '../stage-types.ts'
import { performPerson } from './act-person.ts'
import { makeCutout } from './cutout.ts'
import { measureFrame } from './framing.ts'
import { type Actor, castActors } from './staging.ts'

/** Who and what is to be seen in a shot. */
export interface FigureRequest {
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly objects: readonly string[]
  readonly framing: Framing
  readonly mood: string
  readonly light: Light
  /** 0…1 of the height: where feet stand. */
  readonly ground: number
  readonly seed: number
  readonly look: Look
  readonly place: string
  /** Length of the shot. */
  readonly seconds: number
}

/** Layers with people, animals and things, back to front, and the words they truly show, lower case. */
export interface FigureLayers {
  readonly layers: readonly StageLayer[]
  readonly depicted: readonly string[]
}

/** Draws the people, animals and things of a shot. The same cast looks the same whatever the seed. */
export const figureLayers = (request: FigureRequest): FigureLayers => {
  const actors = castActors(request)
  const objects = request.objects.map((object) => object.toLowerCase())
  const indoors = roomMeant(request.place) !== null
  const cutout = makeCutout()
  const perform =
    (chosen: readonly Actor[]) =>
    (context: Paint, time: number, width: number, height: number): void => {
      const frame = measureFrame(request.framing, {
        width,
        height,
        ground: request.ground,
        indoors,
      })
      for (const actor of chosen) {
        performPerson(context, {
          actor,
          frame,
          time,
          objects,
          indoors,
          cutout,
          light: request.light,
          look: request.look,
          mood: request.mood,
          seconds: request.seconds,
        })
      }
    }
  const people = actors.filter(({ kind }) => kind === 'person')
  const [crowd, near] = [
    people.filter((actor) => actor.crowd),
    people.filter((actor) => !actor.crowd),
  ]
  const layers: StageLayer[] = []
  if (crowd.length > 0) layers.push({ depth: 0.85, still: false, paint: perform(crowd) })
  if (near.length > 0) layers.push({ depth: 1, still: false, paint: perform(near) })
  const depicted = people.flatMap((actor) => [
    actor.what,
    actor.name.toLowerCase(),
    actor.action.word ?? '',
  ])
  return { layers, depicted: [...new Set(depicted)].filter((word) => word !== '') }
}
