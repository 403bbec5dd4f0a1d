/** Micro-dollars a credit is worth. */
export const microUsdPerCredit = 10_000 // docs.dev.runwayml.com pricing, $0.01 a credit, read 2026-07-10

/** Credits a second of each model that the emulator plays. */
const creditsPerSecond = {
  'gen4.5': { silent: 12, sounding: 12 }, // docs.dev.runwayml.com pricing, read 2026-07-10
  gen4_turbo: { silent: 5, sounding: 5 }, // docs.dev.runwayml.com pricing, read 2026-07-10
  'veo3.1': { silent: 20, sounding: 40 }, // docs.dev.runwayml.com pricing, read 2026-07-10
  'veo3.1_fast': { silent: 10, sounding: 15 }, // docs.dev.runwayml.com pricing, read 2026-07-10
} as const

/** A model that the emulator plays. */
export type RunwayModel = keyof typeof creditsPerSecond

/** Every {@link RunwayModel}. */
export const playedModels: readonly string[] = Object.keys(creditsPerSecond)

/** Credits for a clip. */
export const runwayCredits = (model: RunwayModel, seconds: number, isSounding: boolean): number =>
  seconds * creditsPerSecond[model][isSounding ? 'sounding' : 'silent']
