import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { frames, type Rate, rate24 } from '../domain/time.ts'
import { conformTake } from './conform.ts'
import { probeFfmpeg } from './ffmpeg-capabilities.ts'
import { probe, probeFile } from './probe.ts'
import { ffmpegTools } from './run-ffmpeg.ts'
import { still } from './still.ts'

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})

const ntsc: Rate = { numerator: 24_000, denominator: 1_001 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A clip whose n-th picture is grey of level 20 + 4n, so that a picture tells its own number. */
const numberedClip = async (
  name: string,
  options: { readonly rate: string; readonly frames: number; readonly codec?: readonly string[] },
): Promise<string> => {
  const path = join(folder, name)
  const source = `nullsrc=s=160x90:r=${options.rate},format=yuv420p,geq=lum='20+4*N':cb=128:cr=128`
  await tools.runFfmpeg([
    ...['-f', 'lavfi', '-i', source, '-f', 'lavfi', '-i', 'sine=r=44100'],
    ...['-frames:v', String(options.frames), '-shortest'],
    ...(options.codec ?? ['-c:v', 'libx264', '-bf', '3', '-g', '12', '-crf', '8']),
    path,
  ])
  return path
}

/** The numbers of the pictures of a clip made above, by decoding it. */
const numbersIn = async (path: string): Promise<readonly number[]> => {
  const { stdout } = await tools.runFfmpeg(
    [
      ...['-i', path, '-map', '0:v:0', '-fps_mode', 'passthrough'],
      ...['-vf', 'scale=1:1:flags=area', '-pix_fmt', 'gray', '-f', 'rawvideo', 'pipe:1'],
    ],
    { collectStdout: true },
  )
  // Grey comes out full range: 16…235 spread over 0…255.
  return [...stdout].map((level) => Math.round(((level * 219) / 255 + 16 - 20) / 4))
}

const upTo = (start: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => start + index)

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('it was expected to fail and did not'),
    (error: unknown) => error,
  )

describe('probe', () => {
  test('counts the frames that are there and reads size, rate and sound', async () => {
    const path = await numberedClip('facts.mp4', { rate: '24000/1001', frames: 31 })
    const facts = await probe(tools, path)
    expect(facts.video).toEqual({ width: 160, height: 90, rate: ntsc, frames: 31, codec: 'h264' })
    expect(facts.audio).toMatchObject({ sampleRateHz: 44_100, channels: 1, codec: 'aac' })
    expect(facts.seconds).toBeGreaterThan(1.2)
  })

  test('a file that is not there is called missing', async () => {
    const error = await rejection(probe(tools, join(folder, 'none.mp4')))
    expect(isStudioError(error) && error.code).toBe('footage-missing')
  })
})

describe('conformTake', () => {
  const conform = (input: string, part: { rate?: Rate; leader?: number; length?: number }) =>
    conformTake(tools, {
      input,
      output: `${input}.conformed.mp4`,
      size: { width: 128, height: 128 },
      rate: part.rate ?? rate24,
      leaderFrames: part.leader ?? 0,
      length: frames(part.length ?? 1_000),
    })

  test('keeps every frame of a clip that has the rate already, and the leader is dropped', async () => {
    const input = await numberedClip('leader.mp4', { rate: '24', frames: 50 })
    expect(await conform(input, { leader: 7 })).toBe(43)
    expect(await numbersIn(`${input}.conformed.mp4`)).toEqual(upTo(7, 43))
  })

  test('cuts to the length asked for', async () => {
    const input = await numberedClip('long.mp4', { rate: '24', frames: 50 })
    expect(await conform(input, { leader: 2, length: 20 })).toBe(20)
    expect(await numbersIn(`${input}.conformed.mp4`)).toEqual(upTo(2, 20))
  })

  test('a clip of another rate lasts as long as it did', async () => {
    const input = await numberedClip('thirty.mp4', { rate: '30', frames: 45 })
    expect(await conform(input, {})).toBe(36)
    expect(await conform(input, { rate: ntsc })).toBe(36)
  })

  test('gives the house profile: size, High, 4:2:0, bt709, square pixels, no sound, closed 1 s GOPs', async () => {
    const input = await numberedClip('house.mkv', {
      rate: '24',
      frames: 50,
      codec: ['-c:v', 'ffv1', '-pix_fmt', 'yuv444p'],
    })
    await conform(input, {})
    const probed = await probeFile(tools, `${input}.conformed.mp4`)
    expect(probed.facts.video).toMatchObject({ width: 128, height: 128, rate: rate24 })
    expect(probed.facts.audio).toBeNull()
    expect([probed.pixelFormat, probed.colourMatrix]).toEqual(['yuv420p', 'bt709'])
    const { stdout } = await tools.runFfprobe([
      ...['-show_entries', 'stream=profile,time_base,sample_aspect_ratio:packet=flags'],
      ...['-of', 'csv=p=0', `${input}.conformed.mp4`],
    ])
    const lines = stdout.toString().trim().split('\n')
    expect(lines.pop()).toBe('High,1:1,1/24000')
    const syncFrames = lines.flatMap((line, index) => (line.startsWith('K') ? [index] : []))
    expect(syncFrames).toEqual([0, 24, 48])
  })

  test('a clip that ffmpeg cannot convert is told on one line, without its words and our paths', async () => {
    const input = await numberedClip('broken.mp4', { rate: '24', frames: 5 })
    const cause = new StudioError({
      code: 'media-failed',
      message: `ffmpeg ended with code 183 while conforming a delivered clip. It said:\n[mov] ${folder}/x: moov atom not found\nCommand: ffmpeg -i ${input}`,
    })
    const failing = { ...tools, runFfmpeg: () => Promise.reject(cause) }
    const order = { input, output: `${input}.out.mp4`, size: { width: 160, height: 90 } }
    const length = frames(5)
    const error = await rejection(
      conformTake(failing, { ...order, rate: rate24, leaderFrames: 0, length }),
    )
    expect(error).toMatchObject({
      ...{ code: 'media-failed', cause },
      message:
        'ffmpeg ended with code 183 while conforming a delivered clip: the clip is broken, or in a form that cannot be converted. It is kept as it was delivered; order the take again.',
    })
  })

  test('a clip that is all leader is refused and leaves no file', async () => {
    const input = await numberedClip('only-leader.mp4', { rate: '24', frames: 5 })
    const error = await rejection(conform(input, { leader: 5 }))
    expect(isStudioError(error) && error.code).toBe('media-failed')
    expect(await readdir(folder)).not.toContain('only-leader.mp4.conformed.mp4')
  })

  test('an abort leaves no file behind', async () => {
    const input = await numberedClip('abort.mp4', { rate: '24', frames: 5 })
    const before = await readdir(folder)
    const error = await rejection(
      conformTake(
        tools,
        {
          input,
          output: join(folder, 'aborted.mp4'),
          size: { width: 64, height: 64 },
          rate: rate24,
          leaderFrames: 0,
          length: frames(5),
        },
        AbortSignal.abort(new Error('stop')),
      ),
    )
    expect(String(error)).toContain('stop')
    expect(await readdir(folder)).toEqual(before)
  })
})

describe('still', () => {
  test('takes out exactly the frame asked for: the first, across a sync frame, the last', async () => {
    const input = await numberedClip('numbered.mp4', { rate: '24000/1001', frames: 40 })
    for (const frame of [0, 1, 11, 12, 13, 38, 39]) {
      const output = join(folder, `still-${frame}.png`)
      await still(tools, { input, frame: frames(frame), output })
      expect(await numbersIn(output), `frame ${frame}`).toEqual([frame])
      expect((await probe(tools, output)).video).toMatchObject({ width: 160, codec: 'png' })
    }
  })

  test('a frame that does not exist is refused with the range there is', async () => {
    const input = await numberedClip('short.mp4', { rate: '24', frames: 10 })
    const output = join(folder, 'beyond.png')
    const error = await rejection(still(tools, { input, frame: frames(10), output }))
    expect(isStudioError(error) && error.code).toBe('footage-missing')
    expect(String(error)).toContain('0 to 9')
  })
})

describe('probeFfmpeg', () => {
  test('this machine has everything the studio asks for', async () => {
    const found = await probeFfmpeg(tools)
    expect(found.missing).toEqual([])
    expect(found.version).toMatch(/^\S+$/)
  })

  test('another program in the place of ffprobe is not taken for it', async () => {
    const other = join(folder, 'other')
    await writeFile(other, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    const error = await rejection(probeFfmpeg(ffmpegTools({ ...tools, ffprobePath: other })))
    expect(isStudioError(error) && error.code).toBe('tool-missing')
    expect(String(error)).toContain('set FFPROBE_PATH to the program')
  })
})
