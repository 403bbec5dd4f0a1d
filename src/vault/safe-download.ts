import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isStudioError } from '../domain/errors.ts'
import { writeWhole } from '../kit/files.ts'
import { sha256 } from '../kit/hash.ts'
import type { DownloadLimits, Downloads } from '../ports/downloads.ts'
import { brokeOff, refused } from './download-route.ts'
import { type OpenedDownload, openDownload } from './open-download.ts'

/** How downloads are made. */
export interface SafeDownloadOptions {
  /** Whether this machine itself may be asked, over http too, at any port: for the emulator. */
  readonly allowLoopback: boolean
  /** All IP addresses of a host name. Default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /** A download is given up after this many milliseconds without a byte. Default 30 000. */
  readonly stallMs?: number
}

const patienceMs = 30_000

/**
 * Downloads over the open internet by node's own client: https only, public addresses only, connected to at the address
 * that was checked. A file gets its name when it is whole and on the disk; a failure leaves nothing.
 */
export const safeDownloads = (options: SafeDownloadOptions): Downloads => ({
  fetch: async (url, folder, limits, signal) => {
    signal.throwIfAborted()
    const deadline = AbortSignal.timeout(limits.timeoutMs)
    const either = AbortSignal.any([signal, deadline])
    const target = join(folder, `download-${sha256(url).slice(0, 16)}${extension(limits)}`)
    try {
      await download(url, target, limits, { ...options, signal: either })
      return target
    } catch (error) {
      signal.throwIfAborted()
      if (!deadline.aborted) throw error
      const seconds = Math.round(limits.timeoutMs / 1000)
      throw brokeOff(`${hostOf(url)} did not send the file whole within ${seconds} s`, error)
    }
  },
})

/** For the eyes of people alone: what a file is, its bytes say. */
const extension = ({ mediaType }: DownloadLimits): string => {
  if (mediaType === 'audio/mpeg') return '.mp3'
  const [, subtype = ''] = mediaType.split('/')
  return /^[a-z0-9]{1,8}$/.test(subtype) ? `.${subtype}` : ''
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? 'the server'

type Asking = SafeDownloadOptions & { readonly signal: AbortSignal }

const download = async (
  url: string,
  target: string,
  limits: DownloadLimits,
  asking: Asking,
): Promise<void> => {
  const { mediaType, loopbackOrigin = null } = limits
  const rules = { stallMs: patienceMs, ...asking, mediaType, loopbackOrigin }
  const opened = await openDownload(url, rules)
  try {
    checkHead(opened, limits)
    await writeWhole(target, (path) =>
      pipeline(bodyOf(opened, limits.mostBytes), createWriteStream(path, { flags: 'wx' }), {
        signal: asking.signal,
      }),
    )
  } finally {
    opened.response.destroy()
  }
}

const octets = ['application/octet-stream', 'binary/octet-stream']

/** All that can be refused before a byte of the file is read. */
const checkHead = ({ response, host }: OpenedDownload, limits: DownloadLimits): void => {
  const { headers } = response
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';')
  if (![limits.mediaType.toLowerCase(), ...octets].includes(type.trim())) {
    throw refused(`${host} sent ${quoted(type)} and not ${limits.mediaType}`)
  }
  // What is packed may be a thousand times as large once it is unpacked; we asked for it as it is.
  const packing = headers['content-encoding']?.toLowerCase().trim() || 'identity'
  if (packing !== 'identity') throw refused(`${host} sent it packed as ${quoted(packing)}`)
  const transfer = headers['transfer-encoding']?.toLowerCase().trim() || 'chunked'
  if (transfer !== 'chunked') throw refused(`${host} sent it packed as ${quoted(transfer)}`)
  const length = Number(headers['content-length'] ?? 0)
  if (length > limits.mostBytes) throw tooLarge(host, limits.mostBytes)
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80))

const tooLarge = (host: string, mostBytes: number): Error =>
  refused(`${host} sends more than the ${mostBytes} bytes that are taken`)

/** The blocks of a body, to its announced end. */
const bodyOf = async function* (
  { response, host }: OpenedDownload,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const block of response as AsyncIterable<Uint8Array>) {
      size += block.length
      if (size > mostBytes) throw tooLarge(host, mostBytes)
      yield block
    }
  } catch (error) {
    if (isStudioError(error)) throw error
    const length = response.headers['content-length']
    const announced = length === undefined ? '' : ` of ${length} bytes`
    throw brokeOff(`${host} broke off before the end${announced}`, error)
  }
  if (size === 0) throw brokeOff(`${host} sent a file of 0 bytes`)
}
