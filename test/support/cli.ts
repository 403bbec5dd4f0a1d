import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** How a run of the command line ended. */
export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output, each line parsed; empty when it is not JSON. */
  readonly lines: readonly { readonly [name: string]: unknown }[]
}

const program = join(import.meta.dirname, '..', '..', 'bin', 'claude-studio.js')

/** Run the command line as a user does, in a home and a working folder of its own. */
export const claudeStudio = async (
  place: { readonly home: string; readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
  ...args: readonly string[]
): Promise<CliRun> => {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: place.cwd,
    env: { ...process.env, NO_COLOR: '1', CLAUDE_STUDIO_HOME: place.home, ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  const [code] = await once(child, 'close')
  const stdout = Buffer.concat(out).toString()
  return { code, stdout, stderr: Buffer.concat(err).toString(), lines: parseLines(stdout) }
}

const parseLines = (text: string): CliRun['lines'] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  try {
    return lines.map((line) => JSON.parse(line))
  } catch {
    return []
  }
}
