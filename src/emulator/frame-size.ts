/**
 * The size of a picture whose shorter side is given by a resolution such as `720p`. The vendors that name resolutions do
 * not say what they make of every ratio; this is the emulator's reading of it.
 *
 * @param ratio `16:9`
 * @param resolution `720p`; `4k` is 2160p
 * @returns pixels, even numbers
 */
export const frameSize = (
  ratio: string,
  resolution: string,
): { readonly width: number; readonly height: number } => {
  const [across = 16, down = 9] = ratio.split(':').map(Number)
  const short = resolution === '4k' ? 2160 : Number.parseInt(resolution, 10)
  const scale = short / Math.min(across, down)
  return { width: even(across * scale), height: even(down * scale) }
}

const even = (pixels: number): number => 2 * Math.round(pixels / 2)
