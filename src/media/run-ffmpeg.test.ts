import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStudioError } from '../domain/errors.ts'
import { writeWhole } from '../kit/files.ts'
import { ffmpegTools } from './run-ffmpeg.ts'

const tools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-ffmpeg-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('it was expected to fail and did not'),
    (error: unknown) => error,
  )

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('runFfmpeg', () => {
  test('a failure carries what ffmpeg said, what it was for and the command', async () => {
    const error = await rejection(
      tools.runFfmpeg(['-i', join(folder, 'nowhere.mp4'), '-f', 'null', '-'], {
        task: 'looking for nowhere.mp4',
      }),
    )
    expect(isStudioError(error) && error.code).toBe('media-failed')
    expect(String(error)).toContain('No such file or directory')
    expect(String(error)).toContain('while looking for nowhere.mp4')
    expect(String(error)).toContain('-f null')
  })

  test('a missing program says how to get it', async () => {
    const absent = ffmpegTools({ ffmpegPath: '/nowhere/ffmpeg', ffprobePath: '/nowhere/ffprobe' })
    const error = await rejection(absent.runFfmpeg(['-version']))
    expect(isStudioError(error) && error.code).toBe('tool-missing')
    expect(String(error)).toContain('npm run setup')
    const probe = await rejection(absent.runFfprobe(['-version']))
    expect(String(probe)).toContain('FFPROBE_PATH')
  })

  test('a program that ends without a word is doubted, with what to do', async () => {
    const silent = join(folder, 'silent')
    await writeFile(silent, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const { runFfprobe } = ffmpegTools({ ffmpegPath: silent, ffprobePath: silent })
    expect(String(await rejection(runFfprobe(['film.mp4'])))).toContain(
      `It printed nothing. Is "${silent}" really ffprobe? Run "npm run setup", or set FFPROBE_PATH to the program.`,
    )
  })

  test('a full disk is told apart from other failures', async () => {
    const error = await rejection(
      tools.runFfmpeg(['-f', 'lavfi', '-i', 'testsrc2=d=1:s=64x64', '-f', 'rawvideo', '/dev/full']),
    )
    expect(isStudioError(error) && error.code).toBe('disk-full')
  })

  test('an abort ends the process and rejects with the reason of the signal', async () => {
    const stop = new AbortController()
    const reason = new Error('the client changed their mind')
    const args = ['-re', '-f', 'lavfi', '-i', 'testsrc2=s=64x64', '-f', 'null', '-']
    const error = await rejection(
      tools.runFfmpeg(args, {
        signal: stop.signal,
        onProgress: () => stop.abort(reason),
      }),
    )
    expect(error).toBe(reason)
  })

  test('a program that does not listen to SIGTERM is killed, its group with it', async () => {
    const script = join(folder, 'deaf.sh')
    const pids = join(folder, 'pids')
    await writeFile(
      script,
      `#!/bin/sh\ntrap '' TERM\nsleep 600 &\necho "$$ $!" > ${pids}\necho progress=continue >&3\nwhile true; do wait; sleep 1; done\n`,
      { mode: 0o755 },
    )
    const deaf = ffmpegTools({ ffmpegPath: script, ffprobePath: script })
    const stop = new AbortController()
    const reason = new Error('stop')
    const error = await rejection(
      deaf.runFfmpeg([], { signal: stop.signal, onProgress: () => stop.abort(reason) }),
    )
    expect(error).toBe(reason)
    const started = (await readFile(pids, 'utf8')).trim().split(' ').map(Number)
    expect(started).toHaveLength(2)
    await expect.poll(() => started.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })

  test('a run that lasts too long is ended and says so', async () => {
    const args = ['-re', '-f', 'lavfi', '-i', 'testsrc2=s=64x64', '-f', 'null', '-']
    const error = await rejection(tools.runFfmpeg(args, { timeoutMs: 300 }))
    expect(isStudioError(error) && error.code).toBe('media-failed')
    expect(String(error)).toContain('300 ms')
  })

  test('bytes go in through stdin, come out through stdout, and progress is told', async () => {
    const pixels = new Uint8Array(8 * 8 * 3 * 5).fill(200)
    const seen: number[] = []
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24']
    const run = await tools.runFfmpeg([...raw, '-s', '8x8', '-i', 'pipe:0', ...raw, 'pipe:1'], {
      stdin: pixels,
      collectStdout: true,
      onProgress: ({ frames }) => seen.push(frames),
    })
    expect(run.stdout.equals(Buffer.from(pixels))).toBe(true)
    expect(seen.at(-1)).toBe(5)
  })

  test('input that fails half way fails the run with its own error', async () => {
    const reason = new Error('the artist fell ill')
    const blocks = async function* (): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(8 * 8 * 3)
      throw reason
    }
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', '8x8']
    const error = await rejection(
      tools.runFfmpeg([...raw, '-i', 'pipe:0', '-f', 'null', '-'], { stdin: blocks() }),
    )
    expect(error).toBe(reason)
  })

  test('more output than asked for is a failure, never a shortened result', async () => {
    const error = await rejection(
      tools.runFfmpeg(['-f', 'lavfi', '-i', 'testsrc2=d=1:s=64x64', '-f', 'rawvideo', 'pipe:1'], {
        collectStdout: true,
        maxCollectedBytes: 1_000,
      }),
    )
    expect(String(error)).toContain('more than 1000 bytes')
  })

  test('an aborted encode leaves no file', async () => {
    const home = join(folder, 'aborted')
    const stop = new AbortController()
    const reason = new Error('stop')
    const error = await rejection(
      writeWhole(join(home, 'film.mp4'), (path) =>
        tools.runFfmpeg(['-re', '-f', 'lavfi', '-i', 'testsrc2=s=64x64', path], {
          signal: stop.signal,
          onProgress: () => stop.abort(reason),
        }),
      ),
    )
    expect(error).toBe(reason)
    expect(await readdir(home)).toEqual([])
  })
})
