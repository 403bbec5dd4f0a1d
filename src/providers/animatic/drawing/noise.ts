import { randomFrom } from './random.ts'

/** Smooth noise over a plane, −1…1. */
export type Noise = (x: number, y: number) => number

const size = 256
const mask = size - 1

/** Gradient noise with a lattice of its own for each seed. */
export const noiseFrom = (seed: number): Noise => {
  const random = randomFrom(seed)
  const order = Uint8Array.from({ length: size }, (_, index) => index)
  for (let index = size - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
  const slopesX = new Float64Array(size)
  const slopesY = new Float64Array(size)
  for (let index = 0; index < size; index += 1) {
    const angle = random() * Math.PI * 2
    slopesX[index] = Math.cos(angle)
    slopesY[index] = Math.sin(angle)
  }
  const corner = (ix: number, iy: number, dx: number, dy: number): number => {
    const cell = order[((order[ix & mask] as number) + iy) & mask] as number
    return (slopesX[cell] as number) * dx + (slopesY[cell] as number) * dy
  }
  return (x, y) => {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const dx = x - ix
    const dy = y - iy
    const fadeX = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    const fadeY = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    const a = corner(ix, iy, dx, dy)
    const b = corner(ix + 1, iy, dx - 1, dy)
    const c = corner(ix, iy + 1, dx, dy - 1)
    const d = corner(ix + 1, iy + 1, dx - 1, dy - 1)
    const top = a + (b - a) * fadeX
    return (top + (c + (d - c) * fadeX - top) * fadeY) * 1.5
  }
}

/** Noise summed over octaves, each twice as fine and half as strong; about −1…1. */
export const fractal =
  (noise: Noise, octaves: number): Noise =>
  (x, y) => {
    let sum = 0
    let share = 0.5
    let scale = 1
    for (let octave = 0; octave < octaves; octave += 1) {
      sum += share * noise(x * scale + octave * 17.3, y * scale - octave * 9.1)
      share *= 0.5
      scale *= 2.03
    }
    return sum
  }

/** Noise with sharp crests, as rock has; 0…1, crests near 1. */
export const ridged =
  (noise: Noise, octaves: number): Noise =>
  (x, y) => {
    let sum = 0
    let share = 0.55
    let scale = 1
    let carry = 1
    for (let octave = 0; octave < octaves; octave += 1) {
      const crest = 1 - Math.abs(noise(x * scale + octave * 31.7, y * scale + octave * 5.3))
      const sharp = crest * crest * carry
      sum += sharp * share
      carry = Math.min(1, sharp * 1.4)
      share *= 0.5
      scale *= 2.07
    }
    return sum
  }
