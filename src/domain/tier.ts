/** How much production value the money buys, cheapest first. */
export const tiers = ['static-images', 'motion-graphics', 'animated', 'photorealistic'] as const

/** One of {@link tiers}. */
export type Tier = (typeof tiers)[number]

/** Score out of 100 that a take needs to pass review, by tier. */
export const passThreshold: Readonly<Record<Tier, number>> = {
  'static-images': 70,
  'motion-graphics': 75,
  animated: 80,
  photorealistic: 85,
}
