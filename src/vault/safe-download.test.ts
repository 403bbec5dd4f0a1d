import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStudioError } from '../domain/errors.ts'
import type { DownloadLimits } from '../ports/downloads.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { type SafeDownloadOptions, safeDownloads } from './safe-download.ts'

const limits: DownloadLimits = { mediaType: 'video/mp4', mostBytes: 1000, timeoutMs: 60_000 }
const film = Buffer.from('a film of some length')
const video = { 'content-type': 'video/mp4' }
const secret = 'signature=keep-me-quiet'

let folder = ''
let servers: (Server | SecureServer)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download '))
  servers = []
})
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  await rm(folder, { recursive: true, force: true })
})

const listening = async (server: Server | SecureServer): Promise<number> => {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

/** A server on loopback; returns its origin. */
const served = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listening(createServer(listener))}`

/** A server that answers every request in the same way. */
const answering = (
  status: number,
  headers: { readonly [name: string]: string | number },
  body: Uint8Array | string = film,
): Promise<string> => served((_, reply) => void reply.writeHead(status, headers).end(body))

const fetched = (
  url: string,
  {
    signal = new AbortController().signal,
    ...other
  }: Partial<SafeDownloadOptions & DownloadLimits> & { readonly signal?: AbortSignal } = {},
): Promise<string> =>
  safeDownloads({ allowLoopback: true, ...other }).fetch(
    url,
    folder,
    { ...limits, ...other },
    signal,
  )

/** How a download failed: code, retry and message, with nothing left in the folder. */
const failure = async (work: Promise<string>): Promise<readonly [string, string, string]> => {
  const error = await rejectionOf(work)
  if (!isStudioError(error)) throw error
  expect(await readdir(folder)).toEqual([])
  expect(`${error.message}`).not.toContain(secret)
  return [error.code, error.retry, error.message]
}

const refusedFor = (words: string | RegExp) => [
  'download-refused',
  'never',
  expect.stringMatching(words),
]
const laterFor = (words: string | RegExp) => [
  'vendor-unavailable',
  'later',
  expect.stringMatching(words),
]

describe('a safe download', () => {
  it('brings the file home whole, and leaves nothing else in the folder', async () => {
    const asked: IncomingMessage[] = []
    const origin = await served((request, reply) => {
      asked.push(request)
      reply.writeHead(200, video).end(film)
    })
    const path = await fetched(`${origin}/a/b.mov?${secret}`)
    expect(await readFile(path)).toEqual(film)
    expect(await readdir(folder)).toEqual([basename(path)])
    expect(basename(path)).toMatch(/^download-[0-9a-f]{16}\.mp4$/)
    expect(asked[0]?.url).toBe(`/a/b.mov?${secret}`)
    expect(asked[0]?.headers['accept-encoding']).toBe('identity')
  })

  it.each(['application/octet-stream', 'binary/octet-stream', 'Video/MP4; codecs="avc1"'])(
    'takes %s',
    async (type) => {
      const path = await fetched(await answering(200, { 'content-type': type }))
      expect(await readFile(path)).toEqual(film)
    },
  )

  it.each([
    ['text/html', /sent "text\/html" and not video\/mp4/],
    ['video/mp4x', /sent "video\/mp4x"/],
    ['', /sent ""/],
  ])('refuses what is of type "%s"', async (type, words) => {
    const headers = type === '' ? {} : { 'content-type': type }
    expect(await failure(fetched(await answering(200, headers)))).toEqual(refusedFor(words))
  })

  it.each([
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'br, identity' },
    { 'transfer-encoding': 'gzip, chunked' },
  ])('refuses what is packed: %o', async (headers) => {
    const origin = await answering(200, { ...video, ...headers }, '')
    expect(await failure(fetched(origin))).toEqual(refusedFor(/sent it packed as "(gzip|br)/))
  })

  it('refuses by its announced length before it reads', async () => {
    const origin = await answering(200, { ...video, 'content-length': 1001 }, 'not all of it')
    expect(await failure(fetched(origin))).toEqual(refusedFor('more than the 1000 bytes'))
  })

  it('takes as many bytes as are allowed, and cuts off a body without an end', async () => {
    const exact = await answering(200, video, Buffer.alloc(1000, 1))
    expect(await readFile(await fetched(exact))).toHaveLength(1000)
    await rm(folder, { recursive: true })
    const endless = await served((_, reply) => {
      reply.writeHead(200, video)
      const more = (): boolean => reply.write(Buffer.alloc(300, 1), () => void setImmediate(more))
      more()
    })
    const error = await rejectionOf(fetched(endless))
    expect(error).toMatchObject({ code: 'download-refused' })
    expect(await readdir(folder)).toEqual([])
  })

  it('tries again later what broke off', async () => {
    const short = await served((_, reply) => {
      reply.writeHead(200, { ...video, 'content-length': 100 })
      reply.write(film, () => reply.destroy())
    })
    expect(await failure(fetched(short))).toEqual(laterFor('broke off before the end of 100 bytes'))
    const unannounced = await served((_, reply) => {
      reply.writeHead(200, video)
      reply.write(film, () => reply.destroy())
    })
    expect(await failure(fetched(unannounced))).toEqual(laterFor(/broke off before the end\./))
    expect(await failure(fetched(await answering(200, video, '')))).toEqual(laterFor('0 bytes'))
  })

  it('gives up when no byte comes, before the answer and inside it', async () => {
    const silent = await served(() => undefined)
    expect(await failure(fetched(silent, { stallMs: 100 }))).toEqual(laterFor('sent nothing for'))
    const stuck = await served((_, reply) => void reply.writeHead(200, video).write(film))
    expect(await failure(fetched(stuck, { stallMs: 100 }))).toEqual(laterFor('sent nothing for'))
  })

  it('gives up when the whole takes too long, though bytes come', async () => {
    const slow = await served((_, reply) => {
      reply.writeHead(200, video)
      const drip = setInterval(() => reply.write('x'), 20)
      reply.on('close', () => clearInterval(drip))
    })
    expect(await failure(fetched(slow, { timeoutMs: 300 }))).toEqual(laterFor('not send the file'))
    const resolve = () => new Promise<readonly string[]>(() => undefined)
    expect(await failure(fetched('https://slow.example', { timeoutMs: 50, resolve }))).toEqual(
      laterFor('slow.example did not send'),
    )
  })

  it('hands on the reason of an abort, before and in the middle', async () => {
    const stop = new AbortController()
    const stuck = await served((_, reply) => {
      reply.writeHead(200, video).write(film, () => void stop.abort(new Error('enough')))
    })
    const { signal } = stop
    expect(await rejectionOf(fetched(stuck, { signal }))).toBe(signal.reason)
    expect(await rejectionOf(fetched(stuck, { signal }))).toBe(signal.reason)
    expect(await readdir(folder)).toEqual([])
  })

  it.each([400, 401, 403, 404, 410])('says of %i that the link expired', async (status) => {
    const origin = await answering(status, video)
    const words = `answered ${status}: the link expired.*fresh link`
    expect(await failure(fetched(`${origin}/x?${secret}`))).toEqual(laterFor(words))
  })

  it.each([204, 206, 408, 429, 500, 503])('tries again later after %i', async (status) => {
    expect(await failure(fetched(await answering(status, video, '')))).toEqual(
      laterFor(`answered ${status} instead of a file`),
    )
  })

  it('tries again later when nobody answers', async () => {
    const origin = await answering(200, video)
    const [server] = servers.splice(0)
    await new Promise((closed) => server?.close(closed))
    expect(await failure(fetched(origin))).toEqual(laterFor('ECONNREFUSED'))
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'))
    expect(await failure(fetched('https://no.example', { resolve }))).toEqual(
      laterFor('the address of no.example was not found'),
    )
    expect(await failure(fetched('https://no.example', { resolve: async () => [] }))).toEqual(
      laterFor('no.example has no address'),
    )
  })

  it('says so when the folder cannot be written', async () => {
    const file = join(folder, 'file')
    await writeFile(file, 'x')
    const downloads = safeDownloads({ allowLoopback: true })
    const { signal } = new AbortController()
    const origin = await answering(200, video)
    expect(await rejectionOf(downloads.fetch(origin, file, limits, signal))).toMatchObject({
      code: 'not-writable',
    })
  })
})

describe('a safe download over redirects', () => {
  const redirecting = (to: (path: string) => string | null, status = 302) =>
    served((request, reply) => {
      const target = to(request.url ?? '')
      if (target === null) reply.writeHead(200, video).end(film)
      else reply.writeHead(status, { location: target }).end('moved')
    })
  const countdown = (path: string): string | null => {
    const left = Number(path.slice(1))
    return left === 0 ? null : `/${left - 1}`
  }

  it.each([301, 302, 303, 307, 308])('follows %i, relative ones too', async (status) => {
    const origin = await redirecting(countdown, status)
    expect(await readFile(await fetched(`${origin}/1`))).toEqual(film)
  })

  it('follows five and refuses the sixth', async () => {
    const origin = await redirecting(countdown)
    expect(await readFile(await fetched(`${origin}/5`))).toEqual(film)
    await rm(folder, { recursive: true })
    expect(await rejectionOf(fetched(`${origin}/6`))).toMatchObject({
      code: 'download-refused',
      message: expect.stringContaining('more than 5 redirects'),
    })
  })

  it('refuses one that does not say where to go', async () => {
    expect(await failure(fetched(await answering(302, {})))).toEqual(
      refusedFor('answered 302 and did not say where'),
    )
  })

  it.each([
    ['file:///etc/passwd', 'begins with file:'],
    ['data:video/mp4,x', 'begins with data:'],
    ['http://10.0.0.1/x', ' 10.0.0.1 is no address of the open internet'],
    ['https://169.254.169.254/latest', ' 169.254.169.254 is no address of the open internet'],
    ['https://inside.example/', 'inside.example is at 192.168.1.1'],
    ['http://public.example/', 'is http'],
    ['https://me:password@public.example/', 'has a login inside'],
    ['http://[', 'is not a URL'],
  ])('looks at the target again: %s', async (target, words) => {
    const origin = await redirecting(() => target)
    const resolve = async (host: string) =>
      host === 'inside.example' ? ['192.168.1.1'] : ['93.184.216.34']
    expect(await failure(fetched(`${origin}/x`, { resolve }))).toEqual(refusedFor(words))
  })
})

describe('the address of a safe download', () => {
  const nobody = async (host: string): Promise<readonly string[]> => {
    throw new Error(`${host} was not to be looked up`)
  }

  it.each([
    ['file:///etc/passwd', /begins with file:/],
    ['ftp://films.example/x', /begins with ftp:/],
    ['data:video/mp4;base64,AAAA', /begins with data:/],
    ['javascript:alert(1)', /begins with javascript:/],
    ['not a url', /is not a URL/],
    [`https://me:pass@films.example/?${secret}`, /has a login inside/],
    [`https://me@films.example/?${secret}`, /has a login inside/],
    ['http://films.example/x', /is http/],
  ])('refuses %s before anything is looked up', async (url, words) => {
    const options = { resolve: nobody, allowLoopback: false }
    expect(await failure(fetched(url, options))).toEqual(refusedFor(words))
  })

  it.each([
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://017700000001/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[64:ff9b::a00:1]/x',
    'https://0/x',
    'https://10.1.2.3/x',
    'https://100.64.0.1/x',
    'https://[fd00::1]/x',
  ])('refuses %s, however it is written', async (url) => {
    const options = { resolve: nobody, allowLoopback: false }
    expect(await failure(fetched(url, options))).toEqual(refusedFor('no address of the open'))
  })

  it('refuses a host of which one address is closed, and loopback where it is not allowed', async () => {
    const at = (...addresses: readonly string[]) => ({ resolve: async () => addresses })
    const ask = (options: Partial<SafeDownloadOptions>) =>
      failure(fetched('https://films.example/x', { allowLoopback: false, ...options }))
    expect(await ask(at('93.184.216.34', '10.0.0.1'))).toEqual(refusedFor('is at 10.0.0.1'))
    expect(await ask(at('127.0.0.1'))).toEqual(refusedFor('is at 127.0.0.1'))
    expect(await ask(at('fe80::1%eth0'))).toEqual(refusedFor('is at fe80::1%eth0'))
    const origin = await answering(200, video)
    expect(await failure(fetched(origin, { allowLoopback: false }))).toEqual(refusedFor('is http'))
  })

  it('refuses http to a host that is on loopback and elsewhere too', async () => {
    const resolve = async () => ['127.0.0.1', '93.184.216.34']
    expect(await failure(fetched('http://films.example/x', { resolve }))).toEqual(
      refusedFor('is http'),
    )
  })

  it('connects to the address that was looked at, and asks for it once a connection', async () => {
    const port = await listening(
      createServer((_, reply) => void reply.writeHead(200, video).end(film)),
    )
    let asked = 0
    const resolve = async () => {
      asked += 1
      // A name server with a second answer up its sleeve.
      return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1']
    }
    const path = await fetched(`http://rebinding.example:${port}/x`, { resolve })
    expect(await readFile(path)).toEqual(film)
    expect(asked).toBe(1)
  })
})

describe('a safe download over https', () => {
  const trusted = getCACertificates('default')
  afterEach(() => setDefaultCACertificates(trusted))

  const fixture = (name: string): Promise<string> =>
    readFile(join(import.meta.dirname, '__fixtures__', name), 'utf8')

  /** A server that proves itself to be `films.example` to those who trust its own certificate. */
  const secured = async (listener: RequestListener) => {
    const cert = await fixture('films-example.cert.pem')
    const key = await fixture('films-example.key.pem')
    const server = createSecureServer({ key, cert }, listener)
    return { url: `https://films.example:${await listening(server)}/x`, cert }
  }
  const resolve = async () => ['127.0.0.1']

  it('takes the file by the name in the certificate, and nothing from who cannot prove it', async () => {
    const { url, cert } = await secured((_, reply) => void reply.writeHead(200, video).end(film))
    expect(await failure(fetched(url, { resolve }))).toEqual(
      laterFor('DEPTH_ZERO_SELF_SIGNED_CERT'),
    )
    setDefaultCACertificates([...trusted, cert])
    const other = url.replace('films', 'other')
    expect(await failure(fetched(other, { resolve }))).toEqual(laterFor('ALTNAME_INVALID'))
    expect(await readFile(await fetched(url, { resolve }))).toEqual(film)
  })

  it('refuses to be sent on to http', async () => {
    const origin = await answering(200, video)
    const { url, cert } = await secured(
      (_, reply) => void reply.writeHead(302, { location: `${origin}/x?${secret}` }).end(),
    )
    setDefaultCACertificates([...trusted, cert])
    expect(await failure(fetched(url, { resolve }))).toEqual(
      refusedFor(/a redirect from films\.example:\d+ to 127\.0\.0\.1:\d+ is http/),
    )
  })
})
