type Prices = Readonly<Record<string, Readonly<Record<'5s' | '9s', number>>>>

/**
 * Micro-dollars for a clip of 5 and of 9 seconds. The table that the prices are from is rounded to the cent; where 9/5 of its
 * price of 5 seconds is dearer than its price of 9, that is charged, as the catalogue holds it.
 */
const priceList: Readonly<Record<'ray-2' | 'ray-flash-2', Prices>> = {
  'ray-2': {
    '540p': { '5s': 400_000, '9s': 720_000 }, // reseller's table, docs.comfy.org, read 2025-10-28
    '720p': { '5s': 710_000, '9s': 1_278_000 }, // same table; 9 s by the second, the table says 1.27
    '1080p': { '5s': 1_590_000, '9s': 2_870_000 }, // same table
    '4k': { '5s': 6_370_000, '9s': 11_466_000 }, // same table; 9 s by the second
  },
  'ray-flash-2': {
    '540p': { '5s': 140_000, '9s': 252_000 }, // same table; 9 s by the second, the table says 0.25
    '720p': { '5s': 240_000, '9s': 440_000 }, // same table
    '1080p': { '5s': 550_000, '9s': 990_000 }, // same table
    '4k': { '5s': 2_190_000, '9s': 3_942_000 }, // same table; 9 s by the second
  },
}

/**
 * The price of a video, in micro-dollars.
 *
 * @throws TypeError for a resolution that the vendor does not make
 */
export const lumaLegacyPrice = (
  model: 'ray-2' | 'ray-flash-2',
  resolution: string,
  duration: '5s' | '9s',
): number => {
  const price = priceList[model][resolution]?.[duration]
  if (price === undefined) throw new TypeError(`Dream Machine has no price for ${resolution}`)
  return price
}
