import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frames, rate24 } from '../domain/time.ts'
import type { ClipOrder } from '../ports/clip-maker.ts'
import { type ClipDrawer, type EmulatedClipParts, emulatedClips } from './emulated-clip.ts'
import { mediaTool } from './media-tool.ts'
import { probeFile } from './probe.ts'
import { ffmpegTools } from './run-ffmpeg.ts'

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})
const { signal } = new AbortController()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulated-clip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const order = (rest: Partial<ClipOrder> = {}): ClipOrder => ({
  ...{ vendor: 'runway', model: 'gen4.5', prompt: 'A fox crosses a snowy city at night' },
  ...{ seconds: 2, width: 320, height: 180, seed: null, attempt: 0 },
  ...{ firstFrame: null, lastFrame: null, continues: null, leadsTo: null },
  ...rest,
})

const made = async (
  name: string,
  asked: ClipOrder,
  parts: Partial<EmulatedClipParts> = {},
): Promise<string> => {
  const path = join(folder, `${name}.mp4`)
  await emulatedClips({ tools, draw: null, quick: false, signal, ...parts })(asked, path)
  return path
}

const review = (path: string, { seconds, width, height }: ClipOrder) =>
  mediaTool(tools).reviewTake(path, {
    ...{ camera: 'push-in', hasMotion: true, timeOfDay: 'day', rate: rate24 },
    ...{ length: frames(Math.round(seconds * 24)), size: { width, height } },
  })

const [wide, high] = [32, 18]

/** Levels of every frame, 18 × 32 × 3. */
const pixelsOf = async (source: string | Buffer): Promise<readonly Buffer[]> => {
  const { stdout } = await tools.runFfmpeg(
    [
      ...['-i', typeof source === 'string' ? source : 'pipe:0'],
      ...[
        '-vf',
        `scale=${wide}:${high}:flags=area`,
        '-pix_fmt',
        'rgb24',
        '-f',
        'rawvideo',
        'pipe:1',
      ],
    ],
    { collectStdout: true, ...(typeof source === 'string' ? {} : { stdin: source }) },
  )
  const size = wide * high * 3
  return Array.from({ length: stdout.length / size }, (_, at) =>
    stdout.subarray(at * size, (at + 1) * size),
  )
}

/** Mean difference in levels above the plate, which stands in the lowest fifth. */
const distance = (left: Buffer | undefined, right: Buffer | undefined): number => {
  if (!left || !right) throw new Error('there is no such frame')
  const compared = wide * 14 * 3
  let sum = 0
  for (let at = 0; at < compared; at += 1) sum += Math.abs((left[at] ?? 0) - (right[at] ?? 0))
  return sum / compared
}

const still = (colour: string, type: 'image/png' | 'image/jpeg' | 'image/webp'): Buffer => {
  const canvas = createCanvas(640, 360)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, 640, 360)
  context.fillStyle = '#ffffff'
  context.fillRect(100, 40, 200, 160)
  if (type === 'image/png') return canvas.toBuffer(type)
  return type === 'image/jpeg' ? canvas.toBuffer(type) : canvas.toBuffer(type)
}

describe('the clips of emulated vendors', () => {
  test('are H.264 at 24 frames a second, as long and large as ordered, index in front', async () => {
    const path = await made('facts', order({ seconds: 2.5 }))
    const { facts, pixelFormat, colourMatrix } = await probeFile(tools, path)
    expect(facts).toMatchObject({
      video: { codec: 'h264', width: 320, height: 180, frames: 60, rate: rate24 },
      audio: null,
    })
    expect([pixelFormat, colourMatrix]).toEqual(['yuv420p', 'bt709'])
    const bytes = await readFile(path)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^clip-/))
  })

  test.each([
    ['A fox crosses a snowy city at night', { width: 640, height: 360, seconds: 3 }],
    ['', { width: 360, height: 640 }],
    [`%{pts} ':text=\\'x' [v]; 日本 ${'many words '.repeat(200)}`, { width: 480, height: 480 }],
  ])('pass technical review whatever they are to show: %#', async (prompt, size) => {
    const asked = order({ prompt, ...size })
    const { score, findings } = await review(await made('reviewed', asked), asked)
    expect(findings).toEqual([])
    expect(score).toBeGreaterThan(90)
  })

  test('the same order gives the same bytes, other words or another attempt another picture', async () => {
    const first = await readFile(await made('same-a', order()))
    const again = await readFile(await made('same-b', order()))
    expect(again.equals(first)).toBe(true)
    const second = await readFile(await made('same-c', order({ attempt: 1 })))
    expect(second.equals(first)).toBe(false)
    const other = await pixelsOf(await made('other', order({ prompt: 'A quiet sea' })))
    expect(distance(other[0], (await pixelsOf(join(folder, 'same-a.mp4')))[0])).toBeGreaterThan(8)
  })

  test.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
    'begin and end with the frames ordered and leave them within a second: %s',
    async (type) => {
      const [red, blue] = [still('#a02020', type), still('#2030a0', type)]
      const asked = order({ seconds: 3, firstFrame: red, lastFrame: blue })
      const path = await made('ends', asked)
      const shown = await pixelsOf(path)
      expect(distance(shown[0], (await pixelsOf(red))[0])).toBeLessThan(5)
      expect(distance(shown[71], (await pixelsOf(blue))[0])).toBeLessThan(5)
      const free = await pixelsOf(await made('free', order({ seconds: 3 })))
      expect(distance(shown[36], free[36])).toBeLessThan(1.5)
      expect(distance(shown[26], free[26])).toBeLessThan(1.5)
      expect((await review(path, asked)).findings).toEqual([])
    },
  )

  test('go on from the last frame of the clip before, and lead to the first of the next', async () => {
    const before = await made('before', order({ prompt: 'before' }))
    const next = await made('next', order({ prompt: 'next' }))
    const path = await made('between', order({ continues: before, leadsTo: next }))
    const [was, is, comes] = [await pixelsOf(before), await pixelsOf(path), await pixelsOf(next)]
    expect(distance(is[0], was.at(-1))).toBeLessThan(2)
    expect(distance(is.at(-1), comes[0])).toBeLessThan(2)
    expect(distance(was.at(-1), comes[0])).toBeGreaterThan(8)
  })

  test('show what is drawn where the drawer can read the prompt', async () => {
    const draw: ClipDrawer = async (asked, path) => {
      if (asked.prompt !== 'drawn') return false
      const source = `testsrc2=s=${asked.width}x${asked.height}:r=24:d=${asked.seconds}`
      await tools.runFfmpeg(['-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', path])
      return true
    }
    const [bare] = await pixelsOf(await made('unread', order(), { draw }))
    expect(distance(bare, (await pixelsOf(await made('plain', order())))[0])).toBe(0)
    const drawn = await pixelsOf(await made('drawn', order({ prompt: 'drawn' }), { draw }))
    const undrawn = await pixelsOf(await made('undrawn', order({ prompt: 'drawn' })))
    expect(drawn).toHaveLength(48)
    expect(distance(drawn[20], undrawn[20])).toBeGreaterThan(8)
  })

  test('in a hurry are small and pass all the same', async () => {
    const big = order({ width: 1280, height: 720, seconds: 5 })
    const path = await made('quick', big, { quick: true })
    const { facts } = await probeFile(tools, path)
    expect(facts.video).toMatchObject({ width: 192, height: 108, frames: 120 })
    const small = { ...big, width: 192, height: 108 }
    expect((await review(path, small)).findings).toEqual([])
  })

  test('a frame that is no picture is refused, and nothing is left behind', async () => {
    const firstFrame = Buffer.from('\x89PNG\r\n\x1a\nnot a picture at all', 'latin1')
    await expect(made('broken', order({ firstFrame }))).rejects.toMatchObject({
      code: 'media-unsafe',
    })
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^clip-|broken/))
  })

  test('a clip is given up when it is not wanted any more', async () => {
    const gone = new AbortController()
    gone.abort(new Error('closed'))
    await expect(made('given-up', order(), { signal: gone.signal })).rejects.toThrow('closed')
  })
})
