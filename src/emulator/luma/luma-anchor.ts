import type { Desk } from '../desk.ts'
import { json } from '../door.ts'
import type { ClipPlan } from '../emulated-job.ts'
import {
  type PictureTrouble,
  pictureFromBase64,
  pictureFromUrl,
  type SentPicture,
} from '../pictures.ts'
import type { WireReply } from '../wire.ts'
import type { ImageRef, LumaVideoRequest } from './luma-request.ts'

/** What a clip is pinned to at both ends, as its plan has it. */
export type AnchoredEnds = Pick<ClipPlan, 'firstFrame' | 'lastFrame' | 'continues' | 'leadsTo'>

/** What a clip is pinned to at one end: a frame by its hash, a finished clip by its job, or nothing. */
interface Pinned {
  readonly frame: string | null
  readonly clip: string | null
}

interface Refused {
  readonly kind: 'refused'
  readonly reply: WireReply
}

type Anchor = (Pinned & { readonly kind: 'anchor' }) | Refused

const mostBytes = 50_000_000 // docs.agents.lumalabs.ai/guides/error-handling "exceeds 50 MB", read 2026-11-30

/**
 * What the pictures of a request pin a clip to. Each is looked at; drawn are two: the one at the head, and the last one behind
 * it, which ends the clip wherever it is pinned.
 */
export const lumaAnchors = async (
  desk: Desk,
  { video }: LumaVideoRequest,
): Promise<{ readonly kind: 'anchors'; readonly ends: AnchoredEnds } | Refused> => {
  let head: Pinned = nothing
  let tail: Pinned = nothing
  for (const { field, reference, index } of placesOf(video)) {
    const anchor = await lumaAnchor(desk, field, reference)
    if (anchor.kind === 'refused') return anchor
    if (index === 0) head = anchor
    else tail = anchor
  }
  const { frame: firstFrame, clip: continues } = head
  const { frame: lastFrame, clip: leadsTo } = tail
  return { kind: 'anchors', ends: { firstFrame, lastFrame, continues, leadsTo } }
}

/** A picture of a request, and the frame of the clip that it is pinned to. */
interface Place {
  readonly field: string
  readonly reference: ImageRef
  readonly index: number
}

/** In the order of the clip, whatever the order of the request. */
const placesOf = (video: LumaVideoRequest['video']): readonly Place[] => {
  const { start_frame, end_frame, keyframes, keyframe_indexes } = video
  const places = (keyframes ?? []).map((reference, place) => ({
    ...{ field: `video.keyframes.${place}`, reference },
    index: keyframe_indexes?.[place] ?? 0,
  }))
  return [
    ...(start_frame ? [{ field: 'video.start_frame', reference: start_frame, index: 0 }] : []),
    ...places.toSorted((left, right) => left.index - right.index),
    ...(end_frame
      ? [{ field: 'video.end_frame', reference: end_frame, index: Number.POSITIVE_INFINITY }]
      : []),
  ]
}

const nothing: Pinned = { frame: null, clip: null }

/** What a reference of a request leads to. */
const lumaAnchor = async (desk: Desk, field: string, reference: ImageRef): Promise<Anchor> => {
  if (reference.generation_id) return chained(desk, field, reference.generation_id)
  if (reference.file_id) return refused(404, `${field}: file not found`)
  const sent = await pictureOf(desk, reference)
  if (sent.kind === 'picture') {
    return { kind: 'anchor', frame: await desk.studio.clips.keepFrame(sent.bytes), clip: null }
  }
  return sent.why === 'too-large'
    ? refused(413, 'Image exceeds 50 MB size limit')
    : refused(422, `${field}: ${inWords(sent.why, sent.status)}`)
}

const chained = async (desk: Desk, field: string, id: string): Promise<Anchor> => {
  const standing = await desk.standing(id)
  if (standing === null) return refused(404, `${field}: generation not found`)
  return standing.stage.kind === 'ended' && standing.job.fate.kind === 'succeeds'
    ? { kind: 'anchor', frame: null, clip: id }
    : refused(422, `${field}: generation is not completed`)
}

const pictureOf = async (desk: Desk, { url, data }: ImageRef): Promise<SentPicture> =>
  url ? pictureFromUrl(url, mostBytes, desk.studio.fetch) : pictureFromBase64(data ?? '', mostBytes)

const inWords = (why: PictureTrouble, status: number | undefined): string => {
  if (why === 'bad-base64') return 'invalid base64 data'
  if (why === 'not-an-image') return 'content-type is not an image'
  return status === undefined ? 'failed to fetch URL' : `failed to fetch URL (HTTP ${status})`
}

const refused = (status: number, text: string): Refused => ({
  kind: 'refused',
  reply: json(status, { detail: text }),
})
