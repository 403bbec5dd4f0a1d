import { describe, expect, it } from 'vitest'
import { onePixel } from './emulator-at-work.ts'
import { pictureFromBase64, pictureFromDataUri, pictureFromUrl } from './pictures.ts'

const mostBytes = 1000
const answering =
  (status: number, body: Uint8Array = onePixel): typeof globalThis.fetch =>
  () =>
    Promise.resolve(new Response(new Uint8Array(body), { status }))

describe('a picture in a request', () => {
  it('is taken from base64 and from a data URI', () => {
    const base64 = onePixel.toString('base64')
    const picture = { kind: 'picture', bytes: onePixel }
    expect(pictureFromBase64(base64, mostBytes)).toEqual(picture)
    expect(pictureFromDataUri(`data:image/png;base64,${base64}`, mostBytes)).toEqual(picture)
  })

  it.each([
    ['no base64', '***', 'bad-base64'],
    ['no picture', 'AAAA', 'not-an-image'],
    ['too large', onePixel.toString('base64'), 'too-large'],
  ])('that is %s is not taken', (_what, text, why) => {
    expect(pictureFromBase64(text, 20)).toEqual({ kind: 'unusable', why })
  })

  it.each(['data:text/plain;base64,AAAA', 'data:image/png,AAAA', 'data:'])(
    'in %s is not taken',
    (uri) => {
      expect(pictureFromDataUri(uri, mostBytes)).toEqual({ kind: 'unusable', why: 'bad-base64' })
    },
  )
})

describe('a picture at an address', () => {
  it.each(['https://a.test/a.png', 'http://127.0.0.1:8080/a.png'])('%s is fetched', async (url) => {
    expect(await pictureFromUrl(url, mostBytes, answering(200))).toMatchObject({ kind: 'picture' })
  })

  it.each(['http://a.test/a.png', 'ftp://a.test/a.png', 'file:///etc/passwd', 'a.png'])(
    '%s is no address for it',
    async (url) => {
      expect(await pictureFromUrl(url, mostBytes, answering(200))).toEqual({
        kind: 'unusable',
        why: 'bad-url',
      })
    },
  )

  it('that is elsewhere now is not followed', async () => {
    expect(await pictureFromUrl('https://a.test/a.png', mostBytes, answering(302))).toEqual({
      kind: 'unusable',
      why: 'unreachable',
      status: 302,
    })
  })

  it('that cannot be connected to is unreachable', async () => {
    const failing = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))
    expect(await pictureFromUrl('https://a.test/a.png', mostBytes, failing)).toEqual({
      kind: 'unusable',
      why: 'unreachable',
    })
  })
})
