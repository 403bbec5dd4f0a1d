import { framesPerSecond, type Rate } from '../domain/time.ts'

/** Sound of every file we make: 48 kHz, stereo, AAC at 192 kbit/s. */
export const houseSampleRateHz = 48_000

/** Channels of every mix. */
const houseChannels = 2

/** Frames between two sync frames: one second, rounded to whole frames. */
const houseGopFrames = (rate: Rate): number => Math.round(framesPerSecond(rate))

/**
 * Ticks a second of the picture track: a multiple of the rate's numerator, so that each frame lasts a whole number
 * of ticks and packets of two files can follow each other without rounding. 24/1 → 24000, 24000/1001 → 24000.
 */
export const houseTimescale = (rate: Rate): number =>
  rate.numerator >= 1_000 ? rate.numerator : rate.numerator * 1_000

/** `bt709`, limited range: how every picture is tagged. */
const houseColourArguments: readonly string[] = [
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-colorspace',
  'bt709',
  '-color_range',
  'tv',
]

/** Filter that ends every picture chain: square pixels, 4:2:0, bt709 limited range. */
export const housePixelFilter =
  'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p,setsar=1'

/**
 * Encoder arguments of the house picture: H.264 High, yuv420p, crf 20, closed GOPs of one second without sync frames
 * at scene cuts, two B-frames, fixed timescale. Files made with the same size and rate can be joined packet by packet.
 */
export const houseVideoArguments = (rate: Rate): readonly string[] => [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '20',
  '-profile:v',
  'high',
  '-pix_fmt',
  'yuv420p',
  '-g',
  String(houseGopFrames(rate)),
  '-keyint_min',
  String(houseGopFrames(rate)),
  '-sc_threshold',
  '0',
  '-bf',
  '2',
  '-flags:v',
  '+cgop+bitexact',
  '-x264-params',
  'open-gop=0:force-cfr=1',
  '-r',
  `${rate.numerator}/${rate.denominator}`,
  '-video_track_timescale',
  String(houseTimescale(rate)),
  ...houseColourArguments,
]

/** Encoder arguments of the house sound. */
export const houseAudioArguments: readonly string[] = [
  '-c:a',
  'aac',
  '-b:a',
  '192k',
  '-ar',
  String(houseSampleRateHz),
  '-ac',
  String(houseChannels),
  '-flags:a',
  '+bitexact',
]

/** Muxer arguments: index in front, no passing facts (times, program versions) in the file. */
export const houseMuxArguments: readonly string[] = [
  '-movflags',
  '+faststart',
  '-fflags',
  '+bitexact',
]
