import type { Light, Look } from '../stage-types.ts'
import type { Mood, Season, TimeOfDay, Weather } from '../vocabulary.ts'
import { brightness, css, mix, type Rgb, rgb, saturated, scaled, under } from './colour.ts'

/** The sun or moon. */
export interface Luminary {
  /** 0…1 of the frame's width. */
  readonly x: number
  /** Height over the horizon as a share of the sky's height; below 0 it has set. */
  readonly height: number
  readonly colour: Rgb
  readonly kind: 'sun' | 'moon'
  /** How clearly it shows through the weather, 0…1. */
  readonly clarity: number
}

/** Air and light of one picture: everything outdoor painters take their colours from. */
export interface Atmosphere {
  /** Zenith to horizon. */
  readonly sky: readonly [Rgb, Rgb, Rgb, Rgb]
  readonly luminary: Luminary
  readonly key: Rgb
  readonly ambient: Rgb
  readonly shadow: Rgb
  /** Colour that distance fades to. */
  readonly haze: Rgb
  /** How soon distance fades, 1 in clear air. */
  readonly hazeStrength: number
  readonly cloudLit: Rgb
  readonly cloudShade: Rgb
  /** Share of the sky under cloud, 0…1. */
  readonly cover: number
  readonly stars: number
  /** How many lamps and windows are lit, 0…1. */
  readonly lamps: number
  readonly level: number
  readonly wind: number
  readonly time: TimeOfDay
  readonly weather: Weather
  readonly season: Season | null
  readonly look: Look
}

interface Hour {
  readonly sky: readonly [string, string, string, string]
  readonly at: readonly [x: number, height: number]
  readonly sun: string
  readonly key: string
  readonly ambient: string
  readonly haze: string
  readonly clouds: readonly [lit: string, shade: string]
  readonly level: number
  readonly lamps: number
  readonly stars: number
}

const hours: Readonly<Record<TimeOfDay, Hour>> = {
  dawn: {
    sky: ['#2c3f74', '#7474a8', '#dfa5ab', '#ffdcaa'],
    at: [0.34, 0.17],
    sun: '#fff0cc',
    key: '#ffcf9e',
    ambient: '#7c84ac',
    haze: '#e6bdb4',
    clouds: ['#ffd9c0', '#8d84ad'],
    level: 0.45,
    lamps: 0.4,
    stars: 0.12,
  },
  morning: {
    sky: ['#3a76b6', '#73aadb', '#bcdcef', '#fdf0d8'],
    at: [0.24, 0.52],
    sun: '#fffbe8',
    key: '#fff0d2',
    ambient: '#93acc8',
    haze: '#d6e4ea',
    clouds: ['#fffdf6', '#b5c6da'],
    level: 0.8,
    lamps: 0,
    stars: 0,
  },
  day: {
    sky: ['#1f62ad', '#5497d6', '#9ccbee', '#dff0f7'],
    at: [0.74, 0.86],
    sun: '#fffdf0',
    key: '#fff8e6',
    ambient: '#8eabcc',
    haze: '#c2dbeb',
    clouds: ['#ffffff', '#aebfd6'],
    level: 1,
    lamps: 0,
    stars: 0,
  },
  'golden hour': {
    sky: ['#46699f', '#a3929c', '#f2b576', '#ffe2a2'],
    at: [0.7, 0.3],
    sun: '#fff3c8',
    key: '#ffc778',
    ambient: '#8b7f96',
    haze: '#f4c892',
    clouds: ['#ffe2b0', '#a08a9e'],
    level: 0.65,
    lamps: 0.15,
    stars: 0,
  },
  sunset: {
    sky: ['#1d2a60', '#72498a', '#e76a68', '#ffc06c'],
    at: [0.65, 0.19],
    sun: '#fff0c0',
    key: '#ff9c5c',
    ambient: '#6c5c8a',
    haze: '#e58a7c',
    clouds: ['#ffb583', '#6d4a80'],
    level: 0.42,
    lamps: 0.5,
    stars: 0.05,
  },
  dusk: {
    sky: ['#0e1740', '#2b2f6e', '#6c4f8e', '#e2978a'],
    at: [0.6, -0.12],
    sun: '#ffcf9a',
    key: '#b492b8',
    ambient: '#4a4f82',
    haze: '#755f92',
    clouds: ['#d98fa0', '#3b3a6e'],
    level: 0.22,
    lamps: 0.85,
    stars: 0.45,
  },
  night: {
    sky: ['#040819', '#0a1733', '#142b52', '#2a4b76'],
    at: [0.72, 0.7],
    sun: '#e8f0ff',
    key: '#8fa8dc',
    ambient: '#2a3a62',
    haze: '#1e375c',
    clouds: ['#4a618f', '#111d3a'],
    level: 0.1,
    lamps: 1,
    stars: 1,
  },
}

interface Air {
  /** How grey the sky becomes, 0…1. */
  readonly grey: number
  readonly dim: number
  readonly haze: number
  readonly cover: number
  readonly clarity: number
  readonly wind: number
}

const airs: Readonly<Record<Weather, Air>> = {
  clear: { grey: 0, dim: 1, haze: 1, cover: 0.36, clarity: 1, wind: 0.35 },
  cloudy: { grey: 0.45, dim: 0.86, haze: 1.2, cover: 0.72, clarity: 0.4, wind: 0.5 },
  rain: { grey: 0.72, dim: 0.66, haze: 1.9, cover: 0.92, clarity: 0, wind: 0.7 },
  snow: { grey: 0.6, dim: 0.92, haze: 1.8, cover: 0.85, clarity: 0.12, wind: 0.4 },
  fog: { grey: 0.55, dim: 0.94, haze: 3.4, cover: 0.5, clarity: 0.35, wind: 0.15 },
  wind: { grey: 0.08, dim: 1, haze: 0.9, cover: 0.52, clarity: 0.9, wind: 1.2 },
  storm: { grey: 0.78, dim: 0.46, haze: 1.7, cover: 0.98, clarity: 0, wind: 1.5 },
}

/** What a mood does to all colours: a tint with its share, colourfulness and brightness. */
const moods: Readonly<
  Record<Mood, readonly [tint: string, share: number, colour: number, light: number]>
> = {
  neutral: ['#808080', 0, 1, 1],
  calm: ['#8fb0c8', 0.05, 0.95, 1.02],
  joyful: ['#ffd890', 0.07, 1.16, 1.06],
  playful: ['#ffc8d8', 0.06, 1.22, 1.06],
  romantic: ['#ff9fb0', 0.09, 1.05, 1],
  epic: ['#ffb060', 0.05, 1.14, 0.98],
  melancholy: ['#6a7f9c', 0.15, 0.72, 0.93],
  tense: ['#2c5a5c', 0.13, 0.82, 0.86],
  mysterious: ['#2f4a78', 0.15, 0.88, 0.86],
}

/** What an atmosphere is mixed from. */
export interface AtmosphereRequest {
  readonly time: TimeOfDay
  readonly weather: Weather
  readonly season: Season | null
  readonly mood: Mood
  readonly look: Look
  /** Whether the sun stands on the other side of the frame. */
  readonly mirrored: boolean
  /** Turn of all hues in degrees, for models whose look wanders. */
  readonly hueShift: number
}

/** The air and light of a time, a weather and a mood. */
export const atmosphereOf = (request: AtmosphereRequest): Atmosphere => {
  const hour = hours[request.time]
  const air = airs[request.weather]
  const tone = toneOf(request)
  // What dims a day would black out a night.
  const dim = 1 - (1 - air.dim) * Math.min(1, 0.25 + hour.level)
  const overcast = (hex: string, share = air.grey): Rgb => {
    const colour = rgb(hex)
    const grey = brightness(colour)
    const dull: Rgb = [grey * 0.9, grey * 0.96, grey * 1.04]
    return tone(scaled(mix(colour, dull, share), dim))
  }
  const [zenith, upper, lower, horizon] = hour.sky
  const [sunX, height] = hour.at
  const hazeBase = overcast(hour.haze)
  return {
    sky: [overcast(zenith), overcast(upper), overcast(lower), overcast(horizon)],
    luminary: {
      x: request.mirrored ? 1 - sunX : sunX,
      height,
      colour: tone(rgb(hour.sun)),
      kind: request.time === 'night' ? 'moon' : 'sun',
      clarity: height < 0 ? 0 : air.clarity,
    },
    key: overcast(hour.key, air.grey * 0.8),
    ambient: overcast(hour.ambient, air.grey * 0.6),
    shadow: scaled(overcast(hour.ambient), 0.42),
    haze: request.weather === 'fog' ? mix(hazeBase, overcast(horizon), 0.4) : hazeBase,
    hazeStrength: air.haze * (request.look === 'feature' ? 1.25 : 1),
    cloudLit: overcast(hour.clouds[0]),
    cloudShade: scaled(overcast(hour.clouds[1]), request.weather === 'storm' ? 0.62 : 1),
    cover: air.cover,
    stars: hour.stars * (1 - Math.min(1, air.grey * 1.3)),
    lamps: Math.min(1, hour.lamps + (air.dim < 0.7 ? 0.45 : 0)),
    level: hour.level * dim,
    wind: air.wind,
    time: request.time,
    weather: request.weather,
    season: request.season,
    look: request.look,
  }
}

const toneOf = (request: AtmosphereRequest): ((colour: Rgb) => Rgb) => {
  const [tint, share, colourfulness, light] = moods[request.mood]
  const tintColour = rgb(tint)
  return (colour) => {
    const target = scaled(
      tintColour,
      (brightness(colour) / Math.max(1, brightness(tintColour))) ** 0.9,
    )
    const tinted = scaled(saturated(mix(colour, target, share * 2), colourfulness), light)
    return request.hueShift === 0 ? tinted : hueTurned(tinted, request.hueShift)
  }
}

// Rotation about the grey axis (Rodrigues' formula with the axis 1/√3 (1, 1, 1)).
const hueTurned = ([red, green, blue]: Rgb, degrees: number): Rgb => {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const cross = Math.sin(angle) / Math.sqrt(3)
  const mean = ((red + green + blue) / 3) * (1 - cos)
  return [
    red * cos + (blue - green) * cross + mean,
    green * cos + (red - blue) * cross + mean,
    blue * cos + (green - red) * cross + mean,
  ]
}

/** Colour of a surface in this air: lit by `amount` 0…1 of the key light, faded by `distance` 0…1. */
export const inAir = (air: Atmosphere, surface: Rgb, amount: number, distance: number): Rgb => {
  const light: Rgb = [
    air.ambient[0] * 0.62 + air.key[0] * amount * 0.75,
    air.ambient[1] * 0.62 + air.key[1] * amount * 0.75,
    air.ambient[2] * 0.62 + air.key[2] * amount * 0.75,
  ]
  return mix(under(surface, light), air.haze, hazeShare(air, distance))
}

/** Share of haze 0…1 between the eye and something `distance` 0…1 away. */
export const hazeShare = (air: Atmosphere, distance: number): number =>
  1 - Math.exp(-distance * 0.95 * air.hazeStrength)

/** Whether rain falls, so that the ground shines. */
export const isWet = ({ weather }: Pick<Atmosphere, 'weather'>): boolean =>
  weather === 'rain' || weather === 'storm'

/** The same light in the form that figures and interiors take. */
export const lightOf = (air: Atmosphere): Light => ({
  key: css(air.key),
  ambient: css(air.ambient),
  shadow: css(air.shadow),
  direction: air.luminary.x * 2 - 1,
  level: air.level,
  backlit: air.luminary.height < 0.45 && air.luminary.clarity > 0.3,
})
