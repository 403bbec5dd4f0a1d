import type { PictureSize } from '../../domain/brief.ts'
import { atmosphereOf, isWet } from './drawing/atmosphere.ts'
import { cameraFor } from './drawing/camera.ts'
import { compose, type DrawMoment } from './drawing/compositor.ts'
import { defocused, flattened, sketched } from './drawing/looks.ts'
import { between, randomFrom, seedOf } from './drawing/random.ts'
import { isOfTheSea } from './figures/animals/creatures.ts'
import { speciesOf } from './figures/animals/species.ts'
import {
  type FigureLayers,
  figureLayers,
  hasTraffic,
  hasTrain,
  isAboutThings,
} from './figures/figure-layers.ts'
import { framingFor } from './figures/keeping-clear.ts'
import { framingForLittle, isAboutLittle } from './figures/little-animals.ts'
import { readAction } from './figures/poses/actions.ts'
import { isOnSofa } from './figures/props/sofas.ts'
import { castActors } from './figures/staging.ts'
import type { Taken } from './interiors/furnishing.ts'
import { interiorStage } from './interiors/interior-stage.ts'
import type { Reading } from './reading.ts'
import type { Look, Stage } from './stage-types.ts'
import type { Season } from './vocabulary.ts'
import { outdoorStage } from './worlds/worlds.ts'

/** A shot, ready to be drawn at any moment. */
export interface ShotPicture {
  readonly draw: DrawMoment
  /** Words for all that is drawn, lower case, each once. */
  readonly depicted: readonly string[]
}

/** Set up a shot: its place, light, weather, figures and camera. */
export const shotPicture = async (
  asked: Reading,
  look: Look,
  size: PictureSize,
  seconds: number,
): Promise<ShotPicture> => {
  const reading = framedFor(asked)
  const stage = stageOf(reading, look, seconds, size.width / size.height)
  const { width, height } = size
  const camera = cameraFor(alongWith(stage.heading, reading), seconds, reading.shotSeed)
  const layers = look === 'sketch' ? [sketched(stage.layers, reading.shotSeed)] : stage.layers
  const treat = treatmentOf(look, reading, height)
  const late = between(randomFrom(seedOf(reading.shotSeed, 'cue')), 0, latestCue)
  const draw = await compose({
    ...{ layers, width, height, seconds: seconds + late },
    camera: (time) => camera(time - late),
    ...treat,
  })
  return {
    draw: (context, time) => draw(context, time + late),
    depicted: [...new Set([...reading.words, ...stage.depicted])].filter((word) => word !== ''),
  }
}

/** The camera starts up to this long after those before it have begun, seconds: no take shows them as another one does. */
const latestCue = 0.45

/** The whole picture, not only its people, is taken from where their doing can be seen. */
const framedFor = (reading: Reading): Reading => {
  const actors = castActors({ ...reading, seed: reading.worldSeed })
  const framing = framingFor(reading.framing, actors)
  const outdoors = reading.place !== 'interior'
  return { ...reading, framing: outdoors ? framingForLittle(framing, actors) : framing }
}

/** A camera that is to stand still goes along with those who go through the picture together. */
const alongWith = (heading: -1 | 0 | 1, { camera }: Reading): Reading['camera'] => {
  if (camera !== 'static' || heading === 0) return camera
  return heading > 0 ? 'track-right' : 'track-left'
}

const stageOf = (
  reading: Reading,
  look: Look,
  seconds: number,
  aspect: number,
): Stage & Pick<FigureLayers, 'heading'> => {
  const room = reading.place === 'interior' ? roomOf(reading, look) : null
  const stage = room ?? outdoorsOf(reading, look)
  const { subjects, cast, objects, framing, mood } = reading
  const figures = figureLayers({
    ...{ subjects, cast, objects, framing, mood, look, seconds },
    light: stage.light,
    ground: stage.ground,
    land: stage.land ?? 0,
    track: stage.track ?? null,
    standAt: stage.standAt?.(aspect) ?? null,
    seed: reading.worldSeed,
    place: reading.placeText,
    indoors: room !== null,
    wet: isWet(reading),
    heading: headingIn(reading),
    aspect,
  })
  const track = stage.track?.depth ?? 0
  const cutAt = (from: number): number => {
    const cut = stage.layers.findIndex(({ depth }) => depth > from)
    return cut < 0 ? stage.layers.length : cut
  }
  const [behind, cut] = [cutAt(track), cutAt(1.05)]
  return {
    ...stage,
    layers: [
      ...stage.layers.slice(0, behind),
      ...figures.layers.filter(({ depth }) => depth <= track),
      ...stage.layers.slice(behind, cut),
      ...figures.layers.filter(({ depth }) => depth > track),
      // What stands at the picture's edge would pass before those whom the camera goes along with.
      ...stage.layers.slice(cut).filter(({ still }) => !still || figures.heading === 0),
    ],
    depicted: [...stage.depicted, ...figures.depicted],
    heading: figures.heading,
  }
}

/** A camera that moves goes along with what drives; else all vehicles of a place are bound one way, so that cuts match. */
const headingIn = ({ camera, worldSeed }: Reading): -1 | 1 => {
  if (camera === 'track-left' || camera === 'pan-left') return -1
  if (camera === 'track-right' || camera === 'pan-right') return 1
  return worldSeed % 3 === 0 ? -1 : 1
}

const roomOf = (reading: Reading, look: Look): Stage | null =>
  interiorStage({
    ...{ place: reading.placeText, timeOfDay: reading.time, weather: reading.weather, look },
    ...{
      mood: reading.mood,
      seed: reading.worldSeed,
      framing: reading.framing,
      objects: belongingTo(reading),
      taken: takenIn(reading),
    },
  })

/** The things that are parts of the room itself; a door that somebody opens or knocks at is drawn with them. */
const belongingTo = ({ objects, subjects }: Reading): readonly string[] =>
  subjects.some(({ action }) => readAction(action).kind === 'knock')
    ? objects.filter((words) => !/\bdoor/iu.test(words))
    : objects

/** Trees bloom in spring, and where blossom is asked for. */
const seasonOf = ({ season, placeText }: Reading): Season | null =>
  season === null && /\bblossoms?\b|\bin bloom\b/u.test(placeText) ? 'spring' : season

const liesOnSofa = (subjects: Reading['subjects']): boolean =>
  subjects.every(({ what }) => speciesOf(what) !== null) &&
  subjects.some(({ action }) => {
    const { kind } = readAction(action)
    return isOnSofa(action) && (kind === 'sleep' || kind === 'lie')
  })

/** Who sleeps in a room is in its bed; an animal alone that lies on its sofa brings that. */
const takenIn = ({ subjects }: Reading): readonly Taken[] => [
  ...(liesOnSofa(subjects) ? (['sofa'] as const) : []),
  ...(subjects.some(({ action }) => {
    const { kind, abed } = readAction(action)
    return abed || kind === 'sleep' || kind === 'wake'
  })
    ? (['bed'] as const)
    : []),
]

const outdoorsOf = (reading: Reading, look: Look): Stage => {
  const seeds = { ...reading, seed: reading.worldSeed }
  const closeOnThing =
    isAboutThings(seeds) || (reading.framing !== 'establishing' && isAboutLittle(castActors(seeds)))
  const air = atmosphereOf({
    time: reading.time,
    weather: reading.weather,
    season: seasonOf(reading),
    mood: reading.mood,
    look,
    mirrored: reading.worldSeed % 2 === 1,
    hueShift: reading.hueShift,
  })
  return outdoorStage({
    place: reading.place === 'interior' ? 'landscape' : reading.place,
    air,
    seed: reading.worldSeed % 100_000,
    shotSeed: reading.shotSeed % 100_000,
    framing: reading.framing,
    peopled: reading.subjects.length + reading.objects.length > 0 || closeOnThing,
    afloat: isAfloat(reading.subjects),
    crossed: hasTraffic({ ...reading, seed: reading.worldSeed }),
    railed: hasTrain({ ...reading, seed: reading.worldSeed }),
    closeOnThing,
    wonders: reading.wonders,
    avoid: reading.avoid,
  })
}

const onWater: ReadonlySet<string> = new Set(['surf', 'swim', 'row'])

const isAfloat = (subjects: Reading['subjects']): boolean =>
  subjects.length > 0 &&
  subjects.every(({ what, action }) => isOfTheSea(what) || onWater.has(readAction(action).kind))

const openness: Readonly<Record<Reading['framing'], number>> = {
  establishing: 0,
  wide: 0,
  full: 0.25,
  medium: 0.6,
  'close-up': 1,
  insert: 1,
}

/** What a look does to each cached plane. */
const treatmentOf = (
  look: Look,
  reading: Reading,
  height: number,
): {
  treat?: (
    canvas: Parameters<typeof flattened>[0],
    depth: number,
  ) => Parameters<typeof flattened>[0]
  pad?: number
} => {
  if (look === 'motion') return { treat: flattened, pad: 6 }
  if (look === 'sketch') return {}
  const open = openness[reading.framing] + (look === 'feature' ? 0.25 : 0)
  if (open === 0) return {}
  const radius = (depth: number): number => (Math.abs(1 - depth) * open * height) / 190
  return {
    treat: (canvas, depth) =>
      depth < 0.85 || depth > 1.15 ? defocused(canvas, radius(depth)) : canvas,
    pad: Math.ceil(height / 60),
  }
}
