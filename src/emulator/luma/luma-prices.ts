/** What decides the price of a video. */
export interface PricedVideo {
  readonly resolution: '540p' | '720p' | '1080p'
  readonly duration: '5s' | '10s'
  readonly hdr: boolean
  readonly exr: boolean
}

/** Micro-dollars for a video, by its duration, range and resolution. */
const priceList: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '5s': { '540p': 150_000, '720p': 300_000, '1080p': 1_200_000 }, // docs.agents.lumalabs.ai/guides/pricing, read 2026-07-10
  '10s': { '540p': 450_000, '720p': 900_000, '1080p': 3_600_000 }, // docs.agents.lumalabs.ai/guides/pricing, read 2026-07-10
  '5s hdr': { '720p': 600_000, '1080p': 2_400_000 }, // docs.agents.lumalabs.ai/guides/pricing, read 2026-07-10
  '5s hdr exr': { '720p': 900_000, '1080p': 3_600_000 }, // docs.agents.lumalabs.ai/guides/pricing, read 2026-07-10
}

/**
 * The price of a video, in micro-dollars.
 *
 * @throws TypeError for a video that the vendor does not make
 */
export const lumaPrice = ({ resolution, duration, hdr, exr }: PricedVideo): number => {
  const row = [duration, ...(hdr ? ['hdr'] : []), ...(exr ? ['exr'] : [])].join(' ')
  const price = priceList[row]?.[resolution]
  if (price === undefined) throw new TypeError(`Luma has no price for ${row} at ${resolution}`)
  return price
}
