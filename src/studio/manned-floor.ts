import { appendFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { crewPrice } from '../budget/crew-price.ts'
import { type PriceBook, priceBook } from '../budget/price-book.ts'
import { catalogueFor, clipVendors, type RunMode } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import type { Brief } from '../domain/brief.ts'
import { type CatalogueModel, vendorOf } from '../domain/catalogue-model.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { dbosWorkflowEngine } from '../engine/dbos-workflow-engine.ts'
import { launchedWhenNeeded } from '../engine/launched-when-needed.ts'
import { systemClock } from '../engine/system-clock.ts'
import { limitedMedia } from '../media/limited-media.ts'
import { mediaTool } from '../media/media-tool.ts'
import { ffmpegTools } from '../media/run-ffmpeg.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { MediaTool } from '../ports/media-tool.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'
import type { VideoModel } from '../ports/video-model.ts'
import type { WorkflowEngine } from '../ports/workflow.ts'
import { orderedCrew } from '../production/crew.ts'
import type { Floor } from '../production/floor.ts'
import { orderDesk } from '../production/order.ts'
import { tellStory } from '../production/produce.ts'
import { type ProductionDriver, productionDriver } from '../production/production-driver.ts'
import { type ProviderRig, providerRig } from '../production/provider-rig.ts'
import { quoteBrief } from '../production/quote.ts'
import { type SalvageParts, salvage } from '../production/salvage.ts'
import { castFromShelf } from '../production/shelf-cast.ts'
import { writeKeptAnswers } from '../production/write-answer.ts'
import { animaticModels, animaticVideoModel } from '../providers/animatic/animatic-video-model.ts'
import { drawingRoom } from '../providers/animatic/drawing-room.ts'
import { findEspeak } from '../providers/scratch/find-espeak.ts'
import { scratchMusicModel } from '../providers/scratch/scratch-music-model.ts'
import { scratchSpeechModel } from '../providers/scratch/scratch-speech-model.ts'
import { understudy } from '../providers/understudy/understudy.ts'
import { unwrittenAnswersIn } from '../store/unwritten-answers.ts'
import { safeDownloads } from '../vault/safe-download.ts'
import {
  accountIn,
  checkVendors,
  contactOf,
  type Network,
  offeredIn,
  openNetwork,
} from './network.ts'
import type {
  CheckedVendor,
  Dress,
  ExecutingStudio,
  OpenStudio,
  QuotingStudio,
  StudioAccess,
} from './studio.ts'
import { nothingMeasured, paceKnown } from './vendor-pace.ts'

/** Man the floor of an open studio: vendors, crew and engine, ready to run productions. */
export const manFloor = async (
  opened: OpenStudio,
  dress: Dress,
  { mode, timeoutMs }: StudioAccess,
): Promise<ExecutingStudio> => {
  const { settings } = opened
  // First of all: what was answered before decides what may be asked now.
  const notices = await writeKeptAnswers(opened.ledger, unwrittenAnswersIn(opened.home))
  const network = await openNetwork(settings, mode)
  const parts: OpenStudio = {
    ...opened,
    catalogue: network?.vendors.catalogue ?? catalogueFor('offline'),
    productions: dress('productions', opened.productions),
    ledger: dress('ledger', opened.ledger),
    vault: dress('vault', opened.vault),
  }
  const log = logIn(parts.home)
  const durable = dbosWorkflowEngine({ url: parts.databaseUrl, log })
  const engine = launchedWhenNeeded(dress('engine', durable))
  const interruptions = interruptionsByRun()
  // What the stand-ins for voice and music make is read by this process alone, so it goes when the process does.
  const scratch = await opened.vault.scratchFolder()
  const { floor, rig } = await openFloor(parts, {
    ...{ mode, timeoutMs, network, scratch, dress },
    media: dress('media', mediaOf(settings)),
    signal: interruptions.signal,
  })
  const story = tellStory(floor, engine)
  const { interrupt, rearm } = interruptions
  const told = network?.slots ?? new Map()
  const quote = quotesFor({ ...parts, told }, floor.prices, parts.catalogue, settings, mode)
  return {
    ...parts,
    ...{ mode, notices },
    media: floor.media,
    contact: floor.contact,
    rig,
    driver: productionDriver({ floor, engine, story, quote, interrupt, rearm, log }),
    checkVendors: async (ids) => {
      const checked = await checkVendors(network, ids, timeoutMs)
      await parts.measures.keepTold(checked.flatMap((one) => toldBy(one, settings, mode)))
      return checked
    },
    salvage: (wish, signal) => salvage(salvageParts(floor, network, mode), wish, signal),
    jobAt: async (model, id, signal) =>
      clipVendors.includes(vendorOf(model)) && network
        ? network.vendors.account(model).job(id, signal)
        : null,
    castFromShelf: (casting) => castFromShelf(floor, casting),
    close: () => closeAll(engine, parts, scratch, network),
  }
}

/** What a vendor said of its slots, as it is written down. */
const toldBy = (
  { vendor, standing }: CheckedVendor,
  settings: Settings,
  mode: RunMode,
): Parameters<VendorMeasures['keepTold']>[0] => {
  const accountOf = accountIn(settings, mode)
  const funds = mode === 'live' ? 'real' : 'emulated'
  return Object.entries(standing.slots).flatMap(([model, slots]) => {
    const account = accountOf(model)
    return account === null ? [] : { vendor, model, slots, account, funds }
  })
}

const salvageParts = (floor: Floor, network: Network | null, mode: RunMode): SalvageParts => ({
  floor,
  downloads: safeDownloads({ allowLoopback: mode === 'emulated' }),
  vendors: clipVendors.map((vendor) => ({
    vendor,
    open: () => {
      if (network) return network.vendors.account(vendor)
      throw new StudioError({
        code: 'not-available',
        message: `The account at ${vendor} cannot be asked offline.`,
      })
    },
  })),
  funds: mode === 'live' ? 'real' : mode === 'emulated' ? 'emulated' : 'simulated',
})

/** What a quote counts with: footage and the disk that it lies on, and what is known of vendors. */
interface Kept {
  readonly vault: FootageVault
  readonly shelf: Pick<ShelfStore, 'clips'>
  readonly measures: Pick<VendorMeasures, 'all' | 'told'>
  /** Orders at once by model, as vendors told in this process. */
  readonly told: ReadonlyMap<string, number>
}

/** What a dry run needs: it looks into files and counts, and mans no floor. */
export const quotingDesk = (
  kept: Omit<Kept, 'told'>,
  settings: Settings,
  mode: RunMode,
): Pick<QuotingStudio, 'vault' | 'media' | 'driver'> => {
  const prices = priceBook(pricedIn(mode))
  const quote = quotesFor(
    { ...kept, told: new Map() },
    prices,
    offeredIn(settings, mode),
    settings,
    mode,
  )
  return { vault: kept.vault, media: mediaOf(settings), driver: { quote } }
}

/** The offline crew plans every quote, for it costs nothing; the crew of the run is counted at its own price. */
const quotesFor = (
  { vault, shelf, measures, told }: Kept,
  prices: PriceBook,
  offers: readonly CatalogueModel[],
  settings: Settings,
  mode: RunMode,
): ProductionDriver['quote'] => {
  const planner = understudy()
  const { crewModel } = settings
  const accountOf = accountIn(settings, mode)
  const model = mode === 'offline' ? planner.id : crewModel
  const runCrew = { model, price: (brief: Brief) => crewPrice(brief, model, prices) }
  const parts = { vault, shelf, catalogue: offers, prices, crewModel: planner, runCrew }
  return async (brief, outputDir, approved) => {
    const known = mode === 'offline' ? nothingMeasured : measures
    const pace = await paceKnown(known, {
      ...{ toldNow: told, accountOf, now: systemClock.now },
    })
    return quoteBrief(brief, outputDir, { ...parts, pace }, approved)
  }
}

/** Every model has its price, so that old orders of any mode can be read. */
const pricedIn = (mode: RunMode): readonly CatalogueModel[] =>
  catalogueFor(mode === 'offline' ? 'live' : mode)

/** What the engine has to say goes to a file of the home: a front door's output is for the person's film. */
const logIn =
  (home: string): ((message: string) => void) =>
  (message) =>
    appendFileSync(join(home, 'studio.log'), `${new Date().toISOString()} ${message}\n`)

const closeAll = async (
  engine: WorkflowEngine,
  parts: OpenStudio,
  scratch: string,
  network: Network | null,
): Promise<void> => {
  try {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
    await network?.close()
  } finally {
    await parts.close()
  }
}

const openFloor = async (
  parts: OpenStudio,
  given: {
    readonly mode: RunMode
    readonly timeoutMs: number | null
    readonly network: Network | null
    /** Where voice and music are made. */
    readonly scratch: string
    readonly media: MediaTool
    readonly signal: Floor['signal']
    readonly dress: Dress
  },
): Promise<{ readonly floor: Floor; readonly rig: ProviderRig }> => {
  const { productions, ledger, shelf, vault, catalogue, settings } = parts
  const { mode, timeoutMs, network, scratch, media, signal, dress } = given
  const { ffmpegPath } = settings
  const prices = priceBook(pricedIn(mode))
  const espeakPath = await findEspeak()
  const deskParts = {
    ...{ productions, ledger, vault, prices, media, clock: systemClock, watch: systemClock },
    unwritten: unwrittenAnswersIn(parts.home),
    downloads: safeDownloads({ allowLoopback: mode === 'emulated' }),
  }
  const desk = orderDesk({ ...deskParts, slots: await slotsKnown(parts, network, mode) })
  // Opened when the crew is first asked: an order that bypasses it needs no key of its vendor.
  let crewModel: LanguageModel | null = null
  const theCrew = (): LanguageModel => {
    crewModel ??= dress('crew', crewOf(settings, network))
    return crewModel
  }
  const contact = network?.contact ?? contactOf(mode, settings.keys)
  const crewId = network ? settings.crewModel : understudy().id
  const videoModel = videoModels(parts, network, dress)
  const rig = providerRig({
    ...{
      productions,
      ledger,
      prices,
      videoModel,
      measures: parts.measures,
      clock: systemClock,
      contact,
    },
    ...{ desk, unlimitedDesk: orderDesk({ ...deskParts, slots: () => Number.MAX_SAFE_INTEGER }) },
    languageModel: (id) => dress('crew', network?.vendors.languageModel(id) ?? understudy()),
  })
  const floor: Floor = {
    ...{ productions, ledger, shelf, vault, media, clock: systemClock, prices, catalogue, desk },
    contact,
    crew: (production) =>
      orderedCrew({ desk, ledger, productions, contact, timeoutMs }, theCrew(), production, () =>
        signal(production),
      ),
    ...{ timeoutMs, crewSees: network !== null, videoModel, signal },
    crewPrice: (brief) => crewPrice(brief, crewId, prices),
    speech: dress('speech', scratchSpeechModel({ folder: scratch, ffmpegPath, espeakPath })),
    music: dress('music', scratchMusicModel({ folder: scratch })),
  }
  return { floor, rig }
}

/** Orders at once on the account of a model. */
const slotsKnown = async (
  { measures, settings }: OpenStudio,
  network: Network | null,
  mode: RunMode,
): Promise<(model: CatalogueModel) => number> => {
  const known = network ? measures : nothingMeasured
  const pace = await paceKnown(known, {
    ...{ toldNow: network?.slots ?? new Map(), accountOf: accountIn(settings, mode) },
    now: systemClock.now,
  })
  return (model) => pace(model).slots
}

const crewOf = ({ crewModel }: Settings, network: Network | null): LanguageModel => {
  if (!network) return understudy()
  try {
    return network.vendors.languageModel(crewModel)
  } catch (error) {
    if (!(isStudioError(error) && error.code === 'vendor-key-missing')) throw error
    return unhired(crewModel, error)
  }
}

/** A crew without a key: what asks it nothing, such as salvage, needs none. */
const unhired = (id: string, why: StudioError): LanguageModel => ({
  id,
  pollMs: 1000,
  units: () => {
    throw why
  },
  start: () => Promise.reject(why),
  check: () => Promise.reject(why),
})

const mediaOf = ({ ffmpegPath, ffprobePath, mediaJobs }: Settings): MediaTool =>
  limitedMedia(mediaTool(ffmpegTools({ ffmpegPath, ffprobePath })), mediaJobs)

const videoModels = (
  { settings, home }: OpenStudio,
  network: Network | null,
  dress: Dress,
): Floor['videoModel'] => {
  const models = new Map<string, VideoModel>()
  const { adherence, drift, latencyMs, refusals } = settings.animatic
  const room = drawingRoom(settings.drawingThreads)
  for (const id of animaticModels) {
    const model = animaticVideoModel({
      model: id,
      folder: join(home, 'vendors', 'animatic'),
      ffmpegPath: settings.ffmpegPath,
      weaknesses: { adherence, drift, latencyMs, refusalRate: refusals },
      room,
    })
    models.set(id, dress('video', model))
  }
  return (id) => {
    const known = models.get(id)
    if (known) return known
    if (network) {
      const model = dress('video', network.vendors.videoModel(id))
      models.set(id, model)
      return model
    }
    throw new StudioError({
      code: 'not-available',
      message: `Model "${id}" cannot be ordered offline. Say --live to buy from its vendor; see \`npx --no-install claude-studio provider list\`.`,
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
