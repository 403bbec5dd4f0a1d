import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { StudioError } from '../domain/errors.ts'
import { frames, type Rate } from '../domain/time.ts'
import { fileReason } from '../kit/file-error.ts'
import type { MediaFacts } from '../ports/media-tool.ts'
import { type FileNature, fileNature, safeInputArguments } from './magic-bytes.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

const count = z.coerce.number().int().nonnegative()

const streamReply = z.object({
  codec_type: z.string(),
  codec_name: z.string().nullish(),
  width: count.nullish(),
  height: count.nullish(),
  pix_fmt: z.string().nullish(),
  color_space: z.string().nullish(),
  avg_frame_rate: z.string().nullish(),
  r_frame_rate: z.string().nullish(),
  nb_read_packets: count.nullish(),
  sample_rate: count.nullish(),
  channels: count.nullish(),
  duration: z.coerce.number().nullish(),
  disposition: z.object({ attached_pic: z.number().nullish() }).nullish(),
})

const probeReply = z.object({
  streams: z.array(streamReply).max(64),
  format: z.object({ duration: z.coerce.number().nullish() }).nullish(),
})

/** What ffprobe says of a file, with the few facts beyond {@link MediaFacts} that conforming needs. */
export interface ProbedFile {
  readonly facts: MediaFacts
  /** Pixel format of the picture, such as `yuv420p`; null without one. */
  readonly pixelFormat: string | null
  /** Matrix the picture is tagged with; null when it is not. */
  readonly colourMatrix: string | null
  /** What the file is by its first bytes. */
  readonly nature: FileNature & { readonly kind: 'image' | 'video' | 'audio' }
}

/**
 * What a media file holds. Frames are counted packet by packet, not taken from the header.
 *
 * @throws StudioError `footage-missing` when there is no such file, `media-unsafe` when it is not media by its first
 *   bytes, `media-failed` when it cannot be read
 */
export const probe = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<MediaFacts> => (await probeFile(tools, path, { signal })).facts

/** The same with pixel format, colour and nature; `timeoutMs` of wall time, default 120 000. */
export const probeFile = async (
  tools: FfmpegTools,
  path: string,
  options: { readonly signal?: AbortSignal | undefined; readonly timeoutMs?: number } = {},
): Promise<ProbedFile> => {
  const { nature, bytes } = await natureOfFile(path)
  if (nature.kind === 'text' || nature.kind === 'refused') {
    throw new StudioError({
      code: 'media-unsafe',
      message: `"${path}" is ${nature.words}, not a picture, film or sound. It was not opened.`,
    })
  }
  const { stdout } = await tools.runFfprobe(
    [
      ...['-max_alloc', '1500000000', '-print_format', 'json', '-count_packets'],
      ...['-show_streams', '-show_format'],
      ...safeInputArguments(path, nature),
    ],
    {
      task: `reading what ${path} holds`,
      timeoutMs: options.timeoutMs ?? 120_000,
      signal: options.signal,
    },
  )
  return factsOf(path, stdout.toString('utf8'), nature, bytes)
}

const natureOfFile = async (
  path: string,
): Promise<{ readonly nature: FileNature; readonly bytes: number }> => {
  try {
    return { nature: await fileNature(path), bytes: (await stat(path)).size }
  } catch (error) {
    throw new StudioError({
      code: 'footage-missing',
      message: `"${path}" could not be opened (${fileReason(error)}).`,
      cause: error,
    })
  }
}

const factsOf = (
  path: string,
  reply: string,
  nature: ProbedFile['nature'],
  bytes: number,
): ProbedFile => {
  const parsed = probeReply.safeParse(JSON.parse(reply))
  if (!parsed.success) {
    throw new StudioError({
      code: 'media-failed',
      message: `ffprobe described "${path}" in a way that was not understood: ${z.prettifyError(parsed.error)}`,
    })
  }
  const { streams, format } = parsed.data
  const picture = streams.find(
    (stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1,
  )
  const sound = streams.find((stream) => stream.codec_type === 'audio')
  const seconds = format?.duration ?? picture?.duration ?? sound?.duration ?? 0
  return {
    facts: {
      video: picture ? pictureFacts(picture) : null,
      audio: sound ? soundFacts(sound, seconds) : null,
      seconds,
      bytes,
    },
    nature,
    pixelFormat: picture?.pix_fmt ?? null,
    colourMatrix:
      picture?.color_space && picture.color_space !== 'unknown' ? picture.color_space : null,
  }
}

type StreamReply = z.infer<typeof streamReply>

const pictureFacts = (stream: StreamReply): NonNullable<MediaFacts['video']> => ({
  width: stream.width ?? 0,
  height: stream.height ?? 0,
  rate: rateOf(stream.avg_frame_rate) ?? rateOf(stream.r_frame_rate) ?? stillRate,
  frames: frames(stream.nb_read_packets ?? 0),
  codec: stream.codec_name ?? 'unknown',
})

const soundFacts = (
  stream: StreamReply,
  wholeSeconds: number,
): NonNullable<MediaFacts['audio']> => ({
  sampleRateHz: stream.sample_rate ?? 0,
  channels: stream.channels ?? 0,
  seconds: stream.duration ?? wholeSeconds,
  codec: stream.codec_name ?? 'unknown',
})

/** What ffmpeg gives a still when it must have a rate. */
const stillRate: Rate = { numerator: 25, denominator: 1 }

const rateOf = (text: string | null | undefined): Rate | null => {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '')
  const [numerator, denominator] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : null
}
