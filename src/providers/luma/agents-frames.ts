import { readFile } from 'node:fs/promises'
import { StudioError } from '../../domain/errors.ts'
import type { Json } from '../../domain/json.ts'
import type { Keyframe } from '../../ports/video-model.ts'
import type { Clip, Impossible } from './clip.ts'
import { generationBehind } from './models.ts'

/** Frames of a request to the Agents API, as fields of its `video`. */
export interface AgentsFrames {
  readonly video: { readonly [name: string]: Json }
}

/** Largest picture that is taken. docs.agents.lumalabs.ai/guides/error-handling, read 2026-11-30 */
const mostPictureBytes = 50_000_000

/** The only length that takes `start_frame`. docs.agents.lumalabs.ai/guides/videos/generation, read 2026-06-11 */
const anchoredSeconds = 5

/** The grid that `keyframe_indexes` count on. docs.agents.lumalabs.ai/guides/videos/generation, read 2026-07-10 */
const gridFramesPerSecond = 24

/**
 * The pictures a clip starts from and ends at, sent along in the request.
 *
 * A clip that starts from the very last frame of one of Luma's own clips names that generation instead, which Luma carries on
 * from with its motion. When the cut ended before that, the picture is sent: Luma's last frame is not the one the film goes on
 * from. An end frame is pinned where the order ends, which may be before the end of the clip.
 *
 * @throws StudioError `footage-missing` when a picture is not there
 */
export const framesFor = async (clip: Clip): Promise<AgentsFrames | Impossible> => {
  const { firstFrame, endFrame, length, endsAtSeconds } = clip
  if (firstFrame === null && endFrame === null) return { video: {} }
  if (firstFrame !== null && endFrame === null && length.seconds === anchoredSeconds) {
    const id = continuedGeneration(firstFrame)
    if (id !== null) return { video: { start_frame: { generation_id: id } } }
    const picture = await pictureOf(firstFrame)
    return 'trouble' in picture ? picture : { video: { start_frame: picture } }
  }
  const lastIndex = Math.max(1, Math.round(endsAtSeconds * gridFramesPerSecond))
  const pinned = [
    ...(firstFrame === null ? [] : [{ index: 0, picture: await pictureOf(firstFrame) }]),
    ...(endFrame === null ? [] : [{ index: lastIndex, picture: await pictureOf(endFrame) }]),
  ]
  const keyframes: Json[] = []
  for (const { picture } of pinned) {
    if ('trouble' in picture) return picture
    keyframes.push(picture)
  }
  return { video: { keyframes, keyframe_indexes: pinned.map(({ index }) => index) } }
}

/** The generation whose very last frame a keyframe is; null when it is not, or is another vendor's. */
const continuedGeneration = (frame: Keyframe): string | null =>
  frame.ofJob?.isLastFrame ? generationBehind(frame, 'agents') : null

/** A picture in the request. A type, not an interface, so that it is JSON. */
type InlinePicture = { readonly data: string; readonly media_type: string }

const pictureOf = async ({ path, hash }: Keyframe): Promise<InlinePicture | Impossible> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new StudioError({
      code: 'footage-missing',
      message: `The frame ${hash.slice(0, 12)} to send to Luma could not be read from ${path}.`,
      cause: error,
    })
  })
  if (bytes.length > mostPictureBytes) {
    const reason = `The frame to start from or end at has ${bytes.length} bytes, and Luma takes ${mostPictureBytes} at most.`
    return { trouble: 'image-too-large', reason }
  }
  const type = mediaTypeOf(bytes)
  if (type) return { data: bytes.toString('base64'), media_type: type }
  return {
    trouble: 'request-refused',
    reason: 'The frame to start from or end at is neither a PNG nor a JPEG picture.',
  }
}

const mediaTypeOf = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (head === '89504e47') return 'image/png'
  return head.startsWith('ffd8ff') ? 'image/jpeg' : null
}
