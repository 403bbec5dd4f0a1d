/**
 * How close an offline production comes to its lower bound: wall time of a 30-second, 6-scene film against the same
 * drawing, sound and media jobs run again without engine, database or story, two at a time.
 *
 * The producing process is started as the program starts it (`bin/film-process.js`).
 * `npx --no-install node bench/offline.ts` prints the ratio (target <= 1.3) and the peak memory of the producing process (target <= 400 MB).
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, nodeArguments } from '../bin/film-process.js'
import { loadSettings } from '../src/config/load-settings.ts'
import { parseUsd } from '../src/domain/money.ts'
import { stopDatabase } from '../src/engine/embedded-postgres.ts'
import { mediaTool } from '../src/media/media-tool.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import type { PaidModel } from '../src/ports/paid-model.ts'
import {
  animaticModels,
  animaticVideoModel,
} from '../src/providers/animatic/animatic-video-model.ts'
import { drawingRoom } from '../src/providers/animatic/drawing-room.ts'
import { findEspeak } from '../src/providers/scratch/find-espeak.ts'
import { scratchMusicModel } from '../src/providers/scratch/scratch-music-model.ts'
import { scratchSpeechModel } from '../src/providers/scratch/scratch-speech-model.ts'
import { type Dress, openExecutingStudio } from '../src/studio/studio.ts'
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

/** Parts of the studio that make footage and sound. */
const makers = new Set(['video', 'speech', 'music'])

const produce = async (folder: string): Promise<void> => {
  const jobs: RecordedJob[] = []
  const dress: Dress = (part, target) =>
    new Proxy(target, {
      get: (object, property, receiver) => {
        const value = Reflect.get(object, property, receiver)
        const isJob = property === 'start' ? makers.has(part) : heavy.has(String(property))
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

type Replayer = (args: readonly never[], output: string) => Promise<unknown>

const media = mediaTool(ffmpegTools({ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' }))

/** Each kind of media job again, writing to a path of its own. */
const mediaReplays: { readonly [method: string]: Replayer } = {
  conformTake: ([order], output) =>
    media.conformTake(Object.assign({}, order, { output: `${output}.mp4` }) as never),
  reviewTake: ([path, planned]) => media.reviewTake(path as never, planned as never),
  still: ([input, frame], output) => media.still(input as never, frame as never, `${output}.png`),
  renderFilm: ([order], output) =>
    media.renderFilm(order as never, `${output}.mp4`, () => undefined),
  poster: ([still], output) =>
    media.poster(Object.assign({}, still, { output: `${output}.jpg` }) as never),
  contactSheet: ([film, cells, rate], output) =>
    media.contactSheet(film as never, cells as never, rate as never, `${output}.jpg`),
}

/** The models again, in a folder of their own, without orders. */
const modelReplay = async (
  folder: string,
): Promise<(job: RecordedJob, key: string) => Promise<void>> => {
  const options = {
    folder: join(folder, 'replay'),
    ffmpegPath: 'ffmpeg',
    espeakPath: await findEspeak(),
  }
  const models = new Map<string, PaidModel<never>>([
    ['scratch/voice', scratchSpeechModel(options) as PaidModel<never>],
    ['scratch/music', scratchMusicModel(options) as PaidModel<never>],
  ])
  const room = drawingRoom(2)
  for (const model of animaticModels) {
    models.set(model, animaticVideoModel({ ...options, model, room }) as PaidModel<never>)
  }
  const { signal } = new AbortController()
  return async ({ model: id, args }, key) => {
    const model = models.get(id)
    const started = await model?.start(args[0] as never, key, signal)
    if (!model || started?.kind !== 'accepted') return
    for (;;) {
      const { state } = await model.check(started.job, signal)
      if (state !== 'queued' && state !== 'running') return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** Run the recorded jobs again, two at a time; seconds. */
const replay = async (folder: string, jobs: readonly RecordedJob[]): Promise<number> => {
  const replayModel = await modelReplay(folder)
  const started = performance.now()
  const queue = [...jobs.entries()]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, job] = next
      const again = mediaReplays[job.method]
      if (again) await again(job.args as readonly never[], join(folder, `replayed-${index}`))
      else await replayModel(job, `replay-${index}`)
    }
  }
  await Promise.all([lane(), lane()])
  return (performance.now() - started) / 1000
}

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'claude-studio-bench-'))
  const home = join(folder, 'home')
  try {
    const child = spawnSync(
      process.execPath,
      [...nodeArguments, import.meta.filename, '--produce', folder],
      { env: { ...process.env, ...environment, CLAUDE_STUDIO_HOME: home }, stdio: 'inherit' },
    )
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
