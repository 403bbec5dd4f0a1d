import { StudioError } from '../domain/errors.ts'
import { type FfmpegTools, programRemedy } from './run-ffmpeg.ts'

/** What the studio asks of ffmpeg, by the name ffmpeg lists it under. */
const neededCapabilities: {
  readonly filters: readonly string[]
  readonly encoders: readonly string[]
  readonly demuxers: readonly string[]
} = {
  filters: [
    'acrossfade',
    'afade',
    'amix',
    'aresample',
    'blackframe',
    'concat',
    'crop',
    'drawtext',
    'ebur128',
    'fade',
    'fps',
    'loudnorm',
    'metadata',
    'overlay',
    'scale',
    'scdet',
    'sidechaincompress',
    'signalstats',
    'subtitles',
    'tile',
    'xfade',
  ],
  encoders: ['aac', 'libx264', 'mjpeg', 'pcm_s16le', 'png'],
  demuxers: ['concat', 'mov,mp4,m4a,3gp,3g2,mj2', 'rawvideo', 'wav'],
}

/** What this machine's ffmpeg is and lacks. */
export interface FfmpegCapabilities {
  /** As it names itself: `5.1.9-0+deb12u1`. For display only; nothing is decided by it. */
  readonly version: string
  /** What it cannot do of what we need: `filter drawtext`, `encoder libx264`. Empty when all is there. */
  readonly missing: readonly string[]
}

/**
 * Ask ffmpeg what it can do, by its own lists and never by its version.
 *
 * @throws StudioError `tool-missing` when there is no ffmpeg, or no ffprobe or another program in its place
 */
export const probeFfmpeg = async (tools: FfmpegTools): Promise<FfmpegCapabilities> => {
  const list = async (option: string): Promise<string> =>
    (await tools.runFfmpeg([option], { collectStdout: true })).stdout.toString('utf8')
  const version = await list('-version')
  await requireFfprobe(tools)
  const missing: string[] = []
  const kinds = [
    ['filter', '-filters', neededCapabilities.filters],
    ['encoder', '-encoders', neededCapabilities.encoders],
    ['demuxer', '-demuxers', neededCapabilities.demuxers],
  ] as const
  for (const [kind, option, needed] of kinds) {
    const known = listedNames(await list(option))
    missing.push(...needed.filter((name) => !known.has(name)).map((name) => `${kind} ${name}`))
  }
  return { version: /^ffmpeg version (\S+)/.exec(version)?.[1] ?? 'unknown', missing }
}

/** What prints nothing and ends well would pass for ffprobe until the first clip is looked at. */
const requireFfprobe = async (tools: FfmpegTools): Promise<void> => {
  const { stdout } = await tools.runFfprobe(['-version'])
  if (/^ffprobe version /.test(stdout.toString('utf8'))) return
  throw new StudioError({
    code: 'tool-missing',
    message: `"${tools.ffprobePath}" is not ffprobe: it does not answer -version as ffprobe does. ${programRemedy('ffprobe')}`,
  })
}

/** Each line of a list is flags, name, description. */
const listedNames = (text: string): ReadonlySet<string> =>
  new Set(
    text.split('\n').flatMap((line) => {
      const name = /^\s*[A-Z.|]+\s+(\S+)\s/.exec(line)?.[1]
      return name === undefined ? [] : [name]
    }),
  )
