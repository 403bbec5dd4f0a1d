import type { Desk } from '../desk.ts'
import { json } from '../door.ts'
import {
  type PictureTrouble,
  pictureFromBase64,
  pictureFromUrl,
  type SentPicture,
} from '../pictures.ts'
import type { WireReply } from '../wire.ts'
import type { ImageRef } from './luma-request.ts'

/** What a clip is pinned to at one end: a frame by its hash, a finished clip by its job, or nothing. */
export type Anchor =
  | { readonly kind: 'anchor'; readonly frame: string | null; readonly clip: string | null }
  | { readonly kind: 'refused'; readonly reply: WireReply }

const mostBytes = 50_000_000 // docs.agents.lumalabs.ai/guides/error-handling "exceeds 50 MB", read 2026-11-30

/** What a reference of a request leads to. */
export const lumaAnchor = async (
  desk: Desk,
  field: string,
  reference: ImageRef | null,
): Promise<Anchor> => {
  if (reference === null) return { kind: 'anchor', frame: null, clip: null }
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

const refused = (status: number, text: string): Anchor => ({
  kind: 'refused',
  reply: json(status, { detail: text }),
})
