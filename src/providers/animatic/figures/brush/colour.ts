/** Red, green and blue, 0…255 each. */
export interface Rgb {
  readonly r: number
  readonly g: number
  readonly b: number
}

/** A colour of three numbers. */
export const rgb = (r: number, g: number, b: number): Rgb => ({ r, g, b })

/** White. */
export const white: Rgb = rgb(255, 255, 255)

/** Black. */
const black: Rgb = rgb(0, 0, 0)

/**
 * Reads `#rgb`, `#rrggbb`, `rgb(…)` and `rgba(…)`.
 *
 * @returns grey for anything else
 */
export const readColour = (text: string): Rgb => {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})/iu.exec(text.trim())?.[1]
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const value = Number.parseInt(full, 16)
    return rgb((value >> 16) & 255, (value >> 8) & 255, value & 255)
  }
  const [r, g, b] = [...text.matchAll(/[\d.]+/gu)].map((match) => Number(match[0]))
  return rgb(r ?? 128, g ?? 128, b ?? 128)
}

/** A colour between two, 0 is the first. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  rgb(
    from.r + (to.r - from.r) * share,
    from.g + (to.g - from.g) * share,
    from.b + (to.b - from.b) * share,
  )

/** A colour seen under light of another colour. */
export const under = (colour: Rgb, light: Rgb): Rgb =>
  rgb((colour.r * light.r) / 255, (colour.g * light.g) / 255, (colour.b * light.b) / 255)

/** Lighter (> 0) or darker (< 0), -1…1. */
export const shift = (colour: Rgb, amount: number): Rgb =>
  amount >= 0 ? mix(colour, white, amount) : mix(colour, black, -amount)

/** Brightness, 0…1 (ITU-R BT.709 weights). */
export const brightness = (colour: Rgb): number =>
  (colour.r * 0.2126 + colour.g * 0.7152 + colour.b * 0.0722) / 255

/** Nearer to grey, 1 is wholly grey. */
export const dull = (colour: Rgb, share: number): Rgb => {
  const grey = brightness(colour) * 255
  return mix(colour, rgb(grey, grey, grey), share)
}

/** The colour as canvas text. */
export const css = (colour: Rgb, alpha = 1): string => {
  const part = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))
  return `rgba(${part(colour.r)},${part(colour.g)},${part(colour.b)},${Math.max(0, Math.min(1, alpha)).toFixed(3)})`
}
