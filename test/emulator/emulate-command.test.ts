import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Anthropic from '@anthropic-ai/sdk'
import RunwayML from '@runwayml/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { mediaTool } from '../../src/media/media-tool.ts'
import { ffmpegTools } from '../../src/media/run-ffmpeg.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'claude-studio.js')

const media = mediaTool(ffmpegTools({ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' }))

const started = z.strictObject({
  ...{ event: z.literal('emulator-started'), url: z.string(), folder: z.string() },
  baseUrls: z.record(z.string(), z.string()),
})

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'claude-studio emulate-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** The command at work in a process of its own. */
const emulating = async (...words: readonly string[]) => {
  const child = spawn(process.execPath, [program, 'emulate', '--json', ...words], {
    cwd: home,
    env: { ...process.env, CLAUDE_STUDIO_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    ...started.parse(JSON.parse(String(line))),
    end: async (signal: NodeJS.Signals) => {
      const closed = once(child, 'close')
      child.kill(signal)
      const [code] = await closed
      return { code, said }
    },
  }
}

describe('the command that emulates vendors', () => {
  test('sells a film to the official SDK and ends by SIGTERM; its accounts outlive it', async () => {
    const emulator = await emulating('--vendor', 'runway')
    await fetch(`${emulator.url}/_emulator/settings`, {
      method: 'POST',
      body: JSON.stringify({ queuedMs: 0, runMs: 0 }),
    })
    const baseURL = emulator.baseUrls['RUNWAYML_BASE_URL'] ?? ''
    const client = new RunwayML({ apiKey: 'any', baseURL })
    const promptText =
      'Wide shot of mountain lake, sunset. 3 × bird flies low over the water. The camera pans right. Mood: serene. soft film grain. no readable text.'
    const task = await client.textToVideo
      .create({ model: 'gen4.5', promptText, ratio: '1280:720', duration: 2 })
      .waitForTaskOutput()
    const clip = await fetch(task.output[0] ?? '')
    const path = join(home, 'clip.mp4')
    await writeFile(path, Buffer.from(await clip.arrayBuffer()))
    const facts = await media.probe(path)
    expect(facts.video).toMatchObject({ codec: 'h264', width: 1280, height: 720, frames: 48 })
    expect(await emulator.end('SIGTERM')).toEqual({ code: 0, said: '' })

    const again = await emulating('--vendor', 'runway')
    const books = await (await fetch(`${again.url}/_emulator/charges`)).json()
    expect(books).toMatchObject({ charges: [{ model: 'gen4.5', credits: 24 }] })
    expect(await again.end('SIGINT')).toMatchObject({ code: 0 })
  })

  test('answers questions, and fails as the rules of a file say', async () => {
    const rules = [{ fault: 'rate-limited', vendor: 'anthropic', operation: 'messages', times: 1 }]
    await writeFile(join(home, 'faults.json'), JSON.stringify(rules))
    const emulator = await emulating(
      ...['--vendor', 'anthropic', '--faults', 'faults.json', '--folder', 'other'],
    )
    expect(emulator.folder).toBe(join(home, 'other'))
    const client = new Anthropic({
      ...{ apiKey: 'any', baseURL: emulator.baseUrls['ANTHROPIC_BASE_URL'], maxRetries: 0 },
    })
    const ask = () =>
      client.messages.create({
        ...{ model: 'claude-haiku-4-5', max_tokens: 100 },
        messages: [{ role: 'user', content: 'Are you there?' }],
      })
    await expect(ask()).rejects.toMatchObject({ status: 429 })
    expect((await ask()).content[0]).toMatchObject({ type: 'text' })
    expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0 })
  })

  test('says so where its port is taken', async () => {
    const emulator = await emulating()
    const { port } = new URL(emulator.url)
    const child = spawn(process.execPath, [program, 'emulate', '--port', port], {
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    const [code] = await once(child, 'close')
    expect([code, said]).toEqual([2, expect.stringContaining(`port ${port}`)])
    await emulator.end('SIGTERM')
  })
})
