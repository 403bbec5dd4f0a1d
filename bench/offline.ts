/**
 * How close an offline production comes to its lower bound: wall time of a 30-second, 6-scene film against the same
 * drawing, sound and media jobs run again without engine, database or story, two at a time.
 *
 * `node bench/offline.ts` prints the ratio (target <= 1.3) and the peak memory of the producing process (target <= 400 MB).
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSettings } from '../src/config/load-settings.ts'
import { parseUsd } from '../src/domain/money.ts'
import { stopDatabase } from '../src/engine/embedded-postgres.ts'
import { mediaTool } from '../src/media/media-tool.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import type { PaidModel } from '../src/ports/paid-model.ts'
import { animaticVideoModel } from '../src/providers/animatic/animatic-video-model.ts'
import { findEspeak } from '../src/providers/scratch/find-espeak.ts'
import { scratchMusicModel } from '../src/providers/scratch/scratch-music-model.ts'
import { scratchSpeechModel } from '../src/providers/scratch/scratch-speech-model.ts'
import { type Dress, openExecutingStudio } from '../src/studio.ts'
import { smallBrief } from '../test/support/briefs.ts'

interface RecordedJob {
  readonly part: string
  readonly method: string
  readonly model: string
  readonly args: readonly unknown[]
}

const concept = [
  'Scene 1 - A mountain lake at dawn. Scene 2 - A woman in a red coat walks along the shore.',
  'Scene 3 - Her dog runs through the meadow. Scene 4 - A village street in the rain.',
  'Scene 5 - She reads by the window in a warm living room. Scene 6 - The lake at sunset.',
].join(' ')

const heavy = new Set([
  'conformTake',
  'reviewTake',
  'still',
  'renderFilm',
  'poster',
  'contactSheet',
])

const produce = async (folder: string): Promise<void> => {
  const jobs: RecordedJob[] = []
  const dress: Dress = (part, target) =>
    new Proxy(target, {
      get: (object, property, receiver) => {
        const value = Reflect.get(object, property, receiver)
        const isJob = property === 'start' ? part !== 'crew' : heavy.has(String(property))
        if (typeof value !== 'function' || !isJob) return value
        return (...args: unknown[]) => {
          const model = String(Reflect.get(object, 'id') ?? '')
          const plain = args.filter(
            (arg) => !(arg instanceof AbortSignal) && typeof arg !== 'function',
          )
          jobs.push({ part, method: String(property), model, args: structuredClone(plain) })
          return value.apply(object, args)
        }
      },
    })
  const studio = await openExecutingStudio(loadSettings({ keyNames: [] }), dress)
  const brief = smallBrief({
    concept,
    budget: parseUsd(10),
    seconds: 30,
    size: { width: 1280, height: 720 },
    rate: { numerator: 24, denominator: 1 },
    pilots: null,
    takes: null,
  })
  const started = performance.now()
  await studio.driver.create({ id: 'bench', brief, outputDir: join(folder, 'film'), until: null })
  const run = await studio.driver.run('bench', new AbortController().signal)
  const seconds = (performance.now() - started) / 1000
  await studio.close()
  const peakMb = process.resourceUsage().maxRSS / 1024
  await writeFile(
    join(folder, 'produced.json'),
    JSON.stringify({ state: run.state, seconds, peakMb, jobs }),
  )
}

/** Run the recorded jobs again, two at a time, each writing to a path of its own. */
const replay = async (folder: string, jobs: readonly RecordedJob[]): Promise<number> => {
  const media = mediaTool(ffmpegTools({ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' }))
  const vendors = join(folder, 'replay')
  const options = { folder: vendors, ffmpegPath: 'ffmpeg', espeakPath: await findEspeak() }
  const models = new Map<string, PaidModel<never>>()
  const modelOf = (id: string): PaidModel<never> => {
    const made =
      models.get(id) ??
      (id === 'scratch/voice'
        ? scratchSpeechModel(options)
        : id === 'scratch/music'
          ? scratchMusicModel(options)
          : animaticVideoModel({ ...options, model: id as 'animatic/painted', workers: 2 }))
    models.set(id, made as PaidModel<never>)
    return made as PaidModel<never>
  }
  const { signal } = new AbortController()
  const one = async (job: RecordedJob, index: number): Promise<void> => {
    const output = join(folder, `replayed-${index}`)
    if (job.method === 'start') {
      const model = modelOf(job.model)
      const started = await model.start(job.args[0] as never, `replay-${index}`, signal)
      if (started.kind !== 'accepted') return
      for (;;) {
        const { state } = await model.check(started.job, signal)
        if (state !== 'queued' && state !== 'running') return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const args = job.args as never[]
    const [first, second, third] = args
    if (job.method === 'conformTake')
      await media.conformTake({ ...(first as object), output: `${output}.mp4` } as never)
    else if (job.method === 'reviewTake') await media.reviewTake(first as never, second as never)
    else if (job.method === 'still')
      await media.still(first as never, second as never, `${output}.png`)
    else if (job.method === 'renderFilm')
      await media.renderFilm(first as never, `${output}.mp4`, () => undefined)
    else if (job.method === 'poster')
      await media.poster(first as never, second as never, `${output}.jpg`)
    else await media.contactSheet(first as never, second as never, third as never, `${output}.jpg`)
  }
  const started = performance.now()
  const queue = [...jobs.entries()]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await one(next[1], next[0])
  }
  await Promise.all([lane(), lane()])
  return (performance.now() - started) / 1000
}

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'claude-studio-bench-'))
  const home = join(folder, 'home')
  try {
    const child = spawnSync(process.execPath, [import.meta.filename, '--produce', folder], {
      env: { ...process.env, CLAUDE_STUDIO_HOME: home },
      stdio: 'inherit',
    })
    if (child.status !== 0) throw new Error(`the production ended with ${child.status}`)
    const produced = JSON.parse(await readFile(join(folder, 'produced.json'), 'utf8'))
    const bound = await replay(folder, produced.jobs)
    console.log(`state            ${produced.state}`)
    console.log(`media jobs       ${produced.jobs.length}`)
    console.log(`production       ${produced.seconds.toFixed(1)} s`)
    console.log(`jobs alone       ${bound.toFixed(1)} s, two at a time`)
    console.log(`ratio            ${(produced.seconds / bound).toFixed(2)} (target <= 1.3)`)
    console.log(`peak memory      ${produced.peakMb.toFixed(0)} MB (target <= 400)`)
  } finally {
    await stopDatabase(home)
    await rm(folder, { recursive: true, force: true })
  }
}

const folder = process.argv[process.argv.indexOf('--produce') + 1]
await (process.argv.includes('--produce') && folder ? produce(folder) : main())
