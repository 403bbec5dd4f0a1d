import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../src/kit/seeded-random.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import { sweepVaultScratch } from '../src/vault/local-footage-vault.ts'
import { smallBrief } from './support/briefs.ts'
import {
  type CrashWitness,
  crashWitness,
  expectDelivered,
  expectNoLeftovers,
  expectNothingTwice,
  expectVaultWhole,
  filesBelow,
  framesHash,
  stepsIn,
} from './support/crash-evidence.ts'
import { makeHome, removeHome } from './support/test-database.ts'

const tools = ffmpegTools({ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' })

/** Points of a production at which the process is ended: around every kind of step that costs money or makes something. */
const points = [
  'after productions.create',
  'before crew.start',
  'after crew.start',
  'after productions.putDocument#2',
  'after ledger.setBond',
  'after ledger.hold#4',
  'before video.start',
  'after video.start',
  'before video.check#3',
  'before vault.put',
  'after vault.put',
  'before media.conformTake',
  'after media.conformTake',
  'before productions.addTake',
  'after productions.addTake',
  'after media.reviewTake',
  'after productions.putReview',
  'before productions.setTakeState',
  'before speech.start',
  'after music.start',
  'before media.renderFilm',
  'after media.renderFilm',
  'before media.contactSheet',
  // Between what is written down and the word of it.
  'before productions.addEvent#4',
  'before productions.addEvent#12',
  'before productions.addEvent#20',
  'before productions.addEvent#28',
] as const

const kills = 20

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** What it printed so far. */
  readonly printed: () => string
}

/** The film nobody disturbed: what every other must be like. */
interface Undisturbed {
  readonly frames: string
  readonly files: readonly string[]
  readonly events: readonly string[]
  readonly workMs: number
}

const program = join(import.meta.dirname, 'support', 'crashing-producer.ts')

describe('a production survives the death of its process', () => {
  let home = ''
  let witness: CrashWitness
  let undisturbed: Undisturbed
  const children = new Set<ChildProcess>()

  beforeAll(async () => {
    home = await makeHome('crash')
    await writeFile(join(home, 'settings.json'), JSON.stringify({ databaseIdleSeconds: 5 }))
    witness = await crashWitness(home)
    undisturbed = await makeUndisturbed()
  }, 600_000)
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await witness?.close()
    await removeHome(home)
  })

  const folderOf = (id: string): string => join(home, 'films', id)
  const logOf = (id: string): string => join(home, `${id}.log`)

  const produce = (id: string, crashAt: string | null): Running => {
    const task = { brief: smallBrief(), outputDir: folderOf(id), crashAt, log: logOf(id) }
    const child = spawn(process.execPath, [program, id, JSON.stringify(task)], {
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    const parts: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => parts.push(part))
    child.stderr?.on('data', (part: Buffer) => parts.push(part))
    const printed = (): string => Buffer.concat(parts).toString()
    const ended = once(child, 'close').then(([, signal]): Ended => {
      children.delete(child)
      return { signal, output: printed() }
    })
    return { child, ended, printed }
  }

  const makeUndisturbed = async (): Promise<Undisturbed> => {
    const { child, ended, printed } = produce('undisturbed', null)
    await underWay(child, printed)
    const begun = performance.now()
    const { output } = await ended
    expect(output).toContain('wrapped')
    const folder = folderOf('undisturbed')
    const [frames, files] = [
      await framesHash(tools, join(folder, 'master.mp4')),
      await filesBelow(folder),
    ]
    const events = await witness.events('undisturbed')
    return { frames, files, events, workMs: performance.now() - begun }
  }

  /** Take a run up, again or for the first time, and see that no step with a recorded result runs. */
  const resume = async (id: string, run: (running: Running) => Promise<Ended>): Promise<Ended> => {
    const recorded = await witness.recordedSteps(id)
    const before = await readFile(logOf(id), 'utf8').catch(() => '')
    const ended = await run(produce(id, null))
    const log = await readFile(logOf(id), 'utf8').catch(() => '')
    const again = stepsIn(log.slice(before.length)).filter((step) => recorded.has(step))
    expect(again, 'steps whose results were recorded ran again').toEqual([])
    return ended
  }

  const expectFilmLikeUndisturbed = async (id: string): Promise<void> => {
    const folder = folderOf(id)
    expect(await filesBelow(folder)).toEqual(undisturbed.files)
    expect(await framesHash(tools, join(folder, 'master.mp4'))).toBe(undisturbed.frames)
    await expectDelivered(folder, await witness.deliverables(id))
    await expectVaultWhole(home)
    expectNothingTwice(await readFile(logOf(id), 'utf8'))
    expect(await witness.events(id)).toEqual(undisturbed.events)
    await expectNoLeftovers(home)
  }

  test.each(points)('ended %s, it wraps the same film and does nothing twice', async (point) => {
    const id = point.replaceAll(/[^a-zA-Z0-9]+/g, '-')
    const crashed = await produce(id, point).ended
    expect(crashed.output).not.toContain('wrapped')
    expect(crashed.signal).toBe('SIGKILL')
    const ended = await resume(id, (running) => running.ended)
    expect(ended.output).toContain('wrapped')
    await expectFilmLikeUndisturbed(id)
  })

  /** Kill a film's processes at random until it wraps or there were enough; returns the steps each kill found recorded. */
  const killUntilWrapped = async (
    id: string,
    most: number,
    random: () => number,
  ): Promise<readonly number[]> => {
    const found: number[] = []
    for (;;) {
      const afterMs = found.length < most ? random() * undisturbed.workMs * 0.4 : null
      const ended = await resume(id, (running) => killAfter(running, afterMs))
      // A process that had ended, or had nothing left to do but to say so, was not killed at work.
      if (ended.output.includes('wrapped')) {
        // One that was killed while it closed leaves its scratch folder to the next studio that opens.
        if (ended.signal !== null) await sweepVaultScratch(home)
        return found
      }
      expect(ended.signal, ended.output).toBe('SIGKILL')
      found.push((await witness.recordedSteps(id)).size)
    }
  }

  test('ended at twenty random times, it wraps the same film and does nothing twice', async () => {
    const random = seededRandom(20_261_123)
    const found: number[] = []
    for (let film = 1; found.length < kills; film += 1) {
      const id = `random-${film}`
      found.push(...(await killUntilWrapped(id, kills - found.length, random)))
      await expectFilmLikeUndisturbed(id)
    }
    expect(found).toHaveLength(kills)
    // Kills that left no recorded step behind would not show that none runs again.
    expect(found.filter((recorded) => recorded > 0).length).toBeGreaterThan(0)
  })
})

/** Wait until a process works on its production. */
const underWay = async (child: ChildProcess, printed: () => string): Promise<void> => {
  while (!printed().includes('working') && child.exitCode === null && child.signalCode === null) {
    await pause(5)
  }
}

/** End a process so long after it got under way; with null let it end by itself. */
const killAfter = async (
  { child, ended, printed }: Running,
  afterMs: number | null,
): Promise<Ended> => {
  if (afterMs === null) return ended
  await underWay(child, printed)
  await Promise.race([pause(afterMs), ended])
  child.kill('SIGKILL')
  return ended
}
