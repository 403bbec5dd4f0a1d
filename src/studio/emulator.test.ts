import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import RunwayML from '@runwayml/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { probeFile } from '../media/probe.ts'
import { ffmpegTools } from '../media/run-ffmpeg.ts'
import { type EmulatorRequest, emulatorFor, type OpenEmulator } from './emulator.ts'

const tools = {
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
  drawingThreads: 1,
}

/** What lies where Runway's clips are kept; work in progress too. */
const clipFiles = (home: string): Promise<readonly string[]> =>
  readdir(join(home, 'emulator', 'clips', 'runway')).catch(() => [])

describe('the emulator of the studio', () => {
  let home: string
  const open: OpenEmulator[] = []
  const reports: unknown[] = []
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'emulator-home-'))
    reports.length = 0
  })
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })
  const begin = async (rest: Partial<EmulatorRequest> = {}): Promise<OpenEmulator> => {
    const emulator = await emulatorFor({
      ...{ home, tools, folder: null, port: 0, vendors: null, faults: [], seed: 1, quick: true },
      changes: [{ queuedMs: 0, runMs: 0 }],
      report: (error) => void reports.push(error),
      ...rest,
    })
    open.push(emulator)
    return emulator
  }

  it('says where each vendor is by the variable of the catalogue, and keeps its accounts in the home', async () => {
    const { url, folder, baseUrls } = await begin()
    expect(folder).toBe(join(home, 'emulator'))
    expect(baseUrls).toEqual({
      LUMA_BASE_URL: `${url}/luma/v1`,
      LUMAAI_BASE_URL: `${url}/luma-legacy/dream-machine/v1`,
      RUNWAYML_BASE_URL: `${url}/runway`,
      ANTHROPIC_BASE_URL: `${url}/anthropic`,
    })
  })

  it('serves the vendors asked for alone', async () => {
    const { url, baseUrls } = await begin({ vendors: ['runway'] })
    expect(Object.keys(baseUrls)).toEqual(['RUNWAYML_BASE_URL'])
    expect((await fetch(`${url}/anthropic/v1/models`)).status).toBe(404)
  })

  it('delivers films to the official SDK', async () => {
    const { baseUrls } = await begin()
    const client = new RunwayML({ apiKey: 'any', baseURL: baseUrls['RUNWAYML_BASE_URL'] ?? '' })
    const { id } = await client.textToVideo.create({
      ...{ model: 'gen4.5', promptText: 'A fox in the snow', ratio: '1280:720', duration: 2 },
    })
    const task = await client.tasks.retrieve(id)
    if (task.status !== 'SUCCEEDED') throw new Error(task.status)
    expect((await fetch(task.output[0] ?? '')).status).toBe(200)
    const path = join(home, 'emulator', 'clips', 'runway', `${id}.mp4`)
    const { facts } = await probeFile(ffmpegTools(tools), path)
    expect(facts.video).toMatchObject({ width: 192, height: 108, frames: 48 })
    expect(reports).toEqual([])
  })

  it('ends with clips half made, and nobody is told of what was not waited for', async () => {
    const emulator = await begin({ quick: false })
    const client = new RunwayML({
      ...{ apiKey: 'any', baseURL: emulator.baseUrls['RUNWAYML_BASE_URL'] ?? '', maxRetries: 0 },
    })
    const { id } = await client.textToVideo.create({
      ...{ model: 'gen4.5', ratio: '1280:720', duration: 10 },
      promptText: 'Wide shot of forest, night, snow. Handheld camera.',
    })
    const waiting = client.tasks.retrieve(id).then(
      () => 'answered',
      () => 'cut off',
    )
    while ((await clipFiles(home)).length === 0) await sleep(20)
    await emulator.close()
    expect(await waiting).toBe('cut off')
    expect(reports).toEqual([])
  })
})
