/** Red, green and blue, 0…255 each; more than 255 is light that the frame clips. */
export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * A colour from six hexadecimal digits with `#`.
 *
 * @throws TypeError for anything else
 */
export const rgb = (hex: string): Rgb => {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new TypeError(`Not a colour: ${hex}`)
  const bits = Number.parseInt(hex.slice(1), 16)
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255]
}

/** The colour between two, at `share` 0…1 of the way. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

/** A colour made brighter or darker. */
export const scaled = (colour: Rgb, factor: number): Rgb => [
  colour[0] * factor,
  colour[1] * factor,
  colour[2] * factor,
]

/** A surface of one colour under light of another. */
export const under = (surface: Rgb, light: Rgb): Rgb => [
  (surface[0] * light[0]) / 255,
  (surface[1] * light[1]) / 255,
  (surface[2] * light[2]) / 255,
]

/** Brightness as the eye weighs it, 0…255. */
export const brightness = (colour: Rgb): number =>
  colour[0] * 0.299 + colour[1] * 0.587 + colour[2] * 0.114

/** A colour with its colourfulness multiplied. */
export const saturated = (colour: Rgb, factor: number): Rgb => {
  const grey = brightness(colour)
  return mix([grey, grey, grey], colour, factor)
}

/** A colour as CSS writes it. */
export const css = (colour: Rgb, opacity = 1): string => {
  const [red, green, blue] = colour.map((part) => Math.round(Math.min(255, Math.max(0, part))))
  return opacity >= 1
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Math.max(0, opacity).toFixed(3)})`
}

/** Colour at `share` 0…1 along evenly spaced stops. */
export const alongStops = (stops: readonly Rgb[], share: number): Rgb => {
  const place = Math.min(0.99999, Math.max(0, share)) * (stops.length - 1)
  const index = Math.floor(place)
  const from = stops[index] ?? [0, 0, 0]
  const part = place - index
  return mix(from, stops[index + 1] ?? from, part * part * (3 - 2 * part) * 0.5 + part * 0.5)
}
