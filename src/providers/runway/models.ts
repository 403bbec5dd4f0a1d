import type { ImageToVideoCreateParams as Image } from '@runwayml/sdk/resources/image-to-video'
import type { TextToVideoCreateParams as Text } from '@runwayml/sdk/resources/text-to-video'
import { microUsd, type Usd } from '../../domain/money.ts'

/** The models of Runway that are offered: those whose price is known. */
export const runwayModelIds = [
  'runway/gen4.5',
  'runway/gen4_turbo',
  'runway/veo3.1',
  'runway/veo3.1_fast',
] as const

/** One of {@link runwayModelIds}. */
export type RunwayModelId = (typeof runwayModelIds)[number]

/** What a model of Runway makes, takes and costs. */
export interface RunwayModel {
  readonly id: RunwayModelId
  /** As Runway spells it. */
  readonly name: string
  /** Picture sizes it makes from a first frame, `width:height`. */
  readonly imageRatios: readonly string[]
  /** Picture sizes it makes from words alone; none where it needs a first frame. */
  readonly textRatios: readonly string[]
  /** Lengths it makes, in seconds, shortest first. */
  readonly seconds: readonly number[]
  /** Longest prompt, in UTF-16 code units. */
  readonly promptUnits: number
  /** Whether it can end on a given frame; only together with a first one. */
  readonly endsOnFrame: boolean
  /** Whether it makes sound too, which costs more and is switched off in every order: the film's sound is made apart. */
  readonly hasSound: boolean
  /** Price of a second as it is ordered, without sound; a bill's seconds are known by it where nothing else tells them. */
  readonly creditsPerSecond: number
}

/** What a credit costs, in micro-dollars: $0.01. */
const microUsdPerCredit = 10_000 // "$0.01/credit": github.com/runwayml/skills, rw-check-org-details, read 2026-11-30

/** Credits in money, to the micro-dollar. */
export const usdOfCredits = (credits: number): Usd =>
  microUsd(Math.round(credits * microUsdPerCredit))

const twoToTen: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10]
const veoSeconds = [4, 6, 8] as const

type GenRatio = Image.Gen4_5['ratio'] & Image.Gen4Turbo['ratio']
type VeoRatio = (Image.Veo3_1 | Image.Veo3_1Fast)['ratio'] &
  (Text.Veo3_1 | Text.Veo3_1Fast)['ratio']

// Both lists: @runwayml/sdk 4.20.1, 2026-09-23
const genImageRatios: readonly GenRatio[] = [
  ...(['1280:720', '720:1280', '1104:832', '960:960', '832:1104', '1584:672'] as const),
]
const veoRatios: readonly VeoRatio[] = ['1280:720', '720:1280', '1920:1080', '1080:1920']

const gen45: RunwayModel = {
  ...{ id: 'runway/gen4.5', name: 'gen4.5' satisfies Image['model'] & Text['model'] },
  imageRatios: genImageRatios,
  textRatios: ['1280:720', '720:1280'] satisfies readonly Text.Gen4_5['ratio'][], // @runwayml/sdk 4.20.1, 2026-09-23
  seconds: twoToTen, // "an integer from 2 to 10": @runwayml/sdk 4.20.1, 2026-09-23
  promptUnits: 1000, // "up to 1000 characters (measured in UTF-16 code units)": @runwayml/sdk 4.20.1, 2026-09-23
  ...{ endsOnFrame: false, hasSound: false },
  creditsPerSecond: 12, // github.com/runwayml/skills, rw-api-reference, read 2026-11-30
}

const gen4Turbo: RunwayModel = {
  ...{ id: 'runway/gen4_turbo', name: 'gen4_turbo' satisfies Image['model'] },
  imageRatios: genImageRatios,
  textRatios: [],
  seconds: twoToTen, // docs.venice.ai, runway-gen4-turbo, which sells it on: read 2026-11-30; the SDK says only "number"
  promptUnits: 1000, // @runwayml/sdk 4.20.1, 2026-09-23
  ...{ endsOnFrame: false, hasSound: false },
  creditsPerSecond: 5, // github.com/runwayml/skills, rw-api-reference, read 2026-11-30
}

const veo31: RunwayModel = {
  ...{ id: 'runway/veo3.1', name: 'veo3.1' satisfies Image['model'] & Text['model'] },
  ...{ imageRatios: veoRatios, textRatios: veoRatios },
  seconds: veoSeconds satisfies readonly Image.Veo3_1['duration'][], // @runwayml/sdk 4.20.1, 2026-09-23
  promptUnits: 1000, // @runwayml/sdk 4.20.1, 2026-09-23
  ...{ endsOnFrame: true, hasSound: true },
  creditsPerSecond: 20, // "20-40", which "audio inclusion affects": github.com/runwayml/skills, rw-api-reference, read 2026-11-30
}

const veo31Fast: RunwayModel = {
  ...{ id: 'runway/veo3.1_fast', name: 'veo3.1_fast' satisfies Image['model'] & Text['model'] },
  ...{ imageRatios: veoRatios, textRatios: veoRatios },
  seconds: veoSeconds satisfies readonly Image.Veo3_1Fast['duration'][], // @runwayml/sdk 4.20.1, 2026-09-23
  promptUnits: 1000, // @runwayml/sdk 4.20.1, 2026-09-23
  ...{ endsOnFrame: true, hasSound: true },
  creditsPerSecond: 10, // "10-15", which "audio inclusion affects": github.com/runwayml/skills, rw-api-reference, read 2026-11-30
}

/** What is known of each model. Slots are the account's, see `runwayAccount`. */
export const runwayModels: Readonly<Record<RunwayModelId, RunwayModel>> = {
  'runway/gen4.5': gen45,
  'runway/gen4_turbo': gen4Turbo,
  'runway/veo3.1': veo31,
  'runway/veo3.1_fast': veo31Fast,
}

/** Video models that Runway sells and that are not offered, for no price of theirs is published that could be quoted. */
export const runwayModelsLeftOut: readonly Image['model'][] = [
  // @runwayml/sdk 4.20.1, 2026-09-23
  ...(['hailuo3', 'h3_max', 'happyhorse_1_0', 'grok_imagine_1_5', 'wan3', 'wan3_prime'] as const),
  ...(['seedance2', 'seedance2_fast', 'seedance2_mini', 'seedance2_5'] as const),
  ...(['gemini_omni_flash', 'gemini_omni_flash_1.1'] as const),
]
