import { open } from 'node:fs/promises'

/** What a file is by its first bytes. */
export type FileNature =
  | {
      readonly kind: 'image' | 'video' | 'audio'
      /** In words: `a PNG picture`. */
      readonly words: string
      /** The one ffmpeg demuxer that may open it. */
      readonly demuxer: string
    }
  | { readonly kind: 'text'; readonly words: string }
  /** Known for what it is, and not to be opened. */
  | {
      readonly kind: 'refused'
      readonly words: string
      readonly remedy: string
      /** Nothing we know, not even UTF-8 text. */
      readonly isUnknown: boolean
    }

const headBytes = 8_192

/** Containers by their first bytes; `at` is where the mark stands. */
const marks: readonly {
  readonly at: number
  readonly bytes: string
  readonly also?: { readonly at: number; readonly bytes: string }
  readonly nature: FileNature
}[] = [
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', nature: media('image', 'a PNG picture', 'png_pipe') },
  { at: 0, bytes: '\xff\xd8\xff', nature: media('image', 'a JPEG picture', 'jpeg_pipe') },
  { at: 0, bytes: 'GIF87a', nature: media('image', 'a GIF picture', 'gif') },
  { at: 0, bytes: 'GIF89a', nature: media('image', 'a GIF picture', 'gif') },
  riff('WEBP', media('image', 'a WebP picture', 'webp_pipe')),
  riff('WAVE', media('audio', 'a WAV sound', 'wav')),
  riff('AVI ', media('video', 'an AVI film', 'avi')),
  ...['heic', 'heix', 'mif1', 'msf1'].map((brand) => ({
    at: 4,
    bytes: `ftyp${brand}`,
    nature: refused('a HEIC picture', 'Save it as JPEG or PNG and hand that in.'),
  })),
  ...['avif', 'avis'].map((brand) => ({
    at: 4,
    bytes: `ftyp${brand}`,
    nature: refused('an AVIF picture', 'Save it as JPEG or PNG and hand that in.'),
  })),
  ...['ftyp', 'moov', 'wide', 'mdat', 'free'].map((box) => ({
    at: 4,
    bytes: box,
    nature: media('video', 'an MP4 or QuickTime file', 'mov'),
  })),
  { at: 0, bytes: '\x1aE\xdf\xa3', nature: media('video', 'a Matroska or WebM file', 'matroska') },
  { at: 0, bytes: 'fLaC', nature: media('audio', 'a FLAC sound', 'flac') },
  { at: 0, bytes: 'OggS', nature: media('audio', 'an Ogg file', 'ogg') },
  { at: 0, bytes: 'ID3', nature: media('audio', 'an MP3 sound', 'mp3') },
  { at: 0, bytes: '\xff\xfb', nature: media('audio', 'an MP3 sound', 'mp3') },
  { at: 0, bytes: '\xff\xf3', nature: media('audio', 'an MP3 sound', 'mp3') },
  { at: 0, bytes: '\xff\xf1', nature: media('audio', 'an AAC sound', 'aac') },
  { at: 0, bytes: '\xff\xf9', nature: media('audio', 'an AAC sound', 'aac') },
  { at: 0, bytes: '%PDF', nature: refused('a PDF document', 'Save its text as .txt or .md.') },
  {
    at: 0,
    bytes: 'PK\x03\x04',
    nature: refused('a ZIP archive', 'Unpack it and hand in the files.'),
  },
  {
    at: 0,
    bytes: '\x7fELF',
    nature: refused('a program', 'Hand in a picture, film, sound or text.'),
  },
  { at: 0, bytes: 'MZ', nature: refused('a program', 'Hand in a picture, film, sound or text.') },
]

/** Texts that tell a player to open other files or addresses. */
const dangerousTexts: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /^#EXTM3U/, words: 'an HLS or M3U playlist' },
  { pattern: /^ffconcat version/i, words: 'an ffconcat list' },
  { pattern: /^\[playlist\]/i, words: 'a PLS playlist' },
  {
    pattern: /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:MPD|smil|asx|playlist)\b/i,
    words: 'a streaming playlist',
  },
  {
    pattern: /^(?:<\?xml[^>]*>\s*)?(?:<!(?:--[\s\S]*?--|DOCTYPE[^>]*)>\s*)*<svg\b/i,
    words: 'an SVG drawing',
  },
  { pattern: /^v=0\r?\no=/, words: 'an SDP stream description' },
  { pattern: /^%!PS/, words: 'a PostScript program' },
]

/**
 * Tell what a file is from its first bytes, whatever its name says.
 *
 * @throws what `open` throws when there is no such file
 */
export const fileNature = async (path: string): Promise<FileNature> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return natureOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

/** The same from the bytes: as many as there are, at most the first 8 KiB. */
const natureOf = (head: Uint8Array): FileNature => {
  const letters = Buffer.from(head).toString('latin1')
  if (letters === '') return refused('an empty file', 'Hand in a file that has something in it.')
  const found = marks.find(
    (mark) =>
      letters.startsWith(mark.bytes, mark.at) &&
      (mark.also === undefined || letters.startsWith(mark.also.bytes, mark.also.at)),
  )
  return found?.nature ?? textNature(head)
}

const textNature = (head: Uint8Array): FileNature => {
  const remedy =
    'Hand in PNG, JPEG, WebP, GIF, MP4, MOV, WebM, MKV, WAV, MP3, FLAC, OGG, M4A or plain text.'
  const unknown = { ...refused('a file of no known kind', remedy), isUnknown: true }
  if (head.includes(0)) return unknown
  let text: string
  try {
    // `stream` bears a character that the 8 KiB cut in two.
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return unknown
  }
  const dangerous = dangerousTexts.find(({ pattern }) => pattern.test(text.trimStart()))
  if (dangerous) {
    return refused(
      dangerous.words,
      'Such a file makes a player open other files or addresses; hand in the picture, film or sound itself.',
    )
  }
  return { kind: 'text', words: 'plain text' }
}

function media(kind: 'image' | 'video' | 'audio', words: string, demuxer: string): FileNature {
  return { kind, words, demuxer }
}

function refused(words: string, remedy: string): FileNature & { readonly kind: 'refused' } {
  return { kind: 'refused', words, remedy, isUnknown: false }
}

function riff(
  form: string,
  nature: FileNature,
): { at: number; bytes: string; also: { at: number; bytes: string }; nature: FileNature } {
  return { at: 0, bytes: 'RIFF', also: { at: 8, bytes: form }, nature }
}

/**
 * ffmpeg arguments that open a file of this nature and nothing else: the demuxer is forced, no other may be started
 * from inside, no protocol but plain files, no references to other files, bounded pictures and memory.
 *
 * @param maxPixels most pixels of a frame; default 64 million
 */
export const safeInputArguments = (
  path: string,
  nature: FileNature & { readonly kind: 'image' | 'video' | 'audio' },
  maxPixels = 64_000_000,
): readonly string[] => [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  nature.demuxer,
  ...(nature.demuxer === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : []),
  '-max_pixels',
  String(maxPixels),
  '-f',
  nature.demuxer,
  '-i',
  `file:${path}`,
]
