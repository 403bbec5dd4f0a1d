import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../src/config/load-settings.ts'
import { zeroUsd } from '../src/domain/money.ts'
import { isOrderClosed } from '../src/domain/order-machine.ts'
import type { Production } from '../src/domain/production.ts'
import { type Dress, type ExecutingStudio, openExecutingStudio } from '../src/studio/studio.ts'
import { smallBrief } from './support/briefs.ts'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'

const program = join(import.meta.dirname, '..', 'bin', 'claude-studio.js')

let home: string
let studio: ExecutingStudio | null = null

beforeEach(async () => {
  home = await makeHome('steering')
})
afterEach(async () => {
  await studio?.close()
  studio = null
  await removeHome(home)
})

const cli = (...words: readonly string[]): Promise<CliRun> =>
  claudeStudio({ home, cwd: home }, ...words)

/** Does something before the first call of a part's method, while the production waits for it. */
const before =
  (call: string, act: () => Promise<unknown>): Dress =>
  (part, target) => {
    let isDone = false
    return new Proxy(target, {
      get: (object, property, receiver) => {
        const value: unknown = Reflect.get(object, property, receiver)
        if (typeof value !== 'function' || `${part}.${String(property)}` !== call) return value
        return async (...args: unknown[]): Promise<unknown> => {
          if (!isDone) {
            isDone = true
            await act()
          }
          return value.apply(object, args)
        }
      },
    })
  }

const open = async (dress: Dress): Promise<ExecutingStudio> => {
  studio = await openExecutingStudio({ ...loadSettings({ keyNames: [] }), home }, dress)
  return studio
}

const produce = async ({ driver }: ExecutingStudio, id: string): Promise<Production> => {
  const outputDir = join(home, 'films', id)
  await driver.create({ id, brief: smallBrief({ captions: 'none' }), outputDir, until: null })
  return driver.run(id, new AbortController().signal)
}

describe('a run that somebody works on', () => {
  it('is not taken again, cut or gone on with by another process, which changes nothing', async () => {
    const answers: CliRun[] = []
    const working = await open(
      before('media.renderFilm', async () => {
        for (const words of [
          ['retake', 'busy', '1'],
          ['render', 'busy'],
          ['runs', 'resume', 'busy'],
        ]) {
          answers.push(await cli(...words, '--json'))
        }
      }),
    )
    const run = await produce(working, 'busy')
    expect(answers.map(({ code }) => code)).toEqual([1, 1, 1])
    for (const { stdout, stderr } of answers) expect(stdout + stderr).toContain('run-busy')
    expect({ state: run.state, attempt: run.attempt }).toEqual({ state: 'wrapped', attempt: 1 })
    const takes = await working.productions.takes('busy')
    expect(takes.filter(({ state }) => state === 'ng')).toEqual([])
    expect(await working.productions.documents('busy', 'call-sheet')).toHaveLength(takes.length)
  })
})

describe('cancelling from another process', () => {
  it.each(['video.start', 'video.check', 'media.reviewTake', 'speech.start', 'media.renderFilm'])(
    'before %s ends the run for good: nothing more is sent, nothing stays held',
    async (call) => {
      const cancelled = await open(before(call, () => cli('runs', 'cancel', 'over')))
      const run = await produce(cancelled, 'over')
      expect(run.state).toBe('cancelled')
      const row = await cancelled.productions.get('over')
      expect(row).toMatchObject({ state: 'cancelled', wanted: 'cancel' })
      const orders = await cancelled.ledger.orders('over')
      const late = orders.filter(
        ({ submissions, createdAt }) => submissions > 0 && createdAt > (row?.updatedAt ?? ''),
      )
      expect(late).toEqual([])
      const left = orders.filter(({ state }) => !isOrderClosed(state) && state !== 'drafted')
      expect(left).toEqual([])
      const { held, bond } = await cancelled.ledger.totals('over')
      expect({ held, bond }).toEqual({ held: zeroUsd, bond: zeroUsd })
      const ending = (await cancelled.productions.events('over', 0)).at(-1)
      expect(ending).toMatchObject({
        event: 'production-cancelled',
        body: { reason: 'Cancelled as asked.', heldUsd: 0 },
      })
      expect(existsSync(join(home, 'films', 'over', 'master.mp4'))).toBe(false)
      const resumed = await cli('runs', 'resume', 'over', '--json')
      expect(resumed.code).toBe(2)
      expect(resumed.stdout + resumed.stderr).toContain('cancelled')
    },
  )
})

it('watching a run that nobody works on any more ends, and says how to go on', async () => {
  const idle = await open((_, target) => target)
  const outputDir = join(home, 'films', 'idle')
  await idle.driver.create({ id: 'idle', brief: smallBrief(), outputDir, until: null })
  const { code, stderr } = await cli('runs', 'watch', 'idle')
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('runs resume idle') })
})

it('a run that is taken up after its process was killed counts one attempt more, and says so', async () => {
  const film = ['A cat on a boat', '--duration', '5', '--size', '128x128', '--aspect', '1:1']
  const child = spawn(
    process.execPath,
    [program, 'produce', ...film, '--tier', 'static-images', '--pilots', '1', '--run-id', 'killed'],
    {
      cwd: home,
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  child.stdout.on('data', (part: Buffer) => {
    if (part.toString().includes('Shoot')) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const { code, lines } = await cli('runs', 'resume', 'killed', '--json')
  expect([code, lines[0]]).toEqual([
    0,
    expect.objectContaining({ event: 'production-started', attempt: 2 }),
  ])
  expect((await cli('runs', 'list', '--json')).lines[0]).toMatchObject({
    runs: [{ productionId: 'killed', attempt: 2 }],
  })
})

describe('a run that meets a bug', () => {
  it('is left as failed with what happened, and goes on when the bug is gone', async () => {
    const bug = async (): Promise<never> => {
      throw new TypeError('a note without a pitch')
    }
    const buggy = await open(before('music.start', bug))
    await expect(produce(buggy, 'bug')).rejects.toThrow('a note without a pitch')
    expect(await buggy.productions.get('bug')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('a note without a pitch'),
    })
    await buggy.close()
    studio = null
    const resumed = await cli('runs', 'resume', 'bug', '--json')
    expect(resumed.lines.at(-1)).toMatchObject({ event: 'production-wrapped', state: 'wrapped' })
  })
})
