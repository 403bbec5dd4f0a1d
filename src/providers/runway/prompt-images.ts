import { readFile, stat } from 'node:fs/promises'
import type { RunwayML } from '@runwayml/sdk'
import type { ImageToVideoCreateParams } from '@runwayml/sdk/resources/image-to-video'
import { z } from 'zod'
import type { VendorTrouble } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import type { Keyframe, ShotOrder } from '../../ports/video-model.ts'

/** An image as a create names it. */
export type PromptImage = ImageToVideoCreateParams.Veo3_1.PromptImage

/** A frame that cannot be handed to Runway. */
export interface FrameProblem {
  readonly kind: 'problem'
  readonly reason: string
  readonly trouble: VendorTrouble
}

/** The frames of an order as Runway takes them. */
export interface PromptImages {
  readonly kind: 'images'
  readonly images: readonly PromptImage[]
}

/** Longest data URI that is taken, in characters. */
const mostDataUri = 5_000_000 // "data URI ... up to 5MB": @runwayml/sdk 4.20.1, 2026-09-23

/** Largest file that is taken as an upload, in bytes. */
const mostUpload = 200_000_000 // docs.dev.runwayml.com/assets/inputs, read 2026-11-30

/** Longest wait for each of the two requests of an upload, in milliseconds. Chosen by this project. */
const uploadTimeoutMs = 60_000

/**
 * The frames of an order, inside the request where they are small enough, else uploaded for a day. Uploads cost nothing.
 *
 * @throws what the client throws when an upload fails
 */
export const promptImages = async (
  client: RunwayML,
  order: ShotOrder,
  signal: AbortSignal,
): Promise<PromptImages | FrameProblem> => {
  const images: PromptImage[] = []
  for (const [position, frame] of framesOf(order)) {
    const read = await readFrame(frame, position)
    if ('kind' in read) return read
    images.push({ position, uri: dataUri(read) ?? (await uploaded(client, read, signal)) })
  }
  return { kind: 'images', images }
}

const framesOf = (order: ShotOrder): readonly (readonly [PromptImage['position'], Keyframe])[] => [
  ...(order.firstFrame === null ? [] : [['first', order.firstFrame] as const]),
  ...(order.lastFrame === null ? [] : [['last', order.lastFrame] as const]),
]

interface Picture {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const readFrame = async (
  { path }: Keyframe,
  position: PromptImage['position'],
): Promise<Picture | FrameProblem> => {
  const which = `The ${position} frame "${path}"`
  const problem = (reason: string, trouble: VendorTrouble = 'request-refused'): FrameProblem => ({
    ...{ kind: 'problem', reason: `${which} ${reason} Nothing was sent to Runway.`, trouble },
  })
  const size = await stat(path).then(
    (entry) => entry.size,
    (error: unknown) => fileReason(error),
  )
  if (typeof size === 'string') return problem(`cannot be read: ${size}.`)
  if (size > mostUpload) {
    return problem(`has ${size} bytes, and Runway takes at most ${mostUpload}.`, 'image-too-large')
  }
  const bytes = new Uint8Array(await readFile(path))
  const kind = kinds.find(({ head }) => head.every((byte, index) => bytes[index] === byte))
  if (!kind) return problem('is neither PNG nor JPEG.')
  return { name: `${position}-frame.${kind.ending}`, mediaType: kind.mediaType, bytes }
}

const kinds = [
  { mediaType: 'image/png', ending: 'png', head: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'image/jpeg', ending: 'jpg', head: [0xff, 0xd8, 0xff] },
] as const

const dataUri = ({ mediaType, bytes }: Picture): string | null => {
  const head = `data:${mediaType};base64,`
  if (head.length + Math.ceil(bytes.length / 3) * 4 > mostDataUri) return null
  return head + Buffer.from(bytes).toString('base64')
}

const uploadReply = z.object({ uri: z.string().startsWith('runway://').max(2048) })

const uploaded = async (
  client: RunwayML,
  { name, mediaType, bytes }: Picture,
  signal: AbortSignal,
): Promise<string> => {
  const file = new File([bytes], name, { type: mediaType })
  const options = { signal, timeout: uploadTimeoutMs, maxRetries: 0 }
  const reply = uploadReply.safeParse(await client.uploads.createEphemeral({ file }, options))
  if (reply.success) return reply.data.uri
  throw new Error('the upload of a frame was answered without its address')
}
