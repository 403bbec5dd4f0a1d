import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { StudioError } from '../domain/errors.ts'
import { fileReason } from '../kit/file-error.ts'

/** Where the two programs are: absolute paths, or bare names that are looked up on the PATH. */
export interface FfmpegPaths {
  readonly ffmpegPath: string
  readonly ffprobePath: string
}

/** How far ffmpeg is, as it says itself. */
export interface FfmpegProgress {
  /** Frames written so far; 0 for sound alone. */
  readonly frames: number
  /** Seconds of output written so far. */
  readonly seconds: number
}

/** How one run is made. */
export interface FfmpegRunOptions {
  /** Ends the process group with SIGTERM, then SIGKILL; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** What the run is for, in words that fit after "while": `conforming take.mp4`. */
  readonly task?: string
  readonly onProgress?: (progress: FfmpegProgress) => void
  /** Bytes for `-i pipe:0`: one block, or blocks as they are made. */
  readonly stdin?: Uint8Array | AsyncIterable<Uint8Array>
  /** Return all that ffmpeg prints at log level info (loudnorm's JSON, showinfo). Default: last lines, errors only. */
  readonly collectStderr?: boolean
  /** Return what is written to `pipe:1`. Default: it is thrown away. */
  readonly collectStdout?: boolean
  /** Most bytes collected of stdout or stderr, each. Default 64 MiB. */
  readonly maxCollectedBytes?: number
  /** Working folder, so that a filter can name files we generate by bare names. */
  readonly cwd?: string
  /** Milliseconds of wall time until the run is ended as failed. Default: none. */
  readonly timeoutMs?: number
}

/** What a run left behind. */
export interface FfmpegRun {
  readonly stdout: Buffer
  /** Everything with `collectStderr`, else the last 40 lines. */
  readonly stderr: string
}

/** The two programs, ready to run. */
export interface FfmpegTools extends FfmpegPaths {
  /**
   * Run ffmpeg with `-nostdin -hide_banner -loglevel error -y` in front.
   *
   * @throws StudioError `media-failed` with ffmpeg's own last lines, `disk-full`, `tool-missing`
   */
  runFfmpeg(args: readonly string[], options?: FfmpegRunOptions): Promise<FfmpegRun>
  /**
   * Run ffprobe with `-hide_banner -loglevel error` in front; stdout is collected.
   *
   * @throws StudioError as {@link FfmpegTools.runFfmpeg}
   */
  runFfprobe(args: readonly string[], options?: FfmpegRunOptions): Promise<FfmpegRun>
}

const keptStderrLines = 40
const shownStderrLines = 12
const killAfterMs = 3_000
const defaultMaxCollectedBytes = 64 * 1024 * 1024

/** Make the runner of the two programs. Nothing is started or looked for until the first run. */
export const ffmpegTools = (paths: FfmpegPaths): FfmpegTools => ({
  ffmpegPath: paths.ffmpegPath,
  ffprobePath: paths.ffprobePath,
  runFfmpeg: (args, options = {}) =>
    runProgram('ffmpeg', paths.ffmpegPath, ffmpegArguments(args, options), options),
  runFfprobe: (args, options = {}) =>
    runProgram('ffprobe', paths.ffprobePath, ['-hide_banner', '-loglevel', 'error', ...args], {
      ...options,
      collectStdout: true,
    }),
})

const ffmpegArguments = (args: readonly string[], options: FfmpegRunOptions): readonly string[] => [
  '-nostdin',
  '-hide_banner',
  '-loglevel',
  options.collectStderr ? 'info' : 'error',
  '-nostats',
  ...(options.onProgress ? ['-progress', 'pipe:3', '-stats_period', '0.5'] : []),
  '-y',
  ...args,
]

/** ffmpeg 5.1 ends with code 0 when its very last write fails (seen on a full disk); only its words tell. */
const unfinishedOutput = /Error (?:writing trailer|closing file)|No space left on device/

interface Ending {
  readonly exitCode: number | null
  readonly endedBy: NodeJS.Signals | null
}

const runProgram = async (
  name: 'ffmpeg' | 'ffprobe',
  path: string,
  args: readonly string[],
  options: FfmpegRunOptions,
): Promise<FfmpegRun> => {
  options.signal?.throwIfAborted()
  const stdio: StdioOptions = [
    options.stdin ? 'pipe' : 'ignore',
    options.collectStdout ? 'pipe' : 'ignore',
    'pipe',
  ]
  if (options.onProgress) stdio.push('pipe')
  const child = spawn(path, args, {
    detached: process.platform !== 'win32',
    stdio,
    windowsHide: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  const limit = options.maxCollectedBytes ?? defaultMaxCollectedBytes
  const stdout = collectBytes(child.stdout, limit)
  const collected = collectBytes(options.collectStderr ? child.stderr : null, limit)
  const lastLines = keepLastLines(child.stderr)
  if (options.onProgress) readProgress(child, options.onProgress)
  const ending = waitForEnd(child, name, path)
  const watch = endWhenAsked(child, options)
  const fed = feed(child, options.stdin)
  try {
    const { exitCode, endedBy } = await ending
    const feedFailure = await fed
    options.signal?.throwIfAborted()
    if (feedFailure !== null) throw feedFailure
    if (exitCode !== 0 || unfinishedOutput.test(lastLines())) {
      throw failure(
        { name, path, args, options, exitCode, endedBy, timedOut: watch.timedOut() },
        lastLines(),
      )
    }
    if (stdout.overflowed() || collected.overflowed()) throw tooMuchOutput(name, options, limit)
    return {
      stdout: stdout.bytes(),
      stderr: options.collectStderr ? collected.bytes().toString('utf8') : lastLines(),
    }
  } finally {
    watch.stop()
  }
}

const waitForEnd = (
  child: ChildProcess,
  name: 'ffmpeg' | 'ffprobe',
  path: string,
): Promise<Ending> =>
  new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new StudioError({
          code: 'tool-missing',
          message: `Could not start ${name} at "${path}" (${fileReason(error)}). ${programRemedy(name)}`,
          cause: error,
        }),
      )
    })
    child.once('close', (exitCode, endedBy) => resolve({ exitCode, endedBy }))
  })

/** What to do when the program is not there or is something else. */
export const programRemedy = (name: 'ffmpeg' | 'ffprobe'): string =>
  `Run "npm run setup", or set ${name === 'ffmpeg' ? 'FFMPEG_PATH' : 'FFPROBE_PATH'} to the program.`

/** Send a signal to the whole group; the process may be gone by then, which is what was wanted. */
const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') {
    child.kill(signal)
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const endWhenAsked = (
  child: ChildProcess,
  options: FfmpegRunOptions,
): { readonly stop: () => void; readonly timedOut: () => boolean } => {
  let late = false
  let killTimer: NodeJS.Timeout | undefined
  const end = (): void => {
    signalGroup(child, 'SIGTERM')
    killTimer = setTimeout(() => signalGroup(child, 'SIGKILL'), killAfterMs)
  }
  const timer =
    options.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          late = true
          end()
        }, options.timeoutMs)
  options.signal?.addEventListener('abort', end, { once: true })
  return {
    timedOut: () => late,
    stop: () => {
      options.signal?.removeEventListener('abort', end)
      clearTimeout(timer)
      clearTimeout(killTimer)
    },
  }
}

/** Write the input; a program that closes its end early says why by its exit code, so that alone is no failure. */
const feed = async (
  child: ChildProcess,
  input: FfmpegRunOptions['stdin'],
): Promise<unknown | null> => {
  if (!input || !child.stdin) return null
  const source = input instanceof Uint8Array ? [input] : input
  try {
    await pipeline(Readable.from(source, { objectMode: true }), child.stdin)
    return null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
      return null
    }
    signalGroup(child, 'SIGTERM')
    return error
  }
}

const collectBytes = (
  stream: Readable | null,
  limit: number,
): { readonly bytes: () => Buffer; readonly overflowed: () => boolean } => {
  const blocks: Buffer[] = []
  let size = 0
  stream?.on('data', (block: Buffer) => {
    size += block.length
    if (size <= limit) blocks.push(block)
  })
  return { bytes: () => Buffer.concat(blocks), overflowed: () => size > limit }
}

const tooMuchOutput = (name: string, options: FfmpegRunOptions, limit: number): StudioError =>
  new StudioError({
    code: 'media-failed',
    message: `${name} printed more than ${limit} bytes${options.task ? ` while ${options.task}` : ''}; the input is longer or larger than this step is made for.`,
  })

const keepLastLines = (stream: Readable | null): (() => string) => {
  const decoder = new StringDecoder('utf8')
  let text = ''
  stream?.on('data', (block: Buffer) => {
    const lines = (text + decoder.write(block)).split('\n')
    text = lines.slice(-keptStderrLines).join('\n').slice(-20_000)
  })
  return () => text
}

const readProgress = (
  child: ChildProcess,
  onProgress: (progress: FfmpegProgress) => void,
): void => {
  const pipe = child.stdio[3]
  if (!(pipe instanceof Readable)) return
  let rest = ''
  let frameCount = 0
  let seconds = 0
  pipe.setEncoding('utf8')
  pipe.on('data', (block: string) => {
    const lines = (rest + block).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [key, value] = line.split('=')
      if (key === 'frame') frameCount = Number(value) || frameCount
      if (key === 'out_time_us') seconds = (Number(value) || 0) / 1e6
      if (key === 'progress') onProgress({ frames: frameCount, seconds })
    }
  })
}

interface FailedRun extends Ending {
  readonly name: 'ffmpeg' | 'ffprobe'
  readonly path: string
  readonly args: readonly string[]
  readonly options: FfmpegRunOptions
  readonly timedOut: boolean
}

const failure = (run: FailedRun, stderr: string): StudioError => {
  const lines = stderr.trim().split('\n').slice(-shownStderrLines).join('\n')
  const during = run.options.task ? ` while ${run.options.task}` : ''
  if (/No space left on device|Disk quota exceeded/i.test(stderr)) {
    return new StudioError({
      code: 'disk-full',
      message: `The disk is full${during}: ${lines}. Free some space and run it again; no half-written file was kept.`,
      retry: 'later',
    })
  }
  const how = run.timedOut
    ? `was ended after ${run.options.timeoutMs} ms`
    : run.endedBy
      ? `was ended by ${run.endedBy}`
      : `ended with code ${run.exitCode}`
  const said = lines === '' ? `It printed nothing.${silenceRemedy(run)}` : `It said:\n${lines}`
  return new StudioError({
    code: 'media-failed',
    message: `${run.name} ${how}${during}. ${said}\nCommand: ${shownCommand(run.name, run.args)}`,
  })
}

/** The real programs say why they end with an error: one that ends so without a word is probably another program. */
const silenceRemedy = ({ name, path, exitCode, timedOut }: FailedRun): string =>
  exitCode === null || timedOut ? '' : ` Is "${path}" really ${name}? ${programRemedy(name)}`

const shownCommand = (name: string, args: readonly string[]): string => {
  const words = args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word)))
  const command = `${name} ${words.join(' ')}`
  return command.length > 1_500 ? `${command.slice(0, 1_500)} …` : command
}
