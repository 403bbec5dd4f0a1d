import { rm } from 'node:fs/promises'
import { isStudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import { sha256 } from '../kit/hash.ts'
import type { Downloads } from '../ports/downloads.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { MediaTool } from '../ports/media-tool.ts'
import type { Delivery } from '../ports/paid-model.ts'
import type { Collected } from './order-asks.ts'

/** What deliveries are brought home with. */
export interface CollectParts {
  readonly vault: FootageVault
  readonly downloads: Downloads
  readonly media: Pick<MediaTool, 'inspectDelivery'>
}

/** Endings of the files that deliveries are, by what the vendor says they are. */
export const deliveryEndings: { readonly [mediaType: string]: string } = {
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** Most bytes of one delivery: 60 s of 4K at 200 Mbit/s, with room. Chosen by this project. */
const mostDeliveryBytes: number = 2_000_000_000

/** Bytes of a second of a delivered clip, and of what else is in its file, at most. Chosen by this project: 200 Mbit/s. */
const mostClipBytes = { second: 25_000_000, besides: 75_000_000 }

/**
 * Most bytes of a delivery of so many seconds: a body that does not end is cut off before it fills a disk.
 *
 * @param seconds length as it was ordered; null where it is not known
 */
export const mostBytesOf = (seconds: number | null): number =>
  seconds === null
    ? mostDeliveryBytes
    : Math.min(mostDeliveryBytes, mostClipBytes.besides + Math.ceil(seconds) * mostClipBytes.second)

/** Length of a clip as an order asks for it, in seconds; null for another request. */
export const orderedSeconds = (request: Json): number | null => {
  const asked: unknown = Reflect.get(Object(request), 'length')
  const { numerator, denominator } = Object(Reflect.get(Object(request), 'rate'))
  const seconds = (Number(asked) * Number(denominator)) / Number(numerator)
  return Number.isFinite(seconds) ? seconds : null
}

/** Longest that one download takes, in milliseconds. Chosen by this project. */
export const longestDownloadMs: number = 15 * 60_000

/** Troubles with a delivery itself; anything else that is worth another try is the way to it. */
const unreadable: ReadonlySet<string> = new Set([
  'download-refused',
  'media-unsafe',
  'media-failed',
])

/** A delivery, and the length that was ordered, in seconds; null where it is not known. */
interface Delivered {
  readonly output: Delivery
  readonly seconds: number | null
}

/**
 * Bring a delivery home: links are fetched, checked for being what was ordered, and stored. Nothing is stored that cannot be
 * read, and nothing is lost by it: the vendor still has it.
 */
export const collectDelivery = async (
  parts: CollectParts,
  { output, seconds }: Delivered,
  signal: AbortSignal,
): Promise<Collected> => {
  if (output.kind === 'text') {
    const { text, isCutOff = false } = output
    const fields = { outputHash: sha256(text), output: { text, ...(isCutOff ? { isCutOff } : {}) } }
    return { state: 'stored', fields, spent: null }
  }
  const extension = deliveryEndings[output.mediaType]
  if (!extension) {
    return { state: 'unreadable', reason: `it is ${output.mediaType}, which no film is made of` }
  }
  try {
    const outputHash =
      output.kind === 'file'
        ? await parts.vault.put(output.path, extension)
        : await fetched(parts, { ...output, seconds }, extension, signal)
    const said = { depicted: output.depicted ?? [], leaderFrames: output.leaderFrames ?? 0 }
    const spent = output.kind === 'file' ? output.path : null
    return { state: 'stored', fields: { outputHash, output: said }, spent }
  } catch (error) {
    if (!isStudioError(error)) throw error
    if (unreadable.has(error.code)) return { state: 'unreadable', reason: error.message }
    if (error.code === 'vendor-unavailable') return { state: 'unreachable', reason: error.message }
    throw error
  }
}

const fetched = async (
  { vault, downloads, media }: CollectParts,
  {
    url,
    mediaType,
    loopbackOrigin,
    seconds,
  }: Extract<Delivery, { kind: 'link' }> & Pick<Delivered, 'seconds'>,
  extension: string,
  signal: AbortSignal,
): Promise<string> => {
  const folder = await vault.scratchFolder()
  try {
    const limits = {
      ...{ mediaType, mostBytes: mostBytesOf(seconds), timeoutMs: longestDownloadMs },
      ...(loopbackOrigin === undefined ? {} : { loopbackOrigin }),
    }
    const path = await downloads.fetch(url, folder, limits, signal)
    await media.inspectDelivery(path)
    return await vault.put(path, extension)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
