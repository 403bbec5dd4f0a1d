import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { frames } from '../domain/time.ts'
import { emulatedClips } from '../media/emulated-clip.ts'
import { mediaTool } from '../media/media-tool.ts'
import { ffmpegTools } from '../media/run-ffmpeg.ts'
import type { ClipOrder } from '../ports/clip-maker.ts'
import { drawingRoom } from '../providers/animatic/drawing-room.ts'
import { clipDrawer } from './emulated-clips.ts'

const ffmpegPath = process.env['FFMPEG_PATH'] ?? 'ffmpeg'
const tools = ffmpegTools({ ffmpegPath, ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe' })

const lake =
  'Wide shot of mountain lake, sunset. 3 × bird flies low over the water. The camera pans right. Mood: serene. soft film grain. no readable text.'

const order = (prompt: string): ClipOrder => ({
  ...{
    vendor: 'runway',
    model: 'gen4.5',
    prompt,
    seconds: 1,
    width: 320,
    height: 180,
    seed: 7,
    attempt: 0,
  },
  ...{ firstFrame: null, lastFrame: null, continues: null, leadsTo: null },
})

describe('the drawn clips of emulated vendors', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawn-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const parts = (signal = new AbortController().signal) => ({
    ...{ ffmpegPath, room: drawingRoom(1), signal },
  })

  it('show what a prompt of the studio asks for', async () => {
    const { signal } = parts()
    const path = join(folder, 'lake.mp4')
    const draw = clipDrawer(parts())
    await emulatedClips({ tools, draw, quick: false, signal })(order(lake), path)
    const { findings, measures } = await mediaTool(tools).reviewTake(path, {
      ...{ camera: 'pan-right', hasMotion: true, timeOfDay: 'sunset', length: frames(24) },
      ...{ rate: { numerator: 24, denominator: 1 }, size: { width: 320, height: 180 } },
    })
    expect(findings).toEqual([])
    expect(measures['frames']).toBe(24)
    expect(await readdir(folder)).toEqual(['lake.mp4'])
  })

  it('are not drawn for other words', async () => {
    const path = join(folder, 'fox.mp4')
    expect(await clipDrawer(parts())(order('A fox in the snow'), path)).toBe(false)
    expect(await readdir(folder)).toEqual([])
  })

  it('are given up when the emulator closes', async () => {
    const closing = new AbortController()
    const work = clipDrawer(parts(closing.signal))(order(lake), join(folder, 'lake.mp4'))
    closing.abort(new Error('closed'))
    await expect(work).rejects.toThrow('closed')
  })

  it('say what came in between where they cannot be drawn', async () => {
    const program = join(folder, 'no-ffmpeg')
    await writeFile(program, '#!/bin/sh\nexit 3\n', { mode: 0o755 })
    const draw = clipDrawer({ ...parts(), ffmpegPath: program })
    await expect(draw(order(lake), join(folder, 'lake.mp4'))).rejects.toMatchObject({
      ...{ code: 'media-failed', message: expect.stringContaining('animatic/painted') },
    })
  })
})
