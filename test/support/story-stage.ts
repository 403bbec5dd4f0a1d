import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue as allModels } from '../../src/catalogue.ts'
import type { Brief } from '../../src/domain/brief.ts'
import { zeroUsd } from '../../src/domain/money.ts'
import type { Production, ProductionEvent } from '../../src/domain/production.ts'
import { frames } from '../../src/domain/time.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { MediaTool } from '../../src/ports/media-tool.ts'
import type { MusicModel } from '../../src/ports/music-model.ts'
import type { SpeechModel } from '../../src/ports/speech-model.ts'
import type { ShotOrder, VideoModel } from '../../src/ports/video-model.ts'
import { orderedCrew } from '../../src/production/crew.ts'
import type { Floor } from '../../src/production/floor.ts'
import { orderDesk } from '../../src/production/order.ts'
import { tellStory } from '../../src/production/produce.ts'
import { type ProductionDriver, productionDriver } from '../../src/production/production-driver.ts'
import type { VendorContact } from '../../src/production/trouble-remedy.ts'
import { understudy } from '../../src/providers/understudy/understudy.ts'
import { type Database, openStore } from '../../src/store/database.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { shelfStore } from '../../src/store/shelf-store.ts'
import {
  type InMemoryOptions,
  inMemoryWorkflowEngine,
} from '../../src/testing/in-memory-workflow.ts'
import { virtualClock } from '../../src/testing/virtual-clock.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { smallBrief } from './briefs.ts'
import { noDownloads } from './no-downloads.ts'
import { testDatabase } from './test-database.ts'
import { unwrittenInMemory } from './unwritten-in-memory.ts'

/** Models of a stage, each replaceable by one that fails as a test wants it to. */
export interface StageModels {
  readonly crew: LanguageModel
  readonly video: VideoModel
  readonly speech: SpeechModel
  readonly music: MusicModel
}

/** What is different in one process of a stage. */
export interface StageChanges {
  /** Longest wait for one job. Default: until it is done */
  readonly timeoutMs?: number
  readonly models?: Partial<StageModels>
  readonly productions?: Floor['productions']
  readonly ledger?: Floor['ledger']
  readonly media?: Partial<MediaTool>
  readonly prices?: Floor['prices']
  /** What is on offer, and in whose money. Default: the studio's own. */
  readonly catalogue?: Floor['catalogue']
  /** Aborts when this process is asked to stop its work. Default: never. */
  readonly signal?: AbortSignal
  /** Engine of this process: a journal shared with others, and where it dies. Default: a journal of its own, never. */
  readonly engine?: Pick<InMemoryOptions, 'journal' | 'crashAt'>
}

/** A whole studio with real tables, orders and vault, where footage, sound and films are small texts: a film in a second. */
export interface StoryStage {
  readonly floor: Floor
  readonly folder: string
  /** Shots that reached the video model, by order key. */
  readonly shots: Map<string, ShotOrder>
  /** Stills that were taken of footage: `text of the file, frame`. */
  readonly stills: string[]
  readonly models: StageModels
  /** The same stage as another process sees it: models and stores may be dressed, to fail or to die. */
  manned(changes: StageChanges): Floor
  /** A driver in a process of its own. */
  driver(changes?: StageChanges): Promise<ProductionDriver>
  create(id: string, changes?: Partial<Brief>): Promise<void>
  events(id: string): Promise<readonly ProductionEvent[]>
  close(): Promise<void>
}

/** Never aborted. */
const onAndOn = new AbortController().signal

/** Run a production with a driver to where it stops. */
export const runTo = async (driver: ProductionDriver, id: string): Promise<Production> =>
  driver.run(id, onAndOn)

/** Open a stage on a database of its own. */
export const storyStage = async (): Promise<StoryStage> => {
  const database = await testDatabase()
  const store = await openStore({ url: database.url })
  const folder = await mkdtemp(join(tmpdir(), 'story-'))
  const shots = new Map<string, ShotOrder>()
  const stills: string[] = []
  const models: StageModels = {
    crew: understudy(),
    video: paperVideo(folder, shots),
    speech: paperSpeech(folder),
    music: paperMusic(folder),
  }
  const base = { store, folder, models, stills }
  const floor = floorOf(base, {})
  const stage: StoryStage = {
    floor,
    folder,
    shots,
    stills,
    models,
    manned: (changes) => floorOf(base, changes),
    driver: (changes = {}) => openDriver(floorOf(base, changes), changes),
    create: async (id, changes = {}) => {
      const brief = smallBrief({ pilots: 1, ...changes })
      const outputDir = join(folder, 'films', id)
      await floor.productions.create({ id, brief, outputDir, until: null })
    },
    events: (id) => floor.productions.events(id, 0),
    close: async () => {
      await store.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return stage
}

const floorOf = (
  base: {
    readonly store: Database
    readonly folder: string
    readonly models: StageModels
    readonly stills: string[]
  },
  changes: StageChanges,
): Floor => {
  const models = { ...base.models, ...changes.models }
  const ledger = changes.ledger ?? ledgerStore(base.store, 'stage')
  const vault = localFootageVault(join(base.folder, 'vault'))
  const catalogue = changes.catalogue ?? allModels
  const prices = changes.prices ?? priceBook(catalogue)
  const clock = virtualClock()
  const media = { ...paperMedia(base.stills), ...changes.media }
  const productions = changes.productions ?? productionStore(base.store, 'stage')
  const desk = orderDesk({
    ...{ productions, ledger, vault, prices, clock, watch: systemClock, media },
    ...{ downloads: noDownloads, unwritten: unwrittenInMemory() },
    slots: ({ limits }) => limits.slots,
  })
  const signal = changes.signal ?? onAndOn
  const contact = (): VendorContact => ({ site: null, lookAt: '', hasList: true, keyRemedy: null })
  return {
    productions,
    shelf: shelfStore(base.store, 'stage'),
    ledger,
    vault,
    media,
    clock,
    prices,
    catalogue,
    contact,
    desk,
    ...{ timeoutMs: changes.timeoutMs ?? null, crewSees: false },
    crewPrice: () => zeroUsd,
    crew: (production) =>
      orderedCrew(
        { desk, ledger, productions, contact, timeoutMs: null },
        models.crew,
        production,
        () => signal,
      ),
    videoModel: (id) => ({ ...models.video, id }),
    speech: models.speech,
    music: models.music,
    signal: () => signal,
  }
}

const openDriver = async (floor: Floor, changes: StageChanges): Promise<ProductionDriver> => {
  const engine = inMemoryWorkflowEngine({ clock: floor.clock, ...changes.engine })
  const story = tellStory(floor, engine)
  await engine.launch()
  const quote: ProductionDriver['quote'] = () => Promise.reject(new Error('not asked here'))
  const nothing = (): void => undefined
  return productionDriver({
    ...{ floor, engine, story, quote },
    ...{ interrupt: nothing, rearm: nothing, log: nothing },
  })
}

const nothingWaits = {
  pollMs: 1000,
  check: async () => ({ state: 'gone' }) as const,
  find: async () => ({ jobs: [], complete: true }),
}

const paperFile = async (folder: string, name: string, text: string): Promise<string> => {
  const path = join(folder, `${name.replaceAll(/[^\w.-]/g, '_')}.txt`)
  await writeFile(path, text)
  return path
}

/** Delivers a text that names the order; says that everything asked for is in the picture. */
const paperVideo = (folder: string, shots: Map<string, ShotOrder>): VideoModel => ({
  ...nothingWaits,
  id: 'animatic/painted',
  units: ({ length, rate }) => ({
    unit: 'second',
    quantity: (length * rate.denominator) / rate.numerator,
  }),
  start: async (order, reference) => {
    shots.set(reference, order)
    const { place, timeOfDay, subjects, objects } = order.picture
    const seen = subjects.flatMap(({ what, look, action }) => [
      what,
      ...words(look),
      ...words(action),
    ])
    return {
      kind: 'delivered',
      output: {
        kind: 'file',
        path: await paperFile(folder, `video ${reference}`, reference),
        mediaType: 'video/mp4',
        depicted: [place, timeOfDay, ...seen, ...objects, ...words(order.prompt)],
      },
    }
  },
})

const words = (text: string): readonly string[] =>
  text.split(/\W+/).filter((word) => word.length > 1)

const paperSpeech = (folder: string): SpeechModel => ({
  ...nothingWaits,
  id: 'scratch/voice',
  speaks: () => true,
  units: ({ text }) => ({ unit: 'character', quantity: text.length }),
  start: async (order, reference) => ({
    kind: 'delivered',
    output: {
      kind: 'file',
      path: await paperFile(folder, `speech ${reference}`, `${reference} ${order.tempo}`),
      mediaType: 'audio/wav',
    },
  }),
})

const paperMusic = (folder: string): MusicModel => ({
  ...nothingWaits,
  id: 'scratch/music',
  units: ({ seconds }) => ({ unit: 'second', quantity: seconds }),
  start: async (_order, reference) => ({
    kind: 'delivered',
    output: {
      kind: 'file',
      path: await paperFile(folder, `music ${reference}`, reference),
      mediaType: 'audio/wav',
    },
  }),
})

const paperMedia = (stills: string[]): MediaTool => ({
  ready: async () => undefined,
  probe: async (path) => ({
    video: null,
    audio: { sampleRateHz: 48_000, channels: 1, seconds: 0.5, codec: 'pcm_s16le' },
    seconds: 0.5,
    bytes: (await stat(path)).size,
  }),
  inspectUpload: async () => ({ kind: 'text' }),
  inspectDelivery: async () => undefined,
  conformTake: async ({ input, output, length }) => {
    await writeFile(output, `conformed ${await readFile(input, 'utf8')}`)
    return length
  },
  reviewTake: async () => ({ score: 95, findings: [], measures: {} }),
  still: async (input, frame, output) => {
    const text = `${await readFile(input, 'utf8')}, frame ${frame}`
    stills.push(text)
    await writeFile(output, text)
  },
  renderFilm: async (order, output) => {
    await writeFile(output, JSON.stringify(order))
    const lengths = order.cut.events.map(({ record }) => record.start + record.length)
    return { frames: frames(Math.max(...lengths)), loudnessLufs: -16, truePeakDbtp: -2 }
  },
  combine: async () => Promise.reject(new Error('not asked here')),
  captionFiles: async (_captions, _rate, srt, vtt) => {
    await writeFile(srt, 'captions')
    await writeFile(vtt, 'captions')
  },
  poster: ({ film, output }) => copyFile(film, output),
  contactSheet: (film, _cells, _rate, output) => copyFile(film, output),
})
