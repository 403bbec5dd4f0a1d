import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serverOfTest } from '../testing/loopback-server.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { safeDownloads } from './safe-download.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopback '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const film = 'a film of some length'

const servesFilm = async (): Promise<string> =>
  (
    await serverOfTest(() => ({
      status: 200,
      headers: { 'content-type': 'video/mp4' },
      body: film,
    }))
  ).url

/** Fetch from a vendor of a live run that is reached at an address of this machine; null for one out there. */
const fetched = (url: string, loopbackOrigin: string | null): Promise<string> => {
  const limits = { mediaType: 'video/mp4', mostBytes: 1000, timeoutMs: 60_000 }
  return safeDownloads({ allowLoopback: false }).fetch(
    url,
    folder,
    loopbackOrigin === null ? limits : { ...limits, loopbackOrigin },
    new AbortController().signal,
  )
}

const refusal = async (work: Promise<string>): Promise<string> => {
  const error = await rejectionOf(work)
  expect(error).toMatchObject({ code: 'download-refused' })
  expect(await readdir(folder)).toEqual([])
  return (error as Error).message
}

describe('a download from a vendor that is on this machine itself', () => {
  it('comes from the vendor’s own host and port, by either name of the machine', async () => {
    const origin = await servesFilm()
    for (const own of [origin, origin.replace('127.0.0.1', 'localhost')]) {
      expect(await readFile(await fetched(`${origin}/a`, own), 'utf8')).toBe(film)
    }
  })

  it('comes from no other port, straight or by a redirect', async () => {
    const other = await servesFilm()
    const own = await serverOfTest(() => ({
      status: 302,
      headers: { location: `${other}/inside` },
      body: '',
    }))
    expect(await refusal(fetched(`${other}/inside`, own.url))).toContain('is http')
    expect(await refusal(fetched(`${own.url}/a`, own.url))).toContain('is http')
    const secure = other.replace('http:', 'https:')
    expect(await refusal(fetched(secure, own.url))).toContain('no address of the open internet')
  })

  it('comes from nowhere on this machine when the vendor is out there', async () => {
    const origin = await servesFilm()
    for (const own of [null, 'https://gateway.example']) {
      expect(await refusal(fetched(origin, own))).toContain('is http')
    }
  })
})
