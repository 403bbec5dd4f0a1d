import type { Rgb } from '../figures/brush/colour.ts'
import { readColour } from '../figures/brush/colour.ts'
import type { Light } from '../stage-types.ts'

/** The light in a room and what is seen through its windows. */
export interface RoomLight {
  readonly light: Light
  readonly skyTop: Rgb
  readonly skyLow: Rgb
  /** Strength of the light that falls in, 0…1. */
  readonly sun: number
  readonly sunColour: Rgb
  /** Lamps burn. */
  readonly lamps: boolean
  readonly rain: boolean
  readonly snow: boolean
}

interface Hour {
  readonly key: string
  readonly ambient: string
  readonly shadow: string
  readonly level: number
  readonly sky: readonly [string, string]
  readonly sun: number
  readonly lamps: boolean
}

const hours: Readonly<Record<'dawn' | 'day' | 'sunset' | 'dusk' | 'night', Hour>> = {
  dawn: {
    key: '#ffd9b0',
    ambient: '#8d93b4',
    shadow: '#332c46',
    level: 0.58,
    sky: ['#7f9cc9', '#ffd2a6'],
    sun: 0.7,
    lamps: false,
  },
  day: {
    key: '#fff1d8',
    ambient: '#c2cad6',
    shadow: '#332f40',
    level: 0.95,
    sky: ['#86b4e0', '#e6f0f4'],
    sun: 0.6,
    lamps: false,
  },
  sunset: {
    key: '#ffb878',
    ambient: '#9a86a0',
    shadow: '#372840',
    level: 0.6,
    sky: ['#5d5f9e', '#ffa860'],
    sun: 0.95,
    lamps: true,
  },
  dusk: {
    key: '#ffcd94',
    ambient: '#6c6f9c',
    shadow: '#262340',
    level: 0.52,
    sky: ['#2b3566', '#b47a94'],
    sun: 0.16,
    lamps: true,
  },
  night: {
    key: '#ffca8c',
    ambient: '#545878',
    shadow: '#1a1a30',
    level: 0.4,
    sky: ['#0b1230', '#24315c'],
    sun: 0.1,
    lamps: true,
  },
}

const hourOf = (timeOfDay: string): keyof typeof hours => {
  const text = timeOfDay.toLowerCase()
  if (/night|midnight/u.test(text)) return 'night'
  if (/dusk|twilight|evening/u.test(text)) return 'dusk'
  if (/sunset|golden/u.test(text)) return 'sunset'
  if (/dawn|sunrise|early/u.test(text)) return 'dawn'
  return 'day'
}

/** The light of a room at an hour, in some weather. The window is to the left or right by `side`, -1 or 1. */
export const roomLight = (timeOfDay: string, weather: string, side: number): RoomLight => {
  const hour = hours[hourOf(timeOfDay)]
  const grey = /rain|storm|cloud|fog|snow|overcast/u.test(weather.toLowerCase())
  const dark = hourOf(timeOfDay) === 'night'
  const [top, low] = hour.sky
  return {
    light: {
      key: grey && !dark ? '#dfe4ec' : hour.key,
      ambient: hour.ambient,
      shadow: hour.shadow,
      direction: side * 0.75,
      level: grey ? hour.level * 0.82 : hour.level,
      backlit: false,
    },
    skyTop: readColour(grey && !dark ? '#8794a6' : top),
    skyLow: readColour(grey && !dark ? '#c3cbd4' : low),
    sun: grey ? hour.sun * 0.25 : hour.sun,
    sunColour: readColour(dark ? '#8fa6e8' : hour.key),
    lamps: hour.lamps || grey,
    rain: /rain|storm/u.test(weather.toLowerCase()),
    snow: /snow/u.test(weather.toLowerCase()),
  }
}
