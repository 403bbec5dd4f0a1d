import { rateText } from '../../domain/time.ts'
import type { ShotOrder } from '../../ports/video-model.ts'

/** Arguments for an encoder that reads raw RGBA frames from its input: H.264, closed GOP of one second, BT.709. */
export const encodeArguments = (
  order: Pick<ShotOrder, 'rate' | 'size'>,
  output: string,
): readonly string[] => {
  const group = String(Math.round(order.rate.numerator / order.rate.denominator))
  return [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
    ...['-f', 'rawvideo', '-pixel_format', 'rgba'],
    ...['-video_size', `${order.size.width}x${order.size.height}`],
    ...['-framerate', rateText(order.rate), '-i', 'pipe:0', '-an'],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18'],
    ...['-g', group, '-keyint_min', group, '-sc_threshold', '0', '-x264-params', 'open-gop=0'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-movflags', '+faststart', '-f', 'mp4', output],
  ]
}
