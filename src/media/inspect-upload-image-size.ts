import { open } from 'node:fs/promises'
import type { PictureSize } from '../domain/brief.ts'

/** How far into a file its size is looked for: JPEG files can have long notes in front. */
const searchedBytes = 1024 * 1024

/**
 * Width and height that an image states in its header, read without decoding anything; null when it states none.
 *
 * @param demuxer as `fileNature` names it: `png_pipe`, `jpeg_pipe`, `gif`, `webp_pipe`
 */
export const imageSize = async (path: string, demuxer: string): Promise<PictureSize | null> => {
  const handle = await open(path, 'r')
  try {
    const read = await handle.read(Buffer.alloc(searchedBytes), 0, searchedBytes, 0)
    const head = read.buffer.subarray(0, read.bytesRead)
    const size = readers[demuxer]?.(head) ?? null
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  } finally {
    await handle.close()
  }
}

/** PNG: the IHDR chunk comes first (W3C PNG 3rd edition, 11.2.1). */
const pngSize = (head: Buffer): PictureSize | null =>
  head.toString('latin1', 12, 16) === 'IHDR'
    ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    : null

/** GIF: logical screen descriptor (GIF89a, 18). */
const gifSize = (head: Buffer): PictureSize => ({
  width: head.readUInt16LE(6),
  height: head.readUInt16LE(8),
})

/** JPEG: the first start-of-frame segment (ITU-T T.81, B.2.2). */
const jpegSize = (head: Buffer): PictureSize | null => {
  let at = 2
  while (at + 9 <= head.length) {
    if (head[at] !== 0xff) return null
    const marker = head.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) }
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    if (marker === 0xff) at += 1
    else at += isBare ? 2 : 2 + head.readUInt16BE(at + 2)
  }
  return null
}

/** WebP: one of three first chunks (RFC 9649, 2.5–2.7). */
const webpSize = (head: Buffer): PictureSize | null => {
  const chunk = head.toString('latin1', 12, 16)
  if (chunk === 'VP8X') {
    return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
  }
  if (chunk === 'VP8L') {
    const bits = head.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (chunk === 'VP8 ') {
    return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
  }
  return null
}

const readers: Readonly<Record<string, (head: Buffer) => PictureSize | null>> = {
  png_pipe: pngSize,
  gif: gifSize,
  jpeg_pipe: jpegSize,
  webp_pipe: webpSize,
}
