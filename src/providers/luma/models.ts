import { microUsd, type Usd } from '../../domain/money.ts'
import type { Keyframe } from '../../ports/video-model.ts'

/** Luma's two APIs: the Luma Agents API of today, and the Dream Machine API before it. A key opens one of them. */
export type LumaApiName = 'agents' | 'legacy'

/** Which API a key opens: keys of the Agents API begin with `luma-api-`. */
export const lumaApiOf = (key: string): LumaApiName =>
  key.startsWith('luma-api-') ? 'agents' : 'legacy' // docs.agents.lumalabs.ai, read 2026-07-10

/** Where each API is, path included. */
export const lumaBaseUrls: Readonly<Record<LumaApiName, string>> = {
  agents: 'https://agents.lumalabs.ai/v1', // docs.agents.lumalabs.ai, read 2026-07-10
  legacy: 'https://api.lumalabs.ai/dream-machine/v1', // default of the lumaai SDK 1.19.1, 2026-01-17
}

/** A length that Luma makes, and what a clip of it costs. */
export interface LumaLength {
  readonly seconds: number
  readonly price: Usd
}

/** A model as it is ordered: resolution decides the price, so each has an id of its own. */
export interface LumaModel {
  /** `luma/…`, the id in the catalogue. */
  readonly id: string
  readonly api: LumaApiName
  /** Luma's own name. */
  readonly vendorModel: 'ray-3.2' | 'ray-2' | 'ray-flash-2'
  readonly resolution: '540p' | '720p' | '1080p'
  /** The only lengths there are, shortest first. A clip is bought whole. */
  readonly lengths: readonly LumaLength[]
  /** Where the prices are from, and the day they were read, `YYYY-MM-DD`. */
  readonly priceSource: string
  readonly priceDate: string
  /** Characters of a prompt. */
  readonly prompt: { readonly least: number; readonly most: number }
  /** `width:height`. */
  readonly aspects: readonly string[]
  /** Clip lengths, in seconds, that can be told which picture to end at; none where only pictures on the web are taken. */
  readonly endFrameSeconds: readonly number[]
}

type Resolution = LumaModel['resolution']

const clip = (seconds: number, microDollars: number): LumaLength => ({
  seconds,
  price: microUsd(microDollars),
})

const ray32 = (id: string, resolution: Resolution, ...lengths: LumaLength[]): LumaModel => ({
  id,
  api: 'agents',
  vendorModel: 'ray-3.2',
  resolution,
  lengths,
  priceSource: 'https://docs.agents.lumalabs.ai/guides/pricing',
  priceDate: '2026-07-10',
  prompt: { least: 1, most: 6000 }, // docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10
  aspects: ['9:16', '3:4', '1:1', '4:3', '16:9', '21:9'], // same page, read 2026-07-10
  endFrameSeconds: [5, 10], // same page, read 2026-07-10: by `keyframes` on the grid of 24 frames a second
})

const ray2 = (
  vendorModel: 'ray-2' | 'ray-flash-2',
  id: string,
  resolution: Resolution,
  ...lengths: LumaLength[]
): LumaModel => ({
  id,
  api: 'legacy',
  vendorModel,
  resolution,
  lengths,
  priceSource: 'price table of a reseller (docs.comfy.org, API nodes), for Luma publishes none',
  priceDate: '2025-10-28',
  prompt: { least: 3, most: 5000 }, // docs.lumalabs.ai/docs/errors, read 2026-11-30
  aspects: ['1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '9:21'], // types of lumaai 1.19.1, 2026-01-17
  endFrameSeconds: [],
})

/**
 * Every model of Luma's that can be ordered, in standard dynamic range. The reseller's table is rounded to the cent, so it does
 * not tell a price by the second from one by the length: where 9/5 of its price of 5 seconds is dearer than its price of 9, that
 * is held.
 */
export const lumaModels: readonly LumaModel[] = [
  ray32('luma/ray-3.2-540p', '540p', clip(5, 150_000), clip(10, 450_000)), // Luma's pricing page, 2026-07-10
  ray32('luma/ray-3.2', '720p', clip(5, 300_000), clip(10, 900_000)), // Luma's pricing page, 2026-07-10
  ray32('luma/ray-3.2-1080p', '1080p', clip(5, 1_200_000), clip(10, 3_600_000)), // Luma's pricing page, 2026-07-10
  ray2('ray-2', 'luma/ray-2-540p', '540p', clip(5, 400_000), clip(9, 720_000)), // reseller, 2025-10-28
  ray2('ray-2', 'luma/ray-2', '720p', clip(5, 710_000), clip(9, 1_278_000)), // reseller, 2025-10-28: 0.71 and 1.27
  ray2('ray-2', 'luma/ray-2-1080p', '1080p', clip(5, 1_590_000), clip(9, 2_870_000)), // reseller, 2025-10-28
  ray2('ray-flash-2', 'luma/ray-flash-2-540p', '540p', clip(5, 140_000), clip(9, 252_000)), // reseller, 2025-10-28: 0.14 and 0.25
  ray2('ray-flash-2', 'luma/ray-flash-2', '720p', clip(5, 240_000), clip(9, 440_000)), // reseller, 2025-10-28
  ray2('ray-flash-2', 'luma/ray-flash-2-1080p', '1080p', clip(5, 550_000), clip(9, 990_000)), // reseller, 2025-10-28
]

/**
 * A model of the table by its id in the catalogue.
 *
 * @throws TypeError for an id that is not in it
 */
export const lumaModelOf = (id: string): LumaModel => {
  const model = lumaModels.find((candidate) => candidate.id === id)
  if (model) return model
  throw new TypeError(`${id} is no model of Luma's that can be ordered`)
}

/** The model that made a generation; null when the resolution is not told, which decides it, or no model of ours made it. */
export const modelBehind = (
  api: LumaApiName,
  told: { readonly vendorModel: string | null; readonly resolution: string | null },
): LumaModel | null =>
  lumaModels.find(
    ({ api: own, vendorModel, resolution }) =>
      own === api && vendorModel === told.vendorModel && resolution === told.resolution,
  ) ?? null

/**
 * The generation that a frame is of, for an API that goes on only from its own; null for another's. A job that a person named
 * may have been written down by its id alone: then its model tells the API.
 */
export const generationBehind = ({ ofJob }: Keyframe, api: LumaApiName): string | null => {
  if (!ofJob?.model.startsWith('luma/')) return null
  const { id, api: told } = ofJob.job
  const made = told ?? lumaModels.find((model) => model.id === ofJob.model)?.api
  return made === api && id !== undefined ? String(id) : null
}
