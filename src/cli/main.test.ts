import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const entry = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'claude-studio.js')
const full = '/dev/full'

describe.skipIf(!existsSync(full))('the program on a stream that cannot be written', () => {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'studio full '))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const statusOf = (stream: 'stdout' | 'stderr', ...words: readonly string[]) => {
    const lost = openSync(full, 'w')
    try {
      const { status, stderr } = spawnSync(process.execPath, [entry, ...words], {
        stdio: [
          'ignore',
          stream === 'stdout' ? lost : 'ignore',
          stream === 'stderr' ? lost : 'pipe',
        ],
        env: { ...process.env, HOME: home, CLAUDE_STUDIO_HOME: join(home, 'studio') },
        encoding: 'utf8',
      })
      return { status, stderr }
    } finally {
      closeSync(lost)
    }
  }

  it('ends as it would otherwise when its errors cannot be told', () => {
    expect(statusOf('stderr', 'produce', 'A fox', '--theme', 'zz').status).toBe(2)
  })

  it('fails, and says why, when its output is lost', () => {
    const { status, stderr } = statusOf('stdout', 'config', 'show')
    expect(status).toBe(1)
    expect(stderr).toContain('could not be written (ENOSPC)')
    expect(stderr).not.toContain('at ')
  })
})
