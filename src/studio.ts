import { appendFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type PriceBook, priceBook } from './budget/price-book.ts'
import { catalogue } from './catalogue.ts'
import type { Settings } from './config/settings.ts'
import type { CatalogueModel } from './domain/catalogue-model.ts'
import { StudioError } from './domain/errors.ts'
import { parseUsd } from './domain/money.ts'
import { ensureDatabase } from './engine/embedded-postgres.ts'
import { systemClock } from './engine/system-clock.ts'
import { slots } from './kit/slots.ts'
import { mediaTool } from './media/media-tool.ts'
import { ffmpegTools } from './media/run-ffmpeg.ts'
import type { FootageVault } from './ports/footage-vault.ts'
import type { LanguageModel } from './ports/language-model.ts'
import type { MediaTool } from './ports/media-tool.ts'
import type { ProductionStore } from './ports/production-store.ts'
import type { VideoModel } from './ports/video-model.ts'
import type { WorkflowEngine } from './ports/workflow.ts'
import { orderedCrew } from './production/crew.ts'
import type { Floor } from './production/floor.ts'
import { orderDesk } from './production/order.ts'
import { tellStory } from './production/produce.ts'
import { type ProductionDriver, productionDriver } from './production/production-driver.ts'
import { quoteBrief } from './production/quote.ts'
import { animaticModels, animaticVideoModel } from './providers/animatic/animatic-video-model.ts'
import { findEspeak } from './providers/scratch/find-espeak.ts'
import { scratchMusicModel } from './providers/scratch/scratch-music-model.ts'
import { scratchSpeechModel } from './providers/scratch/scratch-speech-model.ts'
import { understudy } from './providers/understudy/understudy.ts'
import { openStore } from './store/database.ts'
import { ledgerStore, type TenantLedger } from './store/ledger-store.ts'
import { productionStore } from './store/production-store.ts'
import { localFootageVault } from './vault/local-footage-vault.ts'

/** The one tenant of a laptop; a server names its own. */
const localTenant = 'local'

/** A studio that reads tables and files; it runs nothing. */
export interface Studio {
  readonly settings: Settings
  /** Absolute path of the home. */
  readonly home: string
  readonly productions: ProductionStore
  readonly ledger: TenantLedger
  readonly vault: FootageVault
  readonly media: MediaTool
  readonly catalogue: readonly CatalogueModel[]
  close(): Promise<void>
}

/** A studio that runs productions. */
export interface ExecutingStudio extends Studio {
  readonly driver: ProductionDriver
}

interface OpenParts extends Studio {
  readonly databaseUrl: string
}

/**
 * Open a studio for reading: tables, footage, prices. Starts the embedded database when there is none.
 *
 * @throws StudioError `database-unavailable`, `home-too-new`, `not-writable`
 */
export const openStudio = (settings: Settings): Promise<Studio> => openParts(settings)

const openParts = async (settings: Settings): Promise<OpenParts> => {
  const { home } = settings
  await mkdir(home, { recursive: true }).catch((cause: unknown) => {
    throw new StudioError({
      code: 'not-writable',
      message: `The studio's home ${home} cannot be made. Set CLAUDE_STUDIO_HOME to a folder this user may write to.`,
      cause,
    })
  })
  const own = settings.databaseUrl
    ? null
    : await ensureDatabase({ home, idleSeconds: settings.databaseIdleSeconds })
  const databaseUrl = settings.databaseUrl ?? own?.url ?? ''
  const database = await openStore({ url: databaseUrl }).catch(async (error: unknown) => {
    await own?.close()
    throw error
  })
  const ledger = ledgerStore(database, localTenant)
  await applyCaps(ledger, settings)
  const tools = ffmpegTools({ ffmpegPath: settings.ffmpegPath, ffprobePath: settings.ffprobePath })
  return {
    settings,
    home,
    databaseUrl,
    catalogue,
    ledger,
    productions: productionStore(database, localTenant),
    vault: localFootageVault(home),
    media: limitedMedia(mediaTool(tools), settings.mediaJobs),
    close: async () => {
      await database.close()
      await own?.close()
    },
  }
}

/** The caps of the settings are the caps of the ledger. */
const applyCaps = async (ledger: TenantLedger, settings: Settings): Promise<void> => {
  const wanted = { day: settings.dayCapUsd, month: settings.monthCapUsd }
  const caps = await ledger.caps()
  for (const scope of ['day', 'month'] as const) {
    const cap = wanted[scope] === null ? null : parseUsd(wanted[scope])
    const known = caps.find((one) => one.scope === scope && one.funds === 'real')?.cap ?? null
    if (known !== cap) await ledger.setCap(scope, 'real', cap)
  }
}

/** Heavy media work takes a slot, so that a machine is never asked for more at once than it has cores for. */
const limitedMedia = (media: MediaTool, jobs: number): MediaTool => {
  const limit = slots(jobs)
  return {
    ...media,
    conformTake: (...parts) => limit.run(() => media.conformTake(...parts)),
    reviewTake: (...parts) => limit.run(() => media.reviewTake(...parts)),
    renderFilm: (...parts) => limit.run(() => media.renderFilm(...parts)),
    combine: (...parts) => limit.run(() => media.combine(...parts)),
    poster: (...parts) => limit.run(() => media.poster(...parts)),
    still: (...parts) => limit.run(() => media.still(...parts)),
    contactSheet: (...parts) => limit.run(() => media.contactSheet(...parts)),
  }
}

/** Hands a part back, or something that stands before it: how tests watch a studio at work, or end it at a chosen point. */
export type Dress = <Part extends object>(name: string, part: Part) => Part

const undressed: Dress = (_name, part) => part

/**
 * Open a studio that runs productions. The durable engine is loaded only here.
 *
 * @param dress given every part by name before it is used. Default: the part as it is
 * @throws StudioError as {@link openStudio}
 */
export const openExecutingStudio = async (
  settings: Settings,
  dress: Dress = undressed,
): Promise<ExecutingStudio> => {
  const opened = await openParts(settings)
  const parts: OpenParts = {
    ...opened,
    productions: dress('productions', opened.productions),
    ledger: dress('ledger', opened.ledger),
    vault: dress('vault', opened.vault),
    media: dress('media', opened.media),
  }
  const { dbosWorkflowEngine } = await import('./engine/dbos-workflow-engine.ts')
  const engine = dbosWorkflowEngine({ url: parts.databaseUrl, log: logIn(parts.home) })
  const interruptions = interruptionsByRun()
  const prices = priceBook(catalogue)
  const crewModel = dress('crew', understudy())
  const floor = await openFloor(parts, settings, {
    prices,
    crewModel,
    dress,
    signal: interruptions.signal,
  })
  const story = tellStory(floor, engine)
  await engine.launch()
  const { interrupt, rearm } = interruptions
  const quote: ProductionDriver['quote'] = (brief) =>
    quoteBrief(brief, { catalogue, prices, crewModel })
  return {
    ...parts,
    driver: productionDriver({ floor, engine, story, quote, interrupt, rearm }),
    close: () => closeAll(engine, parts),
  }
}

/** What the engine has to say goes to a file of the home: a front door's output is for the person's film. */
const logIn =
  (home: string): ((message: string) => void) =>
  (message) =>
    appendFileSync(join(home, 'studio.log'), `${new Date().toISOString()} ${message}\n`)

const closeAll = async (engine: WorkflowEngine, parts: Studio): Promise<void> => {
  try {
    await engine.close()
  } finally {
    await parts.close()
  }
}

const openFloor = async (
  parts: Studio,
  settings: Settings,
  given: {
    readonly prices: PriceBook
    readonly crewModel: LanguageModel
    readonly signal: Floor['signal']
    readonly dress: Dress
  },
): Promise<Floor> => {
  const { productions, ledger, vault, media, home } = parts
  const { prices, signal, crewModel, dress } = given
  const { ffmpegPath } = settings
  const scratch = join(home, 'vendors', 'scratch')
  const espeakPath = await findEspeak()
  const desk = orderDesk({ ledger, vault, prices, clock: systemClock })
  return {
    productions,
    ledger,
    vault,
    media,
    clock: systemClock,
    prices,
    catalogue,
    desk,
    crew: (production) => orderedCrew(desk, crewModel, production, () => signal(production)),
    videoModel: videoModels(settings, home, dress),
    speech: dress('speech', scratchSpeechModel({ folder: scratch, ffmpegPath, espeakPath })),
    music: dress('music', scratchMusicModel({ folder: scratch })),
    signal,
  }
}

const videoModels = (settings: Settings, home: string, dress: Dress): Floor['videoModel'] => {
  const models = new Map<string, VideoModel>()
  const { adherence, drift, latencyMs, refusals } = settings.animatic
  for (const id of animaticModels) {
    const model = animaticVideoModel({
      model: id,
      folder: join(home, 'vendors', 'animatic'),
      ffmpegPath: settings.ffmpegPath,
      weaknesses: { adherence, drift, latencyMs, refusalRate: refusals },
      workers: settings.drawingThreads,
    })
    models.set(id, dress('video', model))
  }
  return (id) => {
    const model = models.get(id)
    if (model) return model
    throw new StudioError({
      code: 'not-found',
      message: `Model "${id}" cannot be ordered from here. See \`npx --no-install claude-studio provider list\`.`,
    })
  }
}

/** One abort signal a production: aborted by a pause, renewed when the run is taken up again. */
const interruptionsByRun = (): {
  readonly signal: Floor['signal']
  readonly interrupt: (production: string) => void
  readonly rearm: (production: string) => void
} => {
  const controllers = new Map<string, AbortController>()
  const controllerOf = (production: string): AbortController => {
    const known = controllers.get(production) ?? new AbortController()
    controllers.set(production, known)
    return known
  }
  return {
    signal: (production) => controllerOf(production).signal,
    interrupt: (production) => controllerOf(production).abort(),
    rearm: (production) => {
      if (controllerOf(production).signal.aborted) controllers.delete(production)
    },
  }
}
