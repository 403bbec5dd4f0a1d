import type { Atmosphere } from '../drawing/atmosphere.ts'
import { mix, type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { planetLayer } from '../elements/cosmos.ts'
import { duneLayer } from '../elements/dunes.ts'
import { groundLayer } from '../elements/ground.ts'
import { ridgeLayer } from '../elements/ridge.ts'
import { cratersLayer, rocksLayer } from '../elements/rocks.ts'
import { glowLayer, type SkyPlan, skyLayer } from '../elements/sky.ts'
import type { TimeOfDay } from '../vocabulary.ts'
import { range } from './ranges.ts'
import type { WorldPainter } from './world.ts'

interface Dust {
  readonly sky: readonly [string, string, string, string]
  readonly sun: string
  readonly key: string
  readonly ambient: string
}

// Dust reddens the day on Mars; round a low sun it turns blue (Curiosity, sol 956, NASA PIA19400).
const dusts: Readonly<Record<'day' | 'low' | 'night', Dust>> = {
  day: {
    sky: ['#a87450', '#c99468', '#dfb083', '#efd0a6'],
    sun: '#fff4e2',
    key: '#ffe2bc',
    ambient: '#a88468',
  },
  low: {
    sky: ['#4c342c', '#7c5846', '#a98468', '#a9b2ba'],
    sun: '#dcecfa',
    key: '#d8b8a0',
    ambient: '#6e564c',
  },
  night: {
    sky: ['#07050a', '#110b10', '#22161a', '#3c2824'],
    sun: '#e8e0d8',
    key: '#a08a8c',
    ambient: '#3e2e30',
  },
}

const dustAt = (time: TimeOfDay): Dust => {
  if (time === 'night') return dusts.night
  return time === 'dawn' || time === 'sunset' || time === 'dusk' ? dusts.low : dusts.day
}

/** The air of Mars: thin, full of dust, with neither rain nor snow. */
const martian = (air: Atmosphere): Atmosphere => {
  const { sky, sun, key, ambient } = dustAt(air.time)
  const [zenith, upper, lower, horizon] = sky.map(rgb) as [Rgb, Rgb, Rgb, Rgb]
  const isDusty = air.weather !== 'clear' && air.weather !== 'cloudy'
  const veil = isDusty ? 0.35 : 0
  const dusty = (colour: Rgb): Rgb => mix(colour, lower, veil)
  return {
    ...air,
    sky: [dusty(zenith), dusty(upper), lower, horizon],
    luminary: {
      ...air.luminary,
      colour: rgb(sun),
      kind: 'sun',
      clarity: air.time === 'night' || air.luminary.height < 0 ? 0 : 0.8 - veil,
    },
    key: rgb(key),
    ambient: rgb(ambient),
    shadow: rgb(air.time === 'night' ? '#120a0c' : '#4a2c22'),
    haze: mix(lower, horizon, 0.5),
    hazeStrength: isDusty ? 2 : 1.1,
    lamps: 0,
    weather: isDusty ? 'fog' : 'clear',
  }
}

/** Mars: rust and rocks to the mesas, under a sky of dust. */
export const mars: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const air = martian(given)
  const sky: SkyPlan = { air, horizon: 0.58, seed, shotSeed }
  const rust = rgb('#a85a36')
  const mesas = { ...range(air, 'mesas', { foot: 0.6, seed: seed + 1 }), surface: rgb('#9a5a3c') }
  const dune = (depth: number, foot: number, rise: number, distance: number) =>
    duneLayer({
      ...{ air, depth, foot, rise, waves: 1.1, distance, surface: rust },
      seed: seed + Math.round(depth * 100),
    })
  const rocks = { air, surface: rgb('#8a4a30'), clearing: 0, distance: 0.06 }
  return {
    air,
    focus: 0.6,
    layers: [
      skyLayer(sky),
      ridgeLayer({ ...mesas, depth: 0.1, rise: 0.24, distance: 0.85, seed: seed + 2 }),
      ridgeLayer({ ...mesas, distance: 0.55 }),
      glowLayer(sky),
      dune(0.2, 0.63, 0.05, 0.5),
      dune(0.35, 0.68, 0.07, 0.3),
      groundLayer({
        ...{ air, depth: 0.6, from: 0.665, horizon: 0.58, fineness: 2.6, contrast: 0.9 },
        surface: rust,
        second: rgb('#c07c50'),
        seed: seed + 3,
        swell: 0.02,
      }),
      rocksLayer({
        ...{ ...rocks, depth: 0.62, lies: [0.675, 0.8], size: [0.02, 0.06], count: 70 },
        seed: seed + 4,
      }),
      rocksLayer({
        ...{ ...rocks, depth: 0.92, lies: [0.76, 0.82], size: [0.04, 0.13], count: 12 },
        ...{ clearing: 0.2, seed: seed + 5 },
      }),
      rocksLayer({
        ...{ ...rocks, depth: 1.25, lies: [1.0, 1.06], size: [0.12, 0.26], count: 9 },
        ...{ clearing: 0.24, seed: seed + 6 },
      }),
    ],
  }
}

/** No air at all: hard light and a black sky at every hour. */
const airless = (air: Atmosphere): Atmosphere => {
  const black = rgb('#07080e')
  return {
    ...air,
    sky: [black, black, black, rgb('#0c0d14')],
    luminary: { ...air.luminary, height: 0.6, clarity: 0, kind: 'sun' },
    key: rgb('#fff6e8'),
    ambient: rgb('#5c606c'),
    shadow: rgb('#08080c'),
    haze: black,
    hazeStrength: 0.25,
    cover: 0,
    stars: 1,
    lamps: 0,
    level: 0.85,
    wind: 0,
    weather: 'clear',
  }
}

/** The moon: grey dust and craters, a black sky, the earth in it. */
export const moonSurface: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const air = airless(given)
  const grey = rgb('#8d8b87')
  const sky: SkyPlan = { air, horizon: 0.64, seed, shotSeed }
  const hills = {
    ...range(air, 'hills', { foot: 0.62, seed: seed + 2, rise: 0.15 }),
    ...{ surface: rgb('#7c7a76'), rough: 0.22, distance: 0.25 },
  }
  const earth = {
    x: seed % 2 === 0 ? 0.72 : 0.28,
    y: between(randomFrom(seed), 0.2, 0.26),
    ...{ radius: 0.085, depth: 0.03, kind: 'earth' as const },
  }
  const rocks = { air, surface: rgb('#7a7874'), distance: 0 }
  return {
    air,
    focus: 0.58,
    layers: [
      skyLayer(sky),
      planetLayer(seed + 3, earth),
      ridgeLayer({ ...hills, depth: 0.12, rise: 0.2, distance: 0.5, seed: seed + 1 }),
      ridgeLayer(hills),
      groundLayer({
        ...{ air, depth: 0.6, from: 0.615, horizon: 0.55, fineness: 2.4, contrast: 1 },
        surface: grey,
        second: rgb('#a7a5a0'),
        seed: seed + 4,
        swell: 0.018,
      }),
      cratersLayer({
        air,
        depth: 0.6,
        surface: grey,
        lies: [0.63, 0.98],
        count: 38,
        seed: seed + 5,
      }),
      rocksLayer({
        ...{ ...rocks, depth: 0.7, lies: [0.64, 0.8], size: [0.012, 0.035], count: 46 },
        ...{ clearing: 0, seed: seed + 6 },
      }),
      rocksLayer({
        ...{ ...rocks, depth: 1.25, lies: [1.01, 1.06], size: [0.1, 0.2], count: 7 },
        ...{ clearing: 0.28, seed: seed + 7 },
      }),
    ],
  }
}
