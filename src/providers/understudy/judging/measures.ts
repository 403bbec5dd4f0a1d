/** How far a measure is from what was planned, in points, and a note where that is worth words. */
export interface Misfit {
  readonly points: number
  readonly note: string
}

const nothing: Misfit = { points: 0, note: '' }

type Measures = Readonly<Record<string, number>>

/** A measure by any of its names, whatever stands around them: `luminance` finds `meanLuminance`. */
export const findMeasure = (measures: Measures, names: readonly string[]): number | undefined => {
  const key =
    Object.keys(measures).find((name) => names.includes(name)) ??
    Object.keys(measures).find((name) =>
      names.some((part) => name.toLowerCase().includes(part.toLowerCase())),
    )
  return key === undefined ? undefined : measures[key]
}

/** Luminance, 0…255, that a picture of a time of day is expected to have. */
const expectedLight: Readonly<Record<string, readonly [number, number]>> = {
  dawn: [45, 165],
  morning: [70, 200],
  day: [80, 215],
  'golden hour': [60, 190],
  sunset: [40, 170],
  dusk: [25, 130],
  night: [8, 95],
}

/** Light against the time of day. */
export const lightMisfit = (measures: Measures, timeOfDay: string): Misfit => {
  const luminance = findMeasure(measures, ['luminance', 'luma', 'brightness'])
  const range = expectedLight[timeOfDay]
  if (luminance === undefined || !range) return nothing
  const middle = (range[0] + range[1]) / 2
  const off = Math.max(0, range[0] - luminance, luminance - range[1])
  const drift = Math.abs(luminance - middle) / (range[1] - range[0])
  const note =
    off > 0
      ? `Mean luminance ${Math.round(luminance)} is ${luminance < range[0] ? 'dark' : 'bright'} for ${timeOfDay} (${range[0]}–${range[1]}).`
      : ''
  return { points: Math.min(25, off * 0.5) + Math.min(3, drift * 5), note }
}

/** Motion against the camera: a move that does not move, or a locked-off shot that does. */
export const motionMisfit = (measures: Measures, camera: string): Misfit => {
  const motion = findMeasure(measures, ['motion'])
  if (motion === undefined) return nothing
  if (camera !== 'static' && motion < 0.15) {
    return { points: 8, note: `The ${camera} hardly moves (motion ${motion.toFixed(2)}).` }
  }
  if (camera === 'static' && motion > 25) {
    return { points: 5, note: `The locked-off shot moves a lot (motion ${motion.toFixed(1)}).` }
  }
  return { points: camera === 'static' ? 0 : Math.max(0, 2 - motion), note: '' }
}
