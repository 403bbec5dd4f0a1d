import { StudioError } from '../domain/errors.ts'
import type { FrameCount } from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import { safeInputArguments } from './magic-bytes.ts'
import { probe, probeFile } from './probe.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/**
 * Take exactly one frame out as a PNG, counted from 0 in a file of constant rate.
 *
 * @throws StudioError `footage-missing` when the file has no such frame; `media-unsafe`, `media-failed`, `disk-full`
 */
export const still = async (
  tools: FfmpegTools,
  order: { readonly input: string; readonly frame: FrameCount; readonly output: string },
  signal?: AbortSignal,
): Promise<void> => {
  const { facts, nature } = await probeFile(tools, order.input, { signal })
  const has = facts.video?.frames ?? 0
  if (!facts.video || order.frame < 0 || order.frame >= has) {
    throw new StudioError({
      code: 'footage-missing',
      message: `Frame ${order.frame} of "${order.input}" was asked for; the file has frames 0 to ${has - 1}.`,
    })
  }
  const { rate } = facts.video
  // Half a frame early: the first frame at or after that instant is the one, whatever the time base rounds to.
  const seconds = Math.max(0, ((order.frame - 0.5) * rate.denominator) / rate.numerator)
  const { frame, input } = order
  await writeWhole(
    order.output,
    (path) =>
      tools.runFfmpeg(
        [
          ...['-ss', seconds.toFixed(6)],
          ...safeInputArguments(input, nature),
          ...['-map', '0:v:0', '-frames:v', '1', '-update', '1'],
          ...[
            '-vf',
            'scale=flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24,setparams=color_primaries=bt709:color_trc=iec61966-2-1',
          ],
          ...['-c:v', 'png', '-f', 'image2', '-fflags', '+bitexact', path],
        ],
        { task: `taking frame ${frame} out of ${input}`, signal },
      ),
    async (path) => {
      await probe(tools, path, signal)
    },
  )
}
