import { z } from 'zod'
import type { RunwayModel } from './runway-prices.ts'

/** A picture at one end of a clip. */
interface PlacedImage {
  readonly uri: string
  readonly position: 'first' | 'last'
}

/** A request for a clip, from a picture or from words, as far as the emulator reads it. */
export interface RunwayRequest {
  readonly model: RunwayModel
  readonly promptText?: string | undefined
  readonly promptImage?: string | readonly PlacedImage[] | undefined
  /** `1280:720` */
  readonly ratio: string
  /** Seconds. */
  readonly duration: number
  readonly audio?: boolean | undefined
  readonly seed?: number | undefined
}

// Every field, literal and bound below is that of @runwayml/sdk 4.20.1, resources/image-to-video.d.ts and
// text-to-video.d.ts, read 2026-11-30.

const promptText = z.string().min(1).max(1000)
const seed = z.int().optional()
const contentModeration = z
  .strictObject({ publicFigureThreshold: z.enum(['auto', 'low']).optional() })
  .optional()

const uri = z.string().min(1)
const firstOnly = z.union([
  uri,
  z.array(z.strictObject({ uri, position: z.literal('first') })).length(1),
])
const firstAndLast = z.union([
  uri,
  z
    .array(z.strictObject({ uri, position: z.enum(['first', 'last']) }))
    .min(1)
    .max(2)
    .refine((images) => images.some(({ position }) => position === 'first'), {
      message: 'This model does not support generating with only a last frame.',
    })
    .refine((images) => new Set(images.map(({ position }) => position)).size === images.length, {
      message: 'Each position may be used once.',
    }),
])

const gen4Ratio = z.enum(['1280:720', '720:1280', '1104:832', '960:960', '832:1104', '1584:672'])
const veoRatio = z.enum(['1280:720', '720:1280', '1080:1920', '1920:1080'])

const gen45 = {
  model: z.literal('gen4.5'),
  promptText,
  duration: z.int().min(2).max(10),
  contentModeration,
  /** The vendor knows eleven more; the emulator delivers MP4. */
  outputFormat: z.literal('mp4').optional(),
  seed,
}
// The types name no defaults: the dearest of what may be meant.
const veo = {
  ratio: veoRatio,
  audio: z.boolean().default(true),
  duration: z.union([z.literal(4), z.literal(6), z.literal(8)]).default(8),
  negativePrompt: z.string().optional(),
  seed,
}

/** A request for a clip from a picture. */
export const runwayImageToVideo: z.ZodType<RunwayRequest> = z.discriminatedUnion('model', [
  z.strictObject({ ...gen45, promptImage: firstOnly, ratio: gen4Ratio }),
  z.strictObject({
    model: z.literal('gen4_turbo'),
    promptImage: firstOnly,
    promptText: promptText.optional(),
    ratio: gen4Ratio,
    /** The types name no bounds and no default; those of its sister, and the dearest. */
    duration: z.int().min(2).max(10).default(10),
    contentModeration,
    seed,
  }),
  z.strictObject({
    model: z.literal('veo3.1'),
    promptImage: firstAndLast,
    promptText: promptText.optional(),
    ...veo,
  }),
  z.strictObject({
    model: z.literal('veo3.1_fast'),
    promptImage: firstAndLast,
    promptText: promptText.optional(),
    ...veo,
  }),
])

/** A request for a clip from words. */
export const runwayTextToVideo: z.ZodType<RunwayRequest> = z.discriminatedUnion('model', [
  z.strictObject({ ...gen45, ratio: z.enum(['1280:720', '720:1280']) }),
  z.strictObject({ model: z.literal('veo3.1'), promptText, ...veo }),
  z.strictObject({ model: z.literal('veo3.1_fast'), promptText, ...veo }),
])

/** Models of the SDK's types that the emulator does not play. */
export const unplayedModels: ReadonlySet<string> = new Set([
  ...['hailuo3', 'h3_max', 'happyhorse_1_0', 'seedance2', 'seedance2_fast', 'seedance2_mini'],
  ...['seedance2_5', 'gemini_omni_flash', 'gemini_omni_flash_1.1', 'grok_imagine_1_5'],
  ...['wan3', 'wan3_prime'],
])

/** The SDK's first step of an upload. */
export const runwayUpload: z.ZodType<{ readonly filename: string; readonly type: 'ephemeral' }> =
  z.strictObject({
    filename: z.string().min(1),
    type: z.literal('ephemeral'),
  })

const day = z.iso.date()

/** Days, `2026-11-30`. */
export interface RunwayUsageQuery {
  readonly startDate?: string | undefined
  /** Not in it any more. */
  readonly beforeDate?: string | undefined
}

/** The question for what was used. */
export const runwayUsageQuery: z.ZodType<RunwayUsageQuery> = z.strictObject({
  startDate: day.optional(),
  beforeDate: day.optional(),
})
