/** Micro-dollars for 5 seconds of ray-2. */
const fiveSeconds: Readonly<Record<string, number>> = {
  '540p': 400_000, // reseller's table in the documentation of Comfy, undated, read 2026-11-23
  '720p': 710_000, // reseller's table in the documentation of Comfy, undated, read 2026-11-23
  '1080p': 1_590_000, // reseller's table in the documentation of Comfy, undated, read 2026-11-23
  '4k': 6_370_000, // reseller's table in the documentation of Comfy, undated, read 2026-11-23
}

/** The smaller model's share of the price: 2.19 of 6.37 for 5 seconds of 4k, the one price of it that is known. */
const flashShare = 2.19 / 6.37 // reseller's table in the documentation of Comfy, undated, read 2026-11-23

/**
 * The price of a video, in micro-dollars; by the second, as the vendor prices pixels.
 *
 * @throws TypeError for a resolution that the vendor does not make
 */
export const lumaLegacyPrice = (
  model: 'ray-2' | 'ray-flash-2',
  resolution: string,
  seconds: number,
): number => {
  const price = fiveSeconds[resolution]
  if (price === undefined) throw new TypeError(`Dream Machine has no price for ${resolution}`)
  return Math.round((price * seconds * (model === 'ray-2' ? 1 : flashShare)) / 5)
}
