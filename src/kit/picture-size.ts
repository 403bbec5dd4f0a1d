/** What the first bytes of a picture tell. */
export interface PictureSize {
  readonly mediaType: 'image/jpeg' | 'image/png'
  /** Pixels, as they are stored: a turn that a JPEG's EXIF asks for is not made. */
  readonly width: number
  readonly height: number
}

/** Type and size of a JPEG or PNG picture, whatever its name says; null for anything else and for one that is cut off. */
export const pictureSize = (bytes: Buffer): PictureSize | null => pngSize(bytes) ?? jpegSize(bytes)

/** PNG: the size stands in the first chunk, IHDR. W3C PNG, third edition, 11.2.1 */
const pngSize = (bytes: Buffer): PictureSize | null =>
  bytes.length >= 24 && bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'
    ? { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null

/** JPEG: the size stands in the first frame header. ITU-T T.81, B.2.2 */
const jpegSize = (bytes: Buffer): PictureSize | null => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    const marker = bytes.readUInt16BE(at)
    if (marker < 0xff00) return null
    if (isFrameHeader(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return { mediaType: 'image/jpeg', width, height }
    }
    // A fill byte before a marker has no length of its own.
    at += marker === 0xffff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** SOF0 to SOF15 without the tables that stand between them: DHT, JPG, DAC. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
