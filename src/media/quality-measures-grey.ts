import type { PictureSize } from '../domain/brief.ts'

/** What is measured on the grey levels of one picture. */
export interface GreyMeasures {
  /** Noise as a standard deviation in levels 0…255, estimated where the picture is smoothest. */
  readonly noise: number
  /** Share of pixels at 250 or above, 0…100. */
  readonly clippedPercent: number
  /** Levels between the darkest and the brightest five hundredth, 0…255. */
  readonly contrast: number
  /** Level of the darkest five hundredth, 0…255. */
  readonly blackLevel: number
}

/** A small figure in a wide shot is enough to give a picture its black or white. */
const extremeShare = 0.002

const blockSide = 8
/** Blocks nearer to black or white than this are clipped and hide their noise. */
const leastLevel = 16
const mostLevel = 239
/** The blocks whose noise is counted: above the smoothest tenth (flat drawings), below what texture reaches. */
const smoothShare = 0.25

/**
 * Measure the grey levels of a picture.
 *
 * @param grey `height × width`, row by row, 0…255
 */
export const measureGrey = (grey: Uint8Array, size: PictureSize): GreyMeasures => {
  const counts = new Uint32Array(256)
  for (const level of grey) counts[level] = (counts[level] ?? 0) + 1
  const [dark, bright] = [
    levelAt(counts, grey.length, extremeShare),
    levelAt(counts, grey.length, 1 - extremeShare),
  ]
  let clipped = 0
  for (let level = 250; level < 256; level += 1) clipped += counts[level] ?? 0
  return {
    noise: smoothNoise(grey, size),
    clippedPercent: (clipped / Math.max(1, grey.length)) * 100,
    contrast: bright - dark,
    blackLevel: dark,
  }
}

const levelAt = (counts: Uint32Array, total: number, share: number): number => {
  let sum = 0
  for (let level = 0; level < 256; level += 1) {
    sum += counts[level] ?? 0
    if (sum > total * share) return level
  }
  return 255
}

/**
 * Noise by the difference of two Laplacians, block by block, at the quarter of the blocks that is smoothest.
 *
 * @see J. Immerkær, Fast Noise Variance Estimation, CVIU 64(2), 1996
 */
const smoothNoise = (grey: Uint8Array, { width, height }: PictureSize): number => {
  const found: number[] = []
  for (let top = 1; top + blockSide < height; top += blockSide) {
    for (let left = 1; left + blockSide < width; left += blockSide) {
      const noise = blockNoise(grey, width, top * width + left)
      if (noise !== null) found.push(noise)
    }
  }
  found.sort((a, b) => a - b)
  return found[Math.floor(found.length * smoothShare)] ?? 0
}

const blockNoise = (grey: Uint8Array, width: number, corner: number): number | null => {
  let [sum, levels] = [0, 0]
  for (let y = 0; y < blockSide; y += 1) {
    for (let x = 0; x < blockSide; x += 1) {
      const at = corner + y * width + x
      levels += level(grey, at)
      sum += Math.abs(
        level(grey, at - width - 1) -
          2 * level(grey, at - width) +
          level(grey, at - width + 1) -
          2 * level(grey, at - 1) +
          4 * level(grey, at) -
          2 * level(grey, at + 1) +
          level(grey, at + width - 1) -
          2 * level(grey, at + width) +
          level(grey, at + width + 1),
      )
    }
  }
  const count = blockSide * blockSide
  const mean = levels / count
  if (mean < leastLevel || mean > mostLevel) return null
  return (Math.sqrt(Math.PI / 2) / 6) * (sum / count)
}

const level = (grey: Uint8Array, at: number): number => grey[at] ?? 0
