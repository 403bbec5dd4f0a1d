import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { fileReason } from '../kit/file-error.ts'
import { imageSize } from './inspect-upload-image-size.ts'
import { type FileNature, fileNature, safeInputArguments } from './magic-bytes.ts'
import { type ProbedFile, probeFile } from './probe.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** What a file that was handed in may be at most. */
export interface UploadLimits {
  /** Pixels of a picture or a frame. */
  readonly pixels: number
  /** Seconds of film or sound. */
  readonly seconds: number
  readonly imageBytes: number
  /** Bytes of film or sound. */
  readonly mediaBytes: number
  readonly textBytes: number
  /** Seconds of CPU time that trying it may take. */
  readonly cpuSeconds: number
}

/** 64 megapixels, 30 minutes, 64 MiB a picture, 2 GiB of film or sound, 2 MiB of text, 60 s of CPU time. */
export const uploadLimits: UploadLimits = {
  pixels: 64_000_000,
  seconds: 1_800,
  imageBytes: 64 * 1024 ** 2,
  mediaBytes: 2 * 1024 ** 3,
  textBytes: 2 * 1024 ** 2,
  cpuSeconds: 60,
}

/** Seconds of film or sound that are decoded as a trial. */
const trialSeconds = 10

type MediaNature = FileNature & { readonly kind: 'image' | 'video' | 'audio' }

const textNames = new Set([
  '',
  '.txt',
  '.md',
  '.markdown',
  '.text',
  '.csv',
  '.json',
  '.srt',
  '.vtt',
])

/**
 * Check a file that somebody handed in: first bytes, limits, then a trial decode in a process with bounded time,
 * memory and reach.
 *
 * @throws StudioError `media-unsafe`, whose message names what the file is and what to do; `not-found`
 */
export const inspectUpload = async (
  tools: FfmpegTools,
  path: string,
  limits: UploadLimits = uploadLimits,
): Promise<{ readonly kind: 'image' | 'video' | 'audio' | 'text' }> => {
  const bytes = await sizeOf(path)
  const nature = await fileNature(path)
  if (nature.kind === 'refused') {
    // A text by its name that is none in UTF-8 has, of all it may be, most likely another encoding.
    if (nature.isUnknown && isTextName(path)) throw otherEncoding(path)
    throw unsafe(path, `is ${nature.words}${named(path)}`, nature.remedy)
  }
  if (nature.kind === 'text') {
    await inspectText(path, bytes, limits)
    return { kind: 'text' }
  }
  const most = nature.kind === 'image' ? limits.imageBytes : limits.mediaBytes
  if (bytes > most) {
    throw unsafe(
      path,
      `is ${nature.words} of ${mebibytes(bytes)} MiB`,
      `Hand in at most ${mebibytes(most)} MiB.`,
    )
  }
  if (nature.kind === 'image') await checkImagePixels(path, nature, limits)
  const probed = await probeUpload(tools, path, nature, limits)
  const kind = checkFacts(path, nature, probed, limits)
  await tryDecoding(tools, path, nature, limits)
  return { kind }
}

/**
 * Check a file that a vendor delivered, as {@link inspectUpload} does.
 *
 * @throws StudioError `media-unsafe`, whose message is what is wrong with it alone, `it …`: nobody can export it again
 */
export const inspectDelivery = async (tools: FfmpegTools, path: string): Promise<void> => {
  try {
    await inspectUpload(tools, path)
  } catch (error) {
    if (!(isStudioError(error) && error.code === 'media-unsafe')) throw error
    const [what] = error.message.slice(nameOf(path).length).split(notTaken)
    throw new StudioError({ code: 'media-unsafe', message: `it ${what}`, cause: error })
  }
}

const unsafe = (path: string, what: string, remedy: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'media-unsafe',
    message: `${nameOf(path)}${what}${notTaken}${remedy}`,
    cause,
  })

const nameOf = (path: string): string => `"${path}" `

const notTaken = '. It was not taken in. '

/** Names of what can be handed in; a file of such a name that is something else is told that its name says otherwise. */
const takenNames =
  /^\.(png|jpe?g|webp|gif|bmp|mp4|m4v|mov|webm|mkv|avi|wav|mp3|flac|ogg|m4a|aac|txt|md|markdown|text|csv|json|srt|vtt)$/i

const named = (path: string): string =>
  takenNames.test(extname(path)) ? `, though its name ends in ${extname(path)}` : ''

const isTextName = (path: string): boolean =>
  extname(path) !== '' && textNames.has(extname(path).toLowerCase())

const otherEncoding = (path: string, cause?: unknown): StudioError =>
  unsafe(path, 'is not text in UTF-8', 'Save it as UTF-8 text.', cause)

const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)

const megapixels = (pixels: number): string => (pixels / 1e6).toFixed(0)

const sizeOf = async (path: string): Promise<number> => {
  try {
    const facts = await stat(path)
    if (facts.isFile()) return facts.size
  } catch (error) {
    throw new StudioError({
      code: 'not-found',
      message: `"${path}" could not be opened (${fileReason(error)}). Check the path.`,
      cause: error,
    })
  }
  throw unsafe(path, 'is not a file', 'Hand in single files, not folders or devices.')
}

const inspectText = async (path: string, bytes: number, limits: UploadLimits): Promise<void> => {
  if (!textNames.has(extname(path).toLowerCase())) {
    throw unsafe(
      path,
      `is plain text${named(path)}`,
      'Hand in the picture, film or sound itself, or name the text .txt or .md.',
    )
  }
  if (bytes > limits.textBytes) {
    throw unsafe(
      path,
      `is a text of ${mebibytes(bytes)} MiB`,
      `Hand in at most ${mebibytes(limits.textBytes)} MiB of text.`,
    )
  }
  const handle = await open(path, 'r')
  try {
    const body = await handle.readFile()
    if (body.includes(0)) throw new TypeError('it holds zero bytes')
    new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (error) {
    throw otherEncoding(path, error)
  } finally {
    await handle.close()
  }
}

const checkImagePixels = async (
  path: string,
  nature: MediaNature,
  limits: UploadLimits,
): Promise<void> => {
  const size = await imageSize(path, nature.demuxer)
  if (size === null)
    throw unsafe(path, `begins as ${nature.words} but is corrupt: it states no size`, again)
  checkPixels(path, nature, size, limits)
}

const again = 'Export it again from the program it comes from.'

const checkPixels = (
  path: string,
  nature: MediaNature,
  size: { readonly width: number; readonly height: number },
  limits: UploadLimits,
): void => {
  const pixels = size.width * size.height
  if (pixels <= limits.pixels) return
  throw unsafe(
    path,
    `is ${nature.words} of ${megapixels(pixels)} megapixels (${size.width} × ${size.height})`,
    `Scale it down to at most ${megapixels(limits.pixels)} megapixels.`,
  )
}

const probeUpload = async (
  tools: FfmpegTools,
  path: string,
  nature: MediaNature,
  limits: UploadLimits,
): Promise<ProbedFile> => {
  try {
    return await probeFile(tools, path, { timeoutMs: limits.cpuSeconds * 1_000 })
  } catch (error) {
    throw corrupt(path, nature, error)
  }
}

const checkFacts = (
  path: string,
  nature: MediaNature,
  { facts }: ProbedFile,
  limits: UploadLimits,
): 'image' | 'video' | 'audio' => {
  const { video, audio } = facts
  if (!video && !audio)
    throw unsafe(path, `is ${nature.words} with no picture or sound in it`, again)
  if (video) checkPixels(path, nature, video, limits)
  if (facts.seconds > limits.seconds) {
    throw unsafe(
      path,
      `is ${nature.words} of ${Math.round(facts.seconds)} s`,
      `Cut it to at most ${limits.seconds} s.`,
    )
  }
  if (nature.kind === 'image') return 'image'
  if (video && nature.kind === 'video') return 'video'
  return audio ? 'audio' : 'video'
}

const tryDecoding = async (
  tools: FfmpegTools,
  path: string,
  nature: MediaNature,
  limits: UploadLimits,
): Promise<void> => {
  const run = tools.runFfmpeg(
    [
      ...['-max_alloc', '1500000000', '-timelimit', String(limits.cpuSeconds), '-xerror'],
      ...['-err_detect', 'explode', '-threads', '1'],
      ...safeInputArguments(path, nature, limits.pixels),
      ...['-t', String(trialSeconds), '-f', 'null', '-'],
    ],
    { task: `trying ${path}`, timeoutMs: limits.cpuSeconds * 4_000 },
  )
  const { stderr } = await run.catch((error: unknown) => {
    throw corrupt(path, nature, error)
  })
  if (stderr.trim() !== '') throw corrupt(path, nature, stderr.trim())
}

const corrupt = (path: string, nature: MediaNature, cause: unknown): unknown => {
  if (isStudioError(cause) && cause.code !== 'media-failed') return cause
  const said = firstWords(isStudioError(cause) ? cause.message : String(cause), path)
  return unsafe(path, `begins as ${nature.words} but cannot be decoded (${said})`, again, cause)
}

/**
 * The first line of ffmpeg's that says what is wrong, without the places in memory and on the disk that it names.
 *
 * @param said what ffmpeg printed, or the message about its run
 */
const firstWords = (said: string, path: string): string => {
  const printed = /It said:\n([\s\S]*?)(?:\nCommand:|$)/.exec(said)?.[1] ?? said
  const lines = printed.split('\n').map((line) =>
    line
      .replace(/^(?:\[[^\]]*\]\s*)+/, '')
      .replaceAll(`file:${path}`, 'it')
      .replaceAll(path, 'it')
      .replaceAll(/ @ 0x[0-9a-f]+/g, '')
      .trim(),
  )
  return (lines.find((line) => line !== '') ?? 'no more is known').slice(0, mostWords)
}

/** Most characters of ffmpeg's that are told. */
const mostWords = 200
