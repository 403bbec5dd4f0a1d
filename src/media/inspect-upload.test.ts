import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStudioError } from '../domain/errors.ts'
import { inspectDelivery, inspectUpload, uploadLimits } from './inspect-upload.ts'
import { probe } from './probe.ts'
import { ffmpegTools } from './run-ffmpeg.ts'

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const make = async (name: string, ...args: string[]): Promise<string> => {
  const path = join(folder, name)
  await tools.runFfmpeg([...args, path])
  return path
}

const picture = (name: string): Promise<string> =>
  make(name, '-f', 'lavfi', '-i', 'testsrc2=s=320x180', '-frames:v', '1', '-update', '1')

const refusal = async (path: string): Promise<string> => {
  const error = await inspectUpload(tools, path).then(
    ({ kind }) => new Error(`it was taken as ${kind}`),
    (thrown: unknown) => thrown,
  )
  expect(isStudioError(error) ? error.code : String(error)).toBe('media-unsafe')
  return (error as Error).message
}

const written = async (name: string, body: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, body)
  return path
}

/** A PNG whose header says `width` × `height`; the rows are made of nothing but zeros. */
const hugePng = (width: number, height: number): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('what is taken in', () => {
  test('pictures of the usual kinds', async () => {
    for (const name of ['a.png', 'a.jpg', 'a.gif', 'a.webp']) {
      expect(await inspectUpload(tools, await picture(name)), name).toEqual({ kind: 'image' })
    }
  })

  test('films, sounds and texts by what they are', async () => {
    const film = ['-f', 'lavfi', '-i', 'testsrc2=s=64x64:d=1']
    const sound = ['-f', 'lavfi', '-i', 'sine=d=1']
    for (const name of ['a.mp4', 'a.mov', 'a.webm', 'a.mkv', 'a.avi']) {
      expect(await inspectUpload(tools, await make(name, ...film)), name).toEqual({ kind: 'video' })
    }
    for (const name of ['a.wav', 'a.mp3', 'a.flac', 'a.ogg', 'a.m4a']) {
      expect(await inspectUpload(tools, await make(name, ...sound)), name).toEqual({
        kind: 'audio',
      })
    }
    const text = await written('notes.md', '# Notes\n\nA lake, 日本語, at dawn.\n')
    expect(await inspectUpload(tools, text)).toEqual({ kind: 'text' })
  })

  test('a picture with the name of another kind of picture', async () => {
    const jpeg = await picture('real.jpg')
    await copyFile(jpeg, join(folder, 'wrong-name.png'))
    expect(await inspectUpload(tools, join(folder, 'wrong-name.png'))).toEqual({ kind: 'image' })
  })
})

describe('what is refused', () => {
  test('a text named .png, by its name and what it is', async () => {
    const said = await refusal(await written('poem.png', 'Shall I compare thee?'))
    expect(said).toContain('plain text, though its name ends in .png')
  })

  test('a text in another encoding, as that', async () => {
    for (const encoding of ['utf16le', 'latin1'] as const) {
      const said = await refusal(
        await written('brief.txt', Buffer.from('\ufeffF\u00fcchse', encoding)),
      )
      expect(said).toContain('is not text in UTF-8. It was not taken in. Save it as UTF-8 text.')
    }
  })

  test('what has the name of what it is, without a word about its name', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    expect(await refusal(await written('logo.svg', drawing))).toContain('is an SVG drawing. It')
    expect(await refusal(await written('logo.png', drawing))).toContain(
      'is an SVG drawing, though its name ends in .png',
    )
    const unknown = Buffer.from([0, 1, 2, 3])
    expect(await refusal(await written('save.dat', unknown))).toContain('is a file of no known')
  })

  test('a playlist named .mp4, which would open other files', async () => {
    const secret = await picture('secret.png')
    const hls = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${secret}\n#EXT-X-ENDLIST\n`
    expect(await refusal(await written('clip.mp4', hls))).toContain('playlist')
    const list = `ffconcat version 1.0\nfile '${secret}'\n`
    expect(await refusal(await written('list.mp4', list))).toContain('ffconcat')
    const probed = await probe(tools, join(folder, 'clip.mp4')).catch((error: unknown) => error)
    expect(isStudioError(probed) && probed.code).toBe('media-unsafe')
  })

  test('a corrupt picture, with what the decoder said', async () => {
    const good = await readFile(await picture('good.png'))
    const bad = Buffer.from(good)
    bad.fill(0x55, Math.floor(bad.length / 3), Math.floor(bad.length / 2))
    const said = await refusal(await written('corrupt.png', bad))
    expect(said).toContain('a PNG picture but cannot be decoded')
    expect(said).toContain('Export it again')
    const half = good.subarray(0, good.length / 2)
    expect(await refusal(await written('half.png', half))).toContain('cannot be decoded')
    expect(await refusal(await written('stub.png', good.subarray(0, 10)))).toContain('corrupt')
  })

  test('a film cut off in the middle, and one with its head alone', async () => {
    const film = await readFile(
      await make('whole.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=64x64:d=2', '-c:v', 'libx264'),
    )
    expect(await refusal(await written('cut.mp4', film.subarray(0, film.length / 2)))).toContain(
      'cannot be decoded',
    )
    expect(await refusal(await written('head.mp4', film.subarray(0, 32)))).toContain('Export')
  })

  test('a clip of a vendor that cannot be decoded, in one line without any place on the disk', async () => {
    const film = ['-f', 'lavfi', '-i', 'testsrc2=s=64x64:d=2', '-c:v', 'libx264']
    const whole = await readFile(await make('clip-whole.mp4', ...film))
    const said = async (path: string): Promise<string> => {
      const error = await inspectDelivery(tools, path).catch((thrown: unknown) => thrown)
      expect(isStudioError(error) && error.code).toBe('media-unsafe')
      return (error as Error).message
    }
    const cut = await said(await written('clip-cut.mp4', whole.subarray(0, whole.length / 2)))
    expect(cut).toBe(
      'it begins as an MP4 or QuickTime file but cannot be decoded (moov atom not found)',
    )
    const empty = await said(await written('clip.mp4', new Uint8Array(64)))
    expect(empty).toMatch(/^it is a file of no known kind/)
    const torn = Buffer.from(await readFile(await picture('clip.png')))
    torn.fill(0x55, Math.floor(torn.length / 3), Math.floor(torn.length / 2))
    for (const line of [cut, empty, await said(await written('clip-torn.png', torn))]) {
      expect(line).not.toMatch(/\n|\/|0x|Command|Export|ffmpeg/)
    }
  })

  test('a picture of 200 megapixels, before anything of it is decoded', async () => {
    const said = await refusal(await written('huge.png', hugePng(20_000, 10_000)))
    expect(said).toContain('200 megapixels (20000 × 10000)')
    expect(said).toContain('at most 64 megapixels')
  })

  test('a film with a frame beyond the limit, a sound beyond the length', async () => {
    const wide = await make('wide.mp4', '-f', 'lavfi', '-i', 'color=s=640x360:d=0.2')
    const tight = { ...uploadLimits, pixels: 200_000, seconds: 5 }
    await expect(inspectUpload(tools, wide, tight)).rejects.toThrow(/640 × 360/)
    const long = await make('long.wav', '-f', 'lavfi', '-i', 'anullsrc=r=8000', '-t', '6')
    await expect(inspectUpload(tools, long, tight)).rejects.toThrow(/at most 5 s/)
  })

  test('drawings, documents, programs, empty and unknown files, by name', async () => {
    const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    expect(await refusal(await written('logo.svg', svg))).toContain('SVG')
    expect(await refusal(await written('brief.pdf', '%PDF-1.7\n'))).toContain('PDF')
    expect(await refusal(await written('run.txt', '\x7fELF\x02'))).toContain('program')
    expect(await refusal(await written('empty.txt', ''))).toContain('empty')
    expect(await refusal(await written('noise.mp4', new Uint8Array(64)))).toContain(
      'a file of no known kind',
    )
    const torn = Buffer.concat([Buffer.from('a'.repeat(9_000)), Buffer.from([0, 1, 2])])
    expect(await refusal(await written('torn.txt', torn))).toContain('is not text in UTF-8')
  })
})
