import { z } from 'zod'

/** A picture or a clip that a request refers to. */
export interface ImageRef {
  readonly url?: string | null | undefined
  /** Base64. */
  readonly data?: string | null | undefined
  readonly media_type?: string | null | undefined
  readonly generation_id?: string | null | undefined
  readonly file_id?: string | null | undefined
}

/** A request for a video, with the defaults filled in. */
export interface LumaVideoRequest {
  readonly model: 'ray-3.2'
  readonly prompt: string
  readonly aspect_ratio?: string | null | undefined
  readonly video: {
    readonly duration: '5s' | '10s'
    readonly resolution: '540p' | '720p' | '1080p'
    readonly start_frame?: ImageRef | null | undefined
    readonly end_frame?: ImageRef | null | undefined
    /** Pictures that the clip passes through, each at its place in `keyframe_indexes`. */
    readonly keyframes?: readonly ImageRef[] | null | undefined
    /** Frames from the start of the clip, on the grid of 24 a second; in any order. */
    readonly keyframe_indexes?: readonly number[] | null | undefined
    readonly loop: boolean
    readonly hdr: boolean
    readonly exr_export: boolean
  }
}

const imageRef = z.strictObject({
  url: z.string().nullish(),
  data: z.string().nullish(),
  media_type: z.string().nullish(),
  generation_id: z.string().nullish(),
  file_id: z.string().nullish(),
})

/** Most pictures that a clip is led through. docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10 */
const mostKeyframes = 64

/** The grid that `keyframe_indexes` count on. docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10 */
const gridFramesPerSecond = 24

/**
 * A request for a video, as the vendor's SDK types it (lumalabs/luma-agents-typescript 0.3.0); `keyframes` are of its guide on
 * video, which is newer (docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10).
 */
export const lumaVideoRequest: z.ZodType<LumaVideoRequest> = z.strictObject({
  type: z.literal('video'),
  model: z.literal('ray-3.2'),
  prompt: z
    .string()
    .refine(
      (text) => text.length >= 1 && text.length <= 6000,
      'Prompt must be between 1 and 6000 characters',
    ),
  aspect_ratio: z.enum(['9:16', '3:4', '1:1', '4:3', '16:9', '21:9']).nullish(),
  user_id: z.string().nullish(),
  video: z
    .strictObject({
      duration: z.enum(['5s', '10s']).default('5s'),
      resolution: z.enum(['540p', '720p', '1080p']).default('720p'),
      start_frame: imageRef.nullish(),
      end_frame: imageRef.nullish(),
      keyframes: z.array(imageRef).min(1).max(mostKeyframes).nullish(),
      keyframe_indexes: z.array(z.int().nonnegative()).min(1).max(mostKeyframes).nullish(),
      loop: z.boolean().default(false),
      hdr: z.boolean().default(false),
      exr_export: z.boolean().default(false),
    })
    .default({
      duration: '5s',
      resolution: '720p',
      loop: false,
      hdr: false,
      exr_export: false,
    }),
})

/** Seconds of the clip that a request asks for. */
export const secondsOf = ({ video }: LumaVideoRequest): number =>
  Number.parseInt(video.duration, 10)

/** What of a well-formed request does not go together, in the vendor's style; null when all does. */
export const lumaConflict = (request: LumaVideoRequest): string | null => {
  const { video } = request
  const isLong = video.duration === '10s'
  const isAnchored = Boolean(video.start_frame) || Boolean(video.end_frame)
  const hasChain = Boolean(video.start_frame?.generation_id ?? video.end_frame?.generation_id)
  // docs.agents.lumalabs.ai/guides/videos/generation, read 2026-06-11 and 2026-07-10, for each of these.
  const conflicts: readonly (readonly [boolean, string])[] = [
    [
      isLong && isAnchored,
      'video: start_frame and end_frame are not supported for duration 10s; use keyframes',
    ],
    [video.loop && isLong, 'video.loop is not supported for duration 10s'],
    [video.loop && video.hdr, 'video.loop is not supported with hdr'],
    [video.loop && Boolean(video.end_frame), 'video.loop is not supported with end_frame'],
    [video.hdr && isLong, 'video.hdr is not supported for duration 10s'],
    [video.hdr && video.resolution === '540p', 'video.hdr requires resolution 720p or 1080p'],
    [video.exr_export && !video.hdr, 'video.exr_export requires hdr'],
    [hasChain && video.hdr, 'video: a generation_id anchor is not supported with hdr'],
  ]
  return conflicts.find(([isThere]) => isThere)?.[1] ?? keyframeConflict(request)
}

/** docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10; the range as fal.ai/models/luma/agent/ray/v3.2 has it, 2026-10-08 */
const keyframeConflict = (request: LumaVideoRequest): string | null => {
  const { keyframes, keyframe_indexes, start_frame, end_frame, loop } = request.video
  const indexes = keyframe_indexes ?? []
  if (indexes.length !== (keyframes ?? []).length) {
    return 'video: keyframes and keyframe_indexes must have the same length'
  }
  if (indexes.length > 0 && (start_frame || end_frame || loop)) {
    return 'video: keyframes are not supported with start_frame, end_frame or loop'
  }
  if (new Set(indexes).size !== indexes.length) return 'video.keyframe_indexes must be unique'
  const last = secondsOf(request) * gridFramesPerSecond
  return indexes.some((index) => index > last)
    ? `video.keyframe_indexes must be at most ${last} for duration ${request.video.duration}`
    : null
}

/** What is wrong with a reference in itself; null when it is sound. */
export const referenceProblem = (field: string, reference: ImageRef): string | null => {
  const named = [reference.url, reference.data, reference.generation_id, reference.file_id].filter(
    (value) => value !== null && value !== undefined,
  )
  if (named.length !== 1) {
    return `${field}: provide exactly one of 'url', 'data', 'generation_id' or 'file_id'`
  }
  return reference.data && !reference.media_type
    ? `${field}: 'media_type' is required with 'data'`
    : null
}
