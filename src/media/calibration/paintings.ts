import type { SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../../domain/brief.ts'
import type { CameraMove } from '../../domain/script.ts'
import {
  city,
  colour,
  figure,
  type MovingParts,
  nothing,
  particles,
  ridges,
  sky,
  texture,
  waves,
} from './scene-parts.ts'
import type { Draw } from './seeded.ts'

/** A kind of good scene. */
export interface Painting {
  readonly name: string
  readonly hasMotion: boolean
  readonly timeOfDay: string
  /** Camera moves that suit it; null leaves the choice free. */
  readonly cameras: readonly CameraMove[] | null
  readonly paint: (context: SKRSContext2D, size: PictureSize, draw: Draw) => MovingParts
  /** Light at a share of the clip: 0 black, 1 as painted. */
  readonly light?: (at: number) => number
  /** Standard deviation of film grain in levels. */
  readonly grain?: number
}

/** Camera moves that change the whole picture. */
export const movingCameras: readonly CameraMove[] = [
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'track-left',
  'handheld',
]

/** The kinds of good scenes, the ones that tempt a gate to a false alarm among them. */
export const paintings: readonly Painting[] = [
  {
    name: 'landscape',
    hasMotion: false,
    timeOfDay: 'day',
    cameras: movingCameras,
    paint: (context, size, draw) => {
      sky(context, size, draw, 55)
      ridges(context, size, draw, 45)
      texture(context, size, draw, { top: 0.75, light: 30, count: 400 })
      return nothing
    },
  },
  {
    name: 'night',
    hasMotion: true,
    timeOfDay: 'night',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 2)
      context.fillStyle = 'rgba(0,0,0,0.6)'
      context.fillRect(0, 0, size.width, size.height)
      city(context, size, draw, true)
      return particles(draw, size, 'stars')
    },
  },
  {
    name: 'foliage',
    hasMotion: false,
    timeOfDay: 'day',
    cameras: movingCameras,
    paint: (context, size, draw) => {
      sky(context, size, draw, 40)
      texture(context, size, draw, { top: 0, light: 38, count: 2_500 })
      return nothing
    },
  },
  {
    name: 'city',
    hasMotion: true,
    timeOfDay: 'day',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 60)
      city(context, size, draw, false)
      return figure(draw, size)
    },
  },
  {
    name: 'figure',
    hasMotion: true,
    timeOfDay: 'dusk',
    cameras: ['static', 'handheld', 'push-in'],
    paint: (context, size, draw) => {
      sky(context, size, draw, 30)
      texture(context, size, draw, { top: 0.8, light: 25, count: 300 })
      return figure(draw, size)
    },
  },
  {
    name: 'water',
    hasMotion: true,
    timeOfDay: 'morning',
    cameras: ['static', 'pan-left', 'push-in'],
    paint: (context, size, draw) => {
      sky(context, size, draw, 45)
      ridges(context, size, draw, 35)
      return waves(draw, size)
    },
  },
  {
    name: 'rain',
    hasMotion: true,
    timeOfDay: 'evening',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 25)
      city(context, size, draw, false)
      context.fillStyle = 'rgba(70,80,95,0.4)'
      context.fillRect(0, 0, size.width, size.height)
      return particles(draw, size, 'rain')
    },
  },
  {
    name: 'fog',
    hasMotion: true,
    timeOfDay: 'dawn',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 60)
      ridges(context, size, draw, 35)
      city(context, size, draw, false)
      context.fillStyle = 'rgba(200,205,212,0.4)'
      context.fillRect(0, 0, size.width, size.height)
      return figure(draw, size)
    },
  },
  {
    name: 'snow field',
    hasMotion: true,
    timeOfDay: 'noon',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 70)
      ridges(context, size, draw, 88)
      texture(context, size, draw, { top: 0.5, light: 84, count: 250 })
      return figure(draw, size)
    },
  },
  {
    name: 'motion graphics',
    hasMotion: true,
    timeOfDay: 'day',
    cameras: ['static', 'push-in'],
    paint: (context, size, draw) => {
      context.fillStyle = colour(draw, 30, 55)
      context.fillRect(0, 0, size.width, size.height)
      const [bar, disc] = [colour(draw, 65, 70), colour(draw, 50, 80)]
      return (moving, at) => {
        moving.fillStyle = bar
        moving.fillRect(size.width * 0.2, size.height * 0.4, size.width * (0.1 + 0.5 * at), 24)
        moving.fillStyle = disc
        moving.beginPath()
        moving.arc(size.width * (0.3 + 0.4 * at), size.height * 0.6, size.height * 0.1, 0, 7)
        moving.fill()
      }
    },
  },
  {
    name: 'still life',
    hasMotion: false,
    timeOfDay: 'day',
    cameras: ['static'],
    paint: (context, size, draw) => {
      sky(context, size, draw, 35)
      texture(context, size, draw, { top: 0.6, light: 45, count: 500 })
      figure(draw, size)(context, 0.2)
      return nothing
    },
    grain: 0,
  },
  {
    name: 'fade in and out',
    hasMotion: true,
    timeOfDay: 'day',
    cameras: movingCameras,
    paint: (context, size, draw) => {
      sky(context, size, draw, 50)
      ridges(context, size, draw, 40)
      texture(context, size, draw, { top: 0.6, light: 35, count: 400 })
      return figure(draw, size)
    },
    light: (at) => Math.max(0, Math.min(1, at * 5, (1 - at) * 5)),
  },
  {
    name: 'film grain',
    hasMotion: true,
    timeOfDay: 'day',
    cameras: null,
    paint: (context, size, draw) => {
      sky(context, size, draw, 45)
      ridges(context, size, draw, 40)
      return figure(draw, size)
    },
    grain: 4,
  },
  {
    name: 'shallow focus',
    hasMotion: true,
    timeOfDay: 'day',
    cameras: ['static', 'push-in', 'handheld'],
    paint: (context, size, draw) => {
      context.filter = `blur(${Math.round(size.height / 60)}px)`
      sky(context, size, draw, 45)
      texture(context, size, draw, { top: 0, light: 50, count: 150 })
      context.filter = 'none'
      const subject = figure(draw, size)
      const walker = figure(draw, size)
      return (moving, at) => {
        subject(moving, at)
        walker(moving, 1 - at)
      }
    },
  },
  {
    name: 'candle light',
    hasMotion: true,
    timeOfDay: 'night',
    cameras: ['static', 'push-in'],
    paint: (context, size, draw) => {
      sky(context, size, draw, 12)
      texture(context, size, draw, { top: 0.5, light: 22, count: 300 })
      return figure(draw, size)
    },
    light: (at) => 0.92 + 0.08 * Math.sin(at * 60) * Math.sin(at * 17),
  },
]
