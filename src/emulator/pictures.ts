import { readAtMost } from '../kit/read-at-most.ts'

/** A picture as it was sent, or why it cannot be used. */
export type SentPicture =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'unusable'; readonly why: PictureTrouble; readonly status?: number }

/** What can be wrong with a picture. */
export type PictureTrouble = 'bad-base64' | 'not-an-image' | 'too-large' | 'bad-url' | 'unreachable'

/** The picture in base64. */
export const pictureFromBase64 = (text: string, mostBytes: number): SentPicture => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return { kind: 'unusable', why: 'bad-base64' }
  return judge(Buffer.from(text, 'base64'), mostBytes)
}

/** The picture in a `data:` address. */
export const pictureFromDataUri = (uri: string, mostBytes: number): SentPicture => {
  const [, body] = /^data:image\/[a-z+.-]+;base64,(.*)$/s.exec(uri) ?? []
  return body === undefined
    ? { kind: 'unusable', why: 'bad-base64' }
    : pictureFromBase64(body, mostBytes)
}

/**
 * The picture at an address.
 *
 * @param fetch null when the emulator is to fetch nothing: then no address can be reached
 */
export const pictureFromUrl = async (
  url: string,
  mostBytes: number,
  fetch: typeof globalThis.fetch | null,
): Promise<SentPicture> => {
  if (!isWebAddress(url)) return { kind: 'unusable', why: 'bad-url' }
  if (fetch === null) return { kind: 'unusable', why: 'unreachable' }
  try {
    const answer = await fetch(url, { redirect: 'manual' })
    if (answer.status !== 200 || answer.body === null) {
      return { kind: 'unusable', why: 'unreachable', status: answer.status }
    }
    return judge(await readAtMost(answer.body, mostBytes), mostBytes)
  } catch (error) {
    // A connection that cannot be had is what the vendor tells its client of; anything else is a bug of ours.
    if (error instanceof TypeError) return { kind: 'unusable', why: 'unreachable' }
    throw error
  }
}

/** Vendors take https; what runs beside the emulator on this machine may be plain. */
const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')
}

const judge = (bytes: Uint8Array, mostBytes: number): SentPicture => {
  if (bytes.length > mostBytes) return { kind: 'unusable', why: 'too-large' }
  return isImage(bytes) ? { kind: 'picture', bytes } : { kind: 'unusable', why: 'not-an-image' }
}

/** The first bytes of PNG, JPEG and WebP files. */
const isImage = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\u0089PNG\r\n\u001a\n') ||
    head.startsWith('\u00ff\u00d8\u00ff') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}
