import { z } from 'zod'

/** A picture or a clip that a request refers to. */
export type Keyframe =
  | { readonly type: 'image'; readonly url: string }
  | { readonly type: 'generation'; readonly id: string }

/** A request for a video, with the defaults filled in, as far as the emulator reads it. */
export interface LumaLegacyRequest {
  readonly model: 'ray-2' | 'ray-flash-2'
  readonly prompt?: string | undefined
  readonly aspect_ratio: string
  readonly duration: '5s' | '9s'
  readonly resolution: string
  readonly keyframes?:
    | {
        readonly frame0?: Keyframe | null | undefined
        readonly frame1?: Keyframe | null | undefined
      }
    | null
    | undefined
}

const keyframe = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('image'), url: z.string() }),
  z.strictObject({ type: z.literal('generation'), id: z.string() }),
])

/**
 * A request for a video, as lumaai 1.19.1 types it. The SDK lets any text through as duration and resolution; here only
 * those pass that it names.
 */
export const lumaLegacyRequest: z.ZodType<LumaLegacyRequest> = z
  .strictObject({
    model: z.enum(['ray-2', 'ray-flash-2']),
    prompt: z
      .string()
      .min(3, 'Prompt is too short, minimum length is 3 characters') // docs.lumalabs.ai/docs/errors, read 2026-11-30
      .max(5000, 'Prompt is too long, maximum length is 5000 characters') // docs.lumalabs.ai/docs/errors, read 2026-11-30
      .optional(),
    aspect_ratio: z.enum(['1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '9:21']).default('16:9'),
    duration: z.enum(['5s', '9s']).default('5s'),
    resolution: z.enum(['540p', '720p', '1080p', '4k']).default('720p'),
    generation_type: z.literal('video').default('video'),
    loop: z.boolean().default(false),
    concepts: z.array(z.strictObject({ key: z.string() })).optional(),
    callback_url: z.url().optional(),
    keyframes: z.strictObject({ frame0: keyframe.nullish(), frame1: keyframe.nullish() }).nullish(),
  })
  .refine(
    ({ prompt, keyframes }) => prompt !== undefined || keyframes?.frame0 || keyframes?.frame1,
    { message: 'Prompt is required', path: ['prompt'] }, // docs.lumalabs.ai/docs/errors, read 2026-11-30
  )
  .refine(({ loop, keyframes }) => !(loop && keyframes?.frame1), {
    message: 'Loop is not supported for end frame', // docs.lumalabs.ai/docs/errors, read 2026-11-30
    path: ['loop'],
  })

/** The query of a list. */
export const lumaLegacyListQuery: z.ZodType<{ readonly limit: number; readonly offset: number }> =
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(100), // raw.githubusercontent.com/lumalabs/lumaai-api openapi.yaml, read 2026-11-30
    offset: z.coerce.number().int().min(0).default(0),
  })
