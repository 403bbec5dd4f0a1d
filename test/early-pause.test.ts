import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'

let home: string

beforeEach(async () => {
  home = await makeHome('early-pause')
})
afterEach(() => removeHome(home))

const program = join(import.meta.dirname, '..', 'bin', 'claude-studio.js')
const film = ['A cat on a boat', '--duration', '5', '--size', '128x128', '--tier', 'static-images']

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s between the first line and the first stage pauses the run: nothing is ordered',
  async (signal) => {
    const child = spawn(process.execPath, [program, 'produce', ...film, '--run-id', 'k0'], {
      cwd: home,
      env: { ...process.env, NO_COLOR: '1', CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [shown, said] = ['', '']
    child.stdout.on('data', (part: Buffer) => {
      if (shown === '') child.kill(signal)
      shown += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    const [code] = await once(child, 'close')
    expect({ code, said }).toEqual({ code: 3, said: expect.stringContaining('Pausing') })
    expect(shown).not.toContain('▸')
    const { lines } = await claudeStudio({ home, cwd: home }, 'runs', 'show', 'k0', '--json')
    expect(lines.at(-1)).toMatchObject({ state: 'paused', orders: [], takes: [] })
  },
)
