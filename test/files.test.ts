import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallBrief } from './support/briefs.ts'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'

const program = join(import.meta.dirname, 'support', 'crashing-producer.ts')
const harborDay = join(import.meta.dirname, '..', 'examples', 'briefs', 'harbor-day.md')

describe('the files of a studio', () => {
  let home = ''
  let cwd = ''
  beforeAll(async () => {
    home = await makeHome('files')
    cwd = await mkdtemp(join(tmpdir(), 'claude-studio-work-'))
  })
  afterAll(async () => {
    await removeHome(home)
    await rm(cwd, { recursive: true, force: true })
  })
  const studio = (...args: readonly string[]): Promise<CliRun> =>
    claudeStudio({ home, cwd }, ...args)

  /** Run a production in a process of its own that is killed at a point; null for never. */
  const produce = async (id: string, crashAt: string | null): Promise<string> => {
    const brief = smallBrief({ pilots: 1 })
    const task = { brief, outputDir: join(cwd, id), crashAt, log: join(home, `${id}.log`) }
    const child = spawn(process.execPath, [program, id, JSON.stringify(task)], {
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
    })
    await once(child, 'close')
    return said
  }

  test.skipIf(process.platform !== 'linux')(
    'a home where nothing can be made is told, not waited for',
    async () => {
      const late = sleep(30_000, null, { ref: false })
      const run = await Promise.race([
        claudeStudio({ home: '/proc/nope', cwd }, 'runs', 'list', '--json'),
        late,
      ])
      expect(run?.stdout).toContain('not-writable')
      expect(run?.stdout).toContain('/proc/nope')
      expect(run?.code).not.toBe(0)
    },
  )

  test('what killed processes had in the making is cleared away by the next one', async () => {
    for (const point of [
      'after media.conformTake',
      'after speech.start',
      'before media.contactSheet',
    ]) {
      await produce('killed', point)
      expect(await readdir(join(home, 'scratch')), point).not.toEqual([])
    }
    expect(await produce('killed', null)).toContain('wrapped')
    expect(await readdir(join(home, 'scratch'))).toEqual([])
    const files = await readdir(join(cwd, 'killed'), { recursive: true })
    expect(files.filter((name) => name.includes('.part'))).toEqual([])
  })

  test('a run that is deleted with its footage leaves none of it', async () => {
    const run = await studio('runs', 'delete', 'killed', '--purge-footage', '--yes', '--json')
    expect(run.stderr).toBe('')
    expect(run.code).toBe(0)
    expect(existsSync(join(cwd, 'killed'))).toBe(false)
    const disk = await studio('disk', '--json')
    expect(disk.lines.at(-1)).toMatchObject({ files: 0, storedBytes: 0 })
    expect((await studio('runs', 'delete', 'killed', '--yes', '--json')).code).toBe(2)
    const money = await studio('budget', 'killed', '--json')
    expect(money.lines.at(-1)).toMatchObject({ productionId: 'killed', heldUsd: 0 })
    expect(money.lines.at(-1)?.['trail']).not.toEqual([])
  })

  test('the least that works is asked for before a run is made, and works', async () => {
    const asked = ['produce', '--brief', harborDay, '--duration', '10', '--until', 'plan', '--json']
    const refused = await studio(...asked, '--budget', '0.13', '--run-id', 'poor')
    const least = /the least budget that works is \$(\d+\.\d+)/.exec(refused.stdout)?.[1]
    expect(least).toBe('0.131')
    expect((await studio('runs', 'list', '--json')).stdout).not.toContain('poor')
    const run = await studio(...asked, '--budget', String(least), '--run-id', 'least')
    expect(run.stderr).toBe('')
    expect(run.stdout).toContain('production-stopped')
  })
})
