import { spawn } from 'node:child_process'
import { StudioError } from '../../domain/errors.ts'

/** How a program is run. */
export interface ToolRun {
  readonly program: string
  readonly args: readonly string[]
  /** Text for its standard input. */
  readonly input?: string
  /** Working folder. */
  readonly folder: string
  readonly signal: AbortSignal
}

const longestMs = 120_000

/**
 * Run a program and collect what it prints.
 *
 * @throws StudioError `tool-missing` when it cannot be started, `media-failed` with its last words when it fails;
 *   the signal's reason when that ends it
 */
export const runTool = ({ program, args, input, folder, signal }: ToolRun): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const child = spawn(program, args, {
      cwd: folder,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      timeout: longestMs,
      windowsHide: true,
    })
    const stop = (): void => {
      child.kill('SIGTERM')
    }
    signal.addEventListener('abort', stop, { once: true })
    const printed: Buffer[] = []
    let complaint = ''
    child.stdout?.on('data', (bytes: Buffer) => printed.push(bytes))
    child.stderr?.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes.toString('utf8')).slice(-2_000)
    })
    // A program that ends before it has read everything says so by its exit code.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.once('error', (cause) => {
      signal.removeEventListener('abort', stop)
      reject(
        new StudioError({
          code: 'tool-missing',
          message: `Could not start "${program}" (${cause.message}). Run "npm run setup".`,
          cause,
        }),
      )
    })
    child.once('close', (code, endedBy) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve(Buffer.concat(printed))
      else {
        reject(
          new StudioError({
            code: 'media-failed',
            message: `"${program}" ended with ${endedBy ?? `code ${code}`}. It said: ${complaint.trim() || 'nothing'}`,
          }),
        )
      }
    })
  })
