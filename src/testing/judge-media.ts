import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Delivery } from '../ports/paid-model.ts'

/** Names of ffprobe's formats by the media types that a model may declare. */
const formats: { readonly [mediaType: string]: RegExp } = {
  'video/mp4': /\bmp4\b/,
  'audio/wav': /^wav$/,
}

const reply = z.object({
  format: z.object({ format_name: z.string() }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      width: z.number().optional(),
      height: z.number().optional(),
      nb_read_frames: z.string().optional(),
      duration: z.string().optional(),
    }),
  ),
})

/** What a delivered file is, by what was decoded from it. */
export interface JudgedMedia {
  readonly kind: 'video' | 'audio'
  /** Frames of the picture; 0 for sound. */
  readonly frames: number
  /** Length of the stream, leader included. */
  readonly seconds: number
  readonly width: number
  readonly height: number
}

/**
 * See that a delivery is a file of the media type it declares, and decode it.
 *
 * @param ffprobePath the program, by name or path
 */
export const judgeMedia = async (output: Delivery, ffprobePath: string): Promise<JudgedMedia> => {
  if (output.kind !== 'file') throw new Error(`A file was expected, not ${output.kind}`)
  const questions = ['-count_frames', '-show_format', '-show_streams', '-of', 'json']
  const { stdout } = await promisify(execFile)(ffprobePath, [
    ...['-v', 'error', ...questions, output.path],
  ])
  const { format, streams } = reply.parse(JSON.parse(stdout))
  const expected = formats[output.mediaType]
  if (!expected) throw new Error(`No film is made of ${output.mediaType}`)
  expect(format.format_name, output.path).toMatch(expected)
  const [stream] = streams
  const kind = output.mediaType.startsWith('video/') ? 'video' : 'audio'
  expect(stream?.codec_type, output.path).toBe(kind)
  return {
    kind,
    frames: kind === 'video' ? Number(stream?.nb_read_frames) : 0,
    seconds: Number(stream?.duration),
    width: stream?.width ?? 0,
    height: stream?.height ?? 0,
  }
}
