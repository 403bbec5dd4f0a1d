import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { probe } from '../src/media/probe.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import { smallBrief } from './support/briefs.ts'
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
] as const

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

const program = join(import.meta.dirname, 'support', 'crashing-producer.ts')

describe('a production survives the death of its process', () => {
  let home = ''
  const children = new Set<ChildProcess>()

  beforeAll(async () => {
    home = await makeHome('crash')
    await writeFile(join(home, 'settings.json'), JSON.stringify({ databaseIdleSeconds: 5 }))
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await removeHome(home)
  })

  const produce = (
    id: string,
    crashAt: string | null,
  ): { child: ChildProcess; ended: Promise<Ended> } => {
    const task = {
      brief: smallBrief(),
      outputDir: join(home, 'films', id),
      crashAt,
      log: join(home, `${id}.log`),
    }
    const child = spawn(process.execPath, [program, id, JSON.stringify(task)], {
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    const parts: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => parts.push(part))
    child.stderr?.on('data', (part: Buffer) => parts.push(part))
    const ended = once(child, 'close').then(([code, signal]): Ended => {
      children.delete(child)
      return { code, signal, output: Buffer.concat(parts).toString() }
    })
    return { child, ended }
  }

  const expectWrapped = async (id: string): Promise<void> => {
    const { output } = await produce(id, null).ended
    expect(output).toContain('wrapped')
    const folder = join(home, 'films', id)
    const facts = await probe(tools, join(folder, 'master.mp4'))
    expect(facts.video?.frames).toBe(72)
    const files = await readdir(folder, { recursive: true })
    expect(files.filter((name) => name.includes('.part'))).toEqual([])
    expectNothingTwice(await readFile(join(home, `${id}.log`), 'utf8'))
  }

  test.each(points)('ended %s, it wraps and does nothing twice', async (point) => {
    const id = point.replaceAll(/[^a-zA-Z0-9]+/g, '-')
    const crashed = await produce(id, point).ended
    expect(crashed.signal).toBe('SIGKILL')
    await expectWrapped(id)
  })

  test('ended at twenty random times, it wraps and does nothing twice', async () => {
    await mkdir(join(home, 'films'), { recursive: true })
    let state = 20_261_123
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
    for (let kill = 1; kill <= 20; kill += 1) {
      const id = `random-${Math.ceil(kill / 4)}`
      const { child, ended } = produce(id, null)
      const timer = setTimeout(() => child.kill('SIGKILL'), 400 + random() * 6_000)
      await ended
      clearTimeout(timer)
      if (kill % 4 === 0) await expectWrapped(id)
    }
  })
})

const paidCalls = new Set(['video.start', 'speech.start', 'music.start', 'crew.start'])

/** No order is sent again once its answer was recorded, and no file is rendered again once its row was written. */
const expectNothingTwice = (log: string): void => {
  const recorded = new Set<string>()
  for (const line of log.trim().split('\n')) {
    const [when, call = '', key = '', event = ''] = line.split(' ')
    if (when === 'end' && call === 'ledger.advance') {
      if (event === 'accepted' || event === 'delivered') recorded.add(key)
    }
    if (when === 'end' && call === 'productions.putDocument' && key === 'master') {
      expect(recorded.has(`master ${event}`), `${event} was rendered again`).toBe(false)
      recorded.add(`master ${event}`)
    }
    if (when === 'begin' && paidCalls.has(call)) {
      expect(recorded.has(key), `${call} ${key} was sent again after its answer was recorded`).toBe(
        false,
      )
    }
  }
}
