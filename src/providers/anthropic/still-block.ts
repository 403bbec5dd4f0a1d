import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImageBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { VendorTrouble } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import { pictureSize } from '../../kit/picture-size.ts'

/** Why something cannot be sent as it is; nothing left. */
export interface Unfit {
  readonly kind: 'unfit'
  readonly trouble: VendorTrouble
  readonly reason: string
}

/** A still, ready to be sent. */
export interface ReadyStill {
  readonly kind: 'still'
  readonly block: ImageBlockParam
}

/** Longest edge of a picture that is taken. platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30 */
const mostEdge = 8_000
/** The same where a request has more than {@link manyImages}; the same page. */
const mostEdgeAmongMany = 2_000
const manyImages = 20
/** Most bytes of one picture, as base64. The same page's FAQ as stored at anthropic.mintlify.app, read 2026-11-30 */
const mostBytes = 5_000_000

/**
 * A still as a block of a message. JPEG and PNG are told by their first bytes, whatever the name says.
 *
 * @param images how many the question has in all
 */
export const stillBlock = async (path: string, images: number): Promise<ReadyStill | Unfit> => {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    return unfit('request-refused', `still "${path}" could not be read (${fileReason(error)})`)
  }
  const picture = pictureSize(bytes)
  if (!picture)
    return unfit('request-refused', `still "${path}" is neither a JPEG nor a PNG picture`)
  const edge = images > manyImages ? mostEdgeAmongMany : mostEdge
  if (picture.width > edge || picture.height > edge) {
    return unfit(
      'image-too-large',
      `still ${basename(path)} has ${picture.width} × ${picture.height} pixels; ${edge} on each side is the most among ${images} picture(s)`,
    )
  }
  const data = bytes.toString('base64')
  if (data.length > mostBytes) {
    return unfit(
      'image-too-large',
      `still ${basename(path)} is ${data.length} bytes as it is sent; ${mostBytes} is the most`,
    )
  }
  const source = { type: 'base64', media_type: picture.mediaType, data } as const
  return { kind: 'still', block: { type: 'image', source } }
}

const unfit = (trouble: VendorTrouble, reason: string): Unfit => ({
  kind: 'unfit',
  trouble,
  reason,
})
