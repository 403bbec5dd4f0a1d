import type { Framing } from '../../../domain/script.ts'
import { mix } from '../figures/brush/colour.ts'
import { hashText, makeDice } from '../figures/brush/dice.ts'
import { measureFrame } from '../figures/framing.ts'
import type { Look, Stage, StageLayer } from '../stage-types.ts'
import { furniture } from './furnish.ts'
import type { Furnishing, Taken } from './furnishing.ts'
import { hasHearth } from './home-furniture.ts'
import { makeRoom, type Room, type RoomCamera } from './room.ts'
import { paintAir, paintForeground } from './room-air.ts'
import { type RoomKind, type RoomStyle, roomMeant, roomStyles } from './room-kinds.ts'
import { type RoomLight, roomLight } from './room-light.ts'
import { paintShell } from './shell.ts'
import { doorAsked, wallDoor } from './wall-door.ts'
import {
  paintGlass,
  paintOutlook,
  paintShafts,
  paintWindow,
  paintWindowFrame,
  type Window,
} from './window.ts'

/** A place indoors and how it is seen. */
export interface InteriorRequest {
  readonly place: string
  readonly timeOfDay: string
  readonly weather: string
  readonly mood: string
  readonly seed: number
  readonly look: Look
  readonly framing: Framing
  readonly objects: readonly string[]
  /** Furniture that people bring themselves. */
  readonly taken: readonly Taken[]
}

/** Height of an adult who is taken as the measure of the room, metres. */
const adultMetres = 1.7

/** How far the camera stands from the people, metres. */
const distances: Readonly<Record<Framing, number>> = {
  establishing: 5.2,
  wide: 4.6,
  full: 4.2,
  medium: 3.2,
  'close-up': 2.6,
  insert: 2.4,
}

const groundOf: Partial<Record<Framing, number>> = { establishing: 0.84, wide: 0.86, full: 0.9 }

/**
 * A furnished room in perspective, with light that falls in through its windows or from its lamps.
 *
 * @returns null for a place under the sky
 */
export const interiorStage = (request: InteriorRequest): Stage | null => {
  const kind = roomMeant(request.place)
  if (kind === null) return null
  const seed = seedWithHearth(hashText(`${kind} ${request.seed}`), request.objects)
  const side = (seed & 4) === 0 ? -1 : 1
  const style = roomStyles[kind]
  const air = roomLight(request.timeOfDay, request.weather, side)
  const ground = groundOf[request.framing] ?? 0.9
  const scene = { request, kind, seed, side, style, air: inMood(air, kind) }
  const layers = layersOf(scene, ground)
  const hearth = kind === 'living room' && hasHearth(seed) ? ['fireplace', 'fire'] : []
  const words = [kind, ...furniture[kind].shows, ...(style.window === 'none' ? [] : ['window'])]
  const matched = words.filter(
    (word) => request.place.toLowerCase().includes(word) || word === kind,
  )
  const shown = furniture[kind].shows.filter((word) => !matched.includes(word))
  return {
    layers,
    light: { ...scene.air.light, level: Math.min(1, scene.air.light.level + 0.16) },
    ground: groundShare(request.framing, ground),
    ...limitsOf(request.framing, ground, style),
    depicted: [
      ...new Set([
        request.place.toLowerCase().trim(),
        ...matched,
        ...shown,
        ...hearth,
        ...(style.window === 'none' ? [] : ['window']),
      ]),
    ],
  }
}

/** Where a fireplace is asked for, the room is one of those that have it. */
const seedWithHearth = (seed: number, objects: readonly string[]): number => {
  const isAsked = objects.some((object) => /\b(?:fireplace|hearth)\b/i.test(object))
  const tries = isAsked ? Array.from({ length: 32 }, (_, index) => seed + index * 8) : []
  return tries.find(hasHearth) ?? seed
}

/** The ground of a 16:9 picture; upright ones are measured again by whoever paints. */
const groundShare = (framing: Framing, ground: number): number => {
  const frame = measureFrame(framing, { width: 1600, height: 900, ground, indoors: true })
  return frame.ground / 900
}

/** The share of a 16:9 picture's height at which a point of the room is seen. */
const shareAt = (
  framing: Framing,
  ground: number,
  { y, z }: { readonly y: number; readonly z: number },
): number => {
  const size = { width: 1600, height: 900 }
  const { horizon, scale, distance, eye } = cameraOf(framing, size.width, size.height, ground)
  return (horizon + (scale * (eye - y) * distance) / (distance + z)) / size.height
}

/** Height of a train over its rails, metres. */
const trainMetres = 3.3

/** How far feet can stand, and where trains run. */
const limitsOf = (
  framing: Framing,
  ground: number,
  { floorTo, rails }: RoomStyle,
): Pick<Stage, 'land' | 'track'> => {
  const seen = (y: number, z: number): number => shareAt(framing, ground, { y, z })
  const foot = rails ? seen(-rails.low, rails.z) : 0
  return {
    land: floorTo === null ? 0 : seen(0, floorTo),
    track: rails ? { depth: 0.7, foot, tall: foot - seen(trainMetres - rails.low, rails.z) } : null,
  }
}

interface Scene {
  readonly request: InteriorRequest
  readonly kind: RoomKind
  readonly seed: number
  readonly side: number
  readonly style: RoomStyle
  readonly air: RoomLight
}

/** Stages and ships make their own light whatever the hour. */
const inMood = (air: RoomLight, kind: RoomKind): RoomLight => {
  if (kind === 'stage' || kind === 'boxing ring')
    return {
      ...air,
      sun: 0,
      lamps: true,
      rain: false,
      snow: false,
      light: { ...air.light, key: '#ffe6bc', ambient: '#4a4058', shadow: '#140f1c', level: 0.42 },
    }
  if (kind === 'spaceship')
    return {
      ...air,
      sun: 0.1,
      lamps: true,
      rain: false,
      snow: false,
      light: { ...air.light, key: '#cfe8ff', ambient: '#4c5c78', shadow: '#0e1424', level: 0.46 },
    }
  // Torches burn in a hall by day as well.
  if (kind === 'castle hall')
    return {
      ...air,
      lamps: true,
      light: { ...air.light, ambient: '#8d7c70', level: Math.max(0.36, air.light.level * 0.72) },
    }
  return litWithin.has(kind)
    ? { ...air, light: { ...air.light, level: Math.max(air.light.level, 0.68) } }
    : air
}

/** Public rooms whose ceilings are lit at every hour. */
const litWithin: ReadonlySet<RoomKind> = new Set([
  'corridor',
  'airplane',
  'airport',
  'gym',
  'underground station',
  'supermarket',
])

const layersOf = (scene: Scene, ground: number): StageLayer[] => {
  const { request, kind, seed, side, style, air } = scene
  const windows = windowsOf(style, side)
  const wall = makeDice(seed).roll()
  const shell = {
    wall: mix(style.walls[0], style.walls[1], wall),
    floor: style.floor,
    ceiling: style.ceiling,
    floorKind: style.floorKind,
    wainscot: style.wainscot,
    tiles: style.tiles,
  }
  const inRoom = roomPainter(scene, ground)
  const furnish = (room: Room): Furnishing => ({
    ...{ room, seed, side, air, lamps: air.lamps, taken: request.taken },
    windowX: windows(room)[0]?.x ?? 0,
  })
  // Drops run down the panes, behind whatever hangs or stands before them.
  const glass: StageLayer = {
    depth: 0.55,
    still: false,
    paint: inRoom((room) => {
      for (const pane of windows(room)) paintGlass(room, pane, air, seed)
    }, false),
  }
  // What drives sees the land pass behind its window frames.
  const passing: StageLayer[] = [
    {
      depth: 0.55,
      still: request.look === 'sketch',
      paint: inRoom((room) => {
        for (const pane of windows(room)) paintOutlook(room, pane, air, seed)
      }, request.look === 'sketch'),
    },
    {
      depth: 0.56,
      still: true,
      paint: inRoom((room) => {
        for (const pane of windows(room)) paintWindowFrame(room, pane, air)
      }, true),
    },
  ]
  const drives = style.view === 'passing'
  const layers: StageLayer[] = [
    {
      depth: 0.55,
      still: true,
      paint: inRoom((room) => {
        paintShell(room, shell, seed)
        if (drives) return
        for (const pane of windows(room)) paintWindow(room, pane, air, seed)
      }, true),
    },
    ...(drives ? passing : []),
    ...(air.rain || air.snow ? [glass] : []),
    {
      depth: 0.62,
      still: true,
      paint: inRoom((room) => {
        furniture[kind].wall(furnish(room))
        const colour = furniture[kind].shows.includes('door') ? null : doorAsked(request.objects)
        if (colour) wallDoor(room, { wall: shell.wall, colour, window: windows(room)[0], side })
      }, true),
    },
    {
      depth: 0.85,
      still: true,
      paint: inRoom((room) => furniture[kind].floor(furnish(room)), true),
    },
    {
      depth: 0.9,
      still: false,
      paint: inRoom((room) => {
        for (const pane of windows(room)) paintShafts(room, pane, air)
        paintAir(room, { kind, air, seed, side })
      }, false),
    },
  ]
  if (['establishing', 'wide', 'full'].includes(request.framing)) {
    layers.push({
      depth: 1.25,
      still: true,
      paint: inRoom((room) => paintForeground(room, { kind, air, seed, side }), true),
    })
  }
  return layers
}

/** How what is in a room is painted on a canvas of any size. */
const roomPainter =
  ({ request, style, air }: Scene, ground: number) =>
  (paint: (room: Room) => void, still: boolean): StageLayer['paint'] =>
  (context, time, width, height) => {
    const camera = cameraOf(request.framing, width, height, ground)
    paint(
      makeRoom({
        ...{ context, light: air.light, look: request.look, camera, width, height },
        ...{ ceiling: style.ceilingHeight, back: style.back, widest: style.widest },
        time: still ? 0 : time,
      }),
    )
  }

const cameraOf = (framing: Framing, width: number, height: number, ground: number): RoomCamera => {
  const frame = measureFrame(framing, { width, height, ground, indoors: true })
  return {
    scale: frame.adult / adultMetres,
    horizon: frame.horizon,
    distance: distances[framing],
    eye: adultMetres * 0.9,
  }
}

const windowsOf =
  (style: RoomStyle, side: number) =>
  (room: Room): readonly Window[] => {
    const { halfWidth, height } = room
    const base = { view: style.view, curtains: style.curtains }
    const x = side * halfWidth * 0.28
    const tall = Math.min(1.5, height - 1.25)
    switch (style.window) {
      case 'none':
        return []
      case 'wide':
        return [
          {
            ...base,
            x,
            low: 0.85,
            width: Math.min(2.3, halfWidth * 1.05),
            height: tall + 0.1,
            panes: [3, 2],
          },
        ]
      case 'pair':
        return [-0.55, 0.55].map((dx) => ({
          ...base,
          x: x + dx,
          low: 1.25,
          width: 0.85,
          height: tall * 0.8,
          panes: [2, 2] as const,
        }))
      case 'ports':
        return [
          {
            ...base,
            x: 0,
            low: 1.05,
            width: Math.min(3.4, halfWidth * 1.15),
            height: 1.15,
            panes: [3, 1],
          },
        ]
      case 'wall':
        return [
          {
            ...base,
            x: 0,
            low: 0.45,
            width: halfWidth * 1.9,
            height: height - 1.5,
            panes: [5, 2],
          },
        ]
      case 'train':
        return [-1, 0, 1].map((step) => ({
          ...base,
          x: step * Math.min(1.75, halfWidth * 0.62),
          low: 1.0,
          width: Math.min(1.5, halfWidth * 0.54),
          height: 0.95,
          panes: [1, 1] as const,
        }))
      default:
        return [
          {
            ...base,
            x,
            low: 1.05,
            width: Math.min(1.35, halfWidth * 0.75),
            height: tall,
            panes: [2, 2],
          },
        ]
    }
  }
